/* test-files.c: files that are wrong, damaged or old
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "spz-store-private.h"
#include "store-fixture.h"

#define TEST_MIGRATIONS "/io/github/sprechzettel/Sprechzettel/test/migrations"

/* Opens a file that must be refused, and makes sure it is left as it was */
static void
assert_refused (StoreFixture *fixture,
                const char   *name,
                int           code)
{
  g_autofree char *path = store_fixture_file (fixture, name);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize size = 0, size_after = 0;
  guint n_files = test_count_files (fixture->folder);

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    g_file_get_contents (path, &before, &size, NULL);
  g_assert_null (spz_store_open (path, SPZ_STORE_OPEN, &error));
  g_assert_error (error, SPZ_ERROR, code);
  g_assert_nonnull (strstr (error->message, name));
  g_clear_error (&error);
  g_assert_null (spz_store_open (path, SPZ_STORE_READ_ONLY, &error));
  g_assert_error (error, SPZ_ERROR, code);

  if (before != NULL)
    g_file_get_contents (path, &after, &size_after, NULL);
  g_assert_cmpmem (before, size, after, size_after);
  g_assert_cmpuint (test_count_files (fixture->folder), ==, n_files);
}

static void
write_file (StoreFixture *fixture,
            const char   *name,
            const char   *content,
            gsize         size)
{
  g_autofree char *path = store_fixture_file (fixture, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, size, &error);
  g_assert_no_error (error);
}

static void
test_wrong (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autofree char *folder = store_fixture_file (fixture, "folder.db");
  g_autofree char *other = store_fixture_file (fixture, "other.db");
  g_autofree char *newer = store_fixture_file (fixture, "newer.db");
  g_autofree char *fifo = store_fixture_file (fixture, "fifo.db");
  g_autofree char *stranger = store_fixture_file (fixture, "stranger.db");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  write_file (fixture, "empty.db", "", 0);
  write_file (fixture, "short.db", "SQLite format 3", 15);
  write_file (fixture, "text.db", "# Sprechzettel\n\nEin Text, der keine Datenbank ist.\n", 50);
  test_sql (other, "CREATE TABLE photo (id INTEGER PRIMARY KEY); PRAGMA user_version = 1");
  spz_store_copy_to (fixture->store, newer, TRUE, NULL);
  test_sql (newer, "PRAGMA user_version = 99");
  spz_store_copy_to (fixture->store, stranger, TRUE, NULL);
  test_sql (stranger, "CREATE TRIGGER evil AFTER UPDATE ON role BEGIN DELETE FROM task; END");

  assert_refused (fixture, "missing.db", SPZ_ERROR_NOT_FOUND);
  assert_refused (fixture, "folder.db", SPZ_ERROR_NOT_PROGRAMME);
  assert_refused (fixture, "fifo.db", SPZ_ERROR_NOT_PROGRAMME);
  assert_refused (fixture, "empty.db", SPZ_ERROR_NOT_PROGRAMME);
  assert_refused (fixture, "short.db", SPZ_ERROR_NOT_PROGRAMME);
  assert_refused (fixture, "text.db", SPZ_ERROR_NOT_PROGRAMME);
  assert_refused (fixture, "other.db", SPZ_ERROR_NOT_PROGRAMME);
  assert_refused (fixture, "newer.db", SPZ_ERROR_NEWER);
  assert_refused (fixture, "stranger.db", SPZ_ERROR_DAMAGED);
}

/* Somebody else's interrupted transaction is not ours to roll back */
static void
test_foreign_journal (StoreFixture  *fixture,
                      gconstpointer  data)
{
  g_autofree char *path = store_fixture_file (fixture, "other.db");
  g_autofree char *journal = store_fixture_file (fixture, "other.db-journal");
  g_autofree char *before = NULL;
  g_autofree char *content = NULL;
  g_autofree char *journal_content = NULL;
  sqlite3 *db = NULL;
  gsize size, journal_size;

  test_sql (path, "CREATE TABLE photo (id INTEGER PRIMARY KEY, data BLOB);"
                  "INSERT INTO photo (data) VALUES (zeroblob (100000))");
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "PRAGMA cache_size = 1; BEGIN; UPDATE photo SET data = randomblob (100000);",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  g_file_get_contents (path, &content, &size, NULL);
  g_assert_true (g_file_get_contents (journal, &journal_content, &journal_size, NULL));
  sqlite3_close (db);

  write_file (fixture, "other.db", content, size);
  write_file (fixture, "other.db-journal", journal_content, journal_size);
  assert_refused (fixture, "other.db", SPZ_ERROR_NOT_PROGRAMME);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
}

