/* spz-history.c: steps that can be undone
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-store-private.h"

#include <glib/gi18n-lib.h>

#include "spz-changeset-private.h"
#include "spz-database-private.h"
#include "spz-error.h"

/* Each transaction leaves one row in the table "history", written with it,
 * with the changeset that SQLite's session extension made of it. Undoing
 * applies the inverse, redoing the changeset itself, so steps survive the end
 * of the program. The undone steps are always the last; a new one removes them.
 *
 * Applying a changeset is exact only without foreign keys (a cascade would
 * delete rows which the changeset deletes as well) and without tolerating a
 * conflict; whether all references lead somewhere is checked afterwards. */

typedef enum
{
  UNDO,
  REDO,
} Direction;

/* The last step that is not undone, or 0. As the undone ones are the last,
 * halving finds it without reading through a long history. */
#define LAST_DONE \
  "(WITH RECURSIVE half (low, high) AS (" \
  "  SELECT 0, (SELECT ifnull (max (id), 0) FROM history)" \
  "  UNION ALL" \
  "  SELECT iif (step.undone, low, step.id), iif (step.undone, high - (high - low) / 2 - 1, high)" \
  "  FROM half JOIN history AS step" \
  "  ON step.id = (SELECT min (id) FROM history WHERE id >= high - (high - low) / 2)" \
  "  WHERE low < high" \
  ") SELECT max (low) FROM half)"

static const char *const find_sql[] = {
  [UNDO] = "SELECT id, label, schema, changeset FROM history WHERE id = " LAST_DONE,
  [REDO] = "SELECT id, label, schema, changeset FROM history WHERE id > " LAST_DONE " ORDER BY id LIMIT 1",
};

typedef struct
{
  gint64  id;
  char   *label;
  GBytes *changeset;
} Step;

static void
step_clear (Step *step)
{
  g_clear_pointer (&step->label, g_free);
  g_clear_pointer (&step->changeset, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Step, step_clear)

static char *
dup_text (sqlite3_stmt *statement,
          int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return g_utf8_make_valid (text != NULL ? text : "", -1);
}

static GBytes *
dup_blob (sqlite3_stmt *statement,
          int           column)
{
  gconstpointer data = sqlite3_column_blob (statement, column);

  return g_bytes_new (data, sqlite3_column_bytes (statement, column));
}

/* Finds the next step in @direction; its id is 0 if there is none. A step of
 * an older schema is none: its changeset does not fit the tables any more. */
static gboolean
find_step (SpzStore   *self,
           Direction   direction,
           Step       *step,
           GError    **error)
{
  sqlite3_stmt *statement = spz_store_take_statement (self, find_sql[direction], error);
  gboolean done = FALSE;

  if (statement == NULL)
    return FALSE;

  switch (sqlite3_step (statement))
    {
    case SQLITE_ROW:
      if (sqlite3_column_int (statement, 2) == self->schema->version)
        {
          step->id = sqlite3_column_int64 (statement, 0);
          step->label = dup_text (statement, 1);
          step->changeset = dup_blob (statement, 3);
        }
      done = TRUE;
      break;

    case SQLITE_DONE:
      done = TRUE;
      break;

    default:
      spz_database_set_error (error, self->db, self->path);
      break;
    }

  spz_store_give_statement (self, statement);

  return done;
}

/*
 * spz_store_load_labels:
 * @self: a store
 * @error: return location for an error
 *
 * Finds out what can be undone and redone now.
 *
 * Returns: whether the history could be read
 */
gboolean
spz_store_load_labels (SpzStore  *self,
                       GError   **error)
{
  g_auto (Step) undo = { 0, };
  g_auto (Step) redo = { 0, };

  if (!find_step (self, UNDO, &undo, error) || !find_step (self, REDO, &redo, error))
    return FALSE;

  g_free (self->undo_label);
  g_free (self->redo_label);
  self->undo_label = g_steal_pointer (&undo.label);
  self->redo_label = g_steal_pointer (&redo.label);

  return TRUE;
}

/* Recording */

static gboolean
bind_and_run (SpzStore      *self,
              const char    *sql,
              const GValue  *values,
              guint          n_values,
              GError       **error)
{
  sqlite3_stmt *statement = spz_store_take_statement (self, sql, error);
  gboolean done = statement != NULL;

  for (guint i = 0; done && i < n_values; i++)
    done = spz_store_bind (self, statement, i + 1, &values[i], error);

  done = done && spz_store_run (self, statement, error);
  spz_store_give_statement (self, statement);

  return done;
}

static gboolean
write_step (SpzStore  *self,
            gint64     id,
            GBytes    *changeset,
            GError   **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  GValue values[6] = { G_VALUE_INIT, };
  gboolean done;

  g_value_init (&values[0], G_TYPE_INT64);
  if (id != 0)
    g_value_set_int64 (&values[0], id);
  else
    g_value_unset (&values[0]);
  g_value_init (&values[1], G_TYPE_STRING);
  g_value_take_string (&values[1], g_date_time_format_iso8601 (now));
  g_value_init (&values[2], G_TYPE_STRING);
  g_value_take_string (&values[2], g_utf8_make_valid (g_get_user_name (), -1));
  g_value_init (&values[3], G_TYPE_STRING);
  g_value_set_static_string (&values[3], self->label);
  g_value_init (&values[4], G_TYPE_INT);
  g_value_set_int (&values[4], self->schema->version);
  g_value_init (&values[5], G_TYPE_BYTES);
  g_value_set_boxed (&values[5], changeset);

  done = bind_and_run (self,
                       "INSERT OR REPLACE INTO history (id, at, who, label, schema, changeset) "
                       "VALUES (?, ?, ?, ?, ?, ?)",
                       values, G_N_ELEMENTS (values), error);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      if (G_IS_VALUE (&values[i]))
        g_value_unset (&values[i]);
    }

  return done;
}

