/* test-plan-programme.c: the plan of a programme, for an audience
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "spz-fixture.h"
#include "spz-timeline-plan.h"

static gint64
add_measure (SpzFixture  *fixture,
             gint64       field,
             const char  *title,
             SpzAudience  audience)
{
  GError *error = NULL;
  gint64 id = spz_programme_add (fixture->programme, SPZ_TYPE_MEASURE, &error,
                                 "action-field", field, "title", title, "audience", audience, NULL);

  g_assert_no_error (error);
  return id;
}

static gint64
add_phase (SpzFixture  *fixture,
           gint64       measure,
           const char  *title,
           int          quarter,
           SpzAudience  audience)
{
  GError *error = NULL;
  gint64 id = spz_programme_add (fixture->programme, SPZ_TYPE_PHASE, &error,
                                 "measure", measure, "title", title,
                                 "start", spz_date_new (2021, quarter * 3 - 2, 1),
                                 "end", spz_date_add_months (spz_date_new (2021, quarter * 3 - 2, 1), 3) - 1,
                                 "precision", SPZ_PRECISION_QUARTER,
                                 "audience", audience, NULL);

  g_assert_no_error (error);
  return id;
}

static void
fill (SpzFixture *fixture)
{
  GError *error = NULL;
  gint64 field = spz_programme_add (fixture->programme, SPZ_TYPE_ACTION_FIELD, &error,
                                    "title", "Schriftgut", NULL);
  gint64 dms, hidden;

  dms = add_measure (fixture, field, "DMS", SPZ_AUDIENCE_PUBLIC);
  hidden = add_measure (fixture, field, "Geheim", SPZ_AUDIENCE_INTERNAL);
  add_measure (fixture, 0, "Kommunikation", SPZ_AUDIENCE_PUBLIC);
  add_phase (fixture, dms, "Vorbereitung", 2, SPZ_AUDIENCE_PUBLIC);
  add_phase (fixture, dms, "Verhandlung", 1, SPZ_AUDIENCE_COMMITTEE);
  add_phase (fixture, dms, "Ausstieg", 3, SPZ_AUDIENCE_INTERNAL);
  add_phase (fixture, hidden, "Unsichtbar", 3, SPZ_AUDIENCE_PUBLIC);
  spz_programme_add (fixture->programme, SPZ_TYPE_MILESTONE, &error,
                     "title", "Frist", "date", spz_date_new (2022, 12, 31),
                     "kind", SPZ_MILESTONE_DEADLINE, NULL);
  spz_programme_add (fixture->programme, SPZ_TYPE_MILESTONE, &error, "measure", dms,
                     "title", "Zuschlag", "date", spz_date_new (2021, 7, 1),
                     "wording", "geplant im Sommer", "audience", SPZ_AUDIENCE_COMMITTEE, NULL);
  g_assert_no_error (error);
}

static void
test_audiences (SpzFixture    *fixture,
                gconstpointer  data)
{
  const guint n_bars_of[] = { 1, 2, 4 };
  const guint n_measures_of[] = { 2, 2, 3 };
  const guint n_milestones_of[] = { 1, 2, 2 };

  fill (fixture);
  for (guint audience = SPZ_AUDIENCE_PUBLIC; audience <= SPZ_AUDIENCE_INTERNAL; audience++)
    {
      g_autoptr (SpzTimelinePlan) plan = spz_timeline_plan_new (fixture->programme, audience);
      g_autofree char *csv = spz_timeline_plan_to_csv (plan);
      guint n_bars, n_measures, n_milestones;

      spz_timeline_plan_get_bars (plan, &n_bars);
      spz_timeline_plan_get_measures (plan, &n_measures);
      spz_timeline_plan_get_milestones (plan, &n_milestones);
      g_assert_cmpuint (n_bars, ==, n_bars_of[audience]);
      g_assert_cmpuint (n_measures, ==, n_measures_of[audience]);
      g_assert_cmpuint (n_milestones, ==, n_milestones_of[audience]);
      g_assert_true (audience == SPZ_AUDIENCE_INTERNAL || strstr (csv, "Unsichtbar") == NULL);
    }
}

static void
test_order (SpzFixture    *fixture,
            gconstpointer  data)
{
  g_autoptr (SpzTimelinePlan) plan = NULL;
  const SpzTimelineMilestone *milestones;
  const SpzTimelineGroup *groups;
  const SpzTimelineMeasure *measures;
  const SpzTimelineBar *bars;
  guint n;

  fill (fixture);
  plan = spz_timeline_plan_new (fixture->programme, SPZ_AUDIENCE_COMMITTEE);
  groups = spz_timeline_plan_get_groups (plan, &n);
  measures = spz_timeline_plan_get_measures (plan, NULL);
  bars = spz_timeline_plan_get_bars (plan, NULL);
  milestones = spz_timeline_plan_get_milestones (plan, NULL);

  /* What belongs to no field comes first. */
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (groups[0].id, ==, 0);
  g_assert_cmpstr (measures[0].title, ==, "Kommunikation");
  g_assert_cmpstr (groups[1].title, ==, "Schriftgut");

  g_assert_cmpstr (bars[0].title, ==, "Verhandlung");
  g_assert_cmpstr (bars[1].title, ==, "Vorbereitung");
  g_assert_cmpstr (milestones[0].when, ==, "geplant im Sommer");
  g_assert_cmpstr (milestones[1].when, ==, "31/12/2022");
  g_assert_cmpuint (milestones[1].measure, ==, SPZ_TIMELINE_NONE);
}

