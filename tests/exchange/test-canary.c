/* test-canary.c: that no output holds a word that is not for its audience
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Programmes made at random go through every writer there is; the slow writers
 * see a part of them. With "-m slow" it is a thousand, and all writers see all:
 * of each, those that are slow draw one paper, and the next programme's turn is
 * another paper in another layout. A new writer needs a line in the table.
 */

#define _GNU_SOURCE /* memmem */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <zip.h>

#include "spz-calendar.h"
#include "spz-canary.h"
#include "spz-composer.h"
#include "spz-docx.h"
#include "spz-file-name.h"
#include "spz-icalendar.h"
#include "spz-markdown.h"
#include "spz-odt.h"
#include "spz-pdf.h"
#include "spz-plain-text.h"
#include "spz-shared-copy.h"
#include "spz-speech.h"
#include "spz-timeline-picture.h"

#define N_PROGRAMMES 150
#define N_PROGRAMMES_SLOW 1000
#define N_COPIES 20

/* How many programmes are enough for every writer to meet a word for few */
#define N_BROKEN 3

/* Reading a PDF's structure aloud takes pdfinfo longer than all else together */
#define STRUCTURE_EVERY 50

static char *folder;

/* Of what takes long, so many are drawn of a programme; the turn says which */
static guint n_drawn = 3;
static guint turn;

/* What is written of a programme for an audience, one after the other */
typedef void (*WriteFunc) (SpzProgramme *programme,
                           SpzAudience   audience,
                           GByteArray   *written);

static void
append (GByteArray *written,
        const char *text)
{
  g_byte_array_append (written, (const guint8 *) text, (guint) strlen (text));
}

static void
append_bytes (GByteArray *written,
              GBytes     *bytes)
{
  g_byte_array_append (written, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
}

/* Which of @n things are drawn: those @step apart, from @first on */
static guint
get_step (guint n)
{
  return MAX (n / n_drawn, 1);
}

static guint
get_first (guint n)
{
  return turn % get_step (n);
}

/* All papers there can be of a programme */
static GPtrArray *
compose_all (SpzProgramme *programme,
             SpzAudience   audience)
{
  SpzRecordList *briefings = spz_programme_get_list (programme, SPZ_TYPE_BRIEFING);
  SpzRecordList *versions = spz_programme_get_list (programme, SPZ_TYPE_PLAN_VERSION);
  SpzRecordList *fields = spz_programme_get_list (programme, SPZ_TYPE_ACTION_FIELD);
  SpzRecordList *deliveries = spz_programme_get_list (programme, SPZ_TYPE_DELIVERY);
  const SpzDate as_of = spz_programme_get_reference_date (programme);
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) spz_document_unref);

  for (guint i = 0; i < spz_record_list_get_size (briefings); i++)
    {
      SpzBriefing *briefing = spz_record_list_get (briefings, i);

      g_ptr_array_add (documents, spz_compose_briefing (programme, briefing, audience, SPZ_COMPOSE_DEFAULT));
      g_ptr_array_add (documents, spz_compose_paper (programme, briefing, audience, SPZ_COMPOSE_DEFAULT));
    }
  for (guint i = 0; i < spz_record_list_get_size (fields); i++)
    g_ptr_array_add (documents, spz_compose_figures (programme, spz_record_list_get (fields, i), as_of, audience));
  for (guint i = 0; i < spz_record_list_get_size (deliveries); i++)
    {
      SpzDelivery *delivery = spz_record_list_get (deliveries, i);

      g_ptr_array_add (documents, spz_compose_delivery (programme, delivery, audience, SPZ_COMPOSE_DEFAULT));
      g_ptr_array_add (documents, spz_compose_delivery (programme, delivery, audience, SPZ_COMPOSE_NO_TEXT));
    }
  g_ptr_array_add (documents, spz_compose_timeline (programme, audience));
  for (guint i = 0; i < spz_record_list_get_size (versions); i++)
    {
      SpzPlanVersion *version = spz_record_list_get (versions, i);

      g_ptr_array_add (documents, spz_compose_timeline_since (programme, version, audience));
      g_ptr_array_add (documents, spz_compose_timeline_of_version (programme, version, audience));
    }

  return documents;
}

