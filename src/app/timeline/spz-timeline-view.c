/* spz-timeline-view.c: the plan, to look at and to edit by hand
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-view-private.h"

#include <math.h>

#include <glib/gi18n.h>

#include "spz-feedback.h"
#include "spz-timeline-colours.h"

/**
 * SpzTimelineView:
 *
 * The plan with a frozen column of titles and a frozen axis, that is scrolled,
 * zoomed, walked through by keyboard and edited by dragging.
 *
 * This file holds the widget, its geometry and its selection; painting, items,
 * keys and dragging have files of their own.
 */

/* A day is never wider than this, in pixels */
#define MAX_PER_DAY 32.0

/* "As large as fits" never makes a quarter narrower than this, in em */
#define MIN_QUARTER 2.6

#define MIN_COLUMN 172.0
#define MAX_COLUMN 320.0

enum
{
  PROP_PROGRAMME = 1,
  PROP_SELECTED,
  PROP_MENU_MODEL,
  N_PROPS,

  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  ACTIVATE,
  LAID_OUT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (SpzTimelineView, spz_timeline_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* Geometry */

static gboolean
is_rtl (SpzTimelineView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static double
measure_column (SpzTimelineView *self,
                double           width)
{
  double most = CLAMP (width * 0.24, MIN_COLUMN, MAX_COLUMN);

  return CLAMP (spz_timeline_layout_measure_column (self->layout, most), MIN_COLUMN, most);
}

/* There is room after the plan's end, to drag something there */
static void
set_scale (SpzTimelineView *self,
           double           chart_width)
{
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);
  SpzTimelineScale scale = *spz_timeline_layout_get_scale (self->layout);
  double em = spz_timeline_layout_get_em (self->layout);
  SpzDate first, last;

  spz_timeline_plan_get_span (plan, &first, &last);
  scale.first = first;
  scale.last = spz_date_add_months (last + 1, 12) - 1;
  scale.rtl = is_rtl (self);
  if (self->per_day > 0)
    scale.per_day = self->per_day;
  else
    scale.per_day = MAX (chart_width / (last - first + 1), MIN_QUARTER * em / 91);

  spz_timeline_layout_set_scale (self->layout, &scale);
}

static void
set_geometry (SpzTimelineView *self,
              double           width,
              double           height)
{
  SpzTimelineGeometry *geometry = &self->geometry;
  double column = spz_timeline_layout_get_column_width (self->layout);
  double axis = spz_timeline_layout_get_axis_height (self->layout);
  double chart_width = MAX (width - column, 1);
  double chart_height = MAX (height - axis, 1);
  double column_x = is_rtl (self) ? chart_width : 0;
  double chart_x = is_rtl (self) ? 0 : column;

  graphene_rect_init (&geometry->column, column_x, axis, column, chart_height);
  graphene_rect_init (&geometry->axis, chart_x, 0, chart_width, axis);
  graphene_rect_init (&geometry->chart, chart_x, axis, chart_width, chart_height);
}

static void
configure_adjustment (GtkAdjustment *adjustment,
                      double         upper,
                      double         page)
{
  upper = MAX (upper, page);
  gtk_adjustment_configure (adjustment,
                            CLAMP (gtk_adjustment_get_value (adjustment), 0, upper - page),
                            0, upper, page * 0.1, page * 0.9, page);
}

/* The view is being laid out with the values it sets itself */
static void
block_adjustments (SpzTimelineView *self,
                   gboolean         block)
{
  GtkAdjustment *adjustments[] = { self->hadjustment, self->vadjustment };

  for (guint i = 0; i < G_N_ELEMENTS (adjustments); i++)
    {
      if (block)
        g_signal_handlers_block_by_func (adjustments[i], spz_timeline_view_update, self);
      else
        g_signal_handlers_unblock_by_func (adjustments[i], spz_timeline_view_update, self);
    }
}

static void
configure_adjustments (SpzTimelineView *self)
{
  const graphene_rect_t *chart = &self->geometry.chart;
  double margin = spz_timeline_layout_get_em (self->layout) * 2;

  configure_adjustment (self->hadjustment,
                        spz_timeline_layout_get_width (self->layout), chart->size.width);
  configure_adjustment (self->vadjustment,
                        spz_timeline_layout_get_height (self->layout) + margin, chart->size.height);

  /* Whole pixels keep hairlines crisp */
  self->geometry.x = (int) gtk_adjustment_get_value (self->hadjustment);
  self->geometry.y = (int) gtk_adjustment_get_value (self->vadjustment);
}

static gboolean
plan_fits (SpzTimelineView *self)
{
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);
  SpzDate first, last;

  spz_timeline_plan_get_span (plan, &first, &last);

  return spz_timeline_layout_get_scale (self->layout)->per_day * (last - first + 1) <
         self->geometry.chart.size.width + 1;
}

static void
scroll_to_today (SpzTimelineView *self)
{
  const SpzTimelineScale *scale = spz_timeline_layout_get_scale (self->layout);
  SpzDate today = spz_timeline_plan_get_reference_date (spz_timeline_layout_get_plan (self->layout));
  double width = self->geometry.chart.size.width;
  double x = spz_timeline_scale_to_x (scale, today);

  gtk_adjustment_set_value (self->hadjustment, scale->rtl ? x - width * 2 / 3 : x - width / 3);
}

/*
 * spz_timeline_view_lay_out:
 * @self: a view that was allocated
 *
 * Brings layout, adjustments and items up to date with each other.
 */
void
spz_timeline_view_lay_out (SpzTimelineView *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->layout == NULL || self->hadjustment == NULL || self->vadjustment == NULL ||
      width < 1 || height < 1)
    return;

