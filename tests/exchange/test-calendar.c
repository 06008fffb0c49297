/* test-calendar.c: meetings as iCalendar, out and in
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "spz-apply-fixture.h"
#include "spz-briefings.h"
#include "spz-calendar.h"
#include "spz-icalendar.h"
#include "spz-import-fixture.h"

#define LONG_TITLE "Sondersitzung über die Einführung der elektronischen Schriftgutverwaltung, " \
                   "die Öffnung der Bürgerämter; und den Rest 🙂"

static void
must (gboolean      done,
      const GError *error)
{
  g_assert_no_error (error);
  g_assert_true (done);
}

static gint64
add_body (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  gint64 id = spz_programme_add (self->programme, SPZ_TYPE_BODY, &error, "title", "Finanzausschuss",
                                 "submission-days", 21, NULL);

  must (id != 0, error);

  return id;
}

static void
add_meeting (Fixture         *self,
             gint64           body,
             const char      *title,
             SpzDate          date,
             SpzPrecision     precision,
             const char      *time,
             SpzMeetingState  state)
{
  g_autoptr (GError) error = NULL;

  must (spz_programme_add (self->programme, SPZ_TYPE_MEETING, &error,
                           "body", body, "title", title, "date", date, "precision", precision,
                           "time", time, "place", *time != '\0' ? "Rathaus, Raum 4.12" : "",
                           "state", state, "note", "CANARY note", NULL) != 0, error);
}

static void
add_milestone (Fixture      *self,
               gint64        measure,
               const char   *title,
               SpzPrecision  precision,
               const char   *wording,
               SpzAudience   audience)
{
  g_autoptr (GError) error = NULL;

  must (spz_programme_add (self->programme, SPZ_TYPE_MILESTONE, &error,
                           "measure", measure, "title", title, "date", spz_date_new (2021, 4, 1),
                           "precision", precision, "wording", wording, "audience", audience,
                           "certainty", *wording != '\0' ? SPZ_CERTAINTY_EXPECTED : SPZ_CERTAINTY_FIRM,
                           "note", "CANARY note", NULL) != 0, error);
}

/* Whatever a calendar has to cope with */
static void
fill (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  gint64 body = add_body (self);
  gint64 secret;

  must (spz_programme_set (self->programme, spz_programme_get_info (self->programme), &error,
                           "title", "E-Government", "uid", "0123456789abcdef", NULL), error);
  secret = spz_programme_add (self->programme, SPZ_TYPE_MEASURE, &error, "title", "CANARY measure",
                              "audience", SPZ_AUDIENCE_INTERNAL, NULL);
  must (secret != 0, error);

  add_meeting (self, body, "", spz_date_new (2021, 2, 8), SPZ_PRECISION_DAY, "17:00", SPZ_MEETING_PLANNED);
  add_meeting (self, body, LONG_TITLE, spz_date_new (2021, 7, 5), SPZ_PRECISION_DAY, "09:30", SPZ_MEETING_PLANNED);
  add_meeting (self, 0, "Workshop", spz_date_new (2021, 2, 15), SPZ_PRECISION_WEEK, "", SPZ_MEETING_PLANNED);
  add_meeting (self, 0, "Klausur", spz_date_new (2021, 5, 1), SPZ_PRECISION_MONTH, "", SPZ_MEETING_PLANNED);
  add_meeting (self, 0, "Bilanz", spz_date_new (2021, 4, 1), SPZ_PRECISION_QUARTER, "", SPZ_MEETING_PLANNED);
  add_meeting (self, 0, "Rat", spz_date_new (2021, 2, 22), SPZ_PRECISION_DAY, "", SPZ_MEETING_CANCELLED);
  add_milestone (self, 0, "Start", SPZ_PRECISION_WEEK, "voraussichtlich Ostern 2021", SPZ_AUDIENCE_PUBLIC);
  add_milestone (self, 0, "CANARY milestone", SPZ_PRECISION_DAY, "", SPZ_AUDIENCE_INTERNAL);
  add_milestone (self, 0, "CANARY half", SPZ_PRECISION_HALF, "", SPZ_AUDIENCE_COMMITTEE);
  add_milestone (self, secret, "CANARY child", SPZ_PRECISION_DAY, "", SPZ_AUDIENCE_PUBLIC);
}

