/* spz-timeline-plan-builder.c: making a plan from parts
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-plan-builder.h"

#include "spz-timeline-lanes-private.h"
#include "spz-timeline-plan-private.h"

struct _SpzTimelinePlanBuilder
{
  SpzTimelinePlan *plan;
};

static const char *
keep_text (SpzTimelinePlanBuilder *self,
           const char             *text)
{
  return g_string_chunk_insert_const (self->plan->texts, text != NULL ? text : "");
}

static int
compare_bars (gconstpointer a,
              gconstpointer b)
{
  const SpzTimelineBar *bar_a = a;
  const SpzTimelineBar *bar_b = b;

  if (bar_a->measure != bar_b->measure)
    return bar_a->measure < bar_b->measure ? -1 : 1;
  if (bar_a->start != bar_b->start)
    return bar_a->start < bar_b->start ? -1 : 1;
  if (bar_a->end != bar_b->end)
    return bar_a->end < bar_b->end ? -1 : 1;
  return (bar_a->id > bar_b->id) - (bar_a->id < bar_b->id);
}

static int
compare_milestones (gconstpointer a,
                    gconstpointer b)
{
  const SpzTimelineMilestone *milestone_a = a;
  const SpzTimelineMilestone *milestone_b = b;

  if (milestone_a->measure != milestone_b->measure)
    return milestone_a->measure < milestone_b->measure ? -1 : 1;
  if (milestone_a->date != milestone_b->date)
    return milestone_a->date < milestone_b->date ? -1 : 1;
  return (milestone_a->id > milestone_b->id) - (milestone_a->id < milestone_b->id);
}

static int
compare_ghosts (gconstpointer a,
                gconstpointer b)
{
  const SpzTimelineGhost *ghost_a = a;
  const SpzTimelineGhost *ghost_b = b;

  if (ghost_a->measure != ghost_b->measure)
    return ghost_a->measure < ghost_b->measure ? -1 : 1;
  if (ghost_a->is_milestone != ghost_b->is_milestone)
    return ghost_a->is_milestone ? -1 : 1;
  if (ghost_a->start != ghost_b->start)
    return ghost_a->start < ghost_b->start ? -1 : 1;
  if (ghost_a->end != ghost_b->end)
    return ghost_a->end < ghost_b->end ? -1 : 1;
  return (ghost_a->id > ghost_b->id) - (ghost_a->id < ghost_b->id);
}

static void
assign_bars (SpzTimelinePlan *plan)
{
  g_autoptr (GArray) intervals = g_array_new (FALSE, FALSE, sizeof (SpzTimelineInterval));

  g_array_sort (plan->bars, compare_bars);

  for (guint first = 0; first < plan->bars->len;)
    {
      SpzTimelineBar *bars = &g_array_index (plan->bars, SpzTimelineBar, first);
      SpzTimelineMeasure *measure;
      guint n = 0;

      g_array_set_size (intervals, 0);
      while (first + n < plan->bars->len && bars[n].measure == bars[0].measure)
        {
          SpzTimelineInterval interval = { bars[n].start, bars[n].end, 0 };

          g_array_append_val (intervals, interval);
          n++;
        }

      measure = &g_array_index (plan->measures, SpzTimelineMeasure, bars[0].measure);
      measure->first_bar = first;
      measure->n_bars = n;
      measure->n_lanes = spz_timeline_lanes_assign ((SpzTimelineInterval *) (void *) intervals->data, n);
      for (guint i = 0; i < n; i++)
        bars[i].lane = g_array_index (intervals, SpzTimelineInterval, i).lane;

      first += n;
    }
}

static void
assign_milestones (SpzTimelinePlan *plan)
{
  g_array_sort (plan->milestones, compare_milestones);

  for (guint i = 0; i < plan->milestones->len; i++)
    {
      SpzTimelineMilestone *milestone = &g_array_index (plan->milestones, SpzTimelineMilestone, i);
      SpzTimelineMeasure *measure;

      if (milestone->measure == SPZ_TIMELINE_NONE)
        continue;

      measure = &g_array_index (plan->measures, SpzTimelineMeasure, milestone->measure);
      if (measure->n_milestones++ == 0)
        measure->first_milestone = i;
    }
}

static void
assign_ghosts (SpzTimelinePlan *plan)
{
  g_array_sort (plan->ghosts, compare_ghosts);

  for (guint i = 0; i < plan->ghosts->len; i++)
    {
      const SpzTimelineGhost *ghost = &g_array_index (plan->ghosts, SpzTimelineGhost, i);
      SpzTimelineMeasure *measure;

      if (ghost->measure == SPZ_TIMELINE_NONE)
        continue;

      measure = &g_array_index (plan->measures, SpzTimelineMeasure, ghost->measure);
      if (measure->n_ghosts++ == 0)
        measure->first_ghost = i;
    }
}

/* Whatever each frame would have to look through the whole plan for is found
 * out once. */

