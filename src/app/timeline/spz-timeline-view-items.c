/* spz-timeline-view-items.c: the widgets over what is painted
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-view-private.h"

#include "spz-dependencies.h"

/* There are items over what is in sight alone, and one over what has the
 * focus, wherever it has been scrolled to. An item that is not needed any more
 * is given to what has come into sight, or kept for it: a child that comes or
 * goes makes the whole window be laid out. */

/* So many are kept at the most */
#define N_SPARES 64

/* So often a far place is scrolled to until it is there */
#define MAX_SCROLLS 4

typedef struct
{
  SpzTimelineView *view;
  GHashTable      *unused; /* items that are not in sight any more */
} Update;

static GtkWidget *
take_item (Update         *update,
           SpzTimelineKey  key,
           gboolean       *is_new)
{
  SpzTimelineView *self = update->view;
  GtkWidget *item = g_hash_table_lookup (self->items, &key);
  GHashTableIter iter;
  gpointer spare;

  *is_new = item == NULL;
  if (item != NULL)
    {
      g_hash_table_remove (update->unused, item);
      return item;
    }

  g_hash_table_iter_init (&iter, update->unused);
  if (g_hash_table_iter_next (&iter, &spare, NULL))
    {
      item = spare;
      g_hash_table_iter_remove (&iter);
      g_hash_table_remove (self->items, spz_timeline_item_get_key (SPZ_TIMELINE_ITEM (item)));
    }
  else if (self->spares->len > 0)
    {
      item = g_ptr_array_remove_index_fast (self->spares, self->spares->len - 1);
      spz_timeline_item_set_shown (SPZ_TIMELINE_ITEM (item), TRUE);
    }
  else
    {
      item = spz_timeline_item_new ();
      gtk_widget_set_parent (item, GTK_WIDGET (self));
    }

  spz_timeline_item_set_key (SPZ_TIMELINE_ITEM (item), key);
  g_hash_table_insert (self->items,
                       (gpointer) spz_timeline_item_get_key (SPZ_TIMELINE_ITEM (item)), item);

  return item;
}

static char *
describe (SpzTimelineView *self,
          SpzTimelineKey   key,
          guint            index)
{
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);

  switch (spz_timeline_key_get_kind (key))
    {
    case SPZ_TIMELINE_ITEM_PHASE:
      return spz_timeline_plan_describe_bar (plan, index);

    case SPZ_TIMELINE_ITEM_MILESTONE:
      return spz_timeline_plan_describe_milestone (plan, index);

    case SPZ_TIMELINE_ITEM_MEASURE:
      return g_strdup (spz_timeline_plan_get_measures (plan, NULL)[index].title);

    case SPZ_TIMELINE_ITEM_GROUP:
    default:
      return g_strdup (spz_timeline_plan_get_groups (plan, NULL)[index].title);
    }
}

