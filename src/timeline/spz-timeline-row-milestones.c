/* spz-timeline-row-milestones.c: milestones beside each other
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "spz-plan.h"
#include "spz-timeline-plan-private.h"
#include "spz-timeline-row-private.h"

/* In so many lanes a label is tried without crossing another one's line. */
#define MAX_LANES 8

/* Milestones: marks in a lane above the bars, labels beside them; a label that
 * has no room there goes up, and a line leads to it. */

/* What is placed already: labels from the last milestone on. Those of later
 * milestones stay below, so that a label to the right of its line crosses none. */
typedef struct
{
  GArray *boxes;
  guint   first_placed;
  double  gap;
  double  room;
} Placing;

static double
get_middle (const SpzTimelineBox *box)
{
  return box->bar.x + box->bar.width / 2;
}

static gboolean
is_free (const Placing *self,
         guint          lane,
         double         x,
         double         width)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const SpzTimelineBox *box = BOX (self->boxes, i);

      if (lane == 0 && x < box->bar.x + box->bar.width + self->gap / 2 && box->bar.x - self->gap / 2 < x + width)
        return FALSE;
      if (i >= self->first_placed && box->lane == lane &&
          x < box->label.x + box->label.width + self->gap && box->label.x - self->gap < x + width)
        return FALSE;
    }

  return TRUE;
}

/* Whether a label, or the line that leads up to it, crosses one that is there,
 * or would be in the way of a milestone that comes before it and is yet to be
 * placed */
static gboolean
is_crossing (const Placing *self,
             guint          lane,
             double         middle,
             double         x,
             double         width)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const SpzTimelineBox *box = BOX (self->boxes, i);
      double other = get_middle (box);

      if (i < self->first_placed)
        {
          if (lane > 0 && other < middle && other > x - self->gap / 2)
            return TRUE;
          continue;
        }
      if (box->lane > lane && other > x - self->gap / 2 && other < x + width + self->gap / 2)
        return TRUE;
      if (box->lane > 0 && box->lane < lane &&
          middle > box->label.x - self->gap / 2 && middle < box->label.x + box->label.width + self->gap / 2)
        return TRUE;
    }

  return FALSE;
}

static gboolean
place_in_lane (const Placing  *self,
               SpzTimelineBox *box,
               guint           lane,
               gboolean        may_cross)
{
  double middle = get_middle (box);
  double width = box->label.width;
  /* Up there the label begins at the line that leads to it. */
  double reach = lane == 0 ? box->bar.width / 2 + self->gap : self->gap;
  const struct
  {
    double               x;
    SpzTimelinePlacement placement;
  } places[] = {
    { middle + reach, SPZ_TIMELINE_LABEL_AFTER },
    { middle - reach - width, SPZ_TIMELINE_LABEL_BEFORE },
    { CLAMP (middle - width / 2, 0, MAX (self->room - width, 0)), SPZ_TIMELINE_LABEL_AFTER },
  };

  /* The last one is for labels that are wider than what is on either side. */
  for (guint i = 0; i < G_N_ELEMENTS (places) - (lane == 0); i++)
    {
      double x = places[i].x;

      if (x < 0 || (x > 0 && x + width > self->room) ||
          !is_free (self, lane, x, width) ||
          (!may_cross && is_crossing (self, lane, middle, x, width)))
        continue;

      box->lane = lane;
      box->label.x = x;
      box->placement = places[i].placement;
      return TRUE;
    }

  return FALSE;
}

/* In the lowest lane in which nothing is crossed; where there is none, in the
 * lowest free one, and the line ends at what it would cross. */
static void
place_milestone_label (Placing *self,
                       guint    i)
{
  SpzTimelineBox *box = BOX (self->boxes, i);

  for (guint lane = 0; lane <= MIN (self->boxes->len, MAX_LANES); lane++)
    if (place_in_lane (self, box, lane, FALSE))
      return;
  for (guint lane = 1; ; lane++)
    if (place_in_lane (self, box, lane, TRUE))
      return;
}

/* Labels stay within the plan's own span, where it is seen as a whole, and not
 * in what is free after it; unless something has been dragged there. */
static double
get_room (SpzTimelineRowWork *work)
{
  GArray *boxes = work->row->milestones;
  SpzDate first, last;
  double room;

  spz_timeline_plan_get_span (work->layout->plan, &first, &last);
  room = spz_timeline_layout_along (work->layout, last + 1);
  for (guint i = 0; i < boxes->len; i++)
    if (BOX (boxes, i)->bar.x + BOX (boxes, i)->bar.width > room)
      return spz_timeline_scale_get_width (&work->layout->scale);

  return MIN (room, spz_timeline_scale_get_width (&work->layout->scale));
}