static void
find_span (SpzTimelinePlan *plan)
{
  plan->first = G_MAXINT32;
  plan->last = SPZ_DATE_NONE;

  for (guint i = 0; i < plan->bars->len; i++)
    {
      const SpzTimelineBar *bar = &g_array_index (plan->bars, SpzTimelineBar, i);

      plan->first = MIN (plan->first, bar->start);
      plan->last = MAX (plan->last, bar->end);
    }
  for (guint i = 0; i < plan->milestones->len; i++)
    {
      SpzDate date = g_array_index (plan->milestones, SpzTimelineMilestone, i).date;

      plan->first = MIN (plan->first, date);
      plan->last = MAX (plan->last, date);
    }
  for (guint i = 0; i < plan->ghosts->len; i++)
    {
      const SpzTimelineGhost *ghost = &g_array_index (plan->ghosts, SpzTimelineGhost, i);

      plan->first = MIN (plan->first, ghost->start);
      plan->last = MAX (plan->last, ghost->end);
    }

  if (plan->last == SPZ_DATE_NONE)
    plan->first = plan->last = plan->reference_date != SPZ_DATE_NONE ? plan->reference_date : spz_date_today ();
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  SpzDate date_a = *(const SpzDate *) a;
  SpzDate date_b = *(const SpzDate *) b;

  return (date_a > date_b) - (date_a < date_b);
}

static void
find_deadlines (SpzTimelinePlan *plan)
{
  GArray *dates = plan->deadlines;
  guint n = 0;

  for (guint i = 0; i < plan->milestones->len; i++)
    {
      const SpzTimelineMilestone *milestone = &g_array_index (plan->milestones, SpzTimelineMilestone, i);

      if (milestone->kind == SPZ_MILESTONE_DEADLINE)
        g_array_append_val (dates, milestone->date);
    }

  g_array_sort (dates, compare_dates);
  for (guint i = 0; i < dates->len; i++)
    if (n == 0 || g_array_index (dates, SpzDate, i) != g_array_index (dates, SpzDate, n - 1))
      g_array_index (dates, SpzDate, n++) = g_array_index (dates, SpzDate, i);
  g_array_set_size (dates, n);
}

static void
index_ids (SpzTimelinePlan *plan)
{
  for (guint i = 0; i < plan->bars->len; i++)
    g_hash_table_insert (plan->bar_by_id,
                         &g_array_index (plan->bars, SpzTimelineBar, i).id,
                         GUINT_TO_POINTER (i));
  for (guint i = 0; i < plan->milestones->len; i++)
    g_hash_table_insert (plan->milestone_by_id,
                         &g_array_index (plan->milestones, SpzTimelineMilestone, i).id,
                         GUINT_TO_POINTER (i));
}

/**
 * spz_timeline_plan_builder_new:
 *
 * Returns: (transfer full): a builder of a plan without any part
 */
