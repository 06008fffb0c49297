/* spz-schema.c: the tables of a programme and how they came about
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-schema-private.h"

#include <stdlib.h>
#include <string.h>

#include <gio/gio.h>

#include "spz-database-private.h"
#include "spz-store-resources.h"

/* The schema is the program's own: that it cannot be run is a bug, not an
 * error a person could do something about. */
static void
run_migrations (SpzSchema *self,
                sqlite3   *db,
                int        version)
{
  /* Much faster than each statement by itself */
  sqlite3_exec (db, "BEGIN", NULL, NULL, NULL);
  for (int i = 0; i < version; i++)
    {
      if (sqlite3_exec (db, self->migrations[i], NULL, NULL, NULL) != SQLITE_OK)
        g_error ("Migration %d: %s", i + 1, sqlite3_errmsg (db));
    }
  sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);
}

static sqlite3 *
new_scratch (SpzSchema *self,
             int        version)
{
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (":memory:", &db,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, NULL) != SQLITE_OK)
    g_error ("No memory for the schema");

  run_migrations (self, db, version);

  return db;
}

static void
table_free (gpointer data)
{
  SpzTable *self = data;

  g_free (self->columns);
  g_free (self);
}

static SpzTable *
table_new (sqlite3    *db,
           const char *name)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  SpzTable *self = g_new0 (SpzTable, 1);

  if (sqlite3_prepare_v2 (db, "SELECT name, pk FROM pragma_table_info (?) ORDER BY cid",
                          -1, &statement, NULL) != SQLITE_OK ||
      sqlite3_bind_text (statement, 1, name, -1, SQLITE_TRANSIENT) != SQLITE_OK)
    g_error ("Columns of %s: %s", name, sqlite3_errmsg (db));

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *column = (const char *) sqlite3_column_text (statement, 0);

      /* Changesets identify rows by their primary key, SpzChange by an id */
      g_assert ((sqlite3_column_int (statement, 1) == 1) == g_str_equal (column, "id"));
      g_assert ((columns->len == 0) == g_str_equal (column, "id"));

      g_ptr_array_add (columns, (gpointer) g_intern_string (column));
    }

  self->name = g_intern_string (name);
  self->n_columns = columns->len;
  self->columns = (const char **) g_ptr_array_free (g_steal_pointer (&columns), FALSE);

  return self;
}

static void
collect_tables (SpzSchema *self)
{
  g_autoptr (sqlite3) db = new_scratch (self, self->version);
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (sqlite3_prepare_v2 (db,
                          "SELECT name FROM sqlite_schema WHERE type = 'table' "
                          "AND name <> '" SPZ_SCHEMA_HISTORY "' ORDER BY rowid",
                          -1, &statement, NULL) != SQLITE_OK)
    g_error ("Tables: %s", sqlite3_errmsg (db));

  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (self->tables,
                     table_new (db, (const char *) sqlite3_column_text (statement, 0)));

  self->description = spz_database_describe (db);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
load_migrations (SpzSchema  *self,
                 const char *resource_path)
{
  g_auto (GStrv) names = NULL;
  guint n_names;

  names = g_resources_enumerate_children (resource_path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (names != NULL);

  n_names = g_strv_length (names);
  qsort (names, n_names, sizeof (char *), compare_names);

  self->migrations = g_new0 (char *, n_names + 1);
  for (guint i = 0; i < n_names; i++)
    {
      g_autofree char *path = g_build_path ("/", resource_path, names[i], NULL);
      g_autoptr (GBytes) bytes = NULL;
      gsize size;
      const char *text;

      /* 0001-… leads to version 1, and none is left out */
      g_assert (strtol (names[i], NULL, 10) == i + 1);

      bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_assert (bytes != NULL);
      text = g_bytes_get_data (bytes, &size);
      self->migrations[i] = g_strndup (text, size);
    }

  self->version = n_names;
}

/*
 * spz_schema_new:
 * @resource_path: where the numbered migrations are
 *
 * Reads the migrations and works out the tables they end in.
 *
 * Returns: (transfer full): the schema
 */
SpzSchema *
spz_schema_new (const char *resource_path)
{
  SpzSchema *self = g_new0 (SpzSchema, 1);

  /* Keeps the linker from dropping the resource of a static library */
  g_assert (spz_store_get_resource () != NULL);

  self->tables = g_ptr_array_new_with_free_func (table_free);
  load_migrations (self, resource_path);
  collect_tables (self);

  return self;
}

void
spz_schema_free (SpzSchema *self)
{
  g_ptr_array_unref (self->tables);
  g_strfreev (self->migrations);
  g_free (self->description);
  g_free (self);
}

/*
 * spz_schema_get_table:
 * @self: a schema
 * @name: a table's name
 *
 * Looks up a table whose rows are read and written through the store.
 *
 * Returns: (nullable): the table
 */
const SpzTable *
spz_schema_get_table (SpzSchema  *self,
                      const char *name)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      const SpzTable *table = g_ptr_array_index (self->tables, i);

      if (g_str_equal (table->name, name))
        return table;
    }

  return NULL;
}

