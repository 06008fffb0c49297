/* spz-sheet.c: a sheet of paper on the screen
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-sheet.h"

/**
 * spz_sheet_snapshot:
 * @snapshot: a snapshot
 * @box: where the sheet lies
 *
 * Adds an empty white sheet and its shadow. The shadow is that of a box: one of
 * any content would be blurred anew, all over the page, with every frame.
 */
void
spz_sheet_snapshot (GtkSnapshot           *snapshot,
                    const graphene_rect_t *box)
{
  gtk_snapshot_append_outset_shadow (snapshot,
                                     &GSK_ROUNDED_RECT_INIT (box->origin.x, box->origin.y,
                                                             box->size.width, box->size.height),
                                     &(GdkRGBA) { 0, 0, 0, 0.25f }, 0, 1, 0, 4);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, box);
}
