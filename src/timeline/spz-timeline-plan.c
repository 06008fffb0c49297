/* spz-timeline-plan.c: the plan as plain data
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spz-quarter.h"
#include "spz-timeline-plan-builder.h"
#include "spz-timeline-plan-private.h"

G_DEFINE_BOXED_TYPE (SpzTimelinePlan, spz_timeline_plan, spz_timeline_plan_ref, spz_timeline_plan_unref)

/**
 * spz_timeline_plan_ref:
 * @self: a plan
 *
 * Returns: (transfer full): the plan, which any thread may read
 */
SpzTimelinePlan *
spz_timeline_plan_ref (SpzTimelinePlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * spz_timeline_plan_unref:
 * @self: (transfer full): a plan
 *
 * Releases it, and frees it with the last reference.
 */
void
spz_timeline_plan_unref (SpzTimelinePlan *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->bar_by_id);
  g_hash_table_unref (self->milestone_by_id);
  g_array_unref (self->kinds);
  g_array_unref (self->groups);
  g_array_unref (self->measures);
  g_array_unref (self->bars);
  g_array_unref (self->milestones);
  g_array_unref (self->deadlines);
  g_array_unref (self->ghosts);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static void
copy_measure (SpzTimelinePlan        *self,
              guint                   measure,
              SpzTimelinePlanBuilder *builder)
{
  const SpzTimelineMeasure *from = &g_array_index (self->measures, SpzTimelineMeasure, measure);
  guint to = spz_timeline_plan_builder_add_measure (builder, from->id, from->title, from->footnote);

  for (guint i = 0; i < from->n_bars; i++)
    {
      SpzTimelineBar bar = g_array_index (self->bars, SpzTimelineBar, from->first_bar + i);

      bar.measure = to;
      spz_timeline_plan_builder_add_bar (builder, &bar);
    }

  for (guint i = 0; i < from->n_milestones; i++)
    {
      SpzTimelineMilestone milestone =
        g_array_index (self->milestones, SpzTimelineMilestone, from->first_milestone + i);

      milestone.measure = to;
      spz_timeline_plan_builder_add_milestone (builder, &milestone);
    }

  for (guint i = 0; i < from->n_ghosts; i++)
    {
      SpzTimelineGhost ghost = g_array_index (self->ghosts, SpzTimelineGhost, from->first_ghost + i);

      ghost.measure = to;
      spz_timeline_plan_builder_add_ghost (builder, &ghost);
    }
}

/**
 * spz_timeline_plan_new_for_group:
 * @self: a plan
 * @group: index of a group
 *
 * Takes one action field out of a plan, with the years of the whole plan.
 *
 * Returns: (transfer full): a plan of that group alone
 */
SpzTimelinePlan *
spz_timeline_plan_new_for_group (SpzTimelinePlan *self,
                                 guint            group)
{
  g_autoptr (SpzTimelinePlanBuilder) builder = spz_timeline_plan_builder_new ();
  const SpzTimelineGroup *from;
  SpzDate start, end;
  int first_year, last_year;

  g_return_val_if_fail (self != NULL && group < self->groups->len, NULL);

  spz_timeline_plan_get_span (self, &start, &end);
  first_year = spz_quarter_get_year (spz_quarter_from_date (start, self->fiscal_start));
  last_year = spz_quarter_get_year (spz_quarter_from_date (end, self->fiscal_start));

  from = &g_array_index (self->groups, SpzTimelineGroup, group);
  spz_timeline_plan_builder_set_texts (builder, from->title, NULL);
  spz_timeline_plan_builder_set_years (builder, first_year, last_year, self->fiscal_start);
  spz_timeline_plan_builder_set_reference (builder, self->reference_date);
  spz_timeline_plan_builder_set_compared (builder, self->compared);
  for (guint i = 0; i < self->kinds->len; i++)
    spz_timeline_plan_builder_add_kind (builder, &g_array_index (self->kinds, SpzTimelineKind, i));
  spz_timeline_plan_builder_add_group (builder, from->id, from->title);
  for (guint i = 0; i < from->n_measures; i++)
    copy_measure (self, from->first_measure + i, builder);

  return spz_timeline_plan_builder_end (builder);
}

/**
 * spz_timeline_plan_get_title:
 * @self: a plan
 *
 * Returns: (transfer none): its title, which may be empty
 */
const char *
spz_timeline_plan_get_title (SpzTimelinePlan *self)
{
  return self->title;
}

/**
 * spz_timeline_plan_get_note:
 * @self: a plan
 *
 * Returns: (transfer none): the note below it, which may be empty
 */
const char *
spz_timeline_plan_get_note (SpzTimelinePlan *self)
{
  return self->note;
}

/**
 * spz_timeline_plan_get_compared:
 * @self: a plan
 *
 * Returns: (transfer none): the name of the version it is compared with, "" if
 *   none
 */
const char *
spz_timeline_plan_get_compared (SpzTimelinePlan *self)
{
  return self->compared;
}

/**
 * spz_timeline_plan_get_fiscal_start:
 * @self: a plan
 *
 * Returns: the month in which a year starts, 1 to 12
 */
int
spz_timeline_plan_get_fiscal_start (SpzTimelinePlan *self)
{
  return self->fiscal_start;
}

/**
 * spz_timeline_plan_get_reference_date:
 * @self: a plan
 *
 * Returns: the day it is seen from
 */
SpzDate
spz_timeline_plan_get_reference_date (SpzTimelinePlan *self)
{
  return self->reference_date;
}

/**
 * spz_timeline_plan_get_span:
 * @self: a plan
 * @start: (out): the first day the plan shows
 * @end: (out): the last day it shows
 *
 * Whole fiscal years: those the programme names, and where a phase or a
 * milestone lies outside them, the years of that one too. Nothing is cut off.
 */
void
spz_timeline_plan_get_span (SpzTimelinePlan *self,
                            SpzDate         *start,
                            SpzDate         *end)
{
  int first_year, last_year;

  g_return_if_fail (self != NULL);

  first_year = spz_quarter_get_year (spz_quarter_from_date (self->first, self->fiscal_start));
  last_year = spz_quarter_get_year (spz_quarter_from_date (self->last, self->fiscal_start));
  if (self->first_year > 0)
    first_year = MIN (first_year, self->first_year);
  if (self->last_year > 0)
    last_year = MAX (last_year, self->last_year);

  *start = spz_quarter_get_start (SPZ_QUARTER (first_year, 1), self->fiscal_start);
  *end = spz_quarter_get_end (SPZ_QUARTER (last_year, 4), self->fiscal_start);
}

/**
 * spz_timeline_plan_get_kinds:
 * @self: a plan
 * @n_kinds: (out) (optional): how many
 *
 * Returns: (transfer none) (array length=n_kinds): the kinds of phases
 */
const SpzTimelineKind *
spz_timeline_plan_get_kinds (SpzTimelinePlan *self,
                             guint           *n_kinds)
{
  if (n_kinds != NULL)
    *n_kinds = self->kinds->len;
  return (const SpzTimelineKind *) (void *) self->kinds->data;
}

/**
 * spz_timeline_plan_get_groups:
 * @self: a plan
 * @n_groups: (out) (optional): how many
 *
 * Returns: (transfer none) (array length=n_groups): the groups, in reading order
 */
const SpzTimelineGroup *
spz_timeline_plan_get_groups (SpzTimelinePlan *self,
                              guint           *n_groups)
{
  if (n_groups != NULL)
    *n_groups = self->groups->len;
  return (const SpzTimelineGroup *) (void *) self->groups->data;
}

/**
 * spz_timeline_plan_get_measures:
 * @self: a plan
 * @n_measures: (out) (optional): how many
 *
 * Returns: (transfer none) (array length=n_measures): all measures, in reading
 *   order: those of a group follow each other
 */
const SpzTimelineMeasure *
spz_timeline_plan_get_measures (SpzTimelinePlan *self,
                                guint           *n_measures)
{
  if (n_measures != NULL)
    *n_measures = self->measures->len;
  return (const SpzTimelineMeasure *) (void *) self->measures->data;
}

/**
 * spz_timeline_plan_get_bars:
 * @self: a plan
 * @n_bars: (out) (optional): how many
 *
 * Returns: (transfer none) (array length=n_bars): all bars, in reading order:
 *   by measure, then by start
 */
const SpzTimelineBar *
spz_timeline_plan_get_bars (SpzTimelinePlan *self,
                            guint           *n_bars)
{
  if (n_bars != NULL)
    *n_bars = self->bars->len;
  return (const SpzTimelineBar *) (void *) self->bars->data;
}

/**
 * spz_timeline_plan_get_milestones:
 * @self: a plan
 * @n_milestones: (out) (optional): how many
 *
 * Returns: (transfer none) (array length=n_milestones): all milestones, in
 *   reading order; those without a measure are the last
 */
const SpzTimelineMilestone *
spz_timeline_plan_get_milestones (SpzTimelinePlan *self,
                                  guint           *n_milestones)
{
  if (n_milestones != NULL)
    *n_milestones = self->milestones->len;
  return (const SpzTimelineMilestone *) (void *) self->milestones->data;
}

/**
 * spz_timeline_plan_get_ghosts:
 * @self: a plan
 * @n_ghosts: (out) (optional): how many
 *
 * Returns: (transfer none) (array length=n_ghosts): where things were in the
 *   version it is compared with, in reading order; what was of no measure, or of
 *   one that is gone, comes last
 */
const SpzTimelineGhost *
spz_timeline_plan_get_ghosts (SpzTimelinePlan *self,
                              guint           *n_ghosts)
{
  if (n_ghosts != NULL)
    *n_ghosts = self->ghosts->len;
  return (const SpzTimelineGhost *) (void *) self->ghosts->data;
}

static guint
find_id (GHashTable *indices,
         gint64      id)
{
  gpointer index;

  if (!g_hash_table_lookup_extended (indices, &id, NULL, &index))
    return SPZ_TIMELINE_NONE;

  return GPOINTER_TO_UINT (index);
}

/**
 * spz_timeline_plan_find_bar:
 * @self: a plan
 * @phase_id: a phase's id
 *
 * Returns: its bar's index, or %SPZ_TIMELINE_NONE
 */
guint
spz_timeline_plan_find_bar (SpzTimelinePlan *self,
                            gint64           phase_id)
{
  g_return_val_if_fail (self != NULL, SPZ_TIMELINE_NONE);

  return find_id (self->bar_by_id, phase_id);
}

/**
 * spz_timeline_plan_find_milestone:
 * @self: a plan
 * @milestone_id: the id of a milestone in the programme
 *
 * Returns: its index, or %SPZ_TIMELINE_NONE
 */
guint
spz_timeline_plan_find_milestone (SpzTimelinePlan *self,
                                  gint64           milestone_id)
{
  g_return_val_if_fail (self != NULL, SPZ_TIMELINE_NONE);

  return find_id (self->milestone_by_id, milestone_id);
}

/* Private: whom something is for, within a sentence; %NULL if for everybody */
const char *
spz_timeline_audience_get_text (SpzAudience audience)
{
  switch (audience)
    {
    case SPZ_AUDIENCE_COMMITTEE:
      return _("non-public");
    case SPZ_AUDIENCE_INTERNAL:
      return _("internal only");
    case SPZ_AUDIENCE_PUBLIC:
    default:
      return NULL;
    }
}

static const char *
get_state_text (const SpzTimelineBar *bar)
{
  if (bar->overdue)
    return _("overdue");
  if (bar->progress >= 100)
    return _("finished");

  switch (bar->certainty)
    {
    case SPZ_CERTAINTY_PLANNED:
      return _("planned");
    case SPZ_CERTAINTY_EXPECTED:
      return _("expected");
    case SPZ_CERTAINTY_ONGOING:
      return _("ongoing");
    case SPZ_CERTAINTY_FIRM:
    default:
      return NULL;
    }
}

static void
append_former (SpzTimelinePlan *self,
               gint64           id,
               gboolean         is_milestone,
               GString         *text)
{
  for (guint i = 0; i < self->ghosts->len; i++)
    {
      const SpzTimelineGhost *ghost = &g_array_index (self->ghosts, SpzTimelineGhost, i);

      if (ghost->id != id || ghost->is_milestone != is_milestone || ghost->dropped)
        continue;

      /* Translators: after the date of a phase or a milestone: the one it had before */
      g_string_append_printf (text, _(", before: %s"), ghost->when);
    }
}

static void
append_audience (SpzAudience  audience,
                 GString     *text)
{
  const char *restriction = spz_timeline_audience_get_text (audience);

  if (restriction != NULL)
    g_string_append_printf (text, ", %s", restriction);
}

static void
append_state (SpzTimelinePlan      *self,
              const SpzTimelineBar *bar,
              GString              *text)
{
  const char *state = get_state_text (bar);

  if (state != NULL)
    g_string_append_printf (text, ", %s", state);
  if (bar->progress > 0 && bar->progress < 100)
    /* Translators: how far a phase is, "finished" as in 40 % finished */
    g_string_append_printf (text, _(", %u %% done"), bar->progress);
  append_audience (bar->audience, text);
  append_former (self, bar->id, FALSE, text);
  if (*bar->conflict != '\0')
    /* Translators: what is wrong with a phase, in whole sentences */
    g_string_append_printf (text, _(". Conflict: %s"), bar->conflict);
}

/**
 * spz_timeline_plan_describe_bar:
 * @self: a plan
 * @bar: index of a bar
 *
 * Says what a bar shows, for those who can't see it: "Zentrales DMS / E-Akte:
 * Vorbereitung, Q1 bis Q4 2020, abgeschlossen".
 *
 * Returns: (transfer full): the text
 */
char *
spz_timeline_plan_describe_bar (SpzTimelinePlan *self,
                                guint            bar)
{
  const SpzTimelineBar *b;
  g_autofree char *period = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL && bar < self->bars->len, NULL);

  b = &g_array_index (self->bars, SpzTimelineBar, bar);
  period = spz_period_format (b->start, b->end, b->precision);

  g_string_append_printf (text, "%s: %s, %s",
                          g_array_index (self->measures, SpzTimelineMeasure, b->measure).title,
                          b->title, period);
  append_state (self, b, text);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * spz_timeline_plan_describe_phase:
 * @self: a plan
 * @bar: index of a bar
 *
 * Says what a bar shows beside its measure and dates: "Vorbereitung,
 * abgeschlossen".
 *
 * Returns: (transfer full): the text
 */
char *
spz_timeline_plan_describe_phase (SpzTimelinePlan *self,
                                  guint            bar)
{
  const SpzTimelineBar *b;
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (self != NULL && bar < self->bars->len, NULL);

  b = &g_array_index (self->bars, SpzTimelineBar, bar);
  text = g_string_new (b->title);
  append_state (self, b, text);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * spz_timeline_plan_describe_milestone:
 * @self: a plan
 * @milestone: index of a milestone
 *
 * Returns: (transfer full): what a milestone shows, for those who can't see it
 */
char *
spz_timeline_plan_describe_milestone (SpzTimelinePlan *self,
                                      guint            milestone)
{
  const SpzTimelineMilestone *m;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL && milestone < self->milestones->len, NULL);

  m = &g_array_index (self->milestones, SpzTimelineMilestone, milestone);
  if (m->measure == SPZ_TIMELINE_NONE)
    /* Translators: a milestone's title and date */
    g_string_printf (text, _("Milestone: %s, %s"), m->title, m->when);
  else
    /* Translators: a milestone's measure, title and date */
    g_string_printf (text, _("%s: milestone %s, %s"),
                     g_array_index (self->measures, SpzTimelineMeasure, m->measure).title,
                     m->title, m->when);
  append_audience (m->audience, text);
  append_former (self, m->id, TRUE, text);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * spz_timeline_plan_describe_ghost:
 * @self: a plan
 * @ghost: index of a ghost
 *
 * Returns: (transfer full) (nullable): what is gone, for those who can't see it;
 *   %NULL if it is still there, and said of that
 */
char *
spz_timeline_plan_describe_ghost (SpzTimelinePlan *self,
                                  guint            ghost)
{
  const SpzTimelineGhost *g;

  g_return_val_if_fail (self != NULL && ghost < self->ghosts->len, NULL);

  g = &g_array_index (self->ghosts, SpzTimelineGhost, ghost);
  if (!g->dropped)
    return NULL;
  if (g->measure == SPZ_TIMELINE_NONE)
    /* Translators: what is no more in the plan, when it was */
    return g_strdup_printf (_("Dropped: %s, %s"), g->title, g->when);

  /* Translators: a measure, what of it is no more in the plan, when it was */
  return g_strdup_printf (_("%s: dropped: %s, %s"),
                          g_array_index (self->measures, SpzTimelineMeasure, g->measure).title,
                          g->title, g->when);
}

/**
 * spz_timeline_plan_describe:
 * @self: a plan
 *
 * Returns: (transfer full): what the whole picture shows, in two or three
 *   sentences
 */
char *
spz_timeline_plan_describe (SpzTimelinePlan *self)
{
  g_autofree char *measures = NULL;
  g_autofree char *phases = NULL;
  g_autofree char *milestones = NULL;
  g_autofree char *text = NULL;
  g_autofree char *former = NULL;
  SpzDate start, end;
  int first_year, last_year;

  g_return_val_if_fail (self != NULL, NULL);

  spz_timeline_plan_get_span (self, &start, &end);
  spz_date_get (start, &first_year, NULL, NULL);
  spz_date_get (end, &last_year, NULL, NULL);

  measures = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u measure", "%u measures", self->measures->len),
                              self->measures->len);
  phases = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u phase", "%u phases", self->bars->len),
                            self->bars->len);
  milestones = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u milestone", "%u milestones", self->milestones->len),
                                self->milestones->len);

  /* Translators: title, first and last year, "19 measures", "57 phases", "3 milestones" */
  text = g_strdup_printf (_("%s. Timeline from %d to %d: %s with %s and %s, one row a measure."),
                          *self->title != '\0' ? self->title : _("Plan"),
                          first_year, last_year, measures, phases, milestones);
  if (*self->compared == '\0')
    return g_steal_pointer (&text);

  /* Translators: a version of the plan: follows on what the picture shows */
  former = g_strdup_printf (_("Dashed outlines below the bars show where they were in “%s”."), self->compared);

  return g_strdup_printf ("%s %s", text, former);
}

