/* spz-rows.c: reading and writing rows
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-store-private.h"

#include <glib/gi18n-lib.h>

#include "spz-database-private.h"
#include "spz-error.h"

static gboolean
find_columns (SpzStore           *self,
              const char         *table_name,
              const char *const  *columns,
              GError            **error)
{
  const SpzTable *table = spz_schema_get_table (self->schema, table_name);
  const char *unknown = table == NULL ? table_name : NULL;

  for (guint i = 0; unknown == NULL && columns != NULL && columns[i] != NULL; i++)
    {
      if (!spz_table_has_column (table, columns[i]))
        unknown = columns[i];
    }

  if (unknown == NULL)
    return TRUE;

  g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
               _("There is nothing called “%s” in a programme file."), unknown);

  return FALSE;
}

/* All names were checked against the schema, which has no quote in any */
static void
append_names (GString           *sql,
              const char *const *columns,
              const char        *after_each)
{
  for (guint i = 0; columns != NULL && columns[i] != NULL; i++)
    g_string_append_printf (sql, "%s\"%s\"%s", i > 0 ? ", " : "", columns[i], after_each);
}

static gboolean
run_with_values (SpzStore          *self,
                 const char        *sql,
                 const char *const *columns,
                 const GValue      *values,
                 gint64             id,
                 GError           **error)
{
  sqlite3_stmt *statement = spz_store_take_statement (self, sql, error);
  gboolean done = statement != NULL;
  guint n_columns = columns != NULL ? g_strv_length ((char **) columns) : 0;

  for (guint i = 0; done && i < n_columns; i++)
    done = spz_store_bind (self, statement, i + 1, &values[i], error);

  if (done && id != 0 &&
      sqlite3_bind_int64 (statement, n_columns + 1, id) != SQLITE_OK)
    {
      spz_database_set_error (error, self->db, self->path);
      done = FALSE;
    }

  done = done && spz_store_run (self, statement, error);
  spz_store_give_statement (self, statement);

  return done;
}

static gboolean
has_changed_a_row (SpzStore  *self,
                   GError   **error)
{
  if (sqlite3_changes (self->db) > 0)
    return TRUE;

  g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_NOT_FOUND,
                       _("What was to be changed is no longer there."));

  return FALSE;
}

/* Public API */

/**
 * spz_store_read:
 * @self: a store
 * @table: a table's name
 * @columns: (array zero-terminated=1): its columns to read, beside the id
 * @id: a row's id, or 0 for all rows, ordered by id
 * @error: return location for an error of the domain %SPZ_ERROR
 *
 * Begins to read rows.
 *
 * Returns: (transfer full) (nullable): a cursor before the first row
 */
SpzCursor *
spz_store_read (SpzStore           *self,
                const char         *table,
                const char *const  *columns,
                gint64              id,
                GError            **error)
{
  g_autoptr (GString) sql = NULL;
  sqlite3_stmt *statement;

  g_return_val_if_fail (SPZ_IS_STORE (self), NULL);
  g_return_val_if_fail (table != NULL, NULL);

  if (!find_columns (self, table, columns, error))
    return NULL;

  sql = g_string_new ("SELECT id");
  if (columns != NULL && columns[0] != NULL)
    g_string_append (sql, ", ");
  append_names (sql, columns, "");
  g_string_append_printf (sql, " FROM \"%s\"%s", table,
                          id != 0 ? " WHERE id = ?" : " ORDER BY id");

  statement = spz_store_take_statement (self, sql->str, error);
  if (statement == NULL)
    return NULL;

  if (id != 0 && sqlite3_bind_int64 (statement, 1, id) != SQLITE_OK)
    {
      spz_database_set_error (error, self->db, self->path);
      spz_store_give_statement (self, statement);
      return NULL;
    }

  return spz_cursor_new (self, statement);
}

/**
 * spz_store_insert:
 * @self: a store in a transaction
 * @table: a table's name
 * @columns: (array zero-terminated=1): the columns that don't keep their defaults
 * @values: (array): as many values: see spz_store_update()
 * @error: return location for an error of the domain %SPZ_ERROR
 *
 * Adds a row.
 *
 * Returns: its id, 0 on an error
 */
gint64
spz_store_insert (SpzStore           *self,
                  const char         *table,
                  const char *const  *columns,
                  const GValue       *values,
                  GError            **error)
{
  g_autoptr (GString) sql = NULL;

  g_return_val_if_fail (SPZ_IS_STORE (self), 0);
  g_return_val_if_fail (self->session != NULL, 0);

  if (!spz_store_is_writing (self, error) || !find_columns (self, table, columns, error))
    return 0;

  sql = g_string_new (NULL);
  g_string_printf (sql, "INSERT INTO \"%s\" ", table);
  if (columns == NULL || columns[0] == NULL)
    {
      g_string_append (sql, "DEFAULT VALUES");
    }
  else
    {
      g_string_append_c (sql, '(');
      append_names (sql, columns, "");
      g_string_append (sql, ") VALUES (?");
      for (guint i = 1; columns[i] != NULL; i++)
        g_string_append (sql, ", ?");
      g_string_append_c (sql, ')');
    }

  if (!run_with_values (self, sql->str, columns, values, 0, error))
    return 0;

  return sqlite3_last_insert_rowid (self->db);
}

/**
 * spz_store_update:
 * @self: a store in a transaction
 * @table: a table's name
 * @id: a row's id
 * @columns: (array zero-terminated=1): the columns to change
 * @values: (array): as many values, of the type string, int, uint, int64,
 *   double, boolean or #GBytes; NULL is a value that was not initialised
 * @error: return location for an error of the domain %SPZ_ERROR
 *
 * Changes a row.
 *
 * Returns: whether it was changed
 */
gboolean
spz_store_update (SpzStore           *self,
                  const char         *table,
                  gint64              id,
                  const char *const  *columns,
                  const GValue       *values,
                  GError            **error)
{
  g_autoptr (GString) sql = NULL;

  g_return_val_if_fail (SPZ_IS_STORE (self), FALSE);
  g_return_val_if_fail (self->session != NULL, FALSE);
  g_return_val_if_fail (id != 0, FALSE);
  g_return_val_if_fail (columns != NULL && columns[0] != NULL, FALSE);

  if (!spz_store_is_writing (self, error) || !find_columns (self, table, columns, error))
    return FALSE;

  sql = g_string_new (NULL);
  g_string_printf (sql, "UPDATE \"%s\" SET ", table);
  append_names (sql, columns, " = ?");
  g_string_append (sql, " WHERE id = ?");

  return run_with_values (self, sql->str, columns, values, id, error) &&
         has_changed_a_row (self, error);
}

/**
 * spz_store_delete:
 * @self: a store in a transaction
 * @table: a table's name
 * @id: a row's id
 * @error: return location for an error of the domain %SPZ_ERROR
 *
 * Deletes a row, and with it the rows that are parts of it.
 *
 * Returns: whether it was deleted
 */
gboolean
spz_store_delete (SpzStore    *self,
                  const char  *table,
                  gint64       id,
                  GError     **error)
{
  g_autofree char *sql = NULL;

  g_return_val_if_fail (SPZ_IS_STORE (self), FALSE);
  g_return_val_if_fail (self->session != NULL, FALSE);
  g_return_val_if_fail (id != 0, FALSE);

  if (!spz_store_is_writing (self, error) || !find_columns (self, table, NULL, error))
    return FALSE;

  sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?", table);

  return run_with_values (self, sql, NULL, NULL, id, error) &&
         has_changed_a_row (self, error);
}
