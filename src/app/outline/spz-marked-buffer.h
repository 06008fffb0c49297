/* spz-marked-buffer.h: bold and italic in a text buffer
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-inline.h"

G_BEGIN_DECLS

void            spz_marked_buffer_init             (GtkTextBuffer     *buffer);
SpzInlineStyle  spz_marked_buffer_get_style        (GtkTextBuffer     *buffer,
                                                    const GtkTextIter *iter);
SpzInlineStyle  spz_marked_buffer_get_style_before (GtkTextBuffer     *buffer,
                                                    const GtkTextIter *iter);
void            spz_marked_buffer_set_style        (GtkTextBuffer     *buffer,
                                                    const GtkTextIter *start,
                                                    const GtkTextIter *end,
                                                    SpzInlineStyle     style);
void            spz_marked_buffer_toggle_style     (GtkTextBuffer     *buffer,
                                                    const GtkTextIter *start,
                                                    const GtkTextIter *end,
                                                    SpzInlineStyle     style);
char           *spz_marked_buffer_get_markdown     (GtkTextBuffer     *buffer,
                                                    const GtkTextIter *from,
                                                    const GtkTextIter *to);
void            spz_marked_buffer_insert_markdown (GtkTextBuffer     *buffer,
                                                    GtkTextIter       *iter,
                                                    const char        *markdown);
void            spz_marked_buffer_set_markdown     (GtkTextBuffer     *buffer,
                                                    const char        *markdown);

G_END_DECLS
