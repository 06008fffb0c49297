/* test-period.c: periods as people write them
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "spz-date.h"

static const struct
{
  const char   *text;
  const char   *start;
  const char   *end;
  SpzPrecision  precision;
} readable[] = {
  { "2021-02-08", "2021-02-08", "2021-02-08", SPZ_PRECISION_DAY },
  { "08.02.2021", "2021-02-08", "2021-02-08", SPZ_PRECISION_DAY },
  { "8.2.21", "2021-02-08", "2021-02-08", SPZ_PRECISION_DAY },
  { "8.2.2021", "2021-02-08", "2021-02-08", SPZ_PRECISION_DAY },
  { "8. Februar 2021", "2021-02-08", "2021-02-08", SPZ_PRECISION_DAY },
  { "8 February 2021", "2021-02-08", "2021-02-08", SPZ_PRECISION_DAY },
  { "2021-Q3", "2021-07-01", "2021-09-30", SPZ_PRECISION_QUARTER },
  { "Q3 2021", "2021-07-01", "2021-09-30", SPZ_PRECISION_QUARTER },
  { "Q3/2021", "2021-07-01", "2021-09-30", SPZ_PRECISION_QUARTER },
  { "q4 / 2021", "2021-10-01", "2021-12-31", SPZ_PRECISION_QUARTER },
  { "3. Quartal 2021", "2021-07-01", "2021-09-30", SPZ_PRECISION_QUARTER },
  { "2021-H1", "2021-01-01", "2021-06-30", SPZ_PRECISION_HALF },
  { "H2 2021", "2021-07-01", "2021-12-31", SPZ_PRECISION_HALF },
  { "2. Halbjahr 2021", "2021-07-01", "2021-12-31", SPZ_PRECISION_HALF },
  { "2024-02", "2024-02-01", "2024-02-29", SPZ_PRECISION_MONTH },
  { "02/2021", "2021-02-01", "2021-02-28", SPZ_PRECISION_MONTH },
  { "Februar 2021", "2021-02-01", "2021-02-28", SPZ_PRECISION_MONTH },
  { "  M\xC3\x84RZ   2021 ", "2021-03-01", "2021-03-31", SPZ_PRECISION_MONTH },
  { "Dez. 2021", "2021-12-01", "2021-12-31", SPZ_PRECISION_MONTH },
  { "2021", "2021-01-01", "2021-12-31", SPZ_PRECISION_YEAR },
  { "2021-W07", "2021-02-15", "2021-02-21", SPZ_PRECISION_WEEK },
  { "KW 7 2021", "2021-02-15", "2021-02-21", SPZ_PRECISION_WEEK },
  { "KW 7/2021", "2021-02-15", "2021-02-21", SPZ_PRECISION_WEEK },
  { "KW 53/2020", "2020-12-28", "2021-01-03", SPZ_PRECISION_WEEK },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (readable); i++)
    {
      SpzDate start, end;
      SpzPrecision precision;
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;

      g_test_message ("%s", readable[i].text);
      g_assert_true (spz_period_parse (readable[i].text, &start, &end, &precision));
      from = spz_date_to_iso (start);
      to = spz_date_to_iso (end);
      g_assert_cmpstr (from, ==, readable[i].start);
      g_assert_cmpstr (to, ==, readable[i].end);
      g_assert_cmpint (precision, ==, readable[i].precision);
    }
}

static void
test_parse_wrong (void)
{
  static const char *const wrong[] = {
    "", " ", "Q5 2021", "2021-Q0", "31.02.2021", "2021-13", "00/2021", "KW 54/2021",
    "KW 53/2021", "KW 0/2021", "H3 2021", "Ostern 2021", "voraussichtlich 2021", "21",
    "0000", "12021", "2021-Q", "Fe 2021", "jan", "99.99.2021", "8.2.1", "8.2.021", "2021-02-08x",
  };
  SpzDate start = 7, end = 7;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_test_message ("%s", wrong[i]);
      g_assert_false (spz_period_parse (wrong[i], &start, &end, NULL));
    }
  g_assert_false (spz_period_parse (NULL, &start, &end, NULL));
  g_assert_cmpint (start, ==, 7);
  g_assert_cmpint (end, ==, 7);
}

/* What is written of a date can be read again, and covers that date. */
static void
test_round_trip (void)
{
  for (SpzDate date = spz_date_new (2019, 12, 1); date < spz_date_new (2022, 2, 1); date++)
    for (int precision = SPZ_PRECISION_DAY; precision <= SPZ_PRECISION_YEAR; precision++)
      {
        g_autofree char *text = spz_date_format_precision (date, precision);
        g_autofree char *period = NULL;
        SpzDate start, end;
        SpzPrecision read;

        g_assert_true (spz_period_parse (text, &start, &end, &read));
        g_assert_cmpint (read, ==, precision);
        g_assert_cmpint (start, <=, date);
        g_assert_cmpint (end, >=, date);

        period = spz_period_format (start, end, precision);
        g_assert_cmpstr (period, ==, text);
      }
}

