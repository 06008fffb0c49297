/* spz-plan.h: the plan of measures and phases
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

/**
 * SpzPhaseStatus:
 * @SPZ_PHASE_AHEAD: it has not started
 * @SPZ_PHASE_RUNNING: it is under way
 * @SPZ_PHASE_DONE: it is complete
 * @SPZ_PHASE_OVERDUE: its end has passed, and it is not complete
 */
typedef enum
{
  SPZ_PHASE_AHEAD,
  SPZ_PHASE_RUNNING,
  SPZ_PHASE_DONE,
  SPZ_PHASE_OVERDUE,
} SpzPhaseStatus;

SpzPhaseStatus spz_phase_get_status     (SpzPhase      *phase,
                                         SpzDate        as_of);
const char    *spz_phase_status_get_label (SpzPhaseStatus status);
char          *spz_phase_dup_period     (SpzPhase      *phase);
char          *spz_phase_describe       (SpzProgramme  *programme,
                                         SpzPhase      *phase);
char          *spz_milestone_format_date (SpzDate       date,
                                          SpzPrecision  precision,
                                          SpzCertainty  certainty);
char          *spz_milestone_dup_date   (SpzMilestone  *milestone);

gboolean       spz_plan_get_years       (SpzProgramme  *programme,
                                         int           *first,
                                         int           *last);
SpzPrecision   spz_plan_guess_precision (SpzDate        start,
                                         SpzDate        end,
                                         int            fiscal_start);

G_END_DECLS
