/* spz-timeline-layout-boxes.c: what stands in a row, and at a place
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "spz-timeline-layout-private.h"
#include "spz-timeline-plan-private.h"

/* How far from a bar's end it is taken by its edge */
#define EDGE 8.0

/**
 * spz_timeline_layout_get_bars:
 * @self: a layout
 * @row: a row
 * @n_bars: (out): how many
 *
 * Returns: (transfer none) (array length=n_bars): the row's bars in order of
 *   start, until the row is laid out anew
 */
const SpzTimelineBox *
spz_timeline_layout_get_bars (SpzTimelineLayout *self,
                              guint              row,
                              guint             *n_bars)
{
  const SpzTimelineRow *r;

  g_return_val_if_fail (row < self->n_rows, NULL);

  r = spz_timeline_layout_get_row (self, row);
  *n_bars = r->bars->len;
  return (const SpzTimelineBox *) (void *) r->bars->data;
}

/**
 * spz_timeline_layout_get_milestones:
 * @self: a layout
 * @row: a row
 * @n_milestones: (out): how many
 *
 * Returns: (transfer none) (array length=n_milestones): the milestones in the
 *   row, which stay valid until the layout changes
 */
const SpzTimelineBox *
spz_timeline_layout_get_milestones (SpzTimelineLayout *self,
                                    guint              row,
                                    guint             *n_milestones)
{
  const SpzTimelineRow *r;

  g_return_val_if_fail (row < self->n_rows, NULL);

  r = spz_timeline_layout_get_row (self, row);
  *n_milestones = r->milestones->len;
  return (const SpzTimelineBox *) (void *) r->milestones->data;
}

/* Labels */

static const SpzTimelineKind *
get_kind (SpzTimelineLayout    *self,
          const SpzTimelineBar *bar)
{
  return bar->kind != SPZ_TIMELINE_NONE ? &g_array_index (self->plan->kinds, SpzTimelineKind, bar->kind) : NULL;
}

/* Private: what a bar is called: its title or else its kind's, which may be "" */
const char *
spz_timeline_layout_get_label (SpzTimelineLayout    *self,
                               const SpzTimelineBar *bar)
{
  const SpzTimelineKind *kind = get_kind (self, bar);

  return *bar->title != '\0' || kind == NULL ? bar->title : kind->title;
}

/* Private: what it is called for short, which may be "" */
const char *
spz_timeline_layout_get_short_label (SpzTimelineLayout    *self,
                                     const SpzTimelineBar *bar)
{
  const SpzTimelineKind *kind = get_kind (self, bar);

  return *bar->short_label != '\0' || kind == NULL ? bar->short_label : kind->short_label;
}

/* Private: whether the legend tells of the short label what it is short for,
 * as both are those of the bar's kind */
gboolean
spz_timeline_layout_legend_tells (SpzTimelineLayout    *self,
                                  const SpzTimelineBar *bar)
{
  const SpzTimelineKind *kind = get_kind (self, bar);

  return kind != NULL &&
         strcmp (spz_timeline_layout_get_label (self, bar), kind->title) == 0 &&
         strcmp (spz_timeline_layout_get_short_label (self, bar), kind->short_label) == 0;
}

/* Moves */

static guint
get_milestone_measure (SpzTimelineLayout *self,
                       guint              milestone)
{
  return g_array_index (self->plan->milestones, SpzTimelineMilestone, milestone).measure;
}

/* Milestones of no measure are in the first row */
static guint
get_row_of (SpzTimelineLayout *self,
            guint              measure)
{
  return measure == SPZ_TIMELINE_NONE ? 0 : self->measure_rows[measure];
}

static void
invalidate_measure (SpzTimelineLayout *self,
                    guint              measure)
{
  if (measure < self->plan->measures->len || measure == SPZ_TIMELINE_NONE)
    self->rows[get_row_of (self, measure)].generation = 0;
}

static void
invalidate_moves (SpzTimelineLayout *self)
{
  for (guint i = 0; i < self->moves->len; i++)
    {
      const SpzTimelineMove *move = &g_array_index (self->moves, SpzTimelineMove, i);

      invalidate_measure (self, move->measure);
      invalidate_measure (self, move->is_milestone
                                ? get_milestone_measure (self, move->bar)
                                : g_array_index (self->plan->bars, SpzTimelineBar, move->bar).measure);
    }
}

