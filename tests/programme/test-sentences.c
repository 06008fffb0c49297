/* test-sentences.c: changes of the plan as German sentences
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <libintl.h>
#include <locale.h>

#include "spz-fixture.h"
#include "spz-plan-changes.h"
#include "spz-plan-versions.h"

#define ADD_TEST(path, function) \
  g_test_add ("/sentences/" path, SpzFixture, NULL, spz_fixture_set_up, function, spz_fixture_tear_down)

static SpzPhase *
add_phase (SpzFixture *fixture,
           const char *title,
           const char *period)
{
  SpzMeasure *measure = spz_programme_lookup (fixture->programme, SPZ_TYPE_MEASURE, 1);
  g_auto (GStrv) ends = g_strsplit (period, "/", 2);
  SpzDate start, end;

  if (measure == NULL)
    measure = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "Zentrales DMS / E-Akte", NULL);
  g_assert_true (spz_period_parse (ends[0], &start, NULL, NULL));
  g_assert_true (spz_period_parse (ends[1] != NULL ? ends[1] : ends[0], NULL, &end, NULL));

  return spz_fixture_add (fixture, SPZ_TYPE_PHASE, "measure", spz_record_get_id (SPZ_RECORD (measure)),
                          "title", title, "start", start, "end", end,
                          "precision", SPZ_PRECISION_QUARTER, NULL);
}

static void
move_phase (SpzFixture *fixture,
            SpzPhase   *phase,
            const char *period)
{
  g_auto (GStrv) ends = g_strsplit (period, "/", 2);
  SpzDate start, end;
  SpzPrecision precision;
  g_autoptr (GError) error = NULL;

  g_assert_true (spz_period_parse (ends[0], &start, NULL, &precision));
  g_assert_true (spz_period_parse (ends[1] != NULL ? ends[1] : ends[0], NULL, &end, NULL));
  spz_programme_set (fixture->programme, phase, &error, "start", start, "end", end, "precision", precision, NULL);
  g_assert_no_error (error);
}

static SpzPlanVersion *
freeze (SpzFixture *fixture)
{
  gint64 id = spz_plan_version_freeze (fixture->programme, "Stand Januar 2021", "beraten im VV",
                                       spz_date_new (2021, 1, 19), NULL);

  return spz_programme_lookup (fixture->programme, SPZ_TYPE_PLAN_VERSION, id);
}

/* What is said of the only change there is */
static void
assert_sentence (SpzFixture     *fixture,
                 SpzPlanVersion *version,
                 const char     *expected)
{
  g_autoptr (GPtrArray) changes = spz_plan_compare (fixture->programme, version, SPZ_AUDIENCE_PUBLIC);
  g_autofree char *sentence = NULL;

  g_assert_cmpuint (changes->len, ==, 1);
  sentence = spz_plan_change_dup_sentence (g_ptr_array_index (changes, 0), FALSE);
  g_assert_cmpstr (sentence, ==, expected);
}

static void
test_moved (SpzFixture    *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *period;
    const char *sentence;
  } cases[] = {
    { "2022-Q4", "Der Rollout DMS beginnt ein Quartal später, Q4 2022 statt Q3 2022." },
    { "2022-Q1", "Der Rollout DMS beginnt zwei Quartale früher, Q1 2022 statt Q3 2022." },
    { "2022-Q3/2022-Q4", "Der Rollout DMS endet ein Quartal später, Q4 2022 statt Q3 2022." },
    { "2022-Q2/2022-Q3", "Der Rollout DMS beginnt ein Quartal früher, Q2 2022 statt Q3 2022." },
    { "2022-Q4/2023-Q3",
      "Der Rollout DMS beginnt ein Quartal später, Q4 2022 statt Q3 2022, und endet vier Quartale später, Q3 2023 statt Q3 2022." },
    { "2022-08/2022-10", "Der Rollout DMS beginnt und endet einen Monat später, August 2022 bis Oktober 2022 statt Q3 2022." },
    { "2022-07-08/2022-10-07",
      "Der Rollout DMS beginnt und endet eine Woche später, 8. Juli 2022 bis 7. Oktober 2022 statt Q3 2022." },
  };
  SpzPhase *rollout = add_phase (fixture, "Rollout DMS", "2022-Q3");
  SpzPlanVersion *version = freeze (fixture);
  g_autofree char *name = spz_plan_version_describe (version);

  g_assert_cmpstr (name, ==, "Stand Januar 2021, beraten im VV am 19.01.2021");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      move_phase (fixture, rollout, cases[i].period);
      assert_sentence (fixture, version, cases[i].sentence);
    }
}

static void
test_long_phase (SpzFixture    *fixture,
                 gconstpointer  data)
{
  SpzPhase *rollout = add_phase (fixture, "Systematischer übergreifender Rollout", "2021-Q3/2022-Q2");
  SpzPlanVersion *version = freeze (fixture);

  move_phase (fixture, rollout, "2021-Q4/2022-Q3");
  assert_sentence (fixture, version,
                   "„Systematischer übergreifender Rollout“ beginnt und endet ein Quartal später, Q4 2021 bis Q3 2022 statt Q3 2021 bis Q2 2022.");

  /* Without an end of its own, its start alone counts */
  spz_programme_set (fixture->programme, rollout, NULL, "certainty", SPZ_CERTAINTY_ONGOING, NULL);
  g_assert_true (spz_plan_version_remove (fixture->programme, version, NULL));
  version = freeze (fixture);
  move_phase (fixture, rollout, "2022-Q1/2022-Q4");
  assert_sentence (fixture, version,
                   "„Systematischer übergreifender Rollout“ beginnt ein Quartal später, Q1 2022 statt Q4 2021.");
}

