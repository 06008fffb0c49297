/* spz-timeline-span.c: where a period goes when it is dragged
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-span.h"

#include <glib/gi18n.h>

#include "spz-plan.h"

static gboolean
is_first_of_month (SpzDate date)
{
  int day;

  spz_date_get (date, NULL, NULL, &day);

  return day == 1;
}

static int
count_months (SpzDate from,
              SpzDate to)
{
  int from_year, from_month, to_year, to_month;

  spz_date_get (from, &from_year, &from_month, NULL);
  spz_date_get (to, &to_year, &to_month, NULL);

  return (to_year - from_year) * 12 + to_month - from_month;
}

/* Whether a period of @precision may begin on @date */
static gboolean
is_boundary (SpzDate      date,
             SpzPrecision precision,
             int          fiscal_start)
{
  static const int months[] = {
    [SPZ_PRECISION_MONTH] = 1,
    [SPZ_PRECISION_QUARTER] = 3,
    [SPZ_PRECISION_HALF] = 6,
    [SPZ_PRECISION_YEAR] = 12,
  };
  int month, day;

  switch (precision)
    {
    case SPZ_PRECISION_DAY:
      return TRUE;

    case SPZ_PRECISION_WEEK:
      return spz_date_get_weekday (date) == 1;

    default:
      spz_date_get (date, NULL, &month, &day);
      return day == 1 && (month - fiscal_start + 12) % months[precision] == 0;
    }
}

/* What is known to the quarter isn't any more when it begins in May; what is
 * known to the day stays so, wherever it goes. */
static SpzPrecision
get_precision (SpzDate      start,
               SpzDate      end,
               SpzPrecision at_most,
               int          fiscal_start)
{
  SpzPrecision precision = at_most;

  while (precision > SPZ_PRECISION_DAY &&
         ((precision == SPZ_PRECISION_WEEK && at_most != SPZ_PRECISION_WEEK) ||
          !is_boundary (start, precision, fiscal_start) ||
          !is_boundary (end + 1, precision, fiscal_start)))
    precision--;

  return precision;
}

/* A milestone is one day, of which "quarter" or "month" says less */
static SpzPrecision
get_milestone_precision (SpzDate      date,
                         SpzPrecision at_most,
                         int          fiscal_start)
{
  SpzPrecision precision = at_most;

  while (precision > SPZ_PRECISION_DAY &&
         !is_boundary (date, precision, fiscal_start) &&
         !is_boundary (date + 1, precision, fiscal_start))
    precision--;

  return precision;
}

/* What happens on a month's last day happens at its end: it is that end which
 * is moved. All else is moved by its start. */
static gboolean
is_month_end (const SpzPlanSpan *span)
{
  return span->start == span->end && is_first_of_month (span->end + 1);
}

static SpzDate
get_edge (const SpzPlanSpan *span)
{
  return is_month_end (span) ? span->end + 1 : span->start;
}

static SpzDate
get_start_at (const SpzPlanSpan *origin,
              SpzDate            edge)
{
  return is_month_end (origin) ? edge - 1 : edge;
}

/* Whole months stay whole months, although these have different lengths */
static SpzDate
move_end (const SpzPlanSpan *origin,
          SpzDate            start)
{
  if (origin->start != origin->end &&
      is_first_of_month (origin->start) && is_first_of_month (origin->end + 1) &&
      is_first_of_month (start))
    return spz_date_add_months (start, count_months (origin->start, origin->end + 1)) - 1;

  return start + origin->end - origin->start;
}

static SpzPlanSpan
finish (const SpzPlanSpan *origin,
        SpzDate            start,
        SpzDate            end,
        int                fiscal_start)
{
  SpzPlanSpan span = { start, end, origin->precision };

  if (start == origin->start && end == origin->end)
    return span;

  if (origin->start == origin->end)
    span.precision = get_milestone_precision (start, origin->precision, fiscal_start);
  else
    span.precision = get_precision (start, end, origin->precision, fiscal_start);

  return span;
}

static SpzDate
snap_date (const SpzTimelineSnap *snap,
           SpzDate                date)
{
  return spz_timeline_scale_snap (snap->scale, date, snap->unit, snap->attraction);
}

/**
 * spz_timeline_span_drag:
 * @origin: a period before it is dragged
 * @grip: by what it is dragged
 * @days: by how many days the pointer has moved
 * @snap: what it snaps to
 *
 * Finds out where a dragged period is. It never gets shorter than one unit.
 *
 * Returns: the period
 */
SpzPlanSpan
spz_timeline_span_drag (const SpzPlanSpan     *origin,
                        SpzPlanGrip            grip,
                        int                    days,
                        const SpzTimelineSnap *snap)
{
  int fiscal_start = snap->scale->fiscal_start;
  SpzDate start, end, limit;

  switch (grip)
    {
    case SPZ_PLAN_GRIP_START:
      start = snap_date (snap, origin->start + days);
      limit = spz_timeline_scale_step (snap->scale, origin->end + 1, snap->unit, -1);
      return finish (origin, MIN (start, limit), origin->end, fiscal_start);

    case SPZ_PLAN_GRIP_END:
      end = snap_date (snap, origin->end + 1 + days) - 1;
      limit = spz_timeline_scale_step (snap->scale, origin->start, snap->unit, 1) - 1;
      return finish (origin, origin->start, MAX (end, limit), fiscal_start);

    case SPZ_PLAN_GRIP_WHOLE:
    default:
      start = get_start_at (origin, snap_date (snap, get_edge (origin) + days));
      return finish (origin, start, move_end (origin, start), fiscal_start);
    }
}

