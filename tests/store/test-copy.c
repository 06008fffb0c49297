/* test-copy.c: copies and checks
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define _GNU_SOURCE /* memmem */

#include "config.h"

#include <string.h>

#include "store-fixture.h"

#define SECRET "Streng vertraulich und gelöscht"

static gboolean
contains (const char *path,
          const char *text)
{
  g_autofree char *content = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));

  return memmem (content, size, text, strlen (text)) != NULL;
}

static void
add_and_remove_secret (SpzStore *store)
{
  test_begin (store, "Rolle");
  test_add_titled (store, "role", "CDO");
  test_commit (store);
  test_begin (store, "Geheimnis");
  test_add_titled (store, "role", SECRET);
  test_commit (store);
  test_begin (store, "Löschen");
  g_assert_true (spz_store_delete (store, "role", 2, NULL));
  test_commit (store);
}

static void
test_copy (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autofree char *path = store_fixture_file (fixture, "copy.db");
  g_autofree char *original = NULL;
  g_autofree char *copied = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpzStore) copy = NULL;

  add_and_remove_secret (fixture->store);
  g_assert_true (spz_store_copy_to (fixture->store, path, TRUE, &error));
  g_assert_no_error (error);

  original = test_dump (fixture->path);
  copied = test_dump (path);
  g_assert_cmpstr (copied, ==, original);
  g_assert_cmpuint (test_count_files (fixture->folder), ==, 2);

  copy = spz_store_open (path, SPZ_STORE_OPEN, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (spz_store_get_undo_label (copy), ==, "Löschen");
  g_assert_true (spz_store_undo (copy, NULL));

  /* The original is as it was, and open */
  test_begin (fixture->store, "Danach");
  test_add_titled (fixture->store, "role", "Programmbüro");
  test_commit (fixture->store);
}

static void
test_copy_without_history (StoreFixture  *fixture,
                           gconstpointer  data)
{
  g_autofree char *path = store_fixture_file (fixture, "copy.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (SpzStore) copy = NULL;

  add_and_remove_secret (fixture->store);
  g_assert_true (contains (fixture->path, SECRET));

  /* It takes the place of what was there */
  g_assert_true (g_file_set_contents (path, "alt", -1, NULL));
  g_assert_true (spz_store_copy_to (fixture->store, path, FALSE, &error));
  g_assert_no_error (error);
  g_assert_false (contains (path, SECRET));
  g_assert_cmpuint (test_count_files (fixture->folder), ==, 2);

  copy = spz_store_open (path, SPZ_STORE_OPEN, &error);
  g_assert_no_error (error);
  g_assert_null (spz_store_get_undo_label (copy));
  test_assert_text (test_get_title (copy, "role", 1), "CDO");
}

/* The journal that a crash left of the file whose place a copy takes must not
 * be rolled back into the copy */
static void
test_copy_over_a_crash (StoreFixture  *fixture,
                        gconstpointer  data)
{
  g_autofree char *path = store_fixture_file (fixture, "copy.db");
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *left = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpzStore) copy = NULL;
  g_autoptr (GPtrArray) messages = NULL;
  sqlite3 *db = NULL;
  gsize size;

  /* A file of the same shape, left in the middle of a transaction */
  add_and_remove_secret (fixture->store);
  g_assert_true (spz_store_copy_to (fixture->store, path, TRUE, &error));
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "PRAGMA synchronous = FULL; PRAGMA cache_size = 1; PRAGMA cache_spill = 1;"
                                 "BEGIN; UPDATE history SET changeset = zeroblob (50000)",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_true (g_file_get_contents (journal, &left, &size, &error));
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  g_assert_true (g_file_set_contents (journal, left, (gssize) size, &error));

  test_begin (fixture->store, "Danach");
  test_add_titled (fixture->store, "role", "Programmbüro");
  test_commit (fixture->store);
  g_assert_true (spz_store_copy_to (fixture->store, path, TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (test_count_files (fixture->folder), ==, 2);

  copy = spz_store_open (path, SPZ_STORE_OPEN, &error);
  g_assert_no_error (error);
  messages = spz_store_check (copy, &error);
  g_assert_cmpuint (messages->len, ==, 0);
  g_assert_cmpstr (spz_store_get_undo_label (copy), ==, "Danach");
}

static void
test_copy_refused (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autofree char *nowhere = store_fixture_file (fixture, "missing/copy.db");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  add_and_remove_secret (fixture->store);
  before = test_dump (fixture->path);
  g_assert_false (spz_store_copy_to (fixture->store, fixture->path, FALSE, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (spz_store_copy_to (fixture->store, nowhere, FALSE, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_NOT_FOUND);
  g_clear_error (&error);

  after = test_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (test_count_files (fixture->folder), ==, 1);
  g_assert_true (spz_store_undo (fixture->store, NULL));
}

static gpointer
copy_often (gpointer data)
{
  StoreFixture *fixture = data;
  g_autofree char *path = store_fixture_file (fixture, "copy.db");

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GError) error = NULL;

      spz_store_copy_to (fixture->store, path, i % 2 == 0, &error);
      g_assert_no_error (error);
    }

  return NULL;
}

/* A copy is made in a thread while the owner goes on writing */
static void
test_copy_while_writing (StoreFixture  *fixture,
                         gconstpointer  data)
{
  g_autofree char *path = store_fixture_file (fixture, "copy.db");
  g_autoptr (GPtrArray) messages = NULL;
  g_autoptr (SpzStore) copy = NULL;
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("copy", copy_often, fixture);

  for (guint i = 0; i < 100; i++)
    {
      test_begin (fixture->store, "Anlegen");
      test_add_titled (fixture->store, "role", "Rolle");
      test_add_titled (fixture->store, "action_field", "Handlungsfeld");
      test_commit (fixture->store);
    }
  g_thread_join (thread);

  copy = spz_store_open (path, SPZ_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  messages = spz_store_check (copy, &error);
  g_assert_cmpuint (messages->len, ==, 0);
}

static void
test_check (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) sound = NULL;
  g_autoptr (GPtrArray) unsound = NULL;
  g_autoptr (GError) error = NULL;

  add_and_remove_secret (fixture->store);
  sound = spz_store_check (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sound->len, ==, 0);

  test_sql (fixture->path,
            "PRAGMA foreign_keys = OFF; INSERT INTO task (role, title) VALUES (77, 'Waise');"
            "UPDATE history SET changeset = x'00' WHERE id = 1;"
            "UPDATE history SET undone = 1 WHERE id = 2");
  unsound = spz_store_check (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (unsound->len, ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(name, function) \
  g_test_add ("/store/copy/" name, StoreFixture, NULL, \
              store_fixture_set_up, function, store_fixture_tear_down)

  add ("whole", test_copy);
  add ("without-history", test_copy_without_history);
  add ("over-a-crash", test_copy_over_a_crash);
  add ("refused", test_copy_refused);
  add ("while-writing", test_copy_while_writing);
  add ("check", test_check);

  return g_test_run ();
}
