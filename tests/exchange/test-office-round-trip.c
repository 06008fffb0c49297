/* test-office-round-trip.c: reading the documents we wrote, as they are and as others saved them
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "spz-apply-fixture.h"
#include "spz-briefings.h"
#include "spz-composer.h"
#include "spz-document-builder.h"
#include "spz-docx.h"
#include "spz-error.h"
#include "spz-import-fixture.h"
#include "spz-inline.h"
#include "spz-odt.h"
#include "spz-outline.h"

typedef GBytes *(*Render) (SpzDocument  *document,
                           GError      **error);

typedef struct
{
  const char *suffix;
  Render      render;
} Format;

static const Format formats[] = { { "odt", spz_odt_render }, { "docx", spz_docx_render } };

static GBytes *
render (Fixture      *self,
        const Format *format,
        SpzAudience   audience)
{
  g_autoptr (SpzDocument) document = spz_compose_briefing (self->programme,
                                                           spz_programme_get_latest_briefing (self->programme),
                                                           audience, SPZ_COMPOSE_DEFAULT);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = format->render (document, &error);

  g_assert_no_error (error);

  return bytes;
}

static SpzImport *
read_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  SpzImport *import = spz_import_read (bytes, "Sprechzettel", SPZ_IMPORT_ANY, &error);

  g_assert_no_error (error);
  g_assert_nonnull (import);

  return import;
}

static void
import_bytes (Fixture *self,
              GBytes  *bytes)
{
  g_autoptr (SpzImport) import = read_bytes (bytes);
  g_autoptr (GError) error = NULL;
  g_autofree char *summary = spz_import_apply (self->programme, import, &error);

  g_assert_no_error (error);
  g_assert_nonnull (summary);
}

/* All of the latest briefing that a document carries: its head, its blocks,
 * its points with level, style, audience and emphasis, roles, figures and plan */

static void
append_points (Fixture  *self,
               GString  *text,
               gpointer  owner)
{
  g_autoptr (GArray) items = spz_outline_flatten (self->programme, owner);

  for (guint i = 0; i < items->len; i++)
    {
      const SpzOutlineItem *item = &g_array_index (items, SpzOutlineItem, i);
      g_autoptr (GPtrArray) runs = spz_inline_parse (item->point->title);
      g_autofree char *markdown = spz_inline_from_runs (runs);

      g_string_append_printf (text, "  %u %d %d %s\n", item->level, item->point->style,
                              item->point->audience, markdown);
    }
}

static void
append_blocks (Fixture     *self,
               GString     *text,
               SpzBriefing *briefing)
{
  SpzRecordList *blocks = spz_programme_get_children (self->programme, SPZ_TYPE_BLOCK, "briefing",
                                                      spz_record_get_id (SPZ_RECORD (briefing)));

  for (guint i = 0; i < spz_record_list_get_size (blocks); i++)
    {
      SpzBlock *block = spz_record_list_get (blocks, i);
      SpzActionField *field = spz_programme_lookup (self->programme, SPZ_TYPE_ACTION_FIELD, block->action_field);

      g_string_append_printf (text, "%d %s / %s\n", block->kind, block->title, field != NULL ? field->title : "");
      append_points (self, text, field != NULL ? (gpointer) field : (gpointer) block);
    }
}

static void
append_records (Fixture *self,
                GString *text)
{
  for (guint i = 0; i < apply_fixture_count (self, SPZ_TYPE_ROLE); i++)
    {
      SpzRole *role = apply_fixture_get (self, SPZ_TYPE_ROLE, i);
      SpzRecordList *tasks = spz_programme_get_children (self->programme, SPZ_TYPE_TASK, "role",
                                                         spz_record_get_id (SPZ_RECORD (role)));

      g_string_append_printf (text, "%s, %s, %s\n", role->title, role->holder, role->unit);
      for (guint j = 0; j < spz_record_list_get_size (tasks); j++)
        g_string_append_printf (text, "  %s\n", SPZ_TASK (spz_record_list_get (tasks, j))->title);
    }

  for (guint i = 0; i < apply_fixture_count (self, SPZ_TYPE_PHASE); i++)
    {
      SpzPhase *phase = apply_fixture_get (self, SPZ_TYPE_PHASE, i);
      SpzMeasure *measure = spz_programme_lookup (self->programme, SPZ_TYPE_MEASURE, phase->measure);

      g_string_append_printf (text, "%s: %s %d %d\n", measure->title, phase->title, phase->start, phase->end);
    }
}

