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

/* A plan of many tasks, as Microsoft Project saves it */
static char *
save_plan (SpzAppFixture *self,
           guint          n_tasks)
{
  g_autoptr(GString) text = g_string_new ("<Project xmlns=\"http://schemas.microsoft.com/project\"><Tasks>");
  char *path = g_build_filename (self->directory, "Plan.xml", NULL);
  g_autoptr(GError) error = NULL;

  for (guint i = 1; i <= n_tasks; i++)
    {
      gboolean is_measure = i % 20 == 1;

      g_string_append_printf (text, "<Task><UID>%u</UID><Name>Task %u</Name><OutlineLevel>%d</OutlineLevel>"
                              "<Start>2021-03-01T08:00:00</Start><Finish>2021-06-30T17:00:00</Finish>",
                              i, i, is_measure ? 1 : 2);
      if (!is_measure && i % 20 != 2)
        g_string_append_printf (text, "<PredecessorLink><PredecessorUID>%u</PredecessorUID><Type>1</Type></PredecessorLink>",
                                i - 1);
      g_string_append (text, "</Task>");
    }
  g_string_append (text, "</Tasks></Project>");
  g_file_set_contents (path, text->str, (gssize) text->len, &error);
  g_assert_no_error (error);

  return path;
}

/* How long the main loop takes at most from one turn to the next, and what the
 * progress bar tells meanwhile */
typedef struct
{
  guint  source;
  gint64 began;
  gint64 last;
  gint64 longest;
  double shown;
} Heart;

static GtkWidget *
find_progress (GtkWidget *widget)
{
  if (GTK_IS_PROGRESS_BAR (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_progress (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static double
get_progress (void)
{
  GtkWindow *window = find_import_window ();
  GtkWidget *bar = window != NULL ? find_progress (GTK_WIDGET (window)) : NULL;

  return bar != NULL && gtk_widget_get_mapped (bar) ? gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)) : 0;
}

static gboolean
beat_cb (gpointer data)
{
  Heart *heart = data;
  gint64 now = g_get_monotonic_time ();

  heart->longest = MAX (heart->longest, now - heart->last);
  heart->last = now;
  heart->shown = MAX (heart->shown, get_progress ());

  return G_SOURCE_CONTINUE;
}

static void
heart_start (Heart *self)
{
  *self = (Heart) { g_timeout_add_full (G_PRIORITY_HIGH, 1, beat_cb, self, NULL) };
  self->began = self->last = g_get_monotonic_time ();
}

/* Whatever the machine's speed, the loop never stood still for half of it */
static void
heart_stop (Heart *self)
{
  beat_cb (self);
  g_source_remove (self->source);
  g_test_message ("%g s, the loop stood still for %g s at most",
                  (double) (self->last - self->began) / G_USEC_PER_SEC, (double) self->longest / G_USEC_PER_SEC);
  g_assert_cmpfloat (self->shown, >, 0.3);
  g_assert_cmpint (self->longest * 2, <, self->last - self->began);
}

static guint
count_phases (SpzAppFixture *self)
{
  return spz_record_list_get_size (spz_programme_get_list (self->programme, SPZ_TYPE_PHASE));
}

/* A plan of thousands of tasks is read, previewed and entered while the window
 * stays alive and tells how far it is. */
static void
test_long (SpzAppFixture *self,
           gconstpointer  data)
{
  g_autofree char *path = save_plan (self, 20000);
  guint before = count_phases (self);
  Heart heart;

  heart_start (&heart);
  drop (self, path);
  g_assert_true (spz_app_wait (shows_text, (gpointer) "19000 phases"));
  heart_stop (&heart);
  g_assert_cmpuint (count_phases (self), ==, before);

  heart_start (&heart);
  g_assert_true (gtk_widget_activate (gtk_window_get_focus (find_import_window ())));
  g_assert_true (spz_app_wait (is_closed, NULL));
  heart_stop (&heart);
  g_assert_cmpuint (count_phases (self), ==, before + 19000);
  g_assert_cmpstr (spz_programme_get_undo_label (self->programme), ==, "“Plan.xml” imported");

  g_assert_true (spz_app_action (self, "undo"));
  g_assert_cmpuint (count_phases (self), ==, before);
  g_unlink (path);
}

/* Thousands of remarks are counted, and not all shown. */
static void
test_remarks (SpzAppFixture *self,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->directory, "Text.md", NULL);
  g_autoptr(GString) text = g_string_new ("## Thema\n\n");
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "Absatz %u ohne Punkt davor.\n\n", i);
  g_file_set_contents (path, text->str, (gssize) text->len, &error);
  g_assert_no_error (error);

  drop (self, path);
  g_assert_true (spz_app_wait (shows_text, (gpointer) "2800 further remarks"));
  gtk_window_close (find_import_window ());
  g_assert_true (spz_app_wait (is_closed, NULL));
  g_unlink (path);
}

static gboolean
is_under_way (gpointer data)
{
  return get_progress () > 0.1;
}

static GBytes *
read_programme (SpzAppFixture *self)
{
  g_autoptr(GError) error = NULL;
  char *content;
  gsize length;

  g_file_get_contents (self->path, &content, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (content, length);
}

/* Given up while it is entered, an import leaves the file as it was. */
static void
test_cancel (SpzAppFixture *self,
             gconstpointer  data)
{
  g_autofree char *path = save_plan (self, 20000);
  g_autofree char *label = g_strdup (spz_programme_get_undo_label (self->programme));
  g_autoptr(GBytes) before = read_programme (self);
  g_autoptr(GBytes) after = NULL;
  guint n_phases = count_phases (self);

  drop (self, path);
  g_assert_true (spz_app_wait (shows_text, (gpointer) "19000 phases"));
  g_assert_true (gtk_widget_activate (gtk_window_get_focus (find_import_window ())));
  g_assert_true (spz_app_wait (is_under_way, NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_import_window ()), "window.close", NULL));
  g_assert_true (spz_app_wait (is_closed, NULL));

  after = read_programme (self);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (count_phases (self), ==, n_phases);
  g_assert_cmpstr (spz_programme_get_undo_label (self->programme), ==, label);

  /* Nobody holds the file */
  g_assert_true (spz_app_action (self, "undo"));
  g_assert_true (spz_app_action (self, "redo"));
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

  spz_app_test ("/import/long", test_long);
  spz_app_test ("/import/cancel", test_cancel);
  spz_app_test ("/import/remarks", test_remarks);

  return g_test_run ();
}
