/* spz-outline-view.c: talking points, edited as an outline
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-outline-view.h"

#include "spz-feedback.h"
#include "spz-outline.h"
#include "spz-point-row.h"

/**
 * SpzOutlineView:
 *
 * The points of an action field or of a briefing's block, in reading order.
 * Rows are kept and sorted anew when points change, so that the one being
 * typed in keeps focus and cursor wherever it is moved.
 */
/* More rows than a page shows at once are made at once, the others little by
 * little: a row is a text view, and dear */
#define N_ROWS_AT_ONCE 40
#define N_ROWS_A_TURN  4

struct _SpzOutlineView
{
  AdwBin        parent_instance;

  /* Owned */
  SpzProgramme *programme;
  SpzRecord    *owner;
  GHashTable   *rows;  /* gint64 id → SpzPointRow, borrowed */
  GArray       *items; /* of SpzOutlineItem, as shown */
  guint         fill_source;

  /* Template */
  GtkStack     *stack;
  GtkListBox   *list;
  GMenuModel   *point_menu;
};

G_DEFINE_FINAL_TYPE (SpzOutlineView, spz_outline_view, ADW_TYPE_BIN)

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  guint first = spz_point_row_get_index (SPZ_POINT_ROW (a));
  guint second = spz_point_row_get_index (SPZ_POINT_ROW (b));

  return first < second ? -1 : first > second;
}

static SpzPointRow *
get_row (SpzOutlineView       *self,
         const SpzOutlineItem *item)
{
  gint64 id = spz_record_get_id (SPZ_RECORD (item->point));

  return g_hash_table_lookup (self->rows, &id);
}

static void
add_row (SpzOutlineView       *self,
         const SpzOutlineItem *item,
         guint                 index)
{
  SpzPointRow *row = spz_point_row_new (self->programme, item->point, self->point_menu);
  gint64 id = spz_record_get_id (SPZ_RECORD (item->point));

  spz_point_row_place (row, index, self->items->len, item);
  gtk_list_box_append (self->list, GTK_WIDGET (row));
  g_hash_table_insert (self->rows, g_memdup2 (&id, sizeof id), row);
}

/* Makes up to @n rows that are missing, and tells whether more are */
static gboolean
fill (SpzOutlineView *self,
      guint           n)
{
  for (guint i = 0; i < self->items->len && g_hash_table_size (self->rows) < self->items->len; i++)
    {
      const SpzOutlineItem *item = &g_array_index (self->items, SpzOutlineItem, i);

      if (get_row (self, item) != NULL)
        continue;
      if (n-- == 0)
        return TRUE;
      add_row (self, item, i);
    }

  return FALSE;
}

static gboolean
fill_cb (gpointer user_data)
{
  SpzOutlineView *self = user_data;

  if (fill (self, N_ROWS_A_TURN))
    return G_SOURCE_CONTINUE;

  self->fill_source = 0;

  return G_SOURCE_REMOVE;
}

static SpzPointRow *
find_row (SpzOutlineView *self,
          gint64          id)
{
  SpzPointRow *row = g_hash_table_lookup (self->rows, &id);

  if (row == NULL && self->fill_source != 0)
    {
      g_clear_handle_id (&self->fill_source, g_source_remove);
      fill (self, G_MAXUINT);
      row = g_hash_table_lookup (self->rows, &id);
    }

  return row;
}

static void
remove_rows_not_in (SpzOutlineView *self,
                    GHashTable     *points)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      if (g_hash_table_contains (points, spz_point_row_get_point (row)))
        continue;

      g_hash_table_iter_remove (&iter);
      gtk_list_box_remove (self->list, row);
    }
}

static gboolean
same_order (GArray *a,
            GArray *b)
{
  gboolean same = a->len == b->len;

  for (guint i = 0; i < a->len && same; i++)
    {
      const SpzOutlineItem *first = &g_array_index (a, SpzOutlineItem, i);
      const SpzOutlineItem *second = &g_array_index (b, SpzOutlineItem, i);

      same = first->point == second->point && first->level == second->level &&
             first->height == second->height && first->first == second->first;
    }

  return same;
}

static void
refresh (SpzOutlineView *self)
{
  g_autoptr(GArray) items = NULL;
  g_autoptr(GHashTable) points = NULL;

  if (self->owner != NULL)
    items = spz_outline_flatten (self->programme, self->owner);
  else
    items = g_array_new (FALSE, FALSE, sizeof (SpzOutlineItem));

  /* While text is typed the order stays; the rows follow their points' texts
   * by themselves */
  if (same_order (self->items, items))
    return;

  points = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (points, g_array_index (items, SpzOutlineItem, i).point);

  remove_rows_not_in (self, points);
  g_array_unref (self->items);
  self->items = g_steal_pointer (&items);

  for (guint i = 0; i < self->items->len; i++)
    {
      const SpzOutlineItem *item = &g_array_index (self->items, SpzOutlineItem, i);
      SpzPointRow *row = get_row (self, item);

      if (row != NULL)
        spz_point_row_place (row, i, self->items->len, item);
    }

  if (fill (self, N_ROWS_AT_ONCE) && self->fill_source == 0)
    self->fill_source = g_idle_add (fill_cb, self);
  gtk_list_box_invalidate_sort (self->list);
  gtk_stack_set_visible_child_name (self->stack, self->items->len > 0 ? "points" : "empty");
}

