/* spz-timeline-heights-private.h: heights of many rows
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SpzTimelineHeights:
 *
 * The heights of rows that stand below each other: a binary indexed tree, so
 * that changing a height, the top of a row and the row at a place each take
 * O(log n).
 */
typedef struct
{
  guint   n;
  double *heights;
  double *sums;
} SpzTimelineHeights;

void   spz_timeline_heights_init      (SpzTimelineHeights       *self,
                                       double                   *heights,
                                       guint                     n);
void   spz_timeline_heights_clear     (SpzTimelineHeights       *self);
void   spz_timeline_heights_set       (SpzTimelineHeights       *self,
                                       guint                     row,
                                       double                    height);
double spz_timeline_heights_get_top   (const SpzTimelineHeights *self,
                                       guint                     row);
guint  spz_timeline_heights_find      (const SpzTimelineHeights *self,
                                       double                    y);

G_END_DECLS