/* What is marked as impossible, in words */
static char *
describe_conflicts (SpzTimelineView *self,
                    SpzTimelineKey   key)
{
  SpzRecord *record = spz_timeline_view_lookup (self, key);
  g_autoptr (GArray) conflicts = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (!SPZ_IS_PHASE (record))
    return g_string_free (g_steal_pointer (&text), FALSE);

  conflicts = spz_plan_find_conflicts_of (self->programme, record);
  for (guint i = 0; i < conflicts->len; i++)
    {
      g_autofree char *sentence = spz_plan_conflict_explain (&g_array_index (conflicts, SpzPlanConflict, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", sentence);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
name_item (SpzTimelineView *self,
           GtkWidget       *item,
           SpzTimelineKey   key,
           guint            index)
{
  g_autofree char *label = describe (self, key, index);
  g_autofree char *conflicts = describe_conflicts (self, key);

  spz_timeline_item_set_label (SPZ_TIMELINE_ITEM (item), label, conflicts);
  spz_timeline_item_set_selected (SPZ_TIMELINE_ITEM (item), g_hash_table_contains (self->selection, &key));
}

static void
place_item (Update         *update,
            SpzTimelineKey  key,
            guint           index,
            const SpzRect  *rect)
{
  SpzTimelineView *self = update->view;
  gboolean is_new;
  GtkWidget *item = take_item (update, key, &is_new);
  GtkAllocation allocation = {
    (int) rect->x, (int) rect->y, MAX ((int) (rect->width + 0.5), 1), MAX ((int) (rect->height + 0.5), 1)
  };
  int min_width, min_height;

  if (is_new || self->relabel)
    name_item (self, item, key, index);
  if (spz_timeline_key_get_kind (key) == SPZ_TIMELINE_ITEM_GROUP)
    spz_timeline_item_set_expanded (SPZ_TIMELINE_ITEM (item),
                                    !spz_timeline_layout_get_collapsed (self->layout, index));

  gtk_widget_measure (item, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  gtk_widget_measure (item, GTK_ORIENTATION_VERTICAL, -1, &min_height, NULL, NULL, NULL);
  allocation.width = MAX (allocation.width, min_width);
  allocation.height = MAX (allocation.height, min_height);
  gtk_widget_size_allocate (item, &allocation, -1);
}

/* From the layout's coordinates to the widget's */
static SpzRect
to_widget (SpzTimelineView *self,
           const SpzRect   *rect)
{
  const SpzTimelineGeometry *geometry = &self->geometry;

  return (SpzRect) {
    geometry->chart.origin.x + rect->x - geometry->x,
    geometry->chart.origin.y + rect->y - geometry->y,
    rect->width,
    rect->height,
  };
}

static void
place_boxes (Update                *update,
             const SpzTimelineBox  *boxes,
             guint                  n_boxes,
             SpzTimelineItemKind    kind,
             double                 row_y)
{
  SpzTimelineView *self = update->view;
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);
  double left = self->geometry.x;
  double right = left + self->geometry.chart.size.width;

  for (guint i = 0; i < n_boxes; i++)
    {
      const SpzTimelineBox *box = &boxes[i];
      SpzRect rect = box->bar;
      gint64 id = kind == SPZ_TIMELINE_ITEM_PHASE
                  ? spz_timeline_plan_get_bars (plan, NULL)[box->index].id
                  : spz_timeline_plan_get_milestones (plan, NULL)[box->index].id;

      if (rect.x + rect.width < left || rect.x > right)
        continue;

      rect.y += row_y;
      rect = to_widget (self, &rect);
      place_item (update, spz_timeline_key (kind, id), box->index, &rect);
    }
}

static void
place_title (Update              *update,
             SpzTimelineItemKind  kind,
             gint64               id,
             guint                index,
             double               y,
             double               height)
{
  const SpzTimelineGeometry *geometry = &update->view->geometry;
  SpzRect rect = {
    geometry->column.origin.x, geometry->column.origin.y + y - geometry->y,
    geometry->column.size.width, height,
  };

  place_item (update, spz_timeline_key (kind, id), index, &rect);
}

static void
place_row (Update *update,
           guint   row)
{
  SpzTimelineView *self = update->view;
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);
  const SpzTimelineBox *boxes;
  guint index, n_boxes;
  double y, height;

  spz_timeline_layout_get_row_extents (self->layout, row, &y, &height);
  if (height <= 0)
    return;

  switch (spz_timeline_layout_get_row_type (self->layout, row, &index))
    {
    case SPZ_TIMELINE_ROW_GROUP:
      place_title (update, SPZ_TIMELINE_ITEM_GROUP,
                   spz_timeline_plan_get_groups (plan, NULL)[index].id, index, y, height);
      break;

    case SPZ_TIMELINE_ROW_MEASURE:
      place_title (update, SPZ_TIMELINE_ITEM_MEASURE,
                   spz_timeline_plan_get_measures (plan, NULL)[index].id, index, y, height);
      break;

    case SPZ_TIMELINE_ROW_MILESTONES:
    default:
      break;
    }

  boxes = spz_timeline_layout_get_bars (self->layout, row, &n_boxes);
  place_boxes (update, boxes, n_boxes, SPZ_TIMELINE_ITEM_PHASE, y);
  boxes = spz_timeline_layout_get_milestones (self->layout, row, &n_boxes);
  place_boxes (update, boxes, n_boxes, SPZ_TIMELINE_ITEM_MILESTONE, y);
}

static void
put_aside (SpzTimelineView *self,
           GtkWidget       *item)
{
  g_hash_table_remove (self->items, spz_timeline_item_get_key (SPZ_TIMELINE_ITEM (item)));

  /* What is gone gives the focus to somebody else */
  if (self->spares->len >= N_SPARES || gtk_widget_get_focus_child (GTK_WIDGET (self)) == item)
    {
      gtk_widget_unparent (item);
      return;
    }

  spz_timeline_item_set_shown (SPZ_TIMELINE_ITEM (item), FALSE);
  g_ptr_array_add (self->spares, item);
}

static void
place_visible (Update *update)
{
  SpzTimelineView *self = update->view;
  guint n_rows = spz_timeline_layout_get_n_rows (self->layout);
  double bottom = self->geometry.y + self->geometry.chart.size.height;
  guint row = spz_timeline_layout_get_row_at (self->layout, self->geometry.y);

  for (; row != SPZ_TIMELINE_NONE && row < n_rows; row++)
    {
      double y;

      spz_timeline_layout_get_row_extents (self->layout, row, &y, NULL);
      if (y >= bottom)
        break;

      place_row (update, row);
    }
}

static void
rename_focus (SpzTimelineView *self,
              GtkWidget       *focus,
              SpzTimelineKey   key)
{
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);
  gint64 id = spz_timeline_key_get_id (key);

  if (spz_timeline_key_get_kind (key) == SPZ_TIMELINE_ITEM_PHASE)
    name_item (self, focus, key, spz_timeline_plan_find_bar (plan, id));
  else if (spz_timeline_key_get_kind (key) == SPZ_TIMELINE_ITEM_MILESTONE)
    name_item (self, focus, key, spz_timeline_plan_find_milestone (plan, id));
}

/* What has the focus keeps it while it is out of sight, just outside */
static void
place_focus (Update *update)
{
  SpzTimelineView *self = update->view;
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  SpzTimelineKey key;
  gboolean in_column;
  SpzRect rect;

  if (focus == NULL || focus == self->entry || !g_hash_table_contains (update->unused, focus))
    return;

  key = *spz_timeline_item_get_key (SPZ_TIMELINE_ITEM (focus));
  if (!spz_timeline_view_get_key_rect (self, key, &rect, &in_column))
    return;

  g_hash_table_remove (update->unused, focus);
  if (self->relabel)
    rename_focus (self, focus, key);
  rect = to_widget (self, &rect);
  if (in_column)
    rect.x = self->geometry.column.origin.x;
  gtk_widget_size_allocate (focus,
                            &(GtkAllocation) { (int) rect.x, (int) rect.y,
                                               MAX ((int) rect.width, 1), MAX ((int) rect.height, 1) },
                            -1);
}

/*
 * spz_timeline_view_update_items:
 * @self: a view
 *
 * Puts an item over everything that is in sight.
 */
void
spz_timeline_view_update_items (SpzTimelineView *self)
{
  g_autoptr (GHashTable) unused = g_hash_table_new (NULL, NULL);
  Update update = { self, unused };
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_hash_table_add (unused, item);

  place_focus (&update);
  place_visible (&update);

  g_hash_table_iter_init (&iter, unused);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    put_aside (self, item);

  self->relabel = FALSE;
}

/*
 * spz_timeline_view_get_focused:
 * @self: a view
 *
 * Returns: the key of the item that has the focus, or 0
 */
SpzTimelineKey
spz_timeline_view_get_focused (SpzTimelineView *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return SPZ_IS_TIMELINE_ITEM (focus) ? *spz_timeline_item_get_key (SPZ_TIMELINE_ITEM (focus)) : 0;
}

/*
 * spz_timeline_view_clear_items:
 * @self: a view
 *
 * Removes all items.
 */
void
spz_timeline_view_clear_items (SpzTimelineView *self)
{
  g_autoptr (GList) items = g_hash_table_get_values (self->items);

  g_hash_table_remove_all (self->items);
  for (GList *item = items; item != NULL; item = item->next)
    gtk_widget_unparent (item->data);

  for (guint i = 0; i < self->spares->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->spares, i));
  g_ptr_array_set_size (self->spares, 0);
}

/*
 * spz_timeline_view_update_selection:
 * @self: a view
 *
 * Lets the items show what is selected.
 */
void
spz_timeline_view_update_selection (SpzTimelineView *self)
{
  GHashTableIter iter;
  gpointer key, item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &key, &item))
    spz_timeline_item_set_selected (item, g_hash_table_contains (self->selection, key));
}

