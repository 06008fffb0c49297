/* spz-cursor.h: rows being read
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SpzCursor:
 *
 * Walks over the rows of one read. Column 0 is always the row's id; the
 * columns asked for follow from 1 on.
 */
typedef struct _SpzCursor SpzCursor;

void        spz_cursor_free        (SpzCursor  *self);
gboolean    spz_cursor_next        (SpzCursor  *self,
                                    GError    **error);
gboolean    spz_cursor_is_null     (SpzCursor  *self,
                                    int         column);
gint64      spz_cursor_get_integer (SpzCursor  *self,
                                    int         column);
double      spz_cursor_get_real    (SpzCursor  *self,
                                    int         column);
const char *spz_cursor_get_text    (SpzCursor  *self,
                                    int         column);
GBytes     *spz_cursor_dup_bytes   (SpzCursor  *self,
                                    int         column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzCursor, spz_cursor_free)

G_END_DECLS
