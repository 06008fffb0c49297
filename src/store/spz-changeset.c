/* spz-changeset.c: the bytes of a recorded transaction
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-changeset-private.h"

#include <string.h>

/* The format, from SQLite's sqlite3session.c: a header for each table ('T',
 * number of columns, a byte for each that says whether it is in the primary
 * key, the name), followed by its changes (operation, a byte that says whether
 * it was a side effect, then the old row, the new one, or both). A value is a
 * byte for its type followed by its content.
 *
 * SQLite 3.40 believes what it reads there, and can read past the end or loop
 * for ever on damaged bytes. So everything is read here first. */

#define CHANGESET_TABLE 'T'

enum
{
  VALUE_UNDEFINED,
  VALUE_INTEGER = SQLITE_INTEGER,
  VALUE_REAL    = SQLITE_FLOAT,
  VALUE_TEXT    = SQLITE_TEXT,
  VALUE_BLOB    = SQLITE_BLOB,
  VALUE_NULL    = SQLITE_NULL,
};

typedef enum
{
  ROW_WHOLE,       /* every column has a value */
  ROW_OLD_PARTIAL, /* the key and what was changed */
  ROW_NEW_PARTIAL, /* only what was changed */
} RowKind;

typedef struct
{
  const guint8 *next;
  gsize         left;
} Reader;

static gboolean
read_byte (Reader *reader,
           guint8 *byte)
{
  if (reader->left == 0)
    return FALSE;

  *byte = *reader->next;
  reader->next++;
  reader->left--;

  return TRUE;
}

static gboolean
skip (Reader *reader,
      guint64 n_bytes)
{
  if (n_bytes > reader->left)
    return FALSE;

  reader->next += n_bytes;
  reader->left -= n_bytes;

  return TRUE;
}

/* Seven bits a byte, the highest first; lengths fit into five bytes */
static gboolean
read_length (Reader  *reader,
             guint64 *length)
{
  *length = 0;

  for (guint i = 0; i < 5; i++)
    {
      guint8 byte;

      if (!read_byte (reader, &byte))
        return FALSE;

      *length = *length << 7 | (byte & 0x7f);
      if (!(byte & 0x80))
        return *length <= G_MAXINT32;
    }

  return FALSE;
}

static gboolean
read_integer (Reader *reader,
              gint64 *integer)
{
  guint64 value;

  if (reader->left < sizeof value)
    return FALSE;

  memcpy (&value, reader->next, sizeof value);
  *integer = (gint64) GUINT64_FROM_BE (value);

  return skip (reader, sizeof value);
}

static gboolean
skip_value (Reader *reader,
            guint8  type)
{
  guint64 length;

  switch (type)
    {
    case VALUE_UNDEFINED:
    case VALUE_NULL:
      return TRUE;

    case VALUE_INTEGER:
    case VALUE_REAL:
      return skip (reader, 8);

    case VALUE_TEXT:
    case VALUE_BLOB:
      return read_length (reader, &length) && skip (reader, length);

    default:
      return FALSE;
    }
}

/* Reads a row; @defined tells which columns have a value */
static gboolean
read_row (Reader         *reader,
          const SpzTable *table,
          RowKind         kind,
          gint64         *id,
          gboolean       *defined)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      gboolean is_key = i == 0;
      guint8 type;

      if (!read_byte (reader, &type))
        return FALSE;

      defined[i] = type != VALUE_UNDEFINED;

      if (is_key && kind != ROW_NEW_PARTIAL)
        {
          if (type != VALUE_INTEGER || !read_integer (reader, id))
            return FALSE;
        }
      else if (is_key)
        {
          if (defined[i])
            return FALSE;
        }
      else if ((kind == ROW_WHOLE && !defined[i]) || !skip_value (reader, type))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_update (Reader         *reader,
             const SpzTable *table,
             gint64         *id)
{
  g_autofree gboolean *old_defined = g_new (gboolean, table->n_columns);
  g_autofree gboolean *new_defined = g_new (gboolean, table->n_columns);

  return read_row (reader, table, ROW_OLD_PARTIAL, id, old_defined) &&
         read_row (reader, table, ROW_NEW_PARTIAL, id, new_defined) &&
         memcmp (old_defined + 1, new_defined + 1,
                 (table->n_columns - 1) * sizeof (gboolean)) == 0;
}

