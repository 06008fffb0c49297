/* spz-cli-new.c: new
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "spz-cli.h"
#include "spz-example.h"

/**
 * spz_cli_new:
 * @verb: the verb
 * @arguments: its arguments
 *
 * `new FILE [--example]`
 */
SpzCliStatus
spz_cli_new (const SpzCliVerb  *verb,
             char             **arguments)
{
  gboolean example = FALSE;
  const GOptionEntry entries[] = {
    { "example", 'e', 0, G_OPTION_ARG_NONE, &example,
      N_("Fill it with the example of a city’s digital programme"), NULL },
    { NULL },
  };
  g_autoptr (SpzProgramme) programme = NULL;
  g_autoptr (GError) error = NULL;

  if (!spz_cli_parse (verb, arguments, entries, NULL, 1, 1))
    return SPZ_CLI_USAGE;

  programme = example ? spz_example_create (arguments[1], &error)
                      : spz_programme_open (arguments[1], SPZ_STORE_CREATE, &error);

  return programme != NULL ? SPZ_CLI_DONE : spz_cli_failed (arguments[1], error);
}
