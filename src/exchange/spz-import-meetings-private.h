/* spz-import-meetings-private.h: meetings from calendars and council systems
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-import.h"

G_BEGIN_DECLS

/* Fifteen years of all committees of a large city */
#define SPZ_IMPORT_MAX_MEETINGS 5000

#define SPZ_IMPORT_MAX_ITEMS 500
#define SPZ_IMPORT_MAX_TITLE 1000
#define SPZ_IMPORT_MAX_NOTE  20000

gboolean  spz_import_is_calendar   (const char  *text);
gboolean  spz_import_is_json       (const char  *text);
gboolean  spz_import_read_calendar (SpzImport   *import,
                                    const char  *text,
                                    GError     **error);
gboolean  spz_import_read_oparl    (SpzImport   *import,
                                    const char  *text,
                                    GError     **error);
char     *spz_import_dup_limited   (const char  *text,
                                    guint        max);

G_END_DECLS
