/* spz-window-import.c: bringing foreign texts into the window's programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-window-private.h"

#include "spz-import-source.h"
#include "spz-import-window.h"

#include <glib/gi18n.h>

static void
show_import (SpzWindow *self,
             GPtrArray *sources)
{
  if (self->programme == NULL || sources->len == 0)
    return;

  if (spz_programme_get_read_only (self->programme))
    {
      spz_window_toast (self, _("This programme is read-only: nothing can be imported into it"));
      return;
    }

  gtk_window_present (spz_import_window_new (GTK_WINDOW (self), self->programme, sources));
}

static GPtrArray *
sources_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) spz_import_source_free);
}

static void
chosen_cb (SpzWindow            *self,
           int                   response,
           GtkFileChooserNative *chooser)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr(GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
      g_autoptr(GPtrArray) sources = sources_new ();

      for (guint i = 0; i < g_list_model_get_n_items (files); i++)
        {
          g_autoptr(GFile) file = g_list_model_get_item (files, i);

          if (g_file_peek_path (file) != NULL)
            g_ptr_array_add (sources, spz_import_source_new_for_path (g_file_peek_path (file)));
        }

      show_import (self, sources);
    }

  g_object_unref (chooser);
}

/* Lets the user choose files to import. */
void
spz_window_import (SpzWindow *self)
{
  static const char *const suffixes[] = { "docx", "odt", "md", "markdown", "txt", "csv", "ics", "json", "xml", "gan" };
  GtkFileChooserNative *chooser;
  g_autoptr(GtkFileFilter) texts = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();

  chooser = gtk_file_chooser_native_new (_("Import"), GTK_WINDOW (self),
                                         GTK_FILE_CHOOSER_ACTION_OPEN, _("_Import"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);

  gtk_file_filter_set_name (texts, _("Briefings, Plans and Calendars"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (texts, suffixes[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), texts);
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);

  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* Adds files; programmes among them are opened instead */
static void
add_files (SpzWindow *self,
           GSList    *files,
           GPtrArray *sources)
{
  for (GSList *l = files; l != NULL; l = l->next)
    {
      const char *path = g_file_peek_path (l->data);

      if (path == NULL)
        continue;

      if (g_str_has_suffix (path, ".db") || g_str_has_suffix (path, ".sprechzettel"))
        spz_window_open_file (self, l->data);
      else
        g_ptr_array_add (sources, spz_import_source_new_for_path (path));
    }
}

static void
files_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(SpzWindow) self = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (object), result, NULL);
  g_autoptr(GPtrArray) sources = sources_new ();

  if (value == NULL)
    return;

  add_files (self, g_value_get_boxed (value), sources);
  show_import (self, sources);
}

static void
text_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(SpzWindow) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
  g_autoptr(GPtrArray) sources = sources_new ();

  if (text == NULL || text[0] == '\0')
    {
      spz_window_toast (self, _("There is no text in the clipboard"));
      return;
    }

  g_ptr_array_add (sources, spz_import_source_new_for_text (_("Clipboard"), text));
  show_import (self, sources);
}

/* Imports the files that were copied, or else the text in the clipboard. */
void
spz_window_import_clipboard (SpzWindow *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                    files_read_cb, g_object_ref (self));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, g_object_ref (self));
}

/* Files dropped onto the window are imported; a programme is opened. */
static gboolean
dropped_cb (SpzWindow    *self,
            const GValue *value)
{
  g_autoptr(GPtrArray) sources = sources_new ();

  add_files (self, g_value_get_boxed (value), sources);
  show_import (self, sources);

  return TRUE;
}

void
spz_window_import_init (SpzWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
