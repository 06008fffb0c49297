/* spz-timeline-scale.c: where a date stands
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-scale.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "spz-quarter.h"

/* How wide a unit must be, in em, to carry its label */
#define WEEK_EMS    3.6
#define MONTH_EMS   2.8
#define QUARTER_EMS 2.0
#define DAY_EMS     2.0

static double
get_days (const SpzTimelineScale *self)
{
  return self->last - self->first + 1;
}

/**
 * spz_timeline_scale_init:
 * @self: a scale
 * @first: the first day of the plan
 * @last: its last day
 * @fiscal_start: the month in which a year starts, 1 to 12
 * @rtl: whether time runs from right to left
 *
 * Sets up a scale that gives a day one pixel, or point.
 */
void
spz_timeline_scale_init (SpzTimelineScale *self,
                         SpzDate           first,
                         SpzDate           last,
                         int               fiscal_start,
                         gboolean          rtl)
{
  self->first = first;
  self->last = MAX (first, last);
  self->per_day = 1;
  self->rtl = rtl;
  self->fiscal_start = CLAMP (fiscal_start, 1, 12);
}

/**
 * spz_timeline_scale_fit:
 * @self: a scale
 * @width: a width
 *
 * Makes the whole plan @width wide.
 */
void
spz_timeline_scale_fit (SpzTimelineScale *self,
                        double            width)
{
  self->per_day = MAX (width, 1) / get_days (self);
}

/**
 * spz_timeline_scale_get_width:
 * @self: a scale
 *
 * Returns: the width of all its days
 */
double
spz_timeline_scale_get_width (const SpzTimelineScale *self)
{
  return get_days (self) * self->per_day;
}

/**
 * spz_timeline_scale_to_x:
 * @self: a scale
 * @date: a date, which may lie outside the plan
 *
 * Returns: where the day begins: its edge towards the past
 */
double
spz_timeline_scale_to_x (const SpzTimelineScale *self,
                         SpzDate                 date)
{
  double x = (date - self->first) * self->per_day;

  return self->rtl ? spz_timeline_scale_get_width (self) - x : x;
}

/**
 * spz_timeline_scale_to_date:
 * @self: a scale
 * @x: a place, which may lie outside the plan
 *
 * Returns: the day that is there
 */
SpzDate
spz_timeline_scale_to_date (const SpzTimelineScale *self,
                            double                  x)
{
  double along = self->rtl ? spz_timeline_scale_get_width (self) - x : x;

  /* The millionth part of a day keeps a day's own edge in that day. */
  return self->first + (SpzDate) floor (along / self->per_day + 1e-6);
}

/**
 * spz_timeline_scale_get_span:
 * @self: a scale
 * @start: the first day of a period
 * @end: its last day
 * @x: (out): its left edge
 * @width: (out): its width
 */
void
spz_timeline_scale_get_span (const SpzTimelineScale *self,
                             SpzDate                 start,
                             SpzDate                 end,
                             double                 *x,
                             double                 *width)
{
  double past = spz_timeline_scale_to_x (self, start);
  double future = spz_timeline_scale_to_x (self, end + 1);

  *x = MIN (past, future);
  *width = fabs (future - past);
}

/**
 * spz_timeline_scale_get_unit:
 * @self: a scale
 * @em: the size of the axis' text, in the scale's unit of length
 *
 * Returns: the finest unit whose labels have room
 */
SpzTimelineUnit
spz_timeline_scale_get_unit (const SpzTimelineScale *self,
                             double                  em)
{
  if (self->per_day >= DAY_EMS * em)
    return SPZ_TIMELINE_DAY;
  if (self->per_day * 7 >= WEEK_EMS * em)
    return SPZ_TIMELINE_WEEK;
  if (self->per_day * 28 >= MONTH_EMS * em)
    return SPZ_TIMELINE_MONTH;
  if (self->per_day * 90 >= QUARTER_EMS * em)
    return SPZ_TIMELINE_QUARTER;
  return SPZ_TIMELINE_YEAR;
}

/**
 * spz_timeline_unit_get_finer:
 * @unit: a unit
 *
 * Returns: the next finer one, which bars snap to while @unit is shown
 */
