/* spz-timeline-view.h: the plan, to look at and to edit by hand
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-programme.h"
#include "spz-timeline-layout.h"

G_BEGIN_DECLS

#define SPZ_TYPE_TIMELINE_VIEW (spz_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (SpzTimelineView, spz_timeline_view, SPZ, TIMELINE_VIEW, GtkWidget)

/* Properties: "programme"; "selected" (SpzRecord, read-only: the phase,
 * milestone or measure that was selected last); "menu-model" (for the context
 * menu); those of GtkScrollable.
 * Signal "activate" (): the user wants to edit what is selected.
 * Signal "selection-changed" (): something was selected, or is no more.
 * Signal "laid-out" (): the plan, its scale or its colours changed. */

GtkWidget         *spz_timeline_view_new             (void);
SpzProgramme      *spz_timeline_view_get_programme   (SpzTimelineView *self);
void               spz_timeline_view_set_programme   (SpzTimelineView *self,
                                                      SpzProgramme    *programme);
void               spz_timeline_view_set_filter      (SpzTimelineView         *self,
                                                      const SpzTimelineFilter *filter);
void               spz_timeline_view_set_version     (SpzTimelineView *self,
                                                      SpzPlanVersion  *version);
SpzTimelineLayout *spz_timeline_view_get_layout      (SpzTimelineView *self);

SpzRecord         *spz_timeline_view_get_selected    (SpzTimelineView *self);
GPtrArray         *spz_timeline_view_dup_selection   (SpzTimelineView *self);
gboolean           spz_timeline_view_select          (SpzTimelineView *self,
                                                      SpzRecord       *record);
void               spz_timeline_view_focus_selected  (SpzTimelineView *self);
gboolean           spz_timeline_view_get_record_rect (SpzTimelineView *self,
                                                      SpzRecord       *record,
                                                      GdkRectangle    *rect);

void               spz_timeline_view_delete          (SpzTimelineView *self);
void               spz_timeline_view_zoom            (SpzTimelineView *self,
                                                      double           factor);
void               spz_timeline_view_fit             (SpzTimelineView *self);
void               spz_timeline_view_hold_scale      (SpzTimelineView *self);
void               spz_timeline_view_show_today      (SpzTimelineView *self);
SpzDate            spz_timeline_view_get_centre      (SpzTimelineView *self);

G_END_DECLS
