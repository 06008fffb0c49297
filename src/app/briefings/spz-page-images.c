/* spz-page-images.c: pages of a paper as images
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-page-images.h"

#include <math.h>

/*
 * SpzPageImages:
 *
 * A page of text takes several milliseconds to draw. Drawn in the thread that
 * lays it out, it does not keep a key from its frame.
 */
struct _SpzPageImages
{
  gatomicrefcount  ref_count;
  guint            first;
  int              width;     /* of each, in pixels */
  GPtrArray       *textures;  /* of GdkTexture, from page "first" on */
  GPtrArray       *bytes;     /* of GBytes, what each shows */
};

static GBytes *
draw (SpzPages *pages,
      guint     page,
      int       width,
      int      *height,
      gsize    *stride)
{
  cairo_surface_t *surface;
  double page_width, page_height;
  cairo_t *cr;

  spz_pages_get_size (pages, page, &page_width, &page_height);
  *height = (int) ceil (page_height * width / page_width);

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, *height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / page_width, width / page_width);
  spz_pages_draw (pages, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  *stride = (gsize) cairo_image_surface_get_stride (surface);

  return g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), *stride * (gsize) *height,
                                     (GDestroyNotify) cairo_surface_destroy, surface);
}

/* The same texture, where a page looks as before: then nothing of it is painted
 * anew */
static void
add (SpzPageImages *self,
     SpzPages      *pages,
     guint          page,
     SpzPageImages *former)
{
  GdkTexture *texture = spz_page_images_get (former, page, self->width);
  GBytes *shown = texture != NULL ? g_ptr_array_index (former->bytes, page - former->first) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  int height;
  gsize stride;

  bytes = draw (pages, page, self->width, &height, &stride);
  if (shown != NULL && g_bytes_equal (bytes, shown))
    {
      g_ptr_array_add (self->textures, g_object_ref (texture));
      g_ptr_array_add (self->bytes, g_bytes_ref (shown));
    }
  else
    {
      g_ptr_array_add (self->textures,
                       gdk_memory_texture_new (self->width, height, GDK_MEMORY_DEFAULT, bytes, stride));
      g_ptr_array_add (self->bytes, g_steal_pointer (&bytes));
    }
}

/**
 * spz_page_images_new:
 * @pages: pages
 * @first: the first to draw
 * @n_images: how many from there on; fewer where there are no more
 * @width: of an image, in pixels
 * @former: (nullable): images made before
 *
 * Draws pages, in any thread. A page that looks as it did in @former keeps its
 * texture.
 *
 * Returns: (transfer full): their images
 */
SpzPageImages *
spz_page_images_new (SpzPages      *pages,
                     guint          first,
                     guint          n_images,
                     int            width,
                     SpzPageImages *former)
{
  SpzPageImages *self = g_new0 (SpzPageImages, 1);
  guint end = MIN (first + n_images, spz_pages_get_n_pages (pages));

  g_atomic_ref_count_init (&self->ref_count);
  self->first = first;
  self->width = width;
  self->textures = g_ptr_array_new_with_free_func (g_object_unref);
  self->bytes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  for (guint i = first; i < end; i++)
    add (self, pages, i, former);

  return self;
}

/**
 * spz_page_images_ref:
 * @self: images
 *
 * Returns: (transfer full): @self
 */
SpzPageImages *
spz_page_images_ref (SpzPageImages *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * spz_page_images_unref:
 * @self: (transfer full): images
 */
void
spz_page_images_unref (SpzPageImages *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->textures);
  g_ptr_array_unref (self->bytes);
  g_free (self);
}

/**
 * spz_page_images_get:
 * @self: (nullable): images
 * @page: a page's index
 * @width: the width it is to have, in pixels
 *
 * Returns: (transfer none) (nullable): the page's image, where there is one of
 *   that width
 */
GdkTexture *
spz_page_images_get (SpzPageImages *self,
                     guint          page,
                     int            width)
{
  if (self == NULL || self->width != width || page < self->first || page - self->first >= self->textures->len)
    return NULL;

  return g_ptr_array_index (self->textures, page - self->first);
}
