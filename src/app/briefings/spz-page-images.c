/* spz-page-images.c: pages of a paper as images
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-page-images.h"

#include <math.h>
#include <string.h>

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
  GPtrArray       *nodes;     /* of GskRenderNode, from page "first" on */
  GPtrArray       *surfaces;  /* of cairo_surface_t, what each paints */
};

static cairo_surface_t *
draw (SpzPages *pages,
      guint     page,
      int       width)
{
  cairo_surface_t *surface;
  double page_width, page_height;
  cairo_t *cr;

  spz_pages_get_size (pages, page, &page_width, &page_height);

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, (int) ceil (page_height * width / page_width));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / page_width, width / page_width);
  spz_pages_draw (pages, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* Not a texture: GTK 4.8 converts each pixel of one with every frame, be it
 * only a letter elsewhere in the window that is painted. */
static GskRenderNode *
create_node (cairo_surface_t *surface)
{
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0,
                                                                 (float) cairo_image_surface_get_width (surface),
                                                                 (float) cairo_image_surface_get_height (surface)));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);

  return node;
}

static gboolean
is_alike (cairo_surface_t *a,
          cairo_surface_t *b)
{
  const int height = cairo_image_surface_get_height (a);

  return height == cairo_image_surface_get_height (b) &&
         memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b),
                 (gsize) cairo_image_surface_get_stride (a) * (gsize) height) == 0;
}

/* The same node, where a page looks as before: then nothing of it is painted
 * anew */
static void
add (SpzPageImages *self,
     SpzPages      *pages,
     guint          page,
     SpzPageImages *former)
{
  GskRenderNode *node = spz_page_images_get (former, page, self->width);
  cairo_surface_t *surface = draw (pages, page, self->width);
  cairo_surface_t *before = node != NULL ? g_ptr_array_index (former->surfaces, page - former->first) : NULL;

  if (before != NULL && is_alike (surface, before))
    {
      cairo_surface_destroy (surface);
      g_ptr_array_add (self->surfaces, cairo_surface_reference (before));
      g_ptr_array_add (self->nodes, gsk_render_node_ref (node));
    }
  else
    {
      g_ptr_array_add (self->surfaces, surface);
      g_ptr_array_add (self->nodes, create_node (surface));
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
 * node.
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
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  self->surfaces = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
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

  /* In this order: a surface that goes while a node refers to it is copied */
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->surfaces);
  g_free (self);
}

/**
 * spz_page_images_get:
 * @self: (nullable): images
 * @page: a page's index
 * @width: the width it is to have, in pixels
 *
 * Returns: (transfer none) (nullable): the page's image, a unit a pixel, where
 *   there is one of that width
 */
GskRenderNode *
spz_page_images_get (SpzPageImages *self,
                     guint          page,
                     int            width)
{
  if (self == NULL || self->width != width || page < self->first || page - self->first >= self->nodes->len)
    return NULL;

  return g_ptr_array_index (self->nodes, page - self->first);
}
