/* spz-cli-import.c: import
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spz-cli.h"
#include "spz-import-apply.h"

static gboolean
parse_kind (const SpzCliVerb *verb,
            const char       *name,
            SpzImportKind    *kind)
{
  static const struct { const char *name; SpzImportKind kind; } kinds[] = {
    { "briefing", SPZ_IMPORT_BRIEFING },
    { "timeline", SPZ_IMPORT_TIMELINE },
    { "milestones", SPZ_IMPORT_MILESTONES },
    { "meetings", SPZ_IMPORT_MEETINGS },
  };

  *kind = SPZ_IMPORT_ANY;
  if (name == NULL)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      {
        *kind = kinds[i].kind;
        return TRUE;
      }

  spz_cli_misused (verb->name, _("%s can’t be “%s”: write one of: %s"), "--as", name,
                   "briefing, timeline, milestones, meetings");

  return FALSE;
}

/* Says what is wrong with a source the way compilers do, "FILE:LINE: what": a
 * reader's message names the line first, in words ("Line 7: what"). */
static void
complain (const char   *source,
          const GError *error)
{
  const char *number = error->message + strcspn (error->message, " 0123456789:");
  char *end = NULL;
  guint64 line = *number == ' ' ? g_ascii_strtoull (number, &end, 10) : 0;

  if (line > 0 && g_str_has_prefix (end, ": "))
    {
      g_autofree char *place = g_strdup_printf ("%s:%" G_GUINT64_FORMAT, source, line);

      spz_cli_wrong (place, "%s", end + 2);
    }
  else
    spz_cli_failed (source, error);
}

/* All of them, or %NULL after saying which one can't be read. */
static GPtrArray *
read_sources (char          **sources,
              SpzImportKind   kind)
{
  g_autoptr (GPtrArray) imports = g_ptr_array_new_with_free_func ((GDestroyNotify) spz_import_free);

  for (; *sources != NULL; sources++)
    {
      g_autoptr (GError) error = NULL;
      SpzImport *import = spz_import_read_file (*sources, kind, &error);

      if (import == NULL)
        {
          complain (*sources, error);
          return NULL;
        }
      g_ptr_array_add (imports, import);
    }

  return g_steal_pointer (&imports);
}

/* What a person may want to check, by line */
static void
report (const char      *source,
        const SpzImport *import,
        const char      *summary)
{
  spz_cli_print ("%s: %s\n", source, summary);

  for (guint i = 0; i < import->messages->len; i++)
    {
      const SpzImportMessage *message = g_ptr_array_index (import->messages, i);

      if (message->line > 0)
        spz_cli_print ("%s:%u: %s\n", source, message->line, message->text);
      else
        spz_cli_print ("%s: %s\n", source, message->text);
    }
}

static gboolean
enter (SpzProgramme     *programme,
       const SpzImport  *import,
       GPtrArray        *summaries,
       GError          **error)
{
  char *summary = spz_import_apply (programme, import, error);

  if (summary == NULL)
    return FALSE;
  g_ptr_array_add (summaries, summary);

  return TRUE;
}

/**
 * spz_cli_import:
 * @verb: the verb
 * @arguments: its arguments
 *
 * `import FILE SOURCE… [--as KIND] [--dry-run]`: all sources or, if one can't be read,
 * none. Each is a step of the history, as a later one refers to what an
 * earlier one brought.
 */
SpzCliStatus
spz_cli_import (const SpzCliVerb  *verb,
                char             **arguments)
{
  g_autofree char *kind_name = NULL;
  gboolean dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "as", 'a', 0, G_OPTION_ARG_STRING, &kind_name,
      N_("What the sources are; guessed if not given"), "briefing|timeline|milestones|meetings" },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run,
      N_("Only say what would be entered"), NULL },
    { NULL },
  };
  g_autoptr (SpzProgramme) programme = NULL;
  g_autoptr (GPtrArray) imports = NULL;
  g_autoptr (GPtrArray) summaries = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  SpzImportKind kind;

  if (!spz_cli_parse (verb, arguments, entries, NULL, 2, G_MAXINT))
    return SPZ_CLI_USAGE;
  if (!parse_kind (verb, kind_name, &kind))
    return SPZ_CLI_USAGE;

  programme = spz_cli_open (arguments[1], SPZ_STORE_OPEN);
  if (programme == NULL)
    return SPZ_CLI_WRONG;

  imports = read_sources (arguments + 2, kind);
  if (imports == NULL)
    return SPZ_CLI_WRONG;

  if (dry_run && !spz_import_preview_all (programme, imports, summaries, NULL, NULL, NULL, &error))
    return spz_cli_failed (arguments[1], error);

  for (guint i = 0; i < imports->len; i++)
    {
      if (!dry_run && !enter (programme, g_ptr_array_index (imports, i), summaries, &error))
        return spz_cli_failed (arguments[1], error);
      report (arguments[2 + i], g_ptr_array_index (imports, i), g_ptr_array_index (summaries, i));
    }

  return SPZ_CLI_DONE;
}
