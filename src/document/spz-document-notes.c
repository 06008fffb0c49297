/* spz-document-notes.c: footnotes of a document, for those who write it
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-document-notes.h"

#include <string.h>

static void
run_free (gpointer data)
{
  SpzInlineRun *run = data;

  g_free (run->text);
  g_free (run);
}

/* The text of a run that begins at @start of the node's text, with the marks
 * of the references from the one at @next on */
static char *
mark_run (const SpzInlineRun *run,
          gsize               start,
          const GArray       *notes,
          guint              *next)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize length = strlen (run->text);
  gsize copied = 0;

  for (; notes != NULL && *next < notes->len; (*next)++)
    {
      gsize offset = g_array_index (notes, SpzNoteReference, *next).offset;

      if (offset > start + length)
        break;

      g_string_append_len (text, run->text + copied, (gssize) (offset - start - copied));
      g_string_append (text, SPZ_NOTE_MARK);
      copied = offset - start;
    }
  g_string_append (text, run->text + copied);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * spz_node_get_marked_runs:
 * @self: a node that has runs
 *
 * Gets its runs with an %SPZ_NOTE_MARK wherever it refers to a note, in the
 * order of its notes.
 *
 * Returns: (transfer full) (element-type SpzInlineRun): the runs
 */
GPtrArray *
spz_node_get_marked_runs (const SpzNode *self)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func (run_free);
  gsize start = 0;
  guint next = 0;

  for (guint i = 0; i < self->runs->len; i++)
    {
      const SpzInlineRun *run = g_ptr_array_index (self->runs, i);
      SpzInlineRun *marked = g_new0 (SpzInlineRun, 1);

      marked->style = run->style;
      marked->text = mark_run (run, start, self->notes, &next);
      start += strlen (run->text);
      g_ptr_array_add (runs, marked);
    }

  return runs;
}

/**
 * spz_node_mark_cell:
 * @self: a row
 * @cell: one of its cells
 * @text: (nullable): what is to be written of that cell
 *
 * Gets the text with an %SPZ_NOTE_MARK for each of the row's notes, if the
 * cell is the one behind which its references stand: its value.
 *
 * Returns: (transfer full): the text
 */
char *
spz_node_mark_cell (const SpzNode *self,
                    SpzNodeCell    cell,
                    const char    *text)
{
  g_autoptr (GString) marked = g_string_new (text);

  for (guint i = 0; cell == SPZ_CELL_VALUE && self->notes != NULL && i < self->notes->len; i++)
    g_string_append (marked, SPZ_NOTE_MARK);

  return g_string_free (g_steal_pointer (&marked), FALSE);
}

/**
 * spz_notes_resolve:
 * @text: a text with a mark for each of @notes
 * @notes: (nullable) (element-type SpzNoteReference): what they refer to
 * @before: what stands before a note's number
 * @after: what stands behind it
 *
 * Puts the numbers of notes where their marks are.
 *
 * Returns: (transfer full): the text
 */
char *
spz_notes_resolve (const char   *text,
                   const GArray *notes,
                   const char   *before,
                   const char   *after)
{
  g_auto (GStrv) parts = NULL;
  g_autoptr (GString) resolved = NULL;

  if (notes == NULL)
    return g_strdup (text);

  parts = g_strsplit (text, SPZ_NOTE_MARK, -1);
  resolved = g_string_new (parts[0]);
  for (guint i = 0; parts[0] != NULL && parts[i + 1] != NULL; i++)
    {
      if (i < notes->len)
        g_string_append_printf (resolved, "%s%u%s", before,
                                g_array_index (notes, SpzNoteReference, i).note->number, after);
      g_string_append (resolved, parts[i + 1]);
    }

  return g_string_free (g_steal_pointer (&resolved), FALSE);
}
