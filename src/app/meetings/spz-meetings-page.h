/* spz-meetings-page.h: bodies, meetings and agenda items
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-page.h"

G_BEGIN_DECLS

#define SPZ_TYPE_MEETINGS_PAGE (spz_meetings_page_get_type ())
G_DECLARE_FINAL_TYPE (SpzMeetingsPage, spz_meetings_page, SPZ, MEETINGS_PAGE, SpzPage)

G_END_DECLS
