/* test-pages.c: cutting a document into pages
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "document-fixture.h"
#include "spz-document-builder.h"
#include "spz-pages-private.h"
#include "spz-timeline-picture.h"

static SpzPages *
lay_out (SpzDocument   *document,
         SpzPageLayout  layout)
{
  SpzPageSetup setup;

  spz_page_setup_init (&setup, layout);

  return spz_pages_new (document, &setup);
}

static gboolean
is_content (const SpzPiece *piece)
{
  return piece->tag != NULL;
}

static gboolean
is_text (const SpzPiece *piece)
{
  return piece->kind == SPZ_PIECE_TEXT && is_content (piece);
}

/* All text inside the margins */
static void
check_margins (SpzPages *pages)
{
  for (guint i = 0; i < spz_pages_get_n_pages (pages); i++)
    {
      const SpzPaperPage *page = spz_pages_get_page (pages, i);
      gboolean is_landscape = page->width > page->height;
      double left = is_landscape ? SPZ_SHEET_MARGIN : pages->setup.margin_left;
      double right = page->width - (is_landscape ? SPZ_SHEET_MARGIN : pages->setup.margin_right);
      double top = is_landscape ? SPZ_SHEET_TOP : pages->setup.margin_top;
      double bottom = page->height - (is_landscape ? SPZ_SHEET_BOTTOM : pages->setup.margin_bottom);

      for (guint j = 0; j < page->pieces->len; j++)
        {
          const SpzPiece *piece = &g_array_index (page->pieces, SpzPiece, j);

          if (!is_content (piece))
            continue;

          g_assert_cmpfloat (piece->x, >=, left - 0.01);
          g_assert_cmpfloat (piece->x + piece->width, <=, right + 0.01);
          g_assert_cmpfloat (piece->y, >=, top - 0.01);
          g_assert_cmpfloat (piece->y + piece->height, <=, bottom + 0.01);

          for (guint line = 0; piece->kind == SPZ_PIECE_TEXT && line < piece->n_lines; line++)
            {
              PangoRectangle extents;

              pango_layout_line_get_extents (pango_layout_get_line_readonly (piece->block->layout,
                                                                             (int) (piece->first_line + line)),
                                             NULL, &extents);
              g_assert_cmpfloat (pango_units_to_double (extents.width), <=, piece->width + 0.01);
            }
        }
    }
}

static gboolean
meet (const SpzPiece *one,
      const SpzPiece *other)
{
  return MIN (one->x + one->width, other->x + other->width) - MAX (one->x, other->x) > 0.1 &&
         MIN (one->y + one->height, other->y + other->height) - MAX (one->y, other->y) > 0.1;
}

/* No text over another, and no rule through one */
static void
check_apart (SpzPages *pages)
{
  for (guint i = 0; i < spz_pages_get_n_pages (pages); i++)
    {
      GArray *pieces = spz_pages_get_page (pages, i)->pieces;

      for (guint j = 0; j < pieces->len; j++)
        {
          const SpzPiece *text = &g_array_index (pieces, SpzPiece, j);

          for (guint k = 0; text->kind == SPZ_PIECE_TEXT && k < pieces->len; k++)
            {
              const SpzPiece *other = &g_array_index (pieces, SpzPiece, k);

              if (k != j && (other->kind == SPZ_PIECE_TEXT || other->kind == SPZ_PIECE_RULE))
                g_assert_false (meet (text, other));
            }
        }
    }
}

/* Every line of every text once, in order, and never one line alone */
static void
check_lines (SpzPages *pages)
{
  g_autoptr (GHashTable) next_lines = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key, value;

  for (guint i = 0; i < spz_pages_get_n_pages (pages); i++)
    {
      const SpzPaperPage *page = spz_pages_get_page (pages, i);

      for (guint j = 0; j < page->pieces->len; j++)
        {
          const SpzPiece *piece = &g_array_index (page->pieces, SpzPiece, j);
          guint expected;

          if (!is_text (piece))
            continue;

          expected = GPOINTER_TO_UINT (g_hash_table_lookup (next_lines, piece->block));
          g_assert_cmpuint (piece->first_line, ==, expected);
          g_assert_cmpuint (piece->n_lines, >=, MIN (2, piece->block->n_lines));
          g_hash_table_insert (next_lines, (gpointer) piece->block,
                               GUINT_TO_POINTER (piece->first_line + piece->n_lines));
        }
    }

  g_hash_table_iter_init (&iter, next_lines);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_assert_cmpuint (((SpzFlowBlock *) key)->n_lines, ==, GPOINTER_TO_UINT (value));
}

