/* spz-dependency-list.h: what a phase waits for, and what waits for it
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_DEPENDENCY_LIST (spz_dependency_list_get_type ())
G_DECLARE_FINAL_TYPE (SpzDependencyList, spz_dependency_list, SPZ, DEPENDENCY_LIST, AdwBin)

void spz_dependency_list_bind (SpzDependencyList *self,
                               SpzProgramme      *programme,
                               SpzPhase          *phase);

G_END_DECLS
