/* spz-app-fixture.c: a window on a programme, for a test
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-app-fixture.h"

#include "spz-sample.h"

#include <glib/gstdio.h>

#define TIMEOUT_US (30 * G_USEC_PER_SEC)

/**
 * spz_app_test_init:
 * @argc: the arguments' number
 * @argv: the arguments
 *
 * Makes a test ready to show windows. Our own warnings and everybody's
 * criticals end it; GTK 4.8 has warnings of its own that tell nothing.
 */
void
spz_app_test_init (int    *argc,
                   char ***argv)
{
  g_test_init (argc, argv, NULL);
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  g_log_set_fatal_mask (G_LOG_DOMAIN, G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  adw_init ();
}

/**
 * spz_app_fixture_set_up:
 * @self: a fixture
 * @data: unused
 *
 * Makes a file with the sample programme and a window that shows it.
 */
void
spz_app_fixture_set_up (SpzAppFixture *self,
                        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->directory = g_dir_make_tmp ("spz-app-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->directory, "programme.db", NULL);
  self->programme = spz_programme_open (self->path, SPZ_STORE_CREATE, &error);
  g_assert_no_error (error);
  spz_sample_fill (self->programme);

  self->window = g_object_ref_sink (spz_window_new (NULL));
  spz_window_set_programme (self->window, self->programme);
  gtk_window_present (GTK_WINDOW (self->window));
  spz_app_settle ();
}

/**
 * spz_app_fixture_tear_down:
 * @self: a fixture
 * @data: unused
 *
 * Destroys the window; nothing may hold the window or the programme then.
 */
void
spz_app_fixture_tear_down (SpzAppFixture *self,
                           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  spz_app_settle ();
  g_assert_finalize_object (self->window);
  g_assert_finalize_object (self->programme);

  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_cmpint (g_rmdir (self->directory), ==, 0);
  g_free (self->path);
  g_free (self->directory);
}

static gboolean
quit_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

/**
 * spz_app_settle:
 *
 * Lets all that is pending happen, frames included.
 */
void
spz_app_settle (void)
{
  gboolean over = FALSE;

  g_timeout_add_full (G_PRIORITY_LOW, 80, quit_cb, &over, NULL);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/**
 * spz_app_wait:
 * @condition: what to wait for
 * @data: its data
 *
 * Lets the main loop run until @condition holds.
 *
 * Returns: %FALSE if it didn't in half a minute
 */
gboolean
spz_app_wait (gboolean (*condition) (gpointer data),
              gpointer data)
{
  gint64 end = g_get_monotonic_time () + TIMEOUT_US;

  while (!condition (data))
    {
      if (g_get_monotonic_time () > end)
        return FALSE;
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (2000);
    }

  return TRUE;
}

/**
 * spz_app_action:
 * @self: a fixture
 * @name: an action of the window
 *
 * Activates an action, as a menu or a key would.
 *
 * Returns: %FALSE if it is disabled
 */
gboolean
spz_app_action (SpzAppFixture *self,
                const char    *name)
{
  if (!g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), name))
    return FALSE;

  g_action_group_activate_action (G_ACTION_GROUP (self->window), name, NULL);
  spz_app_settle ();

  return TRUE;
}
