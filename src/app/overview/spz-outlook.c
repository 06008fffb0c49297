/* spz-outlook.c: what is next, and what wobbles
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-outlook.h"

#include "spz-briefings.h"
#include "spz-dependencies.h"
#include "spz-figures.h"
#include "spz-inline.h"
#include "spz-meetings.h"
#include "spz-plan.h"
#include "spz-promises.h"
#include "spz-text.h"

#include <glib/gi18n.h>

/* How much of a point tells which one is meant */
#define TITLE_CHARS 120

static void
outlook_item_free (gpointer data)
{
  SpzOutlookItem *item = data;

  g_object_unref (item->record);
  g_free (item->title);
  g_free (item->detail);
  g_free (item);
}

static GPtrArray *
items_new (void)
{
  return g_ptr_array_new_with_free_func (outlook_item_free);
}

static void
add_item (GPtrArray  *items,
          gpointer    record,
          char       *title,
          char       *detail,
          SpzDate     sort_date)
{
  SpzOutlookItem *item = g_new0 (SpzOutlookItem, 1);

  item->record = g_object_ref (record);
  item->title = title;
  item->detail = detail;
  item->sort_date = sort_date;
  g_ptr_array_add (items, item);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const SpzOutlookItem *first = *(const SpzOutlookItem *const *) a;
  const SpzOutlookItem *second = *(const SpzOutlookItem *const *) b;

  return first->sort_date - second->sort_date;
}

/* A phase is known by its measure as well: every measure has a "Konzeption". */
static char *
dup_phase_title (SpzProgramme *programme,
                 SpzPhase     *phase)
{
  SpzMeasure *measure = spz_programme_lookup (programme, SPZ_TYPE_MEASURE, phase->measure);

  if (measure == NULL || measure->title[0] == '\0')
    return g_strdup (phase->title);

  /* Translators: a measure and one of its phases: "DMS/E-Akte: Concept" */
  return g_strdup_printf (_("%s: %s"), measure->title, phase->title);
}

static void
add_overdue_phases (SpzProgramme *programme,
                    SpzDate       today,
                    GPtrArray    *items)
{
  SpzRecordList *phases = spz_programme_get_list (programme, SPZ_TYPE_PHASE);

  for (guint i = 0; i < spz_record_list_get_size (phases); i++)
    {
      SpzPhase *phase = spz_record_list_get (phases, i);
      g_autofree char *end = NULL;

      if (spz_phase_get_status (phase, today) != SPZ_PHASE_OVERDUE)
        continue;

      end = spz_date_format (phase->end, SPZ_DATE_STYLE_LONG);
      add_item (items, phase,
                dup_phase_title (programme, phase),
                /* Translators: %s is the day a phase should have ended, %d how much of it is done */
                g_strdup_printf (_("Should have ended on %s, %d %% done"), end, (int) phase->progress),
                phase->end);
    }
}

/* The last day the plan gives the work a milestone stands for, if that is
 * after the milestone; else no date. */
static SpzDate
get_late_end (SpzProgramme *programme,
              SpzMilestone *milestone,
              SpzDate       today)
{
  SpzRecordList *phases;
  SpzDate latest = SPZ_DATE_NONE;

  if (milestone->measure == 0)
    return SPZ_DATE_NONE;

  phases = spz_programme_get_children (programme, SPZ_TYPE_PHASE, "measure", milestone->measure);
  for (guint i = 0; i < spz_record_list_get_size (phases); i++)
    {
      SpzPhase *phase = spz_record_list_get (phases, i);

      if (phase->progress < 100 && phase->certainty != SPZ_CERTAINTY_ONGOING &&
          phase->start <= milestone->date)
        latest = MAX (latest, phase->end);
    }

  return latest > milestone->date ? latest : SPZ_DATE_NONE;
}

static void
add_deadlines_at_risk (SpzProgramme *programme,
                       SpzDate       today,
                       GPtrArray    *items)
{
  SpzRecordList *milestones = spz_programme_get_list (programme, SPZ_TYPE_MILESTONE);

  for (guint i = 0; i < spz_record_list_get_size (milestones); i++)
    {
      SpzMilestone *milestone = spz_record_list_get (milestones, i);
      g_autofree char *date = NULL;
      g_autofree char *end_text = NULL;
      SpzDate end;

      if (milestone->date < today || milestone->kind != SPZ_MILESTONE_DEADLINE)
        continue;

      end = get_late_end (programme, milestone, today);
      if (end == SPZ_DATE_NONE)
        continue;

      date = spz_milestone_dup_date (milestone);
      end_text = spz_date_format (end, SPZ_DATE_STYLE_LONG);
      add_item (items, milestone,
                g_strdup (milestone->title),
                /* Translators: a deadline, and the day the plan ends: both dates */
                g_strdup_printf (_("Due %s, but planned until %s"), date, end_text),
                milestone->date);
    }
}

