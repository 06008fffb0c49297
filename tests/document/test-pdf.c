/* test-pdf.c: a document as PDF
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <qpdf/qpdf-c.h>
#include <string.h>
#include <unistd.h>

#include "document-fixture.h"
#include "spz-document-builder.h"
#include "spz-error.h"
#include "spz-pdf.h"

static GBytes *
render_in (SpzDocument   *document,
           SpzPageLayout  layout)
{
  g_autoptr (GError) error = NULL;
  SpzPageSetup setup;
  GBytes *bytes;

  spz_page_setup_init (&setup, layout);
  bytes = spz_pdf_render (document, &setup, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return bytes;
}

static GBytes *
render (SpzDocument *document)
{
  return render_in (document, SPZ_PAGE_LAYOUT_NOTES);
}

/* What a tool prints about a PDF, as text: zero bytes become spaces. Skips the
 * test where the tool isn't installed. */
static char *
ask (GBytes     *bytes,
     const char *tool,
     const char *option,
     const char *output)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) printed = NULL;
  g_autofree char *program = g_find_program_in_path (tool);
  g_autofree char *path = NULL;
  char *text;
  gsize length;
  int fd;

  if (program == NULL)
    {
      g_test_skip ("the PDF tool is not installed");
      return NULL;
    }

  fd = g_file_open_tmp ("spz-XXXXXX.pdf", &path, &error);
  g_assert_no_error (error);
  close (fd);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, option, path, output, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &printed, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  g_unlink (path);

  length = g_bytes_get_size (printed);
  text = g_strndup ("", length);
  memcpy (text, g_bytes_get_data (printed, NULL), length);
  for (gsize i = 0; i < length; i++)
    if (text[i] == '\0')
      text[i] = ' ';

  return text;
}

/* The file's structure tree with its text. Poppler sets up the colours anew for
 * each element, which takes a minute for 60 pages: it gets the file without. */
static char *
ask_structure (GBytes *bytes)
{
  qpdf_data pdf = qpdf_init ();
  g_autoptr (GBytes) plain = NULL;

  qpdf_read_memory (pdf, "test", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  qpdf_oh_remove_key (pdf, qpdf_get_root (pdf), "/OutputIntents");
  qpdf_init_write_memory (pdf);
  g_assert_cmpint (qpdf_write (pdf), ==, QPDF_SUCCESS);
  plain = g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
  qpdf_cleanup (&pdf);

  return ask (plain, "pdfinfo", "-struct-text", NULL);
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n++;

  return n;
}

/* What pages repeat is on them, but is not read out: their header, and what
 * tells that a table goes on */
static void
check_furniture (SpzDocument *document,
                 GBytes      *bytes,
                 const char  *content)
{
  g_autofree char *pages = ask (bytes, "pdftotext", "-layout", "-");

  g_assert_nonnull (strstr (pages, "Page 2 of "));
  g_assert_cmpuint (count (pages, spz_document_get_occasion (document)), >, 1);
  g_assert_cmpuint (count (content, spz_document_get_occasion (document)), ==, 1);
  g_assert_false (g_regex_match_simple ("Page \\d+ of \\d+", content, 0, 0));
  g_assert_null (strstr (content, "(continued)"));
}

/* Every text of the document is in the file's text, in order */
static void
check_text (SpzDocument *document,
            GBytes      *bytes)
{
  g_autoptr (GPtrArray) texts = document_fixture_get_texts (document);
  g_autofree char *tree = ask_structure (bytes);
  g_autoptr (GString) content = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  g_autofree char *folded = NULL;
  const char *at;

  if (tree == NULL)
    return;

  lines = g_strsplit (tree, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      char *text = g_strstrip (*line);
      gsize length = strlen (text);

      if (length >= 2 && text[0] == '"' && text[length - 1] == '"')
        g_string_append_len (content, text + 1, (gssize) length - 2);
    }

  check_furniture (document, bytes, content->str);

  folded = document_fixture_fold (content->str);
  at = folded;
  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *expected = document_fixture_fold (g_ptr_array_index (texts, i));
      const char *found = strstr (at, expected);

      if (found == NULL)
        g_error ("Not in the PDF, or not in order: %s", (char *) g_ptr_array_index (texts, i));
      at = found + strlen (expected);
    }
}

static void
test_text (void)
{
  g_autoptr (SpzDocument) document = document_fixture_new (1);

  for (guint layout = 0; layout < SPZ_N_PAGE_LAYOUTS; layout++)
    {
      g_autoptr (GBytes) bytes = render_in (document, (SpzPageLayout) layout);

      check_text (document, bytes);
    }
}

