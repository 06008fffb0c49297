/* spz-inline-label.h: a label with bold and italic
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SPZ_TYPE_INLINE_LABEL (spz_inline_label_get_type ())
G_DECLARE_FINAL_TYPE (SpzInlineLabel, spz_inline_label, SPZ, INLINE_LABEL, AdwBin)

/* Property "text": inline Markdown. Property "lines": how many at most; -1
 * for all. */

GtkWidget  *spz_inline_label_new      (const char     *text);
const char *spz_inline_label_get_text (SpzInlineLabel *self);
void        spz_inline_label_set_text (SpzInlineLabel *self,
                                       const char     *text);

G_END_DECLS
