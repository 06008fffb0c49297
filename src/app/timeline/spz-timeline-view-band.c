/* spz-timeline-view-band.c: selecting with a rubber band
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-view-private.h"

/* The band is kept in the plan's coordinates, so that it stays where it was
 * begun while the view is scrolled. What it touches is selected at once; with
 * Control or Shift what was selected before stays so. */

static gboolean
is_touched (const graphene_rect_t *band,
            const SpzRect         *box,
            double                 row_y)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT (box->x, box->y + row_y, box->width, box->height);

  return graphene_rect_intersection (band, &rect, NULL);
}

static void
add_touched (SpzTimelineView      *self,
             GArray               *keys,
             const SpzTimelineBox *boxes,
             guint                 n_boxes,
             SpzTimelineItemKind   kind,
             double                row_y)
{
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);

  for (guint i = 0; i < n_boxes; i++)
    {
      SpzTimelineKey key;

      if (!is_touched (&self->drag.band, &boxes[i].bar, row_y))
        continue;

      key = spz_timeline_key (kind, kind == SPZ_TIMELINE_ITEM_PHASE
                                    ? spz_timeline_plan_get_bars (plan, NULL)[boxes[i].index].id
                                    : spz_timeline_plan_get_milestones (plan, NULL)[boxes[i].index].id);
      for (guint j = 0; j < self->drag.former->len; j++)
        if (g_array_index (self->drag.former, SpzTimelineKey, j) == key)
          key = 0;
      if (key != 0)
        g_array_append_val (keys, key);
    }
}

static GArray *
list_touched (SpzTimelineView *self)
{
  const graphene_rect_t *band = &self->drag.band;
  guint n_rows = spz_timeline_layout_get_n_rows (self->layout);
  guint row = spz_timeline_layout_get_row_at (self->layout, MAX (band->origin.y, 0));
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (SpzTimelineKey));

  g_array_append_vals (keys, self->drag.former->data, self->drag.former->len);
  for (; row < n_rows; row++)
    {
      const SpzTimelineBox *boxes;
      double y, height;
      guint n_boxes;

      spz_timeline_layout_get_row_extents (self->layout, row, &y, &height);
      if (y > band->origin.y + band->size.height)
        break;
      if (height <= 0)
        continue;

      boxes = spz_timeline_layout_get_bars (self->layout, row, &n_boxes);
      add_touched (self, keys, boxes, n_boxes, SPZ_TIMELINE_ITEM_PHASE, y);
      boxes = spz_timeline_layout_get_milestones (self->layout, row, &n_boxes);
      add_touched (self, keys, boxes, n_boxes, SPZ_TIMELINE_ITEM_MILESTONE, y);
    }

  return keys;
}

/*
 * spz_timeline_view_begin_band:
 * @self: a view
 *
 * Begins a rubber band where the pointer was pressed.
 */
void
spz_timeline_view_begin_band (SpzTimelineView *self)
{
  SpzTimelineDrag *drag = &self->drag;

  drag->former = spz_timeline_view_dup_keys (self);
  if (!drag->copy && !drag->alone)
    g_array_set_size (drag->former, 0);
}

/*
 * spz_timeline_view_follow_band:
 * @self: a view
 *
 * Spans the rubber band to where the pointer is, and selects what it touches.
 */
void
spz_timeline_view_follow_band (SpzTimelineView *self)
{
  SpzTimelineDrag *drag = &self->drag;
  double x = spz_timeline_view_get_content_x (self, drag->x);
  double y = drag->y - self->geometry.chart.origin.y + self->geometry.y;
  g_autoptr (GArray) keys = NULL;

  graphene_rect_init (&drag->band,
                      MIN (x, drag->origin_x), MIN (y, drag->origin_y),
                      ABS (x - drag->origin_x), ABS (y - drag->origin_y));
  keys = list_touched (self);
  spz_timeline_view_select_keys (self, keys);
}

/*
 * spz_timeline_view_end_band:
 * @self: a view
 *
 * Forgets the rubber band; what it touched stays selected.
 */
void
spz_timeline_view_end_band (SpzTimelineView *self)
{
  g_clear_pointer (&self->drag.former, g_array_unref);
}

/*
 * spz_timeline_view_append_band:
 * @self: a view with a rubber band
 * @snapshot: a snapshot of the chart
 * @colour: its colour
 *
 * Paints the rubber band.
 */
void
spz_timeline_view_append_band (SpzTimelineView *self,
                               GtkSnapshot     *snapshot,
                               const GdkRGBA   *colour)
{
  const float widths[4] = { 1, 1, 1, 1 };
  const GdkRGBA colours[4] = { *colour, *colour, *colour, *colour };
  GdkRGBA fill = *colour;
  GskRoundedRect outline;

  fill.alpha *= 0.15f;
  gsk_rounded_rect_init_from_rect (&outline, &self->drag.band, 0);
  gtk_snapshot_append_color (snapshot, &fill, &self->drag.band);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}