static void
changed_cb (SpzOutlineView *self,
            SpzChanges     *changes)
{
  gboolean concerned = changes->n_items == 0;

  for (guint i = 0; i < changes->n_items && !concerned; i++)
    concerned = g_str_equal (changes->items[i].table, "point");

  if (concerned)
    refresh (self);
}

static void
spz_outline_view_dispose (GObject *object)
{
  SpzOutlineView *self = SPZ_OUTLINE_VIEW (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  if (self->programme != NULL)
    g_signal_handlers_disconnect_by_func (self->programme, changed_cb, self);

  /* Disposing of the template unparents the children that are bound, which
   * a bin doesn't notice of its own. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_OUTLINE_VIEW);
  g_clear_object (&self->owner);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_outline_view_parent_class)->dispose (object);
}

static void
spz_outline_view_finalize (GObject *object)
{
  SpzOutlineView *self = SPZ_OUTLINE_VIEW (object);

  g_hash_table_unref (self->rows);
  g_array_unref (self->items);

  G_OBJECT_CLASS (spz_outline_view_parent_class)->finalize (object);
}

static void
spz_outline_view_class_init (SpzOutlineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = spz_outline_view_dispose;
  object_class->finalize = spz_outline_view_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-outline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzOutlineView, stack);
  gtk_widget_class_bind_template_child (widget_class, SpzOutlineView, list);
  gtk_widget_class_bind_template_child (widget_class, SpzOutlineView, point_menu);
  gtk_widget_class_bind_template_callback (widget_class, spz_outline_view_add);
}

static void
spz_outline_view_init (SpzOutlineView *self)
{
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->items = g_array_new (FALSE, FALSE, sizeof (SpzOutlineItem));

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->list, compare_rows, NULL, NULL);
}

/**
 * spz_outline_view_new:
 *
 * Returns: (transfer floating): an outline of nothing, until it gets an owner
 */
GtkWidget *
spz_outline_view_new (void)
{
  return g_object_new (SPZ_TYPE_OUTLINE_VIEW, NULL);
}

/**
 * spz_outline_view_set_owner:
 * @self: an outline
 * @programme: (nullable): the programme
 * @owner: (type SpzRecord) (nullable): an action field or a block of points
 *
 * Shows the points of @owner.
 */
void
spz_outline_view_set_owner (SpzOutlineView *self,
                            SpzProgramme   *programme,
                            gpointer        owner)
{
  g_return_if_fail (SPZ_IS_OUTLINE_VIEW (self));
  g_return_if_fail (owner == NULL || SPZ_IS_PROGRAMME (programme));

  if (self->owner == owner)
    return;

  if (self->programme != NULL)
    g_signal_handlers_disconnect_by_func (self->programme, changed_cb, self);

  g_clear_object (&self->owner);
  g_clear_object (&self->programme);

  if (owner != NULL)
    {
      self->owner = g_object_ref (owner);
      self->programme = g_object_ref (programme);
    }

  if (self->programme != NULL)
    g_signal_connect_object (self->programme, "changed",
                             G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  refresh (self);
}

/**
 * spz_outline_view_add:
 * @self: an outline
 *
 * Adds an empty point at the end and focuses it.
 */
void
spz_outline_view_add (SpzOutlineView *self)
{
  GError *error = NULL;
  gint64 id;

  g_return_if_fail (SPZ_IS_OUTLINE_VIEW (self));

  if (self->owner == NULL)
    return;

  id = spz_outline_add (self->programme, self->owner, NULL, "", &error);
  if (id != 0)
    spz_outline_view_focus_point (self, id, 0);
  else
    spz_feedback_report (GTK_WIDGET (self), error);
}

/**
 * spz_outline_view_focus_point:
 * @self: an outline
 * @id: the id of one of its points
 * @offset: where the cursor is placed, in characters; -1: at the end
 *
 * Focuses a point.
 *
 * Returns: whether it is there
 */
gboolean
spz_outline_view_focus_point (SpzOutlineView *self,
                              gint64          id,
                              int             offset)
{
  SpzPointRow *row;

  g_return_val_if_fail (SPZ_IS_OUTLINE_VIEW (self), FALSE);

  row = find_row (self, id);
  if (row == NULL)
    return FALSE;

  spz_point_row_focus (row, offset);

  return TRUE;
}

/**
 * spz_outline_view_has_point:
 * @self: an outline
 * @id: the id of a point
 *
 * Returns: whether it is one of those shown
 */
gboolean
spz_outline_view_has_point (SpzOutlineView *self,
                            gint64          id)
{
  g_return_val_if_fail (SPZ_IS_OUTLINE_VIEW (self), FALSE);

  return find_row (self, id) != NULL;
}

/**
 * spz_outline_view_start:
 * @self: an outline
 *
 * Focuses the first point.
 *
 * Returns: whether there is one
 */
gboolean
spz_outline_view_start (SpzOutlineView *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (SPZ_IS_OUTLINE_VIEW (self), FALSE);

  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    spz_point_row_focus (SPZ_POINT_ROW (row), 0);

  return row != NULL;
}

/**
 * spz_outline_view_foreach:
 * @self: an outline
 * @func: (scope call): what to do with each #SpzPointRow, in no order
 * @user_data: passed to @func
 *
 * For what a page adds to the points' rows.
 */
void
spz_outline_view_foreach (SpzOutlineView *self,
                          GFunc           func,
                          gpointer        user_data)
{
  GHashTableIter iter;
  gpointer row;

  g_return_if_fail (SPZ_IS_OUTLINE_VIEW (self));

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    func (row, user_data);
}
