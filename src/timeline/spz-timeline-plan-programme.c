/* spz-timeline-plan-programme.c: taking the plan from a programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-plan.h"

#include <glib/gi18n-lib.h>

#include "spz-audience.h"
#include "spz-dependencies.h"
#include "spz-plan-changes.h"
#include "spz-plan.h"
#include "spz-programme.h"
#include "spz-text.h"
#include "spz-timeline-plan-builder.h"

typedef struct
{
  SpzProgramme           *programme;
  SpzAudience             audience;
  const SpzTimelineFilter *filter; /* NULL: all is seen */
  SpzTimelinePlanBuilder *builder;
  SpzPlanVersion         *version; /* NULL: it is not compared */
  SpzDate                 reference_date;
  char                   *query; /* the filter's text, folded; NULL: any */

  /* Owned */
  GHashTable             *kinds;     /* id → index */
  GHashTable             *measures;  /* id → index */
  GHashTable             *conflicts; /* phase, borrowed → sentences */
} Snapshot;

/* What the filter says of a phase or a milestone, whose kind and role are 0;
 * @measure is the title of what it belongs to, or NULL. */
static gboolean
is_seen (Snapshot   *snapshot,
         const char *measure,
         const char *title,
         const char *short_label,
         gint64      kind,
         gint64      role,
         int         audience)
{
  const SpzTimelineFilter *filter = snapshot->filter;
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (filter == NULL)
    return TRUE;
  if ((filter->kind != SPZ_TIMELINE_ANY && filter->kind != kind) ||
      (filter->role != SPZ_TIMELINE_ANY && filter->role != role) ||
      (filter->audience != SPZ_TIMELINE_ANY && filter->audience != audience))
    return FALSE;
  if (snapshot->query == NULL)
    return TRUE;

  text = g_strjoin (" ", measure != NULL ? measure : "", title, short_label, NULL);
  folded = spz_text_fold (text);

  return spz_text_matches (folded, snapshot->query);
}

/* A measure is seen with what of it is; an empty one where nothing is asked
 * for that only phases have. */
static gboolean
is_measure_seen (Snapshot   *snapshot,
                 SpzMeasure *measure)
{
  const SpzTimelineFilter *filter = snapshot->filter;
  gint64 id = spz_record_get_id (SPZ_RECORD (measure));
  SpzRecordList *phases;
  SpzRecordList *milestones;

  if (filter == NULL)
    return TRUE;

  phases = spz_programme_get_children (snapshot->programme, SPZ_TYPE_PHASE, "measure", id);
  milestones = spz_programme_get_children (snapshot->programme, SPZ_TYPE_MILESTONE, "measure", id);
  if (spz_record_list_get_size (phases) == 0 && spz_record_list_get_size (milestones) == 0)
    return filter->kind == SPZ_TIMELINE_ANY && filter->role == SPZ_TIMELINE_ANY &&
           is_seen (snapshot, NULL, measure->title, "", 0, 0, measure->audience);

  for (guint i = 0; i < spz_record_list_get_size (phases); i++)
    {
      SpzPhase *phase = spz_record_list_get (phases, i);

      if ((SpzAudience) phase->audience <= snapshot->audience &&
          is_seen (snapshot, measure->title, phase->title, phase->short_label, phase->kind, phase->role,
                   phase->audience))
        return TRUE;
    }
  for (guint i = 0; i < spz_record_list_get_size (milestones); i++)
    {
      SpzMilestone *milestone = spz_record_list_get (milestones, i);

      if ((SpzAudience) milestone->audience <= snapshot->audience &&
          is_seen (snapshot, measure->title, milestone->title, "", 0, 0, milestone->audience))
        return TRUE;
    }

  return FALSE;
}

static void
add_kinds (Snapshot *snapshot)
{
  SpzRecordList *list = spz_programme_get_list (snapshot->programme, SPZ_TYPE_PHASE_KIND);
  guint n = spz_record_list_get_size (list);

  for (guint i = 0; i < n; i++)
    {
      SpzPhaseKind *record = spz_record_list_get (list, i);
      gint64 id = spz_record_get_id (SPZ_RECORD (record));
      SpzTimelineKind kind = {
        .id = id,
        .title = record->title,
        .short_label = record->short_label,
        .colour = record->colour,
        .hatch = record->hatch,
      };
      guint index = spz_timeline_plan_builder_add_kind (snapshot->builder, &kind);

      g_hash_table_insert (snapshot->kinds, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (index));
    }
}

