/* test-versions.c: versions of the plan, and what changed since
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-fixture.h"
#include "spz-plan-changes.h"
#include "spz-plan-edit.h"
#include "spz-plan-versions.h"

#define ADD_TEST(path, function) \
  g_test_add ("/versions/" path, SpzFixture, NULL, spz_fixture_set_up, function, spz_fixture_tear_down)

static SpzPhase *
add_phase (SpzFixture  *fixture,
           SpzMeasure  *measure,
           const char  *title,
           SpzDate      start,
           SpzDate      end,
           SpzAudience  audience)
{
  return spz_fixture_add (fixture, SPZ_TYPE_PHASE, "measure", spz_record_get_id (SPZ_RECORD (measure)),
                          "title", title, "start", start, "end", end, "audience", audience, NULL);
}

static SpzMilestone *
add_milestone (SpzFixture *fixture,
               const char *title,
               SpzDate     date)
{
  return spz_fixture_add (fixture, SPZ_TYPE_MILESTONE, "title", title, "date", date, NULL);
}

static SpzPlanVersion *
freeze (SpzFixture *fixture,
        const char *title)
{
  g_autoptr (GError) error = NULL;
  gint64 id = spz_plan_version_freeze (fixture->programme, title, "beraten im VV",
                                       spz_date_new (2021, 1, 19), &error);

  g_assert_no_error (error);

  return spz_programme_lookup (fixture->programme, SPZ_TYPE_PLAN_VERSION, id);
}

static const SpzPlanChange *
get_change (GPtrArray *changes,
            guint      index)
{
  g_assert_cmpuint (index, <, changes->len);

  return g_ptr_array_index (changes, index);
}

static void
test_freeze (SpzFixture    *fixture,
             gconstpointer  data)
{
  SpzMeasure *dms = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "DMS",
                                     "audience", SPZ_AUDIENCE_COMMITTEE, NULL);
  SpzRecordList *phases = spz_programme_get_list (fixture->programme, SPZ_TYPE_VERSION_PHASE);
  SpzRecordList *milestones = spz_programme_get_list (fixture->programme, SPZ_TYPE_VERSION_MILESTONE);
  g_autofree char *before = NULL;
  g_autofree char *frozen = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  SpzPlanVersion *version;

  add_phase (fixture, dms, "Vorbereitung", spz_date_new (2021, 1, 1), spz_date_new (2021, 3, 31), SPZ_AUDIENCE_PUBLIC);
  add_phase (fixture, dms, "Verhandlung", spz_date_new (2021, 4, 1), spz_date_new (2021, 6, 30), SPZ_AUDIENCE_INTERNAL);
  add_milestone (fixture, "OZG-Endfrist", spz_date_new (2022, 12, 31));
  before = spz_fixture_dump (fixture);

  version = freeze (fixture, "  Stand  Januar 2021 ");
  g_assert_cmpstr (version->title, ==, "Stand Januar 2021");
  g_assert_true (g_str_has_prefix (version->digest, "3:"));
  g_assert_cmpuint (strlen (version->digest), ==, 2 + 64);
  g_assert_cmpuint (spz_record_list_get_size (phases), ==, 2);
  g_assert_cmpuint (spz_record_list_get_size (milestones), ==, 1);
  /* For whom the measure is matters, too */
  g_assert_cmpint (SPZ_VERSION_PHASE (spz_record_list_get (phases, 0))->audience, ==, SPZ_AUDIENCE_COMMITTEE);
  g_assert_cmpint (SPZ_VERSION_PHASE (spz_record_list_get (phases, 1))->audience, ==, SPZ_AUDIENCE_INTERNAL);
  name = spz_plan_version_describe (version);
  g_assert_true (g_str_has_prefix (name, "Stand Januar 2021, beraten im VV "));
  g_assert_true (spz_plan_version_find (fixture->programme, "stand januar 2021") == version);
  g_assert_true (spz_plan_version_find (fixture->programme, "1") == version);
  g_assert_null (spz_plan_version_find (fixture->programme, "Stand Februar 2021"));
  g_assert_true (spz_plan_version_get_latest (fixture->programme) == version);
  frozen = spz_fixture_dump (fixture);

  /* Not without a name, nor under the same one */
  g_assert_cmpint (spz_plan_version_freeze (fixture->programme, " ", "", 0, &error), ==, 0);
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (spz_plan_version_freeze (fixture->programme, "Stand Januar 2021", "", 0, &error), ==, 0);
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  g_clear_error (&error);

  /* One step */
  g_assert_true (spz_programme_undo (fixture->programme, &error));
  undone = spz_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, undone);
  g_assert_true (spz_programme_redo (fixture->programme, &error));
  redone = spz_fixture_dump (fixture);
  g_assert_cmpstr (frozen, ==, redone);

  problems = spz_programme_check (fixture->programme, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);

  /* It goes with all that is in it */
  version = spz_programme_lookup (fixture->programme, SPZ_TYPE_PLAN_VERSION, 1);
  g_assert_true (spz_plan_version_remove (fixture->programme, version, &error));
  g_assert_cmpuint (spz_record_list_get_size (phases), ==, 0);
  g_assert_cmpuint (spz_record_list_get_size (milestones), ==, 0);
}

