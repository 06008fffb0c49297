/* spz-dependencies.c: what has to wait for what
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-dependencies.h"

#include <glib/gi18n-lib.h>

#include "spz-inline.h"
#include "spz-plan.h"
#include "spz-text.h"

#define MAX_LABEL_CHARS 30

static char *
dup_title (SpzPhase *phase)
{
  g_autofree char *plain = spz_inline_to_plain (phase->title);

  return spz_text_ellipsize (plain, MAX_LABEL_CHARS);
}

/* Calls @visit for each phase that waits for @phase. */
typedef void (*FollowerFunc) (SpzPhase *follower,
                              gpointer  user_data);

static void
foreach_follower (SpzProgramme *programme,
                  SpzPhase     *phase,
                  FollowerFunc  visit,
                  gpointer      user_data)
{
  SpzRecordList *dependencies = spz_programme_get_children (programme, SPZ_TYPE_DEPENDENCY, "predecessor",
                                                            spz_record_get_id (SPZ_RECORD (phase)));

  for (guint i = 0; i < spz_record_list_get_size (dependencies); i++)
    {
      SpzDependency *dependency = spz_record_list_get (dependencies, i);

      visit (spz_programme_lookup (programme, SPZ_TYPE_PHASE, dependency->successor), user_data);
    }
}

/* Phases in such an order that each comes after all it waits for */
typedef struct
{
  SpzProgramme *programme;
  GHashTable   *states;  /* phase → whether it is done; absent if not seen yet */
  GPtrArray    *order;   /* backwards */
  SpzPhase     *circular; /* one that waits for itself, if any */
} Walk;

#define OPEN GINT_TO_POINTER (1)
#define DONE GINT_TO_POINTER (2)

/* A phase whose followers are being visited, and the next of them */
typedef struct
{
  SpzPhase  *phase;
  GPtrArray *followers;
  guint      next;
} Step;

static void
collect_follower (SpzPhase *follower,
                  gpointer  user_data)
{
  g_ptr_array_add (user_data, follower);
}

static void
walk_enter (Walk     *self,
            GArray   *path,
            SpzPhase *phase)
{
  Step step = { phase, g_ptr_array_new (), 0 };

  foreach_follower (self->programme, phase, collect_follower, step.followers);
  g_hash_table_insert (self->states, phase, OPEN);
  g_array_append_val (path, step);
}

/* Depth first, with a path of its own: a plan may have long chains. */
static void
walk_from (Walk     *self,
           SpzPhase *phase)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (Step));

  if (g_hash_table_contains (self->states, phase))
    return;

  walk_enter (self, path, phase);
  while (path->len > 0)
    {
      Step *step = &g_array_index (path, Step, path->len - 1);

      if (step->next < step->followers->len)
        {
          SpzPhase *follower = g_ptr_array_index (step->followers, step->next++);
          gpointer state = g_hash_table_lookup (self->states, follower);

          if (state == NULL)
            walk_enter (self, path, follower);
          else if (state == OPEN)
            self->circular = follower;
          continue;
        }

      g_hash_table_insert (self->states, step->phase, DONE);
      g_ptr_array_add (self->order, step->phase);
      g_ptr_array_unref (step->followers);
      g_array_set_size (path, path->len - 1);
    }
}

static void
walk_init (Walk         *self,
           SpzProgramme *programme)
{
  *self = (Walk) { programme, g_hash_table_new (NULL, NULL), g_ptr_array_new (), NULL };
}

