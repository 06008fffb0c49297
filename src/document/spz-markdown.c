/* spz-markdown.c: a document as Markdown
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-markdown.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spz-marker-private.h"
#include "spz-timeline-plan.h"

/* The importer reads this again: see src/exchange. It knows the table of roles
 * by these words, so they are the same in every language. */
static const char *const role_titles[] = { "Rolle", "Name", "Einheit", "Aufgaben" };

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
  g_autofree char *markdown = spz_inline_from_runs (node->runs);
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
             const char *plain)
{
  g_autofree char *escaped = spz_inline_escape (plain != NULL ? plain : "");
  g_auto (GStrv) bars = g_strsplit (escaped, "|", -1);
  g_autofree char *joined = g_strjoinv ("\\|", bars);

  g_strdelimit (joined, "\n", ' ');
  g_string_append_printf (text, " %s |", joined);
}

static void
append_row (GString           *text,
            const char *const *cells,
            guint              n_cells)
{
  g_string_append_c (text, '|');
  for (guint i = 0; i < n_cells; i++)
    append_cell (text, cells[i]);
  g_string_append_c (text, '\n');
}

static void
append_head (GString           *text,
             const char *const *titles,
             guint              n_titles)
{
  separate (text);
  append_row (text, titles, n_titles);
  g_string_append_c (text, '|');
  for (guint i = 0; i < n_titles; i++)
    g_string_append (text, " --- |");
  g_string_append_c (text, '\n');
}

static void
append_roles (GString       *text,
              const SpzNode *table)
{
  append_head (text, role_titles, G_N_ELEMENTS (role_titles));
  for (guint i = 0; i < table->children->len; i++)
    {
      const SpzNode *role = g_ptr_array_index (table->children, i);

      g_string_append_c (text, '|');
      append_cell (text, role->cells[SPZ_CELL_TITLE]);
      append_cell (text, role->cells[SPZ_CELL_HOLDER]);
      append_cell (text, role->cells[SPZ_CELL_UNIT]);
      for (guint j = 0; j < role->children->len; j++)
        {
          const SpzNode *task = g_ptr_array_index (role->children, j);
          g_autofree char *markdown = spz_inline_from_runs (task->runs);
          g_auto (GStrv) bars = g_strsplit (markdown, "|", -1);
          g_autofree char *joined = g_strjoinv ("\\|", bars);

          g_strdelimit (joined, "\n", ' ');
          g_string_append_printf (text, "%s• %s", j > 0 ? "<br>" : " ", joined);
        }
      g_string_append (text, " |\n");
    }
}

static char *
get_marked_title (const SpzNode *row)
{
  g_autofree char *title = spz_node_get_text (row);

  return spz_marker_mark (row, title);
}

static void
append_figures (GString       *text,
                const SpzNode *table)
{
  const char *titles[] = { _("Key figure"), _("Value"), _("Difference"), _("As of"), _("Arithmetic") };

  append_head (text, titles, G_N_ELEMENTS (titles));
  for (guint i = 0; i < table->children->len; i++)
    {
      const SpzNode *figure = g_ptr_array_index (table->children, i);
      g_autofree char *title = get_marked_title (figure);
      const char *cells[] = {
        title, figure->cells[SPZ_CELL_VALUE], figure->cells[SPZ_CELL_CHANGE],
        figure->cells[SPZ_CELL_DATE], figure->cells[SPZ_CELL_ARITHMETIC],
      };

      append_row (text, cells, G_N_ELEMENTS (cells));
    }
}

static void
append_dates (GString       *text,
              const SpzNode *table)
{
  const char *titles[] = { _("Date"), _("Event"), _("Details") };

  append_head (text, titles, G_N_ELEMENTS (titles));
  for (guint i = 0; i < table->children->len; i++)
    {
      const SpzNode *date = g_ptr_array_index (table->children, i);
      g_autofree char *title = get_marked_title (date);
      const char *cells[] = {
        date->cells[SPZ_CELL_DATE], title, date->cells[SPZ_CELL_DETAIL],
      };

      append_row (text, cells, G_N_ELEMENTS (cells));
    }
}

static void
append_timeline (GString       *text,
                 const SpzNode *node)
{
  const char *phase_titles[] = { _("Measure"), _("Phase"), _("Period") };
  const char *milestone_titles[] = { _("Milestone"), _("Date") };
  guint n_bars, n_milestones;
  const SpzTimelineMeasure *measures = spz_timeline_plan_get_measures (node->plan, NULL);
  const SpzTimelineBar *bars = spz_timeline_plan_get_bars (node->plan, &n_bars);
  const SpzTimelineMilestone *milestones = spz_timeline_plan_get_milestones (node->plan, &n_milestones);

  separate (text);
  g_string_append (text, "## ");
  append_escaped (text, spz_timeline_plan_get_title (node->plan));
  g_string_append_c (text, '\n');

  append_head (text, phase_titles, G_N_ELEMENTS (phase_titles));
  for (guint i = 0; i < n_bars; i++)
    {
      g_autofree char *period = spz_period_format (bars[i].start, bars[i].end, bars[i].precision);
      const char *cells[] = { measures[bars[i].measure].title, bars[i].title, period };

      append_row (text, cells, G_N_ELEMENTS (cells));
    }

  if (n_milestones > 0)
    append_head (text, milestone_titles, G_N_ELEMENTS (milestone_titles));
  for (guint i = 0; i < n_milestones; i++)
    {
      const char *cells[] = { milestones[i].title, milestones[i].when };

      append_row (text, cells, G_N_ELEMENTS (cells));
    }

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
      append_roles (text, node);
      break;

    case SPZ_NODE_FIGURES:
      append_figures (text, node);
      break;

    case SPZ_NODE_DATES:
      append_dates (text, node);
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

/**
 * spz_markdown_render:
 * @document: a document
 *
 * Writes the document as CommonMark with tables, to be read and edited
 * elsewhere and imported again. What is for a narrower audience than everybody
 * begins with a marker, "[intern]" or "[nichtöffentlich]".
 *
 * Returns: (transfer full): the text, UTF-8
 */
char *
spz_markdown_render (SpzDocument *document)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const SpzNode *before = NULL;

  g_return_val_if_fail (document != NULL, NULL);

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

  return g_string_free (g_steal_pointer (&text), FALSE);
}