static void
test_permissions (StoreFixture  *fixture,
                  gconstpointer  data)
{
  g_autofree char *new_path = store_fixture_file (fixture, "new.db");
  g_autoptr (GError) error = NULL;
  uid_t user = geteuid ();

  g_clear_object (&fixture->store);
  g_chmod (fixture->path, 0600);
  g_chmod (fixture->folder, 0755);

  /* Permissions mean nothing to root */
  if (user == 0)
    g_assert_cmpint (seteuid (65534), ==, 0);
  else
    g_chmod (fixture->path, 0000);
  g_assert_null (spz_store_open (fixture->path, SPZ_STORE_OPEN, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_ACCESS);
  g_clear_error (&error);

  /* A file that can be written in a folder that can't */
  g_assert_cmpint (seteuid (user), ==, 0);
  g_chmod (fixture->path, 0666);
  g_chmod (fixture->folder, 0555);
  if (user == 0)
    g_assert_cmpint (seteuid (65534), ==, 0);
  fixture->store = spz_store_open (fixture->path, SPZ_STORE_OPEN, &error);
  g_assert_no_error (error);
  g_assert_true (spz_store_get_read_only (fixture->store));
  g_assert_false (spz_store_begin (fixture->store, "Nein", NULL, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_ACCESS);
  g_clear_error (&error);
  g_assert_null (spz_store_open (new_path, SPZ_STORE_CREATE, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_ACCESS);
  g_clear_error (&error);

  g_assert_cmpint (seteuid (user), ==, 0);
  g_chmod (fixture->folder, 0755);
  g_assert_cmpuint (test_count_files (fixture->folder), ==, 1);
}

/* Damage */

static void
fill (SpzStore *store)
{
  for (guint i = 0; i < 30; i++)
    {
      gint64 role;

      test_begin (store, "Anlegen");
      role = test_add_titled (store, "role", "Projektleitung für das Dokumentenmanagementsystem");
      for (guint j = 0; j < 10; j++)
        test_add_child (store, "task", "role", role, "Abstimmung mit den Fachbereichen der Verwaltung");
      test_commit (store);
    }
  g_assert_true (spz_store_undo (store, NULL));
}

/* Uses a file that could be opened as the program would: whatever is wrong
 * with it, there are errors, and nothing worse */
static void
use (SpzStore *store)
{
  const char *columns[] = { "title", NULL };
  g_autoptr (SpzCursor) cursor = spz_store_read (store, "task", columns, 0, NULL);
  g_autoptr (GPtrArray) messages = NULL;
  g_autoptr (GPtrArray) history = NULL;

  while (cursor != NULL && spz_cursor_next (cursor, NULL))
    g_assert_true (g_utf8_validate (spz_cursor_get_text (cursor, 1), -1, NULL));
  g_clear_pointer (&cursor, spz_cursor_free);

  messages = spz_store_check (store, NULL);
  history = spz_store_get_history (store, 10, NULL);

  for (guint i = 0; i < 3; i++)
    spz_store_undo (store, NULL);
  spz_store_redo (store, NULL);
  if (spz_store_begin (store, "Danach", NULL, NULL))
    {
      spz_store_delete (store, "role", 3, NULL);
      spz_store_commit (store, NULL);
    }
}

static gboolean
try_damaged (StoreFixture *fixture,
             const char   *content,
             gsize         size)
{
  g_autofree char *path = store_fixture_file (fixture, "damaged.db");
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpzStore) store = NULL;
  gsize size_after;

  write_file (fixture, "damaged.db", content, size);
  store = spz_store_open (path, SPZ_STORE_OPEN, &error);
  if (store != NULL)
    {
      use (store);
      return TRUE;
    }

  g_assert_nonnull (error);
  g_assert_true (error->domain == SPZ_ERROR);
  g_assert_cmpint (error->code, !=, SPZ_ERROR_FAILED);
  g_file_get_contents (path, &after, &size_after, NULL);
  g_assert_cmpmem (content, size, after, size_after);
  g_assert_cmpuint (test_count_files (fixture->folder), ==, 2);

  return FALSE;
}

static void
test_flipped (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autofree char *content = NULL;
  guint n_opened = 0, n_refused = 0;
  gsize size;

  fill (fixture->store);
  g_clear_object (&fixture->store);
  g_file_get_contents (fixture->path, &content, &size, NULL);

  for (guint i = 0; i < 450; i++)
    {
      g_autofree char *damaged = g_memdup2 (content, size);
      guint n_flips = g_test_rand_int_range (1, 6);

      /* Every byte of the header once, then anywhere */
      for (guint j = 0; j < n_flips; j++)
        damaged[i < 100 ? i : (guint) g_test_rand_int_range (0, size)] ^= g_test_rand_int_range (1, 256);

      if (try_damaged (fixture, damaged, size))
        n_opened++;
      else
        n_refused++;
    }

  g_test_message ("%u opened, %u refused", n_opened, n_refused);
  g_assert_cmpuint (n_refused, >, 50);
}

static void
test_truncated (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *path = store_fixture_file (fixture, "damaged.db");
  g_autofree char *content = NULL;
  g_autofree char *whole = NULL;
  guint n_refused = 0;
  gsize size;

  fill (fixture->store);
  g_clear_object (&fixture->store);
  g_file_get_contents (fixture->path, &content, &size, NULL);
  whole = test_dump (fixture->path);

  /* The last byte may be that of a text */
  g_assert_false (try_damaged (fixture, content, size - 1));

  for (gsize length = 0; length <= size; length += size / 128)
    {
      g_autofree char *rest = NULL;

      if (!try_damaged (fixture, content, length))
        {
          n_refused++;
          continue;
        }

      /* Nothing was written on what is missing */
      write_file (fixture, "damaged.db", content, length);
      rest = test_dump (path);
      g_assert_cmpstr (rest, ==, whole);
    }

  g_assert_cmpuint (n_refused, >, 100);
  g_assert_true (try_damaged (fixture, content, size));
}

/* Migrations */

static SpzStore *
open_newer (const char     *path,
            SpzStoreFlags   flags,
            GError        **error)
{
  return spz_store_open_with_schema (path, flags, spz_schema_new (TEST_MIGRATIONS), error);
}

static void
test_migration (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *backup = g_strdup_printf ("%s.v1", fixture->path);
  g_autofree char *before = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpzStore) newer = NULL;
  g_autoptr (SpzStore) old = NULL;
  gint64 person;

  test_begin (fixture->store, "Vor der Umstellung");
  person = test_add_titled (fixture->store, "person", "Ada");
  test_add_child (fixture->store, "chore", "person", person, "Rechnen");
  test_commit (fixture->store);
  before = test_dump (fixture->path);
  g_clear_object (&fixture->store);

  newer = open_newer (fixture->path, SPZ_STORE_OPEN, &error);
  g_assert_no_error (error);
  test_assert_text (test_get_title (newer, "person", person), "Ada");
  test_assert_text (test_get_title (newer, "chore", 1), "Rechnen");

  /* Steps of the old tables don't fit the new ones */
  g_assert_null (spz_store_get_undo_label (newer));
  g_assert_false (spz_store_undo (newer, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_NOT_FOUND);
  g_clear_error (&error);
  test_begin (newer, "Danach");
  test_set_title (newer, "person", person, "Grace");
  test_commit (newer);
  g_assert_true (spz_store_undo (newer, &error));
  g_assert_false (spz_store_undo (newer, &error));
  g_clear_error (&error);

  /* Rows that are older than one of their columns are recorded with it */
  test_begin (newer, "Umbenannt");
  test_set_title (newer, "chore", 1, "Schreiben");
  test_commit (newer);
  g_assert_true (spz_store_undo (newer, &error));
  g_assert_no_error (error);
  test_assert_text (test_get_title (newer, "chore", 1), "Rechnen");

  /* What was there before is kept */
  kept = test_dump (backup);
  g_assert_cmpstr (kept, ==, before);
}

static void
test_failed_migration (StoreFixture  *fixture,
                       gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  /* What the migration forbids */
  test_begin (fixture->store, "Ohne Namen");
  test_add_titled (fixture->store, "person", "");
  test_commit (fixture->store);
  g_clear_object (&fixture->store);
  before = test_dump (fixture->path);

  g_assert_null (open_newer (fixture->path, SPZ_STORE_OPEN, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  after = test_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
}

/* It is read as the newer program sees it, and stays what it was */
static void
test_old_read_only (StoreFixture  *fixture,
                    gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpzStore) newer = NULL;
  gint64 person;

  test_begin (fixture->store, "Vor der Umstellung");
  person = test_add_titled (fixture->store, "person", "Ada");
  test_commit (fixture->store);
  g_clear_object (&fixture->store);
  before = test_dump (fixture->path);

  newer = open_newer (fixture->path, SPZ_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (spz_store_get_read_only (newer));
  test_assert_text (test_get_title (newer, "person", person), "Ada");
  g_assert_false (spz_store_begin (newer, "Schreiben", NULL, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_ACCESS);
  g_clear_object (&newer);

  after = test_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (test_count_files (fixture->folder), ==, 1);
}

/* A file of the first of the tests' own versions */
static void
set_up_old (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  SpzSchema *schema = spz_schema_new (TEST_MIGRATIONS "-old");

  fixture->folder = store_fixture_make_folder ();
  fixture->path = store_fixture_file (fixture, "old.db");
  fixture->store = spz_store_open_with_schema (fixture->path, SPZ_STORE_CREATE, schema, &error);
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(name, set_up, function) \
  g_test_add ("/store/files/" name, StoreFixture, NULL, \
              set_up, function, store_fixture_tear_down)

  add ("wrong", store_fixture_set_up, test_wrong);
  add ("foreign-journal", store_fixture_set_up, test_foreign_journal);
  add ("permissions", store_fixture_set_up, test_permissions);
  add ("flipped", store_fixture_set_up, test_flipped);
  add ("truncated", store_fixture_set_up, test_truncated);
  add ("migration", set_up_old, test_migration);
  add ("failed-migration", set_up_old, test_failed_migration);
  add ("old-read-only", set_up_old, test_old_read_only);

  return g_test_run ();
}
