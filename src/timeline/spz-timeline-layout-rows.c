/* spz-timeline-layout-rows.c: the rows of a plan, and where they stand
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "spz-timeline-layout-private.h"
#include "spz-timeline-plan-private.h"

/* So many laid out rows are kept while others are scrolled through. */
#define MAX_LIVE_ROWS 256

/* The mark of the nth footnote: asterisks, as people are used to, as long as
 * they can be told apart at a glance. */
static char *
make_mark (guint n)
{
  const char *marks[] = { "*", "**", "***", "†", "††", "†††" };

  if (n <= G_N_ELEMENTS (marks))
    return g_strdup (marks[n - 1]);

  return g_strdup_printf ("[%u]", n);
}

/* The mark that points to a measure's footnote: the asterisks that a label of
 * it ends with already, or else that of its place among the footnotes; NULL
 * without a footnote. */
char *
spz_timeline_layout_get_mark (SpzTimelineLayout *self,
                              guint              measure,
                              gboolean          *in_label)
{
  const SpzTimelineMeasure *measures = spz_timeline_plan_get_measures (self->plan, NULL);
  const SpzTimelineBar *bars = spz_timeline_plan_get_bars (self->plan, NULL);
  const SpzTimelineMeasure *m = &measures[measure];
  guint n = 1;

  *in_label = FALSE;
  if (*m->footnote == '\0')
    return NULL;

  for (guint i = 0; i < m->n_bars; i++)
    {
      const char *title = bars[m->first_bar + i].title;
      gsize length = strlen (title);

      while (length > 0 && title[length - 1] == '*')
        length--;
      if (title[length] == '*')
        {
          *in_label = TRUE;
          return g_strdup (title + length);
        }
    }

  for (guint i = 0; i < measure; i++)
    if (*measures[i].footnote != '\0')
      n++;

  return make_mark (n);
}

/* Milestones of no measure, or where one was, have a row above all groups. */
static gboolean
has_loose_milestones (SpzTimelinePlan *plan)
{
  return (plan->milestones->len > 0 &&
          g_array_index (plan->milestones, SpzTimelineMilestone, plan->milestones->len - 1).measure == SPZ_TIMELINE_NONE) ||
         (plan->ghosts->len > 0 &&
          g_array_index (plan->ghosts, SpzTimelineGhost, plan->ghosts->len - 1).measure == SPZ_TIMELINE_NONE);
}

static gboolean
has_milestone_row (SpzTimelineLayout *self)
{
  return has_loose_milestones (self->plan) || (self->flags & SPZ_TIMELINE_LAYOUT_MILESTONE_ROW) != 0;
}

static gboolean
is_collapsed (SpzTimelineLayout *self,
              guint              group)
{
  const SpzTimelineGroup *g = &g_array_index (self->plan->groups, SpzTimelineGroup, group);

  return g_hash_table_contains (self->collapsed, &g->id);
}

/* Private: the heights of what was shown are gone with the rows. */
void
spz_timeline_layout_free_rows (SpzTimelineLayout *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    spz_timeline_row_clear (&self->rows[i]);
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->measure_rows, g_free);
  g_clear_pointer (&self->widths, g_free);
  self->title_width = 0;
  spz_timeline_heights_clear (&self->heights);
  g_array_set_size (self->live, 0);
  self->n_rows = 0;
}

/* On a screen rows begin at whole pixels: their lines are crisp, and pictures
 * of them can be put beside each other. */
static double
round_height (SpzTimelineLayout *self,
              double             height)
{
  return spz_timeline_theme_get_style (self->theme) == SPZ_TIMELINE_STYLE_PAPER ? height : ceil (height);
}

static double
estimate_height (SpzTimelineLayout  *self,
                 SpzTimelineRowType  type,
                 guint               index)
{
  return round_height (self, spz_timeline_row_estimate (self, type, index));
}

static void
append_row (SpzTimelineLayout  *self,
            double             *heights,
            SpzTimelineRowType  type,
            guint               index,
            gboolean            hidden)
{
  SpzTimelineRow *row = &self->rows[self->n_rows];

  row->type = type;
  row->index = index;
  heights[self->n_rows++] = hidden ? 0 : estimate_height (self, type, index);
}

