/* test-sheet.c: the plan on paper
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "spz-timeline-fixture.h"
#include "spz-timeline-picture.h"
#include "spz-timeline-report.h"
#include "spz-timeline-sheet.h"

#define MARGIN 28.0

static SpzTimelineSheet *
new_sheet (SpzTimelinePlan *plan)
{
  g_autoptr (SpzTimelineTheme) theme = spz_timeline_theme_new (SPZ_TIMELINE_STYLE_PAPER);
  double width, height;

  spz_timeline_paper_get_size (SPZ_TIMELINE_PAPER_A4, &width, &height);

  return spz_timeline_sheet_new (plan, theme, width - 2 * MARGIN, height - 2 * MARGIN, SPZ_TIMELINE_SHEET_TITLE);
}

static void
write_pdf (SpzTimelineSheet *sheet,
           const char       *path)
{
  cairo_surface_t *surface;
  double width, height;
  cairo_t *cr;

  spz_timeline_paper_get_size (SPZ_TIMELINE_PAPER_A4, &width, &height);
  surface = cairo_pdf_surface_create (path, width, height);
  cr = cairo_create (surface);
  for (guint i = 0; i < spz_timeline_sheet_get_n_pages (sheet); i++)
    {
      cairo_save (cr);
      cairo_translate (cr, MARGIN, MARGIN);
      spz_timeline_sheet_paint (sheet, cr, i);
      cairo_restore (cr);
      cairo_show_page (cr);
    }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, part)) != NULL; p += strlen (part))
    n++;

  return n;
}

/* A name of its own: several runs may go on at once */
static char *
make_pdf_path (void)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  int fd = g_file_open_tmp ("spz-XXXXXX.pdf", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);

  return path;
}

/* Without any white space: where a label is wrapped it has a line end. */
static char *
pack (const char *text)
{
  GString *packed = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (packed, g_utf8_get_char (p));

  return g_string_free (packed, FALSE);
}

static guint
count_packed (const char *packed_text,
              const char *part)
{
  g_autofree char *packed = pack (part);

  return count (packed_text, packed);
}

static gboolean
has_pdftotext (void)
{
  g_autofree char *path = g_find_program_in_path ("pdftotext");

  return path != NULL;
}

static char *
run (const char *program,
     const char *argument,
     const char *path)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, argument, path, "-", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);

  return output;
}

/* All labels of the example are in the PDF as text, whole, as often as they
 * are in the plan. */
static void
test_labels_in_pdf (void)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_example ();
  g_autoptr (SpzTimelineSheet) sheet = new_sheet (plan);
  g_autofree char *path = make_pdf_path ();
  g_autofree char *raw = NULL;
  g_autofree char *text = NULL;
  const SpzTimelineMeasure *measures;
  const SpzTimelineMilestone *milestones;
  const SpzTimelineBar *bars;
  guint n_bars, n_measures, n_milestones;

  g_assert_cmpuint (spz_timeline_sheet_get_n_pages (sheet), ==, 1);
  g_assert_cmpfloat (spz_timeline_sheet_get_font_size (sheet), >=, SPZ_TIMELINE_MIN_FONT_SIZE);
  write_pdf (sheet, path);

  if (!has_pdftotext ())
    {
      g_remove (path);
      g_test_skip ("pdftotext is not installed");
      return;
    }

  raw = run ("pdftotext", "-raw", path);
  text = pack (raw);
  bars = spz_timeline_plan_get_bars (plan, &n_bars);
  measures = spz_timeline_plan_get_measures (plan, &n_measures);
  milestones = spz_timeline_plan_get_milestones (plan, &n_milestones);
  for (guint i = 0; i < n_bars; i++)
    {
      guint expected = 0;

      for (guint j = 0; j < n_bars; j++)
        expected += strstr (bars[j].title, bars[i].title) != NULL;
      if (count_packed (text, bars[i].title) < expected)
        g_error ("“%s” is %u times in the PDF instead of %u", bars[i].title,
                 count_packed (text, bars[i].title), expected);
    }
  for (guint i = 0; i < n_measures; i++)
    g_assert_cmpuint (count_packed (text, measures[i].title), >, 0);
  for (guint i = 0; i < n_milestones; i++)
    {
      g_assert_cmpuint (count_packed (text, milestones[i].title), ==, 1);
      g_assert_cmpuint (count_packed (text, milestones[i].when), ==, 1);
    }
  g_assert_cmpuint (count_packed (text, "* Zielstellung bis Ende 2022"), ==, 1);
  g_remove (path);
}

/* What doesn't fit on one page is split, without losing a row. */
static void
test_pages (void)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_random (4, 120, 500);
  g_autoptr (SpzTimelineSheet) sheet = new_sheet (plan);
  g_autofree char *path = make_pdf_path ();
  g_autofree char *raw = NULL;
  g_autofree char *text = NULL;
  guint n_pages = spz_timeline_sheet_get_n_pages (sheet);

  g_assert_cmpuint (n_pages, >, 1);
  g_assert_cmpfloat (spz_timeline_sheet_get_font_size (sheet), >=, SPZ_TIMELINE_MIN_FONT_SIZE);
  write_pdf (sheet, path);
  if (!has_pdftotext ())
    {
      g_remove (path);
      g_test_skip ("pdftotext is not installed");
      return;
    }

  raw = run ("pdftotext", "-raw", path);
  text = pack (raw);
  g_assert_cmpuint (count (raw, "\f"), ==, n_pages);
  for (guint i = 1; i <= 120; i++)
    {
      g_autofree char *title = g_strdup_printf ("Nummer %u", i);

      g_assert_cmpuint (count_packed (text, title), >, 0);
    }
  g_assert_cmpuint (count_packed (text, "Anmerkung zum Plan"), ==, 1);
  g_remove (path);
}

