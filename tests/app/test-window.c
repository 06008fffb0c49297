/* test-window.c: the window
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-app-fixture.h"

#include "spz-window-private.h"

#include <glib/gstdio.h>

static const char *const page_names[] = {
  "overview", "timeline", "fields", "organisation", "meetings", "briefings",
};

static SpzRecord *
first_of (SpzAppFixture *self,
          GType          type)
{
  return spz_record_list_get (spz_programme_get_list (self->programme, type), 0);
}

static void
set_title (SpzAppFixture *self,
           const char    *title)
{
  g_autoptr(GError) error = NULL;

  spz_programme_set (self->programme, spz_programme_get_info (self->programme), &error,
                     "title", title,
                     NULL);
  g_assert_no_error (error);
  spz_app_settle ();
}

static void
assert_title (SpzAppFixture *self,
              const char    *title)
{
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, title);
}

static void
test_pages (SpzAppFixture *self,
            gconstpointer  data)
{
  /* Every template comes up with data, and lets go of it. */
  for (guint i = 0; i < G_N_ELEMENTS (page_names); i++)
    {
      g_assert_true (spz_window_has_page (page_names[i]));
      spz_window_show_page (self->window, page_names[i]);
      spz_app_settle ();
    }

  g_assert_false (spz_window_has_page ("nowhere"));
  g_assert_false (spz_window_has_page (NULL));
}

static void
test_narrow (SpzAppFixture *self,
             gconstpointer  data)
{
  gtk_window_set_default_size (GTK_WINDOW (self->window), 360, 640);
  spz_app_settle ();

  for (guint i = 0; i < G_N_ELEMENTS (page_names); i++)
    {
      spz_window_show_page (self->window, page_names[i]);
      spz_app_settle ();
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self->window)), <=, 400);
    }

  /* There is a way back to the sidebar. */
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "page",
                                  g_variant_new_string ("fields"));
  g_assert_true (spz_app_action (self, "back"));
}

static void
test_undo (SpzAppFixture *self,
           gconstpointer  data)
{
  assert_title (self, "Programm E-Government");
  set_title (self, "Digitale Stadt");
  assert_title (self, "Digitale Stadt");

  g_assert_true (spz_app_action (self, "undo"));
  assert_title (self, "Programm E-Government");
  g_assert_true (spz_app_action (self, "redo"));
  assert_title (self, "Digitale Stadt");

  /* Nothing is left to redo. */
  g_assert_false (spz_app_action (self, "redo"));
}

static void
test_no_programme (SpzAppFixture *self,
                   gconstpointer  data)
{
  const char *const names[] = {
    "undo", "redo", "add", "search", "save-copy", "import", "export-plan", "print", "history",
    "properties", "reference-date",
  };

  spz_window_set_programme (self->window, NULL);
  spz_app_settle ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), names[i]));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), "open"));
}

