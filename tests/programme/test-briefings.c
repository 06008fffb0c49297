/* test-briefings.c: meetings and the briefings for them
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-briefings.h"
#include "spz-fixture.h"
#include "spz-meetings.h"

#define ADD_TEST(path, function) \
  g_test_add ("/briefings/" path, SpzFixture, NULL, spz_fixture_set_up, function, spz_fixture_tear_down)

static void
test_create (SpzFixture    *fixture,
             gconstpointer  data)
{
  SpzProgramme *programme = fixture->programme;
  SpzBody *body = spz_fixture_add (fixture, SPZ_TYPE_BODY, "title", "Ausschuss für Finanzen und Digitalisierung", NULL);
  SpzMeeting *meeting = spz_fixture_add (fixture, SPZ_TYPE_MEETING, "body", spz_record_get_id (SPZ_RECORD (body)),
                                         "date", spz_date_new (2021, 2, 8), NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  SpzBriefing *briefing, *next;
  gint64 id;

  spz_fixture_add (fixture, SPZ_TYPE_ACTION_FIELD, "title", "Smart City", NULL);
  before = spz_fixture_dump (fixture);
  title = spz_meeting_dup_title (programme, meeting);
  g_assert_cmpstr (title, ==, "Ausschuss für Finanzen und Digitalisierung");
  g_assert_null (spz_meeting_get_briefing (programme, meeting));

  id = spz_briefing_create (programme, meeting, &error);
  g_assert_no_error (error);
  briefing = spz_programme_lookup (programme, SPZ_TYPE_BRIEFING, id);
  g_assert_true (spz_meeting_get_briefing (programme, meeting) == briefing);
  g_assert_true (spz_briefing_get_meeting (programme, briefing) == meeting);
  g_assert_cmpuint (spz_record_list_get_size (spz_programme_get_children (programme, SPZ_TYPE_BLOCK, "briefing", id)), ==, 3);

  g_assert_true (spz_programme_set (programme, briefing, &error, "speaker", "StK Märtens", NULL));
  next = spz_programme_lookup (programme, SPZ_TYPE_BRIEFING, spz_briefing_create (programme, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (next->speaker, ==, "StK Märtens");
  g_assert_cmpint (next->predecessor, ==, id);
  g_assert_null (spz_briefing_get_meeting (programme, next));
  g_assert_true (spz_programme_get_latest_briefing (programme) == briefing);

  for (guint i = 0; i < 3; i++)
    g_assert_true (spz_programme_undo (programme, &error));
  after = spz_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_past (SpzFixture    *fixture,
           gconstpointer  data)
{
  static const struct
  {
    SpzPrecision precision;
    SpzDate      last;
  } cases[] = {
    { SPZ_PRECISION_DAY, 0 }, { SPZ_PRECISION_WEEK, 6 }, { SPZ_PRECISION_MONTH, 27 },
    { SPZ_PRECISION_QUARTER, 88 }, { SPZ_PRECISION_HALF, 180 }, { SPZ_PRECISION_YEAR, 364 },
  };
  SpzDate start = spz_date_new (2021, 2, 1);
  SpzMeeting *undated = spz_fixture_add (fixture, SPZ_TYPE_MEETING, "title", "Workshop", NULL);
  SpzMeeting *held = spz_fixture_add (fixture, SPZ_TYPE_MEETING, "date", start,
                                      "state", SPZ_MEETING_HELD, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SpzMeeting *meeting = spz_fixture_add (fixture, SPZ_TYPE_MEETING, "date", start,
                                             "precision", cases[i].precision, NULL);

      g_assert_false (spz_meeting_is_past (meeting, start));
      g_assert_false (spz_meeting_is_past (meeting, start + cases[i].last));
      g_assert_true (spz_meeting_is_past (meeting, start + cases[i].last + 1));
    }

  g_assert_false (spz_meeting_is_past (undated, start));
  g_assert_true (spz_meeting_is_past (held, start));
}

static void
test_next_meeting (SpzFixture    *fixture,
                   gconstpointer  data)
{
  SpzProgramme *programme = fixture->programme;
  SpzBody *body = spz_fixture_add (fixture, SPZ_TYPE_BODY, "title", "Rat", NULL);
  gint64 rat = spz_record_get_id (SPZ_RECORD (body));
  SpzMeeting *workshop = spz_fixture_add (fixture, SPZ_TYPE_MEETING, "title", "Workshop",
                                          "date", spz_date_new (2021, 2, 3), NULL);
  SpzMeeting *council;
  g_autoptr (GError) error = NULL;

  g_setenv ("SPZ_TODAY", "2021-02-01", TRUE);

  spz_fixture_add (fixture, SPZ_TYPE_MEETING, "body", rat, "date", spz_date_new (2021, 1, 19), NULL);
  g_assert_true (spz_programme_get_next_meeting (programme) == workshop);

  /* One of a body is what has to be prepared */
  council = spz_fixture_add (fixture, SPZ_TYPE_MEETING, "body", rat, "date", spz_date_new (2021, 2, 22), NULL);
  g_assert_true (spz_programme_get_next_meeting (programme) == council);

  g_assert_true (spz_programme_set (programme, council, &error, "state", SPZ_MEETING_CANCELLED, NULL));
  g_assert_true (spz_programme_get_next_meeting (programme) == workshop);

  g_unsetenv ("SPZ_TODAY");
}

