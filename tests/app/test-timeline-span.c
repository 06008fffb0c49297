/* test-timeline-span.c: where a period goes when it is dragged
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-span.h"

static SpzTimelineScale
make_scale (void)
{
  SpzTimelineScale scale;

  spz_timeline_scale_init (&scale, spz_date_new (2020, 1, 1), spz_date_new (2024, 12, 31), 1, FALSE);
  scale.per_day = 1;

  return scale;
}

static void
assert_span (const SpzPlanSpan *span,
             const char            *start,
             const char            *end,
             SpzPrecision           precision)
{
  g_autofree char *start_text = spz_date_to_iso (span->start);
  g_autofree char *end_text = spz_date_to_iso (span->end);

  g_assert_cmpstr (start_text, ==, start);
  g_assert_cmpstr (end_text, ==, end);
  g_assert_cmpint (span->precision, ==, precision);
}

static SpzPlanSpan
make_span (const char   *start,
           const char   *end,
           SpzPrecision  precision)
{
  return (SpzPlanSpan) { spz_date_parse_iso (start), spz_date_parse_iso (end), precision };
}

static void
test_move (void)
{
  SpzTimelineScale scale = make_scale ();
  SpzTimelineSnap snap = { &scale, SPZ_TIMELINE_MONTH, 8 };
  SpzPlanSpan origin = make_span ("2021-01-01", "2021-06-30", SPZ_PRECISION_QUARTER);
  SpzPlanSpan span;

  /* Two quarters stay two quarters, of 181 days or of 184 */
  span = spz_timeline_span_drag (&origin, SPZ_PLAN_GRIP_WHOLE, 180, &snap);
  assert_span (&span, "2021-07-01", "2021-12-31", SPZ_PRECISION_QUARTER);

  /* A month is no quarter any more */
  span = spz_timeline_span_drag (&origin, SPZ_PLAN_GRIP_WHOLE, 33, &snap);
  assert_span (&span, "2021-02-01", "2021-07-31", SPZ_PRECISION_MONTH);

  /* A quarter's boundary attracts from further away than a month's */
  span = spz_timeline_span_drag (&origin, SPZ_PLAN_GRIP_WHOLE, 83, &snap);
  assert_span (&span, "2021-04-01", "2021-09-30", SPZ_PRECISION_QUARTER);

  span = spz_timeline_span_drag (&origin, SPZ_PLAN_GRIP_WHOLE, 3, &snap);
  assert_span (&span, "2021-01-01", "2021-06-30", SPZ_PRECISION_QUARTER);
}

static void
test_free (void)
{
  SpzTimelineScale scale = make_scale ();
  SpzTimelineSnap snap = { &scale, SPZ_TIMELINE_DAY, 0 };
  SpzPlanSpan origin = make_span ("2021-01-01", "2021-03-31", SPZ_PRECISION_QUARTER);
  SpzPlanSpan span = spz_timeline_span_drag (&origin, SPZ_PLAN_GRIP_WHOLE, 5, &snap);

  assert_span (&span, "2021-01-06", "2021-04-05", SPZ_PRECISION_DAY);
}

static void
test_resize (void)
{
  SpzTimelineScale scale = make_scale ();
  SpzTimelineSnap snap = { &scale, SPZ_TIMELINE_MONTH, 8 };
  SpzPlanSpan origin = make_span ("2021-01-01", "2021-06-30", SPZ_PRECISION_QUARTER);
  SpzPlanSpan span;

  span = spz_timeline_span_drag (&origin, SPZ_PLAN_GRIP_END, 90, &snap);
  assert_span (&span, "2021-01-01", "2021-09-30", SPZ_PRECISION_QUARTER);
  span = spz_timeline_span_drag (&origin, SPZ_PLAN_GRIP_START, -92, &snap);
  assert_span (&span, "2020-10-01", "2021-06-30", SPZ_PRECISION_QUARTER);

  /* Never shorter than one unit */
  span = spz_timeline_span_drag (&origin, SPZ_PLAN_GRIP_END, -700, &snap);
  assert_span (&span, "2021-01-01", "2021-01-31", SPZ_PRECISION_MONTH);
  span = spz_timeline_span_drag (&origin, SPZ_PLAN_GRIP_START, 700, &snap);
  assert_span (&span, "2021-06-01", "2021-06-30", SPZ_PRECISION_MONTH);
}

static void
test_step (void)
{
  SpzTimelineScale scale = make_scale ();
  SpzTimelineSnap snap = { &scale, SPZ_TIMELINE_MONTH, 8 };
  SpzPlanSpan origin = make_span ("2021-01-01", "2021-03-31", SPZ_PRECISION_QUARTER);
  SpzPlanSpan exact = make_span ("2021-01-15", "2021-03-20", SPZ_PRECISION_DAY);
  SpzPlanSpan span;

  span = spz_timeline_span_step (&origin, SPZ_PLAN_GRIP_WHOLE, 3, &snap);
  assert_span (&span, "2021-04-01", "2021-06-30", SPZ_PRECISION_QUARTER);
  span = spz_timeline_span_step (&origin, SPZ_PLAN_GRIP_END, 1, &snap);
  assert_span (&span, "2021-01-01", "2021-04-30", SPZ_PRECISION_MONTH);
  span = spz_timeline_span_step (&origin, SPZ_PLAN_GRIP_START, 5, &snap);
  assert_span (&span, "2021-01-01", "2021-03-31", SPZ_PRECISION_QUARTER);

  /* What is known to the day keeps its length in days */
  span = spz_timeline_span_step (&exact, SPZ_PLAN_GRIP_WHOLE, 1, &snap);
  assert_span (&span, "2021-02-15", "2021-04-20", SPZ_PRECISION_DAY);
}

