/* test-office-round-trip.c: reading the documents we wrote, as they are and as others saved them
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <zip.h>

#include "spz-apply-fixture.h"
#include "spz-briefings.h"
#include "spz-composer.h"
#include "spz-document-table.h"
#include "spz-docx.h"
#include "spz-error.h"
#include "spz-import-fixture.h"
#include "spz-inline.h"
#include "spz-logo.h"
#include "spz-odt.h"
#include "spz-outline.h"

typedef GBytes *(*Render) (SpzDocument  *document,
                           GError      **error);

typedef struct
{
  const char *suffix;
  Render      render;
} Format;

#define LOGO "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"><rect width=\"40\" height=\"20\"/></svg>"

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

/* Programmes nobody would write, with everything a point can be */

static const char *const texts[] = {
  "Zeitplan (**Anhang letzte Seite**) an die aktuellen Erfordernisse angepasst",
  "*kursiv* und ***beides***, dann wieder nicht",
  "davon 84 alternierende Telearbeiter",
  "„Home-Office-Corona Update“",
  "Insgesamt sind derzeit **613** Mitarbeitende (42,3 % der Gesamtverwaltung) Home-Office-Fähig.",
  "1. März: Auftakt",
  "5 < 6 & 7 > 3, \\*kein\\* Stern, C:\\\\Temp, a\\_b",
  "Handlungsfeld „Smart City“",
  "zwei  Leerzeichen und ein Umbruch  \nmittendrin",
  "➔ ein Pfeil im Text",
  "Nachfolgend Informationen zu einigen Handlungsfeldern:",
};

static void
add_points (Fixture    *self,
            GRand      *rand,
            const char *reference,
            gint64      owner)
{
  gint64 parents[SPZ_OUTLINE_MAX_LEVEL + 1] = { 0 };
  int level = 0;

  for (gint32 n = g_rand_int_range (rand, 1, 12); n > 0; n--)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *position = g_strdup_printf ("m%02d", 50 - n);
      /* The same text twice under one heading is one point to a reader */
      g_autofree char *title = g_strdup_printf ("%s (%d)", texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))], n);
      SpzPointStyle style = (SpzPointStyle) g_rand_int_range (rand, 0, 3);

      level = g_rand_int_range (rand, 1, MIN (level + 1, SPZ_OUTLINE_MAX_LEVEL) + 1);
      parents[level] = spz_programme_add (self->programme, SPZ_TYPE_POINT, &error,
                                          reference, owner, "parent", parents[level - 1], "position", position,
                                          "title", title, "style", style,
                                          "audience", (SpzAudience) g_rand_int_range (rand, 0, 3), NULL);
      g_assert_no_error (error);
    }
}

static void
add_block (Fixture *self,
           GRand   *rand,
           gint64   briefing,
           gint     number)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = g_strdup_printf ("Abschnitt %d: Stand & Ziele", number);
  g_autofree char *position = g_strdup_printf ("m%02d", number);
  SpzBlockKind kinds[] = { SPZ_BLOCK_POINTS, SPZ_BLOCK_TEXT, SPZ_BLOCK_ACTION_FIELD };
  SpzBlockKind kind = kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))];
  gint64 field = 0;
  gint64 block;

  if (kind == SPZ_BLOCK_ACTION_FIELD)
    field = spz_programme_add (self->programme, SPZ_TYPE_ACTION_FIELD, &error, "title", title, NULL);
  g_assert_no_error (error);
  block = spz_programme_add (self->programme, SPZ_TYPE_BLOCK, &error, "briefing", briefing, "position", position,
                             "kind", kind, "title", field != 0 ? "" : title, "action-field", field,
                             "audience", SPZ_AUDIENCE_PUBLIC, NULL);
  g_assert_no_error (error);
  if (field != 0)
    add_points (self, rand, "action-field", field);
  else if (kind == SPZ_BLOCK_POINTS)
    add_points (self, rand, "block", block);
}

