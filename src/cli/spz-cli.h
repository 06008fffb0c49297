/* spz-cli.h: what the verbs of the command line share
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

/**
 * SpzCliStatus:
 * @SPZ_CLI_DONE: done
 * @SPZ_CLI_WRONG: the input is wrong: a file, a text, a value
 * @SPZ_CLI_USAGE: the command line is wrong
 *
 * Exit statuses.
 */
typedef enum
{
  SPZ_CLI_DONE  = 0,
  SPZ_CLI_WRONG = 1,
  SPZ_CLI_USAGE = 2,
} SpzCliStatus;

/**
 * SpzCliVerb:
 * @name: its name, the first argument
 * @operands: what follows it, for people, untranslated
 * @summary: what it does, untranslated
 * @run: does it; the arguments start with the verb's name
 */
typedef struct _SpzCliVerb
{
  const char    *name;
  const char    *operands;
  const char    *summary;
  SpzCliStatus (*run) (const struct _SpzCliVerb *verb,
                       char                    **arguments);
} SpzCliVerb;

gboolean      spz_cli_parse     (const SpzCliVerb   *verb,
                                 char              **arguments,
                                 const GOptionEntry *entries,
                                 const char         *description,
                                 guint               min_operands,
                                 guint               max_operands);
SpzCliStatus  spz_cli_misused   (const char         *verb,
                                 const char         *format,
                                 ...) G_GNUC_PRINTF (2, 3);
SpzCliStatus  spz_cli_failed    (const char         *file,
                                 const GError       *error);
SpzCliStatus  spz_cli_wrong     (const char         *file,
                                 const char         *format,
                                 ...) G_GNUC_PRINTF (2, 3);

SpzProgramme *spz_cli_open      (const char         *path,
                                 SpzStoreFlags       flags);
gboolean      spz_cli_write     (SpzProgramme       *programme,
                                 const char         *path,
                                 GBytes             *bytes);
void          spz_cli_print     (const char         *format,
                                 ...) G_GNUC_PRINTF (1, 2);
void          spz_cli_print_json (gpointer           builder);

int           spz_cli_parse_audience (const SpzCliVerb *verb,
                                      const char       *name);
SpzBriefing  *spz_cli_find_briefing (SpzProgramme      *programme,
                                     const char        *path,
                                     const char        *which);

/* The verbs, a file a group */

SpzCliStatus  spz_cli_new       (const SpzCliVerb   *verb,
                                 char              **arguments);
SpzCliStatus  spz_cli_import    (const SpzCliVerb   *verb,
                                 char              **arguments);
SpzCliStatus  spz_cli_list      (const SpzCliVerb   *verb,
                                 char              **arguments);
SpzCliStatus  spz_cli_export    (const SpzCliVerb   *verb,
                                 char              **arguments);
SpzCliStatus  spz_cli_copy      (const SpzCliVerb   *verb,
                                 char              **arguments);
SpzCliStatus  spz_cli_briefing  (const SpzCliVerb   *verb,
                                 char              **arguments);
SpzCliStatus  spz_cli_search    (const SpzCliVerb   *verb,
                                 char              **arguments);
SpzCliStatus  spz_cli_set       (const SpzCliVerb   *verb,
                                 char              **arguments);
SpzCliStatus  spz_cli_link      (const SpzCliVerb   *verb,
                                 char              **arguments);
SpzCliStatus  spz_cli_unlink    (const SpzCliVerb   *verb,
                                 char              **arguments);
SpzCliStatus  spz_cli_version   (const SpzCliVerb   *verb,
                                 char              **arguments);
SpzCliStatus  spz_cli_diff      (const SpzCliVerb   *verb,
                                 char              **arguments);
SpzCliStatus  spz_cli_history   (const SpzCliVerb   *verb,
                                 char              **arguments);
SpzCliStatus  spz_cli_undo      (const SpzCliVerb   *verb,
                                 char              **arguments);
SpzCliStatus  spz_cli_redo      (const SpzCliVerb   *verb,
                                 char              **arguments);
SpzCliStatus  spz_cli_check     (const SpzCliVerb   *verb,
                                 char              **arguments);
SpzCliStatus  spz_cli_check_pdf (const SpzCliVerb   *verb,
                                 char              **arguments);

G_END_DECLS