/* What a phase violates is told as long as nothing is named by it that this
 * audience may not know of. */
static void
find_conflicts (Snapshot *snapshot)
{
  g_autoptr (GArray) conflicts = spz_plan_find_conflicts (snapshot->programme);

  for (guint i = 0; i < conflicts->len; i++)
    {
      const SpzPlanConflict *conflict = &g_array_index (conflicts, SpzPlanConflict, i);
      const char *former = g_hash_table_lookup (snapshot->conflicts, conflict->phase);
      gpointer cause = conflict->kind == SPZ_PLAN_CONFLICT_DEPENDENCY ? (gpointer) conflict->predecessor
                                                                      : (gpointer) conflict->deadline;
      g_autofree char *sentence = NULL;

      if (spz_record_get_audience (snapshot->programme, cause) > snapshot->audience)
        continue;

      sentence = spz_plan_conflict_describe (conflict);
      g_hash_table_insert (snapshot->conflicts, conflict->phase,
                           former != NULL ? g_strdup_printf ("%s %s", former, sentence)
                                          : g_steal_pointer (&sentence));
    }
}

static void
add_bars (Snapshot   *snapshot,
          gint64      measure_id,
          const char *measure_title,
          SpzAudience measure_audience,
          guint       measure)
{
  SpzRecordList *phases = spz_programme_get_children (snapshot->programme, SPZ_TYPE_PHASE,
                                                      "measure", measure_id);
  guint n = spz_record_list_get_size (phases);

  for (guint i = 0; i < n; i++)
    {
      SpzPhase *phase = spz_record_list_get (phases, i);
      gpointer kind;
      SpzTimelineBar bar = {
        .id = spz_record_get_id (SPZ_RECORD (phase)),
        .title = phase->title,
        .short_label = phase->short_label,
        .measure = measure,
        .kind = SPZ_TIMELINE_NONE,
        .start = phase->start,
        .end = MAX (phase->start, phase->end),
        .precision = phase->precision,
        .certainty = phase->certainty,
        .progress = CLAMP (phase->progress, 0, 100),
        .overdue = spz_phase_get_status (phase, snapshot->reference_date) == SPZ_PHASE_OVERDUE,
        .label_placement = phase->label_placement,
        .conflict = g_hash_table_lookup (snapshot->conflicts, phase),
        .audience = MAX ((SpzAudience) phase->audience, measure_audience),
      };

      if ((SpzAudience) phase->audience > snapshot->audience ||
          !is_seen (snapshot, measure_title, phase->title, phase->short_label, phase->kind, phase->role,
                    phase->audience))
        continue;

      if (g_hash_table_lookup_extended (snapshot->kinds, &phase->kind, NULL, &kind))
        bar.kind = GPOINTER_TO_UINT (kind);
      spz_timeline_plan_builder_add_bar (snapshot->builder, &bar);
    }
}

static void
add_milestones (Snapshot   *snapshot,
                gint64      measure_id,
                const char *measure_title,
                SpzAudience measure_audience,
                guint       measure)
{
  SpzRecordList *list = measure_id != 0
    ? spz_programme_get_children (snapshot->programme, SPZ_TYPE_MILESTONE, "measure", measure_id)
    : spz_programme_get_list (snapshot->programme, SPZ_TYPE_MILESTONE);
  guint n = spz_record_list_get_size (list);

  for (guint i = 0; i < n; i++)
    {
      SpzMilestone *record = spz_record_list_get (list, i);
      g_autofree char *when = NULL;

      if ((SpzAudience) record->audience > snapshot->audience || record->measure != measure_id ||
          !is_seen (snapshot, measure_title, record->title, "", 0, 0, record->audience))
        continue;

      when = spz_milestone_dup_date (record);
      spz_timeline_plan_builder_add_milestone (snapshot->builder, &(SpzTimelineMilestone) {
        .id = spz_record_get_id (SPZ_RECORD (record)),
        .title = record->title,
        .when = when,
        .measure = measure,
        .date = record->date,
        .precision = record->precision,
        .certainty = record->certainty,
        .kind = record->kind,
        .audience = MAX ((SpzAudience) record->audience, measure_audience),
      });
    }
}

