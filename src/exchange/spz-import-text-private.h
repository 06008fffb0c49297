/* spz-import-text-private.h: joining what a page's layout broke
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  spz_import_text_is_unfinished (const char *text,
                                         gboolean    surely);
gboolean  spz_import_text_ends_sentence (const char *text);
gboolean  spz_import_text_starts_lower  (const char *text);
void      spz_import_text_append        (GString    *text,
                                         const char *line);
char     *spz_import_text_repair        (const char *text,
                                         gboolean   *repaired);
char     *spz_import_text_strip_tags    (const char *text,
                                         char        separator);
char     *spz_import_text_drop_sources  (const char *text);

G_END_DECLS
