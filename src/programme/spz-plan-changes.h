/* spz-plan-changes.h: what changed since a version of the plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

/**
 * SpzPlanChangeFlags:
 * @SPZ_PLAN_CHANGE_ADDED: it was not in the version; alone
 * @SPZ_PLAN_CHANGE_REMOVED: it is not in the plan any more; alone
 * @SPZ_PLAN_CHANGE_START: its start moved; of a milestone, its date
 * @SPZ_PLAN_CHANGE_END: its end moved
 * @SPZ_PLAN_CHANGE_TITLE: it is called otherwise
 * @SPZ_PLAN_CHANGE_MEASURE: it is a part of another measure
 * @SPZ_PLAN_CHANGE_CERTAINTY: it is more or less certain
 * @SPZ_PLAN_CHANGE_WORDING: its date is the same, but said otherwise
 * @SPZ_PLAN_CHANGE_KIND: it is of another kind
 */
typedef enum
{
  SPZ_PLAN_CHANGE_ADDED     = 1 << 0,
  SPZ_PLAN_CHANGE_REMOVED   = 1 << 1,
  SPZ_PLAN_CHANGE_START     = 1 << 2,
  SPZ_PLAN_CHANGE_END       = 1 << 3,
  SPZ_PLAN_CHANGE_TITLE     = 1 << 4,
  SPZ_PLAN_CHANGE_MEASURE   = 1 << 5,
  SPZ_PLAN_CHANGE_CERTAINTY = 1 << 6,
  SPZ_PLAN_CHANGE_WORDING   = 1 << 7,
  SPZ_PLAN_CHANGE_KIND      = 1 << 8,
} SpzPlanChangeFlags;

#define SPZ_PLAN_CHANGE_MOVED (SPZ_PLAN_CHANGE_START | SPZ_PLAN_CHANGE_END)

/**
 * SpzPlanState:
 * @title: (owned): the title, as plain text
 * @measure_title: (owned): its measure's title, "" if none; of a measure unset,
 *   as is all that follows
 * @start: its first day; of a milestone, its date
 * @end: its last day; of a milestone, its date
 * @precision: how exactly they are known
 * @certainty: how certain it is
 * @wording: (owned): of a milestone, its date as it is to be read; else ""
 * @kind: of a milestone, what happens then
 * @phase_kind: (owned): of a phase, the title of its kind, "" if it has none;
 *   else unset
 */
typedef struct
{
  char             *title;
  char             *measure_title;
  SpzDate           start;
  SpzDate           end;
  SpzPrecision      precision;
  SpzCertainty      certainty;
  char             *wording;
  SpzMilestoneKind  kind;
  char             *phase_kind;
} SpzPlanState;

/**
 * SpzPlanChange:
 * @flags: what changed; never none
 * @type: %SPZ_TYPE_PHASE, %SPZ_TYPE_MILESTONE or %SPZ_TYPE_MEASURE
 * @id: its id, also where it is gone
 * @before: as it was in the version; unset if it was added
 * @after: as it is in the plan; unset if it was removed
 * @former_measure: the id of the measure it was a part of; 0 if it was of none,
 *   or the measure is gone
 *
 * What became of one item of the plan since a version.
 */
typedef struct
{
  SpzPlanChangeFlags  flags;
  GType               type;
  gint64              id;
  SpzPlanState        before;
  SpzPlanState        after;
  gint64              former_measure;

  /*< private >*/
  guint               row;
} SpzPlanChange;

/**
 * SpzPlanShiftUnit:
 *
 * In what a shift is said: the coarsest in which it is a whole number.
 */
typedef enum
{
  SPZ_PLAN_SHIFT_DAYS,
  SPZ_PLAN_SHIFT_WEEKS,
  SPZ_PLAN_SHIFT_MONTHS,
  SPZ_PLAN_SHIFT_QUARTERS,
} SpzPlanShiftUnit;

GPtrArray  *spz_plan_compare             (SpzProgramme        *programme,
                                          SpzPlanVersion      *version,
                                          SpzAudience          audience);
void        spz_plan_change_free         (SpzPlanChange       *self);

int         spz_plan_shift_measure       (SpzDate              from,
                                          SpzDate              to,
                                          SpzPlanShiftUnit    *unit);
char       *spz_plan_shift_format        (int                  shift,
                                          SpzPlanShiftUnit     unit);

char       *spz_plan_change_dup_sentence (const SpzPlanChange *self,
                                          gboolean             with_measure);
char       *spz_plan_changes_dup_summary (GPtrArray           *changes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzPlanChange, spz_plan_change_free)

G_END_DECLS
