/* spz-record-list.h: rows of a table as a list
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>

#include "spz-record.h"

G_BEGIN_DECLS

#define SPZ_TYPE_RECORD_LIST (spz_record_list_get_type ())
G_DECLARE_FINAL_TYPE (SpzRecordList, spz_record_list, SPZ, RECORD_LIST, GObject)

/* A GListModel of records in their order, which follows every change of the
 * file. The records in it are the same objects as in every other list. Only
 * tables make such lists: see spz_programme_get_list(). */

guint    spz_record_list_get_size (SpzRecordList *self);
gpointer spz_record_list_get      (SpzRecordList *self,
                                   guint          index);
int      spz_record_list_index_of (SpzRecordList *self,
                                   SpzRecord     *record);

G_END_DECLS
