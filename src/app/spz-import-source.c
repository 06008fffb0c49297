/* spz-import-source.c: something to import
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-source.h"

#include "spz-import-apply.h"

#include <glib/gi18n.h>

/**
 * spz_import_source_new_for_path:
 * @path: a file
 *
 * Makes a source of a file, which is not read yet.
 *
 * Returns: (transfer full): a source
 */
SpzImportSource *
spz_import_source_new_for_path (const char *path)
{
  SpzImportSource *self = g_new0 (SpzImportSource, 1);

  self->name = g_filename_display_basename (path);
  self->path = g_strdup (path);

  return self;
}

/**
 * spz_import_source_new_for_text:
 * @name: what a person knows it by
 * @text: the text
 *
 * Makes a source of a text that was pasted.
 *
 * Returns: (transfer full): a source
 */
SpzImportSource *
spz_import_source_new_for_text (const char *name,
                                const char *text)
{
  SpzImportSource *self = g_new0 (SpzImportSource, 1);

  self->name = g_strdup (name);
  self->bytes = g_bytes_new (text, strlen (text));

  return self;
}

/**
 * spz_import_source_free:
 * @self: (transfer full): a source
 *
 * Frees a source with what was read.
 */
void
spz_import_source_free (SpzImportSource *self)
{
  g_free (self->name);
  g_free (self->path);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->import, spz_import_free);
  g_free (self->summary);
  g_clear_error (&self->error);
  g_free (self);
}

static void
add_count (GPtrArray *parts,
           char      *text)
{
  g_ptr_array_add (parts, text);
}

static guint
count_sections (const SpzImport      *import,
                SpzImportSectionKind  kind)
{
  guint n = 0;

  for (guint i = 0; i < import->sections->len; i++)
    if (((SpzImportSection *) g_ptr_array_index (import->sections, i))->kind == kind)
      n++;

  return n;
}

static guint
count_measures (const SpzImport *import)
{
  g_autoptr(GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < import->phases->len; i++)
    g_hash_table_add (titles, ((SpzImportPhase *) g_ptr_array_index (import->phases, i))->measure);

  return g_hash_table_size (titles);
}

static void
count_briefing (const SpzImport *import,
                GPtrArray       *parts)
{
  guint n_tasks = spz_import_count_tasks (import);
  guint n_points = spz_import_count_points (import);
  guint n_fields = count_sections (import, SPZ_IMPORT_SECTION_ACTION_FIELD);
  guint n_roles = import->roles->len;

  if (n_fields > 0)
    add_count (parts, g_strdup_printf (ngettext ("%u action field", "%u action fields", n_fields), n_fields));
  if (n_points > 0)
    add_count (parts, g_strdup_printf (ngettext ("%u point", "%u points", n_points), n_points));
  if (n_roles > 0)
    add_count (parts, g_strdup_printf (ngettext ("%u role", "%u roles", n_roles), n_roles));
  if (n_tasks > 0)
    add_count (parts, g_strdup_printf (ngettext ("%u task", "%u tasks", n_tasks), n_tasks));
  if (import->dates->len > 0)
    add_count (parts, g_strdup_printf (ngettext ("%u other date", "%u other dates", import->dates->len),
                                       import->dates->len));
}

static void
count_plan (const SpzImport *import,
            GPtrArray       *parts)
{
  guint n_measures = count_measures (import);
  guint n_phases = 0;

  for (guint i = 0; i < import->phases->len; i++)
    if (((SpzImportPhase *) g_ptr_array_index (import->phases, i))->start != SPZ_DATE_NONE)
      n_phases++;

  if (n_measures > 0)
    add_count (parts, g_strdup_printf (ngettext ("%u measure", "%u measures", n_measures), n_measures));
  if (n_phases > 0)
    add_count (parts, g_strdup_printf (ngettext ("%u phase", "%u phases", n_phases), n_phases));
  if (import->milestones->len > 0)
    add_count (parts, g_strdup_printf (ngettext ("%u milestone", "%u milestones", import->milestones->len),
                                       import->milestones->len));
  if (import->links->len > 0)
    add_count (parts, g_strdup_printf (ngettext ("%u dependency", "%u dependencies", import->links->len),
                                       import->links->len));
}

