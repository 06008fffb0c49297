/* test-files.c: wrong files and wrong command lines
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "cli-run.h"

/* Where the header of an SQLite file has these, each four bytes */
#define OFFSET_USER_VERSION 60
#define OFFSET_APPLICATION_ID 68

static void
test_usage (void)
{
  char *folder = cli_new_folder ();

  cli_assert (0, folder, "--help", NULL);
  cli_assert (0, folder, "--version", NULL);
  cli_assert (2, folder, NULL);
  cli_assert (2, folder, "nonsense", NULL);
  cli_assert (2, folder, "new", NULL);
  cli_assert (2, folder, "new", "a.db", "b.db", NULL);
  cli_assert (2, folder, "new", "a.db", "--nonsense", NULL);
  cli_assert (2, folder, "list", "a.db", NULL);
  cli_assert (2, folder, "list", "a.db", "nonsense", NULL);
  cli_assert (2, folder, "set", "a.db", "phase", "1", NULL);
  cli_assert (2, folder, "set", "a.db", "phase", "one", "title=x", NULL);

  static const char *const verbs[] = {
    "new", "import", "list", "export", "set", "link", "unlink", "version", "diff", "history", "undo",
    "redo", "check", "check-pdf",
  };
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autoptr (CliResult) help = cli_run (folder, verbs[i], "--help", NULL);

      g_assert_cmpint (help->status, ==, 0);
      g_assert_nonnull (strstr (help->output, verbs[i]));
    }

  /* None of these made a file. */
  cli_clear_folder (folder);
}

/* The example as the first released schema wrote it, with a frozen plan and
 * a later change: reading leaves it as it is, writing keeps it beside */
static void
test_first_schema (void)
{
  char *folder = cli_new_folder ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "files", "schema-1.sprechzettel", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (CliResult) changes = NULL;
  g_autoptr (CliResult) phases = NULL;
  g_autoptr (CliResult) updated = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  before = g_bytes_new (contents, length);
  cli_write (folder, "a.db", before);

  changes = cli_run (folder, "diff", "a.db", "Stand Januar 2021", NULL);
  g_assert_cmpint (changes->status, ==, 0);
  g_assert_nonnull (strstr (changes->output, "Ausschreibungsentscheidung DMS"));
  /* Phases had kinds then, but what was frozen doesn't tell which */
  g_assert_null (strstr (changes->output, "of the kind"));
  cli_assert (0, folder, "check", "a.db", NULL);
  after = cli_read (folder, "a.db");
  g_assert_true (g_bytes_equal (after, before));

  cli_assert (0, folder, "set", "a.db", "phase", "3", "title=Laufend", NULL);
  kept = cli_read (folder, "a.db.v1");
  cli_write (folder, "kept.db", kept);
  phases = cli_run (folder, "list", "kept.db", "phases", NULL);
  g_assert_nonnull (strstr (phases->output, "Vorbereitung – geprüft"));
  cli_assert (0, folder, "undo", "a.db", NULL);
  cli_assert (0, folder, "check", "a.db", NULL);
  updated = cli_run (folder, "diff", "a.db", "Stand Januar 2021", NULL);
  g_assert_cmpstr (updated->output, ==, changes->output);
  cli_assert (1, folder, "undo", "a.db", NULL);

  cli_clear_folder (folder);
}

static void
test_new (void)
{
  char *folder = cli_new_folder ();
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  cli_assert (0, folder, "new", "a.db", NULL);
  before = cli_read (folder, "a.db");
  cli_assert (1, folder, "new", "a.db", NULL);
  cli_assert (1, folder, "new", "a.db", "--example", NULL);
  after = cli_read (folder, "a.db");
  g_assert_true (g_bytes_equal (before, after));

  cli_assert (1, folder, "new", "none/a.db", NULL);
  cli_assert (1, folder, "new", ".", NULL);
  cli_assert (0, folder, "check", "a.db", NULL);

  cli_clear_folder (folder);
}

/* Every verb refuses the file with a message that names it, and leaves it and
 * its folder as they are. */