static gboolean
read_change (Reader         *reader,
             const SpzTable *table,
             guint8          operation,
             SpzChange      *change)
{
  g_autofree gboolean *defined = g_new (gboolean, table->n_columns);
  guint8 is_indirect;

  if (!read_byte (reader, &is_indirect) || is_indirect > 1)
    return FALSE;

  change->table = table->name;

  switch (operation)
    {
    case SQLITE_INSERT:
      change->kind = SPZ_CHANGE_INSERTED;
      return read_row (reader, table, ROW_WHOLE, &change->id, defined);

    case SQLITE_DELETE:
      change->kind = SPZ_CHANGE_DELETED;
      return read_row (reader, table, ROW_WHOLE, &change->id, defined);

    case SQLITE_UPDATE:
      change->kind = SPZ_CHANGE_UPDATED;
      return read_update (reader, table, &change->id);

    default:
      return FALSE;
    }
}

static const SpzTable *
read_table (Reader    *reader,
            SpzSchema *schema)
{
  const SpzTable *table;
  const guint8 *keys, *name, *end;
  guint64 n_columns;

  if (!read_length (reader, &n_columns))
    return NULL;

  keys = reader->next;
  if (!skip (reader, n_columns))
    return NULL;

  name = reader->next;
  end = memchr (name, '\0', reader->left);
  if (end == NULL || !skip (reader, end - name + 1))
    return NULL;

  table = spz_schema_get_table (schema, (const char *) name);
  if (table == NULL || table->n_columns != n_columns)
    return NULL;

  for (guint i = 0; i < table->n_columns; i++)
    {
      if (keys[i] != (i == 0))
        return NULL;
    }

  return table;
}

/*
 * spz_changeset_parse:
 * @changeset: bytes that are said to be a changeset
 * @schema: the schema it is said to be of
 * @changes: (nullable) (element-type SpzChange): takes up what it changes
 *
 * Reads a changeset without believing anything: that it ends where it says,
 * that its tables are ones with as many columns, and that each of its rows
 * has the values which its operation needs.
 *
 * Returns: whether it can be applied to a file of @schema
 */
gboolean
spz_changeset_parse (GBytes    *changeset,
                     SpzSchema *schema,
                     GArray    *changes)
{
  const SpzTable *table = NULL;
  Reader reader;
  guint8 byte;

  reader.next = g_bytes_get_data (changeset, &reader.left);
  if (reader.left > G_MAXINT32)
    return FALSE;

  while (read_byte (&reader, &byte))
    {
      SpzChange change = { NULL, };

      if (byte == CHANGESET_TABLE)
        {
          table = read_table (&reader, schema);
          if (table == NULL)
            return FALSE;
          continue;
        }

      if (table == NULL || !read_change (&reader, table, byte, &change))
        return FALSE;

      if (changes != NULL)
        g_array_append_val (changes, change);
    }

  return TRUE;
}

static GBytes *
take_bytes (void *data,
            int   size)
{
  return g_bytes_new_with_free_func (data, size, sqlite3_free, data);
}

/*
 * spz_changeset_invert:
 * @changeset: a valid changeset
 *
 * Makes the changeset that takes @changeset back.
 *
 * Returns: (nullable) (transfer full): the inverse; %NULL if there is no
 *   memory for it
 */
GBytes *
spz_changeset_invert (GBytes *changeset)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (changeset, &size);
  void *inverse = NULL;
  int inverse_size = 0;

  if (sqlite3changeset_invert ((int) size, data, &inverse_size, &inverse) != SQLITE_OK)
    return NULL;

  return take_bytes (inverse, inverse_size);
}

/*
 * spz_changeset_concat:
 * @first: a valid changeset
 * @second: a valid changeset that follows it
 *
 * Makes one changeset of two.
 *
 * Returns: (nullable) (transfer full): what both do together, empty if
 *   @second takes @first back; %NULL if there is no memory for it
 */
GBytes *
spz_changeset_concat (GBytes *first,
                      GBytes *second)
{
  gsize first_size, second_size;
  gconstpointer first_data = g_bytes_get_data (first, &first_size);
  gconstpointer second_data = g_bytes_get_data (second, &second_size);
  void *both = NULL;
  int both_size = 0;

  if (sqlite3changeset_concat ((int) first_size, (void *) first_data,
                               (int) second_size, (void *) second_data,
                               &both_size, &both) != SQLITE_OK)
    return NULL;

  return take_bytes (both, both_size);
}
