/* test-scale.c: where a date stands
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-scale.h"

static void
init (SpzTimelineScale *scale,
      gboolean          rtl,
      double            width)
{
  spz_timeline_scale_init (scale, spz_date_new (2020, 1, 1), spz_date_new (2023, 12, 31), 1, rtl);
  spz_timeline_scale_fit (scale, width);
}

static void
test_round_trip (gconstpointer data)
{
  const double widths[] = { 37, 700, 1461, 50000 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      SpzTimelineScale scale;

      init (&scale, GPOINTER_TO_INT (data), widths[i]);
      g_assert_cmpfloat_with_epsilon (spz_timeline_scale_get_width (&scale), widths[i], 1e-6);

      for (SpzDate date = scale.first - 40; date <= scale.last + 40; date++)
        {
          double x, width;

          spz_timeline_scale_get_span (&scale, date, date, &x, &width);
          g_assert_cmpfloat_with_epsilon (width, scale.per_day, 1e-6);
          g_assert_cmpint (spz_timeline_scale_to_date (&scale, x + width / 2), ==, date);
          if (!scale.rtl)
            g_assert_cmpint (spz_timeline_scale_to_date (&scale, spz_timeline_scale_to_x (&scale, date)), ==, date);
        }
    }
}

static void
test_mirrored (void)
{
  SpzTimelineScale ltr, rtl;

  init (&ltr, FALSE, 700);
  init (&rtl, TRUE, 700);
  for (SpzDate date = ltr.first; date <= ltr.last; date += 17)
    {
      double x, width, mirrored_x, mirrored_width;

      spz_timeline_scale_get_span (&ltr, date, date + 30, &x, &width);
      spz_timeline_scale_get_span (&rtl, date, date + 30, &mirrored_x, &mirrored_width);
      g_assert_cmpfloat_with_epsilon (x, 700 - mirrored_x - mirrored_width, 1e-6);
    }
}

static void
test_ends (void)
{
  SpzTimelineScale scale;
  double x, width;

  init (&scale, FALSE, 1461);
  spz_timeline_scale_get_span (&scale, spz_date_new (2020, 1, 1), spz_date_new (2020, 3, 31), &x, &width);
  g_assert_cmpfloat (x, ==, 0);
  g_assert_cmpfloat_with_epsilon (width, 91, 1e-6);
  spz_timeline_scale_get_span (&scale, spz_date_new (2023, 10, 1), spz_date_new (2023, 12, 31), &x, &width);
  g_assert_cmpfloat_with_epsilon (x + width, 1461, 1e-6);
}

static void
test_snap (void)
{
  SpzTimelineScale scale;

  init (&scale, FALSE, 1461);
  /* To months, while quarters are shown */
  g_assert_cmpint (spz_timeline_scale_snap (&scale, spz_date_new (2021, 2, 10), SPZ_TIMELINE_MONTH, 0),
                   ==, spz_date_new (2021, 2, 1));
  g_assert_cmpint (spz_timeline_scale_snap (&scale, spz_date_new (2021, 2, 20), SPZ_TIMELINE_MONTH, 0),
                   ==, spz_date_new (2021, 3, 1));
  /* Eight pixels, eight days here, from the quarter's boundary */
  g_assert_cmpint (spz_timeline_scale_snap (&scale, spz_date_new (2021, 4, 9), SPZ_TIMELINE_WEEK, 8),
                   ==, spz_date_new (2021, 4, 1));
  g_assert_cmpint (spz_timeline_scale_snap (&scale, spz_date_new (2021, 4, 8), SPZ_TIMELINE_DAY, 0),
                   ==, spz_date_new (2021, 4, 8));
  /* Monday */
  g_assert_cmpint (spz_timeline_scale_snap (&scale, spz_date_new (2021, 2, 10), SPZ_TIMELINE_WEEK, 0),
                   ==, spz_date_new (2021, 2, 8));
  g_assert_cmpint (spz_timeline_scale_snap (&scale, spz_date_new (2021, 6, 30), SPZ_TIMELINE_YEAR, 0),
                   ==, spz_date_new (2021, 1, 1));
}

