/* spz-timeline-cache.h: the picture of a part of the plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SpzTimelineCache:
 * @node: what was painted, as drawing commands; %NULL if nothing is known
 * @pixels: the same as an image, or %NULL
 * @scale: of the screen, for which the image was made
 * @serial: of the row, or of the view's look
 * @x: the part of the chart it shows
 * @width: its width
 * @height: its height
 * @cut: whether a label moves along with the view
 *
 * A picture of a part that is kept as long as nothing of it changes.
 */
typedef struct
{
  /* Owned */
  GskRenderNode *node;
  GskRenderNode *pixels;
  int            scale;
  guint          serial;
  double         x;
  double         width;
  double         height;
  gboolean       cut;
} SpzTimelineCache;

void     spz_timeline_cache_clear    (SpzTimelineCache       *cache);
gboolean spz_timeline_cache_is_valid (const SpzTimelineCache *cache,
                                      guint                   serial,
                                      double                  x,
                                      double                  width,
                                      double                  height);
cairo_t *spz_timeline_cache_paint    (SpzTimelineCache       *cache,
                                      guint                   serial,
                                      double                  x,
                                      double                  width,
                                      double                  height);
void     spz_timeline_cache_append   (SpzTimelineCache       *cache,
                                      GtkSnapshot            *snapshot,
                                      double                  y,
                                      int                     scale,
                                      gboolean                again);

G_END_DECLS
