/* spz-timeline-plan-builder.h: making a plan from parts
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-timeline-plan.h"

G_BEGIN_DECLS

/**
 * SpzTimelinePlanBuilder:
 *
 * Takes the parts of a plan in reading order (kinds first; then a group, its
 * measures, and each measure's phases and milestones directly after it) and
 * makes the plan of them: sorted, with lanes. Texts are copied.
 */
typedef struct _SpzTimelinePlanBuilder SpzTimelinePlanBuilder;

SpzTimelinePlanBuilder *spz_timeline_plan_builder_new           (void);
void                    spz_timeline_plan_builder_free          (SpzTimelinePlanBuilder     *self);

void                    spz_timeline_plan_builder_set_texts     (SpzTimelinePlanBuilder     *self,
                                                                 const char                 *title,
                                                                 const char                 *note);
void                    spz_timeline_plan_builder_set_years     (SpzTimelinePlanBuilder     *self,
                                                                 int                         first_year,
                                                                 int                         last_year,
                                                                 int                         fiscal_start);
void                    spz_timeline_plan_builder_set_reference (SpzTimelinePlanBuilder     *self,
                                                                 SpzDate                     date);
void                    spz_timeline_plan_builder_set_compared  (SpzTimelinePlanBuilder     *self,
                                                                 const char                 *version);
guint                   spz_timeline_plan_builder_add_kind      (SpzTimelinePlanBuilder     *self,
                                                                 const SpzTimelineKind      *kind);
guint                   spz_timeline_plan_builder_add_group     (SpzTimelinePlanBuilder     *self,
                                                                 gint64                      id,
                                                                 const char                 *title);
guint                   spz_timeline_plan_builder_add_measure   (SpzTimelinePlanBuilder     *self,
                                                                 gint64                      id,
                                                                 const char                 *title,
                                                                 const char                 *footnote);
void                    spz_timeline_plan_builder_add_bar       (SpzTimelinePlanBuilder     *self,
                                                                 const SpzTimelineBar       *bar);
void                    spz_timeline_plan_builder_add_milestone (SpzTimelinePlanBuilder     *self,
                                                                 const SpzTimelineMilestone *milestone);
void                    spz_timeline_plan_builder_add_ghost     (SpzTimelinePlanBuilder     *self,
                                                                 const SpzTimelineGhost     *ghost);
SpzTimelinePlan        *spz_timeline_plan_builder_end           (SpzTimelinePlanBuilder     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzTimelinePlanBuilder, spz_timeline_plan_builder_free)

G_END_DECLS
