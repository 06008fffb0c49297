/* spz-programme.c: an open programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "spz-programme-private.h"
#include "spz-record-private.h"

G_DEFINE_FINAL_TYPE (SpzProgramme, spz_programme, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PATH,
  PROP_INFO,
  PROP_REFERENCE_DATE,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_READ_ONLY,
  N_PROPS
};

enum
{
  CHANGED,
  SETTLE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Private: reads all rows again, without telling anybody */
gboolean
spz_programme_reload (SpzProgramme  *self,
                      GError       **error)
{
  GHashTableIter iter;
  gpointer table;

  g_hash_table_iter_init (&iter, self->tables);
  while (g_hash_table_iter_next (&iter, NULL, &table))
    if (!spz_table_reload (table, self->store, error))
      return FALSE;

  return TRUE;
}

static void
notify_reference_date (SpzProgramme *self)
{
  SpzDate date = spz_programme_get_reference_date (self);

  if (date == self->shown_date)
    return;

  self->shown_date = date;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REFERENCE_DATE]);
}

static void
store_changed_cb (SpzStore         *store,
                  const SpzChanges *changes,
                  SpzProgramme     *self)
{
  GHashTableIter iter;
  gpointer table;

  g_hash_table_iter_init (&iter, self->tables);
  while (g_hash_table_iter_next (&iter, NULL, &table))
    {
      g_autoptr (GError) error = NULL;

      /* What was just written can be read, unless the disk fails; the lists
       * then show the state before until the next change. */
      if (!spz_table_follow (table, store, changes, &error))
        g_message ("Could not follow a change: %s", error->message);
    }

  notify_reference_date (self);
  g_signal_emit (self, signals[CHANGED], 0, changes);
}

/* Private: reads all rows again, whatever changed */
void
spz_programme_read_again (SpzProgramme *self)
{
  const SpzChanges everything = { NULL, 0 };
  g_autoptr (GError) error = NULL;

  if (!spz_programme_reload (self, &error))
    g_message ("Could not read the file again: %s", error->message);

  notify_reference_date (self);
  g_signal_emit (self, signals[CHANGED], 0, &everything);
}

static void
store_reloaded_cb (SpzStore     *store,
                   SpzProgramme *self)
{
  spz_programme_read_again (self);
}

static void
store_history_changed_cb (SpzStore     *store,
                          SpzProgramme *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
}

static void
spz_programme_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  SpzProgramme *self = SPZ_PROGRAMME (object);

  switch (prop_id)
    {
    case PROP_PATH:
      g_value_set_string (value, spz_programme_get_path (self));
      break;
    case PROP_INFO:
      g_value_set_object (value, spz_programme_get_info (self));
      break;
    case PROP_REFERENCE_DATE:
      g_value_set_int (value, spz_programme_get_reference_date (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, spz_programme_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, spz_programme_get_redo_label (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, spz_programme_get_read_only (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_programme_finalize (GObject *object)
{
  SpzProgramme *self = SPZ_PROGRAMME (object);

  if (self->store)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->tables);

  G_OBJECT_CLASS (spz_programme_parent_class)->finalize (object);
}

static void
spz_programme_class_init (SpzProgrammeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = spz_programme_get_property;
  object_class->finalize = spz_programme_finalize;

  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_INFO] =
    g_param_spec_object ("info", NULL, NULL, SPZ_TYPE_PROGRAMME_INFO, flags);
  properties[PROP_REFERENCE_DATE] =
    g_param_spec_int ("reference-date", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SpzProgramme::changed:
   * @self: the programme
   * @changes: (type SpzChanges): what changed; no items where everything may have
   *
   * Emitted after a change was committed and the lists have followed it.
   */
  signals[CHANGED] =
    g_signal_new ("changed", SPZ_TYPE_PROGRAMME, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * SpzProgramme::settle:
   * @self: the programme
   *
   * Emitted before a step begins, is undone or done again: what was typed and
   * not written yet is to be written before.
   */
  signals[SETTLE] =
    g_signal_new ("settle", SPZ_TYPE_PROGRAMME, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
spz_programme_init (SpzProgramme *self)
{
  self->tables = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) spz_table_free);
  self->by_name = g_hash_table_new (NULL, NULL);

  for (const GType *type = spz_record_types (); *type != G_TYPE_INVALID; type++)
    {
      SpzTable *table = spz_table_new (*type);

      g_hash_table_insert (self->tables, GSIZE_TO_POINTER (*type), table);
      g_hash_table_insert (self->by_name, (gpointer) spz_table_get_class (table)->table, table);
    }
}

/**
 * spz_programme_open:
 * @path: the file's path
 * @flags: how to open it
 * @error: return location for an #SPZ_ERROR
 *
 * Opens a programme file and reads it. This may take a while: in an interface
 * use spz_programme_open_async(). The programme belongs to the thread that
 * uses it first after it was opened.
 *
 * Returns: (transfer full): the programme, or %NULL with @error set
 */
SpzProgramme *
spz_programme_open (const char     *path,
                    SpzStoreFlags   flags,
                    GError        **error)
{
  g_autoptr (SpzProgramme) self = g_object_new (SPZ_TYPE_PROGRAMME, NULL);

  g_return_val_if_fail (path != NULL, NULL);

  self->store = spz_store_open (path, flags, error);
  if (self->store == NULL || !spz_programme_reload (self, error))
    return NULL;

  if (spz_programme_get_info (self) == NULL)
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_DAMAGED,
                   /* Translators: %s is a file name */
                   _("“%s” is damaged: the line about the programme is missing. Please open a backup copy; the file was not changed."),
                   path);
      return NULL;
    }

  self->shown_date = spz_programme_get_reference_date (self);
  g_signal_connect (self->store, "changed", G_CALLBACK (store_changed_cb), self);
  g_signal_connect (self->store, "reloaded", G_CALLBACK (store_reloaded_cb), self);
  g_signal_connect (self->store, "history-changed", G_CALLBACK (store_history_changed_cb), self);

  return g_steal_pointer (&self);
}

static void
open_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  SpzStoreFlags flags = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (task), "spz-flags"));
  g_autoptr (GError) error = NULL;
  SpzProgramme *programme = spz_programme_open (task_data, flags, &error);

  if (programme == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, programme, g_object_unref);
}