SpzTimelinePlanBuilder *
spz_timeline_plan_builder_new (void)
{
  SpzTimelinePlanBuilder *self = g_new0 (SpzTimelinePlanBuilder, 1);
  SpzTimelinePlan *plan = g_new0 (SpzTimelinePlan, 1);

  g_atomic_ref_count_init (&plan->ref_count);
  plan->texts = g_string_chunk_new (4096);
  plan->kinds = g_array_new (FALSE, FALSE, sizeof (SpzTimelineKind));
  plan->groups = g_array_new (FALSE, FALSE, sizeof (SpzTimelineGroup));
  plan->measures = g_array_new (FALSE, FALSE, sizeof (SpzTimelineMeasure));
  plan->bars = g_array_new (FALSE, FALSE, sizeof (SpzTimelineBar));
  plan->milestones = g_array_new (FALSE, FALSE, sizeof (SpzTimelineMilestone));
  plan->deadlines = g_array_new (FALSE, FALSE, sizeof (SpzDate));
  plan->ghosts = g_array_new (FALSE, FALSE, sizeof (SpzTimelineGhost));
  plan->bar_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  plan->milestone_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  plan->title = plan->note = plan->compared = "";
  plan->fiscal_start = 1;
  self->plan = plan;

  return self;
}

/**
 * spz_timeline_plan_builder_free:
 * @self: (transfer full): a builder
 *
 * Frees a builder whose plan was not taken.
 */
void
spz_timeline_plan_builder_free (SpzTimelinePlanBuilder *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->plan, spz_timeline_plan_unref);
  g_free (self);
}

/**
 * spz_timeline_plan_builder_set_texts:
 * @self: a builder
 * @title: (nullable): the plan's title
 * @note: (nullable): a note below the plan
 */
void
spz_timeline_plan_builder_set_texts (SpzTimelinePlanBuilder *self,
                                     const char             *title,
                                     const char             *note)
{
  self->plan->title = keep_text (self, title);
  self->plan->note = keep_text (self, note);
}

/**
 * spz_timeline_plan_builder_set_years:
 * @self: a builder
 * @first_year: the first year the plan shows, 0: that of its first phase
 * @last_year: the last year, 0: that of its last phase
 * @fiscal_start: the month in which a year starts, 1 to 12
 */
void
spz_timeline_plan_builder_set_years (SpzTimelinePlanBuilder *self,
                                     int                     first_year,
                                     int                     last_year,
                                     int                     fiscal_start)
{
  self->plan->first_year = first_year;
  self->plan->last_year = last_year;
  self->plan->fiscal_start = CLAMP (fiscal_start, 1, 12);
}

/**
 * spz_timeline_plan_builder_set_reference:
 * @self: a builder
 * @date: the day the plan is looked at from, or %SPZ_DATE_NONE
 */
void
spz_timeline_plan_builder_set_reference (SpzTimelinePlanBuilder *self,
                                         SpzDate                 date)
{
  self->plan->reference_date = date;
}

/**
 * spz_timeline_plan_builder_set_compared:
 * @self: a builder
 * @version: (nullable): the name of the version of the plan that ghosts are of
 */
void
spz_timeline_plan_builder_set_compared (SpzTimelinePlanBuilder *self,
                                        const char             *version)
{
  self->plan->compared = keep_text (self, version);
}

/**
 * spz_timeline_plan_builder_add_kind:
 * @self: a builder
 * @kind: a kind of phase; whether it is used is found out
 *
 * Returns: its index, for the bars
 */
guint
spz_timeline_plan_builder_add_kind (SpzTimelinePlanBuilder *self,
                                    const SpzTimelineKind  *kind)
{
  SpzTimelineKind copy = *kind;

  copy.title = keep_text (self, kind->title);
  copy.short_label = keep_text (self, kind->short_label);
  copy.used = FALSE;
  g_array_append_val (self->plan->kinds, copy);

  return self->plan->kinds->len - 1;
}

/**
 * spz_timeline_plan_builder_add_group:
 * @self: a builder
 * @id: the action field's id, or 0
 * @title: its title
 *
 * Begins a group: the measures added from now on belong to it.
 *
 * Returns: its index
 */
guint
spz_timeline_plan_builder_add_group (SpzTimelinePlanBuilder *self,
                                     gint64                  id,
                                     const char             *title)
{
  SpzTimelineGroup group = {
    .id = id,
    .title = keep_text (self, title),
    .first_measure = self->plan->measures->len,
  };

  g_array_append_val (self->plan->groups, group);

  return self->plan->groups->len - 1;
}

