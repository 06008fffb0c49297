/* test-german.c: dates and numbers in German
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <libintl.h>
#include <locale.h>

#include "spz-date.h"
#include "spz-text.h"

static void
assert_text (char       *text,
             const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_dates (void)
{
  SpzDate date = spz_date_new (2021, 2, 8);

  assert_text (spz_date_format (date, SPZ_DATE_STYLE_LONG), "8. Februar 2021");
  assert_text (spz_date_format (date, SPZ_DATE_STYLE_SHORT), "08.02.2021");
  assert_text (spz_date_format (date, SPZ_DATE_STYLE_WEEKDAY), "Montag, 8. Februar 2021");
  assert_text (spz_date_format (date, SPZ_DATE_STYLE_MONTH), "Februar 2021");
  assert_text (spz_date_format_precision (date + 7, SPZ_PRECISION_WEEK), "KW 7/2021");
  assert_text (spz_date_format_precision (date, SPZ_PRECISION_QUARTER), "Q1 2021");
  assert_text (spz_date_format_precision (date, SPZ_PRECISION_HALF), "1. Halbjahr 2021");
  assert_text (spz_date_format_precision (date, SPZ_PRECISION_YEAR), "2021");
}

static void
test_periods (void)
{
  SpzDate start = spz_date_new (2020, 1, 1);

  assert_text (spz_period_format (start, spz_date_new (2020, 12, 31), SPZ_PRECISION_QUARTER),
               "Q1 bis Q4 2020");
  assert_text (spz_period_format (start, spz_date_new (2022, 6, 30), SPZ_PRECISION_QUARTER),
               "Q1 2020 bis Q2 2022");
  assert_text (spz_period_format (start, SPZ_DATE_NONE, SPZ_PRECISION_QUARTER), "ab Q1 2020");

  /* What is written in German is read in German. */
  for (SpzDate date = start; date < start + 400; date++)
    for (int precision = SPZ_PRECISION_DAY; precision <= SPZ_PRECISION_YEAR; precision++)
      {
        g_autofree char *text = spz_date_format_precision (date, precision);
        SpzPrecision read;

        g_assert_true (spz_period_parse (text, NULL, NULL, &read));
        g_assert_cmpint (read, ==, precision);
      }
}

static void
test_numbers (void)
{
  assert_text (spz_text_format_number (1449, 0), "1.449");
  assert_text (spz_text_format_number (42.3, 1), "42,3");
  assert_text (spz_text_format_number (1234567.5, -1), "1.234.567,5");
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *translations = NULL;

  g_test_init (&argc, &argv, NULL);

  g_assert_true (g_setenv ("LANGUAGE", "de", TRUE));
  setlocale (LC_ALL, "");
  translations = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "..", "po", NULL);
  bindtextdomain (GETTEXT_PACKAGE, translations);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  g_test_add_func ("/german/dates", test_dates);
  g_test_add_func ("/german/periods", test_periods);
  g_test_add_func ("/german/numbers", test_numbers);

  return g_test_run ();
}