/* Private: makes the rows of the present plan, none of them laid out yet. */
void
spz_timeline_layout_build_rows (SpzTimelineLayout *self)
{
  SpzTimelinePlan *plan = self->plan;
  guint n_rows = 1 + plan->groups->len + plan->measures->len;
  double *heights = g_new (double, n_rows);

  self->rows = g_new0 (SpzTimelineRow, n_rows);
  self->measure_rows = g_new (guint, plan->measures->len + 1);
  self->widths = g_new0 (float, plan->bars->len + 1);
  self->generation++;

  if (has_milestone_row (self))
    append_row (self, heights, SPZ_TIMELINE_ROW_MILESTONES, 0, !has_loose_milestones (plan));

  for (guint i = 0; i < plan->groups->len; i++)
    {
      const SpzTimelineGroup *group = &g_array_index (plan->groups, SpzTimelineGroup, i);
      gboolean hidden = is_collapsed (self, i);

      append_row (self, heights, SPZ_TIMELINE_ROW_GROUP, i, FALSE);
      for (guint j = 0; j < group->n_measures; j++)
        {
          self->measure_rows[group->first_measure + j] = self->n_rows;
          append_row (self, heights, SPZ_TIMELINE_ROW_MEASURE, group->first_measure + j, hidden);
        }
    }

  spz_timeline_heights_init (&self->heights, heights, self->n_rows);
}

/* Private: all rows have to be laid out anew; their heights are estimates. */
void
spz_timeline_layout_invalidate (SpzTimelineLayout *self)
{
  self->generation++;
  g_hash_table_remove_all (self->numbers);
}

static gboolean
is_hidden (SpzTimelineLayout    *self,
           const SpzTimelineRow *row)
{
  return row->type == SPZ_TIMELINE_ROW_MEASURE &&
         is_collapsed (self, g_array_index (self->plan->measures, SpzTimelineMeasure, row->index).group);
}

static gboolean
ensure_row (SpzTimelineLayout *self,
            guint              index)
{
  SpzTimelineRow *row = &self->rows[index];
  double former = self->heights.heights[index];
  double height;

  if (row->generation == self->generation)
    return FALSE;

  if (row->bars == NULL)
    g_array_append_val (self->live, index);

  spz_timeline_row_layout (row, self, &height);
  row->generation = row->laid_out = self->generation;
  row->serial = ++self->serial;
  height = is_hidden (self, row) ? 0 : round_height (self, height);
  spz_timeline_heights_set (&self->heights, index, height);

  return fabs (height - former) > 0.01;
}

/* Lets go of rows far from those in sight; their heights stay known. */
static void
release_rows (SpzTimelineLayout *self,
              guint              first,
              guint              last)
{
  guint kept = 0;

  if (self->live->len <= MAX_LIVE_ROWS + (last - first))
    return;

  for (guint i = 0; i < self->live->len; i++)
    {
      guint index = g_array_index (self->live, guint, i);

      if (index >= first && index <= last)
        {
          g_array_index (self->live, guint, kept++) = index;
        }
      else
        {
          spz_timeline_row_clear (&self->rows[index]);
          self->rows[index].generation = 0;
        }
    }
  g_array_set_size (self->live, kept);
}

SpzTimelineRow *
spz_timeline_layout_get_row (SpzTimelineLayout *self,
                             guint              row)
{
  ensure_row (self, row);

  return &self->rows[row];
}

/* The size down to which a label may shrink to fit its bar; 0: it may not. */
void
spz_timeline_layout_set_min_size (SpzTimelineLayout *self,
                                  double             size)
{
  self->min_size = size;
  spz_timeline_layout_invalidate (self);
}

/* Without dates, where something was takes hardly any room. */
void
spz_timeline_layout_set_slim_ghosts (SpzTimelineLayout *self,
                                     gboolean           slim)
{
  self->slim_ghosts = slim;
  spz_timeline_layout_invalidate (self);
}

/* On how many lines a label may be broken; the less, the more of them stand
 * beside their bars or are numbered, and the lower the rows are. */
void
spz_timeline_layout_set_max_lines (SpzTimelineLayout *self,
                                   int                max_lines)
{
  self->max_lines = max_lines;
  spz_timeline_layout_invalidate (self);
}

/* On how many more than that those of a row may be */
void
spz_timeline_layout_set_more_lines (SpzTimelineLayout *self,
                                    guint              row,
                                    int                more_lines)
{
  self->rows[row].more_lines = more_lines;
  spz_timeline_layout_invalidate (self);
}

/* Height that is added to each measure's row. Nothing is laid out anew: what
 * stands in a row stays in its middle. */
void
spz_timeline_layout_set_spacing (SpzTimelineLayout *self,
                                 double             spacing)
{
  double change = spacing - self->spacing;

  self->spacing = spacing;
  for (guint i = 0; i < self->n_rows; i++)
    {
      SpzTimelineRow *row = &self->rows[i];

      if (row->type != SPZ_TIMELINE_ROW_MEASURE)
        continue;
      if (self->heights.heights[i] > 0)
        spz_timeline_heights_set (&self->heights, i, self->heights.heights[i] + change);
      if (row->generation == self->generation)
        {
          spz_timeline_row_shift (row, change / 2);
          row->serial = ++self->serial;
        }
    }
}

