/* spz-plan-changes.c: what changed since a version of the plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-plan-changes.h"

#include <string.h>

#include "spz-inline.h"
#include "spz-plan-snapshot-private.h"
#include "spz-plan.h"

typedef struct
{
  SpzPlanSnapshot *before;
  SpzPlanSnapshot *after;
  SpzAudience      audience;
  GPtrArray       *changes;

  GHashTable      *by_id;    /* present measures: id → SpzPlanMeasure */

  /* Texts of both snapshots, interned there */
  GHashTable      *by_title; /* present measures: title → SpzPlanMeasure */
  GHashTable      *renamed;  /* a measure's former title → its present one */
  GHashTable      *kinds;    /* of phases: former title → present one */
} Comparison;

static void
state_clear (SpzPlanState *self)
{
  g_free (self->title);
  g_free (self->measure_title);
  g_free (self->wording);
  g_free (self->phase_kind);
}

/**
 * spz_plan_change_free:
 * @self: a change
 *
 * Frees it.
 */
void
spz_plan_change_free (SpzPlanChange *self)
{
  state_clear (&self->before);
  state_clear (&self->after);
  g_free (self);
}

static void
take_phase (SpzPlanState       *state,
            const SpzPlanPhase *phase,
            SpzPrecision        precision)
{
  *state = (SpzPlanState) {
    .title = spz_inline_to_plain (phase->title),
    .measure_title = spz_inline_to_plain (phase->measure_title),
    .start = phase->start,
    .end = phase->end,
    .precision = precision,
    .certainty = phase->certainty,
    .wording = g_strdup (""),
    .phase_kind = spz_inline_to_plain (phase->kind),
  };
}

/* A wording that is a period was none: the date is meant so exactly. */
static void
take_milestone (SpzPlanState           *state,
                const SpzPlanMilestone *milestone)
{
  SpzPrecision precision = milestone->precision;
  gboolean is_period = spz_period_parse (milestone->wording, NULL, NULL, &precision);

  *state = (SpzPlanState) {
    .title = spz_inline_to_plain (milestone->title),
    .measure_title = spz_inline_to_plain (milestone->measure_title),
    .start = milestone->date,
    .end = milestone->date,
    .precision = precision,
    .certainty = milestone->certainty,
    .kind = milestone->kind,
    .wording = is_period || *milestone->wording == '\0'
               ? spz_date_format_precision (milestone->date, precision)
               : g_strdup (milestone->wording),
  };
}

static SpzPlanChange *
add_change (Comparison         *self,
            SpzPlanChangeFlags  flags,
            GType               type,
            gint64              id,
            guint               row)
{
  SpzPlanChange *change = g_new0 (SpzPlanChange, 1);

  change->flags = flags;
  change->type = type;
  change->id = id;
  change->row = row;
  g_ptr_array_add (self->changes, change);

  return change;
}

/* Measures */

static const char *
get_present_title (Comparison *self,
                   const char *measure_title)
{
  const char *renamed = g_hash_table_lookup (self->renamed, measure_title);

  return renamed != NULL ? renamed : measure_title;
}

/* What became of a measure of the version, by its number if that was kept and
 * wasn't given to another one since, else by its title; NULL if it is gone */
static const SpzPlanMeasure *
find_measure (Comparison *self,
              gint64      id,
              const char *title)
{
  const char *present = get_present_title (self, title);
  const SpzPlanMeasure *measure = id != 0 ? g_hash_table_lookup (self->by_id, &id) : NULL;

  if (measure != NULL && g_str_equal (measure->title, present))
    return measure;
  if (*title == '\0')
    return NULL;

  return g_hash_table_lookup (self->by_title, present);
}

static void
set_former_measure (Comparison    *self,
                    SpzPlanChange *change,
                    gint64         id,
                    const char    *title)
{
  const SpzPlanMeasure *measure = find_measure (self, id, title);

  change->former_measure = measure != NULL ? measure->id : 0;
  if (change->flags & SPZ_PLAN_CHANGE_REMOVED)
    change->row = measure != NULL ? measure->row : SPZ_PLAN_NO_ROW;
}

