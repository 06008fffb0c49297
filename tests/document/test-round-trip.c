/* test-round-trip.c: what is written as Markdown is read again
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "document-fixture.h"
#include "spz-document-builder.h"
#include "spz-import.h"
#include "spz-inline.h"
#include "spz-markdown.h"

static SpzImport *
read_again (SpzDocument *document)
{
  char *markdown = spz_markdown_render (document);
  g_autoptr (GBytes) bytes = g_bytes_new_take (markdown, strlen (markdown));
  g_autoptr (GError) error = NULL;
  SpzImport *import = spz_import_read (bytes, "briefing.md", SPZ_IMPORT_BRIEFING, &error);

  g_assert_no_error (error);

  return import;
}

/* The points of all sections, in order */
static GPtrArray *
collect_points (SpzImport *import)
{
  GPtrArray *points = g_ptr_array_new ();

  for (guint i = 0; i < import->sections->len; i++)
    {
      SpzImportSection *section = g_ptr_array_index (import->sections, i);

      for (guint j = 0; section->points != NULL && j < section->points->len; j++)
        g_ptr_array_add (points, g_ptr_array_index (section->points, j));
    }

  return points;
}

/* The same points with their levels, styles, audiences and emphasis */
static void
check_points (SpzDocument *document,
              SpzImport   *import)
{
  g_autoptr (GPtrArray) points = collect_points (import);
  guint n = 0;

  for (guint i = 0; i < spz_document_get_n_nodes (document); i++)
    {
      const SpzNode *node = spz_document_get_node (document, i);
      g_autofree char *expected = NULL;
      g_autofree char *found = NULL;
      g_autoptr (GPtrArray) runs = NULL;
      SpzImportPoint *point;

      if (node->kind != SPZ_NODE_POINT)
        continue;

      g_assert_cmpuint (n, <, points->len);
      point = g_ptr_array_index (points, n++);
      runs = spz_inline_parse (point->text);
      expected = spz_inline_from_runs (node->runs);
      found = spz_inline_from_runs (runs);
      g_assert_cmpstr (found, ==, expected);
      g_assert_cmpint (point->level, ==, node->level);
      g_assert_cmpint (point->style, ==, node->style);
      g_assert_cmpint (point->audience, ==, node->audience);
    }

  g_assert_cmpuint (n, ==, points->len);
}

static void
test_briefing (void)
{
  g_autoptr (SpzDocument) document = document_fixture_new (1);
  g_autoptr (SpzImport) import = read_again (document);

  check_points (document, import);
  g_assert_cmpstr (import->speaker, ==, "StK Märtens");
  g_assert_cmpstr (import->function, ==, "CDO");
  g_assert_cmpstr (import->body, ==, "Ausschuss für Finanzen und Digitalisierung");
  g_assert_cmpint (import->date, ==, spz_date_new (2021, 2, 8));
  g_assert_cmpuint (import->roles->len, ==, 5);
  g_assert_cmpuint (spz_import_count_tasks (import), ==, 21);
}

static void
test_markers (void)
{
  SpzDocumentBuilder *builder = spz_document_builder_new (SPZ_AUDIENCE_INTERNAL);
  g_autoptr (SpzDocument) document = NULL;
  g_autoptr (SpzImport) import = NULL;
  SpzNode *node;

  spz_document_builder_set_title (builder, "Sprechzettel", NULL, NULL, NULL);
  spz_document_builder_add_heading (builder, 1, "Punkte");
  spz_document_builder_add_point (builder, 1, SPZ_POINT_BULLET, "für alle");
  node = spz_document_builder_add_point (builder, 2, SPZ_POINT_BULLET, "**fett** für wenige");
  spz_node_set_audience (node, SPZ_AUDIENCE_COMMITTEE);
  node = spz_document_builder_add_point (builder, 3, SPZ_POINT_BULLET, "Bürger*innen, 5 \\* 3, a\\_b, \\[x\\]");
  spz_node_set_audience (node, SPZ_AUDIENCE_INTERNAL);
  node = spz_document_builder_add_point (builder, 1, SPZ_POINT_CONCLUSION, "also **613**");
  spz_node_set_audience (node, SPZ_AUDIENCE_INTERNAL);
  document = spz_document_builder_end (builder);

  import = read_again (document);
  check_points (document, import);
}

/* Notes of sources are made, and not read again; other brackets are text */
static void
test_sources (void)
{
  SpzDocumentBuilder *builder = spz_document_builder_new (SPZ_AUDIENCE_PUBLIC);
  g_autoptr (SpzDocument) document = NULL;
  g_autoptr (SpzImport) import = NULL;
  SpzNode *node;

  spz_document_builder_set_title (builder, "Sprechzettel", NULL, NULL, NULL);
  spz_document_builder_add_heading (builder, 1, "Punkte");
  node = spz_document_builder_add_point (builder, 1, SPZ_POINT_BULLET, "Insgesamt **613** Mitarbeitende \\[1\\]");
  spz_document_builder_add_note (builder, node, strlen ("Insgesamt 613"), "Quelle: Abfrage");
  document = spz_document_builder_end (builder);

  import = read_again (document);
  check_points (document, import);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/round-trip/briefing", test_briefing);
  g_test_add_func ("/document/round-trip/markers", test_markers);
  g_test_add_func ("/document/round-trip/sources", test_sources);

  return g_test_run ();
}
