/* spz-plan-edit.c: what can be done to a plan, in named steps
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-plan-edit.h"

#include <glib/gi18n-lib.h>

#include "spz-dependencies.h"
#include "spz-labels.h"

static char *
dup_short_title (SpzRecord *record)
{
  return spz_record_type_describe (G_OBJECT_TYPE (record), spz_record_get_title (record));
}

static char *
get_label (const SpzPlanEdit *edits,
           guint              n_edits,
           SpzPlanGrip        grip)
{
  g_autofree char *title = NULL;

  if (n_edits > 1)
    return g_strdup_printf (ngettext ("%u entry moved", "%u entries moved", n_edits), n_edits);

  title = dup_short_title (edits[0].record);

  switch (grip)
    {
    case SPZ_PLAN_GRIP_START:
      return g_strdup_printf (_("Start of “%s” moved"), title);

    case SPZ_PLAN_GRIP_END:
      return g_strdup_printf (_("End of “%s” moved"), title);

    case SPZ_PLAN_GRIP_WHOLE:
    default:
      return g_strdup_printf (_("“%s” moved"), title);
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

  /* Given to another measure alone, it keeps what was said of its date */
  if (SPZ_MILESTONE (edit->record)->date == edit->span.start)
    return spz_programme_set (programme, edit->record, error, "measure", edit->measure, NULL);

  /* Words that were said for another date are not true any more */
  return spz_programme_set (programme, edit->record, error,
                            "measure", edit->measure,
                            "date", edit->span.start,
                            "precision", edit->span.precision,
                            "wording", "",
                            NULL);
}

