/* bench-startup.c: how long the window takes to come up
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Starts an AdwApplicationWindow with nothing but a status page (it loads the
 * toolkit, its style and a font), the application on the example, and it on the
 * timelines of the example and of a long plan, by turns, and compares the times
 * from the process's start to the first frame that shows what is to be seen.
 */

#include "config.h"

#include "spz-application.h"
#include "spz-window.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "bench-tools.h"

#define N_RUNS 9

typedef struct
{
  gint64      started;
  const char *page;     /* to begin with, or NULL */
  GtkWidget  *window;
} Clock;

static void
painted_cb (GdkFrameClock *frame_clock,
            Clock         *clock)
{
  /* The application's window first shows that it is reading. */
  if (SPZ_IS_WINDOW (clock->window) && spz_window_get_programme (SPZ_WINDOW (clock->window)) == NULL)
    return;

  g_print ("%.3f\n%.3f\n", (double) (g_get_monotonic_time () - clock->started) / 1000.0, bench_get_peak_mib ());
  exit (EXIT_SUCCESS);
}

static void
mapped_cb (GtkWidget *widget,
           Clock     *clock)
{
  clock->window = widget;
  g_signal_connect (gtk_widget_get_frame_clock (widget), "after-paint",
                    G_CALLBACK (painted_cb), clock);
}

static void
window_added_cb (GtkApplication *app,
                 GtkWindow      *window,
                 Clock          *clock)
{
  g_signal_connect (window, "map", G_CALLBACK (mapped_cb), clock);
  if (clock->page != NULL)
    spz_window_show_page (SPZ_WINDOW (window), clock->page);
}

static void
empty_activate_cb (GtkApplication *app)
{
  GtkWidget *window = adw_application_window_new (app);
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (page), "Sprechzettel");
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gtk_window_present (GTK_WINDOW (window));
}

static int
run_child (Clock *clock,
           char  *file)
{
  char *argv[] = { (char *) "bench-startup", file, NULL };
  g_autoptr(GApplication) app = NULL;

  if (file != NULL)
    {
      app = G_APPLICATION (spz_application_new (NULL));
    }
  else
    {
      app = G_APPLICATION (adw_application_new (NULL, G_APPLICATION_DEFAULT_FLAGS));
      g_signal_connect (app, "activate", G_CALLBACK (empty_activate_cb), NULL);
    }

  g_signal_connect (app, "window-added", G_CALLBACK (window_added_cb), clock);

  return g_application_run (app, file != NULL ? 2 : 1, argv);
}

static const struct
{
  const char *mode;
  const char *page;
  gboolean    is_large;
} modes[] = {
  { "empty", NULL, FALSE },
  { "overview", "overview", FALSE },
  { "timeline", "timeline", FALSE },
  { "long timeline", "timeline", TRUE },
};

#define N_MODES G_N_ELEMENTS (modes)

typedef struct
{
  GArray *times;
  double  peak;
} Result;

static void
measure (const char *self,
         const char *small,
         const char *large,
         Result     *results)
{
  for (guint i = 0; i < N_MODES; i++)
    {
      const char *file = modes[i].page == NULL ? NULL : modes[i].is_large ? large : small;
      g_autoptr (GArray) values = bench_run_child (self, modes[i].mode, file);

      g_array_append_val (results[i].times, g_array_index (values, double, 0));
      results[i].peak = MAX (results[i].peak, g_array_index (values, double, 1));
    }
}

/* Whatever else the machine does only adds to a run: the shortest tells most. */
static void
report (Result *results)
{
  double times[N_MODES];

  for (guint i = 0; i < N_MODES; i++)
    times[i] = bench_get_quantile (results[i].times, 0);

  g_print ("startup, process to first frame, shortest of %d: empty window %.0f ms, the example %.0f ms\n",
           N_RUNS, times[0], times[1]);
  bench_report (times[1] / times[0], 1.5, "  ratio");
  g_print ("opening on the timeline, alike: the example %.0f ms, 20,000 phases %.0f ms\n", times[2], times[3]);
  bench_report (times[3] / times[2], 2.5, "  ratio");
  bench_report (results[3].peak, 250, "  peak memory with 20,000 phases, MiB");
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *directory = NULL;
  g_autofree char *small = NULL;
  g_autofree char *large = NULL;
  g_autoptr (GError) error = NULL;
  Result results[N_MODES];

  if (argc > 2)
    {
      Clock clock = { g_ascii_strtoll (argv[2], NULL, 10), NULL, NULL };

      for (guint i = 0; i < N_MODES; i++)
        if (g_str_equal (argv[1], modes[i].mode))
          clock.page = modes[i].page;

      return run_child (&clock, argc > 3 ? argv[3] : NULL);
    }

  directory = g_dir_make_tmp ("spz-bench-XXXXXX", &error);
  g_assert_no_error (error);
  small = bench_create_plan (directory, FALSE);
  large = bench_create_plan (directory, TRUE);

  for (guint i = 0; i < N_MODES; i++)
    results[i] = (Result) { g_array_new (FALSE, FALSE, sizeof (double)), 0 };

  /* Once before, to have everything in memory */
  measure (argv[0], small, large, results);
  for (guint i = 0; i < N_RUNS; i++)
    measure (argv[0], small, large, results);
  report (results);

  for (guint i = 0; i < N_MODES; i++)
    g_array_unref (results[i].times);
  g_unlink (small);
  g_unlink (large);
  g_rmdir (directory);

  return EXIT_SUCCESS;
}
