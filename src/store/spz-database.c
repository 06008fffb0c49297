/* spz-database.c: a hardened connection to a SQLite file
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-database-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "spz-error.h"

/* How long to wait for somebody else's transaction, in milliseconds. A commit
 * takes about one; more than this would be felt as a frozen window. */
#define BUSY_TIMEOUT 1000

/* A file from elsewhere can ask for as much memory as it likes. In bytes, for
 * the whole process. */
#define HEAP_LIMIT (G_GINT64_CONSTANT (512) * 1024 * 1024)

#define HEADER_SIZE         100
#define HEADER_MAGIC        "SQLite format 3"
#define HEADER_PAGE_SIZE    16
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION  68

static guint32
read_uint32 (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3];
}

static gboolean
check_path (const char  *path,
            GError     **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    {
      if (errno == EACCES)
        g_set_error (error, SPZ_ERROR, SPZ_ERROR_ACCESS,
                     _("“%s” cannot be read: you have no permission for its folder."), name);
      else
        g_set_error (error, SPZ_ERROR, SPZ_ERROR_NOT_FOUND,
                     _("“%s” does not exist. It may have been moved or renamed."), name);
      return FALSE;
    }

  if (S_ISDIR (status.st_mode))
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_NOT_PROGRAMME,
                   _("“%s” is a folder. Please choose a programme file."), name);
      return FALSE;
    }

  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_NOT_PROGRAMME,
                   _("“%s” is not a file. Please choose a programme file."), name);
      return FALSE;
    }

  if (faccessat (AT_FDCWD, path, R_OK, AT_EACCESS) != 0)
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_ACCESS,
                   _("“%s” cannot be read: you have no permission for it."), name);
      return FALSE;
    }

  return TRUE;
}

