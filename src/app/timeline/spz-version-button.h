/* spz-version-button.h: the versions of the plan, to choose from
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_VERSION_BUTTON (spz_version_button_get_type ())
G_DECLARE_FINAL_TYPE (SpzVersionButton, spz_version_button, SPZ, VERSION_BUTTON, AdwBin)

/* Property "programme". What is chosen is done by the actions "version.…" of
 * an SpzVersionBar. */

G_END_DECLS
