/* bench-pdf.c: what the export of a paper costs
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Exports the example's briefing and, in turn, has bare Pango and Cairo set the
 * same texts at the same sizes and widths one below the other into a PDF.
 * Prints both and their ratio, which is what counts: the machine cancels out.
 */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

#include "spz-briefings.h"
#include "spz-composer.h"
#include "spz-example.h"
#include "spz-pdf.h"
#include "spz-timeline-plan.h"

#define N_ROUNDS 25
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

static gint64
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

  return g_get_monotonic_time () - start;
}

static gint64
export (SpzDocument *document)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  SpzPageSetup setup;

  spz_page_setup_init (&setup, SPZ_PAGE_LAYOUT_NOTES);
  bytes = spz_pdf_render (document, &setup, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return g_get_monotonic_time () - start;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static double
get_median (gint64 *times)
{
  qsort (times, N_ROUNDS, sizeof *times, compare_times);

  return times[N_ROUNDS / 2] / 1000.0;
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

int
main (void)
{
  g_autoptr (SpzDocument) document = compose_example ();
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (Text));
  gint64 bare[N_ROUNDS], exported[N_ROUNDS];
  double bare_ms, export_ms;

  g_array_set_clear_func (texts, text_clear);
  for (guint i = 0; i < spz_document_get_n_nodes (document); i++)
    add_node (texts, spz_document_get_node (document, i));

  /* The first of each finds the fonts for all. */
  draw_bare (texts);
  export (document);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      bare[i] = draw_bare (texts);
      exported[i] = export (document);
    }

  bare_ms = get_median (bare);
  export_ms = get_median (exported);
  g_print ("pdf: the same text in bare Pango and Cairo %.1f ms, export %.1f ms, ratio %.2f (aim: up to 2.5)\n",
           bare_ms, export_ms, export_ms / bare_ms);

  return EXIT_SUCCESS;
}