static gboolean
is_shown (Comparison  *self,
          SpzAudience  audience)
{
  return audience <= self->audience;
}

/* Whether a phase that was kept shows that its measure was renamed: it is still
 * part of it by the measure's number. A version of old kept the title alone: if
 * none is called so any more, and the phase is called as before but part of a
 * measure of which nothing was known, it is that one. */
static gboolean
shows_renaming (Comparison         *self,
                GHashTable         *former,
                const SpzPlanPhase *before,
                const SpzPlanPhase *after)
{
  gboolean same_title = g_str_equal (before->title, after->title);

  if (before->measure != 0)
    return before->measure == after->measure &&
           !g_str_equal (before->measure_title, after->measure_title) &&
           (same_title || (before->start == after->start && before->end == after->end));

  return same_title &&
         !g_hash_table_contains (self->by_title, before->measure_title) &&
         !g_hash_table_contains (former, after->measure_title);
}

static void
find_renamed_measures (Comparison *self)
{
  g_autoptr (GHashTable) former = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const SpzPlanPhase *phases = spz_plan_snapshot_get_phases (self->before, &n);

  for (guint i = 0; i < n; i++)
    g_hash_table_add (former, (gpointer) phases[i].measure_title);

  for (guint i = 0; i < n; i++)
    {
      const SpzPlanPhase *before = &phases[i];
      const SpzPlanPhase *after = spz_plan_snapshot_find_phase (self->after, before->id);
      SpzPlanChange *change;

      if (after == NULL || g_hash_table_contains (self->renamed, before->measure_title) ||
          !shows_renaming (self, former, before, after))
        continue;

      g_hash_table_insert (self->renamed, (gpointer) before->measure_title, (gpointer) after->measure_title);
      if (!is_shown (self, before->audience) || !is_shown (self, after->audience))
        continue;

      change = add_change (self, SPZ_PLAN_CHANGE_TITLE, SPZ_TYPE_MEASURE, after->measure, after->row);
      change->before.title = spz_inline_to_plain (before->measure_title);
      change->after.title = spz_inline_to_plain (after->measure_title);
    }
}

/* Phases */

/* The id of a deleted row may be given again: what has neither the title nor
 * the measure in common is something else. */
static const SpzPlanPhase *
find_same_phase (Comparison         *self,
                 SpzPlanSnapshot    *in,
                 const SpzPlanPhase *phase)
{
  const SpzPlanPhase *found = spz_plan_snapshot_find_phase (in, phase->id);

  if (found == NULL || g_str_equal (found->title, phase->title) ||
      g_str_equal (get_present_title (self, found->measure_title), get_present_title (self, phase->measure_title)))
    return found;

  return NULL;
}

/* By their numbers, where these are known */
static gboolean
is_same_measure (Comparison *self,
                 gint64      before,
                 const char *before_title,
                 gint64      after,
                 const char *after_title)
{
  return (before != 0 && before == after) ||
         g_str_equal (get_present_title (self, before_title), after_title);
}

static gboolean
is_kind (SpzProgramme *programme,
         const char   *title)
{
  SpzRecordList *kinds = spz_programme_get_list (programme, SPZ_TYPE_PHASE_KIND);

  for (guint i = 0; i < spz_record_list_get_size (kinds); i++)
    {
      SpzPhaseKind *kind = spz_record_list_get (kinds, i);

      if (g_str_equal (kind->title, title))
        return TRUE;
    }

  return FALSE;
}

/* What most of those that were of a kind are now of; NULL if it can't be told */
static const char *
find_most (GHashTable *counts)
{
  const char *most = NULL, *kind;
  guint largest = 0;
  GHashTableIter iter;
  gpointer count;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, (gpointer *) &kind, &count))
    {
      if (GPOINTER_TO_UINT (count) == largest)
        most = NULL;
      if (GPOINTER_TO_UINT (count) > largest)
        {
          most = kind;
          largest = GPOINTER_TO_UINT (count);
        }
    }

  return most;
}

/* A version keeps what kinds were called, not which they were. Where none is
 * called so any more, and most of the phases that were of it are of one kind
 * now, of which none was then, that kind was renamed: no phase is another one
 * for that. */
