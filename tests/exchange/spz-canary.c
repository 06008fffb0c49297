/* spz-canary.c: programmes made at random, of which some words are for few
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Every table and every column is filled by walking the record types: a new one
 * is filled as well. Whom a row is for is decided here, from the columns alone,
 * and not asked of the code that is tested.
 */

#define _GNU_SOURCE /* memmem */

#include "config.h"

#include "spz-canary.h"

#include <cairo.h>
#include <string.h>

#include "spz-logo.h"
#include "spz-plan-versions.h"

#define MAX_ROWS 4

/* More than a page of the file */
#define FREED_BYTES 20000

/* A row that was made: its id, and whom it is for with all it is part of */
typedef struct
{
  gint64      id;
  SpzAudience audience;
  gint64      action_field; /* of a point: its owner */
  gint64      block;
  char       *symbol;       /* of a figure */
} Row;

typedef struct
{
  SpzStore   *store;
  GRand      *random;
  GHashTable *rows; /* table → array of Row */
} Generator;

/* What the office alone may see of rows that everybody may */
static const char *const private_columns[] = {
  "role.uid", "action_field.stage", "action_field.summary", "body.uid", "meeting.note", "meeting.uid",
  "agenda_item.uid", "figure_value.source", "measure.uid", "phase.note", "phase.uid", "milestone.note",
  "milestone.uid", "assignment.note", "promise.title", "rehearsal.speaker", "rehearsal.at",
  NULL,
};

/* References without which a row can't be, and what is no reference but means one */
static const char *const needed[] = {
  "task.role", "agenda_item.meeting", "block.briefing", "omission.block", "omission.point", "phase.measure",
  "promise.point", "delivery_line.delivery", "figure_value.figure", "version_phase.plan_version",
  "version_milestone.plan_version", "dependency.predecessor", "dependency.successor",
  NULL,
};
static const char *const numbers[][2] = {
  { "version_phase.phase", "phase" }, { "version_phase.measure", "measure" },
  { "version_milestone.milestone", "milestone" }, { "version_milestone.measure", "measure" },
  { "delivery_line.point", "point" },
};

/* What a row is part of: it is for nobody who may not see that. */
static const char *const owners[] = {
  "agenda_item.meeting", "briefing.agenda_item", "block.briefing", "point.block", "point.parent",
  "figure_value.figure", "phase.measure", "milestone.measure", "delivery.briefing",
  "version_phase.phase", "version_phase.measure", "version_milestone.milestone", "version_milestone.measure",
  NULL,
};

static void
row_clear (gpointer data)
{
  g_free (((Row *) data)->symbol);
}

static guint
choose (Generator *self,
        guint      n)
{
  return (guint) g_rand_int_range (self->random, 0, (gint32) n);
}

static GArray *
get_rows (Generator  *self,
          const char *table)
{
  GArray *rows = g_hash_table_lookup (self->rows, table);

  if (rows == NULL)
    {
      rows = g_array_new (FALSE, TRUE, sizeof (Row));
      g_array_set_clear_func (rows, row_clear);
      g_hash_table_insert (self->rows, g_strdup (table), rows);
    }

  return rows;
}

static const Row *
pick (Generator  *self,
      const char *table)
{
  GArray *rows = get_rows (self, table);

  return rows->len > 0 ? &g_array_index (rows, Row, choose (self, rows->len)) : NULL;
}

/* A row being made */
typedef struct
{
  SpzRecordClass *klass;
  const char     *columns[32];
  GValue          values[32];
  guint           n;
  Row             row;
} Draft;

static gboolean
is_listed (const char *const *list,
           Draft             *draft,
           const char        *column)
{
  g_autofree char *name = g_strconcat (draft->klass->table, ".", column, NULL);

  return g_strv_contains (list, name);
}

static GValue *
add_column (Draft      *draft,
            const char *column,
            GType       type)
{
  draft->columns[draft->n] = column;
  draft->columns[draft->n + 1] = NULL;

  return g_value_init (&draft->values[draft->n++], type);
}

