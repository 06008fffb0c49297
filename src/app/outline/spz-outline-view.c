/* spz-outline-view.c: talking points, edited as an outline
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-outline-view.h"

#include "spz-feedback.h"
#include "spz-inline.h"
#include "spz-outline.h"
#include "spz-outline-list.h"
#include "spz-text-find.h"

/**
 * SpzOutlineView:
 *
 * The points of an action field or of a briefing's block, in reading order.
 * Rows are kept when points change, so that the one being typed in keeps focus
 * and cursor wherever it is moved.
 */
struct _SpzOutlineView
{
  AdwBin          parent_instance;

  /* Owned */
  SpzProgramme   *programme;
  SpzRecord      *owner;
  GArray         *items; /* of SpzOutlineItem, as shown */
  GArray         *hits;  /* of Hit, in reading order */
  char           *searched;

  gint64          last;  /* the point that was typed in last */

  /* Template */
  GtkStack       *stack;
  SpzOutlineList *list;
  GMenuModel     *point_menu;
};

/* A place where something searched stands */
typedef struct
{
  gint64       point;
  SpzTextRange range;
} Hit;

G_DEFINE_FINAL_TYPE (SpzOutlineView, spz_outline_view, ADW_TYPE_BIN)

enum
{
  ROW_ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static int
find_index (SpzOutlineView *self,
            gint64          id)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      if (spz_record_get_id (SPZ_RECORD (g_array_index (self->items, SpzOutlineItem, i).point)) == id)
        return (int) i;
    }

  return -1;
}

static SpzPointRow *
find_row (SpzOutlineView *self,
          gint64          id)
{
  int index = find_index (self, id);

  return index >= 0 ? spz_outline_list_get_row (self->list, (guint) index) : NULL;
}

static void
row_added_cb (SpzOutlineView *self,
              SpzPointRow    *row)
{
  spz_line_text_set_searched (spz_point_row_get_text (row), self->searched);
  g_signal_emit (self, signals[ROW_ADDED], 0, row);
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
  g_autoptr (GArray) items = NULL;

  if (self->owner != NULL)
    items = spz_outline_flatten (self->programme, self->owner);
  else
    items = g_array_new (FALSE, FALSE, sizeof (SpzOutlineItem));

  /* While text is typed the order stays; the rows follow their points' texts
   * by themselves */
  if (same_order (self->items, items))
    return;

  g_array_unref (self->items);
  self->items = g_steal_pointer (&items);

  spz_outline_list_set_items (self->list, self->programme, self->items, self->point_menu);
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

  g_array_unref (self->items);
  g_array_unref (self->hits);
  g_free (self->searched);

  G_OBJECT_CLASS (spz_outline_view_parent_class)->finalize (object);
}

static void
spz_outline_view_class_init (SpzOutlineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = spz_outline_view_dispose;
  object_class->finalize = spz_outline_view_finalize;

  /**
   * SpzOutlineView::row-added:
   * @row: (type SpzPointRow): a row that was made: those of a long outline are
   *   as they come near what is seen
   */
  signals[ROW_ADDED] = g_signal_new ("row-added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, SPZ_TYPE_POINT_ROW);

  g_type_ensure (SPZ_TYPE_OUTLINE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-outline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzOutlineView, stack);
  gtk_widget_class_bind_template_child (widget_class, SpzOutlineView, list);
  gtk_widget_class_bind_template_child (widget_class, SpzOutlineView, point_menu);
  gtk_widget_class_bind_template_callback (widget_class, row_added_cb);
  gtk_widget_class_bind_template_callback (widget_class, spz_outline_view_add);
}

static void
spz_outline_view_init (SpzOutlineView *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (SpzOutlineItem));
  self->hits = g_array_new (FALSE, FALSE, sizeof (Hit));

  gtk_widget_init_template (GTK_WIDGET (self));
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

  return find_index (self, id) >= 0;
}

/**
 * spz_outline_view_get_n_points:
 * @self: an outline
 *
 * Returns: how many points it has
 */
guint
spz_outline_view_get_n_points (SpzOutlineView *self)
{
  g_return_val_if_fail (SPZ_IS_OUTLINE_VIEW (self), 0);

  return self->items->len;
}

/**
 * spz_outline_view_get_neighbour:
 * @self: an outline
 * @row: one of its rows
 * @direction: -1 for the one before, 1 for the one after
 *
 * Returns: (transfer none) (nullable): the row; %NULL at the end
 */
SpzPointRow *
spz_outline_view_get_neighbour (SpzOutlineView *self,
                                SpzPointRow    *row,
                                int             direction)
{
  guint index;

  g_return_val_if_fail (SPZ_IS_OUTLINE_VIEW (self), NULL);

  index = spz_point_row_get_index (row);
  if (direction < 0 && index == 0)
    return NULL;

  return spz_outline_list_get_row (self->list, direction < 0 ? index - 1 : index + 1);
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
  SpzPointRow *row;

  g_return_val_if_fail (SPZ_IS_OUTLINE_VIEW (self), FALSE);

  row = spz_outline_list_get_row (self->list, 0);
  if (row != NULL)
    spz_point_row_focus (row, 0);

  return row != NULL;
}

