/* spz-change.h: which rows a transaction changed
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SpzChangeKind:
 * @SPZ_CHANGE_INSERTED: the row is new
 * @SPZ_CHANGE_UPDATED: some of its columns changed
 * @SPZ_CHANGE_DELETED: the row is gone
 */
typedef enum
{
  SPZ_CHANGE_INSERTED,
  SPZ_CHANGE_UPDATED,
  SPZ_CHANGE_DELETED,
} SpzChangeKind;

/**
 * SpzChange:
 * @table: (not nullable): an interned table name
 * @id: the row's id
 * @kind: what happened to it
 */
typedef struct
{
  const char    *table;
  gint64         id;
  SpzChangeKind  kind;
} SpzChange;

/**
 * SpzChanges:
 * @items: (array length=n_items): the changes, at most one a row
 * @n_items: how many
 *
 * What one committed transaction changed. Lives as long as the "changed"
 * signal that carries it. Without items everything may have changed.
 */
typedef struct
{
  const SpzChange *items;
  guint            n_items;
} SpzChanges;

gboolean spz_changes_are_within (const SpzChanges  *self,
                                 const char *const *tables);

G_END_DECLS
