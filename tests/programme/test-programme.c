/* test-programme.c: records, live lists and named steps
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-fixture.h"

#define ADD_TEST(path, function) \
  g_test_add ("/programme/" path, SpzFixture, NULL, spz_fixture_set_up, function, spz_fixture_tear_down)

/* A copy of a list that is kept by its "items-changed" alone */
static void
mirror_cb (GListModel *model,
           guint       position,
           guint       removed,
           guint       added,
           GPtrArray  *mirror)
{
  g_assert_cmpuint (position + removed, <=, mirror->len);

  if (removed > 0)
    g_ptr_array_remove_range (mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror, (int) (position + i), g_list_model_get_item (model, position + i));
}

static GPtrArray *
mirror_new (SpzRecordList *list)
{
  GPtrArray *mirror = g_ptr_array_new_with_free_func (g_object_unref);

  mirror_cb (G_LIST_MODEL (list), 0, 0, spz_record_list_get_size (list), mirror);
  g_signal_connect_data (list, "items-changed", G_CALLBACK (mirror_cb), g_ptr_array_ref (mirror),
                         (GClosureNotify) g_ptr_array_unref, 0);

  return mirror;
}

static void
assert_mirrors (SpzRecordList *list,
                GPtrArray     *mirror)
{
  g_assert_cmpuint (spz_record_list_get_size (list), ==, mirror->len);
  for (guint i = 0; i < mirror->len; i++)
    g_assert_true (spz_record_list_get (list, i) == g_ptr_array_index (mirror, i));
}

static void
test_fields (SpzFixture    *fixture,
             gconstpointer  data)
{
  SpzMeasure *measure = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "Zentrales DMS / E-Akte", NULL);
  SpzPhase *phase;
  SpzFigure *figure;
  SpzFigureValue *value;
  gint64 id;

  phase = spz_fixture_add (fixture, SPZ_TYPE_PHASE,
                           "measure", spz_record_get_id (SPZ_RECORD (measure)),
                           "title", "Größe „Prüfung“ 🚀",
                           "start", spz_date_new (2021, 1, 1),
                           "end", spz_date_new (2021, 6, 30),
                           "certainty", SPZ_CERTAINTY_ONGOING,
                           "progress", (gint64) 42,
                           NULL);
  figure = spz_fixture_add (fixture, SPZ_TYPE_FIGURE, "title", "Anteil", NULL);
  value = spz_fixture_add (fixture, SPZ_TYPE_FIGURE_VALUE,
                           "figure", spz_record_get_id (SPZ_RECORD (figure)), "value", 42.3, NULL);
  g_assert_cmpint (value->date, ==, SPZ_DATE_NONE);

  id = spz_record_get_id (SPZ_RECORD (phase));
  spz_fixture_reopen (fixture);

  phase = spz_programme_lookup (fixture->programme, SPZ_TYPE_PHASE, id);
  g_assert_nonnull (phase);
  g_assert_cmpstr (phase->title, ==, "Größe „Prüfung“ 🚀");
  g_assert_cmpstr (phase->note, ==, "");
  g_assert_cmpint (phase->start, ==, spz_date_new (2021, 1, 1));
  g_assert_cmpint (phase->end, ==, spz_date_new (2021, 6, 30));
  g_assert_cmpint (phase->certainty, ==, SPZ_CERTAINTY_ONGOING);
  g_assert_cmpint (phase->precision, ==, SPZ_PRECISION_QUARTER);
  g_assert_cmpint (phase->progress, ==, 42);
  g_assert_cmpint (phase->role, ==, 0);

  value = spz_record_list_get (spz_programme_get_list (fixture->programme, SPZ_TYPE_FIGURE_VALUE), 0);
  g_assert_cmpfloat (value->value, ==, 42.3);
}

