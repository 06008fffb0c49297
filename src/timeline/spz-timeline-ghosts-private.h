/* spz-timeline-ghosts-private.h: where things were in a version of the plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <cairo.h>

#include "spz-timeline-row-private.h"

G_BEGIN_DECLS

double spz_timeline_row_place_ghosts (SpzTimelineRowWork   *work,
                                      guint                 first,
                                      guint                 n,
                                      double                top);
void   spz_timeline_row_paint_ghosts (cairo_t              *cr,
                                      SpzTimelineLayout    *layout,
                                      const SpzTimelineRow *row,
                                      double                x,
                                      double                width);
void   spz_timeline_paint_ghost_swatch (cairo_t            *cr,
                                        SpzTimelineLayout  *layout,
                                        const SpzRect      *rect);

G_END_DECLS