/* The measures' heights in another layout of rows, before an edit */
typedef struct
{
  SpzTimelinePlan    *plan;
  guint              *measure_rows;
  SpzTimelineHeights  heights;
  GHashTable         *by_id;
} Former;

static guint
find_former (Former                   *former,
             const SpzTimelineMeasure *measure,
             guint                     index)
{
  GArray *measures = former->plan->measures;
  gpointer found;

  /* Most edits leave the measures where they are. */
  if (index < measures->len && g_array_index (measures, SpzTimelineMeasure, index).id == measure->id)
    return index;

  if (former->by_id == NULL)
    {
      former->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
      for (guint i = 0; i < measures->len; i++)
        g_hash_table_insert (former->by_id, &g_array_index (measures, SpzTimelineMeasure, i).id,
                             GUINT_TO_POINTER (i + 1));
    }

  found = g_hash_table_lookup (former->by_id, &measure->id);
  return found != NULL ? GPOINTER_TO_UINT (found) - 1 : SPZ_TIMELINE_NONE;
}

static void
recall_heights (SpzTimelineLayout *self,
                Former            *former)
{
  for (guint i = 0; i < self->plan->measures->len; i++)
    {
      const SpzTimelineMeasure *measure = &g_array_index (self->plan->measures, SpzTimelineMeasure, i);
      guint index = find_former (former, measure, i);
      double height;

      if (index == SPZ_TIMELINE_NONE)
        continue;

      height = former->heights.heights[former->measure_rows[index]];
      if (height > 0 && self->heights.heights[self->measure_rows[i]] > 0)
        spz_timeline_heights_set (&self->heights, self->measure_rows[i], height);
    }
}

/**
 * spz_timeline_layout_replace_rows:
 * @self: a layout
 * @plan: another plan, usually the same one after an edit
 *
 * Takes the plan's rows for those there are. What is folded stays so, and rows
 * keep their heights until they are laid out anew.
 */
void
spz_timeline_layout_replace_rows (SpzTimelineLayout *self,
                                  SpzTimelinePlan   *plan)
{
  Former former = { 0, };

  former.plan = g_steal_pointer (&self->plan);
  former.measure_rows = g_steal_pointer (&self->measure_rows);
  former.heights = self->heights;
  self->heights = (SpzTimelineHeights) { 0, };

  spz_timeline_layout_free_rows (self);
  self->plan = spz_timeline_plan_ref (plan);
  spz_timeline_layout_build_rows (self);
  recall_heights (self, &former);

  g_clear_pointer (&former.by_id, g_hash_table_unref);
  spz_timeline_heights_clear (&former.heights);
  g_free (former.measure_rows);
  spz_timeline_plan_unref (former.plan);
}

/**
 * spz_timeline_layout_get_collapsed:
 * @self: a layout
 * @group: index of a group
 *
 * Returns: whether its measures are hidden
 */
gboolean
spz_timeline_layout_get_collapsed (SpzTimelineLayout *self,
                                   guint              group)
{
  g_return_val_if_fail (SPZ_IS_TIMELINE_LAYOUT (self), FALSE);
  g_return_val_if_fail (group < self->plan->groups->len, FALSE);

  return is_collapsed (self, group);
}

/**
 * spz_timeline_layout_set_collapsed:
 * @self: a layout
 * @group: index of a group
 * @collapsed: whether its measures are hidden
 *
 * Hides or shows a group's measures. Hidden rows are still rows, without height.
 */
void
spz_timeline_layout_set_collapsed (SpzTimelineLayout *self,
                                   guint              group,
                                   gboolean           collapsed)
{
  const SpzTimelineGroup *g;

  g_return_if_fail (SPZ_IS_TIMELINE_LAYOUT (self));
  g_return_if_fail (group < self->plan->groups->len);

  g = &g_array_index (self->plan->groups, SpzTimelineGroup, group);
  if (collapsed)
    g_hash_table_add (self->collapsed, g_memdup2 (&g->id, sizeof g->id));
  else
    g_hash_table_remove (self->collapsed, &g->id);

  for (guint i = 0; i < g->n_measures; i++)
    {
      guint row = self->measure_rows[g->first_measure + i];

      self->rows[row].generation = 0;
      spz_timeline_heights_set (&self->heights, row,
                                collapsed ? 0 : estimate_height (self, SPZ_TIMELINE_ROW_MEASURE,
                                                                 g->first_measure + i));
    }
  self->rows[spz_timeline_layout_get_group_row (self, group)].generation = 0;
}

