/* test-text.c: a document as Markdown and as plain text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "document-fixture.h"
#include "spz-document-builder.h"
#include "spz-markdown.h"
#include "spz-plain-text.h"

/* All kinds of nodes, with what each format has to escape */
static SpzDocument *
make_document (void)
{
  SpzDocumentBuilder *builder = spz_document_builder_new (SPZ_AUDIENCE_INTERNAL);
  SpzNode *node, *row;

  spz_document_builder_set_title (builder, "Sprechzettel", "StK Märtens in der Funktion CDO",
                                  "Ausschuss für Finanzen am 08.02.2021", "Stadt Leverkusen");
  spz_document_builder_add_heading (builder, 1, "Umsetzung der E-Government-Strategie");
  spz_document_builder_add_paragraph (builder, "Nachfolgend *Informationen* zu einigen Handlungsfeldern:");
  spz_document_builder_add_point (builder, 1, SPZ_POINT_BULLET,
                                  "Einführung eines **Dokumentenmanagements (DMS)** bei der Stadt Leverkusen, das auf "
                                  "die gesamte Stadtverwaltung ausgerollt wird");
  spz_document_builder_add_point (builder, 2, SPZ_POINT_BULLET, "Bürger*innen & 5 \\* 3 \\_ Zeichen \\[x\\]");
  node = spz_document_builder_add_point (builder, 3, SPZ_POINT_BULLET, "davon 84 alternierende Telearbeiter");
  spz_node_set_audience (node, SPZ_AUDIENCE_INTERNAL);
  node = spz_document_builder_add_point (builder, 2, SPZ_POINT_BULLET, "weitere 299");
  spz_node_set_audience (node, SPZ_AUDIENCE_COMMITTEE);
  spz_document_builder_add_point (builder, 2, SPZ_POINT_CONCLUSION, "auch das");
  spz_document_builder_add_point (builder, 1, SPZ_POINT_BULLET, "# keine Überschrift");
  spz_document_builder_add_point (builder, 1, SPZ_POINT_CONCLUSION, "Insgesamt **613** Mitarbeitende");
  spz_document_builder_add_point (builder, 1, SPZ_POINT_TEXT, "Ein Absatz");
  spz_document_builder_add_point (builder, 1, SPZ_POINT_BULLET, "noch ein Punkt");

  node = spz_document_builder_add_table (builder, SPZ_NODE_ROLES);
  row = spz_node_add_row (node);
  spz_node_set_cell (row, SPZ_CELL_TITLE, "CDO");
  spz_node_set_cell (row, SPZ_CELL_HOLDER, "Markus Märtens");
  spz_node_add_task (row, "Kommunikator | Vermittler");
  spz_node_add_task (row, "erteilt **Aufträge**");
  row = spz_node_add_row (node);
  spz_node_set_cell (row, SPZ_CELL_TITLE, "Programmbüro");
  spz_node_set_cell (row, SPZ_CELL_UNIT, "Dezernat II");

  node = spz_document_builder_add_table (builder, SPZ_NODE_FIGURES);
  row = spz_node_add_row (node);
  spz_node_set_cell (row, SPZ_CELL_TITLE, "Home-Office-fähig");
  spz_node_set_cell (row, SPZ_CELL_VALUE, "613");
  spz_node_set_cell (row, SPZ_CELL_CHANGE, "+130");
  spz_node_set_cell (row, SPZ_CELL_DATE, "01.02.2021");
  spz_node_set_cell (row, SPZ_CELL_ARITHMETIC, "483 + 92 + 38 = 613");
  row = spz_node_add_row (node);
  spz_node_set_cell (row, SPZ_CELL_TITLE, "in Prüfung");
  spz_node_set_cell (row, SPZ_CELL_VALUE, "108");

  node = spz_document_builder_add_table (builder, SPZ_NODE_DATES);
  row = spz_node_add_row (node);
  spz_node_set_cell (row, SPZ_CELL_DATE, "31.12.2022");
  spz_node_set_cell (row, SPZ_CELL_TITLE, "OZG-Endfrist");
  spz_node_set_cell (row, SPZ_CELL_DETAIL, "Onlinezugangsgesetz (OZG)");

  return spz_document_builder_end (builder);
}

