/* spz-document-table.c: a document's tables, for formats that have tables
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-document-table.h"

#include <glib/gi18n-lib.h>

#include "spz-document-notes.h"
#include "spz-marker.h"
#include "spz-timeline-plan.h"

static void
cell_clear (gpointer data)
{
  SpzDocumentCell *self = data;

  g_free (self->text);
}

/* Titles are translated here, and marked so by whoever calls */
static SpzDocumentTable *
table_new (guint               n_columns,
           const char *const  *titles,
           const guint        *shares)
{
  SpzDocumentTable *self = g_new0 (SpzDocumentTable, 1);

  self->n_columns = n_columns;
  self->cells = g_array_new (FALSE, FALSE, sizeof (SpzDocumentCell));
  g_array_set_clear_func (self->cells, cell_clear);
  for (guint i = 0; i < n_columns; i++)
    {
      self->titles[i] = _(titles[i]);
      self->shares[i] = shares[i];
    }

  return self;
}

static void
take_markdown (SpzDocumentTable *self,
               char             *markdown,
               gboolean          is_list)
{
  const SpzDocumentCell cell = { markdown, is_list, NULL };

  g_array_append_val (self->cells, cell);
}

static void
add_plain (SpzDocumentTable *self,
           const char       *text)
{
  take_markdown (self, spz_inline_escape (text != NULL ? text : ""), FALSE);
}

/* A row's head, marked if the row isn't for everybody */
static void
add_title (SpzDocumentTable *self,
           const SpzNode    *row)
{
  g_autofree char *title = spz_node_get_text (row);
  g_autofree char *marked = spz_marker_mark (row, title);

  add_plain (self, marked);
}

static void
add_role (SpzDocumentTable *self,
          const SpzNode    *role)
{
  g_autoptr (GString) tasks = g_string_new (NULL);

  add_title (self, role);
  add_plain (self, role->cells[SPZ_CELL_HOLDER]);
  add_plain (self, role->cells[SPZ_CELL_UNIT]);

  for (guint i = 0; i < role->children->len; i++)
    {
      const SpzNode *task = g_ptr_array_index (role->children, i);
      g_autofree char *markdown = spz_inline_from_runs (task->runs);

      g_strdelimit (markdown, "\n", ' ');
      g_string_append_printf (tasks, "%s%s", i > 0 ? "\n" : "", markdown);
    }
  take_markdown (self, g_string_free (g_steal_pointer (&tasks), FALSE), TRUE);
}

/* The value, with its references to notes */
static void
add_value (SpzDocumentTable *self,
           const SpzNode    *row)
{
  g_autofree char *marked = spz_node_mark_cell (row, SPZ_CELL_VALUE, row->cells[SPZ_CELL_VALUE]);

  add_plain (self, marked);
  g_array_index (self->cells, SpzDocumentCell, self->cells->len - 1).notes = row->notes;
}

static void
add_figure (SpzDocumentTable *self,
            const SpzNode    *figure)
{
  add_title (self, figure);
  add_value (self, figure);
  add_plain (self, figure->cells[SPZ_CELL_CHANGE]);
  add_plain (self, figure->cells[SPZ_CELL_DATE]);
  add_plain (self, figure->cells[SPZ_CELL_ARITHMETIC]);
}

static void
add_date (SpzDocumentTable *self,
          const SpzNode    *date)
{
  add_plain (self, date->cells[SPZ_CELL_DATE]);
  add_title (self, date);
  add_plain (self, date->cells[SPZ_CELL_DETAIL]);
}