static void
test_added_and_removed (SpzFixture    *fixture,
                        gconstpointer  data)
{
  SpzPhase *phase = add_phase (fixture, "Konzepterstellung", "2021-Q1/2021-Q2");
  SpzPlanVersion *version = freeze (fixture);

  spz_programme_remove (fixture->programme, phase, NULL);
  assert_sentence (fixture, version, "Die Konzepterstellung (Q1 bis Q2 2021) entfällt.");

  g_assert_true (spz_plan_version_remove (fixture->programme, version, NULL));
  version = freeze (fixture);
  add_phase (fixture, "Austausch & „Einer für Alle“", "2021-Q3");
  assert_sentence (fixture, version, "„Austausch & ‚Einer für Alle‘“ kommt neu hinzu, Q3 2021.");
}

static void
test_other_changes (SpzFixture    *fixture,
                    gconstpointer  data)
{
  SpzPhase *phase = add_phase (fixture, "Pilot", "2021-Q3");
  SpzPlanVersion *version = freeze (fixture);
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *summary = NULL;

  spz_programme_set (fixture->programme, phase, NULL, "title", "Ausschreibung läuft",
                     "certainty", SPZ_CERTAINTY_EXPECTED, NULL);
  assert_sentence (fixture, version,
                   "Der Pilot heißt nun „Ausschreibung läuft“. „Ausschreibung läuft“ ist nun nur voraussichtlich terminiert.");

  changes = spz_plan_compare (fixture->programme, version, SPZ_AUDIENCE_PUBLIC);
  sentence = spz_plan_change_dup_sentence (g_ptr_array_index (changes, 0), TRUE);
  g_assert_true (g_str_has_prefix (sentence, "Zentrales DMS / E-Akte: Der Pilot heißt"));
  summary = spz_plan_changes_dup_summary (changes);
  g_assert_cmpstr (summary, ==, "1 anders geändert");
}

static void
test_measure (SpzFixture    *fixture,
              gconstpointer  data)
{
  SpzPhase *phase = add_phase (fixture, "Pilot", "2021-Q3");
  SpzPlanVersion *version = freeze (fixture);

  spz_programme_set_by_id (fixture->programme, SPZ_TYPE_MEASURE, phase->measure, NULL, "title", "Zentrales DMS", NULL);
  assert_sentence (fixture, version, "„Zentrales DMS / E-Akte“ heißt nun „Zentrales DMS“.");
}

static void
test_milestones (SpzFixture    *fixture,
                 gconstpointer  data)
{
  SpzMilestone *portal = spz_fixture_add (fixture, SPZ_TYPE_MILESTONE, "title", "Start NRW Kommunal.Portal",
                                          "date", spz_date_new (2021, 4, 4),
                                          "wording", "voraussichtlich Ostern 2021", NULL);
  SpzPlanVersion *version = freeze (fixture);

  spz_programme_set (fixture->programme, portal, NULL,
                     "date", spz_date_new (2021, 7, 4), "precision", SPZ_PRECISION_QUARTER, "wording", "", NULL);
  assert_sentence (fixture, version,
                   "Der Start NRW Kommunal.Portal liegt ein Quartal später, Q3 2021 statt voraussichtlich Ostern 2021.");

  /* How exactly it was known is kept */
  g_assert_true (spz_plan_version_remove (fixture->programme, version, NULL));
  version = freeze (fixture);
  spz_programme_set (fixture->programme, portal, NULL,
                     "date", spz_date_new (2021, 10, 4), "precision", SPZ_PRECISION_DAY, NULL);
  assert_sentence (fixture, version,
                   "Der Start NRW Kommunal.Portal liegt ein Quartal später, 4. Oktober 2021 statt Q3 2021.");

  /* A wording that nobody changed with the date says nothing of it */
  g_assert_true (spz_programme_set (fixture->programme, portal, NULL, "wording", "im Herbst", NULL));
  g_assert_true (spz_plan_version_remove (fixture->programme, version, NULL));
  version = freeze (fixture);
  spz_programme_set (fixture->programme, portal, NULL, "date", spz_date_new (2021, 10, 5), NULL);
  assert_sentence (fixture, version,
                   "Der Start NRW Kommunal.Portal liegt einen Tag später, 5. Oktober 2021 statt 4. Oktober 2021.");
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *translations = NULL;

  g_test_init (&argc, &argv, NULL);

  g_assert_true (g_setenv ("LANGUAGE", "de", TRUE));
  setlocale (LC_ALL, "");
  translations = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "..", "po", NULL);
  bindtextdomain (GETTEXT_PACKAGE, translations);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  ADD_TEST ("moved", test_moved);
  ADD_TEST ("long-phase", test_long_phase);
  ADD_TEST ("added-and-removed", test_added_and_removed);
  ADD_TEST ("other-changes", test_other_changes);
  ADD_TEST ("measure", test_measure);
  ADD_TEST ("milestones", test_milestones);

  return g_test_run ();
}
