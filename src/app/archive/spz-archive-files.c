/* spz-archive-files.c: passing on the PDF of a delivery
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-archive-files.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "spz-deliveries.h"
#include "spz-feedback.h"
#include "spz-file-name.h"

static char *
make_name (SpzDelivery *delivery)
{
  g_autofree char *date = spz_date_to_iso (spz_delivery_get_date (delivery));
  /* Translators: the name of a file; %s is a date */
  g_autofree char *name = g_strdup_printf (_("Briefing %s"), date);
  g_autofree char *marked = spz_file_name_mark (name, (SpzAudience) delivery->audience);

  return g_strconcat (marked, ".pdf", NULL);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (AdwToastOverlay) toasts = user_data;
  g_autofree char *base = g_file_get_basename (G_FILE (source));
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      spz_feedback_toast_on (toasts, error->message);
      return;
    }

  /* Translators: %s is a file's name */
  text = g_strdup_printf (_("“%s” saved"), name);
  spz_feedback_toast_on (toasts, text);
}

static void
chosen_cb (GtkNativeDialog *chooser,
           int              response,
           AdwToastOverlay *toasts)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      g_file_replace_contents_bytes_async (file, g_object_get_data (G_OBJECT (chooser), "spz-pdf"), NULL, FALSE,
                                           G_FILE_CREATE_NONE, NULL, written_cb, g_object_ref (toasts));
    }

  g_object_unref (chooser);
}

/**
 * spz_archive_save:
 * @parent: the window to ask in
 * @toasts: where to tell how it went
 * @delivery: a delivery
 *
 * Asks for a file and writes the PDF to it, byte for byte as it was kept.
 */
void
spz_archive_save (GtkWindow       *parent,
                  AdwToastOverlay *toasts,
                  SpzDelivery     *delivery)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Save as PDF"), parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                                               _("_Save"), NULL);
  g_autofree char *name = make_name (delivery);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_object_set_data_full (G_OBJECT (chooser), "spz-pdf", g_bytes_ref (delivery->pdf), (GDestroyNotify) g_bytes_unref);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), toasts, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (AdwToastOverlay) toasts = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    spz_feedback_toast_on (toasts, error->message);
}

/* Removes the copies that were made to be looked at. */
static void
remove_copies (gpointer data)
{
  g_autofree char *folder = data;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* A folder for this user alone, that ends with @window and at the latest with
 * the session: what shows the PDF doesn't tell when it has been read. */
static const char *
ensure_folder (GtkWindow  *window,
               GError    **error)
{
  const char *key = "spz-archive-copies";
  char *folder = g_object_get_data (G_OBJECT (window), key);

  if (folder != NULL)
    return folder;

  folder = g_build_filename (g_get_user_runtime_dir (), "sprechzettel-XXXXXX", NULL);
  if (g_mkdtemp_full (folder, 0700) == NULL)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                   /* Translators: %s is a folder */
                   _("The PDF could not be put into “%s” to be looked at. Please save it instead."),
                   g_get_user_runtime_dir ());
      g_free (folder);
      return NULL;
    }

  g_object_set_data_full (G_OBJECT (window), key, folder, remove_copies);

  return folder;
}

static GtkWindow *
get_main_window (GtkWindow *window)
{
  while (gtk_window_get_transient_for (window) != NULL)
    window = gtk_window_get_transient_for (window);

  return window;
}

/**
 * spz_archive_open:
 * @parent: the window it is opened from
 * @toasts: where to tell that it couldn't be
 * @delivery: a delivery
 *
 * Opens the PDF in the program that shows PDFs: a copy that only the user can
 * read, which is gone when the main window is closed.
 */
void
spz_archive_open (GtkWindow       *parent,
                  AdwToastOverlay *toasts,
                  SpzDelivery     *delivery)
{
  g_autoptr (GError) error = NULL;
  const char *folder = ensure_folder (get_main_window (parent), &error);
  g_autofree char *name = make_name (delivery);
  g_autofree char *path = NULL;
  g_autofree char *uri = NULL;
  gsize size;
  const char *data = g_bytes_get_data (delivery->pdf, &size);

  if (folder != NULL)
    path = g_build_filename (folder, name, NULL);
  if (path == NULL ||
      !g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error) ||
      (uri = g_filename_to_uri (path, NULL, &error)) == NULL)
    {
      spz_feedback_toast_on (toasts, error->message);
      return;
    }

  gtk_show_uri_full (parent, uri, GDK_CURRENT_TIME, NULL, shown_cb, g_object_ref (toasts));
}