static void
find_renamed_kinds (Comparison   *self,
                    SpzProgramme *programme)
{
  g_autoptr (GHashTable) former = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                         (GDestroyNotify) g_hash_table_unref);
  GHashTableIter iter;
  GHashTable *counts;
  const char *kind;
  guint n;
  const SpzPlanPhase *phases = spz_plan_snapshot_get_phases (self->before, &n);

  for (guint i = 0; i < n; i++)
    {
      const SpzPlanPhase *after = find_same_phase (self, self->after, &phases[i]);

      counts = g_hash_table_lookup (former, phases[i].kind);
      if (counts == NULL)
        {
          counts = g_hash_table_new (g_str_hash, g_str_equal);
          g_hash_table_insert (former, (gpointer) phases[i].kind, counts);
        }
      if (after != NULL)
        g_hash_table_insert (counts, (gpointer) after->kind,
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, after->kind)) + 1));
    }

  g_hash_table_iter_init (&iter, former);
  while (g_hash_table_iter_next (&iter, (gpointer *) &kind, (gpointer *) &counts))
    {
      const char *present = find_most (counts);

      if (*kind != '\0' && !is_kind (programme, kind) &&
          present != NULL && *present != '\0' && !g_hash_table_contains (former, present))
        g_hash_table_insert (self->kinds, (gpointer) kind, (gpointer) present);
    }
}

static gboolean
is_same_kind (Comparison         *self,
              const SpzPlanPhase *before,
              const SpzPlanPhase *after)
{
  const char *renamed = g_hash_table_lookup (self->kinds, before->kind);

  return g_str_equal (before->kind, after->kind) || (renamed != NULL && g_str_equal (renamed, after->kind));
}

static SpzPlanChangeFlags
compare_phases (Comparison         *self,
                const SpzPlanPhase *before,
                const SpzPlanPhase *after)
{
  gboolean ongoing = before->certainty == SPZ_CERTAINTY_ONGOING && after->certainty == SPZ_CERTAINTY_ONGOING;
  SpzPlanChangeFlags flags = 0;

  if (before->start != after->start)
    flags |= SPZ_PLAN_CHANGE_START;
  /* What has no end of its own does not end later, either. */
  if (before->end != after->end && !ongoing)
    flags |= SPZ_PLAN_CHANGE_END;
  if (!g_str_equal (before->title, after->title))
    flags |= SPZ_PLAN_CHANGE_TITLE;
  if (!is_same_measure (self, before->measure, before->measure_title, after->measure, after->measure_title))
    flags |= SPZ_PLAN_CHANGE_MEASURE;
  if (before->certainty != after->certainty)
    flags |= SPZ_PLAN_CHANGE_CERTAINTY;
  if (spz_plan_snapshot_get_form (self->before) >= SPZ_PLAN_FORM_KINDS && !is_same_kind (self, before, after))
    flags |= SPZ_PLAN_CHANGE_KIND;

  return flags;
}

/* What the audience must not see now is not spoken of. What it could not see
 * then is new to it. */
static void
compare_present_phases (Comparison *self)
{
  guint n;
  const SpzPlanPhase *phases = spz_plan_snapshot_get_phases (self->after, &n);

  for (guint i = 0; i < n; i++)
    {
      const SpzPlanPhase *after = &phases[i];
      const SpzPlanPhase *before = find_same_phase (self, self->before, after);
      SpzPlanChangeFlags flags = SPZ_PLAN_CHANGE_ADDED;
      SpzPlanChange *change;

      if (!is_shown (self, after->audience))
        continue;
      if (before != NULL && !is_shown (self, before->audience))
        before = NULL;
      if (before != NULL)
        flags = compare_phases (self, before, after);
      if (flags == 0)
        continue;

      change = add_change (self, flags, SPZ_TYPE_PHASE, after->id, after->row);
      take_phase (&change->after, after, after->precision);
      if (before == NULL)
        continue;

      take_phase (&change->before, before, before->precision);
      set_former_measure (self, change, before->measure, before->measure_title);
    }
}

