/* spz-version-list.h: the versions of the plan, to choose from and to manage
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_VERSION_LIST (spz_version_list_get_type ())
G_DECLARE_FINAL_TYPE (SpzVersionList, spz_version_list, SPZ, VERSION_LIST, AdwBin)

/* Property "programme". It needs the actions of SpzVersionBar, as "version".
 * Signal "chosen" (): the user wants to see something that is elsewhere. */

G_END_DECLS
