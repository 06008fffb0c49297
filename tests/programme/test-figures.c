/* test-figures.c: key figures and their arithmetic
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <math.h>

#include "spz-figure-texts.h"
#include "spz-figures.h"
#include "spz-fixture.h"

#define ADD_TEST(path, function) \
  g_test_add ("/figures/" path, SpzFixture, NULL, spz_fixture_set_up, function, spz_fixture_tear_down)

#define AS_OF (spz_date_new (2021, 2, 8))

static SpzFigure *
add_figure (SpzFixture *fixture,
            const char *symbol,
            const char *formula)
{
  return spz_fixture_add (fixture, SPZ_TYPE_FIGURE, "title", symbol, "symbol", symbol, "formula", formula, NULL);
}

static void
add_value (SpzFixture *fixture,
           SpzFigure  *figure,
           SpzDate     date,
           double      value)
{
  g_assert_nonnull (spz_fixture_add (fixture, SPZ_TYPE_FIGURE_VALUE,
                                     "figure", spz_record_get_id (SPZ_RECORD (figure)),
                                     "date", date, "value", value, NULL));
}

/* The Home-Office update of 8 February 2021 */
static void
test_home_office (SpzFixture    *fixture,
                  gconstpointer  data)
{
  SpzFigure *first = add_figure (fixture, "erste_tranche", "");
  SpzFigure *second = add_figure (fixture, "zweite_tranche", "");
  SpzFigure *pilot = add_figure (fixture, "pilot", "");
  SpzFigure *total = add_figure (fixture, "gesamt", "erste_tranche + zweite_tranche + pilot");
  g_autoptr (GError) error = NULL;
  g_autofree char *arithmetic = NULL;

  add_value (fixture, first, AS_OF, 483);
  add_value (fixture, second, AS_OF, 92);
  add_value (fixture, pilot, AS_OF, 38);
  add_value (fixture, total, AS_OF, 613);

  g_assert_true (spz_figure_check (fixture->programme, total, AS_OF, &error));
  arithmetic = spz_figure_format_arithmetic (fixture->programme, total, AS_OF);
  g_assert_cmpstr (arithmetic, ==, "483 + 92 + 38 = 613");

  add_value (fixture, second, AS_OF, 93);
  g_assert_false (spz_figure_check (fixture->programme, total, AS_OF, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "613"));
  g_assert_nonnull (strstr (error->message, "614"));
}

