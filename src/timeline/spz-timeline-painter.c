/* spz-timeline-painter.c: painting a laid out plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-painter.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "spz-timeline-draw-private.h"
#include "spz-timeline-layout-private.h"
#include "spz-timeline-plan-private.h"

/* Axis */

static void
get_first_tick (SpzTimelineLayout *layout,
                SpzTimelineUnit    unit,
                double             x,
                double             width,
                SpzTimelineTick   *tick)
{
  const SpzTimelineScale *scale = &layout->scale;
  SpzDate date = spz_timeline_scale_to_date (scale, scale->rtl ? x + width : x);

  spz_timeline_scale_get_tick (scale, unit, CLAMP (date, scale->first, scale->last), tick);
}

static gboolean
next_tick (SpzTimelineLayout *layout,
           SpzTimelineUnit    unit,
           double             x,
           double             width,
           SpzTimelineTick   *tick)
{
  const SpzTimelineScale *scale = &layout->scale;

  if (!spz_timeline_scale_next_tick (scale, unit, tick))
    return FALSE;

  return scale->rtl ? tick->x + tick->width > x : tick->x < x + width;
}

/* The part of an interval that is within the plan and in sight, so that its
 * label stays there. */
static void
clip_tick (SpzTimelineLayout     *layout,
           const SpzTimelineTick *tick,
           double                 x,
           double                 width,
           double                *left,
           double                *right)
{
  double plan_width = spz_timeline_scale_get_width (&layout->scale);

  *left = MAX (tick->x, MAX (x, 0));
  *right = MIN (tick->x + tick->width, MIN (x + width, plan_width));
}

static void
paint_band (cairo_t           *cr,
            SpzTimelineLayout *layout,
            SpzTimelineUnit    unit,
            gboolean           is_upper,
            double             x,
            double             width,
            double             top,
            double             bottom)
{
  const SpzTimelineMetrics *metrics = &layout->metrics;
  g_autoptr (PangoLayout) text = spz_timeline_layout_new_text (layout, "");
  SpzTimelineTick tick;

  if (is_upper)
    spz_timeline_text_set_weight (text, PANGO_WEIGHT_BOLD);

  get_first_tick (layout, unit, x, width, &tick);
  do
    {
      double left, right, text_width;

      clip_tick (layout, &tick, x, width, &left, &right);
      pango_layout_set_text (text, is_upper ? tick.full_label : tick.label, -1);
      text_width = spz_timeline_text_get_width (text);
      if (text_width + metrics->em * 0.2 <= right - left)
        {
          spz_timeline_draw_set (cr, layout, is_upper ? SPZ_TIMELINE_COLOUR_TEXT : SPZ_TIMELINE_COLOUR_DIM);
          spz_timeline_draw_text (cr, text, (left + right - text_width) / 2,
                                  (top + bottom - spz_timeline_text_get_height (text)) / 2);
        }

      if (tick.start > layout->scale.first)
        {
          double edge = spz_timeline_draw_crisp (layout, spz_timeline_scale_to_x (&layout->scale, tick.start));

          spz_timeline_draw_set (cr, layout, is_upper ? SPZ_TIMELINE_COLOUR_GRID_YEAR : SPZ_TIMELINE_COLOUR_GRID);
          cairo_set_line_width (cr, metrics->hair);
          spz_timeline_draw_line (cr, edge, top, edge, bottom);
        }
    }
  while (next_tick (layout, unit, x, width, &tick));
}