/* The texts of the pages, in order, are the document's */
static void
check_order (SpzPages *pages)
{
  g_autoptr (GPtrArray) expected = document_fixture_get_texts (spz_pages_get_document (pages));
  guint n = 0;

  for (guint i = 0; i < spz_pages_get_n_pages (pages); i++)
    {
      const SpzPaperPage *page = spz_pages_get_page (pages, i);

      for (guint j = 0; j < page->pieces->len; j++)
        {
          const SpzPiece *piece = &g_array_index (page->pieces, SpzPiece, j);

          if (is_text (piece) && piece->first_line == 0 && piece->node != NULL &&
              piece->node->runs != NULL)
            g_assert_cmpstr (pango_layout_get_text (piece->block->layout), ==,
                             g_ptr_array_index (expected, n++));
        }
    }

  g_assert_cmpuint (n, ==, expected->len);
}

/* No page ends with a heading or with the head of a table */
static void
check_feet (SpzPages *pages)
{
  for (guint i = 0; i + 1 < spz_pages_get_n_pages (pages); i++)
    {
      const SpzPaperPage *page = spz_pages_get_page (pages, i);
      const SpzPiece *last = NULL;

      for (guint j = 0; j < page->pieces->len; j++)
        {
          const SpzPiece *piece = &g_array_index (page->pieces, SpzPiece, j);

          if (piece->kind == SPZ_PIECE_TEXT && piece->block->style != SPZ_TEXT_NOTE && (is_content (piece) || piece->y > pages->setup.margin_top))
            last = piece;
        }

      if (page->width > page->height)
        continue;

      g_assert_nonnull (last);
      g_assert_cmpint (last->block->style, !=, SPZ_TEXT_HEADING_1);
      g_assert_cmpint (last->block->style, !=, SPZ_TEXT_HEADING_2);
      g_assert_cmpint (last->block->style, !=, SPZ_TEXT_TABLE_HEAD);
    }
}

static void
check_all (SpzPages *pages)
{
  check_margins (pages);
  check_apart (pages);
  check_lines (pages);
  check_order (pages);
  check_feet (pages);
  g_assert_cmpstr (spz_pages_get_unknown (pages), ==, "");
}

static void
test_briefing (void)
{
  g_autoptr (SpzDocument) document = document_fixture_new (1);
  g_autoptr (SpzPages) notes = lay_out (document, SPZ_PAGE_LAYOUT_NOTES);
  g_autoptr (SpzPages) handout = lay_out (document, SPZ_PAGE_LAYOUT_HANDOUT);
  double width, height;

  check_all (notes);
  check_all (handout);
  g_assert_cmpuint (spz_pages_get_n_pages (handout), <, spz_pages_get_n_pages (notes));
  g_assert_cmpuint (spz_pages_get_n_pages (notes), <=, 9);

  spz_pages_get_size (notes, 0, &width, &height);
  g_assert_cmpfloat (height, >, width);
  spz_pages_get_size (notes, spz_pages_get_n_pages (notes) - 1, &width, &height);
  g_assert_cmpfloat (width, >, height);
}

/* What is beside the text of notes is no content and does not touch it; its
 * times grow, and there is one at each heading. */
static void
test_aside (void)
{
  g_autoptr (SpzDocument) document = document_fixture_new (1);
  g_autoptr (SpzPages) pages = lay_out (document, SPZ_PAGE_LAYOUT_NOTES);
  double text_right = pages->setup.width - pages->setup.margin_right;
  guint n_headings = 0, n_times = 0, n_rules = 0;
  guint last = 0;

  for (guint i = 0; i < spz_pages_get_n_pages (pages); i++)
    {
      const SpzPaperPage *page = spz_pages_get_page (pages, i);

      for (guint j = 0; j < page->pieces->len && page->width < page->height; j++)
        {
          const SpzPiece *piece = &g_array_index (page->pieces, SpzPiece, j);
          guint minutes, seconds;

          if (is_text (piece) && piece->node != NULL && piece->node->kind == SPZ_NODE_HEADING)
            n_headings++;
          if (piece->x <= text_right)
            continue;

          g_assert_false (is_content (piece));
          g_assert_cmpfloat (piece->x + piece->width, <, page->width);
          if (piece->kind == SPZ_PIECE_RULE)
            n_rules++;
          if (piece->kind != SPZ_PIECE_TEXT ||
              sscanf (pango_layout_get_text (piece->block->layout), "from %u:%u", &minutes, &seconds) != 2)
            continue;

          g_assert_cmpuint (60 * minutes + seconds, >=, last);
          last = 60 * minutes + seconds;
          n_times++;
        }
    }

  g_assert_cmpuint (n_headings, >, 3);
  g_assert_cmpuint (n_times, ==, n_headings);
  g_assert_cmpuint (n_rules, >, 20);
  g_assert_cmpuint (last, >, 60);
}

