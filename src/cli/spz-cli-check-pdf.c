/* spz-cli-check-pdf.c: check-pdf
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "spz-cli.h"
#include "spz-pdf-check.h"

/* What no paper needs, and a file that was made to do harm gets no more of */
#define MAX_FILE    (256 * 1024 * 1024)
#define MAX_MEMORY  (1024UL * 1024 * 1024)
#define MAX_SECONDS 60

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  struct stat status;
  char *data;
  gsize length;

  if (stat (path, &status) == 0 && (!S_ISREG (status.st_mode) || status.st_size > MAX_FILE))
    {
      spz_cli_wrong (path, _("It is no file, or too large to be checked."));
      return NULL;
    }
  if (!g_file_get_contents (path, &data, &length, &error))
    {
      spz_cli_failed (path, error);
      return NULL;
    }

  return g_bytes_new_take (data, length);
}

static SpzCliStatus
check_file (const char *path)
{
  g_autoptr (GBytes) file = read_file (path);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    return SPZ_CLI_WRONG;

  findings = spz_pdf_check (file, &error);
  if (findings == NULL)
    return spz_cli_failed (path, error);

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *text = spz_pdf_finding_describe (g_ptr_array_index (findings, i));

      spz_cli_wrong (path, "%s", text);
    }
  if (findings->len > 0)
    return SPZ_CLI_WRONG;

  spz_cli_print ("%s\n", _("It conforms to PDF/UA-1 and PDF/A-2a, as far as a program can tell."));

  return SPZ_CLI_DONE;
}

static void
limit_means (void)
{
  const struct rlimit seconds = { MAX_SECONDS, MAX_SECONDS };
  const struct rlimit no_core = { 0, 0 };
#ifndef __SANITIZE_ADDRESS__
  const struct rlimit memory = { MAX_MEMORY, MAX_MEMORY };

  setrlimit (RLIMIT_AS, &memory);
#endif
  setrlimit (RLIMIT_CPU, &seconds);
  setrlimit (RLIMIT_CORE, &no_core);
}

/* In a process of its own, which a file made to do harm may bring down */
static SpzCliStatus
check_apart (const char *path)
{
  int status = 0;
  pid_t child;

  fflush (stdout);
  child = fork ();
  if (child == 0)
    {
      SpzCliStatus result;

      limit_means ();
      result = check_file (path);
      if (fflush (stdout) != 0)
        result = SPZ_CLI_WRONG;
      _exit ((int) result);
    }

  if (child < 0 || waitpid (child, &status, 0) < 0 || !WIFEXITED (status))
    return spz_cli_wrong (path, _("It could not be checked: it needs too much time or memory."));

  return (SpzCliStatus) WEXITSTATUS (status);
}

/**
 * spz_cli_check_pdf:
 * @verb: the verb
 * @arguments: its arguments
 *
 * `check-pdf FILE`
 */
SpzCliStatus
spz_cli_check_pdf (const SpzCliVerb  *verb,
                   char             **arguments)
{
  /* Translators: follows the options of a command */
  const char *description = _("Every finding names the clause of ISO 14289-1 (PDF/UA-1) or ISO 19005-2 (PDF/A-2). "
                              "Whether a text describes its picture, or the order makes sense, only a person can tell.");

  if (!spz_cli_parse (verb, arguments, NULL, description, 1, 1))
    return SPZ_CLI_USAGE;

  return check_apart (arguments[1]);
}
