/* spz-timeline-view-selection.c: what of the plan is selected
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-view-private.h"

#include "spz-feedback.h"

/*
 * spz_timeline_view_lookup:
 * @self: a view
 * @key: a key
 *
 * Returns: (nullable): the record it stands for
 */
SpzRecord *
spz_timeline_view_lookup (SpzTimelineView *self,
                          SpzTimelineKey   key)
{
  gint64 id = spz_timeline_key_get_id (key);

  if (key == 0 || self->programme == NULL)
    return NULL;

  switch (spz_timeline_key_get_kind (key))
    {
    case SPZ_TIMELINE_ITEM_MEASURE:
      return spz_programme_lookup (self->programme, SPZ_TYPE_MEASURE, id);

    case SPZ_TIMELINE_ITEM_PHASE:
      return spz_programme_lookup (self->programme, SPZ_TYPE_PHASE, id);

    case SPZ_TIMELINE_ITEM_MILESTONE:
      return spz_programme_lookup (self->programme, SPZ_TYPE_MILESTONE, id);

    case SPZ_TIMELINE_ITEM_GROUP:
    default:
      return NULL;
    }
}

static SpzTimelineKey
get_record_key (SpzRecord *record)
{
  gint64 id = spz_record_get_id (record);

  if (SPZ_IS_PHASE (record))
    return spz_timeline_key (SPZ_TIMELINE_ITEM_PHASE, id);
  if (SPZ_IS_MILESTONE (record))
    return spz_timeline_key (SPZ_TIMELINE_ITEM_MILESTONE, id);
  if (SPZ_IS_MEASURE (record))
    return spz_timeline_key (SPZ_TIMELINE_ITEM_MEASURE, id);

  return 0;
}

/* What is to be seen must not be folded away */
static void
unfold (SpzTimelineView *self,
        SpzRecord       *record)
{
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);
  gint64 id = SPZ_IS_PHASE (record) ? SPZ_PHASE (record)->measure
              : SPZ_IS_MILESTONE (record) ? SPZ_MILESTONE (record)->measure
              : spz_record_get_id (record);
  const SpzTimelineMeasure *measures;
  guint n_measures;

  measures = spz_timeline_plan_get_measures (plan, &n_measures);
  for (guint i = 0; i < n_measures; i++)
    {
      if (measures[i].id == id && spz_timeline_layout_get_collapsed (self->layout, measures[i].group))
        spz_timeline_view_toggle_group (self, measures[i].group);
    }
}

static void
select_key (SpzTimelineView *self,
            SpzTimelineKey   key)
{
  SpzTimelineKey *copy = g_new (SpzTimelineKey, 1);

  *copy = key;
  g_hash_table_add (self->selection, copy);
}

/*
 * spz_timeline_view_set_cursor:
 * @self: a view
 * @key: what was chosen, or 0
 * @extend: whether it is added to the selection, or taken out of it
 *
 * Selects something.
 */
void
spz_timeline_view_set_cursor (SpzTimelineView *self,
                              SpzTimelineKey   key,
                              gboolean         extend)
{
  if (!extend)
    g_hash_table_remove_all (self->selection);

  if (extend && g_hash_table_contains (self->selection, &key))
    g_hash_table_remove (self->selection, &key);
  else if (key != 0)
    select_key (self, key);

  spz_timeline_view_update_selection (self);

  if (self->cursor != key)
    {
      self->cursor = key;
      g_object_notify (G_OBJECT (self), "selected");
    }
  g_signal_emit_by_name (self, "selection-changed");
}

/* The filter may hide what there is; a group that is folded doesn't */
static gboolean
is_in_plan (SpzTimelineView *self,
            SpzTimelineKey   key)
{
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);
  gint64 id = spz_timeline_key_get_id (key);
  const SpzTimelineMeasure *measures;
  guint n_measures;

  switch (spz_timeline_key_get_kind (key))
    {
    case SPZ_TIMELINE_ITEM_PHASE:
      return spz_timeline_plan_find_bar (plan, id) != SPZ_TIMELINE_NONE;
    case SPZ_TIMELINE_ITEM_MILESTONE:
      return spz_timeline_plan_find_milestone (plan, id) != SPZ_TIMELINE_NONE;
    case SPZ_TIMELINE_ITEM_MEASURE:
      measures = spz_timeline_plan_get_measures (plan, &n_measures);
      for (guint i = 0; i < n_measures; i++)
        if (measures[i].id == id)
          return TRUE;
      return FALSE;
    case SPZ_TIMELINE_ITEM_GROUP:
    default:
      return TRUE;
    }
}

/*
 * spz_timeline_view_prune_selection:
 * @self: a view
 *
 * Forgets what was deleted, here or elsewhere, or is no longer seen: it is no
 * longer selected.
 */
void
spz_timeline_view_prune_selection (SpzTimelineView *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->selection);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      SpzTimelineKey k = *(SpzTimelineKey *) key;

      if (spz_timeline_key_get_kind (k) != SPZ_TIMELINE_ITEM_GROUP &&
          (spz_timeline_view_lookup (self, k) == NULL || !is_in_plan (self, k)))
        g_hash_table_iter_remove (&iter);
    }

  if (self->cursor != 0 && !g_hash_table_contains (self->selection, &self->cursor))
    {
      self->cursor = 0;
      g_object_notify (G_OBJECT (self), "selected");
    }
  g_signal_emit_by_name (self, "selection-changed");
}

