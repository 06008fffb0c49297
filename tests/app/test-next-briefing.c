/* test-next-briefing.c: from the example to the next briefing, spoken, by keyboard alone
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * What happened in the meantime is what a later report tells: 867 of about
 * 1,700 staff can work from home, 143 further applications are checked, there
 * is a new CDO, and the tender for the DMS was published. An office that knows
 * its tool has the briefing ready in a few minutes, and never needs a pointer;
 * nor is there one here: xdotool presses keys. What came of it is read from
 * the file by another connection.
 */

#include "config.h"

#include <glib/gstdio.h>

#include "spz-application.h"
#include "spz-briefings.h"
#include "spz-deliver-window.h"
#include "spz-deliveries.h"
#include "spz-example.h"
#include "spz-fields-page.h"
#include "spz-figure-card.h"
#include "spz-figure-editor.h"
#include "spz-figure-value-row.h"
#include "spz-lectern.h"
#include "spz-next-window.h"
#include "spz-page-tools.h"
#include "spz-point-changes.h"

#define MEETING_DAY "23.8.21"
#define SOURCE "Meldung FB 11"
#define SPEAKER "Anna Beispiel"

#define CDO "Neue CDO ist seit dem 1. Juli 2021 Anna Beispiel."
#define MORE "143 weitere Anliegen auf Home-Office werden bearbeitet."
#define TENDER "Die Ausschreibung des DMS ist seit Juli bekannt gemacht."

static const char *const changed[] = {
  "Insgesamt arbeiten heute **867** von rund 1.700 Mitarbeitenden im Home-Office.",
  MORE,
  NULL
};

typedef struct
{
  SpzAppFixture   app;
  SpzApplication *application; /* of which the window's shortcuts are */
  guint           n_keys;
} Office;

static void
set_up (Office        *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  self->app.directory = g_dir_make_tmp ("spz-app-XXXXXX", &error);
  g_assert_no_error (error);
  self->app.path = g_build_filename (self->app.directory, "programme.db", NULL);
  self->app.programme = spz_example_create (self->app.path, &error);
  g_assert_no_error (error);

  self->application = spz_application_new ("io.github.sprechzettel.Test");
  g_assert_true (g_application_register (G_APPLICATION (self->application), NULL, &error));
  self->app.window = g_object_ref_sink (spz_window_new (self->application));
  gtk_window_set_default_size (GTK_WINDOW (self->app.window), 1024, 600);
  spz_window_set_programme (self->app.window, self->app.programme);
  gtk_window_present (GTK_WINDOW (self->app.window));
  spz_app_settle ();
}

static void
tear_down (Office        *self,
           gconstpointer  data)
{
  spz_app_fixture_tear_down (&self->app, data);
  g_object_unref (self->application);
}

/* Keys, such as "ctrl+f" or "Down Return" */
static void
press (Office     *self,
       const char *keys)
{
  g_auto (GStrv) each = g_strsplit (keys, " ", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      spz_tool_xdo ("key %s", each[i]);
      self->n_keys++;
    }
}

static void
type (Office     *self,
      const char *text)
{
  g_autofree char *quoted = g_shell_quote (text);

  spz_tool_xdo ("type --delay 8 %s", quoted);
  self->n_keys += (guint) g_utf8_strlen (text, -1);
}

static gboolean
is_there (gpointer data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, GPOINTER_TO_SIZE (data)) && gtk_window_is_active (l->data))
      return TRUE;

  return FALSE;
}

static gboolean
is_back (gpointer data)
{
  return gtk_window_is_active (data);
}

static void
assert_opened (GType type)
{
  g_assert_true (spz_app_wait (is_there, GSIZE_TO_POINTER (type)));
  spz_app_settle ();
}

typedef struct
{
  Office *office;
  GType   type;
} Place;

static gboolean
is_in (gpointer data)
{
  const Place *place = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (place->office->app.window));

  return focus != NULL && gtk_widget_get_ancestor (focus, place->type) != NULL;
}

/* The keyboard is in something of that type */
static void
assert_in (Office *self,
           GType   type)
{
  Place place = { self, type };

  g_assert_true (spz_app_wait (is_in, &place));
  spz_app_settle ();
}

