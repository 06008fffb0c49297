/* spz-timeline-fixture.h: plans for tests
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-timeline-layout.h"
#include "spz-timeline-plan.h"

SpzTimelinePlan   *spz_timeline_fixture_new_example (void);
SpzTimelinePlan   *spz_timeline_fixture_new_copies  (guint                   n_copies);
SpzTimelinePlan   *spz_timeline_fixture_new_random  (guint32                 seed,
                                                     guint                   n_measures,
                                                     guint                   n_bars);
SpzTimelinePlan   *spz_timeline_fixture_new_hard    (void);
SpzTimelinePlan   *spz_timeline_fixture_new_row     (const SpzTimelineBar   *bars,
                                                     guint                   n_bars,
                                                     const SpzTimelineMilestone *milestones,
                                                     guint                   n_milestones);
PangoContext      *spz_timeline_fixture_new_context (void);
SpzTimelineLayout *spz_timeline_fixture_new_layout  (SpzTimelinePlan        *plan,
                                                     SpzTimelineStyle        style,
                                                     SpzTimelineLayoutFlags  flags,
                                                     double                  width);