static void
assert_filtered (SpzFixture              *fixture,
                 const SpzTimelineFilter *filter,
                 guint                    n_bars,
                 guint                    n_measures,
                 guint                    n_milestones)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_plan_new_filtered (fixture->programme, SPZ_AUDIENCE_INTERNAL,
                                                                     filter);
  guint n;

  spz_timeline_plan_get_bars (plan, &n);
  g_assert_cmpuint (n, ==, n_bars);
  spz_timeline_plan_get_measures (plan, &n);
  g_assert_cmpuint (n, ==, n_measures);
  spz_timeline_plan_get_milestones (plan, &n);
  g_assert_cmpuint (n, ==, n_milestones);
}

static void
test_filter (SpzFixture    *fixture,
             gconstpointer  data)
{
  const SpzTimelineFilter all = { NULL, SPZ_TIMELINE_ANY, SPZ_TIMELINE_ANY, SPZ_TIMELINE_ANY };
  SpzRecordList *phases;
  SpzTimelineFilter filter = all;
  g_autoptr (GError) error = NULL;
  gint64 kind;

  fill (fixture);
  assert_filtered (fixture, NULL, 4, 3, 2);
  assert_filtered (fixture, &all, 4, 3, 2);

  /* Case and accents don't count; rows without a match are left out */
  filter.text = "AUSSTIEG";
  assert_filtered (fixture, &filter, 1, 1, 0);
  /* A measure's title stands for all of it, and goes with its phases' */
  filter.text = "kommunikation";
  assert_filtered (fixture, &filter, 0, 1, 0);
  filter.text = "frist";
  assert_filtered (fixture, &filter, 0, 0, 1);
  filter.text = "gibt es nicht";
  assert_filtered (fixture, &filter, 0, 0, 0);

  filter = all;
  filter.audience = SPZ_AUDIENCE_COMMITTEE;
  assert_filtered (fixture, &filter, 1, 1, 1);

  filter = all;
  filter.action_field = 0;
  assert_filtered (fixture, &filter, 0, 1, 1);

  kind = spz_programme_add (fixture->programme, SPZ_TYPE_PHASE_KIND, &error, "title", "Konzept", NULL);
  phases = spz_programme_get_list (fixture->programme, SPZ_TYPE_PHASE);
  g_assert_true (spz_programme_set (fixture->programme, spz_record_list_get (phases, 0), &error,
                                    "kind", kind, NULL));
  g_assert_no_error (error);
  filter = all;
  filter.kind = kind;
  assert_filtered (fixture, &filter, 1, 1, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/timeline/plan-programme/audiences", SpzFixture, NULL,
              spz_fixture_set_up, test_audiences, spz_fixture_tear_down);
  g_test_add ("/timeline/plan-programme/order", SpzFixture, NULL,
              spz_fixture_set_up, test_order, spz_fixture_tear_down);
  g_test_add ("/timeline/plan-programme/filter", SpzFixture, NULL,
              spz_fixture_set_up, test_filter, spz_fixture_tear_down);

  return g_test_run ();
}
