/* spz-export.h: writing briefings, the plan and meetings to files
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-pages.h"
#include "spz-programme.h"
#include "spz-timeline-picture.h"

G_BEGIN_DECLS

void   spz_export_briefing   (GtkWindow     *parent,
                              SpzProgramme  *programme,
                              SpzBriefing   *briefing,
                              SpzAudience    audience,
                              SpzPageLayout  layout);
void   spz_export_plan_on    (GtkWindow     *parent,
                              SpzProgramme  *programme,
                              SpzPlanVersion *version,
                              SpzAudience    audience,
                              SpzTimelinePaper  paper);
void   spz_export_plan       (GtkWindow     *parent,
                              SpzProgramme  *programme,
                              SpzPlanVersion *version,
                              SpzAudience    audience);
void   spz_export_meetings   (GtkWindow     *parent,
                              SpzProgramme  *programme,
                              SpzAudience    audience);
GFile *spz_export_add_suffix (GFile         *file,
                              const char    *suffix,
                              GError       **error);

G_END_DECLS
