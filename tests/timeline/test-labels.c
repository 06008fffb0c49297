/* test-labels.c: where labels stand, and what leaves them alone
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "spz-timeline-checks.h"
#include "spz-timeline-fixture.h"
#include "spz-timeline-painter.h"
#include "spz-timeline-picture.h"
#include "spz-timeline-report.h"
#include "spz-timeline-sheet-private.h"

#define LABEL "Einführung im Haus"

/* A phase of some months from the given one of 2021 on */
static SpzTimelineBar
make_bar (gint64             id,
          int                month,
          int                months,
          SpzLabelPlacement  placement)
{
  SpzDate start = spz_date_add_months (spz_date_new (2021, 1, 1), month);

  return (SpzTimelineBar) {
    .id = id, .title = LABEL, .short_label = "Einf.", .kind = 3,
    .start = start, .end = spz_date_add_months (start, months) - 1,
    .precision = SPZ_PRECISION_MONTH, .label_placement = placement,
  };
}

static const SpzTimelineBox *
get_bars (SpzTimelineLayout *layout)
{
  guint n;

  return spz_timeline_layout_get_bars (layout, 1, &n);
}

static SpzTimelinePlacement
place (SpzLabelPlacement  pinned,
       int                months,
       double             width,
       gboolean          *displaced)
{
  SpzTimelineBar bar = make_bar (1, 12, months, pinned);
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_row (&bar, 1, NULL, 0);
  g_autoptr (SpzTimelineLayout) layout = spz_timeline_fixture_new_layout (plan, SPZ_TIMELINE_STYLE_LIGHT, 0, width);

  spz_timeline_check_layout (layout);
  *displaced = get_bars (layout)->displaced;

  return get_bars (layout)->placement;
}

/* With room for all of them, each place is the one that was asked for. */
static void
test_pinned (void)
{
  const SpzTimelinePlacement expected[] = {
    [SPZ_LABEL_AUTOMATIC] = SPZ_TIMELINE_LABEL_INSIDE,
    [SPZ_LABEL_INSIDE] = SPZ_TIMELINE_LABEL_INSIDE,
    [SPZ_LABEL_SHORT] = SPZ_TIMELINE_LABEL_SHORT,
    [SPZ_LABEL_AFTER] = SPZ_TIMELINE_LABEL_AFTER,
    [SPZ_LABEL_BEFORE] = SPZ_TIMELINE_LABEL_BEFORE,
    [SPZ_LABEL_NUMBER] = SPZ_TIMELINE_LABEL_NUMBERED,
  };
  gboolean displaced;

  for (guint pinned = 0; pinned < G_N_ELEMENTS (expected); pinned++)
    {
      g_assert_cmpint (place (pinned, 12, 1500, &displaced), ==, expected[pinned]);
      g_assert_false (displaced);
    }
}

/* Where there is no room for it, the label goes elsewhere, and that is known. */
static void
test_displaced (void)
{
  gboolean displaced;

  g_assert_cmpint (place (SPZ_LABEL_INSIDE, 1, 600, &displaced), ==, SPZ_TIMELINE_LABEL_AFTER);
  g_assert_true (displaced);
  g_assert_cmpint (place (SPZ_LABEL_SHORT, 1, 600, &displaced), ==, SPZ_TIMELINE_LABEL_AFTER);
  g_assert_true (displaced);
  g_assert_cmpint (place (SPZ_LABEL_AFTER, 24, 600, &displaced), ==, SPZ_TIMELINE_LABEL_INSIDE);
  g_assert_true (displaced);
  g_assert_cmpint (place (SPZ_LABEL_AUTOMATIC, 1, 600, &displaced), ==, SPZ_TIMELINE_LABEL_AFTER);
  g_assert_false (displaced);
}

/* What is pinned may choose first, though it comes later in time. */
static void
test_first_choice (void)
{
  const SpzTimelineBar bars[] = {
    make_bar (1, 0, 1, SPZ_LABEL_AUTOMATIC),
    make_bar (2, 12, 24, SPZ_LABEL_BEFORE),
  };
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_row (bars, 2, NULL, 0);
  g_autoptr (SpzTimelineLayout) layout = spz_timeline_fixture_new_layout (plan, SPZ_TIMELINE_STYLE_LIGHT, 0, 600);

  spz_timeline_check_layout (layout);
  g_assert_cmpint (get_bars (layout)[0].placement, ==, SPZ_TIMELINE_LABEL_NUMBERED);
  g_assert_cmpint (get_bars (layout)[1].placement, ==, SPZ_TIMELINE_LABEL_BEFORE);
}

