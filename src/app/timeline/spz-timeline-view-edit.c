/* spz-timeline-view-edit.c: moving, stretching and copying phases and milestones
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

/* Nothing is written before the drop: until then the layout shows bars and
 * marks where they would be, and those that have to give way. */

/* A drag that goes less far along the axis than this is one to another row */
#define STRAIGHT 8.0

/* What is dragged */

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

/* Showing where it would be */

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
  spz_timeline_view_show_tip (self, &drag->origins[0], &drag->edits[0].span, conflict);
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

/*
 * spz_timeline_view_follow_edit:
 * @self: a view, in which phases or milestones are dragged
 * @snap: what dates snap to
 *
 * Shows them where the pointer has them. All else follows from where the first
 * one is.
 *
 * Returns: whether anything is shown elsewhere than it was: dates snap, and
 *   most motions change none
 */
gboolean
spz_timeline_view_follow_edit (SpzTimelineView       *self,
                               const SpzTimelineSnap *snap)
{
  SpzTimelineDrag *drag = &self->drag;
  SpzPlanEdit former = drag->edits[0];

  if (is_straight (self, snap))
    drag->edits[0].span = drag->origins[0];
  else
    drag->edits[0].span = spz_timeline_span_drag (&drag->origins[0], drag->grip,
                                                  spz_timeline_view_get_pointer_date (self) - drag->hit.date, snap);
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

/* Beginning and ending */

/*
 * spz_timeline_view_begin_edit:
 * @self: a view
 *
 * Begins to drag the phase or the milestone that was pressed, and with it the
 * selection it belongs to.
 *
 * Returns: whether there is one
 */
gboolean
spz_timeline_view_begin_edit (SpzTimelineView *self)
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

/*
 * spz_timeline_view_end_edit:
 * @self: a view
 *
 * Lets go of what was dragged.
 */
void
spz_timeline_view_end_edit (SpzTimelineView *self)
{
  SpzTimelineDrag *drag = &self->drag;

  for (guint i = 0; i < drag->n_edits; i++)
    g_object_unref (drag->edits[i].record);
  g_clear_pointer (&drag->edits, g_free);
  g_clear_pointer (&drag->origins, g_free);
  g_clear_pointer (&drag->ghosts, g_free);
  drag->n_edits = 0;
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

/*
 * spz_timeline_view_drop_edit:
 * @self: a view, in which phases or milestones are dragged
 *
 * Makes them what they are shown as, in one step.
 */
void
spz_timeline_view_drop_edit (SpzTimelineView *self)
{
  g_autoptr (GPtrArray) broken = NULL;
  SpzTimelineDrag drag = self->drag;
  GError *error = NULL;

  if (!is_changed (&drag))
    {
      spz_timeline_view_end_drag (self);
      return;
    }

  broken = spz_promises_find_broken (self->programme);
  /* The edit makes a new plan, which would cancel the drag */
  self->drag.edits = NULL;
  self->drag.n_edits = 0;
  spz_timeline_view_end_drag (self);

  if (!write_edits (self, &drag, &error))
    spz_feedback_report (GTK_WIDGET (self), error);
  else
    tell_broken_promise (self, broken);

  for (guint i = 0; i < drag.n_edits; i++)
    g_object_unref (drag.edits[i].record);
  g_free (drag.edits);
}