static gboolean
run_for_id (SpzStore    *self,
            const char  *sql,
            gint64       id,
            GError     **error)
{
  GValue value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_INT64);
  g_value_set_int64 (&value, id);

  return bind_and_run (self, sql, &value, 1, error);
}

static gboolean
add_step (SpzStore  *self,
          GBytes    *changeset,
          gint64    *id,
          GError   **error)
{
  if (!bind_and_run (self, "DELETE FROM history WHERE undone = 1", NULL, 0, error) ||
      !write_step (self, 0, changeset, error))
    return FALSE;

  *id = sqlite3_last_insert_rowid (self->db);

  return TRUE;
}

/* Joins @changeset with the last step's; if nothing is left of both, neither
 * is the step */
static gboolean
merge_step (SpzStore  *self,
            GBytes    *changeset,
            gint64    *id,
            GError   **error)
{
  g_auto (Step) last = { 0, };
  g_autoptr (GBytes) both = NULL;

  if (!find_step (self, UNDO, &last, error))
    return FALSE;

  g_assert (last.id == self->last_step);

  both = spz_changeset_concat (last.changeset, changeset);
  if (both == NULL)
    {
      spz_database_set_error (error, NULL, self->path);
      return FALSE;
    }

  if (g_bytes_get_size (both) == 0)
    {
      *id = 0;
      return run_for_id (self, "DELETE FROM history WHERE id = ?", last.id, error);
    }

  *id = last.id;

  return write_step (self, last.id, both, error);
}

/*
 * spz_store_record:
 * @self: a store in a transaction
 * @changeset: what the transaction did
 * @error: return location for an error
 *
 * Writes the transaction's step into the history, and commits both.
 *
 * Returns: whether they were committed; if not, the transaction may be open
 */
gboolean
spz_store_record (SpzStore  *self,
                  GBytes    *changeset,
                  GError   **error)
{
  gboolean merge = self->last_step != 0 && self->merge_key != NULL &&
                   g_strcmp0 (self->merge_key, self->last_merge_key) == 0;
  gint64 id = 0;

  if (!(merge ? merge_step (self, changeset, &id, error)
              : add_step (self, changeset, &id, error)))
    return FALSE;

  if (!spz_store_end_writing (self, error))
    return FALSE;

  self->last_step = id;
  g_free (self->last_merge_key);
  self->last_merge_key = g_strdup (self->merge_key);

  if (!spz_store_load_labels (self, NULL))
    g_warning ("The labels of the last steps cannot be read");

  return TRUE;
}

/* Undoing and redoing */

