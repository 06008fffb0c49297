/* spz-timeline-cache.c: the picture of a part of the plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-cache.h"

#include <math.h>

/* A part is painted as drawing commands, which takes little, but these are
 * carried out at every frame. So while the view is scrolled, and all of it is
 * drawn again and again, they are carried out once, into an image. That one is
 * opaque, with what is behind the part, so that it is only copied and need not
 * be mixed. What is dragged changes with every frame and never becomes one. */

/*
 * spz_timeline_cache_clear:
 * @cache: a picture
 *
 * Forgets it.
 */
void
spz_timeline_cache_clear (SpzTimelineCache *cache)
{
  g_clear_pointer (&cache->node, gsk_render_node_unref);
}

/*
 * spz_timeline_cache_shows:
 * @cache: a picture
 * @serial: of what it is to show
 * @scale: of the screen
 * @as_image: whether it has to be an image
 *
 * Returns: whether it shows that, whatever part of it
 */
gboolean
spz_timeline_cache_shows (const SpzTimelineCache *cache,
                          guint                   serial,
                          int                     scale,
                          gboolean                as_image)
{
  return cache->node != NULL && cache->serial == serial &&
         (cache->scale == scale || (!as_image && cache->scale == 0));
}

/*
 * spz_timeline_cache_is_at:
 * @cache: a picture
 * @x: the part of the chart it is to show
 * @width: its width
 * @height: its height
 *
 * Returns: whether it shows just that part
 */
gboolean
spz_timeline_cache_is_at (const SpzTimelineCache *cache,
                          double                  x,
                          double                  width,
                          double                  height)
{
  return cache->x == x && cache->width == width && cache->height == height;
}

static cairo_t *
begin_image (SpzTimelineCache *cache,
             const GdkRGBA    *background)
{
  double left = floor (cache->x);
  int width = (int) (ceil (cache->x + cache->width) - left);
  int height = (int) ceil (cache->height);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                                       width * cache->scale, height * cache->scale);
  cairo_t *cr;

  cairo_surface_set_device_scale (image, cache->scale, cache->scale);
  cairo_surface_set_device_offset (image, -left * cache->scale, 0);
  cr = cairo_create (image);
  cairo_surface_destroy (image);
  gdk_cairo_set_source_rgba (cr, background);
  cairo_paint (cr);

  return cr;
}

/*
 * spz_timeline_cache_begin:
 * @cache: a picture
 * @serial: of what it shows
 * @x: the part of the chart it shows
 * @width: its width
 * @height: its height
 * @scale: how many pixels of the screen a pixel of the widget has, for an
 *   image; or 0 for drawing commands
 * @background: an opaque colour, for an image
 *
 * Begins it anew.
 *
 * Returns: (transfer full): where to paint it, for spz_timeline_cache_end()
 */
cairo_t *
spz_timeline_cache_begin (SpzTimelineCache *cache,
                          guint             serial,
                          double            x,
                          double            width,
                          double            height,
                          int               scale,
                          const GdkRGBA    *background)
{
  spz_timeline_cache_clear (cache);
  cache->serial = serial;
  cache->x = x;
  cache->width = width;
  cache->height = height;
  cache->scale = scale;
  if (scale > 0)
    return begin_image (cache, background);

  cache->node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT ((float) x, 0, (float) width, (float) height));

  return gsk_cairo_node_get_draw_context (cache->node);
}

static void
end_image (SpzTimelineCache *cache,
           cairo_t          *image)
{
  double left = floor (cache->x);
  cairo_t *cr;

  cache->node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT ((float) left, 0,
                                                         (float) (ceil (cache->x + cache->width) - left),
                                                         (float) ceil (cache->height)));
  cr = gsk_cairo_node_get_draw_context (cache->node);
  cairo_set_source_surface (cr, cairo_get_target (image), 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);
}

/*
 * spz_timeline_cache_end:
 * @cache: a picture
 * @cr: (transfer full): where it was painted
 *
 * Ends what spz_timeline_cache_begin() began.
 */
void
spz_timeline_cache_end (SpzTimelineCache *cache,
                        cairo_t          *cr)
{
  if (cache->scale > 0)
    end_image (cache, cr);
  cairo_destroy (cr);
}

/*
 * spz_timeline_cache_append:
 * @cache: a picture
 * @snapshot: a snapshot, whose origin is at a whole pixel
 * @y: where the picture's top is to be, a whole pixel
 *
 * Adds the picture to a snapshot.
 */
void
spz_timeline_cache_append (SpzTimelineCache *cache,
                           GtkSnapshot      *snapshot,
                           double            y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) y));
  gtk_snapshot_append_node (snapshot, cache->node);
  gtk_snapshot_restore (snapshot);
}