static SpzDocumentTable *
new_from_rows (const SpzNode *node)
{
  /* The importer knows the table of roles by these words: they are not
   * translated */
  static const char *const role_titles[] = { "Rolle", "Name", "Einheit", "Aufgaben" };
  static const guint role_shares[] = { 25, 19, 14, 42 };
  static const char *const figure_titles[] = {
    N_("Key figure"), N_("Value"), N_("Difference"), N_("As of"), N_("Arithmetic"),
  };
  static const guint figure_shares[] = { 34, 15, 13, 14, 24 };
  static const char *const date_titles[] = { N_("Date"), N_("Event"), N_("Details") };
  static const guint date_shares[] = { 22, 48, 30 };
  SpzDocumentTable *self;

  if (node->kind == SPZ_NODE_ROLES)
    self = table_new (G_N_ELEMENTS (role_titles), role_titles, role_shares);
  else if (node->kind == SPZ_NODE_FIGURES)
    self = table_new (G_N_ELEMENTS (figure_titles), figure_titles, figure_shares);
  else
    self = table_new (G_N_ELEMENTS (date_titles), date_titles, date_shares);

  for (guint i = 0; i < node->children->len; i++)
    {
      const SpzNode *row = g_ptr_array_index (node->children, i);

      if (row->kind == SPZ_NODE_ROLE)
        add_role (self, row);
      else if (row->kind == SPZ_NODE_FIGURE)
        add_figure (self, row);
      else
        add_date (self, row);
    }

  return self;
}

/* The plan */

static SpzDocumentTable *
new_from_bars (SpzTimelinePlan *plan)
{
  static const char *const titles[] = { N_("Measure"), N_("Phase"), N_("Period") };
  static const guint shares[] = { 34, 42, 24 };
  SpzDocumentTable *self = table_new (G_N_ELEMENTS (titles), titles, shares);
  const SpzTimelineMeasure *measures = spz_timeline_plan_get_measures (plan, NULL);
  guint n_bars;
  const SpzTimelineBar *bars = spz_timeline_plan_get_bars (plan, &n_bars);

  for (guint i = 0; i < n_bars; i++)
    {
      g_autofree char *period = spz_period_format (bars[i].start, bars[i].end, bars[i].precision);

      add_plain (self, measures[bars[i].measure].title);
      add_plain (self, bars[i].title);
      add_plain (self, period);
    }

  return self;
}

static SpzDocumentTable *
new_from_milestones (SpzTimelinePlan *plan)
{
  static const char *const titles[] = { N_("Milestone"), N_("Date") };
  static const guint shares[] = { 60, 40 };
  SpzDocumentTable *self = table_new (G_N_ELEMENTS (titles), titles, shares);
  guint n_milestones;
  const SpzTimelineMilestone *milestones = spz_timeline_plan_get_milestones (plan, &n_milestones);

  for (guint i = 0; i < n_milestones; i++)
    {
      add_plain (self, milestones[i].title);
      add_plain (self, milestones[i].when);
    }

  return self;
}

/**
 * spz_node_get_tables:
 * @node: a table of a document, or the plan
 *
 * Gets what a format with tables writes for the node: one table, or for the
 * plan its phases and its milestones. Tables without rows are left out.
 *
 * Returns: (transfer full) (element-type SpzDocumentTable): the tables
 */
GPtrArray *
spz_node_get_tables (const SpzNode *node)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) spz_document_table_free);

  if (node->kind == SPZ_NODE_TIMELINE)
    {
      g_ptr_array_add (tables, new_from_bars (node->plan));
      g_ptr_array_add (tables, new_from_milestones (node->plan));
    }
  else
    {
      g_ptr_array_add (tables, new_from_rows (node));
    }

  for (guint i = tables->len; i > 0; i--)
    if (spz_document_table_get_rows (g_ptr_array_index (tables, i - 1)) == 0)
      g_ptr_array_remove_index (tables, i - 1);

  return tables;
}

/**
 * spz_document_table_free:
 * @self: (transfer full): a table
 */
void
spz_document_table_free (SpzDocumentTable *self)
{
  g_array_unref (self->cells);
  g_free (self);
}

/**
 * spz_document_table_get_rows:
 * @self: a table
 *
 * Returns: how many rows it has, the head not counted
 */
guint
spz_document_table_get_rows (const SpzDocumentTable *self)
{
  return self->cells->len / self->n_columns;
}

/**
 * spz_document_table_get_cell:
 * @self: a table
 * @row: a row, from 0
 * @column: a column, from 0
 *
 * Returns: (transfer none): the cell
 */
const SpzDocumentCell *
spz_document_table_get_cell (const SpzDocumentTable *self,
                             guint                   row,
                             guint                   column)
{
  return &g_array_index (self->cells, SpzDocumentCell, row * self->n_columns + column);
}
