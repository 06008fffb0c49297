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
 * drawn again and again, they are carried out once into an image. What is
 * dragged changes with every frame and never becomes one. */

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
  g_clear_pointer (&cache->pixels, gsk_render_node_unref);
}

/*
 * spz_timeline_cache_is_valid:
 * @cache: a picture
 * @serial: of what it is to show
 * @x: the part of the chart it is to show
 * @width: its width
 * @height: its height
 *
 * Returns: whether it shows that
 */
gboolean
spz_timeline_cache_is_valid (const SpzTimelineCache *cache,
                             guint                   serial,
                             double                  x,
                             double                  width,
                             double                  height)
{
  return cache->node != NULL && cache->serial == serial &&
         cache->x == x && cache->width == width && cache->height == height;
}

/*
 * spz_timeline_cache_paint:
 * @cache: a picture
 * @serial: of what it shows
 * @x: the part of the chart it shows
 * @width: its width
 * @height: its height
 *
 * Begins it anew.
 *
 * Returns: (transfer full): where to paint it
 */
cairo_t *
spz_timeline_cache_paint (SpzTimelineCache *cache,
                          guint             serial,
                          double            x,
                          double            width,
                          double            height)
{
  spz_timeline_cache_clear (cache);
  cache->node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (x, 0, width, height));
  cache->serial = serial;
  cache->x = x;
  cache->width = width;
  cache->height = height;

  return gsk_cairo_node_get_draw_context (cache->node);
}

static void
make_pixels (SpzTimelineCache *cache,
             int               scale)
{
  double left = floor (cache->x);
  double width = ceil (cache->x + cache->width) - left;
  double height = ceil (cache->height);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                       (int) width * scale, (int) height * scale);
  cairo_t *cr;

  cairo_surface_set_device_scale (image, scale, scale);
  cr = cairo_create (image);
  cairo_translate (cr, -left, 0);
  gsk_render_node_draw (cache->node, cr);
  cairo_destroy (cr);

  cache->pixels = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (left, 0, width, height));
  cr = gsk_cairo_node_get_draw_context (cache->pixels);
  cairo_set_source_surface (cr, image, left, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
}

/*
 * spz_timeline_cache_append:
 * @cache: a picture
 * @snapshot: a snapshot, whose origin is at a whole pixel
 * @y: where the picture's top is to be, a whole pixel
 * @scale: how many pixels of the screen a pixel of the widget has
 * @again: whether the same will be drawn soon again
 *
 * Adds the picture to a snapshot.
 */
void
spz_timeline_cache_append (SpzTimelineCache *cache,
                           GtkSnapshot      *snapshot,
                           double            y,
                           int               scale,
                           gboolean          again)
{
  if (cache->pixels != NULL && cache->scale != scale)
    g_clear_pointer (&cache->pixels, gsk_render_node_unref);
  if (cache->pixels == NULL && again)
    make_pixels (cache, scale);
  cache->scale = scale;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, y));
  gtk_snapshot_append_node (snapshot, cache->pixels != NULL ? cache->pixels : cache->node);
  gtk_snapshot_restore (snapshot);
}
