/* test-plan-programme.c: the plan of a programme, for an audience
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "spz-dependencies.h"
#include "spz-fixture.h"
#include "spz-plan-versions.h"
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
assert_marked (SpzTimelinePlan *plan,
               gint64           phase,
               SpzAudience      audience,
               const char      *words)
{
  guint bar = spz_timeline_plan_find_bar (plan, phase);
  g_autofree char *text = spz_timeline_plan_describe_bar (plan, bar);

  g_assert_cmpint (spz_timeline_plan_get_bars (plan, NULL)[bar].audience, ==, audience);
  g_assert_true (words == NULL || strstr (text, words) != NULL);
  g_assert_true (words != NULL || strstr (text, "public") == NULL);
}

/* Whom a bar is for is said of it; of what nobody may see so is all within */
static void
test_marks (SpzFixture    *fixture,
            gconstpointer  data)
{
  g_autoptr (SpzTimelinePlan) plan = NULL;
  g_autofree char *milestone = NULL;

  fill (fixture);
  plan = spz_timeline_plan_new (fixture->programme, SPZ_AUDIENCE_INTERNAL);
  assert_marked (plan, 1, SPZ_AUDIENCE_PUBLIC, NULL);
  assert_marked (plan, 2, SPZ_AUDIENCE_COMMITTEE, ", non-public");
  assert_marked (plan, 3, SPZ_AUDIENCE_INTERNAL, ", internal only");
  assert_marked (plan, 4, SPZ_AUDIENCE_INTERNAL, ", internal only");
  milestone = spz_timeline_plan_describe_milestone (plan, spz_timeline_plan_find_milestone (plan, 2));
  g_assert_true (g_str_has_suffix (milestone, "geplant im Sommer, non-public"));
}

static const SpzTimelineBar *
find_bar (SpzTimelinePlan *plan,
          const char      *title)
{
  guint n;
  const SpzTimelineBar *bars = spz_timeline_plan_get_bars (plan, &n);

  for (guint i = 0; i < n; i++)
    if (strcmp (bars[i].title, title) == 0)
      return &bars[i];

  return NULL;
}