static void
assert_back (Office *self)
{
  g_assert_true (spz_app_wait (is_back, self->app.window));
  spz_app_settle ();
}

/* Finds it, wherever in the programme it is, and puts the keyboard there */
static void
go_to (Office     *self,
       const char *words,
       const char *down)
{
  press (self, "ctrl+f");
  if (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (self->app.window)), SPZ_TYPE_PAGE) != NULL)
    press (self, "ctrl+f");
  press (self, "ctrl+a");
  type (self, words);
  press (self, down);
  press (self, "Return");
}

/* A further value of a figure: of today, with its source */
static void
enter_value (Office     *self,
             const char *figure,
             const char *down,
             const char *value)
{
  go_to (self, figure, down);
  assert_in (self, SPZ_TYPE_FIELDS_PAGE);
  press (self, "Tab Return");
  assert_in (self, SPZ_TYPE_FIGURE_EDITOR);
  press (self, "Tab Tab Return");
  assert_in (self, SPZ_TYPE_FIGURE_VALUE_ROW);
  type (self, value);
  press (self, "Tab");
  type (self, SOURCE);
  press (self, "Tab Escape");
  assert_in (self, SPZ_TYPE_FIGURE_CARD);
}

static void
deliver (Office *self)
{
  press (self, "alt+6 ctrl+d");
  assert_opened (SPZ_TYPE_DELIVER_WINDOW);
  press (self, "Return");
  assert_back (self);
}

static void
work (Office *self)
{
  /* What was spoken in February is what the next one begins from */
  deliver (self);
  g_setenv ("SPZ_TODAY", "2021-08-20", TRUE);
  press (self, "Return");
  assert_opened (SPZ_TYPE_NEXT_WINDOW);
  type (self, MEETING_DAY);
  press (self, "Return");
  assert_back (self);

  enter_value (self, "Zweite Tranche", "Down", "346");
  enter_value (self, "fähige Mitarbeitende", "Down", "867");
  enter_value (self, "Home-Office-Anträge in", "Down Down", "143");

  /* In the outlines */
  go_to (self, "Insgesamt sind derzeit", "Down");
  press (self, "ctrl+a");
  type (self, "Insgesamt arbeiten heute ");
  press (self, "ctrl+b");
  type (self, "867");
  press (self, "ctrl+b");
  type (self, " von rund 1.700 Mitarbeitenden im Home-Office.");
  go_to (self, "rund weitere 108", "Down");
  press (self, "ctrl+a");
  type (self, MORE);
  go_to (self, "Um die politische", "Down");
  press (self, "ctrl+End Return");
  type (self, TENDER);

  /* A new CDO, who speaks: in the briefing's own points and in its head */
  press (self, "alt+6 Down Return Tab ctrl+End Return");
  type (self, CDO);
  press (self, "Escape alt+6");
  press (self, "shift+Tab shift+Tab shift+Tab shift+Tab shift+Tab shift+Tab ctrl+a");
  type (self, SPEAKER);
  press (self, "Return");
}

static SpzPoint *
find_point (SpzProgramme *programme,
            const char   *title)
{
  SpzRecordList *points = spz_programme_get_list (programme, SPZ_TYPE_POINT);

  for (guint i = 0; i < spz_record_list_get_size (points); i++)
    {
      SpzPoint *point = spz_record_list_get (points, i);

      if (g_str_equal (point->title, title))
        return point;
    }

  g_error ("There is no point “%s”", title);
}

static void
review_and_speak (Office *self)
{
  press (self, "alt+6");
  deliver (self);
  press (self, "F5");
  assert_opened (SPZ_TYPE_LECTERN);
  press (self, "Page_Down Page_Down Page_Up Escape");
  assert_back (self);
}

