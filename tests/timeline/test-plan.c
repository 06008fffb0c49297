/* test-plan.c: the plan as plain data
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "spz-timeline-fixture.h"
#include "spz-timeline-lanes-private.h"
#include "spz-timeline-plan-builder.h"

static void
test_example (void)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_example ();
  const SpzTimelineMeasure *measures;
  guint n_groups, n_measures, n_bars, n_milestones, n_kinds;
  SpzDate start, end;

  measures = spz_timeline_plan_get_measures (plan, &n_measures);
  spz_timeline_plan_get_groups (plan, &n_groups);
  spz_timeline_plan_get_bars (plan, &n_bars);
  spz_timeline_plan_get_milestones (plan, &n_milestones);
  spz_timeline_plan_get_kinds (plan, &n_kinds);
  g_assert_cmpuint (n_groups, ==, 4);
  g_assert_cmpuint (n_measures, ==, 19);
  g_assert_cmpuint (n_bars, ==, 57);
  g_assert_cmpuint (n_milestones, ==, 3);
  g_assert_cmpuint (n_kinds, ==, 6);

  spz_timeline_plan_get_span (plan, &start, &end);
  g_assert_cmpint (start, ==, spz_date_new (2020, 1, 1));
  g_assert_cmpint (end, ==, spz_date_new (2023, 12, 31));

  for (guint i = 0; i < n_measures; i++)
    {
      gboolean two = strstr (measures[i].title, "(OZG)") != NULL ||
                     strstr (measures[i].title, "Arbeitsplatz") != NULL;

      g_assert_cmpuint (measures[i].n_lanes, ==, two ? 2 : 1);
    }
}

static void
test_order (void)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_random (1, 40, 200);
  const SpzTimelineMeasure *measures;
  const SpzTimelineBar *bars;
  guint n_measures, n_bars, seen = 0;

  measures = spz_timeline_plan_get_measures (plan, &n_measures);
  bars = spz_timeline_plan_get_bars (plan, &n_bars);
  for (guint i = 0; i < n_measures; i++)
    {
      if (measures[i].n_bars == 0)
        continue;

      g_assert_cmpuint (measures[i].first_bar, ==, seen);
      for (guint j = 0; j < measures[i].n_bars; j++)
        {
          const SpzTimelineBar *bar = &bars[seen + j];

          g_assert_cmpuint (bar->measure, ==, i);
          g_assert_cmpuint (bar->lane, <, measures[i].n_lanes);
          if (j > 0)
            g_assert_cmpint (bar->start, >=, bars[seen + j - 1].start);
          g_assert_cmpuint (spz_timeline_plan_find_bar (plan, bar->id), ==, seen + j);
        }
      seen += measures[i].n_bars;
    }
  g_assert_cmpuint (seen, ==, n_bars);
  g_assert_cmpuint (spz_timeline_plan_find_bar (plan, 123456), ==, SPZ_TIMELINE_NONE);
}

/* No two bars of a lane overlap, and there are no more lanes than bars that
 * overlap at one time. */
static void
test_lanes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 200; round++)
    {
      SpzTimelineInterval intervals[20];
      guint n = (guint) g_rand_int_range (rand, 0, 21);
      SpzDate start = 700000;
      guint n_lanes, most = 0;

      for (guint i = 0; i < n; i++)
        {
          start += g_rand_int_range (rand, 0, 30);
          intervals[i] = (SpzTimelineInterval) { start, start + g_rand_int_range (rand, 0, 60), 0 };
        }
      n_lanes = spz_timeline_lanes_assign (intervals, n);

      for (guint i = 0; i < n; i++)
        {
          guint at_once = 0;

          for (guint j = 0; j < n; j++)
            {
              gboolean overlap = intervals[i].start <= intervals[j].end && intervals[j].start <= intervals[i].end;

              if (i != j && intervals[i].lane == intervals[j].lane)
                g_assert_false (overlap);
              at_once += intervals[j].start <= intervals[i].start && intervals[i].start <= intervals[j].end;
            }
          most = MAX (most, at_once);
        }
      g_assert_cmpuint (n_lanes, ==, MAX (most, 1));
    }
}

