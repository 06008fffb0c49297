/* spz-timeline-span.h: where a period goes when it is dragged
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-timeline-scale.h"

G_BEGIN_DECLS

/**
 * SpzTimelineSpan:
 * @start: the first day
 * @end: the last day; a milestone's is the same
 * @precision: how exactly they are known
 */
typedef struct
{
  SpzDate      start;
  SpzDate      end;
  SpzPrecision precision;
} SpzTimelineSpan;

/**
 * SpzTimelineGrip:
 * @SPZ_TIMELINE_GRIP_WHOLE: all of it is moved, and keeps its length
 * @SPZ_TIMELINE_GRIP_START: its start is
 * @SPZ_TIMELINE_GRIP_END: its end is
 */
typedef enum
{
  SPZ_TIMELINE_GRIP_WHOLE,
  SPZ_TIMELINE_GRIP_START,
  SPZ_TIMELINE_GRIP_END,
} SpzTimelineGrip;

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

SpzTimelineSpan  spz_timeline_span_drag     (const SpzTimelineSpan *origin,
                                             SpzTimelineGrip        grip,
                                             int                    days,
                                             const SpzTimelineSnap *snap);
SpzTimelineSpan  spz_timeline_span_step     (const SpzTimelineSpan *origin,
                                             SpzTimelineGrip        grip,
                                             int                    n_units,
                                             const SpzTimelineSnap *snap);
SpzTimelineSpan  spz_timeline_span_follow   (const SpzTimelineSpan *origin,
                                             const SpzTimelineSpan *leader_origin,
                                             const SpzTimelineSpan *leader,
                                             int                    fiscal_start);
SpzTimelineSpan  spz_timeline_span_between  (SpzDate                a,
                                             SpzDate                b,
                                             const SpzTimelineSnap *snap);
char            *spz_timeline_span_describe (const SpzTimelineSpan *origin,
                                             const SpzTimelineSpan *span,
                                             SpzTimelineGrip        grip);

G_END_DECLS
