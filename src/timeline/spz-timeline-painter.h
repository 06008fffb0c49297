/* spz-timeline-painter.h: painting a laid out plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <cairo.h>

#include "spz-timeline-layout.h"

G_BEGIN_DECLS

/* All of these paint with the origin at the top left corner of what they
 * paint: the chart's parts at x = 0 of the scale, a row at its own top, so
 * that a row's picture can be kept while it moves. @x and @width are the part
 * of the chart that is seen: what is outside isn't painted, and the label of a
 * bar that is partly outside is moved into view. */

void   spz_timeline_paint_axis   (cairo_t           *cr,
                                  SpzTimelineLayout *layout,
                                  double             x,
                                  double             width);
void   spz_timeline_paint_grid   (cairo_t           *cr,
                                  SpzTimelineLayout *layout,
                                  double             x,
                                  double             width,
                                  double             height);
void   spz_timeline_paint_ground (cairo_t           *cr,
                                  SpzTimelineLayout *layout,
                                  guint              row,
                                  double             x,
                                  double             width);
void   spz_timeline_paint_row    (cairo_t           *cr,
                                  SpzTimelineLayout *layout,
                                  guint              row,
                                  double             x,
                                  double             width);
double spz_timeline_get_title_width (SpzTimelineLayout *layout,
                                     guint              row);
void   spz_timeline_paint_column (cairo_t           *cr,
                                  SpzTimelineLayout *layout,
                                  guint              row);
void   spz_timeline_paint_ghost  (cairo_t           *cr,
                                  SpzTimelineLayout *layout,
                                  const SpzRect     *rect);
void   spz_timeline_paint_mark_ghost (cairo_t           *cr,
                                      SpzTimelineLayout *layout,
                                      const SpzRect     *rect,
                                      SpzMilestoneKind   kind);
double spz_timeline_paint_legend (cairo_t           *cr,
                                  SpzTimelineLayout *layout,
                                  double             width);
void   spz_timeline_paint_swatch (cairo_t           *cr,
                                  SpzTimelineLayout *layout,
                                  SpzColour          colour,
                                  SpzHatch           hatch,
                                  const char        *label,
                                  double             width,
                                  double             height);

G_END_DECLS