  block_adjustments (self, TRUE);
  spz_timeline_layout_set_column_width (self->layout, measure_column (self, width));
  set_geometry (self, width, height);
  set_scale (self, self->geometry.chart.size.width);
  configure_adjustments (self);

  /* At first all of the plan is seen, or else what is around today */
  if (self->needs_today)
    {
      self->needs_today = FALSE;
      if (!plan_fits (self))
        scroll_to_today (self);
      configure_adjustments (self);
    }

  /* What is laid out may turn out to be higher, and then reach further */
  while (spz_timeline_layout_ensure (self->layout, self->geometry.y,
                                     self->geometry.chart.size.height))
    configure_adjustments (self);
  block_adjustments (self, FALSE);

  spz_timeline_view_update_items (self);
  spz_timeline_view_allocate_tip (self);
}

/*
 * spz_timeline_view_update:
 * @self: a view
 *
 * Shows another part of the plan, or the same one after a change. Items that
 * come into sight are made here and not while the view is allocated, when it
 * would be too late for them to be allocated as well.
 */
void
spz_timeline_view_update (SpzTimelineView *self)
{
  spz_timeline_view_lay_out (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/*
 * spz_timeline_view_get_content_x:
 * @self: a view
 * @x: a place, in the widget's coordinates
 *
 * Returns: the same in the scale's x
 */
double
spz_timeline_view_get_content_x (SpzTimelineView *self,
                                 double           x)
{
  return x - self->geometry.chart.origin.x + self->geometry.x;
}

/*
 * spz_timeline_view_hit_test:
 * @self: a view
 * @x: a place, in the widget's coordinates
 * @y: a place, in the widget's coordinates
 * @hit: (out): what is there
 *
 * Finds what is at a place, by the geometry it was painted with.
 */
void
spz_timeline_view_hit_test (SpzTimelineView *self,
                            double           x,
                            double           y,
                            SpzTimelineHit  *hit)
{
  const SpzTimelineGeometry *geometry = &self->geometry;
  double content_y = y - geometry->chart.origin.y + geometry->y;
  guint row;

  *hit = (SpzTimelineHit) { SPZ_TIMELINE_HIT_NOTHING, SPZ_TIMELINE_NONE, SPZ_TIMELINE_NONE, SPZ_DATE_NONE };
  if (self->layout == NULL)
    return;

  if (graphene_rect_contains_point (&geometry->chart, &GRAPHENE_POINT_INIT (x, y)))
    {
      spz_timeline_layout_hit_test (self->layout, spz_timeline_view_get_content_x (self, x),
                                    content_y, hit);
      return;
    }

  if (!graphene_rect_contains_point (&geometry->column, &GRAPHENE_POINT_INIT (x, y)))
    return;

  row = spz_timeline_layout_get_row_at (self->layout, content_y);
  if (row == SPZ_TIMELINE_NONE)
    return;

  hit->row = row;
  switch (spz_timeline_layout_get_row_type (self->layout, row, &hit->index))
    {
    case SPZ_TIMELINE_ROW_GROUP:
      hit->type = SPZ_TIMELINE_HIT_GROUP;
      break;

    case SPZ_TIMELINE_ROW_MEASURE:
      hit->type = SPZ_TIMELINE_HIT_MEASURE;
      break;

    case SPZ_TIMELINE_ROW_MILESTONES:
    default:
      break;
    }
}

/*
 * spz_timeline_view_get_hit_key:
 * @self: a view
 * @hit: what is somewhere
 *
 * Returns: its key, or 0
 */
SpzTimelineKey
spz_timeline_view_get_hit_key (SpzTimelineView      *self,
                               const SpzTimelineHit *hit)
{
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);

  switch (hit->type)
    {
    case SPZ_TIMELINE_HIT_GROUP:
      return spz_timeline_key (SPZ_TIMELINE_ITEM_GROUP,
                               spz_timeline_plan_get_groups (plan, NULL)[hit->index].id);

    case SPZ_TIMELINE_HIT_MEASURE:
      return spz_timeline_key (SPZ_TIMELINE_ITEM_MEASURE,
                               spz_timeline_plan_get_measures (plan, NULL)[hit->index].id);

    case SPZ_TIMELINE_HIT_BAR:
    case SPZ_TIMELINE_HIT_BAR_START:
    case SPZ_TIMELINE_HIT_BAR_END:
      return spz_timeline_key (SPZ_TIMELINE_ITEM_PHASE,
                               spz_timeline_plan_get_bars (plan, NULL)[hit->index].id);

    case SPZ_TIMELINE_HIT_MILESTONE:
      return spz_timeline_key (SPZ_TIMELINE_ITEM_MILESTONE,
                               spz_timeline_plan_get_milestones (plan, NULL)[hit->index].id);

    case SPZ_TIMELINE_HIT_NOTHING:
    default:
      return 0;
    }
}

/*
 * spz_timeline_view_get_snap:
 * @self: a view
 * @free: whether to snap to days only
 *
 * Returns: what dates snap to: one level below what the axis shows
 */
SpzTimelineSnap
spz_timeline_view_get_snap (SpzTimelineView *self,
                            gboolean         free)
{
  const SpzTimelineScale *scale = spz_timeline_layout_get_scale (self->layout);
  double em = spz_timeline_layout_get_em (self->layout);
  SpzTimelineUnit unit = spz_timeline_unit_get_finer (spz_timeline_scale_get_unit (scale, em));

  if (free)
    return (SpzTimelineSnap) { scale, SPZ_TIMELINE_DAY, 0 };

  return (SpzTimelineSnap) { scale, unit, 8 };
}

/*
 * spz_timeline_view_can_edit:
 * @self: a view
 *
 * Returns: whether the plan can be changed
 */
gboolean
spz_timeline_view_can_edit (SpzTimelineView *self)
{
  return self->programme != NULL && !spz_programme_get_read_only (self->programme);
}

/* Selection */

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
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
    }
}