static void
test_digest (SpzFixture    *fixture,
             gconstpointer  data)
{
  SpzMeasure *dms = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "DMS", NULL);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  SpzPlanVersion *version;

  add_phase (fixture, dms, "Vorbereitung", spz_date_new (2021, 1, 1), spz_date_new (2021, 3, 31), SPZ_AUDIENCE_PUBLIC);
  version = freeze (fixture, "Stand");
  g_assert_true (spz_plan_version_check (fixture->programme, version, &error));

  /* A correction of its name is none of its contents */
  g_assert_true (spz_programme_set (fixture->programme, version, &error, "title", "Stand Januar", NULL));
  g_assert_true (spz_plan_version_check (fixture->programme, version, &error));

  g_assert_true (spz_programme_set_by_id (fixture->programme, SPZ_TYPE_VERSION_PHASE, 1, &error,
                                          "end", spz_date_new (2021, 4, 1), NULL));
  g_assert_false (spz_plan_version_check (fixture->programme, version, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_DAMAGED);
  g_clear_error (&error);
  problems = spz_programme_check (fixture->programme, &error);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 0), "Stand Januar"));
}

static void
test_compare (SpzFixture    *fixture,
              gconstpointer  data)
{
  SpzActionField *field = spz_fixture_add (fixture, SPZ_TYPE_ACTION_FIELD, "title", "Schriftgut", NULL);
  SpzMeasure *late = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "Scannen", "action-field",
                                      spz_record_get_id (SPZ_RECORD (field)), NULL);
  SpzMeasure *dms = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "DMS", NULL);
  SpzPhase *moved = add_phase (fixture, late, "Rollout", spz_date_new (2022, 7, 1), spz_date_new (2022, 9, 30), SPZ_AUDIENCE_PUBLIC);
  SpzPhase *renamed = add_phase (fixture, dms, "Pilot", spz_date_new (2021, 7, 1), spz_date_new (2021, 9, 30), SPZ_AUDIENCE_PUBLIC);
  SpzPhase *removed = add_phase (fixture, dms, "Konzept", spz_date_new (2021, 1, 1), spz_date_new (2021, 3, 31), SPZ_AUDIENCE_PUBLIC);
  SpzPhase *same = add_phase (fixture, dms, "Betrieb", spz_date_new (2023, 1, 1), spz_date_new (2023, 3, 31), SPZ_AUDIENCE_PUBLIC);
  SpzMilestone *portal = add_milestone (fixture, "Portal", spz_date_new (2021, 4, 4));
  SpzPlanVersion *version = freeze (fixture, "Stand");
  g_autoptr (GPtrArray) none = spz_plan_compare (fixture->programme, version, SPZ_AUDIENCE_INTERNAL);
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *summary = NULL;
  g_autoptr (GError) error = NULL;
  gint64 removed_id = spz_record_get_id (SPZ_RECORD (removed));

  g_assert_cmpuint (none->len, ==, 0);

  spz_programme_set (fixture->programme, moved, &error,
                     "start", spz_date_new (2022, 10, 1), "end", spz_date_new (2022, 12, 31), NULL);
  spz_programme_set (fixture->programme, renamed, &error,
                     "title", "Pilotbetrieb", "certainty", SPZ_CERTAINTY_EXPECTED, NULL);
  spz_programme_remove (fixture->programme, removed, &error);
  spz_programme_set (fixture->programme, portal, &error, "date", spz_date_new (2021, 7, 1), NULL);
  /* What neither version nor audience know of */
  spz_programme_set (fixture->programme, same, &error, "progress", (gint64) 50, "note", "läuft", NULL);
  g_assert_no_error (error);
  /* This one gets the number of the one that is gone, and is still another one */
  g_assert_cmpint (spz_record_get_id (SPZ_RECORD (add_phase (fixture, late, "Abnahme", spz_date_new (2023, 1, 1), spz_date_new (2023, 3, 31),
                                                             SPZ_AUDIENCE_PUBLIC))), >=, removed_id);

  changes = spz_plan_compare (fixture->programme, version, SPZ_AUDIENCE_PUBLIC);
  g_assert_cmpuint (changes->len, ==, 5);

  /* As the plan: first what is in no action field, in time; milestones of none last */
  g_assert_cmpstr (get_change (changes, 0)->before.title, ==, "Konzept");
  g_assert_cmpint (get_change (changes, 0)->flags, ==, SPZ_PLAN_CHANGE_REMOVED);
  g_assert_cmpint (get_change (changes, 0)->id, ==, removed_id);
  g_assert_cmpint (get_change (changes, 1)->flags, ==, SPZ_PLAN_CHANGE_TITLE | SPZ_PLAN_CHANGE_CERTAINTY);
  g_assert_cmpint (get_change (changes, 2)->flags, ==, SPZ_PLAN_CHANGE_MOVED);
  g_assert_cmpint (get_change (changes, 2)->before.start, ==, spz_date_new (2022, 7, 1));
  g_assert_cmpint (get_change (changes, 2)->after.start, ==, spz_date_new (2022, 10, 1));
  g_assert_cmpint (get_change (changes, 2)->before.precision, ==, SPZ_PRECISION_QUARTER);
  g_assert_cmpstr (get_change (changes, 3)->after.title, ==, "Abnahme");
  g_assert_cmpint (get_change (changes, 3)->flags, ==, SPZ_PLAN_CHANGE_ADDED);
  g_assert_true (get_change (changes, 4)->type == SPZ_TYPE_MILESTONE);
  g_assert_cmpint (get_change (changes, 4)->flags, ==, SPZ_PLAN_CHANGE_MOVED);

  summary = spz_plan_changes_dup_summary (changes);
  g_assert_cmpstr (summary, ==, "2 moved, 1 new, 1 dropped, 1 changed otherwise");
}

