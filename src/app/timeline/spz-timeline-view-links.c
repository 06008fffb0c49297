/* spz-timeline-view-links.c: what has to wait for what, as arrows
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "spz-dependencies.h"
#include "spz-feedback.h"
#include "spz-labels.h"
#include "spz-link-window.h"

/* An arrow leaves a bar at its end and reaches the next one at its start, or
 * from above or below where that begins sooner. Its lines are right-angled
 * rectangles, which cost a frame next to nothing. A bar that is pointed at or
 * has the focus shows a connector, from which another arrow can be drawn. */

/* How far an arrow leads away from a bar before it turns, in pixels */
#define LEAD 6.0

#define HEAD 4.0

/* The connector's radius, the one it is hit in, and how far from the bar's end
 * it is: further than where the end is taken */
#define CONNECTOR       4.0
#define CONNECTOR_REACH 7.0
#define CONNECTOR_INSET 15.0

typedef struct
{
  GtkSnapshot *snapshot;
  GdkRGBA      colour;
  double       width; /* of its lines */
  double       along; /* 1, or -1 from right to left */

  /* Owned: arrowheads to the side, down and up, once they were needed */
  GskRenderNode *heads[3];
} Pen;

static void
pen_clear (Pen *pen)
{
  for (guint i = 0; i < G_N_ELEMENTS (pen->heads); i++)
    g_clear_pointer (&pen->heads[i], gsk_render_node_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pen, pen_clear)

static void
draw_line (const Pen *pen,
           double     x1,
           double     y1,
           double     x2,
           double     y2)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT (floor (MIN (x1, x2)), floor (MIN (y1, y2)),
                                             MAX (fabs (x2 - x1), pen->width),
                                             MAX (fabs (y2 - y1), pen->width));

  gtk_snapshot_append_color (pen->snapshot, &pen->colour, &rect);
}

/* A triangle with its tip at the origin */
static GskRenderNode *
new_head (const GdkRGBA *colour,
          double         dx,
          double         dy)
{
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (-2 * HEAD, -2 * HEAD, 4 * HEAD, 4 * HEAD));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  gdk_cairo_set_source_rgba (cr, colour);
  cairo_move_to (cr, 0, 0);
  cairo_line_to (cr, -dx * 1.5 * HEAD - dy * HEAD, -dy * 1.5 * HEAD - dx * HEAD);
  cairo_line_to (cr, -dx * 1.5 * HEAD + dy * HEAD, -dy * 1.5 * HEAD + dx * HEAD);
  cairo_fill (cr);
  cairo_destroy (cr);

  return node;
}

/* Heads are alike: each is painted once a frame, and used for all arrows */
static void
draw_head (Pen    *pen,
           double  x,
           double  y,
           double  dx,
           double  dy)
{
  GskRenderNode **head = &pen->heads[dy > 0 ? 1 : dy < 0 ? 2 : 0];

  if (*head == NULL)
    *head = new_head (&pen->colour, dx, dy);

  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_node (pen->snapshot, *head);
  gtk_snapshot_restore (pen->snapshot);
}

static double
get_start_x (const Pen     *pen,
             const SpzRect *rect)
{
  return pen->along > 0 ? rect->x : rect->x + rect->width;
}

static double
get_end_x (const Pen     *pen,
           const SpzRect *rect)
{
  return pen->along > 0 ? rect->x + rect->width : rect->x;
}