/* What another connection reads */
static void
assert_briefing (Office *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpzProgramme) programme = spz_programme_open (self->app.path, SPZ_STORE_READ_ONLY, &error);
  g_autoptr (SpzPointChanges) changes = NULL;
  SpzRecordList *briefings, *deliveries, *values, *lines;
  SpzBriefing *briefing;
  SpzMeeting *meeting;
  SpzDelivery *delivery;
  SpzPoint *tender;
  guint n_values = 0;
  guint n_lines = 0;

  g_assert_no_error (error);
  briefings = spz_programme_get_list (programme, SPZ_TYPE_BRIEFING);
  g_assert_cmpuint (spz_record_list_get_size (briefings), ==, 2);
  briefing = spz_programme_get_latest_briefing (programme);
  meeting = spz_briefing_get_meeting (programme, briefing);
  g_assert_cmpint (meeting->date, ==, spz_date_new (2021, 8, 23));
  g_assert_cmpint (briefing->agenda_item, !=, 0);
  g_assert_cmpint (briefing->predecessor, !=, 0);

  /* The points, and how they stand to February's */
  changes = spz_point_changes_new (programme, briefing);
  tender = find_point (programme, TENDER);
  g_assert_cmpint (spz_point_changes_lookup (changes, spz_record_get_id (SPZ_RECORD (tender)))->mark, ==, SPZ_POINT_NEW);
  for (guint i = 0; i < g_strv_length ((char **) changed); i++)
    {
      SpzPoint *point = find_point (programme, changed[i]);
      const SpzPointChange *change = spz_point_changes_lookup (changes, spz_record_get_id (SPZ_RECORD (point)));

      g_assert_cmpint (change->mark, ==, SPZ_POINT_CHANGED);
      g_assert_nonnull (change->before);
    }
  g_assert_cmpuint (spz_point_changes_count (changes, SPZ_POINT_NEW), ==, 2);
  g_assert_cmpuint (spz_point_changes_count (changes, SPZ_POINT_CHANGED), ==, g_strv_length ((char **) changed));
  g_assert_cmpuint (spz_point_changes_count (changes, SPZ_POINT_DROPPED), ==, 0);
  g_assert_cmpuint (spz_point_changes_count (changes, SPZ_POINT_UNCHANGED), >, 30);

  /* The figures, of their day and with their source */
  values = spz_programme_get_list (programme, SPZ_TYPE_FIGURE_VALUE);
  for (guint i = 0; i < spz_record_list_get_size (values); i++)
    {
      SpzFigureValue *value = spz_record_list_get (values, i);

      if (!g_str_equal (value->source, SOURCE))
        continue;
      n_values++;
      g_assert_cmpint (value->date, ==, spz_date_new (2021, 8, 20));
      g_assert_true (value->value == 346 || value->value == 867 || value->value == 143);
    }
  g_assert_cmpuint (n_values, ==, 3);

  /* What was delivered holds all of it */
  deliveries = spz_programme_get_list (programme, SPZ_TYPE_DELIVERY);
  g_assert_cmpuint (spz_record_list_get_size (deliveries), ==, 2);
  delivery = spz_briefing_get_delivery (programme, briefing);
  g_assert_nonnull (delivery);
  g_assert_cmpint (delivery->audience, ==, SPZ_AUDIENCE_PUBLIC);
  g_assert_cmpint (spz_delivery_get_date (delivery), ==, meeting->date);
  g_assert_cmpstr (delivery->speaker, ==, SPEAKER);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (delivery->pdf, NULL), "%PDF-"));
  lines = spz_programme_get_children (programme, SPZ_TYPE_DELIVERY_LINE, "delivery",
                                      spz_record_get_id (SPZ_RECORD (delivery)));
  for (guint i = 0; i < spz_record_list_get_size (lines); i++)
    {
      SpzDeliveryLine *line = spz_record_list_get (lines, i);

      n_lines += g_str_equal (line->title, TENDER) || g_strv_contains (changed, line->title) ||
                 g_str_equal (line->title, CDO);
    }
  g_assert_cmpuint (n_lines, ==, g_strv_length ((char **) changed) + 2);
}

static void
test_next_briefing (Office        *self,
                    gconstpointer  data)
{
  gint64 started = g_get_monotonic_time ();

  work (self);
  review_and_speak (self);
  assert_briefing (self);

  g_test_message ("%u key strokes, %.0f s with all the waiting in between",
                  self->n_keys, (g_get_monotonic_time () - started) / (double) G_USEC_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("SPZ_TODAY", "2021-02-09", TRUE);
  spz_app_test_init (&argc, &argv);

  g_test_add ("/app/next-briefing", Office, NULL, set_up, test_next_briefing, tear_down);

  return g_test_run ();
}
