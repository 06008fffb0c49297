/* spz-window-search.c: search in the window's sidebar
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-window-private.h"

#include "spz-search.h"

#define MAX_HITS 60

static GtkWidget *
make_row (SpzSearchHit *hit)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (hit->title);
  GtkWidget *context = gtk_label_new (hit->context);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (title), 2);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (context), 0);
  gtk_label_set_ellipsize (GTK_LABEL (context), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (context, "caption");
  gtk_widget_add_css_class (context, "dim-label");

  gtk_box_append (GTK_BOX (lines), title);
  gtk_box_append (GTK_BOX (lines), context);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (hit->icon_name));
  gtk_box_append (GTK_BOX (box), lines);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, hit->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hit->context,
                                  -1);
  g_object_set_data_full (G_OBJECT (row), "spz-record", g_object_ref (hit->record), g_object_unref);

  return row;
}

static void
clear_results (SpzWindow *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->results, 0)) != NULL)
    gtk_list_box_remove (self->results, GTK_WIDGET (row));
}

static void
search (SpzWindow *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autoptr(GPtrArray) hits = NULL;

  clear_results (self);

  if (self->programme == NULL || query[0] == '\0')
    {
      gtk_stack_set_visible_child_name (self->sidebar_stack, "navigation");
      return;
    }

  hits = spz_search (self->programme, query, MAX_HITS);
  for (guint i = 0; i < hits->len; i++)
    gtk_list_box_append (self->results, make_row (g_ptr_array_index (hits, i)));

  gtk_stack_set_visible_child_name (self->sidebar_stack, hits->len > 0 ? "results" : "nothing");
}

/* The entry tells of typing a little later. What was found by then keeps the
 * keyboard. */
static void
search_changed_cb (SpzWindow *self)
{
  if (!(gtk_widget_get_state_flags (GTK_WIDGET (self->results)) & GTK_STATE_FLAG_FOCUS_WITHIN))
    search (self);
}

static void
result_activated_cb (SpzWindow     *self,
                     GtkListBoxRow *row)
{
  g_autoptr(SpzRecord) record = g_object_ref (g_object_get_data (G_OBJECT (row), "spz-record"));

  spz_window_go_to (self, record);
}

/* Return in the entry opens the first hit. */
static void
search_activated_cb (SpzWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->results, 0);

  if (row != NULL)
    result_activated_cb (self, row);
}

/* Down leads from the entry into what was found, and Up back out of it. What
 * was typed last may not have been searched yet. */
static gboolean
entry_key_cb (SpzWindow       *self,
              guint            keyval,
              guint            keycode,
              GdkModifierType  state)
{
  GtkListBoxRow *row;

  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  search (self);
  row = gtk_list_box_get_row_at_index (self->results, 0);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));

  return row != NULL ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static gboolean
results_left_cb (SpzWindow        *self,
                 GtkDirectionType  direction)
{
  if (direction == GTK_DIR_UP)
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));

  return direction == GTK_DIR_UP;
}

void
spz_window_search_init (SpzWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), keys);
  g_signal_connect_object (self->results, "keynav-failed",
                           G_CALLBACK (results_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "search-changed",
                           G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "activate",
                           G_CALLBACK (search_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "stop-search",
                           G_CALLBACK (spz_window_stop_search), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->results, "row-activated",
                           G_CALLBACK (result_activated_cb), self, G_CONNECT_SWAPPED);
}

void
spz_window_start_search (SpzWindow *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->sidebar);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
spz_window_stop_search (SpzWindow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->navigation));
}
