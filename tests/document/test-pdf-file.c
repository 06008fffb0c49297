/* test-pdf-file.c: whether a PDF of Cairo's is changed, and nothing else in it
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <cairo-pdf.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

#include "spz-pdf-file-private.h"

static cairo_status_t
write_cb (gpointer             closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* A page with a line of text and a picture, whose bytes may look like anything */
static GBytes *
draw (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, 300, 200);
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 64, 64);
  cairo_t *cr;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  for (int i = 0; i < 64 * cairo_image_surface_get_stride (picture); i++)
    cairo_image_surface_get_data (picture)[i] = (guchar) g_test_rand_int ();
  cairo_surface_mark_dirty (picture);

  cr = cairo_create (surface);
  cairo_set_source_surface (cr, picture, 10, 10);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_move_to (cr, 20, 100);
  cairo_show_text (cr, "endobj endstream startxref");
  cairo_destroy (cr);
  cairo_surface_destroy (picture);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (bytes);
}

static void
assert_value (const SpzPdfText *dictionary,
              const char       *key,
              const char       *expected)
{
  SpzPdfText value = spz_pdf_text_get (dictionary, key);

  g_assert_true (spz_pdf_text_is (&value, expected));
}

/* A value ends where it ends, whatever is in it. */
static void
test_values (void)
{
  const char *text = "<< /A (a \\) ( >> /B 1 ) b) /B [ 1 0 R <</C/D>><41>(]) 7 ] /E 12 /F -3.5 /G 31 0 R/H/I /J true >>\n"
                     "stream\n/K 1";
  const char *items[] = { "1 0 R", "<</C/D>>", "<41>", "(])", "7" };
  SpzPdfText dictionary = { text, strlen (text) };
  SpzPdfText array = spz_pdf_text_get (&dictionary, "/B"), reference = spz_pdf_text_get (&dictionary, "/G");
  SpzPdfText none = spz_pdf_text_get (&dictionary, "/K"), item;
  gsize at = 0;

  assert_value (&dictionary, "/A", "(a \\) ( >> /B 1 ) b)");
  assert_value (&dictionary, "/E", "12");
  assert_value (&dictionary, "/F", "-3.5");
  assert_value (&dictionary, "/H", "/I");
  assert_value (&dictionary, "/J", "true");
  g_assert_cmpuint (spz_pdf_text_get_reference (&reference), ==, 31);
  g_assert_null (none.text);

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_assert_true (spz_pdf_text_next (&array, &at, &item));
      g_assert_true (spz_pdf_text_is (&item, items[i]));
    }
  g_assert_false (spz_pdf_text_next (&array, &at, &item));
}

static void
assert_read (qpdf_data  pdf,
             GBytes    *bytes)
{
  qpdf_silence_errors (pdf);
  qpdf_read_memory (pdf, "test", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  g_assert_cmpint (qpdf_check_pdf (pdf), ==, QPDF_SUCCESS);
  g_assert_false (qpdf_more_warnings (pdf));
}

static void
test_change (void)
{
  g_autoptr (GBytes) drawn = draw ();
  g_autoptr (SpzPdfFile) file = spz_pdf_file_new (drawn);
  g_autoptr (GBytes) changed = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autofree char *title = spz_pdf_quote ("Größe 😀");
  g_autofree char *info = g_strdup_printf ("<< /Title %s >>", title);
  qpdf_data pdf = qpdf_init ();
  SpzPdfText tree, pages, page;
  guint contents;
  gsize at = 0;

  g_assert_nonnull (file);
  tree = spz_pdf_file_get (file, spz_pdf_file_get_root (file), "/Pages");
  pages = spz_pdf_file_get (file, spz_pdf_text_get_reference (&tree), "/Kids");
  g_assert_true (spz_pdf_text_next (&pages, &at, &page));
  spz_pdf_file_set (file, spz_pdf_text_get_reference (&page), "/Tabs", "/R");
  spz_pdf_file_set (file, spz_pdf_text_get_reference (&page), "/Tabs", "/S");
  spz_pdf_file_replace (file, spz_pdf_file_get_info (file), info);

  /* What was packed is unpacked, and the other way round. */
  page = spz_pdf_file_get (file, spz_pdf_text_get_reference (&page), "/Contents");
  contents = spz_pdf_text_get_reference (&page);
  {
    g_autoptr (GBytes) content = spz_pdf_file_unpack (file, contents);
    g_autoptr (GString) long_content = g_string_new_len (g_bytes_get_data (content, NULL), (gssize) g_bytes_get_size (content));
    g_autoptr (GBytes) unpacked = NULL;

    for (guint i = 0; i < 20000; i++)
      g_string_append (long_content, "q Q\n");
    spz_pdf_file_pack (file, contents, long_content->str, long_content->len);
    unpacked = spz_pdf_file_unpack (file, contents);
    g_assert_cmpmem (long_content->str, long_content->len, g_bytes_get_data (unpacked, NULL), g_bytes_get_size (unpacked));
  }

  changed = spz_pdf_file_write (file);
  assert_read (pdf, changed);
  g_assert_cmpstr (qpdf_get_info_key (pdf, "/Title"), !=, NULL);
  g_assert_cmpstr (qpdf_oh_get_utf8_value (pdf, qpdf_oh_get_key (pdf, qpdf_oh_get_key (pdf, qpdf_get_trailer (pdf), "/Info"), "/Title")),
                   ==, "Größe 😀");
  g_assert_cmpstr (qpdf_oh_get_name (pdf, qpdf_oh_get_key (pdf, qpdf_get_page_n (pdf, 0), "/Tabs")), ==, "/S");
  qpdf_cleanup (&pdf);

  /* The same file has the same bytes. */
  again = spz_pdf_file_write (file);
  g_assert_true (g_bytes_equal (changed, again));
}

/* A file that is cut, or has its objects elsewhere, is none that can be changed. */
static void
test_unknown (void)
{
  static const char *const ends[] = {
    "", "startxref", "startxref\n1", "startxref\n18446744073709551615\n", "startxref\n18446744073709551610\n",
    "\nxref\n0 1\n0000000000 65535 f \nstartxref\n1\n", "startxref\nxref\n0 0\ntrailer\n<</Root 7 0 R /Info 8 0 R>>",
    " xref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 7 0 R /Info 8 0 R>>\nstartxref\n1\n",
  };
  g_autoptr (GBytes) drawn = draw ();
  g_autoptr (GBytes) other = NULL;
  gsize length = g_bytes_get_size (drawn);
  qpdf_data pdf = qpdf_init ();

  for (gsize cut = 0; cut + 8 < length; cut += 1 + length / 200)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (drawn, 0, cut);
      g_autoptr (GBytes) rest = g_bytes_new_from_bytes (drawn, cut + 1, length - cut - 1);

      g_assert_null (spz_pdf_file_new (part));
      g_assert_null (spz_pdf_file_new (rest));
    }

  /* Nothing is read beyond the last byte, or before the first. */
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr (GBytes) part = g_bytes_new (ends[i], strlen (ends[i]));

      g_assert_null (spz_pdf_file_new (part));
    }

  assert_read (pdf, drawn);
  qpdf_init_write_memory (pdf);
  qpdf_set_object_stream_mode (pdf, qpdf_o_generate);
  g_assert_cmpint (qpdf_write (pdf), ==, QPDF_SUCCESS);
  other = g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
  qpdf_cleanup (&pdf);
  g_assert_null (spz_pdf_file_new (other));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-file/values", test_values);
  g_test_add_func ("/pdf-file/change", test_change);
  g_test_add_func ("/pdf-file/unknown", test_unknown);

  return g_test_run ();
}
