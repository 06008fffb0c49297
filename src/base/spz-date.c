/* spz-date.c: civil dates
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-date.h"

#include <glib/gi18n-lib.h>

#include "spz-quarter.h"

#define YEAR_MAX 9999

static gboolean
to_gdate (SpzDate  date,
          GDate   *gdate)
{
  g_date_clear (gdate, 1);
  if (date <= SPZ_DATE_NONE || !g_date_valid_julian (date))
    return FALSE;

  g_date_set_julian (gdate, date);

  return g_date_get_year (gdate) <= YEAR_MAX;
}

static const char *
month_name (int month)
{
  switch (month)
    {
    case 1: return _("January");
    case 2: return _("February");
    case 3: return _("March");
    case 4: return _("April");
    case 5: return _("May");
    case 6: return _("June");
    case 7: return _("July");
    case 8: return _("August");
    case 9: return _("September");
    case 10: return _("October");
    case 11: return _("November");
    case 12: return _("December");
    default: g_assert_not_reached ();
    }
}

static const char *
weekday_name (int weekday)
{
  switch (weekday)
    {
    case 1: return _("Monday");
    case 2: return _("Tuesday");
    case 3: return _("Wednesday");
    case 4: return _("Thursday");
    case 5: return _("Friday");
    case 6: return _("Saturday");
    case 7: return _("Sunday");
    default: g_assert_not_reached ();
    }
}

/**
 * spz_date_new:
 * @year: the year, 1 to 9999
 * @month: the month, 1 to 12
 * @day: the day of the month
 *
 * Makes a date of the Gregorian calendar.
 *
 * Returns: the date, or %SPZ_DATE_NONE if there is no such day
 */
SpzDate
spz_date_new (int year,
              int month,
              int day)
{
  GDate gdate;

  if (year < 1 || year > YEAR_MAX || month < 1 || month > 12 || day < 1 || day > 31 ||
      !g_date_valid_dmy (day, month, year))
    return SPZ_DATE_NONE;

  g_date_clear (&gdate, 1);
  g_date_set_dmy (&gdate, day, month, year);

  return (SpzDate) g_date_get_julian (&gdate);
}

/**
 * spz_date_get:
 * @date: a date
 * @year: (out) (optional): its year
 * @month: (out) (optional): its month, 1 to 12
 * @day: (out) (optional): its day of the month, 1 to 31
 *
 * Takes a date apart; all parts are 0 for %SPZ_DATE_NONE.
 */
void
spz_date_get (SpzDate  date,
              int     *year,
              int     *month,
              int     *day)
{
  GDate gdate;
  gboolean valid = to_gdate (date, &gdate);

  if (year != NULL)
    *year = valid ? g_date_get_year (&gdate) : 0;
  if (month != NULL)
    *month = valid ? (int) g_date_get_month (&gdate) : 0;
  if (day != NULL)
    *day = valid ? g_date_get_day (&gdate) : 0;
}

/**
 * spz_date_today:
 *
 * The present day at this place, from the clock. What a programme counts from
 * is its reference date: ask the programme instead.
 */
SpzDate
spz_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);

  return spz_date_new (year, month, day);
}

/**
 * spz_date_new_timestamp:
 *
 * The moment at which a file says it was made. Builds and tests can fix it:
 * see https://reproducible-builds.org/specs/source-date-epoch/
 *
 * Returns: (transfer full): the time, in UTC
 */
GDateTime *
spz_date_new_timestamp (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr (GDateTime) fixed = epoch != NULL
    ? g_date_time_new_from_unix_utc (g_ascii_strtoll (epoch, NULL, 10))
    : NULL;

  return fixed != NULL ? g_steal_pointer (&fixed) : g_date_time_new_now_utc ();
}

/* Exactly @count digits. */
static gboolean
parse_digits (const char **text,
              int          count,
              int         *value)
{
  *value = 0;
  for (int i = 0; i < count; i++, (*text)++)
    {
      if (!g_ascii_isdigit (**text))
        return FALSE;
      *value = *value * 10 + **text - '0';
    }

  return TRUE;
}