static void
add_reference (Generator  *self,
               Draft      *draft,
               const char *column,
               const Row  *target)
{
  if (target == NULL)
    return;

  g_value_set_int64 (add_column (draft, column, G_TYPE_INT64), target->id);
  if (is_listed (owners, draft, column))
    draft->row.audience = MAX (draft->row.audience, target->audience);
}

/* A point belongs to a field or a block, and its parent to the same one */
static void
add_point_owner (Generator *self,
                 Draft     *draft)
{
  const Row *parent = choose (self, 2) ? pick (self, "point") : NULL;
  const Row *block = parent == NULL && choose (self, 2) ? pick (self, "block") : NULL;
  const Row *field = parent == NULL && block == NULL ? pick (self, "action_field") : NULL;

  if (field != NULL)
    {
      draft->row.action_field = field->id;
    }
  else if (block != NULL)
    {
      draft->row.block = block->id;
      draft->row.audience = MAX (draft->row.audience, block->audience);
    }
  else if (parent != NULL)
    {
      draft->row.action_field = parent->action_field;
      draft->row.block = parent->block;
      add_reference (self, draft, "parent", parent);
    }
  if (draft->row.action_field != 0)
    g_value_set_int64 (add_column (draft, "action_field", G_TYPE_INT64), draft->row.action_field);
  else
    g_value_set_int64 (add_column (draft, "block", G_TYPE_INT64), draft->row.block);
}

static void
add_link (Generator      *self,
          Draft          *draft,
          const SpzField *field)
{
  if (g_str_equal (draft->klass->table, "point") && !g_str_equal (field->name, "predecessor"))
    return;
  /* A promise is of one thing */
  if (g_str_equal (draft->klass->table, "promise") && draft->n > 1)
    return;

  if (is_listed (needed, draft, field->name) || choose (self, 3) > 0)
    add_reference (self, draft, field->name, pick (self, field->target));
}

static SpzDate
pick_date (Generator *self)
{
  return spz_date_add_months (spz_date_new (2021, 1, 1), (int) choose (self, 24)) + (SpzDate) choose (self, 28);
}

static void
add_number (Generator      *self,
            Draft          *draft,
            const SpzField *field)
{
  g_autofree char *name = g_strconcat (draft->klass->table, ".", field->name, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_str_equal (numbers[i][0], name))
      add_reference (self, draft, field->name, pick (self, numbers[i][1]));
}

static void
add_enum (Generator      *self,
          Draft          *draft,
          const SpzField *field)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (field->get_enum_type ());
  const GEnumValue *value = &klass->values[choose (self, klass->n_values)];

  g_value_set_static_string (add_column (draft, field->name, G_TYPE_STRING), value->value_nick);
  if (g_str_equal (field->name, "audience"))
    draft->row.audience = MAX (draft->row.audience, (SpzAudience) value->value);
}

/* All but texts, which are known when it is known whom the row is for */
static void
add_field (Generator      *self,
           Draft          *draft,
           const SpzField *field)
{
  switch (field->type)
    {
    case SPZ_FIELD_REFERENCE:
      add_link (self, draft, field);
      break;

    case SPZ_FIELD_ENUM:
      add_enum (self, draft, field);
      break;

    case SPZ_FIELD_INTEGER:
      add_number (self, draft, field);
      break;

    case SPZ_FIELD_BOOLEAN:
      g_value_set_boolean (add_column (draft, field->name, G_TYPE_BOOLEAN), choose (self, 3) > 0);
      if (!g_value_get_boolean (&draft->values[draft->n - 1]))
        draft->row.audience = MAX (draft->row.audience, SPZ_AUDIENCE_COMMITTEE);
      break;

    case SPZ_FIELD_DATE:
      g_value_take_string (add_column (draft, field->name, G_TYPE_STRING),
                           spz_date_to_iso (g_str_equal (field->name, "end") ? spz_date_new (2023, 12, 31)
                                                                             : pick_date (self)));
      break;

    case SPZ_FIELD_REAL:
      break;

    case SPZ_FIELD_TEXT:
    case SPZ_FIELD_BYTES:
    default:
      break;
    }
}

