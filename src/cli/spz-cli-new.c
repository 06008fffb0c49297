/* spz-cli-new.c: new
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "spz-cli.h"

/**
 * spz_cli_new:
 * @verb: the verb
 * @arguments: its arguments
 *
 * `new FILE`
 */
SpzCliStatus
spz_cli_new (const SpzCliVerb  *verb,
             char             **arguments)
{
  g_autoptr (SpzProgramme) programme = NULL;

  if (!spz_cli_parse (verb, arguments, NULL, NULL, 1, 1))
    return SPZ_CLI_USAGE;

  programme = spz_cli_open (arguments[1], SPZ_STORE_CREATE);

  return programme != NULL ? SPZ_CLI_DONE : SPZ_CLI_WRONG;
}