/* Which milestones: the row's own and those dragged here, without those dragged
 * away, at the dates they are dragged to */

/* Where it is dragged to, if it is */
static const SpzTimelineMove *
find_move (SpzTimelineLayout *layout,
           guint              milestone)
{
  for (guint i = 0; i < layout->moves->len; i++)
    {
      const SpzTimelineMove *move = &g_array_index (layout->moves, SpzTimelineMove, i);

      if (move->is_milestone && move->bar == milestone)
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
  return (box_a->index > box_b->index) - (box_a->index < box_b->index);
}

static void
collect_milestones (SpzTimelineRowWork *work,
                    guint               first,
                    guint               n)
{
  SpzTimelineLayout *layout = work->layout;
  GArray *boxes = work->row->milestones;
  guint measure = work->row->type == SPZ_TIMELINE_ROW_MEASURE ? work->row->index : SPZ_TIMELINE_NONE;

  for (guint i = first; i < first + n; i++)
    {
      SpzDate date = g_array_index (layout->plan->milestones, SpzTimelineMilestone, i).date;
      const SpzTimelineMove *move = find_move (layout, i);
      SpzTimelineBox box = { .index = i, .start = date, .end = date };

      if (move == NULL || move->is_copy)
        g_array_append_val (boxes, box);
    }

  for (guint i = 0; i < layout->moves->len; i++)
    {
      const SpzTimelineMove *move = &g_array_index (layout->moves, SpzTimelineMove, i);
      SpzTimelineBox box = { .index = move->bar, .start = move->start, .end = move->start };

      if (move->is_milestone && move->measure == measure)
        g_array_append_val (boxes, box);
    }

  if (layout->moves->len > 0)
    g_array_sort (boxes, compare_boxes);
}

/* Words that were said for one date aren't shown at another */
static char *
dup_label (SpzTimelineLayout          *layout,
           const SpzTimelineMilestone *milestone,
           const SpzTimelineBox       *box)
{
  const SpzTimelineMove *move = box->start != milestone->date ? find_move (layout, box->index) : NULL;
  const char *restriction = spz_timeline_audience_get_text (milestone->audience);
  g_autofree char *moved = NULL;
  const char *when = milestone->when;

  if (move != NULL)
    when = moved = spz_milestone_format_date (move->start, move->precision, milestone->certainty);

  return g_strconcat (milestone->title, *when != '\0' ? ", " : "", when,
                      restriction != NULL ? " · " : "", restriction, NULL);
}

static PangoLayout *
new_milestone_text (SpzTimelineRowWork         *work,
                    const SpzTimelineMilestone *milestone,
                    const SpzTimelineBox       *box)
{
  const SpzRgba *dim = spz_timeline_theme_get_colour (work->layout->theme, SPZ_TIMELINE_COLOUR_DIM);
  g_autofree char *label = dup_label (work->layout, milestone, box);
  PangoLayout *text = spz_timeline_layout_new_text (work->layout, label);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_copy (pango_layout_get_attributes (text));
  PangoAttribute *attribute;
  double room = spz_timeline_scale_get_width (&work->layout->scale);

  attribute = pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD);
  attribute->end_index = (guint) strlen (milestone->title);
  pango_attr_list_insert (attributes, attribute);
  attribute = pango_attr_foreground_new ((guint16) (dim->red * 65535),
                                         (guint16) (dim->green * 65535),
                                         (guint16) (dim->blue * 65535));
  attribute->start_index = (guint) strlen (milestone->title);
  pango_attr_list_insert (attributes, attribute);
  pango_layout_set_attributes (text, attributes);

  if (spz_timeline_text_get_width (text) > room)
    {
      pango_layout_set_wrap (text, PANGO_WRAP_WORD_CHAR);
      spz_timeline_text_wrap (text, room, work->layout->scale.rtl);
    }

  return text;
}

/**
 * spz_timeline_row_place_milestones:
 * @work: a row
 * @first: index of its first milestone
 * @n: how many it has
 *
 * Places marks and their labels, from the top of the row.
 *
 * Returns: the height of the milestones' lanes, 0 without any
 */
