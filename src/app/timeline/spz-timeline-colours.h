/* spz-timeline-colours.h: the timeline's theme from the style sheet
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-timeline-theme.h"

G_BEGIN_DECLS

SpzTimelineTheme *spz_timeline_colours_read  (GtkWidget        *widget);
gboolean          spz_timeline_colours_equal (SpzTimelineTheme *a,
                                              SpzTimelineTheme *b);

G_END_DECLS
