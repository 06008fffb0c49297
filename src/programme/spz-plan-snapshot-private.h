/* spz-plan-snapshot-private.h: a plan as it stands, or as it was frozen
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

/**
 * SpzPlanForm:
 * @SPZ_PLAN_FORM_DATES: titles and dates alone
 * @SPZ_PLAN_FORM_DETAILS: how exactly dates are known as well, and of milestones
 *   their measure, certainty and kind
 * @SPZ_PLAN_FORM_KINDS: the kinds of phases as well
 *
 * How much a version keeps of a plan, from the least to the most. Versions that
 * were frozen when less was kept stay as they are; what they kept is what their
 * digest is of, and how it begins says how much that is.
 */
typedef enum
{
  SPZ_PLAN_FORM_DATES,
  SPZ_PLAN_FORM_DETAILS,
  SPZ_PLAN_FORM_KINDS,
} SpzPlanForm;

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
 * @audience: who may see it now: see spz_record_get_audience()
 * @kept_audience: for whom it is or was: the narrower of its own and its measure's
 * @measure: its measure's id; 0 in a version that kept only its title
 * @row: in the present plan, its measure's place in reading order
 * @precision: how exactly its dates are known; guessed in a version that
 *   didn't keep it
 * @kind: the title of its kind; "" if it has none, or in a version that didn't
 *   keep it
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
  SpzAudience   kept_audience;
  gint64        measure;
  guint         row;
  SpzPrecision  precision;
  const char   *kind;
} SpzPlanPhase;

/**
 * SpzPlanMilestone:
 * @id: the milestone's id, also where it is gone
 * @title: its title
 * @date: its date
 * @wording: how its date is said: its wording, else where the date isn't meant
 *   to the day what is meant, as files write it ("2021-Q3"), else ""
 * @audience: who may see it now: see spz_record_get_audience()
 * @kept_audience: for whom it is or was: the narrower of its own and its measure's
 * @measure: its measure's id, 0 if it has none
 * @measure_title: the title of its measure, if any; else ""
 * @row: in the present plan, its measure's place in reading order
 * @precision: how exactly its date is known
 * @certainty: how certain it is
 * @kind: what happens then
 *
 * Of the measure and the last three a version of %SPZ_PLAN_FORM_DATES knows
 * nothing.
 */
typedef struct
{
  gint64            id;
  const char       *title;
  SpzDate           date;
  const char       *wording;
  SpzAudience       audience;
  SpzAudience       kept_audience;
  gint64            measure;
  const char       *measure_title;
  guint             row;
  SpzPrecision      precision;
  SpzCertainty      certainty;
  SpzMilestoneKind  kind;
} SpzPlanMilestone;

/**
 * SpzPlanMeasure:
 * @id: the measure's id
 * @title: its title
 * @row: its place in reading order
 *
 * A measure of the present plan.
 */
typedef struct
{
  gint64      id;
  const char *title;
  guint       row;
} SpzPlanMeasure;

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
SpzPlanForm             spz_plan_snapshot_get_form         (SpzPlanSnapshot *self);

const SpzPlanMeasure   *spz_plan_snapshot_get_measures     (SpzPlanSnapshot *self,
                                                            guint           *n_measures);
const SpzPlanPhase     *spz_plan_snapshot_get_phases       (SpzPlanSnapshot *self,
                                                            guint           *n_phases);
const SpzPlanMilestone *spz_plan_snapshot_get_milestones   (SpzPlanSnapshot *self,
                                                            guint           *n_milestones);
const SpzPlanPhase     *spz_plan_snapshot_find_phase       (SpzPlanSnapshot *self,
                                                            gint64           id);
const SpzPlanMilestone *spz_plan_snapshot_find_milestone   (SpzPlanSnapshot *self,
                                                            gint64           id);
char                   *spz_plan_snapshot_dup_digest       (SpzPlanSnapshot *self,
                                                            SpzPlanForm      form);
SpzPlanForm             spz_plan_form_of_digest            (const char      *digest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzPlanSnapshot, spz_plan_snapshot_free)

G_END_DECLS
