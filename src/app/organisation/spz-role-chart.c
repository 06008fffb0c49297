/* spz-role-chart.c: who reports to whom, drawn
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-role-chart.h"

#include "spz-role-box.h"
#include "spz-tree-layout.h"

#define BOX_WIDTH 190
#define GAP 18
#define LEVEL_GAP 36

/**
 * SpzRoleChart:
 *
 * The roles as boxes, joined by lines to the one they report to: level by
 * level where there is room, else indented. The boxes are buttons; dragging
 * one onto another makes it report to that one.
 */
struct _SpzRoleChart
{
  GtkWidget     parent_instance;

  /* Owned */
  SpzProgramme *programme;
  GPtrArray    *boxes; /* SpzRoleBox, parented */
  GArray       *nodes; /* SpzTreeNode, where they stand */
};

G_DEFINE_FINAL_TYPE (SpzRoleChart, spz_role_chart, GTK_TYPE_WIDGET)

enum
{
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static int
find_box (SpzRoleChart *self,
          gint64        id)
{
  for (guint i = 0; id != 0 && i < self->boxes->len; i++)
    {
      SpzRole *role = spz_role_box_get_role (g_ptr_array_index (self->boxes, i));

      if (spz_record_get_id (SPZ_RECORD (role)) == id)
        return (int) i;
    }

  return -1;
}

static void
box_clicked_cb (SpzRoleChart *self,
                SpzRoleBox   *box)
{
  g_signal_emit (self, signals[OPEN], 0, spz_role_box_get_role (box));
}

static void
clear_boxes (SpzRoleChart *self)
{
  for (guint i = 0; i < self->boxes->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->boxes, i));

  g_ptr_array_set_size (self->boxes, 0);
}

static void
rebuild (SpzRoleChart *self)
{
  SpzRecordList *roles = spz_programme_get_list (self->programme, SPZ_TYPE_ROLE);

  clear_boxes (self);

  for (guint i = 0; i < spz_record_list_get_size (roles); i++)
    {
      GtkWidget *box = spz_role_box_new (self->programme, spz_record_list_get (roles, i));

      g_signal_connect_object (box, "clicked", G_CALLBACK (box_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (box, GTK_WIDGET (self));
      g_ptr_array_add (self->boxes, box);
    }

  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
changed_cb (SpzRoleChart *self,
            SpzChanges   *changes)
{
  for (guint i = 0; i < changes->n_items; i++)
    {
      if (g_str_equal (changes->items[i].table, "role"))
        {
          rebuild (self);
          return;
        }
    }
}

/* Geometry */

static GArray *
create_nodes (SpzRoleChart *self)
{
  GArray *nodes = g_array_sized_new (FALSE, TRUE, sizeof (SpzTreeNode), self->boxes->len);

  for (guint i = 0; i < self->boxes->len; i++)
    {
      SpzRoleBox *box = g_ptr_array_index (self->boxes, i);
      SpzTreeNode node = { .width = BOX_WIDTH };

      node.parent = find_box (self, spz_role_box_get_role (box)->reports_to);
      gtk_widget_measure (GTK_WIDGET (box), GTK_ORIENTATION_VERTICAL, BOX_WIDTH,
                          NULL, &node.height, NULL, NULL);
      g_array_append_val (nodes, node);
    }

  spz_tree_break_cycles ((SpzTreeNode *) (gpointer) nodes->data, nodes->len);

  return nodes;
}

/* The boxes as they stand in @width, in the style that fits */
static GArray *
lay_out (SpzRoleChart *self,
         int           width,
         SpzTreeStyle *style,
         int          *used_width,
         int          *used_height)
{
  GArray *nodes = create_nodes (self);

  *style = SPZ_TREE_STANDING;
  spz_tree_layout ((SpzTreeNode *) (gpointer) nodes->data, nodes->len, *style,
                   GAP, LEVEL_GAP, used_width, used_height);

  if (width >= 0 && *used_width > width)
    {
      *style = SPZ_TREE_INDENTED;
      spz_tree_layout ((SpzTreeNode *) (gpointer) nodes->data, nodes->len, *style,
                       GAP, LEVEL_GAP, used_width, used_height);
    }

  return nodes;
}

static GtkSizeRequestMode
spz_role_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
spz_role_chart_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  SpzRoleChart *self = SPZ_ROLE_CHART (widget);
  g_autoptr(GArray) nodes = NULL;
  SpzTreeStyle style;
  int width;
  int height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      g_autoptr(GArray) indented = lay_out (self, 0, &style, minimum, &height);

      nodes = lay_out (self, -1, &style, natural, &height);
      *natural = MAX (*minimum, *natural);
    }
  else
    {
      nodes = lay_out (self, for_size, &style, &width, &height);
      *minimum = *natural = height;
    }
}

static void
spz_role_chart_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  SpzRoleChart *self = SPZ_ROLE_CHART (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  SpzTreeStyle style;
  int used_width;
  int used_height;
  int offset;

  g_clear_pointer (&self->nodes, g_array_unref);
  self->nodes = lay_out (self, width, &style, &used_width, &used_height);
  offset = style == SPZ_TREE_STANDING ? MAX (0, width - used_width) / 2 : 0;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      SpzTreeNode *node = &g_array_index (self->nodes, SpzTreeNode, i);
      GtkAllocation allocation;

      node->x += offset;
      if (mirrored)
        node->x = width - node->x - node->width;

      allocation = (GtkAllocation) { node->x, node->y, node->width, node->height };
      gtk_widget_size_allocate (g_ptr_array_index (self->boxes, i), &allocation, -1);
    }
}

