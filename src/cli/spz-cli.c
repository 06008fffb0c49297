/* spz-cli.c: what the verbs of the command line share
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-cli.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <stdio.h>

#include "spz-briefings.h"

#define PROGRAM "sprechzettel-cli"

/**
 * spz_cli_parse:
 * @verb: the verb being run
 * @arguments: (inout): its arguments, its own name first; only that name and
 *   the operands are left
 * @entries: (nullable): its options
 * @description: (nullable): what --help says after the options, translated
 * @min_operands: how many operands are needed
 * @max_operands: how many are understood
 *
 * Takes the options out of a verb's arguments. Says what is wrong with them.
 *
 * Returns: whether they are right
 */
gboolean
spz_cli_parse (const SpzCliVerb    *verb,
               char               **arguments,
               const GOptionEntry  *entries,
               const char          *description,
               guint                min_operands,
               guint                max_operands)
{
  g_autofree char *synopsis = g_strdup_printf ("%s %s", verb->name, _(verb->operands));
  g_autofree char *program = g_strdup_printf (PROGRAM " %s", verb->name);
  g_autoptr (GOptionContext) context = g_option_context_new (_(verb->operands));
  g_autoptr (GError) error = NULL;
  guint n_operands;

  /* What --help calls the program */
  g_set_prgname (program);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _(verb->summary));
  if (description != NULL)
    g_option_context_set_description (context, description);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  if (!g_option_context_parse_strv (context, &arguments, &error))
    {
      spz_cli_misused (verb->name, "%s", error->message);
      return FALSE;
    }

  n_operands = g_strv_length (arguments) - 1;
  if (n_operands < min_operands)
    {
      spz_cli_misused (verb->name, _("An operand is missing: %s"), synopsis);
      return FALSE;
    }
  if (n_operands > max_operands)
    {
      spz_cli_misused (verb->name, _("“%s” is one operand too many"),
                       arguments[max_operands + 1]);
      return FALSE;
    }

  return TRUE;
}

/**
 * spz_cli_misused:
 * @verb: (nullable): the verb that was misused
 * @format: what is wrong with the command line
 * @...: what belongs to @format
 *
 * Says what is wrong with the command line, and where to read how it is.
 *
 * Returns: %SPZ_CLI_USAGE
 */
SpzCliStatus
spz_cli_misused (const char *verb,
                 const char *format,
                 ...)
{
  g_autofree char *message = NULL;
  g_autofree char *help = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  help = verb != NULL ? g_strdup_printf (PROGRAM " %s --help", verb) : g_strdup (PROGRAM " --help");
  fprintf (stderr, PROGRAM ": %s\n", message);
  /* Translators: %s is a command to type */
  fprintf (stderr, _("“%s” says how it is used."), help);
  fputc ('\n', stderr);

  return SPZ_CLI_USAGE;
}

/**
 * spz_cli_failed:
 * @file: the file it is about
 * @error: what is wrong with it
 *
 * Returns: %SPZ_CLI_WRONG
 */
SpzCliStatus
spz_cli_failed (const char   *file,
                const GError *error)
{
  return spz_cli_wrong (file, "%s", error->message);
}

/**
 * spz_cli_wrong:
 * @file: the file it is about
 * @format: what is wrong, and what to do
 * @...: what belongs to @format
 *
 * Returns: %SPZ_CLI_WRONG
 */
SpzCliStatus
spz_cli_wrong (const char *file,
               const char *format,
               ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  fprintf (stderr, PROGRAM ": %s: %s\n", file, message);

  return SPZ_CLI_WRONG;
}

/**
 * spz_cli_open:
 * @path: a programme file
 * @flags: how to open it
 *
 * Opens a programme, or says why that is not possible.
 *
 * Returns: (transfer full) (nullable): the programme
 */
SpzProgramme *
spz_cli_open (const char    *path,
              SpzStoreFlags  flags)
{
  g_autoptr (GError) error = NULL;
  SpzProgramme *programme = spz_programme_open (path, flags, &error);

  if (programme == NULL)
    spz_cli_failed (path, error);

  return programme;
}

