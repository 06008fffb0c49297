/* spz-dependencies.h: what has to wait for what
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-plan-edit.h"

G_BEGIN_DECLS

/**
 * SpzPlanConflictKind:
 * @SPZ_PLAN_CONFLICT_DEPENDENCY: a phase begins before the one it waits for ends
 * @SPZ_PLAN_CONFLICT_DEADLINE: a phase ends after a legal deadline
 */
typedef enum
{
  SPZ_PLAN_CONFLICT_DEPENDENCY,
  SPZ_PLAN_CONFLICT_DEADLINE,
} SpzPlanConflictKind;

/**
 * SpzPlanConflict:
 * @kind: what is in conflict
 * @phase: (unowned): the phase that is too early or too late
 * @dependency: (unowned) (nullable): the dependency that is violated
 * @predecessor: (unowned) (nullable): the phase it should wait for
 * @deadline: (unowned) (nullable): the deadline that is missed
 * @days: by how many days
 */
typedef struct
{
  SpzPlanConflictKind  kind;
  SpzPhase            *phase;
  SpzDependency       *dependency;
  SpzPhase            *predecessor;
  SpzMilestone        *deadline;
  int                  days;
} SpzPlanConflict;

gboolean  spz_dependency_can_add           (SpzProgramme          *programme,
                                            SpzPhase              *predecessor,
                                            SpzPhase              *successor,
                                            GError               **error);
GPtrArray *spz_dependency_list_candidates  (SpzProgramme          *programme,
                                            SpzPhase              *phase,
                                            gboolean               followers);
gint64    spz_dependency_add               (SpzProgramme          *programme,
                                            SpzPhase              *predecessor,
                                            SpzPhase              *successor,
                                            GError               **error);
gboolean  spz_dependency_remove            (SpzProgramme          *programme,
                                            SpzDependency         *dependency,
                                            GError               **error);
char     *spz_dependency_describe          (SpzProgramme          *programme,
                                            SpzDependency         *dependency);
gboolean  spz_dependencies_check           (SpzProgramme          *programme,
                                            GError               **error);

GArray   *spz_plan_push_followers          (SpzProgramme          *programme,
                                            const SpzPlanEdit     *edits,
                                            guint                  n_edits);

GArray   *spz_plan_find_conflicts          (SpzProgramme          *programme);
GArray   *spz_plan_find_conflicts_of_move  (SpzProgramme          *programme,
                                            const SpzPlanEdit     *edits,
                                            guint                  n_edits);
GArray   *spz_plan_find_conflicts_of       (SpzProgramme          *programme,
                                            SpzRecord             *record);
char     *spz_plan_conflict_describe       (const SpzPlanConflict *self);
char     *spz_plan_conflict_explain        (const SpzPlanConflict *self);

G_END_DECLS
