/* spz-change.c: which rows a transaction changed
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-change.h"

/**
 * spz_changes_are_within:
 * @self: what changed
 * @tables: (array zero-terminated=1): names of tables
 *
 * For what doesn't depend on those tables, and is dear to bring up to date with
 * each letter that is typed into one of them.
 *
 * Returns: whether no row of another table can have changed
 */
gboolean
spz_changes_are_within (const SpzChanges  *self,
                        const char *const *tables)
{
  for (guint i = 0; i < self->n_items; i++)
    {
      if (!g_strv_contains (tables, self->items[i].table))
        return FALSE;
    }

  return self->n_items > 0;
}
