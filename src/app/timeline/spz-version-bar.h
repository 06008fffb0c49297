/* spz-version-bar.h: says that the plan is compared with a version
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-timeline-view.h"

G_BEGIN_DECLS

#define SPZ_TYPE_VERSION_BAR (spz_version_bar_get_type ())
G_DECLARE_FINAL_TYPE (SpzVersionBar, spz_version_bar, SPZ, VERSION_BAR, AdwBin)

/* Property "view": the view of the plan that is compared.
 * Actions: "freeze", "list", "compare", "show", "edit", "delete" (each with a
 * version's id), "compare-latest", "changes", "end". */

GActionGroup   *spz_version_bar_get_actions (SpzVersionBar *self);
SpzPlanVersion *spz_version_bar_get_version (SpzVersionBar *self);

G_END_DECLS
