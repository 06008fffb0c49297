/* test-oparl.c: meetings from a council's information system
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "spz-apply-fixture.h"
#include "spz-import-fixture.h"

#define TYPE(name) "\"type\": \"https://schema.oparl.org/1.1/" name "\""

#define ORGANIZATION "{\"id\": \"https://rat/o/1\", " TYPE ("Organization") ", " \
                     "\"name\": \"Finanzausschuss\", \"shortName\": \"FA\"}"

#define MEETING(more) "{\"id\": \"https://rat/m/1\", " TYPE ("Meeting") ", \"name\": \"Finanzausschuss\", " \
                      "\"start\": \"2021-07-05T15:00:00Z\", \"organization\": [\"https://rat/o/1\"], " \
                      "\"location\": {\"description\": \"Ratssaal\"}" more "}"

#define ITEM(more) "{\"id\": \"https://rat/i/1\", " TYPE ("AgendaItem") ", \"number\": \"Ö 4\", " \
                   "\"name\": \"E-Government\", \"public\": true, \"consultation\": \"https://rat/c/1\"" more "}"

#define PAPER "{\"id\": \"https://rat/p/1\", " TYPE ("Paper") ", \"name\": \"Strategie\", " \
              "\"reference\": \"2021/0123\", \"consultation\": [{\"id\": \"https://rat/c/1\"}]}"

#define ALL "{\"data\": [" ORGANIZATION ", " MEETING (", \"agendaItem\": [" ITEM ("") ", {\"id\": \"https://rat/i/2\", " \
            TYPE ("AgendaItem") ", \"name\": \"Personal\"}]") ", " PAPER "], \"links\": {}}"

static void
assert_all (Fixture *self)
{
  SpzMeeting *meeting = apply_fixture_get (self, SPZ_TYPE_MEETING, 0);
  SpzBody *body = spz_programme_lookup (self->programme, SPZ_TYPE_BODY, meeting->body);
  SpzAgendaItem *item = apply_fixture_find (self, SPZ_TYPE_AGENDA_ITEM, "E-Government");
  SpzAgendaItem *other = apply_fixture_find (self, SPZ_TYPE_AGENDA_ITEM, "Personal");

  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_MEETING), ==, 1);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_AGENDA_ITEM), ==, 2);
  g_assert_cmpint (meeting->date, ==, spz_date_new (2021, 7, 5));
  g_assert_cmpstr (meeting->time, ==, "17:00");
  g_assert_cmpstr (meeting->place, ==, "Ratssaal");
  g_assert_cmpstr (meeting->uid, ==, "https://rat/m/1");
  g_assert_cmpstr (body->title, ==, "Finanzausschuss");
  g_assert_cmpstr (body->short_title, ==, "FA");
  g_assert_cmpstr (item->number, ==, "Ö 4");
  g_assert_cmpstr (item->paper, ==, "2021/0123");
  g_assert_true (item->is_public);
  /* Nobody said so */
  g_assert_false (other->is_public);
}

static void
test_all (Fixture       *self,
          gconstpointer  data)
{
  g_autoptr (SpzImport) import = fixture_import_text (ALL);
  g_autoptr (GError) error = NULL;
  g_autofree char *preview = spz_import_preview (self->programme, import, &error);
  g_autofree char *summary = NULL;

  /* The preview says what happens, and does nothing. */
  g_assert_no_error (error);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_MEETING), ==, 0);
  g_assert_null (spz_programme_get_undo_label (self->programme));
  summary = spz_import_apply (self->programme, import, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (summary, ==, preview);
  g_assert_cmpstr (summary, ==, "New: 1 meeting, 2 agenda items, 1 committee.");
  assert_all (self);

  g_free (summary);
  summary = spz_import_apply (self->programme, import, &error);
  g_assert_cmpstr (summary, ==, "Nothing new: everything was there already.");
  assert_all (self);
  g_assert_true (spz_programme_undo (self->programme, NULL));
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_BODY), ==, 0);
}

/* One object, or several */
static void
test_shapes (Fixture       *self,
             gconstpointer  data)
{
  apply_fixture_import_text (self, ORGANIZATION);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_BODY), ==, 1);
  apply_fixture_import_text (self, "[" ORGANIZATION ", " MEETING ("") ", " ITEM (", \"meeting\": \"https://rat/m/1\"") "]");
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_BODY), ==, 1);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_MEETING), ==, 1);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_AGENDA_ITEM), ==, 1);
  apply_fixture_import_text (self, ALL);
  assert_all (self);
}

