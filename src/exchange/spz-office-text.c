/* spz-office-text.c: what an office document says, whatever its format
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-office-text-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spz-error.h"

/* What a briefing may have: sixty pages are some two thousand paragraphs and a
 * quarter of a megabyte. So many are still previewed without a wait. */
#define MAX_PARAGRAPHS 6000
#define MAX_SIZE (2 * 1024 * 1024)
#define MAX_NOTES 2000

/* More columns than a page is wide */
#define MAX_CELLS 20

/* So many texts beside the text are named */
#define MAX_ASIDE 20

static void
run_free (gpointer data)
{
  SpzInlineRun *run = data;

  g_free (run->text);
  g_free (run);
}

/**
 * spz_office_text_new:
 *
 * Returns: (transfer full): a document of which nothing is read yet
 */
SpzOfficeText *
spz_office_text_new (void)
{
  SpzOfficeText *self = g_new0 (SpzOfficeText, 1);

  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) spz_office_block_free);
  self->aside = g_ptr_array_new_with_free_func (g_free);
  self->empty = g_ptr_array_new_with_free_func ((GDestroyNotify) spz_office_block_free);

  return self;
}

/**
 * spz_office_text_free:
 * @self: (transfer full): a document
 */
void
spz_office_text_free (SpzOfficeText *self)
{
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->aside);
  g_ptr_array_unref (self->empty);
  g_free (self->source);
  g_free (self);
}

/**
 * spz_office_text_check:
 * @self: a document
 * @error: return location for an #SPZ_ERROR
 *
 * Returns: whether it isn't too long to be a briefing
 */
gboolean
spz_office_text_check (SpzOfficeText  *self,
                       GError        **error)
{
  if (self->size <= MAX_SIZE && self->n_paragraphs <= MAX_PARAGRAPHS && self->n_notes <= MAX_NOTES)
    return TRUE;

  g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                       _("This document is far longer than a briefing. Copy the part that is one into a new "
                         "document and import that."));

  return FALSE;
}

static gboolean
is_blank (SpzOfficeBlock *block)
{
  g_autofree char *plain = spz_office_block_to_plain (block);

  return *g_strstrip (plain) == '\0';
}

/**
 * spz_office_text_add:
 * @self: a document
 * @block: (transfer full): what comes next
 *
 * Adds a paragraph or a table. Of one that is empty only the gap stays.
 */
void
spz_office_text_add (SpzOfficeText  *self,
                     SpzOfficeBlock *block)
{
  if (block->rows != NULL ? block->rows->len == 0 : is_blank (block))
    {
      self->gap = TRUE;
      spz_office_block_free (block);
      return;
    }

  block->gap = self->gap;
  self->gap = FALSE;
  self->n_paragraphs += block->rows != NULL ? block->rows->len : 1;
  for (guint i = 0; block->runs != NULL && i < block->runs->len; i++)
    self->size += strlen (((SpzInlineRun *) g_ptr_array_index (block->runs, i))->text);
  g_ptr_array_add (self->blocks, block);
}

/**
 * spz_office_text_add_note:
 * @self: a document
 * @block: the paragraph it is read into
 * @text: a footnote
 * @style: how what it belongs to is emphasised
 *
 * Makes text of a footnote, where it is referred to.
 */
void
spz_office_text_add_note (SpzOfficeText  *self,
                          SpzOfficeBlock *block,
                          const char     *text,
                          SpzInlineStyle  style)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *bracketed = NULL;

  if (*stripped == '\0')
    return;

  /* Translators: what was a footnote, within the text; %s is its text */
  bracketed = g_strdup_printf (_(" (footnote: %s)"), stripped);
  spz_office_block_append (block, bracketed, style);
  /* At once: one note may be referred to very often */
  self->size += strlen (bracketed);
  self->n_notes++;
}

/**
 * spz_office_text_add_aside:
 * @self: a document
 * @text: what stands beside the text, in a box or a header
 *
 * Keeps a text that is left out, to say so.
 */
void
spz_office_text_add_aside (SpzOfficeText *self,
                           const char    *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (*stripped != '\0' && self->aside->len < MAX_ASIDE &&
      !g_ptr_array_find_with_equal_func (self->aside, stripped, g_str_equal, NULL))
    g_ptr_array_add (self->aside, g_steal_pointer (&stripped));
}

/**
 * spz_office_text_begin_cell:
 * @self: a document
 *
 * What is added from now on is added to a cell.
 *
 * Returns: (transfer full): to be given to spz_office_text_end_cell()
 */
GPtrArray *
spz_office_text_begin_cell (SpzOfficeText *self)
{
  GPtrArray *outer = self->blocks;

  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) spz_office_block_free);

  return outer;
}

/**
 * spz_office_text_end_cell:
 * @self: a document
 * @outer: (transfer full): what spz_office_text_begin_cell() returned
 *
 * Returns: (transfer full): the cell
 */
GPtrArray *
spz_office_text_end_cell (SpzOfficeText *self,
                          GPtrArray     *outer)
{
  GPtrArray *cell = self->blocks;

  self->blocks = outer;

  return cell;
}

/**
 * spz_office_text_add_empty:
 * @self: a document
 * @row: a row of a table
 * @n: how many
 *
 * Adds cells without anything in them, where one goes over several or is
 * repeated; no more than a row may have.
 */
void
spz_office_text_add_empty (SpzOfficeText *self,
                           GPtrArray     *row,
                           guint          n)
{
  for (; n > 0 && row->len < MAX_CELLS; n--)
    g_ptr_array_add (row, g_ptr_array_ref (self->empty));
}

/**
 * spz_office_block_new:
 * @kind: what it is
 *
 * Returns: (transfer full): a paragraph or a table, empty
 */
SpzOfficeBlock *
spz_office_block_new (SpzOfficeKind kind)
{
  SpzOfficeBlock *self = g_new0 (SpzOfficeBlock, 1);

  self->kind = kind;
  if (kind == SPZ_OFFICE_TABLE)
    self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  else
    self->runs = g_ptr_array_new_with_free_func (run_free);

  return self;
}

/**
 * spz_office_block_free:
 * @self: (transfer full): a block
 */
void
spz_office_block_free (SpzOfficeBlock *self)
{
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->mark);
  g_free (self);
}

/**
 * spz_office_block_append:
 * @self: a paragraph
 * @text: some of its text
 * @style: how that is emphasised
 *
 * Adds text to a paragraph.
 */
void
spz_office_block_append (SpzOfficeBlock *self,
                         const char     *text,
                         SpzInlineStyle  style)
{
  SpzInlineRun *run;

  if (*text == '\0')
    return;

  run = g_new0 (SpzInlineRun, 1);
  run->text = g_strdup (text);
  run->style = style;
  g_ptr_array_add (self->runs, run);
}

/**
 * spz_office_block_to_plain:
 * @self: a paragraph or a table
 *
 * Returns: (transfer full): its text without emphasis, "" of a table
 */
char *
spz_office_block_to_plain (SpzOfficeBlock *self)
{
  GString *plain = g_string_new (NULL);

  for (guint i = 0; self->runs != NULL && i < self->runs->len; i++)
    g_string_append (plain, ((SpzInlineRun *) g_ptr_array_index (self->runs, i))->text);

  return g_string_free (plain, FALSE);
}

/**
 * spz_office_block_add_row:
 * @self: a table
 *
 * Returns: (transfer none): a new row, to be filled with cells
 */
GPtrArray *
spz_office_block_add_row (SpzOfficeBlock *self)
{
  GPtrArray *row = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  g_ptr_array_add (self->rows, row);

  return row;
}