static void
write_markdown (SpzProgramme *programme,
                SpzAudience   audience,
                GByteArray   *written)
{
  g_autoptr (GPtrArray) documents = compose_all (programme, audience);

  for (guint i = 0; i < documents->len; i++)
    {
      g_autofree char *text = spz_markdown_render (g_ptr_array_index (documents, i));

      append (written, text);
    }
}

static void
write_text (SpzProgramme *programme,
            SpzAudience   audience,
            GByteArray   *written)
{
  g_autoptr (GPtrArray) documents = compose_all (programme, audience);

  for (guint i = 0; i < documents->len; i++)
    {
      g_autofree char *text = spz_plain_text_render (g_ptr_array_index (documents, i), 78);

      append (written, text);
    }
}

/* As it is and, as a fold may part a word, with whole lines */
static void
write_calendar (SpzProgramme *programme,
                SpzAudience   audience,
                GByteArray   *written)
{
  g_autoptr (SpzCalendar) calendar = spz_compose_calendar (programme, audience);
  g_autoptr (GBytes) bytes = spz_icalendar_render (calendar);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) parts = g_strsplit (text, "\r\n ", -1);
  g_autofree char *unfolded = g_strjoinv ("", parts);

  append (written, text);
  append (written, unfolded);
  for (guint i = 0; i < calendar->left_out->len; i++)
    append (written, g_ptr_array_index (calendar->left_out, i));
}

static void
append_node (GByteArray    *written,
             const SpzNode *node)
{
  g_autofree char *text = node != NULL ? spz_node_get_text (node) : NULL;

  if (text != NULL)
    append (written, text);
}

/* What the lectern shows */
static void
write_speech (SpzProgramme *programme,
              SpzAudience   audience,
              GByteArray   *written)
{
  g_autoptr (GPtrArray) documents = compose_all (programme, audience);

  for (guint i = 0; i < documents->len; i++)
    {
      SpzSpeech *speech = spz_speech_new (g_ptr_array_index (documents, i));

      for (guint j = 0; j < spz_speech_get_n_steps (speech); j++)
        {
          const SpzSpeechStep *step = spz_speech_get_step (speech, j);

          append_node (written, step->section);
          append_node (written, step->context);
          append_node (written, step->node);
        }
      spz_speech_free (speech);
    }
}

/* The plan, and compared with each of its versions */
static GPtrArray *
take_plans (SpzProgramme *programme,
            SpzAudience   audience)
{
  SpzRecordList *versions = spz_programme_get_list (programme, SPZ_TYPE_PLAN_VERSION);
  GPtrArray *plans = g_ptr_array_new_with_free_func ((GDestroyNotify) spz_timeline_plan_unref);

  g_ptr_array_add (plans, spz_timeline_plan_new_compared (programme, audience, NULL, NULL));
  for (guint i = 0; i < spz_record_list_get_size (versions); i++)
    {
      SpzPlanVersion *version = spz_record_list_get (versions, i);

      g_ptr_array_add (plans, spz_timeline_plan_new_compared (programme, audience, NULL, version));
      g_ptr_array_add (plans, spz_timeline_plan_new_of_version (programme, version, audience));
    }

  return plans;
}

/* What the files with them are called */
static void
write_names (SpzProgramme *programme,
             SpzAudience   audience,
             GByteArray   *written)
{
  SpzRecordList *briefings = spz_programme_get_list (programme, SPZ_TYPE_BRIEFING);

  for (guint i = 0; i < spz_record_list_get_size (briefings); i++)
    {
      g_autofree char *name = spz_file_name_briefing (programme, spz_record_list_get (briefings, i), audience);

      append (written, name);
    }
}

static void
write_csv (SpzProgramme *programme,
           SpzAudience   audience,
           GByteArray   *written)
{
  g_autoptr (GPtrArray) plans = take_plans (programme, audience);

  for (guint i = 0; i < plans->len; i++)
    {
      g_autofree char *text = spz_timeline_plan_to_csv (g_ptr_array_index (plans, i));

      append (written, text);
    }
}

