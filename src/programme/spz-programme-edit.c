/* spz-programme-edit.c: writing rows of a programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <gobject/gvaluecollector.h>

#include "spz-labels.h"
#include "spz-programme-private.h"
#include "spz-rank.h"
#include "spz-record-private.h"

/* Columns and what to write into them */
typedef struct
{
  GArray *names;  /* const char *, borrowed from the class's fields, %NULL-terminated */
  GArray *values; /* GValue, in properties' types */
} Assignments;

#define NAMES(assignments)  ((const char *const *) (void *) (assignments)->names->data)
#define VALUES(assignments) ((GValue *) (void *) (assignments)->values->data)

static void
assignments_init (Assignments *self)
{
  self->names = g_array_new (TRUE, FALSE, sizeof (char *));
  self->values = g_array_new (FALSE, TRUE, sizeof (GValue));
  g_array_set_clear_func (self->values, (GDestroyNotify) g_value_unset);
}

static void
assignments_clear (Assignments *self)
{
  g_array_unref (self->names);
  g_array_unref (self->values);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Assignments, assignments_clear)

static GValue *
assignments_add (Assignments    *self,
                 const SpzField *field)
{
  GValue *value;

  g_array_append_val (self->names, field->name);
  g_array_set_size (self->values, self->values->len + 1);
  value = &g_array_index (self->values, GValue, self->values->len - 1);
  spz_field_init_value (field, value);

  return value;
}

/* Reads pairs of a property's name and its value, as g_object_set() does */
static gboolean
assignments_collect (Assignments    *self,
                     SpzRecordClass *klass,
                     const char     *first_property,
                     va_list         arguments)
{
  for (const char *property = first_property; property; property = va_arg (arguments, const char *))
    {
      int index = spz_record_class_find_field (klass, property);
      g_autofree char *message = NULL;
      GValue *value;

      if (index < 0)
        {
          g_critical ("Table “%s” has no column “%s”", klass->table, property);
          return FALSE;
        }

      value = assignments_add (self, &klass->fields[index]);
      G_VALUE_COLLECT (value, arguments, 0, &message);
      if (message)
        {
          g_critical ("%s.%s: %s", klass->table, property, message);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
assignments_has (Assignments *self,
                 const char  *column)
{
  return g_strv_contains (NAMES (self), column);
}

/* The values as the file stores them; free with g_array_unref() */
static GArray *
assignments_to_columns (Assignments    *self,
                        SpzRecordClass *klass)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (GValue));

  g_array_set_clear_func (columns, (GDestroyNotify) g_value_unset);
  g_array_set_size (columns, self->values->len);
  for (guint i = 0; i < self->values->len; i++)
    {
      int index = spz_record_class_find_field (klass, NAMES (self)[i]);

      spz_field_to_column (&klass->fields[index],
                           &VALUES (self)[i],
                           &g_array_index (columns, GValue, i));
    }

  return columns;
}

static const char *
find_title (Assignments *assignments)
{
  for (guint i = 0; i < assignments->names->len; i++)
    if (g_str_equal (NAMES (assignments)[i], "title"))
      return g_value_get_string (&VALUES (assignments)[i]);

  return NULL;
}

static gint64
insert (SpzProgramme  *self,
        GType          type,
        Assignments   *assignments,
        GError       **error)
{
  SpzTable *table = spz_programme_get_table (self, type);
  SpzRecordClass *klass = spz_table_get_class (table);
  int position = spz_record_class_find_field (klass, "position");
  g_autoptr (GArray) columns = NULL;

  if (position >= 0 && !assignments_has (assignments, "position"))
    g_value_take_string (assignments_add (assignments, &klass->fields[position]),
                         spz_table_next_rank (table));

  if (!spz_check_delivered (self, type, NULL, NAMES (assignments), VALUES (assignments), error) ||
      !spz_check_values (self, type, NULL, NAMES (assignments), VALUES (assignments), error))
    return 0;

  columns = assignments_to_columns (assignments, klass);
  return spz_store_insert (spz_programme_get_store (self), klass->table,
                           NAMES (assignments),
                           (const GValue *) (void *) columns->data, error);
}

/**
 * spz_programme_add:
 * @self: a programme
 * @type: the type of record to add
 * @error: return location for an #SPZ_ERROR
 * @first_property: (nullable): the name of the first property to give
 * @...: its value, then further names and values, then %NULL
 *
 * Adds a row. One that is ordered by position comes last unless a "position"
 * is given.
 *
 * Returns: the new row's id, or 0 with @error set
 */
gint64
spz_programme_add (SpzProgramme  *self,
                   GType          type,
                   GError       **error,
                   const char    *first_property,
                   ...)
{
  g_auto (Assignments) assignments = { NULL };
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  va_list arguments;
  gboolean collected;
  gint64 id;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (self), 0);
  g_return_val_if_fail (g_type_is_a (type, SPZ_TYPE_RECORD), 0);

  assignments_init (&assignments);
  va_start (arguments, first_property);
  collected = assignments_collect (&assignments,
                                   spz_table_get_class (spz_programme_get_table (self, type)),
                                   first_property, arguments);
  va_end (arguments);
  g_return_val_if_fail (collected, 0);

  name = spz_record_type_describe (type, find_title (&assignments));
  /* Translators: a step in the undo menu; %s is the title of what was added */
  label = g_strdup_printf (_("“%s” added"), name);
  if (!spz_programme_begin (self, label, error))
    return 0;

  id = insert (self, type, &assignments, error);
  if (id == 0)
    {
      spz_programme_rollback (self);
      return 0;
    }

  return spz_programme_commit (self, error) ? id : 0;
}

