/* spz-timeline-row.c: laying out one row
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-ghosts-private.h"
#include "spz-timeline-lanes-private.h"
#include "spz-timeline-plan-private.h"
#include "spz-timeline-row-private.h"

static void
clear_box (gpointer data)
{
  SpzTimelineBox *box = data;

  g_clear_object (&box->text);
}

static GArray *
new_boxes (void)
{
  GArray *boxes = g_array_new (FALSE, TRUE, sizeof (SpzTimelineBox));

  g_array_set_clear_func (boxes, clear_box);

  return boxes;
}

/* Which bars: the measure's own and those dragged here, without those dragged
 * away, at the dates they are dragged to */

static const SpzTimelineMove *
find_move (SpzTimelineLayout *layout,
           guint              bar)
{
  for (guint i = 0; i < layout->moves->len; i++)
    {
      const SpzTimelineMove *move = &g_array_index (layout->moves, SpzTimelineMove, i);

      if (move->bar == bar && !move->is_milestone)
        return move;
    }

  return NULL;
}

static int
compare_boxes (gconstpointer a,
               gconstpointer b)
{
  const SpzTimelineBox *box_a = a;
  const SpzTimelineBox *box_b = b;

  if (box_a->start != box_b->start)
    return box_a->start < box_b->start ? -1 : 1;
  if (box_a->end != box_b->end)
    return box_a->end < box_b->end ? -1 : 1;
  return (box_a->index > box_b->index) - (box_a->index < box_b->index);
}

static void
collect_bars (SpzTimelineRowWork       *work,
              const SpzTimelineMeasure *measure)
{
  SpzTimelineLayout *layout = work->layout;
  GArray *boxes = work->row->bars;

  for (guint i = 0; i < measure->n_bars; i++)
    {
      guint index = measure->first_bar + i;
      const SpzTimelineBar *bar = &g_array_index (layout->plan->bars, SpzTimelineBar, index);
      SpzTimelineBox box = { .index = index, .start = bar->start, .end = bar->end };
      const SpzTimelineMove *move = layout->moves->len > 0 ? find_move (layout, index) : NULL;

      if (move == NULL || move->is_copy)
        g_array_append_val (boxes, box);
    }

  for (guint i = 0; i < layout->moves->len; i++)
    {
      const SpzTimelineMove *move = &g_array_index (layout->moves, SpzTimelineMove, i);
      SpzTimelineBox box = { .index = move->bar, .start = move->start, .end = move->end };

      if (!move->is_milestone && move->measure == work->row->index)
        g_array_append_val (boxes, box);
    }

  if (layout->moves->len > 0)
    g_array_sort (boxes, compare_boxes);
}

static void
assign_lanes (SpzTimelineRowWork *work)
{
  GArray *boxes = work->row->bars;
  g_autofree SpzTimelineInterval *intervals = g_new0 (SpzTimelineInterval, boxes->len + 1);

  for (guint i = 0; i < boxes->len; i++)
    {
      intervals[i].start = BOX (boxes, i)->start;
      intervals[i].end = BOX (boxes, i)->end;
    }
  work->n_lanes = spz_timeline_lanes_assign (intervals, boxes->len);
  work->lane_lines = g_new0 (guint, work->n_lanes);

  for (guint i = 0; i < boxes->len; i++)
    {
      SpzTimelineBox *box = BOX (boxes, i);
      double start = spz_timeline_layout_along (work->layout, box->start);

      box->lane = intervals[i].lane;
      box->bar.x = start;
      box->bar.width = spz_timeline_layout_along (work->layout, box->end + 1) - start;
    }
}

/* A conflict is marked at the bar's beginning, if there is room for it. */
static void
place_signs (SpzTimelineRowWork *work)
{
  const SpzTimelineMetrics *metrics = &work->layout->metrics;
  GArray *boxes = work->row->bars;

  for (guint i = 0; i < boxes->len; i++)
    {
      SpzTimelineBox *box = BOX (boxes, i);
      const SpzTimelineBar *bar = &g_array_index (work->layout->plan->bars, SpzTimelineBar, box->index);

      if (*bar->conflict != '\0' && box->bar.width >= metrics->mark + 2 * metrics->pad_x)
        box->sign = (SpzRect) { box->bar.x + metrics->pad_x, 0, metrics->mark, metrics->mark };
    }
}

/* Gives lanes and what stands in them their places from the top.
 * Returns: the height of all lanes */
static double
stack_lanes (SpzTimelineRowWork *work,
             double              top)
{
  const SpzTimelineMetrics *metrics = &work->layout->metrics;
  g_autofree double *tops = g_new (double, work->n_lanes + 1);
  GArray *boxes = work->row->bars;
  double y = top;

  for (guint lane = 0; lane < work->n_lanes; lane++)
    {
      guint lines = MAX (work->lane_lines[lane], 1);

      tops[lane] = y;
      y += lines * metrics->line + 2 * metrics->pad_y + metrics->band + metrics->gap;
    }
  tops[work->n_lanes] = y;

  for (guint i = 0; i < boxes->len; i++)
    {
      SpzTimelineBox *box = BOX (boxes, i);

      box->bar.y = tops[box->lane];
      box->bar.height = tops[box->lane + 1] - tops[box->lane] - metrics->gap;
      box->label.y = box->bar.y + (box->bar.height - metrics->band - box->label.height) / 2;
      box->sign.y = box->bar.y + (box->bar.height - metrics->band - box->sign.height) / 2;
    }

  return y - metrics->gap - top;
}

