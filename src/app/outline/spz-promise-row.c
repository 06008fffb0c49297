/* spz-promise-row.c: one promise, and whether it still holds
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-promise-row.h"

#include <glib/gi18n.h>

#include "spz-feedback.h"
#include "spz-labels.h"
#include "spz-promises.h"
#include "spz-tooltip.h"

struct _SpzPromiseRow
{
  AdwExpanderRow  parent_instance;

  /* Owned */
  SpzProgramme   *programme;
  SpzPromise     *promise;

  /* Children */
  GtkImage       *icon;
  GtkWidget      *said;
  AdwComboRow    *event;

  gboolean        updating;
};

G_DEFINE_FINAL_TYPE (SpzPromiseRow, spz_promise_row, ADW_TYPE_EXPANDER_ROW)

static void
report (SpzPromiseRow *self,
        GError        *error)
{
  g_autoptr (GError) owned = error;
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL && error != NULL)
    spz_feedback_toast_on (ADW_TOAST_OVERLAY (overlay), error->message);
}

static void
show_state (SpzPromiseRow *self)
{
  const SpzPromiseState state = spz_promise_get_state (self->programme, self->promise);
  const gboolean kept = state == SPZ_PROMISE_KEPT;

  gtk_image_set_from_icon_name (self->icon, kept ? "object-select-symbolic" : "dialog-warning-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self->icon), kept ? "warning" : "success");
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), kept ? "success" : "warning");
  spz_tooltip_set (GTK_WIDGET (self->icon), spz_promise_state_get_label (state));
}

static void
show (SpzPromiseRow *self)
{
  gpointer subject = spz_promise_get_subject (self->programme, self->promise);
  g_autofree char *title = subject != NULL ? spz_promise_subject_dup_title (self->programme, subject)
                                           : g_strdup (self->promise->title);
  g_autofree char *said = spz_promise_dup_said (self->programme, self->promise);
  g_autofree char *planned = spz_promise_dup_planned (self->programme, self->promise);
  const char *state = spz_promise_state_get_label (spz_promise_get_state (self->programme, self->promise));
  g_autofree char *detail =
    planned != NULL
    /* Translators: whether a promise is kept, what was said, and what the plan says: "Contradicted: Q3 2021 was said, now Q1 2022" */
    ? g_strdup_printf (_("%s: %s was said, now %s"), state, said, planned)
    /* Translators: whether a promise is kept, and what was said */
    : g_strdup_printf (_("%s: %s was said"), state, said);

  self->updating = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), detail);
  show_state (self);

  gtk_editable_set_text (GTK_EDITABLE (self->said), said);
  gtk_widget_remove_css_class (self->said, "error");
  adw_combo_row_set_selected (self->event, self->promise->event);
  gtk_widget_set_visible (GTK_WIDGET (self->event), SPZ_IS_PHASE (subject));
  self->updating = FALSE;
}

static void
changed_cb (SpzPromiseRow *self)
{
  /* While something is typed, it is not taken away. */
  if (!gtk_widget_has_css_class (self->said, "error"))
    show (self);
}

static void
take (SpzPromiseRow *self)
{
  GError *error = NULL;

  if (self->updating)
    return;

  gtk_widget_remove_css_class (self->said, "error");
  if (!spz_promise_change (self->programme, self->promise,
                           (SpzPromiseEvent) adw_combo_row_get_selected (self->event),
                           gtk_editable_get_text (GTK_EDITABLE (self->said)), &error))
    {
      gtk_widget_add_css_class (self->said, "error");
      report (self, error);
    }
}

static void
remove_cb (SpzPromiseRow *self)
{
  g_autoptr (SpzPromiseRow) kept = g_object_ref (self);
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  GError *error = NULL;

  if (!spz_programme_remove (self->programme, self->promise, &error))
    report (self, error);
  else if (overlay != NULL)
    spz_feedback_undo_on (ADW_TOAST_OVERLAY (overlay), self->programme, _("Promise removed"));
}

static void
add_remove_button (SpzPromiseRow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Remove Promise"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove Promise"), -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), button);
}

static void
spz_promise_row_dispose (GObject *object)
{
  SpzPromiseRow *self = SPZ_PROMISE_ROW (object);

  g_clear_object (&self->promise);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_promise_row_parent_class)->dispose (object);
}

static void
spz_promise_row_class_init (SpzPromiseRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spz_promise_row_dispose;
}

static void
spz_promise_row_init (SpzPromiseRow *self)
{
  const char *const events[] = {
    spz_enum_get_label (SPZ_TYPE_PROMISE_EVENT, SPZ_PROMISE_START),
    spz_enum_get_label (SPZ_TYPE_PROMISE_EVENT, SPZ_PROMISE_END),
    NULL,
  };
  g_autoptr (GtkStringList) choices = gtk_string_list_new (events);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  self->icon = GTK_IMAGE (gtk_image_new ());
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->icon));
  add_remove_button (self);

  self->said = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->said), _("What Was Said"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->said), TRUE);
  /* It would take back what is shown, too, and leave nothing */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->said), FALSE);
  g_signal_connect_object (self->said, "apply", G_CALLBACK (take), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->said);

  self->event = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->event), _("Of Its"));
  adw_combo_row_set_model (self->event, G_LIST_MODEL (choices));
  g_signal_connect_object (self->event, "notify::selected", G_CALLBACK (take), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->event));
}

/**
 * spz_promise_row_new:
 * @programme: the programme
 * @promise: one of its promises
 *
 * Makes a row that tells what was said and what the plan says, and in which
 * the former is corrected.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
spz_promise_row_new (SpzProgramme *programme,
                     SpzPromise   *promise)
{
  SpzPromiseRow *self = g_object_new (SPZ_TYPE_PROMISE_ROW, NULL);

  self->programme = g_object_ref (programme);
  self->promise = g_object_ref (promise);
  g_signal_connect_object (programme, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show (self);

  return GTK_WIDGET (self);
}

/**
 * spz_promise_row_edit:
 * @self: a row
 *
 * Opens the row and puts the cursor into what was said.
 */
void
spz_promise_row_edit (SpzPromiseRow *self)
{
  g_return_if_fail (SPZ_IS_PROMISE_ROW (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  gtk_widget_grab_focus (self->said);
}
