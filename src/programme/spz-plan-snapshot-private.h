/* spz-plan-snapshot-private.h: a plan as it stands, or as it was frozen
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

/* The row of what belongs to no measure of the plan: after all that do */
#define SPZ_PLAN_NO_ROW G_MAXUINT

/**
 * SpzPlanPhase:
 * @id: the phase's id, also where it is gone
 * @title: its title
 * @measure_title: the title of the measure it is a part of
 * @start: its first day
 * @end: its last day
 * @certainty: how certain that is
 * @audience: for whom it is: the narrower of its own and its measure's
 * @measure: in the present plan, its measure's id; else 0
 * @row: in the present plan, its measure's place in reading order
 * @precision: how exactly its dates are known; of a frozen phase, guessed
 */
typedef struct
{
  gint64        id;
  const char   *title;
  const char   *measure_title;
  SpzDate       start;
  SpzDate       end;
  SpzCertainty  certainty;
  SpzAudience   audience;
  gint64        measure;
  guint         row;
  SpzPrecision  precision;
} SpzPlanPhase;

/**
 * SpzPlanMilestone:
 * @id: the milestone's id, also where it is gone
 * @title: its title
 * @date: its date
 * @wording: how its date is said: its wording, else where the date isn't meant
 *   to the day what is meant, as files write it ("2021-Q3"), else ""
 * @audience: for whom it is: the narrower of its own and its measure's
 * @measure_title: in the present plan, the title of its measure, if any; else ""
 * @row: in the present plan, its measure's place in reading order
 */
typedef struct
{
  gint64       id;
  const char  *title;
  SpzDate      date;
  const char  *wording;
  SpzAudience  audience;
  const char  *measure_title;
  guint        row;
} SpzPlanMilestone;

/**
 * SpzPlanSnapshot:
 *
 * What a version of the plan keeps of it, of the present plan or of a version:
 * phases and milestones, each in order of their ids.
 */
typedef struct _SpzPlanSnapshot SpzPlanSnapshot;

SpzPlanSnapshot        *spz_plan_snapshot_new              (SpzProgramme    *programme);
SpzPlanSnapshot        *spz_plan_snapshot_new_from_version (SpzProgramme    *programme,
                                                            SpzPlanVersion  *version);
void                    spz_plan_snapshot_free             (SpzPlanSnapshot *self);

const SpzPlanPhase     *spz_plan_snapshot_get_phases       (SpzPlanSnapshot *self,
                                                            guint           *n_phases);
const SpzPlanMilestone *spz_plan_snapshot_get_milestones   (SpzPlanSnapshot *self,
                                                            guint           *n_milestones);
const SpzPlanPhase     *spz_plan_snapshot_find_phase       (SpzPlanSnapshot *self,
                                                            gint64           id);
const SpzPlanMilestone *spz_plan_snapshot_find_milestone   (SpzPlanSnapshot *self,
                                                            gint64           id);
char                   *spz_plan_snapshot_dup_digest       (SpzPlanSnapshot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzPlanSnapshot, spz_plan_snapshot_free)

G_END_DECLS
