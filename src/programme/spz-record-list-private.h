/* spz-record-list-private.h: filling lists of records
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-record-list.h"

G_BEGIN_DECLS

SpzRecordList *spz_record_list_new     (GType          type);
void           spz_record_list_insert  (SpzRecordList *self,
                                        SpzRecord     *record);
gboolean       spz_record_list_remove  (SpzRecordList *self,
                                        SpzRecord     *record);
void           spz_record_list_replace (SpzRecordList *self,
                                        GPtrArray     *records);

G_END_DECLS
