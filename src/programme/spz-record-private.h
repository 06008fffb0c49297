/* spz-record-private.h: how records come from rows
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-cursor.h"
#include "spz-record.h"

G_BEGIN_DECLS

void       spz_record_class_define     (SpzRecordClass *klass,
                                        const char     *table,
                                        const SpzField *fields,
                                        guint           n_fields);
SpzRecord *spz_record_new              (GType           type,
                                        SpzCursor      *cursor);
void       spz_record_load             (SpzRecord      *self,
                                        SpzCursor      *cursor);
int        spz_record_compare          (SpzRecord      *a,
                                        SpzRecord      *b);
gint64     spz_record_get_reference    (SpzRecord      *self,
                                        guint           field);

int        spz_record_class_find_field (SpzRecordClass *klass,
                                        const char     *property);
GStrv      spz_record_class_dup_columns (SpzRecordClass *klass);

void       spz_field_init_value        (const SpzField *field,
                                        GValue         *value);
void       spz_field_to_column         (const SpzField *field,
                                        const GValue   *value,
                                        GValue         *column);

G_END_DECLS