static char *
render (Fixture     *self,
        SpzAudience  audience)
{
  g_autoptr (SpzCalendar) calendar = spz_compose_calendar (self->programme, audience);
  g_autoptr (GBytes) bytes = spz_icalendar_render (calendar);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Back to one line a property */
static char *
unfold (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\r\n ", -1);

  return g_strjoinv ("", parts);
}

static void
import_into (Fixture    *self,
             const char *text)
{
  apply_fixture_import_text (self, text);
}

/* To write it anew, set SPZ_UPDATE_GOLDEN, and look at the diff. */
static void
test_golden (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "golden", "meetings.ics", NULL);
  g_autofree char *golden = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  fill (self);
  text = render (self, SPZ_AUDIENCE_INTERNAL);
  if (g_getenv ("SPZ_UPDATE_GOLDEN") != NULL)
    g_file_set_contents (path, text, -1, NULL);
  g_file_get_contents (path, &golden, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, golden);
}

/* Lines of at most 75 bytes end with CR LF, and no letter is torn apart. */
static void
test_lines (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  fill (self);
  text = render (self, SPZ_AUDIENCE_INTERNAL);
  g_assert_true (g_str_has_suffix (text, "END:VCALENDAR\r\n"));
  lines = g_strsplit (text, "\r\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      g_assert_cmpuint (strlen (*line), <=, 75);
      g_assert_null (strpbrk (*line, "\r\n"));
      g_assert_true (g_utf8_validate (*line, -1, NULL));
    }
}

static void
test_honest (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *folded = NULL;
  g_autofree char *text = NULL;
  g_autoptr (SpzCalendar) calendar = NULL;

  fill (self);
  folded = render (self, SPZ_AUDIENCE_PUBLIC);
  text = unfold (folded);

  g_assert_nonnull (strstr (text, "DTSTART;TZID=Europe/Berlin:20210208T170000\r\n"));
  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20210215\r\nDTEND;VALUE=DATE:20210222\r\n"
                                  "TRANSP:TRANSPARENT\r\nSTATUS:TENTATIVE\r\nSUMMARY:Workshop (W7/2021)"));
  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20210501\r\nDTEND;VALUE=DATE:20210601\r\n"));
  g_assert_nonnull (strstr (text, "STATUS:CANCELLED\r\nSUMMARY:Rat\r\n"));
  g_assert_nonnull (strstr (text, "SUMMARY:Start (voraussichtlich Ostern 2021)"));
  g_assert_nonnull (strstr (text, "UID:0123456789abcdef-meeting-1@sprechzettel\r\n"));
  g_assert_null (strstr (text, "Bilanz"));

  calendar = spz_compose_calendar (self->programme, SPZ_AUDIENCE_PUBLIC);
  g_assert_cmpuint (calendar->left_out->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (calendar->left_out, 0), "Bilanz"));
}

static void
test_audiences (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *public = NULL;
  g_autofree char *committee = NULL;
  g_autofree char *internal = NULL;

  fill (self);
  public = render (self, SPZ_AUDIENCE_PUBLIC);
  committee = render (self, SPZ_AUDIENCE_COMMITTEE);
  internal = render (self, SPZ_AUDIENCE_INTERNAL);

  g_assert_null (strstr (public, "CANARY"));
  g_assert_null (strstr (public, "submission"));
  g_assert_null (strstr (committee, "CANARY"));
  g_assert_nonnull (strstr (internal, "CANARY milestone"));
  g_assert_nonnull (strstr (internal, "CANARY note"));
  g_assert_nonnull (strstr (internal, "-submission-1@sprechzettel"));
}