static void
test_milestone (void)
{
  SpzTimelineScale scale = make_scale ();
  SpzTimelineSnap snap = { &scale, SPZ_TIMELINE_MONTH, 8 };
  SpzPlanSpan origin = make_span ("2021-07-01", "2021-07-01", SPZ_PRECISION_MONTH);
  SpzPlanSpan span = spz_timeline_span_drag (&origin, SPZ_PLAN_GRIP_WHOLE, 92, &snap);

  assert_span (&span, "2021-10-01", "2021-10-01", SPZ_PRECISION_MONTH);
}

/* What is due at the end of a month stays due at the end of one */
static void
test_month_end (void)
{
  SpzTimelineScale scale = make_scale ();
  SpzTimelineSnap snap = { &scale, SPZ_TIMELINE_MONTH, 8 };
  SpzPlanSpan leader_origin = make_span ("2021-01-01", "2021-03-31", SPZ_PRECISION_QUARTER);
  SpzPlanSpan leader = make_span ("2021-02-01", "2021-04-30", SPZ_PRECISION_MONTH);
  SpzPlanSpan origin = make_span ("2021-02-28", "2021-02-28", SPZ_PRECISION_DAY);
  g_autofree char *text = NULL;
  SpzPlanSpan span;

  span = spz_timeline_span_drag (&origin, SPZ_PLAN_GRIP_WHOLE, 90, &snap);
  assert_span (&span, "2021-05-31", "2021-05-31", SPZ_PRECISION_DAY);
  text = spz_timeline_span_describe (&origin, &span, SPZ_PLAN_GRIP_WHOLE);
  g_assert_true (g_str_has_suffix (text, "(+1 quarter)"));

  span = spz_timeline_span_step (&origin, SPZ_PLAN_GRIP_WHOLE, 1, &snap);
  assert_span (&span, "2021-03-31", "2021-03-31", SPZ_PRECISION_DAY);
  span = spz_timeline_span_follow (&origin, &leader_origin, &leader, 1);
  assert_span (&span, "2021-03-31", "2021-03-31", SPZ_PRECISION_DAY);
}

static void
test_follow (void)
{
  SpzPlanSpan leader_origin = make_span ("2021-01-01", "2021-03-31", SPZ_PRECISION_QUARTER);
  SpzPlanSpan leader = make_span ("2021-04-01", "2021-06-30", SPZ_PRECISION_QUARTER);
  SpzPlanSpan origin = make_span ("2021-07-01", "2021-09-30", SPZ_PRECISION_QUARTER);
  SpzPlanSpan span = spz_timeline_span_follow (&origin, &leader_origin, &leader, 1);

  assert_span (&span, "2021-10-01", "2021-12-31", SPZ_PRECISION_QUARTER);
}

static void
test_between (void)
{
  SpzTimelineScale scale = make_scale ();
  SpzTimelineSnap snap = { &scale, SPZ_TIMELINE_MONTH, 8 };
  SpzPlanSpan span;

  span = spz_timeline_span_between (spz_date_new (2021, 6, 28), spz_date_new (2021, 4, 4), &snap);
  assert_span (&span, "2021-04-01", "2021-06-30", SPZ_PRECISION_QUARTER);
  span = spz_timeline_span_between (spz_date_new (2021, 5, 10), spz_date_new (2021, 5, 11), &snap);
  assert_span (&span, "2021-05-01", "2021-05-31", SPZ_PRECISION_MONTH);
}

static void
test_describe (void)
{
  SpzPlanSpan origin = make_span ("2021-01-01", "2021-06-30", SPZ_PRECISION_QUARTER);
  SpzPlanSpan span = make_span ("2021-04-01", "2021-09-30", SPZ_PRECISION_QUARTER);
  SpzPlanSpan longer = make_span ("2021-01-01", "2021-07-31", SPZ_PRECISION_MONTH);
  g_autofree char *unmoved = spz_timeline_span_describe (&origin, &origin, SPZ_PLAN_GRIP_WHOLE);
  g_autofree char *moved = spz_timeline_span_describe (&origin, &span, SPZ_PLAN_GRIP_WHOLE);
  g_autofree char *resized = spz_timeline_span_describe (&origin, &longer, SPZ_PLAN_GRIP_END);

  g_assert_false (g_str_has_suffix (unmoved, ")"));
  g_assert_true (g_str_has_suffix (moved, "(+1 quarter)"));
  g_assert_true (g_str_has_suffix (resized, "(+1 month)"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/span/move", test_move);
  g_test_add_func ("/timeline/span/free", test_free);
  g_test_add_func ("/timeline/span/resize", test_resize);
  g_test_add_func ("/timeline/span/step", test_step);
  g_test_add_func ("/timeline/span/milestone", test_milestone);
  g_test_add_func ("/timeline/span/month-end", test_month_end);
  g_test_add_func ("/timeline/span/follow", test_follow);
  g_test_add_func ("/timeline/span/between", test_between);
  g_test_add_func ("/timeline/span/describe", test_describe);

  return g_test_run ();
}
