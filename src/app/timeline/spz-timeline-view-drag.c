/* spz-timeline-view-drag.c: editing the plan with the pointer
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-view-private.h"

#include <math.h>

#include "spz-feedback.h"

/* A drag remembers the date that was pressed and works on the pointer's
 * distance from it in days, whatever is scrolled meanwhile. Nothing is written
 * before the drop: until then the layout shows bars where they would be. */

/* So far a pointer may move and still has only clicked, in pixels */
#define THRESHOLD 4.0

/* Nearer to the chart's edge than this, and it is scrolled, in pixels */
#define SCROLL_ZONE 28.0

/* How often, in milliseconds */
#define SCROLL_INTERVAL 30

/* Showing what would be */

/*
 * spz_timeline_view_show_tip:
 * @self: a view
 * @origin: (nullable): the dates before
 * @span: the dates now
 * @conflict: (nullable): what is wrong with them
 *
 * Tells at the pointer what a drop would make.
 */
void
spz_timeline_view_show_tip (SpzTimelineView   *self,
                            const SpzPlanSpan *origin,
                            const SpzPlanSpan *span,
                            const char        *conflict)
{
  g_autofree char *text = spz_timeline_span_describe (origin, span, self->drag.grip);
  g_autofree char *all = g_strjoin ("\n", text, conflict, NULL);

  spz_timeline_tip_set_text (SPZ_TIMELINE_TIP (self->tip), all);
  gtk_widget_set_visible (self->tip, TRUE);
}

/*
 * spz_timeline_view_allocate_tip:
 * @self: a view
 *
 * Places the label with the new dates above the pointer.
 */
void
spz_timeline_view_allocate_tip (SpzTimelineView *self)
{
  graphene_rect_t room = self->geometry.chart;
  int width, height;
  double x, y;

  if (self->tip == NULL || !gtk_widget_get_visible (self->tip))
    return;

  spz_timeline_tip_get_size (SPZ_TIMELINE_TIP (self->tip), &width, &height);
  if (self->drag.type == SPZ_TIMELINE_DRAG_ROW)
    graphene_rect_union (&room, &self->geometry.column, &room);
  x = CLAMP (self->drag.x - width / 2.0, room.origin.x,
             MAX (room.origin.x + room.size.width - width, room.origin.x));
  y = self->drag.y - height - 24;
  if (y < 0)
    y = self->drag.y + 32;

  gtk_widget_size_allocate (self->tip, &(GtkAllocation) { (int) x, (int) y, width, height }, -1);
}

/* Following the pointer */

/*
 * spz_timeline_view_get_pointer_date:
 * @self: a view
 *
 * Returns: the date that what is dragged is at now
 */
SpzDate
spz_timeline_view_get_pointer_date (SpzTimelineView *self)
{
  return spz_timeline_scale_to_date (spz_timeline_layout_get_scale (self->layout),
                                     spz_timeline_view_get_content_x (self, self->drag.x));
}

static void
follow_create (SpzTimelineView       *self,
               const SpzTimelineSnap *snap)
{
  SpzTimelineDrag *drag = &self->drag;

  drag->created = spz_timeline_span_between (drag->hit.date, spz_timeline_view_get_pointer_date (self), snap);
  spz_timeline_view_show_tip (self, NULL, &drag->created, NULL);
}

/* Along an empty row a phase is drawn; across rows, a rubber band */
static void
choose_type (SpzTimelineView *self)
{
  SpzTimelineDrag *drag = &self->drag;
  double y = drag->y - self->geometry.chart.origin.y + self->geometry.y;
  double top, height;

  if (drag->copy || drag->alone || drag->hit.type != SPZ_TIMELINE_HIT_MEASURE ||
      !spz_timeline_view_can_edit (self))
    return;

  spz_timeline_layout_get_row_extents (self->layout, drag->hit.row, &top, &height);
  if (y >= top - THRESHOLD && y < top + height + THRESHOLD)
    {
      if (drag->type == SPZ_TIMELINE_DRAG_BAND)
        spz_timeline_view_select_keys (self, drag->former);
      drag->type = SPZ_TIMELINE_DRAG_CREATE;
    }
  else
    {
      gtk_widget_set_visible (self->tip, FALSE);
      drag->type = SPZ_TIMELINE_DRAG_BAND;
    }
}