static gboolean
is_same_file (const char *a,
              const char *b)
{
  GStatBuf left, right;

  return g_stat (a, &left) == 0 && g_stat (b, &right) == 0 &&
         left.st_dev == right.st_dev && left.st_ino == right.st_ino;
}

static const char *
describe_write_error (const GError *error)
{
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT) ||
      g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    return _("There is no such folder. Create it, or name another one.");
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES) ||
      g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_PERM) ||
      g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    return _("Writing is not permitted there. Name another folder.");
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR))
    return _("That is a folder. Name a file in it.");
  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return _("No room is left on the disk. Make room, then try again.");

  return error->message;
}

/**
 * spz_cli_write:
 * @programme: the programme the bytes were made from
 * @path: the file to write
 * @bytes: what to write
 *
 * Writes a file whole or not at all, and never over the programme. Says why
 * that is not possible.
 *
 * Returns: whether it was written
 */
gboolean
spz_cli_write (SpzProgramme *programme,
               const char   *path,
               GBytes       *bytes)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (is_same_file (path, spz_programme_get_path (programme)))
    {
      spz_cli_wrong (path, _("That is the programme itself. Name another file to write to."));
      return FALSE;
    }
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      spz_cli_wrong (path, _("That is a folder. Name a file in it."));
      return FALSE;
    }

  if (!g_file_set_contents_full (path, data, (gssize) size,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 0666, &error))
    {
      spz_cli_wrong (path, "%s", describe_write_error (error));
      return FALSE;
    }

  return TRUE;
}

/**
 * spz_cli_print:
 * @format: what to print
 * @...: what belongs to @format
 *
 * Prints a text as UTF-8, whatever the locale: what is printed is often read
 * by another program.
 */
void
spz_cli_print (const char *format,
               ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  fputs (text, stdout);
}

/**
 * spz_cli_print_json:
 * @builder: (type JsonBuilder): a complete value
 *
 * Prints JSON, indented.
 */
void
spz_cli_print_json (gpointer builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);

  spz_cli_print ("%s\n", text);
}

/**
 * spz_cli_parse_audience:
 * @verb: the verb being run
 * @name: (nullable): what --audience was given; %NULL for the public
 *
 * Returns: the #SpzAudience, or -1 after saying which there are
 */
int
spz_cli_parse_audience (const SpzCliVerb *verb,
                        const char       *name)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (SPZ_TYPE_AUDIENCE);
  GEnumValue *value = name != NULL ? g_enum_get_value_by_nick (klass, name)
                                   : g_enum_get_value (klass, SPZ_AUDIENCE_PUBLIC);

  if (value == NULL)
    {
      spz_cli_misused (verb->name, _("%s can’t be “%s”: write one of: %s"), "--audience", name,
                       "public, committee, internal");
      return -1;
    }

  return value->value;
}

/**
 * spz_cli_find_briefing:
 * @programme: a programme
 * @path: its file
 * @which: "latest" or a number
 *
 * Returns: (transfer none) (nullable): the briefing; %NULL after saying that
 *   there is none
 */
SpzBriefing *
spz_cli_find_briefing (SpzProgramme *programme,
                       const char   *path,
                       const char   *which)
{
  SpzBriefing *briefing = NULL;
  gint64 id;

  if (g_str_equal (which, "latest"))
    {
      briefing = spz_programme_get_latest_briefing (programme);
      if (briefing == NULL)
        spz_cli_wrong (path, _("There is no briefing in it yet."));
      return briefing;
    }

  if (g_ascii_string_to_signed (which, 10, 1, G_MAXINT64, &id, NULL))
    briefing = spz_programme_lookup (programme, SPZ_TYPE_BRIEFING, id);
  if (briefing == NULL)
    spz_cli_wrong (path, _("There is no briefing “%s”. “list” tells the numbers."), which);

  return briefing;
}
