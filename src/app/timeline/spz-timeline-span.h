/* spz-timeline-span.h: where a period goes when it is dragged
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-plan-edit.h"
#include "spz-timeline-scale.h"

G_BEGIN_DECLS

/**
 * SpzTimelineSnap:
 * @scale: where dates stand
 * @unit: the units dates snap to
 * @attraction: within how many pixels the next coarser unit attracts them
 */
typedef struct
{
  const SpzTimelineScale *scale;
  SpzTimelineUnit         unit;
  double                  attraction;
} SpzTimelineSnap;

SpzPlanSpan  spz_timeline_span_drag     (const SpzPlanSpan     *origin,
                                         SpzPlanGrip            grip,
                                         int                    days,
                                         const SpzTimelineSnap *snap);
SpzPlanSpan  spz_timeline_span_step     (const SpzPlanSpan     *origin,
                                         SpzPlanGrip            grip,
                                         int                    n_units,
                                         const SpzTimelineSnap *snap);
SpzPlanSpan  spz_timeline_span_follow   (const SpzPlanSpan     *origin,
                                         const SpzPlanSpan     *leader_origin,
                                         const SpzPlanSpan     *leader,
                                         int                    fiscal_start);
SpzPlanSpan  spz_timeline_span_between  (SpzDate                a,
                                         SpzDate                b,
                                         const SpzTimelineSnap *snap);
char        *spz_timeline_span_describe (const SpzPlanSpan     *origin,
                                         const SpzPlanSpan     *span,
                                         SpzPlanGrip            grip);

G_END_DECLS
