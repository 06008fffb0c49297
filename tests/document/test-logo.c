/* test-logo.c: the picture at the head of a paper
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* For memmem() */
#define _GNU_SOURCE

#include "config.h"

#include <string.h>

#include "spz-document-builder.h"
#include "spz-error.h"
#include "spz-logo.h"
#include "spz-pdf-check.h"
#include "spz-pdf.h"
#include "spz-timeline-plan-builder.h"

#define SVG(size) "<svg xmlns=\"http://www.w3.org/2000/svg\" " size ">" \
  "<metadata>" SECRET "</metadata><rect width=\"40\" height=\"20\" fill=\"#b3001b\"/></svg>"
#define SECRET "Aufnahmeort 51.0303 N 6.9844 E"

static GBytes *
read_text (const char  *text,
           GError     **error)
{
  g_autoptr (GBytes) file = g_bytes_new (text, strlen (text));

  return spz_logo_read (file, error);
}

static void
assert_no_secret (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_null (memmem (data, length, SECRET, strlen (SECRET)));
}

static cairo_status_t
write_cb (gpointer             closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* A PNG with transparency and a comment after its header */
static GBytes *
make_png (int width,
          int height)
{
  /* tEXt: length, type, keyword and text; readers may pass over a wrong sum of such a chunk */
  static const guchar comment[] = { 0, 0, 0, 38, 't', 'E', 'X', 't' };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  GByteArray *plain = g_byte_array_new ();
  GByteArray *bytes = g_byte_array_new ();
  const guchar sum[4] = { 0 };

  cairo_surface_write_to_png_stream (surface, write_cb, plain);
  cairo_surface_destroy (surface);
  g_byte_array_append (bytes, plain->data, 33);
  g_byte_array_append (bytes, comment, sizeof comment);
  g_byte_array_append (bytes, (const guchar *) "Comment", 8);
  g_byte_array_append (bytes, (const guchar *) SECRET, 30);
  g_byte_array_append (bytes, sum, sizeof sum);
  g_byte_array_append (bytes, plain->data + 33, plain->len - 33);
  g_byte_array_unref (plain);

  return g_byte_array_free_to_bytes (bytes);
}

static void
assert_size (GBytes *logo,
             int     width,
             int     height)
{
  cairo_surface_t *surface = spz_logo_decode (logo);

  g_assert_nonnull (surface);
  g_assert_cmpint (cairo_image_surface_get_format (surface), ==, CAIRO_FORMAT_RGB24);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, height);
  cairo_surface_destroy (surface);
}

static void
test_svg (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) logo = read_text (SVG ("width=\"40\" height=\"20\""), &error);
  g_autoptr (GBytes) tall = NULL;

  g_assert_no_error (error);
  assert_size (logo, 1600, 800);
  assert_no_secret (logo);

  tall = read_text (SVG ("width=\"10\" height=\"40\""), &error);
  g_assert_no_error (error);
  assert_size (tall, 200, 800);
}

static void
test_png (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) small = make_png (30, 10);
  g_autoptr (GBytes) large = make_png (4000, 100);
  g_autoptr (GBytes) logo = spz_logo_read (small, &error);

  g_assert_no_error (error);
  assert_size (logo, 30, 10);
  assert_no_secret (logo);

  g_clear_pointer (&logo, g_bytes_unref);
  logo = spz_logo_read (large, &error);
  g_assert_no_error (error);
  assert_size (logo, 1600, 40);
}

static void
assert_refused (GBytes *file)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (spz_logo_read (file, &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
}

/* Too large, cut off, something else: told, and nothing else happens */
static void
test_refused (void)
{
  g_autofree guchar *zeros = g_malloc0 (9 * 1024 * 1024);
  g_autoptr (GBytes) huge = g_bytes_new (zeros, 9 * 1024 * 1024);
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) text = g_bytes_new_static ("Stadt Leverkusen", 16);
  g_autoptr (GBytes) png = make_png (300, 300);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (png, 0, g_bytes_get_size (png) - 40);
  g_autofree guchar *bomb_data = g_memdup2 (g_bytes_get_data (png, NULL), g_bytes_get_size (png));
  g_autoptr (GBytes) bomb = NULL;

  /* As many pixels as a number holds */
  memset (bomb_data + 16, 0x7f, 8);
  bomb = g_bytes_new (bomb_data, g_bytes_get_size (png));

  assert_refused (huge);
  assert_refused (empty);
  assert_refused (text);
  assert_refused (cut);
  assert_refused (bomb);
}

/* A paper with letterhead and logo conforms in each layout, also where there
 * is nothing else on it. */
static void
test_paper (void)
{
  g_autoptr (GBytes) logo = read_text (SVG ("width=\"40\" height=\"20\""), NULL);

  for (guint layout = 0; layout < SPZ_N_PAGE_LAYOUTS; layout++)
    {
      SpzDocumentBuilder *builder = spz_document_builder_new (SPZ_AUDIENCE_PUBLIC);
      g_autoptr (SpzDocument) document = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) pdf = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      SpzPageSetup setup;

      spz_document_builder_set_title (builder, "Sprechzettel", NULL, NULL, "Stadt Leverkusen");
      spz_document_builder_set_letterhead (builder, "Stadt Leverkusen\nDezernat II", logo);
      document = spz_document_builder_end (builder);
      spz_page_setup_init (&setup, layout);
      pdf = spz_pdf_render (document, &setup, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      findings = spz_pdf_check (pdf, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (findings->len, ==, 0);
      g_assert_nonnull (memmem (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), "/Subtype /Image", 15));
      assert_no_secret (pdf);
    }
}

/* So does the plan alone. */
static void
test_plan (void)
{
  g_autoptr (GBytes) logo = read_text (SVG ("width=\"40\" height=\"20\""), NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SpzTimelinePlanBuilder) plan_builder = spz_timeline_plan_builder_new ();
      SpzDocumentBuilder *builder = spz_document_builder_new (SPZ_AUDIENCE_PUBLIC);
      g_autoptr (SpzTimelinePlan) plan = NULL;
      g_autoptr (SpzDocument) document = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) pdf = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      gboolean has_picture;
      SpzPageSetup setup;

      spz_timeline_plan_builder_set_texts (plan_builder, "Umsetzungszeitplan", "");
      spz_timeline_plan_builder_set_years (plan_builder, 2020, 2023, 1);
      spz_timeline_plan_builder_add_group (plan_builder, 1, "Portal");
      for (guint j = 1; j <= 40; j++)
        spz_timeline_plan_builder_add_measure (plan_builder, j, "Servicekonto", "");
      plan = spz_timeline_plan_builder_end (g_steal_pointer (&plan_builder));
      spz_document_builder_set_title (builder, "Umsetzungszeitplan", NULL, NULL, "Stadt Leverkusen");
      spz_document_builder_set_letterhead (builder, NULL, i == 0 ? NULL : logo);
      spz_document_builder_add_timeline (builder, plan);
      document = spz_document_builder_end (builder);
      spz_page_setup_init (&setup, SPZ_PAGE_LAYOUT_PLAN);
      pdf = spz_pdf_render (document, &setup, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      findings = spz_pdf_check (pdf, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (findings->len, ==, 0);
      has_picture = memmem (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), "/Subtype /Image", 15) != NULL;
      g_assert_true (has_picture == (i == 1));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/logo/svg", test_svg);
  g_test_add_func ("/logo/png", test_png);
  g_test_add_func ("/logo/refused", test_refused);
  g_test_add_func ("/logo/paper", test_paper);
  g_test_add_func ("/logo/plan", test_plan);

  return g_test_run ();
}