SpzTimelineUnit
spz_timeline_unit_get_finer (SpzTimelineUnit unit)
{
  switch (unit)
    {
    case SPZ_TIMELINE_YEAR:
      return SPZ_TIMELINE_QUARTER;
    case SPZ_TIMELINE_QUARTER:
      return SPZ_TIMELINE_MONTH;
    case SPZ_TIMELINE_MONTH:
      return SPZ_TIMELINE_WEEK;
    case SPZ_TIMELINE_WEEK:
    case SPZ_TIMELINE_DAY:
    default:
      return SPZ_TIMELINE_DAY;
    }
}

/**
 * spz_timeline_unit_get_coarser:
 * @unit: a unit
 *
 * Returns: the unit of the band above it on the axis; of a week and a day that
 *   is the month
 */
SpzTimelineUnit
spz_timeline_unit_get_coarser (SpzTimelineUnit unit)
{
  switch (unit)
    {
    case SPZ_TIMELINE_DAY:
    case SPZ_TIMELINE_WEEK:
      return SPZ_TIMELINE_MONTH;
    case SPZ_TIMELINE_MONTH:
      return SPZ_TIMELINE_QUARTER;
    case SPZ_TIMELINE_QUARTER:
    case SPZ_TIMELINE_YEAR:
    default:
      return SPZ_TIMELINE_YEAR;
    }
}

/**
 * spz_timeline_scale_floor:
 * @self: a scale
 * @date: a date
 * @unit: a unit
 *
 * Returns: the first day of the unit that @date is in; weeks are those of
 *   ISO 8601, years and quarters start as the fiscal year does
 */
SpzDate
spz_timeline_scale_floor (const SpzTimelineScale *self,
                          SpzDate                 date,
                          SpzTimelineUnit         unit)
{
  SpzQuarter quarter;
  int year, month;

  switch (unit)
    {
    case SPZ_TIMELINE_WEEK:
      /* Day 1 was a Monday. */
      return date - (date - 1) % 7;

    case SPZ_TIMELINE_MONTH:
      spz_date_get (date, &year, &month, NULL);
      return spz_date_new (year, month, 1);

    case SPZ_TIMELINE_QUARTER:
      quarter = spz_quarter_from_date (date, self->fiscal_start);
      return spz_quarter_get_start (quarter, self->fiscal_start);

    case SPZ_TIMELINE_YEAR:
      quarter = spz_quarter_from_date (date, self->fiscal_start);
      return spz_quarter_get_start (SPZ_QUARTER (spz_quarter_get_year (quarter), 1),
                                    self->fiscal_start);

    case SPZ_TIMELINE_DAY:
    default:
      return date;
    }
}

/**
 * spz_timeline_scale_step:
 * @self: a scale
 * @date: a date
 * @unit: a unit
 * @n_units: how many, negative towards the past
 *
 * Returns: @date that many units on; a day a month doesn't have becomes its last
 */
SpzDate
spz_timeline_scale_step (const SpzTimelineScale *self,
                         SpzDate                 date,
                         SpzTimelineUnit         unit,
                         int                     n_units)
{
  switch (unit)
    {
    case SPZ_TIMELINE_WEEK:
      return date + n_units * 7;
    case SPZ_TIMELINE_MONTH:
      return spz_date_add_months (date, n_units);
    case SPZ_TIMELINE_QUARTER:
      return spz_date_add_months (date, n_units * 3);
    case SPZ_TIMELINE_YEAR:
      return spz_date_add_months (date, n_units * 12);
    case SPZ_TIMELINE_DAY:
    default:
      return date + n_units;
    }
}

static SpzDate
get_nearest (const SpzTimelineScale *self,
             SpzDate                 date,
             SpzTimelineUnit         unit)
{
  SpzDate before = spz_timeline_scale_floor (self, date, unit);
  SpzDate after = spz_timeline_scale_step (self, before, unit, 1);

  return date - before <= after - date ? before : after;
}

