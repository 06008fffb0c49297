/* spz-timeline-cache.c: the picture of a part of the plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-cache.h"

#include <math.h>
#include <string.h>

/* A part is painted as drawing commands, which takes little, but these are
 * carried out at every frame. So while the view is scrolled, and all of it is
 * drawn again and again, they are carried out once, into an image. What is
 * dragged changes with every frame and never becomes one.
 *
 * A frame costs by the pixel: an image's are read, mixed with those below it,
 * and sent to the screen. Of a row that is mostly its ground, so that is left
 * to plain rectangles, and the image is cut to what stands out from it. */

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
  g_clear_pointer (&cache->grounds, g_ptr_array_unref);
  g_clear_pointer (&cache->base, g_free);
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

/* Looking at pixels */

typedef struct
{
  const guint8 *data;
  int           stride;
  int           width;
  int           height;
} Pixels;

static void
get_pixels (cairo_t *image,
            Pixels  *pixels)
{
  cairo_surface_t *surface = cairo_get_target (image);

  cairo_surface_flush (surface);
  pixels->data = cairo_image_surface_get_data (surface);
  pixels->stride = cairo_image_surface_get_stride (surface);
  pixels->width = cairo_image_surface_get_width (surface);
  pixels->height = cairo_image_surface_get_height (surface);
}