static void
find_removed_phases (Comparison *self)
{
  guint n;
  const SpzPlanPhase *phases = spz_plan_snapshot_get_phases (self->before, &n);

  for (guint i = 0; i < n; i++)
    {
      SpzPlanChange *change;

      if (!is_shown (self, phases[i].audience) ||
          find_same_phase (self, self->after, &phases[i]) != NULL)
        continue;

      change = add_change (self, SPZ_PLAN_CHANGE_REMOVED, SPZ_TYPE_PHASE, phases[i].id, SPZ_PLAN_NO_ROW);
      take_phase (&change->before, &phases[i], phases[i].precision);
      set_former_measure (self, change, phases[i].measure, phases[i].measure_title);
    }
}

/* Milestones */

/* Whether the version says more of them than title and date */
static gboolean
has_details (Comparison *self)
{
  return spz_plan_snapshot_get_form (self->before) >= SPZ_PLAN_FORM_DETAILS;
}

static const SpzPlanMilestone *
find_same_milestone (SpzPlanSnapshot        *in,
                     const SpzPlanMilestone *milestone)
{
  const SpzPlanMilestone *found = spz_plan_snapshot_find_milestone (in, milestone->id);

  if (found == NULL || g_str_equal (found->title, milestone->title) || found->date == milestone->date)
    return found;

  return NULL;
}

static SpzPlanChangeFlags
compare_milestones (Comparison             *self,
                    const SpzPlanMilestone *before,
                    const SpzPlanMilestone *after)
{
  SpzPlanChangeFlags flags = 0;

  if (before->date != after->date)
    flags |= SPZ_PLAN_CHANGE_MOVED;
  else if (!g_str_equal (before->wording, after->wording))
    flags |= SPZ_PLAN_CHANGE_WORDING;
  if (!g_str_equal (before->title, after->title))
    flags |= SPZ_PLAN_CHANGE_TITLE;
  if (!has_details (self))
    return flags;

  if (!is_same_measure (self, before->measure, before->measure_title, after->measure, after->measure_title))
    flags |= SPZ_PLAN_CHANGE_MEASURE;
  if (before->certainty != after->certainty)
    flags |= SPZ_PLAN_CHANGE_CERTAINTY;
  if (before->kind != after->kind)
    flags |= SPZ_PLAN_CHANGE_KIND;

  return flags;
}

static void
compare_present_milestones (Comparison *self)
{
  guint n;
  const SpzPlanMilestone *milestones = spz_plan_snapshot_get_milestones (self->after, &n);

  for (guint i = 0; i < n; i++)
    {
      const SpzPlanMilestone *after = &milestones[i];
      const SpzPlanMilestone *before = find_same_milestone (self->before, after);
      SpzPlanChangeFlags flags = SPZ_PLAN_CHANGE_ADDED;
      SpzPlanChange *change;

      if (!is_shown (self, after->audience))
        continue;
      if (before != NULL && !is_shown (self, before->audience))
        before = NULL;
      if (before != NULL)
        flags = compare_milestones (self, before, after);
      if (flags == 0)
        continue;

      change = add_change (self, flags, SPZ_TYPE_MILESTONE, after->id, after->row);
      take_milestone (&change->after, after);
      if (before == NULL)
        continue;

      take_milestone (&change->before, before);
      /* Where it was isn't known of a version of old: it stays where it is. */
      if (has_details (self))
        set_former_measure (self, change, before->measure, before->measure_title);
      else
        set_former_measure (self, change, after->measure, after->measure_title);
    }
}

static void
find_removed_milestones (Comparison *self)
{
  guint n;
  const SpzPlanMilestone *milestones = spz_plan_snapshot_get_milestones (self->before, &n);

  for (guint i = 0; i < n; i++)
    {
      SpzPlanChange *change;

      if (!is_shown (self, milestones[i].audience) ||
          find_same_milestone (self->after, &milestones[i]) != NULL)
        continue;

      change = add_change (self, SPZ_PLAN_CHANGE_REMOVED, SPZ_TYPE_MILESTONE, milestones[i].id, SPZ_PLAN_NO_ROW);
      take_milestone (&change->before, &milestones[i]);
      set_former_measure (self, change, milestones[i].measure, milestones[i].measure_title);
    }
}

