/* spz-text.h: helpers for text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *spz_text_squeeze       (const char *text);
char     *spz_text_fold          (const char *text);
gboolean  spz_text_matches       (const char *folded_text,
                                  const char *folded_query);
char     *spz_text_ellipsize     (const char *text,
                                  guint       max_chars);
guint     spz_text_count_words   (const char *text);
guint     spz_text_count_spoken  (const char *text);
char     *spz_text_format_number (double      value,
                                  int         decimals);
gboolean  spz_text_parse_number  (const char *text,
                                  double     *value);

G_END_DECLS
