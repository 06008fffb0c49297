/* spz-timeline-scale.h: where a date stands
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-date.h"

G_BEGIN_DECLS

/**
 * SpzTimelineUnit:
 *
 * What the axis counts in, from the finest.
 */
typedef enum
{
  SPZ_TIMELINE_DAY,
  SPZ_TIMELINE_WEEK,
  SPZ_TIMELINE_MONTH,
  SPZ_TIMELINE_QUARTER,
  SPZ_TIMELINE_YEAR,
} SpzTimelineUnit;

/**
 * SpzTimelineScale:
 * @first: the first day of the plan
 * @last: its last day
 * @per_day: the width of a day, in pixels or points
 * @rtl: whether time runs from right to left
 * @fiscal_start: the month in which a year starts, 1 to 12
 *
 * The one place that knows where a date stands. x runs from 0 at the left end
 * of the plan to spz_timeline_scale_get_width() at its right end, whichever
 * way time runs. A day begins at its edge towards the past; a period that ends
 * on a day reaches that day's far edge.
 */
typedef struct
{
  SpzDate  first;
  SpzDate  last;
  double   per_day;
  gboolean rtl;
  int      fiscal_start;
} SpzTimelineScale;

/**
 * SpzTimelineTick:
 * @start: the first day of the interval
 * @end: its last day
 * @x: its left edge
 * @width: its width
 * @label: what the axis says: "2021", "Q3", "Aug", "KW 7"
 * @full_label: the same where no band above tells the rest: "Q3 2021"
 *
 * An interval of the axis. It may reach beyond the plan on either side.
 */
typedef struct
{
  SpzDate start;
  SpzDate end;
  double  x;
  double  width;
  char    label[24];
  char    full_label[40];
} SpzTimelineTick;

void            spz_timeline_scale_init       (SpzTimelineScale       *self,
                                               SpzDate                 first,
                                               SpzDate                 last,
                                               int                     fiscal_start,
                                               gboolean                rtl);
void            spz_timeline_scale_fit        (SpzTimelineScale       *self,
                                               double                  width);
double          spz_timeline_scale_get_width  (const SpzTimelineScale *self);
double          spz_timeline_scale_to_x       (const SpzTimelineScale *self,
                                               SpzDate                 date);
SpzDate         spz_timeline_scale_to_date    (const SpzTimelineScale *self,
                                               double                  x);
void            spz_timeline_scale_get_span   (const SpzTimelineScale *self,
                                               SpzDate                 start,
                                               SpzDate                 end,
                                               double                 *x,
                                               double                 *width);

SpzTimelineUnit spz_timeline_scale_get_unit   (const SpzTimelineScale *self,
                                               double                  em);
SpzTimelineUnit spz_timeline_unit_get_finer   (SpzTimelineUnit         unit);
SpzTimelineUnit spz_timeline_unit_get_coarser (SpzTimelineUnit         unit);
SpzDate         spz_timeline_scale_floor      (const SpzTimelineScale *self,
                                               SpzDate                 date,
                                               SpzTimelineUnit         unit);
SpzDate         spz_timeline_scale_step       (const SpzTimelineScale *self,
                                               SpzDate                 date,
                                               SpzTimelineUnit         unit,
                                               int                     n_units);
SpzDate         spz_timeline_scale_snap       (const SpzTimelineScale *self,
                                               SpzDate                 date,
                                               SpzTimelineUnit         unit,
                                               double                  attraction);
void            spz_timeline_scale_get_tick   (const SpzTimelineScale *self,
                                               SpzTimelineUnit         unit,
                                               SpzDate                 date,
                                               SpzTimelineTick        *tick);
gboolean        spz_timeline_scale_next_tick  (const SpzTimelineScale *self,
                                               SpzTimelineUnit         unit,
                                               SpzTimelineTick        *tick);

G_END_DECLS
