/* spz-timeline-lanes.h: stacking what overlaps
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-date.h"

G_BEGIN_DECLS

/**
 * SpzTimelineInterval:
 * @start: its first day
 * @end: its last day
 * @lane: the lane it got
 */
typedef struct
{
  SpzDate start;
  SpzDate end;
  guint   lane;
} SpzTimelineInterval;

guint spz_timeline_lanes_assign (SpzTimelineInterval *intervals,
                                 guint                n_intervals);

G_END_DECLS
