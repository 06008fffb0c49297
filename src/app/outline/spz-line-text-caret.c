/* spz-line-text-caret.c: the caret stays in view
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-line-text-private.h"

/* How much is seen above and below the caret, in pixels */
#define ROOM 24

/* Returns whether it had to scroll */
static gboolean
reveal (SpzLineText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment;
  graphene_point_t corner;
  GdkRectangle caret;
  double before;
  int x, y;

  if (viewport == NULL)
    return FALSE;

  gtk_text_view_get_cursor_locations (view, NULL, &caret, NULL);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, caret.x, caret.y, &x, &y);
  if (!gtk_widget_compute_point (GTK_WIDGET (self), gtk_viewport_get_child (GTK_VIEWPORT (viewport)),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &corner))
    return FALSE;

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  before = gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, (double) corner.y - ROOM, (double) corner.y + caret.height + ROOM);

  return gtk_adjustment_get_value (adjustment) < before || gtk_adjustment_get_value (adjustment) > before;
}

static void
forget_frame (SpzLineText *self)
{
  if (self->clock != NULL)
    g_clear_signal_handler (&self->painted_id, self->clock);
  g_clear_object (&self->clock);
}

static void watch_frame (SpzLineText *self);

/* What comes into view by scrolling may move the line once more: an outline
 * makes its rows as they come near */
static void
painted_cb (SpzLineText *self)
{
  forget_frame (self);
  if ((self->showing || gtk_widget_has_focus (GTK_WIDGET (self))) && reveal (self))
    watch_frame (self);
  else
    self->showing = FALSE;
}

/* Where the caret is, is known only when the line was given its new height:
 * after the frame that is due */
static void
watch_frame (SpzLineText *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (self->clock != NULL || clock == NULL)
    return;

  self->clock = g_object_ref (clock);
  self->painted_id = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), self);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
}

static void
moved_cb (SpzLineText *self)
{
  if (gtk_widget_has_focus (GTK_WIDGET (self)))
    watch_frame (self);
}

/* Lets the page follow the caret: a text view alone would scroll only itself,
 * and has no need to where it is as high as its text. */
void
spz_line_text_caret_init (SpzLineText *self)
{
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "notify::cursor-position",
                           G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (moved_cb), NULL);
}

/* Brings the caret into view, though another widget has the focus. */
void
spz_line_text_caret_show (SpzLineText *self)
{
  self->showing = TRUE;
  watch_frame (self);
}

/* Ends that. */
void
spz_line_text_caret_dispose (SpzLineText *self)
{
  forget_frame (self);
}