/* The handout has nothing of that. */
static void
test_no_aside (void)
{
  g_autoptr (SpzDocument) document = document_fixture_new (1);
  g_autoptr (SpzPages) pages = lay_out (document, SPZ_PAGE_LAYOUT_HANDOUT);

  for (guint i = 0; i < spz_pages_get_n_pages (pages); i++)
    {
      const SpzPaperPage *page = spz_pages_get_page (pages, i);

      for (guint j = 0; j < page->pieces->len && page->width < page->height; j++)
        g_assert_cmpfloat (g_array_index (page->pieces, SpzPiece, j).x, <=,
                           pages->setup.width - pages->setup.margin_right);
    }
}

/* The text on A4, its plan on A3 */
static void
test_plan_paper (void)
{
  g_autoptr (SpzDocument) document = document_fixture_new (1);
  g_autoptr (SpzPages) pages = NULL;
  SpzPageSetup setup;
  double width, height;

  spz_page_setup_init (&setup, SPZ_PAGE_LAYOUT_HANDOUT);
  spz_timeline_paper_get_size (SPZ_TIMELINE_PAPER_A3, &setup.sheet_width, &setup.sheet_height);
  pages = spz_pages_new (document, &setup);
  check_all (pages);
  spz_pages_get_size (pages, 0, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595.276, 0.01);
  spz_pages_get_size (pages, spz_pages_get_n_pages (pages) - 1, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 1190.55, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 841.89, 0.01);
}

/* Wherever page breaks fall, the rules hold: a line more at the start moves all
 * that follows */
static void
test_breaks (void)
{
  for (guint lines = 0; lines < 40; lines++)
    {
      g_autoptr (SpzDocument) source = document_fixture_new (1);
      SpzDocumentBuilder *builder = spz_document_builder_new (SPZ_AUDIENCE_PUBLIC);
      g_autoptr (SpzDocument) document = NULL;
      g_autoptr (SpzPages) pages = NULL;

      for (guint i = 0; i < lines; i++)
        spz_document_builder_add_point (builder, 1, SPZ_POINT_BULLET, "Zeile");
      for (guint i = 0; i < spz_document_get_n_nodes (source); i++)
        {
          const SpzNode *node = spz_document_get_node (source, i);
          g_autofree char *text = node->runs != NULL ? spz_inline_from_runs (node->runs) : NULL;

          if (node->kind == SPZ_NODE_HEADING)
            spz_document_builder_add_heading (builder, node->level, text);
          else if (node->kind == SPZ_NODE_POINT)
            spz_document_builder_add_point (builder, node->level, node->style, text);
          else if (node->kind == SPZ_NODE_ROLES)
            {
              SpzNode *table = spz_document_builder_add_table (builder, SPZ_NODE_ROLES);

              for (guint j = 0; j < node->children->len; j++)
                {
                  const SpzNode *role = g_ptr_array_index (node->children, j);
                  SpzNode *row = spz_node_add_row (table);

                  spz_node_set_cell (row, SPZ_CELL_TITLE, role->cells[SPZ_CELL_TITLE]);
                  for (guint k = 0; k < role->children->len; k++)
                    {
                      const SpzNode *task = g_ptr_array_index (role->children, k);
                      g_autofree char *markdown = spz_inline_from_runs (task->runs);

                      spz_node_add_task (row, markdown);
                    }
                }
            }
        }

      document = spz_document_builder_end (builder);
      pages = lay_out (document, SPZ_PAGE_LAYOUT_NOTES);
      check_all (pages);
    }
}