/* All that a calendar can carry, a line a meeting */
static char *
describe (SpzProgramme *programme)
{
  SpzRecordList *meetings = spz_programme_get_list (programme, SPZ_TYPE_MEETING);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spz_record_list_get_size (meetings); i++)
    {
      SpzMeeting *meeting = spz_record_list_get (meetings, i);
      SpzBody *body = spz_programme_lookup (programme, SPZ_TYPE_BODY, meeting->body);
      g_autofree char *date = spz_date_to_iso (meeting->date);
      g_autofree char *submission = spz_date_to_iso (spz_meeting_get_submission (programme, meeting));

      if (meeting->precision <= SPZ_PRECISION_MONTH)
        g_string_append_printf (text, "%s|%s|%s|%d|%s|%s|%d|%s|%s\n", body != NULL ? body->title : "",
                                meeting->title, date, meeting->precision, meeting->time, meeting->place,
                                meeting->state, meeting->note, submission);
    }

  return g_string_free (text, FALSE);
}

static void
test_round_trip (Fixture       *self,
                 gconstpointer  data)
{
  Fixture other = { NULL };
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  SpzMilestone *milestone;

  fill (self);
  text = render (self, SPZ_AUDIENCE_INTERNAL);
  apply_fixture_set_up (&other, NULL);
  import_into (&other, text);
  before = describe (self->programme);
  after = describe (other.programme);
  g_assert_cmpstr (after, ==, before);

  milestone = apply_fixture_find (&other, SPZ_TYPE_MILESTONE, "Start");
  g_assert_cmpstr (milestone->wording, ==, "voraussichtlich Ostern 2021");
  g_assert_cmpint (milestone->precision, ==, SPZ_PRECISION_WEEK);
  g_assert_cmpint (milestone->certainty, ==, SPZ_CERTAINTY_EXPECTED);

  /* The identifiers stay the same on the way back, and nothing is new there */
  again = render (&other, SPZ_AUDIENCE_INTERNAL);
  g_assert_nonnull (strstr (again, "UID:0123456789abcdef-meeting-1@sprechzettel\r\n"));
  import_into (self, text);
  g_free (after);
  after = describe (self->programme);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_MILESTONE), ==, 4);

  apply_fixture_tear_down (&other, NULL);
}

/* In */

#define CALENDAR(...) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" __VA_ARGS__ "END:VCALENDAR\r\n"
#define EVENT(...) "BEGIN:VEVENT\r\n" __VA_ARGS__ "END:VEVENT\r\n"

