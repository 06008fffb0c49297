/* spz-period.c: periods as people write them
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-date.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "spz-quarter.h"
#include "spz-text.h"

/* A named group for each part a period may have; which of them matched says
 * how precise it is. German and ISO 8601 forms, whatever the user's language:
 * what is read was written by somebody else. Applied to folded text. */
static const char period_pattern[] =
  "^(?:"
  "(?<y>\\d{4})-(?<m>\\d\\d)-(?<d>\\d\\d)"
  "|(?<d>\\d{1,2})\\.\\s?(?<m>\\d{1,2})\\.\\s?(?:(?<y>\\d{4})|(?<yy>\\d\\d))"
  "|(?<d>\\d{1,2})/(?<m>\\d{1,2})/(?<y>\\d{4})"
  "|(?<y>\\d{4})\\s?[-/]?\\s?w(?<w>\\d{1,2})"
  "|(?:kw|w)\\s?(?<w>\\d{1,2})(?:\\s?/\\s?|\\s)(?<y>\\d{4})"
  "|(?<y>\\d{4})-(?<m>\\d\\d)"
  "|(?<m>\\d{1,2})[/.](?<y>\\d{4})"
  "|(?<name>\\pL{3,})\\.?\\s(?<y>\\d{4})"
  "|(?<y>\\d{4})\\s?[-/]?\\s?q(?<q>[1-4])"
  "|(?:q(?<q>[1-4])|(?<q>[1-4])\\.\\s?quartal)(?:\\s?/\\s?|\\s)?(?<y>\\d{4})"
  "|(?<y>\\d{4})\\s?[-/]?\\s?h(?<h>[12])"
  "|(?:h(?<h>[12])|(?<h>[12])\\.\\s?halbjahr)(?:\\s?/\\s?|\\s)?(?<y>\\d{4})"
  "|(?<d>\\d{1,2})\\.?\\s(?<name>\\pL{3,})\\.?\\s(?<y>\\d{4})"
  "|(?<y>\\d{4})"
  ")$";

/* Folded; the first three letters are an abbreviation, if they are unlike any
 * other month's. */
static const struct {
  const char *german;
  const char *english;
} months[] = {
  { "januar", "january" }, { "februar", "february" }, { "marz", "march" },
  { "april", "april" }, { "mai", "may" }, { "juni", "june" },
  { "juli", "july" }, { "august", "august" }, { "september", "september" },
  { "oktober", "october" }, { "november", "november" }, { "dezember", "december" },
};

static GRegex *
period_regex (void)
{
  static gsize regex = 0;

  if (g_once_init_enter (&regex))
    {
      GRegex *compiled = g_regex_new (period_pattern,
                                      G_REGEX_DUPNAMES | G_REGEX_OPTIMIZE, 0, NULL);

      g_assert (compiled != NULL);
      g_once_init_leave (&regex, (gsize) compiled);
    }

  return (GRegex *) regex;
}

static int
month_from_name (const char *name)
{
  if (g_str_equal (name, "janner"))
    return 1;
  if (g_str_equal (name, "maerz") || g_str_equal (name, "mrz"))
    return 3;

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_has_prefix (months[i].german, name) || g_str_has_prefix (months[i].english, name))
      return (int) i + 1;

  return g_str_equal (name, "sept") ? 9 : 0;
}

/* A part as a number, or -1 where the period has none. */
static int
fetch_number (GMatchInfo *match,
              const char *part)
{
  g_autofree char *text = g_match_info_fetch_named (match, part);

  return text != NULL && *text != '\0' ? atoi (text) : -1;
}

/* The Monday of an ISO week; the year's fourth of January is in the first. */
static SpzDate
week_start (int year,
            int week)
{
  SpzDate fourth = spz_date_new (year, 1, 4);
  SpzDate monday;
  int back_year;

  if (fourth == SPZ_DATE_NONE || week < 1)
    return SPZ_DATE_NONE;

  monday = fourth - spz_date_get_weekday (fourth) + 1 + (week - 1) * 7;

  return spz_date_get_iso_week (monday, &back_year) == week && back_year == year
         ? monday
         : SPZ_DATE_NONE;
}

/* The first day of the months from @month on, and the last of @count months. */
static gboolean
set_months (int      year,
            int      month,
            int      count,
            SpzDate *start,
            SpzDate *end)
{
  *start = spz_date_new (year, month, 1);
  if (*start == SPZ_DATE_NONE)
    return FALSE;

  *end = spz_date_add_months (*start, count - 1);
  *end += g_date_get_days_in_month (month + count - 1, year) - 1;

  return TRUE;
}

