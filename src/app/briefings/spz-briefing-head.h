/* spz-briefing-head.h: what a briefing is called, who speaks, and where
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_BRIEFING_HEAD (spz_briefing_head_get_type ())
G_DECLARE_FINAL_TYPE (SpzBriefingHead, spz_briefing_head, SPZ, BRIEFING_HEAD, AdwBin)

void spz_briefing_head_set_briefing (SpzBriefingHead *self,
                                     SpzProgramme    *programme,
                                     SpzBriefing     *briefing);

G_END_DECLS
