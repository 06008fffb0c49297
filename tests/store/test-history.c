/* test-history.c: steps, undoing and redoing
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "spz-changeset-private.h"
#include "spz-store-private.h"
#include "store-fixture.h"

/* Random edits */

typedef struct
{
  const char *table;
  const char *reference;
  const char *parent;
} Kind;

/* With rows that go with others, references that are cleared, and trees */
static const Kind kinds[] = {
  { "role", "reports_to", "role" },
  { "task", "role", "role" },
  { "action_field", "lead_role", "role" },
  { "point", "action_field", "action_field" },
  { "measure", "action_field", "action_field" },
  { "figure", "action_field", "action_field" },
};

static gint64
pick_row (SpzStore   *store,
          const char *table)
{
  g_autoptr (SpzCursor) cursor = spz_store_read (store, table, NULL, 0, NULL);
  gint64 picked = 0;

  for (int n_rows = 1; spz_cursor_next (cursor, NULL); n_rows++)
    {
      if (g_test_rand_int_range (0, n_rows) == 0)
        picked = spz_cursor_get_integer (cursor, 0);
    }

  return picked;
}

static void
edit_randomly (SpzStore *store)
{
  const Kind *kind = &kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))];
  g_autofree char *title = g_strdup_printf ("%s %d", kind->table, g_test_rand_int_range (0, 1000));
  gint64 id = pick_row (store, kind->table);
  gint64 parent = pick_row (store, kind->parent);
  int choice = g_test_rand_int_range (0, 10);

  if (id == 0 || choice < 5)
    {
      if (parent != 0)
        test_add_child (store, kind->table, kind->reference, parent, title);
      else if (strcmp (kind->table, "role") == 0 || strcmp (kind->table, "action_field") == 0)
        test_add_titled (store, kind->table, title);
    }
  else if (choice < 8)
    {
      test_set_title (store, kind->table, id, title);
    }
  else
    {
      g_assert_true (spz_store_delete (store, kind->table, id, NULL));
    }
}

/* The states of the file after each step, as far as they can be reached */
typedef struct
{
  GPtrArray *dumps;
  guint      now;
} Shadow;

static void
assert_state (StoreFixture *fixture,
              Shadow       *shadow)
{
  g_autofree char *dump = test_dump (fixture->path);

  g_assert_cmpstr (dump, ==, g_ptr_array_index (shadow->dumps, shadow->now));
}

static void
random_step (StoreFixture *fixture,
             Shadow       *shadow)
{
  const char *keys[] = { NULL, NULL, "title", "place" };
  guint n_edits = g_test_rand_int_range (1, 6);
  gint64 last_step = fixture->store->last_step;
  const char *key = keys[g_test_rand_int_range (0, G_N_ELEMENTS (keys))];
  g_autofree char *dump = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;
  guint n_steps;

  g_assert_true (spz_store_begin (fixture->store, "Schritt", key, &error));
  while (n_edits-- > 0)
    edit_randomly (fixture->store);

  if (g_test_rand_int_range (0, 10) == 0)
    {
      spz_store_rollback (fixture->store);
      assert_state (fixture, shadow);
      return;
    }

  test_commit (fixture->store);
  dump = test_dump (fixture->path);
  if (fixture->store->last_step == last_step &&
      strcmp (dump, g_ptr_array_index (shadow->dumps, shadow->now)) == 0)
    return;

  /* What was undone is gone; a merged step replaces the state before */
  history = spz_store_get_history (fixture->store, 0, NULL);
  n_steps = history->len;
  g_ptr_array_set_size (shadow->dumps, n_steps);
  g_ptr_array_add (shadow->dumps, g_steal_pointer (&dump));
  shadow->now = n_steps;
}

static void
test_random (StoreFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  Shadow shadow = { dumps, 0 };
  guint n_undone = 0;

  g_ptr_array_add (dumps, test_dump (fixture->path));

  for (guint i = 0; i < 2000; i++)
    {
      int choice = g_test_rand_int_range (0, 100);

      if (choice < 50)
        {
          random_step (fixture, &shadow);
        }
      else if (choice < 78)
        {
          g_assert_true (spz_store_undo (fixture->store, NULL) == (shadow.now > 0));
          if (shadow.now > 0)
            {
              shadow.now--;
              n_undone++;
            }
        }
      else if (choice < 98)
        {
          g_assert_true (spz_store_redo (fixture->store, NULL) == (shadow.now + 1 < dumps->len));
          if (shadow.now + 1 < dumps->len)
            shadow.now++;
        }
      else
        {
          store_fixture_reopen (fixture);
        }

      assert_state (fixture, &shadow);
      g_assert_true ((spz_store_get_undo_label (fixture->store) != NULL) == (shadow.now > 0));
      g_assert_true ((spz_store_get_redo_label (fixture->store) != NULL) ==
                     (shadow.now + 1 < dumps->len));
    }

  g_assert_cmpuint (n_undone, >, 200);

  /* All the way back, and forth */
  while (shadow.now > 0)
    {
      g_assert_true (spz_store_undo (fixture->store, NULL));
      shadow.now--;
      assert_state (fixture, &shadow);
    }
  while (shadow.now + 1 < dumps->len)
    {
      g_assert_true (spz_store_redo (fixture->store, NULL));
      shadow.now++;
      assert_state (fixture, &shadow);
    }
}