static void
set_limits (sqlite3 *db)
{
  static const struct { int id; int value; } limits[] = {
    { SQLITE_LIMIT_LENGTH, 256 * 1024 * 1024 },
    { SQLITE_LIMIT_SQL_LENGTH, 64 * 1024 },
    { SQLITE_LIMIT_COLUMN, 100 },
    { SQLITE_LIMIT_EXPR_DEPTH, 50 },
    { SQLITE_LIMIT_COMPOUND_SELECT, 5 },
    { SQLITE_LIMIT_FUNCTION_ARG, 8 },
    { SQLITE_LIMIT_ATTACHED, 1 }, /* VACUUM INTO attaches its target */
    { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100 },
    { SQLITE_LIMIT_VARIABLE_NUMBER, 100 },
    { SQLITE_LIMIT_TRIGGER_DEPTH, 100 }, /* also bounds cascades */
    { SQLITE_LIMIT_WORKER_THREADS, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (db, limits[i].id, limits[i].value);
}

static gboolean
set_options (sqlite3     *db,
             const char  *path,
             GError     **error)
{
  static const struct { int id; int value; } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      int result;

      if (sqlite3_db_config (db, options[i].id, options[i].value, &result) != SQLITE_OK ||
          result != options[i].value)
        {
          spz_database_set_error (error, db, path);
          return FALSE;
        }
    }

  return TRUE;
}

/* None of these reads the file: what it is has not been looked at yet, and
 * reading would roll back a journal that may be another program's. */
static gboolean
harden (sqlite3     *db,
        const char  *path,
        GError     **error)
{
  sqlite3_extended_result_codes (db, 1);
  sqlite3_busy_timeout (db, BUSY_TIMEOUT);
  sqlite3_hard_heap_limit64 (HEAP_LIMIT);
  set_limits (db);

  return set_options (db, path, error) &&
         spz_database_exec (db, path,
                            "PRAGMA mmap_size = 0;"
                            "PRAGMA cell_size_check = ON;"
                            /* Others read on until a commit, however large it is */
                            "PRAGMA cache_spill = OFF;"
                            "PRAGMA temp_store = MEMORY;",
                            error);
}

/*
 * spz_database_open:
 * @path: an absolute path
 * @flags: SQLITE_OPEN_… flags
 * @error: return location for an error
 *
 * Connects to a file, or with %SQLITE_OPEN_CREATE makes an empty one. Nothing
 * of an existing file is believed yet, and nothing of it is changed: see
 * spz_database_read_version() and spz_database_verify().
 *
 * Returns: (nullable): a connection
 */
sqlite3 *
spz_database_open (const char  *path,
                   int          flags,
                   GError     **error)
{
  g_autoptr (sqlite3) db = NULL;

  if (!(flags & SQLITE_OPEN_CREATE) && !check_path (path, error))
    return NULL;

  if (sqlite3_open_v2 (path, &db, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    {
      spz_database_set_error (error, db, path);
      return NULL;
    }

  if (!harden (db, path, error))
    return NULL;

  return g_steal_pointer (&db);
}

/*
 * spz_database_open_in_memory:
 * @source: a connection
 * @path: its file's path, for messages
 * @error: return location for an error
 *
 * Copies the committed rows into memory.
 *
 * Returns: (nullable) (transfer full): a connection to the copy
 */
sqlite3 *
spz_database_open_in_memory (sqlite3     *source,
                             const char  *path,
                             GError     **error)
{
  g_autoptr (sqlite3) db = spz_database_open (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  sqlite3_backup *backup;

  if (db == NULL)
    return NULL;

  backup = sqlite3_backup_init (db, "main", source, "main");
  if (backup != NULL)
    sqlite3_backup_step (backup, -1);
  if (backup == NULL || sqlite3_backup_finish (backup) != SQLITE_OK)
    {
      spz_database_set_error (error, db, path);
      return NULL;
    }

  return g_steal_pointer (&db);
}

/* Reads the header through SQLite's own file object: opening the file another
 * way and closing it would drop the locks SQLite holds in this process, and
 * asking by SQL would already roll back somebody else's hot journal. */
static gboolean
read_header (sqlite3 *db,
             guint8   header[HEADER_SIZE])
{
  sqlite3_file *file = NULL;

  if (sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK ||
      file == NULL || file->pMethods == NULL)
    return FALSE;

  return file->pMethods->xRead (file, header, HEADER_SIZE, 0) == SQLITE_OK &&
         memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) == 0;
}

/*
 * spz_database_read_version:
 * @db: a connection nothing was read through yet
 * @path: its path, for messages
 * @known: the newest schema version this program knows
 * @version: (out): the file's schema version
 * @error: return location for an error
 *
 * Finds out whether the file is a programme, and one this program knows.
 *
 * Returns: whether it is
 */
gboolean
spz_database_read_version (sqlite3     *db,
                           const char  *path,
                           int          known,
                           int         *version,
                           GError     **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  guint8 header[HEADER_SIZE];

  if (!read_header (db, header))
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_NOT_PROGRAMME,
                   _("“%s” is not a programme file of Sprechzettel."), name);
      return FALSE;
    }

  if (read_uint32 (header + HEADER_APPLICATION) != SPZ_DATABASE_APPLICATION_ID)
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_NOT_PROGRAMME,
                   _("“%s” belongs to another program. The file was not changed."), name);
      return FALSE;
    }

  *version = (int) read_uint32 (header + HEADER_USER_VERSION);
  if (*version > known)
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_NEWER,
                   /* Translators: %s is a file's name; the numbers are schema versions */
                   _("“%s” is newer than this program (version %d, known is %d). "
                     "Please update Sprechzettel; the file was not changed."),
                   name, *version, known);
      return FALSE;
    }

  if (*version < 1)
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_DAMAGED,
                   _("“%s” is damaged: its version is missing. The file was not changed."), name);
      return FALSE;
    }

  return TRUE;
}

/*
 * spz_database_describe:
 * @db: a connection
 *
 * Writes the schema down, so that two can be compared.
 *
 * Returns: (nullable): the text of all tables and indices, or %NULL if it
 *   can't be read; the connection knows why
 */