static void
count_meetings (const SpzImport *import,
                GPtrArray       *parts)
{
  guint n_cancelled = 0, n_items = 0;

  for (guint i = 0; i < import->meetings->len; i++)
    {
      const SpzImportMeeting *meeting = g_ptr_array_index (import->meetings, i);

      n_cancelled += meeting->cancelled || meeting->deleted;
      n_items += meeting->items->len;
    }

  if (import->meetings->len > 0)
    add_count (parts, g_strdup_printf (ngettext ("%u meeting", "%u meetings", import->meetings->len),
                                       import->meetings->len));
  if (n_cancelled > 0)
    /* Translators: of the meetings before, so many were cancelled */
    add_count (parts, g_strdup_printf (ngettext ("%u of them cancelled", "%u of them cancelled", n_cancelled),
                                       n_cancelled));
  if (n_items > 0)
    add_count (parts, g_strdup_printf (ngettext ("%u agenda item", "%u agenda items", n_items), n_items));
  if (import->bodies->len > 0)
    add_count (parts, g_strdup_printf (ngettext ("%u committee", "%u committees", import->bodies->len),
                                       import->bodies->len));
}

/**
 * spz_import_source_summarise:
 * @self: a source that was read
 *
 * Says what will be made of it.
 *
 * Returns: (transfer full): "5 action fields, 48 points, 5 roles, 21 tasks"
 */
char *
spz_import_source_summarise (SpzImportSource *self)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self->import != NULL, NULL);

  count_briefing (self->import, parts);
  count_meetings (self->import, parts);
  count_plan (self->import, parts);

  if (parts->len == 0)
    return g_strdup (_("Nothing to import was found in it."));

  g_ptr_array_add (parts, NULL);

  return g_strjoinv (", ", (char **) parts->pdata);
}

/* Both work on the file with a connection of their own, in a thread. The
 * window's programme, which others look at, reads what was written when all is
 * done; until then nobody sees any of it. */

/* Of how long a preview takes, reading is so much */
#define READING 0.3

typedef struct
{
  SpzProgressFunc  progress;
  gpointer         progress_data;
  double           from;  /* where its present part begins, and ends */
  double           to;

  /* Owned */
  GPtrArray       *sources;
  char            *path;  /* of the programme */
} Job;

static void
job_free (Job *self)
{
  g_ptr_array_unref (self->sources);
  g_free (self->path);
  g_free (self);
}

static void
report (double   fraction,
        gpointer user_data)
{
  const Job *job = g_task_get_task_data (user_data);

  if (job->progress != NULL)
    spz_progress_report (user_data, job->from + fraction * (job->to - job->from),
                         job->progress, job->progress_data);
}

static gboolean
read_sources (GTask         *task,
              Job           *job,
              GError       **error)
{
  job->to = READING;
  for (guint i = 0; i < job->sources->len; i++)
    {
      SpzImportSource *source = g_ptr_array_index (job->sources, i);

      if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), error))
        return FALSE;

      if (source->path != NULL)
        source->import = spz_import_read_file (source->path, SPZ_IMPORT_ANY, &source->error);
      else
        source->import = spz_import_read (source->bytes, NULL, SPZ_IMPORT_ANY, &source->error);
      report ((i + 1.0) / job->sources->len, task);
    }

  return TRUE;
}

/* Those that could be read */
static GPtrArray *
list_readable (GPtrArray *sources)
{
  GPtrArray *readable = g_ptr_array_new ();

  for (guint i = 0; i < sources->len; i++)
    {
      SpzImportSource *source = g_ptr_array_index (sources, i);

      if (source->import != NULL)
        g_ptr_array_add (readable, source);
    }

  return readable;
}

static GPtrArray *
list_imports (GPtrArray *sources)
{
  GPtrArray *imports = g_ptr_array_new ();

  for (guint i = 0; i < sources->len; i++)
    g_ptr_array_add (imports, ((SpzImportSource *) g_ptr_array_index (sources, i))->import);

  return imports;
}

/* Leaves out what can't be entered, until the others can. */
static gboolean
preview_sources (GTask         *task,
                 Job           *job,
                 SpzProgramme  *programme,
                 GError       **error)
{
  g_autoptr(GPtrArray) sources = list_readable (job->sources);
  GCancellable *cancellable = g_task_get_cancellable (task);

  job->from = job->to;
  job->to = 1;
  for (;;)
    {
      g_autoptr(GPtrArray) imports = list_imports (sources);
      g_autoptr(GPtrArray) summaries = g_ptr_array_new_with_free_func (g_free);
      g_autoptr(GError) wrong = NULL;
      SpzImportSource *source;

      if (spz_import_preview_all (programme, imports, summaries, report, task, cancellable, &wrong))
        {
          for (guint i = 0; i < sources->len; i++)
            ((SpzImportSource *) g_ptr_array_index (sources, i))->summary = g_strdup (g_ptr_array_index (summaries, i));
          return TRUE;
        }

      if (summaries->len == sources->len || g_cancellable_is_cancelled (cancellable))
        {
          g_propagate_error (error, g_steal_pointer (&wrong));
          return FALSE;
        }

      source = g_ptr_array_index (sources, summaries->len);
      g_clear_pointer (&source->import, spz_import_free);
      source->error = g_steal_pointer (&wrong);
      g_ptr_array_remove_index (sources, summaries->len);
    }
}