/**
 * spz_date_parse_iso:
 * @text: (nullable): a text
 *
 * Reads "2021-02-08" (ISO 8601, extended form), and nothing else.
 *
 * Returns: the date, or %SPZ_DATE_NONE
 */
SpzDate
spz_date_parse_iso (const char *text)
{
  int year, month, day;

  if (text == NULL ||
      !parse_digits (&text, 4, &year) || *text++ != '-' ||
      !parse_digits (&text, 2, &month) || *text++ != '-' ||
      !parse_digits (&text, 2, &day) || *text != '\0')
    return SPZ_DATE_NONE;

  return spz_date_new (year, month, day);
}

/**
 * spz_date_to_iso:
 * @date: a date
 *
 * Writes a date as "2021-02-08".
 *
 * Returns: (transfer full) (nullable): the text, or %NULL for %SPZ_DATE_NONE
 */
char *
spz_date_to_iso (SpzDate date)
{
  int year, month, day;

  spz_date_get (date, &year, &month, &day);

  return year > 0 ? g_strdup_printf ("%04d-%02d-%02d", year, month, day) : NULL;
}

/**
 * spz_date_format:
 * @date: a date
 * @style: how to write it
 *
 * Writes a date for people, in the language of the texts around it.
 *
 * Returns: (transfer full): the text, "" for %SPZ_DATE_NONE
 */