/**
 * spz_timeline_scale_snap:
 * @self: a scale
 * @date: the day that begins at an edge; for a period's end, the day after it
 * @unit: what to snap to
 * @attraction: from how far boundaries of the next coarser unit attract, in
 *   the scale's unit of length
 *
 * Returns: the nearest boundary of @unit, or a coarser one that is near
 */
SpzDate
spz_timeline_scale_snap (const SpzTimelineScale *self,
                         SpzDate                 date,
                         SpzTimelineUnit         unit,
                         double                  attraction)
{
  if (attraction > 0)
    {
      SpzTimelineUnit coarser = spz_timeline_unit_get_coarser (unit);
      SpzDate boundary = get_nearest (self, date, coarser);

      if (abs (boundary - date) * self->per_day <= attraction)
        return boundary;
    }

  return get_nearest (self, date, unit);
}

static void
label_tick (const SpzTimelineScale *self,
            SpzTimelineUnit         unit,
            SpzTimelineTick        *tick)
{
  SpzQuarter quarter = spz_quarter_from_date (tick->start, self->fiscal_start);
  g_autofree char *text = NULL;
  int year, day;

  switch (unit)
    {
    case SPZ_TIMELINE_YEAR:
      year = spz_quarter_get_year (quarter);
      if (self->fiscal_start == 1)
        g_snprintf (tick->label, sizeof tick->label, "%d", year);
      else
        g_snprintf (tick->label, sizeof tick->label, "%d/%02d", year, (year + 1) % 100);
      g_strlcpy (tick->full_label, tick->label, sizeof tick->full_label);
      break;

    case SPZ_TIMELINE_QUARTER:
      g_snprintf (tick->label, sizeof tick->label, "Q%d", spz_quarter_get_number (quarter));
      text = spz_quarter_format (quarter);
      g_strlcpy (tick->full_label, text, sizeof tick->full_label);
      break;

    case SPZ_TIMELINE_MONTH:
      {
        GDate date;

        g_date_clear (&date, 1);
        g_date_set_julian (&date, tick->start);
        g_date_strftime (tick->label, sizeof tick->label, "%b", &date);
        text = spz_date_format (tick->start, SPZ_DATE_STYLE_MONTH);
        g_strlcpy (tick->full_label, text, sizeof tick->full_label);
      }
      break;

    case SPZ_TIMELINE_WEEK:
      /* Translators: the number of a week of the year, on the timeline's axis */
      g_snprintf (tick->label, sizeof tick->label, _("W%d"),
                  spz_date_get_iso_week (tick->start, &year));
      g_snprintf (tick->full_label, sizeof tick->full_label, "%s %d", tick->label, year);
      break;

    case SPZ_TIMELINE_DAY:
    default:
      spz_date_get (tick->start, NULL, NULL, &day);
      g_snprintf (tick->label, sizeof tick->label, "%d", day);
      text = spz_date_format (tick->start, SPZ_DATE_STYLE_SHORT);
      g_strlcpy (tick->full_label, text, sizeof tick->full_label);
      break;
    }
}

/**
 * spz_timeline_scale_get_tick:
 * @self: a scale
 * @unit: a unit
 * @date: a date
 * @tick: (out): the interval of the axis that @date is in
 */
void
spz_timeline_scale_get_tick (const SpzTimelineScale *self,
                             SpzTimelineUnit         unit,
                             SpzDate                 date,
                             SpzTimelineTick        *tick)
{
  tick->start = spz_timeline_scale_floor (self, date, unit);
  tick->end = spz_timeline_scale_step (self, tick->start, unit, 1) - 1;
  spz_timeline_scale_get_span (self, tick->start, tick->end, &tick->x, &tick->width);
  label_tick (self, unit, tick);
}

/**
 * spz_timeline_scale_next_tick:
 * @self: a scale
 * @unit: a unit
 * @tick: (inout): an interval, which becomes the next one
 *
 * Returns: whether there is one that begins within the plan
 */
gboolean
spz_timeline_scale_next_tick (const SpzTimelineScale *self,
                              SpzTimelineUnit         unit,
                              SpzTimelineTick        *tick)
{
  if (tick->end >= self->last)
    return FALSE;

  spz_timeline_scale_get_tick (self, unit, tick->end + 1, tick);
  return TRUE;
}
