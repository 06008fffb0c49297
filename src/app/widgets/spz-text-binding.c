/* spz-text-binding.c: a text on the screen that edits a record's
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-text-binding.h"

#include "spz-feedback.h"

#include <adwaita.h>

#define DATA_KEY "spz-text-binding"

/* Lives as long as its widget, or until it is bound to something else. */
typedef struct
{
  /* Borrowed */
  GtkWidget          *widget;

  /* Owned */
  SpzProgramme       *programme;
  SpzRecord          *record;
  char               *property;
  GtkEventController *focus;
  GtkEventController *keys;

  gulong              notify_id;
  gulong              activate_id;
  gulong              editing_id;
  gulong              destroy_id;
} TextBinding;

static char *
get_widget_text (GtkWidget *widget)
{
  if (GTK_IS_TEXT_VIEW (widget))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
      GtkTextIter start, end;

      gtk_text_buffer_get_bounds (buffer, &start, &end);

      return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
    }

  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));
}

static char *
get_record_text (TextBinding *binding)
{
  char *text = NULL;

  g_object_get (binding->record, binding->property, &text, NULL);

  return text != NULL ? text : g_strdup ("");
}

/* Sets the text where it differs, so that the cursor and the widget's own
 * undo survive what the widget wrote itself. */
static void
show (TextBinding *binding)
{
  g_autofree char *shown = get_widget_text (binding->widget);
  g_autofree char *text = get_record_text (binding);

  if (strcmp (shown, text) == 0)
    return;

  if (GTK_IS_TEXT_VIEW (binding->widget))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (binding->widget)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (binding->widget), text);
}

static gboolean
commit (TextBinding *binding)
{
  g_autofree char *shown = get_widget_text (binding->widget);
  g_autofree char *text = get_record_text (binding);
  g_autoptr(GtkWidget) widget = g_object_ref (binding->widget);
  g_autoptr(GError) error = NULL;

  if (strcmp (shown, text) == 0)
    return TRUE;

  if (spz_programme_set_text (binding->programme, binding->record, binding->property, shown, &error))
    return TRUE;

  spz_feedback_report (widget, g_steal_pointer (&error));

  /* If the file was read again, the record may be gone, and the binding too */
  if (g_object_get_data (G_OBJECT (widget), DATA_KEY) == binding)
    show (binding);

  return FALSE;
}

static void
focus_left_cb (TextBinding *binding)
{
  commit (binding);
}

