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
#include "spz-timeline-ghosts-private.h"
#include "spz-timeline-layout-private.h"
#include "spz-timeline-plan-private.h"

static const SpzRgba *
get_colour (SpzTimelineLayout *layout,
            SpzTimelineColour  colour)
{
  return spz_timeline_theme_get_colour (layout->theme, colour);
}

static void
set_colour (cairo_t           *cr,
            SpzTimelineLayout *layout,
            SpzTimelineColour  colour)
{
  spz_timeline_draw_set_colour (cr, get_colour (layout, colour), 1);
}

/* On a screen, lines of one pixel stand on pixels. */
static double
crisp (SpzTimelineLayout *layout,
       double             position)
{
  if (spz_timeline_theme_get_style (layout->theme) == SPZ_TIMELINE_STYLE_PAPER)
    return position;

  return floor (position) + 0.5;
}

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
          set_colour (cr, layout, is_upper ? SPZ_TIMELINE_COLOUR_TEXT : SPZ_TIMELINE_COLOUR_DIM);
          spz_timeline_draw_text (cr, text, (left + right - text_width) / 2,
                                  (top + bottom - spz_timeline_text_get_height (text)) / 2);
        }

      if (tick.start > layout->scale.first)
        {
          double edge = crisp (layout, spz_timeline_scale_to_x (&layout->scale, tick.start));

          set_colour (cr, layout, is_upper ? SPZ_TIMELINE_COLOUR_GRID_YEAR : SPZ_TIMELINE_COLOUR_GRID);
          cairo_set_line_width (cr, metrics->hair);
          spz_timeline_draw_line (cr, edge, top, edge, bottom);
        }
    }
  while (next_tick (layout, unit, x, width, &tick));
}

/* Where the reference date is; FALSE if the plan doesn't show it. */
static gboolean
get_today (SpzTimelineLayout *layout,
           double            *x)
{
  SpzDate today = spz_timeline_plan_get_reference_date (layout->plan);
  double left, width;

  if (today == SPZ_DATE_NONE || today < layout->scale.first || today > layout->scale.last)
    return FALSE;

  spz_timeline_scale_get_span (&layout->scale, today, today, &left, &width);
  *x = crisp (layout, left + width / 2);

  return TRUE;
}

static void
paint_today_mark (cairo_t           *cr,
                  SpzTimelineLayout *layout,
                  double             bottom)
{
  double half = layout->metrics.em * 0.3;
  double x;

  if (!get_today (layout, &x))
    return;

  set_colour (cr, layout, SPZ_TIMELINE_COLOUR_TODAY);
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
  set_colour (cr, layout, SPZ_TIMELINE_COLOUR_AXIS);
  cairo_rectangle (cr, x, 0, width, height);
  cairo_fill (cr);

  if (unit != SPZ_TIMELINE_YEAR)
    paint_band (cr, layout, spz_timeline_unit_get_coarser (unit), TRUE, x, width, 0, middle);
  paint_band (cr, layout, unit, unit == SPZ_TIMELINE_YEAR, x, width, middle, height);

  set_colour (cr, layout, SPZ_TIMELINE_COLOUR_GRID_YEAR);
  cairo_set_line_width (cr, layout->metrics.hair);
  spz_timeline_draw_line (cr, x, crisp (layout, height - layout->metrics.hair),
                          x + width, crisp (layout, height - layout->metrics.hair));
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
      double edge = crisp (layout, spz_timeline_scale_to_x (&layout->scale, tick.start));

      if (tick.start > layout->scale.first)
        {
          cairo_move_to (cr, edge, 0);
          cairo_line_to (cr, edge, height);
        }
    }
  while (next_tick (layout, unit, x, width, &tick));

  set_colour (cr, layout, colour);
  cairo_stroke (cr);
}

static void
paint_deadlines (cairo_t           *cr,
                 SpzTimelineLayout *layout,
                 double             height)
{
  const double dash[] = { layout->metrics.em * 0.35, layout->metrics.em * 0.35 };
  GArray *deadlines = layout->plan->deadlines;

  cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), 0);
  set_colour (cr, layout, SPZ_TIMELINE_COLOUR_DEADLINE);
  for (guint i = 0; i < deadlines->len; i++)
    {
      SpzDate date = g_array_index (deadlines, SpzDate, i);
      double start, width;

      spz_timeline_scale_get_span (&layout->scale, date, date, &start, &width);
      spz_timeline_draw_line (cr, start + width / 2, 0, start + width / 2, height);
    }
}

