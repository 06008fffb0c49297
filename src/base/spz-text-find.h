/* spz-text-find.h: where a word stands in a text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SpzTextRange:
 * @start: its first character
 * @end: the character behind it
 *
 * A part of a text, in characters.
 */
typedef struct
{
  int start;
  int end;
} SpzTextRange;

GArray *spz_text_find (const char *text,
                       const char *query);

G_END_DECLS