static void
test_cancelled_and_deleted (Fixture       *self,
                            gconstpointer  data)
{
  apply_fixture_import_text (self, ALL);
  apply_fixture_import_text (self, MEETING (", \"cancelled\": true, \"agendaItem\": [" ITEM (", \"deleted\": true") "]"));
  g_assert_cmpint (SPZ_MEETING (apply_fixture_get (self, SPZ_TYPE_MEETING, 0))->state, ==, SPZ_MEETING_CANCELLED);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_AGENDA_ITEM), ==, 1);

  apply_fixture_import_text (self, "{\"id\": \"https://rat/m/1\", " TYPE ("Meeting") ", \"deleted\": true}");
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_MEETING), ==, 0);
  apply_fixture_import_text (self, "{\"id\": \"https://rat/m/1\", " TYPE ("Meeting") ", \"deleted\": true}");
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_MEETING), ==, 0);
}

/* What somebody prepared for a meeting isn't lost with it. */
static void
test_prepared (Fixture       *self,
               gconstpointer  data)
{
  SpzAgendaItem *item;

  apply_fixture_import_text (self, ALL);
  item = apply_fixture_find (self, SPZ_TYPE_AGENDA_ITEM, "E-Government");
  g_assert_cmpint (spz_programme_add (self->programme, SPZ_TYPE_BRIEFING, NULL,
                                      "agenda-item", spz_record_get_id (SPZ_RECORD (item)), NULL), !=, 0);
  apply_fixture_import_text (self, "{\"id\": \"https://rat/m/1\", " TYPE ("Meeting") ", \"deleted\": true}");
  g_assert_cmpint (SPZ_MEETING (apply_fixture_get (self, SPZ_TYPE_MEETING, 0))->state, ==, SPZ_MEETING_CANCELLED);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_AGENDA_ITEM), ==, 2);
}

static void
assert_fails (const char *text,
              const char *part)
{
  fixture_assert_fails (text, strlen (text), part);
}

static void
test_hostile (void)
{
  g_autofree char *deep = g_strnfill (1000000, '[');
  g_autofree char *nested = g_strconcat ("[{" TYPE ("Meeting") ", \"a\":\n", deep, NULL);
  g_autofree char *huge = g_strnfill (1000000, 'x');
  g_autofree char *long_name = g_strdup_printf ("{\"id\": \"a\", " TYPE ("Meeting") ", \"start\": \"2021-07-05\", "
                                                "\"name\": \"%s\"}", huge);
  g_autoptr (SpzImport) import = NULL;

  assert_fails (nested, "Line 2: ");
  assert_fails ("{\n\"id\": \"a\",\n" TYPE ("Meeting") ",\n\"start\":", "Line 4: ");
  assert_fails ("{\"id\": 1, " TYPE ("Person") "}", "no meeting");

  import = fixture_import_text (long_name);
  g_assert_cmpuint (strlen (((SpzImportMeeting *) g_ptr_array_index (import->meetings, 0))->title), <=, 1000);
}

/* Members of the wrong kind, and references that go round in circles */
static void
test_wrong_members (void)
{
  g_autoptr (SpzImport) import = fixture_import_text (
    "[{\"id\": \"a\", " TYPE ("Meeting") ", \"start\": 7, \"name\": [], \"organization\": {}, \"location\": \"a\"},"
    " {\"id\": \"b\", " TYPE ("Meeting") ", \"start\": \"2021-07-05\", \"organization\": [\"b\", null], "
    "  \"location\": \"b\", \"deleted\": \"yes\", \"agendaItem\": [null, 3, \"b\", {\"meeting\": \"b\"}]},"
    " {\"id\": \"b\", " TYPE ("AgendaItem") ", \"meeting\": \"b\", \"consultation\": \"b\"},"
    " {\"id\": \"c\", " TYPE ("Paper") ", \"consultation\": [null, [], {\"id\": \"b\", \"agendaItem\": \"b\"}, \"c\"]}]");

  g_assert_cmpuint (import->meetings->len, ==, 1);
  g_assert_cmpuint (import->messages->len, ==, 1);
  g_assert_cmpuint (((SpzImportMeeting *) g_ptr_array_index (import->meetings, 0))->items->len, ==, 1);
}

#define TEST(name, function) \
  g_test_add ("/oparl/" name, Fixture, NULL, apply_fixture_set_up, function, apply_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_setenv ("SPZ_TODAY", "2021-02-01", TRUE);
  g_test_init (&argc, &argv, NULL);

  TEST ("all", test_all);
  TEST ("shapes", test_shapes);
  TEST ("cancelled-and-deleted", test_cancelled_and_deleted);
  TEST ("prepared", test_prepared);
  g_test_add_func ("/oparl/hostile", test_hostile);
  g_test_add_func ("/oparl/wrong-members", test_wrong_members);

  return g_test_run ();
}
