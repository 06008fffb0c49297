/* spz-fixture.c: a programme file for a test
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gstdio.h>

#include "spz-fixture.h"

/**
 * spz_fixture_set_up:
 * @self: a fixture
 * @data: unused
 *
 * Creates an empty programme in a folder of its own.
 */
void
spz_fixture_set_up (SpzFixture    *self,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  self->directory = g_dir_make_tmp ("spz-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->directory, "programme.db", NULL);
  self->programme = spz_programme_open (self->path, SPZ_STORE_CREATE, &error);
  g_assert_no_error (error);
}

/**
 * spz_fixture_reopen:
 * @self: a fixture
 *
 * Closes the programme and opens it again, as another day's start would.
 */
void
spz_fixture_reopen (SpzFixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (self->programme);
  self->programme = spz_programme_open (self->path, SPZ_STORE_OPEN, &error);
  g_assert_no_error (error);
}

/**
 * spz_fixture_tear_down:
 * @self: a fixture
 * @data: unused
 *
 * Deletes the programme and its folder.
 */
void
spz_fixture_tear_down (SpzFixture    *self,
                       gconstpointer  data)
{
  g_assert_finalize_object (self->programme);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  /* Nothing else may be left in the folder */
  g_assert_cmpint (g_rmdir (self->directory), ==, 0);
  g_free (self->path);
  g_free (self->directory);
}

static void
dump_record (GString   *text,
             SpzRecord *record)
{
  SpzRecordClass *klass = SPZ_RECORD_GET_CLASS (record);

  g_string_append_printf (text, "%s %" G_GINT64_FORMAT, klass->table, spz_record_get_id (record));
  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      g_autofree char *content = NULL;

      g_object_get_property (G_OBJECT (record), klass->fields[i].name, &value);
      content = g_strdup_value_contents (&value);
      g_string_append_printf (text, " %s=%s", klass->fields[i].name, content);
    }
  g_string_append_c (text, '\n');
}

/**
 * spz_fixture_dump:
 * @self: a fixture
 *
 * Returns: (transfer full): all records as the lists show them, as text
 */
char *
spz_fixture_dump (SpzFixture *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const GType *type = spz_record_types (); *type != G_TYPE_INVALID; type++)
    {
      SpzRecordList *list = spz_programme_get_list (self->programme, *type);

      for (guint i = 0; i < spz_record_list_get_size (list); i++)
        dump_record (text, spz_record_list_get (list, i));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
