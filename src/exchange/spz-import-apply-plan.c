/* spz-import-apply-plan.c: measures, phases and milestones into a programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-apply-private.h"

#include "spz-phase-kinds.h"

/* Kinds */

/* A programme without kinds gets the usual ones with its first phases. */
static gboolean
need_kinds (SpzApply  *self,
            GError   **error)
{
  SpzRecordList *kinds = spz_programme_get_list (self->programme, SPZ_TYPE_PHASE_KIND);

  if (spz_record_list_get_size (kinds) > 0)
    return TRUE;

  for (guint i = 0; i < SPZ_N_USUAL_KINDS; i++)
    {
      const SpzUsualKind *kind = spz_usual_kind_get (i);
      gint64 id = spz_programme_add (self->programme, SPZ_TYPE_PHASE_KIND, error,
                                     "title", kind->title,
                                     "short-label", kind->short_label,
                                     "colour", kind->colour,
                                     "hatch", kind->hatch,
                                     NULL);

      if (id == 0)
        return FALSE;
      spz_apply_remember (self, SPZ_TYPE_PHASE_KIND, kind->title, id);
    }

  return TRUE;
}

/* Years */

/* Makes the plan's years hold all its phases. */
static gboolean
widen_years (SpzApply  *self,
             GError   **error)
{
  SpzProgrammeInfo *info = spz_programme_get_info (self->programme);
  gint64 first = info->first_year;
  gint64 last = info->last_year;

  for (guint i = 0; i < self->import->phases->len; i++)
    {
      const SpzImportPhase *phase = g_ptr_array_index (self->import->phases, i);
      int start, end;

      if (phase->start == SPZ_DATE_NONE)
        continue;
      spz_date_get (phase->start, &start, NULL, NULL);
      spz_date_get (phase->end, &end, NULL, NULL);
      first = first == 0 ? start : MIN (first, start);
      last = MAX (last, end);
    }

  if (first == info->first_year && last == info->last_year)
    return TRUE;

  return spz_programme_set (self->programme, info, error, "first-year", first, "last-year", last, NULL);
}

/* Milestones */

static gboolean
update_milestone (SpzApply                  *self,
                  SpzMilestone              *old,
                  const SpzImportMilestone  *milestone,
                  gint64                     measure,
                  GError                   **error)
{
  const char *note = *milestone->note != '\0' ? milestone->note : old->note;
  const char *uid = spz_apply_choose_uid (self, old, old->uid, milestone->uid);
  /* Many sources have no words for a date that stays as it was */
  gboolean same_date = old->date == milestone->date &&
                       (*milestone->wording == '\0' || g_str_equal (old->wording, milestone->wording));

  if (same_date &&
      spz_apply_same_title (old->title, milestone->title) && (measure == 0 || old->measure == measure) &&
      g_str_equal (old->note, note) && g_str_equal (old->uid, uid))
    return TRUE;

  self->updated[SPZ_APPLY_MILESTONES]++;

  return spz_programme_set (self->programme, old, error,
                            "measure", measure != 0 ? measure : old->measure,
                            "title", milestone->title,
                            "date", milestone->date,
                            "precision", same_date ? (SpzPrecision) old->precision : milestone->precision,
                            "certainty", same_date ? (SpzCertainty) old->certainty : milestone->certainty,
                            "wording", same_date ? old->wording : milestone->wording,
                            "note", note,
                            "uid", uid,
                            NULL);
}

/* The one of its identifier, or the first of its title that no other milestone
 * of the source is, or that was in the programme under another identifier */
static SpzMilestone *
find_milestone (SpzApply                 *self,
                const SpzImportMilestone *milestone)
{
  SpzMilestone *known = spz_apply_find_uid (self, SPZ_TYPE_MILESTONE, milestone->uid);

  if (known == NULL)
    known = spz_apply_find_free (self, SPZ_TYPE_MILESTONE, 0, milestone->title, milestone->uid);
  if (known != NULL)
    spz_apply_claim (self, known);

  return known;
}

static gboolean
apply_milestone (SpzApply                  *self,
                 const SpzImportMilestone  *milestone,
                 GError                   **error)
{
  SpzMilestone *old = find_milestone (self, milestone);
  gint64 measure = 0;

  if (*milestone->measure != '\0')
    {
      measure = spz_apply_need_measure (self, milestone->measure, milestone->measure_uid, milestone->field, error);
      if (measure == 0)
        return FALSE;
    }

  if (old != NULL)
    return update_milestone (self, old, milestone, measure, error);

  if (spz_programme_add (self->programme, SPZ_TYPE_MILESTONE, error,
                         "measure", measure,
                         "title", milestone->title,
                         "date", milestone->date,
                         "precision", milestone->precision,
                         "certainty", milestone->certainty,
                         "wording", milestone->wording,
                         "kind", milestone->kind,
                         "note", milestone->note,
                         "uid", milestone->uid,
                         NULL) == 0)
    return FALSE;
  self->added[SPZ_APPLY_MILESTONES]++;

  return TRUE;
}

/* Footnotes */

/* A footnote belongs to the measure that has a phase whose title ends with an
 * asterisk, if there is one of each. */
static SpzMeasure *
find_starred (SpzApply *self)
{
  SpzRecordList *phases = spz_programme_get_list (self->programme, SPZ_TYPE_PHASE);
  SpzMeasure *measure = NULL;

  for (guint i = 0; i < spz_record_list_get_size (phases); i++)
    {
      SpzPhase *phase = spz_record_list_get (phases, i);

      if (!g_str_has_suffix (phase->title, "*"))
        continue;
      if (measure != NULL)
        return NULL;
      measure = spz_programme_lookup (self->programme, SPZ_TYPE_MEASURE, phase->measure);
    }

  return measure;
}

static gboolean
apply_footnotes (SpzApply   *self,
                 GPtrArray  *unplaced,
                 GError    **error)
{
  SpzMeasure *measure = self->import->footnotes->len == 1 ? find_starred (self) : NULL;

  if (measure == NULL)
    {
      for (guint i = 0; i < self->import->footnotes->len; i++)
        g_ptr_array_add (unplaced, g_ptr_array_index (self->import->footnotes, i));
      return TRUE;
    }

  return *measure->footnote != '\0' ||
         spz_programme_set (self->programme, measure, error,
                            "footnote", g_ptr_array_index (self->import->footnotes, 0), NULL);
}

/**
 * spz_apply_plan:
 * @self: a step under way
 * @unplaced: (element-type utf8): gets what has no place in the plan
 * @error: return location for an #SPZ_ERROR
 *
 * Adds or updates measures, phases and milestones.
 *
 * Returns: whether that worked
 */
gboolean
spz_apply_plan (SpzApply   *self,
                GPtrArray  *unplaced,
                GError    **error)
{
  if (self->import->phases->len > 0 && !need_kinds (self, error))
    return FALSE;

  if (!spz_apply_phases (self, error))
    return FALSE;

  for (guint i = 0; i < self->import->milestones->len; i++)
    if (!apply_milestone (self, g_ptr_array_index (self->import->milestones, i), error) || !spz_apply_step (self, error))
      return FALSE;

  return widen_years (self, error) && apply_footnotes (self, unplaced, error);
}