/**
 * spz_timeline_plan_builder_add_measure:
 * @self: a builder
 * @id: the measure's id
 * @title: its title
 * @footnote: (nullable): its footnote
 *
 * Adds a measure to the last group.
 *
 * Returns: its index, for bars and milestones
 */
guint
spz_timeline_plan_builder_add_measure (SpzTimelinePlanBuilder *self,
                                       gint64                  id,
                                       const char             *title,
                                       const char             *footnote)
{
  SpzTimelinePlan *plan = self->plan;
  SpzTimelineMeasure measure = {
    .id = id,
    .title = keep_text (self, title),
    .footnote = keep_text (self, footnote),
    .group = plan->groups->len - 1,
    .n_lanes = 1,
  };

  g_return_val_if_fail (plan->groups->len > 0, SPZ_TIMELINE_NONE);

  g_array_index (plan->groups, SpzTimelineGroup, measure.group).n_measures++;
  g_array_append_val (plan->measures, measure);

  return plan->measures->len - 1;
}

/**
 * spz_timeline_plan_builder_add_bar:
 * @self: a builder
 * @bar: a phase; its lane is found out
 */
void
spz_timeline_plan_builder_add_bar (SpzTimelinePlanBuilder *self,
                                   const SpzTimelineBar   *bar)
{
  SpzTimelineBar copy = *bar;

  g_return_if_fail (bar->measure < self->plan->measures->len);
  g_return_if_fail (bar->kind == SPZ_TIMELINE_NONE || bar->kind < self->plan->kinds->len);
  g_return_if_fail (bar->end >= bar->start);

  copy.title = keep_text (self, bar->title);
  copy.short_label = keep_text (self, bar->short_label);
  copy.conflict = keep_text (self, bar->conflict);
  copy.lane = 0;
  if (bar->kind != SPZ_TIMELINE_NONE)
    g_array_index (self->plan->kinds, SpzTimelineKind, bar->kind).used = TRUE;
  g_array_append_val (self->plan->bars, copy);
}

/**
 * spz_timeline_plan_builder_add_milestone:
 * @self: a builder
 * @milestone: a milestone, whose texts are copied; its measure was added before
 *
 * Adds a milestone to the plan.
 */
void
spz_timeline_plan_builder_add_milestone (SpzTimelinePlanBuilder     *self,
                                         const SpzTimelineMilestone *milestone)
{
  SpzTimelineMilestone copy = *milestone;

  g_return_if_fail (milestone->measure == SPZ_TIMELINE_NONE ||
                    milestone->measure < self->plan->measures->len);

  copy.title = keep_text (self, milestone->title);
  copy.when = keep_text (self, milestone->when);
  g_array_append_val (self->plan->milestones, copy);
}

/**
 * spz_timeline_plan_builder_add_ghost:
 * @self: a builder
 * @ghost: where something was, whose texts are copied; its measure was added
 *   before
 */
void
spz_timeline_plan_builder_add_ghost (SpzTimelinePlanBuilder *self,
                                     const SpzTimelineGhost *ghost)
{
  SpzTimelineGhost copy = *ghost;

  g_return_if_fail (ghost->measure == SPZ_TIMELINE_NONE || ghost->measure < self->plan->measures->len);
  g_return_if_fail (ghost->end >= ghost->start);

  copy.title = keep_text (self, ghost->title);
  copy.when = keep_text (self, ghost->when);
  g_array_append_val (self->plan->ghosts, copy);
}

/**
 * spz_timeline_plan_builder_end:
 * @self: a builder, which can't be used any more but to free it
 *
 * Returns: (transfer full): the plan
 */
SpzTimelinePlan *
spz_timeline_plan_builder_end (SpzTimelinePlanBuilder *self)
{
  g_return_val_if_fail (self != NULL && self->plan != NULL, NULL);

  assign_bars (self->plan);
  assign_milestones (self->plan);
  assign_ghosts (self->plan);
  find_span (self->plan);
  find_deadlines (self->plan);
  index_ids (self->plan);

  return g_steal_pointer (&self->plan);
}