/* Every page that goes on with a table begins with its head */
static void
test_repeated_head (void)
{
  SpzDocumentBuilder *builder = spz_document_builder_new (SPZ_AUDIENCE_PUBLIC);
  g_autoptr (SpzDocument) document = NULL;
  g_autoptr (SpzPages) pages = NULL;
  SpzNode *table = spz_document_builder_add_table (builder, SPZ_NODE_ROLES);

  for (guint i = 0; i < 12; i++)
    {
      SpzNode *role = spz_node_add_row (table);

      spz_node_set_cell (role, SPZ_CELL_TITLE, "Rolle");
      for (guint j = 0; j < 9; j++)
        spz_node_add_task (role, "eine Aufgabe, die etwas länger ist, sodass sie in eine zweite Zeile läuft");
    }

  document = spz_document_builder_end (builder);
  pages = lay_out (document, SPZ_PAGE_LAYOUT_NOTES);
  check_all (pages);
  g_assert_cmpuint (spz_pages_get_n_pages (pages), >, 3);

  for (guint i = 0; i < spz_pages_get_n_pages (pages); i++)
    {
      const SpzPaperPage *page = spz_pages_get_page (pages, i);
      guint n_heads = 0;

      for (guint j = 0; j < page->pieces->len; j++)
        {
          const SpzPiece *piece = &g_array_index (page->pieces, SpzPiece, j);

          if (piece->kind == SPZ_PIECE_TEXT && piece->block->style == SPZ_TEXT_TABLE_HEAD)
            {
              n_heads++;
              /* It is content once; repeated, it is furniture. */
              g_assert_true ((piece->tag != NULL) == (i == 0));
            }
        }
      g_assert_cmpuint (n_heads, ==, 2);
    }
}

/* A point longer than a page, and a word longer than a line */
static void
test_long (void)
{
  SpzDocumentBuilder *builder = spz_document_builder_new (SPZ_AUDIENCE_PUBLIC);
  g_autoptr (SpzDocument) document = NULL;
  g_autoptr (SpzPages) pages = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *word = g_strnfill (300, 'x');
  g_autoptr (GArray) areas = NULL;
  SpzNode *table, *row;

  for (guint i = 0; i < 40 * 12; i++)
    g_string_append (text, "Verwaltung ");

  spz_document_builder_add_heading (builder, 1, "Lang");
  spz_node_set_record (spz_document_builder_add_point (builder, 1, SPZ_POINT_BULLET, text->str), "point", 1);
  spz_document_builder_add_point (builder, 3, SPZ_POINT_BULLET, text->str);
  spz_document_builder_add_point (builder, 2, SPZ_POINT_CONCLUSION, word);
  table = spz_document_builder_add_table (builder, SPZ_NODE_ROLES);
  row = spz_node_add_row (table);
  spz_node_set_cell (row, SPZ_CELL_TITLE, text->str);
  spz_node_add_task (row, text->str);
  table = spz_document_builder_add_table (builder, SPZ_NODE_DATES);
  row = spz_node_add_row (table);
  spz_node_set_cell (row, SPZ_CELL_DATE, word);
  spz_node_set_cell (row, SPZ_CELL_DETAIL, text->str);

  document = spz_document_builder_end (builder);
  pages = lay_out (document, SPZ_PAGE_LAYOUT_NOTES);
  check_margins (pages);
  check_order (pages);
  g_assert_cmpuint (spz_pages_get_n_pages (pages), >, 3);
  g_assert_cmpuint (spz_pages_get_n_pages (pages), <, 28);

  /* A record on two pages and more has an area on each. */
  areas = spz_pages_get_areas (pages, "point", 1);
  g_assert_cmpuint (areas->len, >=, 2);
  g_assert_cmpuint (g_array_index (areas, SpzPageArea, 1).page, ==, 1);
}

static void
test_empty (void)
{
  g_autoptr (SpzDocument) document = document_fixture_new_empty ();
  g_autoptr (SpzPages) pages = lay_out (document, SPZ_PAGE_LAYOUT_NOTES);
  g_autoptr (GArray) areas = NULL;

  g_assert_cmpuint (spz_pages_get_n_pages (pages), ==, 1);
  g_assert_null (spz_pages_find (pages, 0, 300, 300));
  areas = spz_pages_get_areas (pages, "point", 1);
  g_assert_cmpuint (areas->len, ==, 0);
}