static gboolean
update (SpzProgramme  *self,
        GType          type,
        gint64         id,
        const char    *merge_key,
        Assignments   *assignments,
        GError       **error)
{
  SpzTable *table = spz_programme_get_table (self, type);
  SpzRecordClass *klass = spz_table_get_class (table);
  SpzRecord *record = spz_table_lookup (table, id);
  g_autofree char *name = spz_record_type_describe (type, record ? spz_record_get_title (record) : NULL);
  /* Translators: a step in the undo menu; %s is the title of what was changed */
  g_autofree char *label = g_strdup_printf (_("“%s” changed"), name);
  g_autoptr (GArray) columns = NULL;

  /* A row that was added in the step under way has no record yet; the file's
   * constraints hold for it. */
  if (record &&
      (!spz_check_delivered (self, type, record, NAMES (assignments), VALUES (assignments), error) ||
       !spz_check_values (self, type, record, NAMES (assignments), VALUES (assignments), error)))
    return FALSE;

  if (!spz_programme_begin_merging (self, label, merge_key, error))
    return FALSE;

  columns = assignments_to_columns (assignments, klass);
  if (!spz_store_update (spz_programme_get_store (self), klass->table, id,
                         NAMES (assignments),
                         (const GValue *) (void *) columns->data, error))
    {
      spz_programme_rollback (self);
      return FALSE;
    }

  return spz_programme_commit (self, error);
}

/**
 * spz_programme_set:
 * @self: a programme
 * @record: (type SpzRecord): what to change
 * @error: return location for an #SPZ_ERROR
 * @first_property: the name of the first property to change
 * @...: its value, then further names and values, then %NULL
 *
 * Changes a row. Where nothing changes there is no step to undo either.
 *
 * Returns: whether it was changed
 */
gboolean
spz_programme_set (SpzProgramme  *self,
                   gpointer       record,
                   GError       **error,
                   const char    *first_property,
                   ...)
{
  g_auto (Assignments) assignments = { NULL };
  va_list arguments;
  gboolean collected;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (self), FALSE);
  g_return_val_if_fail (SPZ_IS_RECORD (record), FALSE);

  assignments_init (&assignments);
  va_start (arguments, first_property);
  collected = assignments_collect (&assignments, SPZ_RECORD_GET_CLASS (record), first_property, arguments);
  va_end (arguments);
  g_return_val_if_fail (collected, FALSE);

  return update (self, G_OBJECT_TYPE (record), spz_record_get_id (record), NULL, &assignments, error);
}

/**
 * spz_programme_set_by_id:
 * @self: a programme
 * @type: the record's type
 * @id: the row's id
 * @error: return location for an #SPZ_ERROR
 * @first_property: the name of the first property to change
 * @...: its value, then further names and values, then %NULL
 *
 * Like spz_programme_set(), also for a row that was added in the step under
 * way, of which there is no record yet.
 *
 * Returns: whether it was changed
 */
