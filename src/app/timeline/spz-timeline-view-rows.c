/* spz-timeline-view-rows.c: the order of the plan's rows, by hand
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-view-private.h"

#include <glib/gi18n.h>

#include "spz-feedback.h"
#include "spz-inline.h"
#include "spz-plan-order.h"

/* A row that is pointed at or has the focus shows a handle at its start, by
 * which it is dragged to another place: a measure among those of its action
 * field or of another one, an action field with all its measures among the
 * others. A line shows where it would go. */

/* The handle's dots, and how far from the column's edge it is taken, in pixels */
#define DOT          2
#define DOT_STEP     4
#define HANDLE_INSET 3
#define HANDLE_REACH 22

#define LINE_WIDTH 2

static gboolean
is_rtl (SpzTimelineView *self)
{
  return spz_timeline_layout_get_scale (self->layout)->rtl;
}

/* The measure or action field that a row is the one of */
static SpzRecord *
lookup_row (SpzTimelineView *self,
            SpzTimelineKey   key)
{
  if (key != 0 && spz_timeline_key_get_kind (key) == SPZ_TIMELINE_ITEM_GROUP)
    return spz_programme_lookup (self->programme, SPZ_TYPE_ACTION_FIELD, spz_timeline_key_get_id (key));

  return spz_timeline_view_lookup (self, key);
}

static SpzTimelineKey
get_row_key (SpzTimelineView *self,
             guint            row)
{
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);
  guint index;

  switch (spz_timeline_layout_get_row_type (self->layout, row, &index))
    {
    case SPZ_TIMELINE_ROW_GROUP:
      return spz_timeline_key (SPZ_TIMELINE_ITEM_GROUP, spz_timeline_plan_get_groups (plan, NULL)[index].id);

    case SPZ_TIMELINE_ROW_MEASURE:
      return spz_timeline_key (SPZ_TIMELINE_ITEM_MEASURE, spz_timeline_plan_get_measures (plan, NULL)[index].id);

    case SPZ_TIMELINE_ROW_MILESTONES:
    default:
      return 0;
    }
}

/* Milestones, and the measures that belong to no action field, are always first */
static gboolean
is_movable (SpzTimelineView *self,
            SpzTimelineKey   key)
{
  return key != 0 && spz_timeline_view_can_edit (self) && lookup_row (self, key) != NULL &&
         spz_timeline_key_get_kind (key) <= SPZ_TIMELINE_ITEM_MEASURE;
}

/*
 * spz_timeline_view_find_handle:
 * @self: a view
 * @x: a place, in the widget's coordinates
 * @y: a place, in the widget's coordinates
 *
 * Returns: the measure or group whose handle is there, or 0
 */
SpzTimelineKey
spz_timeline_view_find_handle (SpzTimelineView *self,
                               double           x,
                               double           y)
{
  const graphene_rect_t *column = &self->geometry.column;
  double inset = is_rtl (self) ? column->origin.x + column->size.width - x : x - column->origin.x;
  SpzTimelineKey key;
  guint row;

  if (inset >= HANDLE_REACH || !graphene_rect_contains_point (column, &GRAPHENE_POINT_INIT (x, y)))
    return 0;

  row = spz_timeline_layout_get_row_at (self->layout, y - column->origin.y + self->geometry.y);
  key = row != SPZ_TIMELINE_NONE ? get_row_key (self, row) : 0;

  return is_movable (self, key) ? key : 0;
}

/* Where it would go */

/* The record after the last one of a part of its siblings; NULL at the end */
static gpointer
get_next (SpzRecordList *siblings,
          gpointer       last)
{
  int index = last != NULL ? spz_record_list_index_of (siblings, last) : -1;

  return index >= 0 ? spz_record_list_get (siblings, (guint) index + 1) : NULL;
}

/* The filter may hide others: they stay behind what is seen before them */
static void
place_measure (SpzTimelineView *self,
               guint            group,
               guint            index)
{
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);
  const SpzTimelineGroup *g = &spz_timeline_plan_get_groups (plan, NULL)[group];
  const SpzTimelineMeasure *measures = &spz_timeline_plan_get_measures (plan, NULL)[g->first_measure];
  SpzTimelineDrop *drop = &self->drag.drop;
  gboolean collapsed = spz_timeline_layout_get_collapsed (self->layout, group);
  double height = 0;

  drop->action_field = g->id;
  if (index < g->n_measures)
    {
      drop->before = spz_programme_lookup (self->programme, SPZ_TYPE_MEASURE, measures[index].id);
      spz_timeline_layout_get_row_extents (self->layout,
                                           spz_timeline_layout_get_measure_row (self->layout, g->first_measure + index),
                                           &drop->y, NULL);
      return;
    }

  drop->before = get_next (spz_programme_get_children (self->programme, SPZ_TYPE_MEASURE, "action_field", g->id),
                           spz_programme_lookup (self->programme, SPZ_TYPE_MEASURE,
                                                 measures[g->n_measures - 1].id));
  spz_timeline_layout_get_row_extents (self->layout,
                                       collapsed ? spz_timeline_layout_get_group_row (self->layout, group)
                                                 : spz_timeline_layout_get_measure_row (self->layout,
                                                                                        g->first_measure + index - 1),
                                       &drop->y, &height);
  drop->y += height;
}

