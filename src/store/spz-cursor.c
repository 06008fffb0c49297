/* spz-cursor.c: rows being read
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-cursor.h"

#include "spz-database-private.h"
#include "spz-store-private.h"

struct _SpzCursor
{
  /* Owned */
  SpzStore     *store;
  sqlite3_stmt *statement;
  GPtrArray    *repaired; /* texts of the present row that were no UTF-8 */
};

/*
 * spz_cursor_new:
 * @store: a store
 * @statement: (transfer full): a statement of its
 *
 * Returns: (transfer full): a cursor before the first row
 */
SpzCursor *
spz_cursor_new (SpzStore     *store,
                sqlite3_stmt *statement)
{
  SpzCursor *self = g_new0 (SpzCursor, 1);

  self->store = g_object_ref (store);
  self->statement = statement;

  return self;
}

/**
 * spz_cursor_free:
 * @self: (transfer full): a cursor
 *
 * Ends the reading.
 */
void
spz_cursor_free (SpzCursor *self)
{
  g_return_if_fail (self != NULL);

  spz_store_give_statement (self->store, self->statement);
  g_clear_pointer (&self->repaired, g_ptr_array_unref);
  g_object_unref (self->store);
  g_free (self);
}

/**
 * spz_cursor_next:
 * @self: a cursor
 * @error: return location for an error of the domain %SPZ_ERROR
 *
 * Steps to the next row. What was read from the former one is no longer valid.
 *
 * Returns: %TRUE if there is a row, %FALSE at the end and on an error
 */
gboolean
spz_cursor_next (SpzCursor  *self,
                 GError    **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  g_clear_pointer (&self->repaired, g_ptr_array_unref);

  switch (sqlite3_step (self->statement))
    {
    case SQLITE_ROW:
      return TRUE;

    case SQLITE_DONE:
      return FALSE;

    default:
      spz_database_set_error (error, self->store->db, self->store->path);
      return FALSE;
    }
}

/**
 * spz_cursor_is_null:
 * @self: a cursor on a row
 * @column: 0 for the id, from 1 on the columns asked for
 *
 * Finds out whether a column is empty.
 *
 * Returns: whether the column is NULL
 */
gboolean
spz_cursor_is_null (SpzCursor *self,
                    int        column)
{
  return sqlite3_column_type (self->statement, column) == SQLITE_NULL;
}

/**
 * spz_cursor_get_integer:
 * @self: a cursor on a row
 * @column: 0 for the id, from 1 on the columns asked for
 *
 * Reads a whole number.
 *
 * Returns: the number, 0 for NULL
 */
gint64
spz_cursor_get_integer (SpzCursor *self,
                        int        column)
{
  return sqlite3_column_int64 (self->statement, column);
}

/**
 * spz_cursor_get_real:
 * @self: a cursor on a row
 * @column: 0 for the id, from 1 on the columns asked for
 *
 * Reads a number.
 *
 * Returns: the number, 0 for NULL
 */
double
spz_cursor_get_real (SpzCursor *self,
                     int        column)
{
  return sqlite3_column_double (self->statement, column);
}

/**
 * spz_cursor_get_text:
 * @self: a cursor on a row
 * @column: 0 for the id, from 1 on the columns asked for
 *
 * Reads a text. It is valid UTF-8 even where the file's is not.
 *
 * Returns: (nullable): the text until the next step, %NULL for NULL
 */
const char *
spz_cursor_get_text (SpzCursor *self,
                     int        column)
{
  const char *text = (const char *) sqlite3_column_text (self->statement, column);

  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return text;

  if (self->repaired == NULL)
    self->repaired = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->repaired, g_utf8_make_valid (text, -1));

  return self->repaired->pdata[self->repaired->len - 1];
}

/**
 * spz_cursor_dup_bytes:
 * @self: a cursor on a row
 * @column: 0 for the id, from 1 on the columns asked for
 *
 * Reads a piece of data.
 *
 * Returns: (nullable) (transfer full): the data, %NULL for NULL
 */
GBytes *
spz_cursor_dup_bytes (SpzCursor *self,
                      int        column)
{
  gconstpointer data;

  if (spz_cursor_is_null (self, column))
    return NULL;

  data = sqlite3_column_blob (self->statement, column);

  return g_bytes_new (data, sqlite3_column_bytes (self->statement, column));
}
