/* spz-timeline-plan-programme.c: taking the plan from a programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-plan.h"

#include <glib/gi18n-lib.h>

#include "spz-plan.h"
#include "spz-programme.h"
#include "spz-timeline-plan-builder.h"

typedef struct
{
  SpzProgramme           *programme;
  SpzAudience             audience;
  SpzTimelinePlanBuilder *builder;
  SpzDate                 reference_date;

  /* Owned: kind id → index */
  GHashTable             *kinds;
} Snapshot;

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

static void
add_bars (Snapshot *snapshot,
          gint64    measure_id,
          guint     measure)
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
      };

      if ((SpzAudience) phase->audience > snapshot->audience)
        continue;

      if (g_hash_table_lookup_extended (snapshot->kinds, &phase->kind, NULL, &kind))
        bar.kind = GPOINTER_TO_UINT (kind);
      spz_timeline_plan_builder_add_bar (snapshot->builder, &bar);
    }
}

static void
add_milestones (Snapshot *snapshot,
                gint64    measure_id,
                guint     measure)
{
  SpzRecordList *list = measure_id != 0
    ? spz_programme_get_children (snapshot->programme, SPZ_TYPE_MILESTONE, "measure", measure_id)
    : spz_programme_get_list (snapshot->programme, SPZ_TYPE_MILESTONE);
  guint n = spz_record_list_get_size (list);

  for (guint i = 0; i < n; i++)
    {
      SpzMilestone *record = spz_record_list_get (list, i);
      g_autofree char *when = NULL;

      if ((SpzAudience) record->audience > snapshot->audience || record->measure != measure_id)
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
      });
    }
}

/* Adds the measures of an action field, or with 0 those without one. */
static void
add_group (Snapshot   *snapshot,
           gint64      field_id,
           const char *title)
{
  SpzRecordList *list = spz_programme_get_list (snapshot->programme, SPZ_TYPE_MEASURE);
  guint n = spz_record_list_get_size (list);
  gboolean begun = FALSE;

  for (guint i = 0; i < n; i++)
    {
      SpzMeasure *record = spz_record_list_get (list, i);
      gint64 id = spz_record_get_id (SPZ_RECORD (record));
      guint measure;

      if (record->action_field != field_id || (SpzAudience) record->audience > snapshot->audience)
        continue;

      if (!begun)
        spz_timeline_plan_builder_add_group (snapshot->builder, field_id, title);
      begun = TRUE;

      measure = spz_timeline_plan_builder_add_measure (snapshot->builder, id, record->title, record->footnote);
      add_bars (snapshot, id, measure);
      add_milestones (snapshot, id, measure);
    }
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
  g_autoptr (SpzTimelinePlanBuilder) builder = spz_timeline_plan_builder_new ();
  g_autoptr (GHashTable) kinds = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Snapshot snapshot = { programme, audience, builder, SPZ_DATE_NONE, kinds };
  SpzProgrammeInfo *info;
  SpzRecordList *fields;
  guint n_fields;

  g_return_val_if_fail (programme != NULL, NULL);

  info = spz_programme_get_info (programme);
  snapshot.reference_date = spz_programme_get_reference_date (programme);
  spz_timeline_plan_builder_set_texts (builder,
                                       *info->plan_title != '\0' ? info->plan_title : info->title,
                                       info->plan_note);
  spz_timeline_plan_builder_set_years (builder, info->first_year, info->last_year, info->fiscal_start);
  spz_timeline_plan_builder_set_reference (builder, snapshot.reference_date);

  add_kinds (&snapshot);
  /* Translators: heads the measures that belong to no single action field */
  add_group (&snapshot, 0, _("Across all fields"));

  fields = spz_programme_get_list (programme, SPZ_TYPE_ACTION_FIELD);
  n_fields = spz_record_list_get_size (fields);
  for (guint i = 0; i < n_fields; i++)
    {
      SpzActionField *field = spz_record_list_get (fields, i);

      add_group (&snapshot, spz_record_get_id (SPZ_RECORD (field)), field->title);
    }

  add_milestones (&snapshot, 0, SPZ_TIMELINE_NONE);

  return spz_timeline_plan_builder_end (builder);
}