static int
conflict_cb (void                     *user_data,
             int                       conflict,
             sqlite3_changeset_iter   *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

/* Only changesets that were parsed come here, and those have known tables */
static int
filter_cb (void       *user_data,
           const char *table)
{
  return 1;
}

static gboolean
apply_changeset (SpzStore  *self,
                 GBytes    *changeset,
                 GError   **error)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (changeset, &size);
  int result;

  result = sqlite3changeset_apply_v2 (self->db, (int) size, (void *) data,
                                      filter_cb, conflict_cb, NULL, NULL, NULL, 0);
  if (result == SQLITE_OK)
    return spz_database_check_keys (self->db, self->path, error);

  if (result == SQLITE_ABORT)
    g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_FAILED,
                         _("This step cannot be taken back or repeated any more: "
                           "what it concerns was changed by another program."));
  else
    spz_database_set_error (error, self->db, self->path);

  return FALSE;
}

static const char *
mark_sql (Direction direction)
{
  return direction == UNDO ? "UPDATE history SET undone = 1 WHERE id = ?"
                           : "UPDATE history SET undone = 0 WHERE id = ?";
}

static gboolean
go_in_transaction (SpzStore   *self,
                   Direction   direction,
                   GArray     *changes,
                   GError    **error)
{
  g_auto (Step) step = { 0, };
  g_autoptr (GBytes) changeset = NULL;

  if (!find_step (self, direction, &step, error))
    return FALSE;

  if (step.id == 0)
    {
      g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_NOT_FOUND,
                           direction == UNDO ? _("There is nothing to undo.")
                                             : _("There is nothing to redo."));
      return FALSE;
    }

  if (!spz_changeset_parse (step.changeset, self->schema, NULL))
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_DAMAGED,
                   _("The record of “%s” is damaged; this step cannot be taken back or repeated."),
                   step.label);
      return FALSE;
    }

  changeset = direction == UNDO ? spz_changeset_invert (step.changeset)
                                : g_bytes_ref (step.changeset);
  if (changeset == NULL || !spz_changeset_parse (changeset, self->schema, changes))
    {
      spz_database_set_error (error, NULL, self->path);
      return FALSE;
    }

  return apply_changeset (self, changeset, error) &&
         run_for_id (self, mark_sql (direction), step.id, error) &&
         spz_store_end_writing (self, error);
}

static gboolean
go (SpzStore   *self,
    Direction   direction,
    GError    **error)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (SpzChange));
  gboolean done;

  if (!spz_database_enforce_keys (self->db, self->path, FALSE, error))
    return FALSE;

  done = spz_store_begin_writing (self, error);
  if (done && !go_in_transaction (self, direction, changes, error))
    {
      spz_store_cancel_writing (self);
      done = FALSE;
    }

  /* A store that does not enforce references must not go on writing */
  if (!spz_database_enforce_keys (self->db, self->path, TRUE, done ? error : NULL))
    {
      self->read_only = TRUE;
      done = FALSE;
    }

  if (!done)
    return FALSE;

  self->last_step = 0;
  if (!spz_store_load_labels (self, NULL))
    g_warning ("The labels of the last steps cannot be read");
  spz_store_emit_changed (self, changes);

  return TRUE;
}

/* Checking */

static gboolean
check_steps (SpzStore      *self,
             sqlite3_stmt  *statement,
             GPtrArray     *messages,
             GError       **error)
{
  gboolean seen_undone = FALSE;
  int result;

  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_autofree char *label = dup_text (statement, 1);
      g_autoptr (GBytes) changeset = dup_blob (statement, 4);
      gboolean is_undone = sqlite3_column_int (statement, 2) != 0;
      gboolean is_current = sqlite3_column_int (statement, 3) == self->schema->version;

      if (is_current && !spz_changeset_parse (changeset, self->schema, NULL))
        g_ptr_array_add (messages,
                         g_strdup_printf (_("History: the record of “%s” is damaged."), label));

      if (seen_undone && !is_undone)
        g_ptr_array_add (messages,
                         g_strdup_printf (_("History: “%s” is out of order."), label));
      seen_undone |= is_undone;
    }

  if (result != SQLITE_DONE)
    {
      spz_database_set_error (error, self->db, self->path);
      return FALSE;
    }

  return TRUE;
}

/*
 * spz_store_check_history:
 * @self: a store
 * @messages: (element-type utf8): takes up what is wrong, in sentences
 * @error: return location for an error
 *
 * Checks that every step could be taken back.
 *
 * Returns: whether the history could be read
 */