/* Broken lines stay in their box, whichever way context and words run. */
static void
test_right_to_left (void)
{
  const char *titles[] = { "Dynamische Bereitstellung (Pilote & Prio-Projekte)", "בדיקת התשתית של הרשות המקומית (2021)" };
  const PangoDirection directions[] = { PANGO_DIRECTION_LTR, PANGO_DIRECTION_RTL };

  for (guint i = 0; i < 8; i++)
    {
      SpzTimelineBar bar = make_bar (1, 9, 7, SPZ_LABEL_AUTOMATIC);
      g_autoptr (SpzTimelinePlan) plan = NULL;
      PangoContext *context = spz_timeline_fixture_new_context ();
      g_autoptr (SpzTimelineTheme) theme = spz_timeline_theme_new (SPZ_TIMELINE_STYLE_LIGHT);
      g_autoptr (SpzTimelineLayout) layout = NULL;
      SpzTimelineScale scale;

      bar.title = titles[i % 2];
      plan = spz_timeline_fixture_new_row (&bar, 1, NULL, 0);
      pango_context_set_base_dir (context, directions[i / 2 % 2]);
      layout = spz_timeline_layout_new (context, plan, theme, 0);
      g_object_unref (context);
      scale = *spz_timeline_layout_get_scale (layout);
      spz_timeline_scale_fit (&scale, 800);
      scale.rtl = i / 4;
      spz_timeline_layout_set_scale (layout, &scale);
      spz_timeline_check_layout (layout);
      g_assert_cmpint (get_bars (layout)->placement, ==, SPZ_TIMELINE_LABEL_WRAPPED);
    }
}

/* From left to right and mirrored, everything has the same places. */
static void
test_mirrored (void)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_hard ();
  g_autoptr (SpzTimelineLayout) ltr = spz_timeline_fixture_new_layout (plan, SPZ_TIMELINE_STYLE_LIGHT, 0, 1600);
  g_autoptr (SpzTimelineLayout) rtl = spz_timeline_fixture_new_layout (plan, SPZ_TIMELINE_STYLE_LIGHT, 0, 1600);
  SpzTimelineScale scale = *spz_timeline_layout_get_scale (rtl);
  double width = spz_timeline_layout_get_width (ltr);

  scale.rtl = TRUE;
  spz_timeline_layout_set_scale (rtl, &scale);
  for (guint row = 0; row < spz_timeline_layout_get_n_rows (ltr); row++)
    {
      guint n;
      const SpzTimelineBox *a = spz_timeline_layout_get_bars (ltr, row, &n);
      const SpzTimelineBox *b = spz_timeline_layout_get_bars (rtl, row, &n);

      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpint (a[i].placement, ==, b[i].placement);
          g_assert_cmpfloat_with_epsilon (a[i].label.x, width - b[i].label.x - b[i].label.width, 0.01);
          g_assert_cmpfloat_with_epsilon (a[i].label.y, b[i].label.y, 0.01);
          g_assert_cmpfloat_with_epsilon (a[i].sign.x, width - b[i].sign.x - b[i].sign.width, 0.01);
        }
    }
}

/* Painting */

typedef struct
{
  cairo_surface_t *surface;
  guint32          colour;
} Picture;

static void
paint (Picture           *picture,
       SpzTimelineLayout *layout,
       guint              row,
       SpzTimelineColour  colour)
{
  const SpzRgba *rgba = spz_timeline_theme_get_colour (spz_timeline_layout_get_theme (layout), colour);
  double width = spz_timeline_layout_get_width (layout), height;
  cairo_t *cr;

  spz_timeline_layout_ensure (layout, 0, G_MAXDOUBLE);
  spz_timeline_layout_get_row_extents (layout, row, NULL, &height);
  picture->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width), (int) ceil (height));
  cr = cairo_create (picture->surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  spz_timeline_paint_row (cr, layout, row, 0, width);
  cairo_destroy (cr);
  cairo_surface_flush (picture->surface);
  picture->colour = (guint32) lround (rgba->red * 255) << 16 | (guint32) lround (rgba->green * 255) << 8 |
                    (guint32) lround (rgba->blue * 255);
}