/* Drawing */

static void
append_line (GtkSnapshot   *snapshot,
             const GdkRGBA *colour,
             int            x1,
             int            y1,
             int            x2,
             int            y2)
{
  gtk_snapshot_append_color (snapshot, colour,
                             &GRAPHENE_RECT_INIT (MIN (x1, x2), MIN (y1, y2),
                                                  ABS (x2 - x1) + 1, ABS (y2 - y1) + 1));
}

/* From below the parent to above the child where they stand on levels, else
 * down along the parent's edge and to the child's side */
static void
append_connector (GtkSnapshot       *snapshot,
                  const GdkRGBA     *colour,
                  const SpzTreeNode *parent,
                  const SpzTreeNode *child)
{
  int bottom = parent->y + parent->height;
  int middle = child->y + child->height / 2;

  if (child->x > parent->x && child->x < parent->x + parent->width && child->x - parent->x == LEVEL_GAP)
    {
      append_line (snapshot, colour, parent->x + LEVEL_GAP / 2, bottom, parent->x + LEVEL_GAP / 2, middle);
      append_line (snapshot, colour, parent->x + LEVEL_GAP / 2, middle, child->x, middle);
    }
  else
    {
      int from = parent->x + parent->width / 2;
      int to = child->x + child->width / 2;
      int turn = child->y - LEVEL_GAP / 2;

      append_line (snapshot, colour, from, bottom, from, turn);
      append_line (snapshot, colour, from, turn, to, turn);
      append_line (snapshot, colour, to, turn, to, child->y);
    }
}

static void
spz_role_chart_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  SpzRoleChart *self = SPZ_ROLE_CHART (widget);
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);

  for (guint i = 0; self->nodes != NULL && i < self->nodes->len; i++)
    {
      const SpzTreeNode *node = &g_array_index (self->nodes, SpzTreeNode, i);

      if (node->parent >= 0)
        append_connector (snapshot, &colour,
                          &g_array_index (self->nodes, SpzTreeNode, (guint) node->parent), node);
    }

  GTK_WIDGET_CLASS (spz_role_chart_parent_class)->snapshot (widget, snapshot);
}

static void
spz_role_chart_dispose (GObject *object)
{
  spz_role_chart_set_programme (SPZ_ROLE_CHART (object), NULL);

  G_OBJECT_CLASS (spz_role_chart_parent_class)->dispose (object);
}

static void
spz_role_chart_finalize (GObject *object)
{
  SpzRoleChart *self = SPZ_ROLE_CHART (object);

  g_clear_pointer (&self->boxes, g_ptr_array_unref);
  g_clear_pointer (&self->nodes, g_array_unref);

  G_OBJECT_CLASS (spz_role_chart_parent_class)->finalize (object);
}

static void
spz_role_chart_class_init (SpzRoleChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = spz_role_chart_dispose;
  object_class->finalize = spz_role_chart_finalize;

  widget_class->get_request_mode = spz_role_chart_get_request_mode;
  widget_class->measure = spz_role_chart_measure;
  widget_class->size_allocate = spz_role_chart_size_allocate;
  widget_class->snapshot = spz_role_chart_snapshot;

  /**
   * SpzRoleChart::open:
   * @role: a role
   *
   * The user wants to see @role.
   */
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, SPZ_TYPE_ROLE);

  gtk_widget_class_set_css_name (widget_class, "rolechart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
spz_role_chart_init (SpzRoleChart *self)
{
  self->boxes = g_ptr_array_new ();
}

/**
 * spz_role_chart_set_programme:
 * @self: a chart
 * @programme: (nullable): a programme
 *
 * Draws the roles of another programme, and follows them.
 */
void
spz_role_chart_set_programme (SpzRoleChart *self,
                              SpzProgramme *programme)
{
  g_return_if_fail (SPZ_IS_ROLE_CHART (self));

  if (self->programme == programme)
    return;

  if (self->programme != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->programme, changed_cb, self);
      clear_boxes (self);
    }

  g_set_object (&self->programme, programme);

  if (programme != NULL)
    {
      g_signal_connect_object (programme, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      rebuild (self);
    }
}