static void
add_overdue_assignments (SpzProgramme *programme,
                         SpzDate       today,
                         GPtrArray    *items)
{
  SpzRecordList *assignments = spz_programme_get_list (programme, SPZ_TYPE_ASSIGNMENT);

  for (guint i = 0; i < spz_record_list_get_size (assignments); i++)
    {
      SpzAssignment *assignment = spz_record_list_get (assignments, i);
      SpzRole *role;
      g_autofree char *due = NULL;

      if (assignment->state != SPZ_ASSIGNMENT_OPEN ||
          assignment->due == SPZ_DATE_NONE || assignment->due >= today)
        continue;

      due = spz_date_format (assignment->due, SPZ_DATE_STYLE_LONG);
      role = spz_programme_lookup (programme, SPZ_TYPE_ROLE, assignment->to_role);
      add_item (items, assignment,
                spz_inline_to_plain (assignment->title),
                role != NULL
                  /* Translators: a role and the day its work order was due */
                  ? g_strdup_printf (_("%s, was due on %s"), role->title, due)
                  : g_strdup_printf (_("Was due on %s"), due),
                assignment->due);
    }
}

static void
add_late_papers (SpzProgramme *programme,
                 SpzDate       today,
                 GPtrArray    *items)
{
  SpzRecordList *meetings = spz_programme_get_list (programme, SPZ_TYPE_MEETING);

  for (guint i = 0; i < spz_record_list_get_size (meetings); i++)
    {
      SpzMeeting *meeting = spz_record_list_get (meetings, i);
      SpzDate submission = spz_meeting_get_submission (programme, meeting);
      g_autofree char *date = NULL;

      if (!spz_meeting_is_late (programme, meeting, today))
        continue;

      date = spz_date_format (submission, SPZ_DATE_STYLE_LONG);
      add_item (items, meeting,
                spz_meeting_dup_title (programme, meeting),
                /* Translators: the day by which papers for a meeting had to be handed in */
                g_strdup_printf (_("Papers were due on %s, the briefing isn’t ready"), date),
                submission);
    }
}

static void
add_broken_figures (SpzProgramme *programme,
                    SpzDate       today,
                    GPtrArray    *items)
{
  SpzRecordList *figures = spz_programme_get_list (programme, SPZ_TYPE_FIGURE);

  for (guint i = 0; i < spz_record_list_get_size (figures); i++)
    {
      SpzFigure *figure = spz_record_list_get (figures, i);
      g_autoptr(GError) error = NULL;

      if (!spz_figure_check (programme, figure, today, &error))
        add_item (items, figure, g_strdup (figure->title), g_strdup (error->message), today);
    }
}

/* What was said and isn't so any more; it opens where it was said. */
static void
add_broken_promises (SpzProgramme *programme,
                     SpzDate       today,
                     GPtrArray    *items)
{
  g_autoptr(GPtrArray) promises = spz_promises_find_broken (programme);

  for (guint i = 0; i < promises->len; i++)
    {
      SpzPromise *promise = g_ptr_array_index (promises, i);
      SpzPoint *point = spz_programme_lookup (programme, SPZ_TYPE_POINT, promise->point);
      g_autofree char *text = NULL;

      if (point == NULL)
        continue;

      text = spz_inline_to_plain (point->title);
      add_item (items, point,
                spz_text_ellipsize (text, TITLE_CHARS),
                spz_promise_describe (programme, promise),
                promise->latest != SPZ_DATE_NONE ? promise->latest : today);
    }
}

/* Deadlines that are missed are among those at risk. */
static void
add_conflicts (SpzProgramme *programme,
               SpzDate       today,
               GPtrArray    *items)
{
  g_autoptr(GArray) conflicts = spz_plan_find_conflicts (programme);

  for (guint i = 0; i < conflicts->len; i++)
    {
      const SpzPlanConflict *conflict = &g_array_index (conflicts, SpzPlanConflict, i);

      if (conflict->kind == SPZ_PLAN_CONFLICT_DEPENDENCY && conflict->phase->end >= today)
        add_item (items, conflict->phase,
                  dup_phase_title (programme, conflict->phase),
                  spz_plan_conflict_describe (conflict),
                  conflict->phase->start);
    }
}

/**
 * spz_outlook_is_empty:
 * @programme: a programme
 *
 * Tells whether nothing has been entered yet.
 *
 * Returns: whether the programme is to be begun
 */
gboolean
spz_outlook_is_empty (SpzProgramme *programme)
{
  const GType types[] = {
    SPZ_TYPE_ROLE, SPZ_TYPE_ACTION_FIELD, SPZ_TYPE_MEASURE, SPZ_TYPE_MILESTONE,
    SPZ_TYPE_FIGURE, SPZ_TYPE_MEETING, SPZ_TYPE_BRIEFING,
  };

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (spz_record_list_get_size (spz_programme_get_list (programme, types[i])) > 0)
      return FALSE;

  return TRUE;
}

/**
 * spz_outlook_get_concerns:
 * @programme: a programme
 *
 * Finds what wobbles: promises that the plan contradicts, phases that should
 * have ended or begin too early, legal deadlines before which the plan doesn't
 * finish, work orders past their day, papers that weren't handed in, figures
 * whose arithmetic breaks.
 *
 * Returns: (transfer container) (element-type SpzOutlookItem): the oldest first
 */
