/* spz-logo.c: the picture at the head of a paper
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Whatever it was, it is kept as a PNG made here: of a fair size, on white (a
 * PDF/A then needs no transparency), and without what cameras and drawing
 * programs write into pictures about people and places.
 */

#include "config.h"

#include "spz-logo.h"

#include <glib/gi18n-lib.h>
#include <librsvg/rsvg.h>
#include <string.h>

#include "spz-error.h"

/* As much as a printer can show of a logo, in pixels */
#define MAX_WIDTH  1600
#define MAX_HEIGHT 800

/* As large as it is on a paper at most, in points: 45 mm × 18 mm */
#define PAPER_WIDTH  128.0
#define PAPER_HEIGHT 51.0

/* What is not even looked at */
#define MAX_FILE   (8 * 1024 * 1024)
#define MAX_PIXELS (50.0 * 1000 * 1000)
#define MAX_SIDE   16000

static const guchar png_signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

typedef struct
{
  const guchar *data;
  gsize         length;
} Reader;

static cairo_status_t
read_cb (gpointer       closure,
         unsigned char *data,
         unsigned int   length)
{
  Reader *reader = closure;

  if (length > reader->length)
    return CAIRO_STATUS_READ_ERROR;

  memcpy (data, reader->data, length);
  reader->data += length;
  reader->length -= length;

  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
write_cb (gpointer             closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static gboolean
is_png (GBytes *bytes)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);

  /* The signature, and the first chunk with width and height (ISO 15948, 11.2.2) */
  return length >= 33 && memcmp (data, png_signature, sizeof png_signature) == 0;
}

static guint32
get_number (const guchar *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

/* A small file can say that it is as large as a house. */
static gboolean
check_png_size (GBytes  *bytes,
                GError **error)
{
  const guchar *data = g_bytes_get_data (bytes, NULL);
  double width = get_number (data + 16);
  double height = get_number (data + 20);

  if (width <= MAX_SIDE && height <= MAX_SIDE && width * height <= MAX_PIXELS)
    return TRUE;

  g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
               /* Translators: width and height of a picture */
               _("The picture has %.0f × %.0f pixels, more than a logo can have. Please choose a smaller one."),
               width, height);

  return FALSE;
}

/**
 * spz_logo_decode:
 * @logo: a PNG
 *
 * Unpacks a picture.
 *
 * Returns: (transfer full) (nullable): the picture; %NULL if it is broken
 */
cairo_surface_t *
spz_logo_decode (GBytes *logo)
{
  Reader reader = { g_bytes_get_data (logo, NULL), g_bytes_get_size (logo) };
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_cb, &reader);

  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS &&
      cairo_image_surface_get_width (surface) > 0 && cairo_image_surface_get_height (surface) > 0)
    return surface;

  cairo_surface_destroy (surface);

  return NULL;
}

/**
 * spz_logo_get_size:
 * @picture: what spz_logo_decode() made
 * @width: (out): how wide it is on a paper, in points
 * @height: (out): how high
 *
 * Finds out how large a logo stands on a paper, whatever its format.
 */
void
spz_logo_get_size (cairo_surface_t *picture,
                   double          *width,
                   double          *height)
{
  double own_width = cairo_image_surface_get_width (picture);
  double own_height = cairo_image_surface_get_height (picture);
  double scale = MIN (PAPER_WIDTH / own_width, PAPER_HEIGHT / own_height);

  *width = own_width * scale;
  *height = own_height * scale;
}

static cairo_surface_t *
make_white (double width,
            double height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                                         MAX (1, (int) (width + 0.5)),
                                                         MAX (1, (int) (height + 0.5)));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);

  return surface;
}

static cairo_surface_t *
read_png (GBytes  *file,
          GError **error)
{
  cairo_surface_t *picture, *surface;
  double width, height, scale;
  cairo_t *cr;

  if (!check_png_size (file, error))
    return NULL;

  picture = spz_logo_decode (file);
  if (picture == NULL)
    {
      g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                           _("The picture is damaged. Please choose another one."));
      return NULL;
    }

  width = cairo_image_surface_get_width (picture);
  height = cairo_image_surface_get_height (picture);
  scale = MIN (1.0, MIN (MAX_WIDTH / width, MAX_HEIGHT / height));
  surface = make_white (width * scale, height * scale);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BEST);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (picture);

  return surface;
}

