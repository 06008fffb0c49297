/* bench-startup.c: how long the window takes to come up
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-application.h"
#include "spz-example.h"
#include "spz-window.h"

#include <glib/gstdio.h>
#include <stdlib.h>

/* Starts an AdwApplicationWindow with nothing but a status page ("empty": it
 * loads the toolkit, its style and a font) and the application on the example by
 * turns, and compares the times from the process's start to the first frame
 * that shows what is to be seen. */

#define N_RUNS 9
#define AIM 1.5

typedef struct
{
  gint64     started;
  GtkWidget *window;
} Clock;

static void
painted_cb (GdkFrameClock *frame_clock,
            Clock         *clock)
{
  /* The application's window first shows that it is reading. */
  if (SPZ_IS_WINDOW (clock->window) && spz_window_get_programme (SPZ_WINDOW (clock->window)) == NULL)
    return;

  g_print ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time () - clock->started);
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

static double
measure (const char *self,
         const char *file)
{
  g_autofree char *started = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  const char *argv[] = { self, started, file, NULL };
  g_autofree char *output = NULL;
  g_autoptr(GError) error = NULL;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL,
                     &output, NULL, NULL, &error))
    g_error ("%s", error->message);

  return g_ascii_strtod (output, NULL) / 1000.0;
}

/* Whatever else the machine does only adds to a run: the shortest tells most. */
static double
shortest (const double *values)
{
  double least = values[0];

  for (int i = 1; i < N_RUNS; i++)
    least = MIN (least, values[i]);

  return least;
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *directory = NULL;
  g_autofree char *path = NULL;
  g_autoptr(SpzProgramme) programme = NULL;
  g_autoptr(GError) error = NULL;
  double empty[N_RUNS], full[N_RUNS], ratio;

  if (argc > 1)
    {
          Clock clock = { g_ascii_strtoll (argv[1], NULL, 10), NULL };

      return run_child (&clock, argc > 2 ? argv[2] : NULL);
    }

  directory = g_dir_make_tmp ("spz-bench-XXXXXX", &error);
  path = g_build_filename (directory, "example.db", NULL);
  programme = spz_example_create (path, &error);
  if (programme == NULL)
    g_error ("%s", error->message);
  g_clear_object (&programme);

  /* Once before, to have everything in memory */
  measure (argv[0], NULL);
  measure (argv[0], path);
  for (int i = 0; i < N_RUNS; i++)
    {
      empty[i] = measure (argv[0], NULL);
      full[i] = measure (argv[0], path);
    }

  ratio = shortest (full) / shortest (empty);
  g_print ("startup: first frame of an empty window %.0f ms, of the example %.0f ms, ratio %.2f (aim: up to %.1f)\n",
           shortest (empty), shortest (full), ratio, AIM);

  g_unlink (path);
  g_rmdir (directory);

  return EXIT_SUCCESS;
}