/* What was deleted, here or elsewhere, is no longer selected */
static void
prune_selection (SpzTimelineView *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->selection);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      SpzTimelineKey k = *(SpzTimelineKey *) key;

      if (spz_timeline_key_get_kind (k) != SPZ_TIMELINE_ITEM_GROUP &&
          spz_timeline_view_lookup (self, k) == NULL)
        g_hash_table_iter_remove (&iter);
    }

  if (self->cursor != 0 && !g_hash_table_contains (self->selection, &self->cursor))
    {
      self->cursor = 0;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
    }
}

/*
 * spz_timeline_view_activate:
 * @self: a view
 *
 * Asks for the editor of what is selected.
 */
void
spz_timeline_view_activate (SpzTimelineView *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

/*
 * spz_timeline_view_toggle_group:
 * @self: a view
 * @group: index of a group
 *
 * Folds or unfolds a group.
 */
void
spz_timeline_view_toggle_group (SpzTimelineView *self,
                                guint            group)
{
  spz_timeline_layout_set_collapsed (self->layout, group,
                                     !spz_timeline_layout_get_collapsed (self->layout, group));
  spz_timeline_view_clear_caches (self);
  spz_timeline_view_update (self);
}

/*
 * spz_timeline_view_popup_menu:
 * @self: a view
 * @x: where, in the widget's coordinates
 * @y: where, in the widget's coordinates
 *
 * Shows the context menu.
 */
void
spz_timeline_view_popup_menu (SpzTimelineView *self,
                              double           x,
                              double           y)
{
  if (self->menu_model == NULL)
    return;

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (self->menu_model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }

  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* Following the programme and the style */

static void
set_plan (SpzTimelineView *self)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_plan_new (self->programme, SPZ_AUDIENCE_INTERNAL);

  spz_timeline_view_cancel_drag (self);

  if (self->layout == NULL)
    {
      g_autoptr (SpzTimelineTheme) theme = spz_timeline_colours_read (GTK_WIDGET (self));

      self->layout = spz_timeline_layout_new (gtk_widget_get_pango_context (GTK_WIDGET (self)),
                                              plan, theme, SPZ_TIMELINE_LAYOUT_DEFAULT);
    }
  else
    {
      spz_timeline_layout_set_plan (self->layout, plan);
    }

  self->relabel = TRUE;
  spz_timeline_view_clear_caches (self);
  prune_selection (self);
  spz_timeline_view_update (self);
  g_signal_emit (self, signals[LAID_OUT], 0);
}

static void
programme_changed_cb (SpzTimelineView  *self,
                      const SpzChanges *changes)
{
  static const char *const tables[] = {
    "phase", "milestone", "measure", "action_field", "phase_kind", "programme", NULL
  };

  for (guint i = 0; i < changes->n_items; i++)
    {
      if (g_strv_contains (tables, changes->items[i].table))
        {
          set_plan (self);
          return;
        }
    }
}

static void
update_theme (SpzTimelineView *self)
{
  g_autoptr (SpzTimelineTheme) theme = NULL;

  if (self->layout == NULL)
    return;

  /* A style changes with the focus and for many other reasons */
  theme = spz_timeline_colours_read (GTK_WIDGET (self));
  if (spz_timeline_colours_equal (theme, spz_timeline_layout_get_theme (self->layout)))
    return;

  spz_timeline_layout_set_theme (self->layout, theme);
  spz_timeline_view_clear_caches (self);
  spz_timeline_view_update (self);
  g_signal_emit (self, signals[LAID_OUT], 0);
}

/* Pointer */

/*
 * spz_timeline_view_update_scale:
 * @self: a view
 * @per_day: the width of a day
 * @x: the place that is to stay where it is, in the widget's coordinates
 *
 * Zooms.
 */
void
spz_timeline_view_update_scale (SpzTimelineView *self,
                                double           per_day,
                                double           x)
{
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);
  double chart_width = self->geometry.chart.size.width;
  double content_x = spz_timeline_view_get_content_x (self, x);
  double former_width = spz_timeline_layout_get_width (self->layout);
  SpzDate first, last;

  spz_timeline_plan_get_span (plan, &first, &last);
  self->per_day = CLAMP (per_day, MIN (chart_width / (last - first + 1), MAX_PER_DAY), MAX_PER_DAY);
  set_scale (self, chart_width);
  spz_timeline_view_clear_caches (self);

  configure_adjustments (self);
  gtk_adjustment_set_value (self->hadjustment,
                            content_x * spz_timeline_layout_get_width (self->layout) / former_width -
                            (x - self->geometry.chart.origin.x));
  spz_timeline_view_update (self);
  g_signal_emit (self, signals[LAID_OUT], 0);
}

