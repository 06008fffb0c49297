/* spz-blocks.h: the parts of a briefing
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-outline.h"

G_BEGIN_DECLS

/* A block of an action field shows all of its points but those left out. What
 * stands under a point that is left out is left out with it. */

gpointer  spz_block_get_owner       (SpzProgramme  *programme,
                                     SpzBlock      *block);
gboolean  spz_block_shows_point     (SpzProgramme  *programme,
                                     SpzBlock      *block,
                                     SpzPoint      *point);
gboolean  spz_block_show_point      (SpzProgramme  *programme,
                                     SpzBlock      *block,
                                     SpzPoint      *point,
                                     gboolean       shown,
                                     GError       **error);
gboolean  spz_block_show_all_points (SpzProgramme  *programme,
                                     SpzBlock      *block,
                                     GError       **error);

/**
 * SpzBlockPoint:
 * @point: (unowned): the point
 * @level: its level, from 1
 * @audience: the narrowest audience of its block, of itself and of what it
 *   stands under
 *
 * A point that a block shows to somebody.
 */
typedef struct
{
  SpzPoint    *point;
  guint        level;
  SpzAudience  audience;
} SpzBlockPoint;

GArray   *spz_block_get_points      (SpzProgramme  *programme,
                                     SpzBlock      *block);

gint64    spz_block_insert          (SpzProgramme  *programme,
                                     SpzBriefing   *briefing,
                                     guint          index,
                                     SpzBlockKind   kind,
                                     gint64         field,
                                     gint64         version,
                                     GError       **error);
gint64    spz_block_duplicate       (SpzProgramme  *programme,
                                     SpzBlock      *block,
                                     GError       **error);
gint64    spz_block_copy            (SpzProgramme  *programme,
                                     SpzBlock      *block,
                                     gint64         briefing,
                                     const char    *position,
                                     gboolean       carry_forward,
                                     GError       **error);

/* Under which of the headings before it a block stands */

gboolean  spz_block_ends_section    (SpzBlock      *block);
gboolean  spz_block_has_own_heading (SpzBlock      *block);

G_END_DECLS
