/* spz-import-apply.c: putting what was read into a programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-apply-private.h"

#include <glib/gi18n-lib.h>

/* Of how long an import takes, applying it is so much; then it is written */
#define APPLYING 0.8

struct _SpzApplyProgress
{
  SpzProgressFunc  report;
  gpointer         data;
  GCancellable    *cancellable;
  double           share;    /* of the whole */
  guint            total;
  guint            done;
};

/* What takes long when there is much of it, each with a call of spz_apply_step() */
static guint
count_steps (const SpzImport *import)
{
  return spz_import_count_points (import) + import->meetings->len + import->phases->len +
         import->links->len + import->milestones->len;
}

static void
progress_init (SpzApplyProgress *self,
               GPtrArray        *imports,
               SpzProgressFunc   report,
               gpointer          data,
               GCancellable     *cancellable)
{
  *self = (SpzApplyProgress) { report, data, cancellable };
  for (guint i = 0; i < imports->len; i++)
    self->total += count_steps (g_ptr_array_index (imports, i));
}

/**
 * spz_apply_step:
 * @self: a step under way
 * @error: return location for an error
 *
 * Tells that a point, a meeting, a phase, a dependency or a milestone is done.
 *
 * Returns: whether to go on; if not, it was cancelled
 */
gboolean
spz_apply_step (SpzApply  *self,
                GError   **error)
{
  SpzApplyProgress *progress = self->progress;
  guint every = MAX (progress->total / 100, 1);

  if (g_cancellable_set_error_if_cancelled (progress->cancellable, error))
    return FALSE;

  progress->done++;
  if (progress->report != NULL && progress->done % every == 0)
    progress->report (progress->share * MIN (1.0, (double) progress->done / progress->total), progress->data);

  return TRUE;
}

static char *
make_label (const SpzImport *import)
{
  g_autofree char *date = NULL;

  switch (import->kind)
    {
    case SPZ_IMPORT_TIMELINE:
      return g_strdup (_("Timeline imported"));

    case SPZ_IMPORT_MILESTONES:
      return g_strdup (_("Milestones imported"));

    case SPZ_IMPORT_MEETINGS:
      return g_strdup (_("Meetings imported"));

    case SPZ_IMPORT_BRIEFING:
    case SPZ_IMPORT_ANY:
    default:
      if (import->date == SPZ_DATE_NONE)
        return g_strdup (_("Briefing imported"));
      date = spz_date_format (import->date, SPZ_DATE_STYLE_SHORT);
      /* Translators: a step in the undo menu; %s is a date */
      return g_strdup_printf (_("Briefing of %s imported"), date);
    }
}

static char *
format_count (SpzApplyCount what,
              guint         n)
{
  switch (what)
    {
    case SPZ_APPLY_BRIEFINGS:
      return g_strdup_printf (ngettext ("%u briefing", "%u briefings", n), n);
    case SPZ_APPLY_MEETINGS:
      return g_strdup_printf (ngettext ("%u meeting", "%u meetings", n), n);
    case SPZ_APPLY_AGENDA_ITEMS:
      return g_strdup_printf (ngettext ("%u agenda item", "%u agenda items", n), n);
    case SPZ_APPLY_BODIES:
      return g_strdup_printf (ngettext ("%u committee", "%u committees", n), n);
    case SPZ_APPLY_ROLES:
      return g_strdup_printf (ngettext ("%u role", "%u roles", n), n);
    case SPZ_APPLY_TASKS:
      return g_strdup_printf (ngettext ("%u task", "%u tasks", n), n);
    case SPZ_APPLY_FIELDS:
      return g_strdup_printf (ngettext ("%u action field", "%u action fields", n), n);
    case SPZ_APPLY_POINTS:
      return g_strdup_printf (ngettext ("%u point", "%u points", n), n);
    case SPZ_APPLY_FIGURES:
      return g_strdup_printf (ngettext ("%u key figure", "%u key figures", n), n);
    case SPZ_APPLY_MEASURES:
      return g_strdup_printf (ngettext ("%u measure", "%u measures", n), n);
    case SPZ_APPLY_PHASES:
      return g_strdup_printf (ngettext ("%u phase", "%u phases", n), n);
    case SPZ_APPLY_DEPENDENCIES:
      return g_strdup_printf (ngettext ("%u dependency", "%u dependencies", n), n);
    case SPZ_APPLY_MILESTONES:
    case SPZ_APPLY_N_COUNTS:
    default:
      return g_strdup_printf (ngettext ("%u milestone", "%u milestones", n), n);
    }
}