static void
draw_arrow (Pen           *pen,
            const SpzRect *from,
            const SpzRect *to)
{
  double from_x = get_end_x (pen, from);
  double to_x = get_start_x (pen, to);
  double from_y = from->y + from->height / 2;
  double to_y = to->y + to->height / 2;
  double turn = from_x + pen->along * LEAD;
  double edge = to_y > from_y ? to->y : to->y + to->height;
  double entry = to_x + pen->along * LEAD;

  if (fabs (from_y - to_y) < 1)
    {
      /* In one lane: between them, or where they touch */
      if ((to_x - from_x) * pen->along > 2 * HEAD)
        draw_line (pen, from_x, from_y, to_x, to_y);
      else
        to_x = entry;
      draw_head (pen, to_x, to_y, pen->along, 0);
      return;
    }

  draw_line (pen, from_x, from_y, turn, from_y);
  if ((to_x - turn) * pen->along >= HEAD)
    {
      draw_line (pen, turn, from_y, turn, to_y);
      draw_line (pen, turn, to_y, to_x, to_y);
      draw_head (pen, to_x, to_y, pen->along, 0);
      return;
    }

  /* It begins too soon: back, outside of the bars, and in from there */
  if ((entry - turn) * pen->along < 0)
    {
      double between = to_y > from_y ? edge - LEAD : edge + LEAD;

      draw_line (pen, turn, from_y, turn, between);
      draw_line (pen, turn, between, entry, between);
      draw_line (pen, entry, between, entry, edge);
      turn = entry;
    }
  else
    {
      draw_line (pen, turn, from_y, turn, edge);
    }
  draw_head (pen, turn, edge, 0, to_y > from_y ? 1 : -1);
}

static gboolean
find_visible (SpzTimelineView *self,
              gint64           phase,
              SpzRect         *rect)
{
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);
  guint bar = spz_timeline_plan_find_bar (plan, phase);
  double bottom = self->geometry.y + self->geometry.chart.size.height;
  double y, height;
  guint row;

  if (bar == SPZ_TIMELINE_NONE)
    return FALSE;

  /* Only what is laid out anyway */
  row = spz_timeline_layout_get_measure_row (self->layout, spz_timeline_plan_get_bars (plan, NULL)[bar].measure);
  spz_timeline_layout_get_row_extents (self->layout, row, &y, &height);

  return height > 0 && y < bottom && y + height > self->geometry.y &&
         spz_timeline_layout_get_bar_rect (self->layout, bar, rect);
}

static void
append_arrow (SpzTimelineView *self,
              Pen             *plain,
              Pen             *heavy,
              SpzDependency   *dependency,
              SpzPhase        *predecessor,
              const SpzRect   *from)
{
  Pen *pen = plain;
  SpzRect to;

  if (!find_visible (self, dependency->successor, &to))
    return;

  if ((get_start_x (pen, &to) - get_end_x (pen, from)) * pen->along < -0.5 &&
      predecessor->certainty != SPZ_CERTAINTY_ONGOING)
    pen = heavy;
  draw_arrow (pen, from, &to);
}

static void
append_arrows_of_row (SpzTimelineView *self,
                      Pen             *plain,
                      Pen             *heavy,
                      guint            row)
{
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);
  const SpzTimelineBox *boxes;
  guint n_boxes;

  boxes = spz_timeline_layout_get_bars (self->layout, row, &n_boxes);
  for (guint i = 0; i < n_boxes; i++)
    {
      gint64 id = spz_timeline_plan_get_bars (plan, NULL)[boxes[i].index].id;
      SpzRecordList *dependencies = spz_programme_get_children (self->programme, SPZ_TYPE_DEPENDENCY,
                                                                "predecessor", id);
      guint n_dependencies = spz_record_list_get_size (dependencies);
      SpzRect from;

      if (n_dependencies == 0 || !find_visible (self, id, &from))
        continue;

      for (guint j = 0; j < n_dependencies; j++)
        append_arrow (self, plain, heavy, spz_record_list_get (dependencies, j),
                      spz_programme_lookup (self->programme, SPZ_TYPE_PHASE, id), &from);
    }
}

/* Arrows lead from what is seen to what is seen: rows out of sight are not
 * asked, as the plan may be long */