static void
walk_clear (Walk *self)
{
  g_clear_pointer (&self->states, g_hash_table_unref);
  g_clear_pointer (&self->order, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

static gboolean
is_linked (SpzProgramme *programme,
           SpzPhase     *predecessor,
           SpzPhase     *successor)
{
  SpzRecordList *dependencies = spz_programme_get_children (programme, SPZ_TYPE_DEPENDENCY, "predecessor",
                                                            spz_record_get_id (SPZ_RECORD (predecessor)));

  for (guint i = 0; i < spz_record_list_get_size (dependencies); i++)
    if (SPZ_DEPENDENCY (spz_record_list_get (dependencies, i))->successor ==
        spz_record_get_id (SPZ_RECORD (successor)))
      return TRUE;

  return FALSE;
}

/**
 * spz_dependency_can_add:
 * @programme: a programme
 * @predecessor: a phase
 * @successor: another one, to begin after the former ends
 * @error: return location for an #SPZ_ERROR
 *
 * Returns: whether they may be linked: they are not yet, and @predecessor does
 *   not wait for @successor, be it by way of others
 */
gboolean
spz_dependency_can_add (SpzProgramme  *programme,
                        SpzPhase      *predecessor,
                        SpzPhase      *successor,
                        GError       **error)
{
  g_autofree char *before = dup_title (predecessor);
  g_autofree char *after = dup_title (successor);
  g_auto (Walk) walk = { NULL };

  if (predecessor == successor)
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                   _("“%s” can’t wait for itself. Please choose another phase."), before);
      return FALSE;
    }
  if (is_linked (programme, predecessor, successor))
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                   /* Translators: two phases */
                   _("“%s” waits for “%s” already."), after, before);
      return FALSE;
    }

  walk_init (&walk, programme);
  walk_from (&walk, successor);
  if (g_hash_table_contains (walk.states, predecessor))
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                   /* Translators: two phases; the second is the first one's predecessor already */
                   _("“%1$s” can’t wait for “%2$s”: “%2$s” already waits for “%1$s”, directly or by way of others. Please remove one of these dependencies first."),
                   after, before);
      return FALSE;
    }

  return TRUE;
}

/* The phases that are linked to one: with @by "predecessor" those that wait for
 * it, with "successor" those it waits for; directly or by way of others, too */
static void
collect_linked (SpzProgramme *programme,
                SpzPhase     *phase,
                const char   *by,
                gboolean      directly,
                GHashTable   *linked)
{
  g_autoptr (GPtrArray) pending = g_ptr_array_new ();

  g_ptr_array_add (pending, phase);
  while (pending->len > 0)
    {
      SpzRecord *next = g_ptr_array_steal_index_fast (pending, 0);
      SpzRecordList *dependencies = spz_programme_get_children (programme, SPZ_TYPE_DEPENDENCY, by,
                                                                spz_record_get_id (next));

      for (guint i = 0; i < spz_record_list_get_size (dependencies); i++)
        {
          SpzDependency *dependency = spz_record_list_get (dependencies, i);
          gpointer other = spz_programme_lookup (programme, SPZ_TYPE_PHASE,
                                                 g_str_equal (by, "predecessor") ? dependency->successor
                                                                                 : dependency->predecessor);

          if (g_hash_table_add (linked, other) && !directly)
            g_ptr_array_add (pending, other);
        }
    }
}

static void
add_candidates (SpzProgramme *programme,
                gint64        measure,
                GHashTable   *excluded,
                GPtrArray    *candidates)
{
  SpzRecordList *phases = spz_programme_get_children (programme, SPZ_TYPE_PHASE, "measure", measure);

  for (guint i = 0; i < spz_record_list_get_size (phases); i++)
    if (!g_hash_table_contains (excluded, spz_record_list_get (phases, i)))
      g_ptr_array_add (candidates, g_object_ref (spz_record_list_get (phases, i)));
}

/**
 * spz_dependency_list_candidates:
 * @programme: a programme
 * @phase: a phase
 * @followers: whether those are asked for that could wait for @phase, or those
 *   it could wait for
 *
 * Lists what spz_dependency_can_add() allows to be linked to a phase.
 *
 * Returns: (transfer full) (element-type SpzPhase): phases, those of its own
 *   measure first
 */
GPtrArray *
spz_dependency_list_candidates (SpzProgramme *programme,
                                SpzPhase     *phase,
                                gboolean      followers)
{
  SpzRecordList *measures = spz_programme_get_list (programme, SPZ_TYPE_MEASURE);
  GPtrArray *candidates = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) excluded = g_hash_table_new (NULL, NULL);

  g_hash_table_add (excluded, phase);
  collect_linked (programme, phase, followers ? "predecessor" : "successor", TRUE, excluded);
  collect_linked (programme, phase, followers ? "successor" : "predecessor", FALSE, excluded);

  add_candidates (programme, phase->measure, excluded, candidates);
  for (guint i = 0; i < spz_record_list_get_size (measures); i++)
    {
      gint64 measure = spz_record_get_id (spz_record_list_get (measures, i));

      if (measure != phase->measure)
        add_candidates (programme, measure, excluded, candidates);
    }

  return candidates;
}