/**
 * spz_outline_view_foreach:
 * @self: an outline
 * @func: (scope call): what to do with each #SpzPointRow there is
 * @user_data: passed to @func
 *
 * For what a page adds to the points' rows; #SpzOutlineView::row-added tells of
 * those to come.
 */
void
spz_outline_view_foreach (SpzOutlineView *self,
                          GFunc           func,
                          gpointer        user_data)
{
  g_return_if_fail (SPZ_IS_OUTLINE_VIEW (self));

  spz_outline_list_foreach (self->list, func, user_data);
}

static void
set_searched_cb (gpointer row,
                 gpointer user_data)
{
  spz_line_text_set_searched (spz_point_row_get_text (row), user_data);
}

/**
 * spz_outline_view_remember_focus:
 * @self: an outline
 *
 * Remembers which point is typed in, before the focus goes elsewhere.
 */
void
spz_outline_view_remember_focus (SpzOutlineView *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  g_return_if_fail (SPZ_IS_OUTLINE_VIEW (self));

  if (row != NULL)
    self->last = spz_record_get_id (SPZ_RECORD (spz_point_row_get_point (SPZ_POINT_ROW (row))));
}

/**
 * spz_outline_view_search:
 * @self: an outline
 * @text: (nullable): what to search, as it was typed; %NULL to end it
 * @nearest: (out) (optional): the first hit from the point on that was typed in last
 *
 * Marks where @text stands, and remembers the places.
 *
 * Returns: how many there are
 */
guint
spz_outline_view_search (SpzOutlineView *self,
                         const char     *text,
                         guint          *nearest)
{
  guint from = (guint) MAX (find_index (self, self->last), 0);
  guint first = 0;

  g_return_val_if_fail (SPZ_IS_OUTLINE_VIEW (self), 0);

  g_free (self->searched);
  self->searched = g_strdup (text);
  spz_outline_list_foreach (self->list, set_searched_cb, self->searched);
  g_array_set_size (self->hits, 0);

  for (guint i = 0; text != NULL && i < self->items->len; i++)
    {
      SpzPoint *point = g_array_index (self->items, SpzOutlineItem, i).point;
      g_autofree char *plain = spz_inline_to_plain (point->title);
      g_autoptr (GArray) found = spz_text_find (plain, text);

      if (i == from)
        first = self->hits->len;
      for (guint j = 0; j < found->len; j++)
        {
          const Hit hit = { spz_record_get_id (SPZ_RECORD (point)), g_array_index (found, SpzTextRange, j) };

          g_array_append_val (self->hits, hit);
        }
    }

  if (nearest != NULL)
    *nearest = first < self->hits->len ? first : 0;

  return self->hits->len;
}

/**
 * spz_outline_view_show_hit:
 * @self: an outline
 * @index: one of the places spz_outline_view_search() found
 *
 * Selects the place and scrolls there; the focus stays where it is.
 */
void
spz_outline_view_show_hit (SpzOutlineView *self,
                           guint           index)
{
  const Hit *hit;
  SpzPointRow *row;

  g_return_if_fail (SPZ_IS_OUTLINE_VIEW (self));
  g_return_if_fail (index < self->hits->len);

  hit = &g_array_index (self->hits, Hit, index);
  row = find_row (self, hit->point);
  if (row != NULL)
    spz_line_text_show_range (spz_point_row_get_text (row), hit->range.start, hit->range.end);
}

/**
 * spz_outline_view_focus_hit:
 * @self: an outline
 * @index: one of the places spz_outline_view_search() found
 *
 * Focuses the point, with the cursor behind the place.
 *
 * Returns: whether it is still there
 */
gboolean
spz_outline_view_focus_hit (SpzOutlineView *self,
                            guint           index)
{
  g_return_val_if_fail (SPZ_IS_OUTLINE_VIEW (self), FALSE);

  if (index >= self->hits->len)
    return FALSE;

  return spz_outline_view_focus_point (self, g_array_index (self->hits, Hit, index).point,
                                       g_array_index (self->hits, Hit, index).range.end);
}

/**
 * spz_outline_view_focus_last:
 * @self: an outline
 *
 * Focuses the point that was typed in last, or the first.
 */
void
spz_outline_view_focus_last (SpzOutlineView *self)
{
  SpzPointRow *row;

  g_return_if_fail (SPZ_IS_OUTLINE_VIEW (self));

  row = find_row (self, self->last);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    spz_outline_view_start (self);
}
