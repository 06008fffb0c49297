/* spz-composer.h: from the programme to a paper
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-document.h"
#include "spz-pages.h"
#include "spz-programme.h"

G_BEGIN_DECLS

/**
 * SpzComposeFlags:
 * @SPZ_COMPOSE_DEFAULT: everything the briefing's blocks hold
 * @SPZ_COMPOSE_NO_TIMELINE: without the timeline's page
 * @SPZ_COMPOSE_NO_TEXT: the timeline's page alone; the whole plan for the
 *   audience where the briefing has no timeline
 */
typedef enum
{
  SPZ_COMPOSE_DEFAULT     = 0,
  SPZ_COMPOSE_NO_TIMELINE = 1 << 0,
  SPZ_COMPOSE_NO_TEXT     = 1 << 1,
} SpzComposeFlags;

SpzComposeFlags spz_page_layout_get_flags (SpzPageLayout layout);

/* The one place where items are kept or left out for an audience */

SpzDocument *spz_compose_briefing (SpzProgramme    *programme,
                                   SpzBriefing     *briefing,
                                   SpzAudience      audience,
                                   SpzComposeFlags  flags);
SpzDocument *spz_compose_delivery (SpzProgramme    *programme,
                                   SpzDelivery     *delivery,
                                   SpzAudience      audience,
                                   SpzComposeFlags  flags);
SpzDocument *spz_compose_paper    (SpzProgramme    *programme,
                                   SpzBriefing     *briefing,
                                   SpzAudience      audience,
                                   SpzComposeFlags  flags);
SpzDocument *spz_compose_figures  (SpzProgramme    *programme,
                                   SpzActionField  *field,
                                   SpzDate          as_of,
                                   SpzAudience      audience);
SpzDocument *spz_compose_plan     (SpzProgramme    *programme,
                                   SpzTimelinePlan *plan,
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
