/* test-plan.c: the plan of measures and phases
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-fixture.h"
#include "spz-plan-edit.h"
#include "spz-plan-order.h"
#include "spz-plan.h"

#define ADD_TEST(path, function) \
  g_test_add ("/plan/" path, SpzFixture, NULL, spz_fixture_set_up, function, spz_fixture_tear_down)

static SpzPhase *
add_phase (SpzFixture *fixture,
           const char *title,
           SpzDate     start,
           SpzDate     end)
{
  SpzMeasure *measure = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "Zentrales DMS / E-Akte", NULL);

  return spz_fixture_add (fixture, SPZ_TYPE_PHASE, "measure", spz_record_get_id (SPZ_RECORD (measure)),
                          "title", title, "start", start, "end", end, NULL);
}

static void
test_status (SpzFixture    *fixture,
             gconstpointer  data)
{
  SpzPhase *phase = add_phase (fixture, "Vorbereitung", spz_date_new (2020, 1, 1), spz_date_new (2020, 12, 31));
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (spz_phase_get_status (phase, spz_date_new (2019, 12, 31)), ==, SPZ_PHASE_AHEAD);
  g_assert_cmpint (spz_phase_get_status (phase, spz_date_new (2020, 1, 1)), ==, SPZ_PHASE_RUNNING);
  g_assert_cmpint (spz_phase_get_status (phase, spz_date_new (2020, 12, 31)), ==, SPZ_PHASE_RUNNING);
  g_assert_cmpint (spz_phase_get_status (phase, spz_date_new (2021, 1, 1)), ==, SPZ_PHASE_OVERDUE);

  spz_programme_set (fixture->programme, phase, &error, "certainty", SPZ_CERTAINTY_ONGOING, NULL);
  g_assert_cmpint (spz_phase_get_status (phase, spz_date_new (2021, 1, 1)), ==, SPZ_PHASE_RUNNING);
  spz_programme_set (fixture->programme, phase, &error, "progress", (gint64) 100, NULL);
  g_assert_cmpint (spz_phase_get_status (phase, spz_date_new (2021, 1, 1)), ==, SPZ_PHASE_DONE);
  g_assert_no_error (error);
}

static void
test_describe (SpzFixture    *fixture,
               gconstpointer  data)
{
  SpzPhase *phase = add_phase (fixture, "Vorbereitung", spz_date_new (2020, 1, 1), spz_date_new (2020, 12, 31));
  g_autofree char *text = NULL;

  g_setenv ("SPZ_TODAY", "2021-02-01", TRUE);
  spz_programme_set (fixture->programme, phase, NULL, "progress", (gint64) 100, NULL);
  text = spz_phase_describe (fixture->programme, phase);
  g_unsetenv ("SPZ_TODAY");
  g_assert_true (g_str_has_prefix (text, "Zentrales DMS / E-Akte: Vorbereitung, "));
  g_assert_nonnull (strstr (text, "2020"));
  g_assert_true (g_str_has_suffix (text, "completed"));
}

static void
test_milestone_wording (SpzFixture    *fixture,
                        gconstpointer  data)
{
  SpzMilestone *portal = spz_fixture_add (fixture, SPZ_TYPE_MILESTONE, "title", "Start NRW Kommunal.Portal",
                                          "date", spz_date_new (2021, 4, 4), "certainty", SPZ_CERTAINTY_EXPECTED,
                                          "wording", "voraussichtlich Ostern 2021", NULL);
  g_autofree char *said = spz_milestone_dup_date (portal);
  g_autofree char *moved = NULL;
  SpzPlanEdit edit = { 0, };
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (said, ==, "voraussichtlich Ostern 2021");

  /* What was said of the old date is not said of the new one */
  edit.record = SPZ_RECORD (portal);
  edit.span.start = edit.span.end = spz_date_new (2021, 7, 1);
  g_assert_true (spz_plan_move (fixture->programme, &edit, 1, SPZ_PLAN_GRIP_WHOLE, &error));
  moved = spz_milestone_dup_date (portal);
  g_assert_null (strstr (moved, "Ostern"));
  g_assert_cmpint (portal->certainty, ==, SPZ_CERTAINTY_EXPECTED);

  g_assert_true (spz_programme_undo (fixture->programme, &error));
  g_assert_cmpstr (portal->wording, ==, "voraussichtlich Ostern 2021");
}

