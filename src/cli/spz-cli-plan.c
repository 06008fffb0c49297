/* spz-cli-plan.c: link, unlink, version, diff
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "spz-cli-kinds.h"
#include "spz-cli.h"
#include "spz-dependencies.h"
#include "spz-plan-changes.h"
#include "spz-plan-versions.h"

static gpointer
find_record (SpzProgramme *programme,
             const char   *file,
             const char   *kind,
             const char   *number)
{
  gpointer record = NULL;
  gint64 id;

  if (g_ascii_string_to_signed (number, 10, 1, G_MAXINT64, &id, NULL))
    record = spz_programme_lookup (programme, spz_cli_kind_find (kind)->get_type (), id);
  if (record == NULL)
    spz_cli_wrong (file, _("There is no %s with the number %s. “list” tells the numbers."), kind, number);

  return record;
}

/**
 * spz_cli_link:
 * @verb: the verb
 * @arguments: its arguments
 *
 * `link FILE PHASE PHASE`: the second waits for the first
 */
SpzCliStatus
spz_cli_link (const SpzCliVerb  *verb,
              char             **arguments)
{
  g_autoptr (SpzProgramme) programme = NULL;
  g_autoptr (GError) error = NULL;
  SpzPhase *predecessor, *successor;

  if (!spz_cli_parse (verb, arguments, NULL,
                      _("PHASE is a number that “list FILE phases” tells; the second phase begins after the first ends."), 3, 3))
    return SPZ_CLI_USAGE;

  programme = spz_cli_open (arguments[1], SPZ_STORE_OPEN);
  if (programme == NULL)
    return SPZ_CLI_WRONG;

  predecessor = find_record (programme, arguments[1], "phase", arguments[2]);
  successor = predecessor != NULL ? find_record (programme, arguments[1], "phase", arguments[3]) : NULL;
  if (successor == NULL)
    return SPZ_CLI_WRONG;

  if (spz_dependency_add (programme, predecessor, successor, &error) == 0)
    return spz_cli_failed (arguments[1], error);

  return SPZ_CLI_DONE;
}

/**
 * spz_cli_unlink:
 * @verb: the verb
 * @arguments: its arguments
 *
 * `unlink FILE DEPENDENCY`
 */
SpzCliStatus
spz_cli_unlink (const SpzCliVerb  *verb,
                char             **arguments)
{
  g_autoptr (SpzProgramme) programme = NULL;
  g_autoptr (GError) error = NULL;
  SpzDependency *dependency;

  if (!spz_cli_parse (verb, arguments, NULL,
                      _("DEPENDENCY is a number that “list FILE dependencies” tells."), 2, 2))
    return SPZ_CLI_USAGE;

  programme = spz_cli_open (arguments[1], SPZ_STORE_OPEN);
  if (programme == NULL)
    return SPZ_CLI_WRONG;

  dependency = find_record (programme, arguments[1], "dependency", arguments[2]);
  if (dependency == NULL)
    return SPZ_CLI_WRONG;
  if (!spz_dependency_remove (programme, dependency, &error))
    return spz_cli_failed (arguments[1], error);

  return SPZ_CLI_DONE;
}

/**
 * spz_cli_version:
 * @verb: the verb
 * @arguments: its arguments
 *
 * `version FILE NAME [--occasion TEXT] [--date DATE]`
 */
SpzCliStatus
spz_cli_version (const SpzCliVerb  *verb,
                 char             **arguments)
{
  g_autofree char *occasion = NULL;
  g_autofree char *date_text = NULL;
  const GOptionEntry entries[] = {
    { "occasion", 'o', 0, G_OPTION_ARG_STRING, &occasion, N_("What it is kept for"), N_("TEXT") },
    { "date", 'd', 0, G_OPTION_ARG_STRING, &date_text, N_("The occasion’s day; the reference date if not given"), N_("DATE") },
    { NULL },
  };
  g_autoptr (SpzProgramme) programme = NULL;
  g_autoptr (GError) error = NULL;
  SpzPrecision precision;
  SpzDate date = SPZ_DATE_NONE;

  if (!spz_cli_parse (verb, arguments, entries, NULL, 2, 2))
    return SPZ_CLI_USAGE;
  if (date_text != NULL &&
      (!spz_period_parse (date_text, &date, NULL, &precision) || precision != SPZ_PRECISION_DAY))
    return spz_cli_misused (verb->name, _("--date can’t be “%s”: write a day such as 2021-01-19"), date_text);
  if (!g_utf8_validate (arguments[2], -1, NULL))
    return spz_cli_misused (verb->name, _("The name is not UTF-8"));

  programme = spz_cli_open (arguments[1], SPZ_STORE_OPEN);
  if (programme == NULL)
    return SPZ_CLI_WRONG;

  if (spz_plan_version_freeze (programme, arguments[2], occasion != NULL ? occasion : "", date, &error) == 0)
    return spz_cli_failed (arguments[1], error);

  return SPZ_CLI_DONE;
}

