/* spz-split-box.h: two widgets beside each other where there is room
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SPZ_TYPE_SPLIT_BOX (spz_split_box_get_type ())
G_DECLARE_FINAL_TYPE (SpzSplitBox, spz_split_box, SPZ, SPLIT_BOX, GtkWidget)

G_END_DECLS