static void
test_reused_number (SpzFixture    *fixture,
                    gconstpointer  data)
{
  SpzMeasure *dms = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "DMS", NULL);
  SpzMeasure *scan = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "Scannen", NULL);
  SpzPhase *gone = add_phase (fixture, dms, "Konzept", spz_date_new (2021, 1, 1), spz_date_new (2021, 3, 31), SPZ_AUDIENCE_PUBLIC);
  gint64 id = spz_record_get_id (SPZ_RECORD (gone));
  SpzPlanVersion *version = freeze (fixture, "Stand");
  g_autoptr (GPtrArray) changes = NULL;
  SpzPhase *added;

  g_assert_true (spz_programme_remove (fixture->programme, gone, NULL));
  added = add_phase (fixture, scan, "Abnahme", spz_date_new (2021, 1, 1), spz_date_new (2021, 3, 31), SPZ_AUDIENCE_PUBLIC);
  g_assert_cmpint (spz_record_get_id (SPZ_RECORD (added)), ==, id);

  changes = spz_plan_compare (fixture->programme, version, SPZ_AUDIENCE_PUBLIC);
  g_assert_cmpuint (changes->len, ==, 2);
  g_assert_cmpint (get_change (changes, 0)->flags, ==, SPZ_PLAN_CHANGE_REMOVED);
  g_assert_cmpint (get_change (changes, 1)->flags, ==, SPZ_PLAN_CHANGE_ADDED);
}

