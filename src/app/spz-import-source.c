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

static void
read_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GPtrArray *sources = task_data;

  for (guint i = 0; i < sources->len; i++)
    {
      SpzImportSource *source = g_ptr_array_index (sources, i);

      if (g_task_return_error_if_cancelled (task))
        return;

      if (source->path != NULL)
        source->import = spz_import_read_file (source->path, SPZ_IMPORT_ANY, &source->error);
      else
        source->import = spz_import_read (source->bytes, NULL, SPZ_IMPORT_ANY, &source->error);
    }

  g_task_return_pointer (task, g_ptr_array_ref (sources), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * spz_import_sources_read_async:
 * @sources: (element-type SpzImportSource): what to read; not to be touched
 *   until it is
 * @cancellable: (nullable): to give up between two sources
 * @callback: called when all are read
 * @user_data: its data
 *
 * Reads foreign texts in the background. What can't be read says so in its
 * own `error`.
 */
void
spz_import_sources_read_async (GPtrArray           *sources,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, spz_import_sources_read_async);
  g_task_set_task_data (task, g_ptr_array_ref (sources), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, read_thread);
}

/**
 * spz_import_sources_read_finish:
 * @result: the result
 * @error: return location for an error: that it was cancelled
 *
 * Ends what spz_import_sources_read_async() began.
 *
 * Returns: (transfer full) (element-type SpzImportSource): the sources
 */
GPtrArray *
spz_import_sources_read_finish (GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * spz_import_sources_apply:
 * @sources: (element-type SpzImportSource): sources that were read
 * @programme: a programme
 * @error: return location for an #SPZ_ERROR
 *
 * Enters what was read into @programme: all of it in one undoable step, or
 * nothing.
 *
 * Returns: whether it was entered
 */
gboolean
spz_import_sources_apply (GPtrArray     *sources,
                          SpzProgramme  *programme,
                          GError       **error)
{
  g_autoptr(GPtrArray) imports = g_ptr_array_new ();
  g_autofree char *label = NULL;

  g_return_val_if_fail (sources->len > 0, FALSE);

  if (sources->len == 1)
    /* Translators: a step in the undo menu; %s is a file's name */
    label = g_strdup_printf (_("Import “%s”"), ((SpzImportSource *) g_ptr_array_index (sources, 0))->name);
  else
    /* Translators: a step in the undo menu */
    label = g_strdup_printf (ngettext ("Import %u file", "Import %u files", sources->len), sources->len);

  for (guint i = 0; i < sources->len; i++)
    {
      SpzImportSource *source = g_ptr_array_index (sources, i);

      if (source->import != NULL)
        g_ptr_array_add (imports, source->import);
    }

  return spz_import_apply_all (programme, imports, label, error);
}
