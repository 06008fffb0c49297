/* spz-conflict-list.h: what can't be as it is, in words
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_CONFLICT_LIST (spz_conflict_list_get_type ())
G_DECLARE_FINAL_TYPE (SpzConflictList, spz_conflict_list, SPZ, CONFLICT_LIST, AdwBin)

void spz_conflict_list_bind (SpzConflictList *self,
                             SpzProgramme    *programme,
                             SpzRecord       *record);

G_END_DECLS
