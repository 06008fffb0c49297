/* spz-schema-private.h: the tables of a programme and how they came about
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

#define SPZ_SCHEMA_MIGRATIONS "/io/github/sprechzettel/Sprechzettel/store/migrations"

/* The table of undoable steps, the only one that is not recorded itself */
#define SPZ_SCHEMA_HISTORY "history"

/*
 * SpzTable:
 * @name: (not nullable): interned
 * @columns: (array length=n_columns): interned, in the file's order; the
 *   first is always the primary key, "id"
 */
typedef struct
{
  const char  *name;
  const char **columns;
  guint        n_columns;
} SpzTable;

/*
 * SpzSchema:
 * @version: the newest version, which is the number of @migrations
 * @migrations: the statements that lead from each version to the next
 * @tables: (element-type SpzTable): the tables of the newest version, in the
 *   order they were made in; without the history
 * @description: what a file of the newest version looks like
 */
typedef struct
{
  int         version;
  char      **migrations;
  GPtrArray  *tables;
  char       *description;
} SpzSchema;

SpzSchema      *spz_schema_new        (const char  *resource_path);
void            spz_schema_free       (SpzSchema   *self);
const SpzTable *spz_schema_get_table  (SpzSchema   *self,
                                       const char  *name);
gboolean        spz_table_has_column  (const SpzTable *self,
                                       const char     *name);
char           *spz_schema_describe   (SpzSchema   *self,
                                       int          version);
gboolean        spz_schema_migrate    (SpzSchema   *self,
                                       sqlite3     *db,
                                       const char  *path,
                                       int          from,
                                       GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzSchema, spz_schema_free)

G_END_DECLS
