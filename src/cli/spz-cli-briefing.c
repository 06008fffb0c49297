/* spz-cli-briefing.c: briefing, search
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "spz-briefings.h"
#include "spz-cli-kinds.h"
#include "spz-cli.h"
#include "spz-delivery.h"
#include "spz-inline.h"

typedef struct
{
  const char *meeting;
  const char *recipient;
  int         audience;
} Options;

/* The meeting with a number; said where there is none */
static SpzMeeting *
find_meeting (SpzProgramme *programme,
              const char   *file,
              const char   *number)
{
  SpzMeeting *meeting = NULL;
  gint64 id;

  if (g_ascii_string_to_signed (number, 10, 1, G_MAXINT64, &id, NULL))
    meeting = spz_programme_lookup (programme, SPZ_TYPE_MEETING, id);
  if (meeting == NULL)
    spz_cli_wrong (file, _("There is no %s with the number %s. “list” tells the numbers."), "meeting", number);

  return meeting;
}

static SpzCliStatus
make_next (SpzProgramme  *programme,
           SpzBriefing   *briefing,
           const char    *file,
           const Options *options)
{
  g_autoptr (GError) error = NULL;
  SpzMeeting *meeting = NULL;
  gint64 id;

  if (options->meeting != NULL)
    {
      meeting = find_meeting (programme, file, options->meeting);
      if (meeting == NULL)
        return SPZ_CLI_WRONG;
    }

  id = spz_briefing_create_next (programme, briefing, meeting, NULL, &error);
  if (id == 0)
    return spz_cli_failed (file, error);

  spz_cli_print ("%" G_GINT64_FORMAT "\n", id);

  return SPZ_CLI_DONE;
}

static SpzCliStatus
deliver (SpzProgramme  *programme,
         SpzBriefing   *briefing,
         const char    *file,
         const Options *options)
{
  SpzDelivery *former = spz_briefing_get_delivery (programme, briefing);
  SpzMeeting *meeting = spz_briefing_get_meeting (programme, briefing);
  g_autofree char *recipient = options->recipient != NULL ? g_strdup (options->recipient)
                               : meeting != NULL ? spz_meeting_dup_title (programme, meeting) : g_strdup ("");
  const SpzDeliveryTerms terms = {
    .recipient = recipient,
    .audience = (SpzAudience) options->audience,
    .supersedes = former,
  };
  g_autoptr (GError) error = NULL;
  gint64 id = spz_briefing_deliver (programme, briefing, &terms, &error);

  if (id == 0)
    return spz_cli_failed (file, error);

  spz_cli_print ("%" G_GINT64_FORMAT "\n", id);

  return SPZ_CLI_DONE;
}

/**
 * spz_cli_briefing:
 * @verb: the verb
 * @arguments: its arguments
 *
 * `briefing FILE next ID|latest [--meeting MEETING]`, `briefing FILE deliver
 * ID|latest [--audience …] [--recipient TEXT]`; prints the number of what was
 * made. A second delivery supersedes the first.
 */