/* To write the golden files anew, set SPZ_UPDATE_GOLDEN, and look at the diff. */
static void
check_golden (const char *name,
              const char *text)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "document", "golden", name, NULL);
  g_autofree char *golden = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("SPZ_UPDATE_GOLDEN") != NULL)
    g_file_set_contents (path, text, -1, NULL);

  g_file_get_contents (path, &golden, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, golden);
}

static void
test_markdown (void)
{
  g_autoptr (SpzDocument) document = make_document ();
  g_autofree char *text = spz_markdown_render (document);

  check_golden ("briefing.md", text);
}

static void
test_plain_text (void)
{
  g_autoptr (SpzDocument) document = make_document ();
  g_autofree char *text = spz_plain_text_render (document, 60);

  check_golden ("briefing.txt", text);
}

/* No line is longer than asked for, and no word is lost */
static void
test_columns (void)
{
  g_autoptr (SpzDocument) document = document_fixture_new (1);

  for (guint columns = 40; columns <= 120; columns += 40)
    {
      g_autofree char *text = spz_plain_text_render (document, columns);
      g_autofree char *folded = document_fixture_fold (text);
      g_autoptr (GPtrArray) texts = document_fixture_get_texts (document);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
      const char *at = folded;

      for (char **line = lines; *line != NULL; line++)
        g_assert_cmpint (g_utf8_strlen (*line, -1), <=, columns);

      for (guint i = 0; i < texts->len; i++)
        {
          g_autofree char *expected = document_fixture_fold (g_ptr_array_index (texts, i));

          at = strstr (at, expected);
          g_assert_nonnull (at);
          at += strlen (expected);
        }
    }
}

static void
test_empty (void)
{
  g_autoptr (SpzDocument) document = document_fixture_new_empty ();
  g_autofree char *markdown = spz_markdown_render (document);
  g_autofree char *text = spz_plain_text_render (document, 0);

  g_assert_cmpstr (markdown, ==, "");
  g_assert_cmpstr (text, ==, "");
}

/* Numbers where they are referred to, also in tables, and the notes at the end */
static void
test_notes (void)
{
  SpzDocumentBuilder *builder = spz_document_builder_new (SPZ_AUDIENCE_PUBLIC);
  g_autoptr (SpzDocument) document = NULL;
  g_autofree char *markdown = NULL;
  g_autofree char *text = NULL;
  SpzNode *node, *row;

  node = spz_document_builder_add_point (builder, 1, SPZ_POINT_BULLET, "Insgesamt **613** Mitarbeitende");
  spz_document_builder_add_note (builder, node, strlen ("Insgesamt 613"), "Quelle: Abfrage");
  row = spz_node_add_row (spz_document_builder_add_table (builder, SPZ_NODE_FIGURES));
  spz_node_set_cell (row, SPZ_CELL_TITLE, "Home-Office-fähig");
  spz_node_set_cell (row, SPZ_CELL_VALUE, "613");
  spz_document_builder_add_note (builder, row, 0, "Quelle: Abfrage");
  spz_document_builder_add_note (builder, row, 0, "Quelle: Jahrbuch");
  document = spz_document_builder_end (builder);

  markdown = spz_markdown_render (document);
  g_assert_nonnull (strstr (markdown, "- Insgesamt **613[^1]** Mitarbeitende\n"));
  g_assert_nonnull (strstr (markdown, "| 613[^1][^2] |"));
  g_assert_true (g_str_has_suffix (markdown, "\n\n[^1]: Quelle: Abfrage\n\n[^2]: Quelle: Jahrbuch\n"));
  text = spz_plain_text_render (document, 0);
  g_assert_nonnull (strstr (text, "• Insgesamt 613\u00a0[1] Mitarbeitende\n"));
  g_assert_nonnull (strstr (text, "Home-Office-fähig: 613\u00a0[1]\u00a0[2]"));
  g_assert_true (g_str_has_suffix (text, "\n\n[1] Quelle: Abfrage\n[2] Quelle: Jahrbuch\n"));
  /* What is said has no notes */
  g_assert_cmpuint (spz_document_get_words (document), ==, 5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/text/markdown", test_markdown);
  g_test_add_func ("/document/text/plain-text", test_plain_text);
  g_test_add_func ("/document/text/columns", test_columns);
  g_test_add_func ("/document/text/empty", test_empty);
  g_test_add_func ("/document/text/notes", test_notes);

  return g_test_run ();
}