static void
test_remarks (void)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_example ();
  g_autoptr (SpzTimelineSheet) sheet = new_sheet (plan);
  const SpzTimelineRemark *remarks;
  guint n;

  remarks = spz_timeline_sheet_get_remarks (sheet, &n);
  g_assert_cmpuint (n, <, 8);
  for (guint i = 0; i < n; i++)
    g_assert_true (remarks[i].bar != SPZ_TIMELINE_NONE || remarks[i].milestone != SPZ_TIMELINE_NONE);
}

/* What is told is what is so: every remark's label is named, once. */
static void
test_report (void)
{
  g_autoptr (SpzTimelinePlan) example = spz_timeline_fixture_new_example ();
  g_autoptr (SpzTimelinePlan) large = spz_timeline_fixture_new_random (4, 120, 500);
  g_autoptr (SpzTimelineSheet) sheet = new_sheet (example);
  g_autoptr (SpzTimelineSheet) pages = new_sheet (large);
  g_auto (GStrv) report = spz_timeline_sheet_report (sheet);
  g_auto (GStrv) large_report = spz_timeline_sheet_report (pages);
  g_autofree char *all = g_strjoinv ("\n", report);
  g_autofree char *pages_line = g_strdup_printf ("The plan takes %u pages.",
                                                 spz_timeline_sheet_get_n_pages (pages));
  const SpzTimelineBar *bars = spz_timeline_plan_get_bars (example, NULL);
  const SpzTimelineMeasure *measures = spz_timeline_plan_get_measures (example, NULL);
  const SpzTimelineRemark *remarks;
  gboolean clean = TRUE;
  guint n;

  g_assert_cmpstr (report[0], ==, "57 of 57 labels stand whole on the page.");
  g_assert_true (g_strv_contains ((const char *const *) large_report, pages_line));
  g_assert_false (spz_timeline_sheet_fits (pages));

  remarks = spz_timeline_sheet_get_remarks (sheet, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = NULL;

      clean &= remarks[i].type != SPZ_TIMELINE_REMARK_NUMBERED && remarks[i].type != SPZ_TIMELINE_REMARK_SHORT;
      if (remarks[i].bar == SPZ_TIMELINE_NONE)
        continue;
      name = g_strdup_printf ("“%s” (%s)", bars[remarks[i].bar].title,
                              measures[bars[remarks[i].bar].measure].title);
      g_assert_nonnull (strstr (all, name));
    }
  g_assert_true (spz_timeline_sheet_fits (sheet) == clean);
}

/* Little room: still one page, or more of them, but nothing smaller. */
static void
test_sizes (void)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_example ();
  g_autoptr (SpzTimelineTheme) theme = spz_timeline_theme_new (SPZ_TIMELINE_STYLE_PAPER);
  double former = 0;

  for (double height = 300; height < 1300; height += 100)
    {
      g_autoptr (SpzTimelineSheet) sheet =
        spz_timeline_sheet_new (plan, theme, height * 1.45, height, SPZ_TIMELINE_SHEET_PLAIN);

      g_assert_cmpfloat (spz_timeline_sheet_get_font_size (sheet), >=, SPZ_TIMELINE_MIN_FONT_SIZE);
      if (spz_timeline_sheet_get_n_pages (sheet) == 1)
        {
          g_assert_cmpfloat (spz_timeline_sheet_get_font_size (sheet), >=, former);
          former = spz_timeline_sheet_get_font_size (sheet);
        }
    }
  g_assert_cmpfloat (former, >, 8);
}

static void
test_svg (void)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_example ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = spz_timeline_picture_to_svg (plan, SPZ_TIMELINE_PAPER_A4, &error);
  g_autofree char *text = NULL;
  gsize size;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  size = g_bytes_get_size (svg);
  g_assert_cmpuint (strlen (text), ==, size);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpuint (count (text, "<title>E-Government-Strategie"), ==, 1);
  g_assert_cmpuint (count (text, "<desc>"), ==, 1);
  g_assert_nonnull (strstr (text, "E-Vergabe: Ausschreibung läuft, Q1 2021"));
  g_assert_nonnull (strstr (text, "OZG-Endfrist, 31.12.2022"));
  g_assert_cmpuint (count (text, "<image"), ==, 0);
  g_assert_true (g_str_has_suffix (g_strchomp (text), "</svg>"));
}

static void
test_png (void)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_example ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = spz_timeline_picture_to_png (plan, SPZ_TIMELINE_PAPER_A4, 96, &error);
  const guint8 *data;
  gsize size;

  g_assert_no_error (error);
  data = g_bytes_get_data (png, &size);
  g_assert_cmpuint (size, >, 20000);
  g_assert_cmpint (memcmp (data, "\x89PNG", 4), ==, 0);
  /* Width and height, from the header */
  g_assert_cmpuint (data[18] << 8 | data[19], ==, 1123);
  g_assert_cmpuint (data[22] << 8 | data[23], ==, 794);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/sheet/labels-in-pdf", test_labels_in_pdf);
  g_test_add_func ("/timeline/sheet/pages", test_pages);
  g_test_add_func ("/timeline/sheet/remarks", test_remarks);
  g_test_add_func ("/timeline/sheet/report", test_report);
  g_test_add_func ("/timeline/sheet/sizes", test_sizes);
  g_test_add_func ("/timeline/sheet/svg", test_svg);
  g_test_add_func ("/timeline/sheet/png", test_png);

  return g_test_run ();
}
