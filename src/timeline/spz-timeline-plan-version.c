/* spz-timeline-plan-version.c: taking the plan from a version of it
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-plan.h"

#include <glib/gi18n-lib.h>

#include "spz-audience.h"
#include "spz-plan-versions.h"
#include "spz-plan.h"
#include "spz-timeline-plan-builder.h"

typedef struct
{
  SpzProgramme           *programme;
  SpzAudience             audience;
  SpzTimelinePlanBuilder *builder;
  SpzRecordList          *phases;
  SpzRecordList          *milestones;

  /* Owned */
  GHashTable             *kinds;  /* id → index */
  GHashTable             *placed; /* set of the version's records */
  gboolean                guess;  /* how exactly dates are known wasn't kept */
} Version;

static gboolean
may_see (Version  *self,
         gpointer  record)
{
  return spz_record_get_audience (self->programme, record) <= self->audience;
}

static void
add_kinds (Version *self)
{
  SpzRecordList *list = spz_programme_get_list (self->programme, SPZ_TYPE_PHASE_KIND);

  for (guint i = 0; i < spz_record_list_get_size (list); i++)
    {
      SpzPhaseKind *record = spz_record_list_get (list, i);
      gint64 id = spz_record_get_id (SPZ_RECORD (record));
      guint index = spz_timeline_plan_builder_add_kind (self->builder, &(SpzTimelineKind) {
        .id = id, .title = record->title, .short_label = record->short_label,
        .colour = record->colour, .hatch = record->hatch,
      });

      g_hash_table_insert (self->kinds, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (index));
    }
}

/* A version doesn't keep of which kind a phase was: it is that of the phase
 * where it is still there. */
static guint
find_kind (Version         *self,
           SpzVersionPhase *frozen)
{
  SpzPhase *phase = spz_programme_lookup (self->programme, SPZ_TYPE_PHASE, frozen->phase);
  gpointer index;

  if (phase == NULL || !g_str_equal (phase->title, frozen->title) ||
      !g_hash_table_lookup_extended (self->kinds, &phase->kind, NULL, &index))
    return SPZ_TIMELINE_NONE;

  return GPOINTER_TO_UINT (index);
}

static gboolean
is_part_of (gint64      frozen_id,
            const char *frozen_title,
            gint64      id,
            const char *title)
{
  return id != 0 && frozen_id != 0 ? frozen_id == id : g_str_equal (frozen_title, title);
}

static void
add_phase (Version         *self,
           SpzVersionPhase *phase,
           guint            measure)
{
  int fiscal_start = (int) spz_programme_get_info (self->programme)->fiscal_start;

  spz_timeline_plan_builder_add_bar (self->builder, &(SpzTimelineBar) {
    .id = phase->phase,
    .title = phase->title,
    .short_label = "",
    .measure = measure,
    .kind = find_kind (self, phase),
    .start = phase->start,
    .end = MAX (phase->start, phase->end),
    .precision = self->guess ? spz_plan_guess_precision (phase->start, phase->end, fiscal_start)
                             : (SpzPrecision) phase->precision,
    .certainty = phase->certainty,
  });
  g_hash_table_add (self->placed, phase);
}

static void
add_milestone (Version             *self,
               SpzVersionMilestone *milestone,
               guint                measure)
{
  SpzPrecision precision = milestone->precision;
  gboolean is_period = spz_period_parse (milestone->wording, NULL, NULL, &precision);
  g_autofree char *date = precision == SPZ_PRECISION_DAY ? spz_date_format (milestone->date, SPZ_DATE_STYLE_SHORT)
                                                         : spz_date_format_precision (milestone->date, precision);

  spz_timeline_plan_builder_add_milestone (self->builder, &(SpzTimelineMilestone) {
    .id = milestone->milestone,
    .title = milestone->title,
    .when = is_period || *milestone->wording == '\0' ? date : milestone->wording,
    .measure = measure,
    .date = milestone->date,
    .precision = precision,
    .certainty = milestone->certainty,
    .kind = milestone->kind,
  });
  g_hash_table_add (self->placed, milestone);
}

/* What of the version was part of a measure, by its number and its title. The
 * group is begun with the first measure that has anything.
 * Returns: whether anything was */
