/* spz-copy.c: whole files
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define _GNU_SOURCE /* renameat2 */

#include "config.h"

#include "spz-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "spz-database-private.h"
#include "spz-error.h"

/* A new file is written under another name in the same folder and gets its
 * own when it is whole. An open file is never touched but through SQLite:
 * closing any other descriptor of it would drop SQLite's locks. */

static void
set_error_from_errno (GError     **error,
                      const char  *path,
                      int          code)
{
  g_autofree char *name = g_filename_display_basename (path);

  switch (code)
    {
    case EEXIST:
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_ACCESS,
                   _("“%s” exists already. Please choose another name."), name);
      break;

    case ENOENT:
    case ENOTDIR:
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_NOT_FOUND,
                   _("The folder for “%s” does not exist."), name);
      break;

    case ENOSPC:
    case EDQUOT:
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_FULL,
                   _("There is no room left for “%s”. Please free some space."), name);
      break;

    default:
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_ACCESS,
                   _("“%s” cannot be written there: you have no permission for the folder. "
                     "Please choose another one."), name);
      break;
    }
}

/*
 * spz_store_make_temporary:
 * @path: where a file is to be
 * @error: return location for an error
 *
 * Makes an empty file in the folder of @path.
 *
 * Returns: (transfer full) (nullable) (type filename): its path
 */
char *
spz_store_make_temporary (const char  *path,
                          GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, ".sprechzettel-XXXXXX", NULL);
  int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666);

  if (fd < 0)
    {
      set_error_from_errno (error, path, errno);
      return NULL;
    }

  close (fd);

  return g_steal_pointer (&temporary);
}

static gboolean
sync_path (const char *path,
           int         flags)
{
  int fd = g_open (path, flags | O_CLOEXEC, 0);
  gboolean done = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);

  return done;
}

static int
rename_without_replacing (const char *from,
                          const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return 0;

  /* Some file systems can't do that, but have hard links */
  if (errno != EINVAL && errno != ENOSYS)
    return -1;

  return link (from, to) == 0 ? g_unlink (from) : -1;
}

/*
 * spz_store_publish:
 * @temporary: a file from spz_store_make_temporary() that is open nowhere
 * @path: the name it gets
 * @replace: whether a file of that name may be replaced
 * @error: return location for an error
 *
 * Gives a file that is whole its name, or removes it.
 *
 * Returns: whether it has its name, which outlasts a power cut
 */
gboolean
spz_store_publish (const char  *temporary,
                   const char  *path,
                   gboolean     replace,
                   GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  if (!sync_path (temporary, O_RDONLY) ||
      (replace ? g_rename (temporary, path)
               : rename_without_replacing (temporary, path)) != 0)
    {
      set_error_from_errno (error, path, errno);
      g_unlink (temporary);
      return FALSE;
    }

  /* What a crash left of the file that had this name before would otherwise be
   * rolled back into this one */
  g_unlink (journal);

  /* Not all file systems can; the file is there all the same */
  sync_path (folder, O_RDONLY | O_DIRECTORY);

  return TRUE;
}

/* Copies the committed rows into the empty file @temporary */
static gboolean
copy_rows (sqlite3     *db,
           const char  *path,
           const char  *temporary,
           GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  statement = spz_database_prepare (db, path, "VACUUM INTO ?", error);
  if (statement == NULL)
    return FALSE;

  if (sqlite3_bind_text (statement, 1, temporary, -1, SQLITE_STATIC) != SQLITE_OK ||
      sqlite3_step (statement) != SQLITE_DONE)
    {
      spz_database_set_error (error, db, path);
      return FALSE;
    }

  return TRUE;
}

/* VACUUM, so that nothing of the deleted text is left in the file */
static gboolean
remove_history (const char  *temporary,
                const char  *path,
                GError     **error)
{
  g_autoptr (sqlite3) db = spz_database_open (temporary, SQLITE_OPEN_READWRITE, error);

  return db != NULL &&
         spz_database_exec (db, path, "DELETE FROM " SPZ_SCHEMA_HISTORY "; VACUUM;", error);
}

/*
 * spz_store_back_up_beside:
 * @db: a connection
 * @path: its file's path
 * @version: its schema version
 * @error: return location for an error
 *
 * Copies the file before it is changed for ever: "plan.db" of version 1 to
 * "plan.db.v1", or ".v1-2" and so on if that exists.
 *
 * Returns: whether there is a copy
 */
gboolean
spz_store_back_up_beside (sqlite3     *db,
                          const char  *path,
                          int          version,
                          GError     **error)
{
  g_autofree char *temporary = spz_store_make_temporary (path, error);
  g_autofree char *backup = NULL;

  if (temporary == NULL)
    return FALSE;

  if (!copy_rows (db, path, temporary, error))
    {
      g_unlink (temporary);
      return FALSE;
    }

  backup = g_strdup_printf ("%s.v%d", path, version);
  for (guint i = 2; g_file_test (backup, G_FILE_TEST_EXISTS); i++)
    {
      g_free (backup);
      backup = g_strdup_printf ("%s.v%d-%u", path, version, i);
    }

  return spz_store_publish (temporary, backup, FALSE, error);
}