static void
write_svg (SpzProgramme *programme,
           SpzAudience   audience,
           GByteArray   *written)
{
  g_autoptr (GPtrArray) plans = take_plans (programme, audience);

  for (guint i = get_first (plans->len); i < plans->len; i += get_step (plans->len))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = spz_timeline_picture_to_svg (g_ptr_array_index (plans, i), SPZ_TIMELINE_PAPER_A4,
                                                              &error);

      g_assert_no_error (error);
      append_bytes (written, bytes);
    }
}

/* Its words are points of colour; but a picture has more than these */
static void
write_png (SpzProgramme *programme,
           SpzAudience   audience,
           GByteArray   *written)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_plan_new_compared (programme, audience, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = spz_timeline_picture_to_png (plan, SPZ_TIMELINE_PAPER_A4, 50, &error);

  g_assert_no_error (error);
  append_bytes (written, bytes);
}

static void
run (GByteArray *written,
     const char *program,
     const char *option,
     const char *path,
     const char *last)
{
  g_autofree char *found = g_find_program_in_path (program);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) printed = NULL;
  g_autoptr (GError) error = NULL;

  if (found == NULL)
    return;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error,
                              found, option, path, last, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &printed, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  append_bytes (written, printed);
}

/* The bytes with all streams unpacked, the text as readers show it, and the
 * structure as it is read aloud */
static void
write_pdf (SpzProgramme *programme,
           SpzAudience   audience,
           GByteArray   *written)
{
  g_autoptr (GPtrArray) documents = compose_all (programme, audience);
  g_autofree char *path = g_build_filename (folder, "canary.pdf", NULL);
  SpzPageSetup setup;

  for (guint i = get_first (documents->len); i < documents->len; i += get_step (documents->len))
    {
      /* Each layout has its turn: notes tell times, headers and footers differ */
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;

      spz_page_setup_init (&setup, (SpzPageLayout) ((turn / get_step (documents->len) + i) % SPZ_N_PAGE_LAYOUTS));
      bytes = spz_pdf_render (g_ptr_array_index (documents, i), &setup, NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      /* What was kept with a delivery is written as it is, and here it is no PDF */
      append_bytes (written, bytes);
      if (!g_str_has_prefix (g_bytes_get_data (bytes, NULL), "%PDF-"))
        continue;

      g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
      g_assert_no_error (error);
      run (written, "qpdf", "--qdf", path, "-");
      run (written, "pdftotext", "-layout", path, "-");
      if (turn % STRUCTURE_EVERY == 0)
        run (written, "pdfinfo", "-struct-text", path, NULL);
    }
  g_unlink (path);
}

/* The names and the contents of all that is packed into a file */
static void
unpack (GByteArray *written,
        GBytes     *bytes)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  zip_error_t error;
  zip_t *zip = zip_open_from_source (zip_source_buffer_create (data, length, 0, &error), ZIP_RDONLY, &error);

  g_assert_nonnull (zip);
  for (zip_int64_t i = 0; i < zip_get_num_entries (zip, 0); i++)
    {
      zip_stat_t status;
      zip_file_t *file = zip_fopen_index (zip, (zip_uint64_t) i, 0);
      g_autofree char *contents = NULL;

      g_assert_cmpint (zip_stat_index (zip, (zip_uint64_t) i, 0, &status), ==, 0);
      contents = g_malloc (status.size);
      g_assert_cmpint (zip_fread (file, contents, status.size), ==, (gint64) status.size);
      zip_fclose (file);
      append (written, status.name);
      g_byte_array_append (written, (const guint8 *) contents, (guint) status.size);
    }
  zip_discard (zip);
}

static void
write_office (SpzProgramme *programme,
              SpzAudience   audience,
              GBytes     *(*render) (SpzDocument *document, GError **error),
              GByteArray   *written)
{
  g_autoptr (GPtrArray) documents = compose_all (programme, audience);

  for (guint i = get_first (documents->len); i < documents->len; i += get_step (documents->len))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = render (g_ptr_array_index (documents, i), &error);

      g_assert_no_error (error);
      unpack (written, bytes);
    }
}

static void
write_odt (SpzProgramme *programme,
           SpzAudience   audience,
           GByteArray   *written)
{
  write_office (programme, audience, spz_odt_render, written);
}

