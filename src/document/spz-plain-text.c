/* spz-plain-text.c: a document as plain text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-plain-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spz-document-notes.h"
#include "spz-language.h"
#include "spz-marker.h"
#include "spz-timeline-plan.h"

#define MIN_COLUMNS 20

typedef struct
{
  guint    columns;

  /* Owned */
  GString *text;
} Writer;

static void
append_spaces (GString *text,
               guint    n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (text, ' ');
}

/* Wraps @text at the writer's columns. The first line begins with @first, the
 * others with as many spaces. A word longer than a line stays whole. */
static void
append_wrapped (Writer     *self,
                guint       indent,
                const char *first,
                const char *text)
{
  guint hang = indent + (guint) g_utf8_strlen (first, -1);
  g_auto (GStrv) words = g_strsplit_set (text, " \n\t", -1);
  guint column = hang;
  gboolean begins = TRUE;

  append_spaces (self->text, indent);
  g_string_append (self->text, first);

  for (char **word = words; *word != NULL; word++)
    {
      guint length = (guint) g_utf8_strlen (*word, -1);

      if (length == 0)
        continue;

      if (!begins && column + 1 + length > self->columns)
        {
          g_string_append_c (self->text, '\n');
          append_spaces (self->text, hang);
          column = hang;
          begins = TRUE;
        }

      if (!begins)
        {
          g_string_append_c (self->text, ' ');
          column++;
        }
      g_string_append (self->text, *word);
      column += length;
      begins = FALSE;
    }

  g_string_append_c (self->text, '\n');
}

static void
separate (Writer *self)
{
  if (self->text->len > 0 && !g_str_has_suffix (self->text->str, "\n\n"))
    g_string_append_c (self->text, '\n');
}

static char *
get_marked_text (const SpzNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) runs = NULL;
  g_autofree char *resolved = NULL;

  if (node->runs == NULL)
    {
      g_autofree char *title = spz_node_get_text (node);

      return spz_marker_mark (node, title);
    }

  runs = spz_node_get_marked_runs (node);
  for (guint i = 0; i < runs->len; i++)
    g_string_append (text, ((const SpzInlineRun *) g_ptr_array_index (runs, i))->text);
  resolved = spz_notes_resolve (text->str, node->notes, "\u00a0[", "]");

  return spz_marker_mark (node, resolved);
}

static void
append_heading (Writer     *self,
                const char *text,
                char        underline)
{
  guint length = MIN ((guint) g_utf8_strlen (text, -1), self->columns);

  if (*text == '\0')
    return;

  separate (self);
  append_wrapped (self, 0, "", text);
  for (guint i = 0; i < length; i++)
    g_string_append_c (self->text, underline);
  g_string_append (self->text, "\n\n");
}

static void
append_point (Writer        *self,
              const SpzNode *node)
{
  static const char *const bullets[] = { "• ", "– ", "◦ " };
  g_autofree char *text = get_marked_text (node);
  guint indent = 2 * ((guint) node->level - 1);

  switch (node->style)
    {
    case SPZ_POINT_CONCLUSION:
      separate (self);
      append_wrapped (self, indent, "➔ ", text);
      separate (self);
      break;

    case SPZ_POINT_TEXT:
      separate (self);
      append_wrapped (self, indent, "", text);
      separate (self);
      break;

    case SPZ_POINT_BULLET:
    default:
      append_wrapped (self, indent, bullets[node->level - 1], text);
      break;
    }
}

static void
append_roles (Writer        *self,
              const SpzNode *table)
{
  for (guint i = 0; i < table->children->len; i++)
    {
      const SpzNode *role = g_ptr_array_index (table->children, i);
      g_autoptr (GString) head = g_string_new (role->cells[SPZ_CELL_TITLE]);

      if (role->cells[SPZ_CELL_HOLDER] != NULL)
        g_string_append_printf (head, ", %s", role->cells[SPZ_CELL_HOLDER]);
      if (role->cells[SPZ_CELL_UNIT] != NULL)
        g_string_append_printf (head, " (%s)", role->cells[SPZ_CELL_UNIT]);

      separate (self);
      append_wrapped (self, 0, "", head->str);
      for (guint j = 0; j < role->children->len; j++)
        {
          g_autofree char *task = get_marked_text (g_ptr_array_index (role->children, j));

          append_wrapped (self, 0, "• ", task);
        }
    }
}

static void
append_figures (Writer        *self,
                const SpzNode *table)
{
  separate (self);
  for (guint i = 0; i < table->children->len; i++)
    {
      const SpzNode *figure = g_ptr_array_index (table->children, i);
      g_autofree char *title = get_marked_text (figure);
      g_autofree char *marked = spz_node_mark_cell (figure, SPZ_CELL_VALUE, figure->cells[SPZ_CELL_VALUE]);
      g_autofree char *value = spz_notes_resolve (marked, figure->notes, "\u00a0[", "]");
      g_autoptr (GString) line = g_string_new (title);

      g_string_append_printf (line, ": %s", value);
      if (figure->cells[SPZ_CELL_CHANGE] != NULL)
        g_string_append_printf (line, " (%s)", figure->cells[SPZ_CELL_CHANGE]);
      if (figure->cells[SPZ_CELL_DATE] != NULL)
        g_string_append_printf (line, ", %s %s", _("as of"), figure->cells[SPZ_CELL_DATE]);
      if (figure->cells[SPZ_CELL_ARITHMETIC] != NULL)
        g_string_append_printf (line, "; %s", figure->cells[SPZ_CELL_ARITHMETIC]);
      append_wrapped (self, 0, "• ", line->str);
    }
}