/**
 * spz_timeline_paint_grid:
 * @cr: a cairo context
 * @layout: a layout
 * @x: the left edge of what is seen
 * @width: its width
 * @height: how far the lines go down
 *
 * Paints what stands behind the rows: the lines of the axis' units, and those
 * of deadlines.
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
  paint_deadlines (cr, layout, height);
  cairo_restore (cr);
}

/* Rows */

static void
get_look (SpzTimelineLayout    *layout,
          const SpzTimelineBar *bar,
          SpzTimelineBarLook   *look)
{
  const SpzTimelineKind *kind = bar->kind != SPZ_TIMELINE_NONE
    ? &g_array_index (layout->plan->kinds, SpzTimelineKind, bar->kind)
    : NULL;

  look->fill = spz_timeline_theme_get_fill (layout->theme, kind != NULL ? kind->colour : SPZ_COLOUR_GREY);
  look->hatch = kind != NULL ? kind->hatch : SPZ_HATCH_NONE;
  look->certainty = bar->certainty;
  look->progress = bar->progress;
  look->overdue = bar->overdue;
  look->rtl = layout->scale.rtl;
}

/* Where a label is painted: at its place, or where the part of its bar begins
 * that is in sight. */
static double
get_label_x (const SpzTimelineBox     *box,
             const SpzTimelineMetrics *metrics,
             double                    x,
             double                    width)
{
  double lowest, highest;

  if (box->placement == SPZ_TIMELINE_LABEL_AFTER || box->placement == SPZ_TIMELINE_LABEL_BEFORE)
    return box->label.x;

  lowest = MAX (box->bar.x, x) + metrics->pad_x;
  highest = MIN (box->bar.x + box->bar.width, x + width) - metrics->pad_x - box->label.width;
  if (box->label.x >= lowest && box->label.x <= highest)
    return box->label.x;

  /* Without room for all of it, its beginning is what counts. */
  lowest = MIN (lowest, box->bar.x + box->bar.width - metrics->pad_x - box->label.width);
  highest = MAX (highest, box->bar.x + metrics->pad_x);
  if (box->label.x < lowest)
    return lowest;
  return MIN (box->label.x, highest);
}

/* Keeps the lines behind the rows from crossing a label that isn't in a bar. */
static void
paint_clearing (cairo_t           *cr,
                SpzTimelineLayout *layout,
                const SpzRect     *label)
{
  double margin = layout->metrics.gap / 2;

  set_colour (cr, layout, SPZ_TIMELINE_COLOUR_BACKGROUND);
  cairo_rectangle (cr, label->x - margin, label->y, label->width + 2 * margin, label->height);
  cairo_fill (cr);
}

static void
paint_box (cairo_t              *cr,
           SpzTimelineLayout    *layout,
           const SpzTimelineBox *box,
           double                x,
           double                width)
{
  const SpzTimelineBar *bar = &g_array_index (layout->plan->bars, SpzTimelineBar, box->index);
  SpzTimelineBarLook look;

  get_look (layout, bar, &look);
  spz_timeline_draw_bar (cr, &layout->metrics, layout->theme, &box->bar, &look);
  if (box->text == NULL)
    return;

  if (box->placement == SPZ_TIMELINE_LABEL_AFTER || box->placement == SPZ_TIMELINE_LABEL_BEFORE)
    {
      paint_clearing (cr, layout, &box->label);
      set_colour (cr, layout, SPZ_TIMELINE_COLOUR_TEXT);
    }
  else
    spz_timeline_draw_set_colour (cr, &look.fill->text, 1);
  spz_timeline_draw_text (cr, box->text, get_label_x (box, &layout->metrics, x, width), box->label.y);
}

