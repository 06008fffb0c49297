/* spz-outline-list.h: the rows of an outline, made as they come near
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-point-row.h"

G_BEGIN_DECLS

#define SPZ_TYPE_OUTLINE_LIST (spz_outline_list_get_type ())
G_DECLARE_FINAL_TYPE (SpzOutlineList, spz_outline_list, SPZ, OUTLINE_LIST, GtkWidget)

void         spz_outline_list_set_items (SpzOutlineList *self,
                                         SpzProgramme   *programme,
                                         GArray         *items,
                                         GMenuModel     *menu);
SpzPointRow *spz_outline_list_get_row   (SpzOutlineList *self,
                                         guint           index);
void         spz_outline_list_foreach   (SpzOutlineList *self,
                                         GFunc           func,
                                         gpointer        user_data);

G_END_DECLS
