/* spz-statement.c: prepared statements
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-store-private.h"

#include <glib/gi18n-lib.h>

#include "spz-database-private.h"
#include "spz-error.h"

/* There are about as many statements as there are kinds of rows and edits. */
#define MAX_STATEMENTS 128

/*
 * spz_store_take_statement:
 * @self: a store
 * @sql: one statement
 * @error: return location for an error
 *
 * Takes an idle prepared statement, or prepares one. It is the caller's until
 * spz_store_give_statement(), so that two readers of the same rows don't
 * disturb each other.
 *
 * Returns: (nullable): the statement
 */
sqlite3_stmt *
spz_store_take_statement (SpzStore    *self,
                          const char  *sql,
                          GError     **error)
{
  g_autofree gpointer key = NULL;
  gpointer statement = NULL;

  if (g_hash_table_steal_extended (self->statements, sql, &key, &statement))
    return statement;

  if (sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT,
                          (sqlite3_stmt **) &statement, NULL) != SQLITE_OK)
    spz_database_set_error (error, self->db, self->path);

  return statement;
}

/*
 * spz_store_give_statement:
 * @self: a store
 * @statement: (nullable): a statement from spz_store_take_statement()
 *
 * Gives a statement back; what it read is gone.
 */
void
spz_store_give_statement (SpzStore     *self,
                          sqlite3_stmt *statement)
{
  const char *sql;

  if (statement == NULL)
    return;

  sql = sqlite3_sql (statement);
  if (g_hash_table_size (self->statements) >= MAX_STATEMENTS ||
      g_hash_table_contains (self->statements, sql))
    {
      sqlite3_finalize (statement);
      return;
    }

  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  g_hash_table_insert (self->statements, g_strdup (sql), statement);
}

static int
bind_text (sqlite3_stmt *statement,
           int           index,
           const char   *text)
{
  if (text == NULL)
    return sqlite3_bind_null (statement, index);

  return sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT);
}

static int
bind_bytes (sqlite3_stmt *statement,
            int           index,
            GBytes       *bytes)
{
  gconstpointer data;
  gsize size;

  if (bytes == NULL)
    return sqlite3_bind_null (statement, index);

  data = g_bytes_get_data (bytes, &size);
  if (size == 0)
    return sqlite3_bind_zeroblob (statement, index, 0);

  return sqlite3_bind_blob64 (statement, index, data, size, SQLITE_TRANSIENT);
}

static int
bind_value (sqlite3_stmt *statement,
            int           index,
            const GValue *value)
{
  switch (G_VALUE_TYPE (value))
    {
    case G_TYPE_INVALID:
      return sqlite3_bind_null (statement, index);

    case G_TYPE_BOOLEAN:
      return sqlite3_bind_int (statement, index, g_value_get_boolean (value) ? 1 : 0);

    case G_TYPE_INT:
      return sqlite3_bind_int (statement, index, g_value_get_int (value));

    case G_TYPE_UINT:
      return sqlite3_bind_int64 (statement, index, g_value_get_uint (value));

    case G_TYPE_INT64:
      return sqlite3_bind_int64 (statement, index, g_value_get_int64 (value));

    case G_TYPE_DOUBLE:
      return sqlite3_bind_double (statement, index, g_value_get_double (value));

    case G_TYPE_STRING:
      return bind_text (statement, index, g_value_get_string (value));

    default:
      if (G_VALUE_HOLDS (value, G_TYPE_BYTES))
        return bind_bytes (statement, index, g_value_get_boxed (value));

      g_critical ("No column can hold a %s", G_VALUE_TYPE_NAME (value));
      return SQLITE_MISUSE;
    }
}

/*
 * spz_store_bind:
 * @self: a store
 * @statement: a statement
 * @index: which parameter, from 1 on
 * @value: a string, int, uint, int64, double, boolean or #GBytes; a string of
 *   %NULL and a value that was not initialised are NULL
 * @error: return location for an error
 *
 * Gives a parameter its value.
 *
 * Returns: whether it was accepted
 */
gboolean
spz_store_bind (SpzStore      *self,
                sqlite3_stmt  *statement,
                int            index,
                const GValue  *value,
                GError       **error)
{
  if (G_VALUE_HOLDS_STRING (value) && g_value_get_string (value) != NULL &&
      !g_utf8_validate (g_value_get_string (value), -1, NULL))
    {
      g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                           _("The text contains characters that are not valid (no UTF-8)."));
      return FALSE;
    }

  if (bind_value (statement, index, value) != SQLITE_OK)
    {
      spz_database_set_error (error, self->db, self->path);
      return FALSE;
    }

  return TRUE;
}

/*
 * spz_store_run:
 * @self: a store
 * @statement: a statement without rows
 * @error: return location for an error
 *
 * Runs a statement to its end.
 *
 * Returns: whether it worked
 */
gboolean
spz_store_run (SpzStore      *self,
               sqlite3_stmt  *statement,
               GError       **error)
{
  gboolean done = sqlite3_step (statement) == SQLITE_DONE;

  if (!done)
    spz_database_set_error (error, self->db, self->path);

  /* Otherwise the transaction could not be committed */
  sqlite3_reset (statement);

  return done;
}