double
spz_timeline_row_place_milestones (SpzTimelineRowWork *work,
                                   guint               first,
                                   guint               n)
{
  const SpzTimelineMetrics *metrics = &work->layout->metrics;
  GArray *boxes = work->row->milestones;
  double room = spz_timeline_scale_get_width (&work->layout->scale);
  double lane_height = metrics->line;
  Placing placing = { .boxes = boxes, .gap = metrics->gap };
  guint n_lanes = 0;

  collect_milestones (work, first, n);
  for (guint i = 0; i < boxes->len; i++)
    {
      SpzTimelineBox *box = BOX (boxes, i);
      const SpzTimelineMilestone *milestone =
        &g_array_index (work->layout->plan->milestones, SpzTimelineMilestone, box->index);
      double middle = spz_timeline_layout_along (work->layout, box->start) + work->layout->scale.per_day / 2;

      /* The mark doesn't leave the plan. */
      middle = CLAMP (middle, metrics->mark / 2, MAX (room - metrics->mark / 2, metrics->mark / 2));
      box->bar = (SpzRect) { middle - metrics->mark / 2, 0, metrics->mark, metrics->mark };
      box->text = new_milestone_text (work, milestone, box);
      box->label.width = spz_timeline_text_get_width (box->text);
      box->label.height = spz_timeline_text_get_height (box->text);
      lane_height = MAX (lane_height, box->label.height);
    }

  placing.first_placed = boxes->len;
  placing.room = get_room (work);
  while (placing.first_placed > 0)
    {
      place_milestone_label (&placing, placing.first_placed - 1);
      placing.first_placed--;
      n_lanes = MAX (n_lanes, BOX (boxes, placing.first_placed)->lane + 1);
    }

  for (guint i = 0; i < boxes->len; i++)
    {
      SpzTimelineBox *box = BOX (boxes, i);

      box->label.y = (n_lanes - 1 - box->lane) * lane_height + (lane_height - box->label.height) / 2;
      box->bar.y = (n_lanes - 1) * lane_height + (lane_height - metrics->mark) / 2;
    }

  return n_lanes > 0 ? n_lanes * lane_height + metrics->gap / 2 : 0;
}

/* What is seen of a row */

static gboolean
is_in (double x,
       double width,
       double from,
       double room)
{
  return x >= from && x + width <= from + room;
}

/* Whether a milestone's label, moved along its lane, is in the way of others */
static gboolean
is_in_the_way (const SpzTimelineRow *row,
               const SpzRect        *labels,
               guint                 moved,
               double                x,
               double                gap)
{
  const SpzTimelineBox *box = BOX (row->milestones, moved);
  double end = x + box->label.width;

  for (guint i = 0; i < row->milestones->len; i++)
    {
      const SpzTimelineBox *other = BOX (row->milestones, i);
      double middle = get_middle (other);

      if (i == moved)
        continue;
      if (box->lane == 0 && x < other->bar.x + other->bar.width + gap / 2 && other->bar.x - gap / 2 < end)
        return TRUE;
      if (other->lane == box->lane && x < labels[i].x + labels[i].width + gap && labels[i].x - gap < end)
        return TRUE;
      if (other->lane > box->lane && middle > x - gap / 2 && middle < end + gap / 2)
        return TRUE;
    }

  return FALSE;
}

/* Where a label would be seen whole: on the other side of its mark, or, where a
 * line leads to it, anywhere along that */
static double
find_place_in_sight (const SpzTimelineBox *box,
                     double                x,
                     double                width,
                     double                gap)
{
  double room = box->label.width;
  double reach = box->bar.width / 2 + gap;

  if (box->lane > 0)
    return CLAMP (box->label.x, x, MAX (x + width - room, x));

  return box->label.x > get_middle (box) ? get_middle (box) - reach - room : get_middle (box) + reach;
}

/**
 * spz_timeline_row_dup_milestone_labels:
 * @row: a row that is laid out
 * @layout: its layout
 * @x: the left edge of what is seen
 * @width: its width
 * @cut: (out) (optional): whether a label whose mark is seen would not be
 *   seen whole, so that it may be elsewhere when the plan is scrolled sideways
 *
 * Finds where the labels of milestones are seen: such a one moves into sight if
 * there is room for it.
 *
 * Returns: (transfer full): where each label is
 */
SpzRect *
spz_timeline_row_dup_milestone_labels (const SpzTimelineRow    *row,
                                       const SpzTimelineLayout *layout,
                                       double                   x,
                                       double                   width,
                                       gboolean                *cut)
{
  SpzRect *labels = g_new (SpzRect, row->milestones->len + 1);
  double gap = layout->metrics.gap;

  if (cut != NULL)
    *cut = FALSE;
  for (guint i = 0; i < row->milestones->len; i++)
    labels[i] = BOX (row->milestones, i)->label;

  for (guint i = 0; i < row->milestones->len; i++)
    {
      const SpzTimelineBox *box = BOX (row->milestones, i);
      double place = find_place_in_sight (box, x, width, gap);

      if (!is_in (box->bar.x, box->bar.width, x, width) || is_in (box->label.x, box->label.width, x, width))
        continue;

      if (cut != NULL)
        *cut = TRUE;
      if (is_in (place, box->label.width, x, width) && !is_in_the_way (row, labels, i, place, gap))
        labels[i].x = place;
    }

  return labels;
}
