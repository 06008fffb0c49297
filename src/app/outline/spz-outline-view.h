/* spz-outline-view.h: talking points, edited as an outline
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-point-row.h"
#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_OUTLINE_VIEW (spz_outline_view_get_type ())
G_DECLARE_FINAL_TYPE (SpzOutlineView, spz_outline_view, SPZ, OUTLINE_VIEW, AdwBin)

GtkWidget   *spz_outline_view_new           (void);
void         spz_outline_view_set_owner     (SpzOutlineView *self,
                                             SpzProgramme   *programme,
                                             gpointer        owner);
void         spz_outline_view_add           (SpzOutlineView *self);
gboolean     spz_outline_view_focus_point   (SpzOutlineView *self,
                                             gint64          id,
                                             int             offset);
gboolean     spz_outline_view_has_point     (SpzOutlineView *self,
                                             gint64          id);
guint        spz_outline_view_get_n_points  (SpzOutlineView *self);
SpzPointRow *spz_outline_view_get_neighbour (SpzOutlineView *self,
                                             SpzPointRow    *row,
                                             int             direction);
gboolean     spz_outline_view_start         (SpzOutlineView *self);
void         spz_outline_view_remember_focus (SpzOutlineView *self);
guint        spz_outline_view_search        (SpzOutlineView *self,
                                             const char     *text,
                                             guint          *nearest);
void         spz_outline_view_show_hit      (SpzOutlineView *self,
                                             guint           index);
gboolean     spz_outline_view_focus_hit     (SpzOutlineView *self,
                                             guint           index);
void         spz_outline_view_focus_last    (SpzOutlineView *self);
void         spz_outline_view_foreach       (SpzOutlineView *self,
                                             GFunc           func,
                                             gpointer        user_data);

G_END_DECLS