/**
 * spz_programme_open_async:
 * @path: the file's path
 * @flags: how to open it
 * @cancellable: (nullable): a cancellable
 * @callback: called when the programme is open or could not be opened
 * @user_data: for @callback
 *
 * Opens a programme file in a worker thread.
 */
void
spz_programme_open_async (const char          *path,
                          SpzStoreFlags        flags,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, spz_programme_open_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_object_set_data (G_OBJECT (task), "spz-flags", GINT_TO_POINTER (flags));
  g_task_run_in_thread (task, open_thread);
}

/**
 * spz_programme_open_finish:
 * @result: the result
 * @error: return location for an #SPZ_ERROR
 *
 * Returns: (transfer full): the programme, or %NULL with @error set
 */
SpzProgramme *
spz_programme_open_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * spz_programme_get_store:
 * @self: a programme
 *
 * Returns: (transfer none): its file
 */
SpzStore *
spz_programme_get_store (SpzProgramme *self)
{
  return self->store;
}

/**
 * spz_programme_get_table:
 * @self: a programme
 * @type: a record type
 *
 * Returns: (transfer none): the table of @type
 */
SpzTable *
spz_programme_get_table (SpzProgramme *self,
                         GType         type)
{
  return g_hash_table_lookup (self->tables, GSIZE_TO_POINTER (type));
}

/**
 * spz_programme_get_path:
 * @self: a programme
 *
 * Returns: (transfer none): its file's path
 */
const char *
spz_programme_get_path (SpzProgramme *self)
{
  g_return_val_if_fail (SPZ_IS_PROGRAMME (self), NULL);

  return spz_store_get_path (self->store);
}

/**
 * spz_programme_get_read_only:
 * @self: a programme
 *
 * Returns: whether it can only be looked at
 */
gboolean
spz_programme_get_read_only (SpzProgramme *self)
{
  g_return_val_if_fail (SPZ_IS_PROGRAMME (self), TRUE);

  return spz_store_get_read_only (self->store);
}

/**
 * spz_programme_refresh:
 * @self: a programme
 * @error: return location for an #SPZ_ERROR
 *
 * Reads the file again if somebody else has written to it, as when the user
 * comes back to a window.
 *
 * Returns: %FALSE if the file can't be read or is no longer where it was
 */
gboolean
spz_programme_refresh (SpzProgramme  *self,
                       GError       **error)
{
  g_return_val_if_fail (SPZ_IS_PROGRAMME (self), FALSE);

  /* What is being written wins, or is refused when it is committed */
  if (spz_store_in_transaction (self->store))
    return TRUE;

  return spz_store_refresh (self->store, error);
}

/**
 * spz_programme_get_info:
 * @self: a programme
 *
 * Returns: (transfer none): the record about the programme as a whole
 */
