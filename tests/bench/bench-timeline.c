/* bench-timeline.c: what a long plan costs
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Lays out and paints what is seen of a plan of 57 phases and of one of 20,007
 * that looks the same where it is seen. Prints both and their ratio, which is
 * what counts: the machine cancels out.
 */

#include "config.h"

#include <stdlib.h>

#include "spz-timeline-fixture.h"
#include "spz-timeline-painter.h"

#define N_ROUNDS 41
#define WIDTH    1400
#define HEIGHT   900

typedef struct
{
  SpzTimelinePlan   *plan;
  SpzTimelineLayout *layout;
  cairo_surface_t   *surface;
  double             y;
} Bench;

typedef void (*BenchFunc) (Bench *bench,
                           guint  round);

static void
paint (Bench *bench)
{
  SpzTimelineLayout *layout = bench->layout;
  double axis = spz_timeline_layout_get_axis_height (layout);
  double column = spz_timeline_layout_get_column_width (layout);
  double chart = WIDTH - column;
  double height = HEIGHT - axis;
  guint n_rows = spz_timeline_layout_get_n_rows (layout);
  cairo_t *cr = cairo_create (bench->surface);

  spz_timeline_layout_ensure (layout, bench->y, height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, column, 0);
  spz_timeline_paint_axis (cr, layout, 0, chart);
  cairo_translate (cr, 0, axis);
  spz_timeline_paint_grid (cr, layout, 0, chart, height);
  for (guint row = spz_timeline_layout_get_row_at (layout, bench->y); row < n_rows; row++)
    {
      double y;

      spz_timeline_layout_get_row_extents (layout, row, &y, NULL);
      if (y >= bench->y + height)
        break;

      cairo_save (cr);
      cairo_translate (cr, 0, y - bench->y);
      spz_timeline_paint_row (cr, layout, row, 0, chart);
      cairo_translate (cr, -column, 0);
      spz_timeline_paint_column (cr, layout, row);
      cairo_restore (cr);
    }
  cairo_destroy (cr);
}

/* Everything anew, as after opening a file */
static void
bench_first_frame (Bench *bench,
                   guint  round)
{
  g_clear_object (&bench->layout);
  bench->layout = spz_timeline_fixture_new_layout (bench->plan, SPZ_TIMELINE_STYLE_LIGHT, 0, WIDTH);
  paint (bench);
}

/* Another scale at every frame */
static void
bench_zoom (Bench *bench,
            guint  round)
{
  SpzTimelineScale scale = *spz_timeline_layout_get_scale (bench->layout);

  spz_timeline_scale_fit (&scale, WIDTH * (1 + 0.01 * round));
  spz_timeline_layout_set_scale (bench->layout, &scale);
  paint (bench);
}

/* A bar one day further at every frame; the rows around it stay */
static void
bench_drag (Bench *bench,
            guint  round)
{
  const SpzTimelineBar *bar = &spz_timeline_plan_get_bars (bench->plan, NULL)[12];
  SpzTimelineMove move = { 12, bar->measure, bar->start + (SpzDate) round, bar->end + (SpzDate) round };
  guint row = spz_timeline_layout_get_measure_row (bench->layout, bar->measure);
  cairo_t *cr = cairo_create (bench->surface);

  spz_timeline_layout_set_moves (bench->layout, &move, 1);
  spz_timeline_layout_ensure (bench->layout, 0, HEIGHT);
  spz_timeline_paint_row (cr, bench->layout, row, 0, WIDTH);
  cairo_destroy (cr);
}

static void
bench_edit (Bench *bench,
            guint  round)
{
  spz_timeline_layout_set_plan (bench->layout, bench->plan);
  paint (bench);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Returns: the median, in milliseconds */
static double
measure (Bench     *bench,
         BenchFunc  func)
{
  double times[N_ROUNDS];

  func (bench, 0);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 begin = g_get_monotonic_time ();

      func (bench, i + 1);
      times[i] = (g_get_monotonic_time () - begin) / 1000.0;
    }
  qsort (times, N_ROUNDS, sizeof *times, compare);

  return times[N_ROUNDS / 2];
}

static void
bench_init (Bench           *bench,
            SpzTimelinePlan *plan)
{
  bench->plan = plan;
  bench->layout = spz_timeline_fixture_new_layout (plan, SPZ_TIMELINE_STYLE_LIGHT, 0, WIDTH);
  bench->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  bench->y = 0;
}

static void
bench_clear (Bench *bench)
{
  g_clear_object (&bench->layout);
  g_clear_pointer (&bench->plan, spz_timeline_plan_unref);
  cairo_surface_destroy (bench->surface);
}

int
main (int   argc,
      char *argv[])
{
  const struct
  {
    const char *name;
    BenchFunc   func;
  } benches[] = {
    { "first frame", bench_first_frame },
    { "zoom", bench_zoom },
    { "edit", bench_edit },
    { "drag", bench_drag },
  };
  Bench small, large;

  bench_init (&small, spz_timeline_fixture_new_copies (1));
  bench_init (&large, spz_timeline_fixture_new_copies (351));

  g_print ("timeline: layout and paint of what is seen, median of %d\n", N_ROUNDS);
  for (guint i = 0; i < G_N_ELEMENTS (benches); i++)
    {
      double a = measure (&small, benches[i].func);
      double b = measure (&large, benches[i].func);

      g_print ("  %-12s %7.2f ms with 57 phases, %7.2f ms with 20,007: ratio %.2f (aim: up to 1.5)\n",
               benches[i].name, a, b, b / a);
    }

  bench_clear (&small);
  bench_clear (&large);

  return EXIT_SUCCESS;
}
