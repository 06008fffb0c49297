/* test-dependencies.c: what has to wait for what, and what gives way
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-dependencies.h"
#include "spz-fixture.h"

#define ADD_TEST(path, function) \
  g_test_add ("/dependencies/" path, SpzFixture, NULL, spz_fixture_set_up, function, spz_fixture_tear_down)

/* A chain: Vorbereitung in Q1, Ausschreibung in Q2, a gap in Q3, Pilot in Q4
 * of 2021, Rollout in Q1 of 2022 */
typedef struct
{
  SpzMeasure *measure;
  SpzPhase   *preparation;
  SpzPhase   *tender;
  SpzPhase   *pilot;
  SpzPhase   *rollout;
} Chain;

static SpzPhase *
add_phase (SpzFixture *fixture,
           SpzMeasure *measure,
           const char *title,
           SpzDate     start,
           SpzDate     end)
{
  return spz_fixture_add (fixture, SPZ_TYPE_PHASE,
                          "measure", spz_record_get_id (SPZ_RECORD (measure)),
                          "title", title, "start", start, "end", end, NULL);
}

static void
link_phases (SpzFixture *fixture,
             SpzPhase   *predecessor,
             SpzPhase   *successor)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (spz_dependency_add (fixture->programme, predecessor, successor, &error), >, 0);
  g_assert_no_error (error);
}

static Chain
add_chain (SpzFixture *fixture)
{
  Chain chain;

  chain.measure = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "Zentrales DMS / E-Akte", NULL);
  chain.preparation = add_phase (fixture, chain.measure, "Vorbereitung", spz_date_new (2021, 1, 1), spz_date_new (2021, 3, 31));
  chain.tender = add_phase (fixture, chain.measure, "Ausschreibung", spz_date_new (2021, 4, 1), spz_date_new (2021, 6, 30));
  chain.pilot = add_phase (fixture, chain.measure, "Pilot", spz_date_new (2021, 10, 1), spz_date_new (2021, 12, 31));
  chain.rollout = add_phase (fixture, chain.measure, "Rollout", spz_date_new (2022, 1, 1), spz_date_new (2022, 3, 31));
  link_phases (fixture, chain.preparation, chain.tender);
  link_phases (fixture, chain.tender, chain.pilot);
  link_phases (fixture, chain.pilot, chain.rollout);

  return chain;
}

static void
move (SpzFixture *fixture,
      SpzPhase   *phase,
      SpzDate     start,
      SpzDate     end)
{
  SpzPlanEdit edit = { SPZ_RECORD (phase), phase->measure, { start, end, SPZ_PRECISION_MONTH } };
  g_autoptr (GError) error = NULL;

  g_assert_true (spz_plan_move_with_followers (fixture->programme, &edit, 1, SPZ_PLAN_GRIP_WHOLE, &error));
  g_assert_no_error (error);
}

static void
assert_span (SpzPhase   *phase,
             const char *start,
             const char *end)
{
  g_autofree char *real_start = spz_date_to_iso (phase->start);
  g_autofree char *real_end = spz_date_to_iso (phase->end);

  g_assert_cmpstr (real_start, ==, start);
  g_assert_cmpstr (real_end, ==, end);
}

