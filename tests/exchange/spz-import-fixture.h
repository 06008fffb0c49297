/* spz-import-fixture.h: what tests of the readers share
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

#include "spz-error.h"
#include "spz-import.h"

G_BEGIN_DECLS

char                 *fixture_get_path    (const char      *name);
char                 *fixture_read        (const char      *name);
SpzImport            *fixture_import      (const char      *name);
SpzImport            *fixture_import_text (const char      *text);
void                  fixture_assert_fails (const void     *data,
                                            gsize           length,
                                            const char     *part);
char                 *fixture_outline     (const SpzImport *import);
GPtrArray            *fixture_points      (const SpzImport *import);
const SpzImportMessage *fixture_find_message (const SpzImport *import,
                                            guint           line);

G_END_DECLS
