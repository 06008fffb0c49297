/* spz-timeline-lanes.c: stacking what overlaps
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-lanes-private.h"

/**
 * spz_timeline_lanes_assign:
 * @intervals: intervals in order of their start
 * @n_intervals: how many
 *
 * Puts each interval into the first lane that is free from its start on. In
 * this order that takes as few lanes as possible.
 *
 * Returns: how many lanes are needed, at least 1
 */
guint
spz_timeline_lanes_assign (SpzTimelineInterval *intervals,
                           guint                n_intervals)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (SpzDate));

  for (guint i = 0; i < n_intervals; i++)
    {
      guint lane = 0;

      while (lane < ends->len &&
             g_array_index (ends, SpzDate, lane) >= intervals[i].start)
        lane++;

      if (lane == ends->len)
        g_array_set_size (ends, lane + 1);
      g_array_index (ends, SpzDate, lane) = intervals[i].end;
      intervals[i].lane = lane;
    }

  return MAX (ends->len, 1);
}
