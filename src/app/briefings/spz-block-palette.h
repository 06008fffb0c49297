/* spz-block-palette.h: the blocks there are, to choose one from
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_BLOCK_PALETTE (spz_block_palette_get_type ())
G_DECLARE_FINAL_TYPE (SpzBlockPalette, spz_block_palette, SPZ, BLOCK_PALETTE, GtkPopover)

/* Signal "chosen" (SpzBlockKind kind, gint64 field, gint64 version): the user
 * wants such a block, of that action field or compared with that version. */

GtkWidget *spz_block_palette_new  (void);
void       spz_block_palette_open (SpzBlockPalette *self,
                                   SpzProgramme    *programme);

G_END_DECLS