/* Above a band is the end of the group before it, below it its own beginning */
static void
place_measure_at_band (SpzTimelineView *self,
                       guint            group,
                       gboolean         above)
{
  const SpzTimelineGroup *groups = spz_timeline_plan_get_groups (spz_timeline_layout_get_plan (self->layout), NULL);

  if (above && group > 0)
    place_measure (self, group - 1, groups[group - 1].n_measures);
  else if (spz_timeline_layout_get_collapsed (self->layout, group))
    place_measure (self, group, groups[group].n_measures);
  else
    place_measure (self, group, 0);
}

static void
follow_measure (SpzTimelineView *self,
                double           y)
{
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);
  guint row = spz_timeline_layout_get_row_at (self->layout, MAX (y, 0));
  const SpzTimelineMeasure *measure;
  double top, height;
  gboolean above;
  guint index, group;

  if (row == SPZ_TIMELINE_NONE)
    row = spz_timeline_layout_get_n_rows (self->layout) - 1;
  spz_timeline_layout_get_row_extents (self->layout, row, &top, &height);
  above = y < top + height / 2;

  switch (spz_timeline_layout_get_row_type (self->layout, row, &index))
    {
    case SPZ_TIMELINE_ROW_MEASURE:
      measure = &spz_timeline_plan_get_measures (plan, NULL)[index];
      group = measure->group;
      place_measure (self, group,
                     index - spz_timeline_plan_get_groups (plan, NULL)[group].first_measure + (above ? 0 : 1));
      break;

    case SPZ_TIMELINE_ROW_GROUP:
      place_measure_at_band (self, index, above);
      break;

    case SPZ_TIMELINE_ROW_MILESTONES:
    default:
      place_measure_at_band (self, 0, FALSE);
      break;
    }
}

/* The nearest edge between two groups, after those that belong to no field */
static void
follow_group (SpzTimelineView *self,
              double           y)
{
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);
  SpzTimelineDrop *drop = &self->drag.drop;
  double nearest = G_MAXDOUBLE;
  const SpzTimelineGroup *groups;
  guint n_groups;

  groups = spz_timeline_plan_get_groups (plan, &n_groups);
  for (guint i = groups[0].id == 0 ? 1 : 0; i <= n_groups; i++)
    {
      double edge = spz_timeline_layout_get_height (self->layout);

      if (i < n_groups)
        spz_timeline_layout_get_row_extents (self->layout, spz_timeline_layout_get_group_row (self->layout, i),
                                             &edge, NULL);
      if (ABS (y - edge) >= nearest)
        continue;

      nearest = ABS (y - edge);
      drop->y = edge;
      drop->before = i < n_groups
        ? spz_programme_lookup (self->programme, SPZ_TYPE_ACTION_FIELD, groups[i].id)
        : get_next (spz_programme_get_list (self->programme, SPZ_TYPE_ACTION_FIELD),
                    spz_programme_lookup (self->programme, SPZ_TYPE_ACTION_FIELD, groups[n_groups - 1].id));
    }
}

static void
show_tip (SpzTimelineView *self,
          SpzRecord       *record)
{
  g_autofree char *title = spz_inline_to_plain (spz_record_get_title (record));
  g_autofree char *text = NULL;

  if (SPZ_IS_MEASURE (record) && self->drag.drop.action_field != SPZ_MEASURE (record)->action_field)
    {
      SpzRecord *field = spz_programme_lookup (self->programme, SPZ_TYPE_ACTION_FIELD,
                                               self->drag.drop.action_field);
      g_autofree char *field_title = spz_inline_to_plain (field != NULL ? spz_record_get_title (field)
                                                                        : _("Across all fields"));

      /* Translators: a measure is dragged into another action field; %s is that field’s title */
      g_autofree char *into = g_strdup_printf (_("To “%s”"), field_title);

      text = g_strjoin ("\n", title, into, NULL);
    }

  spz_timeline_tip_set_text (SPZ_TIMELINE_TIP (self->tip), text != NULL ? text : title);
  gtk_widget_set_visible (self->tip, TRUE);
}

/*
 * spz_timeline_view_follow_row:
 * @self: a view
 *
 * Finds the place where the dragged row would go.
 */
