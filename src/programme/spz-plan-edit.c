/* spz-plan-edit.c: what can be done to a plan, in named steps
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-plan-edit.h"

#include <glib/gi18n-lib.h>

#include "spz-inline.h"
#include "spz-text.h"

/* How much of a title the undo menu shows */
#define TITLE_LENGTH 40

static char *
get_label (const SpzPlanEdit *edits,
           guint              n_edits,
           SpzPlanGrip        grip)
{
  g_autofree char *plain = NULL;
  g_autofree char *title = NULL;

  if (n_edits > 1)
    return g_strdup_printf (ngettext ("Move %u entry", "Move %u entries", n_edits), n_edits);

  plain = spz_inline_to_plain (spz_record_get_title (edits[0].record));
  title = spz_text_ellipsize (plain, TITLE_LENGTH);

  switch (grip)
    {
    case SPZ_PLAN_GRIP_START:
      return g_strdup_printf (_("Move start of “%s”"), title);

    case SPZ_PLAN_GRIP_END:
      return g_strdup_printf (_("Move end of “%s”"), title);

    case SPZ_PLAN_GRIP_WHOLE:
    default:
      return g_strdup_printf (_("Move “%s”"), title);
    }
}

static gboolean
apply_one (SpzProgramme       *programme,
           const SpzPlanEdit  *edit,
           GError            **error)
{
  if (SPZ_IS_PHASE (edit->record))
    return spz_programme_set (programme, edit->record, error,
                              "start", edit->span.start,
                              "end", edit->span.end,
                              "precision", edit->span.precision,
                              "measure", edit->measure,
                              NULL);

  /* Words that were said for another date are not true any more */
  return spz_programme_set (programme, edit->record, error,
                            "date", edit->span.start,
                            "precision", edit->span.precision,
                            "wording", "",
                            NULL);
}

/**
 * spz_plan_move:
 * @programme: a programme
 * @edits: (array length=n_edits): where phases and milestones are to be
 * @n_edits: how many, at least one
 * @grip: by what they were dragged
 * @error: return location for an error of the domain %SPZ_ERROR
 *
 * Moves phases and milestones, in one step.
 *
 * Returns: whether they were moved; if not, none was
 */
gboolean
spz_plan_move (SpzProgramme       *programme,
               const SpzPlanEdit  *edits,
               guint               n_edits,
               SpzPlanGrip         grip,
               GError            **error)
{
  g_autofree char *label = get_label (edits, n_edits, grip);

  if (!spz_programme_begin (programme, label, error))
    return FALSE;

  for (guint i = 0; i < n_edits; i++)
    {
      if (!apply_one (programme, &edits[i], error))
        {
          spz_programme_rollback (programme);
          return FALSE;
        }
    }

  return spz_programme_commit (programme, error);
}

/* A measure takes its phases and milestones with it */
static gboolean
goes_with_its_measure (SpzProgramme *programme,
                       GPtrArray    *records,
                       SpzRecord    *record)
{
  gint64 measure = SPZ_IS_PHASE (record) ? SPZ_PHASE (record)->measure
                   : SPZ_IS_MILESTONE (record) ? SPZ_MILESTONE (record)->measure
                   : 0;

  return measure != 0 &&
         g_ptr_array_find (records, spz_programme_lookup (programme, SPZ_TYPE_MEASURE, measure), NULL);
}

/**
 * spz_plan_remove:
 * @programme: a programme
 * @records: (element-type SpzRecord): measures, phases and milestones
 * @error: return location for an error of the domain %SPZ_ERROR
 *
 * Removes all of @records, in one step.
 *
 * Returns: whether they are gone; if not, none is
 */
gboolean
spz_plan_remove (SpzProgramme  *programme,
                 GPtrArray     *records,
                 GError       **error)
{
  g_autofree char *label = NULL;

  if (records->len == 1)
    return spz_programme_remove (programme, g_ptr_array_index (records, 0), error);

  label = g_strdup_printf (ngettext ("Delete %u entry", "Delete %u entries", records->len),
                           records->len);
  if (!spz_programme_begin (programme, label, error))
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      SpzRecord *record = g_ptr_array_index (records, i);

      if (!goes_with_its_measure (programme, records, record) &&
          !spz_programme_remove (programme, record, error))
        {
          spz_programme_rollback (programme);
          return FALSE;
        }
    }

  return spz_programme_commit (programme, error);
}

/**
 * spz_plan_add_phase:
 * @programme: a programme
 * @measure: the id of the measure it is a part of
 * @span: when it is
 * @error: return location for an error of the domain %SPZ_ERROR
 *
 * Adds a phase.
 *
 * Returns: its id, 0 on an error
 */
gint64
spz_plan_add_phase (SpzProgramme       *programme,
                    gint64              measure,
                    const SpzPlanSpan  *span,
                    GError            **error)
{
  return spz_programme_add (programme, SPZ_TYPE_PHASE, error,
                            "measure", measure,
                            "title", _("New Phase"),
                            "start", span->start,
                            "end", span->end,
                            "precision", span->precision,
                            "certainty", SPZ_CERTAINTY_PLANNED,
                            NULL);
}

/**
 * spz_plan_add_milestone:
 * @programme: a programme
 * @measure: the id of the measure it belongs to, or 0
 * @date: when it is
 * @error: return location for an error of the domain %SPZ_ERROR
 *
 * Adds a milestone.
 *
 * Returns: its id, 0 on an error
 */
gint64
spz_plan_add_milestone (SpzProgramme  *programme,
                        gint64         measure,
                        SpzDate        date,
                        GError       **error)
{
  return spz_programme_add (programme, SPZ_TYPE_MILESTONE, error,
                            "measure", measure,
                            "title", _("New Milestone"),
                            "date", date,
                            "precision", SPZ_PRECISION_DAY,
                            "certainty", SPZ_CERTAINTY_PLANNED,
                            NULL);
}

/**
 * spz_plan_add_measure:
 * @programme: a programme
 * @action_field: the id of the action field it belongs to, or 0
 * @error: return location for an error of the domain %SPZ_ERROR
 *
 * Adds a measure.
 *
 * Returns: its id, 0 on an error
 */
gint64
spz_plan_add_measure (SpzProgramme  *programme,
                      gint64         action_field,
                      GError       **error)
{
  return spz_programme_add (programme, SPZ_TYPE_MEASURE, error,
                            "action-field", action_field,
                            "title", _("New Measure"),
                            NULL);
}