/* A conflict is told, but not of something the audience may not know. */
static void
test_conflicts (SpzFixture    *fixture,
                gconstpointer  data)
{
  SpzRecordList *phases = spz_programme_get_list (fixture->programme, SPZ_TYPE_PHASE);
  SpzPhase *preparation = NULL, *negotiation = NULL, *withdrawal = NULL;
  GError *error = NULL;

  fill (fixture);
  for (guint i = 0; i < spz_record_list_get_size (phases); i++)
    {
      SpzPhase *phase = spz_record_list_get (phases, i);

      if (strcmp (phase->title, "Vorbereitung") == 0)
        preparation = phase;
      else if (strcmp (phase->title, "Verhandlung") == 0)
        negotiation = phase;
      else if (strcmp (phase->title, "Ausstieg") == 0)
        withdrawal = phase;
    }

  /* Both should wait for what ends after they begin. */
  spz_dependency_add (fixture->programme, withdrawal, preparation, &error);
  g_assert_no_error (error);
  spz_dependency_add (fixture->programme, preparation, negotiation, &error);
  g_assert_no_error (error);
  spz_programme_set (fixture->programme, preparation, &error, "label-placement", SPZ_LABEL_AFTER, NULL);
  g_assert_no_error (error);

  for (guint audience = SPZ_AUDIENCE_PUBLIC; audience <= SPZ_AUDIENCE_INTERNAL; audience++)
    {
      g_autoptr (SpzTimelinePlan) plan = spz_timeline_plan_new (fixture->programme, audience);
      const SpzTimelineBar *bar = find_bar (plan, "Vorbereitung");

      g_assert_cmpint (bar->label_placement, ==, SPZ_LABEL_AFTER);
      g_assert_true ((audience == SPZ_AUDIENCE_INTERNAL) == (strstr (bar->conflict, "Ausstieg") != NULL));
      g_assert_true (audience == SPZ_AUDIENCE_INTERNAL || *bar->conflict == '\0');

      bar = find_bar (plan, "Verhandlung");
      g_assert_true (bar == NULL || strstr (bar->conflict, "Vorbereitung") != NULL);
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
  const SpzTimelineFilter all = { NULL, SPZ_TIMELINE_ANY, SPZ_TIMELINE_ANY, SPZ_TIMELINE_ANY, SPZ_TIMELINE_ANY };
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

/* Nobody is responsible for a milestone, nor for an empty measure */
static void
test_roles (SpzFixture    *fixture,
            gconstpointer  data)
{
  SpzTimelineFilter filter = { NULL, SPZ_TIMELINE_ANY, SPZ_TIMELINE_ANY, SPZ_TIMELINE_ANY, SPZ_TIMELINE_ANY };
  SpzRecord *role;

  fill (fixture);
  role = spz_fixture_add (fixture, SPZ_TYPE_ROLE, "title", "CDO", NULL);
  g_assert_true (spz_programme_set_by_id (fixture->programme, SPZ_TYPE_PHASE, 1, NULL,
                                          "role", spz_record_get_id (role), NULL));

  filter.role = spz_record_get_id (role);
  assert_filtered (fixture, &filter, 1, 1, 0);
  filter.role = 0;
  assert_filtered (fixture, &filter, 3, 2, 2);
  filter.role = spz_record_get_id (role) + 1;
  assert_filtered (fixture, &filter, 0, 0, 0);
}

static SpzTimelinePlan *
new_compared (SpzFixture              *fixture,
              SpzAudience              audience,
              const SpzTimelineFilter *filter)
{
  SpzPlanVersion *version = spz_plan_version_get_latest (fixture->programme);

  return spz_timeline_plan_new_compared (fixture->programme, audience, filter, version);
}

/* A ghost for what moved, was assigned anew or is gone, and for nothing else */
static void
test_ghosts (SpzFixture    *fixture,
             gconstpointer  data)
{
  SpzTimelineFilter filter = { NULL, SPZ_TIMELINE_ANY, SPZ_TIMELINE_ANY, SPZ_TIMELINE_ANY, SPZ_TIMELINE_ANY };
  g_autoptr (SpzTimelinePlan) plan = NULL;
  g_autoptr (SpzTimelinePlan) public = NULL;
  g_autoptr (SpzTimelinePlan) filtered = NULL;
  g_autofree char *bar = NULL;
  g_autofree char *milestone = NULL;
  g_autofree char *dropped = NULL;
  const SpzTimelineGhost *ghosts;
  guint n;

  fill (fixture);
  g_assert_cmpint (spz_plan_version_freeze (fixture->programme, "Stand", "", SPZ_DATE_NONE, NULL), >, 0);
  spz_programme_set_by_id (fixture->programme, SPZ_TYPE_PHASE, 1, NULL,
                           "start", spz_date_new (2021, 7, 1), "end", spz_date_new (2021, 9, 30), NULL);
  spz_programme_set_by_id (fixture->programme, SPZ_TYPE_PHASE, 2, NULL, "title", "Vergabe", NULL);
  spz_programme_remove (fixture->programme, spz_programme_lookup (fixture->programme, SPZ_TYPE_PHASE, 3), NULL);
  /* A measure goes with its phases; a milestone of no measure, and one that moves far before the plan */
  spz_programme_remove (fixture->programme, spz_programme_lookup (fixture->programme, SPZ_TYPE_MEASURE, 2), NULL);
  spz_programme_remove (fixture->programme, spz_programme_lookup (fixture->programme, SPZ_TYPE_MILESTONE, 1), NULL);
  spz_programme_set_by_id (fixture->programme, SPZ_TYPE_MILESTONE, 2, NULL,
                           "date", spz_date_new (2021, 9, 1), "wording", "", NULL);

  plan = new_compared (fixture, SPZ_AUDIENCE_INTERNAL, NULL);
  g_assert_cmpstr (spz_timeline_plan_get_compared (plan), ==, "Stand");
  ghosts = spz_timeline_plan_get_ghosts (plan, &n);
  g_assert_cmpuint (n, ==, 5);
  /* In the row of DMS, the milestone first, then in time */
  g_assert_cmpstr (ghosts[0].title, ==, "Zuschlag");
  g_assert_cmpstr (ghosts[0].when, ==, "geplant im Sommer");
  g_assert_true (ghosts[0].is_milestone && !ghosts[0].dropped);
  g_assert_cmpstr (ghosts[1].title, ==, "Vorbereitung");
  g_assert_cmpint (ghosts[1].start, ==, spz_date_new (2021, 4, 1));
  g_assert_false (ghosts[1].dropped);
  g_assert_cmpstr (ghosts[2].title, ==, "Ausstieg");
  g_assert_true (ghosts[2].dropped);
  g_assert_cmpuint (ghosts[2].measure, ==, ghosts[1].measure);
  /* Above all rows: of no measure, and of one that is gone */
  g_assert_cmpuint (ghosts[3].measure, ==, SPZ_TIMELINE_NONE);
  g_assert_cmpint (ghosts[3].milestone_kind, ==, SPZ_MILESTONE_DEADLINE);
  g_assert_cmpstr (ghosts[4].title, ==, "Geheim: Unsichtbar");
  g_assert_cmpuint (ghosts[4].measure, ==, SPZ_TIMELINE_NONE);

  bar = spz_timeline_plan_describe_bar (plan, spz_timeline_plan_find_bar (plan, 1));
  g_assert_nonnull (strstr (bar, "before: Q2 2021"));
  milestone = spz_timeline_plan_describe_milestone (plan, spz_timeline_plan_find_milestone (plan, 2));
  g_assert_nonnull (strstr (milestone, "before: geplant im Sommer"));
  g_assert_null (spz_timeline_plan_describe_ghost (plan, 1));
  dropped = spz_timeline_plan_describe_ghost (plan, 2);
  g_assert_cmpstr (dropped, ==, "DMS: dropped: Ausstieg, Q3 2021");

  /* Others see only what they might see, then and now */
  public = new_compared (fixture, SPZ_AUDIENCE_PUBLIC, NULL);
  ghosts = spz_timeline_plan_get_ghosts (public, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (ghosts[0].title, ==, "Vorbereitung");
  g_assert_cmpstr (ghosts[1].title, ==, "Frist");

  /* What is filtered has no ghost */
  filter.text = "ausstieg";
  filtered = new_compared (fixture, SPZ_AUDIENCE_INTERNAL, &filter);
  spz_timeline_plan_get_ghosts (filtered, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* As it was, whatever became of it; for each audience what it might see then */
static void
test_of_version (SpzFixture    *fixture,
                 gconstpointer  data)
{
  const guint n_bars_of[] = { 1, 2, 4 };
  g_autoptr (SpzTimelinePlan) before = NULL;
  SpzPlanVersion *version;

  fill (fixture);
  before = spz_timeline_plan_new (fixture->programme, SPZ_AUDIENCE_INTERNAL);
  g_assert_cmpint (spz_plan_version_freeze (fixture->programme, "Stand", "", SPZ_DATE_NONE, NULL), >, 0);
  version = spz_plan_version_get_latest (fixture->programme);
  spz_programme_set_by_id (fixture->programme, SPZ_TYPE_PHASE, 1, NULL,
                           "start", spz_date_new (2021, 7, 1), "end", spz_date_new (2021, 9, 30),
                           "title", "Vorbereitet", NULL);
  spz_programme_set_by_id (fixture->programme, SPZ_TYPE_MEASURE, 1, NULL, "title", "Zentrales DMS", NULL);
  spz_programme_remove (fixture->programme, spz_programme_lookup (fixture->programme, SPZ_TYPE_MEASURE, 2), NULL);
  spz_programme_remove (fixture->programme, spz_programme_lookup (fixture->programme, SPZ_TYPE_MILESTONE, 1), NULL);

  for (guint audience = SPZ_AUDIENCE_PUBLIC; audience <= SPZ_AUDIENCE_INTERNAL; audience++)
    {
      g_autoptr (SpzTimelinePlan) plan = spz_timeline_plan_new_of_version (fixture->programme, version, audience);
      const SpzTimelineBar *bars;
      guint n;

      bars = spz_timeline_plan_get_bars (plan, &n);
      g_assert_cmpuint (n, ==, n_bars_of[audience]);
      for (guint i = 0; i < n; i++)
        {
          guint index = spz_timeline_plan_find_bar (before, bars[i].id);
          const SpzTimelineBar *former = &spz_timeline_plan_get_bars (before, NULL)[index];

          g_assert_cmpstr (bars[i].title, ==, former->title);
          g_assert_cmpint (bars[i].start, ==, former->start);
          g_assert_cmpint (bars[i].end, ==, former->end);
          g_assert_cmpint (bars[i].precision, ==, former->precision);
          g_assert_cmpstr (spz_timeline_plan_get_measures (plan, NULL)[bars[i].measure].title, ==,
                           spz_timeline_plan_get_measures (before, NULL)[former->measure].title);
        }
      spz_timeline_plan_get_milestones (plan, &n);
      g_assert_cmpuint (n, ==, audience == SPZ_AUDIENCE_PUBLIC ? 1 : 2);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/timeline/plan-programme/audiences", SpzFixture, NULL,
              spz_fixture_set_up, test_audiences, spz_fixture_tear_down);
  g_test_add ("/timeline/plan-programme/marks", SpzFixture, NULL,
              spz_fixture_set_up, test_marks, spz_fixture_tear_down);
  g_test_add ("/timeline/plan-programme/order", SpzFixture, NULL,
              spz_fixture_set_up, test_order, spz_fixture_tear_down);
  g_test_add ("/timeline/plan-programme/roles", SpzFixture, NULL,
              spz_fixture_set_up, test_roles, spz_fixture_tear_down);
  g_test_add ("/timeline/plan-programme/ghosts", SpzFixture, NULL,
              spz_fixture_set_up, test_ghosts, spz_fixture_tear_down);
  g_test_add ("/timeline/plan-programme/conflicts", SpzFixture, NULL,
              spz_fixture_set_up, test_conflicts, spz_fixture_tear_down);
  g_test_add ("/timeline/plan-programme/of-version", SpzFixture, NULL,
              spz_fixture_set_up, test_of_version, spz_fixture_tear_down);
  g_test_add ("/timeline/plan-programme/filter", SpzFixture, NULL,
              spz_fixture_set_up, test_filter, spz_fixture_tear_down);

  return g_test_run ();
}
