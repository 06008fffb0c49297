/* spz-freeze-window.c: asks for what a version of the plan is called
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-freeze-window.h"

#include <glib/gi18n.h>

#include "spz-date-row.h"
#include "spz-feedback.h"
#include "spz-plan-versions.h"
#include "spz-text.h"

struct _SpzFreezeWindow
{
  AdwWindow        parent_instance;

  /* Owned */
  SpzProgramme    *programme;
  SpzPlanVersion  *version;       /* that is renamed, or NULL */

  /* Template */
  AdwToastOverlay *toasts;
  GtkWidget       *group;
  GtkEditable     *title_row;
  GtkEditable     *occasion_row;
  SpzDateRow      *date_row;
  GtkWidget       *keep_button;
};

G_DEFINE_FINAL_TYPE (SpzFreezeWindow, spz_freeze_window, ADW_TYPE_WINDOW)

static void
title_changed_cb (SpzFreezeWindow *self)
{
  g_autofree char *title = spz_text_squeeze (gtk_editable_get_text (self->title_row));

  gtk_widget_remove_css_class (GTK_WIDGET (self->title_row), "error");
  gtk_widget_set_sensitive (self->keep_button, *title != '\0');
}

static gboolean
write_version (SpzFreezeWindow  *self,
               const char       *occasion,
               GError          **error)
{
  const char *title = gtk_editable_get_text (self->title_row);
  SpzDate date = spz_date_row_get_date (self->date_row);

  return self->version != NULL
    ? spz_plan_version_rename (self->programme, self->version, title, occasion, date, error)
    : spz_plan_version_freeze (self->programme, title, occasion, date, error) != 0;
}

static void
keep_cb (SpzFreezeWindow *self)
{
  g_autofree char *occasion = spz_text_squeeze (gtk_editable_get_text (self->occasion_row));
  g_autoptr(GError) error = NULL;

  /* A date that was typed is taken when its row is left. */
  gtk_widget_grab_focus (self->keep_button);
  if (gtk_widget_has_css_class (GTK_WIDGET (self->date_row), "error"))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->date_row));
      return;
    }

  if (!write_version (self, occasion, &error))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->title_row), "error");
      gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
      spz_feedback_toast_on (self->toasts, error->message);
      return;
    }

  spz_feedback_undo (GTK_WIDGET (self));
  gtk_window_close (GTK_WINDOW (self));
}

/* A name that can be kept: what the date makes of it, unless that is taken */
static void
suggest_title (SpzFreezeWindow *self)
{
  SpzDate date = spz_programme_get_reference_date (self->programme);
  g_autofree char *month = spz_date_format (date, SPZ_DATE_STYLE_MONTH);
  g_autofree char *day = spz_date_format (date, SPZ_DATE_STYLE_LONG);
  /* Translators: the name of a version of the plan; %s is a month or a day */
  g_autofree char *title = g_strdup_printf (C_("version of the plan", "As of %s"), month);

  if (spz_plan_version_find (self->programme, title) != NULL)
    {
      g_free (title);
      title = g_strdup_printf (C_("version of the plan", "As of %s"), day);
    }

  gtk_editable_set_text (self->title_row, title);
  gtk_editable_select_region (self->title_row, 0, -1);
}

static void
spz_freeze_window_dispose (GObject *object)
{
  SpzFreezeWindow *self = SPZ_FREEZE_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_FREEZE_WINDOW);
  g_clear_object (&self->programme);
  g_clear_object (&self->version);

  G_OBJECT_CLASS (spz_freeze_window_parent_class)->dispose (object);
}

static void
spz_freeze_window_class_init (SpzFreezeWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = spz_freeze_window_dispose;

  g_type_ensure (SPZ_TYPE_DATE_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-freeze-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzFreezeWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SpzFreezeWindow, group);
  gtk_widget_class_bind_template_child (widget_class, SpzFreezeWindow, title_row);
  gtk_widget_class_bind_template_child (widget_class, SpzFreezeWindow, occasion_row);
  gtk_widget_class_bind_template_child (widget_class, SpzFreezeWindow, date_row);
  gtk_widget_class_bind_template_child (widget_class, SpzFreezeWindow, keep_button);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
spz_freeze_window_init (SpzFreezeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_freeze_window_new:
 * @parent: (nullable): the window it belongs to
 * @programme: a programme
 *
 * Makes a window that asks for a name, an occasion and a date, and keeps the
 * plan as a version of that name.
 *
 * Returns: (transfer none): a window that isn't shown yet
 */
GtkWindow *
spz_freeze_window_new (GtkWindow    *parent,
                       SpzProgramme *programme)
{
  SpzFreezeWindow *self;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);

  self = g_object_new (SPZ_TYPE_FREEZE_WINDOW,
                       "transient-for", parent,
                       NULL);
  self->programme = g_object_ref (programme);
  spz_date_row_set_date (self->date_row, spz_programme_get_reference_date (programme), SPZ_PRECISION_DAY);
  suggest_title (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));

  return GTK_WINDOW (self);
}

/**
 * spz_freeze_window_new_for_version:
 * @parent: (nullable): the window it belongs to
 * @programme: a programme
 * @version: a version of its plan
 *
 * Makes a window in which name, occasion and date of a version are corrected.
 *
 * Returns: (transfer none): a window that isn't shown yet
 */
GtkWindow *
spz_freeze_window_new_for_version (GtkWindow      *parent,
                                   SpzProgramme   *programme,
                                   SpzPlanVersion *version)
{
  SpzFreezeWindow *self;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (SPZ_IS_PLAN_VERSION (version), NULL);

  self = g_object_new (SPZ_TYPE_FREEZE_WINDOW,
                       "transient-for", parent,
                       "title", _("Rename Version"),
                       NULL);
  self->programme = g_object_ref (programme);
  self->version = g_object_ref (version);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group),
                                         _("The plan that was kept stays as it is."));
  gtk_button_set_label (GTK_BUTTON (self->keep_button), _("_Rename"));
  gtk_editable_set_text (self->title_row, version->title);
  gtk_editable_set_text (self->occasion_row, version->occasion);
  spz_date_row_set_date (self->date_row, version->date, SPZ_PRECISION_DAY);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));

  return GTK_WINDOW (self);
}
