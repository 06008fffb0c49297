/* spz-outline-find.h: searching in outlines
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-outline-view.h"

G_BEGIN_DECLS

#define SPZ_TYPE_OUTLINE_FIND (spz_outline_find_get_type ())
G_DECLARE_FINAL_TYPE (SpzOutlineFind, spz_outline_find, SPZ, OUTLINE_FIND, AdwBin)

void spz_outline_find_start (SpzOutlineFind *self,
                             GPtrArray      *outlines);
void spz_outline_find_stop  (SpzOutlineFind *self);

G_END_DECLS
