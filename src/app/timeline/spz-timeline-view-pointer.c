/* spz-timeline-view-pointer.c: pointing at the plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-view-private.h"

#include <math.h>

/*
 * spz_timeline_view_toggle_group:
 * @self: a view
 * @group: index of a group
 *
 * Folds or unfolds a group.
 */
void
spz_timeline_view_toggle_group (SpzTimelineView *self,
                                guint            group)
{
  spz_timeline_layout_set_collapsed (self->layout, group,
                                     !spz_timeline_layout_get_collapsed (self->layout, group));
  spz_timeline_view_clear_caches (self);
  spz_timeline_view_update (self);
}

/* The focus goes back to what the menu was about, unless what was chosen has
 * moved it */
static void
menu_closed_cb (SpzTimelineView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (self->cursor != 0 &&
      (focus == NULL || focus == GTK_WIDGET (self) || gtk_widget_is_ancestor (focus, self->menu)))
    spz_timeline_view_focus_key (self, self->cursor);
}

/*
 * spz_timeline_view_popup_menu:
 * @self: a view
 * @x: where, in the widget's coordinates
 * @y: where, in the widget's coordinates
 *
 * Shows the context menu.
 */
void
spz_timeline_view_popup_menu (SpzTimelineView *self,
                              double           x,
                              double           y)
{
  g_autoptr (GMenuModel) model = NULL;

  if (self->menu_model == NULL)
    return;

  /* One that was shown before would stay as high as it was */
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  model = spz_timeline_view_create_menu (self);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (menu_closed_cb), self);

  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static gboolean
scroll_cb (SpzTimelineView          *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (!(state & GDK_CONTROL_MASK) || self->layout == NULL)
    return GDK_EVENT_PROPAGATE;

  spz_timeline_view_update_scale (self,
                                  spz_timeline_layout_get_scale (self->layout)->per_day * pow (1.15, -dy),
                                  self->pointer_x);

  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (SpzTimelineView  *self,
                GdkEventSequence *sequence,
                GtkGesture       *gesture)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    spz_timeline_view_begin_pinch (self, x);
}

static void
pinch_cb (SpzTimelineView *self,
          double           scale,
          GtkGesture      *gesture)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    spz_timeline_view_pinch (self, scale, x);
}

static const char *
get_cursor_name (SpzTimelineView *self,
                 double           x,
                 double           y)
{
  SpzTimelineHit hit;

  if (self->layout != NULL && spz_timeline_view_find_connector (self, x, y) != 0)
    return "crosshair";
  if (self->layout != NULL && spz_timeline_view_find_handle (self, x, y) != 0)
    return "grab";

  spz_timeline_view_hit_test (self, x, y, &hit);
  switch (hit.type)
    {
    case SPZ_TIMELINE_HIT_BAR_START:
    case SPZ_TIMELINE_HIT_BAR_END:
      return spz_timeline_view_can_edit (self) ? "ew-resize" : NULL;

    case SPZ_TIMELINE_HIT_GROUP:
      return "pointer";

    default:
      return NULL;
    }
}