static void
append_arrows (SpzTimelineView *self,
               GtkSnapshot     *snapshot)
{
  gboolean rtl = spz_timeline_layout_get_scale (self->layout)->rtl;
  /* What can't be is drawn heavier, too: not by colour alone */
  g_auto (Pen) plain = { snapshot, spz_timeline_view_get_colour (self, SPZ_TIMELINE_COLOUR_DIM), 1, rtl ? -1 : 1, { NULL } };
  g_auto (Pen) heavy = { snapshot, spz_timeline_view_get_colour (self, SPZ_TIMELINE_COLOUR_OVERDUE), 2, rtl ? -1 : 1, { NULL } };
  double bottom = self->geometry.y + self->geometry.chart.size.height;
  guint n_rows = spz_timeline_layout_get_n_rows (self->layout);

  for (guint row = spz_timeline_layout_get_row_at (self->layout, self->geometry.y); row < n_rows; row++)
    {
      double y, height;

      spz_timeline_layout_get_row_extents (self->layout, row, &y, &height);
      if (y >= bottom)
        break;
      if (height > 0)
        append_arrows_of_row (self, &plain, &heavy, row);
    }
}

/* Connectors */

static gboolean
get_connector (SpzTimelineView *self,
               SpzTimelineKey   key,
               double          *x,
               double          *y)
{
  gboolean rtl = spz_timeline_layout_get_scale (self->layout)->rtl;
  double inset;
  SpzRect rect;

  if (key == 0 || spz_timeline_key_get_kind (key) != SPZ_TIMELINE_ITEM_PHASE ||
      !spz_timeline_view_can_edit (self) ||
      !find_visible (self, spz_timeline_key_get_id (key), &rect))
    return FALSE;

  inset = MIN (CONNECTOR_INSET, rect.width / 2);
  *x = rtl ? rect.x + inset : rect.x + rect.width - inset;
  *y = rect.y + rect.height;

  return TRUE;
}

/*
 * spz_timeline_view_find_connector:
 * @self: a view
 * @x: a place, in the widget's coordinates
 * @y: a place, in the widget's coordinates
 *
 * Returns: the phase whose connector is shown there, or 0
 */
SpzTimelineKey
spz_timeline_view_find_connector (SpzTimelineView *self,
                                  double           x,
                                  double           y)
{
  SpzTimelineKey keys[] = { self->hover_phase, self->layout != NULL ? spz_timeline_view_get_focused (self) : 0 };
  double content_x = spz_timeline_view_get_content_x (self, x);
  double content_y = y - self->geometry.chart.origin.y + self->geometry.y;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      double cx, cy;

      if (get_connector (self, keys[i], &cx, &cy) &&
          hypot (content_x - cx, content_y - cy) <= CONNECTOR_REACH)
        return keys[i];
    }

  return 0;
}

static void
append_connector (SpzTimelineView *self,
                  GtkSnapshot     *snapshot,
                  SpzTimelineKey   key)
{
  GdkRGBA accent = spz_timeline_view_get_colour (self, SPZ_TIMELINE_COLOUR_ACCENT);
  GdkRGBA background = spz_timeline_view_get_colour (self, SPZ_TIMELINE_COLOUR_BACKGROUND);
  const float widths[4] = { 2, 2, 2, 2 };
  const GdkRGBA colours[4] = { accent, accent, accent, accent };
  GskRoundedRect circle;
  double x, y;

  if (!get_connector (self, key, &x, &y))
    return;

  gsk_rounded_rect_init_from_rect (&circle,
                                   &GRAPHENE_RECT_INIT (x - CONNECTOR, y - CONNECTOR,
                                                        2 * CONNECTOR, 2 * CONNECTOR),
                                   CONNECTOR);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, &background, &circle.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &circle, widths, colours);
}