static void
paint_today_mark (cairo_t           *cr,
                  SpzTimelineLayout *layout,
                  double             bottom)
{
  double half = layout->metrics.em * 0.24;
  double x;

  if (!spz_timeline_layout_get_today (layout, &x))
    return;

  spz_timeline_draw_set (cr, layout, SPZ_TIMELINE_COLOUR_TODAY);
  cairo_move_to (cr, x - half, bottom - 1.5 * half);
  cairo_line_to (cr, x + half, bottom - 1.5 * half);
  cairo_line_to (cr, x, bottom);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/**
 * spz_timeline_paint_axis:
 * @cr: a cairo context
 * @layout: a layout
 * @x: the left edge of what is seen
 * @width: its width
 *
 * Paints the axis, spz_timeline_layout_get_axis_height() high: the finest unit
 * that has room for its labels, and above it the one it is counted in. The
 * reference date is marked on it.
 */
void
spz_timeline_paint_axis (cairo_t           *cr,
                         SpzTimelineLayout *layout,
                         double             x,
                         double             width)
{
  SpzTimelineUnit unit = spz_timeline_scale_get_unit (&layout->scale, layout->metrics.em);
  double height = spz_timeline_layout_get_axis_height (layout);
  double middle = unit == SPZ_TIMELINE_YEAR ? 0 : height / 2;

  cairo_save (cr);
  spz_timeline_draw_set (cr, layout, SPZ_TIMELINE_COLOUR_AXIS);
  cairo_rectangle (cr, x, 0, width, height);
  cairo_fill (cr);

  if (unit != SPZ_TIMELINE_YEAR)
    paint_band (cr, layout, spz_timeline_unit_get_coarser (unit), TRUE, x, width, 0, middle);
  paint_band (cr, layout, unit, unit == SPZ_TIMELINE_YEAR, x, width, middle, height);

  spz_timeline_draw_set (cr, layout, SPZ_TIMELINE_COLOUR_GRID_YEAR);
  cairo_set_line_width (cr, layout->metrics.hair);
  spz_timeline_draw_line (cr, x, spz_timeline_draw_crisp (layout, height - layout->metrics.hair),
                          x + width, spz_timeline_draw_crisp (layout, height - layout->metrics.hair));
  paint_today_mark (cr, layout, height);
  cairo_restore (cr);
}

/* Grid */

static void
paint_grid_lines (cairo_t           *cr,
                  SpzTimelineLayout *layout,
                  SpzTimelineUnit    unit,
                  SpzTimelineColour  colour,
                  double             x,
                  double             width,
                  double             height)
{
  SpzTimelineTick tick;

  get_first_tick (layout, unit, x, width, &tick);
  do
    {
      double edge = spz_timeline_draw_crisp (layout, spz_timeline_scale_to_x (&layout->scale, tick.start));

      if (tick.start > layout->scale.first)
        {
          cairo_move_to (cr, edge, 0);
          cairo_line_to (cr, edge, height);
        }
    }
  while (next_tick (layout, unit, x, width, &tick));

  spz_timeline_draw_set (cr, layout, colour);
  cairo_stroke (cr);
}

/**
 * spz_timeline_paint_grid:
 * @cr: a cairo context
 * @layout: a layout
 * @x: the left edge of what is seen
 * @width: its width
 * @height: how far the lines go down
 *
 * Paints what stands behind the rows: the lines of the axis' units.
 */
void
spz_timeline_paint_grid (cairo_t           *cr,
                         SpzTimelineLayout *layout,
                         double             x,
                         double             width,
                         double             height)
{
  SpzTimelineUnit unit = spz_timeline_scale_get_unit (&layout->scale, layout->metrics.em);
  SpzTimelineUnit coarser = spz_timeline_unit_get_coarser (unit);

  cairo_save (cr);
  cairo_rectangle (cr, x, 0, width, height);
  cairo_clip (cr);
  cairo_set_line_width (cr, layout->metrics.hair);
  if (unit != coarser)
    paint_grid_lines (cr, layout, unit, SPZ_TIMELINE_COLOUR_GRID, x, width, height);
  paint_grid_lines (cr, layout, coarser, SPZ_TIMELINE_COLOUR_GRID_YEAR, x, width, height);
  cairo_restore (cr);
}

/* Column */

/* On a screen a group can be folded: a small triangle says so. */
static void
paint_fold (cairo_t           *cr,
            SpzTimelineLayout *layout,
            gboolean           collapsed,
            double             x,
            double             middle)
{
  double half = layout->metrics.em * 0.28;
  double towards = layout->scale.rtl ? -half : half;

  spz_timeline_draw_set (cr, layout, SPZ_TIMELINE_COLOUR_DIM);
  if (collapsed)
    {
      cairo_move_to (cr, x - towards, middle - half * 1.3);
      cairo_line_to (cr, x + towards, middle);
      cairo_line_to (cr, x - towards, middle + half * 1.3);
    }
  else
    {
      cairo_move_to (cr, x - half * 1.3, middle - half);
      cairo_line_to (cr, x + half * 1.3, middle - half);
      cairo_line_to (cr, x, middle + half);
    }
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* Where a group's title begins, from the column's outer edge */
static double
get_group_indent (SpzTimelineLayout *layout)
{
  const SpzTimelineMetrics *metrics = &layout->metrics;
  gboolean paper = spz_timeline_theme_get_style (layout->theme) == SPZ_TIMELINE_STYLE_PAPER;

  return metrics->column_pad + (paper ? 0 : metrics->em * 0.9);
}

/**
 * spz_timeline_get_title_width:
 * @layout: a layout
 * @row: a row
 *
 * Returns: how wide spz_timeline_paint_column() paints, which is opaque: as
 *   wide as the column, or wider for a long title of a group
 */
double
spz_timeline_get_title_width (SpzTimelineLayout *layout,
                              guint              row)
{
  const SpzTimelineRow *r;

  g_return_val_if_fail (row < layout->n_rows, 0);

  r = spz_timeline_layout_get_row (layout, row);
  if (r->type != SPZ_TIMELINE_ROW_GROUP)
    return layout->column_width;

  return ceil (MAX (layout->column_width,
                    get_group_indent (layout) + spz_timeline_text_get_width (r->title) + layout->metrics.gap));
}

static void
paint_group_title (cairo_t              *cr,
                   SpzTimelineLayout    *layout,
                   const SpzTimelineRow *row,
                   double                height)
{
  const SpzTimelineMetrics *metrics = &layout->metrics;
  gboolean paper = spz_timeline_theme_get_style (layout->theme) == SPZ_TIMELINE_STYLE_PAPER;
  double text_width = spz_timeline_text_get_width (row->title);
  double x = get_group_indent (layout);

  if (!paper)
    {
      double fold = metrics->column_pad + metrics->em * 0.1;

      paint_fold (cr, layout, spz_timeline_layout_get_collapsed (layout, row->index),
                  layout->scale.rtl ? layout->column_width - fold : fold, height / 2);
    }

  spz_timeline_draw_set (cr, layout, SPZ_TIMELINE_COLOUR_TEXT);
  spz_timeline_draw_text (cr, row->title,
                          layout->scale.rtl ? layout->column_width - x - text_width : x,
                          (height - spz_timeline_text_get_height (row->title)) / 2);
}

static void
paint_measure_title (cairo_t              *cr,
                     SpzTimelineLayout    *layout,
                     const SpzTimelineRow *row,
                     double                height)
{
  double pad = layout->metrics.column_pad;

  if (row->title == NULL)
    return;

  spz_timeline_draw_set (cr, layout, SPZ_TIMELINE_COLOUR_TEXT);
  spz_timeline_draw_text (cr, row->title,
                          layout->scale.rtl ? layout->column_width - pad - spz_timeline_text_get_width (row->title)
                                            : pad,
                          (height - spz_timeline_text_get_height (row->title)) / 2);
}

/**
 * spz_timeline_paint_column:
 * @cr: a cairo context
 * @layout: a layout
 * @row: a row
 *
 * Paints a row's title, in a column that is
 * spz_timeline_layout_get_column_width() wide. A group's title may reach
 * beyond it: paint the column after the chart.
 */
void
spz_timeline_paint_column (cairo_t           *cr,
                           SpzTimelineLayout *layout,
                           guint              row)
{
  const SpzTimelineRow *r;
  double width, height, x;

  g_return_if_fail (row < layout->n_rows);

  r = spz_timeline_layout_get_row (layout, row);
  height = layout->heights.heights[row];
  if (height <= 0)
    return;

  /* At least as wide as the title, which then has no line of the chart behind it */
  width = spz_timeline_get_title_width (layout, row);
  x = layout->scale.rtl ? layout->column_width - width : 0;
  cairo_save (cr);
  if (r->type != SPZ_TIMELINE_ROW_GROUP)
    {
      spz_timeline_draw_set (cr, layout, SPZ_TIMELINE_COLOUR_BACKGROUND);
      cairo_rectangle (cr, x, 0, width, height);
      cairo_fill (cr);
    }
  spz_timeline_paint_ground (cr, layout, row, x, width);
  if (r->type == SPZ_TIMELINE_ROW_GROUP)
    paint_group_title (cr, layout, r, height);
  else
    paint_measure_title (cr, layout, r, height);
  cairo_restore (cr);
}
