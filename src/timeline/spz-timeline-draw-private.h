/* spz-timeline-draw-private.h: strokes the painter is made of
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <cairo.h>

#include "spz-timeline-layout-private.h"

G_BEGIN_DECLS

/**
 * SpzTimelineBarLook:
 * @fill: its colours
 * @hatch: the pattern of its band
 * @certainty: how certain it is
 * @progress: in per cent
 * @overdue: whether its end is marked
 * @audience: whom it is for
 * @conflict: whether it violates something
 * @rtl: whether time runs from right to left
 *
 * What of a bar can be seen, apart from its label.
 */
typedef struct
{
  const SpzTimelineFill *fill;
  SpzHatch               hatch;
  SpzCertainty           certainty;
  guint                  progress;
  gboolean               overdue;
  SpzAudience            audience;
  gboolean               conflict;
  gboolean               rtl;
} SpzTimelineBarLook;

void spz_timeline_draw_set_colour (cairo_t                  *cr,
                                   const SpzRgba            *rgba,
                                   double                    alpha);
void spz_timeline_draw_set        (cairo_t                  *cr,
                                   SpzTimelineLayout        *layout,
                                   SpzTimelineColour         colour);
double spz_timeline_draw_crisp    (SpzTimelineLayout        *layout,
                                   double                    position);
void spz_timeline_draw_separator  (cairo_t                  *cr,
                                   SpzTimelineLayout        *layout,
                                   double                    x,
                                   double                    width,
                                   double                    height);
void spz_timeline_draw_line       (cairo_t                  *cr,
                                   double                    x1,
                                   double                    y1,
                                   double                    x2,
                                   double                    y2);
void spz_timeline_draw_text       (cairo_t                  *cr,
                                   PangoLayout              *text,
                                   double                    x,
                                   double                    y);
void spz_timeline_draw_bar        (cairo_t                  *cr,
                                   const SpzTimelineMetrics *metrics,
                                   SpzTimelineTheme         *theme,
                                   const SpzRect            *rect,
                                   const SpzTimelineBarLook *look);
void spz_timeline_draw_sign       (cairo_t                  *cr,
                                   const SpzTimelineMetrics *metrics,
                                   SpzTimelineTheme         *theme,
                                   const SpzRect            *rect);
void spz_timeline_draw_mark       (cairo_t                  *cr,
                                   const SpzTimelineMetrics *metrics,
                                   SpzTimelineTheme         *theme,
                                   const SpzRect            *rect,
                                   SpzMilestoneKind          kind,
                                   SpzCertainty              certainty,
                                   gboolean                  rtl);
void spz_timeline_draw_mark_path  (cairo_t                  *cr,
                                   const SpzRect            *rect,
                                   SpzMilestoneKind          kind,
                                   gboolean                  rtl);
void spz_timeline_draw_outline    (cairo_t                  *cr,
                                   const SpzRect            *rect,
                                   double                    radius);

gboolean spz_timeline_layout_get_line  (SpzTimelineLayout   *self,
                                        SpzDate              date,
                                        double              *x);
gboolean spz_timeline_layout_get_today (SpzTimelineLayout   *self,
                                        double              *x);

G_END_DECLS
