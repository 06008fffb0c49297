/* spz-database-private.h: a hardened connection to a SQLite file
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* In bytes 68 to 71 of the file: "SpZt" */
#define SPZ_DATABASE_APPLICATION_ID 0x53705a74

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close_v2)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

sqlite3      *spz_database_open         (const char    *path,
                                         int            flags,
                                         GError       **error);
sqlite3      *spz_database_open_in_memory (sqlite3      *source,
                                         const char    *path,
                                         GError       **error);
gboolean      spz_database_read_version (sqlite3       *db,
                                         const char    *path,
                                         int            known,
                                         int           *version,
                                         GError       **error);
gboolean      spz_database_verify       (sqlite3       *db,
                                         const char    *path,
                                         const char    *schema,
                                         GError       **error);
char         *spz_database_describe     (sqlite3       *db);

gboolean      spz_database_exec         (sqlite3       *db,
                                         const char    *path,
                                         const char    *sql,
                                         GError       **error);
sqlite3_stmt *spz_database_prepare      (sqlite3       *db,
                                         const char    *path,
                                         const char    *sql,
                                         GError       **error);
gboolean      spz_database_enforce_keys (sqlite3       *db,
                                         const char    *path,
                                         gboolean       enforce,
                                         GError       **error);
gboolean      spz_database_check_keys   (sqlite3       *db,
                                         const char    *path,
                                         GError       **error);
void          spz_database_set_error    (GError       **error,
                                         sqlite3       *db,
                                         const char    *path);

G_END_DECLS
