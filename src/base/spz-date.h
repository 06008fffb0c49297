/* spz-date.h: civil dates
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SpzDate:
 *
 * A civil date: the number of days GDate calls "Julian" (1 January of year 1
 * is day 1). Days can be added and subtracted as integers. There is no time
 * zone in it. %SPZ_DATE_NONE stands for "no date".
 */
typedef gint32 SpzDate;

#define SPZ_DATE_NONE ((SpzDate) 0)

/**
 * SpzPrecision:
 * @SPZ_PRECISION_DAY: the very day is meant
 * @SPZ_PRECISION_WEEK: an ISO 8601 week, "KW 7"
 * @SPZ_PRECISION_MONTH: a calendar month
 * @SPZ_PRECISION_QUARTER: a quarter of a year
 * @SPZ_PRECISION_HALF: half a year
 * @SPZ_PRECISION_YEAR: a year
 *
 * How exactly a date is known. A date of a coarser precision than the day is
 * stored as the first (start) or last (end) day of what is meant.
 */
typedef enum
{
  SPZ_PRECISION_DAY,
  SPZ_PRECISION_WEEK,
  SPZ_PRECISION_MONTH,
  SPZ_PRECISION_QUARTER,
  SPZ_PRECISION_HALF,
  SPZ_PRECISION_YEAR,
} SpzPrecision;

/**
 * SpzDateStyle:
 * @SPZ_DATE_STYLE_LONG: "8. Februar 2021", for running text
 * @SPZ_DATE_STYLE_SHORT: "08.02.2021", for tables
 * @SPZ_DATE_STYLE_WEEKDAY: "Montag, 8. Februar 2021"
 * @SPZ_DATE_STYLE_MONTH: "Februar 2021"
 *
 * How a date is written for people, in the user's language.
 */
typedef enum
{
  SPZ_DATE_STYLE_LONG,
  SPZ_DATE_STYLE_SHORT,
  SPZ_DATE_STYLE_WEEKDAY,
  SPZ_DATE_STYLE_MONTH,
} SpzDateStyle;

SpzDate  spz_date_new              (int            year,
                                    int            month,
                                    int            day);
void     spz_date_get              (SpzDate        date,
                                    int           *year,
                                    int           *month,
                                    int           *day);
SpzDate  spz_date_today            (void);
GDateTime *spz_date_new_timestamp  (void);
SpzDate  spz_date_parse_iso        (const char    *text);
char    *spz_date_to_iso           (SpzDate        date);
char    *spz_date_format           (SpzDate        date,
                                    SpzDateStyle   style);
char    *spz_date_format_precision (SpzDate        date,
                                    SpzPrecision   precision);
SpzDate  spz_date_add_months       (SpzDate        date,
                                    int            months);
int      spz_date_get_iso_week     (SpzDate        date,
                                    int           *year);
int      spz_date_get_weekday      (SpzDate        date);
SpzDate  spz_date_easter           (int            year);
SpzDate  spz_date_get_last_day     (SpzDate        date,
                                    SpzPrecision   precision);

/* A period as people write it */

gboolean spz_period_parse          (const char    *text,
                                    SpzDate       *start,
                                    SpzDate       *end,
                                    SpzPrecision  *precision);
char    *spz_period_format         (SpzDate        start,
                                    SpzDate        end,
                                    SpzPrecision   precision);

/**
 * SpzPeriodBound:
 * @SPZ_PERIOD_WITHIN: within it: "im 2. Halbjahr 2021"
 * @SPZ_PERIOD_UNTIL: not after it: "bis 31.12.2022"
 * @SPZ_PERIOD_FROM: not before it: "ab Ende Februar"
 *
 * How a text refers to a period.
 */
typedef enum
{
  SPZ_PERIOD_WITHIN,
  SPZ_PERIOD_UNTIL,
  SPZ_PERIOD_FROM,
} SpzPeriodBound;

/**
 * SpzPeriodMatch:
 * @start: the first day of what is named
 * @end: its last day
 * @precision: what was named: a day, a quarter …
 * @bound: how the text refers to it
 * @offset: where the words begin, in bytes
 * @length: how long they are, in bytes
 *
 * A period in a running text.
 */
typedef struct
{
  SpzDate        start;
  SpzDate        end;
  SpzPrecision   precision;
  SpzPeriodBound bound;
  gsize          offset;
  gsize          length;
} SpzPeriodMatch;

GArray  *spz_period_find           (const char    *text,
                                    SpzDate        near);

G_END_DECLS
