/* spz-outline-list.c: the rows of an outline, made as they come near
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-outline-list.h"

#include <math.h>

/* A short outline has all its rows at once. A row is a text view, and dear. */
#define N_ROWS_AT_ONCE 40

/* How far around what is seen rows are made, and from how far on they go, in
 * heights of what is seen */
#define NEAR 1.0
#define FAR  3.0

/* The least a row's text asks for; see SpzLineText */
#define TEXT_WIDTH 48

/**
 * SpzOutlineList:
 *
 * Rows one below the other, of which only those exist that are near what the
 * surrounding viewport shows. The height of the others is estimated from the
 * length of their text; when a row above what is seen turns out higher or
 * lower, the viewport is moved along, so that nothing seen moves.
 */
typedef struct
{
  SpzPointRow *row;     /* borrowed child; NULL where none was made */
  guint        n_chars;
  int          y;
  int          height;  /* as allocated, or as estimated */
} Slot;

struct _SpzOutlineList
{
  GtkWidget      parent_instance;

  /* Owned */
  SpzProgramme  *programme;
  GMenuModel    *menu;
  GArray        *items;      /* of SpzOutlineItem */
  GArray        *slots;      /* of Slot, one for each item */
  GtkAdjustment *adjustment; /* of the viewport around */
  guint          make_source;

  /* What estimates are made of, taken from a row; 0 where not known */
  int            line_height;
  int            padding;
  int            beside;     /* what stands beside the text on the first level */
  double         char_width;

  int            width;      /* for which the slots have their heights */
  gboolean       anchoring;

  /* Borrowed */
  GtkWidget     *viewport;
};

G_DEFINE_FINAL_TYPE (SpzOutlineList, spz_outline_list, GTK_TYPE_WIDGET)

enum
{
  ROW_ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static Slot *
get_slot (SpzOutlineList *self,
          guint           index)
{
  return &g_array_index (self->slots, Slot, index);
}

static SpzOutlineItem *
get_item (SpzOutlineList *self,
          guint           index)
{
  return &g_array_index (self->items, SpzOutlineItem, index);
}

/* Heights */

static void
read_metrics (SpzOutlineList *self)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (self)), NULL, NULL);

  self->char_width = (double) pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE;
  self->line_height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  pango_font_metrics_unref (metrics);
}

/* Takes from a row what a text needs besides its lines */
static void
calibrate (SpzOutlineList *self)
{
  int width, height;

  for (guint i = 0; i < self->slots->len; i++)
    {
      SpzPointRow *row = get_slot (self, i)->row;

      if (row == NULL || get_slot (self, i)->n_chars == 0)
        continue;

      read_metrics (self);
      gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_VERTICAL, G_MAXSHORT, &height, NULL, NULL, NULL);
      self->padding = MAX (height - self->line_height, 0);
      self->beside = width - TEXT_WIDTH - (int) (get_item (self, i)->level - 1) * SPZ_POINT_ROW_INDENT;
      return;
    }
}

static int
estimate_height (SpzOutlineList *self,
                 guint           index,
                 int             width)
{
  double needed = get_slot (self, index)->n_chars * self->char_width;
  int available = width - self->beside - (int) (get_item (self, index)->level - 1) * SPZ_POINT_ROW_INDENT;
  int n_lines = (int) ceil (needed / MAX (available, TEXT_WIDTH));

  return self->padding + MAX (n_lines, 1) * self->line_height;
}

/* What was estimated, or was the height of a row that is gone, stays: what is
 * seen below would move otherwise */
static int
get_height_for_width (SpzOutlineList *self,
                      guint           index,
                      int             width)
{
  Slot *slot = get_slot (self, index);
  int height;

  if (slot->row == NULL)
    return slot->height > 0 && width == self->width ? slot->height : estimate_height (self, index, width);

  gtk_widget_measure (GTK_WIDGET (slot->row), GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}

static void
spz_outline_list_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  SpzOutlineList *self = SPZ_OUTLINE_LIST (widget);
  int row_minimum, row_natural;

  *minimum = *natural = 0;
  if (self->line_height == 0)
    calibrate (self);

  for (guint i = 0; i < self->slots->len; i++)
    {
      GtkWidget *row = GTK_WIDGET (get_slot (self, i)->row);

      if (orientation == GTK_ORIENTATION_VERTICAL)
        {
          *minimum += get_height_for_width (self, i, for_size < 0 ? G_MAXSHORT : for_size);
        }
      else if (row != NULL)
        {
          gtk_widget_measure (row, orientation, -1, &row_minimum, &row_natural, NULL, NULL);
          *minimum = MAX (*minimum, row_minimum);
          *natural = MAX (*natural, row_natural);
        }
    }

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *natural = *minimum;
}

