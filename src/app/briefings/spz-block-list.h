/* spz-block-list.h: the blocks of a briefing, in their order
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-point-changes.h"
#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_BLOCK_LIST (spz_block_list_get_type ())
G_DECLARE_FINAL_TYPE (SpzBlockList, spz_block_list, SPZ, BLOCK_LIST, AdwBin)

/* Actions of the class, with the id (int64) of a block: "briefing.palette" (to
 * insert a block below it; 0: at the end), "briefing.focus-block".
 * Signal: "entered" (gint64: the id of the block the keyboard went to). */

void     spz_block_list_set_briefing (SpzBlockList    *self,
                                      SpzProgramme    *programme,
                                      SpzBriefing     *briefing);
void     spz_block_list_update       (SpzBlockList    *self,
                                      SpzAudience      reader,
                                      SpzPointChanges *changes,
                                      gboolean         only_changed);
GPtrArray *spz_block_list_get_outlines (SpzBlockList  *self);
gboolean spz_block_list_start        (SpzBlockList    *self);
gboolean spz_block_list_reveal       (SpzBlockList    *self,
                                      const char      *table,
                                      gint64           id);

G_END_DECLS
