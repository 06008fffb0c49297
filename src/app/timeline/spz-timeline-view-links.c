/* spz-timeline-view-links.c: making what has to wait for what
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

/* A bar that is pointed at or has the focus shows a connector, from which an
 * arrow can be drawn to what is to wait for it. */

/* The connector's radius, the one it is hit in, and how far from the bar's end
 * it is: further than where the end is taken */
#define CONNECTOR       4.0
#define CONNECTOR_REACH 7.0
#define CONNECTOR_INSET 15.0

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
      !spz_timeline_view_find_visible (self, spz_timeline_key_get_id (key), &rect))
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
  g_auto (SpzTimelinePen) pen = {
    spz_timeline_view_get_colour (self, SPZ_TIMELINE_COLOUR_ACCENT), 2, rtl ? -1 : 1,
    gtk_widget_get_scale_factor (GTK_WIDGET (self)), { NULL },
  };
  const float widths[4] = { 2, 2, 2, 2 };
  const GdkRGBA colours[4] = { pen.colour, pen.colour, pen.colour, pen.colour };
  double to_x = spz_timeline_view_get_content_x (self, self->drag.x);
  double to_y = self->drag.y - self->geometry.chart.origin.y + self->geometry.y;
  GskRoundedRect outline;
  SpzRect target;
  double x, y;

  if (!get_connector (self, self->drag.link, &x, &y))
    return;

  spz_timeline_pen_draw_line (&pen, snapshot, x, y, x, to_y);
  spz_timeline_pen_draw_line (&pen, snapshot, x, to_y, to_x, to_y);
  spz_timeline_pen_draw_head (&pen, snapshot, to_x, to_y, to_x < x ? -1 : 1, 0);

  if (self->drag.target != 0 &&
      spz_timeline_view_find_visible (self, spz_timeline_key_get_id (self->drag.target), &target))
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
  spz_timeline_view_append_arrows (self, snapshot);

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
