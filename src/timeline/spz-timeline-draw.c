/* spz-timeline-draw.c: strokes the painter is made of
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "spz-timeline-draw-private.h"

void
spz_timeline_draw_set_colour (cairo_t       *cr,
                              const SpzRgba *rgba,
                              double         alpha)
{
  if (rgba->alpha * alpha >= 1)
    cairo_set_source_rgb (cr, rgba->red, rgba->green, rgba->blue);
  else
    cairo_set_source_rgba (cr, rgba->red, rgba->green, rgba->blue, rgba->alpha * alpha);
}

/* In one of the theme's colours */
void
spz_timeline_draw_set (cairo_t           *cr,
                       SpzTimelineLayout *layout,
                       SpzTimelineColour  colour)
{
  spz_timeline_draw_set_colour (cr, spz_timeline_theme_get_colour (layout->theme, colour), 1);
}

/* On a screen, lines of one pixel stand on pixels. */
double
spz_timeline_draw_crisp (SpzTimelineLayout *layout,
                         double             position)
{
  if (spz_timeline_theme_get_style (layout->theme) == SPZ_TIMELINE_STYLE_PAPER)
    return position;

  return floor (position) + 0.5;
}

/* The line below a row */
void
spz_timeline_draw_separator (cairo_t           *cr,
                             SpzTimelineLayout *layout,
                             double             x,
                             double             width,
                             double             height)
{
  double y = spz_timeline_draw_crisp (layout, height - layout->metrics.hair);

  spz_timeline_draw_set (cr, layout, SPZ_TIMELINE_COLOUR_STRIPE);
  cairo_set_line_width (cr, layout->metrics.hair);
  spz_timeline_draw_line (cr, x, y, x + width, y);
}

/* Where the line of a date stands; FALSE if the plan doesn't show it. */
gboolean
spz_timeline_layout_get_line (SpzTimelineLayout *self,
                              SpzDate            date,
                              double            *x)
{
  double left, width;

  if (date == SPZ_DATE_NONE || date < self->scale.first || date > self->scale.last)
    return FALSE;

  spz_timeline_scale_get_span (&self->scale, date, date, &left, &width);
  *x = spz_timeline_draw_crisp (self, left + width / 2);

  return TRUE;
}

gboolean
spz_timeline_layout_get_today (SpzTimelineLayout *self,
                               double            *x)
{
  return spz_timeline_layout_get_line (self, spz_timeline_plan_get_reference_date (self->plan), x);
}

void
spz_timeline_draw_line (cairo_t *cr,
                        double   x1,
                        double   y1,
                        double   x2,
                        double   y2)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
}

/* Puts a text's lines into the box that was measured for them, on whichever
 * side of the width they were broken for they stand. */
void
spz_timeline_draw_text (cairo_t     *cr,
                        PangoLayout *text,
                        double       x,
                        double       y)
{
  PangoRectangle logical;

  pango_layout_get_extents (text, NULL, &logical);
  cairo_move_to (cr, x - logical.x / (double) PANGO_SCALE, y);
  pango_cairo_show_layout (cr, text);
}

