/* spz-window-focus.c: what has the keyboard stays in sight
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-window-private.h"

#include "spz-outline-view.h"

/* Rows that were just made find their heights within so many frames */
#define N_FRAMES 8

/* All of what has the keyboard, in @viewport; of a text that is higher than
 * @page the line that is typed in */
static gboolean
get_place (GtkWidget *focus,
           GtkWidget *viewport,
           double     page,
           double    *top,
           double    *height)
{
  GdkRectangle cursor = { 0, 0, 0, gtk_widget_get_height (focus) };
  double x;

  if (GTK_IS_TEXT_VIEW (focus) && cursor.height > page)
    {
      gtk_text_view_get_cursor_locations (GTK_TEXT_VIEW (focus), NULL, &cursor, NULL);
      gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (focus), GTK_TEXT_WINDOW_WIDGET, cursor.x, cursor.y,
                                             &cursor.x, &cursor.y);
    }

  *height = cursor.height;

  return gtk_widget_translate_coordinates (focus, viewport, 0, cursor.y, &x, top);
}

/* A viewport scrolls to what gets the keyboard, but at once: a row that was
 * just made has no place yet, and one that grows while it is typed in grows
 * out of sight. */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  guint *n_passed = user_data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));
  GtkWidget *viewport = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_VIEWPORT) : NULL;
  GtkAdjustment *adjustment;
  double top, height;

  /* What is in a popover doesn't move the page below it */
  if (viewport == NULL || gtk_widget_get_native (focus) != gtk_widget_get_native (viewport))
    return G_SOURCE_REMOVE;

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  if (!get_place (focus, viewport, gtk_adjustment_get_page_size (adjustment), &top, &height))
    return G_SOURCE_REMOVE;

  if (*n_passed > 0 && height <= gtk_adjustment_get_page_size (adjustment))
    {
      top += gtk_adjustment_get_value (adjustment);
      gtk_adjustment_clamp_page (adjustment, top, top + height);
    }

  return (*n_passed)++ < N_FRAMES;
}

static void
queue_scroll (SpzWindow *self,
              guint      n_frames)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  guint *n_passed;

  /* An outline, which makes its rows as they are seen, scrolls by itself */
  if (focus == NULL || gtk_widget_get_ancestor (focus, SPZ_TYPE_OUTLINE_VIEW) != NULL)
    return;

  if (self->scroll_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_id);
  n_passed = g_new (guint, 1);
  *n_passed = N_FRAMES - n_frames;
  self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, n_passed, g_free);
}

/* With the next frame the text has its new height */
static void
typed_cb (SpzWindow *self)
{
  queue_scroll (self, 1);
}

static void
focus_changed_cb (SpzWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  g_signal_group_set_target (self->typing,
                             GTK_IS_TEXT_VIEW (focus) ? gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)) : NULL);
  queue_scroll (self, N_FRAMES);
}

void
spz_window_focus_init (SpzWindow *self)
{
  self->typing = g_signal_group_new (GTK_TYPE_TEXT_BUFFER);
  g_signal_group_connect_swapped (self->typing, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_changed_cb), NULL);
}
