/* spz-plan-snapshot.c: a plan as it stands, or as it was frozen
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-plan-snapshot-private.h"

#include <stdlib.h>
#include <string.h>

#include "spz-audience.h"
#include "spz-plan-versions.h"
#include "spz-plan.h"

/* What the digest of each form begins with */
static const char *const prefixes[] = { "", "2:", "3:" };

struct _SpzPlanSnapshot
{
  GArray       *measures;   /* SpzPlanMeasure */
  GArray       *phases;     /* SpzPlanPhase */
  GArray       *milestones; /* SpzPlanMilestone */
  GStringChunk *texts;
  SpzPlanForm   form;
};

static SpzPlanSnapshot *
snapshot_new (void)
{
  SpzPlanSnapshot *self = g_new0 (SpzPlanSnapshot, 1);

  self->measures = g_array_new (FALSE, TRUE, sizeof (SpzPlanMeasure));
  self->phases = g_array_new (FALSE, TRUE, sizeof (SpzPlanPhase));
  self->milestones = g_array_new (FALSE, TRUE, sizeof (SpzPlanMilestone));
  self->texts = g_string_chunk_new (4096);

  return self;
}

static const char *
keep (SpzPlanSnapshot *self,
      const char      *text)
{
  return g_string_chunk_insert_const (self->texts, text != NULL ? text : "");
}

/* Both structures start with the id. */
static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

/* Measures without an action field come first, then field by field. */
static GHashTable *
add_measures (SpzPlanSnapshot *self,
              SpzProgramme    *programme)
{
  SpzRecordList *fields = spz_programme_get_list (programme, SPZ_TYPE_ACTION_FIELD);
  GHashTable *rows = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i <= spz_record_list_get_size (fields); i++)
    {
      gint64 field = i > 0 ? spz_record_get_id (spz_record_list_get (fields, i - 1)) : 0;
      SpzRecordList *measures = spz_programme_get_children (programme, SPZ_TYPE_MEASURE,
                                                            "action_field", field);

      for (guint j = 0; j < spz_record_list_get_size (measures); j++)
        {
          SpzMeasure *measure = spz_record_list_get (measures, j);
          SpzPlanMeasure entry = {
            .id = spz_record_get_id (SPZ_RECORD (measure)),
            .title = keep (self, measure->title),
            .row = self->measures->len,
          };

          g_hash_table_insert (rows, measure, GUINT_TO_POINTER (entry.row));
          g_array_append_val (self->measures, entry);
        }
    }

  return rows;
}

/* As files write it; spz_period_parse() reads it. */
static char *
format_period (SpzDate      date,
               SpzPrecision precision)
{
  g_autofree char *iso = spz_date_to_iso (date);
  int year, month, week;

  spz_date_get (date, &year, &month, NULL);
  switch (precision)
    {
    case SPZ_PRECISION_WEEK:
      week = spz_date_get_iso_week (date, &year);
      return g_strdup_printf ("%04d-W%02d", year, week);

    case SPZ_PRECISION_MONTH:
      return g_strndup (iso, strlen ("2021-07"));

    case SPZ_PRECISION_QUARTER:
      return g_strdup_printf ("%04d-Q%d", year, (month + 2) / 3);

    case SPZ_PRECISION_HALF:
      return g_strdup_printf ("%04d-H%d", year, (month + 5) / 6);

    case SPZ_PRECISION_YEAR:
      return g_strdup_printf ("%04d", year);

    case SPZ_PRECISION_DAY:
    default:
      return g_strdup ("");
    }
}