static const char *
get_word (SpzAudience audience)
{
  static const char *const words[] = { "Wort", SPZ_CANARY_COMMITTEE, SPZ_CANARY_INTERNAL };

  return words[audience];
}

/* Of the columns, these two say the value where they name the figure */
static gboolean
mentions_figures (Draft          *draft,
                  const SpzField *field)
{
  if (!g_str_equal (field->name, "title"))
    return FALSE;
  if (g_str_equal (draft->klass->table, "point"))
    return TRUE;

  for (guint i = 0; g_str_equal (draft->klass->table, "block") && i < draft->n; i++)
    if (g_str_equal (draft->columns[i], "kind"))
      return g_str_equal (g_value_get_string (&draft->values[i]), "text");

  return FALSE;
}

static char *
make_text (Generator      *self,
           Draft          *draft,
           const SpzField *field)
{
  const SpzAudience audience = is_listed (private_columns, draft, field->name) ? SPZ_AUDIENCE_INTERNAL
                                                                               : draft->row.audience;
  const Row *figure = pick (self, "figure");

  if (g_str_equal (field->name, "symbol"))
    return draft->row.symbol = g_strdup_printf ("%s%u", get_word (audience), get_rows (self, "figure")->len),
           g_strdup (draft->row.symbol);
  if (g_str_equal (field->name, "formula"))
    return figure != NULL && choose (self, 2) ? g_strdup_printf ("%s + %s", figure->symbol, pick (self, "figure")->symbol)
                                              : g_strdup ("");
  if (figure != NULL && mentions_figures (draft, field) && choose (self, 3) > 0)
    return g_strdup_printf ("%s %s.%s {%s%s}", get_word (audience), draft->klass->table, field->name,
                            choose (self, 2) ? "#" : "", figure->symbol);

  return g_strdup_printf ("%s %s.%s", get_word (audience), draft->klass->table, field->name);
}

static void
add_text (Generator      *self,
          Draft          *draft,
          const SpzField *field)
{
  g_autofree char *text = NULL;

  if (g_str_equal (field->name, "position"))
    return;

  text = make_text (self, draft, field);
  if (field->type == SPZ_FIELD_TEXT)
    g_value_set_string (add_column (draft, field->name, G_TYPE_STRING), text);
  else if (!g_str_equal (field->name, "logo"))
    g_value_take_boxed (add_column (draft, field->name, G_TYPE_BYTES), g_bytes_new (text, strlen (text)));
}

static void
add_values (Generator *self,
            Draft     *draft)
{
  SpzRecordClass *klass = draft->klass;

  for (guint i = 0; i < klass->n_fields; i++)
    add_field (self, draft, &klass->fields[i]);
  if (g_str_equal (klass->table, "point"))
    add_point_owner (self, draft);
  if (g_str_equal (klass->table, "rehearsal"))
    draft->row.audience = SPZ_AUDIENCE_INTERNAL;
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == SPZ_FIELD_TEXT || klass->fields[i].type == SPZ_FIELD_BYTES)
      add_text (self, draft, &klass->fields[i]);
  if (g_str_equal (klass->table, "figure_value"))
    g_value_set_double (add_column (draft, "value", G_TYPE_DOUBLE),
                        draft->row.audience > SPZ_AUDIENCE_PUBLIC ? SPZ_CANARY_NUMBER : 1 + (int) choose (self, 900));
}

static gboolean
lacks_reference (Draft *draft)
{
  for (guint i = 0; i < draft->klass->n_fields; i++)
    if (is_listed (needed, draft, draft->klass->fields[i].name) &&
        !g_strv_contains (draft->columns, draft->klass->fields[i].name))
      return TRUE;

  return g_str_equal (draft->klass->table, "point") && draft->row.action_field == 0 && draft->row.block == 0;
}

static gboolean
is_circular (Draft *draft)
{
  return g_str_equal (draft->klass->table, "dependency") &&
         g_value_get_int64 (&draft->values[0]) >= g_value_get_int64 (&draft->values[1]);
}