static gboolean
add_measure (Version    *self,
             gint64      id,
             const char *title,
             const char *group,
             gint64      group_id,
             gboolean    begun)
{
  guint measure = SPZ_TIMELINE_NONE;

  for (guint i = 0; i < spz_record_list_get_size (self->phases); i++)
    {
      SpzVersionPhase *phase = spz_record_list_get (self->phases, i);

      if (!may_see (self, phase) || g_hash_table_contains (self->placed, phase) ||
          !is_part_of (phase->measure, phase->measure_title, id, title))
        continue;

      if (measure == SPZ_TIMELINE_NONE)
        {
          if (!begun)
            spz_timeline_plan_builder_add_group (self->builder, group_id, group);
          /* As it was called then */
          measure = spz_timeline_plan_builder_add_measure (self->builder, id, phase->measure_title, NULL);
        }
      add_phase (self, phase, measure);
    }

  for (guint i = 0; measure != SPZ_TIMELINE_NONE && i < spz_record_list_get_size (self->milestones); i++)
    {
      SpzVersionMilestone *milestone = spz_record_list_get (self->milestones, i);

      if (may_see (self, milestone) && *milestone->measure_title != '\0' &&
          is_part_of (milestone->measure, milestone->measure_title, id, title))
        add_milestone (self, milestone, measure);
    }

  return begun || measure != SPZ_TIMELINE_NONE;
}

static void
add_group (Version    *self,
           gint64      field,
           const char *title)
{
  SpzRecordList *measures = spz_programme_get_children (self->programme, SPZ_TYPE_MEASURE, "action_field", field);
  gboolean begun = FALSE;

  for (guint i = 0; i < spz_record_list_get_size (measures); i++)
    {
      SpzMeasure *measure = spz_record_list_get (measures, i);

      begun = add_measure (self, spz_record_get_id (SPZ_RECORD (measure)), measure->title, title, field, begun);
    }
}

/* Of measures that are gone, and of none */
static void
add_rest (Version *self)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < spz_record_list_get_size (self->phases); i++)
    {
      SpzVersionPhase *phase = spz_record_list_get (self->phases, i);

      if (may_see (self, phase) && !g_hash_table_contains (self->placed, phase))
        /* Translators: heads measures of a version of the plan that are gone now */
        begun = add_measure (self, 0, phase->measure_title, _("Since dropped"), -1, begun);
    }

  for (guint i = 0; i < spz_record_list_get_size (self->milestones); i++)
    {
      SpzVersionMilestone *milestone = spz_record_list_get (self->milestones, i);

      if (may_see (self, milestone) && !g_hash_table_contains (self->placed, milestone))
        add_milestone (self, milestone, SPZ_TIMELINE_NONE);
    }
}

/**
 * spz_timeline_plan_new_of_version:
 * @programme: a programme
 * @version: a version of its plan
 * @audience: whom the plan is for
 *
 * Takes the plan as it was kept. Measures stand where they stand now, under the
 * title they had; those that are gone come last. What a version doesn't keep,
 * progress and footnotes, isn't in it.
 *
 * Returns: (transfer full): the plan
 */
SpzTimelinePlan *
spz_timeline_plan_new_of_version (SpzProgramme   *programme,
                                  SpzPlanVersion *version,
                                  SpzAudience     audience)
{
  g_autoptr (SpzTimelinePlanBuilder) builder = spz_timeline_plan_builder_new ();
  g_autoptr (GHashTable) kinds = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) placed = g_hash_table_new (NULL, NULL);
  g_autofree char *title = NULL;
  SpzRecordList *fields;
  SpzProgrammeInfo *info;
  gint64 id;
  Version self;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (SPZ_IS_PLAN_VERSION (version), NULL);

  id = spz_record_get_id (SPZ_RECORD (version));
  info = spz_programme_get_info (programme);
  fields = spz_programme_get_list (programme, SPZ_TYPE_ACTION_FIELD);
  title = spz_plan_version_describe (version);
  self = (Version) {
    .programme = programme,
    .audience = audience,
    .builder = builder,
    .phases = spz_programme_get_children (programme, SPZ_TYPE_VERSION_PHASE, "plan_version", id),
    .milestones = spz_programme_get_children (programme, SPZ_TYPE_VERSION_MILESTONE, "plan_version", id),
    .kinds = kinds,
    .placed = placed,
    .guess = !spz_plan_version_is_complete (version),
  };

  spz_timeline_plan_builder_set_texts (builder, title, NULL);
  spz_timeline_plan_builder_set_years (builder, info->first_year, info->last_year, info->fiscal_start);
  spz_timeline_plan_builder_set_reference (builder, version->date);
  add_kinds (&self);
  add_group (&self, 0, _("Across all fields"));
  for (guint i = 0; i < spz_record_list_get_size (fields); i++)
    {
      SpzActionField *field = spz_record_list_get (fields, i);

      add_group (&self, spz_record_get_id (SPZ_RECORD (field)), field->title);
    }
  add_rest (&self);

  return spz_timeline_plan_builder_end (builder);
}