/* How wide a drawing is for its height: what it says, or else what it shows */
static double
get_ratio (RsvgHandle *handle)
{
  RsvgRectangle box;
  gboolean has_box;
  double width, height;

  if (rsvg_handle_get_intrinsic_size_in_pixels (handle, &width, &height) && width > 0 && height > 0)
    return width / height;

  rsvg_handle_get_intrinsic_dimensions (handle, NULL, NULL, NULL, NULL, &has_box, &box);

  return has_box && box.width > 0 && box.height > 0 ? box.width / box.height : 1;
}

static cairo_surface_t *
read_svg (GBytes  *file,
          GError **error)
{
  g_autoptr (GObject) owned = NULL;
  g_autoptr (GError) reason = NULL;
  RsvgHandle *handle;
  RsvgRectangle viewport = { 0 };
  cairo_surface_t *surface;
  cairo_t *cr;
  double ratio;
  gboolean drawn;

  /* Without a base file it can refer to no other one. */
  handle = rsvg_handle_new_from_data (g_bytes_get_data (file, NULL), g_bytes_get_size (file), &reason);
  owned = (GObject *) handle;
  if (handle == NULL)
    {
      g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                           _("The picture is neither a PNG nor an SVG that can be read. Please choose another one."));
      return NULL;
    }

  ratio = CLAMP (get_ratio (handle), 0.02, 50);
  viewport.width = MIN (MAX_WIDTH, MAX_HEIGHT * ratio);
  viewport.height = viewport.width / ratio;
  surface = make_white (viewport.width, viewport.height);
  cr = cairo_create (surface);
  drawn = rsvg_handle_render_document (handle, cr, &viewport, &reason);
  cairo_destroy (cr);
  if (drawn)
    return surface;

  cairo_surface_destroy (surface);
  g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID, _("The picture cannot be drawn: %s"), reason->message);

  return NULL;
}

/**
 * spz_logo_read:
 * @file: what is in a file, PNG or SVG
 * @error: return location for an #SPZ_ERROR
 *
 * Makes a logo of a picture.
 *
 * Fails with %SPZ_ERROR_INVALID for what is too large, damaged, or no picture.
 *
 * Returns: (transfer full): a PNG of up to 1600 × 800 pixels, without metadata
 */
GBytes *
spz_logo_read (GBytes  *file,
               GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;

  g_return_val_if_fail (file != NULL, NULL);

  if (g_bytes_get_size (file) > MAX_FILE)
    {
      g_autofree char *size = g_format_size (g_bytes_get_size (file));

      g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                   /* Translators: %s is the size of a file: "12,3 MB" */
                   _("The picture has %s. Please choose one of up to 8 MB."), size);
      return NULL;
    }

  surface = is_png (file) ? read_png (file, error) : read_svg (file, error);
  if (surface == NULL)
    return NULL;

  cairo_surface_write_to_png_stream (surface, write_cb, bytes);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * spz_logo_set:
 * @programme: a programme
 * @logo: (nullable): what spz_logo_read() made; %NULL for none
 * @error: return location for an #SPZ_ERROR
 *
 * Sets the logo of the programme's papers, in one step.
 *
 * Returns: %FALSE with @error set if it could not be written
 */
gboolean
spz_logo_set (SpzProgramme  *programme,
              GBytes        *logo,
              GError       **error)
{
  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), FALSE);

  if (!spz_programme_begin (programme, logo != NULL ? _("Logo changed") : _("Logo removed"), error))
    return FALSE;

  if (!spz_programme_set (programme, spz_programme_get_info (programme), error, "logo", logo, NULL))
    {
      spz_programme_rollback (programme);
      return FALSE;
    }

  return spz_programme_commit (programme, error);
}