/* The arrow that is being drawn, and the bar it would go to */
static void
append_link (SpzTimelineView *self,
             GtkSnapshot     *snapshot)
{
  gboolean rtl = spz_timeline_layout_get_scale (self->layout)->rtl;
  g_auto (Pen) pen = { snapshot, spz_timeline_view_get_colour (self, SPZ_TIMELINE_COLOUR_ACCENT), 2, rtl ? -1 : 1, { NULL } };
  const float widths[4] = { 2, 2, 2, 2 };
  const GdkRGBA colours[4] = { pen.colour, pen.colour, pen.colour, pen.colour };
  double to_x = spz_timeline_view_get_content_x (self, self->drag.x);
  double to_y = self->drag.y - self->geometry.chart.origin.y + self->geometry.y;
  GskRoundedRect outline;
  SpzRect target;
  double x, y;

  if (!get_connector (self, self->drag.link, &x, &y))
    return;

  draw_line (&pen, x, y, x, to_y);
  draw_line (&pen, x, to_y, to_x, to_y);
  draw_head (&pen, to_x, to_y, to_x < x ? -1 : 1, 0);

  if (self->drag.target != 0 &&
      find_visible (self, spz_timeline_key_get_id (self->drag.target), &target))
    {
      gsk_rounded_rect_init_from_rect (&outline,
                                       &GRAPHENE_RECT_INIT (target.x - 2, target.y - 2,
                                                            target.width + 4, target.height + 4), 5);
      gtk_snapshot_append_border (snapshot, &outline, widths, colours);
    }
}

/*
 * spz_timeline_view_append_links:
 * @self: a view
 * @snapshot: a snapshot of the chart
 *
 * Paints the arrows between the rows in sight.
 */
void
spz_timeline_view_append_links (SpzTimelineView *self,
                                GtkSnapshot     *snapshot)
{
  append_arrows (self, snapshot);

  if (self->drag.type == SPZ_TIMELINE_DRAG_LINK)
    {
      append_link (self, snapshot);
      append_connector (self, snapshot, self->drag.link);
    }
  else if (self->drag.type == SPZ_TIMELINE_DRAG_NONE)
    {
      append_connector (self, snapshot, spz_timeline_view_get_focused (self));
      append_connector (self, snapshot, self->hover_phase);
    }
}

/* Making and removing */

/*
 * spz_timeline_view_follow_link:
 * @self: a view
 *
 * Finds the phase that would wait.
 */
void
spz_timeline_view_follow_link (SpzTimelineView *self)
{
  SpzTimelineKey key;
  SpzTimelineHit hit;

  spz_timeline_view_hit_test (self, self->drag.x, self->drag.y, &hit);
  key = spz_timeline_view_get_hit_key (self, &hit);
  if (key == self->drag.link || spz_timeline_key_get_kind (key) != SPZ_TIMELINE_ITEM_PHASE)
    key = 0;
  self->drag.target = key;
}

/*
 * spz_timeline_view_drop_link:
 * @self: a view
 * @from: the key of a phase
 * @to: the key of the one that is to wait for it, or 0
 *
 * Links them.
 */
void
spz_timeline_view_drop_link (SpzTimelineView *self,
                             SpzTimelineKey   from,
                             SpzTimelineKey   to)
{
  SpzRecord *predecessor = spz_timeline_view_lookup (self, from);
  SpzRecord *successor = spz_timeline_view_lookup (self, to);
  GError *error = NULL;

  if (predecessor != NULL && successor != NULL &&
      spz_dependency_add (self->programme, SPZ_PHASE (predecessor), SPZ_PHASE (successor), &error) == 0)
    spz_feedback_report (GTK_WIDGET (self), error);
}

static void
add_link_item (GMenu      *menu,
               const char *label,
               gboolean    followers)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "timeline.link", "b", followers);
  g_menu_append_item (menu, item);
}

static void
add_unlink_items (SpzTimelineView *self,
                  GMenu           *menu,
                  const char      *reference,
                  gint64           phase)
{
  SpzRecordList *dependencies = spz_programme_get_children (self->programme, SPZ_TYPE_DEPENDENCY,
                                                            reference, phase);

  for (guint i = 0; i < spz_record_list_get_size (dependencies); i++)
    {
      SpzDependency *dependency = spz_record_list_get (dependencies, i);
      g_autofree char *description = spz_dependency_describe (self->programme, dependency);
      /* Translators: a menu item; %s is a dependency: “Preparation → Tender” */
      g_autofree char *label = g_strdup_printf (_("Remove %s"), description);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "timeline.unlink", "x",
                                         spz_record_get_id (SPZ_RECORD (dependency)));
      g_menu_append_item (menu, item);
    }
}