char *
spz_date_format (SpzDate      date,
                 SpzDateStyle style)
{
  int year, month, day;

  spz_date_get (date, &year, &month, &day);
  if (year == 0)
    return g_strdup ("");

  switch (style)
    {
    case SPZ_DATE_STYLE_LONG:
      /* Translators: day, month's name, year: "8 February 2021" */
      return g_strdup_printf (_("%1$d %2$s %3$d"), day, month_name (month), year);

    case SPZ_DATE_STYLE_SHORT:
      /* Translators: day, month, year as numbers: "08/02/2021" */
      return g_strdup_printf (_("%1$02d/%2$02d/%3$04d"), day, month, year);

    case SPZ_DATE_STYLE_WEEKDAY:
      /* Translators: weekday, day, month's name, year: "Monday, 8 February 2021" */
      return g_strdup_printf (_("%1$s, %2$d %3$s %4$d"),
                              weekday_name (spz_date_get_weekday (date)),
                              day, month_name (month), year);

    case SPZ_DATE_STYLE_MONTH:
      /* Translators: month's name, year: "February 2021" */
      return g_strdup_printf (_("%1$s %2$d"), month_name (month), year);

    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

/**
 * spz_date_format_precision:
 * @date: a date
 * @precision: how exactly it is known
 *
 * Writes a date no more exactly than it is known: "8. Februar 2021",
 * "KW 7/2021", "Februar 2021", "Q1 2021", "1. Halbjahr 2021", "2021".
 *
 * Returns: (transfer full): the text, "" for %SPZ_DATE_NONE
 */
char *
spz_date_format_precision (SpzDate      date,
                           SpzPrecision precision)
{
  int year, month, week;

  spz_date_get (date, &year, &month, NULL);
  if (year == 0)
    return g_strdup ("");

  switch (precision)
    {
    case SPZ_PRECISION_DAY:
      return spz_date_format (date, SPZ_DATE_STYLE_LONG);

    case SPZ_PRECISION_WEEK:
      week = spz_date_get_iso_week (date, &year);
      /* Translators: calendar week (ISO 8601) and year: "W7/2021" */
      return g_strdup_printf (_("W%1$d/%2$d"), week, year);

    case SPZ_PRECISION_MONTH:
      return spz_date_format (date, SPZ_DATE_STYLE_MONTH);

    case SPZ_PRECISION_QUARTER:
      return spz_quarter_format (spz_quarter_from_date (date, 1));

    case SPZ_PRECISION_HALF:
      /* Translators: half of a year, year: "H1 2021" */
      return g_strdup_printf (_("H%1$d %2$d"), month <= 6 ? 1 : 2, year);

    case SPZ_PRECISION_YEAR:
      return g_strdup_printf ("%d", year);

    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

/**
 * spz_date_add_months:
 * @date: a date
 * @months: how many months to add, may be negative
 *
 * Moves a date by whole months; the 31st becomes the last day of a shorter
 * month.
 *
 * Returns: the date, or %SPZ_DATE_NONE outside the years 1 to 9999
 */
SpzDate
spz_date_add_months (SpzDate date,
                     int     months)
{
  int year, month, day;
  gint64 total;

  spz_date_get (date, &year, &month, &day);
  if (year == 0)
    return SPZ_DATE_NONE;

  total = (gint64) year * 12 + month - 1 + months;
  if (total < 12 || total >= (YEAR_MAX + 1) * 12)
    return SPZ_DATE_NONE;

  year = (int) (total / 12);
  month = (int) (total % 12) + 1;

  return spz_date_new (year, month, MIN (day, g_date_get_days_in_month (month, year)));
}

/**
 * spz_date_get_iso_week:
 * @date: a date
 * @year: (out) (optional): the year the week belongs to, which around New
 *   Year differs from the date's
 *
 * The calendar week by ISO 8601: the week of a year's first Thursday is its
 * first.
 *
 * Returns: the week, 1 to 53, or 0 for %SPZ_DATE_NONE
 */
int
spz_date_get_iso_week (SpzDate  date,
                       int     *year)
{
  GDate gdate;
  SpzDate thursday;
  int week_year;

  if (year != NULL)
    *year = 0;
  if (!to_gdate (date, &gdate))
    return 0;

  thursday = date - spz_date_get_weekday (date) + 4;
  spz_date_get (thursday, &week_year, NULL, NULL);
  if (week_year == 0) /* the last days of 9999 */
    week_year = YEAR_MAX + 1;
  if (year != NULL)
    *year = week_year;

  return (int) g_date_get_iso8601_week_of_year (&gdate);
}

/**
 * spz_date_get_weekday:
 * @date: a date
 *
 * The day of the week.
 *
 * Returns: 1 for Monday to 7 for Sunday, 0 for %SPZ_DATE_NONE
 */
int
spz_date_get_weekday (SpzDate date)
{
  GDate gdate;

  return to_gdate (date, &gdate) ? (int) g_date_get_weekday (&gdate) : 0;
}

/**
 * spz_date_easter:
 * @year: a year
 *
 * The Sunday of Easter, by the Gregorian calendar's rule (Gauß, as corrected
 * by Lichtenberg).
 *
 * Returns: the day
 */
SpzDate
spz_date_easter (int year)
{
  int century = year / 100;
  int moon = 15 + (3 * century + 3) / 4 - (8 * century + 13) / 25;
  int sun = 2 - (3 * century + 3) / 4;
  int cycle = year % 19;
  int germ = (19 * cycle + moon) % 30;
  int correction = (germ + cycle / 11) / 29;
  int limit = 21 + germ - correction;
  int first_sunday = 7 - (year + year / 4 + sun) % 7;
  int distance = 7 - ((limit - first_sunday) % 7 + 7) % 7;

  return spz_date_new (year, 3, 1) + limit + distance - 1;
}

/**
 * spz_date_get_last_day:
 * @date: a date, the first day of what is meant
 * @precision: how exactly it is known
 *
 * Returns: the last day of what is meant by a date of this precision
 */
SpzDate
spz_date_get_last_day (SpzDate      date,
                       SpzPrecision precision)
{
  switch (precision)
    {
    case SPZ_PRECISION_WEEK:
      return date + 6;

    case SPZ_PRECISION_MONTH:
      return spz_date_add_months (date, 1) - 1;

    case SPZ_PRECISION_QUARTER:
      return spz_date_add_months (date, 3) - 1;

    case SPZ_PRECISION_HALF:
      return spz_date_add_months (date, 6) - 1;

    case SPZ_PRECISION_YEAR:
      return spz_date_add_months (date, 12) - 1;

    case SPZ_PRECISION_DAY:
    default:
      return date;
    }
}
