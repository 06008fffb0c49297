/* spz-programme-steps.c: what is done in one go, undone and done again
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "spz-programme-private.h"

/* The lists may hold rows as they would be after a step that isn't done */
static void
fall_back (SpzProgramme *self)
{
  if (!self->ahead)
    return;

  self->ahead = FALSE;
  spz_programme_read_again (self);
}

/**
 * spz_programme_begin:
 * @self: a programme
 * @label: what is done, as the undo menu shows it
 * @error: return location for an #SPZ_ERROR
 *
 * Begins an undoable step; see spz_programme_commit(). Inside another step the
 * outermost one's @label stays.
 *
 * Returns: whether the file can be written
 */
gboolean
spz_programme_begin (SpzProgramme  *self,
                     const char    *label,
                     GError       **error)
{
  return spz_programme_begin_merging (self, label, NULL, error);
}

/**
 * spz_programme_begin_merging:
 * @self: a programme
 * @label: what is done, as the undo menu shows it
 * @merge_key: (nullable): what steps have in common that follow each other
 *   and are undone as one, such as typing in one field
 * @error: return location for an #SPZ_ERROR
 *
 * Like spz_programme_begin().
 *
 * Returns: whether the file can be written
 */
gboolean
spz_programme_begin_merging (SpzProgramme  *self,
                             const char    *label,
                             const char    *merge_key,
                             GError       **error)
{
  g_return_val_if_fail (SPZ_IS_PROGRAMME (self), FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  if (self->depth == 0)
    {
      g_signal_emit_by_name (self, "settle");
      if (!spz_store_begin (self->store, label, merge_key, error))
        return FALSE;
      self->broken = FALSE;
    }

  self->depth++;
  return TRUE;
}

/**
 * spz_programme_end_merging:
 * @self: a programme
 *
 * Ends what is undone as one: what is typed next is a step of its own, see
 * spz_programme_set_text().
 */
void
spz_programme_end_merging (SpzProgramme *self)
{
  g_return_if_fail (SPZ_IS_PROGRAMME (self));

  spz_store_end_merging (self->store);
}

static void
forget_ranks (SpzProgramme *self)
{
  GHashTableIter iter;
  gpointer table;

  g_hash_table_iter_init (&iter, self->tables);
  while (g_hash_table_iter_next (&iter, NULL, &table))
    spz_table_forget_rank (table);
}

/**
 * spz_programme_catch_up:
 * @self: a programme in a step
 * @error: return location for an #SPZ_ERROR
 *
 * Lets lists and records follow before the step is committed, for a step of
 * parts that build on each other. What is shown would be ahead of the file: to
 * be used where nobody looks. After a rollback the lists are as before.
 *
 * Returns: whether the rows could be read
 */
gboolean
spz_programme_catch_up (SpzProgramme  *self,
                        GError       **error)
{
  g_return_val_if_fail (SPZ_IS_PROGRAMME (self), FALSE);
  g_return_val_if_fail (self->depth > 0, FALSE);

  self->ahead = TRUE;

  return spz_programme_reload (self, error);
}

/**
 * spz_programme_commit:
 * @self: a programme
 * @error: return location for an #SPZ_ERROR
 *
 * Ends a step. The outermost one is written, durably, before this returns, and
 * the lists have followed. On failure nothing of the step is left.
 *
 * Returns: whether the step was done
 */
gboolean
spz_programme_commit (SpzProgramme  *self,
                      GError       **error)
{
  g_return_val_if_fail (SPZ_IS_PROGRAMME (self), FALSE);
  g_return_val_if_fail (self->depth > 0, FALSE);

  if (--self->depth > 0)
    return TRUE;

  forget_ranks (self);

  if (self->broken)
    {
      spz_store_rollback (self->store);
      fall_back (self);
      g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_FAILED,
                           _("A part of this step failed, so nothing of it was done."));
      return FALSE;
    }

  if (!spz_store_commit (self->store, error))
    {
      fall_back (self);
      return FALSE;
    }
  self->ahead = FALSE;

  return TRUE;
}

/**
 * spz_programme_rollback:
 * @self: a programme
 *
 * Ends a step that failed. Nothing of the outermost step will be left.
 */
void
spz_programme_rollback (SpzProgramme *self)
{
  g_return_if_fail (SPZ_IS_PROGRAMME (self));
  g_return_if_fail (self->depth > 0);

  self->broken = TRUE;
  if (--self->depth > 0)
    return;

  forget_ranks (self);
  spz_store_rollback (self->store);
  fall_back (self);
}

/**
 * spz_programme_undo:
 * @self: a programme
 * @error: return location for an #SPZ_ERROR
 *
 * Undoes the step last done.
 *
 * Returns: whether it was undone
 */
gboolean
spz_programme_undo (SpzProgramme  *self,
                    GError       **error)
{
  g_return_val_if_fail (SPZ_IS_PROGRAMME (self), FALSE);

  g_signal_emit_by_name (self, "settle");

  return spz_store_undo (self->store, error);
}

/**
 * spz_programme_redo:
 * @self: a programme
 * @error: return location for an #SPZ_ERROR
 *
 * Does the step last undone again.
 *
 * Returns: whether it was done
 */
gboolean
spz_programme_redo (SpzProgramme  *self,
                    GError       **error)
{
  g_return_val_if_fail (SPZ_IS_PROGRAMME (self), FALSE);

  g_signal_emit_by_name (self, "settle");

  return spz_store_redo (self->store, error);
}

/**
 * spz_programme_get_undo_label:
 * @self: a programme
 *
 * Returns: (transfer none) (nullable): what spz_programme_undo() would undo
 */
const char *
spz_programme_get_undo_label (SpzProgramme *self)
{
  g_return_val_if_fail (SPZ_IS_PROGRAMME (self), NULL);

  return spz_store_get_undo_label (self->store);
}

/**
 * spz_programme_get_redo_label:
 * @self: a programme
 *
 * Returns: (transfer none) (nullable): what spz_programme_redo() would do again
 */
const char *
spz_programme_get_redo_label (SpzProgramme *self)
{
  g_return_val_if_fail (SPZ_IS_PROGRAMME (self), NULL);

  return spz_store_get_redo_label (self->store);
}

/**
 * spz_programme_get_history:
 * @self: a programme
 * @limit: at most how many
 * @error: return location for an #SPZ_ERROR
 *
 * Returns: (element-type SpzHistoryEntry) (transfer full): what was done, the
 *   latest first
 */
GPtrArray *
spz_programme_get_history (SpzProgramme  *self,
                           guint          limit,
                           GError       **error)
{
  g_return_val_if_fail (SPZ_IS_PROGRAMME (self), NULL);

  return spz_store_get_history (self->store, limit, error);
}