/*
 * spz_table_has_column:
 * @self: a table
 * @name: a column's name
 *
 * Returns: whether it has the column
 */
gboolean
spz_table_has_column (const SpzTable *self,
                      const char     *name)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (g_str_equal (self->columns[i], name))
        return TRUE;
    }

  return FALSE;
}

/*
 * spz_schema_describe:
 * @self: a schema
 * @version: a version up to the newest
 *
 * Writes down what a file of @version looks like.
 *
 * Returns: (transfer full): see spz_database_describe()
 */
char *
spz_schema_describe (SpzSchema *self,
                     int        version)
{
  g_autoptr (sqlite3) db = NULL;

  /* Almost every file is of the present version */
  if (version == self->version)
    return g_strdup (self->description);

  db = new_scratch (self, version);

  return spz_database_describe (db);
}

/* A column added in place leaves the rows as they were stored, and SQLite
 * before 3.47 records NULL as such a row's former value instead of the default,
 * which no undo could bring back. Writing the rows once makes them whole. */
static gboolean
rewrite_rows (SpzSchema   *self,
              sqlite3     *db,
              const char  *path,
              GError     **error)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      const SpzTable *table = g_ptr_array_index (self->tables, i);
      const char *column = table->columns[table->n_columns - 1];
      g_autofree char *sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = \"%s\"",
                                              table->name, column, column);

      if (!spz_database_exec (db, path, sql, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
migrate_in_transaction (SpzSchema   *self,
                        sqlite3     *db,
                        const char  *path,
                        int          from,
                        GError     **error)
{
  g_autofree char *stamp = NULL;

  for (int i = from; i < self->version; i++)
    {
      if (!spz_database_exec (db, path, self->migrations[i], error))
        return FALSE;
    }

  stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                           SPZ_DATABASE_APPLICATION_ID, self->version);

  return rewrite_rows (self, db, path, error) &&
         spz_database_exec (db, path, stamp, error) &&
         spz_database_check_keys (db, path, error) &&
         spz_database_exec (db, path, "COMMIT", error);
}

/*
 * spz_schema_migrate:
 * @self: a schema
 * @db: a connection
 * @path: its path, for messages
 * @from: the file's version; 0 for an empty one
 * @error: return location for an error
 *
 * Brings the file to the newest version, or leaves it as it is.
 *
 * Returns: whether it is the newest version now
 */
gboolean
spz_schema_migrate (SpzSchema   *self,
                    sqlite3     *db,
                    const char  *path,
                    int          from,
                    GError     **error)
{
  gboolean done;

  /* A migration that rebuilds a table must not make its deletion cascade */
  if (!spz_database_enforce_keys (db, path, FALSE, error))
    return FALSE;

  done = spz_database_exec (db, path, "BEGIN EXCLUSIVE", error) &&
         migrate_in_transaction (self, db, path, from, error);
  if (!sqlite3_get_autocommit (db))
    sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);

  return spz_database_enforce_keys (db, path, TRUE, done ? error : NULL) && done;
}