/* Without the byte that has no meaning */
static guint32
get_pixel (const Pixels *pixels,
           int           x,
           int           y)
{
  guint32 pixel;

  memcpy (&pixel, pixels->data + (gsize) y * (gsize) pixels->stride + 4 * (gsize) x, sizeof pixel);

  return pixel & 0xffffff;
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
  Pixels pixels;
  cairo_t *cr;

  cairo_surface_set_device_scale (image, cache->scale, cache->scale);
  cairo_surface_set_device_offset (image, -left * cache->scale, 0);
  cr = cairo_create (image);
  cairo_surface_destroy (image);
  gdk_cairo_set_source_rgba (cr, background);
  cairo_paint (cr);
  get_pixels (cr, &pixels);
  cache->background = get_pixel (&pixels, 0, 0);

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

static GskRenderNode *
new_rectangle (guint32 pixel,
               double  x,
               double  y,
               double  width,
               double  height)
{
  GdkRGBA colour = { (float) (pixel >> 16) / 255, (float) (pixel >> 8 & 255) / 255, (float) (pixel & 255) / 255, 1 };

  return gsk_color_node_new (&colour, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

static gboolean
is_level (const Pixels *pixels,
          int           y)
{
  guint32 first = get_pixel (pixels, 0, y);

  /* Most of what isn't tells at once */
  for (int x = pixels->width - 1; x > 0; x--)
    if (get_pixel (pixels, x, y) != first)
      return FALSE;

  return TRUE;
}

/*
 * spz_timeline_cache_end_ground:
 * @cache: a picture, as an image
 * @cr: where it is painted
 *
 * Tells that what was painted so far is behind the picture, and that what is
 * to come covers little of it. What is alike all along it becomes part of the
 * picture; the rest is painted by others anyway.
 */
void
spz_timeline_cache_end_ground (SpzTimelineCache *cache,
                               cairo_t          *cr)
{
  Pixels pixels;
  int end;

  get_pixels (cr, &pixels);
  cache->base = g_memdup2 (pixels.data, (gsize) pixels.stride * (gsize) pixels.height);
  cache->grounds = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);

  for (int y = 0; y < pixels.height; y = end)
    {
      guint32 pixel = get_pixel (&pixels, 0, y);

      end = y + 1;
      if (!is_level (&pixels, y))
        continue;

      while (end < pixels.height && get_pixel (&pixels, 0, end) == pixel && is_level (&pixels, end))
        end++;
      if (pixel != cache->background)
        g_ptr_array_add (cache->grounds,
                         new_rectangle (pixel, cache->x, (double) y / cache->scale,
                                        cache->width, (double) (end - y) / cache->scale));
    }
}

/* What differs from the ground; FALSE if nothing does */
static gboolean
find_content (const SpzTimelineCache *cache,
              cairo_t                *image,
              cairo_rectangle_int_t  *content)
{
  int left, right, top = -1, bottom = 0;
  Pixels pixels, base;

  get_pixels (image, &pixels);
  base = pixels;
  base.data = cache->base;
  left = pixels.width;
  right = 0;
  if (cache->base == NULL)
    {
      *content = (cairo_rectangle_int_t) { 0, 0, pixels.width, pixels.height };
      return TRUE;
    }

  for (int y = 0; y < pixels.height; y++)
    {
      gsize offset = (gsize) y * (gsize) pixels.stride;
      int x;

      if (memcmp (pixels.data + offset, base.data + offset, 4 * (gsize) pixels.width) == 0)
        continue;

      if (top < 0)
        top = y;
      bottom = y + 1;
      for (x = 0; x < left && get_pixel (&pixels, x, y) == get_pixel (&base, x, y); x++)
        ;
      left = MIN (left, x);
      for (x = pixels.width; x > right && get_pixel (&pixels, x - 1, y) == get_pixel (&base, x - 1, y); x--)
        ;
      right = MAX (right, x);
    }

  *content = (cairo_rectangle_int_t) { left, top, right - left, bottom - top };

  return top >= 0;
}

static void
end_image (SpzTimelineCache *cache,
           cairo_t          *image)
{
  double left = floor (cache->x);
  cairo_rectangle_int_t content;
  double scale = cache->scale;
  cairo_surface_t *part;
  cairo_t *cr;

  if (!find_content (cache, image, &content))
    {
      cache->node = gsk_container_node_new (NULL, 0);
      return;
    }

  cache->node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT ((float) (left + content.x / scale), (float) (content.y / scale),
                                                         (float) (content.width / scale),
                                                         (float) (content.height / scale)));
  part = cairo_image_surface_create (CAIRO_FORMAT_RGB24, content.width, content.height);
  cairo_surface_set_device_scale (part, scale, scale);
  cairo_surface_set_device_offset (part, -left * scale - content.x, -content.y);
  cr = cairo_create (part);
  cairo_set_source_surface (cr, cairo_get_target (image), 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);

  cr = gsk_cairo_node_get_draw_context (cache->node);
  cairo_set_source_surface (cr, part, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (part);
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
  g_clear_pointer (&cache->base, g_free);
  cairo_destroy (cr);
}

/*
 * spz_timeline_cache_end_lines:
 * @cache: a picture, begun as an image
 * @cr: (transfer full): where it was painted
 * @height: how far the lines go down
 *
 * Ends a picture of nothing but upright lines, of which only the top is
 * needed: it is kept as rectangles.
 */
void
spz_timeline_cache_end_lines (SpzTimelineCache *cache,
                              cairo_t          *cr,
                              double            height)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  double left = floor (cache->x);
  Pixels pixels;
  int end;

  get_pixels (cr, &pixels);
  for (int x = 0; x < pixels.width; x = end)
    {
      guint32 pixel = get_pixel (&pixels, x, 0);

      for (end = x + 1; end < pixels.width && get_pixel (&pixels, end, 0) == pixel; end++)
        ;
      if (pixel != cache->background)
        g_ptr_array_add (lines, new_rectangle (pixel, left + (double) x / cache->scale, 0,
                                               (double) (end - x) / cache->scale, height));
    }

  cache->node = gsk_container_node_new ((GskRenderNode **) lines->pdata, lines->len);
  cache->height = height;
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
  for (guint i = 0; cache->grounds != NULL && i < cache->grounds->len; i++)
    gtk_snapshot_append_node (snapshot, g_ptr_array_index (cache->grounds, i));
  gtk_snapshot_append_node (snapshot, cache->node);
  gtk_snapshot_restore (snapshot);
}
