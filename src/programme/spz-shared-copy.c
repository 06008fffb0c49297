/* spz-shared-copy.c: a copy of a programme to pass on
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-shared-copy.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "spz-audience.h"
#include "spz-blocks.h"
#include "spz-figure-texts.h"
#include "spz-figures.h"
#include "spz-plan-snapshot-private.h"
#include "spz-plan-versions.h"
#include "spz-programme-private.h"
#include "spz-promises.h"
#include "spz-record-private.h"

/* A copy for an audience holds what papers for it may hold. Rows that are for
 * fewer go, with all that refers to them; what no paper tells is the office's
 * own and goes too: notes, sources, how other systems know a row.
 *
 * It is made in a folder only its user can read. Only when nothing is left in
 * it that the audience must not see is it written where it is to be, anew and
 * page by page: what was removed has never been on that disk. */

/* What no paper tells. It becomes what the column is by default. */
static const struct
{
  const char *table;
  const char *column;
} private_columns[] = {
  { "programme", "words_per_minute" },
  { "role", "uid" },
  { "action_field", "stage" },
  { "action_field", "summary" },
  { "body", "uid" },
  { "body", "submission_days" },
  { "body", "invitation_days" },
  { "meeting", "note" },
  { "meeting", "uid" },
  { "meeting", "submission" },
  { "meeting", "invitation" },
  { "agenda_item", "uid" },
  { "figure_value", "source" },
  { "measure", "uid" },
  { "phase", "note" },
  { "phase", "uid" },
  { "milestone", "note" },
  { "milestone", "uid" },
  { "assignment", "note" },
};

#define DEFAULT_WORDS_PER_MINUTE 120

typedef struct
{
  SpzProgramme *programme; /* Borrowed; the copy */
  SpzStore     *store;     /* Borrowed; its own */
  SpzAudience   audience;
  GCancellable *cancellable; /* Borrowed */
} Copy;

static gboolean
may_see (Copy     *self,
         gpointer  record)
{
  return spz_record_get_audience (self->programme, record) <= self->audience;
}

static gboolean
set_column (Copy          *self,
            gpointer       record,
            const char    *column,
            const GValue  *value,
            GError       **error)
{
  return spz_store_update (self->store, spz_record_get_table (record), spz_record_get_id (record),
                           (const char *[]) { column, NULL }, value, error);
}

static gboolean
set_text (Copy        *self,
          gpointer     record,
          const char  *column,
          const char  *text,
          GError     **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_set_string (g_value_init (&value, G_TYPE_STRING), text);

  return set_column (self, record, column, &value, error);
}

