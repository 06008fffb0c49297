/* spz-store.h: one SQLite file
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

#include "spz-change.h"
#include "spz-cursor.h"

G_BEGIN_DECLS

/**
 * SpzStoreFlags:
 * @SPZ_STORE_OPEN: open an existing file for reading and writing
 * @SPZ_STORE_CREATE: create a new file; one that exists already is an error
 * @SPZ_STORE_READ_ONLY: open an existing file for reading only
 */
typedef enum
{
  SPZ_STORE_OPEN,
  SPZ_STORE_CREATE,
  SPZ_STORE_READ_ONLY,
} SpzStoreFlags;

#define SPZ_TYPE_STORE (spz_store_get_type ())
G_DECLARE_FINAL_TYPE (SpzStore, spz_store, SPZ, STORE, GObject)

/* A store is used from the thread that uses it last; it may be opened in a
 * worker thread and handed over.
 *
 * Signal "changed" (SpzChanges *changes): rows were committed, by an edit, an
 * undo or a redo. Emitted after COMMIT (or after the rollback of nothing).
 * Signal "history-changed": there is another step to undo or to redo.
 * Signal "reloaded": somebody else wrote to the file; read everything again. */

SpzStore   *spz_store_open            (const char        *path,
                                       SpzStoreFlags      flags,
                                       GError           **error);
const char *spz_store_get_path        (SpzStore          *self);
gboolean    spz_store_get_read_only   (SpzStore          *self);
gboolean    spz_store_refresh         (SpzStore          *self,
                                       GError           **error);

/* Reading */

SpzCursor  *spz_store_read            (SpzStore          *self,
                                       const char        *table,
                                       const char *const *columns,
                                       gint64             id,
                                       GError           **error);

/* Writing, inside a named transaction */

gboolean    spz_store_begin           (SpzStore          *self,
                                       const char        *label,
                                       const char        *merge_key,
                                       GError           **error);
void        spz_store_end_merging     (SpzStore *self);
gboolean    spz_store_commit          (SpzStore          *self,
                                       GError           **error);
void        spz_store_rollback        (SpzStore          *self);
gboolean    spz_store_in_transaction  (SpzStore          *self);

gint64      spz_store_insert          (SpzStore          *self,
                                       const char        *table,
                                       const char *const *columns,
                                       const GValue      *values,
                                       GError           **error);
gboolean    spz_store_update          (SpzStore          *self,
                                       const char        *table,
                                       gint64             id,
                                       const char *const *columns,
                                       const GValue      *values,
                                       GError           **error);
gboolean    spz_store_delete          (SpzStore          *self,
                                       const char        *table,
                                       gint64             id,
                                       GError           **error);

/* History */

gboolean    spz_store_undo            (SpzStore          *self,
                                       GError           **error);
gboolean    spz_store_redo            (SpzStore          *self,
                                       GError           **error);
const char *spz_store_get_undo_label  (SpzStore          *self);
const char *spz_store_get_redo_label  (SpzStore          *self);

/**
 * SpzHistoryEntry:
 * @id: its number, growing
 * @at: (owned): when, ISO 8601 in UTC
 * @who: (owned): the user's name
 * @label: (owned): what was done, in the language it was done in
 * @undone: whether it is undone at present
 */
typedef struct
{
  gint64    id;
  char     *at;
  char     *who;
  char     *label;
  gboolean  undone;
} SpzHistoryEntry;

GPtrArray  *spz_store_get_history     (SpzStore          *self,
                                       guint              limit,
                                       GError           **error);

/* Whole files */

gboolean    spz_store_copy_to         (SpzStore          *self,
                                       const char        *path,
                                       gboolean           with_history,
                                       GError           **error);
gboolean    spz_store_may_copy_to     (SpzStore          *self,
                                       const char        *path,
                                       GError           **error);
gboolean    spz_store_forget_history  (SpzStore          *self,
                                       GError           **error);
GPtrArray  *spz_store_check           (SpzStore          *self,
                                       GError           **error);

G_END_DECLS
