/* spz-share.c: a copy of the programme to pass on
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-share.h"

#include "spz-audience-button.h"
#include "spz-export.h"
#include "spz-feedback.h"
#include "spz-shared-copy.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

/* How long writing may take before a window says that it is being written */
#define PROGRESS_DELAY_MS 300
#define PULSE_MS 100

/* A copy being written */
typedef struct
{
  GtkWindow    *parent;
  GCancellable *cancellable;
  GtkWidget    *dialog;   /* NULL until it takes long */
  GtkWidget    *bar;
  guint         source;
} Writing;

static void
writing_free (Writing *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (self->dialog));
  g_object_unref (self->cancellable);
  g_object_unref (self->parent);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, writing_free)

static gboolean
pulse_cb (gpointer user_data)
{
  Writing *self = user_data;

  gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->bar));

  return G_SOURCE_CONTINUE;
}

/* The dialog closes with its response; the copy ends when its thread does */
static void
cancelled_cb (Writing *self)
{
  self->dialog = NULL;
  g_clear_handle_id (&self->source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
}

static gboolean
show_progress_cb (gpointer user_data)
{
  Writing *self = user_data;

  self->dialog = adw_message_dialog_new (self->parent, _("Writing Copy to Pass On"), NULL);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (self->dialog), "cancel", _("_Cancel"));
  self->bar = gtk_progress_bar_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Progress"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self->dialog), self->bar);
  g_signal_connect_swapped (self->dialog, "response", G_CALLBACK (cancelled_cb), self);
  gtk_window_present (GTK_WINDOW (self->dialog));

  self->source = g_timeout_add (PULSE_MS, pulse_cb, self);

  return G_SOURCE_REMOVE;
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Writing) self = user_data;
  g_autoptr(GError) error = NULL;

  if (self->dialog != NULL)
    g_signal_handlers_disconnect_by_data (self->dialog, self);

  if (spz_shared_copy_write_finish (SPZ_PROGRAMME (source), result, &error))
    spz_feedback_toast (GTK_WIDGET (self->parent), _("Copy to pass on saved"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    spz_feedback_report (GTK_WIDGET (self->parent), g_steal_pointer (&error));
}

/**
 * spz_share_copy:
 * @parent: the window that tells about it
 * @programme: the programme
 * @file: where the copy is to be
 * @audience: whom it is for
 *
 * Writes a copy to pass on in the background. If it takes long, it says so and
 * can be cancelled.
 */
void
spz_share_copy (GtkWindow    *parent,
                SpzProgramme *programme,
                GFile        *file,
                SpzAudience   audience)
{
  Writing *writing;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (SPZ_IS_PROGRAMME (programme));
  g_return_if_fail (G_IS_FILE (file));

  if (g_file_peek_path (file) == NULL)
    {
      spz_feedback_report (GTK_WIDGET (parent),
                           g_error_new_literal (SPZ_ERROR, SPZ_ERROR_ACCESS,
                                                _("A copy can only be saved in a folder on this computer. Please choose one.")));
      return;
    }

  writing = g_new0 (Writing, 1);
  writing->parent = g_object_ref (parent);
  writing->cancellable = g_cancellable_new ();
  writing->source = g_timeout_add (PROGRESS_DELAY_MS, show_progress_cb, writing);
  spz_shared_copy_write_async (programme, g_file_peek_path (file), audience, writing->cancellable,
                               written_cb, writing);
}

static void
response_cb (GtkFileChooserNative *native,
             int                   response,
             gpointer              user_data)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (native);
  GtkWindow *parent = gtk_native_dialog_get_transient_for (GTK_NATIVE_DIALOG (native));

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr(GFile) file = gtk_file_chooser_get_file (chooser);
      g_autofree char *name = g_file_get_basename (file);
      const char *choice = gtk_file_chooser_get_choice (chooser, "audience");
      g_autoptr(GError) error = NULL;

      if (strchr (name, '.') == NULL)
        {
          g_autoptr(GFile) chosen = g_steal_pointer (&file);

          file = spz_export_add_suffix (chosen, "db", &error);
        }

      if (file != NULL)
        spz_share_copy (parent, user_data, file,
                        g_strcmp0 (choice, "committee") == 0 ? SPZ_AUDIENCE_COMMITTEE : SPZ_AUDIENCE_PUBLIC);
      else
        spz_feedback_report (GTK_WIDGET (parent), g_steal_pointer (&error));
    }

  g_object_unref (native);
}

static void
release_programme (gpointer  data,
                   GClosure *closure)
{
  g_object_unref (data);
}

/**
 * spz_share_ask:
 * @parent: the window to ask in
 * @programme: the programme
 *
 * Asks for a file and an audience, and writes a copy of the programme there
 * that holds what the audience may see. The name that is proposed tells
 * nothing of the programme.
 */
void
spz_share_ask (GtkWindow    *parent,
               SpzProgramme *programme)
{
  const char *ids[] = { "public", "committee", NULL };
  const char *titles[] = {
    spz_audience_get_title (SPZ_AUDIENCE_PUBLIC), spz_audience_get_title (SPZ_AUDIENCE_COMMITTEE), NULL
  };
  g_autoptr(GtkFileFilter) programmes = gtk_file_filter_new ();
  g_autofree char *date = spz_date_to_iso (spz_programme_get_reference_date (programme));
  g_autofree char *name = NULL;
  GtkFileChooserNative *native;
  GtkFileChooser *chooser;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (SPZ_IS_PROGRAMME (programme));

  native = gtk_file_chooser_native_new (_("Save a Copy to Pass On"), parent,
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  chooser = GTK_FILE_CHOOSER (native);

  gtk_file_filter_set_name (programmes, _("Programmes"));
  gtk_file_filter_add_suffix (programmes, "db");
  gtk_file_chooser_add_filter (chooser, programmes);
  gtk_file_chooser_add_choice (chooser, "audience", _("Audience"), ids, titles);
  gtk_file_chooser_set_choice (chooser, "audience", ids[0]);
  /* Translators: the name of a file to pass on; %s is a date */
  name = g_strdup_printf (_("Programme %s.db"), date);
  gtk_file_chooser_set_current_name (chooser, name);

  g_signal_connect_data (native, "response", G_CALLBACK (response_cb), g_object_ref (programme),
                         release_programme, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}
