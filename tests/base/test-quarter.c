/* test-quarter.c: quarters of a year
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "spz-quarter.h"

/* Every day lies in exactly one quarter, and the quarters follow each other. */
static void
test_cover (void)
{
  for (int fiscal_start = 1; fiscal_start <= 12; fiscal_start++)
    for (SpzDate date = spz_date_new (2019, 1, 1); date < spz_date_new (2023, 1, 1); date++)
      {
        SpzQuarter quarter = spz_quarter_from_date (date, fiscal_start);

        g_assert_cmpint (spz_quarter_get_start (quarter, fiscal_start), <=, date);
        g_assert_cmpint (spz_quarter_get_end (quarter, fiscal_start), >=, date);
        g_assert_cmpint (spz_quarter_get_end (quarter, fiscal_start) + 1, ==,
                         spz_quarter_get_start (quarter + 1, fiscal_start));
      }
}

static void
test_values (void)
{
  SpzQuarter quarter = SPZ_QUARTER (2021, 3);

  g_assert_cmpint (spz_quarter_get_year (quarter), ==, 2021);
  g_assert_cmpint (spz_quarter_get_number (quarter), ==, 3);
  g_assert_cmpint (spz_quarter_get_start (quarter, 1), ==, spz_date_new (2021, 7, 1));
  g_assert_cmpint (spz_quarter_get_end (quarter, 1), ==, spz_date_new (2021, 9, 30));
  g_assert_cmpint (SPZ_QUARTER (2022, 1) - quarter, ==, 2);

  /* A year from August: its first quarter of 2021 is August to October. */
  g_assert_cmpint (spz_quarter_from_date (spz_date_new (2021, 8, 1), 8), ==, SPZ_QUARTER (2021, 1));
  g_assert_cmpint (spz_quarter_from_date (spz_date_new (2021, 7, 31), 8), ==, SPZ_QUARTER (2020, 4));
  g_assert_cmpint (spz_quarter_from_date (SPZ_DATE_NONE, 1), ==, 0);
  g_assert_cmpint (spz_quarter_get_end (SPZ_QUARTER (9999, 4), 1), ==, spz_date_new (9999, 12, 31));
}

static void
test_texts (void)
{
  g_autofree char *text = spz_quarter_format (SPZ_QUARTER (2021, 3));
  g_autofree char *iso = spz_quarter_to_iso (SPZ_QUARTER (2021, 3));
  SpzDate start;

  g_assert_cmpstr (text, ==, "Q3 2021");
  g_assert_cmpstr (iso, ==, "2021-Q3");
  g_assert_true (spz_period_parse (iso, &start, NULL, NULL));
  g_assert_cmpint (start, ==, spz_date_new (2021, 7, 1));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quarter/cover", test_cover);
  g_test_add_func ("/quarter/values", test_values);
  g_test_add_func ("/quarter/texts", test_texts);

  return g_test_run ();
}