static void
test_many_pages (void)
{
  g_autoptr (SpzDocument) document = document_fixture_new (12);
  g_autoptr (GBytes) bytes = render (document);

  check_text (document, bytes);
}

/* The plan's picture is followed by its table, which is heard, but not seen. */
static void
test_plan_table (void)
{
  static const char *const cells[] =
  {
    "Figure", "Table", "\"Measure\"", "\"Phase\"", "\"Period\"",
    "\"Zentrales DMS / E-Akte\"", "\"Vorbereitung\"", "\"Q1 to Q4 2020\"",
    "\"Zentrales DMS / E-Akte\"", "\"Milestone: OZG-Endfrist\"", "\"31.12.2022\"",
  };
  g_autoptr (SpzDocument) document = document_fixture_new (1);

  for (guint layout = 0; layout < SPZ_N_PAGE_LAYOUTS; layout++)
    {
      g_autoptr (GBytes) bytes = render_in (document, (SpzPageLayout) layout);
      g_autofree char *tree = ask_structure (bytes);
      const char *at = tree;

      for (guint i = 0; tree != NULL && i < G_N_ELEMENTS (cells); i++)
        {
          at = strstr (at, cells[i]);
          g_assert_nonnull (at);
          at += strlen (cells[i]);
        }
    }
}

/* Words do not run into each other where lines meet: a reader that goes by the
 * text and not by the geometry finds a space there. */
static void
test_spaces (void)
{
  g_autoptr (SpzDocument) document = document_fixture_new (1);
  g_autoptr (GBytes) bytes = render (document);
  g_autofree char *tree = ask_structure (bytes);

  if (tree == NULL)
    return;

  g_assert_nonnull (strstr (tree, "abstraktes Regelwerk (das war es naturgemäß zu Beginn) zu Eigen gemacht "
                                  "(konkrete Schwerpunkte gesetzt und mit einer handfesten Projektorganisation"));
}

static void
test_metadata (void)
{
  g_autoptr (SpzDocument) document = document_fixture_new (1);
  g_autoptr (GBytes) bytes = render (document);
  g_autofree char *info = ask (bytes, "pdfinfo", "-isodates", NULL);

  if (info == NULL)
    return;

  g_assert_nonnull (strstr (info, "Sprechzettel"));
  g_assert_true (g_regex_match_simple ("^Author: +StK Märtens$", info, G_REGEX_MULTILINE, 0));
  g_assert_true (g_regex_match_simple ("^Subject: +Ausschuss für Finanzen und Digitalisierung am 08.02.2021$",
                                       info, G_REGEX_MULTILINE, 0));
  g_assert_true (g_regex_match_simple ("^Keywords: +OZG, Smart City$", info, G_REGEX_MULTILINE, 0));
  g_assert_true (g_regex_match_simple ("^Tagged: +yes$", info, G_REGEX_MULTILINE, 0));
}

/* The file with its streams uncompressed, as bytes that can be searched */
static char *
unpack (GBytes *bytes)
{
  return ask (bytes, "qpdf", "--qdf", "-");
}

/* Each heading is an entry of the outline; the last page is landscape */
static void
test_outline (void)
{
  g_autoptr (SpzDocument) document = document_fixture_new (1);
  g_autoptr (GBytes) bytes = render (document);
  g_autofree char *plain = unpack (bytes);
  guint n_headings = 0;

  if (plain == NULL)
    return;

  for (guint i = 0; i < spz_document_get_n_nodes (document); i++)
    n_headings += spz_document_get_node (document, i)->kind == SPZ_NODE_HEADING;

  /* The title and the plan's heading too. */
  g_assert_cmpuint (count (plain, "/Title "), >=, n_headings + 2);
  g_assert_nonnull (strstr (plain, "(Smart City)"));
  g_assert_nonnull (strstr (plain, "/Outlines"));
}

/* Where numbers are written with a comma: cairo reads the places of the
 * outline's entries from text */
static void
test_decimal_comma (void)
{
  g_autofree char *former = g_strdup (setlocale (LC_NUMERIC, NULL));

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("There is no German locale");
      return;
    }

  test_outline ();
  setlocale (LC_NUMERIC, former);
}

