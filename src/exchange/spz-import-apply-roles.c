/* spz-import-apply-roles.c: roles and tasks into a programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-apply-private.h"

static SpzRecordList *
get_tasks (SpzApply *self,
           gint64    role)
{
  return spz_programme_get_children (self->programme, SPZ_TYPE_TASK, "role", role);
}

static gboolean
has_task (SpzRecordList *tasks,
          const char    *title)
{
  for (guint i = 0; i < spz_record_list_get_size (tasks); i++)
    if (spz_apply_same_title (SPZ_TASK (spz_record_list_get (tasks, i))->title, title))
      return TRUE;

  return FALSE;
}

/* A role of another title but with most of the same tasks: it was renamed, or
 * a letter of it was lost on the way. */
static gint64
find_by_tasks (SpzApply            *self,
               const SpzImportRole *role)
{
  SpzRecordList *roles = spz_programme_get_list (self->programme, SPZ_TYPE_ROLE);

  for (guint i = 0; i < spz_record_list_get_size (roles); i++)
    {
      gint64 id = spz_record_get_id (spz_record_list_get (roles, i));
      SpzRecordList *tasks = get_tasks (self, id);
      guint n_same = 0;

      for (guint j = 0; j < role->tasks->len; j++)
        n_same += has_task (tasks, g_ptr_array_index (role->tasks, j)) ? 1 : 0;
      if (n_same >= 2 && n_same * 3 >= role->tasks->len * 2)
        return id;
    }

  return 0;
}

static gboolean
update_role (SpzApply             *self,
             gint64                id,
             const SpzImportRole  *role,
             GError              **error)
{
  SpzRole *old = spz_programme_lookup (self->programme, SPZ_TYPE_ROLE, id);
  const char *holder;
  const char *unit;

  if (old == NULL)
    return TRUE;

  holder = *role->holder != '\0' ? role->holder : old->holder;
  unit = *role->unit != '\0' ? role->unit : old->unit;
  if (g_str_equal (holder, old->holder) && g_str_equal (unit, old->unit))
    return TRUE;

  self->updated[SPZ_APPLY_ROLES]++;

  return spz_programme_set (self->programme, old, error, "holder", holder, "unit", unit, NULL);
}

static gboolean
apply_role (SpzApply             *self,
            const SpzImportRole  *role,
            GError              **error)
{
  gint64 id = spz_apply_find (self, SPZ_TYPE_ROLE, role->title);
  SpzRecordList *tasks;

  if (id == 0)
    id = find_by_tasks (self, role);

  if (id != 0)
    {
      if (!update_role (self, id, role, error))
        return FALSE;
    }
  else
    {
      id = spz_programme_add (self->programme, SPZ_TYPE_ROLE, error,
                              "title", role->title,
                              "holder", role->holder,
                              "unit", role->unit,
                              NULL);
      if (id == 0)
        return FALSE;
      spz_apply_remember (self, SPZ_TYPE_ROLE, role->title, id);
      self->added[SPZ_APPLY_ROLES]++;
    }

  tasks = get_tasks (self, id);
  for (guint i = 0; i < role->tasks->len; i++)
    {
      const char *title = g_ptr_array_index (role->tasks, i);

      if (has_task (tasks, title))
        continue;
      if (spz_programme_add (self->programme, SPZ_TYPE_TASK, error,
                             "role", id, "title", title, NULL) == 0)
        return FALSE;
      self->added[SPZ_APPLY_TASKS]++;
    }

  return TRUE;
}

/**
 * spz_apply_roles:
 * @self: a step under way
 * @error: return location for an #SPZ_ERROR
 *
 * Adds roles and tasks that are new, and updates holders and units.
 *
 * Returns: whether that worked
 */
gboolean
spz_apply_roles (SpzApply  *self,
                 GError   **error)
{
  for (guint i = 0; i < self->import->roles->len; i++)
    if (!apply_role (self, g_ptr_array_index (self->import->roles, i), error))
      return FALSE;

  return TRUE;
}