static guint
find_row (SpzTimelineView *self,
          SpzTimelineKey   key)
{
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);
  gint64 id = spz_timeline_key_get_id (key);
  guint n;

  if (spz_timeline_key_get_kind (key) == SPZ_TIMELINE_ITEM_GROUP)
    {
      const SpzTimelineGroup *groups = spz_timeline_plan_get_groups (plan, &n);

      for (guint i = 0; i < n; i++)
        {
          if (groups[i].id == id)
            return spz_timeline_layout_get_group_row (self->layout, i);
        }
    }
  else
    {
      const SpzTimelineMeasure *measures = spz_timeline_plan_get_measures (plan, &n);

      for (guint i = 0; i < n; i++)
        {
          if (measures[i].id == id)
            return spz_timeline_layout_get_measure_row (self->layout, i);
        }
    }

  return SPZ_TIMELINE_NONE;
}

/*
 * spz_timeline_view_get_key_rect:
 * @self: a view
 * @key: what is looked for
 * @rect: (out): where it is: in the scale's x, from the top of the plan
 * @in_column: (out): whether it is a title, for which x means nothing
 *
 * Returns: whether it is there, and not folded away
 */
gboolean
spz_timeline_view_get_key_rect (SpzTimelineView *self,
                                SpzTimelineKey   key,
                                SpzRect         *rect,
                                gboolean        *in_column)
{
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);
  gint64 id = spz_timeline_key_get_id (key);
  guint index, row;

  *in_column = FALSE;
  switch (spz_timeline_key_get_kind (key))
    {
    case SPZ_TIMELINE_ITEM_PHASE:
      index = spz_timeline_plan_find_bar (plan, id);
      return index != SPZ_TIMELINE_NONE &&
             spz_timeline_layout_get_bar_rect (self->layout, index, rect);

    case SPZ_TIMELINE_ITEM_MILESTONE:
      index = spz_timeline_plan_find_milestone (plan, id);
      return index != SPZ_TIMELINE_NONE &&
             spz_timeline_layout_get_milestone_rect (self->layout, index, rect);

    case SPZ_TIMELINE_ITEM_GROUP:
    case SPZ_TIMELINE_ITEM_MEASURE:
    default:
      *in_column = TRUE;
      row = find_row (self, key);
      if (row == SPZ_TIMELINE_NONE)
        return FALSE;

      rect->x = self->geometry.x;
      rect->width = self->geometry.column.size.width;
      spz_timeline_layout_get_row_extents (self->layout, row, &rect->y, &rect->height);
      return rect->height > 0;
    }
}