/*
 * spz_timeline_view_dup_keys:
 * @self: a view
 *
 * Returns: (transfer full) (element-type SpzTimelineKey): what is selected;
 *   what was selected last comes last
 */
GArray *
spz_timeline_view_dup_keys (SpzTimelineView *self)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (SpzTimelineKey));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->selection);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      if (*(SpzTimelineKey *) key != self->cursor)
        g_array_append_vals (keys, key, 1);
    }
  if (g_hash_table_contains (self->selection, &self->cursor))
    g_array_append_val (keys, self->cursor);

  return keys;
}

/*
 * spz_timeline_view_select_keys:
 * @self: a view
 * @keys: (element-type SpzTimelineKey): what is to be selected, the last one last
 *
 * Selects these and nothing else.
 */
void
spz_timeline_view_select_keys (SpzTimelineView *self,
                               GArray          *keys)
{
  SpzTimelineKey cursor = keys->len > 0 ? g_array_index (keys, SpzTimelineKey, keys->len - 1) : 0;

  g_hash_table_remove_all (self->selection);
  for (guint i = 0; i < keys->len; i++)
    select_key (self, g_array_index (keys, SpzTimelineKey, i));

  spz_timeline_view_update_selection (self);

  if (self->cursor != cursor)
    {
      self->cursor = cursor;
      g_object_notify (G_OBJECT (self), "selected");
    }
  g_signal_emit_by_name (self, "selection-changed");
}

/* Public API */

/**
 * spz_timeline_view_get_selected:
 * @self: a view
 *
 * Gets what was selected last.
 *
 * Returns: (transfer none) (nullable): a phase, milestone or measure
 */
SpzRecord *
spz_timeline_view_get_selected (SpzTimelineView *self)
{
  g_return_val_if_fail (SPZ_IS_TIMELINE_VIEW (self), NULL);

  return spz_timeline_view_lookup (self, self->cursor);
}

/**
 * spz_timeline_view_dup_selection:
 * @self: a view
 *
 * Gets all that is selected.
 *
 * Returns: (transfer full) (element-type SpzRecord): phases, milestones and measures
 */
GPtrArray *
spz_timeline_view_dup_selection (SpzTimelineView *self)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer key;

  g_return_val_if_fail (SPZ_IS_TIMELINE_VIEW (self), records);

  g_hash_table_iter_init (&iter, self->selection);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      SpzRecord *record = spz_timeline_view_lookup (self, *(SpzTimelineKey *) key);

      if (record != NULL)
        g_ptr_array_add (records, g_object_ref (record));
    }

  return records;
}

/**
 * spz_timeline_view_select:
 * @self: a view
 * @record: a phase, milestone or measure
 *
 * Selects @record alone, scrolls to it and gives it the focus.
 *
 * Returns: whether it is in the plan
 */
gboolean
spz_timeline_view_select (SpzTimelineView *self,
                          SpzRecord       *record)
{
  SpzTimelineKey key;

  g_return_val_if_fail (SPZ_IS_TIMELINE_VIEW (self), FALSE);

  key = get_record_key (record);
  if (key == 0 || spz_timeline_view_lookup (self, key) != record || !is_in_plan (self, key))
    return FALSE;

  self->needs_today = FALSE;
  unfold (self, record);
  spz_timeline_view_set_cursor (self, key, FALSE);
  spz_timeline_view_focus_key (self, key);

  return TRUE;
}

/**
 * spz_timeline_view_focus_selected:
 * @self: a view
 *
 * Gives the focus to what was selected last, or to the plan as a whole.
 */
void
spz_timeline_view_focus_selected (SpzTimelineView *self)
{
  g_return_if_fail (SPZ_IS_TIMELINE_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->layout != NULL && self->cursor != 0)
    spz_timeline_view_focus_key (self, self->cursor);
}

/**
 * spz_timeline_view_get_record_rect:
 * @self: a view
 * @record: a phase, milestone or measure
 * @rect: (out): where it is, in the widget's coordinates
 *
 * Finds where a record is painted.
 *
 * Returns: whether it is shown; it may be outside of what is seen
 */
gboolean
spz_timeline_view_get_record_rect (SpzTimelineView *self,
                                   SpzRecord       *record,
                                   GdkRectangle    *rect)
{
  const SpzTimelineGeometry *geometry = &self->geometry;
  gboolean in_column;
  SpzRect place;

  g_return_val_if_fail (SPZ_IS_TIMELINE_VIEW (self), FALSE);

  if (self->layout == NULL ||
      !spz_timeline_view_get_key_rect (self, get_record_key (record), &place, &in_column))
    return FALSE;

  rect->x = (int) (in_column ? geometry->column.origin.x
                             : geometry->chart.origin.x + place.x - geometry->x);
  rect->y = (int) (geometry->chart.origin.y + place.y - geometry->y);
  rect->width = (int) place.width;
  rect->height = (int) place.height;

  return TRUE;
}

/**
 * spz_timeline_view_delete:
 * @self: a view
 *
 * Deletes what is selected, and offers to undo that.
 */
void
spz_timeline_view_delete (SpzTimelineView *self)
{
  g_autoptr (GPtrArray) records = NULL;
  GError *error = NULL;

  g_return_if_fail (SPZ_IS_TIMELINE_VIEW (self));

  records = spz_timeline_view_dup_selection (self);
  if (records->len == 0 || !spz_timeline_view_can_edit (self))
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (spz_plan_remove (self->programme, records, &error))
    spz_feedback_undo (GTK_WIDGET (self));
  else
    spz_feedback_report (GTK_WIDGET (self), error);
}
