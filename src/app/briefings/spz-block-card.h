/* spz-block-card.h: one block of a briefing, edited in place
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-outline-view.h"
#include "spz-point-changes.h"

G_BEGIN_DECLS

#define SPZ_TYPE_BLOCK_CARD (spz_block_card_get_type ())
G_DECLARE_FINAL_TYPE (SpzBlockCard, spz_block_card, SPZ, BLOCK_CARD, AdwBin)

/* Property: "collapsed" (gboolean).
 * Actions of the class: "block.move" (int: by how many places), "block.remove",
 * "block.duplicate", "block.insert-below", "block.open" (go to what the block
 * shows), "block.show-all-points", "block.collapsed" (of the property). */

GtkWidget *spz_block_card_new        (SpzProgramme *programme,
                                      SpzBlock     *block);
SpzBlock  *spz_block_card_get_block  (SpzBlockCard *self);
GtkWidget *spz_block_card_get_header (SpzBlockCard *self);
gboolean   spz_block_card_update     (SpzBlockCard    *self,
                                      SpzAudience      reader,
                                      SpzPointChanges *changes,
                                      gboolean         only_changed);
void       spz_block_card_start      (SpzBlockCard *self);
void       spz_block_card_enter      (SpzBlockCard *self);
SpzOutlineView *spz_block_card_get_outline (SpzBlockCard *self);
gboolean   spz_block_card_reveal     (SpzBlockCard *self,
                                      gint64        point);

G_END_DECLS
