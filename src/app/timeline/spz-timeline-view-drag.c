/* spz-timeline-view-drag.c: editing the plan with the pointer
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-view-private.h"

#include <adwaita.h>
#include <math.h>

#include "spz-dependencies.h"
#include "spz-feedback.h"
#include "spz-promises.h"

/* A drag remembers the date that was pressed and works on the pointer's
 * distance from it in days, whatever is scrolled meanwhile. Nothing is written
 * before the drop: until then the layout shows bars where they would be. */

/* So far a pointer may move and still has only clicked, in pixels */
#define THRESHOLD 4.0

/* A drag that goes less far along the axis than this is one to another row */
#define STRAIGHT 8.0

/* Nearer to the chart's edge than this, and it is scrolled, in pixels */
#define SCROLL_ZONE 28.0

/* How often, in milliseconds */
#define SCROLL_INTERVAL 30

static SpzPlanSpan
get_span (SpzRecord *record)
{
  if (SPZ_IS_PHASE (record))
    {
      SpzPhase *phase = SPZ_PHASE (record);

      return (SpzPlanSpan) { phase->start, phase->end, phase->precision };
    }
  else
    {
      SpzMilestone *milestone = SPZ_MILESTONE (record);

      return (SpzPlanSpan) { milestone->date, milestone->date, milestone->precision };
    }
}

static gint64
get_measure (SpzRecord *record)
{
  return SPZ_IS_PHASE (record) ? SPZ_PHASE (record)->measure : SPZ_MILESTONE (record)->measure;
}

/* What is dragged comes first, then the rest of the selection */
static void
collect_edits (SpzTimelineView *self,
               SpzRecord       *record)
{
  SpzTimelineDrag *drag = &self->drag;
  g_autoptr (GPtrArray) selection = spz_timeline_view_dup_selection (self);
  gboolean alone = drag->grip != SPZ_PLAN_GRIP_WHOLE ||
                   !g_ptr_array_find (selection, record, NULL);

  drag->edits = g_new0 (SpzPlanEdit, selection->len + 1);
  drag->origins = g_new0 (SpzPlanSpan, selection->len + 1);
  drag->ghosts = g_new0 (SpzTimelineOutline, selection->len + 1);
  drag->n_edits = 0;

  for (guint i = 0; i <= selection->len; i++)
    {
      SpzRecord *r = i == 0 ? record : g_ptr_array_index (selection, i - 1);
      guint n = drag->n_edits;

      if (i > 0 && (alone || r == record || SPZ_IS_MEASURE (r)))
        continue;

      drag->edits[n].record = g_object_ref (r);
      drag->edits[n].measure = get_measure (r);
      drag->edits[n].span = get_span (r);
      drag->origins[n] = drag->edits[n].span;
      drag->n_edits++;
    }
}

static void
find_ghosts (SpzTimelineView *self)
{
  SpzTimelineDrag *drag = &self->drag;

  for (guint i = 0; i < drag->n_edits; i++)
    {
      SpzRecord *record = drag->edits[i].record;
      SpzTimelineItemKind kind = SPZ_IS_PHASE (record) ? SPZ_TIMELINE_ITEM_PHASE
                                                       : SPZ_TIMELINE_ITEM_MILESTONE;
      SpzTimelineOutline *ghost = &drag->ghosts[i];
      gboolean in_column;
      double top;

      if (!spz_timeline_view_get_key_rect (self, spz_timeline_key (kind, spz_record_get_id (record)),
                                           &ghost->rect, &in_column))
        continue;

      ghost->row = spz_timeline_layout_get_row_at (self->layout, ghost->rect.y + ghost->rect.height / 2);
      spz_timeline_layout_get_row_extents (self->layout, ghost->row, &top, NULL);
      ghost->rect.y -= top;
    }
}

/* Showing what would be */