static void
test_move (SpzFixture    *fixture,
           gconstpointer  data)
{
  SpzPlanEdit edits[] = {
    { .span = { spz_date_new (2021, 4, 1), spz_date_new (2021, 9, 30), SPZ_PRECISION_QUARTER } },
    { .span = { spz_date_new (2021, 10, 1), spz_date_new (2021, 11, 30), SPZ_PRECISION_MONTH } },
  };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  SpzPhase *first, *second;

  first = add_phase (fixture, "Ausschreibung", spz_date_new (2021, 1, 1), spz_date_new (2021, 6, 30));
  second = add_phase (fixture, "Pilot", spz_date_new (2021, 7, 1), spz_date_new (2021, 9, 30));
  before = spz_fixture_dump (fixture);
  edits[0].record = SPZ_RECORD (first);
  edits[0].measure = first->measure;
  edits[1].record = SPZ_RECORD (second);
  edits[1].measure = second->measure;

  g_assert_true (spz_plan_move (fixture->programme, edits, 2, SPZ_PLAN_GRIP_WHOLE, &error));
  g_assert_cmpint (first->start, ==, edits[0].span.start);
  g_assert_cmpint (first->precision, ==, SPZ_PRECISION_QUARTER);
  g_assert_cmpint (second->end, ==, edits[1].span.end);
  g_assert_cmpint (second->precision, ==, SPZ_PRECISION_MONTH);

  /* One of them can't be moved so: neither is */
  edits[1].span.end = edits[1].span.start - 1;
  edits[0].span.start++;
  g_assert_false (spz_plan_move (fixture->programme, edits, 2, SPZ_PLAN_GRIP_WHOLE, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (first->start, ==, spz_date_new (2021, 4, 1));

  g_assert_true (spz_programme_undo (fixture->programme, &error));
  after = spz_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

/* To another measure: what is said of its date stays with it */
static void
test_reassign (SpzFixture    *fixture,
               gconstpointer  data)
{
  SpzPhase *phase = add_phase (fixture, "Pilot", spz_date_new (2021, 1, 1), spz_date_new (2021, 6, 30));
  SpzMeasure *other = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "E-Rechnung", NULL);
  SpzMilestone *portal = spz_fixture_add (fixture, SPZ_TYPE_MILESTONE, "title", "Start",
                                          "measure", phase->measure, "date", spz_date_new (2021, 4, 4),
                                          "wording", "voraussichtlich Ostern 2021", NULL);
  gint64 id = spz_record_get_id (SPZ_RECORD (other));
  SpzPlanEdit edits[] = {
    { SPZ_RECORD (phase), id, { phase->start, phase->end, phase->precision } },
    { SPZ_RECORD (portal), id, { portal->date, portal->date, SPZ_PRECISION_DAY } },
  };
  g_autoptr (GArray) copies = NULL;
  g_autoptr (GError) error = NULL;
  SpzPhase *copy;

  g_assert_true (spz_plan_move (fixture->programme, edits, 2, SPZ_PLAN_GRIP_WHOLE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (phase->measure, ==, id);
  g_assert_cmpint (portal->measure, ==, id);
  g_assert_cmpstr (portal->wording, ==, "voraussichtlich Ostern 2021");

  /* A copy is none of the original's progress */
  g_assert_true (spz_programme_set (fixture->programme, phase, NULL, "progress", (gint64) 50, "note", "läuft", NULL));
  copies = spz_plan_copy (fixture->programme, edits, 1, &error);
  g_assert_no_error (error);
  copy = spz_programme_lookup (fixture->programme, SPZ_TYPE_PHASE, g_array_index (copies, gint64, 0));
  g_assert_cmpstr (copy->title, ==, "Pilot");
  g_assert_cmpstr (copy->note, ==, "läuft");
  g_assert_cmpint (copy->progress, ==, 0);
}

static void
test_order (SpzFixture    *fixture,
            gconstpointer  data)
{
  SpzActionField *field = spz_fixture_add (fixture, SPZ_TYPE_ACTION_FIELD, "title", "Schriftgut", NULL);
  SpzActionField *next = spz_fixture_add (fixture, SPZ_TYPE_ACTION_FIELD, "title", "OZG", NULL);
  gint64 id = spz_record_get_id (SPZ_RECORD (field));
  SpzMeasure *a = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "a", "action-field", id, "position", "b", NULL);
  SpzMeasure *b = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "b", "action-field", id, "position", "b", NULL);
  SpzMeasure *c = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "c", NULL);
  SpzRecordList *measures = spz_programme_get_children (fixture->programme, SPZ_TYPE_MEASURE, "action-field", id);
  SpzRecordList *fields = spz_programme_get_list (fixture->programme, SPZ_TYPE_ACTION_FIELD);
  g_autoptr (GError) error = NULL;

  /* Between two of the same rank, from another field, in one step */
  g_assert_true (spz_measure_move (fixture->programme, c, id, b, &error));
  g_assert_no_error (error);
  g_assert_true (spz_record_list_get (measures, 0) == a);
  g_assert_true (spz_record_list_get (measures, 1) == c);
  g_assert_true (spz_record_list_get (measures, 2) == b);
  g_assert_true (spz_measure_move (fixture->programme, a, id, NULL, &error));
  g_assert_true (spz_record_list_get (measures, 2) == a);
  g_assert_true (spz_measure_move (fixture->programme, a, id, c, &error));
  g_assert_true (spz_record_list_get (measures, 0) == a);

  g_assert_true (spz_action_field_move (fixture->programme, next, field, &error));
  g_assert_true (spz_record_list_get (fields, 0) == next);
  g_assert_true (spz_action_field_move (fixture->programme, next, NULL, &error));
  g_assert_true (spz_record_list_get (fields, 1) == next);
  g_assert_no_error (error);

  for (int i = 0; i < 5; i++)
    g_assert_true (spz_programme_undo (fixture->programme, &error));
  g_assert_cmpint (c->action_field, ==, 0);
  g_assert_cmpstr (b->position, ==, "b");
}

static void
test_set_several (SpzFixture    *fixture,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) phases = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  SpzPhase *first = add_phase (fixture, "Pilot", spz_date_new (2021, 1, 1), spz_date_new (2021, 6, 30));
  SpzPhase *second = add_phase (fixture, "Rollout", spz_date_new (2021, 7, 1), spz_date_new (2021, 9, 30));

  g_ptr_array_add (phases, first);
  g_ptr_array_add (phases, second);
  g_assert_true (spz_phases_set_progress (fixture->programme, phases, 40, &error));
  g_assert_true (spz_phases_set_certainty (fixture->programme, phases, SPZ_CERTAINTY_EXPECTED, &error));
  g_assert_cmpint (second->progress, ==, 40);
  g_assert_cmpint (second->certainty, ==, SPZ_CERTAINTY_EXPECTED);

  g_assert_false (spz_phases_set_progress (fixture->programme, phases, 101, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (first->progress, ==, 40);

  g_assert_true (spz_programme_undo (fixture->programme, &error));
  g_assert_true (spz_programme_undo (fixture->programme, &error));
  g_assert_cmpint (first->progress, ==, 0);
  g_assert_cmpint (second->progress, ==, 0);
}

static void
test_remove (SpzFixture    *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  SpzPhase *phase = add_phase (fixture, "Vorbereitung", spz_date_new (2020, 1, 1), spz_date_new (2020, 6, 30));

  /* A phase goes with its measure, even if it is to go itself */
  before = spz_fixture_dump (fixture);
  g_ptr_array_add (records, spz_programme_lookup (fixture->programme, SPZ_TYPE_MEASURE, phase->measure));
  g_ptr_array_add (records, phase);
  g_assert_true (spz_plan_remove (fixture->programme, records, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (spz_record_list_get_size (spz_programme_get_list (fixture->programme, SPZ_TYPE_PHASE)), ==, 0);

  g_assert_true (spz_programme_undo (fixture->programme, &error));
  after = spz_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_years (SpzFixture    *fixture,
            gconstpointer  data)
{
  int first, last;
  g_autoptr (GError) error = NULL;

  g_assert_false (spz_plan_get_years (fixture->programme, &first, &last));
  g_assert_cmpint (first, ==, last);

  add_phase (fixture, "Vorbereitung", spz_date_new (2020, 2, 1), spz_date_new (2021, 6, 30));
  g_assert_true (spz_plan_get_years (fixture->programme, &first, &last));
  g_assert_cmpint (first, ==, 2020);
  g_assert_cmpint (last, ==, 2021);

  spz_programme_set (fixture->programme, spz_programme_get_info (fixture->programme), &error,
                     "first-year", (gint64) 2021, "last-year", (gint64) 2023, NULL);
  g_assert_no_error (error);
  g_assert_true (spz_plan_get_years (fixture->programme, &first, &last));
  g_assert_cmpint (first, ==, 2020);
  g_assert_cmpint (last, ==, 2023);
}

static void
test_precision (void)
{
  g_assert_cmpint (spz_plan_guess_precision (spz_date_new (2021, 1, 1), spz_date_new (2021, 6, 30), 1), ==, SPZ_PRECISION_QUARTER);
  g_assert_cmpint (spz_plan_guess_precision (spz_date_new (2021, 2, 1), spz_date_new (2021, 6, 30), 1), ==, SPZ_PRECISION_MONTH);
  g_assert_cmpint (spz_plan_guess_precision (spz_date_new (2021, 2, 1), spz_date_new (2021, 4, 30), 2), ==, SPZ_PRECISION_QUARTER);
  g_assert_cmpint (spz_plan_guess_precision (spz_date_new (2021, 1, 1), spz_date_new (2021, 6, 29), 1), ==, SPZ_PRECISION_DAY);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_TEST ("status", test_status);
  ADD_TEST ("describe", test_describe);
  ADD_TEST ("milestone-wording", test_milestone_wording);
  ADD_TEST ("move", test_move);
  ADD_TEST ("reassign", test_reassign);
  ADD_TEST ("order", test_order);
  ADD_TEST ("set-several", test_set_several);
  ADD_TEST ("remove", test_remove);
  ADD_TEST ("years", test_years);
  g_test_add_func ("/plan/precision", test_precision);

  return g_test_run ();
}