/*
 * spz_timeline_view_scroll_to:
 * @self: a view
 * @key: what is to be seen
 *
 * Scrolls as little as is needed.
 */
void
spz_timeline_view_scroll_to (SpzTimelineView *self,
                             SpzTimelineKey   key)
{
  double margin = spz_timeline_layout_get_em (self->layout) * 2;
  gboolean in_column;
  SpzRect rect;

  if (!spz_timeline_view_get_key_rect (self, key, &rect, &in_column))
    return;

  gtk_adjustment_clamp_page (self->vadjustment, rect.y, rect.y + rect.height);
  if (!in_column)
    gtk_adjustment_clamp_page (self->hadjustment, rect.x - margin,
                               MIN (rect.x + rect.width + margin,
                                    rect.x + self->geometry.chart.size.width - margin));
}

/*
 * spz_timeline_view_focus_key:
 * @self: a view
 * @key: what is to have the focus
 *
 * Scrolls to something and gives it the focus.
 */
void
spz_timeline_view_focus_key (SpzTimelineView *self,
                             SpzTimelineKey   key)
{
  GtkWidget *item = NULL;

  /* Not in the next frame: its item must be there to take the focus. Rows that
   * come into sight may turn out to be higher than they were taken for, and
   * push it out again. */
  for (guint i = 0; i < MAX_SCROLLS && item == NULL; i++)
    {
      spz_timeline_view_scroll_to (self, key);
      spz_timeline_view_lay_out (self);
      item = g_hash_table_lookup (self->items, &key);
    }

  if (item != NULL)
    gtk_widget_grab_focus (item);
}
