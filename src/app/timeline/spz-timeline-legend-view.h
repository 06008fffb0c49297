/* spz-timeline-legend-view.h: what the plan's colours and marks mean
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-timeline-view.h"

G_BEGIN_DECLS

#define SPZ_TYPE_TIMELINE_LEGEND_VIEW (spz_timeline_legend_view_get_type ())
G_DECLARE_FINAL_TYPE (SpzTimelineLegendView, spz_timeline_legend_view, SPZ, TIMELINE_LEGEND_VIEW, GtkWidget)

/* Property "view": the SpzTimelineView whose plan it explains. */

G_END_DECLS
