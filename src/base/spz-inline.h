/* spz-inline.h: bold and italic inside a line of text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SpzInlineStyle:
 * @SPZ_INLINE_PLAIN: no emphasis
 * @SPZ_INLINE_BOLD: strong emphasis, `**so**`
 * @SPZ_INLINE_ITALIC: emphasis, `*so*`
 */
typedef enum
{
  SPZ_INLINE_PLAIN  = 0,
  SPZ_INLINE_BOLD   = 1 << 0,
  SPZ_INLINE_ITALIC = 1 << 1,
} SpzInlineStyle;

/**
 * SpzInlineRun:
 * @text: (owned): the run's text, without markup
 * @style: its emphasis
 */
typedef struct
{
  char           *text;
  SpzInlineStyle  style;
} SpzInlineRun;

GPtrArray *spz_inline_parse      (const char *markdown);
char      *spz_inline_to_plain   (const char *markdown);
char      *spz_inline_to_pango   (const char *markdown);
char      *spz_inline_from_runs  (GPtrArray  *runs);
char      *spz_inline_escape     (const char *plain);

G_END_DECLS