static gboolean
apply_all (SpzProgramme       *programme,
           const SpzPlanEdit  *edits,
           guint               n_edits,
           GError            **error)
{
  for (guint i = 0; i < n_edits; i++)
    if (!apply_one (programme, &edits[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
move_all (SpzProgramme       *programme,
          const char         *label,
          const SpzPlanEdit  *edits,
          guint               n_edits,
          GError            **error)
{
  if (!spz_programme_begin (programme, label, error))
    return FALSE;
  if (!apply_all (programme, edits, n_edits, error))
    {
      spz_programme_rollback (programme);
      return FALSE;
    }

  return spz_programme_commit (programme, error);
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

  return move_all (programme, label, edits, n_edits, error);
}

/**
 * spz_plan_move_with_followers:
 * @programme: a programme
 * @edits: (array length=n_edits): where phases and milestones are to be
 * @n_edits: how many, at least one
 * @grip: by what they were dragged
 * @error: return location for an error of the domain %SPZ_ERROR
 *
 * Like spz_plan_move(), and what waits for them gives way in the same step, see
 * spz_plan_push_followers().
 *
 * Returns: whether they were moved; if not, none was
 */
gboolean
spz_plan_move_with_followers (SpzProgramme       *programme,
                              const SpzPlanEdit  *edits,
                              guint               n_edits,
                              SpzPlanGrip         grip,
                              GError            **error)
{
  g_autofree char *label = get_label (edits, n_edits, grip);
  g_autoptr (GArray) all = spz_plan_push_followers (programme, edits, n_edits);

  return move_all (programme, label, (const SpzPlanEdit *) (gpointer) all->data, all->len, error);
}

/* Where @phase is to be when @values are set */
static SpzPlanEdit
read_edit (SpzPhase           *phase,
           const char *const  *properties,
           const GValue       *values)
{
  SpzPlanEdit edit = { SPZ_RECORD (phase), phase->measure, { phase->start, phase->end, phase->precision } };

  for (guint i = 0; properties[i] != NULL; i++)
    {
      if (g_str_equal (properties[i], "start"))
        edit.span.start = g_value_get_int (&values[i]);
      else if (g_str_equal (properties[i], "end"))
        edit.span.end = g_value_get_int (&values[i]);
    }

  return edit;
}

/**
 * spz_plan_set_phase:
 * @programme: a programme
 * @phase: a phase
 * @properties: (array zero-terminated=1): the names of some of its properties
 * @values: (array): the new values, of the properties' types, as many
 * @error: return location for an #SPZ_ERROR
 *
 * Like spz_programme_set_values(), and what waits for @phase gives way in the
 * same step if its dates are among @properties, see spz_plan_push_followers().
 *
 * Returns: (transfer full) (element-type SpzPlanEdit) (nullable): what gave way,
 *   and where it is now; %NULL with @error set if nothing was changed
 */
GArray *
spz_plan_set_phase (SpzProgramme       *programme,
                    SpzPhase           *phase,
                    const char *const  *properties,
                    const GValue       *values,
                    GError            **error)
{
  SpzPlanEdit edit = read_edit (phase, properties, values);
  g_autoptr (GArray) pushed = spz_plan_push_followers (programme, &edit, 1);
  g_autofree char *title = dup_short_title (SPZ_RECORD (phase));
  /* Translators: a step in the undo menu; %s is the title of what was changed */
  g_autofree char *label = g_strdup_printf (_("“%s” changed"), title);

  g_array_remove_index (pushed, 0);
  if (!spz_programme_begin (programme, label, error))
    return NULL;
  if (!spz_programme_set_values (programme, phase, properties, values, error) ||
      !apply_all (programme, (const SpzPlanEdit *) (gpointer) pushed->data, pushed->len, error))
    {
      spz_programme_rollback (programme);
      return NULL;
    }

  return spz_programme_commit (programme, error) ? g_steal_pointer (&pushed) : NULL;
}

static gint64
copy_phase (SpzProgramme       *programme,
            SpzPhase           *phase,
            const SpzPlanEdit  *edit,
            GError            **error)
{
  return spz_programme_add (programme, SPZ_TYPE_PHASE, error,
                            "measure", edit->measure,
                            "title", phase->title,
                            "short-label", phase->short_label,
                            "kind", phase->kind,
                            "start", edit->span.start,
                            "end", edit->span.end,
                            "precision", edit->span.precision,
                            "certainty", phase->certainty,
                            "role", phase->role,
                            "audience", phase->audience,
                            "note", phase->note,
                            NULL);
}

static gint64
copy_milestone (SpzProgramme       *programme,
                SpzMilestone       *milestone,
                const SpzPlanEdit  *edit,
                GError            **error)
{
  return spz_programme_add (programme, SPZ_TYPE_MILESTONE, error,
                            "measure", edit->measure,
                            "title", milestone->title,
                            "date", edit->span.start,
                            "precision", edit->span.precision,
                            "certainty", milestone->certainty,
                            "kind", milestone->kind,
                            "audience", milestone->audience,
                            "note", milestone->note,
                            NULL);
}

/* Where both ends of a dependency are copied, so is the dependency. */
static gboolean
copy_dependencies (SpzProgramme       *programme,
                   const SpzPlanEdit  *edits,
                   guint               n_edits,
                   GArray             *copies,
                   GError            **error)
{
  SpzRecordList *dependencies = spz_programme_get_list (programme, SPZ_TYPE_DEPENDENCY);
  g_autoptr (GHashTable) copy_of = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (n_edits < 2)
    return TRUE;

  for (guint i = 0; i < n_edits; i++)
    if (SPZ_IS_PHASE (edits[i].record))
      {
        gint64 id = spz_record_get_id (edits[i].record);

        g_hash_table_insert (copy_of, g_memdup2 (&id, sizeof id), &g_array_index (copies, gint64, i));
      }

  for (guint i = 0; i < spz_record_list_get_size (dependencies); i++)
    {
      SpzDependency *dependency = spz_record_list_get (dependencies, i);
      const gint64 *predecessor = g_hash_table_lookup (copy_of, &dependency->predecessor);
      const gint64 *successor = g_hash_table_lookup (copy_of, &dependency->successor);

      if (predecessor != NULL && successor != NULL &&
          !spz_programme_add (programme, SPZ_TYPE_DEPENDENCY, error,
                              "predecessor", *predecessor, "successor", *successor, NULL))
        return FALSE;
    }

  return TRUE;
}

static gboolean
copy_all (SpzProgramme       *programme,
          const SpzPlanEdit  *edits,
          guint               n_edits,
          GArray             *copies,
          GError            **error)
{
  for (guint i = 0; i < n_edits; i++)
    {
      const SpzPlanEdit *edit = &edits[i];
      gint64 id = SPZ_IS_PHASE (edit->record)
                  ? copy_phase (programme, SPZ_PHASE (edit->record), edit, error)
                  : copy_milestone (programme, SPZ_MILESTONE (edit->record), edit, error);

      if (id == 0)
        return FALSE;
      g_array_append_val (copies, id);
    }

  return copy_dependencies (programme, edits, n_edits, copies, error);
}

/**
 * spz_plan_copy:
 * @programme: a programme
 * @edits: (array length=n_edits): phases and milestones, and where their copies
 *   are to be
 * @n_edits: how many, at least one
 * @error: return location for an #SPZ_ERROR
 *
 * Copies phases and milestones, in one step, with the dependencies among them.
 * Nothing of a copy is done yet; how a date was worded doesn't hold for another.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the copies' ids, in
 *   the same order, or %NULL with @error set
 */
GArray *
spz_plan_copy (SpzProgramme       *programme,
               const SpzPlanEdit  *edits,
               guint               n_edits,
               GError            **error)
{
  g_autoptr (GArray) copies = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *label = NULL;

  g_return_val_if_fail (n_edits > 0, NULL);

  if (n_edits == 1)
    {
      g_autofree char *title = dup_short_title (edits[0].record);

      /* Translators: a step in the undo menu; %s is the title of what was copied */
      label = g_strdup_printf (_("“%s” copied"), title);
    }
  else
    {
      /* Translators: a step in the undo menu; phases and milestones */
      label = g_strdup_printf (ngettext ("%u entry copied", "%u entries copied", n_edits), n_edits);
    }

  if (!spz_programme_begin (programme, label, error))
    return NULL;
  if (!copy_all (programme, edits, n_edits, copies, error))
    {
      spz_programme_rollback (programme);
      return NULL;
    }

  return spz_programme_commit (programme, error) ? g_steal_pointer (&copies) : NULL;
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

  label = g_strdup_printf (ngettext ("%u entry deleted", "%u entries deleted", records->len),
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
 * spz_plan_add_phase_of_kind:
 * @programme: a programme
 * @measure: the measure it is a part of
 * @kind: (nullable): of what kind it is
 * @span: when it is
 * @error: return location for an error of the domain %SPZ_ERROR
 *
 * Adds a phase that is called as its kind is, for the audience its measure is for.
 *
 * Returns: its id, 0 on an error
 */
gint64
spz_plan_add_phase_of_kind (SpzProgramme       *programme,
                            SpzMeasure         *measure,
                            SpzPhaseKind       *kind,
                            const SpzPlanSpan  *span,
                            GError            **error)
{
  return spz_programme_add (programme, SPZ_TYPE_PHASE, error,
                            "measure", spz_record_get_id (SPZ_RECORD (measure)),
                            "title", kind != NULL ? kind->title : _("New Phase"),
                            "kind", kind != NULL ? spz_record_get_id (SPZ_RECORD (kind)) : (gint64) 0,
                            "start", span->start,
                            "end", span->end,
                            "precision", span->precision,
                            "certainty", SPZ_CERTAINTY_PLANNED,
                            "audience", measure->audience,
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

static gboolean
set_all (SpzProgramme  *programme,
         GPtrArray     *records,
         const char    *property,
         const GValue  *value,
         GError       **error)
{
  for (guint i = 0; i < records->len; i++)
    if (!spz_programme_set_value (programme, g_ptr_array_index (records, i), property, value, error))
      return FALSE;

  return TRUE;
}

static gboolean
are_all (GPtrArray *records,
         GType      type)
{
  for (guint i = 0; i < records->len; i++)
    if (!G_TYPE_CHECK_INSTANCE_TYPE (g_ptr_array_index (records, i), type))
      return FALSE;

  return TRUE;
}

/**
 * spz_plan_set:
 * @programme: a programme
 * @records: (element-type SpzRecord): phases, milestones and measures, at least one
 * @property: the name of a property that all of them have
 * @value: its new value, the same for all
 * @error: return location for an #SPZ_ERROR
 *
 * Changes several entries of the plan, in one step: their kind, certainty,
 * progress, audience or role.
 *
 * Returns: whether they were changed; if not, none was
 */
gboolean
spz_plan_set (SpzProgramme  *programme,
              GPtrArray     *records,
              const char    *property,
              const GValue  *value,
              GError       **error)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (records->len > 0, FALSE);

  if (records->len == 1)
    return spz_programme_set_value (programme, g_ptr_array_index (records, 0), property, value, error);

  if (are_all (records, SPZ_TYPE_PHASE))
    /* Translators: a step in the undo menu */
    label = g_strdup_printf (ngettext ("%u phase changed", "%u phases changed", records->len), records->len);
  else
    /* Translators: a step in the undo menu; phases, milestones and measures */
    label = g_strdup_printf (ngettext ("%u entry changed", "%u entries changed", records->len), records->len);

  if (!spz_programme_begin (programme, label, error))
    return FALSE;
  if (!set_all (programme, records, property, value, error))
    {
      spz_programme_rollback (programme);
      return FALSE;
    }

  return spz_programme_commit (programme, error);
}

/**
 * spz_phases_set_progress:
 * @programme: a programme
 * @phases: (element-type SpzPhase): phases, at least one
 * @progress: in per cent
 * @error: return location for an #SPZ_ERROR
 *
 * Returns: whether all have that progress; if not, none was changed
 */
gboolean
spz_phases_set_progress (SpzProgramme  *programme,
                         GPtrArray     *phases,
                         int            progress,
                         GError       **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_set_int64 (g_value_init (&value, G_TYPE_INT64), progress);

  return spz_plan_set (programme, phases, "progress", &value, error);
}

/**
 * spz_phases_set_certainty:
 * @programme: a programme
 * @phases: (element-type SpzPhase): phases, at least one
 * @certainty: how certain they are
 * @error: return location for an #SPZ_ERROR
 *
 * Returns: whether all are that certain; if not, none was changed
 */
gboolean
spz_phases_set_certainty (SpzProgramme  *programme,
                          GPtrArray     *phases,
                          SpzCertainty   certainty,
                          GError       **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_set_enum (g_value_init (&value, SPZ_TYPE_CERTAINTY), (int) certainty);

  return spz_plan_set (programme, phases, "certainty", &value, error);
}
