/* test-delivery.c: delivering a briefing from the window, and what is kept of it
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "spz-app-fixture.h"
#include "spz-archive-marks.h"
#include "spz-archive-window.h"
#include "spz-briefings.h"
#include "spz-deliver-window.h"
#include "spz-delivery.h"
#include "spz-page-tools.h"
#include "spz-pdf-view.h"
#include "spz-search.h"

static gpointer
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }

  return NULL;
}

static gboolean
is_open (gpointer data)
{
  GtkWindow *window = find_window (SPZ_TYPE_DELIVER_WINDOW);

  return window != NULL && gtk_window_is_active (window);
}

static gboolean
is_closed (gpointer data)
{
  return find_window (SPZ_TYPE_DELIVER_WINDOW) == NULL;
}

static gboolean
is_choosing (gpointer data)
{
  GtkWindow *window = find_window (GTK_TYPE_FILE_CHOOSER_DIALOG);

  return window != NULL && gtk_window_is_active (window);
}

static gboolean
has_marked_row (gpointer list)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, 0);

  return row != NULL && strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "<b>") != NULL;
}

static SpzBriefing *
add_briefing (SpzAppFixture *self)
{
  SpzMeeting *meeting = spz_programme_get_next_meeting (self->programme);
  g_autoptr (GError) error = NULL;
  gint64 id = spz_briefing_create (self->programme, meeting, &error);

  g_assert_no_error (error);
  spz_app_settle ();

  return spz_programme_lookup (self->programme, SPZ_TYPE_BRIEFING, id);
}

static SpzDeliverWindow *
open_window (SpzAppFixture *self,
             SpzBriefing   *briefing)
{
  SpzPage *page = spz_tool_show (self, "briefings");

  g_assert_true (spz_page_reveal (page, SPZ_RECORD (briefing)));
  spz_tool_do (page, "briefings.deliver");
  g_assert_true (spz_app_wait (is_open, NULL));
  spz_app_settle ();

  return find_window (SPZ_TYPE_DELIVER_WINDOW);
}

static guint
count (SpzAppFixture *self)
{
  return spz_record_list_get_size (spz_programme_get_list (self->programme, SPZ_TYPE_DELIVERY));
}

static void
assert_read_only (SpzAppFixture *self)
{
  SpzPage *page = spz_tool_show (self, "briefings");
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  for (guint i = 0; i < spz_tool_count (page, ADW_TYPE_ENTRY_ROW); i++)
    g_assert_false (gtk_widget_get_mapped (spz_tool_find (page, ADW_TYPE_ENTRY_ROW, i)));
  for (guint i = 0; i < spz_tool_count (page, GTK_TYPE_TEXT_VIEW); i++)
    {
      GtkTextView *text = spz_tool_find (page, GTK_TYPE_TEXT_VIEW, i);

      g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (text)) && gtk_text_view_get_editable (text));
    }
  g_assert_true (GTK_IS_BUTTON (focus));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)), ==, "briefings.next");
}

/* By keys alone: the recipient is typed, Return delivers */
static void
test_deliver (SpzAppFixture *self,
              gconstpointer  data)
{
  SpzBriefing *briefing = add_briefing (self);
  SpzMeeting *meeting = spz_briefing_get_meeting (self->programme, briefing);
  SpzDelivery *delivery;

  open_window (self, briefing);
  spz_tool_xdo ("key ctrl+a");
  spz_tool_xdo ("type --delay 20 Rat");
  spz_tool_xdo ("key Return");
  g_assert_true (spz_app_wait (is_closed, NULL));

  g_assert_cmpuint (count (self), ==, 1);
  delivery = spz_tool_record (self, SPZ_TYPE_DELIVERY, 0);
  g_assert_cmpstr (delivery->recipient, ==, "Rat");
  g_assert_cmpint (delivery->briefing, ==, spz_record_get_id (SPZ_RECORD (briefing)));
  g_assert_cmpint (delivery->audience, ==, SPZ_AUDIENCE_PUBLIC);
  g_assert_cmpint (spz_delivery_get_date (delivery), ==, meeting->date);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (delivery->pdf, NULL), "%PDF-"));
  g_assert_cmpint (briefing->state, ==, SPZ_BRIEFING_DELIVERED);

  /* Nothing is there to be typed in; the keyboard is on what comes next */
  assert_read_only (self);

  /* One step */
  spz_tool_undo (self);
  g_assert_cmpuint (count (self), ==, 0);
  g_assert_cmpint (briefing->state, ==, SPZ_BRIEFING_DRAFT);
}

