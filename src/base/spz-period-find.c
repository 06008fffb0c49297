/* spz-period-find.c: periods in a running text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-date.h"

#include <stdlib.h>
#include <string.h>

/* What is named without its year is at most this long ago, in months */
#define MONTHS_BACK 6

#define MONTH                                                                        \
  "(?:Januar|Jänner|Februar|März|Maerz|April|Mai|Juni|Juli|August|September|Oktober" \
  "|November|Dezember|(?:Jan|Feb|Mrz|Apr|Jun|Jul|Aug|Sept|Sep|Okt|Nov|Dez)\\.)"
#define YEAR "(?:19|20|21)\\d\\d"
#define WITH_YEAR "(?:\\s?/\\s?|\\s)?(?<year>" YEAR ")(?!\\d)"

/* How it is said: "bis spätestens 31.12.2022", "ab Ende Februar". A year or a
 * month alone needs such a word to be a date. */
#define UNTIL "bis(?:\\s+(?:zum|zur|zu|spätestens|einschließlich|inkl\\.))*|spätestens|vor(?:\\s+dem)?"
#define FROM  "ab|nicht\\s+vor|frühestens"
#define WITHIN "im\\s+Jahr|im\\s+Laufe\\s+des|im|in|am|für|zum|zu|geplant|voraussichtlich"
#define PART  "(?<part>Anfang|Mitte|Ende)"

static const char find_pattern[] =
  "(?<![\\pL\\d.])(?:"
  "(?:(?<until>" UNTIL ")|(?<from>" FROM ")|(?<within>" WITHIN "))\\s+(?:(?:voraussichtlich|etwa|ca\\.|der|dem|des)\\s+)*)?"
  "(?:" PART "\\s+(?:des\\s+)?)?"
  "(?:(?<date>\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?" YEAR ")"
  "|(?<day>\\d{1,2}\\.\\s?" MONTH ")(?:" WITH_YEAR ")?"
  "|(?<month>" MONTH ")(?:" WITH_YEAR ")?"
  "|(?<half>[12]\\.|erste[ns]?|zweite[ns]?)\\s?(?:Halbjahre?s?)(?:" WITH_YEAR ")?"
  "|(?<quarter>[1-4]\\.\\s?Quartals?|Q[1-4])(?:" WITH_YEAR ")?"
  "|(?<week>KW\\s?\\d{1,2})(?:" WITH_YEAR ")?"
  "|(?<feast>Ostern|Pfingsten|Weihnachten)(?:" WITH_YEAR ")?"
  "|(?<season>Frühjahr|Frühling|Sommer|Herbst)(?:" WITH_YEAR ")?"
  "|(?<year>" YEAR ")(?![\\d.])"
  ")(?![\\pL\\d])";

static const struct
{
  const char *name;
  int         month;
} seasons[] = { { "frühjahr", 3 }, { "frühling", 3 }, { "sommer", 6 }, { "herbst", 9 } };

static GRegex *
find_regex (void)
{
  static gsize regex = 0;

  if (g_once_init_enter (&regex))
    {
      GRegex *compiled = g_regex_new (find_pattern, G_REGEX_CASELESS | G_REGEX_DUPNAMES | G_REGEX_OPTIMIZE, 0, NULL);

      g_assert (compiled != NULL);
      g_once_init_leave (&regex, (gsize) compiled);
    }

  return (GRegex *) regex;
}

/* A part of the match, NULL where it has none */
static char *
fetch (GMatchInfo *match,
       const char *part)
{
  g_autofree char *text = g_match_info_fetch_named (match, part);

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* With the holidays around it: Good Friday to Monday, Christmas to the 26th */
static gboolean
set_feast (const char     *name,
           int             year,
           SpzPeriodMatch *match)
{
  SpzDate easter = spz_date_easter (year);

  match->precision = SPZ_PRECISION_DAY;
  if (g_ascii_strncasecmp (name, "Ostern", 6) == 0)
    match->start = easter - 2, match->end = easter + 1;
  else if (g_ascii_strncasecmp (name, "Pfingsten", 9) == 0)
    match->start = easter + 49, match->end = easter + 50;
  else
    match->start = spz_date_new (year, 12, 24), match->end = spz_date_new (year, 12, 26);

  return TRUE;
}

static gboolean
set_season (const char     *name,
            int             year,
            SpzPeriodMatch *match)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (seasons); i++)
    if (g_str_equal (seasons[i].name, lower))
      {
        match->precision = SPZ_PRECISION_MONTH;
        match->start = spz_date_new (year, seasons[i].month, 1);
        match->end = spz_date_add_months (match->start, 3) - 1;
        return TRUE;
      }

  return FALSE;
}

/* "zweiten Halbjahr" as spz_period_parse() reads it */
static char *
normalise_half (const char *half)
{
  return g_strconcat (half[0] == '1' || g_ascii_tolower (half[0]) == 'e' ? "1" : "2", ". Halbjahr", NULL);
}