static GtkSizeRequestMode
spz_outline_list_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* What is seen */

/* From where to where the viewport shows the list, in the list's coordinates.
 * Where the list stands in what is scrolled doesn't change by scrolling. */
static gboolean
get_visible_range (SpzOutlineList *self,
                   double         *top,
                   double         *bottom)
{
  GtkWidget *scrolled = self->viewport != NULL ? gtk_viewport_get_child (GTK_VIEWPORT (self->viewport)) : NULL;
  graphene_point_t origin;

  if (scrolled == NULL ||
      !gtk_widget_compute_point (GTK_WIDGET (self), scrolled, &GRAPHENE_POINT_INIT (0, 0), &origin))
    return FALSE;

  *top = gtk_adjustment_get_value (self->adjustment) - (double) origin.y;
  *bottom = *top + gtk_adjustment_get_page_size (self->adjustment);

  return TRUE;
}

/* Rows */

static SpzPointRow *
find_row_before (SpzOutlineList *self,
                 guint           index)
{
  while (index-- > 0)
    {
      if (get_slot (self, index)->row != NULL)
        return get_slot (self, index)->row;
    }

  return NULL;
}

static void
make_row (SpzOutlineList *self,
          guint           index)
{
  SpzOutlineItem *item = get_item (self, index);
  SpzPointRow *row = spz_point_row_new (self->programme, item->point, self->menu);

  get_slot (self, index)->row = row;
  spz_point_row_place (row, index, self->items->len, item);
  gtk_widget_insert_after (GTK_WIDGET (row), GTK_WIDGET (self), GTK_WIDGET (find_row_before (self, index)));
  g_signal_emit (self, signals[ROW_ADDED], 0, row);
}

static void
drop_row (Slot *slot)
{
  gtk_widget_unparent (GTK_WIDGET (slot->row));
  slot->row = NULL;
}

static gboolean
is_in_use (SpzPointRow *row)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (row)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0 ||
         gtk_widget_has_css_class (GTK_WIDGET (row), "spz-dragged");
}

/* Moves everything below by what a row is higher than thought */
static void
set_height (SpzOutlineList *self,
            guint           index,
            int             height)
{
  int difference = height - get_slot (self, index)->height;

  get_slot (self, index)->height = height;
  for (guint i = index + 1; difference != 0 && i < self->slots->len; i++)
    get_slot (self, i)->y += difference;
}

/* Keeps what is seen where it is */
static void
anchor (SpzOutlineList *self,
        int             difference)
{
  if (difference == 0)
    return;

  self->anchoring = TRUE;
  gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_value (self->adjustment) + difference);
  self->anchoring = FALSE;
}

/* The point that stays where it is: the one that is typed in, as far as it is
 * seen, or else the first seen */
static guint
find_anchor (SpzOutlineList *self,
             double          top,
             double          bottom)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  guint index = 0;

  if (focus != NULL)
    {
      const Slot *slot = get_slot (self, spz_point_row_get_index (SPZ_POINT_ROW (focus)));

      if (slot->y + slot->height > top && slot->y < bottom)
        return spz_point_row_get_index (SPZ_POINT_ROW (focus));
    }

  while (index + 1 < self->slots->len && get_slot (self, index)->y + get_slot (self, index)->height <= top)
    index++;

  return index;
}

/* Makes the rows that are near what is seen, and drops those far from it */
static void
make_rows_near (SpzOutlineList *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double top, bottom, page;
  guint anchored;
  int before;

  if (self->slots->len == 0 || width == 0 || !get_visible_range (self, &top, &bottom))
    return;

  page = MAX (bottom - top, 1);
  anchored = find_anchor (self, top, bottom);
  before = get_slot (self, anchored)->y;

  for (guint i = 0; i < self->slots->len; i++)
    {
      Slot *slot = get_slot (self, i);
      int end = slot->y + slot->height;

      if (slot->row == NULL && end > top - NEAR * page && slot->y < bottom + NEAR * page)
        {
          make_row (self, i);
          set_height (self, i, get_height_for_width (self, i, width));
        }
      else if (slot->row != NULL && self->slots->len > N_ROWS_AT_ONCE &&
               (end < top - FAR * page || slot->y > bottom + FAR * page) && !is_in_use (slot->row))
        {
          drop_row (slot);
        }
    }

  anchor (self, get_slot (self, anchored)->y - before);
}

static gboolean
make_cb (gpointer user_data)
{
  SpzOutlineList *self = user_data;

  self->make_source = 0;
  make_rows_near (self);

  return G_SOURCE_REMOVE;
}

