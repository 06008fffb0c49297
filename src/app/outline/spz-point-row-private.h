/* spz-point-row-private.h: what the parts of a point's row share
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-point-row.h"

#include "spz-line-text.h"

G_BEGIN_DECLS

struct _SpzPointRow
{
  AdwBin          parent_instance;

  /* Owned */
  SpzProgramme   *programme;
  SpzPoint       *point;

  guint           index;
  guint           n_points;
  guint           level;
  gboolean        can_indent;

  /* Where a dragged point would go: on this level, above or below */
  guint           drop_level;
  gboolean        drop_below;

  /* Borrowed: what a page adds before and after the text */
  GtkWidget      *prefix;
  GtkWidget      *suffix;

  /* Template */
  GtkWidget      *box;
  GtkLabel       *bullet;
  SpzLineText    *text;
  GtkLabel       *audience_label;
  GtkMenuButton  *menu_button;
};

void     spz_point_row_add_after    (SpzPointRow *self);
void     spz_point_row_change_level (SpzPointRow *self,
                                     int          direction);
void     spz_point_row_delete       (SpzPointRow *self);
void     spz_point_row_erase        (SpzPointRow *self);
void     spz_point_row_join         (SpzPointRow *self,
                                     int          direction);
void     spz_point_row_leave        (SpzPointRow *self,
                                     int          direction);
void     spz_point_row_move         (SpzPointRow *self,
                                     int          direction);
gboolean spz_point_row_take_lines   (SpzPointRow *self,
                                     GPtrArray   *pasted);

G_END_DECLS