static void
test_measures (SpzFixture    *fixture,
               gconstpointer  data)
{
  SpzMeasure *dms = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "DMS", NULL);
  SpzMeasure *scan = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "Scannen", NULL);
  SpzPhase *pilot = add_phase (fixture, dms, "Pilot", spz_date_new (2021, 7, 1), spz_date_new (2021, 9, 30), SPZ_AUDIENCE_PUBLIC);
  SpzPlanVersion *version;
  g_autoptr (GPtrArray) renamed = NULL;
  g_autoptr (GPtrArray) moved = NULL;

  add_phase (fixture, dms, "Rollout", spz_date_new (2021, 10, 1), spz_date_new (2021, 12, 31), SPZ_AUDIENCE_PUBLIC);
  add_phase (fixture, scan, "Konzept", spz_date_new (2021, 1, 1), spz_date_new (2021, 3, 31), SPZ_AUDIENCE_PUBLIC);
  version = freeze (fixture, "Stand");

  /* A measure's new title is one change, not one of each of its phases */
  g_assert_true (spz_programme_set (fixture->programme, dms, NULL, "title", "Zentrales DMS", NULL));
  renamed = spz_plan_compare (fixture->programme, version, SPZ_AUDIENCE_PUBLIC);
  g_assert_cmpuint (renamed->len, ==, 1);
  g_assert_true (get_change (renamed, 0)->type == SPZ_TYPE_MEASURE);
  g_assert_cmpstr (get_change (renamed, 0)->before.title, ==, "DMS");

  g_assert_true (spz_programme_set (fixture->programme, pilot, NULL,
                                    "measure", spz_record_get_id (SPZ_RECORD (scan)), NULL));
  moved = spz_plan_compare (fixture->programme, version, SPZ_AUDIENCE_PUBLIC);
  g_assert_cmpuint (moved->len, ==, 2);
  g_assert_cmpint (get_change (moved, 1)->flags, ==, SPZ_PLAN_CHANGE_MEASURE);
}

/* Two measures of one title are told apart by their numbers */
static void
test_same_titles (SpzFixture    *fixture,
                  gconstpointer  data)
{
  SpzMeasure *first = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "DMS", NULL);
  SpzMeasure *second = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "DMS", NULL);
  SpzPhase *pilot = add_phase (fixture, first, "Pilot", spz_date_new (2021, 7, 1), spz_date_new (2021, 9, 30), SPZ_AUDIENCE_PUBLIC);
  SpzPlanVersion *version = freeze (fixture, "Stand");
  g_autoptr (GPtrArray) changes = NULL;

  g_assert_true (spz_programme_set (fixture->programme, first, NULL, "title", "Zentrales DMS", NULL));
  g_assert_true (spz_programme_remove (fixture->programme, pilot, NULL));

  changes = spz_plan_compare (fixture->programme, version, SPZ_AUDIENCE_PUBLIC);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpint (get_change (changes, 0)->flags, ==, SPZ_PLAN_CHANGE_REMOVED);
  /* Nothing is left that would tell that the first one was renamed: not wrong, but the second */
  g_assert_cmpint (get_change (changes, 0)->former_measure, ==, spz_record_get_id (SPZ_RECORD (second)));
}