static char *
normalise_quarter (const char *quarter)
{
  return g_strdup_printf ("Q%c", g_ascii_tolower (quarter[0]) == 'q' ? quarter[1] : quarter[0]);
}

/* What was named but for its year; NULL for the year alone */
static char *
fetch_core (GMatchInfo *info)
{
  static const char *const parts[] = { "day", "month", "week" };
  g_autofree char *half = fetch (info, "half");
  g_autofree char *quarter = fetch (info, "quarter");

  if (half != NULL)
    return normalise_half (half);
  if (quarter != NULL)
    return normalise_quarter (quarter);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      char *text = fetch (info, parts[i]);

      if (text != NULL)
        return text;
    }

  return NULL;
}

static gboolean
set_in_year (GMatchInfo     *info,
             int             year,
             SpzPeriodMatch *match)
{
  g_autofree char *feast = fetch (info, "feast");
  g_autofree char *season = fetch (info, "season");
  g_autofree char *core = NULL;
  g_autofree char *text = NULL;

  if (feast != NULL)
    return set_feast (feast, year, match);
  if (season != NULL)
    return set_season (season, year, match);

  core = fetch_core (info);
  text = core != NULL ? g_strdup_printf ("%s %d", core, year) : g_strdup_printf ("%d", year);

  return spz_period_parse (text, &match->start, &match->end, &match->precision);
}

/* The year that is meant where none is said */
static gboolean
set_near (GMatchInfo     *info,
          SpzDate         near,
          SpzPeriodMatch *match)
{
  int year;

  if (near == SPZ_DATE_NONE)
    return FALSE;

  spz_date_get (near, &year, NULL, NULL);

  return set_in_year (info, year, match) &&
         (match->end >= spz_date_add_months (near, -MONTHS_BACK) || set_in_year (info, year + 1, match));
}

/* "Ende Februar": a third of what is named */
static void
take_part (const char     *part,
           SpzPeriodMatch *match)
{
  SpzDate third = (match->end - match->start + 1) / 3;

  match->precision = match->precision == SPZ_PRECISION_YEAR ? SPZ_PRECISION_MONTH : SPZ_PRECISION_DAY;
  switch (g_ascii_tolower (*part))
    {
    case 'a':
      match->end = match->start + third;
      break;

    case 'm':
      match->start += third;
      match->end -= third;
      break;

    default:
      match->start = match->end - third;
      break;
    }
}

static gboolean
read_match (GMatchInfo     *info,
            SpzDate         near,
            SpzPeriodMatch *match)
{
  g_autofree char *year = fetch (info, "year");
  g_autofree char *date = fetch (info, "date");
  g_autofree char *month = fetch (info, "month");
  g_autofree char *season = fetch (info, "season");
  g_autofree char *part = fetch (info, "part");
  g_autofree char *until = fetch (info, "until");
  g_autofree char *from = fetch (info, "from");
  g_autofree char *within = fetch (info, "within");
  g_autofree char *core = fetch_core (info);
  g_autofree char *feast = fetch (info, "feast");
  gboolean introduced = part != NULL || until != NULL || from != NULL || within != NULL;
  gboolean alone = year != NULL ? core == NULL && feast == NULL && season == NULL
                                : month != NULL || season != NULL;
  gboolean found;

  if (alone && !introduced)
    return FALSE;

  if (date != NULL)
    found = spz_period_parse (date, &match->start, &match->end, &match->precision);
  else if (year != NULL)
    found = set_in_year (info, atoi (year), match);
  else
    found = set_near (info, near, match);
  if (!found)
    return FALSE;

  if (part != NULL && match->end > match->start)
    take_part (part, match);
  match->bound = until != NULL ? SPZ_PERIOD_UNTIL : from != NULL ? SPZ_PERIOD_FROM : SPZ_PERIOD_WITHIN;

  return TRUE;
}

/**
 * spz_period_find:
 * @text: a text, plain
 * @near: when it was said: what is named without a year is meant from there
 *
 * Finds the periods a German text names: "im 2. Halbjahr 2021",
 * "voraussichtlich Ostern 2021", "Q1/2021", "bis zum 31.12.2022", "ab Ende
 * Februar", "in KW 7". A month or a year counts only after a word such as "im"
 * or "bis".
 *
 * Returns: (transfer full) (element-type SpzPeriodMatch): what was found, in
 *   the order of the text
 */
GArray *
spz_period_find (const char *text,
                 SpzDate     near)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (SpzPeriodMatch));
  g_autoptr (GMatchInfo) info = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    return matches;

  for (g_regex_match (find_regex (), text, 0, &info);
       g_match_info_matches (info);
       g_match_info_next (info, NULL))
    {
      SpzPeriodMatch match = { 0 };
      int begin, end;

      if (!read_match (info, near, &match) || !g_match_info_fetch_pos (info, 0, &begin, &end))
        continue;

      match.offset = (gsize) begin;
      match.length = (gsize) (end - begin);
      g_array_append_val (matches, match);
    }

  return matches;
}
