/* spz-import-apply-plan.c: measures, phases and milestones into a programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-apply-private.h"

#include "spz-phase-kinds.h"

#include <string.h>

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

static gint64
guess_kind (SpzApply   *self,
            const char *phase_title)
{
  const SpzUsualKind *kind = spz_usual_kind_guess (phase_title);

  return kind != NULL ? spz_apply_find (self, SPZ_TYPE_PHASE_KIND, kind->title) : 0;
}

/* Measures and phases */

static gint64
need_measure (SpzApply    *self,
              const char  *title,
              GError     **error)
{
  gint64 id = spz_apply_find (self, SPZ_TYPE_MEASURE, title);

  if (id != 0)
    return id;

  id = spz_programme_add (self->programme, SPZ_TYPE_MEASURE, error, "title", title, NULL);
  if (id != 0)
    {
      spz_apply_remember (self, SPZ_TYPE_MEASURE, title, id);
      self->added[SPZ_APPLY_MEASURES]++;
    }

  return id;
}

/* A measure may have phases of the same title: the nth of them in the source
 * is the nth in the programme. */
static SpzPhase *
find_phase (SpzApply   *self,
            gint64      measure,
            const char *title,
            guint       nth)
{
  SpzRecordList *phases = spz_programme_get_children (self->programme, SPZ_TYPE_PHASE,
                                                      "measure", measure);

  for (guint i = 0; i < spz_record_list_get_size (phases); i++)
    {
      SpzPhase *phase = spz_record_list_get (phases, i);

      if (spz_apply_same_title (phase->title, title) && nth-- == 0)
        return phase;
    }

  return NULL;
}

/* How many phases of the same title and measure came before this one; counts it */
static guint
count_phase (GHashTable           *counts,
             const SpzImportPhase *phase)
{
  g_autofree char *measure = spz_apply_fold_title (phase->measure);
  g_autofree char *title = spz_apply_fold_title (phase->title);
  g_autofree char *key = g_strconcat (measure, "\n", title, NULL);
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

  g_hash_table_insert (counts, g_steal_pointer (&key), GUINT_TO_POINTER (before + 1));

  return before;
}

static gboolean
update_phase (SpzApply              *self,
              SpzPhase              *old,
              const SpzImportPhase  *phase,
              GError               **error)
{
  if (old->start == phase->start && old->end == phase->end)
    return TRUE;

  self->updated[SPZ_APPLY_PHASES]++;

  return spz_programme_set (self->programme, old, error,
                            "start", phase->start,
                            "end", phase->end,
                            "precision", phase->precision,
                            NULL);
}

static gboolean
apply_phase (SpzApply              *self,
             const SpzImportPhase  *phase,
             GHashTable            *counts,
             GError               **error)
{
  gint64 measure = need_measure (self, phase->measure, error);
  guint n_before = count_phase (counts, phase);
  SpzPhase *old;

  if (measure == 0)
    return FALSE;
  if (phase->start == SPZ_DATE_NONE)
    return TRUE;

  old = find_phase (self, measure, phase->title, n_before);
  if (old != NULL)
    return update_phase (self, old, phase, error);

  if (spz_programme_add (self->programme, SPZ_TYPE_PHASE, error,
                         "measure", measure,
                         "title", phase->title,
                         "kind", guess_kind (self, phase->title),
                         "start", phase->start,
                         "end", phase->end,
                         "precision", phase->precision,
                         "certainty", phase->certainty,
                         NULL) == 0)
    return FALSE;
  self->added[SPZ_APPLY_PHASES]++;

  return TRUE;
}

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
  if (old->date == milestone->date && g_str_equal (old->wording, milestone->wording) &&
      spz_apply_same_title (old->title, milestone->title) && (measure == 0 || old->measure == measure))
    return TRUE;

  self->updated[SPZ_APPLY_MILESTONES]++;

  return spz_programme_set (self->programme, old, error,
                            "measure", measure != 0 ? measure : old->measure,
                            "title", milestone->title,
                            "date", milestone->date,
                            "precision", milestone->precision,
                            "certainty", milestone->certainty,
                            "wording", milestone->wording,
                            NULL);
}

static gboolean
apply_milestone (SpzApply                  *self,
                 const SpzImportMilestone  *milestone,
                 GError                   **error)
{
  SpzMilestone *known = spz_apply_find_uid (self, SPZ_TYPE_MILESTONE, milestone->uid);
  gint64 id = known != NULL ? spz_record_get_id (SPZ_RECORD (known))
                            : spz_apply_find (self, SPZ_TYPE_MILESTONE, milestone->title);
  SpzMilestone *old = id != 0 ? spz_programme_lookup (self->programme, SPZ_TYPE_MILESTONE, id) : NULL;
  gint64 measure = 0;

  if (*milestone->measure != '\0')
    {
      measure = need_measure (self, milestone->measure, error);
      if (measure == 0)
        return FALSE;
    }

  if (old != NULL)
    return update_milestone (self, old, milestone, measure, error);

  id = spz_programme_add (self->programme, SPZ_TYPE_MILESTONE, error,
                          "measure", measure,
                          "title", milestone->title,
                          "date", milestone->date,
                          "precision", milestone->precision,
                          "certainty", milestone->certainty,
                          "wording", milestone->wording,
                          "kind", milestone->kind,
                          "uid", milestone->uid,
                          NULL);
  if (id == 0)
    return FALSE;
  spz_apply_remember (self, SPZ_TYPE_MILESTONE, milestone->title, id);
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
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (self->import->phases->len > 0 && !need_kinds (self, error))
    return FALSE;

  for (guint i = 0; i < self->import->phases->len; i++)
    if (!apply_phase (self, g_ptr_array_index (self->import->phases, i), counts, error))
      return FALSE;

  for (guint i = 0; i < self->import->milestones->len; i++)
    if (!apply_milestone (self, g_ptr_array_index (self->import->milestones, i), error))
      return FALSE;

  return widen_years (self, error) && apply_footnotes (self, unplaced, error);
}
