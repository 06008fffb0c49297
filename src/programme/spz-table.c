/* spz-table.c: all records of one table
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-rank.h"
#include "spz-record-list-private.h"
#include "spz-record-private.h"
#include "spz-table-private.h"

/* With more changes at once than this, reading the table anew is cheaper for
 * it and its views than following row by row. */
#define MANY_CHANGES 500

struct _SpzTable
{
  GType           type;

  /* Owned */
  SpzRecordClass *klass;
  GStrv           columns;
  SpzRecordList  *all;
  GHashTable     *by_id;      /* gint64 in the record → SpzRecord */
  GHashTable    **by_parent;  /* a field: gint64 → SpzRecordList; NULL until asked for */
  char           *last_rank;  /* within a transaction, the rank given last */
};

static gint64 *
id_key (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

/**
 * spz_table_new:
 * @type: the type of its records
 *
 * Returns: (transfer full): a table without rows; see spz_table_reload()
 */
SpzTable *
spz_table_new (GType type)
{
  SpzTable *self = g_new0 (SpzTable, 1);

  self->type = type;
  self->klass = g_type_class_ref (type);
  self->columns = spz_record_class_dup_columns (self->klass);
  self->all = spz_record_list_new (type);
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->by_parent = g_new0 (GHashTable *, self->klass->n_fields);

  return self;
}

/**
 * spz_table_free:
 * @self: (transfer full): a table
 */
void
spz_table_free (SpzTable *self)
{
  for (guint i = 0; i < self->klass->n_fields; i++)
    g_clear_pointer (&self->by_parent[i], g_hash_table_unref);
  g_free (self->by_parent);
  g_hash_table_unref (self->by_id);
  g_object_unref (self->all);
  g_strfreev (self->columns);
  g_free (self->last_rank);
  g_type_class_unref (self->klass);
  g_free (self);
}

/* The list of the rows whose @field refers to row @id, made if there is none */
static SpzRecordList *
ensure_children (SpzTable *self,
                 guint     field,
                 gint64    id)
{
  SpzRecordList *list = g_hash_table_lookup (self->by_parent[field], &id);

  if (list == NULL)
    {
      list = spz_record_list_new (self->type);
      g_hash_table_insert (self->by_parent[field], id_key (id), list);
    }

  return list;
}

static void
add_to_lists (SpzTable  *self,
              SpzRecord *record)
{
  spz_record_list_insert (self->all, record);

  for (guint i = 0; i < self->klass->n_fields; i++)
    if (self->by_parent[i])
      spz_record_list_insert (ensure_children (self, i, spz_record_get_reference (record, i)), record);
}

static void
remove_from_lists (SpzTable  *self,
                   SpzRecord *record)
{
  spz_record_list_remove (self->all, record);

  for (guint i = 0; i < self->klass->n_fields; i++)
    if (self->by_parent[i])
      spz_record_list_remove (ensure_children (self, i, spz_record_get_reference (record, i)), record);
}

/* Fills the lists by parent of @field with the present rows */
static void
refill_children (SpzTable *self,
                 guint     field)
{
  g_autoptr (GHashTable) buckets = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                          (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer key, value;

  /* Lists that are known stay, even where they are empty now */
  g_hash_table_iter_init (&iter, self->by_parent[field]);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_insert (buckets, id_key (*(gint64 *) key), g_ptr_array_new ());

  for (guint i = 0; i < spz_record_list_get_size (self->all); i++)
    {
      SpzRecord *record = spz_record_list_get (self->all, i);
      gint64 id = spz_record_get_reference (record, field);
      GPtrArray *bucket = g_hash_table_lookup (buckets, &id);

      if (bucket == NULL)
        {
          bucket = g_ptr_array_new ();
          g_hash_table_insert (buckets, id_key (id), bucket);
        }
      g_ptr_array_add (bucket, record);
    }

  g_hash_table_iter_init (&iter, buckets);
  while (g_hash_table_iter_next (&iter, &key, &value))
    spz_record_list_replace (ensure_children (self, field, *(gint64 *) key), value);
}

/**
 * spz_table_reload:
 * @self: a table
 * @store: the file
 * @error: return location for an error
 *
 * Reads all rows. Records that were there before stay the same objects.
 *
 * Returns: whether it could be read
 */
gboolean
spz_table_reload (SpzTable  *self,
                  SpzStore  *store,
                  GError   **error)
{
  g_autoptr (SpzCursor) cursor = NULL;
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (GError) local_error = NULL;

  cursor = spz_store_read (store, self->klass->table, (const char *const *) self->columns, 0, error);
  if (cursor == NULL)
    return FALSE;

  before = g_steal_pointer (&self->by_id);
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);

  while (spz_cursor_next (cursor, &local_error))
    {
      gint64 id = spz_cursor_get_integer (cursor, 0);
      SpzRecord *record = g_hash_table_lookup (before, &id);

      if (record)
        spz_record_load (g_object_ref (record), cursor);
      else
        record = spz_record_new (self->type, cursor);

      g_hash_table_insert (self->by_id, id_key (id), record);
      g_ptr_array_add (records, record);
    }

  if (local_error)
    {
      /* The lists still hold the rows from before: so must the index */
      g_hash_table_unref (self->by_id);
      self->by_id = g_steal_pointer (&before);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  spz_record_list_replace (self->all, records);
  for (guint i = 0; i < self->klass->n_fields; i++)
    if (self->by_parent[i])
      refill_children (self, i);
  spz_table_forget_rank (self);

  return TRUE;
}

static gboolean
follow_row (SpzTable  *self,
            SpzStore  *store,
            gint64     id,
            GError   **error)
{
  g_autoptr (SpzCursor) cursor = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SpzRecord) record = NULL;
  SpzRecord *known = g_hash_table_lookup (self->by_id, &id);
  gboolean exists;

  cursor = spz_store_read (store, self->klass->table, (const char *const *) self->columns, id, error);
  if (cursor == NULL)
    return FALSE;

  exists = spz_cursor_next (cursor, &local_error);
  if (local_error)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (known)
    {
      record = g_object_ref (known);

      if (exists)
        {
          g_autoptr (SpzRecord) moved = spz_record_new (self->type, cursor);
          gboolean stays = spz_record_compare (record, moved) == 0;

          for (guint i = 0; stays && i < self->klass->n_fields; i++)
            if (self->by_parent[i])
              stays = spz_record_get_reference (record, i) == spz_record_get_reference (moved, i);

          if (!stays)
            remove_from_lists (self, record);
          spz_record_load (record, cursor);
          if (!stays)
            add_to_lists (self, record);
        }
      else
        {
          remove_from_lists (self, record);
          g_hash_table_remove (self->by_id, &id);
        }
    }
  else if (exists)
    {
      record = spz_record_new (self->type, cursor);
      g_hash_table_insert (self->by_id, id_key (id), g_object_ref (record));
      add_to_lists (self, record);
    }

  return TRUE;
}

/**
 * spz_table_follow:
 * @self: a table
 * @store: the file
 * @changes: what changed in the file
 * @error: return location for an error
 *
 * Reads the rows of this table that changed.
 *
 * Returns: whether they could be read
 */
gboolean
spz_table_follow (SpzTable          *self,
                  SpzStore          *store,
                  const SpzChanges  *changes,
                  GError           **error)
{
  guint n = 0;

  for (guint i = 0; i < changes->n_items; i++)
    if (changes->items[i].table == self->klass->table)
      n++;

  if (n == 0)
    return TRUE;
  if (n > MANY_CHANGES)
    return spz_table_reload (self, store, error);

  spz_table_forget_rank (self);
  for (guint i = 0; i < changes->n_items; i++)
    if (changes->items[i].table == self->klass->table &&
        !follow_row (self, store, changes->items[i].id, error))
      return FALSE;

  return TRUE;
}

/**
 * spz_table_get_class:
 * @self: a table
 *
 * Returns: (transfer none): the class of its records
 */
SpzRecordClass *
spz_table_get_class (SpzTable *self)
{
  return self->klass;
}

/**
 * spz_table_get_all:
 * @self: a table
 *
 * Returns: (transfer none): the live list of all its records
 */
SpzRecordList *
spz_table_get_all (SpzTable *self)
{
  return self->all;
}

/**
 * spz_table_get_children:
 * @self: a table
 * @field: the index of a field that is a reference
 * @id: the id of a row of the table referred to, or 0
 *
 * Returns: (transfer none): the live list of the records whose @field is @id
 */
SpzRecordList *
spz_table_get_children (SpzTable *self,
                        guint     field,
                        gint64    id)
{
  if (self->by_parent[field] == NULL)
    {
      self->by_parent[field] = g_hash_table_new_full (g_int64_hash, g_int64_equal,
                                                      g_free, g_object_unref);
      refill_children (self, field);
    }

  return ensure_children (self, field, id);
}

/**
 * spz_table_lookup:
 * @self: a table
 * @id: a row's id
 *
 * Returns: (transfer none) (nullable): the record of that row
 */
SpzRecord *
spz_table_lookup (SpzTable *self,
                  gint64    id)
{
  return g_hash_table_lookup (self->by_id, &id);
}

/**
 * spz_table_next_rank:
 * @self: a table that is ordered by rank
 *
 * Returns: (transfer full): a rank after every row's, those included that were
 *   given in the transaction under way
 */
char *
spz_table_next_rank (SpzTable *self)
{
  guint n = spz_record_list_get_size (self->all);

  if (self->last_rank == NULL && n > 0)
    g_object_get (spz_record_list_get (self->all, n - 1), "position", &self->last_rank, NULL);

  g_autofree char *before = g_steal_pointer (&self->last_rank);

  self->last_rank = spz_rank_between (before, NULL);
  return g_strdup (self->last_rank);
}

/**
 * spz_table_forget_rank:
 * @self: a table
 *
 * Ends the counting on of spz_table_next_rank(): the transaction is over.
 */
void
spz_table_forget_rank (SpzTable *self)
{
  g_clear_pointer (&self->last_rank, g_free);
}
