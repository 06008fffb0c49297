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

  /* Texts of both snapshots, interned there */
  GHashTable      *rows;    /* a present measure's title → its row, plus 1 */
  GHashTable      *renamed; /* a measure's former title → its present one */
} Comparison;

static void
state_clear (SpzPlanState *self)
{
  g_free (self->title);
  g_free (self->measure_title);
  g_free (self->wording);
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
  };
}

/* A wording that is a period was none: the date is meant so exactly. */
static void
take_milestone (SpzPlanState           *state,
                const SpzPlanMilestone *milestone)
{
  SpzPrecision precision = SPZ_PRECISION_DAY;
  gboolean is_period = spz_period_parse (milestone->wording, NULL, NULL, &precision);

  *state = (SpzPlanState) {
    .title = spz_inline_to_plain (milestone->title),
    .measure_title = spz_inline_to_plain (milestone->measure_title),
    .start = milestone->date,
    .end = milestone->date,
    .precision = precision,
    .certainty = SPZ_CERTAINTY_FIRM,
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

static guint
get_row (Comparison *self,
         const char *measure_title)
{
  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, get_present_title (self, measure_title)));

  return row > 0 ? row - 1 : SPZ_PLAN_NO_ROW;
}

static gboolean
is_shown (Comparison  *self,
          SpzAudience  audience)
{
  return audience <= self->audience;
}

/* A version keeps measures by their titles. Where one is gone, and a phase that
 * was part of it is called as before but part of a measure of which nothing
 * was known, that measure was renamed. */
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

      if (after == NULL || !g_str_equal (before->title, after->title) ||
          g_hash_table_contains (self->rows, before->measure_title) ||
          g_hash_table_contains (self->renamed, before->measure_title) ||
          g_hash_table_contains (former, after->measure_title))
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
  if (!g_str_equal (get_present_title (self, before->measure_title), after->measure_title))
    flags |= SPZ_PLAN_CHANGE_MEASURE;
  if (before->certainty != after->certainty)
    flags |= SPZ_PLAN_CHANGE_CERTAINTY;

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
      if (before != NULL)
        take_phase (&change->before, before, before->precision);
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

      change = add_change (self, SPZ_PLAN_CHANGE_REMOVED, SPZ_TYPE_PHASE, phases[i].id,
                           get_row (self, phases[i].measure_title));
      take_phase (&change->before, &phases[i], phases[i].precision);
    }
}

/* Milestones */

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
compare_milestones (const SpzPlanMilestone *before,
                    const SpzPlanMilestone *after)
{
  SpzPlanChangeFlags flags = 0;

  if (before->date != after->date)
    flags |= SPZ_PLAN_CHANGE_MOVED;
  else if (!g_str_equal (before->wording, after->wording))
    flags |= SPZ_PLAN_CHANGE_WORDING;
  if (!g_str_equal (before->title, after->title))
    flags |= SPZ_PLAN_CHANGE_TITLE;

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
        flags = compare_milestones (before, after);
      if (flags == 0)
        continue;

      change = add_change (self, flags, SPZ_TYPE_MILESTONE, after->id, after->row);
      take_milestone (&change->after, after);
      if (before != NULL)
        take_milestone (&change->before, before);
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
  g_autoptr (GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) renamed = g_hash_table_new (g_str_hash, g_str_equal);
  Comparison self = { before, after, audience, NULL, rows, renamed };
  guint n;
  const SpzPlanPhase *phases = spz_plan_snapshot_get_phases (after, &n);

  for (guint i = 0; i < n; i++)
    g_hash_table_insert (rows, (gpointer) phases[i].measure_title, GUINT_TO_POINTER (phases[i].row + 1));

  self.changes = g_ptr_array_new_with_free_func ((GDestroyNotify) spz_plan_change_free);
  find_renamed_measures (&self);
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