/* An empty row says what to do with it when the pointer comes near */
static void
set_hover_row (SpzTimelineView *self,
               guint            row)
{
  if (self->hover_row == row)
    return;

  self->hover_row = row;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_hover_title (SpzTimelineView *self,
                 SpzTimelineKey   key)
{
  if (self->hover_title == key)
    return;

  self->hover_title = key;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What is pointed at, as long as its connector isn't, which reaches beyond it */
static void
set_hover_phase (SpzTimelineView      *self,
                 const SpzTimelineHit *hit,
                 double                x,
                 double                y)
{
  SpzTimelineKey key = hit->type >= SPZ_TIMELINE_HIT_BAR && hit->type <= SPZ_TIMELINE_HIT_BAR_END
                       ? spz_timeline_view_get_hit_key (self, hit)
                       : 0;

  if (self->hover_phase == key ||
      (self->hover_phase != 0 && spz_timeline_view_find_connector (self, x, y) == self->hover_phase))
    return;

  self->hover_phase = key;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave_cb (SpzTimelineView *self)
{
  self->hover_phase = 0;
  set_hover_title (self, 0);
  set_hover_row (self, SPZ_TIMELINE_NONE);
}

static void
motion_cb (SpzTimelineView *self,
           double           x,
           double           y)
{
  SpzTimelineHit hit;

  spz_timeline_view_hit_test (self, x, y, &hit);
  set_hover_row (self, hit.type == SPZ_TIMELINE_HIT_MEASURE ? hit.row : SPZ_TIMELINE_NONE);
  if (self->layout != NULL)
    {
      set_hover_phase (self, &hit, x, y);
      set_hover_title (self, hit.date == SPZ_DATE_NONE ? spz_timeline_view_get_hit_key (self, &hit) : 0);
    }
  self->pointer_x = x;
  if (self->drag.type == SPZ_TIMELINE_DRAG_NONE)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), get_cursor_name (self, x, y));
}

static void
press_cb (SpzTimelineView *self,
          int              n_press,
          double           x,
          double           y,
          GtkGestureClick *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  gboolean extend = (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0;
  SpzTimelineHit hit;
  SpzTimelineKey key;

  if (self->layout == NULL)
    return;

  spz_timeline_view_hit_test (self, x, y, &hit);
  key = spz_timeline_view_get_hit_key (self, &hit);
  gtk_widget_grab_focus (GTK_WIDGET (self));

  /* A selection can be dragged, and the menu is about all of it. With Shift or
   * Control it may be copied or banded, too: a click is one when it ends */
  if (!extend && !g_hash_table_contains (self->selection, &key))
    spz_timeline_view_set_cursor (self, key, FALSE);
  if (key != 0)
    {
      GtkWidget *item = g_hash_table_lookup (self->items, &key);

      if (item != NULL)
        gtk_widget_grab_focus (item);
    }

  if (button == GDK_BUTTON_SECONDARY)
    spz_timeline_view_popup_menu (self, x, y);
  else if (n_press == 2 && hit.type != SPZ_TIMELINE_HIT_GROUP && key != 0)
    spz_timeline_view_activate (self);
}

static void
release_cb (SpzTimelineView *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  gboolean extend = (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0;
  SpzTimelineHit hit;

  if (self->layout == NULL ||
      gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) != GDK_BUTTON_PRIMARY)
    return;

  spz_timeline_view_hit_test (self, x, y, &hit);
  if (extend)
    {
      SpzTimelineKey key = spz_timeline_view_get_hit_key (self, &hit);

      if (key != 0)
        spz_timeline_view_set_cursor (self, key, TRUE);
      return;
    }

  if (hit.type == SPZ_TIMELINE_HIT_GROUP)
    spz_timeline_view_toggle_group (self, hit.index);

  /* A click on one of several selects it alone */
  spz_timeline_view_set_cursor (self, spz_timeline_view_get_hit_key (self, &hit), FALSE);
}

static gboolean
key_cb (SpzTimelineView *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  return spz_timeline_view_modify_drag (self, keyval, TRUE) ||
         spz_timeline_view_handle_key (self, keyval, state);
}

static void
key_released_cb (SpzTimelineView *self,
                 guint            keyval)
{
  spz_timeline_view_modify_drag (self, keyval, FALSE);
}

/*
 * spz_timeline_view_init_pointer:
 * @self: a view
 *
 * Lets the pointer and the keyboard select, fold and zoom.
 */
void
spz_timeline_view_init_pointer (SpzTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *controller;
  GtkGesture *gesture;

  controller = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  g_signal_connect_swapped (controller, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (widget, controller);

  controller = gtk_event_controller_motion_new ();
  g_signal_connect_swapped (controller, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (controller, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (controller, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (widget, controller);

  controller = gtk_event_controller_key_new ();
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (controller, "key-released", G_CALLBACK (key_released_cb), self);
  gtk_widget_add_controller (widget, controller);

  gesture = gtk_gesture_zoom_new ();
  g_signal_connect_swapped (gesture, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (gesture, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (gesture));

  gesture = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), 0);
  g_signal_connect_swapped (gesture, "pressed", G_CALLBACK (press_cb), self);
  g_signal_connect_swapped (gesture, "released", G_CALLBACK (release_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (gesture));
}
