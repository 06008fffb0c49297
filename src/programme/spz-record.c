/* spz-record.c: one row of a table as an object
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-record-private.h"

typedef struct
{
  gint64 id;
} SpzRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SpzRecord, spz_record, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Rows are ordered by the first of these columns that the table has */
static const char *const order_columns[] = { "position", "start", "date", "at" };

static SpzRecordPrivate *
get_private (SpzRecord *self)
{
  return spz_record_get_instance_private (self);
}

#define MEMBER(self, field, type) G_STRUCT_MEMBER (type, self, (field)->offset)

static void
get_field (SpzRecord      *self,
           const SpzField *field,
           GValue         *value)
{
  switch (field->type)
    {
    case SPZ_FIELD_TEXT:
      g_value_set_string (value, MEMBER (self, field, char *));
      break;
    case SPZ_FIELD_DATE:
      g_value_set_int (value, MEMBER (self, field, SpzDate));
      break;
    case SPZ_FIELD_INTEGER:
    case SPZ_FIELD_REFERENCE:
      g_value_set_int64 (value, MEMBER (self, field, gint64));
      break;
    case SPZ_FIELD_REAL:
      g_value_set_double (value, MEMBER (self, field, double));
      break;
    case SPZ_FIELD_BOOLEAN:
      g_value_set_boolean (value, MEMBER (self, field, gboolean));
      break;
    case SPZ_FIELD_ENUM:
      g_value_set_enum (value, MEMBER (self, field, int));
      break;
    case SPZ_FIELD_BYTES:
      g_value_set_boxed (value, MEMBER (self, field, GBytes *));
      break;
    default:
      g_assert_not_reached ();
    }
}

static int
enum_from_nick (const SpzField *field,
                const char     *nick)
{
  g_autoptr (GEnumClass) enum_class = g_type_class_ref (field->get_enum_type ());
  GEnumValue *value = nick ? g_enum_get_value_by_nick (enum_class, nick) : NULL;

  /* A word of a later version that a hand-edited file may hold */
  return value ? value->value : 0;
}

static gboolean
load_text (char       **member,
           const char  *text)
{
  if (*member && g_strcmp0 (*member, text) == 0)
    return FALSE;

  g_free (*member);
  *member = g_strdup (text ? text : "");
  return TRUE;
}

static gboolean
load_bytes (GBytes **member,
            GBytes  *bytes)
{
  gboolean changed = *member == NULL ? bytes != NULL
                                     : bytes == NULL || !g_bytes_equal (*member, bytes);

  g_clear_pointer (member, g_bytes_unref);
  *member = bytes;
  return changed;
}

#define LOAD(self, field, type, new_value) G_STMT_START {       \
    type loaded = (new_value);                                  \
    changed = MEMBER (self, field, type) != loaded;             \
    MEMBER (self, field, type) = loaded;                        \
  } G_STMT_END

static gboolean
load_field (SpzRecord      *self,
            const SpzField *field,
            SpzCursor      *cursor,
            int             column)
{
  gboolean changed = FALSE;

  switch (field->type)
    {
    case SPZ_FIELD_TEXT:
      return load_text (&MEMBER (self, field, char *), spz_cursor_get_text (cursor, column));
    case SPZ_FIELD_BYTES:
      return load_bytes (&MEMBER (self, field, GBytes *), spz_cursor_dup_bytes (cursor, column));
    case SPZ_FIELD_DATE:
      LOAD (self, field, SpzDate,
            spz_cursor_is_null (cursor, column)
              ? SPZ_DATE_NONE
              : spz_date_parse_iso (spz_cursor_get_text (cursor, column)));
      break;
    case SPZ_FIELD_INTEGER:
    case SPZ_FIELD_REFERENCE:
      LOAD (self, field, gint64, spz_cursor_get_integer (cursor, column));
      break;
    case SPZ_FIELD_REAL:
      LOAD (self, field, double, spz_cursor_get_real (cursor, column));
      break;
    case SPZ_FIELD_BOOLEAN:
      LOAD (self, field, gboolean, spz_cursor_get_integer (cursor, column) != 0);
      break;
    case SPZ_FIELD_ENUM:
      LOAD (self, field, int, enum_from_nick (field, spz_cursor_get_text (cursor, column)));
      break;
    default:
      g_assert_not_reached ();
    }

  return changed;
}

static void
spz_record_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  SpzRecord *self = SPZ_RECORD (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, get_private (self)->id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
get_field_property (GObject    *object,
                    guint       prop_id,
                    GValue     *value,
                    GParamSpec *pspec)
{
  get_field (SPZ_RECORD (object), &SPZ_RECORD_GET_CLASS (object)->fields[prop_id - 1], value);
}

static void
spz_record_finalize (GObject *object)
{
  SpzRecord *self = SPZ_RECORD (object);
  SpzRecordClass *klass = SPZ_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const SpzField *field = &klass->fields[i];

      if (field->type == SPZ_FIELD_TEXT)
        g_free (MEMBER (self, field, char *));
      else if (field->type == SPZ_FIELD_BYTES)
        g_clear_pointer (&MEMBER (self, field, GBytes *), g_bytes_unref);
    }

  G_OBJECT_CLASS (spz_record_parent_class)->finalize (object);
}

