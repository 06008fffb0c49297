/* spz-plan.c: the plan of measures and phases
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "spz-labels.h"
#include "spz-plan.h"
#include "spz-quarter.h"

/**
 * spz_phase_get_status:
 * @phase: a phase
 * @as_of: the date it is looked at from
 *
 * Returns: how it stands as of that date. An ongoing phase is never overdue.
 */
SpzPhaseStatus
spz_phase_get_status (SpzPhase *phase,
                      SpzDate   as_of)
{
  if (phase->progress >= 100)
    return SPZ_PHASE_DONE;
  if (phase->start > as_of)
    return SPZ_PHASE_AHEAD;
  if (phase->end >= as_of || phase->certainty == SPZ_CERTAINTY_ONGOING)
    return SPZ_PHASE_RUNNING;

  return SPZ_PHASE_OVERDUE;
}

/**
 * spz_phase_status_get_label:
 * @status: a status
 *
 * Returns: (transfer none): the word for it, in the user's language
 */
const char *
spz_phase_status_get_label (SpzPhaseStatus status)
{
  switch (status)
    {
    case SPZ_PHASE_AHEAD:
      return _("ahead");
    case SPZ_PHASE_RUNNING:
      return _("under way");
    case SPZ_PHASE_DONE:
      return _("completed");
    case SPZ_PHASE_OVERDUE:
      return _("overdue");
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * spz_phase_dup_period:
 * @phase: a phase
 *
 * Returns: (transfer full): from when to when, no more exactly than is known
 */
char *
spz_phase_dup_period (SpzPhase *phase)
{
  g_autofree char *period = NULL;

  if (phase->certainty == SPZ_CERTAINTY_ONGOING)
    {
      g_autofree char *start = phase->precision == SPZ_PRECISION_DAY
                                 ? spz_date_format (phase->start, SPZ_DATE_STYLE_SHORT)
                                 : spz_date_format_precision (phase->start, phase->precision);

      /* Translators: %s is when something starts that has no end of its own */
      return g_strdup_printf (_("ongoing from %s"), start);
    }

  period = spz_period_format (phase->start, phase->end, phase->precision);
  if (phase->certainty == SPZ_CERTAINTY_EXPECTED)
    /* Translators: %s is a period */
    return g_strdup_printf (_("expected %s"), period);

  return g_steal_pointer (&period);
}

/**
 * spz_phase_describe:
 * @programme: a programme
 * @phase: a phase
 *
 * Returns: (transfer full): the phase in one line, for screen readers:
 *   "Zentrales DMS / E-Akte: Vorbereitung, Q1 bis Q4 2020, abgeschlossen"
 */
char *
spz_phase_describe (SpzProgramme *programme,
                    SpzPhase     *phase)
{
  SpzMeasure *measure = spz_programme_lookup (programme, SPZ_TYPE_MEASURE, phase->measure);
  SpzDate today = spz_programme_get_reference_date (programme);
  g_autofree char *period = spz_phase_dup_period (phase);

  /* Translators: a measure, one of its phases, its period, its status */
  return g_strdup_printf (_("%s: %s, %s, %s"), measure ? measure->title : "", phase->title, period,
                          spz_phase_status_get_label (spz_phase_get_status (phase, today)));
}

/**
 * spz_milestone_format_date:
 * @date: a date
 * @precision: how exactly it is known
 * @certainty: how certain it is
 *
 * Returns: (transfer full): what is said of a milestone's date: "planned Q2 2021"
 */
char *
spz_milestone_format_date (SpzDate      date,
                           SpzPrecision precision,
                           SpzCertainty certainty)
{
  g_autofree char *text = precision == SPZ_PRECISION_DAY ? spz_date_format (date, SPZ_DATE_STYLE_SHORT)
                                                         : spz_date_format_precision (date, precision);

  if (certainty == SPZ_CERTAINTY_EXPECTED)
    return g_strdup_printf (_("expected %s"), text);
  if (certainty == SPZ_CERTAINTY_PLANNED)
    /* Translators: %s is a date */
    return g_strdup_printf (_("planned %s"), text);

  return g_steal_pointer (&text);
}

/**
 * spz_milestone_dup_date:
 * @milestone: a milestone
 *
 * Returns: (transfer full): its date as it is to be said: its wording where it
 *   has one
 */
char *
spz_milestone_dup_date (SpzMilestone *milestone)
{
  if (*milestone->wording)
    return g_strdup (milestone->wording);

  return spz_milestone_format_date (milestone->date, milestone->precision, milestone->certainty);
}

/**
 * spz_plan_get_years:
 * @programme: a programme
 * @first: (out): the plan's first year
 * @last: (out): its last year
 *
 * The years the plan shows: those the programme gives, widened where phases
 * or milestones stand outside of them.
 *
 * Returns: whether any years are known; else both are the reference date's
 */
gboolean
spz_plan_get_years (SpzProgramme *programme,
                    int          *first,
                    int          *last)
{
  SpzProgrammeInfo *info = spz_programme_get_info (programme);
  SpzRecordList *phases = spz_programme_get_list (programme, SPZ_TYPE_PHASE);
  SpzRecordList *milestones = spz_programme_get_list (programme, SPZ_TYPE_MILESTONE);
  SpzDate earliest = G_MAXINT, latest = SPZ_DATE_NONE;
  int from = (int) info->first_year, to = (int) info->last_year;

  for (guint i = 0; i < spz_record_list_get_size (phases); i++)
    {
      SpzPhase *phase = spz_record_list_get (phases, i);

      earliest = MIN (earliest, phase->start);
      latest = MAX (latest, phase->end);
    }
  for (guint i = 0; i < spz_record_list_get_size (milestones); i++)
    {
      SpzMilestone *milestone = spz_record_list_get (milestones, i);

      earliest = MIN (earliest, milestone->date);
      latest = MAX (latest, milestone->date);
    }

  if (latest != SPZ_DATE_NONE)
    {
      int start = (int) info->fiscal_start;
      int earliest_year = spz_quarter_get_year (spz_quarter_from_date (earliest, start));
      int latest_year = spz_quarter_get_year (spz_quarter_from_date (latest, start));

      from = from ? MIN (from, earliest_year) : earliest_year;
      to = to ? MAX (to, latest_year) : latest_year;
    }

  if (from == 0 || to == 0)
    {
      spz_date_get (spz_programme_get_reference_date (programme), first, NULL, NULL);
      *last = *first;
      return FALSE;
    }

  *first = from;
  *last = to;
  return TRUE;
}

/**
 * spz_plan_guess_precision:
 * @start: a first day
 * @end: a last day
 * @fiscal_start: the month the fiscal year starts in, from 1
 *
 * Returns: the coarsest of quarter, month and day whose boundaries both lie on
 */
SpzPrecision
spz_plan_guess_precision (SpzDate start,
                          SpzDate end,
                          int     fiscal_start)
{
  int day, day_after;

  if (spz_quarter_get_start (spz_quarter_from_date (start, fiscal_start), fiscal_start) == start &&
      spz_quarter_get_end (spz_quarter_from_date (end, fiscal_start), fiscal_start) == end)
    return SPZ_PRECISION_QUARTER;

  spz_date_get (start, NULL, NULL, &day);
  spz_date_get (end + 1, NULL, NULL, &day_after);

  return day == 1 && day_after == 1 ? SPZ_PRECISION_MONTH : SPZ_PRECISION_DAY;
}
