/* spz-fuzz.c: what must hold whatever is read
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-fuzz.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "spz-import-apply.h"

#define APPLY_ONE_OF 10

static char *folder;
static SpzProgramme *programme;

static void
clean_up (void)
{
  g_autoptr (GDir) directory = NULL;
  const char *name;

  g_clear_object (&programme);
  directory = g_dir_open (folder, 0, NULL);
  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}

/**
 * fuzz_get_folder:
 *
 * Returns: (transfer none): a folder for files, deleted at the end
 */
const char *
fuzz_get_folder (void)
{
  g_autoptr (GError) error = NULL;

  if (folder == NULL)
    {
      folder = g_dir_make_tmp ("spz-fuzz-XXXXXX", &error);
      g_assert_no_error (error);
      atexit (clean_up);
    }

  return folder;
}

static SpzProgramme *
need_programme (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (programme == NULL)
    {
      path = g_build_filename (fuzz_get_folder (), "programme.sprechzettel", NULL);
      programme = spz_programme_open (path, SPZ_STORE_CREATE, &error);
      g_assert_no_error (error);
    }

  return programme;
}

/* GLib ends at a breakpoint, of which libFuzzer knows nothing. */
static void
trap_cb (int signal_number)
{
  abort ();
}

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  signal (SIGTRAP, trap_cb);
  /* The language of the messages that are compared, and a day that is not today */
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_setenv ("SPZ_TODAY", "2021-02-01", TRUE);
  g_log_set_always_fatal (G_LOG_LEVEL_WARNING | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_ERROR);

  return 0;
}

static void
check_error (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_cmpint (strlen (error->message), >, 0);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

/* The preview says what will be done, and undoing it leaves nothing to undo.
 * (Done again it is nothing where the source doesn't contradict itself; what
 * a fuzzer makes does. See test-repeat.c.) */
static void
check_apply (const SpzImport *import)
{
  SpzProgramme *into = need_programme ();
  g_autoptr (GError) error = NULL;
  g_autofree char *preview = spz_import_preview (into, import, &error);
  g_autofree char *summary = NULL;

  if (preview == NULL)
    {
      check_error (error);
      g_clear_error (&error);
      g_assert_null (spz_import_apply (into, import, &error));
      return;
    }

  summary = spz_import_apply (into, import, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (summary, ==, preview);

  while (spz_programme_get_undo_label (into) != NULL)
    {
      spz_programme_undo (into, &error);
      g_assert_no_error (error);
    }
}

/**
 * fuzz_check_import:
 * @bytes: any bytes
 * @name: the name of the file they are said to come from
 *
 * Reads them. What can be read goes into a programme, and out of it again.
 */
void
fuzz_check_import (GBytes     *bytes,
                   const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpzImport) import = spz_import_read (bytes, name, SPZ_IMPORT_ANY, &error);

  if (import == NULL)
    {
      check_error (error);
      return;
    }

  for (guint i = 0; i < import->messages->len; i++)
    g_assert_true (g_utf8_validate (((SpzImportMessage *) g_ptr_array_index (import->messages, i))->text, -1, NULL));

  /* Writing takes a hundred times as long as reading: some of the inputs, and
   * those that are kept, do */
  if (FUZZ_REPLAY || g_bytes_hash (bytes) % APPLY_ONE_OF == 0)
    check_apply (import);
}
