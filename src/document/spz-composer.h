/* spz-composer.h: from the programme to a paper
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-document.h"
#include "spz-programme.h"

G_BEGIN_DECLS

/**
 * SpzComposeFlags:
 * @SPZ_COMPOSE_DEFAULT: everything the briefing's blocks hold
 * @SPZ_COMPOSE_NO_TIMELINE: without the timeline's page
 */
typedef enum
{
  SPZ_COMPOSE_DEFAULT     = 0,
  SPZ_COMPOSE_NO_TIMELINE = 1 << 0,
} SpzComposeFlags;

/* The one place where items are kept or left out for an audience */

SpzDocument *spz_compose_briefing (SpzProgramme    *programme,
                                   SpzBriefing     *briefing,
                                   SpzAudience      audience,
                                   SpzComposeFlags  flags);
SpzDocument *spz_compose_figures  (SpzProgramme    *programme,
                                   SpzActionField  *field,
                                   SpzAudience      audience);
SpzDocument *spz_compose_timeline (SpzProgramme    *programme,
                                   SpzAudience      audience);
SpzDocument *spz_compose_timeline_of_version (SpzProgramme    *programme,
                                              SpzPlanVersion  *version,
                                              SpzAudience      audience);
SpzDocument *spz_compose_timeline_since (SpzProgramme    *programme,
                                         SpzPlanVersion  *version,
                                         SpzAudience      audience);

G_END_DECLS
