/* test-store.c: rows, transactions and signals
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gstdio.h>

#include "spz-store-private.h"
#include "store-fixture.h"

static void
test_create (StoreFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpzStore) again = NULL;

  g_assert_cmpstr (spz_store_get_path (fixture->store), ==, fixture->path);
  g_assert_false (spz_store_get_read_only (fixture->store));
  g_assert_null (spz_store_get_undo_label (fixture->store));
  test_assert_text (test_get_title (fixture->store, "programme", 1), "");
  g_assert_cmpuint (test_count_files (fixture->folder), ==, 1);

  again = spz_store_open (fixture->path, SPZ_STORE_CREATE, &error);
  g_assert_null (again);
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_ACCESS);
  g_assert_cmpuint (test_count_files (fixture->folder), ==, 1);
}

static void
test_rows (StoreFixture  *fixture,
           gconstpointer  data)
{
  SpzStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  gint64 role, task;

  test_begin (store, "Rolle anlegen");
  g_assert_true (spz_store_in_transaction (store));
  role = test_add_titled (store, "role", "CDO");
  task = test_add_child (store, "task", "role", role, "Strategie");
  test_commit (store);
  g_assert_false (spz_store_in_transaction (store));
  g_assert_cmpstr (spz_store_get_undo_label (store), ==, "Rolle anlegen");

  test_begin (store, "Aufgabe ändern");
  test_set_title (store, "task", task, "Strategie und „Ziele“");
  test_commit (store);
  test_assert_text (test_get_title (store, "task", task), "Strategie und „Ziele“");

  store_fixture_reopen (fixture);
  store = fixture->store;
  test_assert_text (test_get_title (store, "role", role), "CDO");
  test_assert_text (test_get_title (store, "task", task), "Strategie und „Ziele“");

  test_begin (store, "Löschen");
  spz_store_delete (store, "role", role, &error);
  g_assert_no_error (error);
  g_assert_false (spz_store_delete (store, "role", role, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_NOT_FOUND);
  test_commit (store);
  test_assert_text (test_get_title (store, "task", task), NULL);
}

static void
test_values (StoreFixture  *fixture,
             gconstpointer  data)
{
  const char *columns[] = { "title", "decimals", "action_field", "unit", NULL };
  const char *value_columns[] = { "figure", "value", "date", NULL };
  const char *delivery_columns[] = { "pdf", "recipient", NULL };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a\0b", 3);
  g_autoptr (GBytes) read_bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpzCursor) cursor = NULL;
  GValue values[] = { G_VALUE_INIT, G_VALUE_INIT, G_VALUE_INIT, G_VALUE_INIT };
  gint64 figure, id;

  test_begin (fixture->store, "Werte");
  g_value_init (&values[0], G_TYPE_STRING);
  g_value_set_string (&values[0], "'); DROP TABLE figure; --");
  g_value_init (&values[1], G_TYPE_UINT);
  g_value_set_uint (&values[1], 3);
  g_value_init (&values[3], G_TYPE_STRING);
  g_value_set_string (&values[3], "");
  figure = spz_store_insert (fixture->store, "figure", columns, values, &error);
  g_assert_no_error (error);
  g_value_unset (&values[0]);
  g_value_unset (&values[1]);

  g_value_init (&values[0], G_TYPE_INT64);
  g_value_set_int64 (&values[0], figure);
  g_value_init (&values[1], G_TYPE_DOUBLE);
  g_value_set_double (&values[1], 42.3);
  id = spz_store_insert (fixture->store, "figure_value", value_columns, values, &error);
  g_assert_no_error (error);
  cursor = spz_store_read (fixture->store, "figure_value", value_columns, id, &error);
  g_assert_true (spz_cursor_next (cursor, NULL));
  g_assert_cmpint (spz_cursor_get_integer (cursor, 0), ==, id);
  g_assert_cmpint (spz_cursor_get_integer (cursor, 1), ==, figure);
  g_assert_cmpfloat (spz_cursor_get_real (cursor, 2), ==, 42.3);
  g_assert_true (spz_cursor_is_null (cursor, 3));
  g_assert_null (spz_cursor_get_text (cursor, 3));
  g_assert_false (spz_cursor_next (cursor, &error));
  g_assert_no_error (error);
  g_clear_pointer (&cursor, spz_cursor_free);
  g_value_unset (&values[0]);

  g_value_init (&values[0], G_TYPE_BYTES);
  g_value_set_boxed (&values[0], bytes);
  g_value_unset (&values[1]);
  g_value_init (&values[1], G_TYPE_STRING);
  g_value_set_string (&values[1], "Rat");
  id = spz_store_insert (fixture->store, "delivery", delivery_columns, values, &error);
  g_assert_no_error (error);
  g_value_unset (&values[0]);
  g_value_unset (&values[1]);
  g_value_unset (&values[3]);
  test_commit (fixture->store);

  cursor = spz_store_read (fixture->store, "delivery", delivery_columns, id, &error);
  g_assert_true (spz_cursor_next (cursor, NULL));
  read_bytes = spz_cursor_dup_bytes (cursor, 1);
  g_assert_true (g_bytes_equal (bytes, read_bytes));
  test_assert_text (test_get_title (fixture->store, "figure", figure),
                    "'); DROP TABLE figure; --");
}

static void
test_refused (StoreFixture  *fixture,
              gconstpointer  data)
{
  const char *no_column[] = { "titel", NULL };
  const char *columns[] = { "first_year", NULL };
  const char *texts[] = { "title", NULL };
  g_autofree char *before = test_dump (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  GValue value = G_VALUE_INIT;
  GValue text = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_INT);
  g_value_set_int (&value, 3000);
  g_value_init (&text, G_TYPE_STRING);
  g_value_set_static_string (&text, "\xff");

  test_begin (fixture->store, "Fehler");
  g_assert_false (spz_store_update (fixture->store, "programme", 1, columns, &value, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (spz_store_update (fixture->store, "programme", 1, no_column, &value, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (spz_store_update (fixture->store, "programme", 1, texts, &text, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (spz_store_insert (fixture->store, "history", NULL, NULL, &error), ==, 0);
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (spz_store_read (fixture->store, "\"; --", texts, 0, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  test_commit (fixture->store);

  after = test_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_null (spz_store_get_undo_label (fixture->store));
}

static void
test_rollback (StoreFixture  *fixture,
               gconstpointer  data)
{
  g_autofree char *before = test_dump (fixture->path);
  g_autofree char *after = NULL;

  test_begin (fixture->store, "Verworfen");
  test_add_titled (fixture->store, "role", "CDO");
  spz_store_rollback (fixture->store);
  after = test_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_null (spz_store_get_undo_label (fixture->store));

  /* Left in the middle of one */
  test_begin (fixture->store, "Verlassen");
  test_add_titled (fixture->store, "role", "CDO");
  store_fixture_reopen (fixture);
  g_free (after);
  after = test_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
}