static guint
find_measure_index (SpzTimelinePlan *plan,
                    gint64           id,
                    guint            guess)
{
  const SpzTimelineMeasure *measures;
  guint n_measures;

  measures = spz_timeline_plan_get_measures (plan, &n_measures);
  if (guess < n_measures && measures[guess].id == id)
    return guess;

  for (guint i = 0; i < n_measures; i++)
    {
      if (measures[i].id == id)
        return i;
    }

  return SPZ_TIMELINE_NONE;
}

static gboolean
make_move (SpzTimelineView   *self,
           const SpzPlanEdit *edit,
           SpzTimelineMove   *move)
{
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);
  gint64 id = spz_record_get_id (edit->record);

  move->start = edit->span.start;
  move->end = edit->span.end;
  move->precision = edit->span.precision;
  move->is_copy = self->drag.copy;
  move->is_milestone = SPZ_IS_MILESTONE (edit->record);
  if (move->is_milestone)
    {
      move->bar = spz_timeline_plan_find_milestone (plan, id);
      if (move->bar == SPZ_TIMELINE_NONE)
        return FALSE;
      move->measure = edit->measure != 0 ? find_measure_index (plan, edit->measure, 0) : SPZ_TIMELINE_NONE;
      return edit->measure == 0 || move->measure != SPZ_TIMELINE_NONE;
    }

  move->bar = spz_timeline_plan_find_bar (plan, id);
  if (move->bar == SPZ_TIMELINE_NONE)
    return FALSE;

  move->measure = find_measure_index (plan, edit->measure,
                                      spz_timeline_plan_get_bars (plan, NULL)[move->bar].measure);

  return move->measure != SPZ_TIMELINE_NONE;
}

/* What is dragged, and what has to give way */
static void
show_moves (SpzTimelineView *self,
            GArray          *edits)
{
  g_autofree SpzTimelineMove *moves = g_new0 (SpzTimelineMove, edits->len);
  guint n_moves = 0;

  for (guint i = 0; i < edits->len; i++)
    {
      if (make_move (self, &g_array_index (edits, SpzPlanEdit, i), &moves[n_moves]))
        n_moves++;
    }

  spz_timeline_layout_set_moves (self->layout, moves, n_moves);
}

