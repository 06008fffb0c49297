/* spz-number-binding.c: an entry that edits a record's whole number
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "spz-number-binding.h"

#include "spz-text.h"
#include "spz-tooltip.h"

/* Lives as long as its entry */
typedef struct
{
  /* Borrowed */
  GtkEntry     *entry;

  /* Owned */
  SpzProgramme *programme;
  SpzRecord    *record;
  char         *property;

  gint64        maximum;
  gulong        notify_id;
} NumberBinding;

static gint64
get_number (NumberBinding *binding)
{
  gint64 number = 0;

  g_object_get (binding->record, binding->property, &number, NULL);

  return number;
}

/* Nothing was agreed where it is 0 */
static char *
dup_text (NumberBinding *binding)
{
  gint64 number = get_number (binding);

  return number != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("");
}

static void
show (NumberBinding *binding)
{
  g_autofree char *text = dup_text (binding);

  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (binding->entry)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (binding->entry), text);
  spz_entry_set_problem (GTK_EDITABLE (binding->entry), NULL);
}

static void
commit (NumberBinding *binding)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (binding->entry))));
  g_autofree char *problem = NULL;
  g_autoptr(GError) error = NULL;
  double number = 0;

  if (*typed != '\0' &&
      (!spz_text_parse_number (typed, &number) ||
       number < 0 || number > (double) binding->maximum || number != floor (number)))
    {
      problem = g_strdup_printf (_("Please write a whole number from 0 to %d, or nothing"), (int) binding->maximum);
      spz_entry_set_problem (GTK_EDITABLE (binding->entry), problem);
      return;
    }

  if ((gint64) number != get_number (binding) &&
      !spz_programme_set (binding->programme, binding->record, &error,
                          binding->property, (gint64) number, NULL))
    spz_entry_set_problem (GTK_EDITABLE (binding->entry), error->message);
  else
    show (binding);
}

static gboolean
key_pressed_cb (NumberBinding *binding,
                guint          keyval)
{
  g_autofree char *text = dup_text (binding);

  /* An unchanged number leaves Escape to what is around it */
  if (keyval != GDK_KEY_Escape || strcmp (gtk_editable_get_text (GTK_EDITABLE (binding->entry)), text) == 0)
    return GDK_EVENT_PROPAGATE;

  show (binding);

  return GDK_EVENT_STOP;
}

static void
number_binding_free (gpointer data)
{
  NumberBinding *binding = data;

  g_clear_signal_handler (&binding->notify_id, binding->record);
  g_object_unref (binding->record);
  g_object_unref (binding->programme);
  g_free (binding->property);
  g_free (binding);
}

static void
release (GtkWidget *entry)
{
  g_object_set_data (G_OBJECT (entry), "spz-number-binding", NULL);
}

static void
activate_cb (GtkWidget *entry)
{
  NumberBinding *binding = g_object_get_data (G_OBJECT (entry), "spz-number-binding");

  if (binding != NULL)
    commit (binding);
}

static gboolean
key_cb (GtkWidget *entry,
        guint      keyval)
{
  NumberBinding *binding = g_object_get_data (G_OBJECT (entry), "spz-number-binding");

  return binding != NULL && key_pressed_cb (binding, keyval);
}

/**
 * spz_number_bind:
 * @entry: an entry that is not bound yet
 * @programme: the programme
 * @record: a record of it
 * @property: one of its whole numbers, of which 0 stands for none
 * @maximum: the largest number it may be
 *
 * Lets @entry show a number of @record and follow it, and lets the user edit
 * it, as one undoable step on Return or when the focus leaves. What can't be
 * taken stays, and says why; Escape takes it back.
 */
void
spz_number_bind (GtkEntry     *entry,
                 SpzProgramme *programme,
                 gpointer      record,
                 const char   *property,
                 gint64        maximum)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autofree char *signal_name = g_strconcat ("notify::", property, NULL);
  NumberBinding *binding = g_new0 (NumberBinding, 1);

  binding->entry = entry;
  binding->programme = g_object_ref (programme);
  binding->record = g_object_ref (record);
  binding->property = g_strdup (property);
  binding->maximum = maximum;
  binding->notify_id = g_signal_connect_swapped (record, signal_name, G_CALLBACK (show), binding);
  g_object_set_data_full (G_OBJECT (entry), "spz-number-binding", binding, number_binding_free);

  g_signal_connect (entry, "activate", G_CALLBACK (activate_cb), NULL);
  g_signal_connect (entry, "destroy", G_CALLBACK (release), NULL);
  g_signal_connect_object (focus, "leave", G_CALLBACK (activate_cb), entry, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), entry, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (entry), keys);

  gtk_entry_set_input_purpose (entry, GTK_INPUT_PURPOSE_DIGITS);
  gtk_editable_set_editable (GTK_EDITABLE (entry), !spz_programme_get_read_only (programme));
  show (binding);
}

/**
 * spz_entry_set_problem:
 * @entry: an entry
 * @problem: (nullable): what is wrong with what is written in it
 *
 * Marks an entry, and says why to the eye and to screen readers; or takes the
 * mark away.
 *
 * Returns: whether there is a problem
 */
gboolean
spz_entry_set_problem (GtkEditable *entry,
                       const char  *problem)
{
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");

  if (GTK_IS_ENTRY (entry))
    {
      gtk_entry_set_icon_from_icon_name (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY,
                                         problem != NULL ? "dialog-warning-symbolic" : NULL);
      gtk_entry_set_icon_activatable (GTK_ENTRY (entry), GTK_ENTRY_ICON_SECONDARY, FALSE);
    }
  spz_tooltip_set (GTK_WIDGET (entry), problem);
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, problem != NULL ? problem : "",
                                  -1);

  return problem != NULL;
}
