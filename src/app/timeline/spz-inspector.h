/* spz-inspector.h: the editor of what is selected in the plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-timeline-view.h"

G_BEGIN_DECLS

#define SPZ_TYPE_INSPECTOR (spz_inspector_get_type ())
G_DECLARE_FINAL_TYPE (SpzInspector, spz_inspector, SPZ, INSPECTOR, AdwBin)

/* Properties: "view", whose selection is edited; "active", whether anybody
 * looks: there is an editor only then.
 * Signal "close" (): the user has finished. */

void spz_inspector_enter (SpzInspector *self);

G_END_DECLS
