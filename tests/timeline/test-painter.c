/* test-painter.c: what is seen of a laid out plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <math.h>

#include "spz-timeline-fixture.h"
#include "spz-timeline-painter.h"

#define HEIGHT 120

typedef struct
{
  cairo_surface_t *surface;
  cairo_t         *cr;
} Canvas;

static void
canvas_init (Canvas            *canvas,
             SpzTimelineLayout *layout,
             int                width)
{
  const SpzRgba *background = spz_timeline_theme_get_colour (spz_timeline_layout_get_theme (layout),
                                                             SPZ_TIMELINE_COLOUR_BACKGROUND);

  canvas->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, HEIGHT);
  canvas->cr = cairo_create (canvas->surface);
  cairo_set_source_rgb (canvas->cr, background->red, background->green, background->blue);
  cairo_paint (canvas->cr);
}

static void
canvas_clear (Canvas *canvas)
{
  g_assert_cmpint (cairo_status (canvas->cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (canvas->cr);
  cairo_surface_destroy (canvas->surface);
}

static guint32
get_pixel (Canvas *canvas,
           double  x,
           double  y)
{
  const guint8 *data;

  cairo_surface_flush (canvas->surface);
  data = cairo_image_surface_get_data (canvas->surface) +
         (int) y * cairo_image_surface_get_stride (canvas->surface) + (int) x * 4;

  return *(const guint32 *) (const void *) data & 0xffffff;
}

static guint32
pack (const SpzRgba *rgba)
{
  return (guint32) lround (rgba->red * 255) << 16 | (guint32) lround (rgba->green * 255) << 8 |
         (guint32) lround (rgba->blue * 255);
}

/* How many pixels are nearer to the text than to anything else */
static guint
count_dark (Canvas *canvas,
            int     x,
            int     y,
            int     width,
            int     height)
{
  guint n = 0;

  for (int j = y; j < y + height; j++)
    for (int i = x; i < x + width; i++)
      {
        guint32 pixel = get_pixel (canvas, i, j);

        n += (pixel >> 16) < 0x60 && ((pixel >> 8) & 0xff) < 0x60 && (pixel & 0xff) < 0x60;
      }

  return n;
}

/* A bar has its kind's colour where no label and no hatch is. */
static void
test_fill (gconstpointer data)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_example ();
  g_autoptr (SpzTimelineLayout) layout =
    spz_timeline_fixture_new_layout (plan, GPOINTER_TO_INT (data), 0, 1400);
  guint row = spz_timeline_layout_get_measure_row (layout, 8);
  const SpzTimelineKind *kinds = spz_timeline_plan_get_kinds (plan, NULL);
  const SpzTimelineBar *bars = spz_timeline_plan_get_bars (plan, NULL);
  const SpzTimelineBox *boxes;
  Canvas canvas;
  guint n;

  canvas_init (&canvas, layout, 1400);
  spz_timeline_paint_row (canvas.cr, layout, row, 0, 1400);
  boxes = spz_timeline_layout_get_bars (layout, row, &n);
  for (guint i = 0; i < n; i++)
    {
      const SpzTimelineFill *fill =
        spz_timeline_theme_get_fill (spz_timeline_layout_get_theme (layout), kinds[bars[boxes[i].index].kind].colour);

      g_assert_cmphex (get_pixel (&canvas, boxes[i].bar.x + boxes[i].bar.width - 4, boxes[i].bar.y + 4),
                       ==, pack (&fill->fill));
    }
  canvas_clear (&canvas);
}

/* The label of a bar that begins out of sight is painted where it is seen. */
static void
test_sticky (void)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_example ();
  g_autoptr (SpzTimelineLayout) layout =
    spz_timeline_fixture_new_layout (plan, SPZ_TIMELINE_STYLE_LIGHT, 0, 4000);
  guint row = spz_timeline_layout_get_measure_row (layout, 0);
  const SpzTimelineBox *boxes;
  Canvas canvas;
  guint n;

  boxes = spz_timeline_layout_get_bars (layout, row, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpfloat (boxes[0].label.x + boxes[0].label.width, <, 2000);
  g_assert_true (spz_timeline_layout_row_is_cut (layout, row, 2000, 500));
  g_assert_false (spz_timeline_layout_row_is_cut (layout, row, 0, 4000));

  canvas_init (&canvas, layout, 500);
  cairo_translate (canvas.cr, -2000, 0);
  spz_timeline_paint_row (canvas.cr, layout, row, 2000, 500);
  g_assert_cmpuint (count_dark (&canvas, 0, (int) boxes[0].label.y, (int) boxes[0].label.width + 20,
                                (int) boxes[0].label.height), >, 100);
  canvas_clear (&canvas);
}