gboolean
spz_store_check_history (SpzStore   *self,
                         GPtrArray  *messages,
                         GError    **error)
{
  sqlite3_stmt *statement;
  gboolean done;

  statement = spz_store_take_statement (self,
                                        "SELECT id, label, undone, schema, changeset "
                                        "FROM history ORDER BY id", error);
  if (statement == NULL)
    return FALSE;

  done = check_steps (self, statement, messages, error);
  spz_store_give_statement (self, statement);

  return done;
}

static void
history_entry_free (gpointer data)
{
  SpzHistoryEntry *entry = data;

  g_free (entry->at);
  g_free (entry->who);
  g_free (entry->label);
  g_free (entry);
}

/* Public API */

/**
 * spz_store_undo:
 * @self: a store outside of a transaction
 * @error: return location for an error of the domain %SPZ_ERROR
 *
 * Takes the last step back that is not undone. Steps from before the file was
 * brought to a newer version can't be undone any more.
 *
 * Returns: whether it was taken back; if not, nothing has changed
 */
gboolean
spz_store_undo (SpzStore  *self,
                GError   **error)
{
  g_return_val_if_fail (SPZ_IS_STORE (self), FALSE);
  g_return_val_if_fail (!spz_store_in_transaction (self), FALSE);

  return go (self, UNDO, error);
}

/**
 * spz_store_redo:
 * @self: a store outside of a transaction
 * @error: return location for an error of the domain %SPZ_ERROR
 *
 * Repeats the step that was undone last.
 *
 * Returns: whether it was repeated; if not, nothing has changed
 */
gboolean
spz_store_redo (SpzStore  *self,
                GError   **error)
{
  g_return_val_if_fail (SPZ_IS_STORE (self), FALSE);
  g_return_val_if_fail (!spz_store_in_transaction (self), FALSE);

  return go (self, REDO, error);
}

/**
 * spz_store_get_undo_label:
 * @self: a store
 *
 * Gets the name of the step that would be undone.
 *
 * Returns: (nullable): the name, %NULL if there is nothing to undo
 */
const char *
spz_store_get_undo_label (SpzStore *self)
{
  g_return_val_if_fail (SPZ_IS_STORE (self), NULL);

  return self->undo_label;
}

/**
 * spz_store_get_redo_label:
 * @self: a store
 *
 * Gets the name of the step that would be redone.
 *
 * Returns: (nullable): the name, %NULL if there is nothing to redo
 */
const char *
spz_store_get_redo_label (SpzStore *self)
{
  g_return_val_if_fail (SPZ_IS_STORE (self), NULL);

  return self->redo_label;
}

/**
 * spz_store_get_history:
 * @self: a store
 * @limit: how many steps at most, 0 for all
 * @error: return location for an error of the domain %SPZ_ERROR
 *
 * Gets what was done, the last step first.
 *
 * Returns: (transfer container) (element-type SpzHistoryEntry) (nullable): the steps
 */
GPtrArray *
spz_store_get_history (SpzStore  *self,
                       guint      limit,
                       GError   **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  sqlite3_stmt *statement;
  int result;

  g_return_val_if_fail (SPZ_IS_STORE (self), NULL);

  statement = spz_store_take_statement (self,
                                        "SELECT id, at, who, label, undone FROM history "
                                        "ORDER BY id DESC", error);
  if (statement == NULL)
    return NULL;

  entries = g_ptr_array_new_with_free_func (history_entry_free);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      SpzHistoryEntry *entry = g_new0 (SpzHistoryEntry, 1);

      entry->id = sqlite3_column_int64 (statement, 0);
      entry->at = dup_text (statement, 1);
      entry->who = dup_text (statement, 2);
      entry->label = dup_text (statement, 3);
      entry->undone = sqlite3_column_int (statement, 4) != 0;
      g_ptr_array_add (entries, entry);

      if (entries->len == limit)
        break;
    }

  if (result != SQLITE_DONE && result != SQLITE_ROW)
    {
      spz_database_set_error (error, self->db, self->path);
      g_clear_pointer (&entries, g_ptr_array_unref);
    }
  spz_store_give_statement (self, statement);

  return g_steal_pointer (&entries);
}