static void
spz_record_class_init (SpzRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = spz_record_get_property;
  object_class->finalize = spz_record_finalize;

  properties[PROP_ID] =
    g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
spz_record_init (SpzRecord *self)
{
}

static GParamSpec *
param_spec_for (const SpzField *field)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_NICK | G_PARAM_STATIC_BLURB;
  const char *name = field->name;

  switch (field->type)
    {
    case SPZ_FIELD_TEXT:
      return g_param_spec_string (name, NULL, NULL, "", flags);
    case SPZ_FIELD_DATE:
      return g_param_spec_int (name, NULL, NULL, G_MININT, G_MAXINT, 0, flags);
    case SPZ_FIELD_INTEGER:
    case SPZ_FIELD_REFERENCE:
      return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case SPZ_FIELD_REAL:
      return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
    case SPZ_FIELD_BOOLEAN:
      return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
    case SPZ_FIELD_ENUM:
      return g_param_spec_enum (name, NULL, NULL, field->get_enum_type (), 0, flags);
    case SPZ_FIELD_BYTES:
      return g_param_spec_boxed (name, NULL, NULL, G_TYPE_BYTES, flags);
    default:
      g_assert_not_reached ();
    }
}

/**
 * spz_record_class_define:
 * @klass: the class being initialised
 * @table: (transfer none): the table's name, static
 * @fields: (array length=n_fields): its columns without the id, static
 * @n_fields: how many
 *
 * Makes @klass stand for the rows of @table: installs a property a column and
 * finds the columns that give the title and the order.
 */
void
spz_record_class_define (SpzRecordClass *klass,
                         const char     *table,
                         const SpzField *fields,
                         guint           n_fields)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = get_field_property;

  klass->table = g_intern_static_string (table);
  klass->fields = fields;
  klass->n_fields = n_fields;
  klass->title_field = -1;
  klass->order_field = -1;

  for (guint i = 0; i < n_fields; i++)
    {
      g_object_class_install_property (object_class, i + 1, param_spec_for (&fields[i]));

      if (klass->title_field < 0 && g_str_equal (fields[i].name, "title"))
        klass->title_field = (int) i;
    }

  for (guint i = 0; klass->order_field < 0 && i < G_N_ELEMENTS (order_columns); i++)
    klass->order_field = spz_record_class_find_field (klass, order_columns[i]);
}

/**
 * spz_record_class_find_field:
 * @klass: a record class
 * @property: a property's or a column's name
 *
 * Returns: the index of the field called so, or -1
 */
int
spz_record_class_find_field (SpzRecordClass *klass,
                             const char     *property)
{
  g_autofree char *column = g_strdelimit (g_strdup (property), "-", '_');

  for (guint i = 0; i < klass->n_fields; i++)
    if (g_str_equal (klass->fields[i].name, column))
      return (int) i;

  return -1;
}

/**
 * spz_record_class_dup_columns:
 * @klass: a record class
 *
 * Returns: (transfer full): the names of its columns, without the id
 */
GStrv
spz_record_class_dup_columns (SpzRecordClass *klass)
{
  GStrv columns = g_new0 (char *, klass->n_fields + 1);

  for (guint i = 0; i < klass->n_fields; i++)
    columns[i] = g_strdup (klass->fields[i].name);

  return columns;
}

/**
 * spz_record_new:
 * @type: the record's type
 * @cursor: a cursor that stands on its row, with the class's columns
 *
 * Returns: (transfer full): a record with the row's values
 */
SpzRecord *
spz_record_new (GType      type,
                SpzCursor *cursor)
{
  SpzRecord *self = g_object_new (type, NULL);
  SpzRecordClass *klass = SPZ_RECORD_GET_CLASS (self);

  get_private (self)->id = spz_cursor_get_integer (cursor, 0);
  for (guint i = 0; i < klass->n_fields; i++)
    load_field (self, &klass->fields[i], cursor, (int) i + 1);

  return self;
}

/**
 * spz_record_load:
 * @self: a record
 * @cursor: a cursor that stands on its row, with the class's columns
 *
 * Takes over the row's values and notifies the properties that changed.
 */
void
spz_record_load (SpzRecord *self,
                 SpzCursor *cursor)
{
  SpzRecordClass *klass = SPZ_RECORD_GET_CLASS (self);

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < klass->n_fields; i++)
    if (load_field (self, &klass->fields[i], cursor, (int) i + 1))
      g_object_notify (G_OBJECT (self), klass->fields[i].name);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * spz_record_compare:
 * @a: a record
 * @b: a record of the same class
 *
 * Compares two records by their table's order, and by id where that is equal.
 *
 * Returns: less than, equal to or greater than 0, like strcmp()
 */