static void
follow_pointer (SpzTimelineView *self)
{
  SpzTimelineDrag *drag = &self->drag;
  SpzTimelineSnap snap = spz_timeline_view_get_snap (self, drag->free);

  if (drag->type == SPZ_TIMELINE_DRAG_CREATE || drag->type == SPZ_TIMELINE_DRAG_BAND)
    choose_type (self);

  switch (drag->type)
    {
    case SPZ_TIMELINE_DRAG_EDIT:
      if (spz_timeline_view_follow_edit (self, &snap))
        break;

      spz_timeline_view_allocate_tip (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;

    case SPZ_TIMELINE_DRAG_CREATE:
      follow_create (self, &snap);
      break;

    case SPZ_TIMELINE_DRAG_BAND:
      spz_timeline_view_follow_band (self);
      break;

    case SPZ_TIMELINE_DRAG_LINK:
      spz_timeline_view_follow_link (self);
      break;

    case SPZ_TIMELINE_DRAG_ROW:
      spz_timeline_view_follow_row (self);
      break;

    case SPZ_TIMELINE_DRAG_NONE:
    default:
      break;
    }

  spz_timeline_view_update (self);
}

/* Scrolling at the edges */

/* What was pressed at an edge may be dragged away from it */
static double
get_scroll_distance (double pointer,
                     double press,
                     double start,
                     double size)
{
  if (pointer < start + SCROLL_ZONE && pointer < press - THRESHOLD)
    return pointer - start - SCROLL_ZONE;
  if (pointer > start + size - SCROLL_ZONE && pointer > press + THRESHOLD)
    return pointer - start - size + SCROLL_ZONE;

  return 0;
}

static gboolean
scroll_cb (gpointer user_data)
{
  SpzTimelineView *self = user_data;
  const graphene_rect_t *chart = &self->geometry.chart;
  double dx = get_scroll_distance (self->drag.x, self->drag.press_x, chart->origin.x, chart->size.width);
  double dy = get_scroll_distance (self->drag.y, self->drag.press_y, chart->origin.y, chart->size.height);

  if (self->drag.type == SPZ_TIMELINE_DRAG_ROW)
    dx = 0;
  if (dx == 0 && dy == 0)
    return G_SOURCE_CONTINUE;

  gtk_adjustment_set_value (self->hadjustment, gtk_adjustment_get_value (self->hadjustment) + dx / 3);
  if (self->drag.type != SPZ_TIMELINE_DRAG_CREATE)
    gtk_adjustment_set_value (self->vadjustment, gtk_adjustment_get_value (self->vadjustment) + dy / 3);

  follow_pointer (self);

  return G_SOURCE_CONTINUE;
}

/* Beginning and ending */

static gboolean
begin_band (SpzTimelineView *self)
{
  if (self->drag.hit.date == SPZ_DATE_NONE) /* beside the chart */
    return FALSE;

  self->drag.type = SPZ_TIMELINE_DRAG_BAND;
  spz_timeline_view_begin_band (self);

  return TRUE;
}

static gboolean
begin_drag (SpzTimelineView *self)
{
  if (self->drag.link != 0)
    {
      self->drag.type = SPZ_TIMELINE_DRAG_LINK;
      return TRUE;
    }

  if (self->drag.row != 0)
    {
      self->drag.type = SPZ_TIMELINE_DRAG_ROW;
      return TRUE;
    }

  switch (self->drag.hit.type)
    {
    case SPZ_TIMELINE_HIT_BAR:
    case SPZ_TIMELINE_HIT_BAR_START:
    case SPZ_TIMELINE_HIT_BAR_END:
    case SPZ_TIMELINE_HIT_MILESTONE:
      return spz_timeline_view_can_edit (self) && spz_timeline_view_begin_edit (self);

    case SPZ_TIMELINE_HIT_MEASURE:
    case SPZ_TIMELINE_HIT_GROUP:
    case SPZ_TIMELINE_HIT_NOTHING:
    default:
      return begin_band (self);
    }
}

static const char *
get_cursor_name (const SpzTimelineDrag *drag)
{
  if (drag->type == SPZ_TIMELINE_DRAG_ROW)
    return "grabbing";
  if (drag->type != SPZ_TIMELINE_DRAG_EDIT)
    return "crosshair";
  if (drag->copy)
    return "copy";

  return drag->grip == SPZ_PLAN_GRIP_WHOLE ? "grabbing" : "ew-resize";
}

/*
 * spz_timeline_view_end_drag:
 * @self: a view
 *
 * Shows everything as it is: nothing is dragged any more.
 */
void
spz_timeline_view_end_drag (SpzTimelineView *self)
{
  SpzTimelineDrag *drag = &self->drag;

  spz_timeline_view_end_edit (self);
  g_clear_handle_id (&drag->scroll_source, g_source_remove);
  spz_timeline_view_end_band (self);
  drag->type = SPZ_TIMELINE_DRAG_NONE;

  gtk_widget_set_visible (self->tip, FALSE);
  spz_timeline_layout_set_moves (self->layout, NULL, 0);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  spz_timeline_view_update (self);
}

static void
restore (SpzTimelineView *self)
{
  if (self->drag.type == SPZ_TIMELINE_DRAG_BAND)
    spz_timeline_view_select_keys (self, self->drag.former);
  spz_timeline_view_end_drag (self);
}

/*
 * spz_timeline_view_cancel_drag:
 * @self: a view
 *
 * Puts everything back where it was before it was dragged.
 *
 * Returns: whether anything was
 */
gboolean
spz_timeline_view_cancel_drag (SpzTimelineView *self)
{
  if (self->drag.type == SPZ_TIMELINE_DRAG_NONE)
    return FALSE;

  restore (self);
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->drag_gesture));

  return TRUE;
}