static void
add_row (Generator *self,
         GType      type)
{
  g_autoptr (SpzRecordClass) klass = g_type_class_ref (type);
  Draft draft = { .klass = klass };
  g_autoptr (GError) error = NULL;

  add_values (self, &draft);
  if (!lacks_reference (&draft) && !is_circular (&draft))
    {
      if (type == SPZ_TYPE_PROGRAMME_INFO)
        {
          draft.row.id = 1;
          spz_store_update (self->store, klass->table, 1, draft.columns, draft.values, &error);
        }
      else
        {
          draft.row.id = spz_store_insert (self->store, klass->table, draft.columns, draft.values, &error);
        }
      g_assert_no_error (error);
      g_array_append_val (get_rows (self, klass->table), draft.row);
    }
  for (guint i = 0; i < draft.n; i++)
    g_value_unset (&draft.values[i]);
}

static void
add_rows (Generator *self,
          GType      type)
{
  for (guint i = type == SPZ_TYPE_PROGRAMME_INFO ? 1 : choose (self, MAX_ROWS) + 1; i > 0; i--)
    add_row (self, type);
}

static void
fill (Generator *self)
{
  for (const GType *type = spz_record_types (); *type != 0; type++)
    {
      /* Points stand in blocks, too; what follows these refers to points */
      if (*type != SPZ_TYPE_POINT)
        add_rows (self, *type);
      if (*type == SPZ_TYPE_BLOCK)
        for (guint i = 0; i < 3; i++)
          add_rows (self, SPZ_TYPE_POINT);
    }
}

/* Copied from one that is empty: faster than making each */
static SpzStore *
new_store (const char *folder,
           const char *path)
{
  g_autofree char *empty = g_build_filename (folder, "empty.db", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  SpzStore *store;
  gsize length;

  if (!g_file_test (empty, G_FILE_TEST_EXISTS))
    g_object_unref (spz_store_open (empty, SPZ_STORE_CREATE, &error));
  g_assert_no_error (error);
  g_file_get_contents (empty, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents_full (path, contents, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);

  store = spz_store_open (path, SPZ_STORE_OPEN, &error);
  g_assert_no_error (error);

  return store;
}

static cairo_status_t
write_cb (gpointer             closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/**
 * spz_canary_logo_new:
 *
 * Makes a picture in which a program wrote down who made it, as a tEXt chunk
 * (ISO 15948, 11.3.4.3) after the header.
 *
 * Returns: (transfer full): a PNG
 */
GBytes *
spz_canary_logo_new (void)
{
  static const guint8 chunk[] = "\0\0\0\x1b" "tEXt" "Comment\0" SPZ_CANARY_INTERNAL " photographer" "\x7d\xcd\xa7\xf3";
  const guint header_length = 33;
  GByteArray *bytes = g_byte_array_new ();
  GByteArray *png = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 8, 8);

  cairo_surface_write_to_png_stream (surface, write_cb, png);
  cairo_surface_destroy (surface);
  g_byte_array_append (bytes, png->data, header_length);
  g_byte_array_append (bytes, chunk, sizeof chunk - 1);
  g_byte_array_append (bytes, png->data + header_length, png->len - header_length);
  g_byte_array_unref (png);

  return g_byte_array_free_to_bytes (bytes);
}

static void
set_logo (SpzProgramme *programme)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file = spz_canary_logo_new ();
  g_autoptr (GBytes) logo = spz_logo_read (file, &error);

  g_assert_no_error (error);
  spz_logo_set (programme, logo, &error);
  g_assert_no_error (error);
}

/* What was written and taken back is in the history, and in pages of the file
 * that are free */
static void
leave_traces (SpzProgramme *programme)
{
  SpzProgrammeInfo *info = spz_programme_get_info (programme);
  g_autofree char *letterhead = g_strdup (info->letterhead);
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  gint64 id;

  while (title->len < FREED_BYTES)
    g_string_append (title, SPZ_CANARY_DELETED " ");

  spz_programme_set (programme, info, &error, "letterhead", SPZ_CANARY_DELETED, NULL);
  g_assert_no_error (error);
  spz_programme_set (programme, info, &error, "letterhead", letterhead, NULL);
  g_assert_no_error (error);
  id = spz_programme_add (programme, SPZ_TYPE_MEASURE, &error, "title", title->str, NULL);
  g_assert_no_error (error);
  spz_programme_remove (programme, spz_programme_lookup (programme, SPZ_TYPE_MEASURE, id), &error);
  g_assert_no_error (error);
}

/**
 * spz_canary_programme_new:
 * @folder: where its file is to be
 * @seed: which programme
 *
 * Makes a programme with rows in every table.
 *
 * Returns: (transfer full): the programme
 */
SpzProgramme *
spz_canary_programme_new (const char *folder,
                          guint       seed)
{
  g_autofree char *path = g_strdup_printf ("%s/canary-%u.db", folder, seed);
  g_autoptr (GError) error = NULL;
  Generator self = {
    new_store (folder, path),
    g_rand_new_with_seed (seed),
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref),
  };
  SpzProgramme *programme;

  spz_store_begin (self.store, SPZ_CANARY_INTERNAL, NULL, &error);
  g_assert_no_error (error);
  fill (&self);
  spz_store_commit (self.store, &error);
  g_assert_no_error (error);

  g_object_unref (self.store);
  g_rand_free (self.random);
  g_hash_table_unref (self.rows);

  programme = spz_programme_open (path, SPZ_STORE_OPEN, &error);
  g_assert_no_error (error);
  /* One version that is what was kept, beside those of random words */
  spz_plan_version_freeze (programme, "Stand", "", spz_date_new (2021, 1, 1), &error);
  g_assert_no_error (error);
  set_logo (programme);
  leave_traces (programme);

  return programme;
}