static void
append_dates (Writer        *self,
              const SpzNode *table)
{
  separate (self);
  for (guint i = 0; i < table->children->len; i++)
    {
      const SpzNode *date = g_ptr_array_index (table->children, i);
      g_autofree char *title = get_marked_text (date);
      g_autoptr (GString) line = g_string_new (date->cells[SPZ_CELL_DATE]);

      g_string_append_printf (line, ": %s", title);
      if (date->cells[SPZ_CELL_DETAIL] != NULL)
        g_string_append_printf (line, " (%s)", date->cells[SPZ_CELL_DETAIL]);
      append_wrapped (self, 0, "• ", line->str);
    }
}

static void
append_timeline (Writer        *self,
                 const SpzNode *node)
{
  guint n_measures, n_milestones;
  const SpzTimelineMeasure *measures = spz_timeline_plan_get_measures (node->plan, &n_measures);
  const SpzTimelineBar *bars = spz_timeline_plan_get_bars (node->plan, NULL);
  const SpzTimelineMilestone *milestones = spz_timeline_plan_get_milestones (node->plan, &n_milestones);

  append_heading (self, spz_timeline_plan_get_title (node->plan), '-');

  for (guint i = 0; i < n_measures; i++)
    {
      append_wrapped (self, 0, "", measures[i].title);
      for (guint j = 0; j < measures[i].n_bars; j++)
        {
          const SpzTimelineBar *bar = &bars[measures[i].first_bar + j];
          g_autofree char *period = spz_period_format (bar->start, bar->end, bar->precision);
          g_autofree char *line = g_strdup_printf ("%s: %s", period, bar->title);

          append_wrapped (self, 0, "• ", line);
        }
    }

  separate (self);
  for (guint i = 0; i < n_milestones; i++)
    {
      g_autofree char *line = g_strdup_printf ("%s: %s", milestones[i].when, milestones[i].title);

      append_wrapped (self, 0, "◆ ", line);
    }

  if (*spz_timeline_plan_get_note (node->plan) != '\0')
    {
      separate (self);
      append_wrapped (self, 0, "", spz_timeline_plan_get_note (node->plan));
    }
}

static void
append_node (Writer        *self,
             const SpzNode *node)
{
  g_autofree char *text = get_marked_text (node);

  switch (node->kind)
    {
    case SPZ_NODE_HEADING:
      append_heading (self, text, '-');
      break;

    case SPZ_NODE_PARAGRAPH:
      separate (self);
      append_wrapped (self, 0, "", text);
      separate (self);
      break;

    case SPZ_NODE_POINT:
      append_point (self, node);
      break;

    case SPZ_NODE_ROLES:
      append_roles (self, node);
      break;

    case SPZ_NODE_FIGURES:
      append_figures (self, node);
      break;

    case SPZ_NODE_DATES:
      append_dates (self, node);
      break;

    case SPZ_NODE_TIMELINE:
      append_timeline (self, node);
      break;

    case SPZ_NODE_ROLE:
    case SPZ_NODE_TASK:
    case SPZ_NODE_FIGURE:
    case SPZ_NODE_DATE:
    default:
      g_assert_not_reached ();
    }
}

static void
append_notes (Writer      *self,
              SpzDocument *document)
{
  for (guint i = 0; i < spz_document_get_n_notes (document); i++)
    {
      const SpzNote *note = spz_document_get_note (document, i);
      g_autofree char *label = g_strdup_printf ("[%u] ", note->number);

      if (i == 0)
        separate (self);
      append_wrapped (self, 0, label, note->text);
    }
}

/**
 * spz_plain_text_render:
 * @document: a document
 * @columns: how long lines may be; 0 for 78
 *
 * Writes the document as text with wrapped lines, for e-mail and the like.
 *
 * Returns: (transfer full): the text, UTF-8
 */
char *
spz_plain_text_render (SpzDocument *document,
                       guint        columns)
{
  g_auto (SpzLanguage) language = { 0 };
  Writer self = { columns == 0 ? 78 : MAX (columns, MIN_COLUMNS), g_string_new (NULL) };
  const char *marking;

  g_return_val_if_fail (document != NULL, NULL);

  spz_language_enter (&language, SPZ_DOCUMENT_LANGUAGE);
  marking = spz_document_get_marking (document);
  if (marking != NULL)
    append_wrapped (&self, 0, "", marking);
  append_heading (&self, spz_document_get_title (document), '=');
  if (*spz_document_get_byline (document) != '\0')
    append_wrapped (&self, 0, "", spz_document_get_byline (document));
  if (*spz_document_get_occasion (document) != '\0')
    append_wrapped (&self, 0, "", spz_document_get_occasion (document));

  for (guint i = 0; i < spz_document_get_n_nodes (document); i++)
    append_node (&self, spz_document_get_node (document, i));
  append_notes (&self, document);

  return g_string_free (self.text, FALSE);
}