gboolean
spz_programme_set_by_id (SpzProgramme  *self,
                         GType          type,
                         gint64         id,
                         GError       **error,
                         const char    *first_property,
                         ...)
{
  g_auto (Assignments) assignments = { NULL };
  va_list arguments;
  gboolean collected;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (self), FALSE);
  g_return_val_if_fail (g_type_is_a (type, SPZ_TYPE_RECORD), FALSE);

  assignments_init (&assignments);
  va_start (arguments, first_property);
  collected = assignments_collect (&assignments,
                                   spz_table_get_class (spz_programme_get_table (self, type)),
                                   first_property, arguments);
  va_end (arguments);
  g_return_val_if_fail (collected, FALSE);

  return update (self, type, id, NULL, &assignments, error);
}

/**
 * spz_programme_set_text:
 * @self: a programme
 * @record: (type SpzRecord): what to change
 * @property: the name of one of its text properties
 * @text: the new text
 * @error: return location for an #SPZ_ERROR
 *
 * Changes a text while it is typed: changes of the same property that follow
 * each other are one step to undo, until spz_programme_end_merging().
 *
 * Returns: whether it was changed
 */
gboolean
spz_programme_set_text (SpzProgramme  *self,
                        gpointer       record,
                        const char    *property,
                        const char    *text,
                        GError       **error)
{
  g_auto (Assignments) assignments = { NULL };
  g_autofree char *merge_key = NULL;
  SpzRecordClass *klass;
  int index;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (self), FALSE);
  g_return_val_if_fail (SPZ_IS_RECORD (record), FALSE);

  klass = SPZ_RECORD_GET_CLASS (record);
  index = spz_record_class_find_field (klass, property);
  g_return_val_if_fail (index >= 0 && klass->fields[index].type == SPZ_FIELD_TEXT, FALSE);

  assignments_init (&assignments);
  g_value_set_string (assignments_add (&assignments, &klass->fields[index]), text);
  merge_key = g_strdup_printf ("%s/%" G_GINT64_FORMAT "/%s",
                               klass->table, spz_record_get_id (record), klass->fields[index].name);

  return update (self, G_OBJECT_TYPE (record), spz_record_get_id (record), merge_key, &assignments, error);
}

/**
 * spz_programme_set_value:
 * @self: a programme
 * @record: (type SpzRecord): what to change
 * @property: the name of one of its properties
 * @value: the new value, of the property's type
 * @error: return location for an #SPZ_ERROR
 *
 * Like spz_programme_set(), for code that is generic in the property.
 *
 * Returns: whether it was changed
 */
gboolean
spz_programme_set_value (SpzProgramme  *self,
                         gpointer       record,
                         const char    *property,
                         const GValue  *value,
                         GError       **error)
{
  const char *const properties[] = { property, NULL };

  return spz_programme_set_values (self, record, properties, value, error);
}

/**
 * spz_programme_set_values:
 * @self: a programme
 * @record: (type SpzRecord): what to change
 * @properties: (array zero-terminated=1): the names of some of its properties
 * @values: (array): the new values, of the properties' types, as many
 * @error: return location for an #SPZ_ERROR
 *
 * Like spz_programme_set(), for code that is generic in the properties.
 *
 * Returns: whether it was changed
 */
gboolean
spz_programme_set_values (SpzProgramme       *self,
                          gpointer            record,
                          const char *const  *properties,
                          const GValue       *values,
                          GError            **error)
{
  g_auto (Assignments) assignments = { NULL };
  SpzRecordClass *klass;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (self), FALSE);
  g_return_val_if_fail (SPZ_IS_RECORD (record), FALSE);

  klass = SPZ_RECORD_GET_CLASS (record);
  assignments_init (&assignments);
  for (guint i = 0; properties[i]; i++)
    {
      int index = spz_record_class_find_field (klass, properties[i]);

      g_return_val_if_fail (index >= 0, FALSE);
      if (!g_value_transform (&values[i], assignments_add (&assignments, &klass->fields[index])))
        g_return_val_if_reached (FALSE);
    }

  return update (self, G_OBJECT_TYPE (record), spz_record_get_id (record), NULL, &assignments, error);
}