/* Finishing */

static void
shift_boxes (GArray *boxes,
             double  y)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      BOX (boxes, i)->bar.y += y;
      BOX (boxes, i)->label.y += y;
      BOX (boxes, i)->sign.y += y;
    }
}

static void
mirror_boxes (SpzTimelineLayout *layout,
              GArray            *boxes)
{
  double width = spz_timeline_scale_get_width (&layout->scale);

  for (guint i = 0; i < boxes->len; i++)
    {
      SpzTimelineBox *box = BOX (boxes, i);

      box->bar.x = width - box->bar.x - box->bar.width;
      box->label.x = width - box->label.x - box->label.width;
      box->sign.x = width - box->sign.x - box->sign.width;
    }
}

static void
build_reaches (SpzTimelineRow *row)
{
  guint n = row->bars->len;
  double until = -G_MAXDOUBLE;
  double from = G_MAXDOUBLE;

  g_array_set_size (row->reaches, n);
  for (guint i = 0; i < n; i++)
    {
      const SpzTimelineBox *box = BOX (row->bars, i);

      until = MAX (until, box->bar.x + box->bar.width);
      if (box->text != NULL)
        until = MAX (until, box->label.x + box->label.width);
      g_array_index (row->reaches, SpzTimelineReach, i).until = until;
    }
  for (guint i = n; i-- > 0;)
    {
      const SpzTimelineBox *box = BOX (row->bars, i);

      from = MIN (from, box->bar.x);
      if (box->text != NULL)
        from = MIN (from, box->label.x);
      g_array_index (row->reaches, SpzTimelineReach, i).from = from;
    }
}

static PangoLayout *
new_measure_title (SpzTimelineLayout *layout,
                   guint              measure)
{
  const SpzTimelineMeasure *m = &g_array_index (layout->plan->measures, SpzTimelineMeasure, measure);
  double width = layout->column_width - 2 * layout->metrics.column_pad;
  gboolean in_label;
  g_autofree char *mark = spz_timeline_layout_get_mark (layout, measure, &in_label);
  g_autofree char *title = g_strconcat (m->title, in_label ? NULL : mark, NULL);
  PangoLayout *text = spz_timeline_layout_new_text (layout, title);

  pango_layout_set_wrap (text, PANGO_WRAP_WORD_CHAR);
  spz_timeline_text_wrap (text, MAX (width, 1), layout->scale.rtl);

  return text;
}

static void
layout_measure (SpzTimelineRow    *row,
                SpzTimelineLayout *layout,
                double            *height)
{
  const SpzTimelineMeasure *measure =
    &g_array_index (layout->plan->measures, SpzTimelineMeasure, row->index);
  const SpzTimelineMetrics *metrics = &layout->metrics;
  SpzTimelineRowWork work = {
    .layout = layout,
    .row = row,
    .former = g_steal_pointer (&row->bars),
    .only_moved = row->laid_out == layout->generation && row->title != NULL,
  };
  double milestones, content, room;

  row->bars = new_boxes ();
  collect_bars (&work, measure);
  assign_lanes (&work);
  place_signs (&work);
  spz_timeline_row_place_labels (&work);
  build_reaches (row);
  milestones = spz_timeline_row_place_milestones (&work, measure->first_milestone, measure->n_milestones);
  content = milestones + stack_lanes (&work, milestones);
  content += spz_timeline_row_place_ghosts (&work, measure->first_ghost, measure->n_ghosts, content);

  if (!work.only_moved)
    {
      g_clear_object (&row->title);
      row->title = new_measure_title (layout, row->index);
    }
  room = MAX (content, spz_timeline_text_get_height (row->title));
  *height = room + 2 * metrics->row_pad + layout->spacing;

  spz_timeline_row_shift (row, (*height - content) / 2);

  g_clear_pointer (&work.former, g_array_unref);
  g_free (work.lane_lines);
}

static void
layout_milestones (SpzTimelineRow    *row,
                   SpzTimelineLayout *layout,
                   double            *height)
{
  SpzTimelineRowWork work = { .layout = layout, .row = row };
  GArray *all = layout->plan->milestones;
  GArray *ghosts = layout->plan->ghosts;
  guint first = all->len;
  guint first_ghost = ghosts->len;
  double content;

  while (first > 0 &&
         g_array_index (all, SpzTimelineMilestone, first - 1).measure == SPZ_TIMELINE_NONE)
    first--;

  while (first_ghost > 0 &&
         g_array_index (ghosts, SpzTimelineGhost, first_ghost - 1).measure == SPZ_TIMELINE_NONE)
    first_ghost--;

  content = spz_timeline_row_place_milestones (&work, first, all->len - first);
  content += spz_timeline_row_place_ghosts (&work, first_ghost, ghosts->len - first_ghost, content);
  if (content == 0 && first == all->len)
    {
      *height = 0;
      return;
    }

  /* What is below doesn't move up as the last one is dragged away */
  content = MAX (content, layout->metrics.line);
  *height = content + 2 * layout->metrics.row_pad;
  spz_timeline_row_shift (row, layout->metrics.row_pad);
}