static gboolean
is_same_file (const char *path,
              const char *other)
{
  GStatBuf status, other_status;

  return g_stat (path, &status) == 0 && g_stat (other, &other_status) == 0 &&
         status.st_dev == other_status.st_dev && status.st_ino == other_status.st_ino;
}

static gboolean
check_rows (SpzStore    *self,
            const char  *sql,
            const char  *format,
            GPtrArray   *messages,
            GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = spz_database_prepare (self->db, self->path, sql, error);
  int result;

  if (statement == NULL)
    return FALSE;

  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *text = (const char *) sqlite3_column_text (statement, 0);

      if (g_strcmp0 (text, "ok") != 0)
        g_ptr_array_add (messages, g_strconcat (format, " ", text, NULL));
    }

  if (result != SQLITE_DONE)
    {
      spz_database_set_error (error, self->db, self->path);
      return FALSE;
    }

  return TRUE;
}

/* Public API */

/**
 * spz_store_may_copy_to:
 * @self: a store
 * @path: where a copy is to be
 * @error: return location for an error of the domain %SPZ_ERROR
 *
 * Returns: whether that is another file than the store's own
 */
gboolean
spz_store_may_copy_to (SpzStore    *self,
                       const char  *path,
                       GError     **error)
{
  g_autofree char *target = NULL;

  g_return_val_if_fail (SPZ_IS_STORE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  target = g_canonicalize_filename (path, NULL);
  if (!is_same_file (self->path, target))
    return TRUE;

  g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                       _("This is the open file itself. Please choose another name for the copy."));

  return FALSE;
}

/**
 * spz_store_forget_history:
 * @self: a store that is in no transaction
 * @error: return location for an error of the domain %SPZ_ERROR
 *
 * Forgets the steps that were done, and with them every text that was deleted.
 * Nothing can be undone then; a copy has nothing of it, see spz_store_copy_to().
 *
 * Returns: whether it is forgotten
 */
gboolean
spz_store_forget_history (SpzStore  *self,
                          GError   **error)
{
  g_return_val_if_fail (SPZ_IS_STORE (self), FALSE);
  g_return_val_if_fail (!spz_store_in_transaction (self), FALSE);

  return spz_database_exec (self->db, self->path, "DELETE FROM " SPZ_SCHEMA_HISTORY, error) &&
         spz_store_load_labels (self, error);
}

/**
 * spz_store_copy_to:
 * @self: a store
 * @path: where the copy is to be; a file there is replaced
 * @with_history: whether the copy keeps the steps that were done, and with
 *   them every text that was ever deleted
 * @error: return location for an error of the domain %SPZ_ERROR
 *
 * Copies what is committed. May be called from any thread while the store is
 * used in another: it has a connection of its own.
 *
 * Returns: whether there is a whole copy; if not, a file at @path is as before
 */
gboolean
spz_store_copy_to (SpzStore    *self,
                   const char  *path,
                   gboolean     with_history,
                   GError     **error)
{
  g_autoptr (sqlite3) db = NULL;
  g_autofree char *target = NULL;
  g_autofree char *temporary = NULL;

  g_return_val_if_fail (SPZ_IS_STORE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!spz_store_may_copy_to (self, path, error))
    return FALSE;

  target = g_canonicalize_filename (path, NULL);
  db = spz_database_open (self->path, SQLITE_OPEN_READONLY, error);
  if (db == NULL)
    return FALSE;

  temporary = spz_store_make_temporary (target, error);
  if (temporary == NULL)
    return FALSE;

  if (!copy_rows (db, target, temporary, error) ||
      (!with_history && !remove_history (temporary, target, error)))
    {
      g_unlink (temporary);
      return FALSE;
    }

  return spz_store_publish (temporary, target, TRUE, error);
}

/**
 * spz_store_check:
 * @self: a store
 * @error: return location for an error of the domain %SPZ_ERROR
 *
 * Checks the whole file: pages and indices, references, and the history.
 *
 * Returns: (transfer container) (element-type utf8) (nullable): what is wrong,
 *   in sentences; empty if nothing is
 */
GPtrArray *
spz_store_check (SpzStore  *self,
                 GError   **error)
{
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (SPZ_IS_STORE (self), NULL);

  if (!check_rows (self, "PRAGMA integrity_check", _("Damage:"), messages, error) ||
      !check_rows (self,
                   "SELECT \"table\" || ' ' || rowid || ' → ' || parent "
                   "FROM pragma_foreign_key_check",
                   _("Reference to something that is not there:"), messages, error) ||
      !spz_store_check_history (self, messages, error))
    return NULL;

  return g_steal_pointer (&messages);
}