/* A body's rule, a date of the meeting's own, and what makes either late */
static void
test_deadlines (SpzFixture    *fixture,
                gconstpointer  data)
{
  SpzProgramme *programme = fixture->programme;
  SpzBody *body = spz_fixture_add (fixture, SPZ_TYPE_BODY, "title", "Rat", "submission-days", (gint64) 14, NULL);
  SpzDate date = spz_date_new (2021, 2, 22);
  SpzMeeting *meeting = spz_fixture_add (fixture, SPZ_TYPE_MEETING, "body", spz_record_get_id (SPZ_RECORD (body)),
                                         "date", date, NULL);
  g_autoptr (GError) error = NULL;
  gint64 briefing;

  g_assert_cmpint (spz_meeting_get_submission (programme, meeting), ==, date - 14);
  g_assert_cmpint (spz_meeting_get_invitation (programme, meeting), ==, SPZ_DATE_NONE);
  g_assert_false (spz_meeting_is_late (programme, meeting, date - 14));
  g_assert_true (spz_meeting_is_late (programme, meeting, date - 13));
  g_assert_false (spz_meeting_is_late (programme, meeting, date + 1));

  g_assert_true (spz_programme_set (programme, meeting, &error, "submission", date - 10, NULL));
  g_assert_false (spz_meeting_is_late (programme, meeting, date - 13));
  g_assert_true (spz_meeting_is_late (programme, meeting, date - 9));

  briefing = spz_briefing_create (programme, meeting, &error);
  g_assert_true (spz_meeting_is_late (programme, meeting, date - 9));
  g_assert_true (spz_programme_set (programme, spz_programme_lookup (programme, SPZ_TYPE_BRIEFING, briefing), &error,
                                    "state", SPZ_BRIEFING_READY, NULL));
  g_assert_false (spz_meeting_is_late (programme, meeting, date - 9));

  g_assert_false (spz_programme_set (programme, meeting, &error, "submission", date + 1, NULL));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  g_assert_cmpint (spz_meeting_get_submission (programme, meeting), ==, date - 10);
}

static void
test_duplicate (SpzFixture    *fixture,
                gconstpointer  data)
{
  SpzProgramme *programme = fixture->programme;
  SpzMeeting *meeting = spz_fixture_add (fixture, SPZ_TYPE_MEETING, "title", "Rat", "place", "Ratssaal",
                                         "date", spz_date_new (2021, 2, 22), "note", "vertraulich", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  SpzMeeting *copy;
  SpzAgendaItem *item;
  gint64 id;

  spz_fixture_add (fixture, SPZ_TYPE_AGENDA_ITEM, "meeting", spz_record_get_id (SPZ_RECORD (meeting)),
                   "number", "5.1", "title", "Bericht", "paper", "2021/0342", "is-public", FALSE,
                   "minutes", (gint64) 15, NULL);
  before = spz_fixture_dump (fixture);

  id = spz_meeting_duplicate (programme, meeting, &error);
  g_assert_no_error (error);
  copy = spz_programme_lookup (programme, SPZ_TYPE_MEETING, id);
  g_assert_cmpstr (copy->title, ==, "Rat");
  g_assert_cmpstr (copy->place, ==, "Ratssaal");
  g_assert_cmpstr (copy->note, ==, "");
  g_assert_cmpint (copy->date, ==, SPZ_DATE_NONE);
  item = spz_record_list_get (spz_programme_get_children (programme, SPZ_TYPE_AGENDA_ITEM, "meeting", id), 0);
  g_assert_cmpstr (item->number, ==, "5.1");
  g_assert_cmpstr (item->paper, ==, "");
  g_assert_cmpint (item->minutes, ==, 15);
  g_assert_false (item->is_public);

  g_assert_true (spz_programme_undo (programme, &error));
  after = spz_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_TEST ("create", test_create);
  ADD_TEST ("past", test_past);
  ADD_TEST ("next-meeting", test_next_meeting);
  ADD_TEST ("deadlines", test_deadlines);
  ADD_TEST ("duplicate", test_duplicate);

  return g_test_run ();
}
