/* spz-window-file.c: the files a window reads and writes
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-window-private.h"

#include "spz-example.h"
#include "spz-export.h"
#include "spz-feedback.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define MIME_TYPE "application/x-sprechzettel"
#define MAX_RECENT 8
#define HISTORY_CHOICE "history"

/* How long reading may take before the window says that it is reading */
#define SPINNER_DELAY_MS 300

typedef struct
{
  SpzWindow     *window;
  SpzStoreFlags  flags;
} Loading;

static Loading *
loading_new (SpzWindow     *window,
             SpzStoreFlags  flags)
{
  Loading *loading = g_new0 (Loading, 1);

  loading->window = g_object_ref (window);
  loading->flags = flags;

  return loading;
}

static void
loading_free (Loading *loading)
{
  g_object_unref (loading->window);
  g_free (loading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loading, loading_free)

/* The file that is shown is the window's again. */
static void
go_back_to_programme (SpzWindow *self)
{
  g_autoptr(GFile) file = g_file_new_for_path (spz_programme_get_path (self->programme));

  g_set_object (&self->file, file);
  gtk_stack_set_visible_child_name (self->states, "programme");
}

/* A new window first shows when there is something to see: the programme, what
 * is wrong, or, when reading takes long, that it is being read. */
static void
come_up (SpzWindow *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_present (GTK_WINDOW (self));
}

static gboolean
show_spinner_cb (gpointer user_data)
{
  SpzWindow *self = user_data;

  self->spinner_source = 0;
  gtk_stack_set_visible_child_name (self->states, "loading");
  come_up (self);

  return G_SOURCE_REMOVE;
}

/* When the programme is on the screen: the list of recent files is a file too */
static gboolean
remember_file_cb (gpointer user_data)
{
  SpzWindow *self = user_data;
  g_autofree char *uri = g_file_get_uri (self->file);
  g_autofree char *path = g_file_get_path (self->file);
  GtkRecentData data = {
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) _("Sprechzettel"),
    .app_exec = (char *) "sprechzettel %f",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);

  if (self->settings != NULL)
    g_settings_set_string (self->settings, "last-file", path);

  return G_SOURCE_REMOVE;
}

/* A window that shows a programme keeps it and says what is wrong; one that
 * shows none yet says it in full. */
static void
show_error (SpzWindow *self,
            GError    *error)
{
  g_autofree char *markup = NULL;

  if (self->programme != NULL)
    {
      GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self),
                                                  _("The File Could Not Be Opened"),
                                                  error->message);

      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
      gtk_window_present (GTK_WINDOW (dialog));
      go_back_to_programme (self);
      return;
    }

  markup = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->error_page, markup);
  gtk_stack_set_visible_child_name (self->states, "error");
  come_up (self);
}

static void start_reading (SpzWindow     *self,
                           SpzStoreFlags  flags);

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Loading) loading = user_data;
  SpzWindow *self = loading->window;
  g_autoptr(GError) error = NULL;
  g_autoptr(SpzProgramme) programme = spz_programme_open_finish (result, &error);

  /* Cancelled, or overtaken by another file */
  if (self->loading == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->loading);
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  spz_window_set_action_enabled (self, "cancel-loading", FALSE);

  if (programme != NULL)
    {
      g_idle_add_full (G_PRIORITY_LOW, remember_file_cb, g_object_ref (self), g_object_unref);
      spz_window_set_programme (self, programme);
      come_up (self);
    }
  else if (loading->flags == SPZ_STORE_OPEN && g_error_matches (error, SPZ_ERROR, SPZ_ERROR_ACCESS))
    {
      /* What must not be written can perhaps be looked at. */
      start_reading (self, SPZ_STORE_READ_ONLY);
    }
  else
    {
      show_error (self, error);
    }
}

static void
start_reading (SpzWindow     *self,
               SpzStoreFlags  flags)
{
  g_autofree char *path = g_file_get_path (self->file);

  self->loading = g_cancellable_new ();
  spz_window_set_action_enabled (self, "cancel-loading", TRUE);
  self->spinner_source = g_timeout_add (SPINNER_DELAY_MS, show_spinner_cb, self);
  spz_programme_open_async (path, flags, self->loading, opened_cb, loading_new (self, flags));
}

/**
 * spz_window_load:
 * @self: a window
 * @file: a programme file on this machine
 * @flags: whether to open or to create it
 *
 * Reads @file in the background and shows it; what was shown before stays
 * until then. A file that must not be written is shown read-only.
 */