static void
test_restart (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;
  SpzHistoryEntry *entry;

  test_begin (fixture->store, "Eins");
  test_add_titled (fixture->store, "role", "A");
  test_commit (fixture->store);
  test_begin (fixture->store, "Zwei");
  test_set_title (fixture->store, "role", 1, "B");
  test_commit (fixture->store);
  g_assert_true (spz_store_undo (fixture->store, &error));

  store_fixture_reopen (fixture);
  g_assert_cmpstr (spz_store_get_undo_label (fixture->store), ==, "Eins");
  g_assert_cmpstr (spz_store_get_redo_label (fixture->store), ==, "Zwei");

  history = spz_store_get_history (fixture->store, 0, &error);
  g_assert_cmpuint (history->len, ==, 2);
  entry = g_ptr_array_index (history, 0);
  g_assert_cmpstr (entry->label, ==, "Zwei");
  g_assert_true (entry->undone);
  g_assert_cmpstr (entry->who, ==, g_get_user_name ());
  g_assert_cmpuint (strlen (entry->at), >=, strlen ("2021-02-01T12:00:00Z"));
  entry = g_ptr_array_index (history, 1);
  g_assert_cmpstr (entry->label, ==, "Eins");
  g_assert_false (entry->undone);

  g_assert_true (spz_store_redo (fixture->store, &error));
  test_assert_text (test_get_title (fixture->store, "role", 1), "B");
  g_assert_false (spz_store_redo (fixture->store, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_NOT_FOUND);

  /* What was undone can't be redone after another step */
  g_assert_true (spz_store_undo (fixture->store, NULL));
  test_begin (fixture->store, "Drei");
  test_set_title (fixture->store, "role", 1, "C");
  test_commit (fixture->store);
  g_assert_null (spz_store_get_redo_label (fixture->store));
}

static void
type (SpzStore   *store,
      const char *key,
      const char *text)
{
  g_assert_true (spz_store_begin (store, "Titel ändern", key, NULL));
  test_set_title (store, "role", 1, text);
  test_commit (store);
}

static guint
count_steps (SpzStore *store)
{
  g_autoptr (GPtrArray) history = spz_store_get_history (store, 0, NULL);

  return history->len;
}

static void
test_merging (StoreFixture  *fixture,
              gconstpointer  data)
{
  SpzStore *store = fixture->store;

  test_begin (store, "Rolle");
  test_add_titled (store, "role", "");
  test_commit (store);

  /* Typing is one step while it is about the same field */
  type (store, "role/1/title", "C");
  type (store, "role/1/title", "CD");
  type (store, "role/1/title", "CDO");
  g_assert_cmpuint (count_steps (store), ==, 2);
  type (store, "role/1/holder", "CDO!");
  g_assert_cmpuint (count_steps (store), ==, 3);
  g_assert_true (spz_store_undo (store, NULL));
  g_assert_true (spz_store_undo (store, NULL));
  test_assert_text (test_get_title (store, "role", 1), "");
  g_assert_true (spz_store_redo (store, NULL));
  test_assert_text (test_get_title (store, "role", 1), "CDO");

  /* Not after an undo or a redo, and not after a restart */
  type (store, "role/1/title", "CDO.");
  g_assert_cmpuint (count_steps (store), ==, 3);
  store_fixture_reopen (fixture);
  store = fixture->store;
  type (store, "role/1/title", "CDO..");
  g_assert_cmpuint (count_steps (store), ==, 4);

  /* Typing it back leaves nothing to undo */
  type (store, "role/1/title", "CDO...");
  type (store, "role/1/title", "CDO.");
  g_assert_cmpuint (count_steps (store), ==, 3);
  type (store, "role/1/title", "CDO");
  g_assert_cmpuint (count_steps (store), ==, 4);
  g_assert_true (spz_store_undo (store, NULL));
  test_assert_text (test_get_title (store, "role", 1), "CDO.");
}

/* Changesets that are not what they should be */

static GBytes *
read_changeset (const char *path)
{
  sqlite3_stmt *statement = NULL;
  GBytes *bytes;
  sqlite3 *db = NULL;

  sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL);
  sqlite3_prepare_v2 (db, "SELECT changeset FROM history ORDER BY id DESC LIMIT 1", -1, &statement, NULL);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  bytes = g_bytes_new (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (db);

  return bytes;
}

static void
write_changeset (const char   *path,
                 gconstpointer bytes,
                 gsize         size)
{
  sqlite3_stmt *statement = NULL;
  sqlite3 *db = NULL;

  sqlite3_open (path, &db);
  sqlite3_prepare_v2 (db, "UPDATE history SET changeset = ?, undone = 0", -1, &statement, NULL);
  sqlite3_bind_blob (statement, 1, size > 0 ? bytes : "", (int) size, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
  sqlite3_close (db);
}

static void
make_large_step (SpzStore *store)
{
  gint64 role;

  test_begin (store, "Alles");
  for (guint i = 0; i < 4; i++)
    {
      role = test_add_titled (store, "role", "Rolle mit einem langen Titel");
      test_add_child (store, "task", "role", role, "Aufgabe");
    }
  test_set_title (store, "programme", 1, "E-Government");
  test_commit (store);
}

static void
test_damaged_changesets (StoreFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (GBytes) changeset = NULL;
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (SpzChange));
  SpzStore *store = fixture->store;
  const guint8 *bytes;
  guint n_valid = 0;
  gsize size;

  make_large_step (store);
  changeset = read_changeset (fixture->path);
  bytes = g_bytes_get_data (changeset, &size);
  g_assert_true (spz_changeset_parse (changeset, store->schema, changes));
  g_assert_cmpuint (changes->len, ==, 9);

  for (gsize i = 1; i < size; i++)
    {
      g_autoptr (GBytes) start = g_bytes_new (bytes, i);
      g_autoptr (GBytes) end = g_bytes_new (bytes + i, size - i);

      /* Some ends are where a change ends */
      n_valid += spz_changeset_parse (start, store->schema, NULL);
      spz_changeset_parse (end, store->schema, NULL);
    }
  g_assert_cmpuint (n_valid, <, 13);

  for (guint i = 0; i < 50000; i++)
    {
      g_autofree guint8 *damaged = g_memdup2 (bytes, size);
      g_autoptr (GBytes) guess = NULL;

      for (int n_flips = g_test_rand_int_range (1, 4); n_flips > 0; n_flips--)
        damaged[g_test_rand_int_range (0, size)] ^= g_test_rand_int_range (1, 256);
      guess = g_bytes_new (damaged, size);
      spz_changeset_parse (guess, store->schema, NULL);
    }
}

static void
test_damaged_history (StoreFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr (GBytes) changeset = NULL;
  g_autofree char *before = NULL;
  guint n_refused = 0;
  const guint8 *bytes;
  gsize size;

  make_large_step (fixture->store);
  changeset = read_changeset (fixture->path);
  bytes = g_bytes_get_data (changeset, &size);
  before = test_dump (fixture->path);

  for (guint i = 0; i < 250; i++)
    {
      g_autofree guint8 *damaged = g_memdup2 (bytes, size);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      damaged[g_test_rand_int_range (0, size)] ^= g_test_rand_int_range (1, 256);
      g_clear_object (&fixture->store);
      write_changeset (fixture->path, damaged, size);
      store_fixture_reopen (fixture);

      if (spz_store_undo (fixture->store, &error))
        {
          g_autoptr (GPtrArray) messages = spz_store_check (fixture->store, NULL);

          g_assert_cmpuint (messages->len, ==, 0);
          g_assert_true (spz_store_redo (fixture->store, &error));
          g_assert_no_error (error);
        }
      else
        {
          n_refused++;
          g_assert_nonnull (error);
        }

      /* Where it could be undone, what it can't know of is as it was */
      after = test_dump (fixture->path);
      if (error != NULL)
        g_assert_cmpstr (after, ==, before);
      g_free (before);
      before = g_steal_pointer (&after);
    }

  g_assert_cmpuint (n_refused, >, 60);
}

static void
test_patchset (StoreFixture  *fixture,
               gconstpointer  data)
{
  static const guint8 patchset[] = "P\x06\x01\0\0\0\0\0role";
  static const guint8 history[] = "T\x07\x01\0\0\0\0\0\0history";
  g_autoptr (GBytes) patch_bytes = g_bytes_new_static (patchset, sizeof patchset);
  g_autoptr (GBytes) history_bytes = g_bytes_new_static (history, sizeof history);
  g_autoptr (GBytes) none = g_bytes_new_static ("", 0);

  g_assert_false (spz_changeset_parse (patch_bytes, fixture->store->schema, NULL));
  g_assert_false (spz_changeset_parse (history_bytes, fixture->store->schema, NULL));
  g_assert_true (spz_changeset_parse (none, fixture->store->schema, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(name, function) \
  g_test_add ("/store/history/" name, StoreFixture, NULL, \
              store_fixture_set_up, function, store_fixture_tear_down)

  add ("random", test_random);
  add ("restart", test_restart);
  add ("merging", test_merging);
  add ("damaged-changesets", test_damaged_changesets);
  add ("damaged-history", test_damaged_history);
  add ("patchset", test_patchset);

  return g_test_run ();
}