/* "5 roles, 21 tasks", or NULL if all is 0 */
static char *
join_counts (const guint *counts)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < SPZ_APPLY_N_COUNTS; i++)
    if (counts[i] > 0)
      g_ptr_array_add (parts, format_count (i, counts[i]));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (", ", (char **) parts->pdata);
}

static char *
make_summary (SpzApply *self)
{
  g_autofree char *added = join_counts (self->added);
  g_autofree char *updated = join_counts (self->updated);
  g_autofree char *removed = join_counts (self->removed);
  g_autoptr (GString) summary = g_string_new (NULL);

  if (added == NULL && updated == NULL && removed == NULL)
    g_string_append (summary, _("Nothing new: everything was there already."));
  if (added != NULL)
    /* Translators: %s is a list such as "5 roles, 21 tasks" */
    g_string_append_printf (summary, _("New: %s."), added);
  if (updated != NULL)
    {
      if (summary->len > 0)
        g_string_append_c (summary, ' ');
      /* Translators: %s is a list such as "5 roles, 21 tasks" */
      g_string_append_printf (summary, _("Updated: %s."), updated);
    }
  if (removed != NULL)
    {
      if (summary->len > 0)
        g_string_append_c (summary, ' ');
      /* Translators: %s is a list such as "5 meetings, 1 agenda item" */
      g_string_append_printf (summary, _("Removed: %s."), removed);
    }
  if (self->kept > 0)
    {
      g_string_append_c (summary, ' ');
      g_string_append_printf (summary,
                              ngettext ("%u point isn’t in the source and stayed.",
                                        "%u points aren’t in the source and stayed.", self->kept),
                              self->kept);
    }
  if (self->circular > 0)
    {
      g_string_append_c (summary, ' ');
      g_string_append_printf (summary,
                              ngettext ("%u dependency would close a circle with those of the programme and is left out.",
                                        "%u dependencies would close a circle with those of the programme and are left out.",
                                        self->circular),
                              self->circular);
    }
  if (self->numbers > 0)
    {
      g_string_append_c (summary, ' ');
      g_string_append_printf (summary,
                              ngettext ("%u point mentioned key figures and gets the numbers of the source.",
                                        "%u points mentioned key figures and get the numbers of the source.",
                                        self->numbers),
                              self->numbers);
    }
  for (guint i = 0; i < self->differing->len; i++)
    g_string_append_printf (summary, " %s", (const char *) g_ptr_array_index (self->differing, i));

  return g_string_free (g_steal_pointer (&summary), FALSE);
}

static gboolean
apply_all (SpzApply  *self,
           GError   **error)
{
  g_autoptr (GPtrArray) unplaced = g_ptr_array_new ();

  for (guint i = 0; i < self->import->unplaced->len; i++)
    g_ptr_array_add (unplaced, g_ptr_array_index (self->import->unplaced, i));

  /* What the plan can't take the briefing keeps as text. */
  return spz_apply_roles (self, error) &&
         spz_apply_figures (self, error) &&
         spz_apply_plan (self, unplaced, error) &&
         spz_apply_calendar (self, error) &&
         (self->import->kind != SPZ_IMPORT_BRIEFING || spz_apply_briefing (self, unplaced, error));
}

static void
place_free (gpointer records)
{
  if (records != NULL)
    g_ptr_array_unref (records);
}

static void
apply_init (SpzApply *self)
{
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->titles = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_uid = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref);
  self->by_place = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, place_free);
  self->claimed = g_hash_table_new (NULL, NULL);
  self->measures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->phases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->differing = g_ptr_array_new_with_free_func (g_free);
}

static void
apply_clear (SpzApply *self)
{
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->titles);
  g_hash_table_unref (self->by_uid);
  g_hash_table_unref (self->by_place);
  g_hash_table_unref (self->claimed);
  g_hash_table_unref (self->measures);
  g_hash_table_unref (self->phases);
  g_ptr_array_unref (self->differing);
  g_free (self->block_rank);
}

/* Does all of it within a step that was begun; says what came of it, or %NULL */
static char *
apply_begun (SpzProgramme      *programme,
             const SpzImport   *import,
             SpzApplyProgress  *progress,
             GError           **error)
{
  SpzApply self = { .programme = programme, .import = import, .progress = progress };
  gboolean applied;
  char *summary;

  apply_init (&self);
  applied = apply_all (&self, error);
  summary = applied ? make_summary (&self) : NULL;
  apply_clear (&self);

  return summary;
}