static gboolean
period_from_match (GMatchInfo   *match,
                   SpzDate      *start,
                   SpzDate      *end,
                   SpzPrecision *precision)
{
  int year = fetch_number (match, "y");
  int short_year = fetch_number (match, "yy");
  int month = fetch_number (match, "m");
  int day = fetch_number (match, "d");
  int week = fetch_number (match, "w");
  int quarter = fetch_number (match, "q");
  int half = fetch_number (match, "h");
  g_autofree char *name = g_match_info_fetch_named (match, "name");

  if (short_year >= 0)
    year = 2000 + short_year;
  if (name != NULL && *name != '\0')
    month = month_from_name (name);

  if (day >= 0)
    {
      *precision = SPZ_PRECISION_DAY;
      *start = *end = spz_date_new (year, month, day);
      return *start != SPZ_DATE_NONE;
    }
  if (week >= 0)
    {
      *precision = SPZ_PRECISION_WEEK;
      *start = week_start (year, week);
      *end = *start + 6;
      return *start != SPZ_DATE_NONE;
    }
  if (month >= 0)
    {
      *precision = SPZ_PRECISION_MONTH;
      return set_months (year, month, 1, start, end);
    }
  if (quarter > 0)
    {
      *precision = SPZ_PRECISION_QUARTER;
      return set_months (year, quarter * 3 - 2, 3, start, end);
    }
  if (half > 0)
    {
      *precision = SPZ_PRECISION_HALF;
      return set_months (year, half * 6 - 5, 6, start, end);
    }

  *precision = SPZ_PRECISION_YEAR;
  return set_months (year, 1, 12, start, end);
}

/**
 * spz_period_parse:
 * @text: (nullable): a text
 * @start: (out) (optional): its first day
 * @end: (out) (optional): its last day
 * @precision: (out) (optional): what was named: a day, a quarter …
 *
 * Reads one period as people and files write it: "2021-02-08", "08.02.2021",
 * "8.2.21" (of this century), "8. Februar 2021", "2021-W07", "KW 7/2021",
 * "2021-02", "02/2021", "Februar 2021", "2021-Q3", "Q3 2021", "2021-H1",
 * "2. Halbjahr 2021", "2021". Case doesn't matter.
 *
 * Returns: whether it is a period; if not, nothing is set
 */
gboolean
spz_period_parse (const char   *text,
                  SpzDate      *start,
                  SpzDate      *end,
                  SpzPrecision *precision)
{
  g_autofree char *folded = spz_text_fold (text);
  g_autoptr (GMatchInfo) match = NULL;
  SpzDate first, last;
  SpzPrecision exactness;

  if (!g_regex_match (period_regex (), folded, 0, &match) ||
      !period_from_match (match, &first, &last, &exactness))
    return FALSE;

  if (start != NULL)
    *start = first;
  if (end != NULL)
    *end = last;
  if (precision != NULL)
    *precision = exactness;

  return TRUE;
}

/* A period of one year, said with the year once; NULL if there is no such way. */
static char *
format_within_year (SpzDate      start,
                    SpzDate      end,
                    SpzPrecision precision)
{
  int year;

  spz_date_get (start, &year, NULL, NULL);

  if (precision == SPZ_PRECISION_QUARTER)
    /* Translators: two quarters of one year: "Q1 to Q4 2020" */
    return g_strdup_printf (_("Q%1$d to Q%2$d %3$d"),
                            spz_quarter_get_number (spz_quarter_from_date (start, 1)),
                            spz_quarter_get_number (spz_quarter_from_date (end, 1)),
                            year);

  if (precision == SPZ_PRECISION_HALF)
    return g_strdup_printf ("%d", year);

  return NULL;
}

/**
 * spz_period_format:
 * @start: the first day, or %SPZ_DATE_NONE if it is open
 * @end: the last day, or %SPZ_DATE_NONE if it is open
 * @precision: how exactly both are known
 *
 * Writes a period for people: "Q3 2021", "Q1 bis Q4 2020",
 * "Q3 2021 bis Q2 2022", "ab Q3 2021".
 *
 * Returns: (transfer full): the text, "" if both ends are open
 */
char *
spz_period_format (SpzDate      start,
                   SpzDate      end,
                   SpzPrecision precision)
{
  g_autofree char *from = spz_date_format_precision (start, precision);
  g_autofree char *to = spz_date_format_precision (end, precision);
  int start_year, end_year;

  if (start == SPZ_DATE_NONE && end == SPZ_DATE_NONE)
    return g_strdup ("");
  if (start == SPZ_DATE_NONE)
    /* Translators: a period with an open beginning, "until Q2 2022" */
    return g_strdup_printf (_("until %s"), to);
  if (end == SPZ_DATE_NONE)
    /* Translators: a period with an open end, "from Q3 2021" */
    return g_strdup_printf (_("from %s"), from);

  if (strcmp (from, to) == 0)
    return g_steal_pointer (&from);

  spz_date_get (start, &start_year, NULL, NULL);
  spz_date_get (end, &end_year, NULL, NULL);
  if (start_year == end_year)
    {
      g_autofree char *short_text = format_within_year (start, end, precision);

      if (short_text != NULL)
        return g_steal_pointer (&short_text);
    }

  /* Translators: a period from … to …, "Q3 2021 to Q2 2022" */
  return g_strdup_printf (_("%1$s to %2$s"), from, to);
}