static void
assert_meetings (Fixture    *self,
                 const char *expected)
{
  SpzRecordList *meetings = spz_programme_get_list (self->programme, SPZ_TYPE_MEETING);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < spz_record_list_get_size (meetings); i++)
    {
      SpzMeeting *meeting = spz_record_list_get (meetings, i);
      g_autofree char *title = spz_meeting_dup_title (self->programme, meeting);
      g_autofree char *date = spz_date_to_iso (meeting->date);

      g_string_append_printf (text, "%s %s%s%s%s\n", date, *meeting->time != '\0' ? meeting->time : "",
                              *meeting->time != '\0' ? " " : "", title,
                              meeting->state == SPZ_MEETING_CANCELLED ? " -" : "");
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_update (Fixture       *self,
             gconstpointer  data)
{
  gint64 body = add_body (self);

  import_into (self, CALENDAR (EVENT ("UID:a@b\r\nDTSTART:20210208T160000Z\r\nSUMMARY:Finanzausschuss\r\n"
                                      "LOCATION:Ratssaal\\, 1. Stock\r\n")
                               EVENT ("UID:c@d\r\nDTSTART;VALUE=DATE:20210301\r\nSUMMARY:Rat\r\n")));
  /* Berlin is an hour ahead in winter */
  assert_meetings (self, "2021-02-08 17:00 Finanzausschuss\n2021-03-01 Rat\n");
  g_assert_cmpint (SPZ_MEETING (apply_fixture_get (self, SPZ_TYPE_MEETING, 0))->body, ==, body);
  g_assert_cmpstr (SPZ_MEETING (apply_fixture_get (self, SPZ_TYPE_MEETING, 0))->title, ==, "");
  g_assert_cmpstr (SPZ_MEETING (apply_fixture_get (self, SPZ_TYPE_MEETING, 0))->place, ==, "Ratssaal, 1. Stock");

  import_into (self, CALENDAR (EVENT ("UID:a@b\r\nDTSTART;TZID=Europe/Berlin:20210615T183000\r\n"
                                      "SUMMARY:Finanzausschuss\r\n")
                               EVENT ("UID:c@d\r\nDTSTART;VALUE=DATE:20210301\r\nSUMMARY:Rat\r\n"
                                      "STATUS:CANCELLED\r\n")));
  assert_meetings (self, "2021-03-01 Rat -\n2021-06-15 18:30 Finanzausschuss\n");

  import_into (self, CALENDAR (EVENT ("UID:a@b\r\nDTSTART;TZID=America/New_York:20210615T183000\r\n"
                                      "SUMMARY:Finanzausschuss\r\n")));
  assert_meetings (self, "2021-03-01 Rat -\n2021-06-16 00:30 Finanzausschuss\n");
  g_assert_true (spz_programme_undo (self->programme, NULL));
  g_assert_true (spz_programme_undo (self->programme, NULL));
  assert_meetings (self, "2021-02-08 17:00 Finanzausschuss\n2021-03-01 Rat\n");
}

/* What was entered by hand is recognised by its day and name. */
static void
test_adopt (Fixture       *self,
            gconstpointer  data)
{
  add_meeting (self, 0, "Rat", spz_date_new (2021, 3, 1), SPZ_PRECISION_DAY, "", SPZ_MEETING_PLANNED);
  import_into (self, CALENDAR (EVENT ("UID:c@d\r\nDTSTART:20210301T170000\r\nSUMMARY:RAT\r\n")));
  assert_meetings (self, "2021-03-01 17:00 RAT\n");
  import_into (self, CALENDAR (EVENT ("UID:c@d\r\nDTSTART:20210302T170000\r\nSUMMARY:Rat\r\n")));
  assert_meetings (self, "2021-03-02 17:00 Rat\n");
}

static void
test_repeated (Fixture       *self,
               gconstpointer  data)
{
  import_into (self, CALENDAR (EVENT ("UID:r\r\nDTSTART;TZID=Europe/Berlin:20210301T100000\r\nSUMMARY:Jour fixe\r\n"
                                      "RRULE:FREQ=MONTHLY;BYDAY=1MO;COUNT=4\r\n"
                                      "EXDATE;TZID=Europe/Berlin:20210405T100000\r\n")
                               EVENT ("UID:r\r\nRECURRENCE-ID;TZID=Europe/Berlin:20210503T100000\r\n"
                                      "DTSTART;TZID=Europe/Berlin:20210504T110000\r\nSUMMARY:Jour fixe\r\n")));
  assert_meetings (self, "2021-03-01 10:00 Jour fixe\n2021-05-04 11:00 Jour fixe\n2021-06-07 10:00 Jour fixe\n");

  /* Never ending, and never happening */
  import_into (self, CALENDAR (EVENT ("UID:e\r\nDTSTART:19500101T100000\r\nSUMMARY:Ewig\r\nRRULE:FREQ=DAILY\r\n")
                               EVENT ("UID:s\r\nDTSTART:20210301T100000\r\nSUMMARY:Takt\r\nRRULE:FREQ=SECONDLY\r\n")
                               EVENT ("UID:n\r\nDTSTART:20210301T100000\r\nSUMMARY:Nie\r\n"
                                      "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n")));
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_MEETING), <=, 3 + 400 + 2);
}

static void
assert_fails (const char *text,
              const char *part)
{
  fixture_assert_fails (text, strlen (text), part);
}

static void
test_damaged (void)
{
  g_autoptr (GString) deep = g_string_new ("BEGIN:VCALENDAR\n");
  g_autoptr (GString) many = g_string_new ("BEGIN:VCALENDAR\n");
  g_autoptr (GTimer) timer = g_timer_new ();

  assert_fails ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Rat\n", "Line 3: ");
  assert_fails ("BEGIN:VCALENDAR\nEND:VCALENDAR\nEND:VEVENT\n", "Line 3: ");
  assert_fails ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nBEGIN:VALARM\nEND:VEVENT\nEND:VCALENDAR\n", "Line 4: ");

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "BEGIN:VEVENT\n");
  assert_fails (deep->str, "Line 9: ");

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (many, "BEGIN:VEVENT\nUID:%u\nDTSTART:20210301T100000\nSUMMARY:Nr. %u\nEND:VEVENT\n", i, i);
  g_string_append (many, "END:VCALENDAR\n");
  assert_fails (many->str, "more than 5000 meetings");
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 30);
}