static void
queue_make (SpzOutlineList *self)
{
  if (self->make_source == 0)
    self->make_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, make_cb, self, NULL);
}

static void
scrolled_cb (SpzOutlineList *self)
{
  if (self->anchoring)
    return;

  make_rows_near (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
spz_outline_list_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  SpzOutlineList *self = SPZ_OUTLINE_LIST (widget);
  gboolean all = TRUE;
  int y = 0;

  for (guint i = 0; i < self->slots->len; i++)
    {
      Slot *slot = get_slot (self, i);

      slot->y = y;
      slot->height = get_height_for_width (self, i, width);
      if (slot->row != NULL)
        gtk_widget_size_allocate (GTK_WIDGET (slot->row), &(GtkAllocation) { 0, y, width, slot->height }, -1);
      all &= slot->row != NULL;
      y += slot->height;
    }
  self->width = width;

  if (!all)
    queue_make (self);
}

static void
spz_outline_list_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  SpzOutlineList *self = SPZ_OUTLINE_LIST (widget);
  double top, bottom;
  gboolean all = !get_visible_range (self, &top, &bottom);

  for (guint i = 0; i < self->slots->len; i++)
    {
      const Slot *slot = get_slot (self, i);

      if (slot->row != NULL && (all || (slot->y + slot->height > top && slot->y < bottom)))
        gtk_widget_snapshot_child (widget, GTK_WIDGET (slot->row), snapshot);
    }
}

static void
release_viewport (SpzOutlineList *self)
{
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_clear_object (&self->adjustment);
  self->viewport = NULL;
}

static void
spz_outline_list_map (GtkWidget *widget)
{
  SpzOutlineList *self = SPZ_OUTLINE_LIST (widget);

  release_viewport (self);
  self->viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  if (self->viewport != NULL)
    {
      self->adjustment = g_object_ref (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->viewport)));
      g_signal_connect_swapped (self->adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
      g_signal_connect_swapped (self->adjustment, "notify::page-size", G_CALLBACK (queue_make), self);
    }

  GTK_WIDGET_CLASS (spz_outline_list_parent_class)->map (widget);
}

static void
spz_outline_list_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (spz_outline_list_parent_class)->unmap (widget);
  release_viewport (SPZ_OUTLINE_LIST (widget));
}

static void
spz_outline_list_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (spz_outline_list_parent_class)->css_changed (widget, change);
  SPZ_OUTLINE_LIST (widget)->line_height = 0;
}

static void
spz_outline_list_dispose (GObject *object)
{
  SpzOutlineList *self = SPZ_OUTLINE_LIST (object);

  g_clear_handle_id (&self->make_source, g_source_remove);
  release_viewport (self);
  for (guint i = 0; i < self->slots->len; i++)
    if (get_slot (self, i)->row != NULL)
      drop_row (get_slot (self, i));
  g_array_set_size (self->slots, 0);
  g_clear_object (&self->menu);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_outline_list_parent_class)->dispose (object);
}

static void
spz_outline_list_finalize (GObject *object)
{
  SpzOutlineList *self = SPZ_OUTLINE_LIST (object);

  g_array_unref (self->slots);
  g_array_unref (self->items);

  G_OBJECT_CLASS (spz_outline_list_parent_class)->finalize (object);
}

