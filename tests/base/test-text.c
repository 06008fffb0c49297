/* test-text.c: helpers for text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "spz-text-find.h"
#include "spz-text.h"

static void
assert_text (char       *text,
             const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static gboolean
found (const char *text,
       const char *query)
{
  g_autofree char *folded_text = spz_text_fold (text);
  g_autofree char *folded_query = spz_text_fold (query);

  return spz_text_matches (folded_text, folded_query);
}

static void
test_squeeze (void)
{
  assert_text (spz_text_squeeze (NULL), "");
  assert_text (spz_text_squeeze (" \n\t "), "");
  assert_text (spz_text_squeeze ("  a \n b\tc  "), "a b c");
  assert_text (spz_text_squeeze ("42,3\xC2\xA0%"), "42,3\xC2\xA0%");
  assert_text (spz_text_squeeze ("a\xE2\x80\x83" "b"), "a b");
}

static void
test_search (void)
{
  assert_text (spz_text_fold ("Ma\xC3\x9Fnahmen  B\xC3\x9CRO"), "massnahmen buro");
  assert_text (spz_text_fold ("\xEF\xAC\x81nden"), "finden");
  assert_text (spz_text_fold ("Ent\xC2\xADwurf"), "entwurf");
  assert_text (spz_text_fold ("\xFF"), "");
  assert_text (spz_text_fold (NULL), "");

  g_assert_true (found ("Ma\xC3\x9Fnahmen im B\xC3\xBCro", "massnahmen"));
  g_assert_true (found ("Ma\xC3\x9Fnahmen im B\xC3\xBCro", "buro ma\xC3\x9Fn"));
  g_assert_true (found ("Schriftgutverwaltung", "gut VERWALT"));
  g_assert_true (found ("etwas", ""));
  g_assert_true (found ("", " "));
  g_assert_false (found ("Schriftgutverwaltung", "gut ordnung"));
  g_assert_false (found ("", "x"));
}

static void
test_ellipsize (void)
{
  assert_text (spz_text_ellipsize ("kurz", 10), "kurz");
  assert_text (spz_text_ellipsize ("genau zehn", 10), "genau zehn");
  assert_text (spz_text_ellipsize ("elektronische Schriftgutverwaltung", 18), "elektronische…");
  assert_text (spz_text_ellipsize ("Schriftgutverwaltung", 8), "Schrift…");
  assert_text (spz_text_ellipsize ("\xC3\xA4\xC3\xB6\xC3\xBC\xC3\x9F", 3), "\xC3\xA4\xC3\xB6…");
  assert_text (spz_text_ellipsize ("ab", 1), "…");
  assert_text (spz_text_ellipsize ("ab", 0), "");
  assert_text (spz_text_ellipsize (NULL, 5), "");
}

static void
test_words (void)
{
  g_assert_cmpuint (spz_text_count_words (NULL), ==, 0);
  g_assert_cmpuint (spz_text_count_words ("– • ➔"), ==, 0);
  g_assert_cmpuint (spz_text_count_words ("Home-Office: 483 + 130 = 613"), ==, 4);
  g_assert_cmpuint (spz_text_count_words (" eins\nzwei  drei "), ==, 3);
}

static void
test_number (void)
{
  assert_text (spz_text_format_number (1449, 0), "1,449");
  assert_text (spz_text_format_number (42.3, 1), "42.3");
  assert_text (spz_text_format_number (42.25, -1), "42.25");
  assert_text (spz_text_format_number (613, -1), "613");
  assert_text (spz_text_format_number (1234567.891, 2), "1,234,567.89");
  assert_text (spz_text_format_number (-1234, 0), "\xE2\x88\x92" "1,234");
  assert_text (spz_text_format_number (-0.001, 1), "0.0");
  assert_text (spz_text_format_number (0, -1), "0");
  assert_text (spz_text_format_number (100, -1), "100");
  assert_text (spz_text_format_number (999999.5, 0), "1,000,000");
  assert_text (spz_text_format_number (0.0 / 0.0, 1), "–");
}

static void
test_parse_number (void)
{
  static const double numbers[] = { 0, 613, 1449, -1234, 42.3, 1234567.89, -0.5 };
  double value = -1;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = spz_text_format_number (numbers[i], -1);

      g_assert_true (spz_text_parse_number (text, &value));
      g_assert_cmpfloat (value, ==, numbers[i]);
    }

  g_assert_true (spz_text_parse_number (" 1 449 ", &value));
  g_assert_cmpfloat (value, ==, 1449);
  g_assert_true (spz_text_parse_number ("-12", &value));
  g_assert_cmpfloat (value, ==, -12);

  g_assert_false (spz_text_parse_number (NULL, &value));
  g_assert_false (spz_text_parse_number ("", &value));
  g_assert_false (spz_text_parse_number ("-", &value));
  g_assert_false (spz_text_parse_number ("12 Stück", &value));
  g_assert_false (spz_text_parse_number ("1.2.3", &value));
  g_assert_false (spz_text_parse_number ("42,3", &value));
  g_assert_false (spz_text_parse_number ("1,44", &value));
  g_assert_false (spz_text_parse_number (",449", &value));
  g_assert_false (spz_text_parse_number ("0.1,449", &value));
  g_assert_false (spz_text_parse_number ("4-2", &value));
  g_assert_cmpfloat (value, ==, -12);
}

static void
test_spoken (void)
{
  static const struct
  {
    const char *text;
    guint       words;
  } cases[] = {
    { NULL, 0 }, { "– • ➔", 0 }, { "eins\nzwei  drei ", 3 }, { "E-Government-Strategie", 3 },
    { "613", 3 }, { "1.449", 4 }, { "2021", 3 }, { "100", 1 }, { "0", 1 }, { "42,3 %", 5 }, { "§ 3", 2 },
    { "08.02.2021", 5 }, { "17:00 Uhr", 3 }, { "OZG", 3 }, { "VPN/RDP", 6 }, { "IGEL", 1 }, { "u.a.", 2 },
    { "FB 40", 3 }, { "Q1/2021", 5 }, { "Mitarbeitende (42,3 % der", 7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (spz_text_count_spoken (cases[i].text), ==, cases[i].words);
}

static void
test_find (void)
{
  static const struct
  {
    const char *text;
    const char *query;
    int         start;
    int         end;
    guint       n;
  } cases[] = {
    { "Maßnahmen für das Büro", "massnahmen", 0, 9, 1 },
    { "Maßnahmen für das Büro", "BURO", 18, 22, 1 },
    { "Straße", "ss", 4, 5, 1 },
    { "DMS, dms und Dms", "dms", 0, 3, 3 },
    { "aaaa", "aa", 0, 2, 2 },
    { "im 2. Halbjahr", "2. halb", 3, 10, 1 },
    { "E-Akte", "", 0, 0, 0 },
    { "", "E-Akte", 0, 0, 0 },
    { "👩‍💼 prüft", "prüft", 4, 9, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) found = spz_text_find (cases[i].text, cases[i].query);

      g_assert_cmpuint (found->len, ==, cases[i].n);
      if (found->len == 0)
        continue;
      g_assert_cmpint (g_array_index (found, SpzTextRange, 0).start, ==, cases[i].start);
      g_assert_cmpint (g_array_index (found, SpzTextRange, 0).end, ==, cases[i].end);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/squeeze", test_squeeze);
  g_test_add_func ("/text/search", test_search);
  g_test_add_func ("/text/ellipsize", test_ellipsize);
  g_test_add_func ("/text/words", test_words);
  g_test_add_func ("/text/number", test_number);
  g_test_add_func ("/text/parse-number", test_parse_number);
  g_test_add_func ("/text/spoken", test_spoken);
  g_test_add_func ("/text/find", test_find);

  return g_test_run ();
}