static void
test_lists_follow (SpzFixture    *fixture,
                   gconstpointer  data)
{
  SpzRole *office = spz_fixture_add (fixture, SPZ_TYPE_ROLE, "title", "Programmbüro", NULL);
  SpzRole *board = spz_fixture_add (fixture, SPZ_TYPE_ROLE, "title", "Verwaltungsvorstand", NULL);
  SpzRecordList *all = spz_programme_get_list (fixture->programme, SPZ_TYPE_TASK);
  SpzRecordList *of_office = spz_programme_get_children (fixture->programme, SPZ_TYPE_TASK, "role",
                                                         spz_record_get_id (SPZ_RECORD (office)));
  SpzRecordList *of_board = spz_programme_get_children (fixture->programme, SPZ_TYPE_TASK, "role",
                                                        spz_record_get_id (SPZ_RECORD (board)));
  g_autoptr (GPtrArray) mirror_all = mirror_new (all);
  g_autoptr (GPtrArray) mirror_office = mirror_new (of_office);
  g_autoptr (GPtrArray) mirror_board = mirror_new (of_board);
  g_autoptr (GRand) rand = g_rand_new_with_seed (8022021);
  g_autoptr (GError) error = NULL;

  for (guint step = 0; step < 400; step++)
    {
      guint n = spz_record_list_get_size (all);
      SpzTask *task = n > 0 ? spz_record_list_get (all, (guint) g_rand_int_range (rand, 0, (int) n)) : NULL;
      SpzRole *role = g_rand_boolean (rand) ? office : board;

      switch (g_rand_int_range (rand, 0, 7))
        {
        case 0:
        case 1:
          spz_programme_add (fixture->programme, SPZ_TYPE_TASK, &error,
                             "role", spz_record_get_id (SPZ_RECORD (role)), "title", "Aufgabe", NULL);
          break;
        case 2:
          if (task)
            spz_programme_set (fixture->programme, task, &error,
                               "role", spz_record_get_id (SPZ_RECORD (role)), NULL);
          break;
        case 3:
          if (task)
            {
              SpzRecordList *siblings = spz_programme_get_children (fixture->programme, SPZ_TYPE_TASK, "role", task->role);
              guint index = (guint) g_rand_int_range (rand, 0, (int) spz_record_list_get_size (siblings));

              spz_programme_move (fixture->programme, task, siblings, index, &error);
              g_assert_cmpint (spz_record_list_index_of (siblings, SPZ_RECORD (task)), ==, (int) index);
            }
          break;
        case 4:
          if (task)
            spz_programme_remove (fixture->programme, task, &error);
          break;
        case 5:
          if (spz_programme_get_undo_label (fixture->programme) && n > 0)
            spz_programme_undo (fixture->programme, &error);
          break;
        default:
          if (spz_programme_get_redo_label (fixture->programme))
            spz_programme_redo (fixture->programme, &error);
        }

      g_assert_no_error (error);
      assert_mirrors (all, mirror_all);
      assert_mirrors (of_office, mirror_office);
      assert_mirrors (of_board, mirror_board);
      g_assert_cmpuint (mirror_office->len + mirror_board->len, ==, mirror_all->len);
    }

  {
    g_autofree char *before = spz_fixture_dump (fixture);
    g_autofree char *after = NULL;

    g_signal_handlers_disconnect_matched (all, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, mirror_cb, NULL);
    g_signal_handlers_disconnect_matched (of_office, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, mirror_cb, NULL);
    g_signal_handlers_disconnect_matched (of_board, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, mirror_cb, NULL);
    g_ptr_array_set_size (mirror_all, 0);
    g_ptr_array_set_size (mirror_office, 0);
    g_ptr_array_set_size (mirror_board, 0);

    /* What the lists show is what the file holds */
    spz_fixture_reopen (fixture);
    after = spz_fixture_dump (fixture);
    g_assert_cmpstr (before, ==, after);
  }
}

static void
notify_cb (GObject    *object,
           GParamSpec *pspec,
           GString    *names)
{
  g_string_append_printf (names, "%s ", pspec->name);
}