static void
test_many_pages (void)
{
  g_autoptr (SpzDocument) document = document_fixture_new (13);
  g_autoptr (SpzPages) pages = lay_out (document, SPZ_PAGE_LAYOUT_NOTES);

  g_assert_cmpuint (spz_pages_get_n_pages (pages), >, 60);
  check_all (pages);
}

/* What is found at a place is what has its area there */
static void
test_find (void)
{
  g_autoptr (SpzDocument) document = document_fixture_new (1);
  g_autoptr (SpzPages) pages = lay_out (document, SPZ_PAGE_LAYOUT_NOTES);

  for (guint i = 0; i < spz_document_get_n_nodes (document); i++)
    {
      const SpzNode *node = spz_document_get_node (document, i);
      g_autoptr (GArray) areas = NULL;

      if (node->table == NULL)
        continue;

      areas = spz_pages_get_areas (pages, node->table, node->id);
      g_assert_cmpuint (areas->len, >=, 1);

      for (guint j = 0; j < areas->len; j++)
        {
          const SpzPageArea *area = &g_array_index (areas, SpzPageArea, j);

          g_assert_true (spz_pages_find (pages, area->page, area->x + area->width / 2,
                                         area->y + area->height / 2) == node);
        }
    }

  g_assert_null (spz_pages_find (pages, 0, 5, 5));
}