static void
test_random (Fixture       *self,
             gconstpointer  data)
{
  for (guint32 seed = 0; seed < 40; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GError) error = NULL;
      Fixture one = { NULL };
      gint64 briefing;

      apply_fixture_set_up (&one, GINT_TO_POINTER (FALSE));
      g_assert_true (spz_programme_begin (one.programme, "Zufall", &error));
      briefing = spz_programme_add (one.programme, SPZ_TYPE_BRIEFING, &error, "title", "Sprechzettel zum Haushalt",
                                    "speaker", "StK Märtens", NULL);
      for (gint i = g_rand_int_range (rand, 1, 8); i > 0; i--)
        add_block (&one, rand, briefing, 20 - i);
      g_assert_true (spz_programme_commit (one.programme, &error));

      for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
        {
          g_autoptr (GBytes) bytes = render (&one, &formats[i], SPZ_AUDIENCE_INTERNAL);
          g_autofree char *label = g_strdup (spz_programme_get_undo_label (one.programme));

          g_test_message ("%u as %s", seed, formats[i].suffix);
          assert_gives_same (&one, bytes);
          import_bytes (&one, bytes);
          g_assert_cmpstr (spz_programme_get_undo_label (one.programme), ==, label);
        }
      apply_fixture_tear_down (&one, NULL);
    }
}

/* Papers that come back changed */

/* The document with some words replaced; %NULL if they aren't in it once */
static GBytes *
edit_if_there (GBytes     *bytes,
               const char *part,
               const char *from,
               const char *to)
{
  zip_error_t zip_error;
  zip_source_t *source = zip_source_buffer_create (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, &zip_error);
  zip_t *zip = zip_open_from_source (source, 0, &zip_error);
  zip_int64_t index = zip_name_locate (zip, part, 0);
  zip_stat_t status;
  zip_file_t *file = zip_fopen_index (zip, (zip_uint64_t) index, 0);
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;
  char *data;

  zip_stat_index (zip, (zip_uint64_t) index, 0, &status);
  text = g_malloc0 (status.size + 1);
  g_assert_cmpint (zip_fread (file, text, status.size), ==, (zip_int64_t) status.size);
  zip_fclose (file);
  changed = g_string_new (text);
  if (g_string_replace (changed, from, to, 0) != 1)
    {
      zip_discard (zip);
      return NULL;
    }

  zip_file_replace (zip, (zip_uint64_t) index, zip_source_buffer (zip, changed->str, changed->len, 0), 0);
  zip_source_keep (source);
  g_assert_cmpint (zip_close (zip), ==, 0);
  g_assert_cmpint (zip_source_open (source), ==, 0);
  zip_source_stat (source, &status);
  data = g_malloc (status.size);
  g_assert_cmpint (zip_source_read (source, data, status.size), ==, (zip_int64_t) status.size);
  zip_source_close (source);
  zip_source_free (source);

  return g_bytes_new_take (data, status.size);
}

static GBytes *
edit (GBytes     *bytes,
      const char *part,
      const char *from,
      const char *to)
{
  GBytes *edited = edit_if_there (bytes, part, from, to);

  g_assert_nonnull (edited);

  return edited;
}

/* A point that says something else altogether is the same point, as the paper
 * of the office knows its number; one step takes it back. */
static void
test_edited (Fixture       *self,
             gconstpointer  data)
{
  static const char *const parts[] = { "content.xml", "word/document.xml" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) bytes = render (self, &formats[i], SPZ_AUDIENCE_INTERNAL);
      g_autoptr (GBytes) edited = edit (bytes, parts[i], "zeitliche und inhaltliche Treiber im Rahmen der E-Government-Strategie",
                                        "OZG treibt alles an");
      g_autofree char *before = dump (self);
      g_autofree char *after = NULL;
      g_autofree char *undone = NULL;
      g_autoptr (GError) error = NULL;
      guint n_points = apply_fixture_count (self, SPZ_TYPE_POINT);

      import_bytes (self, edited);
      after = dump (self);
      g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_POINT), ==, n_points);
      g_assert_nonnull (strstr (after, "OZG treibt alles an"));
      g_assert_null (strstr (after, "zeitliche und inhaltliche Treiber"));

      g_assert_true (spz_programme_undo (self->programme, &error));
      undone = dump (self);
      assert_same (before, undone);
    }
}

/* A point that is put one level deeper is below the one before it */
static void
test_moved (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (GBytes) bytes = render (self, &formats[1], SPZ_AUDIENCE_INTERNAL);
  SpzPoint *point = apply_fixture_find (self, SPZ_TYPE_POINT,
                                        "Ebenso wie auf Bundes- und Landesebene orientiert sich die Stadtverwaltung "
                                        "an einem systematischen Vorgehen.");
  SpzPoint *above = apply_fixture_find (self, SPZ_TYPE_POINT,
                                        "zeitliche und inhaltliche Treiber im Rahmen der E-Government-Strategie");
  g_autofree char *mark = g_strdup_printf ("spz_point_r%" G_GINT64_FORMAT "\"", spz_record_get_id (SPZ_RECORD (point)));
  g_autoptr (GBytes) edited = NULL;
  guint bookmark = 0;

  g_assert_cmpint (point->parent, ==, 0);

  /* The bookmark's own number is the only thing between the level and its name */
  for (; edited == NULL && bookmark < 200; bookmark++)
    {
      g_autofree char *start = g_strdup_printf ("w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
                                                "<w:bookmarkStart w:id=\"%u\" w:name=\"%s", bookmark, mark);
      g_autofree char *deeper = g_strdup_printf ("w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
                                                 "<w:bookmarkStart w:id=\"%u\" w:name=\"%s", bookmark, mark);

      edited = edit_if_there (bytes, "word/document.xml", start, deeper);
    }
  g_assert_nonnull (edited);

  import_bytes (self, edited);
  g_assert_cmpint (point->parent, ==, spz_record_get_id (SPZ_RECORD (above)));
}

