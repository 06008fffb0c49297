/* spz-line-text-keys.c: what keys do in a line
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-line-text-private.h"

static gboolean
cursor_is_at_edge (SpzLineText *self,
                   int          direction)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = spz_line_text_get_buffer (self);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));

  return direction < 0 ? !gtk_text_view_backward_display_line (view, &iter)
                       : !gtk_text_view_forward_display_line (view, &iter);
}

static gboolean
enter_key (SpzLineText *self)
{
  if (spz_line_text_has_handler (self, SPZ_LINE_ENTER))
    spz_line_text_emit (self, SPZ_LINE_ENTER);
  else
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);

  return GDK_EVENT_STOP;
}

/* Backspace: takes a correction back, goes on in the line before, or erases */
static gboolean
erase_key (SpzLineText *self)
{
  GtkTextBuffer *buffer = spz_line_text_get_buffer (self);
  GtkTextIter iter;

  if (spz_line_text_uncorrect (self))
    return GDK_EVENT_STOP;

  if (gtk_text_buffer_get_char_count (buffer) == 0)
    {
      spz_line_text_emit (self, SPZ_LINE_ERASE);
      return GDK_EVENT_STOP;
    }

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  if (!gtk_text_iter_is_start (&iter) || gtk_text_buffer_get_has_selection (buffer))
    return GDK_EVENT_PROPAGATE;

  return spz_line_text_emit_step (self, SPZ_LINE_JOIN, -1);
}

static gboolean
delete_key (SpzLineText *self)
{
  GtkTextBuffer *buffer = spz_line_text_get_buffer (self);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  if (!gtk_text_iter_is_end (&iter) || gtk_text_buffer_get_has_selection (buffer))
    return GDK_EVENT_PROPAGATE;

  return spz_line_text_emit_step (self, SPZ_LINE_JOIN, 1);
}

static gboolean
style_key (SpzLineText    *self,
           SpzInlineStyle  style)
{
  spz_line_text_toggle_style (self, style);

  return GDK_EVENT_STOP;
}

static gboolean
plain_key (SpzLineText *self,
           guint        keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return enter_key (self);

    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      return spz_line_text_emit_step (self, SPZ_LINE_LEVEL, 1);

    case GDK_KEY_BackSpace:
      return erase_key (self);

    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      return delete_key (self);

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return cursor_is_at_edge (self, -1) ? spz_line_text_emit_step (self, SPZ_LINE_LEAVE, -1) : GDK_EVENT_PROPAGATE;

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return cursor_is_at_edge (self, 1) ? spz_line_text_emit_step (self, SPZ_LINE_LEAVE, 1) : GDK_EVENT_PROPAGATE;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
menu_key (SpzLineText *self)
{
  GtkTextBuffer *buffer = spz_line_text_get_buffer (self);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  spz_line_text_menu_open (self, &iter);

  return GDK_EVENT_STOP;
}

/* The menu of what is under the pointer, instead of the one of every text */
static void
pressed_cb (SpzLineText *self,
            int          n_press,
            double       x,
            double       y,
            GtkGesture  *click)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  int buffer_x;
  int buffer_y;

  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  spz_line_text_menu_open (self, &iter);
}

static gboolean
key_pressed_cb (SpzLineText     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK))
    return menu_key (self);

  if (self->composing || !gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return GDK_EVENT_PROPAGATE;

  if (modifiers == 0)
    return plain_key (self, keyval);

  if (modifiers == GDK_SHIFT_MASK && (keyval == GDK_KEY_ISO_Left_Tab || keyval == GDK_KEY_Tab))
    return spz_line_text_emit_step (self, SPZ_LINE_LEVEL, -1);

  if (modifiers == GDK_ALT_MASK && (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up))
    return spz_line_text_emit_step (self, SPZ_LINE_SHIFT, -1);

  if (modifiers == GDK_ALT_MASK && (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down))
    return spz_line_text_emit_step (self, SPZ_LINE_SHIFT, 1);

  if (modifiers == GDK_CONTROL_MASK && !self->plain && keyval == GDK_KEY_b)
    return style_key (self, SPZ_INLINE_BOLD);

  if (modifiers == GDK_CONTROL_MASK && !self->plain && keyval == GDK_KEY_i)
    return style_key (self, SPZ_INLINE_ITALIC);

  return GDK_EVENT_PROPAGATE;
}

/* Gives a line its keys, and its menu what is under the pointer. */
void
spz_line_text_keys_init (SpzLineText *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
