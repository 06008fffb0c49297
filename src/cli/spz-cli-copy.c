/* spz-cli-copy.c: copy
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "spz-cli.h"
#include "spz-shared-copy.h"

/**
 * spz_cli_copy:
 * @verb: the verb
 * @arguments: its arguments
 *
 * `copy FILE TO [--audience public|committee]`: what the audience may see, as
 * a programme to pass on
 */
SpzCliStatus
spz_cli_copy (const SpzCliVerb  *verb,
              char             **arguments)
{
  g_autofree char *audience_name = NULL;
  const GOptionEntry entries[] = {
    { "audience", 'a', 0, G_OPTION_ARG_STRING, &audience_name,
      N_("Whom it is for; the public if not given"), "public|committee" },
    { NULL },
  };
  g_autoptr (SpzProgramme) programme = NULL;
  g_autoptr (GError) error = NULL;
  int audience;

  if (!spz_cli_parse (verb, arguments, entries,
                      _("The copy holds what its audience may see, and no history. Notes, sources and deadlines of the office are not in it."),
                      2, 2))
    return SPZ_CLI_USAGE;

  audience = spz_cli_parse_audience (verb, audience_name);
  if (audience < 0)
    return SPZ_CLI_USAGE;
  if (audience == SPZ_AUDIENCE_INTERNAL)
    return spz_cli_misused (verb->name, _("%s can’t be “%s”: write one of: %s"), "--audience", audience_name,
                            "public, committee");

  programme = spz_cli_open (arguments[1], SPZ_STORE_READ_ONLY);
  if (programme == NULL)
    return SPZ_CLI_WRONG;

  return spz_shared_copy_write (programme, arguments[2], (SpzAudience) audience, NULL, &error)
         ? SPZ_CLI_DONE : spz_cli_failed (arguments[2], error);
}