static guint
count_in (Picture       *picture,
          const SpzRect *rect)
{
  int right = MIN ((int) (rect->x + rect->width), cairo_image_surface_get_width (picture->surface) - 1);
  int bottom = MIN ((int) (rect->y + rect->height), cairo_image_surface_get_height (picture->surface) - 1);
  guint n = 0;

  for (int y = MAX ((int) ceil (rect->y), 0); y < bottom; y++)
    {
      const guint8 *line = cairo_image_surface_get_data (picture->surface) +
                           y * cairo_image_surface_get_stride (picture->surface);

      for (int x = MAX ((int) rect->x, 0); x < right; x++)
        n += (((const guint32 *) (const void *) line)[x] & 0xffffff) == picture->colour;
    }

  return n;
}

/* The lines of today and of deadlines go over bars, but through no label. */
static void
test_lines (void)
{
  const SpzTimelineColour colours[] = { SPZ_TIMELINE_COLOUR_TODAY, SPZ_TIMELINE_COLOUR_DEADLINE };
  const SpzTimelineMilestone deadline = {
    .id = 1, .title = "Gesetzliche Frist", .when = "31.03.2022", .measure = SPZ_TIMELINE_NONE,
    .date = spz_date_new (2022, 3, 31), .kind = SPZ_MILESTONE_DEADLINE,
  };
  SpzTimelineBar bar = make_bar (1, 11, 12, SPZ_LABEL_AUTOMATIC);
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_row (&bar, 1, NULL, 0);
  g_autoptr (SpzTimelinePlan) late = spz_timeline_fixture_new_row (&bar, 1, &deadline, 1);

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      g_autoptr (SpzTimelineLayout) layout =
        spz_timeline_fixture_new_layout (i == 0 ? plan : late, SPZ_TIMELINE_STYLE_LIGHT, 0, 800);
      guint row = spz_timeline_layout_get_measure_row (layout, 0), n;
      SpzDate date = i == 0 ? spz_timeline_plan_get_reference_date (plan) : deadline.date;
      double x = spz_timeline_scale_to_x (spz_timeline_layout_get_scale (layout), date);
      const SpzTimelineBox *box;
      Picture picture;

      paint (&picture, layout, row, colours[i]);
      box = spz_timeline_layout_get_bars (layout, row, &n);
      g_assert_cmpfloat (x, >, box->label.x);
      g_assert_cmpfloat (x, <, box->label.x + box->label.width);
      g_assert_cmpuint (count_in (&picture, &box->label), ==, 0);
      g_assert_cmpuint (count_in (&picture, &(SpzRect) { x - 2, 0, 6, box->label.y }), >, 3);
      g_assert_cmpuint (count_in (&picture, &(SpzRect) { x - 2, box->label.y + box->label.height, 6, 30 }), >, 2);
      cairo_surface_destroy (picture.surface);
    }
}

static void
test_conflict (void)
{
  SpzTimelineBar bar = make_bar (1, 3, 12, SPZ_LABEL_AUTOMATIC);
  const SpzRect nothing = { 0, };
  g_autoptr (SpzTimelinePlan) calm = spz_timeline_fixture_new_row (&bar, 1, NULL, 0);
  g_autoptr (SpzTimelinePlan) plan = NULL;
  g_autofree char *description = NULL;

  bar.conflict = "„Einführung“ endet nach der Frist.";
  plan = spz_timeline_fixture_new_row (&bar, 1, NULL, 0);
  description = spz_timeline_plan_describe_bar (plan, 0);
  g_assert_nonnull (strstr (description, "„Einführung“ endet nach der Frist."));

  for (double width = 60; width < 4000; width *= 1.4)
    {
      g_autoptr (SpzTimelineLayout) layout = spz_timeline_fixture_new_layout (plan, SPZ_TIMELINE_STYLE_LIGHT, 0, width);
      g_autoptr (SpzTimelineLayout) without = spz_timeline_fixture_new_layout (calm, SPZ_TIMELINE_STYLE_LIGHT, 0, width);
      const SpzTimelineBox *box;
      Picture picture;

      paint (&picture, layout, 1, SPZ_TIMELINE_COLOUR_OVERDUE);
      spz_timeline_check_layout (layout);
      box = get_bars (layout);
      /* A mark, or where the bar is too short for one, at least its outline */
      g_assert_true (box->sign.width > 0 || box->bar.width < 60);
      g_assert_cmpuint (count_in (&picture, &box->bar), >, 8);
      g_assert_cmpfloat (get_bars (without)->sign.width, ==, nothing.width);
      /* The legend tells what it is. */
      g_assert_cmpfloat (spz_timeline_paint_legend (NULL, layout, 150), >,
                         spz_timeline_paint_legend (NULL, without, 150));
      cairo_surface_destroy (picture.surface);
    }
}

