/* spz-record.h: one row of a table as an object
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib-object.h>

#include "spz-date.h"

G_BEGIN_DECLS

/**
 * SpzFieldType:
 *
 * What a column holds, and how it is held in C, in a property and in the file:
 * a reference is the id of a row of another table (0: none, NULL in the file);
 * a date is an SpzDate (ISO 8601 text or NULL); an enum is stored as its nick.
 */
typedef enum
{
  SPZ_FIELD_TEXT,
  SPZ_FIELD_DATE,
  SPZ_FIELD_INTEGER,
  SPZ_FIELD_REAL,
  SPZ_FIELD_BOOLEAN,
  SPZ_FIELD_ENUM,
  SPZ_FIELD_REFERENCE,
  SPZ_FIELD_BYTES,
} SpzFieldType;

/**
 * SpzField:
 * @name: the column's name; the property's has "-" for "_"
 * @type: what it holds
 * @offset: where it is held in the instance
 * @target: (nullable): of a reference, the table it refers to
 * @get_enum_type: (nullable): of an enum, its type
 */
typedef struct
{
  const char    *name;
  SpzFieldType   type;
  gsize          offset;
  const char    *target;
  GType        (*get_enum_type) (void);
} SpzField;

#define SPZ_TYPE_RECORD (spz_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (SpzRecord, spz_record, SPZ, RECORD, GObject)

/**
 * SpzRecordClass:
 * @table: the table's name
 * @fields: its columns, without the id
 * @n_fields: how many
 * @title_field: index of the column people know a row by, or -1
 * @order_field: index of the column rows are ordered by, before the id, or -1
 *
 * A record is read-only: its members change only because its row in the file
 * changed, and every change is notified. Change rows by spz_programme_set().
 */
struct _SpzRecordClass
{
  GObjectClass    parent_class;

  const char     *table;
  const SpzField *fields;
  guint           n_fields;
  int             title_field;
  int             order_field;
};

gint64      spz_record_get_id    (SpzRecord *self);
const char *spz_record_get_table (SpzRecord *self);
const char *spz_record_get_title (SpzRecord *self);

/* A record class is declared by the list of its fields, one a line:
 *   X (TYPE, member, ARGUMENT)
 * where ARGUMENT is the table of a REFERENCE, the type function of an ENUM and
 * _ otherwise. The list makes the instance's members, properties and columns. */

#define SPZ_FIELD_C_TEXT      char *
#define SPZ_FIELD_C_DATE      SpzDate
#define SPZ_FIELD_C_INTEGER   gint64
#define SPZ_FIELD_C_REAL      double
#define SPZ_FIELD_C_BOOLEAN   gboolean
#define SPZ_FIELD_C_ENUM      int
#define SPZ_FIELD_C_REFERENCE gint64
#define SPZ_FIELD_C_BYTES     GBytes *

#define SPZ_FIELD_MEMBER(TYPE, member, argument) SPZ_FIELD_C_##TYPE member;

#define SPZ_DECLARE_RECORD(Name, name, NAME, FIELDS)                          \
  GType spz_##name##_get_type (void);                                         \
  typedef struct { SpzRecord parent_instance; FIELDS (SPZ_FIELD_MEMBER) } Spz##Name; \
  typedef struct { SpzRecordClass parent_class; } Spz##Name##Class;           \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (Spz##Name, g_object_unref)                   \
  G_GNUC_UNUSED static inline Spz##Name *                                     \
  SPZ_##NAME (gpointer instance)                                              \
  {                                                                           \
    return G_TYPE_CHECK_INSTANCE_CAST (instance, spz_##name##_get_type (), Spz##Name); \
  }                                                                           \
  G_GNUC_UNUSED static inline gboolean                                        \
  SPZ_IS_##NAME (gpointer instance)                                           \
  {                                                                           \
    return G_TYPE_CHECK_INSTANCE_TYPE (instance, spz_##name##_get_type ());   \
  }

G_END_DECLS
