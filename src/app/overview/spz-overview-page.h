/* spz-overview-page.h: what is next
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-page.h"

G_BEGIN_DECLS

#define SPZ_TYPE_OVERVIEW_PAGE (spz_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (SpzOverviewPage, spz_overview_page, SPZ, OVERVIEW_PAGE, SpzPage)

G_END_DECLS