static void
show_tip (SpzTimelineView   *self,
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

/* The row below the pointer. Above the plan is that of the milestones which
 * belong to no measure, even if it is empty and has no height yet. */
static guint
find_row (SpzTimelineView *self)
{
  double y = self->drag.y - self->geometry.chart.origin.y + self->geometry.y;

  return y < 0 ? 0 : spz_timeline_layout_get_row_at (self->layout, y);
}

/* Another measure's row, but no group's; a milestone may belong to none */
static void
find_measure (SpzTimelineView *self)
{
  SpzTimelineDrag *drag = &self->drag;
  guint row, index;

  if (drag->grip != SPZ_PLAN_GRIP_WHOLE || drag->n_edits > 1)
    return;

  row = find_row (self);
  if (row == SPZ_TIMELINE_NONE)
    return;

  switch (spz_timeline_layout_get_row_type (self->layout, row, &index))
    {
    case SPZ_TIMELINE_ROW_MEASURE:
      drag->edits[0].measure = spz_timeline_plan_get_measures (spz_timeline_layout_get_plan (self->layout),
                                                               NULL)[index].id;
      break;

    case SPZ_TIMELINE_ROW_MILESTONES:
      if (SPZ_IS_MILESTONE (drag->edits[0].record))
        drag->edits[0].measure = 0;
      break;

    case SPZ_TIMELINE_ROW_GROUP:
    default:
      break;
    }
}

static SpzDate
get_pointer_date (SpzTimelineView *self)
{
  return spz_timeline_scale_to_date (spz_timeline_layout_get_scale (self->layout),
                                     spz_timeline_view_get_content_x (self, self->drag.x));
}

/* The bars where they would be; a copy pushes nothing */
static void
show_edits (SpzTimelineView *self)
{
  SpzTimelineDrag *drag = &self->drag;
  g_autoptr (GArray) edits = NULL;
  g_autoptr (GArray) conflicts = NULL;
  g_autofree char *conflict = NULL;

  if (drag->copy || drag->alone)
    {
      edits = g_array_new (FALSE, FALSE, sizeof (SpzPlanEdit));
      g_array_append_vals (edits, drag->edits, drag->n_edits);
    }
  else
    {
      edits = spz_plan_push_followers (self->programme, drag->edits, drag->n_edits);
    }
  show_moves (self, edits);

  if (!drag->copy)
    conflicts = spz_plan_find_conflicts_of_move (self->programme,
                                                 (const SpzPlanEdit *) (gpointer) edits->data, edits->len);
  if (conflicts != NULL && conflicts->len > 0)
    conflict = spz_plan_conflict_describe (&g_array_index (conflicts, SpzPlanConflict, 0));
  show_tip (self, &drag->origins[0], &drag->edits[0].span, conflict);
}

/* Up or down: a hand that doesn't keep to the line changes no date that isn't
 * where dates snap to */
static gboolean
is_straight (SpzTimelineView       *self,
             const SpzTimelineSnap *snap)
{
  double distance = spz_timeline_view_get_content_x (self, self->drag.x) - self->drag.origin_x;

  return snap->unit != SPZ_TIMELINE_DAY && fabs (distance) <= STRAIGHT;
}

static gboolean
edits_are_equal (const SpzPlanEdit *a,
                 const SpzPlanEdit *b)
{
  return a->measure == b->measure && a->span.start == b->span.start &&
         a->span.end == b->span.end && a->span.precision == b->span.precision;
}

/* All else follows from where the first one is. Returns whether anything is
 * shown elsewhere than it was: dates snap, and most motions change none. */
static gboolean
follow_edit (SpzTimelineView       *self,
             const SpzTimelineSnap *snap)
{
  SpzTimelineDrag *drag = &self->drag;
  SpzPlanEdit former = drag->edits[0];

  if (is_straight (self, snap))
    drag->edits[0].span = drag->origins[0];
  else
    drag->edits[0].span = spz_timeline_span_drag (&drag->origins[0], drag->grip,
                                                  get_pointer_date (self) - drag->hit.date, snap);
  find_measure (self);
  if (drag->is_shown && drag->is_shown_alone == drag->alone && edits_are_equal (&drag->edits[0], &former))
    return FALSE;

  for (guint i = 1; i < drag->n_edits; i++)
    drag->edits[i].span = spz_timeline_span_follow (&drag->origins[i], &drag->origins[0],
                                                    &drag->edits[0].span,
                                                    snap->scale->fiscal_start);
  show_edits (self);
  drag->is_shown = TRUE;
  drag->is_shown_alone = drag->alone;

  return TRUE;
}

static void
follow_create (SpzTimelineView       *self,
               const SpzTimelineSnap *snap)
{
  SpzTimelineDrag *drag = &self->drag;

  drag->created = spz_timeline_span_between (drag->hit.date, get_pointer_date (self), snap);
  show_tip (self, NULL, &drag->created, NULL);
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
      if (follow_edit (self, &snap))
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
begin_edit (SpzTimelineView *self)
{
  SpzTimelineDrag *drag = &self->drag;
  SpzTimelineKey key = spz_timeline_view_get_hit_key (self, &drag->hit);
  SpzRecord *record = spz_timeline_view_lookup (self, key);

  if (record == NULL)
    return FALSE;

  /* What is copied keeps its length */
  drag->grip = drag->copy ? SPZ_PLAN_GRIP_WHOLE
               : drag->hit.type == SPZ_TIMELINE_HIT_BAR_START ? SPZ_PLAN_GRIP_START
               : drag->hit.type == SPZ_TIMELINE_HIT_BAR_END ? SPZ_PLAN_GRIP_END
               : SPZ_PLAN_GRIP_WHOLE;
  drag->type = SPZ_TIMELINE_DRAG_EDIT;
  drag->is_shown = FALSE;
  collect_edits (self, record);
  find_ghosts (self);

  return TRUE;
}

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
      return spz_timeline_view_can_edit (self) && begin_edit (self);

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

static void
end_drag (SpzTimelineView *self)
{
  SpzTimelineDrag *drag = &self->drag;

  for (guint i = 0; i < drag->n_edits; i++)
    g_object_unref (drag->edits[i].record);
  g_clear_pointer (&drag->edits, g_free);
  g_clear_pointer (&drag->origins, g_free);
  g_clear_pointer (&drag->ghosts, g_free);
  g_clear_handle_id (&drag->scroll_source, g_source_remove);
  spz_timeline_view_end_band (self);
  drag->n_edits = 0;
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
  end_drag (self);
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

static gboolean
is_changed (const SpzTimelineDrag *drag)
{
  return drag->edits[0].span.start != drag->origins[0].start ||
         drag->edits[0].span.end != drag->origins[0].end ||
         drag->edits[0].measure != get_measure (drag->edits[0].record);
}

static gboolean
write_copies (SpzTimelineView        *self,
              const SpzTimelineDrag  *drag,
              GError                **error)
{
  g_autoptr (GArray) ids = spz_plan_copy (self->programme, drag->edits, drag->n_edits, error);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (SpzTimelineKey));

  if (ids == NULL)
    return FALSE;

  for (guint i = ids->len; i-- > 0;)
    {
      SpzTimelineItemKind kind = SPZ_IS_PHASE (drag->edits[i].record) ? SPZ_TIMELINE_ITEM_PHASE
                                                                      : SPZ_TIMELINE_ITEM_MILESTONE;
      SpzTimelineKey key = spz_timeline_key (kind, g_array_index (ids, gint64, i));

      g_array_append_val (keys, key);
    }
  spz_timeline_view_select_keys (self, keys);

  return TRUE;
}

static gboolean
write_edits (SpzTimelineView        *self,
             const SpzTimelineDrag  *drag,
             GError                **error)
{
  if (drag->copy)
    return write_copies (self, drag, error);
  if (drag->alone)
    return spz_plan_move (self->programme, drag->edits, drag->n_edits, drag->grip, error);

  return spz_plan_move_with_followers (self->programme, drag->edits, drag->n_edits, drag->grip, error);
}

/* A plan that no longer fits what was said is told at once, with the way back. */
static void
tell_broken_promise (SpzTimelineView *self,
                     GPtrArray       *before)
{
  g_autofree char *text = spz_promises_describe_new_break (self->programme, before);
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (text != NULL && overlay != NULL)
    spz_feedback_undo_on (ADW_TOAST_OVERLAY (overlay), self->programme, text);
}

static void
drop_edit (SpzTimelineView *self)
{
  g_autoptr (GPtrArray) broken = spz_promises_find_broken (self->programme);
  SpzTimelineDrag drag = self->drag;
  GError *error = NULL;

  /* The edit makes a new plan, which would cancel the drag */
  self->drag.edits = NULL;
  self->drag.n_edits = 0;
  end_drag (self);

  if (!write_edits (self, &drag, &error))
    spz_feedback_report (GTK_WIDGET (self), error);
  else
    tell_broken_promise (self, broken);

  for (guint i = 0; i < drag.n_edits; i++)
    g_object_unref (drag.edits[i].record);
  g_free (drag.edits);
}

static void
drop_created (SpzTimelineView *self)
{
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);
  gint64 measure = spz_timeline_plan_get_measures (plan, NULL)[self->drag.hit.index].id;
  SpzPlanSpan span = self->drag.created;
  GError *error = NULL;
  gint64 id;

  end_drag (self);
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
      if (is_changed (&self->drag))
        drop_edit (self);
      else
        end_drag (self);
      break;

    case SPZ_TIMELINE_DRAG_CREATE:
      drop_created (self);
      break;

    case SPZ_TIMELINE_DRAG_BAND:
      end_drag (self);
      break;

    case SPZ_TIMELINE_DRAG_LINK:
      end_drag (self);
      spz_timeline_view_drop_link (self, self->drag.link, self->drag.target);
      break;

    case SPZ_TIMELINE_DRAG_ROW:
      end_drag (self);
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
