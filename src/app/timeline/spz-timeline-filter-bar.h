/* spz-timeline-filter-bar.h: choosing what of the plan is seen
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-timeline-view.h"

G_BEGIN_DECLS

#define SPZ_TYPE_TIMELINE_FILTER_BAR (spz_timeline_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (SpzTimelineFilterBar, spz_timeline_filter_bar, SPZ, TIMELINE_FILTER_BAR, AdwBin)

/* Properties: "view", the SpzTimelineView that is filtered; "searching",
 * whether the bar is open. What is closed filters nothing. */

gboolean spz_timeline_filter_bar_start (SpzTimelineFilterBar *self);
void     spz_timeline_filter_bar_clear (SpzTimelineFilterBar *self);

G_END_DECLS
