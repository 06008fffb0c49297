/* spz-properties-window.c: what the programme as a whole is
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-properties-window.h"

#include "spz-date-row.h"
#include "spz-feedback.h"
#include "spz-logo.h"
#include "spz-text-binding.h"

#include <glib/gi18n.h>

struct _SpzPropertiesWindow
{
  AdwPreferencesWindow  parent_instance;

  /* Owned */
  SpzProgramme         *programme;

  /* While the record is shown, the widgets' changes are not the user's. */
  gboolean              showing;

  /* Template */
  GtkWidget            *title_row;
  GtkWidget            *organisation_row;
  GtkWidget            *letterhead;
  GtkPicture           *logo;
  GtkWidget            *logo_button;
  GtkWidget            *no_logo_button;
  SpzDateRow           *reference_row;
  GtkWidget            *plan_title_row;
  GtkWidget            *plan_note_row;
  GtkSpinButton        *first_year;
  GtkSpinButton        *last_year;
  AdwComboRow          *fiscal_row;
};

G_DEFINE_FINAL_TYPE (SpzPropertiesWindow, spz_properties_window, ADW_TYPE_PREFERENCES_WINDOW)

static void
show_logo (SpzPropertiesWindow *self,
           GBytes              *logo)
{
  g_autoptr(GdkTexture) texture = logo != NULL ? gdk_texture_new_from_bytes (logo, NULL) : NULL;

  gtk_picture_set_paintable (self->logo, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->logo), texture != NULL);
  gtk_widget_set_visible (self->no_logo_button, logo != NULL && !spz_programme_get_read_only (self->programme));
}

static void
show (SpzPropertiesWindow *self)
{
  SpzProgrammeInfo *info = spz_programme_get_info (self->programme);
  int year;

  spz_date_get (spz_programme_get_reference_date (self->programme), &year, NULL, NULL);

  show_logo (self, info->logo);

  self->showing = TRUE;
  gtk_spin_button_set_value (self->first_year, info->first_year != 0 ? info->first_year : year);
  gtk_spin_button_set_value (self->last_year, info->last_year != 0 ? info->last_year : year);
  adw_combo_row_set_selected (self->fiscal_row, (guint) info->fiscal_start - 1);
  self->showing = FALSE;
}

static void
report (SpzPropertiesWindow *self,
        GError              *error)
{
  spz_feedback_report (GTK_WIDGET (self), error);
  show (self);
}

/* The years stay in order: the one that was not touched gives way. */
static void
year_changed_cb (SpzPropertiesWindow *self,
                 GtkSpinButton       *button)
{
  gint64 first = gtk_spin_button_get_value_as_int (self->first_year);
  gint64 last = gtk_spin_button_get_value_as_int (self->last_year);
  g_autoptr(GError) error = NULL;

  if (self->showing)
    return;

  if (first > last && button == self->first_year)
    last = first;
  else if (first > last)
    first = last;

  if (!spz_programme_begin_merging (self->programme, _("Plan years changed"), "plan-years", &error) ||
      !spz_programme_set (self->programme, spz_programme_get_info (self->programme), &error,
                          "first-year", first,
                          "last-year", last,
                          NULL))
    {
      spz_programme_rollback (self->programme);
      report (self, g_steal_pointer (&error));
      return;
    }

  if (!spz_programme_commit (self->programme, &error))
    report (self, g_steal_pointer (&error));
}

static void
set_logo (SpzPropertiesWindow *self,
          GBytes              *logo)
{
  g_autoptr(GError) error = NULL;

  if (!spz_logo_set (self->programme, logo, &error))
    report (self, g_steal_pointer (&error));
}

static void
logo_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  SpzPropertiesWindow *self = SPZ_PROPERTIES_WINDOW (object);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) logo = g_task_propagate_pointer (G_TASK (result), &error);

  if (logo != NULL && self->programme != NULL)
    set_logo (self, logo);
  else if (logo == NULL)
    spz_feedback_report (GTK_WIDGET (self), g_steal_pointer (&error));
}

/* A file may be on a slow network, and a picture large. */
static void
logo_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) file = g_file_load_bytes (task_data, cancellable, NULL, &error);
  GBytes *logo = file != NULL ? spz_logo_read (file, &error) : NULL;

  if (logo != NULL)
    g_task_return_pointer (task, logo, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
logo_chosen_cb (SpzPropertiesWindow  *self,
                int                   response,
                GtkFileChooserNative *chooser)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr(GTask) task = g_task_new (self, NULL, logo_read_cb, NULL);

      g_task_set_source_tag (task, logo_chosen_cb);
      g_task_set_task_data (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)), g_object_unref);
      g_task_run_in_thread (task, logo_thread);
    }

  g_object_unref (chooser);
}

