/* bench-outline.c: typing in a long outline
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Types into the middle of an outline of 500 points, on the page of the
 * action fields, and measures from the key's arrival in the window to the end
 * of the frame that shows what was typed. The keys are real ones: xdotool
 * sends them through the X server. Between the two stand the change in the
 * file, with all its synchronising, and whatever follows it in the window.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "bench-tools.h"
#include "spz-app-fixture.h"
#include "spz-outline.h"
#include "spz-outline-view.h"
#include "spz-page-tools.h"

#define N_POINTS 500u
#define N_KEYS   400u
#define AIM      16.0

static const char typed[] = "und die Vorbereitung der E-Akte folgt im zweiten Halbjahr ";

typedef struct
{
  gint64  pressed;
  double  pressed_cpu;  /* what the main thread had worked, in milliseconds */

  /* Owned */
  GArray *times;        /* double, in milliseconds */
  GArray *cpu_times;
} Bench;

static gboolean
key_pressed_cb (Bench *bench)
{
  /* Where several keys share a frame, the first has waited longest */
  if (bench->pressed == 0)
    {
      bench->pressed = g_get_monotonic_time ();
      bench->pressed_cpu = bench_get_cpu_ms ();
    }

  return GDK_EVENT_PROPAGATE;
}

static void
painted_cb (GdkFrameClock *clock,
            Bench         *bench)
{
  double cpu_time, time;

  if (bench->pressed == 0)
    return;

  cpu_time = bench_get_cpu_ms () - bench->pressed_cpu;
  time = (g_get_monotonic_time () - bench->pressed) / 1000.0;
  g_array_append_val (bench->cpu_times, cpu_time);
  g_array_append_val (bench->times, time);
  bench->pressed = 0;
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
      g_autofree char *text =
        g_strdup_printf ("Punkt %u: Die **Ausschreibung** des Dokumentenmanagementsystems läuft seit dem "
                         "%u. Februar, der *Zuschlag* wird im Sommer erwartet.", i + 1, i % 28 + 1);

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

static void
typed_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
type (void)
{
  g_autoptr (GSubprocess) xdotool = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean over = FALSE;

  while (text->len < N_KEYS)
    g_string_append (text, typed);
  g_string_truncate (text, N_KEYS);

  xdotool = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "xdotool", "type", "--delay", "40", text->str, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_async (xdotool, NULL, typed_cb, &over);

  while (!over)
    g_main_context_iteration (NULL, TRUE);
  spz_app_settle ();
}

int
main (int   argc,
      char *argv[])
{
  SpzAppFixture fixture = { NULL };
  Bench bench = {
    .times = g_array_new (FALSE, FALSE, sizeof (double)),
    .cpu_times = g_array_new (FALSE, FALSE, sizeof (double)),
  };
  GtkEventController *keys = gtk_event_controller_key_new ();
  SpzPage *page;
  gint64 started, id;

  spz_app_test_init (&argc, &argv);
  spz_app_fixture_set_up (&fixture, NULL);
  id = fill (fixture.programme, spz_tool_record (&fixture, SPZ_TYPE_ACTION_FIELD, 0));

  /* A blinking caret has frames of its own, sixty a second, and a key would
   * wait for the next of them */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);

  started = g_get_monotonic_time ();
  page = spz_tool_show (&fixture, "fields");
  g_print ("outline: %u points shown after %.0f ms\n", N_POINTS, (g_get_monotonic_time () - started) / 1000.0);

  spz_outline_view_focus_point (spz_tool_find (page, SPZ_TYPE_OUTLINE_VIEW, 0), id, -1);
  spz_app_settle ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), &bench);
  gtk_widget_add_controller (GTK_WIDGET (fixture.window), keys);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (fixture.window)), "after-paint",
                    G_CALLBACK (painted_cb), &bench);
  type ();

  if (bench.times->len == 0)
    g_error ("No key arrived");

  g_print ("outline: key to painted frame among %u points, %u keys: median %.1f ms, p99 %.1f ms (aim: under %.0f)\n",
           N_POINTS, bench.times->len, bench_get_quantile (bench.times, 0.5),
           bench_get_quantile (bench.times, 0.99), AIM);
  g_print ("outline: of that, work of the main thread: median %.1f ms, p99 %.1f ms\n",
           bench_get_quantile (bench.cpu_times, 0.5), bench_get_quantile (bench.cpu_times, 0.99));
  g_array_unref (bench.times);
  g_array_unref (bench.cpu_times);

  spz_app_settle ();
  spz_app_fixture_tear_down (&fixture, NULL);

  return EXIT_SUCCESS;
}