void
spz_timeline_view_follow_row (SpzTimelineView *self)
{
  double y = self->drag.y - self->geometry.chart.origin.y + self->geometry.y;
  SpzRecord *record = lookup_row (self, self->drag.row);

  if (SPZ_IS_MEASURE (record))
    follow_measure (self, y);
  else
    follow_group (self, y);

  show_tip (self, record);
}

static gboolean
move_record (SpzTimelineView        *self,
             SpzRecord              *record,
             const SpzTimelineDrop  *drop,
             GError                **error)
{
  if (SPZ_IS_MEASURE (record))
    return spz_measure_move (self->programme, SPZ_MEASURE (record), drop->action_field, drop->before, error);

  return spz_action_field_move (self->programme, SPZ_ACTION_FIELD (record), drop->before, error);
}

/*
 * spz_timeline_view_drop_row:
 * @self: a view
 * @key: the key of a measure or a group
 * @drop: where it goes
 *
 * Moves a row, in one step.
 */
void
spz_timeline_view_drop_row (SpzTimelineView       *self,
                            SpzTimelineKey         key,
                            const SpzTimelineDrop *drop)
{
  SpzRecord *record = lookup_row (self, key);
  GError *error = NULL;

  if (record == NULL)
    return;
  if (!move_record (self, record, drop, &error))
    {
      spz_feedback_report (GTK_WIDGET (self), error);
      return;
    }

  spz_timeline_view_set_cursor (self, key, FALSE);
  spz_timeline_view_focus_key (self, key);
}

/* By keyboard */

/* The action field before or after one; from 0 for those that belong to none */
static gboolean
get_next_field (SpzTimelineView *self,
                gint64          *action_field,
                int              step)
{
  SpzRecordList *fields = spz_programme_get_list (self->programme, SPZ_TYPE_ACTION_FIELD);
  SpzRecord *field = spz_programme_lookup (self->programme, SPZ_TYPE_ACTION_FIELD, *action_field);
  int index = (field != NULL ? spz_record_list_index_of (fields, field) : -1) + step;

  if (index < -1 || index >= (int) spz_record_list_get_size (fields))
    return FALSE;

  *action_field = index < 0 ? 0 : spz_record_get_id (spz_record_list_get (fields, (guint) index));

  return TRUE;
}

/* One place up or down; beyond the first or the last, into the next field */
static gboolean
step_measure (SpzTimelineView *self,
              SpzMeasure      *measure,
              int              step,
              SpzTimelineDrop *drop)
{
  SpzRecordList *siblings = spz_programme_get_children (self->programme, SPZ_TYPE_MEASURE, "action_field",
                                                        measure->action_field);
  int index = spz_record_list_index_of (siblings, SPZ_RECORD (measure)) + step;

  drop->action_field = measure->action_field;
  if (index >= 0 && index < (int) spz_record_list_get_size (siblings))
    {
      drop->before = spz_record_list_get (siblings, (guint) (step > 0 ? index + 1 : index));
      return TRUE;
    }
  if (!get_next_field (self, &drop->action_field, step))
    return FALSE;

  siblings = spz_programme_get_children (self->programme, SPZ_TYPE_MEASURE, "action_field", drop->action_field);
  drop->before = step > 0 ? spz_record_list_get (siblings, 0) : NULL;

  return TRUE;
}

static gboolean
step_field (SpzTimelineView *self,
            SpzRecord       *field,
            int              step,
            SpzTimelineDrop *drop)
{
  SpzRecordList *fields = spz_programme_get_list (self->programme, SPZ_TYPE_ACTION_FIELD);
  int index = spz_record_list_index_of (fields, field) + step;

  if (index < 0 || index >= (int) spz_record_list_get_size (fields))
    return FALSE;

  drop->before = spz_record_list_get (fields, (guint) (step > 0 ? index + 1 : index));

  return TRUE;
}

/*
 * spz_timeline_view_step_row:
 * @self: a view
 * @step: 1 down, -1 up
 *
 * Moves the row of what was selected last by one place: a measure among those
 * of its action field and from there into the next one, an action field among
 * all.
 *
 * Returns: whether there is a row that could be moved
 */
gboolean
spz_timeline_view_step_row (SpzTimelineView *self,
                            int              step)
{
  SpzTimelineKey key = self->cursor;
  SpzRecord *record = lookup_row (self, key);
  SpzTimelineDrop drop = { 0, NULL, 0 };
  GError *error = NULL;

  if (key == 0 || !spz_timeline_view_can_edit (self))
    return FALSE;

  if (SPZ_IS_PHASE (record))
    record = spz_programme_lookup (self->programme, SPZ_TYPE_MEASURE, SPZ_PHASE (record)->measure);
  else if (SPZ_IS_MILESTONE (record))
    record = spz_programme_lookup (self->programme, SPZ_TYPE_MEASURE, SPZ_MILESTONE (record)->measure);
  if (record == NULL ||
      !(SPZ_IS_MEASURE (record) ? step_measure (self, SPZ_MEASURE (record), step, &drop)
                                : step_field (self, record, step, &drop)))
    return TRUE;

  if (!move_record (self, record, &drop, &error))
    spz_feedback_report (GTK_WIDGET (self), error);
  else
    spz_timeline_view_focus_key (self, key);

  return TRUE;
}