/* The owner of a row may have taken it along */
static gboolean
delete_row (Copy       *self,
            SpzRecord  *record,
            GError    **error)
{
  g_autoptr (GError) local = NULL;

  if (spz_store_delete (self->store, spz_record_get_table (record), spz_record_get_id (record), &local) ||
      g_error_matches (local, SPZ_ERROR, SPZ_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

/* Hidden rows */

/* A heading that told of what stood under it, and nothing of that is left */
static void
collect_empty_headings (Copy        *self,
                        SpzBriefing *briefing,
                        GPtrArray   *hidden)
{
  SpzRecordList *blocks = spz_programme_get_children (self->programme, SPZ_TYPE_BLOCK, "briefing",
                                                      spz_record_get_id (SPZ_RECORD (briefing)));
  SpzBlock *heading = NULL;
  gboolean for_several = FALSE, any = FALSE, any_left = FALSE;

  for (guint i = 0; i <= spz_record_list_get_size (blocks); i++)
    {
      SpzBlock *block = i < spz_record_list_get_size (blocks) ? spz_record_list_get (blocks, i) : NULL;

      if (spz_block_ends_section (block) || (any && !for_several && spz_block_has_own_heading (block)))
        {
          if (heading != NULL && any && !any_left)
            g_ptr_array_add (hidden, heading);
          heading = block != NULL && block->kind == SPZ_BLOCK_HEADING ? block : NULL;
          for_several = any = any_left = FALSE;
          continue;
        }

      for_several = any ? for_several : spz_block_has_own_heading (block);
      any = TRUE;
      any_left = any_left || may_see (self, block);
    }
}

/* What was promised anew, maybe where this audience doesn't see it, must not
 * look like a promise that was broken. */
static gboolean
is_bygone (Copy     *self,
           gpointer  record)
{
  return SPZ_IS_PROMISE (record) && spz_promise_is_renewed (self->programme, record);
}

/* All of them before one is removed: by one the audience of another is known */
static GPtrArray *
collect_hidden (Copy *self)
{
  SpzRecordList *briefings = spz_programme_get_list (self->programme, SPZ_TYPE_BRIEFING);
  GPtrArray *hidden = g_ptr_array_new ();

  for (const GType *type = spz_record_types (); *type != 0; type++)
    {
      SpzRecordList *list = spz_programme_get_list (self->programme, *type);

      for (guint i = 0; i < spz_record_list_get_size (list); i++)
        {
          gpointer record = spz_record_list_get (list, i);

          if (!may_see (self, record) || is_bygone (self, record))
            g_ptr_array_add (hidden, record);
        }
    }
  for (guint i = 0; i < spz_record_list_get_size (briefings); i++)
    collect_empty_headings (self, spz_record_list_get (briefings, i), hidden);

  return hidden;
}

/* Private columns */

static gboolean
clear_column (Copy            *self,
              gpointer         record,
              const SpzField  *field,
              GError         **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  if (field->type == SPZ_FIELD_INTEGER)
    g_value_set_int64 (g_value_init (&value, G_TYPE_INT64),
                       g_str_equal (field->name, "words_per_minute") ? DEFAULT_WORDS_PER_MINUTE : 0);
  else if (field->type == SPZ_FIELD_TEXT)
    g_value_set_static_string (g_value_init (&value, G_TYPE_STRING), "");

  return set_column (self, record, field->name, &value, error);
}

static const SpzField *
find_field (SpzRecordClass *klass,
            const char     *column)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (g_str_equal (klass->fields[i].name, column))
      return &klass->fields[i];

  g_assert_not_reached ();
}

static gboolean
clear_columns (Copy            *self,
               GType            type,
               GError         **error)
{
  SpzRecordList *list = spz_programme_get_list (self->programme, type);
  g_autoptr (SpzRecordClass) klass = g_type_class_ref (type);

  for (guint i = 0; i < G_N_ELEMENTS (private_columns); i++)
    {
      const SpzField *field;

      if (!g_str_equal (private_columns[i].table, klass->table))
        continue;

      field = find_field (klass, private_columns[i].column);
      for (guint j = 0; j < spz_record_list_get_size (list); j++)
        if (!clear_column (self, spz_record_list_get (list, j), field, error))
          return FALSE;
    }

  return TRUE;
}

/* What mentions hidden figures */

static gboolean
redact_texts (Copy    *self,
              GType    type,
              GError **error)
{
  SpzRecordList *list = spz_programme_get_list (self->programme, type);

  for (guint i = 0; i < spz_record_list_get_size (list); i++)
    {
      gpointer record = spz_record_list_get (list, i);
      const char *text = spz_record_get_title (record);
      g_autofree char *redacted = spz_figures_redact (self->programme, text, self->audience);

      if (!g_str_equal (text, redacted) && !set_text (self, record, "title", redacted, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_value (Copy       *self,
           SpzFigure  *figure,
           SpzDate     date,
           double      number,
           GError    **error)
{
  GValue values[3] = { G_VALUE_INIT, G_VALUE_INIT, G_VALUE_INIT };
  gboolean added;

  g_value_set_int64 (g_value_init (&values[0], G_TYPE_INT64), spz_record_get_id (SPZ_RECORD (figure)));
  g_value_take_string (g_value_init (&values[1], G_TYPE_STRING), spz_date_to_iso (date));
  g_value_set_double (g_value_init (&values[2], G_TYPE_DOUBLE), number);

  added = spz_store_insert (self->store, "figure_value", (const char *[]) { "figure", "date", "value", NULL },
                            values, error) != 0;
  g_value_unset (&values[1]);

  return added;
}

static gboolean
is_computed_from_hidden (Copy      *self,
                         SpzFigure *figure)
{
  SpzRecordList *figures = spz_programme_get_list (self->programme, SPZ_TYPE_FIGURE);

  for (guint i = 0; i < spz_record_list_get_size (figures); i++)
    {
      SpzFigure *part = spz_record_list_get (figures, i);

      if (!may_see (self, part) && spz_figure_is_computed_from (figure, part))
        return TRUE;
    }

  return FALSE;
}

/* A sum of which a part is hidden stays what it is, as a number of that day. */
static gboolean
solve_formulas (Copy    *self,
                GError **error)
{
  SpzRecordList *figures = spz_programme_get_list (self->programme, SPZ_TYPE_FIGURE);
  SpzDate today = spz_programme_get_reference_date (self->programme);

  for (guint i = 0; i < spz_record_list_get_size (figures); i++)
    {
      SpzFigure *figure = spz_record_list_get (figures, i);
      double number;

      if (!may_see (self, figure) || !is_computed_from_hidden (self, figure))
        continue;
      if ((spz_figure_get_value (self->programme, figure, today) == NULL &&
           spz_figure_compute (self->programme, figure, today, &number, NULL) &&
           !add_value (self, figure, today, number, error)) ||
          !set_text (self, figure, "formula", "", error))
        return FALSE;
    }

  return TRUE;
}

/* What a promise's subject was called then may have been for fewer */
static gboolean
rename_promises (Copy    *self,
                 GError **error)
{
  SpzRecordList *promises = spz_programme_get_list (self->programme, SPZ_TYPE_PROMISE);

  for (guint i = 0; i < spz_record_list_get_size (promises); i++)
    {
      SpzPromise *promise = spz_record_list_get (promises, i);
      gpointer subject = spz_promise_get_subject (self->programme, promise);

      if (subject != NULL && !set_text (self, promise, "title", spz_record_get_title (subject), error))
        return FALSE;
    }

  return TRUE;
}

/* Filtering */

static gboolean
filter_rows (Copy    *self,
             GError **error)
{
  g_autoptr (GPtrArray) hidden = collect_hidden (self);

  for (const GType *type = spz_record_types (); *type != 0; type++)
    if (!clear_columns (self, *type, error))
      return FALSE;

  if (!redact_texts (self, SPZ_TYPE_POINT, error) || !redact_texts (self, SPZ_TYPE_BLOCK, error) ||
      !solve_formulas (self, error) || !rename_promises (self, error))
    return FALSE;

  for (guint i = 0; i < hidden->len; i++)
    if (g_cancellable_set_error_if_cancelled (self->cancellable, error) ||
        !delete_row (self, g_ptr_array_index (hidden, i), error))
      return FALSE;

  return TRUE;
}

/* Versions that were whole are whole as what is left of them */
static gboolean
seal_versions (Copy       *self,
               GPtrArray  *whole,
               GError    **error)
{
  for (guint i = 0; i < whole->len; i++)
    {
      SpzPlanVersion *version = g_ptr_array_index (whole, i);
      g_autoptr (SpzPlanSnapshot) snapshot = NULL;
      g_autofree char *digest = NULL;

      if (spz_programme_lookup (self->programme, SPZ_TYPE_PLAN_VERSION,
                                spz_record_get_id (SPZ_RECORD (version))) == NULL)
        continue;

      snapshot = spz_plan_snapshot_new_from_version (self->programme, version);
      digest = spz_plan_snapshot_dup_digest (snapshot, spz_plan_snapshot_get_form (snapshot));
      if (!set_text (self, version, "digest", digest, error))
        return FALSE;
    }

  return TRUE;
}

static GPtrArray *
collect_whole_versions (Copy *self)
{
  SpzRecordList *versions = spz_programme_get_list (self->programme, SPZ_TYPE_PLAN_VERSION);
  GPtrArray *whole = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < spz_record_list_get_size (versions); i++)
    {
      SpzPlanVersion *version = spz_record_list_get (versions, i);

      if (spz_plan_version_check (self->programme, version, NULL))
        g_ptr_array_add (whole, g_object_ref (version));
    }

  return whole;
}

/* As one step: done whole, or not at all */
static gboolean
end_step (Copy      *self,
          gboolean   done,
          GError   **error)
{
  if (done)
    return spz_store_commit (self->store, error);

  spz_store_rollback (self->store);

  return FALSE;
}

static gboolean
filter (Copy    *self,
        GError **error)
{
  g_autoptr (GPtrArray) whole = collect_whole_versions (self);

  /* What is left of the versions is known after the first step only. */
  return spz_store_begin (self->store, "", NULL, error) &&
         end_step (self, filter_rows (self, error), error) &&
         spz_store_begin (self->store, "", NULL, error) &&
         end_step (self, seal_versions (self, whole, error), error) &&
         spz_store_forget_history (self->store, error);
}

static gboolean
write_filtered (const char    *path,
                const char    *target,
                SpzAudience    audience,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (SpzProgramme) programme = spz_programme_open (path, SPZ_STORE_OPEN, error);
  Copy copy = { programme, NULL, audience, cancellable };

  if (programme == NULL)
    return FALSE;

  copy.store = spz_programme_get_store (programme);

  return filter (&copy, error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         spz_store_copy_to (copy.store, target, TRUE, error);
}

/**
 * spz_shared_copy_write:
 * @programme: a programme
 * @path: where the copy is to be; a file there is replaced
 * @audience: whom it is for, the public or a committee
 * @cancellable: (nullable): a cancellable
 * @error: return location for an #SPZ_ERROR
 *
 * Writes a copy to pass on: what @audience may see, as a programme of its own
 * that can be opened and checked. It has no history. Blocks; may be called from
 * any thread.
 *
 * Returns: whether there is a whole copy; if not, a file at @path is as before
 */
gboolean
spz_shared_copy_write (SpzProgramme  *programme,
                       const char    *path,
                       SpzAudience    audience,
                       GCancellable  *cancellable,
                       GError       **error)
{
  SpzStore *store;
  g_autofree char *folder = NULL;
  g_autofree char *file = NULL;
  gboolean done;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  store = spz_programme_get_store (programme);
  if (!spz_store_may_copy_to (store, path, error))
    return FALSE;

  folder = g_dir_make_tmp ("sprechzettel-XXXXXX", error);
  if (folder == NULL)
    return FALSE;

  file = g_build_filename (folder, "copy.db", NULL);
  done = spz_store_copy_to (store, file, FALSE, error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         write_filtered (file, path, audience, cancellable, error);
  g_unlink (file);
  g_rmdir (folder);

  return done;
}

typedef struct
{
  char        *path;
  SpzAudience  audience;
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_free (self->path);
  g_free (self);
}

static void
write_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  const Request *request = task_data;
  g_autoptr (GError) error = NULL;

  if (spz_shared_copy_write (source_object, request->path, request->audience, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * spz_shared_copy_write_async:
 * @programme: a programme
 * @path: where the copy is to be; a file there is replaced
 * @audience: whom it is for
 * @cancellable: (nullable): a cancellable
 * @callback: called when the copy is written or could not be
 * @user_data: for @callback
 *
 * Does what spz_shared_copy_write() does in a worker thread.
 */
void
spz_shared_copy_write_async (SpzProgramme        *programme,
                             const char          *path,
                             SpzAudience          audience,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Request *request;

  g_return_if_fail (SPZ_IS_PROGRAMME (programme));
  g_return_if_fail (path != NULL);

  request = g_new (Request, 1);
  *request = (Request) { g_strdup (path), audience };
  task = g_task_new (programme, cancellable, callback, user_data);
  g_task_set_source_tag (task, spz_shared_copy_write_async);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, write_thread);
}

/**
 * spz_shared_copy_write_finish:
 * @programme: a programme
 * @result: the result
 * @error: return location for an #SPZ_ERROR
 *
 * Returns: whether the copy was written
 */
gboolean
spz_shared_copy_write_finish (SpzProgramme  *programme,
                              GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
