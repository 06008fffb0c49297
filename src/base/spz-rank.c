/* spz-rank.c: fractional positions
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A rank is a whole number followed by a fraction, both in base 62, written
 * so that strcmp() sorts them. The first character says how many digits the
 * whole number has: 'a' one, 'b' two … for the upper half; 'Z' one, 'Y' two …
 * for the lower half. Appending and prepending count the whole number, so a
 * rank's length grows with the logarithm of the rows; inserting between
 * lengthens the fraction. The last digit is never the lowest one, else nothing
 * would fit between "a" and "a0". The scheme is David Greenspan's
 * "Implementing fractional indexing".
 */

#include "config.h"

#include "spz-rank.h"

#include <string.h>

#define BASE 62

static const char digits[] =
  "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

static int
digit_value (char c)
{
  const char *at = c != '\0' ? strchr (digits, c) : NULL;

  return at != NULL ? (int) (at - digits) : -1;
}

/* The length of the whole number, with the character that announces it; 0 for
 * a text that is no rank of this scheme (another program may have written it). */
static size_t
whole_length (const char *rank)
{
  size_t length;

  if (g_ascii_islower (rank[0]))
    length = rank[0] - 'a' + 2;
  else if (g_ascii_isupper (rank[0]))
    length = 'Z' - rank[0] + 2;
  else
    return 0;

  return strlen (rank) >= length ? length : 0;
}

/* The digits of the whole number may be any, but the last is never the lowest. */
static int
lowest_at (size_t i,
           size_t length)
{
  return i + 1 == length ? 1 : 0;
}

/* The number of as many digits as @first announces, all of them @digit but the last. */
static char *
whole_new (char first,
           char digit,
           char last)
{
  size_t length = first >= 'a' ? first - 'a' + 2 : 'Z' - first + 2;
  char *whole = g_malloc0 (length + 1);

  memset (whole, digit, length);
  whole[0] = first;
  whole[length - 1] = last;

  return whole;
}

/* The next whole number, or NULL after the last one. */
static char *
whole_next (const char *rank,
            size_t      length)
{
  g_autofree char *next = g_strndup (rank, length);

  for (size_t i = length - 1; i > 0; i--)
    {
      int value = digit_value (next[i]);

      if (value < BASE - 1)
        {
          next[i] = digits[value + 1];
          return g_steal_pointer (&next);
        }
      next[i] = digits[lowest_at (i, length)];
    }

  if (next[0] == 'z')
    return NULL;
  if (next[0] == 'Z')
    return g_strdup ("a1");

  return whole_new (next[0] + 1, '0', '1');
}

/* The whole number before, or NULL before the first one. */
static char *
whole_previous (const char *rank,
                size_t      length)
{
  g_autofree char *previous = g_strndup (rank, length);

  for (size_t i = length - 1; i > 0; i--)
    {
      int value = digit_value (previous[i]);

      if (value > lowest_at (i, length))
        {
          previous[i] = digits[value - 1];
          return g_steal_pointer (&previous);
        }
      previous[i] = digits[BASE - 1];
    }

  if (previous[0] == 'A')
    return NULL;
  if (previous[0] == 'a')
    return g_strdup ("Zz");

  return whole_new (previous[0] - 1, 'z', 'z');
}

/* A fraction strictly between two, of which the first may be "" (zero) and the
 * second NULL (one). Appends to @result. */
static void
append_middle (GString    *result,
               const char *before,
               const char *after)
{
  for (;;)
    {
      int low = *before != '\0' ? MAX (digit_value (*before), 0) : 0;
      int high = after != NULL && *after != '\0' ? MAX (digit_value (*after), 0) : BASE;

      if (high - low > 1)
        {
          g_string_append_c (result, digits[(low + high) / 2]);
          return;
        }

      /* An upper bound that goes on leaves its first digit alone below it. */
      if (high - low == 1 && high < BASE && after[1] != '\0')
        {
          g_string_append_c (result, digits[high]);
          return;
        }

      g_string_append_c (result, digits[low]);

      /* Once below the upper bound, it bounds no more. */
      if (after != NULL && high == low)
        after++;
      else
        after = NULL;

      if (*before != '\0')
        before++;
    }
}

/**
 * spz_rank_between:
 * @before: (nullable): the rank before, or %NULL for the beginning
 * @after: (nullable): the rank after, or %NULL for the end
 *
 * Makes a rank that sorts after @before and before @after.
 *
 * Ranks appended or prepended one after the other stay short: ten thousand need
 * four characters. Where @before doesn't sort before @after, as two rows from
 * merged files might have it, the new rank sorts after @before.
 *
 * Returns: (transfer full): the rank; it never ends in the lowest digit
 */
char *
spz_rank_between (const char *before,
                  const char *after)
{
  g_autoptr (GString) result = g_string_new (NULL);
  g_autofree char *whole = NULL;
  size_t before_length, after_length;

  if (before != NULL && *before == '\0')
    before = NULL;
  if (after != NULL && (*after == '\0' || (before != NULL && strcmp (before, after) >= 0)))
    after = NULL;

  before_length = before != NULL ? whole_length (before) : 0;
  after_length = after != NULL ? whole_length (after) : 0;

  if (before == NULL && after == NULL)
    return g_strdup ("a1");

  if (before_length > 0 && after_length == before_length &&
      strncmp (before, after, before_length) == 0)
    {
      g_string_append_len (result, before, before_length);
      append_middle (result, before + before_length, after + after_length);
      return g_string_free (g_steal_pointer (&result), FALSE);
    }

  if (before_length > 0)
    {
      whole = whole_next (before, before_length);
      if (whole != NULL && (after == NULL || strcmp (whole, after) < 0))
        return g_steal_pointer (&whole);

      g_string_append_len (result, before, before_length);
      append_middle (result, before + before_length, NULL);
      return g_string_free (g_steal_pointer (&result), FALSE);
    }

  if (before == NULL && after_length > 0)
    {
      whole = whole_previous (after, after_length);
      if (whole != NULL)
        return g_steal_pointer (&whole);
    }

  /* A text of another scheme: a fraction like any other. */
  append_middle (result, before != NULL ? before : "", after);

  return g_string_free (g_steal_pointer (&result), FALSE);
}

/**
 * spz_rank_nth:
 * @index: a position, from 0
 *
 * The rank of the row at @index when many rows are created at once. The ranks
 * are those which appending one by one with spz_rank_between() would give.
 *
 * Returns: (transfer full): the rank
 */
char *
spz_rank_nth (guint index)
{
  guint64 rest = index;
  guint64 count = BASE - 1;
  size_t length = 2;
  g_autofree char *rank = NULL;

  /* Of each length there are 61 × 62 × 62 … */
  while (rest >= count)
    {
      rest -= count;
      count *= BASE;
      length++;
    }

  rank = g_malloc0 (length + 1);
  rank[0] = 'a' + (char) (length - 2);
  rank[length - 1] = digits[rest % (BASE - 1) + 1];
  rest /= BASE - 1;
  for (size_t i = length - 2; i > 0; i--)
    {
      rank[i] = digits[rest % BASE];
      rest /= BASE;
    }

  return g_steal_pointer (&rank);
}
