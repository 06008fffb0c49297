/* spz-search.h: finding anything in a programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

/**
 * SpzSearchHit:
 * @record: (owned): what was found
 * @title: (owned): its title, as plain text
 * @context: (owned): what it is and where it stands, "Phase · DMS/E-Akte"
 * @icon_name: (unowned): an icon for its kind
 */
typedef struct
{
  SpzRecord  *record;
  char       *title;
  char       *context;
  const char *icon_name;
} SpzSearchHit;

GPtrArray *spz_search (SpzProgramme *programme,
                       const char   *query,
                       guint         max_hits);

G_END_DECLS
