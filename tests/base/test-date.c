/* test-date.c: civil dates
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "spz-date.h"

static void
test_every_day (void)
{
  int last_day = 0, last_month = 12, weekday = 1;

  /* 1 January 1900 was a Monday. */
  for (SpzDate date = spz_date_new (1900, 1, 1); date <= spz_date_new (2199, 12, 31); date++)
    {
      g_autofree char *iso = spz_date_to_iso (date);
      int year, month, day;

      spz_date_get (date, &year, &month, &day);
      g_assert_cmpint (spz_date_new (year, month, day), ==, date);
      g_assert_cmpint (spz_date_parse_iso (iso), ==, date);
      g_assert_cmpint (spz_date_get_weekday (date), ==, weekday);
      g_assert_true (day == last_day + 1 || (day == 1 && month == last_month % 12 + 1));

      weekday = weekday % 7 + 1;
      last_day = day;
      last_month = month;
    }
}

static void
test_limits (void)
{
  int year, month, day;

  g_assert_cmpint (spz_date_new (1, 1, 1), ==, 1);
  g_assert_cmpint (spz_date_new (9999, 12, 31), >, 0);
  g_assert_cmpint (spz_date_new (0, 1, 1), ==, SPZ_DATE_NONE);
  g_assert_cmpint (spz_date_new (10000, 1, 1), ==, SPZ_DATE_NONE);
  g_assert_cmpint (spz_date_new (2021, 2, 29), ==, SPZ_DATE_NONE);
  g_assert_cmpint (spz_date_new (2020, 2, 29), !=, SPZ_DATE_NONE);
  g_assert_cmpint (spz_date_new (2021, 13, 1), ==, SPZ_DATE_NONE);
  g_assert_cmpint (spz_date_new (2021, -1, 1), ==, SPZ_DATE_NONE);
  g_assert_cmpint (spz_date_new (2021, 1, 0), ==, SPZ_DATE_NONE);

  spz_date_get (SPZ_DATE_NONE, &year, &month, &day);
  g_assert_cmpint (year + month + day, ==, 0);
  spz_date_get (G_MAXINT32, &year, NULL, NULL);
  g_assert_cmpint (year, ==, 0);
  spz_date_get (-5, &year, NULL, NULL);
  g_assert_cmpint (year, ==, 0);
  g_assert_null (spz_date_to_iso (SPZ_DATE_NONE));
}

static void
test_parse_iso (void)
{
  static const char *const wrong[] = {
    "", "2021", "2021-2-8", "2021-02-8", "2021-02-08 ", " 2021-02-08", "2021-02-30",
    "20210208", "2021/02/08", "08.02.2021", "2021-02-08T00:00", "0000-01-01", "-021-01-01",
  };

  g_assert_cmpint (spz_date_parse_iso ("2021-02-08"), ==, spz_date_new (2021, 2, 8));
  g_assert_cmpint (spz_date_parse_iso (NULL), ==, SPZ_DATE_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (spz_date_parse_iso (wrong[i]), ==, SPZ_DATE_NONE);
}

static void
test_add_months (void)
{
  SpzDate january = spz_date_new (2021, 1, 31);

  g_assert_cmpint (spz_date_add_months (january, 1), ==, spz_date_new (2021, 2, 28));
  g_assert_cmpint (spz_date_add_months (january, 37), ==, spz_date_new (2024, 2, 29));
  g_assert_cmpint (spz_date_add_months (january, -1), ==, spz_date_new (2020, 12, 31));
  g_assert_cmpint (spz_date_add_months (january, -13), ==, spz_date_new (2019, 12, 31));
  g_assert_cmpint (spz_date_add_months (january, 0), ==, january);
  g_assert_cmpint (spz_date_add_months (january, G_MAXINT), ==, SPZ_DATE_NONE);
  g_assert_cmpint (spz_date_add_months (january, G_MININT), ==, SPZ_DATE_NONE);
  g_assert_cmpint (spz_date_add_months (SPZ_DATE_NONE, 1), ==, SPZ_DATE_NONE);
}

static void
test_iso_week (void)
{
  static const struct { int year, month, day, week, week_year; } cases[] = {
    { 2021, 1, 3, 53, 2020 }, { 2021, 1, 4, 1, 2021 }, { 2021, 2, 15, 7, 2021 },
    { 2021, 2, 21, 7, 2021 }, { 2018, 12, 31, 1, 2019 }, { 2020, 12, 31, 53, 2020 },
    { 9999, 12, 31, 52, 9999 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SpzDate date = spz_date_new (cases[i].year, cases[i].month, cases[i].day);
      int year;

      g_assert_cmpint (spz_date_get_iso_week (date, &year), ==, cases[i].week);
      g_assert_cmpint (year, ==, cases[i].week_year);
    }
}

static void
assert_text (char       *text,
             const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_format (void)
{
  SpzDate date = spz_date_new (2021, 2, 8);

  assert_text (spz_date_format (date, SPZ_DATE_STYLE_LONG), "8 February 2021");
  assert_text (spz_date_format (date, SPZ_DATE_STYLE_SHORT), "08/02/2021");
  assert_text (spz_date_format (date, SPZ_DATE_STYLE_WEEKDAY), "Monday, 8 February 2021");
  assert_text (spz_date_format (date, SPZ_DATE_STYLE_MONTH), "February 2021");
  assert_text (spz_date_format (SPZ_DATE_NONE, SPZ_DATE_STYLE_LONG), "");

  assert_text (spz_date_format_precision (date, SPZ_PRECISION_DAY), "8 February 2021");
  assert_text (spz_date_format_precision (date, SPZ_PRECISION_WEEK), "W6/2021");
  assert_text (spz_date_format_precision (date, SPZ_PRECISION_MONTH), "February 2021");
  assert_text (spz_date_format_precision (date, SPZ_PRECISION_QUARTER), "Q1 2021");
  assert_text (spz_date_format_precision (date, SPZ_PRECISION_HALF), "H1 2021");
  assert_text (spz_date_format_precision (date, SPZ_PRECISION_YEAR), "2021");
  assert_text (spz_date_format_precision (SPZ_DATE_NONE, SPZ_PRECISION_YEAR), "");
}

static void
test_today (void)
{
  int year;

  spz_date_get (spz_date_today (), &year, NULL, NULL);
  g_assert_cmpint (year, >=, 2024);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date/every-day", test_every_day);
  g_test_add_func ("/date/limits", test_limits);
  g_test_add_func ("/date/parse-iso", test_parse_iso);
  g_test_add_func ("/date/add-months", test_add_months);
  g_test_add_func ("/date/iso-week", test_iso_week);
  g_test_add_func ("/date/format", test_format);
  g_test_add_func ("/date/today", test_today);

  return g_test_run ();
}