static char *
dump (Fixture *self)
{
  SpzBriefing *briefing = spz_programme_get_latest_briefing (self->programme);
  SpzMeeting *meeting = spz_briefing_get_meeting (self->programme, briefing);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s, %s, %s, %d\n", briefing->title, briefing->speaker, briefing->function,
                          meeting != NULL ? meeting->date : 0);
  append_blocks (self, text, briefing);
  append_records (self, text);

  return g_string_free (text, FALSE);
}

/* Compares line by line, to say which one differs */
static void
assert_same (const char *expected,
             const char *actual)
{
  g_auto (GStrv) a = g_strsplit (expected, "\n", -1);
  g_auto (GStrv) b = g_strsplit (actual, "\n", -1);

  for (guint i = 0; a[i] != NULL && b[i] != NULL; i++)
    g_assert_cmpstr (a[i], ==, b[i]);
  g_assert_cmpuint (g_strv_length (a), ==, g_strv_length (b));
}

static void
assert_gives_same (Fixture *self,
                   GBytes  *bytes)
{
  g_autofree char *expected = dump (self);
  g_autofree char *actual = NULL;
  Fixture other = { NULL };

  apply_fixture_set_up (&other, GINT_TO_POINTER (FALSE));
  import_bytes (&other, bytes);
  actual = dump (&other);
  assert_same (expected, actual);
  apply_fixture_tear_down (&other, NULL);
}

/* Read into an empty programme, the example is the example again. */
static void
test_example (Fixture       *self,
              gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) internal = render (self, &formats[i], SPZ_AUDIENCE_INTERNAL);
      g_autoptr (GBytes) public = render (self, &formats[i], SPZ_AUDIENCE_PUBLIC);

      assert_gives_same (self, internal);
      assert_gives_same (self, public);
    }
}

/* Read into the programme it came from, it changes nothing. */
static void
test_changes_nothing (Fixture       *self,
                      gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    for (SpzAudience audience = SPZ_AUDIENCE_PUBLIC; audience <= SPZ_AUDIENCE_INTERNAL; audience++)
      {
        g_autoptr (GBytes) bytes = render (self, &formats[i], audience);

        import_bytes (self, bytes);
        g_assert_cmpstr (spz_programme_get_undo_label (self->programme), ==, NULL);
      }
}

/* Other programs' versions */

static gboolean
convert (Fixture    *self,
         const char *path,
         const char *suffix)
{
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/office", self->directory);
  g_autofree char *program = g_find_program_in_path ("soffice");
  const char *arguments[] = { program, profile, "--headless", "--convert-to", suffix, "--outdir", self->directory,
                              path, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  if (program == NULL)
    return FALSE;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  return TRUE;
}

static GBytes *
load (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);

  return bytes;
}

static char *
save (Fixture    *self,
      GBytes     *bytes,
      const char *name)
{
  char *path = g_build_filename (self->directory, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);

  return path;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_tree (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

/* What LibreOffice makes of our ODT and of our DOCX, in the other format and in
 * the same, is still the same briefing. */
static void
test_libreoffice (Fixture       *self,
                  gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    for (guint j = 0; j < G_N_ELEMENTS (formats); j++)
      {
        g_autoptr (GBytes) ours = render (self, &formats[i], SPZ_AUDIENCE_INTERNAL);
        g_autofree char *folder = g_build_filename (self->directory, "office", NULL);
        g_autofree char *name = g_strdup_printf ("ours.%s", formats[i].suffix);
        g_autofree char *renamed = g_build_filename (self->directory, "in", NULL);
        g_autofree char *path = save (self, ours, name);
        g_autofree char *in = g_strdup_printf ("%s.%s", renamed, formats[i].suffix);
        g_autofree char *out = g_strdup_printf ("%s.%s", renamed, formats[j].suffix);
        g_autoptr (GBytes) theirs = NULL;
        gboolean converted;

        g_assert_cmpint (g_rename (path, in), ==, 0);
        converted = convert (self, in, formats[j].suffix);
        remove_tree (folder);
        if (!converted)
          {
            g_test_skip ("LibreOffice is not installed");
            return;
          }

        theirs = load (out);
        assert_gives_same (self, theirs);
        import_bytes (self, theirs);
        g_assert_cmpstr (spz_programme_get_undo_label (self->programme), ==, NULL);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/office-round-trip/example", Fixture, GINT_TO_POINTER (TRUE),
              apply_fixture_set_up, test_example, apply_fixture_tear_down);
  g_test_add ("/office-round-trip/changes-nothing", Fixture, GINT_TO_POINTER (TRUE),
              apply_fixture_set_up, test_changes_nothing, apply_fixture_tear_down);
  g_test_add ("/office-round-trip/libreoffice", Fixture, GINT_TO_POINTER (TRUE),
              apply_fixture_set_up, test_libreoffice, apply_fixture_tear_down);

  return g_test_run ();
}