static void
add_phases (SpzPlanSnapshot *self,
            SpzProgramme    *programme,
            GHashTable      *rows)
{
  SpzRecordList *phases = spz_programme_get_list (programme, SPZ_TYPE_PHASE);

  for (guint i = 0; i < spz_record_list_get_size (phases); i++)
    {
      SpzPhase *phase = spz_record_list_get (phases, i);
      SpzMeasure *measure = spz_programme_lookup (programme, SPZ_TYPE_MEASURE, phase->measure);
      SpzPhaseKind *kind = spz_programme_lookup (programme, SPZ_TYPE_PHASE_KIND, phase->kind);
      SpzPlanPhase entry = {
        .id = spz_record_get_id (SPZ_RECORD (phase)),
        .title = keep (self, phase->title),
        .measure_title = keep (self, measure->title),
        .start = phase->start,
        .end = phase->end,
        .certainty = phase->certainty,
        .audience = spz_record_get_audience (programme, phase),
        .measure = phase->measure,
        .row = GPOINTER_TO_UINT (g_hash_table_lookup (rows, measure)),
        .precision = phase->precision,
        .kind = keep (self, kind != NULL ? kind->title : ""),
      };

      entry.kept_audience = entry.audience;
      g_array_append_val (self->phases, entry);
    }
}

static void
add_milestones (SpzPlanSnapshot *self,
                SpzProgramme    *programme,
                GHashTable      *rows)
{
  SpzRecordList *milestones = spz_programme_get_list (programme, SPZ_TYPE_MILESTONE);

  for (guint i = 0; i < spz_record_list_get_size (milestones); i++)
    {
      SpzMilestone *milestone = spz_record_list_get (milestones, i);
      SpzMeasure *measure = spz_programme_lookup (programme, SPZ_TYPE_MEASURE, milestone->measure);
      g_autofree char *period = format_period (milestone->date, milestone->precision);
      SpzPlanMilestone entry = {
        .id = spz_record_get_id (SPZ_RECORD (milestone)),
        .title = keep (self, milestone->title),
        .date = milestone->date,
        .wording = keep (self, *milestone->wording != '\0' ? milestone->wording : period),
        .audience = spz_record_get_audience (programme, milestone),
        .measure = measure != NULL ? milestone->measure : 0,
        .measure_title = keep (self, measure != NULL ? measure->title : ""),
        .row = measure != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (rows, measure)) : SPZ_PLAN_NO_ROW,
        .precision = milestone->precision,
        .certainty = milestone->certainty,
        .kind = milestone->kind,
      };

      entry.kept_audience = entry.audience;
      g_array_append_val (self->milestones, entry);
    }
}

/**
 * spz_plan_snapshot_new:
 * @programme: a programme
 *
 * Returns: (transfer full): its plan as it stands
 */
SpzPlanSnapshot *
spz_plan_snapshot_new (SpzProgramme *programme)
{
  SpzPlanSnapshot *self = snapshot_new ();
  g_autoptr (GHashTable) rows = add_measures (self, programme);

  self->form = SPZ_PLAN_FORM_KINDS;
  add_phases (self, programme, rows);
  add_milestones (self, programme, rows);
  g_array_sort (self->phases, compare_ids);
  g_array_sort (self->milestones, compare_ids);

  return self;
}

/**
 * spz_plan_snapshot_new_from_version:
 * @programme: a programme
 * @version: a version of its plan
 *
 * Returns: (transfer full): the plan as it was frozen
 */