/* Painting */

static void
append_handle (SpzTimelineView *self,
               GtkSnapshot     *snapshot,
               SpzTimelineKey   key)
{
  GdkRGBA colour = spz_timeline_view_get_colour (self, SPZ_TIMELINE_COLOUR_DIM);
  const SpzTimelineGeometry *geometry = &self->geometry;
  gboolean in_column;
  SpzRect rect;
  double x, y;

  if (!is_movable (self, key) || !spz_timeline_view_get_key_rect (self, key, &rect, &in_column))
    return;

  x = is_rtl (self) ? geometry->column.size.width - HANDLE_INSET - DOT_STEP - DOT : HANDLE_INSET;
  x += geometry->column.origin.x;
  y = (int) (geometry->column.origin.y + rect.y - geometry->y + rect.height / 2) - DOT_STEP - DOT / 2;
  for (int i = 0; i < 6; i++)
    gtk_snapshot_append_color (snapshot, &colour,
                               &GRAPHENE_RECT_INIT (x + i % 2 * DOT_STEP, y + i / 2 * DOT_STEP, DOT, DOT));
}

/*
 * spz_timeline_view_append_handles:
 * @self: a view
 * @snapshot: a snapshot, with the widget's origin
 *
 * Paints the handles of the row that is pointed at and of the one that has the
 * focus.
 */
void
spz_timeline_view_append_handles (SpzTimelineView *self,
                                  GtkSnapshot     *snapshot)
{
  SpzTimelineKey focused = spz_timeline_view_get_focused (self);

  if (self->drag.type != SPZ_TIMELINE_DRAG_NONE)
    return;

  append_handle (self, snapshot, self->hover_title);
  if (focused != self->hover_title)
    append_handle (self, snapshot, focused);
}

/* The last row that is dragged along: a group takes its measures with it */
static double
get_bottom (SpzTimelineView *self,
            const SpzRect   *rect)
{
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);
  double bottom = rect->y + rect->height;
  guint group, next;
  guint n_groups;

  if (spz_timeline_key_get_kind (self->drag.row) != SPZ_TIMELINE_ITEM_GROUP)
    return bottom;

  next = spz_timeline_layout_get_row_at (self->layout, rect->y);
  spz_timeline_layout_get_row_type (self->layout, next, &group);
  spz_timeline_plan_get_groups (plan, &n_groups);
  if (group + 1 == n_groups)
    return spz_timeline_layout_get_height (self->layout);

  spz_timeline_layout_get_row_extents (self->layout, spz_timeline_layout_get_group_row (self->layout, group + 1),
                                       &bottom, NULL);

  return bottom;
}

/*
 * spz_timeline_view_append_row_drag:
 * @self: a view whose row is dragged
 * @snapshot: a snapshot, with the widget's origin
 *
 * Pales what is dragged, and paints the line where it would go.
 */
void
spz_timeline_view_append_row_drag (SpzTimelineView *self,
                                   GtkSnapshot     *snapshot)
{
  const SpzTimelineGeometry *geometry = &self->geometry;
  GdkRGBA accent = spz_timeline_view_get_colour (self, SPZ_TIMELINE_COLOUR_ACCENT);
  GdkRGBA veil = spz_timeline_view_get_colour (self, SPZ_TIMELINE_COLOUR_BACKGROUND);
  double top = geometry->column.origin.y - geometry->y;
  graphene_rect_t rows;
  gboolean in_column;
  SpzRect rect;

  graphene_rect_union (&geometry->column, &geometry->chart, &rows);
  gtk_snapshot_push_clip (snapshot, &rows);

  veil.alpha = 0.6f;
  if (spz_timeline_view_get_key_rect (self, self->drag.row, &rect, &in_column))
    gtk_snapshot_append_color (snapshot, &veil,
                               &GRAPHENE_RECT_INIT (rows.origin.x, top + rect.y, rows.size.width,
                                                    get_bottom (self, &rect) - rect.y));

  gtk_snapshot_append_color (snapshot, &accent,
                             &GRAPHENE_RECT_INIT (rows.origin.x,
                                                  MAX (top + self->drag.drop.y - LINE_WIDTH / 2, rows.origin.y),
                                                  rows.size.width, LINE_WIDTH));
  gtk_snapshot_pop (snapshot);
}