static void
choose_logo_cb (SpzPropertiesWindow *self)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Choose Logo"), GTK_WINDOW (self),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Pictures (PNG, SVG)"));
  gtk_file_filter_add_suffix (filter, "png");
  gtk_file_filter_add_suffix (filter, "svg");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (logo_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
remove_logo_cb (SpzPropertiesWindow *self)
{
  set_logo (self, NULL);
}

static void
fiscal_changed_cb (SpzPropertiesWindow *self)
{
  gint64 month = adw_combo_row_get_selected (self->fiscal_row) + 1;
  g_autoptr(GError) error = NULL;

  if (self->showing || self->programme == NULL)
    return;

  if (!spz_programme_set (self->programme, spz_programme_get_info (self->programme), &error,
                          "fiscal-start", month,
                          NULL))
    report (self, g_steal_pointer (&error));
}

static void
fill_months (SpzPropertiesWindow *self)
{
  g_autoptr(GtkStringList) months = gtk_string_list_new (NULL);

  for (int month = 1; month <= 12; month++)
    {
      g_autoptr(GDateTime) day = g_date_time_new_local (2021, month, 1, 12, 0, 0);
      g_autofree char *name = g_date_time_format (day, "%OB");

      gtk_string_list_append (months, name);
    }

  adw_combo_row_set_model (self->fiscal_row, G_LIST_MODEL (months));
}

static void
set_programme (SpzPropertiesWindow *self,
               SpzProgramme        *programme)
{
  SpzProgrammeInfo *info = spz_programme_get_info (programme);
  gboolean writable = !spz_programme_get_read_only (programme);

  self->programme = g_object_ref (programme);

  spz_text_bind (self->title_row, programme, info, "title");
  spz_text_bind (self->organisation_row, programme, info, "organisation");
  spz_text_bind (self->letterhead, programme, info, "letterhead");
  spz_text_bind (self->plan_title_row, programme, info, "plan-title");
  spz_text_bind (self->plan_note_row, programme, info, "plan-note");
  spz_date_row_bind (self->reference_row, programme, info, "reference-date", NULL);
  gtk_widget_set_sensitive (self->logo_button, writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->first_year), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->last_year), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->fiscal_row), writable);

  g_signal_connect_object (programme, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}

static void
unbind (SpzPropertiesWindow *self)
{
  spz_text_unbind (self->title_row);
  spz_text_unbind (self->organisation_row);
  spz_text_unbind (self->letterhead);
  spz_text_unbind (self->plan_title_row);
  spz_text_unbind (self->plan_note_row);
  spz_date_row_bind (self->reference_row, NULL, NULL, NULL, NULL);
}

static gboolean
spz_properties_window_close_request (GtkWindow *window)
{
  SpzPropertiesWindow *self = SPZ_PROPERTIES_WINDOW (window);

  /* What was typed but not confirmed counts. */
  spz_text_commit (self->title_row);
  spz_text_commit (self->organisation_row);
  spz_text_commit (self->letterhead);
  spz_text_commit (self->plan_title_row);
  spz_text_commit (self->plan_note_row);

  return GTK_WINDOW_CLASS (spz_properties_window_parent_class)->close_request (window);
}

static void
spz_properties_window_dispose (GObject *object)
{
  SpzPropertiesWindow *self = SPZ_PROPERTIES_WINDOW (object);

  /* AdwPreferencesWindow doesn't always let go of its rows. */
  if (self->title_row != NULL)
    unbind (self);

  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_PROPERTIES_WINDOW);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_properties_window_parent_class)->dispose (object);
}

static void
spz_properties_window_class_init (SpzPropertiesWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = spz_properties_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = spz_properties_window_close_request;

  g_type_ensure (SPZ_TYPE_DATE_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-properties-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzPropertiesWindow, title_row);
  gtk_widget_class_bind_template_child (widget_class, SpzPropertiesWindow, organisation_row);
  gtk_widget_class_bind_template_child (widget_class, SpzPropertiesWindow, letterhead);
  gtk_widget_class_bind_template_child (widget_class, SpzPropertiesWindow, logo);
  gtk_widget_class_bind_template_child (widget_class, SpzPropertiesWindow, logo_button);
  gtk_widget_class_bind_template_child (widget_class, SpzPropertiesWindow, no_logo_button);
  gtk_widget_class_bind_template_child (widget_class, SpzPropertiesWindow, reference_row);
  gtk_widget_class_bind_template_child (widget_class, SpzPropertiesWindow, plan_title_row);
  gtk_widget_class_bind_template_child (widget_class, SpzPropertiesWindow, plan_note_row);
  gtk_widget_class_bind_template_child (widget_class, SpzPropertiesWindow, first_year);
  gtk_widget_class_bind_template_child (widget_class, SpzPropertiesWindow, last_year);
  gtk_widget_class_bind_template_child (widget_class, SpzPropertiesWindow, fiscal_row);
  gtk_widget_class_bind_template_callback (widget_class, year_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_logo_cb);
  gtk_widget_class_bind_template_callback (widget_class, fiscal_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_logo_cb);
}

static void
spz_properties_window_init (SpzPropertiesWindow *self)
{
  /* Until there is a programme, nothing is the user's doing. */
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_months (self);
}

/**
 * spz_properties_window_new:
 * @parent: (nullable): the window it belongs to
 * @programme: a programme
 *
 * Makes a window in which the programme's title, organisation,
 * letterhead, years and reference date are edited in place, each change an undoable step.
 *
 * Returns: (transfer none): a window that isn't shown yet
 */
GtkWindow *
spz_properties_window_new (GtkWindow    *parent,
                           SpzProgramme *programme)
{
  SpzPropertiesWindow *self;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);

  self = g_object_new (SPZ_TYPE_PROPERTIES_WINDOW,
                       "transient-for", parent,
                       NULL);
  set_programme (self, programme);

  return GTK_WINDOW (self);
}