/* Adds the measures of an action field, or with 0 those without one. */
static void
add_group (Snapshot   *snapshot,
           gint64      field_id,
           const char *title)
{
  SpzRecordList *list = spz_programme_get_children (snapshot->programme, SPZ_TYPE_MEASURE, "action-field", field_id);
  guint n = spz_record_list_get_size (list);
  gboolean begun = FALSE;

  if (snapshot->filter != NULL && snapshot->filter->action_field != SPZ_TIMELINE_ANY &&
      snapshot->filter->action_field != field_id)
    return;

  for (guint i = 0; i < n; i++)
    {
      SpzMeasure *record = spz_record_list_get (list, i);
      gint64 id = spz_record_get_id (SPZ_RECORD (record));
      guint measure;

      if ((SpzAudience) record->audience > snapshot->audience || !is_measure_seen (snapshot, record))
        continue;

      if (!begun)
        spz_timeline_plan_builder_add_group (snapshot->builder, field_id, title);
      begun = TRUE;

      measure = spz_timeline_plan_builder_add_measure (snapshot->builder, id, record->title, record->footnote);
      g_hash_table_insert (snapshot->measures, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (measure));
      add_bars (snapshot, id, record->title, (SpzAudience) record->audience, measure);
      add_milestones (snapshot, id, record->title, (SpzAudience) record->audience, measure);
    }
}

/* Ghosts */

static char *
format_former (const SpzPlanState *state)
{
  if (*state->wording != '\0')
    return g_strdup (state->wording);

  return spz_period_format (state->start,
                            state->certainty == SPZ_CERTAINTY_ONGOING ? SPZ_DATE_NONE : state->end,
                            state->precision);
}

/* What is still there has a ghost if it is seen. What is gone has no kind, role
 * or audience any more by which it could be. */
static gboolean
is_former_seen (Snapshot            *snapshot,
                const SpzPlanChange *change)
{
  const SpzTimelineFilter *filter = snapshot->filter;
  const char *measure = change->before.measure_title;

  if (filter == NULL)
    return TRUE;

  if (change->flags & SPZ_PLAN_CHANGE_REMOVED)
    return filter->audience == SPZ_TIMELINE_ANY && filter->kind == SPZ_TIMELINE_ANY &&
           filter->role == SPZ_TIMELINE_ANY &&
           (filter->action_field <= 0 || change->former_measure != 0) &&
           is_seen (snapshot, measure, change->before.title, "", 0, 0, 0);

  if (change->type == SPZ_TYPE_PHASE)
    {
      SpzPhase *phase = spz_programme_lookup (snapshot->programme, SPZ_TYPE_PHASE, change->id);

      return is_seen (snapshot, change->after.measure_title, phase->title, phase->short_label,
                      phase->kind, phase->role, phase->audience);
    }
  else
    {
      SpzMilestone *milestone = spz_programme_lookup (snapshot->programme, SPZ_TYPE_MILESTONE, change->id);

      return is_seen (snapshot, change->after.measure_title, milestone->title, "", 0, 0, milestone->audience);
    }
}

static void
add_ghost (Snapshot            *snapshot,
           const SpzPlanChange *change)
{
  const SpzPlanState *before = &change->before;
  gboolean has_gone = *before->measure_title != '\0' && change->former_measure == 0;
  g_autofree char *when = format_former (before);
  g_autofree char *title = has_gone ? g_strdup_printf ("%s: %s", before->measure_title, before->title)
                                    : g_strdup (before->title);
  SpzTimelineGhost ghost = {
    .id = change->id,
    .title = title,
    .when = when,
    .measure = SPZ_TIMELINE_NONE,
    .start = before->start,
    .end = MAX (before->start, before->end),
    .is_milestone = change->type == SPZ_TYPE_MILESTONE,
    .milestone_kind = before->kind,
    .dropped = (change->flags & SPZ_PLAN_CHANGE_REMOVED) != 0,
  };
  gpointer measure;

  if (change->former_measure != 0)
    {
      /* Its row isn't seen, or not by this audience */
      if (!g_hash_table_lookup_extended (snapshot->measures, &change->former_measure, NULL, &measure))
        return;
      ghost.measure = GPOINTER_TO_UINT (measure);
    }

  spz_timeline_plan_builder_add_ghost (snapshot->builder, &ghost);
}

static void
add_ghosts (Snapshot *snapshot)
{
  const SpzPlanChangeFlags ghostly = SPZ_PLAN_CHANGE_MOVED | SPZ_PLAN_CHANGE_MEASURE | SPZ_PLAN_CHANGE_REMOVED;
  g_autoptr (GPtrArray) changes = spz_plan_compare (snapshot->programme, snapshot->version, snapshot->audience);

  spz_timeline_plan_builder_set_compared (snapshot->builder, snapshot->version->title);
  for (guint i = 0; i < changes->len; i++)
    {
      const SpzPlanChange *change = g_ptr_array_index (changes, i);

      if (change->type != SPZ_TYPE_MEASURE && (change->flags & ghostly) && is_former_seen (snapshot, change))
        add_ghost (snapshot, change);
    }
}