/* A paper for others has no numbers of rows in it */
static void
test_no_numbers (Fixture       *self,
                 gconstpointer  data)
{
  static const char *const parts[] = { "content.xml", "word/document.xml" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    for (SpzAudience audience = SPZ_AUDIENCE_PUBLIC; audience <= SPZ_AUDIENCE_INTERNAL; audience++)
      {
        g_autoptr (GBytes) bytes = render (self, &formats[i], audience);
        g_autoptr (GBytes) numbered = edit_if_there (bytes, parts[i], "spz_point_r1\"", "x\"");

        g_assert_true ((numbered != NULL) == (audience == SPZ_AUDIENCE_INTERNAL));
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

static void
remove_profile (Fixture *self)
{
  g_autofree char *folder = g_build_filename (self->directory, "office", NULL);

  remove_tree (folder);
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
        g_autofree char *name = g_strdup_printf ("ours.%s", formats[i].suffix);
        g_autofree char *renamed = g_build_filename (self->directory, "in", NULL);
        g_autofree char *path = save (self, ours, name);
        g_autofree char *in = g_strdup_printf ("%s.%s", renamed, formats[i].suffix);
        g_autofree char *out = g_strdup_printf ("%s.%s", renamed, formats[j].suffix);
        g_autoptr (GBytes) theirs = NULL;
        gboolean converted;

        g_assert_cmpint (g_rename (path, in), ==, 0);
        converted = convert (self, in, formats[j].suffix);
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
  remove_profile (self);
}

/* The letterhead with its logo stands above the title in both formats, for
 * LibreOffice too, and is no part of the briefing when it comes back. */
static void
test_logo (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GBytes) drawing = g_bytes_new_static (LOGO, strlen (LOGO));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) logo = spz_logo_read (drawing, &error);

  g_assert_no_error (error);
  g_assert_true (spz_logo_set (self->programme, logo, &error));
  g_assert_true (spz_programme_set (self->programme, spz_programme_get_info (self->programme), &error,
                                    "letterhead", "Stadt Musterstadt\nAmt 12", NULL));

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) ours = render (self, &formats[i], SPZ_AUDIENCE_INTERNAL);
      g_autofree char *name = g_strdup_printf ("in.%s", formats[i].suffix);
      g_autofree char *in = save (self, ours, name);
      g_autofree char *out = g_build_filename (self->directory, "in.odt", NULL);
      g_autofree char *label = g_strdup (spz_programme_get_undo_label (self->programme));
      g_autoptr (GBytes) theirs = NULL;
      g_autoptr (GBytes) found = NULL;

      import_bytes (self, ours);
      g_assert_cmpstr (spz_programme_get_undo_label (self->programme), ==, label);
      if (!convert (self, in, "odt"))
        continue;
      theirs = load (out);
      found = edit_if_there (theirs, "content.xml", ">Logo: Stadt Leverkusen</svg:desc>", "x");
      g_assert_nonnull (found);
      assert_gives_same (self, theirs);
    }
  remove_profile (self);
}

/* All that a reader reads is on LibreOffice's pages and in its text, in order:
 * compared without white space and hyphens, which are where lines end */

static void
append_letters (GString    *letters,
                const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (letters, c);
    }
}

static void
assert_has (const char  *letters,
            const char **from,
            const char  *text,
            glong        max)
{
  g_autoptr (GString) wanted = g_string_new (NULL);
  const char *found;

  append_letters (wanted, text);
  if (g_utf8_strlen (wanted->str, -1) > max)
    g_string_truncate (wanted, (gsize) (g_utf8_offset_to_pointer (wanted->str, max) - wanted->str));
  found = strstr (*from, wanted->str);
  if (found == NULL)
    g_error ("“%s” is not in the text, or not after “%.60s”", text, *from);
  *from = found + wanted->len;
}

