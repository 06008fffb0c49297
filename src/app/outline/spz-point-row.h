/* spz-point-row.h: one point of an outline
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-line-text.h"
#include "spz-outline.h"

G_BEGIN_DECLS

/* How far a level stands in, in pixels */
#define SPZ_POINT_ROW_INDENT 24

#define SPZ_TYPE_POINT_ROW (spz_point_row_get_type ())
G_DECLARE_FINAL_TYPE (SpzPointRow, spz_point_row, SPZ, POINT_ROW, AdwBin)

SpzPointRow *spz_point_row_new         (SpzProgramme         *programme,
                                        SpzPoint             *point,
                                        GMenuModel           *menu);
SpzPoint    *spz_point_row_get_point   (SpzPointRow          *self);
guint        spz_point_row_get_index   (SpzPointRow          *self);
void         spz_point_row_place       (SpzPointRow          *self,
                                        guint                 index,
                                        guint                 n_points,
                                        const SpzOutlineItem *item);
void         spz_point_row_mark_drop   (SpzPointRow          *self,
                                        guint                 level,
                                        gboolean              below);
SpzLineText *spz_point_row_get_text    (SpzPointRow          *self);
void         spz_point_row_focus       (SpzPointRow          *self,
                                        int                   offset);
GtkWidget   *spz_point_row_get_prefix  (SpzPointRow          *self);
void         spz_point_row_set_prefix  (SpzPointRow          *self,
                                        GtkWidget            *widget);
GtkWidget   *spz_point_row_get_suffix  (SpzPointRow          *self);
void         spz_point_row_set_suffix  (SpzPointRow          *self,
                                        GtkWidget            *widget);

G_END_DECLS