static void
layout_group (SpzTimelineRow    *row,
              SpzTimelineLayout *layout,
              double            *height)
{
  const SpzTimelineGroup *group =
    &g_array_index (layout->plan->groups, SpzTimelineGroup, row->index);

  g_clear_object (&row->title);
  row->title = spz_timeline_layout_new_text (layout, group->title);
  spz_timeline_text_set_weight (row->title, PANGO_WEIGHT_BOLD);
  *height = spz_timeline_text_get_height (row->title) + 1.2 * layout->metrics.row_pad;
}

/**
 * spz_timeline_row_layout:
 * @row: a row
 * @layout: its layout
 * @height: (out): the row's height
 *
 * Finds a place for everything that stands in the row.
 */
void
spz_timeline_row_layout (SpzTimelineRow    *row,
                         SpzTimelineLayout *layout,
                         double            *height)
{
  g_clear_pointer (&row->milestones, g_array_unref);
  row->milestones = new_boxes ();
  g_clear_pointer (&row->ghosts, g_array_unref);
  row->ghosts = new_boxes ();
  if (row->bars == NULL)
    row->bars = new_boxes ();
  if (row->reaches == NULL)
    row->reaches = g_array_new (FALSE, FALSE, sizeof (SpzTimelineReach));

  switch (row->type)
    {
    case SPZ_TIMELINE_ROW_MILESTONES:
      layout_milestones (row, layout, height);
      break;
    case SPZ_TIMELINE_ROW_GROUP:
      layout_group (row, layout, height);
      break;
    case SPZ_TIMELINE_ROW_MEASURE:
    default:
      layout_measure (row, layout, height);
      break;
    }

  if (layout->scale.rtl)
    {
      mirror_boxes (layout, row->bars);
      mirror_boxes (layout, row->milestones);
      mirror_boxes (layout, row->ghosts);
    }
}

/* Moves what stands in a row down. */
void
spz_timeline_row_shift (SpzTimelineRow *row,
                        double          y)
{
  shift_boxes (row->bars, y);
  shift_boxes (row->milestones, y);
  shift_boxes (row->ghosts, y);
}

void
spz_timeline_row_clear (SpzTimelineRow *row)
{
  g_clear_pointer (&row->bars, g_array_unref);
  g_clear_pointer (&row->milestones, g_array_unref);
  g_clear_pointer (&row->ghosts, g_array_unref);
  g_clear_pointer (&row->reaches, g_array_unref);
  g_clear_object (&row->title);
}

/**
 * spz_timeline_row_find:
 * @row: a row that is laid out
 * @layout: its layout
 * @x: the left edge of a part of the chart
 * @width: its width
 * @first: (out): the first bar that may be in it
 * @end: (out): one more than the last
 *
 * Looks up what is seen, in O(log n): a bar in between may still lie outside.
 *
 * Returns: whether there is any
 */
gboolean
spz_timeline_row_find (const SpzTimelineRow *row,
                       SpzTimelineLayout    *layout,
                       double                x,
                       double                width,
                       guint                *first,
                       guint                *end)
{
  double from = layout->scale.rtl ? spz_timeline_scale_get_width (&layout->scale) - x - width : x;
  double until = from + width;
  guint low = 0, high = row->reaches->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (row->reaches, SpzTimelineReach, middle).until < from)
        low = middle + 1;
      else
        high = middle;
    }
  *first = low;

  high = row->reaches->len;
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (row->reaches, SpzTimelineReach, middle).from <= until)
        low = middle + 1;
      else
        high = middle;
    }
  *end = low;

  return *first < *end;
}

/**
 * spz_timeline_row_estimate:
 * @layout: a layout
 * @type: a row's type
 * @index: its index among its like
 *
 * Returns: about how high the row will be, for free
 */
double
spz_timeline_row_estimate (SpzTimelineLayout  *layout,
                           SpzTimelineRowType  type,
                           guint               index)
{
  const SpzTimelineMetrics *metrics = &layout->metrics;
  const SpzTimelineMeasure *measure;
  double lane;

  if (type != SPZ_TIMELINE_ROW_MEASURE)
    return metrics->line + 1.2 * metrics->row_pad;

  measure = &g_array_index (layout->plan->measures, SpzTimelineMeasure, index);
  lane = metrics->line + 2 * metrics->pad_y + metrics->band + metrics->gap;

  return measure->n_lanes * lane - metrics->gap + 2 * metrics->row_pad + layout->spacing +
         (measure->n_milestones > 0 ? metrics->line + metrics->gap / 2 : 0);
}