static SpzTimelinePlan *
take_snapshot (Snapshot *snapshot)
{
  g_autoptr (SpzTimelinePlanBuilder) builder = spz_timeline_plan_builder_new ();
  g_autoptr (GHashTable) kinds = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) measures = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) conflicts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autofree char *query = NULL;
  SpzProgrammeInfo *info;
  SpzRecordList *fields;
  guint n_fields;

  snapshot->builder = builder;
  snapshot->kinds = kinds;
  snapshot->measures = measures;
  snapshot->conflicts = conflicts;
  if (snapshot->filter != NULL && snapshot->filter->text != NULL)
    snapshot->query = query = spz_text_fold (snapshot->filter->text);

  info = spz_programme_get_info (snapshot->programme);
  snapshot->reference_date = spz_programme_get_reference_date (snapshot->programme);
  spz_timeline_plan_builder_set_texts (builder,
                                       *info->plan_title != '\0' ? info->plan_title : info->title,
                                       info->plan_note);
  spz_timeline_plan_builder_set_years (builder, info->first_year, info->last_year, info->fiscal_start);
  spz_timeline_plan_builder_set_reference (builder, snapshot->reference_date);

  find_conflicts (snapshot);
  add_kinds (snapshot);
  /* Translators: heads the measures that belong to no single action field */
  add_group (snapshot, 0, _("Across all fields"));

  fields = spz_programme_get_list (snapshot->programme, SPZ_TYPE_ACTION_FIELD);
  n_fields = spz_record_list_get_size (fields);
  for (guint i = 0; i < n_fields; i++)
    {
      SpzActionField *field = spz_record_list_get (fields, i);

      add_group (snapshot, spz_record_get_id (SPZ_RECORD (field)), field->title);
    }

  if (snapshot->filter == NULL || snapshot->filter->action_field <= 0)
    add_milestones (snapshot, 0, NULL, SPZ_AUDIENCE_PUBLIC, SPZ_TIMELINE_NONE);
  if (snapshot->version != NULL)
    add_ghosts (snapshot);

  return spz_timeline_plan_builder_end (builder);
}

/**
 * spz_timeline_plan_new:
 * @programme: a programme
 * @audience: whom the plan is for
 *
 * Takes a snapshot of the programme's plan. What is for a narrower audience
 * than @audience is not in it, nor are the phases and milestones of a measure
 * that is left out. Measures without an action field come first; action
 * fields without a measure are left out.
 *
 * Returns: (transfer full): the plan
 */
SpzTimelinePlan *
spz_timeline_plan_new (SpzProgramme *programme,
                       SpzAudience   audience)
{
  return spz_timeline_plan_new_filtered (programme, audience, NULL);
}

/**
 * spz_timeline_plan_new_filtered:
 * @programme: a programme
 * @audience: whom the plan is for
 * @filter: (nullable): what is to be seen of it
 *
 * Takes a snapshot of the part of the plan that @filter lets through. A
 * measure of which nothing is seen is left out.
 *
 * Returns: (transfer full): the plan
 */
SpzTimelinePlan *
spz_timeline_plan_new_filtered (SpzProgramme            *programme,
                                SpzAudience              audience,
                                const SpzTimelineFilter *filter)
{
  return spz_timeline_plan_new_compared (programme, audience, filter, NULL);
}

/**
 * spz_timeline_plan_new_compared:
 * @programme: a programme
 * @audience: whom the plan is for
 * @filter: (nullable): what is to be seen of it
 * @version: (nullable): a version of the plan
 *
 * Takes a snapshot of the plan that shows where things were in @version: what
 * moved, what became part of another measure, and what is gone. What @audience
 * must not see, now or then, is not shown.
 *
 * Returns: (transfer full): the plan
 */
SpzTimelinePlan *
spz_timeline_plan_new_compared (SpzProgramme            *programme,
                                SpzAudience              audience,
                                const SpzTimelineFilter *filter,
                                SpzPlanVersion          *version)
{
  Snapshot snapshot = {
    .programme = programme, .audience = audience, .filter = filter, .version = version,
  };

  g_return_val_if_fail (programme != NULL, NULL);

  return take_snapshot (&snapshot);
}