SpzCliStatus
spz_cli_briefing (const SpzCliVerb  *verb,
                  char             **arguments)
{
  g_autofree char *meeting = NULL;
  g_autofree char *recipient = NULL;
  g_autofree char *audience_name = NULL;
  const GOptionEntry entries[] = {
    { "meeting", 'm', 0, G_OPTION_ARG_STRING, &meeting, N_("The meeting the next briefing is for"), N_("ID") },
    { "recipient", 'r', 0, G_OPTION_ARG_STRING, &recipient, N_("To whom it was delivered; the meeting’s body if not given"), N_("TEXT") },
    { "audience", 'a', 0, G_OPTION_ARG_STRING, &audience_name,
      N_("Whom it is for; the public if not given"), "public|committee|internal" },
    { NULL },
  };
  g_autoptr (SpzProgramme) programme = NULL;
  Options options = { NULL };
  SpzBriefing *briefing;
  gboolean next;

  if (!spz_cli_parse (verb, arguments, entries,
                      _("BRIEFING is a number that “list FILE briefings” tells, or “latest”. The number of what was made is printed."), 3, 3))
    return SPZ_CLI_USAGE;

  next = g_str_equal (arguments[2], "next");
  if (!next && !g_str_equal (arguments[2], "deliver"))
    return spz_cli_misused (verb->name, _("%s can’t be “%s”: write one of: %s"), _("What to do"), arguments[2], "next, deliver");
  if (next ? recipient != NULL || audience_name != NULL : meeting != NULL)
    return spz_cli_misused (verb->name, _("--meeting belongs to “next”, --recipient and --audience belong to “deliver”"));
  if (recipient != NULL && !g_utf8_validate (recipient, -1, NULL))
    return spz_cli_misused (verb->name, _("The recipient is not UTF-8"));

  options = (Options) { meeting, recipient, spz_cli_parse_audience (verb, audience_name) };
  if (options.audience < 0)
    return SPZ_CLI_USAGE;

  programme = spz_cli_open (arguments[1], SPZ_STORE_OPEN);
  if (programme == NULL)
    return SPZ_CLI_WRONG;

  briefing = spz_cli_find_briefing (programme, arguments[1], arguments[3]);
  if (briefing == NULL)
    return SPZ_CLI_WRONG;

  return next ? make_next (programme, briefing, arguments[1], &options)
              : deliver (programme, briefing, arguments[1], &options);
}

static void
print_hits_json (GArray *hits)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < hits->len; i++)
    {
      const SpzDeliveryHit *hit = &g_array_index (hits, SpzDeliveryHit, i);
      g_autofree char *text = spz_inline_to_plain (hit->line->title);

      json_builder_begin_object (builder);
      spz_cli_add_date (builder, "date", spz_delivery_get_date (hit->delivery));
      spz_cli_add_string (builder, "body", hit->delivery->body_title);
      spz_cli_add_string (builder, "recipient", hit->delivery->recipient);
      spz_cli_add_string (builder, "heading", hit->line->heading);
      spz_cli_add_string (builder, "text", text);
      json_builder_set_member_name (builder, "delivery_id");
      json_builder_add_int_value (builder, spz_record_get_id (SPZ_RECORD (hit->delivery)));
      json_builder_set_member_name (builder, "superseded");
      json_builder_add_boolean_value (builder, hit->superseded);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  spz_cli_print_json (builder);
}

static void
print_hits (GArray *hits)
{
  SpzDelivery *last = NULL;

  for (guint i = 0; i < hits->len; i++)
    {
      const SpzDeliveryHit *hit = &g_array_index (hits, SpzDeliveryHit, i);
      g_autofree char *text = spz_inline_to_plain (hit->line->title);

      if (hit->delivery != last)
        {
          g_autofree char *name = spz_delivery_describe (hit->delivery);

          spz_cli_print ("%s%s%s\n", name, hit->superseded ? "  " : "", hit->superseded ? _("(superseded)") : "");
        }
      last = hit->delivery;
      spz_cli_print ("  %s\n", text);
    }
}

/**
 * spz_cli_search:
 * @verb: the verb
 * @arguments: its arguments
 *
 * `search FILE TEXT [--json]`: what was said of it, to whom and when
 */
SpzCliStatus
spz_cli_search (const SpzCliVerb  *verb,
                char             **arguments)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { NULL },
  };
  g_autoptr (SpzProgramme) programme = NULL;
  g_autoptr (GArray) hits = NULL;

  if (!spz_cli_parse (verb, arguments, entries, NULL, 2, 2))
    return SPZ_CLI_USAGE;

  programme = spz_cli_open (arguments[1], SPZ_STORE_READ_ONLY);
  if (programme == NULL)
    return SPZ_CLI_WRONG;

  hits = spz_deliveries_search (programme, arguments[2]);
  if (json)
    print_hits_json (hits);
  else
    print_hits (hits);

  return SPZ_CLI_DONE;
}