static void
spz_outline_list_class_init (SpzOutlineListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = spz_outline_list_dispose;
  object_class->finalize = spz_outline_list_finalize;

  widget_class->css_changed = spz_outline_list_css_changed;
  widget_class->get_request_mode = spz_outline_list_get_request_mode;
  widget_class->map = spz_outline_list_map;
  widget_class->measure = spz_outline_list_measure;
  widget_class->size_allocate = spz_outline_list_size_allocate;
  widget_class->snapshot = spz_outline_list_snapshot;
  widget_class->unmap = spz_outline_list_unmap;

  /**
   * SpzOutlineList::row-added:
   * @row: (type SpzPointRow): a row that was made
   */
  signals[ROW_ADDED] = g_signal_new ("row-added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, SPZ_TYPE_POINT_ROW);

  gtk_widget_class_set_css_name (widget_class, "list");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
spz_outline_list_init (SpzOutlineList *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (SpzOutlineItem));
  self->slots = g_array_new (FALSE, TRUE, sizeof (Slot));
}

/* Puts a point where it stands now, with its row and height if it was there
 * before; @before: the row before */
static void
place (SpzOutlineList *self,
       guint           index,
       const Slot     *old,
       GtkWidget      *before)
{
  SpzOutlineItem *item = get_item (self, index);
  Slot *slot = get_slot (self, index);

  slot->n_chars = (guint) g_utf8_strlen (item->point->title, -1);
  slot->row = old != NULL ? old->row : NULL;
  slot->height = old != NULL ? old->height : estimate_height (self, index, self->width);
  slot->y = index > 0 ? get_slot (self, index - 1)->y + get_slot (self, index - 1)->height : 0;
  if (slot->row == NULL)
    return;

  spz_point_row_place (slot->row, index, self->items->len, item);
  if (gtk_widget_get_prev_sibling (GTK_WIDGET (slot->row)) != before)
    gtk_widget_insert_after (GTK_WIDGET (slot->row), GTK_WIDGET (self), before);
}

/* The rows that are kept take their new places; those of other points go.
 * Returns whether any was kept. */
static gboolean
place_all (SpzOutlineList *self,
           GArray         *old_items,
           GArray         *old_slots)
{
  g_autoptr (GHashTable) old = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  GtkWidget *before = NULL;
  gpointer slot;

  for (guint i = 0; i < old_slots->len; i++)
    g_hash_table_insert (old, g_array_index (old_items, SpzOutlineItem, i).point, &g_array_index (old_slots, Slot, i));

  for (guint i = 0; i < self->items->len; i++)
    {
      slot = NULL;
      g_hash_table_steal_extended (old, get_item (self, i)->point, NULL, &slot);
      place (self, i, slot, before);
      if (get_slot (self, i)->row != NULL)
        before = GTK_WIDGET (get_slot (self, i)->row);
    }

  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, NULL, &slot))
    {
      if (((Slot *) slot)->row != NULL)
        drop_row (slot);
    }

  return before != NULL;
}

/**
 * spz_outline_list_set_items:
 * @self: a list
 * @programme: (nullable): the programme
 * @items: (element-type SpzOutlineItem): the points, as they stand now
 * @menu: what can be done with a point
 *
 * Shows these points. A point that was shown before keeps its row, with focus
 * and cursor.
 */
void
spz_outline_list_set_items (SpzOutlineList *self,
                            SpzProgramme   *programme,
                            GArray         *items,
                            GMenuModel     *menu)
{
  g_autoptr (GArray) old_items = NULL;
  g_autoptr (GArray) old_slots = NULL;
  gboolean kept;

  g_return_if_fail (SPZ_IS_OUTLINE_LIST (self));

  g_set_object (&self->programme, programme);
  g_set_object (&self->menu, menu);

  old_items = g_steal_pointer (&self->items);
  self->items = g_array_ref (items);
  old_slots = g_steal_pointer (&self->slots);
  self->slots = g_array_new (FALSE, TRUE, sizeof (Slot));
  g_array_set_size (self->slots, items->len);

  kept = place_all (self, old_items, old_slots);
  for (guint i = 0; i < MIN (items->len, N_ROWS_AT_ONCE) && (!kept || items->len <= N_ROWS_AT_ONCE); i++)
    {
      if (get_slot (self, i)->row == NULL)
        make_row (self, i);
    }
  make_rows_near (self);

  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * spz_outline_list_get_row:
 * @self: a list
 * @index: which point, in reading order
 *
 * Gets a row, and makes it where there is none yet. It stands where it will be
 * seen, so that it can be focused.
 *
 * Returns: (transfer none) (nullable): the row; %NULL where there are fewer
 */
SpzPointRow *
spz_outline_list_get_row (SpzOutlineList *self,
                          guint           index)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  Slot *slot;

  g_return_val_if_fail (SPZ_IS_OUTLINE_LIST (self), NULL);

  if (index >= self->slots->len)
    return NULL;

  slot = get_slot (self, index);
  if (slot->row == NULL)
    {
      make_row (self, index);
      if (width > 0)
        {
          set_height (self, index, get_height_for_width (self, index, width));
          gtk_widget_measure (GTK_WIDGET (slot->row), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
          gtk_widget_size_allocate (GTK_WIDGET (slot->row),
                                    &(GtkAllocation) { 0, slot->y, width, slot->height }, -1);
        }
    }

  return slot->row;
}

/**
 * spz_outline_list_foreach:
 * @self: a list
 * @func: (scope call): what to do with each #SpzPointRow there is
 * @user_data: passed to @func
 *
 * For what is added to rows; #SpzOutlineList::row-added tells of those to come.
 */
void
spz_outline_list_foreach (SpzOutlineList *self,
                          GFunc           func,
                          gpointer        user_data)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      if (get_slot (self, i)->row != NULL)
        func (get_slot (self, i)->row, user_data);
    }
}
