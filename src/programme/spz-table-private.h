/* spz-table-private.h: all records of one table
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-record-list.h"
#include "spz-store.h"

G_BEGIN_DECLS

/**
 * SpzTable:
 *
 * The rows of one table as records, and the live lists over them: all rows,
 * and the rows that refer to a certain other row.
 */
typedef struct _SpzTable SpzTable;

SpzTable       *spz_table_new          (GType             type);
void            spz_table_free         (SpzTable         *self);

gboolean        spz_table_reload       (SpzTable         *self,
                                        SpzStore         *store,
                                        GError          **error);
gboolean        spz_table_follow       (SpzTable         *self,
                                        SpzStore         *store,
                                        const SpzChanges *changes,
                                        GError          **error);

SpzRecordClass *spz_table_get_class    (SpzTable         *self);
SpzRecordList  *spz_table_get_all      (SpzTable         *self);
SpzRecordList  *spz_table_get_children (SpzTable         *self,
                                        guint             field,
                                        gint64            id);
SpzRecord      *spz_table_lookup       (SpzTable         *self,
                                        gint64            id);
char           *spz_table_next_rank    (SpzTable         *self);
void            spz_table_forget_rank  (SpzTable         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzTable, spz_table_free)

G_END_DECLS