/* Milestones close together, at every zoom: their labels are in nobody's way. */
static void
test_milestones (void)
{
  SpzTimelineMilestone milestones[6] = { 0, };
  const int days[] = { 0, 9, 40, 41, 300, 1094 };
  SpzTimelineBar bar = make_bar (1, 3, 12, SPZ_LABEL_AUTOMATIC);
  g_autoptr (SpzTimelinePlan) plan = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (milestones); i++)
    milestones[i] = (SpzTimelineMilestone) {
      .id = i + 1, .title = "Entscheidung im Rat der Stadt", .when = "geplant", .measure = 0,
      .date = spz_date_new (2021, 1, 1) + days[i], .kind = i % 3,
    };
  plan = spz_timeline_fixture_new_row (&bar, 1, milestones, G_N_ELEMENTS (milestones));

  for (double width = 150; width < 20000; width *= 1.3)
    {
      g_autoptr (SpzTimelineLayout) layout = spz_timeline_fixture_new_layout (plan, SPZ_TIMELINE_STYLE_LIGHT, 0, width);
      guint n;
      const SpzTimelineBox *boxes;

      spz_timeline_check_layout (layout);
      boxes = spz_timeline_layout_get_milestones (layout, 1, &n);
      g_assert_cmpuint (n, ==, G_N_ELEMENTS (milestones));
      for (guint i = 0; width > 700 && i < n; i++)
        for (guint j = 0; j < n; j++)
          {
            double leader = boxes[i].bar.x + boxes[i].bar.width / 2;

            /* Lines lead up to labels, and through none. */
            if (boxes[j].lane > 0 && boxes[j].lane < boxes[i].lane)
              g_assert_true (leader < boxes[j].label.x || leader > boxes[j].label.x + boxes[j].label.width);
          }
    }
}

/* Paper */

static SpzTimelineSheet *
new_sheet (SpzTimelinePlan  *plan,
           SpzTimelinePaper  paper)
{
  g_autoptr (SpzTimelineTheme) theme = spz_timeline_theme_new (SPZ_TIMELINE_STYLE_PAPER);
  double width, height;

  spz_timeline_paper_get_size (paper, &width, &height);

  return spz_timeline_sheet_new (plan, theme, width - 56, height - 56, SPZ_TIMELINE_SHEET_TITLE);
}

static guint
count_remarks (SpzTimelineSheet      *sheet,
               SpzTimelineRemarkType  type)
{
  guint n, count = 0;
  const SpzTimelineRemark *remarks = spz_timeline_sheet_get_remarks (sheet, &n);

  for (guint i = 0; i < n; i++)
    count += remarks[i].type == type;

  return count;
}

static gboolean
reports (SpzTimelineSheet *sheet,
         const char       *sentence)
{
  g_auto (GStrv) report = spz_timeline_sheet_report (sheet);

  for (char **line = report; *line != NULL; line++)
    if (g_str_has_prefix (*line, sentence))
      return TRUE;

  g_test_message ("not in: %s", report[0]);
  return FALSE;
}

static void
test_example_on_paper (void)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_example ();
  g_autoptr (SpzTimelineSheet) sheet = new_sheet (plan, SPZ_TIMELINE_PAPER_A4);

  spz_timeline_check_layout (spz_timeline_sheet_get_layout (sheet));
  g_assert_cmpuint (spz_timeline_sheet_get_n_pages (sheet), ==, 1);
  g_assert_cmpuint (count_remarks (sheet, SPZ_TIMELINE_REMARK_NUMBERED), ==, 0);
  g_assert_true (reports (sheet, "57 of 57 labels stand whole on the page."));
}

