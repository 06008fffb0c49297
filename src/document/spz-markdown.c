/* spz-markdown.c: a document as Markdown
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-markdown.h"

#include <string.h>

#include "spz-document-notes.h"
#include "spz-document-private.h"
#include "spz-document-table.h"
#include "spz-language.h"
#include "spz-marker.h"
#include "spz-timeline-plan.h"

static void
append_escaped (GString    *text,
                const char *plain)
{
  g_autofree char *escaped = spz_inline_escape (plain);

  g_string_append (text, escaped);
}

/* Blank lines separate what is not one list. */
static void
separate (GString *text)
{
  if (text->len > 0 && !g_str_has_suffix (text->str, "\n\n"))
    g_string_append_c (text, '\n');
}

static void
append_paragraph (GString    *text,
                  const char *plain)
{
  if (*plain == '\0')
    return;

  separate (text);
  append_escaped (text, plain);
  g_string_append_c (text, '\n');
}

/* A node's text with its marker; what follows a line break is indented so that
 * it stays in the same item. */
static void
append_runs (GString       *text,
             const SpzNode *node,
             guint          indent)
{
  g_autoptr (GPtrArray) runs = spz_node_get_marked_runs (node);
  g_autofree char *marked_runs = spz_inline_from_runs (runs);
  g_autofree char *markdown = spz_notes_resolve (marked_runs, node->notes, "[^", "]");
  g_autofree char *pad = g_strnfill (indent, ' ');
  g_autofree char *line_break = g_strconcat ("  \n", pad, NULL);
  g_auto (GStrv) lines = g_strsplit (markdown, "\n", -1);
  g_autofree char *joined = g_strjoinv (line_break, lines);
  g_autofree char *marked = spz_marker_mark (node, joined);

  g_string_append_printf (text, "%s\n", marked);
}

static void
append_heading (GString       *text,
                const SpzNode *node)
{
  separate (text);
  for (int i = 0; i <= node->level; i++)
    g_string_append_c (text, '#');
  g_string_append_c (text, ' ');
  append_runs (text, node, 0);
  g_string_append_c (text, '\n');
}

/* A conclusion of the outermost level is a paragraph, as people write it. */
static gboolean
is_list_item (const SpzNode *node)
{
  return node->kind == SPZ_NODE_POINT &&
         (node->style == SPZ_POINT_BULLET ||
          (node->style == SPZ_POINT_CONCLUSION && node->level > 1));
}

static void
append_point (GString       *text,
              const SpzNode *node,
              const SpzNode *before)
{
  guint indent = 2 * ((guint) node->level - 1);
  gboolean concludes = node->style == SPZ_POINT_CONCLUSION;

  if (before == NULL || !is_list_item (before) || !is_list_item (node))
    separate (text);

  for (guint i = 0; i < indent; i++)
    g_string_append_c (text, ' ');

  if (concludes)
    g_string_append (text, node->level > 1 ? "- ➔ " : "➔ ");
  else if (node->style == SPZ_POINT_BULLET)
    g_string_append (text, "- ");

  append_runs (text, node, concludes && node->level == 1 ? 0 : indent + 2);
}

/* Tables */

static void
append_cell (GString    *text,
             const char *markdown,
             gboolean    is_list)
{
  g_auto (GStrv) bars = g_strsplit (markdown, "|", -1);
  g_autofree char *escaped = g_strjoinv ("\\|", bars);
  g_auto (GStrv) lines = g_strsplit (escaped, "\n", -1);
  g_autofree char *joined = g_strjoinv (is_list ? "<br>• " : " ", lines);

  g_string_append_printf (text, " %s%s |", is_list && *joined != '\0' ? "• " : "", joined);
}