static void
test_kinds (SpzFixture    *fixture,
            gconstpointer  data)
{
  SpzMeasure *dms = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "DMS", NULL);
  SpzPhaseKind *pilot = spz_fixture_add (fixture, SPZ_TYPE_PHASE_KIND, "title", "Pilot", NULL);
  SpzPhaseKind *rollout = spz_fixture_add (fixture, SPZ_TYPE_PHASE_KIND, "title", "Rollout", NULL);
  SpzPhase *phase = add_phase (fixture, dms, "Einführung der E-Akte", spz_date_new (2021, 7, 1),
                               spz_date_new (2021, 9, 30), SPZ_AUDIENCE_PUBLIC);
  SpzPlanVersion *version;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) changed = NULL;
  g_autoptr (GPtrArray) dropped = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *last = NULL;

  g_assert_true (spz_programme_set (fixture->programme, phase, NULL,
                                    "kind", spz_record_get_id (SPZ_RECORD (pilot)), NULL));
  version = freeze (fixture, "Stand");
  none = spz_plan_compare (fixture->programme, version, SPZ_AUDIENCE_PUBLIC);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (spz_plan_version_is_current (fixture->programme, version));

  g_assert_true (spz_programme_set (fixture->programme, phase, NULL,
                                    "kind", spz_record_get_id (SPZ_RECORD (rollout)), NULL));
  changed = spz_plan_compare (fixture->programme, version, SPZ_AUDIENCE_PUBLIC);
  g_assert_cmpuint (changed->len, ==, 1);
  g_assert_cmpint (get_change (changed, 0)->flags, ==, SPZ_PLAN_CHANGE_KIND);
  sentence = spz_plan_change_dup_sentence (get_change (changed, 0), FALSE);
  g_assert_cmpstr (sentence, ==, "“Einführung der E-Akte” is now of the kind “Rollout” instead of “Pilot”.");
  g_assert_false (spz_plan_version_is_current (fixture->programme, version));

  /* The copy keeps the title of a kind that is gone */
  g_assert_true (spz_programme_set (fixture->programme, phase, NULL, "kind", (gint64) 0, NULL));
  g_assert_true (spz_programme_remove (fixture->programme, pilot, NULL));
  dropped = spz_plan_compare (fixture->programme, version, SPZ_AUDIENCE_PUBLIC);
  g_assert_cmpuint (dropped->len, ==, 1);
  last = spz_plan_change_dup_sentence (get_change (dropped, 0), FALSE);
  g_assert_cmpstr (last, ==, "“Einführung der E-Akte” is no longer of the kind “Pilot”.");
  g_assert_true (spz_plan_version_check (fixture->programme, version, NULL));
}

/* A kind that is called otherwise makes no phase another one */
static void
test_kind_renamed (SpzFixture    *fixture,
                   gconstpointer  data)
{
  SpzMeasure *dms = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "DMS", NULL);
  SpzPhaseKind *pilot = spz_fixture_add (fixture, SPZ_TYPE_PHASE_KIND, "title", "Pilot", NULL);
  SpzPhaseKind *test = spz_fixture_add (fixture, SPZ_TYPE_PHASE_KIND, "title", "Test", NULL);
  SpzPhase *phases[3];
  SpzPlanVersion *version;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) all = NULL;

  for (int i = 0; i < 3; i++)
    {
      phases[i] = add_phase (fixture, dms, "Einführung", spz_date_new (2021 + i, 1, 1),
                             spz_date_new (2021 + i, 9, 30), SPZ_AUDIENCE_PUBLIC);
      g_assert_true (spz_programme_set (fixture->programme, phases[i], NULL,
                                        "kind", spz_record_get_id (SPZ_RECORD (pilot)), NULL));
    }
  version = freeze (fixture, "Stand");

  g_assert_true (spz_programme_set (fixture->programme, pilot, NULL, "title", "Erprobung", NULL));
  none = spz_plan_compare (fixture->programme, version, SPZ_AUDIENCE_PUBLIC);
  g_assert_cmpuint (none->len, ==, 0);

  /* Of which another kind is one then, is told */
  g_assert_true (spz_programme_set (fixture->programme, phases[1], NULL,
                                    "kind", spz_record_get_id (SPZ_RECORD (test)), NULL));
  one = spz_plan_compare (fixture->programme, version, SPZ_AUDIENCE_PUBLIC);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpint (get_change (one, 0)->id, ==, spz_record_get_id (SPZ_RECORD (phases[1])));

  /* Where there still is a kind that is called so, they were moved to another */
  for (int i = 0; i < 3; i++)
    g_assert_true (spz_programme_set (fixture->programme, phases[i], NULL,
                                      "kind", spz_record_get_id (SPZ_RECORD (test)), NULL));
  g_assert_true (spz_programme_set (fixture->programme, pilot, NULL, "title", "Pilot", NULL));
  all = spz_plan_compare (fixture->programme, version, SPZ_AUDIENCE_PUBLIC);
  g_assert_cmpuint (all->len, ==, 3);
}

