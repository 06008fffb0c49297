/* spz-plan-versions.h: frozen versions of the plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

gint64          spz_plan_version_freeze    (SpzProgramme    *programme,
                                            const char      *title,
                                            const char      *occasion,
                                            SpzDate          date,
                                            GError         **error);
gboolean        spz_plan_version_rename    (SpzProgramme    *programme,
                                            SpzPlanVersion  *version,
                                            const char      *title,
                                            const char      *occasion,
                                            SpzDate          date,
                                            GError         **error);
gboolean        spz_plan_version_remove    (SpzProgramme    *programme,
                                            SpzPlanVersion  *version,
                                            GError         **error);
SpzPlanVersion *spz_plan_version_find      (SpzProgramme    *programme,
                                            const char      *title_or_id);
SpzPlanVersion *spz_plan_version_get_latest (SpzProgramme   *programme);
gboolean        spz_plan_version_is_current (SpzProgramme   *programme,
                                             SpzPlanVersion *version);
char           *spz_plan_version_describe  (SpzPlanVersion  *version);
gboolean        spz_plan_version_is_complete (SpzPlanVersion *version);
gboolean        spz_plan_version_check     (SpzProgramme    *programme,
                                            SpzPlanVersion  *version,
                                            GError         **error);

G_END_DECLS
