/* spz-outline-private.h: what the parts of an outline's operations share
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-outline.h"

G_BEGIN_DECLS

SpzRecord *spz_outline_get_owner    (SpzProgramme  *programme,
                                     SpzPoint      *point);
GPtrArray *spz_outline_get_siblings (SpzProgramme  *programme,
                                     gpointer       owner,
                                     gint64         parent);
char      *spz_outline_rank_between (SpzPoint      *before,
                                     SpzPoint      *after);
gboolean   spz_outline_adopt        (SpzProgramme  *programme,
                                     GPtrArray     *children,
                                     gint64         parent,
                                     const char    *before,
                                     const char    *after,
                                     SpzAudience    audience,
                                     GError       **error);

/* Returns: (nullable): the point at @index, %NULL beyond the last */
static inline gpointer
spz_outline_nth (GPtrArray *points,
                 guint      index)
{
  return index < points->len ? g_ptr_array_index (points, index) : NULL;
}

G_END_DECLS
