/* cli-run.c: running sprechzettel-cli in a test
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "cli-run.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

/* A new folder below the temporary one; give it to cli_clear_folder(). */
char *
cli_new_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("sprechzettel-cli-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

/* Removes a folder with the files in it, folders in it as well. */
void
cli_clear_folder (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          cli_clear_folder (path);
          continue;
        }
      g_assert_cmpint (g_unlink (path), ==, 0);
      g_free (path);
    }

  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
}

char *
cli_path (const char *folder,
          const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static CliResult *
run (const char *folder,
     va_list     arguments)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  CliResult *result = g_new0 (CliResult, 1);
  int wait_status;

  g_ptr_array_add (argv, (char *) g_getenv ("SPZ_CLI"));
  for (const char *argument = va_arg (arguments, const char *); argument != NULL;
       argument = va_arg (arguments, const char *))
    g_ptr_array_add (argv, (char *) argument);
  g_ptr_array_add (argv, NULL);

  g_spawn_sync (folder, (char **) argv->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL,
                &result->output, &result->errors, &wait_status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (wait_status));
  result->status = WEXITSTATUS (wait_status);

  return result;
}

/* Runs the program in a folder with arguments up to %NULL. */
CliResult *
cli_run (const char *folder,
         ...)
{
  CliResult *result;
  va_list arguments;

  va_start (arguments, folder);
  result = run (folder, arguments);
  va_end (arguments);

  return result;
}

void
cli_result_free (CliResult *result)
{
  g_free (result->output);
  g_free (result->errors);
  g_free (result);
}

/* Runs the program and asserts its exit status; what is wrong is said on
 * stderr, and nothing is said there when nothing is wrong. */
void
cli_assert (int         status,
            const char *folder,
            ...)
{
  g_autoptr (CliResult) result = NULL;
  va_list arguments;

  va_start (arguments, folder);
  result = run (folder, arguments);
  va_end (arguments);

  if (result->status != status)
    g_test_message ("%s", result->errors);
  g_assert_cmpint (result->status, ==, status);
  if (status == 0)
    g_assert_cmpstr (result->errors, ==, "");
  else
    g_assert_true (g_str_has_prefix (result->errors, "sprechzettel-cli: "));
}

/* Runs the program and asserts that it succeeds, and what it remarks on stderr. */
void
cli_assert_note (const char *note,
                 const char *folder,
                 ...)
{
  g_autoptr (CliResult) result = NULL;
  va_list arguments;

  va_start (arguments, folder);
  result = run (folder, arguments);
  va_end (arguments);

  g_assert_cmpint (result->status, ==, 0);
  g_assert_nonnull (strstr (result->errors, note));
}

/* Runs the program and reads the JSON it prints. */
JsonNode *
cli_run_json (const char *folder,
              ...)
{
  g_autoptr (CliResult) result = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *node;
  va_list arguments;

  va_start (arguments, folder);
  result = run (folder, arguments);
  va_end (arguments);

  g_assert_cmpstr (result->errors, ==, "");
  g_assert_cmpint (result->status, ==, 0);
  node = json_from_string (result->output, &error);
  g_assert_no_error (error);

  return node;
}

GBytes *
cli_read (const char *folder,
          const char *name)
{
  g_autofree char *path = cli_path (folder, name);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (data, length);
}

void
cli_write (const char *folder,
           const char *name,
           GBytes     *bytes)
{
  g_autofree char *path = cli_path (folder, name);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_file_set_contents (path, data, (gssize) length, &error);
  g_assert_no_error (error);
}
