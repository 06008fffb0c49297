/* spz-timeline-painter-rows.c: painting bars, milestones and their labels
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-painter.h"

#include "spz-timeline-draw-private.h"
#include "spz-timeline-ghosts-private.h"
#include "spz-timeline-layout-private.h"
#include "spz-timeline-plan-private.h"

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
  look->audience = bar->audience;
  look->conflict = *bar->conflict != '\0';
  look->rtl = layout->scale.rtl;
}

static gboolean
is_beside (const SpzTimelineBox *box)
{
  return box->placement == SPZ_TIMELINE_LABEL_AFTER || box->placement == SPZ_TIMELINE_LABEL_BEFORE;
}

/* How far a label is painted from its place, together with the sign before it:
 * to where the part of its bar begins that is in sight. */
static double
get_shift (SpzTimelineLayout    *layout,
           const SpzTimelineBox *box,
           double                x,
           double                width)
{
  double end = box->bar.x + box->bar.width;
  double pad = layout->metrics.pad_x;
  double before = 0, after = 0, lowest, highest;

  if (is_beside (box) || (box->bar.x >= x && end <= x + width))
    return 0;

  if (box->sign.width > 0 && layout->scale.rtl)
    after = box->sign.width + layout->metrics.gap;
  else if (box->sign.width > 0)
    before = box->sign.width + layout->metrics.gap;

  lowest = MAX (box->bar.x, x) + pad + before;
  highest = MIN (end, x + width) - pad - after - box->label.width;
  if (box->label.x >= lowest && box->label.x <= highest)
    return 0;

  /* Without room for all of it, its beginning is what counts. */
  lowest = MIN (lowest, end - pad - after - box->label.width);
  highest = MAX (highest, box->bar.x + pad + before);
  if (box->label.x < lowest)
    return lowest - box->label.x;
  return MIN (highest - box->label.x, 0);
}

/* Keeps the lines behind the rows from crossing a label that isn't in a bar. */
static void
paint_clearing (cairo_t           *cr,
                SpzTimelineLayout *layout,
                const SpzRect     *label)
{
  double margin = layout->metrics.gap / 2;

  spz_timeline_draw_set (cr, layout, SPZ_TIMELINE_COLOUR_BACKGROUND);
  cairo_rectangle (cr, label->x - margin, label->y, label->width + 2 * margin, label->height);
  cairo_fill (cr);
}

static void
paint_bar (cairo_t              *cr,
           SpzTimelineLayout    *layout,
           const SpzTimelineBox *box)
{
  SpzTimelineBarLook look;

  get_look (layout, &g_array_index (layout->plan->bars, SpzTimelineBar, box->index), &look);
  spz_timeline_draw_bar (cr, &layout->metrics, layout->theme, &box->bar, &look);
  if (box->text != NULL && is_beside (box))
    paint_clearing (cr, layout, &box->label);
}

static void
paint_label (cairo_t              *cr,
             SpzTimelineLayout    *layout,
             const SpzTimelineBox *box,
             double                x,
             double                width)
{
  double shift = get_shift (layout, box, x, width);
  SpzTimelineBarLook look;

  if (box->sign.width > 0)
    spz_timeline_draw_sign (cr, &layout->metrics, layout->theme,
                            &(SpzRect) { box->sign.x + shift, box->sign.y, box->sign.width, box->sign.height });
  if (box->text == NULL)
    return;

  get_look (layout, &g_array_index (layout->plan->bars, SpzTimelineBar, box->index), &look);
  if (is_beside (box))
    spz_timeline_draw_set (cr, layout, SPZ_TIMELINE_COLOUR_TEXT);
  else
    spz_timeline_draw_set_colour (cr, &look.fill->text, 1);
  spz_timeline_draw_text (cr, box->text, box->label.x + shift, box->label.y);
}

