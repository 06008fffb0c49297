/* spz-flow-fit-private.h: what of an item has room on a page
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-flow-private.h"

G_BEGIN_DECLS

/**
 * SpzFlowCursor:
 *
 * How far an item was placed: for each column the block, and the line in it.
 */
typedef struct
{
  guint block[SPZ_FLOW_MAX_COLUMNS];
  guint line[SPZ_FLOW_MAX_COLUMNS];
} SpzFlowCursor;

/**
 * SpzFlowFit:
 * @SPZ_FLOW_FIT_NONE: nothing of it has room
 * @SPZ_FLOW_FIT_PART: it has to be cut
 * @SPZ_FLOW_FIT_ALL: all of it has room
 *
 * How much of an item has room
 */
typedef enum
{
  SPZ_FLOW_FIT_NONE,
  SPZ_FLOW_FIT_PART,
  SPZ_FLOW_FIT_ALL,
} SpzFlowFit;

/* A reference to a note, and the element of the text that refers */
typedef void (*SpzFlowReferenceFunc) (const SpzFlowReference *reference,
                                      SpzTag                 *referrer,
                                      gpointer                user_data);

gboolean            spz_flow_item_is_placed       (const SpzFlowItem   *item,
                                                   const SpzFlowCursor *cursor);
gboolean            spz_flow_item_is_continued    (const SpzFlowItem   *item,
                                                   const SpzFlowCursor *from);
const SpzFlowBlock *spz_flow_item_get_continued   (const SpzFlowItem   *item,
                                                   const SpzFlowCursor *from);
SpzFlowFit          spz_flow_item_fit             (const SpzFlowItem *item,
                                                   SpzFlowCursor     *cursor,
                                                   double             available,
                                                   gboolean           force,
                                                   double            *height);
void                spz_flow_item_find_references (const SpzFlowItem   *item,
                                                   const SpzFlowCursor *from,
                                                   const SpzFlowCursor *to,
                                                   SpzFlowReferenceFunc found,
                                                   gpointer             user_data);
SpzFlowFit          spz_flow_item_hold_back       (const SpzFlowItem   *item,
                                                   const SpzFlowCursor *from,
                                                   SpzFlowCursor       *to,
                                                   double              *height);

G_END_DECLS