void
spz_window_load (SpzWindow     *self,
                 GFile         *file,
                 SpzStoreFlags  flags)
{
  g_autoptr(GFile) folder = NULL;

  g_return_if_fail (SPZ_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  spz_window_cancel_loading (self);

  if (g_file_peek_path (file) == NULL)
    {
      g_autoptr(GError) error = NULL;

      error = g_error_new_literal (SPZ_ERROR, SPZ_ERROR_ACCESS,
                                   _("This file is not on this computer. Please copy it to "
                                     "a folder on this computer and open the copy."));
      show_error (self, error);
      return;
    }

  if (flags == SPZ_STORE_CREATE)
    {
      folder = g_file_get_parent (file);
      g_mkdir_with_parents (g_file_peek_path (folder), 0700);
    }

  g_set_object (&self->file, file);
  start_reading (self, flags);
}

/* Gives up reading; the window goes back to what it showed. */
void
spz_window_cancel_loading (SpzWindow *self)
{
  if (self->loading == NULL)
    return;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  spz_window_set_action_enabled (self, "cancel-loading", FALSE);

  if (self->programme != NULL)
    go_back_to_programme (self);
}

/* Another file gets a window of its own, unless this one shows none. */
void
spz_window_open_file (SpzWindow *self,
                      GFile     *file)
{
  GtkApplication *app = gtk_window_get_application (GTK_WINDOW (self));

  if (self->programme == NULL || app == NULL)
    spz_window_load (self, file, SPZ_STORE_OPEN);
  else
    spz_application_open_file (SPZ_APPLICATION (app), file);
}

static GtkFileChooserNative *
make_chooser (SpzWindow            *self,
              const char           *title,
              GtkFileChooserAction  action,
              const char           *accept)
{
  GtkFileChooserNative *chooser;
  g_autoptr(GtkFileFilter) programmes = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();
  g_autoptr(GFile) folder = NULL;

  chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, accept, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);

  gtk_file_filter_set_name (programmes, _("Programmes"));
  gtk_file_filter_add_suffix (programmes, "db");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), programmes);
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);

  if (self->file != NULL)
    {
      folder = g_file_get_parent (self->file);
      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
    }

  return chooser;
}

static void
open_response_cb (SpzWindow            *self,
                  int                   response,
                  GtkFileChooserNative *chooser)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT)
    spz_window_open_file (self, file);

  g_object_unref (chooser);
}

