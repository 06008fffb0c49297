/* spz-timeline-tip.h: what is said beside the pointer while something is dragged
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SPZ_TYPE_TIMELINE_TIP (spz_timeline_tip_get_type ())

G_DECLARE_FINAL_TYPE (SpzTimelineTip, spz_timeline_tip, SPZ, TIMELINE_TIP, GtkWidget)

GtkWidget  *spz_timeline_tip_new      (void);
const char *spz_timeline_tip_get_text (SpzTimelineTip *self);
void        spz_timeline_tip_set_text (SpzTimelineTip *self,
                                       const char     *text);
void        spz_timeline_tip_get_size (SpzTimelineTip *self,
                                       int            *width,
                                       int            *height);

G_END_DECLS
