/* spz-cli-set.c: set
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "spz-cli-kinds.h"
#include "spz-cli.h"
#include "spz-inline.h"
#include "spz-labels.h"
#include "spz-logo.h"
#include "spz-plan-edit.h"
#include "spz-text.h"

/* The values to set, in step: names[i] is to become values[i]. */
typedef struct
{
  GPtrArray    *names;  /* borrowed, %NULL-terminated in the end */
  GArray       *values; /* GValue */
  SpzPrecision  finest; /* of the dates among them */
  guint         n_dates;
} Changes;

static void
changes_init (Changes *self)
{
  self->names = g_ptr_array_new ();
  self->values = g_array_new (FALSE, TRUE, sizeof (GValue));
  g_array_set_clear_func (self->values, (GDestroyNotify) g_value_unset);
  self->finest = SPZ_PRECISION_YEAR;
  self->n_dates = 0;
}

static void
changes_clear (Changes *self)
{
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->values, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Changes, changes_clear)

static gboolean
changes_has (Changes    *self,
             const char *name)
{
  return g_ptr_array_find_with_equal_func (self->names, name, g_str_equal, NULL);
}

static gboolean
invalid (GError     **error,
         const char  *name,
         const char  *text,
         const char  *expected)
{
  g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
               /* Translators: a name, what was given for it, and what is expected:
                * “start” can’t be “soon”: write a date as …  */
               _("“%s” can’t be “%s”: %s"), name, text, expected);

  return FALSE;
}

/* The end of something is the last day of the period named, all else the first. */
static gboolean
parse_date (Changes         *changes,
            const SpzField  *field,
            const char      *text,
            GValue          *value,
            GError         **error)
{
  SpzDate start, end;
  SpzPrecision precision;

  if (*text == '\0')
    {
      g_value_set_int (value, SPZ_DATE_NONE);
      return TRUE;
    }
  if (!spz_period_parse (text, &start, &end, &precision))
    return invalid (error, field->name, text,
                    _("write a date such as 2021-02-08, 2021-02, KW 7/2021, 2021-Q1, 2021-H1 or 2021"));

  g_value_set_int (value, g_str_equal (field->name, "end") ? end : start);
  changes->finest = MIN (changes->finest, precision);
  changes->n_dates++;

  return TRUE;
}

/* By nick, as files and JSON have it, or by the word of the screen. */
static gboolean
parse_enum (const SpzField  *field,
            const char      *text,
            GValue          *value,
            GError         **error)
{
  GType type = field->get_enum_type ();
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  g_autoptr (GString) nicks = g_string_new (NULL);
  g_autofree char *folded = spz_text_fold (text);
  g_autofree char *expected = NULL;

  for (guint i = 0; i < klass->n_values; i++)
    {
      g_autofree char *label = NULL;

      g_string_append_printf (nicks, "%s%s", i > 0 ? ", " : "", klass->values[i].value_nick);
      label = spz_text_fold (spz_enum_get_label (type, klass->values[i].value));
      if (g_str_equal (folded, klass->values[i].value_nick) || g_str_equal (folded, label))
        {
          g_value_set_enum (value, klass->values[i].value);
          return TRUE;
        }
    }

  /* Translators: %s are words to type */
  expected = g_strdup_printf (_("write one of: %s"), nicks->str);

  return invalid (error, field->name, text, expected);
}

/* By number, or by a title that only one item has. */
static gboolean
parse_reference (SpzProgramme    *programme,
                 const SpzField  *field,
                 const char      *text,
                 GValue          *value,
                 GError         **error)
{
  gint64 id = 0;

  if (*text != '\0' && !g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL))
    {
      const SpzCliKind *kind = spz_cli_kind_find (g_str_equal (field->target, "action_field") ? "field" :
                                                  g_str_equal (field->target, "phase_kind") ? "kind" :
                                                  field->target);
      g_autofree char *wanted = spz_text_fold (text);
      g_autoptr (GPtrArray) records = kind != NULL ? spz_cli_kind_collect (kind, programme) : NULL;

      for (guint i = 0; records != NULL && i < records->len; i++)
        {
          SpzRecord *record = g_ptr_array_index (records, i);
          g_autofree char *title = spz_cli_kind_dup_title (kind, programme, record);
          g_autofree char *folded = spz_text_fold (title);

          if (!g_str_equal (folded, wanted))
            continue;
          if (id != 0)
            return invalid (error, field->name, text,
                            _("more than one item has this title; write its number"));
          id = spz_record_get_id (record);
        }
      if (id == 0)
        return invalid (error, field->name, text, _("no item has this title; write its title or number"));
    }

  if (id != 0 && spz_programme_lookup_table (programme, field->target, id) == NULL)
    return invalid (error, field->name, text, _("there is no item with this number"));

  g_value_set_int64 (value, id);

  return TRUE;
}