/* Threads lay out and draw the same document at the same time */
static gpointer
draw_in_thread (gpointer document)
{
  g_autoptr (SpzPages) pages = lay_out (document, SPZ_PAGE_LAYOUT_NOTES);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 600, 850);
  cairo_t *cr = cairo_create (surface);

  check_all (pages);
  for (guint i = 0; i < spz_pages_get_n_pages (pages); i++)
    spz_pages_draw (pages, i, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (SpzDocument) document = document_fixture_new (1);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("layout", draw_in_thread, document);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* A character no font has is reported, once */
static void
test_unknown (void)
{
  SpzDocumentBuilder *builder = spz_document_builder_new (SPZ_AUDIENCE_PUBLIC);
  g_autoptr (SpzDocument) document = NULL;
  g_autoptr (SpzPages) pages = NULL;

  spz_document_builder_add_point (builder, 1, SPZ_POINT_BULLET, "a \363\257\277\275 b \363\257\277\275");
  document = spz_document_builder_end (builder);
  pages = lay_out (document, SPZ_PAGE_LAYOUT_NOTES);
  g_assert_cmpstr (spz_pages_get_unknown (pages), ==, "\363\257\277\275");
}

/* Notes */

static gboolean
has_note (const SpzPaperPage *page,
          const SpzNote      *note)
{
  for (guint i = 0; i < page->pieces->len; i++)
    {
      const SpzPiece *piece = &g_array_index (page->pieces, SpzPiece, i);

      if (piece->kind == SPZ_PIECE_TEXT && piece->block->style == SPZ_TEXT_NOTE && piece->first_line == 0 &&
          g_str_equal (pango_layout_get_text (piece->block->layout), note->text))
        return TRUE;
    }

  return FALSE;
}

/* Each note is on every page that refers to it, and each reference on a page */
static guint
check_notes (SpzPages *pages)
{
  guint n_references = 0;

  for (guint i = 0; i < spz_pages_get_n_pages (pages); i++)
    {
      const SpzPaperPage *page = spz_pages_get_page (pages, i);

      for (guint j = 0; j < page->pieces->len; j++)
        {
          const SpzPiece *piece = &g_array_index (page->pieces, SpzPiece, j);
          const GArray *references = piece->kind == SPZ_PIECE_TEXT ? piece->block->references : NULL;

          for (guint k = 0; references != NULL && k < references->len; k++)
            {
              const SpzFlowReference *reference = &g_array_index (references, SpzFlowReference, k);

              if (reference->line < piece->first_line || reference->line >= piece->first_line + piece->n_lines)
                continue;
              g_assert_true (has_note (page, reference->note));
              n_references++;
            }
        }
    }

  return n_references;
}

static char *
make_words (gint32 max_words)
{
  g_autoptr (GString) text = g_string_new ("Auskunft");
  int n_words = g_test_rand_int_range (0, max_words);

  for (int i = 0; i < n_words; i++)
    g_string_append (text, " der Fachbereiche");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_notes (void)
{
  for (guint round = 0; round < 60; round++)
    {
      SpzDocumentBuilder *builder = spz_document_builder_new (SPZ_AUDIENCE_PUBLIC);
      g_autoptr (SpzDocument) document = NULL;
      g_autoptr (SpzPages) pages = NULL;
      SpzNode *table;
      guint n_references = 0;

      for (guint i = 0; i < 80; i++)
        {
          g_autofree char *text = make_words (40);
          g_autofree char *note = make_words (25);
          SpzNode *node;

          if (i % 11 == 0)
            spz_document_builder_add_heading (builder, 1, "Smart City");
          node = spz_document_builder_add_point (builder, g_test_rand_int_range (1, 4), SPZ_POINT_BULLET, text);
          if (g_test_rand_bit ())
            continue;
          spz_document_builder_add_note (builder, node, 8, note);
          spz_document_builder_add_note (builder, node, strlen (text), "Zeitplan");
          n_references += 2;
        }
      table = spz_document_builder_add_table (builder, SPZ_NODE_FIGURES);
      for (guint i = 0; i < 12; i++)
        {
          g_autofree char *note = make_words (25);
          SpzNode *row = spz_node_add_row (table);

          spz_node_set_cell (row, SPZ_CELL_TITLE, "Home-Office-fähig");
          spz_node_set_cell (row, SPZ_CELL_VALUE, "613");
          spz_document_builder_add_note (builder, row, 0, note);
          n_references++;
        }

      document = spz_document_builder_end (builder);
      pages = lay_out (document, (SpzPageLayout) (round % 2));
      check_margins (pages);
      check_apart (pages);
      check_lines (pages);
      check_feet (pages);
      g_assert_cmpuint (check_notes (pages), ==, n_references);
    }
}

/* A note longer than a page goes on at the feet of the next ones */
static void
test_long_note (void)
{
  SpzDocumentBuilder *builder = spz_document_builder_new (SPZ_AUDIENCE_PUBLIC);
  g_autoptr (SpzDocument) document = NULL;
  g_autoptr (SpzPages) pages = NULL;
  g_autoptr (GString) text = g_string_new ("Auskunft");
  guint n_lines = 0, all_lines = 0;

  for (guint i = 0; i < 1500; i++)
    g_string_append (text, " der Fachbereiche");
  spz_document_builder_add_note (builder, spz_document_builder_add_paragraph (builder, "Heute 613"), 9, text->str);
  spz_document_builder_add_paragraph (builder, "Und mehr");
  document = spz_document_builder_end (builder);
  pages = lay_out (document, SPZ_PAGE_LAYOUT_HANDOUT);
  check_margins (pages);
  check_apart (pages);
  g_assert_cmpuint (check_notes (pages), ==, 1);

  for (guint i = 0; i < spz_pages_get_n_pages (pages); i++)
    {
      const SpzPaperPage *page = spz_pages_get_page (pages, i);

      for (guint j = 0; j < page->pieces->len; j++)
        {
          const SpzPiece *piece = &g_array_index (page->pieces, SpzPiece, j);

          if (piece->kind != SPZ_PIECE_TEXT || piece->block->style != SPZ_TEXT_NOTE)
            continue;
          g_assert_cmpuint (piece->first_line, ==, n_lines);
          n_lines += piece->n_lines;
          all_lines = piece->block->n_lines;
        }
    }
  g_assert_cmpuint (n_lines, >, 100);
  g_assert_cmpuint (n_lines, ==, all_lines);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/pages/briefing", test_briefing);
  g_test_add_func ("/document/pages/aside", test_aside);
  g_test_add_func ("/document/pages/no-aside", test_no_aside);
  g_test_add_func ("/document/pages/plan-paper", test_plan_paper);
  g_test_add_func ("/document/pages/breaks", test_breaks);
  g_test_add_func ("/document/pages/repeated-head", test_repeated_head);
  g_test_add_func ("/document/pages/long", test_long);
  g_test_add_func ("/document/pages/empty", test_empty);
  g_test_add_func ("/document/pages/many-pages", test_many_pages);
  g_test_add_func ("/document/pages/find", test_find);
  g_test_add_func ("/document/pages/threads", test_threads);
  g_test_add_func ("/document/pages/unknown", test_unknown);
  g_test_add_func ("/document/pages/notes", test_notes);
  g_test_add_func ("/document/pages/long-note", test_long_note);

  return g_test_run ();
}