/* The line that leads from a mark up to its label */
static void
paint_leader (cairo_t              *cr,
              SpzTimelineLayout    *layout,
              const SpzTimelineBox *box,
              const SpzRect        *label,
              SpzTimelineColour     colour)
{
  double middle = box->bar.x + box->bar.width / 2;

  if (box->lane == 0)
    return;

  cairo_set_line_width (cr, layout->metrics.hair);
  spz_timeline_draw_set (cr, layout, colour);
  spz_timeline_draw_line (cr, middle, label->y + label->height / 2, middle, box->bar.y);
}

/* Labels come after all lines that lead to them, which end before a label that
 * is in their way. */
static void
paint_milestones (cairo_t              *cr,
                  SpzTimelineLayout    *layout,
                  const SpzTimelineRow *row,
                  const SpzRect        *labels)
{
  for (guint i = 0; i < row->milestones->len; i++)
    {
      const SpzTimelineBox *box = &g_array_index (row->milestones, SpzTimelineBox, i);
      const SpzTimelineMilestone *milestone =
        &g_array_index (layout->plan->milestones, SpzTimelineMilestone, box->index);

      paint_leader (cr, layout, box, &labels[i],
                    milestone->kind == SPZ_MILESTONE_DEADLINE ? SPZ_TIMELINE_COLOUR_DEADLINE
                                                              : SPZ_TIMELINE_COLOUR_MILESTONE);
      spz_timeline_draw_mark (cr, &layout->metrics, layout->theme, &box->bar,
                              milestone->kind, milestone->certainty, layout->scale.rtl);
    }

  for (guint i = 0; i < row->milestones->len; i++)
    {
      const SpzTimelineBox *box = &g_array_index (row->milestones, SpzTimelineBox, i);

      paint_clearing (cr, layout, &labels[i]);
      spz_timeline_draw_set (cr, layout, SPZ_TIMELINE_COLOUR_TEXT);
      spz_timeline_draw_text (cr, box->text, labels[i].x, labels[i].y);
    }
}

/* The lines of today and of deadlines go over bars, and leave labels out. */

typedef struct
{
  SpzTimelineLayout    *layout;
  const SpzTimelineRow *row;
  const SpzRect        *labels; /* of milestones */
  double                x;
  double                width;
  double                height;
  guint                 first;
  guint                 end;
} Sight;

/* Takes a label for the next one below @y if it is in the line's way. */
static void
find_gap (const Sight   *sight,
          const SpzRect *label,
          double         shift,
          double         line,
          double         y,
          double        *top,
          double        *bottom)
{
  double margin = sight->layout->metrics.gap / 2;
  double left = label->x + shift - margin;

  if (line < left || line > left + label->width + 2 * margin ||
      label->y + label->height <= y || label->y >= *top)
    return;

  *top = label->y;
  *bottom = label->y + label->height;
}

/* A vertical line of dashes, or without a dash a whole one. Each is filled
 * alone: several at once cairo paints too faintly, and beside their place,
 * where a row doesn't stand on a whole pixel. */
static void
fill_line (cairo_t *cr,
           double   x,
           double   top,
           double   bottom,
           double   thickness,
           double   dash)
{
  if (dash <= 0)
    dash = bottom - top;

  for (double y = top; y < bottom; y += 2 * dash)
    {
      cairo_rectangle (cr, x - thickness / 2, y, thickness, MIN (dash, bottom - y));
      cairo_fill (cr);
    }
}

/* @dash: how long its dashes are, or 0 */
static void
paint_line (cairo_t     *cr,
            const Sight *sight,
            double       line,
            double       thickness,
            double       dash)
{
  double y = 0;

  if (line < sight->x - 1 || line > sight->x + sight->width + 1)
    return;

  while (y < sight->height)
    {
      double top = sight->height, bottom = sight->height;

      for (guint i = sight->first; i < sight->end; i++)
        {
          const SpzTimelineBox *box = &g_array_index (sight->row->bars, SpzTimelineBox, i);

          if (box->text != NULL)
            find_gap (sight, &box->label, get_shift (sight->layout, box, sight->x, sight->width),
                      line, y, &top, &bottom);
        }
      for (guint i = 0; i < sight->row->milestones->len; i++)
        find_gap (sight, &sight->labels[i], 0, line, y, &top, &bottom);

      if (top > y)
        fill_line (cr, line, y, top, thickness, dash);
      y = bottom;
    }
}