void
spz_window_open (SpzWindow *self)
{
  GtkFileChooserNative *chooser = make_chooser (self, _("Open Programme"),
                                                GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"));

  g_signal_connect_object (chooser, "response",
                           G_CALLBACK (open_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
spz_window_open_recent (SpzWindow  *self,
                        const char *uri)
{
  g_autoptr(GFile) file = g_file_new_for_uri (uri);

  spz_window_open_file (self, file);
}

/* A chosen name without an ending gets ours. */
static GFile *
with_suffix (GFile   *file,
             GError **error)
{
  g_autofree char *name = g_file_get_basename (file);

  if (strchr (name, '.') != NULL)
    return g_object_ref (file);

  return spz_export_add_suffix (file, "db", error);
}

/* In this window, unless it shows another programme. */
static void
create_programme (SpzWindow *self,
                  GFile     *file)
{
  SpzWindow *window = self;

  if (self->programme != NULL)
    {
      window = spz_window_new (SPZ_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
      gtk_window_present (GTK_WINDOW (window));
    }

  spz_window_load (window, file, SPZ_STORE_CREATE);
}

static void
new_response_cb (SpzWindow            *self,
                 int                   response,
                 GtkFileChooserNative *chooser)
{
  g_autoptr(GFile) chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GFile) file = with_suffix (chosen, &error);

      if (file != NULL)
        create_programme (self, file);
      else
        spz_feedback_report (GTK_WIDGET (self), g_steal_pointer (&error));
    }

  g_object_unref (chooser);
}

void
spz_window_new_programme (SpzWindow *self)
{
  GtkFileChooserNative *chooser = make_chooser (self, _("New Programme"),
                                                GTK_FILE_CHOOSER_ACTION_SAVE, _("_Create"));

  /* Translators: a file name for a new programme */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), _("programme.db"));
  g_signal_connect_object (chooser, "response",
                           G_CALLBACK (new_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(SpzWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (spz_programme_copy_to_finish (SPZ_PROGRAMME (source), result, &error))
    spz_window_toast (self, _("Copy saved"));
  else
    spz_feedback_report (GTK_WIDGET (self), g_steal_pointer (&error));
}

static void
save_copy (SpzWindow *self,
           GFile     *chosen,
           gboolean   with_history)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = with_suffix (chosen, &error);

  if (file != NULL && g_file_peek_path (file) == NULL)
    g_set_error_literal (&error, SPZ_ERROR, SPZ_ERROR_ACCESS,
                         _("A copy can only be saved in a folder on this computer. Please choose one."));

  if (error != NULL)
    {
      spz_feedback_report (GTK_WIDGET (self), g_steal_pointer (&error));
      return;
    }

  spz_programme_copy_to_async (self->programme, g_file_peek_path (file), with_history, NULL,
                               copied_cb, g_object_ref (self));
}

static void
copy_response_cb (SpzWindow            *self,
                  int                   response,
                  GtkFileChooserNative *chooser)
{
  g_autoptr(GFile) chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  if (response == GTK_RESPONSE_ACCEPT && self->programme != NULL)
    {
      const char *with_history = gtk_file_chooser_get_choice (GTK_FILE_CHOOSER (chooser), HISTORY_CHOICE);

      save_copy (self, chosen, g_strcmp0 (with_history, "true") == 0);
    }

  g_object_unref (chooser);
}

void
spz_window_save_copy (SpzWindow *self)
{
  GtkFileChooserNative *chooser;
  g_autofree char *base = NULL;
  g_autofree char *date = NULL;
  g_autofree char *name = NULL;

  if (self->programme == NULL)
    return;

  base = g_path_get_basename (spz_programme_get_path (self->programme));
  if (g_str_has_suffix (base, ".db"))
    base[strlen (base) - strlen (".db")] = '\0';
  date = spz_date_to_iso (spz_date_today ());
  name = g_strdup_printf ("%s-%s.db", base, date);

  chooser = make_chooser (self, _("Save a Copy"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  /* What was undone or deleted must not be passed on by oversight. */
  gtk_file_chooser_add_choice (GTK_FILE_CHOOSER (chooser), HISTORY_CHOICE,
                               /* Translators: whether a copy can be undone, with what was deleted */
                               _("Include history and deleted text"), NULL, NULL);
  gtk_file_chooser_set_choice (GTK_FILE_CHOOSER (chooser), HISTORY_CHOICE, "false");
  g_signal_connect_object (chooser, "response",
                           G_CALLBACK (copy_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static int
compare_recent (gconstpointer a,
                gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

/* Fills the menu of recent files, the last one first. */
void
spz_window_refresh_recent (SpzWindow *self)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  guint n_items = 0;

  g_menu_remove_all (self->recent_section);
  items = g_list_sort (items, compare_recent);

  for (GList *l = items; l != NULL && n_items < MAX_RECENT; l = l->next)
    {
      const char *uri = gtk_recent_info_get_uri (l->data);
      g_autoptr(GMenuItem) item = NULL;
      g_autofree char *name = NULL;

      if (g_strcmp0 (gtk_recent_info_get_mime_type (l->data), MIME_TYPE) != 0 ||
          !gtk_recent_info_exists (l->data))
        continue;

      name = gtk_recent_info_get_short_name (l->data);
      item = g_menu_item_new (name, NULL);
      g_menu_item_set_action_and_target (item, "win.open-recent", "s", uri);
      g_menu_append_item (self->recent_section, item);
      n_items++;
    }

  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

static void
create_example_thread (GTask        *task,
                       gpointer      source_object,
                       gpointer      task_data,
                       GCancellable *cancellable)
{
  const char *path = g_file_peek_path (task_data);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(SpzProgramme) programme = NULL;
  g_autoptr(GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  programme = spz_example_create (path, &error);
  if (programme != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
example_created_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  SpzWindow *self = SPZ_WINDOW (object);
  g_autoptr(GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    spz_window_load (self, g_task_get_task_data (G_TASK (result)), SPZ_STORE_OPEN);
  else
    spz_feedback_report (GTK_WIDGET (self), g_steal_pointer (&error));
}

/* Shows the example programme: a file of the user's own, to play with. */
void
spz_window_show_example (SpzWindow *self)
{
  g_autofree char *path = NULL;
  g_autoptr(GFile) file = NULL;
  g_autoptr(GTask) task = NULL;

  /* Translators: the name of the file that holds the example programme */
  path = g_build_filename (g_get_user_data_dir (), "sprechzettel", _("example.db"), NULL);
  file = g_file_new_for_path (path);

  if (g_file_query_exists (file, NULL))
    {
      spz_window_load (self, file, SPZ_STORE_OPEN);
      return;
    }

  task = g_task_new (self, NULL, example_created_cb, NULL);
  g_task_set_source_tag (task, spz_window_show_example);
  g_task_set_task_data (task, g_steal_pointer (&file), g_object_unref);
  g_task_run_in_thread (task, create_example_thread);
}