static void
test_notify (SpzFixture    *fixture,
             gconstpointer  data)
{
  SpzRole *role = spz_fixture_add (fixture, SPZ_TYPE_ROLE, "title", "CDO", NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_signal_connect (role, "notify", G_CALLBACK (notify_cb), names);

  g_assert_true (spz_programme_set (fixture->programme, role, &error,
                                    "title", "CDO", "holder", "Markus Märtens", NULL));
  g_assert_cmpstr (names->str, ==, "holder ");

  g_string_set_size (names, 0);
  g_assert_true (spz_programme_undo (fixture->programme, &error));
  g_assert_cmpstr (names->str, ==, "holder ");
  g_assert_cmpstr (role->holder, ==, "");
  g_signal_handlers_disconnect_by_data (role, names);
}

static void
test_steps (SpzFixture    *fixture,
            gconstpointer  data)
{
  g_autofree char *empty = spz_fixture_dump (fixture);
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;
  SpzRole *role;
  gint64 id;

  /* Several edits, one step, the outermost name */
  g_assert_true (spz_programme_begin (fixture->programme, "Rollen übernehmen", &error));
  id = spz_programme_add (fixture->programme, SPZ_TYPE_ROLE, &error, "title", "CDO", NULL);
  g_assert_no_error (error);
  g_assert_null (spz_programme_lookup (fixture->programme, SPZ_TYPE_ROLE, id));
  for (guint i = 0; i < 3; i++)
    spz_programme_add (fixture->programme, SPZ_TYPE_TASK, &error, "role", id, "title", "Aufgabe", NULL);
  g_assert_no_error (error);
  g_assert_true (spz_programme_commit (fixture->programme, &error));
  g_assert_cmpstr (spz_programme_get_undo_label (fixture->programme), ==, "Rollen übernehmen");
  g_assert_cmpuint (spz_record_list_get_size (spz_programme_get_list (fixture->programme, SPZ_TYPE_TASK)), ==, 3);

  /* A step that changes nothing is none */
  role = spz_programme_lookup (fixture->programme, SPZ_TYPE_ROLE, id);
  g_assert_true (spz_programme_set (fixture->programme, role, &error, "title", "CDO", NULL));
  g_assert_cmpstr (spz_programme_get_undo_label (fixture->programme), ==, "Rollen übernehmen");

  /* What is part of a row goes and comes with it */
  g_assert_true (spz_programme_remove (fixture->programme, role, &error));
  g_assert_cmpuint (spz_record_list_get_size (spz_programme_get_list (fixture->programme, SPZ_TYPE_TASK)), ==, 0);
  g_assert_true (spz_programme_undo (fixture->programme, &error));
  g_assert_cmpuint (spz_record_list_get_size (spz_programme_get_list (fixture->programme, SPZ_TYPE_TASK)), ==, 3);

  spz_fixture_reopen (fixture);
  g_assert_true (spz_programme_undo (fixture->programme, &error));
  undone = spz_fixture_dump (fixture);
  g_assert_cmpstr (undone, ==, empty);
  g_assert_null (spz_programme_get_undo_label (fixture->programme));
}

static void
test_failed_step (SpzFixture    *fixture,
                  gconstpointer  data)
{
  g_autofree char *before = spz_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  /* A part fails; whoever forgets to give up the whole can't write half */
  g_assert_true (spz_programme_begin (fixture->programme, "Außen", &error));
  spz_programme_add (fixture->programme, SPZ_TYPE_ROLE, &error, "title", "CDO", NULL);
  g_assert_true (spz_programme_begin (fixture->programme, "Innen", &error));
  spz_programme_rollback (fixture->programme);
  g_assert_false (spz_programme_commit (fixture->programme, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_FAILED);

  after = spz_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_typing (SpzFixture    *fixture,
             gconstpointer  data)
{
  SpzRole *role = spz_fixture_add (fixture, SPZ_TYPE_ROLE, "title", "", NULL);
  g_autoptr (GError) error = NULL;
  const char *typed[] = { "C", "CD", "CDO" };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    g_assert_true (spz_programme_set_text (fixture->programme, role, "title", typed[i], &error));
  g_assert_cmpstr (role->title, ==, "CDO");

  g_assert_true (spz_programme_undo (fixture->programme, &error));
  g_assert_cmpstr (role->title, ==, "");
  g_assert_true (spz_programme_redo (fixture->programme, &error));
  g_assert_cmpstr (role->title, ==, "CDO");
}

static void
test_checks (SpzFixture    *fixture,
             gconstpointer  data)
{
  SpzMeasure *measure = spz_fixture_add (fixture, SPZ_TYPE_MEASURE, "title", "Scan-Strategie", NULL);
  gint64 id = spz_record_get_id (SPZ_RECORD (measure));
  SpzPhase *phase;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (spz_programme_add (fixture->programme, SPZ_TYPE_PHASE, &error, "measure", id,
                                      "title", "Konzeption",
                                      "start", spz_date_new (2021, 7, 1),
                                      "end", spz_date_new (2021, 6, 30), NULL), ==, 0);
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Konzeption"));
  g_clear_error (&error);

  phase = spz_fixture_add (fixture, SPZ_TYPE_PHASE, "measure", id,
                           "start", spz_date_new (2021, 1, 1), "end", spz_date_new (2021, 6, 30), NULL);
  g_assert_false (spz_programme_set (fixture->programme, phase, &error, "end", spz_date_new (2020, 12, 31), NULL));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_false (spz_programme_set (fixture->programme, phase, &error, "progress", (gint64) 101, NULL));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_false (spz_programme_set (fixture->programme, spz_programme_get_info (fixture->programme), &error,
                                     "first-year", (gint64) 2023, "last-year", (gint64) 2020, NULL));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
}

static void
test_reference_date (SpzFixture    *fixture,
                     gconstpointer  data)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_unsetenv ("SPZ_TODAY");
  g_assert_cmpint (spz_programme_get_reference_date (fixture->programme), ==, spz_date_today ());

  g_signal_connect (fixture->programme, "notify::reference-date", G_CALLBACK (notify_cb), names);
  g_assert_true (spz_programme_set (fixture->programme, spz_programme_get_info (fixture->programme), &error,
                                    "reference-date", spz_date_new (2021, 2, 1), NULL));
  g_assert_cmpint (spz_programme_get_reference_date (fixture->programme), ==, spz_date_new (2021, 2, 1));
  g_assert_cmpstr (names->str, ==, "reference-date ");
  g_signal_handlers_disconnect_by_data (fixture->programme, names);

  g_setenv ("SPZ_TODAY", "2022-12-31", TRUE);
  g_assert_cmpint (spz_programme_get_reference_date (fixture->programme), ==, spz_date_new (2022, 12, 31));
  g_unsetenv ("SPZ_TODAY");
}

static void
test_many (SpzFixture    *fixture,
           gconstpointer  data)
{
  SpzRole *role = spz_fixture_add (fixture, SPZ_TYPE_ROLE, "title", "CDO", NULL);
  SpzRecordList *tasks = spz_programme_get_children (fixture->programme, SPZ_TYPE_TASK, "role",
                                                     spz_record_get_id (SPZ_RECORD (role)));
  g_autoptr (GError) error = NULL;

  /* More than are followed row by row */
  g_assert_true (spz_programme_begin (fixture->programme, "Viele", &error));
  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *title = g_strdup_printf ("%04u", i);

      spz_programme_add (fixture->programme, SPZ_TYPE_TASK, &error,
                         "role", spz_record_get_id (SPZ_RECORD (role)), "title", title, NULL);
      g_assert_no_error (error);
    }
  g_assert_true (spz_programme_commit (fixture->programme, &error));

  g_assert_cmpuint (spz_record_list_get_size (tasks), ==, 2000);
  for (guint i = 0; i < 2000; i++)
    g_assert_cmpint (atoi (spz_record_get_title (spz_record_list_get (tasks, i))), ==, (int) i);

  g_assert_true (spz_programme_undo (fixture->programme, &error));
  g_assert_cmpuint (spz_record_list_get_size (tasks), ==, 0);
}

/* Two windows, or the window and the command line, on one file */
static void
test_refresh (SpzFixture    *fixture,
              gconstpointer  data)
{
  g_autoptr (SpzProgramme) other = NULL;
  g_autoptr (GError) error = NULL;
  SpzRole *role = spz_fixture_add (fixture, SPZ_TYPE_ROLE, "title", "CDO", NULL);
  gint64 id = spz_record_get_id (SPZ_RECORD (role));

  other = spz_programme_open (fixture->path, SPZ_STORE_OPEN, &error);
  g_assert_no_error (error);
  spz_programme_set_by_id (other, SPZ_TYPE_ROLE, id, &error, "title", "CIO", NULL);
  g_assert_no_error (error);
  spz_programme_add (other, SPZ_TYPE_ROLE, &error, "title", "Programmbüro", NULL);
  g_assert_no_error (error);

  /* The record is the same one, and says something else */
  g_assert_cmpstr (role->title, ==, "CDO");
  g_assert_true (spz_programme_refresh (fixture->programme, &error));
  g_assert_cmpstr (role->title, ==, "CIO");
  g_assert_cmpuint (spz_record_list_get_size (spz_programme_get_list (fixture->programme, SPZ_TYPE_ROLE)), ==, 2);
  g_assert_true (spz_programme_undo (fixture->programme, &error));
  g_assert_cmpuint (spz_record_list_get_size (spz_programme_get_list (fixture->programme, SPZ_TYPE_ROLE)), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_TEST ("fields", test_fields);
  ADD_TEST ("lists-follow", test_lists_follow);
  ADD_TEST ("notify", test_notify);
  ADD_TEST ("steps", test_steps);
  ADD_TEST ("failed-step", test_failed_step);
  ADD_TEST ("typing", test_typing);
  ADD_TEST ("checks", test_checks);
  ADD_TEST ("reference-date", test_reference_date);
  ADD_TEST ("many", test_many);
  ADD_TEST ("refresh", test_refresh);

  return g_test_run ();
}