/* On a page, the lines of cells stand beside each other: of them the first words
 * have to be there */
static void
assert_has_cell (const char  *letters,
                 const char **from,
                 const char  *text,
                 glong        max)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 2);

  if (max == G_MAXLONG)
    assert_has (letters, from, text, max);
  else if (words[0] != NULL)
    assert_has (letters, &letters, words[0], max / 4);
}

/* A line may be broken by the end of a page: of each so much has to be there */
static void
assert_reads (Fixture    *self,
              const char *text,
              glong       max)
{
  g_autoptr (SpzDocument) document = spz_compose_briefing (self->programme,
                                                           spz_programme_get_latest_briefing (self->programme),
                                                           SPZ_AUDIENCE_PUBLIC, SPZ_COMPOSE_DEFAULT);
  g_autoptr (GString) letters = g_string_new (NULL);
  const char *p;

  append_letters (letters, text);
  p = letters->str;
  assert_has (letters->str, &p, spz_document_get_title (document), max);
  for (guint i = 0; i < spz_document_get_n_nodes (document); i++)
    {
      const SpzNode *node = spz_document_get_node (document, i);
      g_autofree char *own = node->runs != NULL ? spz_node_get_text (node) : NULL;
      g_autoptr (GPtrArray) tables = node->runs == NULL ? spz_node_get_tables (node) : NULL;

      if (own != NULL)
        assert_has (letters->str, &p, own, max);
      for (guint j = 0; tables != NULL && j < tables->len; j++)
        {
          const SpzDocumentTable *table = g_ptr_array_index (tables, j);

          for (guint k = 0; k < table->cells->len; k++)
            {
              g_auto (GStrv) lines = g_strsplit (g_array_index (table->cells, SpzDocumentCell, k).text, "\n", -1);

              for (char **line = lines; *line != NULL; line++)
                {
                  g_autofree char *plain = spz_inline_to_plain (*line);

                  assert_has_cell (letters->str, &p, plain, max);
                }
            }
        }
    }
}

static void
test_libreoffice_pages (Fixture       *self,
                        gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) ours = render (self, &formats[i], SPZ_AUDIENCE_PUBLIC);
      g_autofree char *name = g_strdup_printf ("pages.%s", formats[i].suffix);
      g_autofree char *path = save (self, ours, name);
      g_autofree char *text_path = g_build_filename (self->directory, "pages.txt", NULL);
      g_autofree char *pdf_path = g_build_filename (self->directory, "pages.pdf", NULL);
      const char *arguments[] = { "pdftotext", "-enc", "UTF-8", pdf_path, "-", NULL };
      g_autofree char *text = NULL;
      g_autofree char *pages = NULL;
      g_autoptr (GError) error = NULL;

      if (!convert (self, path, "txt:Text (encoded):UTF8") || !convert (self, path, "pdf"))
        {
          g_test_skip ("LibreOffice is not installed");
          return;
        }
      g_file_get_contents (text_path, &text, NULL, &error);
      g_assert_no_error (error);
      assert_reads (self, text, G_MAXLONG);

      g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &pages, NULL, NULL, &error);
      g_assert_no_error (error);
      assert_reads (self, pages, 40);
    }
  remove_profile (self);
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
  g_test_add ("/office-round-trip/random", Fixture, GINT_TO_POINTER (FALSE),
              apply_fixture_set_up, test_random, apply_fixture_tear_down);
  g_test_add ("/office-round-trip/edited", Fixture, GINT_TO_POINTER (TRUE),
              apply_fixture_set_up, test_edited, apply_fixture_tear_down);
  g_test_add ("/office-round-trip/moved", Fixture, GINT_TO_POINTER (TRUE),
              apply_fixture_set_up, test_moved, apply_fixture_tear_down);
  g_test_add ("/office-round-trip/no-numbers", Fixture, GINT_TO_POINTER (TRUE),
              apply_fixture_set_up, test_no_numbers, apply_fixture_tear_down);
  g_test_add ("/office-round-trip/libreoffice", Fixture, GINT_TO_POINTER (TRUE),
              apply_fixture_set_up, test_libreoffice, apply_fixture_tear_down);
  g_test_add ("/office-round-trip/logo", Fixture, GINT_TO_POINTER (TRUE),
              apply_fixture_set_up, test_logo, apply_fixture_tear_down);
  g_test_add ("/office-round-trip/libreoffice-pages", Fixture, GINT_TO_POINTER (TRUE),
              apply_fixture_set_up, test_libreoffice_pages, apply_fixture_tear_down);

  return g_test_run ();
}
