/* spz-plan-conflicts.c: what in the plan can't be as it is
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "spz-dependencies.h"
#include "spz-inline.h"
#include "spz-plan.h"

typedef struct
{
  SpzProgramme *programme;
  GHashTable   *moved;     /* phase → SpzPlanEdit, borrowed, or %NULL where it is: what is asked about;
                            * %NULL for all */
  GArray       *conflicts;
} Search;

/* Where a phase is, and whose it is; or where it is to be, and whose */
static SpzPlanEdit
get_edit (Search   *self,
          SpzPhase *phase)
{
  const SpzPlanEdit *edit = self->moved != NULL ? g_hash_table_lookup (self->moved, phase) : NULL;

  if (edit != NULL)
    return *edit;

  return (SpzPlanEdit) { SPZ_RECORD (phase), phase->measure, { phase->start, phase->end, phase->precision } };
}

static void
check_dependency (Search        *self,
                  SpzDependency *dependency)
{
  SpzPlanConflict conflict = {
    .kind = SPZ_PLAN_CONFLICT_DEPENDENCY,
    .phase = spz_programme_lookup (self->programme, SPZ_TYPE_PHASE, dependency->successor),
    .dependency = dependency,
    .predecessor = spz_programme_lookup (self->programme, SPZ_TYPE_PHASE, dependency->predecessor),
  };

  conflict.days = get_edit (self, conflict.predecessor).span.end + 1 - get_edit (self, conflict.phase).span.start;
  if (conflict.days > 0 && conflict.predecessor->certainty != SPZ_CERTAINTY_ONGOING)
    g_array_append_val (self->conflicts, conflict);
}

/* Those of one phase that moves; where both move, the successor's is not
 * looked at twice. */
static void
search_dependencies_of (Search   *self,
                        SpzPhase *phase)
{
  gint64 id = spz_record_get_id (SPZ_RECORD (phase));
  SpzRecordList *followers = spz_programme_get_children (self->programme, SPZ_TYPE_DEPENDENCY, "predecessor", id);
  SpzRecordList *predecessors = spz_programme_get_children (self->programme, SPZ_TYPE_DEPENDENCY, "successor", id);

  for (guint i = 0; i < spz_record_list_get_size (followers); i++)
    check_dependency (self, spz_record_list_get (followers, i));

  for (guint i = 0; i < spz_record_list_get_size (predecessors); i++)
    {
      SpzDependency *dependency = spz_record_list_get (predecessors, i);

      if (!g_hash_table_contains (self->moved,
                                  spz_programme_lookup (self->programme, SPZ_TYPE_PHASE, dependency->predecessor)))
        check_dependency (self, dependency);
    }
}

/* While a phase is dragged only what moves is looked at: the plan may be large. */
static void
search_dependencies (Search *self)
{
  SpzRecordList *dependencies = spz_programme_get_list (self->programme, SPZ_TYPE_DEPENDENCY);
  GHashTableIter iter;
  gpointer phase;

  if (self->moved == NULL)
    {
      for (guint i = 0; i < spz_record_list_get_size (dependencies); i++)
        check_dependency (self, spz_record_list_get (dependencies, i));
      return;
    }

  g_hash_table_iter_init (&iter, self->moved);
  while (g_hash_table_iter_next (&iter, &phase, NULL))
    search_dependencies_of (self, phase);
}

static void
check_deadline (Search       *self,
                SpzPhase     *phase,
                SpzMilestone *deadline)
{
  SpzPlanEdit edit = get_edit (self, phase);
  SpzPlanConflict conflict = {
    .kind = SPZ_PLAN_CONFLICT_DEADLINE,
    .phase = phase,
    .deadline = deadline,
    .days = edit.span.end - deadline->date,
  };

  if (conflict.days > 0 && phase->certainty != SPZ_CERTAINTY_ONGOING &&
      (deadline->measure == 0 || deadline->measure == edit.measure))
    g_array_append_val (self->conflicts, conflict);
}

static void
search_phases (Search       *self,
               SpzMilestone *deadline)
{
  SpzRecordList *phases;
  GHashTableIter iter;
  gpointer phase;

  if (self->moved != NULL)
    {
      g_hash_table_iter_init (&iter, self->moved);
      while (g_hash_table_iter_next (&iter, &phase, NULL))
        check_deadline (self, phase, deadline);
      return;
    }

  phases = deadline->measure != 0
    ? spz_programme_get_children (self->programme, SPZ_TYPE_PHASE, "measure", deadline->measure)
    : spz_programme_get_list (self->programme, SPZ_TYPE_PHASE);
  for (guint i = 0; i < spz_record_list_get_size (phases); i++)
    check_deadline (self, spz_record_list_get (phases, i), deadline);
}

static void
search_deadlines (Search *self)
{
  SpzRecordList *milestones = spz_programme_get_list (self->programme, SPZ_TYPE_MILESTONE);

  for (guint i = 0; i < spz_record_list_get_size (milestones); i++)
    {
      SpzMilestone *milestone = spz_record_list_get (milestones, i);

      if (milestone->kind == SPZ_MILESTONE_DEADLINE)
        search_phases (self, milestone);
    }
}

/**
 * spz_plan_find_conflicts:
 * @programme: a programme
 *
 * Finds what in the plan can't be as it is: phases that begin before one they
 * wait for ends, and phases that end after a legal deadline, of their measure
 * or of the programme as a whole. What has no end of its own is never late.
 *
 * Returns: (transfer full) (element-type SpzPlanConflict): the conflicts; valid
 *   until the plan changes
 */