char *
spz_database_describe (sqlite3 *db)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  int result;

  if (sqlite3_prepare_v2 (db,
                          "SELECT type, name, tbl_name, ifnull (sql, '') "
                          "FROM sqlite_schema ORDER BY type, name",
                          -1, &statement, NULL) != SQLITE_OK)
    return NULL;

  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      for (int i = 0; i < 4; i++)
        {
          const char *part = (const char *) sqlite3_column_text (statement, i);

          if (part == NULL)
            return NULL;
          g_string_append (text, part);
          g_string_append_c (text, i < 3 ? ' ' : '\n');
        }
    }

  return result == SQLITE_DONE ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* SQLite fills up a page that ends too early with zeros, and may then show a
 * text without its end. */
static gboolean
is_whole (sqlite3 *db)
{
  sqlite3_file *file = NULL;
  sqlite3_int64 size = 0;
  guint8 header[HEADER_SIZE];
  guint page_size;

  if (!read_header (db, header) ||
      sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK ||
      file->pMethods->xFileSize (file, &size) != SQLITE_OK)
    return FALSE;

  page_size = (guint) header[HEADER_PAGE_SIZE] << 8 | header[HEADER_PAGE_SIZE + 1];
  if (page_size == 1)
    page_size = 65536;

  return page_size > 0 && size % page_size == 0;
}

static gboolean
check_pages (sqlite3     *db,
             const char  *path,
             GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  const char *answer;

  statement = spz_database_prepare (db, path, "PRAGMA quick_check (1)", error);
  if (statement == NULL)
    return FALSE;

  if (sqlite3_step (statement) != SQLITE_ROW)
    {
      spz_database_set_error (error, db, path);
      return FALSE;
    }

  answer = (const char *) sqlite3_column_text (statement, 0);
  if (g_strcmp0 (answer, "ok") != 0 || !is_whole (db))
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_set_error (error, SPZ_ERROR, SPZ_ERROR_DAMAGED,
                   _("“%s” is damaged. The file was not changed; please use a backup copy."), name);
      return FALSE;
    }

  return TRUE;
}

/*
 * spz_database_verify:
 * @db: a connection
 * @path: its path, for messages
 * @schema: the schema it must have, from spz_database_describe()
 * @error: return location for an error
 *
 * Checks that the file is whole: that the schema is the one this program
 * wrote, the pages are sound and no reference leads nowhere.
 *
 * Returns: whether it is
 */
gboolean
spz_database_verify (sqlite3     *db,
                     const char  *path,
                     const char  *schema,
                     GError     **error)
{
  g_autofree char *found = spz_database_describe (db);

  /* Without a code of its own: a header that makes no sense to SQLite */
  if (found == NULL && sqlite3_errcode (db) != SQLITE_ERROR)
    {
      spz_database_set_error (error, db, path);
      return FALSE;
    }

  if (g_strcmp0 (found, schema) != 0)
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_set_error (error, SPZ_ERROR, SPZ_ERROR_DAMAGED,
                   _("“%s” does not have the tables of a programme file; another program may have "
                     "changed it. The file was not changed; please use a backup copy."), name);
      return FALSE;
    }

  return check_pages (db, path, error) &&
         spz_database_check_keys (db, path, error);
}

/*
 * spz_database_exec:
 * @db: a connection
 * @path: its path, for messages
 * @sql: one or more statements
 * @error: return location for an error
 *
 * Runs statements whose rows don't matter.
 *
 * Returns: whether it worked
 */
gboolean
spz_database_exec (sqlite3     *db,
                   const char  *path,
                   const char  *sql,
                   GError     **error)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    {
      spz_database_set_error (error, db, path);
      return FALSE;
    }

  return TRUE;
}

/*
 * spz_database_prepare:
 * @db: a connection
 * @path: its path, for messages
 * @sql: a statement
 * @error: return location for an error
 *
 * Prepares a statement that is used once.
 *
 * Returns: (transfer full) (nullable): the statement
 */