/* Much for a page: on A3 it is one, on A4 it is split between action fields. */
static void
test_hard_on_paper (void)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_hard ();
  g_autoptr (SpzTimelineSheet) a3 = new_sheet (plan, SPZ_TIMELINE_PAPER_A3);
  g_autoptr (SpzTimelineSheet) a4 = new_sheet (plan, SPZ_TIMELINE_PAPER_A4);
  g_autofree char *numbered = NULL;
  guint n_numbered;

  spz_timeline_check_layout (spz_timeline_sheet_get_layout (a3));
  spz_timeline_check_layout (spz_timeline_sheet_get_layout (a4));
  g_assert_true (reports (a3, "140 of 140 labels stand whole on the page."));
  g_assert_true (reports (a4, "140 of 140 labels stand whole on the page."));

  g_assert_cmpuint (spz_timeline_sheet_get_n_pages (a3), ==, 1);
  n_numbered = count_remarks (a3, SPZ_TIMELINE_REMARK_NUMBERED);
  numbered = g_strdup_printf ("%u stand as numbers in the legend: ", n_numbered);
  g_test_message ("%s%.1f pt", numbered, spz_timeline_sheet_get_font_size (a3));
  g_assert_true (n_numbered < 2 || reports (a3, numbered));
  /* What room there is after all of them have a line goes to those that save most with two */
  g_assert_cmpuint (n_numbered, <=, 40);

  g_assert_cmpuint (spz_timeline_sheet_get_n_pages (a4), >, 1);
  g_assert_false (spz_timeline_sheet_get_cuts_group (a4));
  g_assert_false (spz_timeline_sheet_fits (a4));
  g_assert_true (reports (a4, "The plan takes"));
}

/* What is pinned on paper is told of where it has no room, and doesn't ask for
 * larger paper where it has. */
static void
test_pinned_on_paper (void)
{
  SpzTimelineBar bars[] = {
    make_bar (1, 0, 12, SPZ_LABEL_NUMBER),
    make_bar (2, 12, 12, SPZ_LABEL_SHORT),
    make_bar (3, 24, 12, SPZ_LABEL_BEFORE),
  };
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_row (bars, 2, NULL, 0);
  g_autoptr (SpzTimelinePlan) displaced = spz_timeline_fixture_new_row (bars, 3, NULL, 0);
  g_autoptr (SpzTimelineSheet) sheet = new_sheet (plan, SPZ_TIMELINE_PAPER_A4);
  g_autoptr (SpzTimelineSheet) other = new_sheet (displaced, SPZ_TIMELINE_PAPER_A4);

  g_assert_cmpuint (count_remarks (sheet, SPZ_TIMELINE_REMARK_NUMBERED), ==, 1);
  g_assert_cmpuint (count_remarks (sheet, SPZ_TIMELINE_REMARK_SHORT), ==, 1);
  g_assert_cmpuint (count_remarks (sheet, SPZ_TIMELINE_REMARK_DISPLACED), ==, 0);
  g_assert_true (spz_timeline_sheet_fits (sheet));
  g_assert_true (reports (sheet, "1 stands as its short label"));

  g_assert_cmpuint (count_remarks (other, SPZ_TIMELINE_REMARK_DISPLACED), ==, 1);
  g_assert_false (spz_timeline_sheet_fits (other));
  g_assert_true (reports (other, "1 has no room where it is pinned: “" LABEL "” (Maßnahme)"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/labels/pinned", test_pinned);
  g_test_add_func ("/timeline/labels/displaced", test_displaced);
  g_test_add_func ("/timeline/labels/first-choice", test_first_choice);
  g_test_add_func ("/timeline/labels/right-to-left", test_right_to_left);
  g_test_add_func ("/timeline/labels/mirrored", test_mirrored);
  g_test_add_func ("/timeline/labels/lines", test_lines);
  g_test_add_func ("/timeline/labels/conflict", test_conflict);
  g_test_add_func ("/timeline/labels/milestones", test_milestones);
  g_test_add_func ("/timeline/labels/paper/example", test_example_on_paper);
  g_test_add_func ("/timeline/labels/paper/hard", test_hard_on_paper);
  g_test_add_func ("/timeline/labels/paper/pinned", test_pinned_on_paper);

  return g_test_run ();
}