static gboolean
parse_boolean (const SpzField  *field,
               const char      *text,
               GValue          *value,
               GError         **error)
{
  static const char *const yes[] = { "true", "yes", "ja", "1", NULL };
  static const char *const no[] = { "false", "no", "nein", "0", NULL };
  g_autofree char *folded = spz_text_fold (text);

  if (!g_strv_contains (yes, folded) && !g_strv_contains (no, folded))
    return invalid (error, field->name, text, _("write yes or no"));

  g_value_set_boolean (value, g_strv_contains (yes, folded));

  return TRUE;
}

static gboolean
parse_real (const SpzField  *field,
            const char      *text,
            GValue          *value,
            GError         **error)
{
  g_autofree char *point = g_strdelimit (g_strdup (text), ",", '.');
  char *end;
  double number = g_ascii_strtod (point, &end);

  if (end == point || *end != '\0' || !isfinite (number))
    return invalid (error, field->name, text, _("write a number such as 613 or 42,3"));

  g_value_set_double (value, number);

  return TRUE;
}

/* A picture is given by its file. */
static gboolean
parse_logo (const char  *path,
            GValue      *value,
            GError     **error)
{
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GBytes) logo = NULL;
  char *contents;
  gsize length;

  if (*path == '\0')
    return TRUE;

  if (!g_file_get_contents (path, &contents, &length, error))
    return FALSE;

  file = g_bytes_new_take (contents, length);
  logo = spz_logo_read (file, error);
  if (logo == NULL)
    return FALSE;

  g_value_set_boxed (value, logo);

  return TRUE;
}

static gboolean
parse_value (SpzProgramme    *programme,
             Changes         *changes,
             const SpzField  *field,
             const char      *text,
             GValue          *value,
             GError         **error)
{
  gint64 integer;

  switch (field->type)
    {
    case SPZ_FIELD_TEXT:
      g_value_set_string (value, text);
      return TRUE;

    case SPZ_FIELD_DATE:
      return parse_date (changes, field, text, value, error);

    case SPZ_FIELD_INTEGER:
      if (!g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &integer, NULL))
        return invalid (error, field->name, text, _("write a whole number"));
      g_value_set_int64 (value, integer);
      return TRUE;

    case SPZ_FIELD_REAL:
      return parse_real (field, text, value, error);

    case SPZ_FIELD_BOOLEAN:
      return parse_boolean (field, text, value, error);

    case SPZ_FIELD_ENUM:
      return parse_enum (field, text, value, error);

    case SPZ_FIELD_REFERENCE:
      return parse_reference (programme, field, text, value, error);

    case SPZ_FIELD_BYTES:
      return parse_logo (text, value, error);

    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
is_settable (const SpzField *field)
{
  return (field->type != SPZ_FIELD_BYTES || g_str_equal (field->name, "logo")) &&
         !g_str_equal (field->name, "position");
}

static const SpzField *
find_field (SpzRecordClass *klass,
            const char     *name)
{
  g_autofree char *column = g_strdelimit (g_strdup (name), "-", '_');

  for (guint i = 0; i < klass->n_fields; i++)
    if (is_settable (&klass->fields[i]) &&
        (g_str_equal (klass->fields[i].name, column) ||
         (g_str_equal (klass->fields[i].name, "action_field") && g_str_equal (column, "field"))))
      return &klass->fields[i];

  return NULL;
}

static char *
describe_fields (SpzRecordClass *klass)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    if (is_settable (&klass->fields[i]))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", klass->fields[i].name);

  /* Translators: %s are words to type */
  return g_strdup_printf (_("NAME is one of: %s"), names->str);
}

static GValue *
changes_add (Changes    *self,
             gpointer    record,
             const char *name)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (record), name);
  GValue *value;

  g_ptr_array_add (self->names, (char *) name);
  g_array_set_size (self->values, self->values->len + 1);
  value = &g_array_index (self->values, GValue, self->values->len - 1);
  g_value_init (value, pspec->value_type);

  return value;
}

/* A quarter given is a quarter meant. Where only one end of a period is given,
 * the period is known as exactly as its more exact end. */
static void
add_precision (Changes  *self,
               gpointer  record)
{
  gboolean period = g_object_class_find_property (G_OBJECT_GET_CLASS (record), "start") != NULL;

  if (self->n_dates == 0 || changes_has (self, "precision") ||
      g_object_class_find_property (G_OBJECT_GET_CLASS (record), "precision") == NULL)
    return;

  if (period && self->n_dates < 2)
    {
      SpzPrecision present;

      g_object_get (record, "precision", &present, NULL);
      self->finest = MIN (self->finest, present);
    }

  g_value_set_enum (changes_add (self, record, "precision"), self->finest);
}