/* Finding */

/* As PDF writes strings: UTF-16 in big-endian bytes, and these as hexadecimal digits */
static GPtrArray *
spell (const char *word)
{
  GPtrArray *spellings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autoptr (GString) hex = g_string_new (NULL);
  g_autoptr (GString) wide_hex = g_string_new (NULL);

  for (const char *c = word; *c != '\0'; c++)
    {
      g_string_append_c (wide, '\0');
      g_string_append_c (wide, *c);
      g_string_append_printf (hex, "%02x", (guint) *c);
      g_string_append_printf (wide_hex, "00%02x", (guint) *c);
    }
  g_ptr_array_add (spellings, g_bytes_new (word, strlen (word)));
  g_ptr_array_add (spellings, g_bytes_new (wide->str, wide->len));
  g_ptr_array_add (spellings, g_bytes_new (hex->str, hex->len));
  g_ptr_array_add (spellings, g_bytes_new (wide_hex->str, wide_hex->len));

  return spellings;
}

static char *
find_word (GBytes     *bytes,
           const char *word)
{
  g_autoptr (GPtrArray) spellings = spell (word);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (guint i = 0; i < spellings->len; i++)
    {
      gsize size;
      const void *spelling = g_bytes_get_data (g_ptr_array_index (spellings, i), &size);
      const char *found = length >= size ? memmem (data, length, spelling, size) : NULL;

      if (found != NULL)
        {
          g_autofree char *raw = g_strndup (MAX (data, found - 60), 160);

          return g_strescape (raw, NULL);
        }
    }

  return NULL;
}

/**
 * spz_canary_find:
 * @bytes: an output
 * @audience: whom it is for
 *
 * Looks for words that are for fewer.
 *
 * Returns: (transfer full) (nullable): the place where there is one
 */
char *
spz_canary_find (GBytes      *bytes,
                 SpzAudience  audience)
{
  char *found = NULL;

  if (audience < SPZ_AUDIENCE_INTERNAL)
    found = find_word (bytes, SPZ_CANARY_INTERNAL);
  if (found == NULL && audience < SPZ_AUDIENCE_COMMITTEE)
    found = find_word (bytes, SPZ_CANARY_COMMITTEE);
  if (found == NULL && audience < SPZ_AUDIENCE_COMMITTEE)
    found = find_word (bytes, G_STRINGIFY (SPZ_CANARY_NUMBER));
  if (found == NULL && audience < SPZ_AUDIENCE_COMMITTEE)
    found = find_word (bytes, "7.311.337");

  return found;
}
