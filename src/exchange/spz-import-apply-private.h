/* spz-import-apply-private.h: the parts of putting an import into a programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-import-apply.h"

G_BEGIN_DECLS

/**
 * SpzApplyCount:
 *
 * What is counted for the summary.
 */
typedef enum
{
  SPZ_APPLY_BRIEFINGS,
  SPZ_APPLY_MEETINGS,
  SPZ_APPLY_AGENDA_ITEMS,
  SPZ_APPLY_BODIES,
  SPZ_APPLY_ROLES,
  SPZ_APPLY_TASKS,
  SPZ_APPLY_FIELDS,
  SPZ_APPLY_POINTS,
  SPZ_APPLY_FIGURES,
  SPZ_APPLY_MEASURES,
  SPZ_APPLY_PHASES,
  SPZ_APPLY_MILESTONES,
  SPZ_APPLY_DEPENDENCIES,
  SPZ_APPLY_N_COUNTS
} SpzApplyCount;

typedef struct _SpzApplyProgress SpzApplyProgress;

/**
 * SpzApply:
 * @programme: where it goes
 * @import: what was read
 * @progress: how far it is, and whether to go on
 * @known: ids of rows by table and folded title: those found, and those added
 *   in this step, of which there are no records yet
 * @block_rank: (owned): the position of the briefing's block that came last
 * @titles: types of which all titles are known
 * @by_uid: records by type and by how other programs know them; of the types
 *   that were asked for
 * @by_place: (nullable): phases and milestones by what they belong to and their titles;
 *   of the types that were asked for
 * @claimed: records that are something in the source already
 * @measures: ids of the measures of this step by how the source knows them
 * @phases: ids of the phases of this step by how the source knows them
 * @added: how many rows were added
 * @updated: how many rows were changed
 * @removed: how many rows were removed, as their source has deleted them
 * @kept: how many points of the programme the source doesn't have
 * @circular: how many dependencies would have closed a circle
 * @numbers: how many points mentioned key figures and have numbers of the
 *   source instead
 * @differing: (element-type utf8): key figures that are computed here, and not
 *   what the source says
 *
 * A step under way.
 */
typedef struct
{
  SpzProgramme    *programme;
  const SpzImport *import;
  SpzApplyProgress *progress;
  GHashTable      *known;
  GHashTable      *titles;
  GHashTable      *by_uid;
  GHashTable      *by_place;
  GHashTable      *claimed;
  GHashTable      *measures;
  GHashTable      *phases;
  char            *block_rank;
  guint            added[SPZ_APPLY_N_COUNTS];
  guint            updated[SPZ_APPLY_N_COUNTS];
  guint            removed[SPZ_APPLY_N_COUNTS];
  guint            kept;
  guint            circular;
  guint            numbers;
  GPtrArray       *differing;
} SpzApply;

gboolean  spz_apply_step        (SpzApply    *self,
                                 GError     **error);
gint64    spz_apply_find        (SpzApply    *self,
                                 GType        type,
                                 const char  *title);
void      spz_apply_remember    (SpzApply    *self,
                                 GType        type,
                                 const char  *title,
                                 gint64       id);
gpointer  spz_apply_find_uid    (SpzApply    *self,
                                 GType        type,
                                 const char  *uid);
gboolean  spz_apply_is_own      (SpzApply    *self);
gpointer  spz_apply_find_free   (SpzApply    *self,
                                 GType        type,
                                 gint64       owner,
                                 const char  *title,
                                 const char  *uid);
void      spz_apply_claim       (SpzApply    *self,
                                 gpointer     record);
const char *spz_apply_choose_uid (SpzApply   *self,
                                 gpointer     record,
                                 const char  *old,
                                 const char  *other);
char     *spz_apply_fold_title  (const char  *title);
gboolean  spz_apply_same_title  (const char  *a,
                                 const char  *b);

gboolean  spz_apply_briefing    (SpzApply    *self,
                                 GPtrArray   *unplaced,
                                 GError     **error);
gboolean  spz_apply_roles       (SpzApply    *self,
                                 GError     **error);
gboolean  spz_apply_figures     (SpzApply    *self,
                                 GError     **error);
gboolean  spz_apply_plan        (SpzApply    *self,
                                 GPtrArray   *unplaced,
                                 GError     **error);
gint64    spz_apply_need_measure (SpzApply   *self,
                                 const char  *title,
                                 const char  *uid,
                                 const char  *field,
                                 GError     **error);
gboolean  spz_apply_phases      (SpzApply    *self,
                                 GError     **error);
gboolean  spz_apply_points      (SpzApply    *self,
                                 GType        owner_type,
                                 gint64       owner,
                                 GPtrArray   *points,
                                 GError     **error);
gboolean  spz_apply_meetings    (SpzApply    *self,
                                 GError     **error);

gboolean  spz_apply_calendar    (SpzApply    *self,
                                 GError     **error);
gint64    spz_apply_need_body   (SpzApply    *self,
                                 const char  *title,
                                 GError     **error);
SpzMeetingState spz_apply_get_state (SpzApply *self,
                                 SpzDate      date);

G_END_DECLS
