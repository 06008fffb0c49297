/* test-meetings.c: meetings, agendas and bodies on their page
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-agenda-row.h"
#include "spz-bodies-window.h"
#include "spz-briefing-button.h"
#include "spz-briefings.h"
#include "spz-date-row.h"
#include "spz-line-text.h"
#include "spz-meeting-row.h"
#include "spz-meeting-view.h"
#include "spz-page-tools.h"
#include "spz-window-private.h"
#include "spz-year-strip.h"

/* Meetings ahead and past, in the order they are listed in */
static void
assert_dates (SpzPage    *page,
              const char *expected)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint n_rows = spz_tool_count (page, SPZ_TYPE_MEETING_ROW);

  for (guint i = 0; i < n_rows; i++)
    {
      SpzMeetingRow *row = spz_tool_find (page, SPZ_TYPE_MEETING_ROW, i);
      g_autofree char *date = spz_date_to_iso (spz_meeting_row_get_meeting (row)->date);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", date);
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static SpzMeeting *
add_meeting (SpzAppFixture *self,
             SpzDate        date)
{
  g_autoptr(GError) error = NULL;
  gint64 id = spz_programme_add (self->programme, SPZ_TYPE_MEETING, &error,
                                 "title", "Auftakt",
                                 "date", date,
                                 NULL);

  g_assert_no_error (error);
  spz_app_settle ();

  return spz_programme_lookup (self->programme, SPZ_TYPE_MEETING, id);
}

static void
test_order (SpzAppFixture *self,
            gconstpointer  data)
{
  SpzPage *page = spz_tool_show (self, "meetings");
  g_autoptr(GError) error = NULL;
  SpzMeeting *workshop;

  gtk_expander_set_expanded (spz_tool_find (page, GTK_TYPE_EXPANDER, 0), TRUE);
  add_meeting (self, spz_date_new (2021, 1, 19));
  workshop = add_meeting (self, spz_date_new (2021, 2, 5));
  add_meeting (self, spz_date_new (2021, 1, 25));

  /* Those ahead by date, then the past, the latest first */
  assert_dates (page, "2021-02-05 2021-02-08 2021-01-25 2021-01-19");

  g_assert_true (spz_programme_set (self->programme, workshop, &error,
                                    "date", spz_date_new (2021, 1, 21), NULL));
  spz_app_settle ();
  assert_dates (page, "2021-02-08 2021-01-25 2021-01-21 2021-01-19");

  /* Seen from a later day */
  g_assert_true (spz_programme_set (self->programme, spz_programme_get_info (self->programme), &error,
                                    "reference-date", spz_date_new (2021, 2, 9), NULL));
  spz_app_settle ();
  assert_dates (page, "2021-02-08 2021-01-25 2021-01-21 2021-01-19");
  g_assert_null (spz_programme_get_next_meeting (self->programme));
  g_assert_no_error (error);
}

static void
test_agenda (SpzAppFixture *self,
             gconstpointer  data)
{
  SpzPage *page = spz_tool_show (self, "meetings");
  GtkWidget *view = spz_tool_find (page, SPZ_TYPE_MEETING_VIEW, 0);
  SpzAgendaRow *row;
  SpzAgendaItem *item;

  g_assert_cmpuint (spz_tool_count (view, SPZ_TYPE_AGENDA_ROW), ==, 0);

  /* "+" beside the heading */
  for (guint i = 0; i < spz_tool_count (view, GTK_TYPE_BUTTON); i++)
    {
      GtkButton *button = spz_tool_find (view, GTK_TYPE_BUTTON, i);

      if (g_strcmp0 (gtk_button_get_icon_name (button), "list-add-symbolic") == 0)
        {
          g_signal_emit_by_name (button, "clicked");
          break;
        }
    }
  spz_app_settle ();
  g_assert_cmpuint (spz_tool_count (view, SPZ_TYPE_AGENDA_ROW), ==, 1);

  row = spz_tool_find (view, SPZ_TYPE_AGENDA_ROW, 0);
  item = spz_agenda_row_get_item (row);
  g_assert_true (item->is_public);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (spz_tool_find (row, SPZ_TYPE_LINE_TEXT, 0)),
                                    "Umsetzung", -1);
  spz_app_settle ();
  g_assert_cmpstr (item->title, ==, "Umsetzung");
  gtk_toggle_button_set_active (spz_tool_find (row, GTK_TYPE_TOGGLE_BUTTON, 0), TRUE);
  g_assert_false (item->is_public);
  g_assert_true (spz_page_reveal (page, SPZ_RECORD (item)));

  spz_tool_undo (self);
  g_assert_true (item->is_public);
  spz_tool_undo (self);
  spz_tool_undo (self);
  g_assert_cmpuint (spz_tool_count (view, SPZ_TYPE_AGENDA_ROW), ==, 0);
}