static void
test_landscape (void)
{
  g_autoptr (SpzDocument) document = document_fixture_new (1);
  g_autoptr (GBytes) bytes = render (document);
  g_autofree char *boxes = unpack (bytes);
  g_autoptr (GRegex) regex = g_regex_new ("/MediaBox \\[\\s*0\\s+0\\s+([\\d.]+)\\s+([\\d.]+)",
                                               G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  double width = 0, height = 0;
  guint n_portrait = 0, n_landscape = 0;

  if (boxes == NULL)
    return;

  g_regex_match (regex, boxes, 0, &match);
  while (g_match_info_matches (match))
    {
      g_autofree char *w = g_match_info_fetch (match, 1);
      g_autofree char *h = g_match_info_fetch (match, 2);

      width = g_ascii_strtod (w, NULL);
      height = g_ascii_strtod (h, NULL);
      n_portrait += height > width;
      n_landscape += width > height;
      g_match_info_next (match, NULL);
    }

  g_assert_cmpuint (n_portrait, >=, 5);
  g_assert_cmpuint (n_landscape, ==, 1);
}

static void
test_empty (void)
{
  g_autoptr (SpzDocument) document = document_fixture_new_empty ();
  g_autoptr (GBytes) bytes = render (document);

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), 5, "%PDF-", 5);
}

static void
test_unknown (void)
{
  SpzDocumentBuilder *builder = spz_document_builder_new (SPZ_AUDIENCE_PUBLIC);
  g_autoptr (SpzDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  SpzPageSetup setup;

  spz_document_builder_add_paragraph (builder, "\363\257\277\275");
  document = spz_document_builder_end (builder);
  spz_page_setup_init (&setup, SPZ_PAGE_LAYOUT_NOTES);
  bytes = spz_pdf_render (document, &setup, NULL, NULL, NULL, &error);
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  g_assert_null (bytes);
}

typedef struct
{
  GMainLoop    *loop;
  GThread      *thread;
  GAsyncResult *result;
  double        fraction;
  guint         n_reports;
} Wait;

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  Wait *wait = user_data;

  g_assert_true (g_thread_self () == wait->thread);
  g_assert_null (wait->result);
  g_assert_cmpfloat (fraction, >, wait->fraction);
  wait->fraction = fraction;
  wait->n_reports++;
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Wait *wait = user_data;

  wait->result = g_object_ref (result);
  g_main_loop_quit (wait->loop);
}

static void
wait_clear (Wait *wait)
{
  g_main_loop_unref (wait->loop);
  g_object_unref (wait->result);
}

static void
test_async (void)
{
  g_autoptr (SpzDocument) document = document_fixture_new (1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  Wait wait = { .loop = g_main_loop_new (NULL, FALSE), .thread = g_thread_self () };
  SpzPageSetup setup;

  spz_page_setup_init (&setup, SPZ_PAGE_LAYOUT_NOTES);
  spz_pdf_render_async (document, &setup, progress_cb, &wait, NULL, done_cb, &wait);
  g_main_loop_run (wait.loop);
  bytes = spz_pdf_render_finish (wait.result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 10000);
  g_assert_cmpuint (wait.n_reports, >=, 1);
  wait_clear (&wait);
}

static void
test_cancel (void)
{
  g_autoptr (SpzDocument) document = document_fixture_new (4);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  Wait wait = { .loop = g_main_loop_new (NULL, FALSE), .thread = g_thread_self () };
  SpzPageSetup setup;

  spz_page_setup_init (&setup, SPZ_PAGE_LAYOUT_NOTES);
  spz_pdf_render_async (document, &setup, NULL, NULL, cancellable, done_cb, &wait);
  g_cancellable_cancel (cancellable);
  g_main_loop_run (wait.loop);
  bytes = spz_pdf_render_finish (wait.result, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (bytes);
  wait_clear (&wait);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/pdf/text", test_text);
  g_test_add_func ("/document/pdf/many-pages", test_many_pages);
  g_test_add_func ("/document/pdf/plan-table", test_plan_table);
  g_test_add_func ("/document/pdf/spaces", test_spaces);
  g_test_add_func ("/document/pdf/metadata", test_metadata);
  g_test_add_func ("/document/pdf/outline", test_outline);
  g_test_add_func ("/document/pdf/decimal-comma", test_decimal_comma);
  g_test_add_func ("/document/pdf/landscape", test_landscape);
  g_test_add_func ("/document/pdf/empty", test_empty);
  g_test_add_func ("/document/pdf/unknown", test_unknown);
  g_test_add_func ("/document/pdf/async", test_async);
  g_test_add_func ("/document/pdf/cancel", test_cancel);

  return g_test_run ();
}
