/* cli-run.h: running sprechzettel-cli in a test
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * CliResult:
 * @status: the exit status
 * @output: what it printed
 * @errors: what it complained about
 */
typedef struct
{
  int   status;
  char *output;
  char *errors;
} CliResult;

char       *cli_new_folder   (void);
void        cli_clear_folder (char       *folder);
char       *cli_path         (const char *folder,
                              const char *name);

CliResult  *cli_run          (const char *folder,
                              ...) G_GNUC_NULL_TERMINATED;
void        cli_result_free  (CliResult  *result);
void        cli_assert       (int         status,
                              const char *folder,
                              ...) G_GNUC_NULL_TERMINATED;
void        cli_assert_note  (const char *note,
                              const char *folder,
                              ...) G_GNUC_NULL_TERMINATED;
JsonNode   *cli_run_json     (const char *folder,
                              ...) G_GNUC_NULL_TERMINATED;

GBytes     *cli_read         (const char *folder,
                              const char *name);
void        cli_write        (const char *folder,
                              const char *name,
                              GBytes     *bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliResult, cli_result_free)

G_END_DECLS
