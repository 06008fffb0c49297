/* test-random.c: a plan edited at random, with undo and redo between
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "spz-dependencies.h"
#include "spz-fixture.h"
#include "spz-plan.h"
#include "spz-plan-edit.h"
#include "spz-plan-order.h"
#include "spz-plan-versions.h"

#define SEED 20210208
#define N_OPERATIONS 10000

/* What keeps the plan of a size such that most edits meet others */
#define MAX_PHASES 80
#define MAX_MEASURES 20
#define MAX_VERSIONS 4

/* The step before which nothing is undone */
#define FIRST_STEP "Anfang"

typedef struct
{
  SpzProgramme *programme; /* Borrowed */
  GRand        *random;
  guint         n_done;
  guint         n_refused;
} Session;

typedef gboolean (*Operation) (Session  *self,
                               GError  **error);

static SpzRecordList *
get_list (Session *self,
          GType    type)
{
  return spz_programme_get_list (self->programme, type);
}

static guint
get_size (Session *self,
          GType    type)
{
  return spz_record_list_get_size (get_list (self, type));
}

static guint
choose (Session *self,
        guint    n)
{
  return (guint) g_rand_int_range (self->random, 0, (gint32) n);
}

/* One of the records there are, or NULL */
static gpointer
pick (Session *self,
      GType    type)
{
  guint n = get_size (self, type);

  return n > 0 ? spz_record_list_get (get_list (self, type), choose (self, n)) : NULL;
}

static gint64
pick_id (Session *self,
         GType    type)
{
  SpzRecord *record = choose (self, 4) > 0 ? pick (self, type) : NULL;

  return record != NULL ? spz_record_get_id (record) : 0;
}

static SpzPlanSpan
pick_span (Session *self)
{
  SpzDate start = spz_date_add_months (spz_date_new (2020, 1, 1), (int) choose (self, 48));
  SpzDate end = spz_date_add_months (start, (int) choose (self, 12) + 1) - 1;

  if (choose (self, 4) == 0)
    start += (SpzDate) choose (self, 20);

  return (SpzPlanSpan) { start, end, spz_plan_guess_precision (start, end, 1) };
}

/* Up to three, each once */
static GPtrArray *
pick_several (Session *self,
              GType    type)
{
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = choose (self, 3) + 1; i > 0; i--)
    {
      gpointer record = pick (self, type);

      if (record != NULL && !g_ptr_array_find (records, record, NULL))
        g_ptr_array_add (records, record);
    }

  return records;
}

static GArray *
pick_edits (Session *self)
{
  g_autoptr (GPtrArray) phases = pick_several (self, SPZ_TYPE_PHASE);
  GArray *edits = g_array_new (FALSE, FALSE, sizeof (SpzPlanEdit));
  SpzMilestone *milestone = choose (self, 4) == 0 ? pick (self, SPZ_TYPE_MILESTONE) : NULL;

  for (guint i = 0; i < phases->len; i++)
    {
      SpzPhase *phase = g_ptr_array_index (phases, i);
      SpzMeasure *measure = pick (self, SPZ_TYPE_MEASURE);
      SpzPlanEdit edit = { SPZ_RECORD (phase), phase->measure, pick_span (self) };

      if (choose (self, 3) == 0)
        edit.measure = spz_record_get_id (SPZ_RECORD (measure));
      g_array_append_val (edits, edit);
    }
  if (milestone != NULL)
    {
      SpzPlanEdit edit = { SPZ_RECORD (milestone), milestone->measure, pick_span (self) };

      /* To another measure, or to none */
      if (choose (self, 3) == 0)
        edit.measure = pick_id (self, SPZ_TYPE_MEASURE);
      edit.span.end = edit.span.start;
      g_array_append_val (edits, edit);
    }

  return edits;
}

static gboolean
add_measure (Session  *self,
             GError  **error)
{
  return get_size (self, SPZ_TYPE_MEASURE) >= MAX_MEASURES ||
         spz_plan_add_measure (self->programme, pick_id (self, SPZ_TYPE_ACTION_FIELD), error) != 0;
}

