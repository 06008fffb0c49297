/* test-csv.c: tables as comma-separated values
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-csv.h"
#include "spz-error.h"

static void
assert_row (GPtrArray  *rows,
            guint       index,
            guint       line,
            const char *joined)
{
  const SpzCsvRow *row;
  g_autofree char *cells = NULL;

  g_assert_cmpuint (index, <, rows->len);
  row = g_ptr_array_index (rows, index);
  cells = g_strjoinv ("|", row->cells);
  g_assert_cmpstr (cells, ==, joined);
  g_assert_cmpuint (row->line, ==, line);
}

static void
test_quotes (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows =
    spz_csv_parse ("a,\"b, c\",\"d \"\"e\"\"\"\r\n\"two\nlines\", x ,\r\n\r\nlast,,", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 3);
  assert_row (rows, 0, 1, "a|b, c|d \"e\"");
  assert_row (rows, 1, 2, "two\nlines|x|");
  assert_row (rows, 2, 5, "last||");
}

static void
test_separators (void)
{
  g_autoptr (GPtrArray) semicolons = spz_csv_parse ("a;b,b;c\n1;2;3\n", NULL);
  g_autoptr (GPtrArray) tabs = spz_csv_parse ("a\tb\tc,d\n", NULL);

  assert_row (semicolons, 0, 1, "a|b,b|c");
  assert_row (semicolons, 1, 2, "1|2|3");
  assert_row (tabs, 0, 1, "a|b|c,d");
}

static void
test_open_quote (void)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = spz_csv_parse ("a,b\n1,\"never closed\n", &error);

  g_assert_null (rows);
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  g_assert_nonnull (g_strstr_len (error->message, -1, "Line 2"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/quotes", test_quotes);
  g_test_add_func ("/csv/separators", test_separators);
  g_test_add_func ("/csv/open-quote", test_open_quote);

  return g_test_run ();
}