GArray *
spz_plan_find_conflicts (SpzProgramme *programme)
{
  Search search = { programme, NULL, g_array_new (FALSE, FALSE, sizeof (SpzPlanConflict)) };

  search_dependencies (&search);
  search_deadlines (&search);

  return search.conflicts;
}

/**
 * spz_plan_find_conflicts_of_move:
 * @programme: a programme
 * @edits: (array length=n_edits): where phases would be; what
 *   spz_plan_push_followers() returns may be given, too
 * @n_edits: how many
 *
 * Returns: (transfer full) (element-type SpzPlanConflict): the conflicts these
 *   phases would be in
 */
GArray *
spz_plan_find_conflicts_of_move (SpzProgramme      *programme,
                                 const SpzPlanEdit *edits,
                                 guint              n_edits)
{
  g_autoptr (GHashTable) moved = g_hash_table_new (NULL, NULL);
  Search search = { programme, moved, g_array_new (FALSE, FALSE, sizeof (SpzPlanConflict)) };

  for (guint i = 0; i < n_edits; i++)
    if (SPZ_IS_PHASE (edits[i].record))
      g_hash_table_insert (moved, edits[i].record, (gpointer) &edits[i]);

  search_dependencies (&search);
  search_deadlines (&search);

  return search.conflicts;
}

/**
 * spz_plan_conflict_describe:
 * @self: a conflict
 *
 * Returns: (transfer full): what is wrong, as a sentence
 */
char *
spz_plan_conflict_describe (const SpzPlanConflict *self)
{
  g_autofree char *title = spz_inline_to_plain (self->phase->title);
  g_autofree char *other = spz_inline_to_plain (self->kind == SPZ_PLAN_CONFLICT_DEPENDENCY
                                                ? self->predecessor->title : self->deadline->title);
  g_autofree char *date = NULL;

  if (self->kind == SPZ_PLAN_CONFLICT_DEPENDENCY)
    /* Translators: two phases; the first is to follow the second */
    return g_strdup_printf (_("“%s” begins before “%s” ends."), title, other);

  date = spz_milestone_dup_date (self->deadline);
  /* Translators: a phase, a legal deadline, its date */
  return g_strdup_printf (_("“%s” ends after the deadline “%s” (%s)."), title, other, date);
}

static char *
dup_day (SpzDate date)
{
  return spz_date_format (date, SPZ_DATE_STYLE_SHORT);
}

/**
 * spz_plan_conflict_explain:
 * @self: a conflict of the plan as it stands
 *
 * Says more than spz_plan_conflict_describe(): both dates, to see at once what
 * would have to move.
 *
 * Returns: (transfer full): what is wrong, as a sentence
 */
char *
spz_plan_conflict_explain (const SpzPlanConflict *self)
{
  g_autofree char *title = spz_inline_to_plain (self->phase->title);
  g_autofree char *other = spz_inline_to_plain (self->kind == SPZ_PLAN_CONFLICT_DEPENDENCY
                                                ? self->predecessor->title : self->deadline->title);
  g_autofree char *date = NULL;
  g_autofree char *other_date = NULL;

  if (self->kind == SPZ_PLAN_CONFLICT_DEPENDENCY)
    {
      date = dup_day (self->phase->start);
      other_date = dup_day (self->predecessor->end);
      /* Translators: a phase, its start, the phase it is to follow, that one's end */
      return g_strdup_printf (_("“%s” begins on %s, but “%s” ends only on %s."),
                              title, date, other, other_date);
    }

  date = dup_day (self->phase->end);
  other_date = dup_day (self->deadline->date);
  /* Translators: a phase, its end, a legal deadline, its date */
  return g_strdup_printf (_("“%s” ends on %s, after the deadline “%s” on %s."),
                          title, date, other, other_date);
}

/* The phases whose conflicts a measure or a deadline has a part in */
static SpzRecordList *
get_phases_of (SpzProgramme *programme,
               SpzRecord    *record)
{
  gint64 measure = SPZ_IS_MILESTONE (record) ? SPZ_MILESTONE (record)->measure : spz_record_get_id (record);

  return measure != 0 ? spz_programme_get_children (programme, SPZ_TYPE_PHASE, "measure", measure)
                      : spz_programme_get_list (programme, SPZ_TYPE_PHASE);
}

/**
 * spz_plan_find_conflicts_of:
 * @programme: a programme
 * @record: a phase, a milestone or a measure of it
 *
 * Finds the conflicts @record has a part in: of a phase its own and those with
 * what waits for it, of a deadline those of the phases that miss it, of a
 * measure those of all its phases.
 *
 * Returns: (transfer full) (element-type SpzPlanConflict): the conflicts; valid
 *   until the plan changes
 */
GArray *
spz_plan_find_conflicts_of (SpzProgramme *programme,
                            SpzRecord    *record)
{
  g_autoptr (GHashTable) moved = g_hash_table_new (NULL, NULL);
  Search search = { programme, moved, g_array_new (FALSE, FALSE, sizeof (SpzPlanConflict)) };

  if (SPZ_IS_MILESTONE (record) && SPZ_MILESTONE (record)->kind != SPZ_MILESTONE_DEADLINE)
    return search.conflicts;

  if (SPZ_IS_PHASE (record))
    {
      g_hash_table_insert (moved, record, NULL);
    }
  else
    {
      SpzRecordList *phases = get_phases_of (programme, record);

      for (guint i = 0; i < spz_record_list_get_size (phases); i++)
        g_hash_table_insert (moved, spz_record_list_get (phases, i), NULL);
    }

  if (SPZ_IS_MILESTONE (record))
    {
      search_phases (&search, SPZ_MILESTONE (record));
    }
  else
    {
      search_dependencies (&search);
      search_deadlines (&search);
    }

  return search.conflicts;
}
