/* store-fixture.c: a programme file in a folder of its own
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "store-fixture.h"

#include <unistd.h>

#include <glib/gstdio.h>

/* In memory, where the system offers that: waiting for a disk a hundred
 * thousand times is not what these tests are about */
char *
store_fixture_make_folder (void)
{
  const char *parent = g_access ("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir ();
  char *folder = g_build_filename (parent, "spz-store-XXXXXX", NULL);

  g_assert_nonnull (g_mkdtemp (folder));

  return folder;
}

void
store_fixture_set_up (StoreFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = store_fixture_make_folder ();
  fixture->path = store_fixture_file (fixture, "programme.db");
  fixture->store = spz_store_open (fixture->path, SPZ_STORE_CREATE, &error);
  g_assert_no_error (error);
}

void
store_fixture_tear_down (StoreFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_clear_object (&fixture->store);

  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = store_fixture_file (fixture, name);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);

  g_free (fixture->path);
  g_free (fixture->folder);
}

/* As if the program had been left and started again */
void
store_fixture_reopen (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store);
  fixture->store = spz_store_open (fixture->path, SPZ_STORE_OPEN, &error);
  g_assert_no_error (error);
}

char *
store_fixture_file (StoreFixture *fixture,
                    const char   *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

gint64
test_add_titled (SpzStore   *store,
                 const char *table,
                 const char *title)
{
  return test_add_child (store, table, NULL, 0, title);
}

gint64
test_add_child (SpzStore   *store,
                const char *table,
                const char *reference,
                gint64      parent,
                const char *title)
{
  const char *columns[] = { "title", reference, NULL };
  GValue values[] = { G_VALUE_INIT, G_VALUE_INIT };
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_value_init (&values[0], G_TYPE_STRING);
  g_value_set_string (&values[0], title);
  g_value_init (&values[1], G_TYPE_INT64);
  g_value_set_int64 (&values[1], parent);

  id = spz_store_insert (store, table, columns, values, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  g_value_unset (&values[0]);

  return id;
}

void
test_set_title (SpzStore   *store,
                const char *table,
                gint64      id,
                const char *title)
{
  const char *columns[] = { "title", NULL };
  GValue value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, title);
  spz_store_update (store, table, id, columns, &value, &error);
  g_assert_no_error (error);
  g_value_unset (&value);
}

void
test_begin (SpzStore   *store,
            const char *label)
{
  g_autoptr (GError) error = NULL;

  spz_store_begin (store, label, NULL, &error);
  g_assert_no_error (error);
}

void
test_commit (SpzStore *store)
{
  g_autoptr (GError) error = NULL;

  spz_store_commit (store, &error);
  g_assert_no_error (error);
}

char *
test_get_title (SpzStore   *store,
                const char *table,
                gint64      id)
{
  const char *columns[] = { "title", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SpzCursor) cursor = spz_store_read (store, table, columns, id, &error);
  gboolean found;

  g_assert_no_error (error);
  found = spz_cursor_next (cursor, &error);
  g_assert_no_error (error);

  return found ? g_strdup (spz_cursor_get_text (cursor, 1)) : NULL;
}

static void
dump_table (sqlite3    *db,
            const char *table,
            GString    *text)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY id", table);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_string_append (text, table);
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        {
          const char *value = (const char *) sqlite3_column_text (statement, i);

          g_string_append_printf (text, "|%d:%s", sqlite3_column_type (statement, i),
                                  value != NULL ? value : "");
        }
      g_string_append_c (text, '\n');
    }
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
}

/* All rows but the history's, read without the store */
char *
test_dump (const char *path)
{
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3_stmt *tables = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db,
                                       "SELECT name FROM sqlite_schema "
                                       "WHERE type = 'table' AND name <> 'history' ORDER BY name",
                                       -1, &tables, NULL), ==, SQLITE_OK);
  while (sqlite3_step (tables) == SQLITE_ROW)
    dump_table (db, (const char *) sqlite3_column_text (tables, 0), text);
  g_assert_cmpint (sqlite3_finalize (tables), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Does what another program would do to the file */
void
test_sql (const char *path,
          const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

guint
test_count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;

  return n_files;
}