/* One after the other, each finding the records that came with those before it */
static gboolean
apply_in_turn (SpzProgramme      *programme,
               GPtrArray         *imports,
               GPtrArray         *summaries,
               SpzApplyProgress  *progress,
               GError           **error)
{
  for (guint i = 0; i < imports->len; i++)
    {
      char *summary = apply_begun (programme, g_ptr_array_index (imports, i), progress, error);

      if (summary == NULL)
        return FALSE;
      g_ptr_array_add (summaries, summary);
      if (i + 1 < imports->len && !spz_programme_catch_up (programme, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * spz_import_preview_all:
 * @programme: a programme
 * @imports: (element-type SpzImport): what was read, in the order in which it
 *   would be entered
 * @summaries: (element-type utf8): takes up what would come of each, for
 *   people; on an error, of those before the one that is wrong
 * @progress: (nullable) (scope call): is told how much is done
 * @progress_data: user data for @progress
 * @cancellable: (nullable): ends it early
 * @error: return location for an #SPZ_ERROR
 *
 * Finds out what spz_import_apply_all() would do, by doing it and taking it
 * back.
 *
 * Returns: whether all of it could be entered
 */
gboolean
spz_import_preview_all (SpzProgramme     *programme,
                        GPtrArray        *imports,
                        GPtrArray        *summaries,
                        SpzProgressFunc   progress,
                        gpointer          progress_data,
                        GCancellable     *cancellable,
                        GError          **error)
{
  SpzApplyProgress state;
  gboolean done;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), FALSE);
  g_return_val_if_fail (imports != NULL && summaries != NULL, FALSE);

  if (!spz_programme_begin (programme, _("Sources imported"), error))
    return FALSE;

  progress_init (&state, imports, progress, progress_data, cancellable);
  state.share = 1;
  done = apply_in_turn (programme, imports, summaries, &state, error);
  spz_programme_rollback (programme);

  return done;
}

/**
 * spz_import_apply_all:
 * @programme: a programme
 * @imports: (element-type SpzImport): what was read, in an order in which a
 *   later one may refer to what an earlier one brings
 * @summaries: (element-type utf8): takes up what came of each, for people
 * @label: what is done, as the undo menu shows it
 * @progress: (nullable) (scope call): is told how much is done
 * @progress_data: user data for @progress
 * @cancellable: (nullable): ends it early, and nothing was done
 * @error: return location for an #SPZ_ERROR
 *
 * Puts what was read into a programme: all of it as one step that can be
 * undone, or none. Rows that are there already are recognised by how their
 * source knows them or by their titles and brought up to date, and nothing is
 * deleted: importing the same source again changes nothing. On an error the
 * programme is as before.
 *
 * Returns: whether it was entered
 */
gboolean
spz_import_apply_all (SpzProgramme     *programme,
                      GPtrArray        *imports,
                      GPtrArray        *summaries,
                      const char       *label,
                      SpzProgressFunc   progress,
                      gpointer          progress_data,
                      GCancellable     *cancellable,
                      GError          **error)
{
  SpzApplyProgress state;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), FALSE);
  g_return_val_if_fail (imports != NULL && summaries != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  if (!spz_programme_begin (programme, label, error))
    return FALSE;

  progress_init (&state, imports, progress, progress_data, cancellable);
  state.share = APPLYING;
  if (!apply_in_turn (programme, imports, summaries, &state, error))
    {
      spz_programme_rollback (programme);
      return FALSE;
    }

  return spz_programme_commit (programme, error);
}

/**
 * spz_import_preview:
 * @programme: a programme
 * @import: what spz_import_read() read
 * @error: return location for an #SPZ_ERROR
 *
 * Does what spz_import_preview_all() does, for one import.
 *
 * Returns: (transfer full): what would come of it, for people, or %NULL
 */
char *
spz_import_preview (SpzProgramme     *programme,
                    const SpzImport  *import,
                    GError          **error)
{
  g_autoptr (GPtrArray) imports = g_ptr_array_new ();
  g_autoptr (GPtrArray) summaries = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (imports, (gpointer) import);

  return spz_import_preview_all (programme, imports, summaries, NULL, NULL, NULL, error)
    ? g_ptr_array_steal_index (summaries, 0)
    : NULL;
}

/**
 * spz_import_apply:
 * @programme: a programme
 * @import: what spz_import_read() read
 * @error: return location for an #SPZ_ERROR
 *
 * Does what spz_import_apply_all() does, for one import. The step is named
 * after what it is.
 *
 * Returns: (transfer full): what came of it, for people, or %NULL
 */
char *
spz_import_apply (SpzProgramme     *programme,
                  const SpzImport  *import,
                  GError          **error)
{
  g_autoptr (GPtrArray) imports = g_ptr_array_new ();
  g_autoptr (GPtrArray) summaries = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *label = make_label (import);

  g_ptr_array_add (imports, (gpointer) import);

  return spz_import_apply_all (programme, imports, summaries, label, NULL, NULL, NULL, error)
    ? g_ptr_array_steal_index (summaries, 0)
    : NULL;
}
