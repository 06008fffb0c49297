/* spz-cli-list.c: list
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "spz-cli-kinds.h"
#include "spz-cli.h"
#include "spz-outline.h"

static const char *
enum_nick (GType type,
           int   value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *entry = g_enum_get_value (klass, value);

  return entry != NULL ? entry->value_nick : NULL;
}

/* A reference as the title of what it refers to, and its number. */
static void
add_reference (JsonBuilder    *builder,
               SpzProgramme   *programme,
               const SpzField *field,
               gint64          id)
{
  /* What the command line calls an action field */
  const char *name = g_str_equal (field->name, "action_field") ? "field" : field->name;
  SpzRecord *target = spz_programme_lookup_table (programme, field->target, id);
  g_autofree char *id_name = g_strdup_printf ("%s_id", name);

  spz_cli_add_string (builder, name, target != NULL ? spz_record_get_title (target) : NULL);
  json_builder_set_member_name (builder, id_name);
  if (id != 0)
    json_builder_add_int_value (builder, id);
  else
    json_builder_add_null_value (builder);
}

static void
add_field (JsonBuilder    *builder,
           SpzProgramme   *programme,
           gpointer        record,
           const SpzField *field)
{
  gconstpointer member = G_STRUCT_MEMBER_P (record, field->offset);

  switch (field->type)
    {
    case SPZ_FIELD_TEXT:
      spz_cli_add_string (builder, field->name, *(char *const *) member);
      break;

    case SPZ_FIELD_DATE:
      spz_cli_add_date (builder, field->name, *(const SpzDate *) member);
      break;

    case SPZ_FIELD_INTEGER:
      json_builder_set_member_name (builder, field->name);
      json_builder_add_int_value (builder, *(const gint64 *) member);
      break;

    case SPZ_FIELD_REAL:
      json_builder_set_member_name (builder, field->name);
      json_builder_add_double_value (builder, *(const double *) member);
      break;

    case SPZ_FIELD_BOOLEAN:
      json_builder_set_member_name (builder, field->name);
      json_builder_add_boolean_value (builder, *(const gboolean *) member);
      break;

    case SPZ_FIELD_ENUM:
      spz_cli_add_string (builder, field->name,
                          enum_nick (field->get_enum_type (), *(const int *) member));
      break;

    case SPZ_FIELD_REFERENCE:
      add_reference (builder, programme, field, *(const gint64 *) member);
      break;

    case SPZ_FIELD_BYTES:
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
add_record (JsonBuilder      *builder,
            SpzProgramme     *programme,
            const SpzCliKind *kind,
            gpointer          record)
{
  SpzRecordClass *klass = SPZ_RECORD_GET_CLASS (record);
  g_autofree char *title = spz_cli_kind_dup_title (kind, programme, record);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_int_value (builder, spz_record_get_id (record));
  spz_cli_add_string (builder, "title", title);

  for (guint i = 0; i < klass->n_fields; i++)
    if (!g_str_equal (klass->fields[i].name, "title") &&
        !g_str_equal (klass->fields[i].name, "position"))
      add_field (builder, programme, record, &klass->fields[i]);

  if (kind->add_members != NULL)
    kind->add_members (programme, record, builder);
  json_builder_end_object (builder);
}

static void
print_json (SpzProgramme     *programme,
            const SpzCliKind *kind,
            GPtrArray        *records)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < records->len; i++)
    add_record (builder, programme, kind, g_ptr_array_index (records, i));
  json_builder_end_array (builder);

  spz_cli_print_json (builder);
}

static void
print_text (SpzProgramme     *programme,
            const SpzCliKind *kind,
            GPtrArray        *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);
      g_autofree char *title = spz_cli_kind_dup_title (kind, programme, record);
      g_autofree char *detail = kind->dup_detail != NULL ? kind->dup_detail (programme, record) : NULL;
      int indent = SPZ_IS_POINT (record) ? (int) spz_outline_get_level (programme, record) * 2 : 2;

      spz_cli_print ("%6" G_GINT64_FORMAT "%*s%s", spz_record_get_id (record), indent, "", title);
      if (detail != NULL && *detail != '\0')
        spz_cli_print ("  (%s)", detail);
      spz_cli_print ("\n");
    }
}

/**
 * spz_cli_list:
 * @verb: the verb
 * @arguments: its arguments
 *
 * `list FILE KIND [--json]`
 */
SpzCliStatus
spz_cli_list (const SpzCliVerb  *verb,
              char             **arguments)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 'j', 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { NULL },
  };
  g_autofree char *description = spz_cli_kind_describe_all ();
  g_autoptr (SpzProgramme) programme = NULL;
  g_autoptr (GPtrArray) records = NULL;
  const SpzCliKind *kind;

  if (!spz_cli_parse (verb, arguments, entries, description, 2, 2))
    return SPZ_CLI_USAGE;

  kind = spz_cli_kind_find (arguments[2]);
  if (kind == NULL)
    return spz_cli_misused (verb->name, _("“%s” is no kind of item. %s"), arguments[2], description);

  programme = spz_cli_open (arguments[1], SPZ_STORE_READ_ONLY);
  if (programme == NULL)
    return SPZ_CLI_WRONG;

  records = spz_cli_kind_collect (kind, programme);
  if (json)
    print_json (programme, kind, records);
  else
    print_text (programme, kind, records);

  return SPZ_CLI_DONE;
}