/**
 * spz_timeline_span_step:
 * @origin: a period
 * @grip: what of it is moved
 * @n_units: by how many units, negative into the past
 * @snap: what it snaps to
 *
 * Finds out where a period is after a step by the keyboard.
 *
 * Returns: the period
 */
SpzPlanSpan
spz_timeline_span_step (const SpzPlanSpan     *origin,
                        SpzPlanGrip            grip,
                        int                    n_units,
                        const SpzTimelineSnap *snap)
{
  SpzDate from = grip == SPZ_PLAN_GRIP_END ? origin->end + 1
                 : grip == SPZ_PLAN_GRIP_START ? origin->start : get_edge (origin);
  SpzDate to = spz_timeline_scale_step (snap->scale, from, snap->unit, n_units);
  SpzTimelineSnap exact = { snap->scale, SPZ_TIMELINE_DAY, 0 };
  SpzPlanSpan span;

  span = spz_timeline_span_drag (origin, grip, to - from, &exact);

  /* One step doesn't make it shorter than one unit */
  if (grip != SPZ_PLAN_GRIP_WHOLE &&
      span.end + 1 < spz_timeline_scale_step (snap->scale, span.start, snap->unit, 1))
    return *origin;

  return span;
}

/**
 * spz_timeline_span_follow:
 * @origin: a period
 * @leader_origin: another one, before it is moved
 * @leader: the same, moved
 * @fiscal_start: the month in which a year starts
 *
 * Finds out where a period is that is moved along with another one: by as many
 * months, if that one is moved by whole months, or else by as many days.
 *
 * Returns: the period
 */
SpzPlanSpan
spz_timeline_span_follow (const SpzPlanSpan *origin,
                          const SpzPlanSpan *leader_origin,
                          const SpzPlanSpan *leader,
                          int                fiscal_start)
{
  SpzDate start;

  if (is_first_of_month (get_edge (leader_origin)) && is_first_of_month (get_edge (leader)))
    start = get_start_at (origin, spz_date_add_months (get_edge (origin),
                                                       count_months (get_edge (leader_origin), get_edge (leader))));
  else
    start = origin->start + leader->start - leader_origin->start;

  return finish (origin, start, move_end (origin, start), fiscal_start);
}

/**
 * spz_timeline_span_between:
 * @a: a date
 * @b: another one, before or after it
 * @snap: what they snap to
 *
 * Makes a new period out of two dates, at least one unit long and as coarse
 * as its ends allow.
 *
 * Returns: the period
 */
SpzPlanSpan
spz_timeline_span_between (SpzDate                a,
                           SpzDate                b,
                           const SpzTimelineSnap *snap)
{
  SpzPlanSpan span;
  SpzDate end;

  span.start = spz_timeline_scale_floor (snap->scale, MIN (a, b), snap->unit);
  end = snap_date (snap, MAX (a, b) + 1);
  end = MAX (end, spz_timeline_scale_step (snap->scale, span.start, snap->unit, 1));
  span.end = end - 1;
  span.precision = spz_plan_guess_precision (span.start, span.end, snap->scale->fiscal_start);

  return span;
}

static char *
describe_shift (SpzDate from,
                SpzDate to)
{
  int months = count_months (from, to);
  int days = to - from;

  if (is_first_of_month (from) && is_first_of_month (to))
    {
      if (months % 3 == 0)
        /* Translators: by how much something is moved in time, "+1 quarter" */
        return g_strdup_printf (ngettext ("%+d quarter", "%+d quarters", ABS (months / 3)), months / 3);

      return g_strdup_printf (ngettext ("%+d month", "%+d months", ABS (months)), months);
    }

  return g_strdup_printf (ngettext ("%+d day", "%+d days", ABS (days)), days);
}

/**
 * spz_timeline_span_describe:
 * @origin: (nullable): a period before it is dragged
 * @span: where it is now
 * @grip: by what it is dragged
 *
 * Says where a dragged period is and how far that is from its origin.
 *
 * Returns: (transfer full): "Q2 to Q3 2021 (+1 quarter)"
 */
char *
spz_timeline_span_describe (const SpzPlanSpan *origin,
                            const SpzPlanSpan *span,
                            SpzPlanGrip        grip)
{
  g_autofree char *period = spz_period_format (span->start, span->end, span->precision);
  g_autofree char *shift = NULL;
  gboolean by_end = grip == SPZ_PLAN_GRIP_END;

  if (origin == NULL || (origin->start == span->start && origin->end == span->end))
    return g_steal_pointer (&period);

  shift = describe_shift (by_end ? origin->end + 1 : get_edge (origin),
                          by_end ? span->end + 1 : get_edge (span));

  /* Translators: a period and how far it is from where it was, "Q2 2021 (+1 quarter)" */
  return g_strdup_printf (_("%1$s (%2$s)"), period, shift);
}
