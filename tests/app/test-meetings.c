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
#include "spz-line-text.h"
#include "spz-meeting-row.h"
#include "spz-meeting-view.h"
#include "spz-page-tools.h"
#include "spz-window-private.h"

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

  return g_test_run ();
}