static void
append_changes_cb (SpzStore         *store,
                   const SpzChanges *changes,
                   GString          *text)
{
  for (guint i = 0; i < changes->n_items; i++)
    g_string_append_printf (text, "%c%s%" G_GINT64_FORMAT " ",
                            "+~-"[changes->items[i].kind],
                            changes->items[i].table, changes->items[i].id);
}

static void
count_cb (SpzStore *store,
          guint    *count)
{
  (*count)++;
}

static void
assert_changes (GString    *text,
                const char *expected)
{
  g_assert_cmpstr (text->str, ==, expected);
  g_string_truncate (text, 0);
}

static void
test_signals (StoreFixture  *fixture,
              gconstpointer  data)
{
  SpzStore *store = fixture->store;
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_history = 0;
  gint64 role;

  g_signal_connect (store, "changed", G_CALLBACK (append_changes_cb), text);
  g_signal_connect (store, "history-changed", G_CALLBACK (count_cb), &n_history);

  test_begin (store, "Anlegen");
  role = test_add_titled (store, "role", "CDO");
  test_add_child (store, "task", "role", role, "Strategie");
  test_add_child (store, "role", "reports_to", role, "Programmbüro");
  g_assert_cmpstr (text->str, ==, "");
  test_commit (store);
  assert_changes (text, "+role1 +role2 +task1 ");
  g_assert_cmpuint (n_history, ==, 1);

  test_begin (store, "Nichts");
  test_set_title (store, "role", role, "CDO");
  test_commit (store);
  g_assert_cmpstr (text->str, ==, "");
  g_assert_cmpuint (n_history, ==, 1);
  g_assert_cmpstr (spz_store_get_undo_label (store), ==, "Anlegen");

  /* What goes with a row is told as well */
  test_begin (store, "Löschen");
  g_assert_true (spz_store_delete (store, "role", role, NULL));
  test_commit (store);
  assert_changes (text, "-role1 ~role2 -task1 ");

  g_assert_true (spz_store_undo (store, NULL));
  assert_changes (text, "+role1 ~role2 +task1 ");
  g_assert_true (spz_store_redo (store, NULL));
  assert_changes (text, "-role1 ~role2 -task1 ");
  g_assert_cmpuint (n_history, ==, 4);
}

