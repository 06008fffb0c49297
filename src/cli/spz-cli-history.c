/* spz-cli-history.c: history, undo, redo, check
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "spz-cli.h"

/* "2021-02-01T09:30:00Z" as the user's own time. */
static char *
format_time (const char *iso)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso, utc);
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup (iso);
}

static void
print_history (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      SpzHistoryEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *time = format_time (entry->at);

      spz_cli_print ("%6" G_GINT64_FORMAT "  %s  %s  %s%s%s\n",
                     entry->id, time, entry->who, entry->label,
                     entry->undone ? "  " : "",
                     entry->undone ? _("(undone)") : "");
    }
}

static void
print_history_json (GPtrArray *entries)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      SpzHistoryEntry *entry = g_ptr_array_index (entries, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_int_value (builder, entry->id);
      json_builder_set_member_name (builder, "title");
      json_builder_add_string_value (builder, entry->label);
      json_builder_set_member_name (builder, "at");
      json_builder_add_string_value (builder, entry->at);
      json_builder_set_member_name (builder, "who");
      json_builder_add_string_value (builder, entry->who);
      json_builder_set_member_name (builder, "undone");
      json_builder_add_boolean_value (builder, entry->undone);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  spz_cli_print_json (builder);
}

/**
 * spz_cli_history:
 * @verb: the verb
 * @arguments: its arguments
 *
 * `history FILE [--json] [--limit N]`
 */
SpzCliStatus
spz_cli_history (const SpzCliVerb  *verb,
                 char             **arguments)
{
  gboolean json = FALSE;
  int limit = 0;
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { "limit", 'n', 0, G_OPTION_ARG_INT, &limit, N_("Print the last NUMBER steps only"), N_("NUMBER") },
    { NULL },
  };
  g_autoptr (SpzProgramme) programme = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;

  if (!spz_cli_parse (verb, arguments, entries, NULL, 1, 1))
    return SPZ_CLI_USAGE;
  if (limit < 0)
    return spz_cli_misused (verb->name, _("--limit needs a number above 0"));

  programme = spz_cli_open (arguments[1], SPZ_STORE_READ_ONLY);
  if (programme == NULL)
    return SPZ_CLI_WRONG;

  history = spz_programme_get_history (programme, limit > 0 ? (guint) limit : G_MAXINT, &error);
  if (history == NULL)
    return spz_cli_failed (arguments[1], error);

  if (json)
    print_history_json (history);
  else
    print_history (history);

  return SPZ_CLI_DONE;
}

/* Walks one step through the history with @move, and says which. */
static SpzCliStatus
step (const SpzCliVerb *verb,
      char            **arguments,
      const char     *(*get_label) (SpzProgramme  *programme),
      gboolean        (*move)      (SpzProgramme  *programme,
                                    GError       **error),
      const char       *done,
      const char       *nothing)
{
  g_autoptr (SpzProgramme) programme = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  if (!spz_cli_parse (verb, arguments, NULL, NULL, 1, 1))
    return SPZ_CLI_USAGE;

  programme = spz_cli_open (arguments[1], SPZ_STORE_OPEN);
  if (programme == NULL)
    return SPZ_CLI_WRONG;

  label = g_strdup (get_label (programme));
  if (label == NULL)
    return spz_cli_wrong (arguments[1], "%s", nothing);
  if (!move (programme, &error))
    return spz_cli_failed (arguments[1], error);

  spz_cli_print ("%s %s\n", done, label);

  return SPZ_CLI_DONE;
}

/**
 * spz_cli_undo:
 * @verb: the verb
 * @arguments: its arguments
 *
 * `undo FILE`
 */
SpzCliStatus
spz_cli_undo (const SpzCliVerb  *verb,
              char             **arguments)
{
  return step (verb, arguments, spz_programme_get_undo_label, spz_programme_undo,
               /* Translators: before the name of a step, such as: Change “Smart City” */
               _("Undone:"), _("There is no step to take back."));
}

/**
 * spz_cli_redo:
 * @verb: the verb
 * @arguments: its arguments
 *
 * `redo FILE`
 */
SpzCliStatus
spz_cli_redo (const SpzCliVerb  *verb,
              char             **arguments)
{
  return step (verb, arguments, spz_programme_get_redo_label, spz_programme_redo,
               /* Translators: before the name of a step, such as: Change “Smart City” */
               _("Redone:"), _("There is no step to do again."));
}

/**
 * spz_cli_check:
 * @verb: the verb
 * @arguments: its arguments
 *
 * `check FILE`
 */
SpzCliStatus
spz_cli_check (const SpzCliVerb  *verb,
               char             **arguments)
{
  g_autoptr (SpzProgramme) programme = NULL;
  g_autoptr (GPtrArray) messages = NULL;
  g_autoptr (GError) error = NULL;

  if (!spz_cli_parse (verb, arguments, NULL, NULL, 1, 1))
    return SPZ_CLI_USAGE;

  programme = spz_cli_open (arguments[1], SPZ_STORE_READ_ONLY);
  if (programme == NULL)
    return SPZ_CLI_WRONG;

  messages = spz_programme_check (programme, &error);
  if (messages == NULL)
    return spz_cli_failed (arguments[1], error);

  for (guint i = 0; i < messages->len; i++)
    spz_cli_wrong (arguments[1], "%s", (const char *) g_ptr_array_index (messages, i));
  if (messages->len > 0)
    return SPZ_CLI_WRONG;

  spz_cli_print ("%s\n", _("Everything is in order."));

  return SPZ_CLI_DONE;
}