/**
 * spz_timeline_layout_set_moves:
 * @self: a layout
 * @moves: (array length=n_moves): bars and milestones as they would be
 * @n_moves: how many; 0 ends it
 *
 * Shows what is dragged where it is dragged to. Only the rows concerned are laid out
 * anew, as spz_timeline_layout_get_row_serial() tells.
 */
void
spz_timeline_layout_set_moves (SpzTimelineLayout     *self,
                               const SpzTimelineMove *moves,
                               guint                  n_moves)
{
  g_return_if_fail (SPZ_IS_TIMELINE_LAYOUT (self));

  if (n_moves == self->moves->len &&
      (n_moves == 0 || memcmp (self->moves->data, moves, n_moves * sizeof *moves) == 0))
    return;

  invalidate_moves (self);
  g_array_set_size (self->moves, 0);
  if (n_moves > 0)
    g_array_append_vals (self->moves, moves, n_moves);
  invalidate_moves (self);
}

/* Places */

/* The row of a bar or a milestone, or the one it is dragged to */
static guint
find_row (SpzTimelineLayout *self,
          guint              index,
          gboolean           is_milestone)
{
  for (guint i = 0; i < self->moves->len; i++)
    {
      const SpzTimelineMove *move = &g_array_index (self->moves, SpzTimelineMove, i);

      if (move->bar == index && !move->is_milestone == !is_milestone)
        return get_row_of (self, move->measure);
    }

  return get_row_of (self, is_milestone ? get_milestone_measure (self, index)
                                        : g_array_index (self->plan->bars, SpzTimelineBar, index).measure);
}

static gboolean
find_rect (SpzTimelineLayout *self,
           guint              row,
           GArray            *boxes,
           guint              index,
           SpzRect           *rect)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      const SpzTimelineBox *box = &g_array_index (boxes, SpzTimelineBox, i);

      if (box->index == index)
        {
          *rect = box->bar;
          rect->y += spz_timeline_heights_get_top (&self->heights, row);
          return self->heights.heights[row] > 0;
        }
    }

  return FALSE;
}

/**
 * spz_timeline_layout_get_bar_rect:
 * @self: a layout
 * @bar: index of a bar
 * @rect: (out): where it is, from the top of the plan
 *
 * Returns: whether it is shown, and not folded away
 */
gboolean
spz_timeline_layout_get_bar_rect (SpzTimelineLayout *self,
                                  guint              bar,
                                  SpzRect           *rect)
{
  guint row;

  g_return_val_if_fail (SPZ_IS_TIMELINE_LAYOUT (self), FALSE);
  g_return_val_if_fail (bar < self->plan->bars->len, FALSE);

  row = find_row (self, bar, FALSE);

  return find_rect (self, row, spz_timeline_layout_get_row (self, row)->bars, bar, rect);
}

/**
 * spz_timeline_layout_get_milestone_rect:
 * @self: a layout
 * @milestone: index of a milestone in the plan
 * @rect: (out): its mark, y from the top of all rows
 *
 * Returns: whether it is shown
 */
gboolean
spz_timeline_layout_get_milestone_rect (SpzTimelineLayout *self,
                                        guint              milestone,
                                        SpzRect           *rect)
{
  guint row;

  g_return_val_if_fail (SPZ_IS_TIMELINE_LAYOUT (self), FALSE);
  g_return_val_if_fail (milestone < self->plan->milestones->len, FALSE);

  row = find_row (self, milestone, TRUE);

  return find_rect (self, row, spz_timeline_layout_get_row (self, row)->milestones, milestone, rect);
}

/**
 * spz_timeline_layout_row_is_cut:
 * @self: a layout
 * @row: a row
 * @x: the left edge of what is seen
 * @width: its width
 *
 * Returns: whether a bar is partly in sight, or a milestone without its label,
 *   so that this moves along when the plan is scrolled sideways
 */
gboolean
spz_timeline_layout_row_is_cut (SpzTimelineLayout *self,
                                guint              row,
                                double             x,
                                double             width)
{
  g_autofree SpzRect *labels = NULL;
  const SpzTimelineRow *r;
  gboolean cut = FALSE;
  guint first, end;

  g_return_val_if_fail (row < self->n_rows, FALSE);

  r = spz_timeline_layout_get_row (self, row);
  if (r->milestones->len > 0)
    labels = spz_timeline_row_dup_milestone_labels (r, self, x, width, &cut);
  if (cut)
    return TRUE;
  if (!spz_timeline_row_find (r, self, x, width, &first, &end))
    return FALSE;

  for (guint i = first; i < end; i++)
    {
      const SpzRect *bar = &g_array_index (r->bars, SpzTimelineBox, i).bar;

      if ((bar->x < x && bar->x + bar->width > x) ||
          (bar->x < x + width && bar->x + bar->width > x + width))
        return TRUE;
    }

  return FALSE;
}

