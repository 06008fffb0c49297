/* spz-store.c: one SQLite file
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-store.h"

#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "spz-changeset-private.h"
#include "spz-database-private.h"
#include "spz-error.h"
#include "spz-store-private.h"

/**
 * SpzStore:
 *
 * One SQLite file: rows are read from it, and changed in named transactions
 * each of which is one undoable step. See spz-history.c for the steps.
 */

G_DEFINE_FINAL_TYPE (SpzStore, spz_store, G_TYPE_OBJECT)

enum
{
  CHANGED,
  HISTORY_CHANGED,
  RELOADED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Opening */

static gboolean
create_file (const char  *path,
             SpzSchema   *schema,
             GError     **error)
{
  g_autoptr (sqlite3) db = NULL;
  g_autofree char *temporary = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_set_error (error, SPZ_ERROR, SPZ_ERROR_ACCESS,
                   _("“%s” exists already. Please choose another name."), name);
      return FALSE;
    }

  temporary = spz_store_make_temporary (path, error);
  if (temporary == NULL)
    return FALSE;

  db = spz_database_open (temporary, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  if (db == NULL || !spz_schema_migrate (schema, db, path, 0, error))
    {
      g_unlink (temporary);
      return FALSE;
    }

  g_clear_pointer (&db, sqlite3_close_v2);

  return spz_store_publish (temporary, path, FALSE, error);
}

/* A file that may only be read is brought up to date in memory */
static gboolean
update_in_memory (SpzStore  *self,
                  int        version,
                  GError   **error)
{
  g_autoptr (sqlite3) db = spz_database_open_in_memory (self->db, self->path, error);

  if (db == NULL || !spz_schema_migrate (self->schema, db, self->path, version, error))
    return FALSE;

  sqlite3_close_v2 (self->db);
  self->db = g_steal_pointer (&db);

  return TRUE;
}

static gboolean
update_file (SpzStore  *self,
             int        version,
             GError   **error)
{
  if (self->read_only)
    return update_in_memory (self, version, error);

  return spz_store_back_up_beside (self->db, self->path, version, error) &&
         spz_schema_migrate (self->schema, self->db, self->path, version, error);
}

/* A file in a folder without permission to write can't have a journal */
static gboolean
is_read_only (sqlite3    *db,
              const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return sqlite3_db_readonly (db, "main") != 0 || faccessat (AT_FDCWD, folder, W_OK, AT_EACCESS) != 0;
}

static gint64
read_data_version (SpzStore  *self,
                   GError   **error)
{
  sqlite3_stmt *statement = spz_store_take_statement (self, "PRAGMA data_version", error);
  gint64 version = -1;

  if (statement == NULL)
    return -1;

  if (sqlite3_step (statement) == SQLITE_ROW)
    version = sqlite3_column_int64 (statement, 0);
  else
    spz_database_set_error (error, self->db, self->path);
  spz_store_give_statement (self, statement);

  return version;
}

static gboolean
open_file (SpzStore  *self,
           gboolean   read_only,
           GError   **error)
{
  g_autofree char *description = NULL;
  int version;

  self->db = spz_database_open (self->path,
                                read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE,
                                error);
  if (self->db == NULL ||
      !spz_database_read_version (self->db, self->path, self->schema->version, &version, error))
    return FALSE;

  description = spz_schema_describe (self->schema, version);
  if (!spz_database_verify (self->db, self->path, description, error))
    return FALSE;

  self->read_only = is_read_only (self->db, self->path);

  /* Not WAL: a mailed or copied file would miss its last commits */
  if (!self->read_only &&
      !spz_database_exec (self->db, self->path,
                          "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;", error))
    return FALSE;

  if (version < self->schema->version && !update_file (self, version, error))
    return FALSE;

  self->data_version = read_data_version (self, error);

  return self->data_version >= 0 && spz_store_load_labels (self, error);
}

/*
 * spz_store_open_with_schema:
 * @path: a file's path
 * @flags: how to open it
 * @schema: (transfer full): the schema it has, or is brought to
 * @error: return location for an error
 *
 * Does what spz_store_open() does, for any schema.
 *
 * Returns: (nullable) (transfer full): the open store
 */
SpzStore *
spz_store_open_with_schema (const char     *path,
                            SpzStoreFlags   flags,
                            SpzSchema      *schema,
                            GError        **error)
{
  g_autoptr (SpzStore) self = g_object_new (SPZ_TYPE_STORE, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  self->schema = schema;

  if (flags == SPZ_STORE_CREATE && !create_file (self->path, schema, error))
    return NULL;

  if (!open_file (self, flags == SPZ_STORE_READ_ONLY, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* Transactions */

static gboolean
has_moved (SpzStore  *self,
           GError   **error)
{
  g_autofree char *name = NULL;
  int moved = 0;

  if (sqlite3_file_control (self->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK ||
      !moved)
    return FALSE;

  name = g_filename_display_basename (self->path);
  g_set_error (error, SPZ_ERROR, SPZ_ERROR_ACCESS,
               _("“%s” was moved, renamed or replaced while it was open. "
                 "Please save a copy, or open it again."), name);

  return TRUE;
}

static gboolean
reload (SpzStore  *self,
        gint64     data_version,
        GError   **error)
{
  self->data_version = data_version;
  self->last_step = 0;

  if (!spz_store_load_labels (self, error))
    return FALSE;

  g_signal_emit (self, signals[RELOADED], 0);
  g_signal_emit (self, signals[HISTORY_CHANGED], 0);

  return TRUE;
}

/* What is about to be written was decided from rows that are no longer so */
static gboolean
refuse_stale (SpzStore  *self,
              gint64     data_version,
              GError   **error)
{
  g_autofree char *name = g_filename_display_basename (self->path);

  if (reload (self, data_version, error))
    g_set_error (error, SPZ_ERROR, SPZ_ERROR_BUSY,
                 _("“%s” was changed elsewhere and has been read again. "
                   "Please look at it and repeat your last step."), name);

  return FALSE;
}

/*
 * spz_store_begin_writing:
 * @self: a store outside of a transaction
 * @error: return location for an error
 *
 * Begins a transaction, unless the file can't be written or is no longer what
 * was read from it.
 *
 * Returns: whether a transaction has begun
 */
gboolean
spz_store_begin_writing (SpzStore  *self,
                         GError   **error)
{
  gint64 data_version;

  if (self->read_only)
    {
      g_autofree char *name = g_filename_display_basename (self->path);

      g_set_error (error, SPZ_ERROR, SPZ_ERROR_ACCESS,
                   _("“%s” can only be read. Please save a copy to make changes."), name);
      return FALSE;
    }

  if (has_moved (self, error) ||
      !spz_database_exec (self->db, self->path, "BEGIN IMMEDIATE", error))
    return FALSE;

  data_version = read_data_version (self, error);
  if (data_version == self->data_version)
    return TRUE;

  spz_store_cancel_writing (self);

  return data_version >= 0 && refuse_stale (self, data_version, error);
}

/*
 * spz_store_end_writing:
 * @self: a store in a transaction
 * @error: return location for an error
 *
 * Commits the transaction, or takes it back if that fails.
 *
 * Returns: whether it was committed
 */
gboolean
spz_store_end_writing (SpzStore  *self,
                       GError   **error)
{
  if (spz_database_exec (self->db, self->path, "COMMIT", error))
    return TRUE;

  spz_store_cancel_writing (self);

  return FALSE;
}

/*
 * spz_store_cancel_writing:
 * @self: a store
 *
 * Takes the transaction back, if SQLite has not done so after a grave error.
 */
void
spz_store_cancel_writing (SpzStore *self)
{
  if (!sqlite3_get_autocommit (self->db) &&
      sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL) != SQLITE_OK)
    g_critical ("A transaction could not be rolled back: %s", sqlite3_errmsg (self->db));
}

/*
 * spz_store_emit_changed:
 * @self: a store
 * @changes: (element-type SpzChange): what was committed
 *
 * Tells everybody what has changed.
 */
void
spz_store_emit_changed (SpzStore *self,
                        GArray   *changes)
{
  SpzChanges all = { (const SpzChange *) (gpointer) changes->data, changes->len };

  g_signal_emit (self, signals[CHANGED], 0, &all);
  g_signal_emit (self, signals[HISTORY_CHANGED], 0);
}

/* Only the tables that are named: the history must not record itself */
static gboolean
start_session (SpzStore  *self,
               GError   **error)
{
  GPtrArray *tables = self->schema->tables;
  int result = sqlite3session_create (self->db, "main", &self->session);

  for (guint i = 0; result == SQLITE_OK && i < tables->len; i++)
    {
      const SpzTable *table = g_ptr_array_index (tables, i);

      result = sqlite3session_attach (self->session, table->name);
    }

  if (result != SQLITE_OK)
    {
      spz_database_set_error (error, NULL, self->path);
      return FALSE;
    }

  return TRUE;
}

static void
end_transaction (SpzStore *self)
{
  g_clear_pointer (&self->session, sqlite3session_delete);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->merge_key, g_free);
}

/*
 * spz_store_is_writing:
 * @self: a store
 * @error: return location for an error
 *
 * Makes sure that what is written next is a part of the transaction: after a
 * grave error SQLite takes a transaction back by itself.
 *
 * Returns: whether it is
 */
gboolean
spz_store_is_writing (SpzStore  *self,
                      GError   **error)
{
  if (!sqlite3_get_autocommit (self->db))
    return TRUE;

  g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_FAILED,
                       _("The last step failed and was taken back as a whole."));

  return FALSE;
}

static GBytes *
take_changeset (SpzStore  *self,
                GError   **error)
{
  void *data = NULL;
  int size = 0;

  if (!spz_store_is_writing (self, error))
    return NULL;

  if (sqlite3session_changeset (self->session, &size, &data) != SQLITE_OK)
    {
      spz_database_set_error (error, NULL, self->path);
      return NULL;
    }

  return g_bytes_new_with_free_func (data, size, sqlite3_free, data);
}

/* Overrides */

static void
spz_store_finalize (GObject *object)
{
  SpzStore *self = SPZ_STORE (object);

  if (self->session != NULL)
    spz_store_rollback (self);

  g_hash_table_unref (self->statements);
  g_clear_pointer (&self->db, sqlite3_close_v2);
  g_clear_pointer (&self->schema, spz_schema_free);
  g_free (self->last_merge_key);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_free (self->path);

  G_OBJECT_CLASS (spz_store_parent_class)->finalize (object);
}

static void
spz_store_class_init (SpzStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = spz_store_finalize;

  /**
   * SpzStore::changed:
   * @self: the store
   * @changes: (type SpzChanges): which rows, each at most once
   *
   * Rows were committed, by an edit, an undo or a redo.
   */
  signals[CHANGED] = g_signal_new ("changed", SPZ_TYPE_STORE, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * SpzStore::history-changed:
   * @self: the store
   *
   * There is another step to undo or to redo.
   */
  signals[HISTORY_CHANGED] = g_signal_new ("history-changed", SPZ_TYPE_STORE, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SpzStore::reloaded:
   * @self: the store
   *
   * Somebody else wrote to the file: whatever was read from it may have
   * changed and must be read again.
   */
  signals[RELOADED] = g_signal_new ("reloaded", SPZ_TYPE_STORE, G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static void
spz_store_init (SpzStore *self)
{
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
}

/* Public API */

/**
 * spz_store_open:
 * @path: a file's path
 * @flags: how to open it
 * @error: return location for an error of the domain %SPZ_ERROR
 *
 * Opens a programme file, after having made sure that it is one, that this
 * program knows its version and that it is whole. A file that is refused is
 * left as it is. An older one is brought up to date, with a copy of the old
 * one kept beside it.
 *
 * A file that can't be written is opened for reading: see
 * spz_store_get_read_only().
 *
 * Returns: (transfer full) (nullable): the open file
 */
SpzStore *
spz_store_open (const char     *path,
                SpzStoreFlags   flags,
                GError        **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return spz_store_open_with_schema (path, flags, spz_schema_new (SPZ_SCHEMA_MIGRATIONS), error);
}

/**
 * spz_store_get_path:
 * @self: a store
 *
 * Gets the absolute path of the file.
 *
 * Returns: (transfer none): the path
 */
const char *
spz_store_get_path (SpzStore *self)
{
  g_return_val_if_fail (SPZ_IS_STORE (self), NULL);

  return self->path;
}

/**
 * spz_store_get_read_only:
 * @self: a store
 *
 * Finds out whether every change will be refused, because that was asked for
 * or because the file or its folder can't be written.
 *
 * Returns: whether the file can only be read
 */
gboolean
spz_store_get_read_only (SpzStore *self)
{
  g_return_val_if_fail (SPZ_IS_STORE (self), TRUE);

  return self->read_only;
}

/**
 * spz_store_refresh:
 * @self: a store outside of a transaction
 * @error: return location for an error of the domain %SPZ_ERROR
 *
 * Looks whether somebody else has written to the file; if so, emits
 * #SpzStore::reloaded. To be called when the user comes back to a window.
 *
 * Returns: %FALSE if the file can't be read or is no longer where it was
 */
gboolean
spz_store_refresh (SpzStore  *self,
                   GError   **error)
{
  gint64 data_version;

  g_return_val_if_fail (SPZ_IS_STORE (self), FALSE);
  g_return_val_if_fail (self->session == NULL, FALSE);

  if (has_moved (self, error))
    return FALSE;

  data_version = read_data_version (self, error);
  if (data_version < 0)
    return FALSE;

  return data_version == self->data_version || reload (self, data_version, error);
}

/**
 * spz_store_begin:
 * @self: a store outside of a transaction
 * @label: what is about to be done, in the user's language, for the undo menu
 * @merge_key: (nullable): if the last step had the same key and nothing was
 *   undone since, this transaction becomes a part of that step
 * @error: return location for an error of the domain %SPZ_ERROR
 *
 * Begins a transaction.
 *
 * If somebody else has written to the file since it was read, the transaction
 * is refused with %SPZ_ERROR_BUSY, after #SpzStore::reloaded was emitted.
 *
 * Returns: whether it has begun
 */
gboolean
spz_store_begin (SpzStore    *self,
                 const char  *label,
                 const char  *merge_key,
                 GError     **error)
{
  g_return_val_if_fail (SPZ_IS_STORE (self), FALSE);
  g_return_val_if_fail (label != NULL, FALSE);
  g_return_val_if_fail (self->session == NULL, FALSE);

  if (!spz_store_begin_writing (self, error))
    return FALSE;

  if (!start_session (self, error))
    {
      spz_store_rollback (self);
      return FALSE;
    }

  self->label = g_strdup (label);
  self->merge_key = g_strdup (merge_key);

  return TRUE;
}

/**
 * spz_store_end_merging:
 * @self: a store
 *
 * Lets the next transaction be a step of its own, whatever its merge key is.
 */
void
spz_store_end_merging (SpzStore *self)
{
  g_return_if_fail (SPZ_IS_STORE (self));

  g_clear_pointer (&self->last_merge_key, g_free);
}

/**
 * spz_store_commit:
 * @self: a store in a transaction
 * @error: return location for an error of the domain %SPZ_ERROR
 *
 * Makes the transaction's changes lasting, as one step that can be undone.
 * If nothing was changed, there is no step. Whatever happens, the transaction
 * is over; if it fails, nothing of it remains.
 *
 * Returns: whether the changes are in the file
 */
gboolean
spz_store_commit (SpzStore  *self,
                  GError   **error)
{
  g_autoptr (GBytes) changeset = NULL;
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (SpzChange));

  g_return_val_if_fail (SPZ_IS_STORE (self), FALSE);
  g_return_val_if_fail (self->session != NULL, FALSE);

  changeset = take_changeset (self, error);
  if (changeset == NULL)
    {
      spz_store_rollback (self);
      return FALSE;
    }

  if (g_bytes_get_size (changeset) == 0)
    {
      spz_store_rollback (self);
      return TRUE;
    }

  if (!spz_changeset_parse (changeset, self->schema, changes))
    g_assert_not_reached ();

  if (!spz_store_record (self, changeset, error))
    {
      spz_store_rollback (self);
      return FALSE;
    }

  end_transaction (self);
  spz_store_emit_changed (self, changes);

  return TRUE;
}

/**
 * spz_store_rollback:
 * @self: a store in a transaction
 *
 * Takes back what was done in the transaction, and ends it.
 */
void
spz_store_rollback (SpzStore *self)
{
  g_return_if_fail (SPZ_IS_STORE (self));

  end_transaction (self);
  spz_store_cancel_writing (self);
}

/**
 * spz_store_in_transaction:
 * @self: a store
 *
 * Finds out whether a transaction has begun and is not over.
 *
 * Returns: whether it is in a transaction
 */
gboolean
spz_store_in_transaction (SpzStore *self)
{
  g_return_val_if_fail (SPZ_IS_STORE (self), FALSE);

  return self->session != NULL;
}