static gboolean
scroll_cb (SpzTimelineView          *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (!(state & GDK_CONTROL_MASK) || self->layout == NULL)
    return GDK_EVENT_PROPAGATE;

  spz_timeline_view_update_scale (self,
                                  spz_timeline_layout_get_scale (self->layout)->per_day * pow (1.15, -dy),
                                  self->pointer_x);

  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (SpzTimelineView *self)
{
  if (self->layout != NULL)
    self->zoom_start = spz_timeline_layout_get_scale (self->layout)->per_day;
}

static void
pinch_cb (SpzTimelineView *self,
          double           scale,
          GtkGesture      *gesture)
{
  double x, y;

  if (self->layout != NULL && gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    spz_timeline_view_update_scale (self, self->zoom_start * scale, x);
}

static const char *
get_cursor_name (SpzTimelineView *self,
                 double           x,
                 double           y)
{
  SpzTimelineHit hit;

  spz_timeline_view_hit_test (self, x, y, &hit);
  switch (hit.type)
    {
    case SPZ_TIMELINE_HIT_BAR_START:
    case SPZ_TIMELINE_HIT_BAR_END:
      return spz_timeline_view_can_edit (self) ? "ew-resize" : NULL;

    case SPZ_TIMELINE_HIT_GROUP:
      return "pointer";

    default:
      return NULL;
    }
}

/* An empty row says what to do with it when the pointer comes near */
static void
set_hover_row (SpzTimelineView *self,
               guint            row)
{
  if (self->hover_row == row)
    return;

  self->hover_row = row;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave_cb (SpzTimelineView *self)
{
  set_hover_row (self, SPZ_TIMELINE_NONE);
}

static void
motion_cb (SpzTimelineView *self,
           double           x,
           double           y)
{
  SpzTimelineHit hit;

  spz_timeline_view_hit_test (self, x, y, &hit);
  set_hover_row (self, hit.type == SPZ_TIMELINE_HIT_MEASURE ? hit.row : SPZ_TIMELINE_NONE);
  self->pointer_x = x;
  if (self->drag.type == SPZ_TIMELINE_DRAG_NONE)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), get_cursor_name (self, x, y));
}

static void
press_cb (SpzTimelineView *self,
          int              n_press,
          double           x,
          double           y,
          GtkGestureClick *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  gboolean extend = (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0;
  SpzTimelineHit hit;
  SpzTimelineKey key;

  if (self->layout == NULL)
    return;

  spz_timeline_view_hit_test (self, x, y, &hit);
  key = spz_timeline_view_get_hit_key (self, &hit);
  gtk_widget_grab_focus (GTK_WIDGET (self));

  /* A selection can be dragged, and the menu is about all of it */
  if (extend || !g_hash_table_contains (self->selection, &key))
    spz_timeline_view_set_cursor (self, key, extend);
  if (key != 0)
    {
      GtkWidget *item = g_hash_table_lookup (self->items, &key);

      if (item != NULL)
        gtk_widget_grab_focus (item);
    }

  if (button == GDK_BUTTON_SECONDARY)
    spz_timeline_view_popup_menu (self, x, y);
  else if (n_press == 2 && hit.type != SPZ_TIMELINE_HIT_GROUP && key != 0)
    spz_timeline_view_activate (self);
}

static void
release_cb (SpzTimelineView *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  SpzTimelineHit hit;

  if (self->layout == NULL ||
      gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) != GDK_BUTTON_PRIMARY ||
      (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)))
    return;

  spz_timeline_view_hit_test (self, x, y, &hit);
  if (hit.type == SPZ_TIMELINE_HIT_GROUP)
    spz_timeline_view_toggle_group (self, hit.index);

  /* A click on one of several selects it alone */
  spz_timeline_view_set_cursor (self, spz_timeline_view_get_hit_key (self, &hit), FALSE);
}