static void
test_share (SpzFixture    *fixture,
            gconstpointer  data)
{
  SpzFigure *part = add_figure (fixture, "teil", "");
  SpzFigure *staff = add_figure (fixture, "personal", "");
  SpzFigure *share = spz_fixture_add (fixture, SPZ_TYPE_FIGURE, "title", "Anteil", "symbol", "anteil", "unit", "%",
                                      "decimals", (gint64) 1, "formula", "100 * teil / personal", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  double number;

  add_value (fixture, part, AS_OF, 613);
  add_value (fixture, staff, AS_OF, 1449);
  g_assert_true (spz_figure_get_number (fixture->programme, share, AS_OF, &number, &error));
  g_assert_cmpfloat_with_epsilon (number, 42.305, 0.001);

  /* Half a unit of what is shown is rounding */
  add_value (fixture, share, AS_OF, 42.3);
  g_assert_true (spz_figure_check (fixture->programme, share, AS_OF, &error));
  text = spz_figure_format_number (share, 42.3);
  g_assert_cmpstr (text, ==, "42.3\302\240%");
}

/* What is printed must add up: numbers in a formula stay as they are written */
static void
test_written_numbers (SpzFixture    *fixture,
                      gconstpointer  data)
{
  SpzFigure *staff = add_figure (fixture, "personal", "");
  SpzFigure *quarter = add_figure (fixture, "viertel", "personal * 0.255 - 1");
  g_autofree char *arithmetic = NULL;

  add_value (fixture, staff, AS_OF, 1000);
  arithmetic = spz_figure_format_arithmetic (fixture->programme, quarter, AS_OF);
  g_assert_cmpstr (arithmetic, ==, "1,000 × 0.255 − 1 = 254");
}

static void
test_dates (SpzFixture    *fixture,
            gconstpointer  data)
{
  SpzFigure *figure = add_figure (fixture, "plätze", "");
  SpzDate since;
  double change, number;
  g_autoptr (GError) error = NULL;

  g_assert_false (spz_figure_get_number (fixture->programme, figure, AS_OF, &number, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_NOT_FOUND);

  add_value (fixture, figure, spz_date_new (2021, 2, 8), 613);
  add_value (fixture, figure, spz_date_new (2020, 11, 2), 400);
  add_value (fixture, figure, spz_date_new (2021, 6, 1), 867);

  g_assert_cmpfloat (spz_figure_get_value (fixture->programme, figure, AS_OF)->value, ==, 613);
  g_assert_true (spz_figure_get_change (fixture->programme, figure, AS_OF, &change, &since));
  g_assert_cmpfloat (change, ==, 213);
  g_assert_cmpint (since, ==, spz_date_new (2020, 11, 2));
  g_assert_null (spz_figure_get_value (fixture->programme, figure, spz_date_new (2020, 1, 1)));
}

static void
test_bad_formulas (SpzFixture    *fixture,
                   gconstpointer  data)
{
  const char *formulas[] = {
    "a +", "(a", "a b", "a / 0", "unbekannt", "krumm", "+", "a)", "1 2", "ä ö", "((((((((((((((((((((1))))))))))))))))))))",
    "--------------------------1",
  };
  SpzFigure *a = add_figure (fixture, "a", "");
  SpzFigure *round_1 = add_figure (fixture, "kreis1", "kreis2 + 1");
  double number;

  add_value (fixture, a, AS_OF, 1);
  add_figure (fixture, "kreis2", "kreis1 + 1");

  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      SpzFigure *bad = add_figure (fixture, "krumm", formulas[i]);
      g_autoptr (GError) error = NULL;

      g_assert_false (spz_figure_compute (fixture->programme, bad, AS_OF, &number, &error));
      g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
      g_assert_true (spz_programme_remove (fixture->programme, bad, NULL));
    }

  {
    g_autoptr (GError) error = NULL;

    g_assert_false (spz_figure_compute (fixture->programme, round_1, AS_OF, &number, &error));
    g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  }

  {
    SpzFigure *good = add_figure (fixture, "gut", "-(a + 2) * 3 - -4 / 2");
    g_autoptr (GError) error = NULL;

    g_assert_true (spz_figure_compute (fixture->programme, good, AS_OF, &number, &error));
    g_assert_cmpfloat (number, ==, -7);
  }
}

/* Figures that name the next one many times each: all ways through them are
 * more than could ever be gone */
static void
test_many_ways (SpzFixture    *fixture,
                gconstpointer  data)
{
  const guint n_levels = 14;
  SpzFigure *top = NULL;
  SpzFigure *bottom = NULL;
  g_autoptr (GError) error = NULL;
  double number;

  for (guint i = 0; i < n_levels; i++)
    {
      g_autofree char *symbol = g_strdup_printf ("s%u", i);
      g_autoptr (GString) formula = g_string_new ("0");

      for (guint j = 0; j < 50 && i + 1 < n_levels; j++)
        g_string_append_printf (formula, " + s%u", i + 1);
      bottom = add_figure (fixture, symbol, formula->str);
      if (i == 0)
        top = bottom;
    }
  add_value (fixture, bottom, AS_OF, 1);

  g_assert_true (spz_figure_compute (fixture->programme, top, AS_OF, &number, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (number / pow (50, n_levels - 1), 1, 1e-9);
}

static void
test_mentions (SpzFixture    *fixture,
               gconstpointer  data)
{
  SpzFigure *capable = add_figure (fixture, "faehig", "");
  SpzActionField *field = spz_fixture_add (fixture, SPZ_TYPE_ACTION_FIELD, "title", "modernes Arbeiten", NULL);
  gint64 id = spz_record_get_id (SPZ_RECORD (field));
  SpzPoint *point = spz_fixture_add (fixture, SPZ_TYPE_POINT, "action-field", id,
                                     "title", "Davon sind {#faehig} **Homeoffice-fähig**", NULL);
  g_autoptr (GPtrArray) found = NULL;

  spz_fixture_add (fixture, SPZ_TYPE_POINT, "action-field", id, "title", "\\{faehig} {unfaehig} faehig", NULL);
  found = spz_figure_find_mentions (fixture->programme, capable);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (g_ptr_array_index (found, 0) == point);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_TEST ("home-office", test_home_office);
  ADD_TEST ("share", test_share);
  ADD_TEST ("written-numbers", test_written_numbers);
  ADD_TEST ("dates", test_dates);
  ADD_TEST ("bad-formulas", test_bad_formulas);
  ADD_TEST ("many-ways", test_many_ways);
  ADD_TEST ("mentions", test_mentions);

  return g_test_run ();
}