SpzProgrammeInfo *
spz_programme_get_info (SpzProgramme *self)
{
  g_return_val_if_fail (SPZ_IS_PROGRAMME (self), NULL);

  return spz_record_list_get (spz_programme_get_list (self, SPZ_TYPE_PROGRAMME_INFO), 0);
}

/**
 * spz_programme_get_reference_date:
 * @self: a programme
 *
 * The date the programme is looked at from (Stichtag); "today" is never asked
 * of the clock elsewhere. It is the value of the environment variable
 * `SPZ_TODAY` (an ISO 8601 date, for tests), else what the programme says,
 * else the present day.
 *
 * Returns: the reference date
 */
SpzDate
spz_programme_get_reference_date (SpzProgramme *self)
{
  SpzDate date;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (self), SPZ_DATE_NONE);

  date = spz_date_parse_iso (g_getenv ("SPZ_TODAY"));
  if (date == SPZ_DATE_NONE)
    date = spz_programme_get_info (self)->reference_date;
  if (date == SPZ_DATE_NONE)
    date = spz_date_today ();

  return date;
}

/**
 * spz_programme_get_list:
 * @self: a programme
 * @type: a record type
 *
 * Returns: (transfer none): the live list of all records of @type, in order
 */
SpzRecordList *
spz_programme_get_list (SpzProgramme *self,
                        GType         type)
{
  SpzTable *table;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (self), NULL);

  table = spz_programme_get_table (self, type);
  g_return_val_if_fail (table != NULL, NULL);

  return spz_table_get_all (table);
}

/**
 * spz_programme_get_children:
 * @self: a programme
 * @type: a record type
 * @reference: the name of one of its references
 * @id: the id of the record referred to, or 0 for "none"
 *
 * Returns: (transfer none): the live list of the records of @type whose
 *   @reference is @id, in order
 */
SpzRecordList *
spz_programme_get_children (SpzProgramme *self,
                            GType         type,
                            const char   *reference,
                            gint64        id)
{
  SpzTable *table;
  int field;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (self), NULL);

  table = spz_programme_get_table (self, type);
  g_return_val_if_fail (table != NULL, NULL);

  field = spz_record_class_find_field (spz_table_get_class (table), reference);
  g_return_val_if_fail (field >= 0, NULL);

  return spz_table_get_children (table, (guint) field, id);
}

/**
 * spz_programme_lookup:
 * @self: a programme
 * @type: a record type
 * @id: a row's id
 *
 * Returns: (transfer none) (nullable): the record, or %NULL where there is none
 */
gpointer
spz_programme_lookup (SpzProgramme *self,
                      GType         type,
                      gint64        id)
{
  SpzTable *table;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (self), NULL);

  table = spz_programme_get_table (self, type);
  g_return_val_if_fail (table != NULL, NULL);

  return spz_table_lookup (table, id);
}

/**
 * spz_programme_lookup_table:
 * @self: a programme
 * @table: a table's name, interned
 * @id: a row's id
 *
 * Finds a record by what an #SpzChange says of it.
 *
 * Returns: (transfer none) (nullable): the record, or %NULL where there is none
 */
gpointer
spz_programme_lookup_table (SpzProgramme *self,
                            const char   *table,
                            gint64        id)
{
  SpzTable *found;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (self), NULL);

  found = g_hash_table_lookup (self->by_name, table);

  return found ? spz_table_lookup (found, id) : NULL;
}

static void
copy_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  SpzProgramme *self = source_object;
  gboolean with_history = g_object_get_data (G_OBJECT (task), "spz-history") != NULL;
  g_autoptr (GError) error = NULL;

  if (!spz_store_copy_to (self->store, task_data, with_history, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * spz_programme_copy_to_async:
 * @self: a programme
 * @path: the copy's path
 * @with_history: whether the copy keeps what can be undone, deleted text included
 * @cancellable: (nullable): a cancellable
 * @callback: called when the copy is written or could not be
 * @user_data: for @callback
 *
 * Writes a copy in a worker thread. A file at @path is replaced only by a
 * complete copy.
 */
void
spz_programme_copy_to_async (SpzProgramme        *self,
                             const char          *path,
                             gboolean             with_history,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SPZ_IS_PROGRAMME (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, spz_programme_copy_to_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_object_set_data (G_OBJECT (task), "spz-history", GINT_TO_POINTER (with_history));
  g_task_run_in_thread (task, copy_thread);
}

/**
 * spz_programme_copy_to_finish:
 * @self: a programme
 * @result: the result
 * @error: return location for an #SPZ_ERROR
 *
 * Returns: whether the copy was written
 */
gboolean
spz_programme_copy_to_finish (SpzProgramme  *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