SpzPlanSnapshot *
spz_plan_snapshot_new_from_version (SpzProgramme   *programme,
                                    SpzPlanVersion *version)
{
  SpzPlanSnapshot *self = snapshot_new ();
  gint64 id = spz_record_get_id (SPZ_RECORD (version));
  int fiscal_start = (int) spz_programme_get_info (programme)->fiscal_start;
  SpzRecordList *phases = spz_programme_get_children (programme, SPZ_TYPE_VERSION_PHASE,
                                                      "plan_version", id);
  SpzRecordList *milestones = spz_programme_get_children (programme, SPZ_TYPE_VERSION_MILESTONE,
                                                          "plan_version", id);

  self->form = spz_plan_form_of_digest (version->digest);

  for (guint i = 0; i < spz_record_list_get_size (phases); i++)
    {
      SpzVersionPhase *phase = spz_record_list_get (phases, i);
      SpzPlanPhase entry = {
        .id = phase->phase,
        .title = keep (self, phase->title),
        .measure_title = keep (self, phase->measure_title),
        .start = phase->start,
        .end = phase->end,
        .certainty = phase->certainty,
        .audience = spz_record_get_audience (programme, phase),
        .kept_audience = phase->audience,
        .measure = phase->measure,
        .row = SPZ_PLAN_NO_ROW,
        .precision = self->form >= SPZ_PLAN_FORM_DETAILS
                     ? (SpzPrecision) phase->precision
                     : spz_plan_guess_precision (phase->start, phase->end, fiscal_start),
        .kind = keep (self, phase->kind),
      };

      g_array_append_val (self->phases, entry);
    }

  for (guint i = 0; i < spz_record_list_get_size (milestones); i++)
    {
      SpzVersionMilestone *milestone = spz_record_list_get (milestones, i);
      SpzPlanMilestone entry = {
        .id = milestone->milestone,
        .title = keep (self, milestone->title),
        .date = milestone->date,
        .wording = keep (self, milestone->wording),
        .audience = spz_record_get_audience (programme, milestone),
        .kept_audience = milestone->audience,
        .measure = milestone->measure,
        .measure_title = keep (self, milestone->measure_title),
        .row = SPZ_PLAN_NO_ROW,
        .precision = milestone->precision,
        .certainty = milestone->certainty,
        .kind = milestone->kind,
      };

      g_array_append_val (self->milestones, entry);
    }

  g_array_sort (self->phases, compare_ids);
  g_array_sort (self->milestones, compare_ids);

  return self;
}

/**
 * spz_plan_snapshot_free:
 * @self: a snapshot
 *
 * Frees it, and the texts of what is in it.
 */
void
spz_plan_snapshot_free (SpzPlanSnapshot *self)
{
  g_array_unref (self->measures);
  g_array_unref (self->phases);
  g_array_unref (self->milestones);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * spz_plan_snapshot_get_form:
 * @self: a snapshot
 *
 * Returns: how much it holds: of the present plan, all there is
 */
SpzPlanForm
spz_plan_snapshot_get_form (SpzPlanSnapshot *self)
{
  return self->form;
}

/**
 * spz_plan_snapshot_get_measures:
 * @self: a snapshot
 * @n_measures: (out): how many
 *
 * Returns: (array length=n_measures) (transfer none): of the present plan, its
 *   measures in reading order; of a version, none
 */
const SpzPlanMeasure *
spz_plan_snapshot_get_measures (SpzPlanSnapshot *self,
                                guint           *n_measures)
{
  *n_measures = self->measures->len;
  return (const SpzPlanMeasure *) (gpointer) self->measures->data;
}

/**
 * spz_plan_snapshot_get_phases:
 * @self: a snapshot
 * @n_phases: (out): how many
 *
 * Returns: (array length=n_phases) (transfer none): its phases, by id
 */
const SpzPlanPhase *
spz_plan_snapshot_get_phases (SpzPlanSnapshot *self,
                              guint           *n_phases)
{
  *n_phases = self->phases->len;
  return (const SpzPlanPhase *) (gpointer) self->phases->data;
}

/**
 * spz_plan_snapshot_get_milestones:
 * @self: a snapshot
 * @n_milestones: (out): how many
 *
 * Returns: (array length=n_milestones) (transfer none): its milestones, by id
 */
const SpzPlanMilestone *
spz_plan_snapshot_get_milestones (SpzPlanSnapshot *self,
                                  guint           *n_milestones)
{
  *n_milestones = self->milestones->len;
  return (const SpzPlanMilestone *) (gpointer) self->milestones->data;
}

/**
 * spz_plan_snapshot_find_phase:
 * @self: a snapshot
 * @id: a phase's id
 *
 * Returns: (transfer none) (nullable): that phase
 */
const SpzPlanPhase *
spz_plan_snapshot_find_phase (SpzPlanSnapshot *self,
                              gint64           id)
{
  return self->phases->len == 0 ? NULL
    : bsearch (&id, self->phases->data, self->phases->len, sizeof (SpzPlanPhase), compare_ids);
}

/**
 * spz_plan_snapshot_find_milestone:
 * @self: a snapshot
 * @id: a milestone's id
 *
 * Returns: (transfer none) (nullable): that milestone
 */
const SpzPlanMilestone *
spz_plan_snapshot_find_milestone (SpzPlanSnapshot *self,
                                  gint64           id)
{
  return self->milestones->len == 0 ? NULL
    : bsearch (&id, self->milestones->data, self->milestones->len, sizeof (SpzPlanMilestone), compare_ids);
}

/* Each with its length, so that no two plans make the same bytes */
static void
add_text (GChecksum  *checksum,
          const char *text)
{
  g_autofree char *length = g_strdup_printf ("%" G_GSIZE_FORMAT ":", strlen (text));

  g_checksum_update (checksum, (const guchar *) length, -1);
  g_checksum_update (checksum, (const guchar *) text, -1);
}

static void
add_numbers (GChecksum *checksum,
             gint64     id,
             SpzDate    start,
             SpzDate    end,
             int        certainty,
             int        audience)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT " %d %d %d %d;", id, start, end, certainty, audience);

  g_checksum_update (checksum, (const guchar *) text, -1);
}