/* The label of a milestone that is seen is seen whole, on whichever side of the
 * mark there is room for it, and is taken hold of there. */
static void
test_milestone_in_sight (void)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_example ();
  g_autoptr (SpzTimelineLayout) layout =
    spz_timeline_fixture_new_layout (plan, SPZ_TIMELINE_STYLE_LIGHT, 0, 4000);
  guint n_rows = spz_timeline_layout_get_n_rows (layout);
  guint n_moved = 0;

  for (guint row = 0; row < n_rows; row++)
    {
      const SpzTimelineBox *boxes;
      double top;
      guint n;

      boxes = spz_timeline_layout_get_milestones (layout, row, &n);
      spz_timeline_layout_get_row_extents (layout, row, &top, NULL);
      for (guint i = 0; i < n && n == 1; i++)
        {
          double width = boxes[i].label.width + 80;
          double left = boxes[i].bar.x + boxes[i].bar.width + 5 - width;
          double y = boxes[i].label.y + boxes[i].label.height / 2;
          SpzTimelineHit hit;
          Canvas canvas;

          if (boxes[i].placement != SPZ_TIMELINE_LABEL_AFTER)
            continue;

          /* The mark is at the right edge of what is seen */
          g_assert_true (spz_timeline_layout_row_is_cut (layout, row, left, width));
          canvas_init (&canvas, layout, (int) width);
          cairo_translate (canvas.cr, -left, 0);
          spz_timeline_paint_row (canvas.cr, layout, row, left, width);
          g_assert_cmpuint (count_dark (&canvas, 20, (int) boxes[i].label.y, (int) boxes[i].label.width / 2,
                                        (int) boxes[i].label.height), >, 50);
          canvas_clear (&canvas);

          spz_timeline_layout_hit_test (layout, left + width / 2, top + y, left, width, &hit);
          g_assert_cmpint (hit.type, ==, SPZ_TIMELINE_HIT_MILESTONE);
          spz_timeline_layout_hit_test (layout, left + width / 2, top + y, 0, 4000, &hit);
          g_assert_cmpint (hit.type, !=, SPZ_TIMELINE_HIT_MILESTONE);
          n_moved++;
        }
    }

  g_assert_cmpuint (n_moved, >, 1);
}

/* Every part, in every style and both directions, over the edges of the plan */
static void
test_everything (gconstpointer data)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_random (11, 16, 80);
  g_autoptr (SpzTimelineLayout) layout =
    spz_timeline_fixture_new_layout (plan, GPOINTER_TO_INT (data), 0, 800);

  for (guint round = 0; round < 8; round++)
    {
      SpzTimelineScale scale = *spz_timeline_layout_get_scale (layout);
      Canvas canvas;

      scale.rtl = round % 2;
      scale.per_day *= 2;
      spz_timeline_layout_set_scale (layout, &scale);
      spz_timeline_layout_set_collapsed (layout, 1, round % 3 == 0);
      canvas_init (&canvas, layout, 400);
      spz_timeline_paint_axis (canvas.cr, layout, -50, 400);
      spz_timeline_paint_grid (canvas.cr, layout, -50, 400, HEIGHT);
      for (guint row = 0; row < spz_timeline_layout_get_n_rows (layout); row++)
        {
          spz_timeline_paint_row (canvas.cr, layout, row, 300, 400);
          spz_timeline_paint_column (canvas.cr, layout, row);
        }
      spz_timeline_paint_ghost (canvas.cr, layout, &(SpzRect) { 10, 10, 50, 20 });
      g_assert_cmpfloat (spz_timeline_paint_legend (NULL, layout, 300), ==,
                         spz_timeline_paint_legend (canvas.cr, layout, 300));
      g_assert_cmpfloat (spz_timeline_paint_legend (NULL, layout, 300), >=,
                         spz_timeline_paint_legend (NULL, layout, 3000));
      canvas_clear (&canvas);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/timeline/painter/fill/light", GINT_TO_POINTER (SPZ_TIMELINE_STYLE_LIGHT), test_fill);
  g_test_add_data_func ("/timeline/painter/fill/dark", GINT_TO_POINTER (SPZ_TIMELINE_STYLE_DARK), test_fill);
  g_test_add_func ("/timeline/painter/sticky", test_sticky);
  g_test_add_func ("/timeline/painter/milestone-in-sight", test_milestone_in_sight);
  for (guint style = SPZ_TIMELINE_STYLE_LIGHT; style <= SPZ_TIMELINE_STYLE_PAPER; style++)
    {
      g_autofree char *path = g_strdup_printf ("/timeline/painter/everything/%u", style);

      g_test_add_data_func (path, GUINT_TO_POINTER (style), test_everything);
    }

  return g_test_run ();
}