static void
assert_refused (const char *folder,
                const char *name)
{
  static const char *const commands[][7] = {
    { "list", NULL, "phases", "--json", NULL },
    { "history", NULL, NULL },
    { "check", NULL, NULL },
    { "undo", NULL, NULL },
    { "redo", NULL, NULL },
    { "set", NULL, "measure", "1", "title=x", NULL },
    { "import", NULL, "notes.md", NULL },
    { "export", NULL, "--timeline", "--output", "out.svg", NULL },
  };
  g_autofree char *path = cli_path (folder, name);
  g_autofree char *output = cli_path (folder, "out.svg");
  g_autofree char *notes = cli_path (folder, "notes.md");
  gboolean readable = g_file_test (path, G_FILE_TEST_IS_REGULAR) && g_access (path, R_OK) == 0;
  g_autoptr (GBytes) before = readable ? cli_read (folder, name) : NULL;
  g_autofree char *prefix = g_strdup_printf ("sprechzettel-cli: %s: ", name);

  g_assert_true (g_file_set_contents (notes, "# Notizen\n\n- Punkt\n", -1, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *const *c = commands[i];
      g_autoptr (CliResult) result = cli_run (folder, c[0], name, c[2], c[2] ? c[3] : NULL,
                                              c[2] && c[3] ? c[4] : NULL, NULL);

      if (result->status != 1 || !g_str_has_prefix (result->errors, prefix))
        g_test_message ("%s %s: %d: %s", c[0], name, result->status, result->errors);
      g_assert_cmpint (result->status, ==, 1);
      g_assert_cmpstr (result->output, ==, "");
      g_assert_true (g_str_has_prefix (result->errors, prefix));
      g_assert_cmpuint (strlen (result->errors), >, strlen (prefix) + 20);
      g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
      if (readable)
        {
          g_autoptr (GBytes) after = cli_read (folder, name);

          g_assert_true (g_bytes_equal (before, after));
        }
    }
}

/* What could not be printed is not done. */
static void
test_full_output (void)
{
  char *folder = cli_new_folder ();
  g_autofree char *command = NULL;
  int wait_status;

  if (g_access ("/dev/full", W_OK) != 0)
    {
      g_test_skip ("no /dev/full");
      cli_clear_folder (folder);
      return;
    }

  cli_assert (0, folder, "new", "a.db", NULL);
  command = g_strdup_printf ("sh -c '\"$SPZ_CLI\" list \"%s/a.db\" kinds --json >/dev/full 2>/dev/null'",
                             folder);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, &wait_status, NULL));
  g_assert_true (WIFEXITED (wait_status));
  g_assert_cmpint (WEXITSTATUS (wait_status), ==, 1);

  cli_clear_folder (folder);
}

static GBytes *
with_number (GBytes  *bytes,
             gsize    offset,
             guint32  number)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  char *copy = g_memdup2 (data, length);
  guint32 big_endian = GUINT32_TO_BE (number);

  memcpy (copy + offset, &big_endian, sizeof big_endian);

  return g_bytes_new_take (copy, length);
}

static void
test_wrong_content (void)
{
  char *folder = cli_new_folder ();
  g_autofree char *sub = cli_path (folder, "folder");
  g_autoptr (GBytes) good = NULL;
  g_autoptr (GBytes) foreign = NULL;
  g_autoptr (GBytes) newer = NULL;
  g_autoptr (GBytes) truncated = NULL;
  g_autoptr (GBytes) stub = NULL;
  g_autoptr (GBytes) text = g_bytes_new_static ("Dies ist kein Programm.\n", 24);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);

  cli_assert (0, folder, "new", "good.db", NULL);
  good = cli_read (folder, "good.db");
  foreign = with_number (good, OFFSET_APPLICATION_ID, 0x1234);
  newer = with_number (good, OFFSET_USER_VERSION, 9999);
  truncated = g_bytes_new_from_bytes (good, 0, g_bytes_get_size (good) / 2);
  stub = g_bytes_new_from_bytes (good, 0, 50);

  cli_write (folder, "text.db", text);
  cli_write (folder, "empty.db", empty);
  cli_write (folder, "foreign.db", foreign);
  cli_write (folder, "newer.db", newer);
  cli_write (folder, "truncated.db", truncated);
  cli_write (folder, "stub.db", stub);
  g_assert_cmpint (g_mkdir (sub, 0700), ==, 0);

  assert_refused (folder, "text.db");
  assert_refused (folder, "empty.db");
  assert_refused (folder, "foreign.db");
  assert_refused (folder, "newer.db");
  assert_refused (folder, "truncated.db");
  assert_refused (folder, "stub.db");
  assert_refused (folder, "folder");
  assert_refused (folder, "none.db");
  assert_refused (folder, "none/none.db");

  cli_clear_folder (folder);
}

static void
test_unreadable (void)
{
  char *folder = NULL;
  g_autofree char *path = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root reads everything");
      return;
    }

  folder = cli_new_folder ();
  path = cli_path (folder, "a.db");
  cli_assert (0, folder, "new", "a.db", NULL);
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  assert_refused (folder, "a.db");

  cli_clear_folder (folder);
}

/* What is in a folder without permission to write can be looked at, not changed. */
static void
test_read_only_folder (void)
{
  char *folder = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root writes everywhere");
      return;
    }

  folder = cli_new_folder ();
  cli_assert (0, folder, "new", "a.db", NULL);
  before = cli_read (folder, "a.db");
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);

  cli_assert (0, folder, "list", "a.db", "phases", NULL);
  cli_assert (0, folder, "check", "a.db", NULL);
  cli_assert (1, folder, "set", "a.db", "programme", "1", "title=x", NULL);
  cli_assert (1, folder, "export", "a.db", "--timeline", "-o", "plan.svg", NULL);
  cli_assert (1, folder, "new", "b.db", NULL);
  after = cli_read (folder, "a.db");
  g_assert_true (g_bytes_equal (before, after));

  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  cli_clear_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/usage", test_usage);
  g_test_add_func ("/files/first-schema", test_first_schema);
  g_test_add_func ("/files/new", test_new);
  g_test_add_func ("/files/wrong-content", test_wrong_content);
  g_test_add_func ("/files/full-output", test_full_output);
  g_test_add_func ("/files/unreadable", test_unreadable);
  g_test_add_func ("/files/read-only-folder", test_read_only_folder);

  return g_test_run ();
}