static void
add_details (GChecksum *checksum,
             gint64     measure,
             int        precision,
             int        kind)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT " %d %d;", measure, precision, kind);

  g_checksum_update (checksum, (const guchar *) text, -1);
}

/**
 * spz_plan_snapshot_dup_digest:
 * @self: a snapshot
 * @form: how much the version keeps it is for; no more than @self holds
 *
 * Returns: (transfer full): the SHA-256 of what a version of @form keeps of a
 *   plan, in hexadecimal digits, after a mark of the form; of a plan and of its
 *   frozen copy it is the same
 */
char *
spz_plan_snapshot_dup_digest (SpzPlanSnapshot *self,
                              SpzPlanForm      form)
{
  gboolean detailed = form >= SPZ_PLAN_FORM_DETAILS;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < self->phases->len; i++)
    {
      const SpzPlanPhase *phase = &g_array_index (self->phases, SpzPlanPhase, i);

      add_numbers (checksum, phase->id, phase->start, phase->end, phase->certainty, phase->kept_audience);
      add_text (checksum, phase->measure_title);
      add_text (checksum, phase->title);
      if (detailed)
        add_details (checksum, phase->measure, phase->precision, 0);
      if (form >= SPZ_PLAN_FORM_KINDS)
        add_text (checksum, phase->kind);
    }

  add_text (checksum, "milestones");
  for (guint i = 0; i < self->milestones->len; i++)
    {
      const SpzPlanMilestone *milestone = &g_array_index (self->milestones, SpzPlanMilestone, i);

      add_numbers (checksum, milestone->id, milestone->date, milestone->date,
                   detailed ? (int) milestone->certainty : 0, milestone->kept_audience);
      add_text (checksum, milestone->title);
      add_text (checksum, milestone->wording);
      if (detailed)
        {
          add_text (checksum, milestone->measure_title);
          add_details (checksum, milestone->measure, milestone->precision, milestone->kind);
        }
    }

  return g_strconcat (prefixes[form], g_checksum_get_string (checksum), NULL);
}

/**
 * spz_plan_form_of_digest:
 * @digest: the digest of a version
 *
 * Returns: how much that version keeps
 */
SpzPlanForm
spz_plan_form_of_digest (const char *digest)
{
  for (guint form = SPZ_PLAN_FORM_KINDS; form > SPZ_PLAN_FORM_DATES; form--)
    if (g_str_has_prefix (digest, prefixes[form]))
      return form;

  return SPZ_PLAN_FORM_DATES;
}