/* Hit test */

static gboolean
contains (const SpzRect *rect,
          double         x,
          double         y,
          double         beyond)
{
  return x >= rect->x - beyond && x < rect->x + rect->width + beyond &&
         y >= rect->y && y < rect->y + rect->height;
}

static gboolean
hit_milestone (SpzTimelineLayout    *self,
               const SpzTimelineRow *row,
               double                x,
               double                y,
               double                left,
               double                width,
               SpzTimelineHit       *hit)
{
  g_autofree SpzRect *labels = spz_timeline_row_dup_milestone_labels (row, self, left, width, NULL);

  for (guint i = row->milestones->len; i-- > 0;)
    {
      const SpzTimelineBox *box = &g_array_index (row->milestones, SpzTimelineBox, i);

      if (contains (&box->bar, x, y, 2) || contains (&labels[i], x, y, 0))
        {
          hit->type = SPZ_TIMELINE_HIT_MILESTONE;
          hit->index = box->index;
          return TRUE;
        }
    }

  return FALSE;
}

/* A bar that is there wins over one that only reaches out for it. */
static gboolean
hit_bar (SpzTimelineLayout    *self,
         const SpzTimelineRow *row,
         double                x,
         double                y,
         double                beyond,
         SpzTimelineHit       *hit)
{
  guint first, end;

  if (!spz_timeline_row_find (row, self, x - EDGE, 2 * EDGE, &first, &end))
    return FALSE;

  for (guint i = end; i-- > first;)
    {
      const SpzTimelineBox *box = &g_array_index (row->bars, SpzTimelineBox, i);
      double edge = MIN (EDGE, box->bar.width / 4);
      gboolean left, right;

      if (!contains (&box->bar, x, y, MIN (beyond, EDGE - edge)))
        continue;

      left = x < box->bar.x + edge;
      right = x >= box->bar.x + box->bar.width - edge;
      hit->index = box->index;
      if (left)
        hit->type = self->scale.rtl ? SPZ_TIMELINE_HIT_BAR_END : SPZ_TIMELINE_HIT_BAR_START;
      else if (right)
        hit->type = self->scale.rtl ? SPZ_TIMELINE_HIT_BAR_START : SPZ_TIMELINE_HIT_BAR_END;
      else
        hit->type = SPZ_TIMELINE_HIT_BAR;
      return TRUE;
    }

  return FALSE;
}

/**
 * spz_timeline_layout_hit_test:
 * @self: a layout
 * @x: a place, in the scale's x
 * @y: a place, from the top of the plan
 * @left: the left edge of what is seen
 * @width: its width
 * @hit: (out): what is there
 *
 * Finds what is drawn at a place, by the same boxes it is drawn with. The ends
 * of a bar are taken up to 8 px inside, or a quarter of it; a short bar's
 * outside too.
 */
void
spz_timeline_layout_hit_test (SpzTimelineLayout *self,
                              double             x,
                              double             y,
                              double             left,
                              double             width,
                              SpzTimelineHit    *hit)
{
  const SpzTimelineRow *row;
  double top;

  g_return_if_fail (SPZ_IS_TIMELINE_LAYOUT (self));

  *hit = (SpzTimelineHit) {
    .type = SPZ_TIMELINE_HIT_NOTHING,
    .row = spz_timeline_layout_get_row_at (self, y),
    .index = SPZ_TIMELINE_NONE,
    .date = spz_timeline_scale_to_date (&self->scale, x),
  };
  if (hit->row == SPZ_TIMELINE_NONE)
    return;

  row = spz_timeline_layout_get_row (self, hit->row);
  top = spz_timeline_heights_get_top (&self->heights, hit->row);
  if (hit_milestone (self, row, x, y - top, left, width, hit) ||
      hit_bar (self, row, x, y - top, 0, hit) ||
      hit_bar (self, row, x, y - top, EDGE, hit))
    return;

  hit->index = row->index;
  if (row->type == SPZ_TIMELINE_ROW_GROUP)
    hit->type = SPZ_TIMELINE_HIT_GROUP;
  else if (row->type == SPZ_TIMELINE_ROW_MEASURE)
    hit->type = SPZ_TIMELINE_HIT_MEASURE;
}
