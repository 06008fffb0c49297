/* spz-timeline-legend.c: what colours, hatches and marks mean
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "spz-timeline-draw-private.h"
#include "spz-timeline-ghosts-private.h"
#include "spz-timeline-painter.h"
#include "spz-timeline-plan-private.h"

/* Entries flow like words: beside each other as long as there is room, then in
 * the next line. */

typedef struct
{
  cairo_t           *cr;
  SpzTimelineLayout *layout;
  double             width;
  double             x;
  double             y;
  double             height;
} Flow;

/* What of the plan needs to be explained */
typedef struct
{
  gboolean milestones[SPZ_MILESTONE_DEADLINE + 1];
  gboolean certainties[SPZ_CERTAINTY_ONGOING + 1];
  gboolean progress;
  gboolean finished;
  gboolean overdue;
  gboolean audiences[SPZ_AUDIENCE_INTERNAL + 1];
  gboolean conflict;
} Used;

static void
find_used (SpzTimelinePlan *plan,
           Used            *used)
{
  *used = (Used) { 0, };

  for (guint i = 0; i < plan->bars->len; i++)
    {
      const SpzTimelineBar *bar = &g_array_index (plan->bars, SpzTimelineBar, i);

      used->certainties[bar->certainty] = TRUE;
      used->progress |= bar->progress > 0 && bar->progress < 100;
      used->finished |= bar->progress >= 100;
      used->overdue |= bar->overdue;
      used->audiences[bar->audience] = TRUE;
      used->conflict |= *bar->conflict != '\0';
    }
  for (guint i = 0; i < plan->milestones->len; i++)
    used->milestones[g_array_index (plan->milestones, SpzTimelineMilestone, i).kind] = TRUE;
}

static double
get_swatch_height (const SpzTimelineMetrics *metrics)
{
  return metrics->line + 2 * metrics->pad_y + metrics->band;
}

/* Gets the place of the next entry, whose swatch and text are that wide. */
static void
advance (Flow        *flow,
         PangoLayout *text,
         double       swatch,
         double      *x,
         double      *y)
{
  const SpzTimelineMetrics *metrics = &flow->layout->metrics;
  double width = swatch + metrics->em * 0.5 + spz_timeline_text_get_width (text);
  double line = get_swatch_height (metrics);

  if (flow->x > 0 && flow->x + width > flow->width)
    {
      flow->x = 0;
      flow->y += line + metrics->gap;
    }
  *x = flow->layout->scale.rtl ? flow->width - flow->x - width : flow->x;
  *y = flow->y;
  flow->x += width + metrics->em * 1.4;
  flow->height = flow->y + line;
}

static void
paint_text (Flow        *flow,
            PangoLayout *text,
            double       swatch,
            double       x,
            double       y)
{
  const SpzTimelineMetrics *metrics = &flow->layout->metrics;
  double text_x = flow->layout->scale.rtl ? x : x + swatch + metrics->em * 0.5;
  double text_y = y + (get_swatch_height (metrics) - spz_timeline_text_get_height (text)) / 2;

  spz_timeline_draw_set_colour (flow->cr,
                                spz_timeline_theme_get_colour (flow->layout->theme, SPZ_TIMELINE_COLOUR_TEXT), 1);
  spz_timeline_draw_text (flow->cr, text, text_x, text_y);
}

static double
get_swatch_x (Flow        *flow,
              PangoLayout *text,
              double       x)
{
  return flow->layout->scale.rtl
    ? x + spz_timeline_text_get_width (text) + flow->layout->metrics.em * 0.5
    : x;
}

/* A small bar; what its kind is called for short stands in it. */
static void
add_bar (Flow                     *flow,
         const char               *title,
         const char               *short_label,
         const SpzTimelineBarLook *look)
{
  const SpzTimelineMetrics *metrics = &flow->layout->metrics;
  g_autoptr (PangoLayout) text = spz_timeline_layout_new_text (flow->layout, title);
  g_autoptr (PangoLayout) label = spz_timeline_layout_new_text (flow->layout, short_label);
  double label_width = spz_timeline_text_get_width (label);
  double swatch = MAX (metrics->em * 2.6, label_width + 2 * metrics->pad_x);
  double x, y;
  SpzRect rect;

  advance (flow, text, swatch, &x, &y);
  if (flow->cr == NULL)
    return;

  rect = (SpzRect) { get_swatch_x (flow, text, x), y, swatch, get_swatch_height (metrics) };
  spz_timeline_draw_bar (flow->cr, metrics, flow->layout->theme, &rect, look);
  spz_timeline_draw_set_colour (flow->cr, &look->fill->text, 1);
  spz_timeline_draw_text (flow->cr, label, rect.x + (swatch - label_width) / 2, y + metrics->pad_y);
  if (look->conflict)
    spz_timeline_draw_sign (flow->cr, metrics, flow->layout->theme,
                            &(SpzRect) { rect.x + (swatch - metrics->mark) / 2,
                                         y + (rect.height - metrics->band - metrics->mark) / 2,
                                         metrics->mark, metrics->mark });
  paint_text (flow, text, swatch, x, y);
}

