/* bench-outline.c: typing in a long outline
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Types into the middle of an outline of 500 points, on the page of the
 * action fields. Between a key and its frame stand the change of the text, its
 * row's height, and what is painted anew. The same is typed into a text view
 * alone that holds as much: what it takes there is the toolkit's own.
 */

#include "config.h"

#include <stdlib.h>

#include "bench-typing.h"
#include "spz-app-fixture.h"
#include "spz-outline.h"
#include "spz-outline-view.h"
#include "spz-page-tools.h"

#define N_POINTS 500u
#define N_KEYS   300u
#define AIM      16.0

static char *
create_text (guint i)
{
  return g_strdup_printf ("Punkt %u: Die **Ausschreibung** des Dokumentenmanagementsystems läuft seit dem "
                          "%u. Februar, der *Zuschlag* wird im Sommer erwartet.", i + 1, i % 28 + 1);
}

static gint64
fill (SpzProgramme *programme,
      gpointer      field)
{
  g_autoptr (GError) error = NULL;
  gint64 parents[4] = { 0 };
  gint64 middle = 0;

  spz_programme_begin (programme, "Fill", &error);
  g_assert_no_error (error);

  for (guint i = 0; i < N_POINTS; i++)
    {
      guint level = i % 7 == 0 ? 1 : i % 7 < 4 ? 2 : 3;
      g_autofree char *text = create_text (i);

      parents[level] = spz_programme_add (programme, SPZ_TYPE_POINT, &error,
                                          "action-field", spz_record_get_id (field),
                                          "parent", level > 1 ? parents[level - 1] : (gint64) 0,
                                          "title", text,
                                          NULL);
      g_assert_no_error (error);
      if (i == N_POINTS / 2)
        middle = parents[level];
    }

  spz_programme_commit (programme, &error);
  g_assert_no_error (error);

  return middle;
}

/* By hand, as the aim is meant, and as fast as keys come at all */
static void
measure (GtkWidget  *window,
         const char *what)
{
  BenchTyping *typing = bench_typing_new (window);
  g_autofree char *by_hand = g_strconcat ("outline: ", what, " by hand", NULL);
  g_autofree char *held = g_strconcat ("outline: ", what, " as a held key repeats", NULL);

  bench_typing_run (typing, N_KEYS, BENCH_HAND);
  bench_typing_report (typing, by_hand, AIM);
  bench_typing_run (typing, N_KEYS, BENCH_REPEAT);
  bench_typing_report (typing, held, 0);
  bench_typing_free (typing);
}

static void
measure_text_view (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter middle;

  for (guint i = 0; i < N_POINTS; i++)
    {
      g_autofree char *text = create_text (i);

      gtk_text_buffer_insert_at_cursor (buffer, text, -1);
      gtk_text_buffer_insert_at_cursor (buffer, "\n", 1);
    }
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 750);
  gtk_window_present (GTK_WINDOW (window));
  spz_app_settle ();

  gtk_text_buffer_get_iter_at_line (buffer, &middle, N_POINTS / 2);
  gtk_text_buffer_place_cursor (buffer, &middle);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (view), gtk_text_buffer_get_insert (buffer), 0, TRUE, 0, 0.5);
  spz_app_settle ();

  measure (window, "a text view alone,");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  SpzAppFixture fixture = { NULL };
  SpzPage *page;
  gint64 started, id;

  spz_app_test_init (&argc, &argv);

  /* A blinking caret has frames of its own, sixty a second, and a key would
   * wait for the next of them */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  measure_text_view ();

  spz_app_fixture_set_up (&fixture, NULL);
  id = fill (fixture.programme, spz_tool_record (&fixture, SPZ_TYPE_ACTION_FIELD, 0));
  started = g_get_monotonic_time ();
  page = spz_tool_show (&fixture, "fields");
  g_print ("outline: %u points shown after %.0f ms\n", N_POINTS, (g_get_monotonic_time () - started) / 1000.0);

  spz_outline_view_focus_point (spz_tool_find (page, SPZ_TYPE_OUTLINE_VIEW, 0), id, -1);
  spz_app_settle ();
  measure (GTK_WIDGET (fixture.window), "500 points,");

  spz_app_settle ();
  spz_app_fixture_tear_down (&fixture, NULL);

  return EXIT_SUCCESS;
}