/* A version that was kept without kinds knows nothing of them: that is no change */
static void
test_kinds_unknown (SpzFixture    *fixture,
                    gconstpointer  data)
{
  SpzMeasure *dms = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "DMS", NULL);
  SpzPhaseKind *pilot = spz_fixture_add (fixture, SPZ_TYPE_PHASE_KIND, "title", "Pilot", NULL);
  SpzPhase *phase = add_phase (fixture, dms, "Pilotbetrieb", spz_date_new (2021, 7, 1), spz_date_new (2021, 9, 30),
                               SPZ_AUDIENCE_PUBLIC);
  SpzPlanVersion *version = freeze (fixture, "Stand");
  g_autoptr (GPtrArray) changes = NULL;
  /* Of a phase's number, days, certainty, audience, titles, measure and precision */
  const char *digest = "2:e365e7873bd0fc303b50c06f0e899fda981c6b02cd842e2d27079a440ad03a2f";

  g_assert_true (spz_programme_set (fixture->programme, version, NULL, "digest", digest, NULL));
  g_assert_true (spz_plan_version_check (fixture->programme, version, NULL));
  g_assert_true (spz_plan_version_is_current (fixture->programme, version));

  g_assert_true (spz_programme_set (fixture->programme, phase, NULL,
                                    "kind", spz_record_get_id (SPZ_RECORD (pilot)), NULL));
  changes = spz_plan_compare (fixture->programme, version, SPZ_AUDIENCE_PUBLIC);
  g_assert_cmpuint (changes->len, ==, 0);
  g_assert_true (spz_plan_version_is_current (fixture->programme, version));
}

static void
test_milestones (SpzFixture    *fixture,
                 gconstpointer  data)
{
  SpzMeasure *dms = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "DMS", NULL);
  SpzMeasure *scan = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "Scannen", NULL);
  gint64 dms_id = spz_record_get_id (SPZ_RECORD (dms));
  SpzMilestone *award = add_milestone (fixture, "Zuschlag", spz_date_new (2021, 4, 1));
  SpzMilestone *gone = add_milestone (fixture, "Vertrag", spz_date_new (2021, 5, 1));
  SpzMilestone *said = add_milestone (fixture, "Portal", spz_date_new (2021, 4, 4));
  g_autoptr (GPtrArray) changes = NULL;
  SpzPlanVersion *version;

  g_assert_true (spz_programme_set (fixture->programme, award, NULL, "measure", dms_id, NULL));
  g_assert_true (spz_programme_set (fixture->programme, gone, NULL, "measure", dms_id, NULL));
  version = freeze (fixture, "Stand");
  g_assert_true (spz_plan_version_check (fixture->programme, version, NULL));

  g_assert_true (spz_programme_set (fixture->programme, award, NULL,
                                    "certainty", SPZ_CERTAINTY_EXPECTED, "kind", SPZ_MILESTONE_DEADLINE,
                                    "measure", spz_record_get_id (SPZ_RECORD (scan)), NULL));
  g_assert_true (spz_programme_remove (fixture->programme, gone, NULL));
  g_assert_true (spz_programme_set (fixture->programme, said, NULL, "wording", "voraussichtlich Ostern 2021", NULL));

  changes = spz_plan_compare (fixture->programme, version, SPZ_AUDIENCE_PUBLIC);
  g_assert_cmpuint (changes->len, ==, 3);
  g_assert_cmpint (get_change (changes, 0)->flags, ==, SPZ_PLAN_CHANGE_REMOVED);
  g_assert_cmpint (get_change (changes, 0)->former_measure, ==, dms_id);
  g_assert_cmpstr (get_change (changes, 0)->before.measure_title, ==, "DMS");
  g_assert_cmpint (get_change (changes, 1)->flags, ==,
                   SPZ_PLAN_CHANGE_MEASURE | SPZ_PLAN_CHANGE_CERTAINTY | SPZ_PLAN_CHANGE_KIND);
  g_assert_cmpint (get_change (changes, 1)->former_measure, ==, dms_id);
  g_assert_cmpint (get_change (changes, 2)->flags, ==, SPZ_PLAN_CHANGE_WORDING);
}

