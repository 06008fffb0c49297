/* bench-pdf.c: what the export of a paper costs
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Exports the example's briefing and, in turn, has bare Pango and Cairo set the
 * same texts at the same sizes and widths one below the other into a PDF.
 * Prints both and their ratio, which is what counts: the machine cancels out.
 *
 * Then a paper of 60 pages, the most memory all that took, and, where there is
 * one, LibreOffice making a PDF of the same briefing.
 */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

#include "bench-tools.h"
#include "spz-briefings.h"
#include "spz-composer.h"
#include "spz-document-builder.h"
#include "spz-example.h"
#include "spz-odt.h"
#include "spz-pdf.h"
#include "spz-timeline-plan.h"

#define N_ROUNDS 25

/* How often the example's text fills 60 pages */
#define N_COPIES 9
#define WIDTH    595.0
#define HEIGHT   842.0
#define MARGIN   60.0

typedef struct
{
  char   *text;
  double  size;
  double  width;
} Text;

static void
text_clear (gpointer data)
{
  Text *self = data;

  g_free (self->text);
}

static void
add_text (GArray     *texts,
          const char *text,
          double      size,
          double      width)
{
  Text item = { g_strdup (text), size, width };

  if (text != NULL && *text != '\0')
    g_array_append_val (texts, item);
}

static void
add_plan (GArray          *texts,
          SpzTimelinePlan *plan)
{
  guint n_measures, n_bars, n_milestones;
  const SpzTimelineMeasure *measures = spz_timeline_plan_get_measures (plan, &n_measures);
  const SpzTimelineBar *bars = spz_timeline_plan_get_bars (plan, &n_bars);
  const SpzTimelineMilestone *milestones = spz_timeline_plan_get_milestones (plan, &n_milestones);

  for (guint i = 0; i < n_measures; i++)
    add_text (texts, measures[i].title, 7, 100);
  for (guint i = 0; i < n_bars; i++)
    add_text (texts, bars[i].title, 7, 100);
  for (guint i = 0; i < n_milestones; i++)
    add_text (texts, milestones[i].title, 7, 200);
}

static void
add_node (GArray        *texts,
          const SpzNode *node)
{
  gboolean is_cell = node->kind == SPZ_NODE_TASK || node->runs == NULL;
  g_autofree char *text = spz_node_get_text (node);

  add_text (texts, text, is_cell ? 10.5 : 12, is_cell ? 300 : WIDTH - 2 * MARGIN);
  for (guint i = SPZ_CELL_TITLE + 1; i < SPZ_N_CELLS; i++)
    add_text (texts, node->cells[i], 10.5, 150);

  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    add_node (texts, g_ptr_array_index (node->children, i));
  if (node->plan != NULL)
    add_plan (texts, node->plan);
}

static cairo_status_t
discard_cb (gpointer             closure,
            const unsigned char *data,
            unsigned int         length)
{
  *(gsize *) closure += length;

  return CAIRO_STATUS_SUCCESS;
}

static double
get_ms_since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.0;
}