sqlite3_stmt *
spz_database_prepare (sqlite3     *db,
                      const char  *path,
                      const char  *sql,
                      GError     **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    spz_database_set_error (error, db, path);

  return statement;
}

/*
 * spz_database_enforce_keys:
 * @db: a connection outside of a transaction
 * @path: its path, for messages
 * @enforce: whether references are enforced, and deletions cascade
 * @error: return location for an error
 *
 * Switches foreign keys on or off.
 *
 * Returns: whether they are switched now
 */
gboolean
spz_database_enforce_keys (sqlite3     *db,
                           const char  *path,
                           gboolean     enforce,
                           GError     **error)
{
  int result;

  g_assert (sqlite3_get_autocommit (db));

  if (sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_FKEY, enforce, &result) != SQLITE_OK ||
      result != enforce)
    {
      spz_database_set_error (error, db, path);
      return FALSE;
    }

  return TRUE;
}

/*
 * spz_database_check_keys:
 * @db: a connection
 * @path: its path, for messages
 * @error: return location for an error
 *
 * Checks that no reference leads to a row that is not there.
 *
 * Returns: whether all lead somewhere
 */
gboolean
spz_database_check_keys (sqlite3     *db,
                         const char  *path,
                         GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autofree char *name = g_filename_display_basename (path);

  statement = spz_database_prepare (db, path, "PRAGMA foreign_key_check", error);
  if (statement == NULL)
    return FALSE;

  switch (sqlite3_step (statement))
    {
    case SQLITE_DONE:
      return TRUE;

    case SQLITE_ROW:
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_DAMAGED,
                   _("“%s” is damaged: parts of it refer to others that are missing. "
                     "Please use a backup copy."), name);
      return FALSE;

    default:
      spz_database_set_error (error, db, path);
      return FALSE;
    }
}

/*
 * spz_database_set_error:
 * @error: return location for an error
 * @db: (nullable): a connection on which something just failed
 * @path: its path, for the message
 *
 * Says in a person's words why the last call on @db failed.
 */
void
spz_database_set_error (GError     **error,
                        sqlite3     *db,
                        const char  *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  int code = db != NULL ? sqlite3_extended_errcode (db) : SQLITE_NOMEM;

  if (code == SQLITE_READONLY_DBMOVED)
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_ACCESS,
                   _("“%s” was moved, renamed or replaced while it was open. "
                     "Please save a copy, or open it again."), name);
      return;
    }

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_BUSY,
                   _("Somebody else is writing to “%s” at the moment. Please try again shortly."), name);
      break;

    case SQLITE_FULL:
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_FULL,
                   _("There is no room left for “%s”. Please free some space; "
                     "the last change was not made."), name);
      break;

    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_ACCESS,
                   _("“%s” cannot be written: you have no permission for it or for its folder. "
                     "Please save a copy elsewhere."), name);
      break;

    case SQLITE_CORRUPT:
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_DAMAGED,
                   _("“%s” is damaged. The file was not changed; please use a backup copy."), name);
      break;

    case SQLITE_NOTADB:
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_NOT_PROGRAMME,
                   _("“%s” is not a programme file of Sprechzettel."), name);
      break;

    case SQLITE_IOERR:
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_FAILED,
                   _("The disk with “%s” cannot be read or written at the moment. "
                     "The last change was not made."), name);
      break;

    case SQLITE_NOMEM:
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_FAILED,
                   _("There is not enough memory for “%s”."), name);
      break;

    case SQLITE_TOOBIG:
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                   _("This is too large for “%s”; the change was not made."), name);
      break;

    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                   /* Translators: the last %s says in English which rule was violated */
                   _("“%s” does not accept this value; the change was not made (%s)."),
                   name, sqlite3_errmsg (db));
      break;

    default:
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_FAILED,
                   /* Translators: the last %s says in English what failed */
                   _("“%s” could not be read or written (%s)."), name, sqlite3_errmsg (db));
      break;
    }
}