static void
test_empty (void)
{
  g_autoptr (SpzTimelinePlanBuilder) builder = spz_timeline_plan_builder_new ();
  g_autoptr (SpzTimelinePlan) plan = NULL;
  g_autofree char *csv = NULL;
  SpzDate start, end;

  spz_timeline_plan_builder_set_reference (builder, spz_date_new (2021, 2, 1));
  plan = spz_timeline_plan_builder_end (builder);
  spz_timeline_plan_get_span (plan, &start, &end);
  g_assert_cmpint (start, ==, spz_date_new (2021, 1, 1));
  g_assert_cmpint (end, ==, spz_date_new (2021, 12, 31));
  csv = spz_timeline_plan_to_csv (plan);
  g_assert_cmpstr (csv, ==, "measure,phase,start_quarter,end_quarter\n");
}

static void
test_group (void)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_example ();
  g_autoptr (SpzTimelinePlan) part = spz_timeline_plan_new_for_group (plan, 2);
  guint n_measures, n_milestones;
  SpzDate start, end;

  g_assert_cmpstr (spz_timeline_plan_get_measures (part, &n_measures)->title, ==, "Onlinezugangsgesetz (OZG)");
  g_assert_cmpuint (n_measures, ==, 4);
  spz_timeline_plan_get_milestones (part, &n_milestones);
  g_assert_cmpuint (n_milestones, ==, 2);
  spz_timeline_plan_get_span (part, &start, &end);
  g_assert_cmpint (end, ==, spz_date_new (2023, 12, 31));
}

/* What is written is what was read. */
static void
test_csv (void)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_example ();
  g_autofree char *csv = spz_timeline_plan_to_csv (plan);
  g_autofree char *path = g_build_filename (g_getenv ("SPZ_SOURCE_ROOT"), "data", "example",
                                            "zeitplan-2021-01.csv", NULL);
  g_auto (GStrv) written = g_strsplit (csv, "\n", -1);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; written[i] != NULL && *written[i] != '\0'; i++, n++)
    g_assert_nonnull (strstr (text, written[i]));
  g_assert_cmpuint (n, ==, 58);
  g_assert_cmpuint (strlen (csv), ==, strlen (text));
}

static void
test_describe (void)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_example ();
  const SpzTimelineMeasure *measures = spz_timeline_plan_get_measures (plan, NULL);
  g_autofree char *all = spz_timeline_plan_describe (plan);
  g_autofree char *bar = spz_timeline_plan_describe_bar (plan, measures[5].first_bar);
  g_autofree char *milestone = spz_timeline_plan_describe_milestone (plan, 0);

  g_assert_cmpstr (bar, ==, "Zentrales DMS / E-Akte: Vorbereitung, Q1 to Q4 2020");
  g_assert_cmpstr (milestone, ==, "Zentrales DMS / E-Akte: milestone Ausschreibungsentscheidung "
                                  "DMS/Umsetzungsbeginn, geplant 2. Halbjahr 2021");
  g_assert_nonnull (strstr (all, "19 measures with 57 phases and 3 milestones"));
}

static gpointer
read_in_thread (gpointer data)
{
  g_autoptr (SpzTimelinePlan) plan = data;
  g_autofree char *csv = spz_timeline_plan_to_csv (plan);

  return GSIZE_TO_POINTER (strlen (csv));
}

static void
test_threads (void)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_example ();
  GThread *threads[4];
  gpointer first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("plan", read_in_thread, spz_timeline_plan_ref (plan));
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      gpointer length = g_thread_join (threads[i]);

      g_assert_true (i == 0 || length == first);
      first = length;
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/plan/example", test_example);
  g_test_add_func ("/timeline/plan/order", test_order);
  g_test_add_func ("/timeline/plan/lanes", test_lanes);
  g_test_add_func ("/timeline/plan/empty", test_empty);
  g_test_add_func ("/timeline/plan/group", test_group);
  g_test_add_func ("/timeline/plan/csv", test_csv);
  g_test_add_func ("/timeline/plan/describe", test_describe);
  g_test_add_func ("/timeline/plan/threads", test_threads);

  return g_test_run ();
}
