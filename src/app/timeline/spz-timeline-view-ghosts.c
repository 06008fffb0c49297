/* spz-timeline-view-ghosts.c: where the bars of another version were
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-view-private.h"

#include "spz-timeline-painter.h"

/* What is gone stands in its measure's row, a bit lower than the row is high. */
#define ROW_INSET 4

static SpzTimelineKey
get_key (const SpzTimelineGhost *ghost)
{
  SpzTimelineItemKind kind = SPZ_TIMELINE_ITEM_MEASURE;

  if (ghost->type == SPZ_TYPE_PHASE)
    kind = SPZ_TIMELINE_ITEM_PHASE;
  else if (ghost->type == SPZ_TYPE_MILESTONE)
    kind = SPZ_TIMELINE_ITEM_MILESTONE;

  return spz_timeline_key (kind, ghost->id);
}

/* From the top of the plan, in the scale's x */
static gboolean
get_rect (SpzTimelineView        *self,
          const SpzTimelineGhost *ghost,
          SpzRect                *rect)
{
  const SpzTimelineScale *scale = spz_timeline_layout_get_scale (self->layout);
  gboolean in_column;
  double width;

  if (!spz_timeline_view_get_key_rect (self, get_key (ghost), rect, &in_column))
    return FALSE;

  if (ghost->type == SPZ_TYPE_MILESTONE)
    {
      width = rect->width;
      rect->x = spz_timeline_scale_to_x (scale, ghost->start) - width / 2;
      return TRUE;
    }

  spz_timeline_scale_get_span (scale, ghost->start, ghost->end, &rect->x, &rect->width);
  if (in_column)
    {
      rect->y += ROW_INSET;
      rect->height = MAX (rect->height - 2 * ROW_INSET, 1);
    }

  return TRUE;
}

/*
 * spz_timeline_view_append_ghosts:
 * @self: a view
 * @snapshot: a snapshot, its origin at the plan's top and the scale's start
 *
 * Paints those ghosts that are in sight.
 */
void
spz_timeline_view_append_ghosts (SpzTimelineView *self,
                                 GtkSnapshot     *snapshot)
{
  const SpzTimelineGeometry *geometry = &self->geometry;

  for (guint i = 0; self->ghosts != NULL && i < self->ghosts->len; i++)
    {
      SpzRect rect;
      cairo_t *cr;

      if (!get_rect (self, &g_array_index (self->ghosts, SpzTimelineGhost, i), &rect) ||
          rect.x > geometry->x + geometry->chart.size.width || rect.x + rect.width < geometry->x ||
          rect.y > geometry->y + geometry->chart.size.height || rect.y + rect.height < geometry->y)
        continue;

      cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (rect.x - 1, rect.y - 1,
                                                                     rect.width + 2, rect.height + 2));
      spz_timeline_paint_ghost (cr, self->layout, &rect);
      cairo_destroy (cr);
    }
}

/**
 * spz_timeline_view_set_ghosts:
 * @self: a view
 * @ghosts: (nullable) (element-type SpzTimelineGhost): where the bars of
 *   another version of the plan were, or %NULL
 *
 * Draws the outline of former bars together with the present ones.
 */
void
spz_timeline_view_set_ghosts (SpzTimelineView *self,
                              GArray          *ghosts)
{
  g_return_if_fail (SPZ_IS_TIMELINE_VIEW (self));

  if (self->ghosts == ghosts)
    return;

  g_clear_pointer (&self->ghosts, g_array_unref);
  if (ghosts != NULL)
    self->ghosts = g_array_ref (ghosts);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