static void
append_csv_field (GString    *csv,
                  const char *field)
{
  if (strpbrk (field, ",;\"\r\n") == NULL)
    {
      g_string_append (csv, field);
      return;
    }

  g_string_append_c (csv, '"');
  for (const char *p = field; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

/* A quarter where the date is a quarter's boundary, the date elsewhere */
static char *
format_csv_date (const SpzTimelineBar *bar,
                 gboolean              is_end)
{
  SpzDate date = is_end ? bar->end : bar->start;
  SpzQuarter quarter = spz_quarter_from_date (date, 1);
  SpzDate boundary = is_end ? spz_quarter_get_end (quarter, 1) : spz_quarter_get_start (quarter, 1);

  if (bar->precision >= SPZ_PRECISION_QUARTER && date == boundary)
    return spz_quarter_to_iso (quarter);

  return spz_date_to_iso (date);
}

/**
 * spz_timeline_plan_to_csv:
 * @self: a plan
 *
 * Writes the plan's phases as comma separated values (RFC 4180), in the
 * columns that the import reads: measure, phase, start_quarter, end_quarter.
 *
 * Returns: (transfer full): the text, in UTF-8
 */
char *
spz_timeline_plan_to_csv (SpzTimelinePlan *self)
{
  g_autoptr (GString) csv = g_string_new ("measure,phase,start_quarter,end_quarter\n");

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->bars->len; i++)
    {
      const SpzTimelineBar *bar = &g_array_index (self->bars, SpzTimelineBar, i);
      g_autofree char *start = format_csv_date (bar, FALSE);
      g_autofree char *end = format_csv_date (bar, TRUE);

      append_csv_field (csv, g_array_index (self->measures, SpzTimelineMeasure, bar->measure).title);
      g_string_append_c (csv, ',');
      append_csv_field (csv, bar->title);
      g_string_append_printf (csv, ",%s,%s\n", start, end);
    }

  return g_string_free (g_steal_pointer (&csv), FALSE);
}
