/* spz-sheet.h: a sheet of paper on the screen
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void spz_sheet_snapshot (GtkSnapshot           *snapshot,
                         const graphene_rect_t *box);

G_END_DECLS