static void
add_state (JsonBuilder        *builder,
           const char         *name,
           const SpzPlanState *state)
{
  g_autoptr (GEnumClass) certainties = g_type_class_ref (SPZ_TYPE_CERTAINTY);

  json_builder_set_member_name (builder, name);
  if (state->title == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_object (builder);
  spz_cli_add_string (builder, "title", state->title);
  if (state->measure_title != NULL)
    {
      spz_cli_add_string (builder, "measure", state->measure_title);
      spz_cli_add_date (builder, "start", state->start);
      spz_cli_add_date (builder, "end", state->end);
      spz_cli_add_string (builder, "certainty",
                          g_enum_get_value (certainties, (int) state->certainty)->value_nick);
      spz_cli_add_string (builder, "wording", state->wording);
      if (state->phase_kind != NULL)
        spz_cli_add_string (builder, "kind", state->phase_kind);
    }
  json_builder_end_object (builder);
}

static void
add_shift (JsonBuilder *builder,
           const char  *name,
           SpzDate      from,
           SpzDate      to)
{
  static const char *const units[] = { "days", "weeks", "months", "quarters" };
  SpzPlanShiftUnit unit;
  int shift = spz_plan_shift_measure (from, to, &unit);

  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "count");
  json_builder_add_int_value (builder, shift);
  spz_cli_add_string (builder, "unit", units[unit]);
  json_builder_end_object (builder);
}

static void
add_change (JsonBuilder         *builder,
            const SpzPlanChange *change)
{
  /* In the order of the flags */
  static const char *const names[] = {
    "added", "removed", "start", "end", "title", "measure", "certainty", "wording", "kind",
  };
  g_autofree char *sentence = spz_plan_change_dup_sentence (change, TRUE);

  json_builder_begin_object (builder);
  spz_cli_add_string (builder, "kind",
                      change->type == SPZ_TYPE_PHASE ? "phase" : change->type == SPZ_TYPE_MEASURE ? "measure" : "milestone");
  json_builder_set_member_name (builder, "id");
  json_builder_add_int_value (builder, change->id);
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (change->flags & (1u << i))
      json_builder_add_string_value (builder, names[i]);
  json_builder_end_array (builder);
  add_state (builder, "before", &change->before);
  add_state (builder, "after", &change->after);
  if (change->flags & SPZ_PLAN_CHANGE_START)
    add_shift (builder, "start_shift", change->before.start, change->after.start);
  if (change->flags & SPZ_PLAN_CHANGE_END)
    add_shift (builder, "end_shift", change->before.end + 1, change->after.end + 1);
  spz_cli_add_string (builder, "sentence", sentence);
  json_builder_end_object (builder);
}

static void
print_changes_json (GPtrArray *changes)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < changes->len; i++)
    add_change (builder, g_ptr_array_index (changes, i));
  json_builder_end_array (builder);

  spz_cli_print_json (builder);
}

static void
print_changes (SpzPlanVersion *version,
               GPtrArray      *changes)
{
  g_autofree char *name = spz_plan_version_describe (version);
  g_autofree char *summary = spz_plan_changes_dup_summary (changes);

  /* Translators: a version of the plan, how many changes of what sort there are */
  spz_cli_print (_("Since “%1$s”: %2$s"), name, summary);
  spz_cli_print ("\n");
  for (guint i = 0; i < changes->len; i++)
    {
      g_autofree char *sentence = spz_plan_change_dup_sentence (g_ptr_array_index (changes, i), TRUE);

      spz_cli_print ("%s\n", sentence);
    }
}

/**
 * spz_cli_diff:
 * @verb: the verb
 * @arguments: its arguments
 *
 * `diff FILE VERSION [--audience …] [--json]`; the audience is the public
 * unless another is asked for
 */
SpzCliStatus
spz_cli_diff (const SpzCliVerb  *verb,
              char             **arguments)
{
  g_autofree char *audience_name = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "audience", 'a', 0, G_OPTION_ARG_STRING, &audience_name,
      N_("Whom it is for; the public if not given"), "public|committee|internal" },
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { NULL },
  };
  g_autoptr (SpzProgramme) programme = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  SpzPlanVersion *version;
  int audience;

  if (!spz_cli_parse (verb, arguments, entries,
                      _("VERSION is the name or the number of a version; “list FILE versions” tells them."), 2, 2))
    return SPZ_CLI_USAGE;
  audience = spz_cli_parse_audience (verb, audience_name);
  if (audience < 0)
    return SPZ_CLI_USAGE;

  programme = spz_cli_open (arguments[1], SPZ_STORE_READ_ONLY);
  if (programme == NULL)
    return SPZ_CLI_WRONG;

  version = spz_plan_version_find (programme, arguments[2]);
  if (version == NULL)
    return spz_cli_wrong (arguments[1], _("There is no version “%s” of the plan. “list” tells them."), arguments[2]);

  changes = spz_plan_compare (programme, version, (SpzAudience) audience);
  if (json)
    print_changes_json (changes);
  else
    print_changes (version, changes);

  return SPZ_CLI_DONE;
}
