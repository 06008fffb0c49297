/* test-spelling.c: which words are underlined
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-spelling.h"

#include <glib/gstdio.h>

static void
assert_wrong (SpzSpelling *spelling,
              const char  *text,
              const char  *expected)
{
  g_autoptr (GArray) ranges = spz_spelling_check (spelling, text);
  g_autoptr (GString) wrong = g_string_new (NULL);

  for (guint i = 0; i < ranges->len; i++)
    {
      const SpzSpellingRange *range = &g_array_index (ranges, SpzSpellingRange, i);
      g_autofree char *word = g_utf8_substring (text, range->start, range->end);

      g_string_append_printf (wrong, "%s%s", i > 0 ? " " : "", word);
    }

  g_assert_cmpstr (wrong->str, ==, expected);
}

static void
test_ranges (void)
{
  static const char *const german[] = { "de_DE.UTF-8", "de_DE", NULL };
  g_autoptr (SpzSpelling) spelling = spz_spelling_new (german);

  g_assert_nonnull (spelling);
  assert_wrong (spelling, "", "");
  assert_wrong (spelling, "Die Ausschreibung läuft schohn.", "schohn");
  assert_wrong (spelling, "Zuschlähge, „Verträhge“ – und (fehlerhafft)", "Zuschlähge Verträhge fehlerhafft");
  assert_wrong (spelling, "🙂 Überr uns", "Überr");

  /* What is no prose */
  assert_wrong (spelling, "DMS, OZG, eAkte, Q1 2021, 3xyzq, https://xyzq.example/qqq, a.bxyzq@example.org, x", "");
  /* What German offices write */
  assert_wrong (spelling, "Bürger*innen, Mitarbeiter:innen, Schulungs- und Fortbildungskonzept, Maß\u00ADnahmen", "");
  assert_wrong (spelling, "Geht’s, geht's", "");
}

static void
test_own_words (void)
{
  g_autoptr (SpzSpelling) spelling = spz_spelling_new (NULL);
  g_auto (GStrv) suggestions = NULL;

  g_assert_nonnull (spelling);
  suggestions = spz_spelling_suggest (spelling, "Ausschreibumg", 5);
  g_assert_true (g_strv_contains ((const char *const *) suggestions, "Ausschreibung"));
  g_assert_cmpuint (g_strv_length (suggestions), <=, 5);

  assert_wrong (spelling, "Xyzqua und Qyzxua", "Xyzqua Qyzxua");
  spz_spelling_ignore (spelling, "Qyzxua");
  assert_wrong (spelling, "Xyzqua und Qyzxua", "Xyzqua");
  spz_spelling_learn (spelling, "Xyzqua");
  assert_wrong (spelling, "Xyzqua und Qyzxua", "");

  /* One is kept, the other is not */
  g_clear_pointer (&spelling, spz_spelling_free);
  spelling = spz_spelling_new (NULL);
  assert_wrong (spelling, "Xyzqua und Qyzxua", "Qyzxua");
}

/* What roles and fields are called is right, as long as they are called so */
static void
test_names (void)
{
  g_autoptr (SpzSpelling) spelling = spz_spelling_new (NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_add (names, (gpointer) "Ausschuss Wyxquab/Quwyxab (Neu)");
  assert_wrong (spelling, "Der Wyxquab und die Quwyxab", "Wyxquab Quwyxab");
  g_assert_true (spz_spelling_set_names (spelling, names));
  g_assert_false (spz_spelling_set_names (spelling, names));
  assert_wrong (spelling, "Der Wyxquab und die Quwyxab", "");

  g_ptr_array_set_size (names, 0);
  g_assert_true (spz_spelling_set_names (spelling, names));
  assert_wrong (spelling, "Der Wyxquab und die Quwyxab", "Wyxquab Quwyxab");

  /* The dictionary has it with its full stop */
  assert_wrong (spelling, "weitere Notebooks bzw. andere", "");
}

static void
test_languages (void)
{
  static const char *const unknown[] = { "C", "xx_XX", "tlh", NULL };
  g_autoptr (SpzSpelling) spelling = spz_spelling_new (unknown);

  /* German where there is nothing else */
  g_assert_nonnull (spelling);
  assert_wrong (spelling, "Die Ausschreibung", "");
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *directory = g_dir_make_tmp ("spz-spelling-XXXXXX", NULL);
  g_autoptr (GDir) files = NULL;
  const char *name;
  int result;

  /* The user's own words are not the tests' */
  g_setenv ("ENCHANT_CONFIG_DIR", directory, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/spelling/ranges", test_ranges);
  g_test_add_func ("/spelling/own-words", test_own_words);
  g_test_add_func ("/spelling/names", test_names);
  g_test_add_func ("/spelling/languages", test_languages);
  result = g_test_run ();

  files = g_dir_open (directory, 0, NULL);
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (directory, name, NULL);

      g_unlink (path);
    }
  g_rmdir (directory);

  return result;
}