/* Each that is kept is part of the digest */
static void
test_digest_covers (SpzFixture    *fixture,
                    gconstpointer  data)
{
  const struct { const char *property; int value; } phase[] = { { "measure", 9 }, { "precision", SPZ_PRECISION_DAY } };
  const struct { const char *property; int value; } milestone[] = {
    { "measure", 9 }, { "precision", SPZ_PRECISION_YEAR }, { "certainty", SPZ_CERTAINTY_EXPECTED },
    { "kind", SPZ_MILESTONE_DEADLINE },
  };
  SpzMeasure *dms = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "DMS", NULL);
  SpzPlanVersion *version;

  add_phase (fixture, dms, "Vorbereitung", spz_date_new (2021, 1, 1), spz_date_new (2021, 3, 31), SPZ_AUDIENCE_PUBLIC);
  add_milestone (fixture, "OZG-Endfrist", spz_date_new (2022, 12, 31));
  version = freeze (fixture, "Stand");

  for (guint i = 0; i < G_N_ELEMENTS (phase); i++)
    {
      g_assert_true (spz_programme_set_by_id (fixture->programme, SPZ_TYPE_VERSION_PHASE, 1, NULL,
                                              phase[i].property, phase[i].value, NULL));
      g_assert_false (spz_plan_version_check (fixture->programme, version, NULL));
      g_assert_true (spz_programme_undo (fixture->programme, NULL));
    }
  g_assert_true (spz_programme_set_by_id (fixture->programme, SPZ_TYPE_VERSION_PHASE, 1, NULL, "kind", "Pilot", NULL));
  g_assert_false (spz_plan_version_check (fixture->programme, version, NULL));
  g_assert_true (spz_programme_undo (fixture->programme, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (milestone); i++)
    {
      g_assert_true (spz_programme_set_by_id (fixture->programme, SPZ_TYPE_VERSION_MILESTONE, 1, NULL,
                                              milestone[i].property, milestone[i].value, NULL));
      g_assert_false (spz_plan_version_check (fixture->programme, version, NULL));
      g_assert_true (spz_programme_undo (fixture->programme, NULL));
    }
  g_assert_true (spz_plan_version_check (fixture->programme, version, NULL));
}