/* Adds "name=value" to the changes. */
static SpzCliStatus
add_assignment (const SpzCliVerb *verb,
                const char       *file,
                SpzProgramme     *programme,
                gpointer          record,
                const char       *assignment,
                Changes          *changes)
{
  SpzRecordClass *klass = SPZ_RECORD_GET_CLASS (record);
  const char *equals = strchr (assignment, '=');
  g_autofree char *name = equals != NULL ? g_strndup (assignment, equals - assignment) : NULL;
  g_autoptr (GError) error = NULL;
  const SpzField *field;

  if (name == NULL)
    return spz_cli_misused (verb->name, _("“%s” is not of the form NAME=VALUE"), assignment);
  if (!g_utf8_validate (equals + 1, -1, NULL))
    return spz_cli_wrong (file, _("The value of “%s” is not UTF-8."), name);

  field = find_field (klass, name);
  if (field == NULL)
    {
      g_autofree char *names = describe_fields (klass);

      return spz_cli_misused (verb->name, _("“%s” is nothing to set here. %s"), name, names);
    }
  if (changes_has (changes, field->name))
    return spz_cli_misused (verb->name, _("“%s” is given twice"), name);

  if (!parse_value (programme, changes, field, equals + 1,
                    changes_add (changes, record, field->name), &error))
    return spz_cli_failed (file, error);

  return SPZ_CLI_DONE;
}

/* What has to wait for a phase gives way as it does when that is dragged. */
static gboolean
set_phase (SpzProgramme  *programme,
           SpzPhase      *phase,
           const Changes *changes,
           GError       **error)
{
  g_autoptr (GArray) pushed = spz_plan_set_phase (programme, phase,
                                                  (const char *const *) changes->names->pdata,
                                                  (const GValue *) (gpointer) changes->values->data, error);

  if (pushed == NULL)
    return FALSE;

  for (guint i = 0; i < pushed->len; i++)
    {
      const SpzPlanEdit *edit = &g_array_index (pushed, SpzPlanEdit, i);
      g_autofree char *period = spz_period_format (edit->span.start, edit->span.end, edit->span.precision);
      g_autofree char *title = spz_inline_to_plain (spz_record_get_title (edit->record));
      gint64 id = spz_record_get_id (edit->record);

      /* Translators: a phase’s number, its title, and the period it was moved to */
      spz_cli_print (_("Moved as well: phase %1$d “%2$s”, now %3$s"), (int) id, title, period);
      spz_cli_print ("\n");
    }

  return TRUE;
}

static gboolean
apply (SpzProgramme   *programme,
       gpointer        record,
       const Changes  *changes,
       gboolean        leave_followers,
       GError        **error)
{
  if (SPZ_IS_PHASE (record) && !leave_followers)
    return set_phase (programme, record, changes, error);

  return spz_programme_set_values (programme, record,
                                   (const char *const *) changes->names->pdata,
                                   (const GValue *) (gpointer) changes->values->data, error);
}

/**
 * spz_cli_set:
 * @verb: the verb
 * @arguments: its arguments
 *
 * `set FILE KIND ID NAME=VALUE… [--leave-followers]`: one step of the history
 */
SpzCliStatus
spz_cli_set (const SpzCliVerb  *verb,
             char             **arguments)
{
  g_autofree char *description = spz_cli_kind_describe_all ();
  gboolean leave_followers = FALSE;
  const GOptionEntry entries[] = {
    { "leave-followers", 'l', 0, G_OPTION_ARG_NONE, &leave_followers,
      N_("Don’t move phases that would begin before the one they wait for ends"), NULL },
    { NULL },
  };
  g_autoptr (SpzProgramme) programme = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (Changes) changes = { NULL };
  const SpzCliKind *kind;
  gpointer record;
  gint64 id;

  if (!spz_cli_parse (verb, arguments, entries, description, 4, G_MAXINT))
    return SPZ_CLI_USAGE;

  kind = spz_cli_kind_find (arguments[2]);
  if (kind == NULL)
    return spz_cli_misused (verb->name, _("“%s” is no kind of item. %s"), arguments[2], description);
  if (!g_ascii_string_to_signed (arguments[3], 10, 1, G_MAXINT64, &id, NULL))
    return spz_cli_misused (verb->name, _("“%s” is no number of an item. “list” tells the numbers."),
                            arguments[3]);

  programme = spz_cli_open (arguments[1], SPZ_STORE_OPEN);
  if (programme == NULL)
    return SPZ_CLI_WRONG;

  record = spz_programme_lookup (programme, kind->get_type (), id);
  if (record == NULL)
    return spz_cli_wrong (arguments[1], _("There is no %s with the number %s. “list” tells the numbers."),
                          kind->singular, arguments[3]);

  changes_init (&changes);
  for (char **argument = arguments + 4; *argument != NULL; argument++)
    {
      SpzCliStatus status = add_assignment (verb, arguments[1], programme, record, *argument, &changes);

      if (status != SPZ_CLI_DONE)
        return status;
    }
  add_precision (&changes, record);
  g_ptr_array_add (changes.names, NULL);

  if (!apply (programme, record, &changes, leave_followers, &error))
    return spz_cli_failed (arguments[1], error);

  return SPZ_CLI_DONE;
}