static void
assert_label (const SpzTimelineScale *scale,
              SpzTimelineUnit         unit,
              SpzDate                 date,
              const char             *label,
              const char             *full_label)
{
  SpzTimelineTick tick;

  spz_timeline_scale_get_tick (scale, unit, date, &tick);
  g_assert_cmpint (tick.start, <=, date);
  g_assert_cmpint (tick.end, >=, date);
  g_assert_cmpstr (tick.label, ==, label);
  g_assert_cmpstr (tick.full_label, ==, full_label);
}

static void
test_ticks (void)
{
  SpzTimelineScale scale;
  SpzTimelineTick tick;
  guint n = 1;

  init (&scale, FALSE, 700);
  assert_label (&scale, SPZ_TIMELINE_YEAR, spz_date_new (2021, 5, 5), "2021", "2021");
  assert_label (&scale, SPZ_TIMELINE_QUARTER, spz_date_new (2021, 5, 5), "Q2", "Q2 2021");
  assert_label (&scale, SPZ_TIMELINE_MONTH, spz_date_new (2021, 5, 5), "May", "May 2021");
  assert_label (&scale, SPZ_TIMELINE_WEEK, spz_date_new (2021, 2, 15), "W7", "W7 2021");
  assert_label (&scale, SPZ_TIMELINE_WEEK, spz_date_new (2021, 1, 1), "W53", "W53 2020");

  /* The ticks tile the plan. */
  spz_timeline_scale_get_tick (&scale, SPZ_TIMELINE_QUARTER, scale.first, &tick);
  for (double end = tick.x + tick.width; spz_timeline_scale_next_tick (&scale, SPZ_TIMELINE_QUARTER, &tick); n++)
    {
      g_assert_cmpfloat_with_epsilon (tick.x, end, 1e-6);
      end = tick.x + tick.width;
    }
  g_assert_cmpuint (n, ==, 16);

  scale.fiscal_start = 10;
  assert_label (&scale, SPZ_TIMELINE_YEAR, spz_date_new (2021, 5, 5), "2020/21", "2020/21");
  assert_label (&scale, SPZ_TIMELINE_QUARTER, spz_date_new (2021, 5, 5), "Q3", "Q3 2020");
}

static void
test_units (void)
{
  SpzTimelineScale scale;
  SpzTimelineUnit former = SPZ_TIMELINE_YEAR;

  /* Zooming in only ever gets finer, through all units. */
  for (double width = 100; width < 100000; width *= 1.1)
    {
      SpzTimelineUnit unit;

      init (&scale, FALSE, width);
      unit = spz_timeline_scale_get_unit (&scale, 12);
      g_assert_cmpint (unit, <=, former);
      g_assert_cmpint (former - unit, <=, 1);
      former = unit;
    }
  g_assert_cmpint (former, ==, SPZ_TIMELINE_DAY);

  init (&scale, FALSE, 1000);
  g_assert_cmpint (spz_timeline_scale_get_unit (&scale, 12), ==, SPZ_TIMELINE_QUARTER);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/timeline/scale/round-trip/ltr", GINT_TO_POINTER (FALSE), test_round_trip);
  g_test_add_data_func ("/timeline/scale/round-trip/rtl", GINT_TO_POINTER (TRUE), test_round_trip);
  g_test_add_func ("/timeline/scale/mirrored", test_mirrored);
  g_test_add_func ("/timeline/scale/ends", test_ends);
  g_test_add_func ("/timeline/scale/snap", test_snap);
  g_test_add_func ("/timeline/scale/ticks", test_ticks);
  g_test_add_func ("/timeline/scale/units", test_units);

  return g_test_run ();
}
