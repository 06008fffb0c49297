/* spz-apply-fixture.c: a programme to import into
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-apply-fixture.h"

#include <glib/gstdio.h>

#include "spz-briefings.h"
#include "spz-example.h"
#include "spz-import-fixture.h"
#include "spz-inline.h"
#include "spz-outline.h"

void
apply_fixture_set_up (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  self->directory = g_dir_make_tmp ("spz-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->directory, "programme.db", NULL);
  self->programme = GPOINTER_TO_INT (data) ? spz_example_create (self->path, &error)
                                           : spz_programme_open (self->path, SPZ_STORE_CREATE, &error);
  g_assert_no_error (error);
}

void
apply_fixture_tear_down (Fixture       *self,
                         gconstpointer  data)
{
  g_autoptr (GDir) directory = NULL;
  const char *name;

  g_clear_object (&self->programme);
  directory = g_dir_open (self->directory, 0, NULL);
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->directory, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->directory);
  g_free (self->directory);
  g_free (self->path);
}

static void
apply (Fixture   *self,
       SpzImport *import)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *summary = spz_import_apply (self->programme, import, &error);

  g_assert_no_error (error);
  g_assert_nonnull (summary);
}

void
apply_fixture_import (Fixture    *self,
                      const char *name)
{
  g_autoptr (SpzImport) import = fixture_import (name);

  apply (self, import);
}

void
apply_fixture_import_text (Fixture    *self,
                           const char *text)
{
  g_autoptr (SpzImport) import = fixture_import_text (text);

  apply (self, import);
}

guint
apply_fixture_count (Fixture *self,
                     GType    type)
{
  return spz_record_list_get_size (spz_programme_get_list (self->programme, type));
}

gpointer
apply_fixture_get (Fixture *self,
                   GType    type,
                   guint    index)
{
  return spz_record_list_get (spz_programme_get_list (self->programme, type), index);
}

gpointer
apply_fixture_find (Fixture    *self,
                    GType       type,
                    const char *title)
{
  for (guint i = 0; i < apply_fixture_count (self, type); i++)
    if (g_str_equal (spz_record_get_title (apply_fixture_get (self, type, i)), title))
      return apply_fixture_get (self, type, i);

  g_error ("There is no “%s”", title);
}

void
apply_fixture_append_outline (Fixture  *self,
                              GString  *text,
                              gpointer  owner)
{
  g_autoptr (GArray) items = spz_outline_flatten (self->programme, owner);

  for (guint i = 0; i < items->len; i++)
    {
      const SpzOutlineItem *item = &g_array_index (items, SpzOutlineItem, i);
      g_autofree char *plain = spz_inline_to_plain (item->point->title);

      g_string_append_printf (text, "%u %d %s\n", item->level, item->point->style, plain);
    }
}

/* The latest briefing as it would be read. */
char *
apply_fixture_dump_briefing (Fixture *self)
{
  SpzBriefing *briefing = spz_programme_get_latest_briefing (self->programme);
  SpzRecordList *blocks = spz_programme_get_children (self->programme, SPZ_TYPE_BLOCK, "briefing",
                                                      spz_record_get_id (SPZ_RECORD (briefing)));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spz_record_list_get_size (blocks); i++)
    {
      SpzBlock *block = spz_record_list_get (blocks, i);
      SpzActionField *field = spz_programme_lookup (self->programme, SPZ_TYPE_ACTION_FIELD,
                                                    block->action_field);

      if (block->kind == SPZ_BLOCK_TEXT && block->audience == SPZ_AUDIENCE_INTERNAL)
        continue;
      g_string_append_printf (text, "%d %s%s%s\n", block->kind, block->title,
                              field != NULL ? " / " : "", field != NULL ? field->title : "");
      apply_fixture_append_outline (self, text, field != NULL ? (gpointer) field : (gpointer) block);
    }

  return g_string_free (text, FALSE);
}