static void
test_cancel (SpzAppFixture *self,
             gconstpointer  data)
{
  SpzBriefing *briefing = add_briefing (self);
  SpzDeliverWindow *window = open_window (self, briefing);

  /* To nobody nothing is delivered. */
  spz_tool_xdo ("key ctrl+a BackSpace Return");
  g_assert_false (gtk_widget_is_sensitive (gtk_window_get_default_widget (GTK_WINDOW (window))));
  spz_tool_xdo ("key Escape");
  g_assert_true (spz_app_wait (is_closed, NULL));
  g_assert_cmpuint (count (self), ==, 0);

  /* Closed while the PDF is made: nothing is written, nothing crashes. */
  window = open_window (self, briefing);
  gtk_widget_activate_default (GTK_WIDGET (window));
  gtk_window_close (GTK_WINDOW (window));
  g_assert_true (spz_app_wait (is_closed, NULL));
  for (guint i = 0; i < 10; i++)
    spz_app_settle ();
  g_assert_cmpuint (count (self), ==, 0);
  g_assert_cmpint (briefing->state, ==, SPZ_BRIEFING_DRAFT);
}

/* What is found leads to its place. */
static void
test_review (SpzAppFixture *self,
             gconstpointer  data)
{
  SpzBriefing *briefing = add_briefing (self);
  SpzPoint *point = spz_tool_record (self, SPZ_TYPE_POINT, 0);
  g_autoptr (GError) error = NULL;
  SpzDeliverWindow *window;
  guint n = 0;

  spz_programme_set (self->programme, point, &error, "title", "Start am XX.XX.2021", NULL);
  g_assert_no_error (error);
  window = open_window (self, briefing);
  for (guint i = 0; n == 0 && i < spz_tool_count (window, ADW_TYPE_ACTION_ROW); i++)
    {
      AdwPreferencesRow *row = spz_tool_find (window, ADW_TYPE_ACTION_ROW, i);

      if (strstr (adw_preferences_row_get_title (row), "XX.XX") == NULL)
        continue;
      n++;
      g_assert_true (gtk_widget_activate (GTK_WIDGET (row)));
    }
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (spz_app_wait (is_closed, NULL));
}

/* The second one supersedes the first. */
static void
test_supersede (SpzAppFixture *self,
                gconstpointer  data)
{
  SpzBriefing *briefing = add_briefing (self);

  for (guint i = 0; i < 2; i++)
    {
      SpzDeliverWindow *window = open_window (self, briefing);

      gtk_widget_activate_default (GTK_WIDGET (window));
      g_assert_true (spz_app_wait (is_closed, NULL));
    }

  g_assert_cmpuint (count (self), ==, 2);
  g_assert_true (spz_delivery_is_superseded (self->programme, spz_tool_record (self, SPZ_TYPE_DELIVERY, 0)));
  g_assert_false (spz_delivery_is_superseded (self->programme, spz_tool_record (self, SPZ_TYPE_DELIVERY, 1)));
}

/* Nobody says by hand that it was delivered. */
static void
test_state (SpzAppFixture *self,
            gconstpointer  data)
{
  SpzBriefing *briefing = add_briefing (self);
  SpzPage *page = spz_tool_show (self, "briefings");
  AdwComboRow *state;
  GtkWidget *window;

  g_assert_true (spz_page_reveal (page, SPZ_RECORD (briefing)));
  spz_app_settle ();
  state = spz_tool_find (page, ADW_TYPE_COMBO_ROW, 1);
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (state)), ==, 2);
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (state)));

  window = GTK_WIDGET (open_window (self, briefing));
  gtk_widget_activate_default (window);
  g_assert_true (spz_app_wait (is_closed, NULL));
  spz_app_settle ();
  g_assert_cmpuint (adw_combo_row_get_selected (state), ==, SPZ_BRIEFING_DELIVERED);
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (state)));

  spz_tool_undo (self);
  g_assert_cmpuint (adw_combo_row_get_selected (state), ==, SPZ_BRIEFING_DRAFT);
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (state)), ==, 2);
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (state)));
}

/* The archive */

static SpzArchiveWindow *
open_archive (SpzAppFixture *self)
{
  spz_tool_do (spz_tool_show (self, "briefings"), "briefings.archive");
  spz_app_settle ();

  return find_window (SPZ_TYPE_ARCHIVE_WINDOW);
}

static gint64
deliver (SpzAppFixture *self,
         SpzBriefing   *briefing,
         SpzDelivery   *supersedes)
{
  const SpzDeliveryTerms terms = { .recipient = "Rat", .supersedes = supersedes };
  g_autoptr (GError) error = NULL;
  gint64 id = spz_briefing_deliver (self->programme, briefing, &terms, &error);

  g_assert_no_error (error);
  spz_app_settle ();

  return id;
}