/* The line that leads from a mark up to its label */
static void
paint_leader (cairo_t              *cr,
              SpzTimelineLayout    *layout,
              const SpzTimelineBox *box,
              SpzTimelineColour     colour)
{
  double middle = box->bar.x + box->bar.width / 2;

  if (box->lane == 0)
    return;

  cairo_set_line_width (cr, layout->metrics.hair);
  set_colour (cr, layout, colour);
  spz_timeline_draw_line (cr, middle, box->label.y + box->label.height / 2, middle, box->bar.y);
}

static void
paint_milestones (cairo_t              *cr,
                  SpzTimelineLayout    *layout,
                  const SpzTimelineRow *row)
{
  for (guint i = 0; i < row->milestones->len; i++)
    {
      const SpzTimelineBox *box = &g_array_index (row->milestones, SpzTimelineBox, i);
      const SpzTimelineMilestone *milestone =
        &g_array_index (layout->plan->milestones, SpzTimelineMilestone, box->index);
      SpzTimelineColour colour = milestone->kind == SPZ_MILESTONE_DEADLINE ? SPZ_TIMELINE_COLOUR_DEADLINE
                                                                           : SPZ_TIMELINE_COLOUR_MILESTONE;

      paint_leader (cr, layout, box, colour);
      spz_timeline_draw_mark (cr, &layout->metrics, layout->theme, &box->bar,
                              milestone->kind, milestone->certainty, layout->scale.rtl);
      paint_clearing (cr, layout, &box->label);
      set_colour (cr, layout, SPZ_TIMELINE_COLOUR_TEXT);
      spz_timeline_draw_text (cr, box->text, box->label.x, box->label.y);
    }
}

static void
paint_separator (cairo_t           *cr,
                 SpzTimelineLayout *layout,
                 double             x,
                 double             width,
                 double             height)
{
  double y = crisp (layout, height - layout->metrics.hair);

  set_colour (cr, layout, SPZ_TIMELINE_COLOUR_STRIPE);
  cairo_set_line_width (cr, layout->metrics.hair);
  spz_timeline_draw_line (cr, x, y, x + width, y);
}

/* What a folded group hides, in little: when something goes on there. */
static void
paint_summary (cairo_t              *cr,
               SpzTimelineLayout    *layout,
               const SpzTimelineRow *row,
               double                x,
               double                width,
               double                height)
{
  const SpzTimelineGroup *group = &g_array_index (layout->plan->groups, SpzTimelineGroup, row->index);
  double thickness = layout->metrics.band;

  for (guint i = 0; i < group->n_measures; i++)
    {
      const SpzTimelineMeasure *measure =
        &g_array_index (layout->plan->measures, SpzTimelineMeasure, group->first_measure + i);

      for (guint j = 0; j < measure->n_bars; j++)
        {
          const SpzTimelineBar *bar =
            &g_array_index (layout->plan->bars, SpzTimelineBar, measure->first_bar + j);
          double left, bar_width;

          spz_timeline_scale_get_span (&layout->scale, bar->start, bar->end, &left, &bar_width);
          if (left < x + width && left + bar_width > x)
            cairo_rectangle (cr, left, (height - thickness) / 2, bar_width, thickness);
        }
    }

  spz_timeline_draw_set_colour (cr, get_colour (layout, SPZ_TIMELINE_COLOUR_DIM), 0.45);
  cairo_fill (cr);
}

/**
 * spz_timeline_paint_row:
 * @cr: a cairo context
 * @layout: a layout
 * @row: a row
 * @x: the left edge of what is seen
 * @width: its width
 *
 * Paints a row of the chart: its bars and milestones with their labels.
 */
void
spz_timeline_paint_row (cairo_t           *cr,
                        SpzTimelineLayout *layout,
                        guint              row,
                        double             x,
                        double             width)
{
  const SpzTimelineRow *r;
  guint first, end;
  double height;

  g_return_if_fail (row < layout->n_rows);

  r = spz_timeline_layout_get_row (layout, row);
  height = layout->heights.heights[row];
  if (height <= 0)
    return;

  cairo_save (cr);
  if (r->type == SPZ_TIMELINE_ROW_GROUP)
    {
      set_colour (cr, layout, SPZ_TIMELINE_COLOUR_GROUP);
      cairo_rectangle (cr, x, 0, width, height);
      cairo_fill (cr);
      if (spz_timeline_layout_get_collapsed (layout, r->index))
        paint_summary (cr, layout, r, x, width, height);
    }
  else
    {
      paint_separator (cr, layout, x, width, height);
    }

  if (spz_timeline_row_find (r, layout, x, width, &first, &end))
    for (guint i = first; i < end; i++)
      paint_box (cr, layout, &g_array_index (r->bars, SpzTimelineBox, i), x, width);
  paint_milestones (cr, layout, r);
  spz_timeline_row_paint_ghosts (cr, layout, r, x, width);
  cairo_restore (cr);
}