static gboolean
add_phase (Session  *self,
           GError  **error)
{
  SpzMeasure *measure = pick (self, SPZ_TYPE_MEASURE);
  SpzPlanSpan span = pick_span (self);

  return measure == NULL || get_size (self, SPZ_TYPE_PHASE) >= MAX_PHASES ||
         spz_plan_add_phase_of_kind (self->programme, measure, pick (self, SPZ_TYPE_PHASE_KIND), &span, error) != 0;
}

static gboolean
add_milestone (Session  *self,
               GError  **error)
{
  return get_size (self, SPZ_TYPE_MILESTONE) >= MAX_MEASURES ||
         spz_plan_add_milestone (self->programme, pick_id (self, SPZ_TYPE_MEASURE), pick_span (self).start, error) != 0;
}

static gboolean
move (Session  *self,
      GError  **error)
{
  g_autoptr (GArray) edits = pick_edits (self);
  const SpzPlanEdit *data = (const SpzPlanEdit *) (gpointer) edits->data;

  if (edits->len == 0)
    return TRUE;

  return choose (self, 2)
         ? spz_plan_move (self->programme, data, edits->len, SPZ_PLAN_GRIP_WHOLE, error)
         : spz_plan_move_with_followers (self->programme, data, edits->len, SPZ_PLAN_GRIP_END, error);
}

/* What can't be: it has to be refused as a whole. */
static gboolean
move_wrongly (Session  *self,
              GError  **error)
{
  g_autoptr (GArray) edits = pick_edits (self);
  SpzPlanEdit *last;

  if (edits->len == 0)
    return TRUE;

  last = &g_array_index (edits, SpzPlanEdit, edits->len - 1);
  if (SPZ_IS_MILESTONE (last->record))
    return TRUE;

  last->span.end = last->span.start - 1;
  g_assert_false (spz_plan_move (self->programme, (const SpzPlanEdit *) (gpointer) edits->data, edits->len,
                                 SPZ_PLAN_GRIP_WHOLE, error));
  return FALSE;
}

static gboolean
copy (Session  *self,
      GError  **error)
{
  g_autoptr (GArray) edits = pick_edits (self);
  g_autoptr (GArray) copies = NULL;

  if (edits->len == 0 || get_size (self, SPZ_TYPE_PHASE) >= MAX_PHASES)
    return TRUE;

  copies = spz_plan_copy (self->programme, (const SpzPlanEdit *) (gpointer) edits->data, edits->len, error);
  if (copies != NULL)
    g_assert_cmpuint (copies->len, ==, edits->len);

  return copies != NULL;
}

static gboolean
remove_some (Session  *self,
             GError  **error)
{
  static GType (*const types[]) (void) = {
    spz_phase_get_type, spz_phase_get_type, spz_phase_get_type, spz_milestone_get_type, spz_measure_get_type,
  };
  g_autoptr (GPtrArray) records = pick_several (self, types[choose (self, G_N_ELEMENTS (types))] ());
  SpzPhase *phase = pick (self, SPZ_TYPE_PHASE);

  if (phase != NULL && choose (self, 2) && !g_ptr_array_find (records, phase, NULL))
    g_ptr_array_add (records, phase);

  return records->len == 0 || spz_plan_remove (self->programme, records, error);
}

static gboolean
change_some (Session  *self,
             GError  **error)
{
  g_autoptr (GPtrArray) phases = pick_several (self, SPZ_TYPE_PHASE);

  if (phases->len == 0)
    return TRUE;

  return choose (self, 2)
         ? spz_phases_set_progress (self->programme, phases, (int) choose (self, 12) * 10, error)
         : spz_phases_set_certainty (self->programme, phases, choose (self, 4), error);
}

static gboolean
link_two (Session  *self,
          GError  **error)
{
  SpzPhase *predecessor = pick (self, SPZ_TYPE_PHASE);
  SpzPhase *successor = pick (self, SPZ_TYPE_PHASE);

  return predecessor == NULL ||
         spz_dependency_add (self->programme, predecessor, successor, error) != 0;
}