/* "What did we say of it, to whom and when", by keys; the pages are those kept */
static void
test_archive (SpzAppFixture *self,
              gconstpointer  data)
{
  SpzBriefing *briefing = add_briefing (self);
  SpzArchiveWindow *window = open_archive (self);
  SpzPdfView *view = spz_tool_find (window, SPZ_TYPE_PDF_VIEW, 0);
  GtkListBox *list = spz_tool_find (window, GTK_TYPE_LIST_BOX, 0);
  gint64 first, second;
  AdwActionRow *row;

  g_assert_null (gtk_list_box_get_row_at_index (list, 0));
  first = deliver (self, briefing, NULL);
  second = deliver (self, briefing, spz_programme_lookup (self->programme, SPZ_TYPE_DELIVERY, first));
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 1));
  g_assert_null (gtk_list_box_get_row_at_index (list, 2));

  spz_tool_xdo ("type --delay 20 ausschreib");
  g_assert_true (spz_app_wait (has_marked_row, list));
  row = ADW_ACTION_ROW (gtk_list_box_get_row_at_index (list, 0));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Die <b>Ausschreib</b>ung läuft");
  spz_tool_xdo ("key Return");
  g_assert_cmpint (spz_record_get_id (SPZ_RECORD (spz_archive_window_get_delivery (window))), ==, second);
  g_assert_cmpuint (spz_pdf_view_get_n_pages (view), >=, 1);
  g_assert_cmpuint (spz_pdf_view_get_n_marks (view), >=, 1);

  /* Undoing the delivery leaves its page, and then there is nothing */
  spz_tool_undo (self);
  g_assert_null (spz_archive_window_get_delivery (window));
  spz_tool_undo (self);
  gtk_window_close (GTK_WINDOW (window));
  spz_app_settle ();
  g_assert_null (find_window (SPZ_TYPE_ARCHIVE_WINDOW));
}

/* Found from the window's search, opened in the archive */
static void
test_found (SpzAppFixture *self,
            gconstpointer  data)
{
  gint64 id = deliver (self, add_briefing (self), NULL);
  g_autoptr (GPtrArray) hits = spz_search (self->programme, "ausschreibung lauft", 60);
  const SpzSearchHit *hit = g_ptr_array_index (hits, hits->len - 1);
  SpzArchiveWindow *window;

  g_assert_true (SPZ_IS_DELIVERY_LINE (hit->record));
  g_assert_true (spz_window_go_to (self->window, hit->record));
  spz_app_settle ();
  window = find_window (SPZ_TYPE_ARCHIVE_WINDOW);
  g_assert_cmpint (spz_record_get_id (SPZ_RECORD (spz_archive_window_get_delivery (window))), ==, id);
  gtk_window_close (GTK_WINDOW (window));
  spz_app_settle ();
  g_assert_null (find_window (SPZ_TYPE_ARCHIVE_WINDOW));
}

static gboolean
is_written (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Exported by hand after a point was changed: the file that was kept */
static void
test_exported (SpzAppFixture *self,
               gconstpointer  data)
{
  SpzBriefing *briefing = add_briefing (self);
  SpzDelivery *delivery = spz_programme_lookup (self->programme, SPZ_TYPE_DELIVERY, deliver (self, briefing, NULL));
  g_autofree char *folder = g_path_get_dirname (spz_programme_get_path (self->programme));
  g_autofree char *path = g_build_filename (folder, "spoken.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;
  SpzPage *page;

  spz_programme_set (self->programme, spz_tool_record (self, SPZ_TYPE_POINT, 0), &error, "title", "Danach", NULL);
  g_assert_no_error (error);
  page = spz_tool_show (self, "briefings");
  g_assert_true (spz_page_reveal (page, SPZ_RECORD (briefing)));
  spz_app_settle ();

  spz_tool_xdo ("key ctrl+e");
  g_assert_true (spz_app_wait (is_choosing, NULL));
  spz_tool_xdo ("key ctrl+a");
  spz_tool_xdo ("type --delay 20 %s", path);
  spz_tool_xdo ("key Return");
  g_assert_true (spz_app_wait (is_written, path));

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (contents, length, g_bytes_get_data (delivery->pdf, NULL), g_bytes_get_size (delivery->pdf));
  g_unlink (path);
}

/* It goes with its window. */
static void
test_left_open (SpzAppFixture *self,
                gconstpointer  data)
{
  g_assert_nonnull (open_archive (self));
}

static void
test_marks (void)
{
  static const struct
  {
    const char *text;
    const char *query;
    const char *marked;
  } cases[] = {
    { "Maßnahmen & Büro", "massnahmen buro", "<b>Maßnahmen</b> &amp; <b>Büro</b>" },
    { "eins zwei", "drei", "eins zwei" },
    { "aaa", "aa", "<b>aaa</b>" },
    { "a < b", "", "a &lt; b" },
    { "Straße", "ss", "Stra<b>ß</b>e" },
    { "", "x", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marked = spz_archive_mark (cases[i].text, cases[i].query);

      g_assert_cmpstr (marked, ==, cases[i].marked);
    }
}

int
main (int   argc,
      char *argv[])
{
  spz_app_test_init (&argc, &argv);

  spz_app_test ("/delivery/deliver", test_deliver);
  spz_app_test ("/delivery/cancel", test_cancel);
  spz_app_test ("/delivery/review", test_review);
  spz_app_test ("/delivery/supersede", test_supersede);
  spz_app_test ("/delivery/state", test_state);
  spz_app_test ("/delivery/archive", test_archive);
  spz_app_test ("/delivery/found", test_found);
  spz_app_test ("/delivery/exported", test_exported);
  spz_app_test ("/delivery/left-open", test_left_open);
  g_test_add_func ("/delivery/marks", test_marks);

  return g_test_run ();
}
