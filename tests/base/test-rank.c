/* test-rank.c: fractional positions
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "spz-rank.h"

#include <string.h>

static void
assert_rank (const char *rank)
{
  g_assert_cmpuint (strlen (rank), >, 0);
  g_assert_cmpint (rank[strlen (rank) - 1], !=, '0');
  for (const char *p = rank; *p != '\0'; p++)
    g_assert_true (g_ascii_isalnum (*p));
}

static const char *
rank_at (GPtrArray *ranks,
         guint      i)
{
  return i < ranks->len ? g_ptr_array_index (ranks, i) : NULL;
}

static gsize
insert (GPtrArray *ranks,
        guint      at)
{
  char *rank = spz_rank_between (at > 0 ? rank_at (ranks, at - 1) : NULL, rank_at (ranks, at));

  assert_rank (rank);
  g_ptr_array_insert (ranks, at, rank);

  return strlen (rank);
}

static void
assert_ordered (GPtrArray *ranks)
{
  for (guint i = 1; i < ranks->len; i++)
    g_assert_cmpint (strcmp (rank_at (ranks, i - 1), rank_at (ranks, i)), <, 0);
}

static void
test_random (void)
{
  g_autoptr (GPtrArray) ranks = g_ptr_array_new_with_free_func (g_free);
  gsize longest = 0;

  for (guint i = 0; i < 10000; i++)
    longest = MAX (longest, insert (ranks, g_test_rand_int_range (0, ranks->len + 1)));

  assert_ordered (ranks);
  g_test_message ("longest: %" G_GSIZE_FORMAT, longest);
  g_assert_cmpuint (longest, <=, 16);
}

static void
test_ends (void)
{
  g_autoptr (GPtrArray) ranks = g_ptr_array_new_with_free_func (g_free);
  gsize longest = 0;

  for (guint i = 0; i < 10000; i++)
    longest = MAX (longest, insert (ranks, ranks->len));
  for (guint i = 0; i < 10000; i++)
    longest = MAX (longest, insert (ranks, 0));

  assert_ordered (ranks);
  g_assert_cmpuint (longest, <=, 4);
}

/* The worst there is: always between the same two neighbours. */
static void
test_same_place (void)
{
  for (int step = 0; step <= 1; step++)
    {
      g_autoptr (GPtrArray) ranks = g_ptr_array_new_with_free_func (g_free);

      insert (ranks, 0);
      insert (ranks, 1);
      for (guint i = 0; i < 500; i++)
        g_assert_cmpuint (insert (ranks, step == 0 ? 1 : ranks->len - 1), <=, 3 + i / 5 + 1);
      assert_ordered (ranks);
    }
}

static void
test_nth (void)
{
  g_autofree char *appended = NULL;

  for (guint i = 0; i < 300000; i++)
    {
      g_autofree char *rank = spz_rank_nth (i);
      g_autofree char *next = spz_rank_between (appended, NULL);

      g_assert_cmpstr (rank, ==, next);
      g_free (appended);
      appended = g_steal_pointer (&next);
    }

  {
    g_autofree char *last = spz_rank_nth (G_MAXUINT);
    g_autofree char *before_last = spz_rank_nth (G_MAXUINT - 1);

    assert_rank (last);
    g_assert_cmpint (strcmp (before_last, last), <, 0);
  }
}

/* Ranks another program wrote, and ones that are not in order. */
static void
test_foreign (void)
{
  static const char *const foreign[] = {
    "0001", "01", "1", "5", "9z", "A", "Ab", "a", "a1", "a1V", "az", "b", "bz", "zz", "zzzzz",
  };

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    for (guint j = i + 1; j < G_N_ELEMENTS (foreign); j++)
      {
        g_autofree char *between = spz_rank_between (foreign[i], foreign[j]);
        g_autofree char *swapped = spz_rank_between (foreign[j], foreign[i]);

        g_assert_cmpint (strcmp (foreign[i], between), <, 0);
        g_assert_cmpint (strcmp (between, foreign[j]), <, 0);
        g_assert_cmpint (strcmp (foreign[j], swapped), <, 0);
        assert_rank (between);
        assert_rank (swapped);
      }

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_autofree char *before = spz_rank_between (NULL, foreign[i]);
      g_autofree char *after = spz_rank_between (foreign[i], NULL);

      g_assert_cmpint (strcmp (before, foreign[i]), <, 0);
      g_assert_cmpint (strcmp (foreign[i], after), <, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rank/random", test_random);
  g_test_add_func ("/rank/ends", test_ends);
  g_test_add_func ("/rank/same-place", test_same_place);
  g_test_add_func ("/rank/nth", test_nth);
  g_test_add_func ("/rank/foreign", test_foreign);

  return g_test_run ();
}
