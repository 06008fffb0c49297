/* spz-briefings-page.h: the briefings
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-page.h"

G_BEGIN_DECLS

#define SPZ_TYPE_BRIEFINGS_PAGE (spz_briefings_page_get_type ())
G_DECLARE_FINAL_TYPE (SpzBriefingsPage, spz_briefings_page, SPZ, BRIEFINGS_PAGE, SpzPage)

G_END_DECLS