static void
test_briefing (SpzAppFixture *self,
               gconstpointer  data)
{
  SpzPage *page = spz_tool_show (self, "meetings");
  SpzMeeting *meeting = spz_tool_record (self, SPZ_TYPE_MEETING, 0);

  g_assert_null (spz_meeting_get_briefing (self->programme, meeting));
  g_signal_emit_by_name (spz_tool_find (page, SPZ_TYPE_BRIEFING_BUTTON, 0), "clicked");
  spz_app_settle ();
  g_assert_nonnull (spz_meeting_get_briefing (self->programme, meeting));
  g_assert_true (spz_window_get_current_page (self->window) != page);

  spz_tool_undo (self);
  g_assert_null (spz_meeting_get_briefing (self->programme, meeting));
  g_assert_cmpuint (spz_record_list_get_size (spz_programme_get_list (self->programme, SPZ_TYPE_AGENDA_ITEM)), ==, 0);
}

static void
test_meetings (SpzAppFixture *self,
               gconstpointer  data)
{
  SpzPage *page = spz_tool_show (self, "meetings");

  g_assert_true (spz_app_action (self, "add"));
  assert_dates (page, "2021-02-01 2021-02-08");
  spz_tool_do (page, "meetings.delete");
  assert_dates (page, "2021-02-08");
  spz_tool_undo (self);
  assert_dates (page, "2021-02-01 2021-02-08");
  spz_tool_undo (self);

  spz_tool_do (page, "meetings.delete");
  assert_dates (page, "");
  spz_tool_do (page, "meetings.add");
  assert_dates (page, "2021-02-01");
}

static void
test_bodies (SpzAppFixture *self,
             gconstpointer  data)
{
  GtkWidget *window = g_object_ref_sink (spz_bodies_window_new (self->programme, GTK_WINDOW (self->window)));
  SpzRecordList *bodies = spz_programme_get_list (self->programme, SPZ_TYPE_BODY);
  SpzBody *body;

  gtk_window_present (GTK_WINDOW (window));
  spz_app_settle ();
  g_assert_cmpuint (spz_tool_count (window, GTK_TYPE_LIST_BOX_ROW), ==, 1);

  /* The header's button adds, a row's deletes */
  g_signal_emit_by_name (spz_tool_find (spz_tool_find (window, ADW_TYPE_HEADER_BAR, 0), GTK_TYPE_BUTTON, 0),
                         "clicked");
  spz_app_settle ();
  g_assert_cmpuint (spz_record_list_get_size (bodies), ==, 2);
  body = spz_record_list_get (bodies, 1);
  gtk_editable_set_text (spz_tool_find (spz_tool_find (window, GTK_TYPE_LIST_BOX_ROW, 1), GTK_TYPE_ENTRY, 0), "Rat");
  g_signal_emit_by_name (spz_tool_find (spz_tool_find (window, GTK_TYPE_LIST_BOX_ROW, 1), GTK_TYPE_ENTRY, 0),
                         "activate");
  g_assert_cmpstr (body->title, ==, "Rat");

  g_signal_emit_by_name (spz_tool_find (spz_tool_find (window, GTK_TYPE_LIST_BOX_ROW, 0), GTK_TYPE_BUTTON, 0),
                         "clicked");
  spz_app_settle ();
  g_assert_cmpuint (spz_record_list_get_size (bodies), ==, 1);
  spz_tool_undo (self);
  g_assert_cmpuint (spz_tool_count (window, GTK_TYPE_LIST_BOX_ROW), ==, 2);

  gtk_window_destroy (GTK_WINDOW (window));
  spz_app_settle ();
  g_assert_finalize_object (window);
}