static int
get_type_order (const SpzPlanChange *change)
{
  return change->type == SPZ_TYPE_MEASURE ? 0 : change->type == SPZ_TYPE_PHASE ? 1 : 2;
}

static SpzDate
get_date (const SpzPlanChange *change)
{
  return change->flags & SPZ_PLAN_CHANGE_REMOVED ? change->before.start : change->after.start;
}

/* Row by row; in a row the phases, then the milestones, each in time */
static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const SpzPlanChange *left = *(SpzPlanChange *const *) a;
  const SpzPlanChange *right = *(SpzPlanChange *const *) b;

  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  if (get_type_order (left) != get_type_order (right))
    return get_type_order (left) - get_type_order (right);
  if (get_date (left) != get_date (right))
    return get_date (left) - get_date (right);

  return (left->id > right->id) - (left->id < right->id);
}

/**
 * spz_plan_compare:
 * @programme: a programme
 * @version: a version of its plan
 * @audience: for whom
 *
 * Compares the plan with a version of it. Nothing that is for a narrower
 * audience than @audience, now or then, is spoken of.
 *
 * Returns: (transfer full) (element-type SpzPlanChange): what changed since, in
 *   the plan's order; what is left of measures that are gone comes last
 */
GPtrArray *
spz_plan_compare (SpzProgramme   *programme,
                  SpzPlanVersion *version,
                  SpzAudience     audience)
{
  g_autoptr (SpzPlanSnapshot) before = spz_plan_snapshot_new_from_version (programme, version);
  g_autoptr (SpzPlanSnapshot) after = spz_plan_snapshot_new (programme);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) by_title = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) renamed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) kinds = g_hash_table_new (g_str_hash, g_str_equal);
  Comparison self = { before, after, audience, NULL, by_id, by_title, renamed, kinds };
  guint n;
  const SpzPlanMeasure *measures = spz_plan_snapshot_get_measures (after, &n);

  for (guint i = 0; i < n; i++)
    {
      g_hash_table_insert (by_id, (gpointer) &measures[i].id, (gpointer) &measures[i]);
      g_hash_table_insert (by_title, (gpointer) measures[i].title, (gpointer) &measures[i]);
    }

  self.changes = g_ptr_array_new_with_free_func ((GDestroyNotify) spz_plan_change_free);
  find_renamed_measures (&self);
  find_renamed_kinds (&self, programme);
  compare_present_phases (&self);
  find_removed_phases (&self);
  compare_present_milestones (&self);
  find_removed_milestones (&self);
  g_ptr_array_sort (self.changes, compare_places);

  return self.changes;
}

static int
count_months (SpzDate from,
              SpzDate to)
{
  int from_year, from_month, to_year, to_month;

  spz_date_get (from, &from_year, &from_month, NULL);
  spz_date_get (to, &to_year, &to_month, NULL);

  return (to_year - from_year) * 12 + to_month - from_month;
}

/**
 * spz_plan_shift_measure:
 * @from: a former start; of an end, the day after it
 * @to: the present one
 * @unit: (out): in what the shift is measured
 *
 * Measures how far a date moved, as people say it: in quarters if these are
 * whole ones, else in months, weeks or days.
 *
 * Returns: by how many; below zero if it is earlier
 */
int
spz_plan_shift_measure (SpzDate           from,
                        SpzDate           to,
                        SpzPlanShiftUnit *unit)
{
  int months = count_months (from, to), days = to - from;

  if (months != 0 && spz_date_add_months (from, months) == to)
    {
      *unit = months % 3 == 0 ? SPZ_PLAN_SHIFT_QUARTERS : SPZ_PLAN_SHIFT_MONTHS;
      return months % 3 == 0 ? months / 3 : months;
    }

  *unit = days % 7 == 0 ? SPZ_PLAN_SHIFT_WEEKS : SPZ_PLAN_SHIFT_DAYS;
  return days % 7 == 0 ? days / 7 : days;
}
