/* spz-timeline-row-private.h: laying out one row, step by step
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-timeline-layout-private.h"

G_BEGIN_DECLS

/* All of this works along time: 0 is where the plan begins, whichever side
 * that is on. The last step turns it into x. */

/**
 * SpzTimelineRowWork:
 * @layout: the layout
 * @row: the row that is laid out
 * @former: (nullable): its bars before, whose texts are used again
 * @only_moved: whether since then nothing has happened but that bars were moved
 * @lane_lines: by lane, the most lines a label has
 * @n_lanes: how many lanes there are
 */
typedef struct
{
  SpzTimelineLayout *layout;
  SpzTimelineRow    *row;

  /* Owned */
  GArray            *former;
  guint             *lane_lines;
  guint              n_lanes;
  gboolean           only_moved;
} SpzTimelineRowWork;

#define BOX(boxes, i) (&g_array_index ((boxes), SpzTimelineBox, (i)))

static inline double
spz_timeline_layout_along (SpzTimelineLayout *layout,
                           SpzDate            date)
{
  return (date - layout->scale.first) * layout->scale.per_day;
}

void   spz_timeline_row_place_labels     (SpzTimelineRowWork *work);
double spz_timeline_row_place_milestones (SpzTimelineRowWork *work,
                                          guint               first,
                                          guint               n);

G_END_DECLS
