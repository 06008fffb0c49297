/* spz-plan-edit.h: what can be done to a plan, in named steps
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

/**
 * SpzPlanSpan:
 * @start: the first day
 * @end: the last day; a milestone's is the same
 * @precision: how exactly they are known
 */
typedef struct
{
  SpzDate      start;
  SpzDate      end;
  SpzPrecision precision;
} SpzPlanSpan;

/**
 * SpzPlanGrip:
 * @SPZ_PLAN_GRIP_WHOLE: all of it is moved, and keeps its length
 * @SPZ_PLAN_GRIP_START: its start is
 * @SPZ_PLAN_GRIP_END: its end is
 */
typedef enum
{
  SPZ_PLAN_GRIP_WHOLE,
  SPZ_PLAN_GRIP_START,
  SPZ_PLAN_GRIP_END,
} SpzPlanGrip;

/**
 * SpzPlanEdit:
 * @record: (unowned): a phase or a milestone
 * @measure: the id of the measure it is to belong to
 * @span: when it is to be
 */
typedef struct
{
  SpzRecord   *record;
  gint64       measure;
  SpzPlanSpan  span;
} SpzPlanEdit;

gboolean spz_plan_move                (SpzProgramme       *programme,
                                       const SpzPlanEdit  *edits,
                                       guint               n_edits,
                                       SpzPlanGrip         grip,
                                       GError            **error);
gboolean spz_plan_move_with_followers (SpzProgramme       *programme,
                                       const SpzPlanEdit  *edits,
                                       guint               n_edits,
                                       SpzPlanGrip         grip,
                                       GError            **error);
GArray  *spz_plan_set_phase           (SpzProgramme       *programme,
                                       SpzPhase           *phase,
                                       const char *const  *properties,
                                       const GValue       *values,
                                       GError            **error);
GArray  *spz_plan_copy                (SpzProgramme       *programme,
                                       const SpzPlanEdit  *edits,
                                       guint               n_edits,
                                       GError            **error);
gboolean spz_plan_remove              (SpzProgramme       *programme,
                                       GPtrArray          *records,
                                       GError            **error);
gint64   spz_plan_add_phase           (SpzProgramme       *programme,
                                       gint64              measure,
                                       const SpzPlanSpan  *span,
                                       GError            **error);
gint64   spz_plan_add_phase_of_kind   (SpzProgramme       *programme,
                                       SpzMeasure         *measure,
                                       SpzPhaseKind       *kind,
                                       const SpzPlanSpan  *span,
                                       GError            **error);
gint64   spz_plan_add_milestone       (SpzProgramme       *programme,
                                       gint64              measure,
                                       SpzDate             date,
                                       GError            **error);
gint64   spz_plan_add_measure         (SpzProgramme       *programme,
                                       gint64              action_field,
                                       GError            **error);

gboolean spz_plan_set                 (SpzProgramme       *programme,
                                       GPtrArray          *records,
                                       const char         *property,
                                       const GValue       *value,
                                       GError            **error);
gboolean spz_phases_set_progress      (SpzProgramme       *programme,
                                       GPtrArray          *phases,
                                       int                 progress,
                                       GError            **error);
gboolean spz_phases_set_certainty     (SpzProgramme       *programme,
                                       GPtrArray          *phases,
                                       SpzCertainty        certainty,
                                       GError            **error);

G_END_DECLS