static void
test_go_to (SpzAppFixture *self,
            gconstpointer  data)
{
  const struct
  {
    GType       type;
    const char *page;
  } places[] = {
    { SPZ_TYPE_ROLE, "Project Organisation" },
    { SPZ_TYPE_TASK, "Project Organisation" },
    { SPZ_TYPE_ACTION_FIELD, "Action Fields" },
    { SPZ_TYPE_POINT, "Action Fields" },
    { SPZ_TYPE_FIGURE, "Action Fields" },
    { SPZ_TYPE_MEASURE, "Timeline" },
    { SPZ_TYPE_PHASE, "Timeline" },
    { SPZ_TYPE_MILESTONE, "Timeline" },
    { SPZ_TYPE_MEETING, "Meetings" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *title = NULL;

      g_test_message ("%s", g_type_name (places[i].type));
      g_assert_true (spz_window_go_to (self->window, first_of (self, places[i].type)));
      spz_app_settle ();
      g_object_get (spz_window_get_current_page (self->window), "title", &title, NULL);
      g_assert_cmpstr (title, ==, places[i].page);
    }
}

static void
test_dialogs (SpzAppFixture *self,
              gconstpointer  data)
{
  const char *const names[] = { "history", "properties" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
      guint before = g_list_model_get_n_items (windows);

      g_assert_true (spz_app_action (self, names[i]));
      g_assert_cmpuint (g_list_model_get_n_items (windows), ==, before + 1);

      for (guint k = 0; k < g_list_model_get_n_items (windows); k++)
        {
          g_autoptr(GtkWindow) window = g_list_model_get_item (windows, k);

          if (window != GTK_WINDOW (self->window))
            gtk_window_close (window);
        }
      spz_app_settle ();
      g_assert_cmpuint (g_list_model_get_n_items (windows), ==, before);
    }

  /* Looking at the properties changes nothing. */
  g_assert_cmpstr (spz_programme_get_undo_label (self->programme), ==, "Sample");
}

static void
test_add (SpzAppFixture *self,
          gconstpointer  data)
{
  SpzRecordList *fields = spz_programme_get_list (self->programme, SPZ_TYPE_ACTION_FIELD);
  guint before = spz_record_list_get_size (fields);

  spz_window_show_page (self->window, "fields");
  g_assert_true (spz_app_action (self, "add"));
  g_assert_cmpuint (spz_record_list_get_size (fields), ==, before + 1);
  g_assert_true (spz_app_action (self, "undo"));
  g_assert_cmpuint (spz_record_list_get_size (fields), ==, before);
}

static gboolean
has_programme (gpointer data)
{
  return spz_window_get_programme (data) != NULL;
}

static void
test_load (SpzAppFixture *self,
           gconstpointer  data)
{
  SpzWindow *window = spz_window_new (NULL);
  g_autoptr(GFile) file = g_file_new_for_path (self->path);

  spz_window_show_page (window, "meetings");
  spz_window_load (window, file, SPZ_STORE_READ_ONLY);
  g_assert_true (spz_app_wait (has_programme, window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Programm E-Government");

  /* What must not be written can't be changed. */
  g_assert_true (spz_programme_get_read_only (spz_window_get_programme (window)));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "import"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "add"));

  gtk_window_destroy (GTK_WINDOW (window));
  spz_app_settle ();
}

static gboolean
has_no_file_to_read (gpointer data)
{
  return !g_action_group_get_action_enabled (data, "cancel-loading");
}

static void
test_load_wrong (SpzAppFixture *self,
                 gconstpointer  data)
{
  SpzWindow *window = spz_window_new (NULL);
  g_autofree char *path = g_build_filename (self->directory, "wrong.db", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, "This is a letter, not a programme.", -1, &error);
  g_assert_no_error (error);

  gtk_window_present (GTK_WINDOW (window));
  spz_window_load (window, file, SPZ_STORE_OPEN);
  g_assert_true (spz_app_wait (has_no_file_to_read, window));
  g_assert_null (spz_window_get_programme (window));
  spz_app_settle ();

  gtk_window_destroy (GTK_WINDOW (window));
  spz_app_settle ();
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_cancel (SpzAppFixture *self,
             gconstpointer  data)
{
  SpzWindow *window = spz_window_new (NULL);
  g_autoptr(GFile) file = g_file_new_for_path (self->path);

  spz_window_load (window, file, SPZ_STORE_READ_ONLY);
  g_action_group_activate_action (G_ACTION_GROUP (window), "cancel-loading", NULL);
  spz_app_settle ();
  g_assert_null (spz_window_get_programme (window));

  gtk_window_destroy (GTK_WINDOW (window));
  spz_app_settle ();
}

static void
test_help (SpzAppFixture *self,
           gconstpointer  data)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (self->window);

  /* The action is there before the window with the shortcuts is, and after */
  for (guint i = 0; i < 2; i++)
    {
      GtkWindow *overlay;

      g_assert_true (spz_app_action (self, "show-help-overlay"));
      overlay = GTK_WINDOW (gtk_application_window_get_help_overlay (window));
      g_assert_true (GTK_IS_SHORTCUTS_WINDOW (overlay));
      g_assert_true (gtk_widget_get_visible (GTK_WIDGET (overlay)));
      gtk_window_close (overlay);
      spz_app_settle ();
    }
}

int
main (int   argc,
      char *argv[])
{
  spz_app_test_init (&argc, &argv);

  spz_app_test ("/window/pages", test_pages);
  spz_app_test ("/window/narrow", test_narrow);
  spz_app_test ("/window/undo", test_undo);
  spz_app_test ("/window/no-programme", test_no_programme);
  spz_app_test ("/window/go-to", test_go_to);
  spz_app_test ("/window/dialogs", test_dialogs);
  spz_app_test ("/window/add", test_add);
  spz_app_test ("/window/load", test_load);
  spz_app_test ("/window/load-wrong", test_load_wrong);
  spz_app_test ("/window/cancel", test_cancel);
  spz_app_test ("/window/help", test_help);

  return g_test_run ();
}