static void
drop_created (SpzTimelineView *self)
{
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);
  gint64 measure = spz_timeline_plan_get_measures (plan, NULL)[self->drag.hit.index].id;
  SpzPlanSpan span = self->drag.created;
  GError *error = NULL;
  gint64 id;

  spz_timeline_view_end_drag (self);
  id = spz_plan_add_phase (self->programme, measure, &span, &error);
  if (id == 0)
    {
      spz_feedback_report (GTK_WIDGET (self), error);
      return;
    }

  spz_timeline_view_select (self, spz_programme_lookup (self->programme, SPZ_TYPE_PHASE, id));
  spz_timeline_view_activate (self);
}

static void
drag_begin_cb (SpzTimelineView *self,
               double           x,
               double           y)
{
  self->drag.press_x = x;
  self->drag.press_y = y;
  self->drag.origin_x = spz_timeline_view_get_content_x (self, x);
  self->drag.origin_y = y - self->geometry.chart.origin.y + self->geometry.y;
  self->drag.link = self->layout != NULL ? spz_timeline_view_find_connector (self, x, y) : 0;
  self->drag.row = self->layout != NULL ? spz_timeline_view_find_handle (self, x, y) : 0;
  self->drag.target = 0;
  spz_timeline_view_hit_test (self, x, y, &self->drag.hit);
}

static void
drag_update_cb (SpzTimelineView *self,
                double           dx,
                double           dy,
                GtkGestureDrag  *gesture)
{
  SpzTimelineDrag *drag = &self->drag;
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (self->layout == NULL)
    return;

  drag->x = drag->press_x + dx;
  drag->y = drag->press_y + dy;
  drag->free = (state & GDK_ALT_MASK) != 0;
  drag->alone = (state & GDK_CONTROL_MASK) != 0;

  if (drag->type == SPZ_TIMELINE_DRAG_NONE)
    {
      if (hypot (dx, dy) < THRESHOLD)
        return;

      drag->copy = (state & GDK_SHIFT_MASK) != 0;
      if (!begin_drag (self))
        {
          gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
          return;
        }

      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), get_cursor_name (drag));
      drag->scroll_source = g_timeout_add (SCROLL_INTERVAL, scroll_cb, self);
    }

  follow_pointer (self);
}

static void
drag_end_cb (SpzTimelineView *self)
{
  switch (self->drag.type)
    {
    case SPZ_TIMELINE_DRAG_EDIT:
      spz_timeline_view_drop_edit (self);
      break;

    case SPZ_TIMELINE_DRAG_CREATE:
      drop_created (self);
      break;

    case SPZ_TIMELINE_DRAG_BAND:
      spz_timeline_view_end_drag (self);
      break;

    case SPZ_TIMELINE_DRAG_LINK:
      spz_timeline_view_end_drag (self);
      spz_timeline_view_drop_link (self, self->drag.link, self->drag.target);
      break;

    case SPZ_TIMELINE_DRAG_ROW:
      spz_timeline_view_end_drag (self);
      spz_timeline_view_drop_row (self, self->drag.row, &self->drag.drop);
      break;

    case SPZ_TIMELINE_DRAG_NONE:
    default:
      break;
    }
}

/*
 * spz_timeline_view_modify_drag:
 * @self: a view
 * @keyval: a key
 * @held: whether it was pressed, or let go
 *
 * Lets a key take effect at once, be the pointer moved or not.
 *
 * Returns: whether the key means anything to what is being dragged
 */
gboolean
spz_timeline_view_modify_drag (SpzTimelineView *self,
                               guint            keyval,
                               gboolean         held)
{
  if (self->drag.type == SPZ_TIMELINE_DRAG_NONE)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Alt_L:
    case GDK_KEY_Alt_R:
    case GDK_KEY_Meta_L:
    case GDK_KEY_Meta_R:
      self->drag.free = held;
      break;

    case GDK_KEY_Control_L:
    case GDK_KEY_Control_R:
      self->drag.alone = held;
      break;

    default:
      return FALSE;
    }

  follow_pointer (self);

  return TRUE;
}

/* The grab was taken away: by another window, or as the page was left */
static void
cancel_cb (SpzTimelineView *self)
{
  if (self->drag.type != SPZ_TIMELINE_DRAG_NONE)
    restore (self);
}

/*
 * spz_timeline_view_init_drag:
 * @self: a view
 *
 * Lets the pointer drag what is in the chart.
 */
void
spz_timeline_view_init_drag (SpzTimelineView *self)
{
  self->drag_gesture = gtk_gesture_drag_new ();
  g_signal_connect_swapped (self->drag_gesture, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (self->drag_gesture, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (self->drag_gesture, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (self->drag_gesture, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag_gesture));
}
