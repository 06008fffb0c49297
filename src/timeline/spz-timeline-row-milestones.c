/* spz-timeline-row-milestones.c: milestones beside each other
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "spz-timeline-plan-private.h"
#include "spz-timeline-row-private.h"

/* Milestones: marks in a lane above the bars, labels beside them; a label that
 * has no room there goes up, and a line leads to it. */

static gboolean
is_free (GArray *boxes,
         guint   n_placed,
         guint   lane,
         double  x,
         double  width,
         double  gap)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      const SpzTimelineBox *box = BOX (boxes, i);

      if (lane == 0 && x < box->bar.x + box->bar.width + gap / 2 && box->bar.x - gap / 2 < x + width)
        return FALSE;
      if (i < n_placed && box->lane == lane &&
          x < box->label.x + box->label.width + gap && box->label.x - gap < x + width)
        return FALSE;
    }

  return TRUE;
}

static void
place_milestone_label (SpzTimelineRowWork *work,
                       GArray             *boxes,
                       guint               i)
{
  SpzTimelineBox *box = BOX (boxes, i);
  double gap = work->layout->metrics.gap;
  double room = spz_timeline_scale_get_width (&work->layout->scale);
  double middle = box->bar.x + box->bar.width / 2;

  for (guint lane = 0; ; lane++)
    {
      /* Up there the label begins at the line that leads to it. */
      double reach = lane == 0 ? box->bar.width / 2 + gap : gap;
      double after = middle + reach;
      double before = middle - reach - box->label.width;
      double clamped = CLAMP (middle - box->label.width / 2, 0, MAX (room - box->label.width, 0));

      box->lane = lane;
      if (after + box->label.width <= room &&
          is_free (boxes, i, lane, after, box->label.width, gap))
        {
          box->placement = SPZ_TIMELINE_LABEL_AFTER;
          box->label.x = after;
          return;
        }
      if (before >= 0 && is_free (boxes, i, lane, before, box->label.width, gap))
        {
          box->placement = SPZ_TIMELINE_LABEL_BEFORE;
          box->label.x = before;
          return;
        }
      if (lane > 0 && is_free (boxes, i, lane, clamped, box->label.width, gap))
        {
          box->placement = SPZ_TIMELINE_LABEL_AFTER;
          box->label.x = clamped;
          return;
        }
    }
}

/* Where it is, or where it is dragged to */
static SpzDate
get_date (SpzTimelineLayout *layout,
          guint              milestone)
{
  for (guint i = 0; i < layout->moves->len; i++)
    {
      const SpzTimelineMove *move = &g_array_index (layout->moves, SpzTimelineMove, i);

      if (move->is_milestone && move->bar == milestone)
        return move->start;
    }

  return g_array_index (layout->plan->milestones, SpzTimelineMilestone, milestone).date;
}

static PangoLayout *
new_milestone_text (SpzTimelineRowWork         *work,
                    const SpzTimelineMilestone *milestone)
{
  const SpzRgba *dim = spz_timeline_theme_get_colour (work->layout->theme, SPZ_TIMELINE_COLOUR_DIM);
  g_autofree char *label = *milestone->when != '\0'
    ? g_strdup_printf ("%s, %s", milestone->title, milestone->when)
    : g_strdup (milestone->title);
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
      pango_layout_set_width (text, (int) (room * PANGO_SCALE));
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
  guint n_lanes = 0;

  for (guint i = 0; i < n; i++)
    {
      const SpzTimelineMilestone *milestone =
        &g_array_index (work->layout->plan->milestones, SpzTimelineMilestone, first + i);
      SpzDate date = get_date (work->layout, first + i);
      SpzTimelineBox box = { .index = first + i, .start = date, .end = date };
      double middle = spz_timeline_layout_along (work->layout, date) + work->layout->scale.per_day / 2;

      /* The mark doesn't leave the plan. */
      middle = CLAMP (middle, metrics->mark / 2, MAX (room - metrics->mark / 2, metrics->mark / 2));
      box.bar = (SpzRect) { middle - metrics->mark / 2, 0, metrics->mark, metrics->mark };
      box.text = new_milestone_text (work, milestone);
      box.label.width = spz_timeline_text_get_width (box.text);
      box.label.height = spz_timeline_text_get_height (box.text);
      lane_height = MAX (lane_height, box.label.height);
      g_array_append_val (boxes, box);
    }

  for (guint i = 0; i < n; i++)
    {
      place_milestone_label (work, boxes, i);
      n_lanes = MAX (n_lanes, BOX (boxes, i)->lane + 1);
    }

  for (guint i = 0; i < n; i++)
    {
      SpzTimelineBox *box = BOX (boxes, i);

      box->label.y = (n_lanes - 1 - box->lane) * lane_height + (lane_height - box->label.height) / 2;
      box->bar.y = (n_lanes - 1) * lane_height + (lane_height - metrics->mark) / 2;
    }

  return n_lanes > 0 ? n_lanes * lane_height + metrics->gap / 2 : 0;
}
