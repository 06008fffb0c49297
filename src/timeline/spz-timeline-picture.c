/* spz-timeline-picture.c: the plan as a picture
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-picture.h"

#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "spz-error.h"

#define MARGIN 28.0

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Paints all pages below each other: a picture has only one. */
static void
paint (SpzTimelineSheet *sheet,
       cairo_t          *cr,
       double            height)
{
  guint n_pages = spz_timeline_sheet_get_n_pages (sheet);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  for (guint i = 0; i < n_pages; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, MARGIN, i * height + MARGIN);
      spz_timeline_sheet_paint (sheet, cr, i);
      cairo_restore (cr);
    }
}

static GBytes *
finish (cairo_surface_t  *surface,
        cairo_status_t    status,
        GByteArray       *bytes,
        GError          **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_FAILED,
                   _("The picture could not be made: %s"), cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_byte_array_ref (bytes));
}

/* What the picture shows, phase by phase: its letters are only shapes. */
static char *
describe (SpzTimelinePlan *plan)
{
  g_autofree char *summary = spz_timeline_plan_describe (plan);
  g_autoptr (GString) text = g_string_new (summary);
  guint n_bars, n_milestones, n_ghosts;

  spz_timeline_plan_get_bars (plan, &n_bars);
  for (guint i = 0; i < n_bars; i++)
    {
      g_autofree char *bar = spz_timeline_plan_describe_bar (plan, i);

      g_string_append_printf (text, "\n%s", bar);
    }

  spz_timeline_plan_get_milestones (plan, &n_milestones);
  for (guint i = 0; i < n_milestones; i++)
    {
      g_autofree char *milestone = spz_timeline_plan_describe_milestone (plan, i);

      g_string_append_printf (text, "\n%s", milestone);
    }

  spz_timeline_plan_get_ghosts (plan, &n_ghosts);
  for (guint i = 0; i < n_ghosts; i++)
    {
      g_autofree char *ghost = spz_timeline_plan_describe_ghost (plan, i);

      if (ghost != NULL)
        g_string_append_printf (text, "\n%s", ghost);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Title and description go in as the first children, which is where screen
 * readers look for them. */
static void
describe_svg (GByteArray      *svg,
              SpzTimelinePlan *plan)
{
  g_autofree char *description = describe (plan);
  g_autoptr (GString) text = g_string_new_len ((const char *) svg->data, svg->len);
  g_autofree char *elements =
    g_markup_printf_escaped ("\n<title>%s</title>\n<desc>%s</desc>",
                             spz_timeline_plan_get_title (plan), description);
  const char *root = g_strstr_len (text->str, (gssize) text->len, "<svg");
  const char *end = root != NULL ? g_strstr_len (root, -1, ">") : NULL;

  if (end == NULL)
    return;

  g_string_insert (text, end + 1 - text->str, elements);
  g_byte_array_set_size (svg, 0);
  g_byte_array_append (svg, (const guint8 *) text->str, (guint) text->len);
}

/**
 * spz_timeline_paper_get_size:
 * @paper: a paper size
 * @width: (out): its width, in points, lying
 * @height: (out): its height
 */
void
spz_timeline_paper_get_size (SpzTimelinePaper  paper,
                             double           *width,
                             double           *height)
{
  double long_side = paper == SPZ_TIMELINE_PAPER_A3 ? 420 : 297;
  double short_side = paper == SPZ_TIMELINE_PAPER_A3 ? 297 : 210;

  *width = long_side / 25.4 * 72;
  *height = short_side / 25.4 * 72;
}

/**
 * spz_timeline_picture_new_sheet:
 * @plan: a plan
 * @paper: the size it is laid out for
 *
 * Lays @plan out as it stands in a picture, to check its labels.
 *
 * Returns: (transfer full): the sheet
 */
SpzTimelineSheet *
spz_timeline_picture_new_sheet (SpzTimelinePlan  *plan,
                                SpzTimelinePaper  paper)
{
  g_autoptr (SpzTimelineTheme) theme = spz_timeline_theme_new (SPZ_TIMELINE_STYLE_PAPER);
  double width, height;

  g_return_val_if_fail (plan != NULL, NULL);

  spz_timeline_paper_get_size (paper, &width, &height);

  return spz_timeline_sheet_new (plan, theme, width - 2 * MARGIN, height - 2 * MARGIN,
                                 SPZ_TIMELINE_SHEET_TITLE);
}

/**
 * spz_timeline_picture_to_svg:
 * @plan: a plan
 * @paper: the size it is laid out for
 * @error: return location for an error
 *
 * Returns: (transfer full): an SVG file, with a title and a description
 */
GBytes *
spz_timeline_picture_to_svg (SpzTimelinePlan   *plan,
                             SpzTimelinePaper   paper,
                             GError           **error)
{
  g_autoptr (SpzTimelineSheet) sheet = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  double width, height;
  GBytes *result;
  cairo_t *cr;

  g_return_val_if_fail (plan != NULL, NULL);

  sheet = spz_timeline_picture_new_sheet (plan, paper);
  spz_timeline_paper_get_size (paper, &width, &height);
  surface = cairo_svg_surface_create_for_stream (write_cb, bytes, width,
                                                 height * spz_timeline_sheet_get_n_pages (sheet));
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
  cr = cairo_create (surface);
  paint (sheet, cr, height);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  describe_svg (bytes, plan);
  result = finish (surface, status, bytes, error);
  cairo_surface_destroy (surface);

  return result;
}

/**
 * spz_timeline_picture_to_png:
 * @plan: a plan
 * @paper: the size it is laid out for
 * @dpi: the resolution, in dots an inch
 * @error: return location for an error
 *
 * Returns: (transfer full): a PNG file
 */
GBytes *
spz_timeline_picture_to_png (SpzTimelinePlan   *plan,
                             SpzTimelinePaper   paper,
                             double             dpi,
                             GError           **error)
{
  g_autoptr (SpzTimelineSheet) sheet = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  double width, height;
  GBytes *result;
  cairo_t *cr;

  g_return_val_if_fail (plan != NULL && dpi > 0, NULL);

  sheet = spz_timeline_picture_new_sheet (plan, paper);
  spz_timeline_paper_get_size (paper, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                        (int) ceil (width * dpi / 72),
                                        (int) ceil (height * spz_timeline_sheet_get_n_pages (sheet) * dpi / 72));
  cr = cairo_create (surface);
  cairo_scale (cr, dpi / 72, dpi / 72);
  paint (sheet, cr, height);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, write_cb, bytes);
  result = finish (surface, status, bytes, error);
  cairo_surface_destroy (surface);

  return result;
}