GPtrArray *
spz_outlook_get_concerns (SpzProgramme *programme)
{
  g_autoptr(GPtrArray) items = items_new ();
  SpzDate today;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);

  today = spz_programme_get_reference_date (programme);
  add_broken_promises (programme, today, items);
  add_deadlines_at_risk (programme, today, items);
  add_overdue_phases (programme, today, items);
  add_conflicts (programme, today, items);
  add_overdue_assignments (programme, today, items);
  add_late_papers (programme, today, items);
  add_broken_figures (programme, today, items);
  g_ptr_array_sort (items, compare_items);

  return g_steal_pointer (&items);
}

/**
 * spz_outlook_get_running:
 * @programme: a programme
 *
 * Finds the phases under way.
 *
 * Returns: (transfer container) (element-type SpzOutlookItem): what ends first
 *   comes first
 */
GPtrArray *
spz_outlook_get_running (SpzProgramme *programme)
{
  g_autoptr(GPtrArray) items = items_new ();
  SpzRecordList *phases;
  SpzDate today;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);

  today = spz_programme_get_reference_date (programme);
  phases = spz_programme_get_list (programme, SPZ_TYPE_PHASE);

  for (guint i = 0; i < spz_record_list_get_size (phases); i++)
    {
      SpzPhase *phase = spz_record_list_get (phases, i);

      if (spz_phase_get_status (phase, today) == SPZ_PHASE_RUNNING)
        add_item (items, phase,
                  dup_phase_title (programme, phase),
                  spz_phase_dup_period (phase),
                  phase->certainty == SPZ_CERTAINTY_ONGOING ? G_MAXINT : phase->end);
    }

  g_ptr_array_sort (items, compare_items);

  return g_steal_pointer (&items);
}

/**
 * spz_outlook_get_milestones:
 * @programme: a programme
 *
 * Finds the milestones ahead.
 *
 * Returns: (transfer container) (element-type SpzOutlookItem): in their order
 */
GPtrArray *
spz_outlook_get_milestones (SpzProgramme *programme)
{
  g_autoptr(GPtrArray) items = items_new ();
  SpzRecordList *milestones;
  SpzDate today;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);

  today = spz_programme_get_reference_date (programme);
  milestones = spz_programme_get_list (programme, SPZ_TYPE_MILESTONE);

  for (guint i = 0; i < spz_record_list_get_size (milestones); i++)
    {
      SpzMilestone *milestone = spz_record_list_get (milestones, i);

      if (milestone->date >= today)
        add_item (items, milestone,
                  g_strdup (milestone->title),
                  spz_milestone_dup_date (milestone),
                  milestone->date);
    }

  g_ptr_array_sort (items, compare_items);

  return g_steal_pointer (&items);
}

static char *
describe_due (SpzProgramme  *programme,
              SpzAssignment *assignment)
{
  SpzRole *role = spz_programme_lookup (programme, SPZ_TYPE_ROLE, assignment->to_role);
  g_autofree char *due = spz_date_format (assignment->due, SPZ_DATE_STYLE_LONG);

  if (role == NULL)
    /* Translators: the day a work order is due on */
    return g_strdup_printf (_("Due on %s"), due);

  /* Translators: a role and the day its work order is due on */
  return g_strdup_printf (_("%s, due on %s"), role->title, due);
}

/**
 * spz_outlook_get_due:
 * @programme: a programme
 *
 * Finds the open work orders whose day is ahead; those past it are among the
 * concerns.
 *
 * Returns: (transfer container) (element-type SpzOutlookItem): what is due first
 *   comes first
 */
GPtrArray *
spz_outlook_get_due (SpzProgramme *programme)
{
  g_autoptr(GPtrArray) items = items_new ();
  SpzRecordList *assignments;
  SpzDate today;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);

  today = spz_programme_get_reference_date (programme);
  assignments = spz_programme_get_list (programme, SPZ_TYPE_ASSIGNMENT);

  for (guint i = 0; i < spz_record_list_get_size (assignments); i++)
    {
      SpzAssignment *assignment = spz_record_list_get (assignments, i);

      if (assignment->state == SPZ_ASSIGNMENT_OPEN &&
          assignment->due != SPZ_DATE_NONE && assignment->due >= today)
        add_item (items, assignment,
                  spz_inline_to_plain (assignment->title),
                  describe_due (programme, assignment),
                  assignment->due);
    }

  g_ptr_array_sort (items, compare_items);

  return g_steal_pointer (&items);
}

/**
 * spz_outlook_dup_distance:
 * @from: a day
 * @to: the same or a later day
 *
 * Says how far away a day is.
 *
 * Returns: (transfer full): "today", "tomorrow", "in 7 days"
 */
char *
spz_outlook_dup_distance (SpzDate from,
                          SpzDate to)
{
  int days = to - from;

  if (days == 0)
    return g_strdup (_("today"));
  if (days == 1)
    return g_strdup (_("tomorrow"));

  return g_strdup_printf (ngettext ("in %d day", "in %d days", (gulong) days), days);
}