/**
 * spz_timeline_paint_bar:
 * @cr: a cairo context
 * @layout: a layout
 * @row: the row it is in
 * @bar: index of a bar in the plan
 *
 * Paints one bar of a row alone, as for a picture of what is dragged.
 */
void
spz_timeline_paint_bar (cairo_t           *cr,
                        SpzTimelineLayout *layout,
                        guint              row,
                        guint              bar)
{
  const SpzTimelineRow *r;

  g_return_if_fail (row < layout->n_rows);

  r = spz_timeline_layout_get_row (layout, row);
  for (guint i = 0; i < r->bars->len; i++)
    {
      const SpzTimelineBox *box = &g_array_index (r->bars, SpzTimelineBox, i);

      if (box->index == bar)
        paint_box (cr, layout, box, box->bar.x, box->bar.width);
    }
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

  set_colour (cr, layout, SPZ_TIMELINE_COLOUR_DIM);
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

static void
paint_group_title (cairo_t              *cr,
                   SpzTimelineLayout    *layout,
                   const SpzTimelineRow *row,
                   double                height)
{
  const SpzTimelineMetrics *metrics = &layout->metrics;
  gboolean paper = spz_timeline_theme_get_style (layout->theme) == SPZ_TIMELINE_STYLE_PAPER;
  double text_width = spz_timeline_text_get_width (row->title);
  double x = metrics->column_pad;

  if (!paper)
    {
      double fold = metrics->column_pad + metrics->em * 0.1;

      paint_fold (cr, layout, spz_timeline_layout_get_collapsed (layout, row->index),
                  layout->scale.rtl ? layout->column_width - fold : fold, height / 2);
      x += metrics->em * 0.9;
    }

  set_colour (cr, layout, SPZ_TIMELINE_COLOUR_TEXT);
  spz_timeline_draw_text (cr, row->title,
                          layout->scale.rtl ? layout->column_width - x - text_width : x,
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
  double height;

  g_return_if_fail (row < layout->n_rows);

  r = spz_timeline_layout_get_row (layout, row);
  height = layout->heights.heights[row];
  if (height <= 0)
    return;

  cairo_save (cr);
  set_colour (cr, layout, r->type == SPZ_TIMELINE_ROW_GROUP ? SPZ_TIMELINE_COLOUR_GROUP
                                                            : SPZ_TIMELINE_COLOUR_BACKGROUND);
  cairo_rectangle (cr, 0, 0, layout->column_width, height);
  cairo_fill (cr);

  if (r->type == SPZ_TIMELINE_ROW_GROUP)
    {
      paint_group_title (cr, layout, r, height);
    }
  else
    {
      paint_separator (cr, layout, 0, layout->column_width, height);
      if (r->title != NULL)
        {
          set_colour (cr, layout, SPZ_TIMELINE_COLOUR_TEXT);
          spz_timeline_draw_text (cr, r->title, layout->metrics.column_pad,
                                  (height - spz_timeline_text_get_height (r->title)) / 2);
        }
    }
  cairo_restore (cr);
}

/* Today */

/**
 * spz_timeline_paint_today:
 * @cr: a cairo context
 * @layout: a layout
 * @height: how far the line goes down
 *
 * Paints the line of the plan's reference date.
 */
void
spz_timeline_paint_today (cairo_t           *cr,
                          SpzTimelineLayout *layout,
                          double             height)
{
  double x;

  if (!get_today (layout, &x))
    return;

  cairo_save (cr);
  set_colour (cr, layout, SPZ_TIMELINE_COLOUR_TODAY);
  cairo_set_line_width (cr, 1.5 * layout->metrics.hair);
  spz_timeline_draw_line (cr, x, 0, x, height);
  cairo_restore (cr);
}
