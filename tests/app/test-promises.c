/* test-promises.c: linking a point with what it promises, in the window
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-app-fixture.h"
#include "spz-page-tools.h"
#include "spz-point-row.h"
#include "spz-promise-mark.h"
#include "spz-promise-row.h"
#include "spz-promise-window.h"
#include "spz-promises.h"

static gpointer
find_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (SPZ_IS_PROMISE_WINDOW (window))
        return window;
    }

  return NULL;
}

static gboolean
is_open (gpointer data)
{
  GtkWindow *window = find_window ();

  return window != NULL && gtk_window_is_active (window);
}

static gboolean
is_closed (gpointer data)
{
  return find_window () == NULL;
}

static void
set (SpzAppFixture *self,
     gpointer       record,
     const char    *property,
     const char    *text)
{
  g_autoptr (GError) error = NULL;

  spz_programme_set (self->programme, record, &error, property, text, NULL);
  g_assert_no_error (error);
  spz_app_settle ();
}

static SpzPointRow *
open_window (SpzAppFixture *self)
{
  SpzPage *page = spz_tool_show (self, "fields");
  SpzPointRow *row;

  g_assert_true (spz_page_reveal (page, spz_tool_record (self, SPZ_TYPE_POINT, 0)));
  spz_app_settle ();
  row = spz_tool_find (page, SPZ_TYPE_POINT_ROW, 0);
  spz_tool_do (row, "point.promises");
  g_assert_true (spz_app_wait (is_open, NULL));
  spz_app_settle ();

  return row;
}

static SpzPromise *
get_promise (SpzAppFixture *self)
{
  g_assert_cmpuint (spz_record_list_get_size (spz_programme_get_list (self->programme, SPZ_TYPE_PROMISE)), ==, 1);

  return spz_tool_record (self, SPZ_TYPE_PROMISE, 0);
}

/* What the text says is one key away, and marked when the plan moves. */
static void
test_proposal (SpzAppFixture *self,
               gconstpointer  data)
{
  SpzPhase *phase = spz_tool_record (self, SPZ_TYPE_PHASE, 1);
  SpzPointRow *row;
  SpzPromise *promise;
  GtkWidget *mark;

  set (self, spz_tool_record (self, SPZ_TYPE_POINT, 0), "title", "Die Ausschreibung läuft bis Q2 2021.");
  row = open_window (self);
  mark = spz_tool_find (row, SPZ_TYPE_PROMISE_MARK, 0);
  g_assert_false (gtk_widget_get_visible (mark));

  /* The proposal has the focus */
  spz_tool_xdo ("key Return");
  promise = get_promise (self);
  g_assert_cmpint (promise->phase, ==, spz_record_get_id (SPZ_RECORD (phase)));
  g_assert_cmpint (promise->latest, ==, spz_date_new (2021, 6, 30));
  g_assert_cmpint (spz_promise_get_state (self->programme, promise), ==, SPZ_PROMISE_KEPT);
  g_assert_true (gtk_widget_get_visible (mark));
  g_assert_false (gtk_widget_has_css_class (spz_tool_find (mark, GTK_TYPE_BUTTON, 0), "warning"));

  spz_programme_set (self->programme, phase, NULL, "end", spz_date_new (2021, 9, 30), NULL);
  spz_app_settle ();
  g_assert_true (gtk_widget_has_css_class (spz_tool_find (mark, GTK_TYPE_BUTTON, 0), "warning"));

  spz_tool_xdo ("key Escape");
  g_assert_true (spz_app_wait (is_closed, NULL));
  spz_tool_undo (self);
  spz_tool_undo (self);
  g_assert_cmpuint (spz_record_list_get_size (spz_programme_get_list (self->programme, SPZ_TYPE_PROMISE)), ==, 0);
  g_assert_false (gtk_widget_get_visible (mark));
}

/* Searched, linked, corrected and removed, by keys */
static void
test_search (SpzAppFixture *self,
             gconstpointer  data)
{
  SpzMilestone *milestone = spz_tool_record (self, SPZ_TYPE_MILESTONE, 0);
  SpzPromiseRow *row;
  SpzPromise *promise;

  open_window (self);
  spz_tool_xdo ("type --delay 20 zuschlag");
  spz_tool_xdo ("key Return");
  promise = get_promise (self);
  g_assert_cmpint (promise->milestone, ==, spz_record_get_id (SPZ_RECORD (milestone)));
  g_assert_cmpint (promise->earliest, ==, milestone->date);

  /* The cursor is in what was said */
  spz_tool_xdo ("key ctrl+a");
  spz_tool_xdo ("type --delay 20 Q1/2021");
  spz_tool_xdo ("key Return");
  g_assert_cmpint (promise->earliest, ==, spz_date_new (2021, 1, 1));
  g_assert_cmpint (promise->latest, ==, spz_date_new (2021, 3, 31));
  g_assert_cmpint (spz_promise_get_state (self->programme, promise), ==, SPZ_PROMISE_CONTRADICTED);

  /* What is no period is refused, and stays to be corrected */
  spz_tool_xdo ("key ctrl+a");
  spz_tool_xdo ("type --delay 20 bald");
  spz_tool_xdo ("key Return");
  g_assert_cmpint (promise->latest, ==, spz_date_new (2021, 3, 31));

  row = spz_tool_find (find_window (), SPZ_TYPE_PROMISE_ROW, 0);
  for (guint i = 0; i < spz_tool_count (row, GTK_TYPE_BUTTON); i++)
    {
      GtkWidget *button = spz_tool_find (row, GTK_TYPE_BUTTON, i);

      if (g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (button)), "user-trash-symbolic") != 0)
        continue;
      g_signal_emit_by_name (button, "clicked");
      break;
    }
  spz_app_settle ();
  g_assert_cmpuint (spz_record_list_get_size (spz_programme_get_list (self->programme, SPZ_TYPE_PROMISE)), ==, 0);
  gtk_window_close (find_window ());
  g_assert_true (spz_app_wait (is_closed, NULL));
}

int
main (int   argc,
      char *argv[])
{
  spz_app_test_init (&argc, &argv);

  spz_app_test ("/promises/proposal", test_proposal);
  spz_app_test ("/promises/search", test_search);

  return g_test_run ();
}