static void
test_add (SpzFixture    *fixture,
          gconstpointer  data)
{
  Chain chain = add_chain (fixture);
  SpzRecordList *list = spz_programme_get_list (fixture->programme, SPZ_TYPE_DEPENDENCY);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (spz_record_list_get_size (list), ==, 3);

  /* Not twice, not on itself, not in a circle, be it a wide one */
  g_assert_cmpint (spz_dependency_add (fixture->programme, chain.preparation, chain.tender, &error), ==, 0);
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (spz_dependency_add (fixture->programme, chain.pilot, chain.pilot, &error), ==, 0);
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (spz_dependency_add (fixture->programme, chain.rollout, chain.preparation, &error), ==, 0);
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Vorbereitung"));
  g_assert_nonnull (strstr (error->message, "Rollout"));
  g_clear_error (&error);
  g_assert_cmpuint (spz_record_list_get_size (list), ==, 3);

  /* A shortcut is no circle. Nothing moves when phases are linked or unlinked. */
  link_phases (fixture, chain.preparation, chain.rollout);
  assert_span (chain.rollout, "2022-01-01", "2022-03-31");
  g_assert_true (spz_dependency_remove (fixture->programme, spz_record_list_get (list, 3), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (spz_record_list_get_size (list), ==, 3);
  g_assert_true (spz_dependencies_check (fixture->programme, &error));
}

static void
test_push (SpzFixture    *fixture,
           gconstpointer  data)
{
  Chain chain = add_chain (fixture);
  g_autofree char *before = spz_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  /* A quarter later: the tender gives way, the gap takes it up */
  move (fixture, chain.preparation, spz_date_new (2021, 4, 1), spz_date_new (2021, 6, 30));
  assert_span (chain.tender, "2021-07-01", "2021-09-30");
  g_assert_cmpint (chain.tender->precision, ==, SPZ_PRECISION_QUARTER);
  assert_span (chain.pilot, "2021-10-01", "2021-12-31");

  /* Two months more: all give way, whole months staying whole */
  move (fixture, chain.preparation, spz_date_new (2021, 4, 1), spz_date_new (2021, 8, 31));
  assert_span (chain.tender, "2021-09-01", "2021-11-30");
  g_assert_cmpint (chain.tender->precision, ==, SPZ_PRECISION_MONTH);
  assert_span (chain.pilot, "2021-12-01", "2022-02-28");
  assert_span (chain.rollout, "2022-03-01", "2022-05-31");

  /* Earlier again: nobody follows */
  move (fixture, chain.preparation, spz_date_new (2021, 1, 1), spz_date_new (2021, 3, 31));
  assert_span (chain.tender, "2021-09-01", "2021-11-30");

  /* Each was one step */
  for (int i = 0; i < 3; i++)
    g_assert_true (spz_programme_undo (fixture->programme, &error));
  after = spz_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_days (SpzFixture    *fixture,
           gconstpointer  data)
{
  Chain chain = add_chain (fixture);

  /* A phase known to the day keeps its days, whole months wait for the next one */
  g_assert_true (spz_programme_set (fixture->programme, chain.tender, NULL,
                                    "start", spz_date_new (2021, 4, 6), "end", spz_date_new (2021, 4, 16), NULL));
  move (fixture, chain.preparation, spz_date_new (2021, 1, 1), spz_date_new (2021, 10, 3));
  assert_span (chain.tender, "2021-10-04", "2021-10-14");
  assert_span (chain.pilot, "2021-11-01", "2022-01-31");
}

static void
test_no_push (SpzFixture    *fixture,
              gconstpointer  data)
{
  Chain chain = add_chain (fixture);
  SpzPlanEdit edits[2];
  g_autoptr (GArray) all = NULL;
  g_autoptr (GError) error = NULL;

  /* What is complete stays where it was, and does not push on */
  g_assert_true (spz_programme_set (fixture->programme, chain.tender, NULL, "progress", (gint64) 100, NULL));
  move (fixture, chain.preparation, spz_date_new (2021, 7, 1), spz_date_new (2021, 12, 31));
  assert_span (chain.tender, "2021-04-01", "2021-06-30");
  assert_span (chain.pilot, "2021-10-01", "2021-12-31");

  /* What was taken by hand stays where it was put */
  edits[0] = (SpzPlanEdit) { SPZ_RECORD (chain.pilot), chain.pilot->measure,
                             { spz_date_new (2022, 1, 1), spz_date_new (2022, 3, 31), SPZ_PRECISION_QUARTER } };
  edits[1] = (SpzPlanEdit) { SPZ_RECORD (chain.rollout), chain.rollout->measure,
                             { spz_date_new (2022, 2, 1), spz_date_new (2022, 4, 30), SPZ_PRECISION_MONTH } };
  all = spz_plan_push_followers (fixture->programme, edits, 2);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_true (spz_plan_move_with_followers (fixture->programme, edits, 2, SPZ_PLAN_GRIP_WHOLE, &error));
  assert_span (chain.rollout, "2022-02-01", "2022-04-30");

  /* Moving alone pushes nothing */
  g_assert_true (spz_plan_move (fixture->programme, edits, 1, SPZ_PLAN_GRIP_WHOLE, &error));
  assert_span (chain.rollout, "2022-02-01", "2022-04-30");
  g_assert_no_error (error);
}

static void
test_diamond (SpzFixture    *fixture,
              gconstpointer  data)
{
  Chain chain = add_chain (fixture);
  SpzPhase *training = add_phase (fixture, chain.measure, "Schulung", spz_date_new (2021, 7, 1), spz_date_new (2021, 12, 31));

  /* The rollout waits for the pilot and for the training, which is longer */
  link_phases (fixture, chain.tender, training);
  link_phases (fixture, training, chain.rollout);
  move (fixture, chain.tender, spz_date_new (2021, 7, 1), spz_date_new (2021, 9, 30));
  assert_span (training, "2021-10-01", "2022-03-31");
  assert_span (chain.pilot, "2021-10-01", "2021-12-31");
  assert_span (chain.rollout, "2022-04-01", "2022-06-30");
}

static void
test_conflicts (SpzFixture    *fixture,
                gconstpointer  data)
{
  Chain chain = add_chain (fixture);
  SpzMilestone *deadline = spz_fixture_add (fixture, SPZ_TYPE_MILESTONE, "title", "OZG-Endfrist",
                                            "date", spz_date_new (2022, 12, 31),
                                            "kind", SPZ_MILESTONE_DEADLINE, NULL);
  SpzMeasure *other = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "E-Rechnung", NULL);
  SpzPlanEdit edit, both[2];
  g_autoptr (GArray) none = spz_plan_find_conflicts (fixture->programme);
  g_autoptr (GArray) foreseen = NULL;
  g_autoptr (GArray) overlap = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) fewer = NULL;
  g_autofree char *sentence = NULL;
  const SpzPlanConflict *conflict;

  g_assert_cmpuint (none->len, ==, 0);

  /* The pilot would begin before the tender ends, and end after the deadline */
  edit = (SpzPlanEdit) { SPZ_RECORD (chain.pilot), chain.pilot->measure,
                         { spz_date_new (2021, 6, 1), spz_date_new (2023, 1, 31), SPZ_PRECISION_MONTH } };
  foreseen = spz_plan_find_conflicts_of_move (fixture->programme, &edit, 1);
  g_assert_cmpuint (foreseen->len, ==, 3);
  g_assert_cmpuint (none->len, ==, 0);

  /* Two that move onto each other are one conflict */
  both[0] = (SpzPlanEdit) { SPZ_RECORD (chain.pilot), chain.pilot->measure,
                            { spz_date_new (2022, 1, 1), spz_date_new (2022, 3, 31), SPZ_PRECISION_QUARTER } };
  both[1] = (SpzPlanEdit) { SPZ_RECORD (chain.rollout), chain.rollout->measure, both[0].span };
  overlap = spz_plan_find_conflicts_of_move (fixture->programme, both, 2);
  g_assert_cmpuint (overlap->len, ==, 1);

  g_assert_true (spz_plan_move (fixture->programme, &edit, 1, SPZ_PLAN_GRIP_WHOLE, NULL));
  found = spz_plan_find_conflicts (fixture->programme);
  g_assert_cmpuint (found->len, ==, 3);
  conflict = &g_array_index (found, SpzPlanConflict, 0);
  g_assert_cmpint (conflict->kind, ==, SPZ_PLAN_CONFLICT_DEPENDENCY);
  g_assert_true (conflict->phase == chain.pilot);
  g_assert_true (conflict->predecessor == chain.tender);
  g_assert_cmpint (conflict->days, ==, 30);
  sentence = spz_plan_conflict_describe (conflict);
  g_assert_nonnull (strstr (sentence, "Ausschreibung"));
  conflict = &g_array_index (found, SpzPlanConflict, 2);
  g_assert_cmpint (conflict->kind, ==, SPZ_PLAN_CONFLICT_DEADLINE);
  g_assert_true (conflict->deadline == deadline);
  g_assert_cmpint (conflict->days, ==, 31);

  /* Another measure's deadline is not this one's; what goes on has no end */
  g_assert_true (spz_programme_set (fixture->programme, deadline, NULL,
                                    "measure", spz_record_get_id (SPZ_RECORD (other)), NULL));
  g_assert_true (spz_programme_set (fixture->programme, chain.pilot, NULL, "certainty", SPZ_CERTAINTY_ONGOING, NULL));
  fewer = spz_plan_find_conflicts (fixture->programme);
  g_assert_cmpuint (fewer->len, ==, 1);
}

static void
test_long_chain (SpzFixture    *fixture,
                 gconstpointer  data)
{
  SpzMeasure *measure = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "Kette", NULL);
  const int n = 500;
  g_autoptr (GError) error = NULL;
  SpzPhase *first, *last;
  gint64 ids[500];

  g_assert_true (spz_programme_begin (fixture->programme, "Kette", &error));
  for (int i = 0; i < n; i++)
    {
      ids[i] = spz_programme_add (fixture->programme, SPZ_TYPE_PHASE, &error,
                                  "measure", spz_record_get_id (SPZ_RECORD (measure)),
                                  "title", "Glied", "start", spz_date_new (2021, 1, 4) + 7 * i,
                                  "end", spz_date_new (2021, 1, 10) + 7 * i, NULL);
      if (i > 0)
        spz_programme_add (fixture->programme, SPZ_TYPE_DEPENDENCY, &error,
                           "predecessor", ids[i - 1], "successor", ids[i], NULL);
    }
  g_assert_true (spz_programme_commit (fixture->programme, &error));
  g_assert_no_error (error);

  first = spz_programme_lookup (fixture->programme, SPZ_TYPE_PHASE, ids[0]);
  last = spz_programme_lookup (fixture->programme, SPZ_TYPE_PHASE, ids[n - 1]);
  move (fixture, first, first->start + 7, first->end + 7);
  g_assert_cmpint (last->start, ==, spz_date_new (2021, 1, 4) + 7 * n);
  g_assert_true (spz_programme_undo (fixture->programme, &error));
  g_assert_cmpint (last->start, ==, spz_date_new (2021, 1, 4) + 7 * (n - 1));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_TEST ("add", test_add);
  ADD_TEST ("push", test_push);
  ADD_TEST ("days", test_days);
  ADD_TEST ("no-push", test_no_push);
  ADD_TEST ("diamond", test_diamond);
  ADD_TEST ("conflicts", test_conflicts);
  ADD_TEST ("long-chain", test_long_chain);

  return g_test_run ();
}