static void
assert_in_file (SpzAppFixture *self,
                gpointer       record,
                const char    *table,
                const char    *column,
                const char    *expected)
{
  g_autofree char *text = spz_tool_text_in_file (self, record, table, column);

  g_assert_cmpstr (text, ==, expected);
}

/* Writes into the nth date row: date of the meeting, papers, invitation */
static SpzDateRow *
write_date (SpzPage    *page,
            guint       nth,
            const char *text)
{
  SpzDateRow *row = spz_tool_find (page, SPZ_TYPE_DATE_ROW, nth);

  gtk_widget_grab_focus (GTK_WIDGET (row));
  spz_tool_xdo ("key ctrl+a key Delete type --delay 5 '%s'", text);
  spz_tool_xdo ("key Return");

  return row;
}

static void
test_deadlines (SpzAppFixture *self,
                gconstpointer  data)
{
  SpzPage *page = spz_tool_show (self, "meetings");
  SpzMeeting *meeting = spz_tool_record (self, SPZ_TYPE_MEETING, 0);
  SpzBody *body = spz_tool_record (self, SPZ_TYPE_BODY, 0);
  g_autoptr(GError) error = NULL;
  SpzDateRow *row;

  g_assert_true (spz_programme_set (self->programme, body, &error, "submission-days", (gint64) 14, NULL));
  g_assert_true (spz_programme_set (self->programme, meeting, &error,
                                    "body", spz_record_get_id (SPZ_RECORD (body)), NULL));
  spz_app_settle ();

  /* The rule's date is seen, and none is in the file */
  row = spz_tool_find (page, SPZ_TYPE_DATE_ROW, 0);
  g_assert_nonnull (strstr (gtk_editable_get_text (GTK_EDITABLE (row)), "2021"));
  assert_in_file (self, meeting, "meeting", "submission", NULL);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  spz_tool_xdo ("key Return");
  assert_in_file (self, meeting, "meeting", "submission", NULL);

  write_date (page, 0, "2021-01-29");
  assert_in_file (self, meeting, "meeting", "submission", "2021-01-29");

  /* What can't be stays to be mended, and Escape takes it back */
  row = write_date (page, 0, "2021-03-01");
  g_assert_true (spz_date_row_get_has_problem (row));
  assert_in_file (self, meeting, "meeting", "submission", "2021-01-29");
  spz_tool_xdo ("key Escape");
  g_assert_false (spz_date_row_get_has_problem (row));

  /* Nothing written: the rule holds again */
  row = write_date (page, 0, "");
  assert_in_file (self, meeting, "meeting", "submission", NULL);
  g_assert_nonnull (strstr (gtk_editable_get_text (GTK_EDITABLE (row)), "2021"));
}

static void
test_minutes (SpzAppFixture *self,
              gconstpointer  data)
{
  SpzPage *page = spz_tool_show (self, "meetings");
  SpzMeeting *meeting = spz_tool_record (self, SPZ_TYPE_MEETING, 0);
  g_autoptr(GError) error = NULL;
  gint64 id = spz_programme_add (self->programme, SPZ_TYPE_AGENDA_ITEM, &error,
                                 "meeting", spz_record_get_id (SPZ_RECORD (meeting)), "title", "Bericht", NULL);
  SpzAgendaItem *item = spz_programme_lookup (self->programme, SPZ_TYPE_AGENDA_ITEM, id);
  GtkWidget *entry;

  spz_app_settle ();
  entry = spz_tool_find (spz_tool_find (page, SPZ_TYPE_AGENDA_ROW, 0), GTK_TYPE_ENTRY, 2);
  gtk_widget_grab_focus (entry);
  spz_tool_xdo ("type --delay 5 'zehn'");
  spz_tool_xdo ("key Return");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  assert_in_file (self, item, "agenda_item", "minutes", "0");

  spz_tool_xdo ("key ctrl+a type --delay 5 '15'");
  spz_tool_xdo ("key Return");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  assert_in_file (self, item, "agenda_item", "minutes", "15");

  spz_tool_xdo ("key ctrl+a type --delay 5 '9999'");
  spz_tool_xdo ("key Return key Escape");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "15");
}

