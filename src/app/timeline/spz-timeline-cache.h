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
 * @node: what it looks like, or %NULL
 * @grounds: what is behind an image, as rectangles
 * @base: while an image is painted, what is behind it, as pixels
 * @background: of an image, as a pixel
 * @scale: of the screen, for which an image was made; 0 for drawing commands
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
  GPtrArray     *grounds;
  guint8        *base;
  guint32        background;
  int            scale;
  guint          serial;
  double         x;
  double         width;
  double         height;
  gboolean       cut;
} SpzTimelineCache;

void     spz_timeline_cache_clear  (SpzTimelineCache       *cache);
gboolean spz_timeline_cache_shows  (const SpzTimelineCache *cache,
                                    guint                   serial,
                                    int                     scale,
                                    gboolean                as_image);
gboolean spz_timeline_cache_is_at  (const SpzTimelineCache *cache,
                                    double                  x,
                                    double                  width,
                                    double                  height);
cairo_t *spz_timeline_cache_begin  (SpzTimelineCache       *cache,
                                    guint                   serial,
                                    double                  x,
                                    double                  width,
                                    double                  height,
                                    int                     scale,
                                    const GdkRGBA          *background);
void     spz_timeline_cache_end_ground (SpzTimelineCache   *cache,
                                    cairo_t                *cr);
void     spz_timeline_cache_end    (SpzTimelineCache       *cache,
                                    cairo_t                *cr);
void     spz_timeline_cache_end_lines (SpzTimelineCache    *cache,
                                    cairo_t                *cr,
                                    double                  height);
void     spz_timeline_cache_append (SpzTimelineCache       *cache,
                                    GtkSnapshot            *snapshot,
                                    double                  y);

G_END_DECLS