static gboolean
key_cb (SpzTimelineView *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  return spz_timeline_view_handle_key (self, keyval, state);
}

static void
init_pointer (SpzTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *controller;
  GtkGesture *gesture;

  controller = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  g_signal_connect_swapped (controller, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (widget, controller);

  controller = gtk_event_controller_motion_new ();
  g_signal_connect_swapped (controller, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (controller, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (widget, controller);

  controller = gtk_event_controller_key_new ();
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (widget, controller);

  gesture = gtk_gesture_zoom_new ();
  g_signal_connect_swapped (gesture, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (gesture, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (gesture));

  gesture = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), 0);
  g_signal_connect_swapped (gesture, "pressed", G_CALLBACK (press_cb), self);
  g_signal_connect_swapped (gesture, "released", G_CALLBACK (release_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (gesture));
}

/* Overrides */

static void
set_adjustment (SpzTimelineView  *self,
                GtkAdjustment   **member,
                GtkAdjustment    *adjustment)
{
  if (adjustment != NULL && *member == adjustment)
    return;

  if (*member != NULL)
    g_signal_handlers_disconnect_by_data (*member, self);
  g_set_object (member, adjustment);
  if (*member != NULL)
    g_signal_connect_swapped (*member, "value-changed",
                              G_CALLBACK (spz_timeline_view_update), self);
  spz_timeline_view_update (self);
}

static void
spz_timeline_view_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SpzTimelineView *self = SPZ_TIMELINE_VIEW (object);

  switch (prop_id)
    {
    case PROP_PROGRAMME:
      g_value_set_object (value, self->programme);
      break;

    case PROP_SELECTED:
      g_value_set_object (value, spz_timeline_view_get_selected (self));
      break;

    case PROP_MENU_MODEL:
      g_value_set_object (value, self->menu_model);
      break;

    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;

    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;

    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;

    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_timeline_view_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SpzTimelineView *self = SPZ_TIMELINE_VIEW (object);

  switch (prop_id)
    {
    case PROP_PROGRAMME:
      spz_timeline_view_set_programme (self, g_value_get_object (value));
      break;

    case PROP_MENU_MODEL:
      g_clear_pointer (&self->menu, gtk_widget_unparent);
      if (g_set_object (&self->menu_model, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;

    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;

    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;

    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;

    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_timeline_view_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  gboolean horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = horizontal ? (int) MIN_COLUMN + 100 : 120;
  *natural = horizontal ? 800 : 500;
}

static void
spz_timeline_view_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  SpzTimelineView *self = SPZ_TIMELINE_VIEW (widget);

  spz_timeline_view_lay_out (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  gtk_widget_queue_draw (widget);
}

static void
spz_timeline_view_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (spz_timeline_view_parent_class)->css_changed (widget, change);

  update_theme (SPZ_TIMELINE_VIEW (widget));
}

static void
spz_timeline_view_direction_changed (GtkWidget        *widget,
                                     GtkTextDirection  direction)
{
  SpzTimelineView *self = SPZ_TIMELINE_VIEW (widget);

  GTK_WIDGET_CLASS (spz_timeline_view_parent_class)->direction_changed (widget, direction);

  spz_timeline_view_clear_caches (self);
  gtk_widget_queue_resize (widget);
}

/* Tab comes in to what was selected last and goes out again: inside, the
 * arrows walk */
static gboolean
spz_timeline_view_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  SpzTimelineView *self = SPZ_TIMELINE_VIEW (widget);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;

  if (self->layout == NULL || gtk_widget_is_focus (widget) ||
      gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  if (self->cursor != 0)
    spz_timeline_view_focus_key (self, self->cursor);
  if (gtk_widget_get_focus_child (widget) != NULL)
    return TRUE;

  return gtk_widget_grab_focus (widget);
}

static void
spz_timeline_view_dispose (GObject *object)
{
  SpzTimelineView *self = SPZ_TIMELINE_VIEW (object);

  spz_timeline_view_set_programme (self, NULL);
  set_adjustment (self, &self->hadjustment, NULL);
  set_adjustment (self, &self->vadjustment, NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->tip, gtk_widget_unparent);
  g_clear_object (&self->menu_model);

  G_OBJECT_CLASS (spz_timeline_view_parent_class)->dispose (object);
}

static void
spz_timeline_view_finalize (GObject *object)
{
  SpzTimelineView *self = SPZ_TIMELINE_VIEW (object);

  g_hash_table_unref (self->items);
  g_hash_table_unref (self->selection);
  spz_timeline_view_free_caches (self);

  G_OBJECT_CLASS (spz_timeline_view_parent_class)->finalize (object);
}

static void
spz_timeline_view_class_init (SpzTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = spz_timeline_view_get_property;
  object_class->set_property = spz_timeline_view_set_property;
  object_class->dispose = spz_timeline_view_dispose;
  object_class->finalize = spz_timeline_view_finalize;

  widget_class->measure = spz_timeline_view_measure;
  widget_class->size_allocate = spz_timeline_view_size_allocate;
  widget_class->snapshot = spz_timeline_view_snapshot;
  widget_class->css_changed = spz_timeline_view_css_changed;
  widget_class->direction_changed = spz_timeline_view_direction_changed;
  widget_class->focus = spz_timeline_view_focus;

  properties[PROP_PROGRAMME] =
    g_param_spec_object ("programme", NULL, NULL, SPZ_TYPE_PROGRAMME,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED] =
    g_param_spec_object ("selected", NULL, NULL, SPZ_TYPE_RECORD,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MENU_MODEL] =
    g_param_spec_object ("menu-model", NULL, NULL, G_TYPE_MENU_MODEL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[ACTIVATE] = g_signal_new ("activate", SPZ_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LAID_OUT] = g_signal_new ("laid-out", SPZ_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
spz_timeline_view_init (SpzTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->items = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->selection = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->hover_row = SPZ_TIMELINE_NONE;
  spz_timeline_view_init_caches (self);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Timeline"),
                                  -1);

  self->tip = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->tip, "timeline-tip");
  gtk_widget_set_can_target (self->tip, FALSE);
  gtk_widget_set_visible (self->tip, FALSE);
  gtk_widget_set_parent (self->tip, widget);

  init_pointer (self);
  spz_timeline_view_init_drag (self);
}

/* Public API */

/**
 * spz_timeline_view_new:
 *
 * Makes a view of no programme.
 *
 * Returns: the view
 */
GtkWidget *
spz_timeline_view_new (void)
{
  return g_object_new (SPZ_TYPE_TIMELINE_VIEW, NULL);
}

/**
 * spz_timeline_view_get_programme:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the programme whose plan is shown
 */
SpzProgramme *
spz_timeline_view_get_programme (SpzTimelineView *self)
{
  g_return_val_if_fail (SPZ_IS_TIMELINE_VIEW (self), NULL);

  return self->programme;
}

/**
 * spz_timeline_view_set_programme:
 * @self: a view
 * @programme: (nullable): a programme
 *
 * Shows the plan of another programme.
 */
void
spz_timeline_view_set_programme (SpzTimelineView *self,
                                 SpzProgramme    *programme)
{
  g_return_if_fail (SPZ_IS_TIMELINE_VIEW (self));

  if (self->programme == programme)
    return;

  spz_timeline_view_cancel_drag (self);
  spz_timeline_view_clear_items (self);
  spz_timeline_view_set_cursor (self, 0, FALSE);
  g_clear_object (&self->layout);
  if (self->programme != NULL)
    g_signal_handlers_disconnect_by_data (self->programme, self);

  g_set_object (&self->programme, programme);
  if (programme != NULL)
    {
      g_signal_connect_swapped (programme, "changed", G_CALLBACK (programme_changed_cb), self);
      g_signal_connect_swapped (programme, "notify::reference-date", G_CALLBACK (set_plan), self);
      self->per_day = 0;
      self->needs_today = TRUE;
      set_plan (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRAMME]);
}

/**
 * spz_timeline_view_get_layout:
 * @self: a view
 *
 * Gets where everything is, for what else shows the same plan.
 *
 * Returns: (transfer none) (nullable): the layout
 */
SpzTimelineLayout *
spz_timeline_view_get_layout (SpzTimelineView *self)
{
  g_return_val_if_fail (SPZ_IS_TIMELINE_VIEW (self), NULL);

  return self->layout;
}

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
  if (key == 0 || spz_timeline_view_lookup (self, key) != record)
    return FALSE;

  self->needs_today = FALSE;
  unfold (self, record);
  spz_timeline_view_set_cursor (self, key, FALSE);
  spz_timeline_view_focus_key (self, key);

  return TRUE;
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

/**
 * spz_timeline_view_zoom:
 * @self: a view
 * @factor: more than 1 to zoom in
 *
 * Zooms about the middle of what is seen.
 */
void
spz_timeline_view_zoom (SpzTimelineView *self,
                        double           factor)
{
  g_return_if_fail (SPZ_IS_TIMELINE_VIEW (self));

  if (self->layout != NULL)
    spz_timeline_view_update_scale (self,
                                    spz_timeline_layout_get_scale (self->layout)->per_day * factor,
                                    self->geometry.chart.origin.x + self->geometry.chart.size.width / 2);
}

/**
 * spz_timeline_view_fit:
 * @self: a view
 *
 * Zooms so that the whole plan is as wide as the view, and stays so.
 */
void
spz_timeline_view_fit (SpzTimelineView *self)
{
  g_return_if_fail (SPZ_IS_TIMELINE_VIEW (self));

  if (self->layout == NULL)
    return;

  self->per_day = 0;
  spz_timeline_view_clear_caches (self);
  gtk_adjustment_set_value (self->hadjustment, 0);
  spz_timeline_view_update (self);
  g_signal_emit (self, signals[LAID_OUT], 0);
}

/**
 * spz_timeline_view_show_today:
 * @self: a view
 *
 * Scrolls to the reference date.
 */
void
spz_timeline_view_show_today (SpzTimelineView *self)
{
  g_return_if_fail (SPZ_IS_TIMELINE_VIEW (self));

  if (self->layout != NULL)
    scroll_to_today (self);
}

/**
 * spz_timeline_view_get_centre:
 * @self: a view
 *
 * Gets the date in the middle of what is seen.
 *
 * Returns: a date, or %SPZ_DATE_NONE without a plan
 */
SpzDate
spz_timeline_view_get_centre (SpzTimelineView *self)
{
  g_return_val_if_fail (SPZ_IS_TIMELINE_VIEW (self), SPZ_DATE_NONE);

  if (self->layout == NULL)
    return SPZ_DATE_NONE;

  return spz_timeline_scale_to_date (spz_timeline_layout_get_scale (self->layout),
                                     self->geometry.x + self->geometry.chart.size.width / 2);
}