/* A broken event costs only itself, and is named by its line. */
static void
test_broken_event (void)
{
  g_autofree char *huge = g_strnfill (1000000, 'x');
  g_autofree char *text = g_strdup_printf (
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:ohne Datum\nEND:VEVENT\n"
    "BEGIN:VEVENT\nUID:h\nDTSTART:20210301T100000\nSUMMARY:%s\nEND:VEVENT\n"
    "BEGIN:VEVENT\nUID:t\nDTSTART;VALUE=INTEGER:7\nSUMMARY;VALUE=INTEGER:12345\nEND:VEVENT\n"
    "BEGIN:VEVENT\nUID:v\nDTSTART:20210301T100000\nSUMMARY;VALUE=DATE-TIME:20210101T000000\n"
    "STATUS;VALUE=INTEGER:3\nRRULE;VALUE=TEXT:x\nDTEND;VALUE=BINARY:x\nEND:VEVENT\n"
    "BEGIN:VEVENT\nUID:z\nDTSTART;TZID=../../etc/passwd:20210302T100000\nSUMMARY:gut\nEND:VEVENT\n"
    "BEGIN:VTODO\nEND:VTODO\nEND:VCALENDAR\n", huge);
  g_autoptr (SpzImport) import = fixture_import_text (text);

  g_assert_nonnull (fixture_find_message (import, 2));
  g_assert_nonnull (fixture_find_message (import, 5));
  g_assert_nonnull (fixture_find_message (import, 10));
  g_assert_nonnull (fixture_find_message (import, 23));
  g_assert_cmpuint (import->meetings->len, ==, 2);
  g_assert_cmpstr (((SpzImportMeeting *) g_ptr_array_index (import->meetings, 1))->title, ==, "gut");
  g_assert_cmpstr (((SpzImportMeeting *) g_ptr_array_index (import->meetings, 1))->time, ==, "10:00");
}

/* In Windows-1252 and in UTF-16 */
static void
test_encodings (void)
{
  static const char latin[] = CALENDAR (EVENT ("UID:a\r\nDTSTART;VALUE=DATE:20210301\r\nSUMMARY:B\xFCro\r\n"));
  static const char utf8[] = CALENDAR (EVENT ("UID:a\r\nDTSTART;VALUE=DATE:20210301\r\nSUMMARY:Büro\r\n"));
  gsize length;
  g_autofree char *wide = g_convert (utf8, -1, "UTF-16", "UTF-8", NULL, &length, NULL);
  const struct { const char *data; gsize length; } sources[] = { { latin, sizeof latin - 1 }, { wide, length } };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (sources[i].data, sources[i].length);
      g_autoptr (GError) error = NULL;
      g_autoptr (SpzImport) import = spz_import_read (bytes, "a.ics", SPZ_IMPORT_ANY, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (((SpzImportMeeting *) g_ptr_array_index (import->meetings, 0))->title, ==, "Büro");
    }
}

#define TEST(name, function) \
  g_test_add ("/calendar/" name, Fixture, NULL, apply_fixture_set_up, function, apply_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_setenv ("SOURCE_DATE_EPOCH", "1612137600", TRUE);
  g_setenv ("SPZ_TODAY", "2021-02-01", TRUE);
  g_test_init (&argc, &argv, NULL);

  TEST ("golden", test_golden);
  TEST ("lines", test_lines);
  TEST ("honest", test_honest);
  TEST ("audiences", test_audiences);
  TEST ("round-trip", test_round_trip);
  TEST ("update", test_update);
  TEST ("adopt", test_adopt);
  TEST ("repeated", test_repeated);
  g_test_add_func ("/calendar/damaged", test_damaged);
  g_test_add_func ("/calendar/broken-event", test_broken_event);
  g_test_add_func ("/calendar/encodings", test_encodings);

  return g_test_run ();
}
