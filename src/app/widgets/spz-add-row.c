/* spz-add-row.c: a row at a list's end to add one more
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-add-row.h"

#include "spz-text.h"

struct _SpzAddRow
{
  AdwEntryRow parent_instance;
};

G_DEFINE_FINAL_TYPE (SpzAddRow, spz_add_row, ADW_TYPE_ENTRY_ROW)

enum {
  ADD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
activated_cb (SpzAddRow *self)
{
  g_autofree char *text = spz_text_squeeze (gtk_editable_get_text (GTK_EDITABLE (self)));

  if (text[0] == '\0')
    return;

  gtk_editable_set_text (GTK_EDITABLE (self), "");
  g_signal_emit (self, signals[ADD], 0, text);
}

static gboolean
key_pressed_cb (SpzAddRow *self,
                guint      keyval)
{
  if (keyval != GDK_KEY_Escape || gtk_editable_get_text (GTK_EDITABLE (self))[0] == '\0')
    return GDK_EVENT_PROPAGATE;

  gtk_editable_set_text (GTK_EDITABLE (self), "");

  return GDK_EVENT_STOP;
}

static void
spz_add_row_class_init (SpzAddRowClass *klass)
{
  /**
   * SpzAddRow::add:
   * @self: the row
   * @text: what was written, without superfluous white space, not empty
   *
   * The user wants one more.
   */
  signals[ADD] =
    g_signal_new ("add", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
spz_add_row_init (SpzAddRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("list-add-symbolic");

  gtk_widget_add_css_class (icon, "dim-label");
  adw_entry_row_add_prefix (ADW_ENTRY_ROW (self), icon);
  g_signal_connect (self, "entry-activated", G_CALLBACK (activated_cb), NULL);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * spz_add_row_new:
 * @title: what is added, "New Task"
 *
 * Makes a row for the end of a boxed list, in which one writes what to add.
 *
 * Returns: (transfer none): a row
 */
GtkWidget *
spz_add_row_new (const char *title)
{
  return g_object_new (SPZ_TYPE_ADD_ROW,
                       "title", title,
                       NULL);
}