void
spz_timeline_draw_outline (cairo_t       *cr,
                           const SpzRect *rect,
                           double         radius)
{
  double r = MIN (radius, MIN (rect->width, rect->height) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, rect->x + rect->width - r, rect->y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, rect->x + rect->width - r, rect->y + rect->height - r, r, 0, G_PI / 2);
  cairo_arc (cr, rect->x + r, rect->y + rect->height - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, rect->x + r, rect->y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

/* How much of an ongoing bar's end fades */
static double
get_fade (const SpzTimelineMetrics *metrics,
          const SpzRect            *rect,
          const SpzTimelineBarLook *look)
{
  if (look->certainty != SPZ_CERTAINTY_ONGOING)
    return 0;

  return MIN (3 * metrics->em, rect->width / 3);
}

/* Fades into the background rather than into transparency: a PDF stays free
 * of soft masks, which some printers render coarsely. */
static void
set_source (cairo_t                  *cr,
            const SpzRgba            *rgba,
            const SpzRgba            *background,
            const SpzRect            *rect,
            const SpzTimelineBarLook *look,
            double                    fade)
{
  cairo_pattern_t *pattern;
  double past = look->rtl ? rect->x + fade : rect->x + rect->width - fade;
  double future = look->rtl ? rect->x : rect->x + rect->width;

  if (fade <= 0)
    {
      spz_timeline_draw_set_colour (cr, rgba, 1);
      return;
    }

  pattern = cairo_pattern_create_linear (past, 0, future, 0);
  cairo_pattern_add_color_stop_rgb (pattern, 0, rgba->red, rgba->green, rgba->blue);
  cairo_pattern_add_color_stop_rgb (pattern, 1, background->red, background->green, background->blue);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
}

/* Strokes a line along the band, as thick as the band is high and dashed: each
 * dash is a line of the pattern. @slant is how far it leans to the right from
 * the lower edge to the upper one, in heights. However long the band, that is
 * one line to a printer. */
static void
draw_dashes (cairo_t       *cr,
             const SpzRect *band,
             double         thickness,
             double         step,
             double         slant)
{
  /* Across a slanted line it is as thick as an upright one. */
  double dash = thickness * hypot (1, slant);
  double middle = band->y + band->height / 2;
  /* Steps count from 0, so that the pattern stays put while a bar is resized. */
  double start = floor ((band->x - band->height) / step) * step - dash / 2;
  cairo_matrix_t lean;

  cairo_save (cr);
  cairo_matrix_init (&lean, 1, 0, -slant, 1, slant * middle, 0);
  cairo_transform (cr, &lean);
  cairo_set_line_width (cr, band->height);
  cairo_set_dash (cr, (double[]) { dash, step - dash }, 2, 0);
  cairo_move_to (cr, start, middle);
  cairo_line_to (cr, band->x + band->width + band->height, middle);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_dots (cairo_t       *cr,
           const SpzRect *band,
           double         step)
{
  double middle = band->y + band->height / 2;

  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, band->height * 0.5);
  cairo_set_dash (cr, (double[]) { 0, step }, 2, 0);
  cairo_move_to (cr, ceil (band->x / step) * step, middle);
  cairo_line_to (cr, band->x + band->width, middle);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The band's pattern is one stroke: what it costs doesn't depend on how many
 * lines it has. */
static void
draw_hatch (cairo_t                  *cr,
            const SpzTimelineMetrics *metrics,
            const SpzRect            *band,
            SpzHatch                  hatch)
{
  double step = band->height * 1.9;
  double thickness = MAX (band->height * 0.22, metrics->hair);
  double left, right;
  SpzRect seen;

  /* A long bar, of which little is in sight, costs no more than that. */
  cairo_clip_extents (cr, &left, NULL, &right, NULL);
  left = MAX (band->x, left);
  right = MIN (band->x + band->width, right);
  seen = (SpzRect) { left, band->y, right - left, band->height };
  band = &seen;

  switch (hatch)
    {
    case SPZ_HATCH_SOLID:
      cairo_rectangle (cr, band->x, band->y + band->height / 2, band->width, band->height / 2);
      cairo_fill (cr);
      break;
    case SPZ_HATCH_FORWARD:
      draw_dashes (cr, band, thickness, step, 1);
      break;
    case SPZ_HATCH_BACKWARD:
      draw_dashes (cr, band, thickness, step, -1);
      break;
    case SPZ_HATCH_CROSS:
      draw_dashes (cr, band, thickness, step * 1.3, 1);
      draw_dashes (cr, band, thickness, step * 1.3, -1);
      break;
    case SPZ_HATCH_VERTICAL:
      draw_dashes (cr, band, thickness, step, 0);
      break;
    case SPZ_HATCH_DOTS:
      draw_dots (cr, band, step);
      break;
    case SPZ_HATCH_NONE:
    default:
      break;
    }
}

static void
draw_progress (cairo_t                  *cr,
               const SpzTimelineMetrics *metrics,
               const SpzRect            *rect,
               const SpzTimelineBarLook *look)
{
  double thickness = MAX (metrics->band * 0.5, metrics->hair);
  double done = rect->width * MIN (look->progress, 100) / 100.0;
  double x = look->rtl ? rect->x + rect->width - done : rect->x;

  if (look->progress == 0)
    return;

  spz_timeline_draw_set_colour (cr, &look->fill->text, 1);
  cairo_rectangle (cr, x, rect->y + rect->height - thickness, done, thickness);
  cairo_fill (cr);
}

/* A stroke at the end, with a flag: seen without colour too. */
static void
draw_overdue (cairo_t                  *cr,
              const SpzTimelineMetrics *metrics,
              SpzTimelineTheme         *theme,
              const SpzRect            *rect,
              gboolean                  rtl)
{
  double thickness = MAX (metrics->em * 0.2, 2 * metrics->hair);
  double flag = metrics->em * 0.45;
  double end = rtl ? rect->x : rect->x + rect->width;
  double inward = rtl ? 1 : -1;

  spz_timeline_draw_set_colour (cr, spz_timeline_theme_get_colour (theme, SPZ_TIMELINE_COLOUR_OVERDUE), 1);
  cairo_rectangle (cr, rtl ? end : end - thickness, rect->y, thickness, rect->height);
  cairo_fill (cr);
  cairo_move_to (cr, end, rect->y);
  cairo_line_to (cr, end + inward * (thickness + flag), rect->y);
  cairo_line_to (cr, end, rect->y + flag + thickness);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* The corner at the start is folded where not everybody may see it: filled if
 * that is for internal use only, open if the committee may. */
static void
draw_audience (cairo_t                  *cr,
               const SpzTimelineMetrics *metrics,
               const SpzRect            *rect,
               const SpzTimelineBarLook *look)
{
  double fold = MIN (metrics->em * 0.75, MIN (rect->width, rect->height) / 2);
  double start = look->rtl ? rect->x + rect->width : rect->x;
  double inward = look->rtl ? -1 : 1;

  spz_timeline_draw_set_colour (cr, &look->fill->text, 1);
  cairo_move_to (cr, start + inward * fold, rect->y);
  cairo_line_to (cr, start, rect->y + fold);
  if (look->audience == SPZ_AUDIENCE_INTERNAL)
    {
      cairo_line_to (cr, start, rect->y);
      cairo_fill (cr);
      return;
    }

  cairo_set_line_width (cr, 1.5 * metrics->hair);
  cairo_stroke (cr);
}

static void
set_outline_dash (cairo_t                  *cr,
                  const SpzTimelineMetrics *metrics,
                  SpzCertainty              certainty)
{
  const double planned[] = { metrics->em * 0.7, metrics->em * 0.3 };
  const double expected[] = { metrics->em * 0.25, metrics->em * 0.25 };

  if (certainty == SPZ_CERTAINTY_PLANNED)
    cairo_set_dash (cr, planned, G_N_ELEMENTS (planned), 0);
  else if (certainty == SPZ_CERTAINTY_EXPECTED)
    cairo_set_dash (cr, expected, G_N_ELEMENTS (expected), 0);
}

static void
shrink (SpzRect *rect,
        double   inset)
{
  rect->x += inset;
  rect->y += inset;
  rect->width = MAX (rect->width - 2 * inset, inset);
  rect->height = MAX (rect->height - 2 * inset, inset);
}

/**
 * spz_timeline_draw_bar:
 * @cr: a cairo context
 * @metrics: lengths
 * @theme: colours
 * @rect: the bar
 * @look: what it says
 *
 * Draws a bar without its label: the fill, a band along the lower edge with
 * the kind's hatch, progress in it, an outline (dashed where the phase isn't
 * certain, and heavy where it is in conflict), the end faded or marked, and a
 * corner folded where not everybody may see it.
 */
void
spz_timeline_draw_bar (cairo_t                  *cr,
                       const SpzTimelineMetrics *metrics,
                       SpzTimelineTheme         *theme,
                       const SpzRect            *rect,
                       const SpzTimelineBarLook *look)
{
  const SpzRgba *background = spz_timeline_theme_get_colour (theme, SPZ_TIMELINE_COLOUR_BACKGROUND);
  gboolean tentative = look->certainty == SPZ_CERTAINTY_PLANNED || look->certainty == SPZ_CERTAINTY_EXPECTED;
  double fade = get_fade (metrics, rect, look);
  double inset = metrics->hair / 2;
  /* A hairline stays free between a bar and the one that follows it. */
  SpzRect body = { rect->x + inset, rect->y, MAX (rect->width - 2 * inset, inset), rect->height };
  SpzRect band = { body.x, body.y + body.height - metrics->band, body.width, metrics->band };
  SpzRect outline = { body.x + inset, body.y + inset,
                      MAX (body.width - 2 * inset, inset), body.height - 2 * inset };

  cairo_save (cr);

  cairo_save (cr);
  set_source (cr, &look->fill->fill, background, rect, look, fade);
  spz_timeline_draw_outline (cr, &body, metrics->radius);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  set_source (cr, &look->fill->edge, background, rect, look, fade);
  draw_hatch (cr, metrics, &band, look->hatch);
  draw_progress (cr, metrics, &body, look);
  if (look->overdue)
    draw_overdue (cr, metrics, theme, &body, look->rtl);
  if (look->audience != SPZ_AUDIENCE_PUBLIC)
    draw_audience (cr, metrics, &body, look);
  cairo_restore (cr);

  set_source (cr, tentative ? &look->fill->edge : &look->fill->outline, background, rect, look, fade);
  cairo_set_line_width (cr, metrics->hair);
  set_outline_dash (cr, metrics, look->certainty);
  if (look->conflict)
    {
      /* Heavier, too: not by colour alone */
      spz_timeline_draw_set_colour (cr, spz_timeline_theme_get_colour (theme, SPZ_TIMELINE_COLOUR_OVERDUE), 1);
      cairo_set_line_width (cr, 3 * metrics->hair);
      shrink (&outline, metrics->hair);
    }
  spz_timeline_draw_outline (cr, &outline, metrics->radius);
  cairo_stroke (cr);

  cairo_restore (cr);
}

/**
 * spz_timeline_draw_sign:
 * @cr: a cairo context
 * @metrics: lengths
 * @theme: colours
 * @rect: where the sign is
 *
 * Draws the sign of a conflict: a triangle with an exclamation mark.
 */
void
spz_timeline_draw_sign (cairo_t                  *cr,
                        const SpzTimelineMetrics *metrics,
                        SpzTimelineTheme         *theme,
                        const SpzRect            *rect)
{
  double middle = rect->x + rect->width / 2;
  double stroke = rect->height * 0.13;

  cairo_save (cr);
  spz_timeline_draw_set_colour (cr, spz_timeline_theme_get_colour (theme, SPZ_TIMELINE_COLOUR_OVERDUE), 1);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 2 * metrics->hair);
  cairo_move_to (cr, middle, rect->y + metrics->hair);
  cairo_line_to (cr, rect->x + rect->width - metrics->hair, rect->y + rect->height - metrics->hair);
  cairo_line_to (cr, rect->x + metrics->hair, rect->y + rect->height - metrics->hair);
  cairo_close_path (cr);
  cairo_fill_preserve (cr);
  cairo_stroke (cr);

  spz_timeline_draw_set_colour (cr, spz_timeline_theme_get_colour (theme, SPZ_TIMELINE_COLOUR_BACKGROUND), 1);
  cairo_set_line_width (cr, stroke);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  spz_timeline_draw_line (cr, middle, rect->y + rect->height * 0.3, middle, rect->y + rect->height * 0.66);
  spz_timeline_draw_line (cr, middle, rect->y + rect->height * 0.74, middle, rect->y + rect->height * 0.74 + stroke);
  cairo_restore (cr);
}

/**
 * spz_timeline_draw_mark_path:
 * @cr: a cairo context
 * @rect: the mark
 * @kind: what happens: its shape
 * @rtl: whether time runs from right to left
 *
 * Adds a milestone's shape to the path.
 */
void
spz_timeline_draw_mark_path (cairo_t          *cr,
                             const SpzRect    *rect,
                             SpzMilestoneKind  kind,
                             gboolean          rtl)
{
  double left = rect->x, right = rect->x + rect->width;
  double top = rect->y, bottom = rect->y + rect->height;
  double middle_x = (left + right) / 2, middle_y = (top + bottom) / 2;

  switch (kind)
    {
    case SPZ_MILESTONE_START:
      /* A triangle, towards the future */
      cairo_move_to (cr, rtl ? right : left, top);
      cairo_line_to (cr, rtl ? left : right, middle_y);
      cairo_line_to (cr, rtl ? right : left, bottom);
      break;
    case SPZ_MILESTONE_DEADLINE:
      /* A triangle that points at the line */
      cairo_move_to (cr, left, top);
      cairo_line_to (cr, right, top);
      cairo_line_to (cr, middle_x, bottom);
      break;
    case SPZ_MILESTONE_DECISION:
    default:
      cairo_move_to (cr, middle_x, top);
      cairo_line_to (cr, right, middle_y);
      cairo_line_to (cr, middle_x, bottom);
      cairo_line_to (cr, left, middle_y);
      break;
    }
  cairo_close_path (cr);
}

/**
 * spz_timeline_draw_mark:
 * @cr: a cairo context
 * @metrics: lengths
 * @theme: colours
 * @rect: the mark
 * @kind: what happens: its shape
 * @certainty: filled, or an outline where it isn't certain
 * @rtl: whether time runs from right to left
 */
void
spz_timeline_draw_mark (cairo_t                  *cr,
                        const SpzTimelineMetrics *metrics,
                        SpzTimelineTheme         *theme,
                        const SpzRect            *rect,
                        SpzMilestoneKind          kind,
                        SpzCertainty              certainty,
                        gboolean                  rtl)
{
  SpzTimelineColour colour = kind == SPZ_MILESTONE_DEADLINE ? SPZ_TIMELINE_COLOUR_DEADLINE
                                                            : SPZ_TIMELINE_COLOUR_MILESTONE;
  const SpzRgba *rgba = spz_timeline_theme_get_colour (theme, colour);
  double inset = metrics->hair;
  SpzRect body = { rect->x + inset, rect->y + inset, rect->width - 2 * inset, rect->height - 2 * inset };

  cairo_save (cr);
  spz_timeline_draw_mark_path (cr, &body, kind, rtl);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 1.6 * metrics->hair);
  if (certainty == SPZ_CERTAINTY_FIRM)
    spz_timeline_draw_set_colour (cr, rgba, 1);
  else
    spz_timeline_draw_set_colour (cr, spz_timeline_theme_get_colour (theme, SPZ_TIMELINE_COLOUR_BACKGROUND), 1);
  cairo_fill_preserve (cr);
  spz_timeline_draw_set_colour (cr, rgba, 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}