static gboolean
unlink_two (Session  *self,
            GError  **error)
{
  SpzDependency *dependency = pick (self, SPZ_TYPE_DEPENDENCY);

  return dependency == NULL || spz_dependency_remove (self->programme, dependency, error);
}

static gboolean
reorder (Session  *self,
         GError  **error)
{
  SpzMeasure *measure = pick (self, SPZ_TYPE_MEASURE);
  gint64 field = pick_id (self, SPZ_TYPE_ACTION_FIELD);
  SpzRecordList *siblings = spz_programme_get_children (self->programme, SPZ_TYPE_MEASURE, "action-field", field);
  guint n = spz_record_list_get_size (siblings);

  if (measure == NULL || choose (self, 4) == 0)
    return spz_action_field_move (self->programme, pick (self, SPZ_TYPE_ACTION_FIELD),
                                  choose (self, 2) ? pick (self, SPZ_TYPE_ACTION_FIELD) : NULL, error);

  return spz_measure_move (self->programme, measure, field,
                           spz_record_list_get (siblings, choose (self, n + 1)), error);
}

static gboolean
freeze (Session  *self,
        GError  **error)
{
  g_autofree char *title = g_strdup_printf ("Stand %u", choose (self, 1000));

  if (get_size (self, SPZ_TYPE_PLAN_VERSION) >= MAX_VERSIONS || choose (self, 4) > 0)
    return TRUE;

  return spz_plan_version_freeze (self->programme, title, "beraten", SPZ_DATE_NONE, error) != 0;
}

static gboolean
forget_version (Session  *self,
                GError  **error)
{
  SpzPlanVersion *version = choose (self, 8) == 0 ? pick (self, SPZ_TYPE_PLAN_VERSION) : NULL;

  return version == NULL || spz_plan_version_remove (self->programme, version, error);
}

static gboolean
is_at_first (Session *self)
{
  return g_str_equal (spz_programme_get_undo_label (self->programme), FIRST_STEP);
}

static gboolean
undo_some (Session  *self,
           GError  **error)
{
  guint n = choose (self, 6) + 1;
  guint undone = 0;

  for (; undone < n && !is_at_first (self); undone++)
    if (!spz_programme_undo (self->programme, error))
      return FALSE;

  for (guint redone = choose (self, undone + 1); redone > 0; redone--)
    if (!spz_programme_redo (self->programme, error))
      return FALSE;

  return TRUE;
}

static const Operation operations[] = {
  add_measure, add_measure, add_phase, add_phase, add_phase, add_milestone, move, move, move, move, move_wrongly,
  copy, copy, remove_some, remove_some, change_some, link_two, link_two, link_two, unlink_two, reorder,
  reorder, freeze, forget_version, undo_some, undo_some,
};

/* Each reference leads to something, each constraint holds, no phase waits for
 * itself, and the order is a strict one. */
