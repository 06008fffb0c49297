/* spz-record-list.c: rows of a table as a list
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-record-list-private.h"
#include "spz-record-private.h"

struct _SpzRecordList
{
  GObject    parent_instance;

  /* Owned */
  GPtrArray *records; /* SpzRecord, in order */

  GType      type;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SpzRecordList, spz_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

/* Where @record stands, or would stand: the number of records before it */
static guint
find_place (SpzRecordList *self,
            SpzRecord     *record)
{
  guint low = 0;
  guint high = self->records->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (spz_record_compare (g_ptr_array_index (self->records, middle), record) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static int
compare_pointers (gconstpointer a,
                  gconstpointer b)
{
  return spz_record_compare (*(SpzRecord **) a, *(SpzRecord **) b);
}

static GType
spz_record_list_get_item_type (GListModel *model)
{
  return SPZ_RECORD_LIST (model)->type;
}

static guint
spz_record_list_get_n_items (GListModel *model)
{
  return SPZ_RECORD_LIST (model)->records->len;
}

static gpointer
spz_record_list_get_item (GListModel *model,
                          guint       position)
{
  SpzRecordList *self = SPZ_RECORD_LIST (model);

  if (position >= self->records->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->records, position));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = spz_record_list_get_item_type;
  iface->get_n_items = spz_record_list_get_n_items;
  iface->get_item = spz_record_list_get_item;
}

static void
spz_record_list_finalize (GObject *object)
{
  SpzRecordList *self = SPZ_RECORD_LIST (object);

  g_ptr_array_unref (self->records);

  G_OBJECT_CLASS (spz_record_list_parent_class)->finalize (object);
}

static void
spz_record_list_class_init (SpzRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spz_record_list_finalize;
}

static void
spz_record_list_init (SpzRecordList *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * spz_record_list_new:
 * @type: the type of its records
 *
 * Returns: (transfer full): an empty list
 */
SpzRecordList *
spz_record_list_new (GType type)
{
  SpzRecordList *self = g_object_new (SPZ_TYPE_RECORD_LIST, NULL);

  self->type = type;

  return self;
}

/**
 * spz_record_list_insert:
 * @self: a list
 * @record: (transfer none): a record that is not in it
 *
 * Puts @record where it belongs by the order of its table.
 */
void
spz_record_list_insert (SpzRecordList *self,
                        SpzRecord     *record)
{
  guint place = find_place (self, record);

  g_ptr_array_insert (self->records, (int) place, g_object_ref (record));
  g_list_model_items_changed (G_LIST_MODEL (self), place, 0, 1);
}

/**
 * spz_record_list_remove:
 * @self: a list
 * @record: a record
 *
 * Takes @record out. It must still compare as it did when it was put in.
 *
 * Returns: whether it was in the list
 */
gboolean
spz_record_list_remove (SpzRecordList *self,
                        SpzRecord     *record)
{
  int place = spz_record_list_index_of (self, record);

  if (place < 0)
    return FALSE;

  g_ptr_array_remove_index (self->records, (guint) place);
  g_list_model_items_changed (G_LIST_MODEL (self), (guint) place, 1, 0);
  return TRUE;
}

/**
 * spz_record_list_replace:
 * @self: a list
 * @records: (element-type SpzRecord) (transfer none): its new content, in any order
 *
 * Replaces the whole content at once.
 */
void
spz_record_list_replace (SpzRecordList *self,
                         GPtrArray     *records)
{
  guint n_before = self->records->len;
  GPtrArray *before = g_steal_pointer (&self->records);

  self->records = g_ptr_array_new_full (records->len, g_object_unref);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (self->records, g_object_ref (g_ptr_array_index (records, i)));
  g_ptr_array_sort (self->records, compare_pointers);

  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->records->len);
  g_ptr_array_unref (before);
}

/**
 * spz_record_list_get_size:
 * @self: a list
 *
 * Returns: the number of records in it
 */
guint
spz_record_list_get_size (SpzRecordList *self)
{
  g_return_val_if_fail (SPZ_IS_RECORD_LIST (self), 0);

  return self->records->len;
}

/**
 * spz_record_list_get:
 * @self: a list
 * @index: an index
 *
 * Returns: (transfer none) (nullable): the record at @index, %NULL past the end
 */
gpointer
spz_record_list_get (SpzRecordList *self,
                     guint          index)
{
  g_return_val_if_fail (SPZ_IS_RECORD_LIST (self), NULL);

  return index < self->records->len ? g_ptr_array_index (self->records, index) : NULL;
}

/**
 * spz_record_list_index_of:
 * @self: a list
 * @record: a record of its type
 *
 * Returns: the index of @record, or -1 where it is not in the list
 */
int
spz_record_list_index_of (SpzRecordList *self,
                          SpzRecord     *record)
{
  guint place;

  g_return_val_if_fail (SPZ_IS_RECORD_LIST (self), -1);
  g_return_val_if_fail (SPZ_IS_RECORD (record), -1);

  place = find_place (self, record);
  if (place < self->records->len && g_ptr_array_index (self->records, place) == record)
    return (int) place;

  return -1;
}
