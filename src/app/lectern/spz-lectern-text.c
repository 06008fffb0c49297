/* spz-lectern-text.c: what stands on the lectern's screen
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-lectern-text.h"

/* Of the text itself, for what goes with it */
#define SMALL "<span size='60%'>"
#define SMALL_END "</span>"

static void
append_runs (GString       *markup,
             const SpzNode *node)
{
  g_autofree char *markdown = spz_inline_from_runs (node->runs);
  g_autofree char *text = spz_inline_to_pango (markdown);

  g_string_append (markup, text);
}

static void
append_cell (GString       *markup,
             const SpzNode *node,
             SpzNodeCell    cell,
             const char    *before,
             const char    *after)
{
  const char *text = node->cells[cell];
  g_autofree char *escaped = NULL;

  if (text == NULL || *text == '\0')
    return;

  escaped = g_markup_escape_text (text, -1);
  g_string_append_printf (markup, "%s%s%s", before, escaped, after);
}

static void
append_role (GString       *markup,
             const SpzNode *role)
{
  append_cell (markup, role, SPZ_CELL_TITLE, "<b>", "</b>");
  append_cell (markup, role, SPZ_CELL_HOLDER, "\n" SMALL, SMALL_END);
  append_cell (markup, role, SPZ_CELL_UNIT, "\n" SMALL, SMALL_END);

  for (guint i = 0; i < role->children->len; i++)
    {
      g_string_append (markup, "\n• ");
      append_runs (markup, g_ptr_array_index (role->children, i));
    }
}

static void
append_row (GString       *markup,
            const SpzNode *row)
{
  if (row->kind == SPZ_NODE_FIGURE)
    {
      append_cell (markup, row, SPZ_CELL_VALUE, "<b>", "</b>  ");
      append_cell (markup, row, SPZ_CELL_TITLE, "", "");
      append_cell (markup, row, SPZ_CELL_CHANGE, "  " SMALL, SMALL_END);
      return;
    }

  append_cell (markup, row, SPZ_CELL_DATE, "<b>", "</b>  ");
  append_cell (markup, row, SPZ_CELL_TITLE, "", "");
  append_cell (markup, row, SPZ_CELL_DETAIL, "  " SMALL, SMALL_END);
}

static void
append_rows (GString       *markup,
             const SpzNode *table)
{
  for (guint i = 0; i < table->children->len; i++)
    {
      if (i > 0)
        g_string_append_c (markup, '\n');
      append_row (markup, g_ptr_array_index (table->children, i));
    }
}

/**
 * spz_lectern_dup_markup:
 * @node: a step's node
 * @context: (nullable): the point it stands below
 *
 * Returns: (transfer full): the node as Pango markup
 */
char *
spz_lectern_dup_markup (const SpzNode *node,
                        const SpzNode *context)
{
  g_autoptr (GString) markup = g_string_new (NULL);

  if (context != NULL)
    {
      g_string_append (markup, "<span size='60%' alpha='70%'>");
      append_runs (markup, context);
      g_string_append (markup, "</span>\n");
    }

  if (node->kind == SPZ_NODE_ROLE)
    append_role (markup, node);
  else if (node->kind == SPZ_NODE_FIGURES || node->kind == SPZ_NODE_DATES)
    append_rows (markup, node);
  else if (node->runs != NULL && node->kind == SPZ_NODE_POINT && node->style == SPZ_POINT_CONCLUSION)
    {
      g_string_append (markup, "<b>➔ ");
      append_runs (markup, node);
      g_string_append (markup, "</b>");
    }
  else if (node->runs != NULL)
    append_runs (markup, node);

  return g_string_free (g_steal_pointer (&markup), FALSE);
}

/**
 * spz_lectern_dup_line:
 * @node: a step's node
 *
 * Returns: (transfer full): what announces the node while another one is
 *   spoken, as plain text
 */
char *
spz_lectern_dup_line (const SpzNode *node)
{
  switch (node->kind)
    {
    case SPZ_NODE_ROLE:
      return g_strdup (node->cells[SPZ_CELL_TITLE]);
    case SPZ_NODE_FIGURES:
      return g_strdup (_("Key figures"));
    case SPZ_NODE_DATES:
      return g_strdup (_("Next dates"));
    case SPZ_NODE_TIMELINE:
      return g_strdup (_("Timeline"));
    case SPZ_NODE_HEADING:
    case SPZ_NODE_PARAGRAPH:
    case SPZ_NODE_POINT:
    case SPZ_NODE_ROLES:
    case SPZ_NODE_TASK:
    case SPZ_NODE_FIGURE:
    case SPZ_NODE_DATE:
    default:
      return spz_node_get_text (node);
    }
}

/**
 * spz_lectern_format_time:
 * @seconds: a time; less than 0 for time overrun
 *
 * Returns: (transfer full): for instance "7:05", "1:02:00" or "−0:35"
 */
char *
spz_lectern_format_time (gint64 seconds)
{
  const char *sign = seconds < 0 ? "−" : "";
  gint64 amount = ABS (seconds);
  int hours = (int) (amount / 3600), minutes = (int) (amount / 60 % 60), rest = (int) (amount % 60);

  if (hours > 0)
    return g_strdup_printf ("%s%d:%02d:%02d", sign, hours, minutes, rest);

  return g_strdup_printf ("%s%d:%02d", sign, minutes, rest);
}

/**
 * spz_lectern_describe_remaining:
 * @left: the seconds left of the slot; less than 0 once it is over
 * @needed: the seconds what is still to be said takes
 *
 * Says how much time is left. That it suffices needs no word; too much left to
 * say does.
 *
 * Returns: (transfer full): such as "4:05 left"
 */
char *
spz_lectern_describe_remaining (gint64 left,
                                gint64 needed)
{
  g_autofree char *time = spz_lectern_format_time (left);
  gint64 excess = needed - left;

  if (left >= 0 && excess >= 60)
    /* Translators: the time left, and by how many minutes the speech is too long */
    return g_strdup_printf (_("%s left · %d min too long"), time, (int) (excess / 60));

  if (left < 0)
    /* Translators: the time overrun, for instance "−0:35" */
    return g_strdup_printf (_("%s over time"), time);

  /* Translators: the time left, for instance "4:05" */
  return g_strdup_printf (_("%s left"), time);
}
