/* spz-timeline-page.h: the plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-page.h"
#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_TIMELINE_PAGE (spz_timeline_page_get_type ())
G_DECLARE_FINAL_TYPE (SpzTimelinePage, spz_timeline_page, SPZ, TIMELINE_PAGE, SpzPage)

SpzPlanVersion *spz_timeline_page_get_version (SpzTimelinePage *self);

G_END_DECLS