/**
 * spz_timeline_layout_ensure:
 * @self: a layout
 * @y: the top of what is seen
 * @height: its height
 *
 * Lays out the rows that are seen: to be called before each frame, and with
 * the whole height before all of it is printed. Rows far from it are let go.
 *
 * Returns: whether the plan's height changed
 */
gboolean
spz_timeline_layout_ensure (SpzTimelineLayout *self,
                            double             y,
                            double             height)
{
  gboolean changed = FALSE;
  guint first, row;
  double top;

  g_return_val_if_fail (SPZ_IS_TIMELINE_LAYOUT (self), FALSE);

  first = spz_timeline_heights_find (&self->heights, y);
  top = spz_timeline_heights_get_top (&self->heights, first);
  for (row = first; row < self->n_rows && top < y + height; row++)
    {
      if (self->heights.heights[row] > 0)
        changed |= ensure_row (self, row);
      top += self->heights.heights[row];
    }
  release_rows (self, first, row);

  return changed;
}

/**
 * spz_timeline_layout_get_n_rows:
 * @self: a layout
 *
 * Returns: how many rows there are, those of collapsed groups included
 */
guint
spz_timeline_layout_get_n_rows (SpzTimelineLayout *self)
{
  return self->n_rows;
}

/**
 * spz_timeline_layout_get_row_type:
 * @self: a layout
 * @row: a row
 * @index: (out) (optional): index of its group or measure
 *
 * Returns: what the row shows
 */
SpzTimelineRowType
spz_timeline_layout_get_row_type (SpzTimelineLayout *self,
                                  guint              row,
                                  guint             *index)
{
  g_return_val_if_fail (row < self->n_rows, SPZ_TIMELINE_ROW_GROUP);

  if (index != NULL)
    *index = self->rows[row].index;
  return self->rows[row].type;
}

/**
 * spz_timeline_layout_get_group_row:
 * @self: a layout
 * @group: index of a group
 *
 * Returns: the row of its band, or %SPZ_TIMELINE_NONE
 */
guint
spz_timeline_layout_get_group_row (SpzTimelineLayout *self,
                                   guint              group)
{
  const SpzTimelineGroup *g;

  g_return_val_if_fail (group < self->plan->groups->len, SPZ_TIMELINE_NONE);

  /* Before each group's band there are the bands and measures of those before. */
  g = &g_array_index (self->plan->groups, SpzTimelineGroup, group);
  return has_milestone_row (self) + group + g->first_measure;
}

/**
 * spz_timeline_layout_get_measure_row:
 * @self: a layout
 * @measure: index of a measure
 *
 * Returns: its row, or %SPZ_TIMELINE_NONE
 */
guint
spz_timeline_layout_get_measure_row (SpzTimelineLayout *self,
                                     guint              measure)
{
  g_return_val_if_fail (measure < self->plan->measures->len, SPZ_TIMELINE_NONE);

  return self->measure_rows[measure];
}

/**
 * spz_timeline_layout_get_row_at:
 * @self: a layout
 * @y: a place
 *
 * Returns: the row there, or %SPZ_TIMELINE_NONE
 */
guint
spz_timeline_layout_get_row_at (SpzTimelineLayout *self,
                                double             y)
{
  guint row;

  if (y < 0)
    return SPZ_TIMELINE_NONE;

  row = spz_timeline_heights_find (&self->heights, y);
  return row < self->n_rows ? row : SPZ_TIMELINE_NONE;
}

/**
 * spz_timeline_layout_get_row_extents:
 * @self: a layout
 * @row: a row
 * @y: (out) (optional): its top
 * @height: (out) (optional): its height; 0 in a collapsed group
 *
 * Gets where a row stands; estimated, where it isn't laid out yet.
 */
void
spz_timeline_layout_get_row_extents (SpzTimelineLayout *self,
                                     guint              row,
                                     double            *y,
                                     double            *height)
{
  g_return_if_fail (row < self->n_rows);

  if (y != NULL)
    *y = spz_timeline_heights_get_top (&self->heights, row);
  if (height != NULL)
    *height = self->heights.heights[row];
}

/**
 * spz_timeline_layout_get_row_serial:
 * @self: a layout
 * @row: a row
 *
 * Returns: a number that changes whenever the row's picture does
 */
guint
spz_timeline_layout_get_row_serial (SpzTimelineLayout *self,
                                    guint              row)
{
  g_return_val_if_fail (row < self->n_rows, 0);

  return spz_timeline_layout_get_row (self, row)->serial;
}