static void
test_format (void)
{
  static const struct
  {
    const char   *start;
    const char   *end;
    SpzPrecision  precision;
    const char   *text;
  } cases[] = {
    { "2020-01-01", "2020-12-31", SPZ_PRECISION_QUARTER, "Q1 to Q4 2020" },
    { "2021-07-01", "2022-06-30", SPZ_PRECISION_QUARTER, "Q3 2021 to Q2 2022" },
    { "2021-07-01", "2021-09-30", SPZ_PRECISION_QUARTER, "Q3 2021" },
    { "2021-02-08", "2021-02-08", SPZ_PRECISION_DAY, "8 February 2021" },
    { "2021-02-08", "2021-02-12", SPZ_PRECISION_DAY, "8 February 2021 to 12 February 2021" },
    { "2021-01-01", "2021-12-31", SPZ_PRECISION_HALF, "2021" },
    { "2021-01-01", "2022-12-31", SPZ_PRECISION_YEAR, "2021 to 2022" },
    { "2021-07-01", NULL, SPZ_PRECISION_QUARTER, "from Q3 2021" },
    { NULL, "2021-09-30", SPZ_PRECISION_QUARTER, "until Q3 2021" },
    { NULL, NULL, SPZ_PRECISION_QUARTER, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = spz_period_format (spz_date_parse_iso (cases[i].start),
                                                 spz_date_parse_iso (cases[i].end),
                                                 cases[i].precision);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* As briefings say it; all seen from 8 February 2021 */
static void
test_find (void)
{
  static const struct
  {
    const char     *text;
    const char     *words; /* NULL where there is nothing to find */
    const char     *start;
    const char     *end;
    SpzPeriodBound  bound;
  } cases[] = {
    { "Zielsetzung ist, im 2. Halbjahr 2021 zu starten", "im 2. Halbjahr 2021", "2021-07-01", "2021-12-31", SPZ_PERIOD_WITHIN },
    { "im zweiten Halbjahr beginnt es", "im zweiten Halbjahr", "2021-07-01", "2021-12-31", SPZ_PERIOD_WITHIN },
    { "Start voraussichtlich Ostern 2021.", "voraussichtlich Ostern 2021", "2021-04-02", "2021-04-05", SPZ_PERIOD_WITHIN },
    { "Rollout: Q4 2022", "Q4 2022", "2022-10-01", "2022-12-31", SPZ_PERIOD_WITHIN },
    { "In Q1/2021 werden Gruppen gebildet", "In Q1/2021", "2021-01-01", "2021-03-31", SPZ_PERIOD_WITHIN },
    { "Frist bis zum 31.12.2022 (OZG)", "bis zum 31.12.2022", "2022-12-31", "2022-12-31", SPZ_PERIOD_UNTIL },
    { "bis Ende 2021 fertig", "bis Ende 2021", "2021-09-01", "2021-12-31", SPZ_PERIOD_UNTIL },
    { "können voraussichtlich ab Ende Februar verhandelt werden", "ab Ende Februar", "2021-02-19", "2021-02-28", SPZ_PERIOD_FROM },
    { "der Rat am 22.02.2021 beschließt", "am 22.02.2021", "2021-02-22", "2021-02-22", SPZ_PERIOD_WITHIN },
    { "Workshop-Termin in KW 7 mit", "in KW 7", "2021-02-15", "2021-02-21", SPZ_PERIOD_WITHIN },
    { "Der Herbst war mild. Im Herbst 2021 geht es los", "Im Herbst 2021", "2021-09-01", "2021-11-30", SPZ_PERIOD_WITHIN },
    { "im November", "im November", "2021-11-01", "2021-11-30", SPZ_PERIOD_WITHIN },
    { "im 31. Februar 2021 nie", NULL, NULL, NULL, SPZ_PERIOD_WITHIN },
    { "Smart Cities 2021 (dritte Staffel), Aktenzeichen 20212, Tel. 2021.5", NULL, NULL, NULL, SPZ_PERIOD_WITHIN },
    { "der Mai ist gekommen", NULL, NULL, NULL, SPZ_PERIOD_WITHIN },
    { "\xff kein UTF-8, Q4 2022", NULL, NULL, NULL, SPZ_PERIOD_WITHIN },
    { "", NULL, NULL, NULL, SPZ_PERIOD_WITHIN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) found = spz_period_find (cases[i].text, spz_date_new (2021, 2, 8));
      const SpzPeriodMatch *match;
      g_autofree char *words = NULL;

      g_assert_cmpuint (found->len, ==, cases[i].words != NULL ? 1 : 0);
      if (found->len == 0)
        continue;

      match = &g_array_index (found, SpzPeriodMatch, 0);
      words = g_strndup (cases[i].text + match->offset, match->length);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpint (match->start, ==, spz_date_parse_iso (cases[i].start));
      g_assert_cmpint (match->end, ==, spz_date_parse_iso (cases[i].end));
      g_assert_cmpint (match->bound, ==, cases[i].bound);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/period/parse", test_parse);
  g_test_add_func ("/period/parse-wrong", test_parse_wrong);
  g_test_add_func ("/period/round-trip", test_round_trip);
  g_test_add_func ("/period/format", test_format);
  g_test_add_func ("/period/find", test_find);

  return g_test_run ();
}
