/* spz-store-private.h: what the parts of the store share
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <sqlite3.h>

#include "spz-schema-private.h"
#include "spz-store.h"

G_BEGIN_DECLS

struct _SpzStore
{
  GObject          parent_instance;

  /* Owned */
  char            *path;
  SpzSchema       *schema;
  sqlite3         *db;
  GHashTable      *statements;   /* SQL text → idle sqlite3_stmt */
  sqlite3_session *session;      /* only within a transaction */
  char            *label;        /* of the transaction */
  char            *merge_key;    /* of the transaction */

  /* The last step, as long as another one may be merged into it */
  gint64           last_step;
  char            *last_merge_key;

  char            *undo_label;
  char            *redo_label;

  gint64           data_version; /* grows when somebody else writes */
  gboolean         read_only;
};

SpzStore     *spz_store_open_with_schema  (const char     *path,
                                           SpzStoreFlags   flags,
                                           SpzSchema      *schema,
                                           GError        **error);

/* spz-store.c */
gboolean      spz_store_begin_writing     (SpzStore       *self,
                                           GError        **error);
gboolean      spz_store_end_writing       (SpzStore       *self,
                                           GError        **error);
void          spz_store_cancel_writing    (SpzStore       *self);
gboolean      spz_store_is_writing        (SpzStore       *self,
                                           GError        **error);
void          spz_store_emit_changed      (SpzStore       *self,
                                           GArray         *changes);

/* spz-statement.c */
sqlite3_stmt *spz_store_take_statement    (SpzStore       *self,
                                           const char     *sql,
                                           GError        **error);
void          spz_store_give_statement    (SpzStore       *self,
                                           sqlite3_stmt   *statement);
gboolean      spz_store_bind              (SpzStore       *self,
                                           sqlite3_stmt   *statement,
                                           int             index,
                                           const GValue   *value,
                                           GError        **error);
gboolean      spz_store_run               (SpzStore       *self,
                                           sqlite3_stmt   *statement,
                                           GError        **error);

/* spz-cursor.c */
SpzCursor    *spz_cursor_new              (SpzStore       *store,
                                           sqlite3_stmt   *statement);

/* spz-history.c */
gboolean      spz_store_record            (SpzStore       *self,
                                           GBytes         *changeset,
                                           GError        **error);
gboolean      spz_store_load_labels       (SpzStore       *self,
                                           GError        **error);
gboolean      spz_store_check_history     (SpzStore       *self,
                                           GPtrArray      *messages,
                                           GError        **error);

/* spz-copy.c */
gboolean      spz_store_back_up_beside    (sqlite3        *db,
                                           const char     *path,
                                           int             version,
                                           GError        **error);
char         *spz_store_make_temporary    (const char     *path,
                                           GError        **error);
gboolean      spz_store_publish           (const char     *temporary,
                                           const char     *path,
                                           gboolean        replace,
                                           GError        **error);

G_END_DECLS