static void
paint_lines (cairo_t     *cr,
             const Sight *sight)
{
  SpzTimelineLayout *layout = sight->layout;
  GArray *deadlines = layout->plan->deadlines;
  double line;

  spz_timeline_draw_set (cr, layout, SPZ_TIMELINE_COLOUR_DEADLINE);
  for (guint i = 0; i < deadlines->len; i++)
    if (spz_timeline_layout_get_line (layout, g_array_index (deadlines, SpzDate, i), &line))
      paint_line (cr, sight, line, layout->metrics.hair, layout->metrics.em * 0.35);

  spz_timeline_draw_set (cr, layout, SPZ_TIMELINE_COLOUR_TODAY);
  if (spz_timeline_layout_get_today (layout, &line))
    paint_line (cr, sight, line, 1.5 * layout->metrics.hair, 0);
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

  spz_timeline_draw_set_colour (cr, spz_timeline_theme_get_colour (layout->theme, SPZ_TIMELINE_COLOUR_DIM), 0.45);
  cairo_fill (cr);
}

/**
 * spz_timeline_paint_ground:
 * @cr: a cairo context
 * @layout: a layout
 * @row: a row
 * @x: the left edge of what is seen
 * @width: its width
 *
 * Paints what stands behind a row and is alike all along it: the band of a
 * group, or the line below a measure. The other functions paint it, too.
 */
void
spz_timeline_paint_ground (cairo_t           *cr,
                           SpzTimelineLayout *layout,
                           guint              row,
                           double             x,
                           double             width)
{
  double height;

  g_return_if_fail (row < layout->n_rows);

  height = layout->heights.heights[row];
  if (layout->rows[row].type == SPZ_TIMELINE_ROW_GROUP)
    {
      spz_timeline_draw_set (cr, layout, SPZ_TIMELINE_COLOUR_GROUP);
      cairo_rectangle (cr, x, 0, width, height);
      cairo_fill (cr);
    }
  else
    {
      spz_timeline_draw_separator (cr, layout, x, width, height);
    }
}

/**
 * spz_timeline_paint_row:
 * @cr: a cairo context
 * @layout: a layout
 * @row: a row
 * @x: the left edge of what is seen
 * @width: its width
 *
 * Paints a row of the chart: its bars and milestones with their labels, and
 * the lines of the reference date and of deadlines, which cross no label.
 */
void
spz_timeline_paint_row (cairo_t           *cr,
                        SpzTimelineLayout *layout,
                        guint              row,
                        double             x,
                        double             width)
{
  Sight sight = { .layout = layout, .x = x, .width = width };
  g_autofree SpzRect *labels = NULL;
  const SpzTimelineRow *r;

  g_return_if_fail (row < layout->n_rows);

  sight.row = r = spz_timeline_layout_get_row (layout, row);
  sight.height = layout->heights.heights[row];
  if (sight.height <= 0)
    return;

  sight.labels = labels = spz_timeline_row_dup_milestone_labels (r, layout, x, width, NULL);
  cairo_save (cr);
  spz_timeline_paint_ground (cr, layout, row, x, width);
  if (r->type == SPZ_TIMELINE_ROW_GROUP && spz_timeline_layout_get_collapsed (layout, r->index))
    paint_summary (cr, layout, r, x, width, sight.height);

  if (!spz_timeline_row_find (r, layout, x, width, &sight.first, &sight.end))
    sight.first = sight.end = 0;
  for (guint i = sight.first; i < sight.end; i++)
    paint_bar (cr, layout, &g_array_index (r->bars, SpzTimelineBox, i));
  paint_lines (cr, &sight);
  for (guint i = sight.first; i < sight.end; i++)
    paint_label (cr, layout, &g_array_index (r->bars, SpzTimelineBox, i), x, width);
  paint_milestones (cr, layout, r, labels);
  spz_timeline_row_paint_ghosts (cr, layout, r, x, width);
  cairo_restore (cr);
}