static GtkWidget *
find_month (SpzYearStrip *strip,
            int           month)
{
  /* The two that turn the year come first */
  return spz_tool_find (strip, GTK_TYPE_BUTTON, (guint) month + 1);
}

static gboolean
is_selected (SpzPage    *page,
             SpzMeeting *meeting)
{
  for (guint i = 0; i < spz_tool_count (page, SPZ_TYPE_MEETING_ROW); i++)
    {
      SpzMeetingRow *row = spz_tool_find (page, SPZ_TYPE_MEETING_ROW, i);

      if (spz_meeting_row_get_meeting (row) == meeting)
        return gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row));
    }

  return FALSE;
}

static void
test_year (SpzAppFixture *self,
           gconstpointer  data)
{
  SpzPage *page = spz_tool_show (self, "meetings");
  SpzYearStrip *strip = spz_tool_find (page, SPZ_TYPE_YEAR_STRIP, 0);
  SpzMeeting *past = add_meeting (self, spz_date_new (2021, 1, 19));
  SpzMeeting *far = add_meeting (self, spz_date_new (2022, 11, 3));

  g_assert_cmpint (spz_year_strip_get_year (strip), ==, 2021);
  g_assert_false (gtk_widget_get_sensitive (find_month (strip, 3)));

  /* By key from February to January, whose meeting is past */
  gtk_widget_grab_focus (find_month (strip, 2));
  spz_tool_xdo ("key Left key Return");
  g_assert_true (gtk_widget_has_css_class (find_month (strip, 1), "selected"));
  g_assert_true (is_selected (page, past));

  g_signal_emit_by_name (spz_tool_find (strip, GTK_TYPE_BUTTON, 1), "clicked");
  spz_app_settle ();
  g_assert_cmpint (spz_year_strip_get_year (strip), ==, 2022);
  g_assert_true (gtk_widget_get_sensitive (find_month (strip, 11)));
  g_assert_false (gtk_widget_get_sensitive (spz_tool_find (strip, GTK_TYPE_BUTTON, 1)));

  /* Deleted, and so is its dot */
  g_assert_true (spz_programme_remove (self->programme, far, NULL));
  g_assert_false (gtk_widget_get_sensitive (find_month (strip, 11)));
}

static void
test_duplicate (SpzAppFixture *self,
                gconstpointer  data)
{
  SpzPage *page = spz_tool_show (self, "meetings");
  SpzRecordList *meetings = spz_programme_get_list (self->programme, SPZ_TYPE_MEETING);

  gtk_widget_grab_focus (spz_tool_find (page, SPZ_TYPE_MEETING_ROW, 0));
  spz_tool_xdo ("key ctrl+d");
  g_assert_cmpuint (spz_record_list_get_size (meetings), ==, 2);

  /* The cursor is where its date goes */
  spz_tool_xdo ("type --delay 5 '2021-03-08'");
  spz_tool_xdo ("key Return");
  assert_dates (page, "2021-02-08 2021-03-08");
  spz_tool_undo (self);
  spz_tool_undo (self);
  assert_dates (page, "2021-02-08");
}

int
main (int   argc,
      char *argv[])
{
  spz_app_test_init (&argc, &argv);

  spz_app_test ("/meetings/order", test_order);
  spz_app_test ("/meetings/agenda", test_agenda);
  spz_app_test ("/meetings/briefing", test_briefing);
  spz_app_test ("/meetings/meetings", test_meetings);
  spz_app_test ("/meetings/bodies", test_bodies);
  spz_app_test ("/meetings/deadlines", test_deadlines);
  spz_app_test ("/meetings/minutes", test_minutes);
  spz_app_test ("/meetings/year", test_year);
  spz_app_test ("/meetings/duplicate", test_duplicate);

  return g_test_run ();
}
