/* spz-csv.h: tables as comma-separated values
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SpzCsvRow:
 * @line: the line it begins in, from 1
 * @cells: (owned): its cells
 * @n_cells: how many
 */
typedef struct
{
  guint   line;
  char  **cells;
  guint   n_cells;
} SpzCsvRow;

GPtrArray *spz_csv_parse (const char  *text,
                          GError     **error);

G_END_DECLS