static gboolean
key_pressed_cb (TextBinding     *binding,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;

  if (GTK_IS_TEXT_VIEW (binding->widget) &&
      (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) &&
      (state & GDK_CONTROL_MASK) != 0)
    return commit (binding);

  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  shown = get_widget_text (binding->widget);
  text = get_record_text (binding);
  show (binding);

  /* An unchanged text leaves Escape to what is around it. */
  return strcmp (shown, text) != 0 ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
editing_changed_cb (TextBinding *binding)
{
  if (!gtk_editable_label_get_editing (GTK_EDITABLE_LABEL (binding->widget)))
    commit (binding);
}

static void
connect_widget (TextBinding *binding)
{
  GtkWidget *widget = binding->widget;

  if (GTK_IS_EDITABLE_LABEL (widget))
    binding->editing_id = g_signal_connect_swapped (widget, "notify::editing",
                                                    G_CALLBACK (editing_changed_cb), binding);
  else if (ADW_IS_ENTRY_ROW (widget))
    binding->activate_id = g_signal_connect_swapped (widget, "entry-activated",
                                                     G_CALLBACK (commit), binding);
  else if (GTK_IS_ENTRY (widget) || GTK_IS_TEXT (widget))
    binding->activate_id = g_signal_connect_swapped (widget, "activate",
                                                     G_CALLBACK (commit), binding);

  /* An editable label commits, and restores on Escape, when editing ends. */
  if (!GTK_IS_EDITABLE_LABEL (widget))
    {
      binding->focus = gtk_event_controller_focus_new ();
      g_signal_connect_swapped (binding->focus, "leave", G_CALLBACK (focus_left_cb), binding);
      gtk_widget_add_controller (widget, g_object_ref (binding->focus));

      binding->keys = gtk_event_controller_key_new ();
      gtk_event_controller_set_propagation_phase (binding->keys, GTK_PHASE_CAPTURE);
      g_signal_connect_swapped (binding->keys, "key-pressed", G_CALLBACK (key_pressed_cb), binding);
      gtk_widget_add_controller (widget, g_object_ref (binding->keys));
    }
}

static void
remove_controller (TextBinding         *binding,
                   GtkEventController **controller)
{
  if (*controller == NULL)
    return;

  g_signal_handlers_disconnect_by_data (*controller, binding);
  if (gtk_event_controller_get_widget (*controller) == binding->widget)
    gtk_widget_remove_controller (binding->widget, *controller);
  g_clear_object (controller);
}

static void
text_binding_free (gpointer data)
{
  TextBinding *binding = data;

  g_clear_signal_handler (&binding->notify_id, binding->record);
  g_clear_signal_handler (&binding->activate_id, binding->widget);
  g_clear_signal_handler (&binding->editing_id, binding->widget);
  g_clear_signal_handler (&binding->destroy_id, binding->widget);
  remove_controller (binding, &binding->focus);
  remove_controller (binding, &binding->keys);
  g_object_unref (binding->record);
  g_object_unref (binding->programme);
  g_free (binding->property);
  g_free (binding);
}

/**
 * spz_text_bind:
 * @widget: an entry, an #AdwEntryRow, a #GtkEditableLabel or a #GtkTextView
 * @programme: the programme
 * @record: a record of it
 * @property: a text property of @record
 *
 * Lets @widget show a text of @record and follow it, and lets the user edit
 * it: what was typed is committed as one undoable step on Return (in a text
 * view Ctrl+Return) or when the focus leaves; Escape takes it back. A widget
 * that was bound to something else is committed and bound anew.
 */
void
spz_text_bind (GtkWidget    *widget,
               SpzProgramme *programme,
               gpointer      record,
               const char   *property)
{
  TextBinding *binding;
  g_autofree char *signal_name = NULL;

  g_return_if_fail (GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget));
  g_return_if_fail (SPZ_IS_PROGRAMME (programme));
  g_return_if_fail (SPZ_IS_RECORD (record));
  g_return_if_fail (property != NULL);

  spz_text_commit (widget);
  spz_text_unbind (widget);

  binding = g_new0 (TextBinding, 1);
  binding->widget = widget;
  binding->programme = g_object_ref (programme);
  binding->record = g_object_ref (record);
  binding->property = g_strdup (property);

  show (binding);
  signal_name = g_strconcat ("notify::", property, NULL);
  binding->notify_id = g_signal_connect_swapped (record, signal_name, G_CALLBACK (show), binding);
  connect_widget (binding);
  binding->destroy_id = g_signal_connect (widget, "destroy", G_CALLBACK (spz_text_unbind), NULL);

  if (GTK_IS_TEXT_VIEW (widget))
    gtk_text_view_set_editable (GTK_TEXT_VIEW (widget), !spz_programme_get_read_only (programme));
  else
    gtk_editable_set_editable (GTK_EDITABLE (widget), !spz_programme_get_read_only (programme));

  g_object_set_data_full (G_OBJECT (widget), DATA_KEY, binding, text_binding_free);
}

/**
 * spz_text_unbind:
 * @widget: a widget, bound or not
 *
 * Ends what spz_text_bind() began, without committing.
 */
void
spz_text_unbind (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_object_set_data (G_OBJECT (widget), DATA_KEY, NULL);
}

/**
 * spz_text_commit:
 * @widget: a widget, bound or not
 *
 * Writes what was typed so far.
 *
 * Returns: %FALSE if that didn't work; the user was told
 */
gboolean
spz_text_commit (GtkWidget *widget)
{
  TextBinding *binding;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  binding = g_object_get_data (G_OBJECT (widget), DATA_KEY);

  return binding == NULL || commit (binding);
}