/**
 * spz_dependency_add:
 * @programme: a programme
 * @predecessor: a phase
 * @successor: another one, to begin after the former ends
 * @error: return location for an #SPZ_ERROR
 *
 * Links two phases. None of them is moved: where the second begins too early
 * already, spz_plan_find_conflicts() says so.
 *
 * Returns: the dependency's id, or 0 with @error set
 */
gint64
spz_dependency_add (SpzProgramme  *programme,
                    SpzPhase      *predecessor,
                    SpzPhase      *successor,
                    GError       **error)
{
  g_autofree char *before = dup_title (predecessor);
  g_autofree char *after = dup_title (successor);
  /* Translators: a step in the undo menu; two phases, the second is to follow the first */
  g_autofree char *label = g_strdup_printf (_("“%s” linked to “%s”"), before, after);
  gint64 id;

  if (!spz_dependency_can_add (programme, predecessor, successor, error) ||
      !spz_programme_begin (programme, label, error))
    return 0;

  id = spz_programme_add (programme, SPZ_TYPE_DEPENDENCY, error,
                          "predecessor", spz_record_get_id (SPZ_RECORD (predecessor)),
                          "successor", spz_record_get_id (SPZ_RECORD (successor)),
                          NULL);
  if (id == 0)
    {
      spz_programme_rollback (programme);
      return 0;
    }

  return spz_programme_commit (programme, error) ? id : 0;
}

/**
 * spz_dependency_remove:
 * @programme: a programme
 * @dependency: a dependency
 * @error: return location for an #SPZ_ERROR
 *
 * Unlinks two phases.
 *
 * Returns: whether they are unlinked
 */
gboolean
spz_dependency_remove (SpzProgramme   *programme,
                       SpzDependency  *dependency,
                       GError        **error)
{
  g_autofree char *before = dup_title (spz_programme_lookup (programme, SPZ_TYPE_PHASE, dependency->predecessor));
  g_autofree char *after = dup_title (spz_programme_lookup (programme, SPZ_TYPE_PHASE, dependency->successor));
  /* Translators: a step in the undo menu; two phases, the second followed the first */
  g_autofree char *label = g_strdup_printf (_("“%s” unlinked from “%s”"), before, after);

  if (!spz_programme_begin (programme, label, error))
    return FALSE;
  if (!spz_programme_remove (programme, dependency, error))
    {
      spz_programme_rollback (programme);
      return FALSE;
    }

  return spz_programme_commit (programme, error);
}

/**
 * spz_dependency_describe:
 * @programme: a programme
 * @dependency: a dependency
 *
 * Returns: (transfer full): it in one line: "Vorbereitung → Ausschreibung"
 */
char *
spz_dependency_describe (SpzProgramme  *programme,
                         SpzDependency *dependency)
{
  SpzPhase *predecessor = spz_programme_lookup (programme, SPZ_TYPE_PHASE, dependency->predecessor);
  SpzPhase *successor = spz_programme_lookup (programme, SPZ_TYPE_PHASE, dependency->successor);
  g_autofree char *before = spz_inline_to_plain (predecessor->title);
  g_autofree char *after = spz_inline_to_plain (successor->title);

  return g_strdup_printf ("%s → %s", before, after);
}

/**
 * spz_dependencies_check:
 * @programme: a programme
 * @error: return location for an #SPZ_ERROR
 *
 * Returns: whether no phase waits for itself, by way of others
 */
gboolean
spz_dependencies_check (SpzProgramme  *programme,
                        GError       **error)
{
  SpzRecordList *dependencies = spz_programme_get_list (programme, SPZ_TYPE_DEPENDENCY);
  g_auto (Walk) walk = { NULL };
  g_autofree char *title = NULL;

  walk_init (&walk, programme);
  for (guint i = 0; i < spz_record_list_get_size (dependencies); i++)
    {
      SpzDependency *dependency = spz_record_list_get (dependencies, i);

      walk_from (&walk, spz_programme_lookup (programme, SPZ_TYPE_PHASE, dependency->predecessor));
    }

  if (walk.circular == NULL)
    return TRUE;

  title = dup_title (walk.circular);
  g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
               _("The phase “%s” waits for itself, by way of others. Please remove one of these dependencies."), title);
  return FALSE;
}

/* Where a phase is to be, of those that move; else where it is */
static SpzPlanSpan
get_span (GHashTable *moved,
          SpzPhase   *phase)
{
  const SpzPlanEdit *edit = g_hash_table_lookup (moved, phase);

  return edit != NULL ? edit->span : (SpzPlanSpan) { phase->start, phase->end, phase->precision };
}