static void
test_rename (SpzFixture    *fixture,
             gconstpointer  data)
{
  SpzPlanVersion *first = freeze (fixture, "Stand Januar");
  SpzPlanVersion *second = freeze (fixture, "Stand Februar");
  g_autofree char *before = spz_fixture_dump (fixture);
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (spz_plan_version_rename (fixture->programme, second, "stand januar", "", SPZ_DATE_NONE, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (spz_plan_version_rename (fixture->programme, second, "  ", "", SPZ_DATE_NONE, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  g_clear_error (&error);

  /* Its own name in other letters is no other version's */
  g_assert_true (spz_plan_version_rename (fixture->programme, first, " STAND  Januar", "beraten", spz_date_new (2021, 1, 20), &error));
  g_assert_no_error (error);
  g_assert_cmpstr (first->title, ==, "STAND Januar");
  g_assert_cmpstr (first->occasion, ==, "beraten");
  g_assert_cmpint (first->date, ==, spz_date_new (2021, 1, 20));
  g_assert_true (spz_plan_version_check (fixture->programme, first, &error));

  g_assert_true (spz_programme_undo (fixture->programme, &error));
  undone = spz_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, undone);
}

static void
test_audience (SpzFixture    *fixture,
               gconstpointer  data)
{
  SpzMeasure *dms = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "DMS", NULL);
  SpzMeasure *secret = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "Umorganisation",
                                        "audience", SPZ_AUDIENCE_INTERNAL, NULL);
  SpzPhase *open = add_phase (fixture, dms, "Verhandlung", spz_date_new (2021, 1, 1), spz_date_new (2021, 3, 31),
                              SPZ_AUDIENCE_INTERNAL);
  SpzPhase *hidden = add_phase (fixture, secret, "Stellenplan", spz_date_new (2021, 1, 1), spz_date_new (2021, 3, 31),
                                SPZ_AUDIENCE_PUBLIC);
  SpzPhase *closed = add_phase (fixture, dms, "Pilot", spz_date_new (2021, 7, 1), spz_date_new (2021, 9, 30),
                                SPZ_AUDIENCE_PUBLIC);
  SpzPlanVersion *version = freeze (fixture, "Stand");
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) public = NULL;

  spz_programme_set (fixture->programme, hidden, NULL, "end", spz_date_new (2021, 6, 30), NULL);
  spz_programme_set (fixture->programme, open, NULL,
                     "audience", SPZ_AUDIENCE_PUBLIC, "title", "Vergabe", NULL);
  spz_programme_set (fixture->programme, closed, NULL,
                     "audience", SPZ_AUDIENCE_COMMITTEE, "end", spz_date_new (2021, 12, 31), NULL);
  spz_programme_set (fixture->programme, secret, NULL, "title", "Umorganisation 2021", NULL);

  all = spz_plan_compare (fixture->programme, version, SPZ_AUDIENCE_INTERNAL);
  g_assert_cmpuint (all->len, ==, 4);

  /* What was internal then is new to the public; what is internal now isn't spoken of */
  public = spz_plan_compare (fixture->programme, version, SPZ_AUDIENCE_PUBLIC);
  g_assert_cmpuint (public->len, ==, 1);
  g_assert_cmpint (get_change (public, 0)->flags, ==, SPZ_PLAN_CHANGE_ADDED);
  g_assert_null (get_change (public, 0)->before.title);
  g_assert_cmpstr (get_change (public, 0)->after.title, ==, "Vergabe");
}

static void
assert_shift (SpzDate           from,
              SpzDate           to,
              int               shift,
              SpzPlanShiftUnit  unit)
{
  SpzPlanShiftUnit measured;

  g_assert_cmpint (spz_plan_shift_measure (from, to, &measured), ==, shift);
  g_assert_cmpint (measured, ==, unit);
}

static void
test_shift (void)
{
  SpzDate date = spz_date_new (2022, 7, 1);

  assert_shift (date, spz_date_new (2022, 10, 1), 1, SPZ_PLAN_SHIFT_QUARTERS);
  assert_shift (date, spz_date_new (2021, 7, 1), -4, SPZ_PLAN_SHIFT_QUARTERS);
  assert_shift (date, spz_date_new (2022, 8, 1), 1, SPZ_PLAN_SHIFT_MONTHS);
  assert_shift (date, spz_date_new (2022, 5, 1), -2, SPZ_PLAN_SHIFT_MONTHS);
  assert_shift (date, date + 14, 2, SPZ_PLAN_SHIFT_WEEKS);
  assert_shift (date, date - 5, -5, SPZ_PLAN_SHIFT_DAYS);
  assert_shift (spz_date_new (2022, 2, 15), spz_date_new (2022, 5, 15), 1, SPZ_PLAN_SHIFT_QUARTERS);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_TEST ("freeze", test_freeze);
  ADD_TEST ("digest", test_digest);
  ADD_TEST ("compare", test_compare);
  ADD_TEST ("reused-number", test_reused_number);
  ADD_TEST ("measures", test_measures);
  ADD_TEST ("same-titles", test_same_titles);
  ADD_TEST ("kinds", test_kinds);
  ADD_TEST ("kind-renamed", test_kind_renamed);
  ADD_TEST ("kinds-unknown", test_kinds_unknown);
  ADD_TEST ("milestones", test_milestones);
  ADD_TEST ("digest-covers", test_digest_covers);
  ADD_TEST ("rename", test_rename);
  ADD_TEST ("audience", test_audience);
  g_test_add_func ("/versions/shift", test_shift);

  return g_test_run ();
}