static void
test_cursors (StoreFixture  *fixture,
              gconstpointer  data)
{
  SpzStore *store = fixture->store;
  const char *columns[] = { "title", NULL };
  g_autoptr (SpzCursor) outer = NULL;
  guint n_pairs = 0;

  test_begin (store, "Rollen");
  for (guint i = 0; i < 5; i++)
    test_add_titled (store, "role", "Rolle");
  test_commit (store);

  outer = spz_store_read (store, "role", columns, 0, NULL);
  for (gint64 id = 1; spz_cursor_next (outer, NULL); id++)
    {
      g_autoptr (SpzCursor) inner = spz_store_read (store, "role", columns, 0, NULL);

      g_assert_cmpint (spz_cursor_get_integer (outer, 0), ==, id);
      while (spz_cursor_next (inner, NULL))
        n_pairs++;
    }
  g_assert_cmpuint (n_pairs, ==, 25);
}

static void
test_invalid_text (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autofree char *title = NULL;

  test_sql (fixture->path, "INSERT INTO role (id, title) VALUES (1, CAST (x'41ff42' AS TEXT))");
  title = test_get_title (fixture->store, "role", 1);
  g_assert_true (g_utf8_validate (title, -1, NULL));
  g_assert_true (g_str_has_prefix (title, "A"));
}

