/* spz-quarter.c: quarters of a year
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-quarter.h"

#include <glib/gi18n-lib.h>

/* Months by which the fiscal year starts after January. */
static int
fiscal_offset (int fiscal_start)
{
  return CLAMP (fiscal_start, 1, 12) - 1;
}

/**
 * spz_quarter_get_year:
 * @quarter: a quarter
 *
 * The (fiscal) year a quarter belongs to.
 */
int
spz_quarter_get_year (SpzQuarter quarter)
{
  return quarter / 4;
}

/**
 * spz_quarter_get_number:
 * @quarter: a quarter
 *
 * The number of a quarter within its year, 1 to 4.
 */
int
spz_quarter_get_number (SpzQuarter quarter)
{
  return quarter % 4 + 1;
}

/**
 * spz_quarter_from_date:
 * @date: a date
 * @fiscal_start: the month in which the fiscal year starts, normally 1
 *
 * The quarter a date lies in.
 *
 * Returns: the quarter, or 0 for %SPZ_DATE_NONE
 */
SpzQuarter
spz_quarter_from_date (SpzDate date,
                       int     fiscal_start)
{
  int year, month, months;

  if (date == SPZ_DATE_NONE)
    return 0;

  spz_date_get (date, &year, &month, NULL);
  months = year * 12 + month - 1 - fiscal_offset (fiscal_start);

  return months / 3;
}

/**
 * spz_quarter_get_start:
 * @quarter: a quarter
 * @fiscal_start: the month in which the fiscal year starts, normally 1
 *
 * The first day of a quarter.
 *
 * Returns: the date, or %SPZ_DATE_NONE outside the years 1 to 9999
 */
SpzDate
spz_quarter_get_start (SpzQuarter quarter,
                       int        fiscal_start)
{
  int months = quarter * 3 + fiscal_offset (fiscal_start);

  return spz_date_new (months / 12, months % 12 + 1, 1);
}

/**
 * spz_quarter_get_end:
 * @quarter: a quarter
 * @fiscal_start: the month in which the fiscal year starts, normally 1
 *
 * The last day of a quarter.
 *
 * Returns: the date, or %SPZ_DATE_NONE outside the years 1 to 9999
 */
SpzDate
spz_quarter_get_end (SpzQuarter quarter,
                     int        fiscal_start)
{
  SpzDate start = spz_quarter_get_start (quarter, fiscal_start);
  SpzDate next;

  if (start == SPZ_DATE_NONE)
    return SPZ_DATE_NONE;

  next = spz_date_add_months (start, 3);

  return next == SPZ_DATE_NONE ? spz_date_new (9999, 12, 31) : next - 1;
}

/**
 * spz_quarter_format:
 * @quarter: a quarter
 *
 * Writes a quarter for people: "Q3 2021".
 *
 * Returns: (transfer full): the text
 */
char *
spz_quarter_format (SpzQuarter quarter)
{
  /* Translators: a quarter and its year, "Q3 2021" */
  return g_strdup_printf (_("Q%1$d %2$d"),
                          spz_quarter_get_number (quarter),
                          spz_quarter_get_year (quarter));
}

/**
 * spz_quarter_to_iso:
 * @quarter: a quarter
 *
 * Writes a quarter for files: "2021-Q3". spz_period_parse() reads it.
 *
 * Returns: (transfer full): the text
 */
char *
spz_quarter_to_iso (SpzQuarter quarter)
{
  return g_strdup_printf ("%04d-Q%d",
                          spz_quarter_get_year (quarter),
                          spz_quarter_get_number (quarter));
}
