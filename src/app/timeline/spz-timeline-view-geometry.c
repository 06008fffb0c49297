/* spz-timeline-view-geometry.c: where the parts of the plan are
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-view-private.h"

#include <math.h>

/* A day is never wider than this, in pixels */
#define MAX_PER_DAY 32.0

/* "As large as fits" never makes a quarter narrower than this, in em */
#define MIN_QUARTER 2.6

#define MIN_COLUMN 172.0
#define MAX_COLUMN 320.0

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

  return ceil (CLAMP (spz_timeline_layout_measure_column (self->layout, most), MIN_COLUMN, most));
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
  /* Whole pixels, so that pictures of rows need not be resampled */
  double axis = ceil (spz_timeline_layout_get_axis_height (self->layout));
  double chart_width = MAX (width - column, 1);
  double chart_height = MAX (height - axis, 1);
  double column_x = is_rtl (self) ? chart_width : 0;
  double chart_x = is_rtl (self) ? 0 : column;

  graphene_rect_init (&geometry->column, column_x, axis, column, chart_height);
  graphene_rect_init (&geometry->axis, chart_x, 0, chart_width, axis);
  graphene_rect_init (&geometry->chart, chart_x, axis, chart_width, chart_height);
}

/* @from_end: what stays in view when the sizes change is counted from the right */
static void
configure_adjustment (GtkAdjustment *adjustment,
                      double         upper,
                      double         page,
                      gboolean       from_end)
{
  double value = gtk_adjustment_get_value (adjustment);

  upper = MAX (upper, page);
  if (from_end)
    value += (upper - page) -
             (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment));
  gtk_adjustment_configure (adjustment, CLAMP (value, 0, upper - page),
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
                        spz_timeline_layout_get_width (self->layout), chart->size.width, is_rtl (self));
  configure_adjustment (self->vadjustment,
                        spz_timeline_layout_get_height (self->layout) + margin, chart->size.height, FALSE);

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
scroll_to_start (SpzTimelineView *self)
{
  gtk_adjustment_set_value (self->hadjustment,
                            is_rtl (self) ? gtk_adjustment_get_upper (self->hadjustment) : 0);
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
      if (plan_fits (self))
        scroll_to_start (self);
      else
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
  spz_timeline_view_allocate_entry (self);
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
                                    content_y, geometry->x, geometry->chart.size.width, hit);
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

/* Zooming */

/* A place of the chart as a part of the plan's width, which no zoom changes */
static double
get_anchor (SpzTimelineView *self,
            double           x)
{
  return (x - self->geometry.chart.origin.x + gtk_adjustment_get_value (self->hadjustment)) /
         spz_timeline_layout_get_width (self->layout);
}

static double
clamp_to_chart (SpzTimelineView *self,
                double           x)
{
  const graphene_rect_t *chart = &self->geometry.chart;

  return CLAMP (x, chart->origin.x, chart->origin.x + chart->size.width);
}

static void
zoom_about (SpzTimelineView *self,
            double           per_day,
            double           anchor,
            double           x)
{
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);
  double chart_width = self->geometry.chart.size.width;
  SpzDate first, last;

  spz_timeline_plan_get_span (plan, &first, &last);
  self->per_day = CLAMP (per_day, MIN (chart_width / (last - first + 1), MAX_PER_DAY), MAX_PER_DAY);
  set_scale (self, chart_width);
  spz_timeline_view_clear_caches (self);

  configure_adjustments (self);
  gtk_adjustment_set_value (self->hadjustment,
                            anchor * spz_timeline_layout_get_width (self->layout) -
                            (x - self->geometry.chart.origin.x));
  spz_timeline_view_update (self);
  g_signal_emit_by_name (self, "laid-out");
}

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
  x = clamp_to_chart (self, x);
  zoom_about (self, per_day, get_anchor (self, x), x);
}

/*
 * spz_timeline_view_begin_pinch:
 * @self: a view
 * @x: the middle of the fingers, in the widget's coordinates
 *
 * Remembers what two fingers took hold of.
 */
void
spz_timeline_view_begin_pinch (SpzTimelineView *self,
                               double           x)
{
  if (self->layout == NULL)
    return;

  self->zoom_start = spz_timeline_layout_get_scale (self->layout)->per_day;
  self->zoom_anchor = get_anchor (self, clamp_to_chart (self, x));
}

/*
 * spz_timeline_view_pinch:
 * @self: a view
 * @factor: how far apart the fingers are, compared to the beginning
 * @x: their middle, in the widget's coordinates
 *
 * Zooms and scrolls so that what was taken hold of stays between the fingers.
 */
void
spz_timeline_view_pinch (SpzTimelineView *self,
                         double           factor,
                         double           x)
{
  if (self->layout != NULL)
    zoom_about (self, self->zoom_start * factor, self->zoom_anchor, clamp_to_chart (self, x));
}

/* Public API */

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
 * Zooms so that the whole plan is as wide as the view, and stays so until
 * spz_timeline_view_hold_scale().
 */
void
spz_timeline_view_fit (SpzTimelineView *self)
{
  g_return_if_fail (SPZ_IS_TIMELINE_VIEW (self));

  if (self->layout == NULL)
    return;

  self->per_day = 0;
  spz_timeline_view_clear_caches (self);
  spz_timeline_view_update (self);
  scroll_to_start (self);
  g_signal_emit_by_name (self, "laid-out");
}

/**
 * spz_timeline_view_hold_scale:
 * @self: a view
 *
 * Keeps a day as wide as it is, when what is beside the view is about to take
 * some of its room or to give it back.
 */
void
spz_timeline_view_hold_scale (SpzTimelineView *self)
{
  g_return_if_fail (SPZ_IS_TIMELINE_VIEW (self));

  if (self->layout != NULL && self->geometry.chart.size.width > 1)
    self->per_day = spz_timeline_layout_get_scale (self->layout)->per_day;
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