/**
 * spz_programme_remove:
 * @self: a programme
 * @record: (type SpzRecord): what to delete
 * @error: return location for an #SPZ_ERROR
 *
 * Deletes a row and what is part of it: a role's tasks, a measure's phases.
 *
 * Returns: whether it was deleted
 */
gboolean
spz_programme_remove (SpzProgramme  *self,
                      gpointer       record,
                      GError       **error)
{
  const char *const none[] = { NULL };
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (self), FALSE);
  g_return_val_if_fail (SPZ_IS_RECORD (record), FALSE);

  if (!spz_check_delivered (self, G_OBJECT_TYPE (record), record, none, NULL, error))
    return FALSE;

  name = spz_record_type_describe (G_OBJECT_TYPE (record), spz_record_get_title (record));
  /* Translators: a step in the undo menu; %s is the title of what was deleted */
  label = g_strdup_printf (_("“%s” deleted"), name);
  if (!spz_programme_begin (self, label, error))
    return FALSE;

  if (!spz_store_delete (spz_programme_get_store (self), spz_record_get_table (record),
                         spz_record_get_id (record), error))
    {
      spz_programme_rollback (self);
      return FALSE;
    }

  return spz_programme_commit (self, error);
}

static const char *
get_rank (SpzRecord *record)
{
  SpzRecordClass *klass = SPZ_RECORD_GET_CLASS (record);

  return G_STRUCT_MEMBER (char *, record, klass->fields[klass->order_field].offset);
}

/* Gives all of @siblings new ranks that leave room, where two have the same */
static gboolean
renumber (SpzProgramme   *self,
          SpzRecordList  *siblings,
          SpzRecord      *moved,
          guint           index,
          GError        **error)
{
  guint n = 0;

  for (guint i = 0; i < spz_record_list_get_size (siblings); i++)
    {
      SpzRecord *sibling = spz_record_list_get (siblings, i);
      g_autofree char *rank = NULL;

      if (sibling == moved)
        continue;
      if (n == index)
        n++;
      rank = spz_rank_nth (n++);
      if (!spz_programme_set (self, sibling, error, "position", rank, NULL))
        return FALSE;
    }

  return TRUE;
}

/**
 * spz_programme_move:
 * @self: a programme
 * @record: (type SpzRecord): what to move
 * @siblings: the list it is shown in
 * @index: its index there afterwards
 * @error: return location for an #SPZ_ERROR
 *
 * Moves a row to another place among its siblings.
 *
 * Returns: whether it was moved
 */
gboolean
spz_programme_move (SpzProgramme   *self,
                    gpointer        record,
                    SpzRecordList  *siblings,
                    guint           index,
                    GError        **error)
{
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  g_autofree char *rank = NULL;
  SpzRecord *before, *after;
  int present;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (self), FALSE);
  g_return_val_if_fail (SPZ_IS_RECORD (record), FALSE);
  g_return_val_if_fail (spz_record_class_find_field (SPZ_RECORD_GET_CLASS (record), "position") >= 0, FALSE);

  present = spz_record_list_index_of (siblings, record);
  g_return_val_if_fail (present >= 0, FALSE);

  index = MIN (index, spz_record_list_get_size (siblings) - 1);
  if ((guint) present == index)
    return TRUE;

  /* Its neighbours afterwards, seen in the list as it is now */
  after = spz_record_list_get (siblings, index > (guint) present ? index + 1 : index);
  before = index == 0 ? NULL : spz_record_list_get (siblings, index > (guint) present ? index : index - 1);

  name = spz_record_type_describe (G_OBJECT_TYPE (record), spz_record_get_title (record));
  /* Translators: a step in the undo menu; %s is the title of what was moved */
  label = g_strdup_printf (_("“%s” moved"), name);
  if (!spz_programme_begin (self, label, error))
    return FALSE;

  if (before && after && strcmp (get_rank (before), get_rank (after)) >= 0)
    {
      rank = spz_rank_nth (index);
      if (!renumber (self, siblings, record, index, error))
        {
          spz_programme_rollback (self);
          return FALSE;
        }
    }
  else
    {
      rank = spz_rank_between (before ? get_rank (before) : NULL, after ? get_rank (after) : NULL);
    }

  if (!spz_programme_set (self, record, error, "position", rank, NULL))
    {
      spz_programme_rollback (self);
      return FALSE;
    }

  return spz_programme_commit (self, error);
}