static void
assert_valid (Session *self)
{
  SpzRecordList *phases = get_list (self, SPZ_TYPE_PHASE);
  SpzRecordList *milestones = get_list (self, SPZ_TYPE_MILESTONE);
  SpzRecordList *measures = get_list (self, SPZ_TYPE_MEASURE);
  SpzRecordList *dependencies = get_list (self, SPZ_TYPE_DEPENDENCY);
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < spz_record_list_get_size (phases); i++)
    {
      SpzPhase *phase = spz_record_list_get (phases, i);

      g_assert_cmpint (phase->start, <=, phase->end);
      g_assert_cmpint (phase->start, >, SPZ_DATE_NONE);
      g_assert_cmpint (phase->progress, >=, 0);
      g_assert_cmpint (phase->progress, <=, 100);
      g_assert_nonnull (spz_programme_lookup (self->programme, SPZ_TYPE_MEASURE, phase->measure));
    }
  for (guint i = 0; i < spz_record_list_get_size (milestones); i++)
    {
      SpzMilestone *milestone = spz_record_list_get (milestones, i);

      g_assert_true (milestone->measure == 0 ||
                     spz_programme_lookup (self->programme, SPZ_TYPE_MEASURE, milestone->measure) != NULL);
    }
  for (guint i = 0; i < spz_record_list_get_size (measures); i++)
    {
      SpzMeasure *measure = spz_record_list_get (measures, i);

      g_assert_true (measure->action_field == 0 ||
                     spz_programme_lookup (self->programme, SPZ_TYPE_ACTION_FIELD, measure->action_field) != NULL);
    }
  for (guint i = 0; i < spz_record_list_get_size (dependencies); i++)
    {
      SpzDependency *dependency = spz_record_list_get (dependencies, i);

      g_assert_nonnull (spz_programme_lookup (self->programme, SPZ_TYPE_PHASE, dependency->predecessor));
      g_assert_nonnull (spz_programme_lookup (self->programme, SPZ_TYPE_PHASE, dependency->successor));
      g_assert_true (g_hash_table_add (pairs, g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                                               dependency->predecessor, dependency->successor)));
    }

  spz_dependencies_check (self->programme, &error);
  g_assert_no_error (error);
}

/* Also by reading the file */
static void
assert_sound (Session *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = spz_programme_check (self->programme, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
run_one (Session *self)
{
  g_autoptr (GError) error = NULL;

  if (operations[choose (self, G_N_ELEMENTS (operations))] (self, &error))
    {
      g_assert_no_error (error);
      self->n_done++;
      return;
    }

  /* Only what can't be is refused: never a write. */
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  self->n_refused++;
}

static void
fill (SpzFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (spz_programme_begin (fixture->programme, FIRST_STEP, &error));
  for (int i = 0; i < 4; i++)
    {
      spz_programme_add (fixture->programme, SPZ_TYPE_ACTION_FIELD, &error, "title", "Handlungsfeld", NULL);
      spz_programme_add (fixture->programme, SPZ_TYPE_MEASURE, &error, "title", "Maßnahme", NULL);
      spz_programme_add (fixture->programme, SPZ_TYPE_PHASE_KIND, &error, "title", "Konzept", NULL);
    }
  g_assert_true (spz_programme_commit (fixture->programme, &error));
  g_assert_no_error (error);
}

static void
test_random (SpzFixture    *fixture,
             gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  Session session = { .programme = fixture->programme, .random = random };
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (GError) error = NULL;
  guint n_steps = 0;

  fill (fixture);
  first = spz_fixture_dump (fixture);

  for (guint i = 0; i < N_OPERATIONS; i++)
    {
      run_one (&session);
      if (i % 10 == 0)
        assert_valid (&session);
    }

  assert_valid (&session);
  assert_sound (&session);
  last = spz_fixture_dump (fixture);

  /* Back to the beginning, and forward again, also after a new start */
  for (; !is_at_first (&session); n_steps++)
    g_assert_true (spz_programme_undo (fixture->programme, &error));
  undone = spz_fixture_dump (fixture);
  g_assert_cmpstr (undone, ==, first);
  assert_sound (&session);

  spz_fixture_reopen (fixture);
  session.programme = fixture->programme;
  while (spz_programme_get_redo_label (fixture->programme) != NULL)
    g_assert_true (spz_programme_redo (fixture->programme, &error));
  redone = spz_fixture_dump (fixture);
  g_assert_cmpstr (redone, ==, last);

  g_test_message ("%u operations done, %u refused, %u steps to undo", session.n_done, session.n_refused, n_steps);
  g_assert_cmpuint (n_steps, >, N_OPERATIONS / 4);
  g_assert_cmpuint (session.n_refused, <, N_OPERATIONS / 4);
}

int
main (int   argc,
      char *argv[])
{
  /* What this syncs, twenty thousand times, does not have to reach a disk. */
  if (g_getenv ("TMPDIR") == NULL && g_access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/random/plan", SpzFixture, NULL, spz_fixture_set_up, test_random, spz_fixture_tear_down);

  return g_test_run ();
}