static SpzDate
get_month_start (SpzDate date)
{
  int year, month;

  spz_date_get (date, &year, &month, NULL);

  return spz_date_new (year, month, 1);
}

/* The span moved so that it begins no earlier than @earliest. Whole months stay
 * whole months, as many of them; else the number of days stays. */
static void
push_span (SpzPlanSpan *span,
           SpzDate      earliest,
           int          fiscal_start)
{
  SpzDate start, end;

  if (span->start == get_month_start (span->start) && span->end + 1 == get_month_start (span->end + 1))
    {
      start = get_month_start (earliest);
      if (start < earliest)
        start = spz_date_add_months (start, 1);

      end = span->end + 1;
      for (SpzDate month = span->start; month < start; month = spz_date_add_months (month, 1))
        end = spz_date_add_months (end, 1);
      end--;
    }
  else
    {
      start = earliest;
      end = span->end + earliest - span->start;
    }

  *span = (SpzPlanSpan) { start, end, spz_plan_guess_precision (start, end, fiscal_start) };
}

typedef struct
{
  GHashTable        *moved;   /* phase → SpzPlanEdit: what moves by hand, borrowed, and what is pushed */
  GHashTable        *pushed;  /* the same, owned, of what is pushed */
  int                fiscal_start;
  const SpzPlanSpan *span;    /* where what pushes is to be */
} Push;

static void
push_follower (SpzPhase *follower,
               gpointer  user_data)
{
  Push *push = user_data;
  SpzPlanEdit *edit = g_hash_table_lookup (push->pushed, follower);
  gboolean by_hand = edit == NULL && g_hash_table_contains (push->moved, follower);

  /* What was taken by hand stays where it was put, and what is done where it was. */
  if (by_hand || follower->progress >= 100 || get_span (push->moved, follower).start > push->span->end)
    return;

  if (edit == NULL)
    {
      edit = g_new0 (SpzPlanEdit, 1);
      *edit = (SpzPlanEdit) { SPZ_RECORD (follower), follower->measure, get_span (push->moved, follower) };
      g_hash_table_insert (push->pushed, follower, edit);
      g_hash_table_insert (push->moved, follower, edit);
    }
  push_span (&edit->span, push->span->end + 1, push->fiscal_start);
}

/**
 * spz_plan_push_followers:
 * @programme: a programme
 * @edits: (array length=n_edits): where phases and milestones are to be
 * @n_edits: how many
 *
 * Tells what has to give way. A phase is pushed only if one it waits for would
 * end later than now and after the phase begins, and only as far as needed, so
 * that gaps are used up first (as in OpenProject); it pushes those that wait
 * for it in turn. What is complete is not pushed, nor is anything that is in
 * conflict for another reason. Writes nothing: also good for showing what will
 * happen while a phase is dragged.
 *
 * Returns: (transfer full) (element-type SpzPlanEdit): @edits, and after them
 *   those of what is pushed, predecessors first
 */
GArray *
spz_plan_push_followers (SpzProgramme      *programme,
                         const SpzPlanEdit *edits,
                         guint              n_edits)
{
  g_autoptr (GHashTable) moved = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) pushed = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Push push = { moved, pushed, (int) spz_programme_get_info (programme)->fiscal_start, NULL };
  GArray *all = g_array_new (FALSE, FALSE, sizeof (SpzPlanEdit));
  g_auto (Walk) walk = { NULL };

  walk_init (&walk, programme);
  for (guint i = 0; i < n_edits; i++)
    if (SPZ_IS_PHASE (edits[i].record))
      {
        g_hash_table_insert (moved, edits[i].record, (gpointer) &edits[i]);
        walk_from (&walk, SPZ_PHASE (edits[i].record));
      }

  g_array_append_vals (all, edits, n_edits);
  for (guint i = walk.order->len; i-- > 0;)
    {
      SpzPhase *phase = g_ptr_array_index (walk.order, i);
      const SpzPlanEdit *edit = g_hash_table_lookup (moved, phase);

      if (edit == NULL)
        continue;
      if (g_hash_table_contains (pushed, phase))
        g_array_append_vals (all, edit, 1);

      /* What has no end of its own lets nothing wait. */
      push.span = &edit->span;
      if (edit->span.end > phase->end && phase->certainty != SPZ_CERTAINTY_ONGOING)
        foreach_follower (programme, phase, push_follower, &push);
    }

  return all;
}