/* In milliseconds */
static double
draw_bare (GArray *texts)
{
  gint64 start = g_get_monotonic_time ();
  gsize size = 0;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (discard_cb, &size, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context;
  double y = MARGIN;

  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  for (guint i = 0; i < texts->len; i++)
    {
      const Text *text = &g_array_index (texts, Text, i);
      PangoLayout *layout = pango_layout_new (context);
      PangoFontDescription *font = pango_font_description_from_string ("Noto Sans");
      int height;

      pango_font_description_set_absolute_size (font, text->size * PANGO_SCALE);
      pango_layout_set_font_description (layout, font);
      pango_font_description_free (font);
      pango_layout_set_width (layout, (int) (text->width * PANGO_SCALE));
      pango_layout_set_text (layout, text->text, -1);
      pango_layout_get_size (layout, NULL, &height);

      if (y + pango_units_to_double (height) > HEIGHT - MARGIN)
        {
          cairo_show_page (cr);
          y = MARGIN;
        }
      cairo_move_to (cr, MARGIN, y);
      pango_cairo_show_layout (cr, layout);
      y += pango_units_to_double (height);
      g_object_unref (layout);
    }

  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  g_assert_cmpuint (size, >, 0);

  return get_ms_since (start);
}

/* In milliseconds */
static double
export (SpzDocument *document)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  SpzPageSetup setup;

  spz_page_setup_init (&setup, SPZ_PAGE_LAYOUT_NOTES);
  bytes = spz_pdf_render (document, &setup, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return get_ms_since (start);
}

static void
add_time (GArray *times,
          double  time)
{
  g_array_append_val (times, time);
}

static SpzDocument *
compose_example (void)
{
  g_autofree char *directory = g_dir_make_tmp ("spz-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "example.db", NULL);
  g_autoptr (GError) error = NULL;
  SpzProgramme *programme = spz_example_create (path, &error);
  SpzDocument *document;

  g_assert_no_error (error);
  document = spz_compose_briefing (programme, spz_programme_get_latest_briefing (programme),
                                   SPZ_AUDIENCE_PUBLIC, SPZ_COMPOSE_DEFAULT);
  g_object_unref (programme);
  g_unlink (path);
  g_rmdir (directory);

  return document;
}

/* More than the text once, to be as long as no briefing is */

static void
copy_roles (SpzDocumentBuilder *builder,
            const SpzNode      *roles)
{
  SpzNode *table = spz_document_builder_add_table (builder, SPZ_NODE_ROLES);

  for (guint i = 0; i < roles->children->len; i++)
    {
      const SpzNode *role = g_ptr_array_index (roles->children, i);
      SpzNode *row = spz_node_add_row (table);

      spz_node_set_cell (row, SPZ_CELL_TITLE, role->cells[SPZ_CELL_TITLE]);
      spz_node_set_cell (row, SPZ_CELL_HOLDER, role->cells[SPZ_CELL_HOLDER]);
      for (guint j = 0; j < role->children->len; j++)
        {
          g_autofree char *text = spz_node_get_text (g_ptr_array_index (role->children, j));

          spz_node_add_task (row, text);
        }
    }
}

static void
copy_node (SpzDocumentBuilder *builder,
           const SpzNode      *node)
{
  g_autofree char *text = spz_node_get_text (node);

  if (node->kind == SPZ_NODE_HEADING)
    spz_document_builder_add_heading (builder, node->level, text);
  else if (node->kind == SPZ_NODE_POINT)
    spz_document_builder_add_point (builder, node->level, node->style, text);
  else if (node->kind == SPZ_NODE_ROLES)
    copy_roles (builder, node);
}

static SpzDocument *
make_long (SpzDocument *document)
{
  SpzDocumentBuilder *builder = spz_document_builder_new (SPZ_AUDIENCE_PUBLIC);

  spz_document_builder_set_title (builder, spz_document_get_title (document), NULL, NULL, NULL);
  for (guint i = 0; i < N_COPIES; i++)
    for (guint j = 0; j < spz_document_get_n_nodes (document); j++)
      copy_node (builder, spz_document_get_node (document, j));

  return spz_document_builder_end (builder);
}

static void
bench_long (SpzDocument *document)
{
  g_autoptr (SpzDocument) paper = make_long (document);
  g_autoptr (SpzPages) pages = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  SpzPageSetup setup;

  spz_page_setup_init (&setup, SPZ_PAGE_LAYOUT_NOTES);
  pages = spz_pages_new (paper, &setup);
  for (guint i = 0; i < N_ROUNDS; i++)
    add_time (times, export (paper));

  g_print ("pdf: %u pages in %.0f ms (aim: up to 500 ms for 60)\n",
           spz_pages_get_n_pages (pages), bench_get_quantile (times, 0.5));
  g_print ("pdf: most memory %.0f MiB (aim: up to 80 MiB)\n", bench_get_peak_mib ());
}

/* The shortest of three counts, of which the first makes the user's folder. */
static gint64
convert (const char *directory,
         const char *path)
{
  g_autofree char *user = g_strdup_printf ("-env:UserInstallation=file://%s/user", directory);
  const char *command[] = { "soffice", user, "--headless", "--convert-to", "pdf", "--outdir", directory, path, NULL };
  gint64 shortest = G_MAXINT64;

  for (guint i = 0; i < 3; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GError) error = NULL;
      int status;

      g_spawn_sync (NULL, (char **) command, NULL,
                    G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                    NULL, NULL, NULL, NULL, &status, &error);
      g_assert_no_error (error);
      g_assert_true (g_spawn_check_wait_status (status, &error));
      shortest = MIN (shortest, g_get_monotonic_time () - start);
    }

  return shortest;
}

static void
remove_folder (const char *directory)
{
  const char *command[] = { "rm", "-rf", directory, NULL };

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

static void
bench_office (SpzDocument *document,
              double       export_ms)
{
  g_autofree char *program = g_find_program_in_path ("soffice");
  g_autofree char *directory = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  double office_ms;

  if (program == NULL)
    {
      g_print ("pdf: there is no LibreOffice to compare with\n");
      return;
    }

  directory = g_dir_make_tmp ("spz-bench-XXXXXX", NULL);
  path = g_build_filename (directory, "briefing.odt", NULL);
  bytes = spz_odt_render (document, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error));
  office_ms = (double) convert (directory, path) / 1000.0;
  remove_folder (directory);

  g_print ("pdf: LibreOffice makes one of the same briefing in %.0f ms, export in %.1f ms, 1/%.0f of it (aim: 1/20)\n",
           office_ms, export_ms, office_ms / export_ms);
}

int
main (void)
{
  g_autoptr (SpzDocument) document = compose_example ();
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (Text));
  g_autoptr (GArray) bare = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) exported = g_array_new (FALSE, FALSE, sizeof (double));
  double bare_ms, export_ms;

  g_array_set_clear_func (texts, text_clear);
  for (guint i = 0; i < spz_document_get_n_nodes (document); i++)
    add_node (texts, spz_document_get_node (document, i));

  /* The first of each finds the fonts for all. */
  draw_bare (texts);
  export (document);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      add_time (bare, draw_bare (texts));
      add_time (exported, export (document));
    }

  bare_ms = bench_get_quantile (bare, 0.5);
  export_ms = bench_get_quantile (exported, 0.5);
  g_print ("pdf: the same text in bare Pango and Cairo %.1f ms, export %.1f ms, ratio %.2f (aim: up to 2.5)\n",
           bare_ms, export_ms, export_ms / bare_ms);
  bench_long (document);
  bench_office (document, export_ms);

  return EXIT_SUCCESS;
}
