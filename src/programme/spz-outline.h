/* spz-outline.h: talking points as an outline
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

/* Points nest at most this deep, as the paper has three kinds of bullets */
#define SPZ_OUTLINE_MAX_LEVEL 3

/**
 * SpzOutlineItem:
 * @point: (unowned): the point
 * @level: its level, from 1
 * @height: how many levels it and what is below it have
 * @first: whether it is the first below its parent, as a number
 */
typedef struct
{
  SpzPoint *point;
  guint     level;
  guint     height;
  guint     first;
} SpzOutlineItem;

/**
 * SpzOutlineLine:
 * @text: (unowned): its text, inline Markdown
 * @level: how deep it stands among the lines, from 1
 * @style: what it looks like
 *
 * A point that is to be added with others.
 */
typedef struct
{
  const char    *text;
  guint          level;
  SpzPointStyle  style;
} SpzOutlineLine;

GArray   *spz_outline_flatten     (SpzProgramme  *programme,
                                   gpointer       owner);
guint     spz_outline_get_level   (SpzProgramme  *programme,
                                   SpzPoint      *point);

gint64    spz_outline_add         (SpzProgramme  *programme,
                                   gpointer       owner,
                                   SpzPoint      *after,
                                   const char    *text,
                                   GError       **error);
gint64    spz_outline_add_lines   (SpzProgramme  *programme,
                                   gpointer       owner,
                                   SpzPoint      *after,
                                   const SpzOutlineLine *lines,
                                   guint          n_lines,
                                   GError       **error);
gint64    spz_outline_paste       (SpzProgramme  *programme,
                                   SpzPoint      *point,
                                   const SpzOutlineLine *first,
                                   const SpzOutlineLine *lines,
                                   guint          n_lines,
                                   GError       **error);
gint64    spz_outline_split       (SpzProgramme  *programme,
                                   SpzPoint      *point,
                                   const char    *head,
                                   const char    *tail,
                                   GError       **error);
gboolean  spz_outline_join        (SpzProgramme  *programme,
                                   SpzPoint      *point,
                                   SpzPoint      *next,
                                   GError       **error);
gboolean  spz_outline_remove      (SpzProgramme  *programme,
                                   SpzPoint      *point,
                                   GError       **error);
gboolean  spz_outline_item_can_indent (const SpzOutlineItem *item);
gboolean  spz_outline_can_indent  (SpzProgramme  *programme,
                                   SpzPoint      *point);
gboolean  spz_outline_indent      (SpzProgramme  *programme,
                                   SpzPoint      *point,
                                   GError       **error);
gboolean  spz_outline_outdent     (SpzProgramme  *programme,
                                   SpzPoint      *point,
                                   GError       **error);
gboolean  spz_outline_move        (SpzProgramme  *programme,
                                   SpzPoint      *point,
                                   int            offset,
                                   GError       **error);
gboolean  spz_outline_get_levels  (SpzProgramme  *programme,
                                   SpzPoint      *point,
                                   SpzPoint      *above,
                                   guint         *least,
                                   guint         *most);
gboolean  spz_outline_place       (SpzProgramme  *programme,
                                   SpzPoint      *point,
                                   SpzPoint      *above,
                                   guint          level,
                                   GError       **error);

G_END_DECLS
