/* spz-plan-table.c: the plan as a table, for those who can't see its picture
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * It stands in the structure tree of a PDF, behind the picture. Its texts are
 * on the page as well, for a tree names content only, but are not painted.
 */

#include "config.h"

#include "spz-pages-private.h"

#include <glib/gi18n-lib.h>

enum
{
  COLUMN_MEASURE,
  COLUMN_PHASE,
  COLUMN_PERIOD,
  N_COLUMNS
};

/* Where a column begins, as part of the picture's width, and the last one ends */
static const double column_places[N_COLUMNS + 1] = { 0, 0.35, 0.75, 1 };

/**
 * Table:
 * @blocks: (element-type utf8 SpzFlowBlock): texts that were set; most occur
 *   several times
 * @y: of the next row
 * @row_height: so that all rows are where the picture is
 */
typedef struct
{
  SpzPages          *pages;
  SpzPaperPage      *page;
  const SpzPageArea *area;
  SpzTag            *tag;
  double             y;
  double             row_height;

  /* Owned */
  GHashTable        *blocks;
} Table;

static const SpzFlowBlock *
get_block (Table      *self,
           const char *text)
{
  SpzFlowBlock *block = g_hash_table_lookup (self->blocks, text);

  if (block == NULL)
    {
      block = spz_flow_block_new (SPZ_TEXT_CELL,
                                  spz_typography_set_unseen (&self->pages->typography, text, self->area->width));
      g_ptr_array_add (self->pages->furniture, block);
      g_hash_table_insert (self->blocks, g_strdup (text), block);
    }

  return block;
}

static void
add_cell (Table      *self,
          SpzTag     *row,
          guint       column,
          const char *role,
          const char *scope,
          const char *text)
{
  SpzTag *tag = spz_flow_add_tag (self->pages->flow, row, role);
  SpzPiece *piece = spz_paper_page_add (self->page, SPZ_PIECE_UNSEEN,
                                        self->area->x + self->area->width * column_places[column], self->y,
                                        self->area->width * (column_places[column + 1] - column_places[column]),
                                        self->row_height);

  tag->scope = scope;
  tag->is_unseen = TRUE;
  piece->tag = tag;
  piece->block = get_block (self, text);
}

static void
add_row (Table      *self,
         const char *measure,
         const char *phase,
         const char *period)
{
  SpzTag *row = spz_flow_add_tag (self->pages->flow, self->tag, "TR");

  add_cell (self, row, COLUMN_MEASURE, "TH", "Row", measure);
  add_cell (self, row, COLUMN_PHASE, "TD", NULL, phase);
  add_cell (self, row, COLUMN_PERIOD, "TD", NULL, period);
  self->y += self->row_height;
}

static void
add_head (Table *self)
{
  const char *titles[N_COLUMNS] = { _("Measure"), _("Phase"), _("Period") };
  SpzTag *row = spz_flow_add_tag (self->pages->flow, self->tag, "TR");

  for (guint i = 0; i < N_COLUMNS; i++)
    add_cell (self, row, i, "TH", "Column", titles[i]);
  self->y += self->row_height;
}

static void
add_bar (Table           *self,
         SpzTimelinePlan *plan,
         const char      *measure,
         guint            index)
{
  const SpzTimelineBar *bar = &spz_timeline_plan_get_bars (plan, NULL)[index];
  g_autofree char *phase = spz_timeline_plan_describe_phase (plan, index);
  /* Where its end is open, its date is only where the picture ends. */
  SpzDate end = bar->certainty == SPZ_CERTAINTY_ONGOING ? SPZ_DATE_NONE : bar->end;
  g_autofree char *period = spz_period_format (bar->start, end, bar->precision);

  add_row (self, measure, phase, period);
}

static void
add_milestone (Table                      *self,
               const char                 *measure,
               const SpzTimelineMilestone *milestone)
{
  /* Translators: %s is a milestone's title */
  g_autofree char *title = g_strdup_printf (_("Milestone: %s"), milestone->title);

  add_row (self, measure, title, milestone->when);
}

static void
add_measures (Table           *self,
              SpzTimelinePlan *plan)
{
  guint n_measures, n_milestones;
  const SpzTimelineMeasure *measures = spz_timeline_plan_get_measures (plan, &n_measures);
  const SpzTimelineMilestone *milestones = spz_timeline_plan_get_milestones (plan, &n_milestones);

  for (guint i = 0; i < n_measures; i++)
    {
      const SpzTimelineMeasure *measure = &measures[i];

      for (guint j = 0; j < measure->n_bars; j++)
        add_bar (self, plan, measure->title, measure->first_bar + j);
      for (guint j = 0; j < measure->n_milestones; j++)
        add_milestone (self, measure->title, &milestones[measure->first_milestone + j]);
      if (measure->n_bars + measure->n_milestones == 0)
        add_row (self, measure->title, "", "");
    }

  for (guint i = 0; i < n_milestones; i++)
    if (milestones[i].measure == SPZ_TIMELINE_NONE)
      add_milestone (self, "", &milestones[i]);
}

static guint
count_rows (SpzTimelinePlan *plan)
{
  guint n_measures, n_bars, n_milestones;

  spz_timeline_plan_get_measures (plan, &n_measures);
  spz_timeline_plan_get_bars (plan, &n_bars);
  spz_timeline_plan_get_milestones (plan, &n_milestones);

  return n_measures + n_bars + n_milestones;
}

/* Private: adds the table of a plan to the page on which its picture is, or
 * ends; nothing for a plan without anything in it */
void
spz_pages_add_plan_table (SpzPages          *self,
                          SpzPaperPage      *page,
                          SpzTimelinePlan   *plan,
                          SpzTag            *parent,
                          const SpzPageArea *area)
{
  guint n_rows = count_rows (plan);
  g_autoptr (GHashTable) blocks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Table table = { .pages = self, .page = page, .area = area, .blocks = blocks };

  if (n_rows == 0)
    return;

  table.tag = spz_flow_add_tag (self->flow, parent, "Table");
  table.y = area->y;
  table.row_height = area->height / (n_rows + 1);
  add_head (&table);
  add_measures (&table, plan);
}
