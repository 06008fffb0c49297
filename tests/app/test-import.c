/* test-import.c: files that are dropped and copied
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "spz-app-fixture.h"
#include "spz-briefings.h"
#include "spz-composer.h"
#include "spz-docx.h"
#include "spz-import-apply.h"
#include "spz-import-window.h"

/* The first label that has some text */
static GtkWidget *
find_label (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWindow *
find_import_window (void)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (SPZ_IS_IMPORT_WINDOW (l->data))
      return l->data;

  return NULL;
}

static gboolean
shows_text (gpointer data)
{
  GtkWindow *window = find_import_window ();

  return window != NULL && find_label (GTK_WIDGET (window), data) != NULL;
}

static gboolean
is_closed (gpointer data)
{
  return find_import_window () == NULL;
}

/* What a file manager that lets go of files over the window does */
static void
drop (SpzAppFixture *self,
      const char    *path)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->window));
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_auto(GValue) value = G_VALUE_INIT;
  gboolean handled = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &handled);
    }
  g_assert_true (handled);
}

static char *
save_docx (SpzAppFixture *self)
{
  g_autofree char *source = g_build_filename (g_getenv ("SPZ_SOURCE_ROOT"), "data", "example",
                                              "sprechzettel-2021-02-08.md", NULL);
  g_autoptr(SpzImport) import = spz_import_read_file (source, SPZ_IMPORT_ANY, NULL);
  g_autofree char *summary = spz_import_apply (self->programme, import, NULL);
  g_autoptr(SpzDocument) document = spz_compose_briefing (self->programme,
                                                          spz_programme_get_latest_briefing (self->programme),
                                                          SPZ_AUDIENCE_INTERNAL, SPZ_COMPOSE_DEFAULT);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = spz_docx_render (document, &error);
  char *path = g_build_filename (self->directory, "Sprechzettel.docx", NULL);

  g_assert_nonnull (summary);
  g_assert_no_error (error);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);

  return path;
}

/* A paper of the programme's own that comes back as it went says so before
 * anything is done; Escape leaves it at that. */
static void
test_drop_document (SpzAppFixture *self,
                    gconstpointer  data)
{
  g_autofree char *path = save_docx (self);
  g_autofree char *label = g_strdup (spz_programme_get_undo_label (self->programme));

  drop (self, path);
  g_assert_true (spz_app_wait (shows_text, (gpointer) "Nothing new"));
  gtk_window_close (find_import_window ());
  g_assert_true (spz_app_wait (is_closed, NULL));
  g_unlink (path);
  g_assert_cmpstr (spz_programme_get_undo_label (self->programme), ==, label);
}

/* A wrong file is called what it is, and can't be imported. */
static void
test_drop_wrong (SpzAppFixture *self,
                 gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->directory, "Alt.docx", NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....", 12, &error);
  g_assert_no_error (error);
  drop (self, path);
  g_assert_true (spz_app_wait (shows_text, (gpointer) "save it as DOCX"));
  gtk_window_close (find_import_window ());
  g_assert_true (spz_app_wait (is_closed, NULL));
  g_unlink (path);
}

/* A file that was copied in a file manager is imported, not its name. */
static void
test_paste_document (SpzAppFixture *self,
                     gconstpointer  data)
{
  g_autofree char *path = save_docx (self);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));
  gdk_clipboard_set_value (gtk_widget_get_clipboard (GTK_WIDGET (self->window)), &value);
  spz_app_action (self, "import-clipboard");
  g_assert_true (spz_app_wait (shows_text, (gpointer) "Nothing new"));
  gtk_window_close (find_import_window ());
  g_assert_true (spz_app_wait (is_closed, NULL));
  g_unlink (path);
}

int
main (int   argc,
      char *argv[])
{
  spz_app_test_init (&argc, &argv);

  spz_app_test ("/import/drop-document", test_drop_document);
  spz_app_test ("/import/drop-wrong", test_drop_wrong);
  spz_app_test ("/import/paste-document", test_paste_document);

  return g_test_run ();
}