static void
preview_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr(SpzProgramme) programme = NULL;
  g_autoptr(GError) error = NULL;

  if (read_sources (task, job, &error))
    programme = spz_programme_open (job->path, SPZ_STORE_OPEN, &error);
  if (programme != NULL && preview_sources (task, job, programme, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static char *
make_label (GPtrArray *sources)
{
  if (sources->len == 1)
    /* Translators: a step in the undo menu; %s is a file's name */
    return g_strdup_printf (_("“%s” imported"), ((SpzImportSource *) g_ptr_array_index (sources, 0))->name);

  /* Translators: a step in the undo menu */
  return g_strdup_printf (ngettext ("%u file imported", "%u files imported", sources->len), sources->len);
}

static void
apply_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr(GPtrArray) sources = list_readable (job->sources);
  g_autoptr(GPtrArray) imports = list_imports (sources);
  g_autoptr(GPtrArray) summaries = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *label = make_label (sources);
  g_autoptr(GError) error = NULL;
  g_autoptr(SpzProgramme) programme = spz_programme_open (job->path, SPZ_STORE_OPEN, &error);

  job->to = 1;
  if (programme != NULL &&
      spz_import_apply_all (programme, imports, summaries, label, report, task, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
start (GPtrArray           *sources,
       SpzProgramme        *programme,
       SpzProgressFunc      progress,
       gpointer             progress_data,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data,
       GTaskThreadFunc      thread)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->progress = progress;
  job->progress_data = progress_data;
  job->sources = g_ptr_array_ref (sources);
  job->path = g_strdup (spz_programme_get_path (programme));

  /* What was written is written, even if it was cancelled just then */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, thread);
}

/**
 * spz_import_sources_preview_async:
 * @sources: (element-type SpzImportSource): what to read; not to be touched
 *   until it is
 * @programme: the programme it would go into
 * @progress: (nullable) (scope notified): is told how much is done, never after
 *   @callback
 * @progress_data: user data for @progress
 * @cancellable: (nullable): to give up
 * @callback: called when all are read
 * @user_data: its data
 *
 * Reads foreign texts in the background, and finds out what would come of them.
 * What can't be read or entered says so in its own `error`.
 */
void
spz_import_sources_preview_async (GPtrArray           *sources,
                                  SpzProgramme        *programme,
                                  SpzProgressFunc      progress,
                                  gpointer             progress_data,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (sources != NULL);
  g_return_if_fail (SPZ_IS_PROGRAMME (programme));

  start (sources, programme, progress, progress_data, cancellable, callback, user_data, preview_thread);
}

/**
 * spz_import_sources_apply_async:
 * @sources: (element-type SpzImportSource): sources that were read
 * @programme: a programme; nothing else is to be changed in it until this is done
 * @progress: (nullable) (scope notified): is told how much is done, never after
 *   @callback
 * @progress_data: user data for @progress
 * @cancellable: (nullable): to give up; then nothing was done
 * @callback: called when it is done
 * @user_data: its data
 *
 * Enters what was read into @programme's file in the background: all of it in
 * one undoable step, or nothing. Then spz_programme_refresh() shows it.
 */
void
spz_import_sources_apply_async (GPtrArray           *sources,
                                SpzProgramme        *programme,
                                SpzProgressFunc      progress,
                                gpointer             progress_data,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (sources != NULL);
  g_return_if_fail (SPZ_IS_PROGRAMME (programme));

  start (sources, programme, progress, progress_data, cancellable, callback, user_data, apply_thread);
}

/**
 * spz_import_sources_finish:
 * @result: the result
 * @error: return location for an error: of the file, or that it was cancelled
 *
 * Ends what spz_import_sources_preview_async() or
 * spz_import_sources_apply_async() began.
 *
 * Returns: whether it was done
 */
gboolean
spz_import_sources_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