static void
add_kinds (Flow *flow)
{
  GArray *kinds = flow->layout->plan->kinds;

  for (guint i = 0; i < kinds->len; i++)
    {
      const SpzTimelineKind *kind = &g_array_index (kinds, SpzTimelineKind, i);
      SpzTimelineBarLook look = {
        .fill = spz_timeline_theme_get_fill (flow->layout->theme, kind->colour),
        .hatch = kind->hatch,
        .rtl = flow->layout->scale.rtl,
      };

      if (kind->used)
        add_bar (flow, kind->title, kind->short_label, &look);
    }
}

static void
add_states (Flow       *flow,
            const Used *used)
{
  SpzTimelineBarLook look = {
    .fill = spz_timeline_theme_get_fill (flow->layout->theme, SPZ_COLOUR_GREY),
    .rtl = flow->layout->scale.rtl,
  };

  for (guint i = SPZ_CERTAINTY_PLANNED; i <= SPZ_CERTAINTY_ONGOING; i++)
    {
      const char *titles[] = { NULL, _("planned"), _("expected"), _("open end") };

      look.certainty = i;
      if (used->certainties[i])
        add_bar (flow, titles[i], "", &look);
    }

  look.certainty = SPZ_CERTAINTY_FIRM;
  if (used->progress)
    {
      look.progress = 60;
      add_bar (flow, _("progress"), "", &look);
    }
  if (used->finished)
    {
      look.progress = 100;
      add_bar (flow, _("finished"), "", &look);
    }
  if (used->overdue)
    {
      look.progress = 0;
      look.overdue = TRUE;
      add_bar (flow, _("overdue"), "", &look);
    }

  look.progress = 0;
  look.overdue = FALSE;
  for (guint i = SPZ_AUDIENCE_COMMITTEE; i <= SPZ_AUDIENCE_INTERNAL; i++)
    {
      look.audience = i;
      if (used->audiences[i])
        add_bar (flow, spz_timeline_audience_get_text (i), "", &look);
    }
  if (used->conflict)
    {
      look.audience = SPZ_AUDIENCE_PUBLIC;
      look.conflict = TRUE;
      add_bar (flow, _("conflict: begins too early or ends too late"), "", &look);
    }
}

static void
add_milestones (Flow       *flow,
                const Used *used)
{
  const char *titles[] = { _("Milestone: decision"), _("Milestone: start"), _("Deadline") };
  const SpzTimelineMetrics *metrics = &flow->layout->metrics;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (PangoLayout) text = NULL;
      double x, y;
      SpzRect rect;

      if (!used->milestones[i])
        continue;

      text = spz_timeline_layout_new_text (flow->layout, titles[i]);
      advance (flow, text, metrics->mark, &x, &y);
      if (flow->cr == NULL)
        continue;

      rect = (SpzRect) {
        get_swatch_x (flow, text, x), y + (get_swatch_height (metrics) - metrics->mark) / 2,
        metrics->mark, metrics->mark
      };
      spz_timeline_draw_mark (flow->cr, metrics, flow->layout->theme, &rect, i,
                              SPZ_CERTAINTY_FIRM, flow->layout->scale.rtl);
      paint_text (flow, text, metrics->mark, x, y);
    }
}