/* Where the labels of the selected phases stand */
static void
add_label_menu (GMenu *menu)
{
  g_autoptr(GEnumClass) placements = g_type_class_ref (SPZ_TYPE_LABEL_PLACEMENT);
  g_autoptr(GMenu) places = g_menu_new ();
  g_autoptr(GMenu) section = g_menu_new ();

  for (guint i = 0; i < placements->n_values; i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (spz_enum_get_label (SPZ_TYPE_LABEL_PLACEMENT,
                                                                       placements->values[i].value), NULL);

      g_menu_item_set_action_and_target (item, "timeline.label-placement", "s", placements->values[i].value_nick);
      g_menu_append_item (places, item);
    }

  g_menu_append_submenu (section, _("_Label"), G_MENU_MODEL (places));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/*
 * spz_timeline_view_create_menu:
 * @self: a view
 *
 * Returns: (transfer full): the context menu of what is selected: where a
 *   phase's label stands and its dependencies, after what the page offers
 */
GMenuModel *
spz_timeline_view_create_menu (SpzTimelineView *self)
{
  SpzRecord *record = spz_timeline_view_lookup (self, self->cursor);
  g_autoptr (GMenu) links = g_menu_new ();
  GMenu *menu = g_menu_new ();

  for (int i = 0; i < g_menu_model_get_n_items (self->menu_model); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (self->menu_model, i, G_MENU_LINK_SECTION);

      g_menu_append_section (menu, NULL, section);
    }
  if (SPZ_IS_PHASE (record) && spz_timeline_view_can_edit (self))
    {
      /* Translators: menu items: a phase that is to wait for this one, or the other way round */
      add_link_item (links, _("Add _Follower…"), TRUE);
      add_link_item (links, _("Add P_redecessor…"), FALSE);
      add_unlink_items (self, links, "predecessor", spz_record_get_id (record));
      add_unlink_items (self, links, "successor", spz_record_get_id (record));
      add_label_menu (menu);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (links)) > 0)
    g_menu_append_section (menu, _("Dependencies"), G_MENU_MODEL (links));

  return G_MENU_MODEL (menu);
}

/*
 * spz_timeline_view_link_cb:
 * @widget: a view
 * @name: the action's name
 * @parameter: whether the phase that was selected last is to get a follower, or
 *   a predecessor
 *
 * Lets the other phase be chosen.
 */
void
spz_timeline_view_link_cb (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  SpzTimelineView *self = SPZ_TIMELINE_VIEW (widget);
  SpzRecord *record = spz_timeline_view_lookup (self, self->cursor);

  if (SPZ_IS_PHASE (record) && spz_timeline_view_can_edit (self))
    gtk_window_present (spz_link_window_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->programme,
                                             SPZ_PHASE (record), g_variant_get_boolean (parameter)));
}

/*
 * spz_timeline_view_unlink_cb:
 * @widget: a view
 * @name: the action's name
 * @parameter: a dependency's id
 *
 * Removes a dependency.
 */
void
spz_timeline_view_unlink_cb (GtkWidget  *widget,
                             const char *name,
                             GVariant   *parameter)
{
  SpzTimelineView *self = SPZ_TIMELINE_VIEW (widget);
  SpzDependency *dependency = spz_programme_lookup (self->programme, SPZ_TYPE_DEPENDENCY,
                                                    g_variant_get_int64 (parameter));
  GError *error = NULL;

  if (dependency != NULL && !spz_dependency_remove (self->programme, dependency, &error))
    spz_feedback_report (widget, error);
}