/* The importer reads this again: see src/exchange */
static void
append_table (GString                *text,
              const SpzDocumentTable *table)
{
  separate (text);
  g_string_append_c (text, '|');
  for (guint i = 0; i < table->n_columns; i++)
    append_cell (text, table->titles[i], FALSE);
  g_string_append (text, "\n|");
  for (guint i = 0; i < table->n_columns; i++)
    g_string_append (text, " --- |");
  g_string_append_c (text, '\n');

  for (guint row = 0; row < spz_document_table_get_rows (table); row++)
    {
      g_string_append_c (text, '|');
      for (guint i = 0; i < table->n_columns; i++)
        {
          const SpzDocumentCell *cell = spz_document_table_get_cell (table, row, i);

          g_autofree char *markdown = spz_notes_resolve (cell->text, cell->notes, "[^", "]");

          append_cell (text, markdown, cell->is_list);
        }
      g_string_append_c (text, '\n');
    }
}

static void
append_tables (GString       *text,
               const SpzNode *node)
{
  g_autoptr (GPtrArray) tables = spz_node_get_tables (node);

  for (guint i = 0; i < tables->len; i++)
    append_table (text, g_ptr_array_index (tables, i));
}

static void
append_timeline (GString       *text,
                 const SpzNode *node)
{
  separate (text);
  g_string_append (text, "## ");
  append_escaped (text, spz_timeline_plan_get_title (node->plan));
  g_string_append_c (text, '\n');
  append_tables (text, node);
  append_paragraph (text, spz_timeline_plan_get_note (node->plan));
}

static void
append_node (GString       *text,
             const SpzNode *node,
             const SpzNode *before)
{
  switch (node->kind)
    {
    case SPZ_NODE_HEADING:
      append_heading (text, node);
      break;

    case SPZ_NODE_PARAGRAPH:
      separate (text);
      append_runs (text, node, 0);
      break;

    case SPZ_NODE_POINT:
      append_point (text, node, before);
      break;

    case SPZ_NODE_ROLES:
    case SPZ_NODE_FIGURES:
    case SPZ_NODE_DATES:
      append_tables (text, node);
      break;

    case SPZ_NODE_TIMELINE:
      append_timeline (text, node);
      break;

    case SPZ_NODE_ROLE:
    case SPZ_NODE_TASK:
    case SPZ_NODE_FIGURE:
    case SPZ_NODE_DATE:
    default:
      g_assert_not_reached ();
    }
}

/* As in the Markdown of pandoc and others */
static void
append_notes (GString     *text,
              SpzDocument *document)
{
  for (guint i = 0; i < spz_document_get_n_notes (document); i++)
    {
      const SpzNote *note = spz_document_get_note (document, i);

      separate (text);
      g_string_append_printf (text, "[^%u]: ", note->number);
      append_escaped (text, note->text);
      g_string_append_c (text, '\n');
    }
}

/**
 * spz_markdown_render:
 * @document: a document
 *
 * Writes the document as CommonMark with tables, to be read and edited
 * elsewhere and imported again. What is for a narrower audience than everybody
 * begins with a marker, "[intern]" or "[nichtöffentlich]". What was delivered is
 * written as it was then.
 *
 * Returns: (transfer full): the text, UTF-8
 */
char *
spz_markdown_render (SpzDocument *document)
{
  g_auto (SpzLanguage) language = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);
  const SpzNode *before = NULL;

  g_return_val_if_fail (document != NULL, NULL);

  if (document->kept_markdown != NULL)
    return g_strdup (document->kept_markdown);

  spz_language_enter (&language, SPZ_DOCUMENT_LANGUAGE);
  if (*spz_document_get_title (document) != '\0')
    {
      g_string_append (text, "# ");
      append_escaped (text, spz_document_get_title (document));
      g_string_append_c (text, '\n');
    }
  append_paragraph (text, spz_document_get_byline (document));
  append_paragraph (text, spz_document_get_occasion (document));

  for (guint i = 0; i < spz_document_get_n_nodes (document); i++)
    {
      const SpzNode *node = spz_document_get_node (document, i);

      append_node (text, node, before);
      before = node;
    }
  append_notes (text, document);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