static void
add_ghosts (Flow *flow)
{
  SpzTimelineLayout *layout = flow->layout;
  const SpzTimelineMetrics *metrics = &layout->metrics;
  double swatch = metrics->em * 2.6;
  g_autofree char *title = NULL;
  g_autoptr (PangoLayout) text = NULL;
  double x, y;

  if (layout->plan->ghosts->len == 0)
    return;

  /* Translators: what dashed outlines in a plan show; %s is the version of the
   * plan that it is compared with */
  title = g_strdup_printf (_("before: %s"), layout->plan->compared);
  text = spz_timeline_layout_new_text (layout, title);
  advance (flow, text, swatch, &x, &y);
  if (flow->cr == NULL)
    return;

  spz_timeline_paint_ghost_swatch (flow->cr, layout, &(SpzRect) {
    get_swatch_x (flow, text, x), y, swatch, get_swatch_height (metrics)
  });
  paint_text (flow, text, swatch, x, y);
}

static void
add_today (Flow *flow)
{
  SpzDate today = spz_timeline_plan_get_reference_date (flow->layout->plan);
  const SpzTimelineMetrics *metrics = &flow->layout->metrics;
  g_autofree char *date = NULL;
  g_autofree char *title = NULL;
  g_autoptr (PangoLayout) text = NULL;
  double x, y;

  if (today == SPZ_DATE_NONE || today < flow->layout->scale.first || today > flow->layout->scale.last)
    return;

  date = spz_date_format (today, SPZ_DATE_STYLE_SHORT);
  /* Translators: the day the plan is looked at from, "Stichtag 01.02.2021" */
  title = g_strdup_printf (_("Reference date %s"), date);
  text = spz_timeline_layout_new_text (flow->layout, title);
  advance (flow, text, metrics->mark, &x, &y);
  if (flow->cr == NULL)
    return;

  spz_timeline_draw_set_colour (flow->cr,
                                spz_timeline_theme_get_colour (flow->layout->theme, SPZ_TIMELINE_COLOUR_TODAY), 1);
  cairo_set_line_width (flow->cr, 1.5 * metrics->hair);
  spz_timeline_draw_line (flow->cr, get_swatch_x (flow, text, x) + metrics->mark / 2, y,
                          get_swatch_x (flow, text, x) + metrics->mark / 2, y + get_swatch_height (metrics));
  paint_text (flow, text, metrics->mark, x, y);
}

/**
 * spz_timeline_paint_legend:
 * @cr: (nullable): a cairo context; %NULL only measures
 * @layout: a layout
 * @width: how wide the legend may be
 *
 * Paints what the kinds, marks and outlines that the plan uses mean.
 *
 * Returns: the legend's height
 */
double
spz_timeline_paint_legend (cairo_t           *cr,
                           SpzTimelineLayout *layout,
                           double             width)
{
  Flow flow = { .cr = cr, .layout = layout, .width = width };
  Used used;

  find_used (layout->plan, &used);
  if (cr != NULL)
    cairo_save (cr);
  add_kinds (&flow);
  add_states (&flow, &used);
  add_milestones (&flow, &used);
  add_ghosts (&flow);
  add_today (&flow);
  if (cr != NULL)
    cairo_restore (cr);

  return flow.height;
}

/**
 * spz_timeline_paint_swatch:
 * @cr: a cairo context
 * @layout: a layout, for its theme and its font
 * @colour: a hue
 * @hatch: a pattern
 * @label: a short label, which may be empty; what is too long for it is cut
 * @width: how wide the swatch is
 * @height: how high it is
 *
 * Paints a sample bar, to choose a kind's look by.
 */
void
spz_timeline_paint_swatch (cairo_t           *cr,
                           SpzTimelineLayout *layout,
                           SpzColour          colour,
                           SpzHatch           hatch,
                           const char        *label,
                           double             width,
                           double             height)
{
  const SpzTimelineMetrics *metrics = &layout->metrics;
  g_autoptr (PangoLayout) text = spz_timeline_layout_new_text (layout, label);
  SpzTimelineBarLook look = {
    .fill = spz_timeline_theme_get_fill (layout->theme, colour),
    .hatch = hatch,
    .rtl = layout->scale.rtl,
  };
  SpzRect rect = { 0, 0, width, height };
  double x, y;

  pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (text, (int) (MAX (width - 2 * metrics->pad_x, 0) * PANGO_SCALE));
  x = (width - spz_timeline_text_get_width (text)) / 2;
  y = (height - metrics->band - spz_timeline_text_get_height (text)) / 2;

  cairo_save (cr);
  spz_timeline_draw_bar (cr, metrics, layout->theme, &rect, &look);
  spz_timeline_draw_set_colour (cr, &look.fill->text, 1);
  spz_timeline_draw_text (cr, text, x, MAX (y, 0));
  cairo_restore (cr);
}