static void
test_foreign_change (StoreFixture  *fixture,
                     gconstpointer  data)
{
  SpzStore *store = fixture->store;
  g_autoptr (GError) error = NULL;
  guint n_reloaded = 0;

  g_signal_connect (store, "reloaded", G_CALLBACK (count_cb), &n_reloaded);
  test_begin (store, "Rolle");
  test_add_titled (store, "role", "CDO");
  test_commit (store);
  g_assert_true (spz_store_refresh (store, &error));
  g_assert_cmpuint (n_reloaded, ==, 0);

  /* One is refused, so that nothing stale is written; the next one is not */
  test_sql (fixture->path, "UPDATE role SET title = 'CIO'");
  g_assert_false (spz_store_begin (store, "Zweite", NULL, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_cmpuint (n_reloaded, ==, 1);
  g_assert_false (spz_store_in_transaction (store));
  test_begin (store, "Zweite");
  test_add_titled (store, "role", "Programmbüro");
  test_commit (store);

  test_sql (fixture->path, "UPDATE role SET title = 'CXO' WHERE id = 1");
  g_assert_true (spz_store_refresh (store, &error));
  g_assert_cmpuint (n_reloaded, ==, 2);

  /* What the other one changed can't be taken back as if it had not been */
  g_assert_true (spz_store_undo (store, &error));
  g_assert_false (spz_store_undo (store, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_FAILED);
  g_clear_error (&error);
  test_assert_text (test_get_title (store, "role", 1), "CXO");

  test_begin (store, "Dritte");
  g_assert_false (spz_store_delete (store, "role", 99, NULL));
  test_add_titled (store, "role", "Arbeitskreis");
  test_commit (store);
}

static void
test_moved (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autofree char *other = store_fixture_file (fixture, "other.db");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rename (fixture->path, other), ==, 0);
  g_assert_false (spz_store_begin (fixture->store, "Verschoben", NULL, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_ACCESS);
  g_clear_error (&error);
  g_assert_false (spz_store_refresh (fixture->store, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_ACCESS);
  g_clear_error (&error);
  g_assert_cmpint (g_rename (other, fixture->path), ==, 0);
  g_assert_true (spz_store_refresh (fixture->store, &error));
}

static void
test_second_writer (StoreFixture  *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpzStore) second = spz_store_open (fixture->path, SPZ_STORE_OPEN, &error);

  g_assert_no_error (error);
  test_begin (fixture->store, "Erster");
  test_add_titled (fixture->store, "role", "CDO");
  g_assert_false (spz_store_begin (second, "Zweiter", NULL, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_BUSY);
  g_clear_error (&error);
  test_commit (fixture->store);

  g_assert_true (spz_store_refresh (second, &error));
  g_assert_cmpstr (spz_store_get_undo_label (second), ==, "Erster");
  test_begin (second, "Zweiter");
  test_add_titled (second, "role", "Programmbüro");
  test_commit (second);

  /* Both share one history */
  g_assert_true (spz_store_refresh (fixture->store, &error));
  g_assert_cmpstr (spz_store_get_undo_label (fixture->store), ==, "Zweiter");
  g_assert_true (spz_store_undo (fixture->store, &error));
  g_assert_true (spz_store_undo (fixture->store, &error));
  test_assert_text (test_get_title (fixture->store, "role", 1), NULL);
}

static void
test_read_only (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize size, size_after;

  test_begin (fixture->store, "Rolle");
  test_add_titled (fixture->store, "role", "CDO");
  test_commit (fixture->store);
  g_clear_object (&fixture->store);
  g_file_get_contents (fixture->path, &before, &size, NULL);

  fixture->store = spz_store_open (fixture->path, SPZ_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (spz_store_get_read_only (fixture->store));
  test_assert_text (test_get_title (fixture->store, "role", 1), "CDO");
  g_assert_false (spz_store_begin (fixture->store, "Nein", NULL, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_ACCESS);
  g_clear_error (&error);
  g_assert_false (spz_store_undo (fixture->store, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_ACCESS);
  g_clear_object (&fixture->store);

  g_file_get_contents (fixture->path, &after, &size_after, NULL);
  g_assert_cmpmem (before, size, after, size_after);
  g_assert_cmpuint (test_count_files (fixture->folder), ==, 1);
}

static void
test_disk_full (StoreFixture  *fixture,
                gconstpointer  data)
{
  const char *columns[] = { "title", NULL };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *large = g_strnfill (100 * 1024, 'x');
  g_autoptr (GError) error = NULL;
  GValue value = G_VALUE_INIT;

  test_begin (fixture->store, "Rolle");
  test_add_titled (fixture->store, "role", "CDO");
  test_commit (fixture->store);
  before = test_dump (fixture->path);

  sqlite3_exec (fixture->store->db, "PRAGMA max_page_count = 1", NULL, NULL, NULL);
  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, large);

  test_begin (fixture->store, "Zu viel");
  g_assert_false (spz_store_update (fixture->store, "role", 1, columns, &value, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_FULL);
  g_clear_error (&error);

  /* Whether or not SQLite has taken all back by itself, nothing is written
   * that is not a part of a transaction */
  if (sqlite3_get_autocommit (fixture->store->db))
    {
      g_assert_cmpint (spz_store_insert (fixture->store, "role", NULL, NULL, &error), ==, 0);
      g_assert_nonnull (error);
    }
  spz_store_rollback (fixture->store);

  sqlite3_exec (fixture->store->db, "PRAGMA max_page_count = 1000000", NULL, NULL, NULL);
  after = test_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (spz_store_get_undo_label (fixture->store), ==, "Rolle");
  g_assert_true (spz_store_undo (fixture->store, NULL));

  g_value_unset (&value);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(name, function) \
  g_test_add ("/store/" name, StoreFixture, NULL, \
              store_fixture_set_up, function, store_fixture_tear_down)

  add ("create", test_create);
  add ("rows", test_rows);
  add ("values", test_values);
  add ("refused", test_refused);
  add ("rollback", test_rollback);
  add ("signals", test_signals);
  add ("cursors", test_cursors);
  add ("invalid-text", test_invalid_text);
  add ("foreign-change", test_foreign_change);
  add ("moved", test_moved);
  add ("second-writer", test_second_writer);
  add ("read-only", test_read_only);
  add ("disk-full", test_disk_full);

  return g_test_run ();
}