int
spz_record_compare (SpzRecord *a,
                    SpzRecord *b)
{
  SpzRecordClass *klass = SPZ_RECORD_GET_CLASS (a);
  gint64 id_a = get_private (a)->id;
  gint64 id_b = get_private (b)->id;

  if (klass->order_field >= 0)
    {
      const SpzField *field = &klass->fields[klass->order_field];
      int order;

      if (field->type == SPZ_FIELD_DATE)
        order = MEMBER (a, field, SpzDate) - MEMBER (b, field, SpzDate);
      else
        order = strcmp (MEMBER (a, field, char *), MEMBER (b, field, char *));

      if (order != 0)
        return order;
    }

  return id_a < id_b ? -1 : id_a > id_b;
}

/**
 * spz_record_get_reference:
 * @self: a record
 * @field: the index of a field that is a reference
 *
 * Returns: the id of the row referred to, or 0
 */
gint64
spz_record_get_reference (SpzRecord *self,
                          guint      field)
{
  return MEMBER (self, &SPZ_RECORD_GET_CLASS (self)->fields[field], gint64);
}

/**
 * spz_field_init_value:
 * @field: a field
 * @value: (out caller-allocates): a value that is not initialised
 *
 * Initialises @value for the type of the field's property.
 */
void
spz_field_init_value (const SpzField *field,
                      GValue         *value)
{
  static const GType types[] = {
    [SPZ_FIELD_TEXT] = G_TYPE_STRING,
    [SPZ_FIELD_DATE] = G_TYPE_INT,
    [SPZ_FIELD_INTEGER] = G_TYPE_INT64,
    [SPZ_FIELD_REAL] = G_TYPE_DOUBLE,
    [SPZ_FIELD_BOOLEAN] = G_TYPE_BOOLEAN,
    [SPZ_FIELD_REFERENCE] = G_TYPE_INT64,
  };

  if (field->type == SPZ_FIELD_ENUM)
    g_value_init (value, field->get_enum_type ());
  else if (field->type == SPZ_FIELD_BYTES)
    g_value_init (value, G_TYPE_BYTES);
  else
    g_value_init (value, types[field->type]);
}

static void
enum_to_column (const GValue *value,
                GValue       *column)
{
  g_autoptr (GEnumClass) enum_class = g_type_class_ref (G_VALUE_TYPE (value));
  GEnumValue *enum_value = g_enum_get_value (enum_class, g_value_get_enum (value));

  g_return_if_fail (enum_value != NULL);
  g_value_set_static_string (g_value_init (column, G_TYPE_STRING), enum_value->value_nick);
}

/**
 * spz_field_to_column:
 * @field: a field
 * @value: a value of its property
 * @column: (out caller-allocates): a value that is not initialised
 *
 * Turns a property's value into what the file stores; @column stays
 * uninitialised for NULL.
 */
void
spz_field_to_column (const SpzField *field,
                     const GValue   *value,
                     GValue         *column)
{
  switch (field->type)
    {
    case SPZ_FIELD_TEXT:
      g_value_set_string (g_value_init (column, G_TYPE_STRING),
                          g_value_get_string (value) ? g_value_get_string (value) : "");
      break;
    case SPZ_FIELD_DATE:
      if (g_value_get_int (value) != SPZ_DATE_NONE)
        g_value_take_string (g_value_init (column, G_TYPE_STRING),
                             spz_date_to_iso (g_value_get_int (value)));
      break;
    case SPZ_FIELD_REFERENCE:
      if (g_value_get_int64 (value) != 0)
        g_value_copy (value, g_value_init (column, G_TYPE_INT64));
      break;
    case SPZ_FIELD_ENUM:
      enum_to_column (value, column);
      break;
    case SPZ_FIELD_BYTES:
      if (g_value_get_boxed (value))
        g_value_copy (value, g_value_init (column, G_TYPE_BYTES));
      break;
    default:
      g_value_copy (value, g_value_init (column, G_VALUE_TYPE (value)));
    }
}

/**
 * spz_record_get_id:
 * @self: a record
 *
 * Returns: the row's id, greater than 0
 */
gint64
spz_record_get_id (SpzRecord *self)
{
  g_return_val_if_fail (SPZ_IS_RECORD (self), 0);

  return get_private (self)->id;
}

/**
 * spz_record_get_table:
 * @self: a record
 *
 * Returns: (transfer none): the name of its table, interned
 */
const char *
spz_record_get_table (SpzRecord *self)
{
  g_return_val_if_fail (SPZ_IS_RECORD (self), NULL);

  return SPZ_RECORD_GET_CLASS (self)->table;
}

/**
 * spz_record_get_title:
 * @self: a record
 *
 * Returns: (transfer none): what people know the row by, possibly empty
 */
const char *
spz_record_get_title (SpzRecord *self)
{
  SpzRecordClass *klass;

  g_return_val_if_fail (SPZ_IS_RECORD (self), NULL);

  klass = SPZ_RECORD_GET_CLASS (self);
  if (klass->title_field < 0)
    return "";

  return MEMBER (self, &klass->fields[klass->title_field], char *);
}