static void
write_docx (SpzProgramme *programme,
            SpzAudience   audience,
            GByteArray   *written)
{
  write_office (programme, audience, spz_docx_render, written);
}

static SpzProgramme *
make_copy (SpzProgramme *programme,
           SpzAudience   audience,
           GByteArray   *written)
{
  g_autofree char *path = g_build_filename (folder, "copy.db", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  SpzProgramme *copy;
  gsize length;

  spz_shared_copy_write (programme, path, audience, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  g_byte_array_append (written, (const guint8 *) contents, (guint) length);

  copy = spz_programme_open (path, SPZ_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_unlink (path);

  return copy;
}

static void
write_copy (SpzProgramme *programme,
            SpzAudience   audience,
            GByteArray   *written)
{
  g_autoptr (SpzProgramme) copy = make_copy (programme, audience, written);
}

/* Each sees one programme of so many; in a picture are no words, and of files' names
 * nearly all are dates */
static const struct
{
  const char *name;
  WriteFunc   write;
  guint       every;
  gboolean    is_wordless;
} writers[] = {
  { "Markdown", write_markdown, 1 },
  { "text",     write_text,     5 },
  { "speech",   write_speech,   5 },
  { "CSV",      write_csv,      5 },
  { "SVG",      write_svg,      50 },
  { "PNG",      write_png,      75, TRUE },
  { "calendar", write_calendar, 1 },
  { "names",    write_names,    1, TRUE },
  { "PDF",      write_pdf,      75 },
  { "ODT",      write_odt,      75 },
  { "DOCX",     write_docx,     75 },
  { "copy",     write_copy,     20 },
};

static SpzProgramme *
open_programme (guint seed)
{
  return spz_canary_programme_new (folder, seed);
}

static void
close_programme (SpzProgramme *programme)
{
  g_autofree char *path = g_strdup (spz_programme_get_path (programme));

  g_assert_finalize_object (programme);
  g_unlink (path);
}

static void
test_writers (void)
{
  n_drawn = g_test_slow () ? 1 : n_drawn;
  for (guint seed = 0; seed < (g_test_slow () ? N_PROGRAMMES_SLOW : N_PROGRAMMES); seed++)
    {
      SpzProgramme *programme = open_programme (seed);

      turn = seed;
      for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
        for (SpzAudience audience = SPZ_AUDIENCE_PUBLIC; audience < SPZ_AUDIENCE_INTERNAL; audience++)
          {
            g_autoptr (GByteArray) written = g_byte_array_new ();
            g_autoptr (GBytes) bytes = NULL;
            g_autofree char *found = NULL;

            if (seed % writers[i].every != 0 && !g_test_slow ())
              continue;

            writers[i].write (programme, audience, written);
            bytes = g_byte_array_free_to_bytes (g_steal_pointer (&written));
            found = spz_canary_find (bytes, audience);
            if (found != NULL)
              g_error ("%s of programme %u for audience %u: %s", writers[i].name, seed, (guint) audience, found);
          }
      close_programme (programme);
    }
}

/* Whether the writer is caught when it is given what is for the office alone */
static gboolean
is_caught (SpzProgramme *programme,
           WriteFunc     write)
{
  g_autoptr (GByteArray) written = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *found = NULL;

  write (programme, SPZ_AUDIENCE_INTERNAL, written);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&written));
  found = spz_canary_find (bytes, SPZ_AUDIENCE_PUBLIC);

  return found != NULL;
}

/* With a filter that lets everything through, each writer is caught */
static void
test_broken_filter (void)
{
  gboolean caught[G_N_ELEMENTS (writers)] = { FALSE };

  for (guint seed = 0; seed < N_BROKEN; seed++)
    {
      SpzProgramme *programme = open_programme (seed);

      for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
        caught[i] = caught[i] || is_caught (programme, writers[i].write);
      close_programme (programme);
    }

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    g_assert_cmpint (caught[i], ==, !writers[i].is_wordless);
}

/* Where a picture's description stands, which nobody sees, and a word in it. In a
 * document the picture's table stands below, and its description names the plan only. */
static const struct
{
  WriteFunc   write;
  const char *pattern;
  const char *word;
} descriptions[] = {
  { write_odt,  "<svg:desc>(.*?)</svg:desc>", "Wort programme.plan_title" },
  { write_docx, "descr=\"(.*?)\"",            "Wort programme.plan_title" },
  { write_svg,  "<desc>(.*?)</desc>",         SPZ_CANARY_INTERNAL },
};

static gboolean
describes (SpzProgramme *programme,
           WriteFunc     write,
           const char   *pattern,
           const char   *word)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_RAW | G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GByteArray) written = g_byte_array_new ();
  g_autoptr (GMatchInfo) match = NULL;

  write (programme, SPZ_AUDIENCE_INTERNAL, written);
  g_regex_match_full (regex, (const char *) written->data, written->len, 0, 0, &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *description = g_match_info_fetch (match, 1);

      if (strstr (description, word) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* That nothing is found in them is worth something only if they are searched */
static void
test_descriptions (void)
{
  gboolean found[G_N_ELEMENTS (descriptions)] = { FALSE };

  for (guint seed = 0; seed < N_BROKEN; seed++)
    {
      SpzProgramme *programme = open_programme (seed);

      for (guint i = 0; i < G_N_ELEMENTS (descriptions); i++)
        found[i] = found[i] || describes (programme, descriptions[i].write, descriptions[i].pattern,
                                          descriptions[i].word);
      close_programme (programme);
    }

  for (guint i = 0; i < G_N_ELEMENTS (descriptions); i++)
    g_assert_true (found[i]);
}

/* A logo's file, and the programme's own, hold what is not to come out of them */
static void
test_traces (void)
{
  SpzProgramme *programme = open_programme (0);
  g_autoptr (GBytes) file = spz_canary_logo_new ();
  g_autofree char *found = spz_canary_find (file, SPZ_AUDIENCE_COMMITTEE);
  g_autofree char *path = g_strdup (spz_programme_get_path (programme));
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_nonnull (found);

  /* Closed, so that it is one file */
  g_assert_finalize_object (programme);
  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  g_assert_nonnull (memmem (contents, length, SPZ_CANARY_DELETED, strlen (SPZ_CANARY_DELETED)));
  g_unlink (path);
}

static gboolean
has_message (GPtrArray  *messages,
             const char *message)
{
  return g_ptr_array_find_with_equal_func (messages, message, g_str_equal, NULL);
}

/* A copy is a programme of its own in which nothing is broken that was not, with
 * nothing to undo */
static void
test_copies (void)
{
  for (guint seed = 0; seed < N_COPIES; seed++)
    {
      SpzProgramme *programme = open_programme (seed);
      g_autoptr (GByteArray) written = g_byte_array_new ();
      SpzProgramme *copy = make_copy (programme, seed % 2 ? SPZ_AUDIENCE_PUBLIC : SPZ_AUDIENCE_COMMITTEE, written);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) before = spz_programme_check (programme, &error);
      g_autoptr (GPtrArray) after = spz_programme_check (copy, &error);
      g_autoptr (GPtrArray) history = spz_programme_get_history (copy, 1, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < after->len; i++)
        if (!has_message (before, g_ptr_array_index (after, i)))
          g_error ("Copy of programme %u: %s", seed, (char *) g_ptr_array_index (after, i));
      g_assert_cmpuint (history->len, ==, 0);
      g_assert_null (spz_programme_get_undo_label (copy));

      g_object_unref (copy);
      close_programme (programme);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *empty = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);

  folder = g_dir_make_tmp ("spz-canary-XXXXXX", &error);
  g_assert_no_error (error);

  g_test_add_func ("/canary/broken-filter", test_broken_filter);
  g_test_add_func ("/canary/copies", test_copies);
  g_test_add_func ("/canary/descriptions", test_descriptions);
  g_test_add_func ("/canary/traces", test_traces);
  g_test_add_func ("/canary/writers", test_writers);

  status = g_test_run ();
  empty = g_build_filename (folder, "empty.db", NULL);
  g_unlink (empty);
  g_rmdir (folder);
  g_free (folder);

  return status;
}
