/* test-ghosts.c: where the ghosts of a compared plan stand
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <cairo.h>

#include "spz-timeline-fixture.h"
#include "spz-timeline-layout-private.h"
#include "spz-timeline-painter.h"
#include "spz-timeline-plan-builder.h"
#include "spz-timeline-report.h"
#include "spz-timeline-sheet.h"

#define N_MEASURES 12

static SpzDate
get_day (GRand *rand,
         int    from,
         int    to)
{
  return spz_date_new (2020, 1, 1) + g_rand_int_range (rand, from, to);
}

static void
add_things (SpzTimelinePlanBuilder *builder,
            GRand                  *rand,
            guint                   measure,
            gint64                 *id,
            guint                   n)
{
  static const char *const titles[] = { "Pilot", "EU-weite Ausschreibung/Beschaffung", "Systematischer übergreifender Rollout" };

  for (guint i = 0; i < n; i++)
    {
      SpzDate start = get_day (rand, 0, 1000), former = get_day (rand, 0, 1000);
      gboolean is_milestone = g_rand_int_range (rand, 0, 4) == 0;
      gboolean dropped = g_rand_int_range (rand, 0, 3) == 0;
      const char *title = titles[g_rand_int_range (rand, 0, G_N_ELEMENTS (titles))];

      (*id)++;
      if (!dropped && !is_milestone)
        spz_timeline_plan_builder_add_bar (builder, &(SpzTimelineBar) {
          .id = *id, .title = title, .short_label = "", .measure = measure, .kind = SPZ_TIMELINE_NONE,
          .start = start, .end = start + g_rand_int_range (rand, 5, 300), .precision = SPZ_PRECISION_DAY,
        });
      if (!dropped && is_milestone)
        spz_timeline_plan_builder_add_milestone (builder, &(SpzTimelineMilestone) {
          .id = *id, .title = title, .when = "01.07.2021", .measure = measure, .date = start,
        });
      spz_timeline_plan_builder_add_ghost (builder, &(SpzTimelineGhost) {
        .id = *id, .title = title, .when = "Q1 bis Q3 2021", .measure = measure, .start = former,
        .end = is_milestone ? former : former + g_rand_int_range (rand, 5, 300),
        .is_milestone = is_milestone, .dropped = dropped,
      });
    }
}

static SpzTimelinePlan *
new_plan (guint32 seed,
          guint   n_things)
{
  g_autoptr (SpzTimelinePlanBuilder) builder = spz_timeline_plan_builder_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  gint64 id = 0;

  spz_timeline_plan_builder_set_texts (builder, "Plan", NULL);
  spz_timeline_plan_builder_set_compared (builder, "Stand Januar 2021");
  spz_timeline_plan_builder_add_group (builder, 1, "Handlungsfeld");
  for (guint i = 0; i < N_MEASURES; i++)
    add_things (builder, rand, spz_timeline_plan_builder_add_measure (builder, i + 1, "Maßnahme", NULL),
                &id, n_things);
  spz_timeline_plan_builder_add_ghost (builder, &(SpzTimelineGhost) {
    .id = id + 1, .title = "Entfallene Maßnahme: Pilot", .when = "Q1 2021", .measure = SPZ_TIMELINE_NONE,
    .start = spz_date_new (2021, 1, 1), .end = spz_date_new (2021, 3, 31), .dropped = TRUE,
  });

  return spz_timeline_plan_builder_end (builder);
}

static gboolean
intersect (const SpzRect *a,
           const SpzRect *b)
{
  const double tolerance = 0.01;

  return a->x + a->width > b->x + tolerance && b->x + b->width > a->x + tolerance &&
         a->y + a->height > b->y + tolerance && b->y + b->height > a->y + tolerance;
}

static void
assert_apart (const SpzTimelineBox *ghost,
              const SpzTimelineBox *other)
{
  g_assert_false (intersect (&ghost->bar, &other->bar));
  g_assert_false (other->text != NULL && intersect (&ghost->bar, &other->label));
  g_assert_false (ghost->text != NULL && intersect (&ghost->label, &other->bar));
  g_assert_false (ghost->text != NULL && other->text != NULL && intersect (&ghost->label, &other->label));
}

/* Ghosts are below everything else, beside each other, in their row and in the
 * plan, at their dates */
static void
check_row (SpzTimelineLayout *layout,
           guint              index)
{
  const SpzTimelineRow *row = spz_timeline_layout_get_row (layout, index);
  const SpzTimelineGhost *ghosts = spz_timeline_plan_get_ghosts (layout->plan, NULL);
  double width = spz_timeline_layout_get_width (layout);
  double height;

  spz_timeline_layout_get_row_extents (layout, index, NULL, &height);
  for (guint i = 0; i < row->ghosts->len; i++)
    {
      const SpzTimelineBox *box = &g_array_index (row->ghosts, SpzTimelineBox, i);
      const SpzTimelineGhost *ghost = &ghosts[box->index];
      double x, span;

      spz_timeline_scale_get_span (&layout->scale, ghost->start, ghost->end, &x, &span);
      if (!ghost->is_milestone)
        {
          g_assert_cmpfloat_with_epsilon (box->bar.x, x, 0.01);
          g_assert_cmpfloat_with_epsilon (box->bar.width, span, 0.01);
        }
      g_assert_cmpfloat (box->bar.y, >=, 0);
      g_assert_cmpfloat (box->bar.y + box->bar.height, <=, height + 0.01);
      if (box->text != NULL)
        {
          g_assert_cmpfloat (box->label.x, >=, -0.01);
          g_assert_cmpfloat (box->label.x + box->label.width, <=, width + 0.01);
          g_assert_false (pango_layout_is_ellipsized (box->text));
        }
      else
        {
          g_assert_true (layout->slim_ghosts && !ghost->dropped);
        }

      for (guint j = 0; j < row->bars->len; j++)
        assert_apart (box, &g_array_index (row->bars, SpzTimelineBox, j));
      for (guint j = 0; j < row->milestones->len; j++)
        assert_apart (box, &g_array_index (row->milestones, SpzTimelineBox, j));
      for (guint j = 0; j < i; j++)
        assert_apart (box, &g_array_index (row->ghosts, SpzTimelineBox, j));
    }
}

static guint
count_ghosts (SpzTimelineLayout *layout)
{
  guint n = 0;

  for (guint i = 0; i < spz_timeline_layout_get_n_rows (layout); i++)
    n += spz_timeline_layout_get_row (layout, i)->ghosts->len;

  return n;
}

static void
test_places (void)
{
  for (guint32 seed = 1; seed <= 8; seed++)
    for (guint variant = 0; variant < 4; variant++)
      {
        g_autoptr (SpzTimelinePlan) plan = new_plan (seed, seed);
        g_autoptr (SpzTimelineLayout) layout =
          spz_timeline_fixture_new_layout (plan, seed % 2 ? SPZ_TIMELINE_STYLE_LIGHT : SPZ_TIMELINE_STYLE_PAPER,
                                           SPZ_TIMELINE_LAYOUT_DEFAULT, 500 + 100 * seed);
        SpzTimelineScale scale = *spz_timeline_layout_get_scale (layout);
        guint n_ghosts;

        scale.rtl = variant & 1;
        spz_timeline_layout_set_scale (layout, &scale);
        spz_timeline_layout_set_slim_ghosts (layout, variant & 2);
        spz_timeline_layout_ensure (layout, 0, G_MAXDOUBLE);
        spz_timeline_layout_set_spacing (layout, seed);
        for (guint row = 0; row < spz_timeline_layout_get_n_rows (layout); row++)
          check_row (layout, row);

        spz_timeline_plan_get_ghosts (plan, &n_ghosts);
        g_assert_cmpuint (count_ghosts (layout), ==, n_ghosts);
      }
}

/* Whether there is anything but background in a rectangle of the row's picture */
static gboolean
is_painted (cairo_surface_t *surface,
            const SpzRect   *rect)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = (int) rect->y; y < (int) (rect->y + rect->height); y++)
    for (int x = (int) rect->x; x < (int) (rect->x + rect->width); x++)
      {
        const guint32 *pixel = (const guint32 *) (const void *) (data + y * stride + x * 4);

        if ((*pixel & 0xffffff) != 0xffffff)
          return TRUE;
      }

  return FALSE;
}

static void
test_painted (void)
{
  g_autoptr (SpzTimelinePlan) plan = new_plan (3, 4);
  g_autoptr (SpzTimelineLayout) layout =
    spz_timeline_fixture_new_layout (plan, SPZ_TIMELINE_STYLE_PAPER, SPZ_TIMELINE_LAYOUT_DEFAULT, 900);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 900, 400);

  spz_timeline_layout_ensure (layout, 0, G_MAXDOUBLE);
  for (guint i = 0; i < spz_timeline_layout_get_n_rows (layout); i++)
    {
      const SpzTimelineRow *row = spz_timeline_layout_get_row (layout, i);
      cairo_t *cr = cairo_create (surface);

      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      spz_timeline_paint_row (cr, layout, i, 0, 900);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      for (guint j = 0; j < row->ghosts->len; j++)
        {
          const SpzTimelineBox *box = &g_array_index (row->ghosts, SpzTimelineBox, j);

          g_assert_true (is_painted (surface, &box->bar));
          g_assert_true (is_painted (surface, &box->label));
        }
    }

  cairo_surface_destroy (surface);
}

/* Where dates don't fit on a page with the plan they are left out, and it is
 * said; on a larger paper they are there. */
static void
test_sheet (void)
{
  g_autoptr (SpzTimelinePlan) plan = new_plan (2, 3);
  g_autoptr (SpzTimelineTheme) theme = spz_timeline_theme_new (SPZ_TIMELINE_STYLE_PAPER);
  gboolean slim_seen = FALSE, full_seen = FALSE;

  for (double height = 300; height <= 1200; height += 50)
    {
      g_autoptr (SpzTimelineSheet) sheet = spz_timeline_sheet_new (plan, theme, 780, height, SPZ_TIMELINE_SHEET_TITLE);
      g_auto (GStrv) report = spz_timeline_sheet_report (sheet);
      g_autofree char *text = g_strjoinv ("\n", report);
      gboolean slim = strstr (text, "Former dates") != NULL;

      g_assert_false (slim && spz_timeline_sheet_get_n_pages (sheet) > 1);
      slim_seen |= slim;
      full_seen |= !slim && spz_timeline_sheet_get_n_pages (sheet) == 1;
      g_assert_false (slim && full_seen);
    }
  g_assert_true (slim_seen && full_seen);
}

/* The part of one action field has its ghosts, too. */
static void
test_group (void)
{
  g_autoptr (SpzTimelinePlan) plan = new_plan (4, 3);
  g_autoptr (SpzTimelinePlan) group = spz_timeline_plan_new_for_group (plan, 0);
  guint n_all, n;

  spz_timeline_plan_get_ghosts (plan, &n_all);
  spz_timeline_plan_get_ghosts (group, &n);
  g_assert_cmpuint (n, ==, n_all - 1);
  g_assert_cmpstr (spz_timeline_plan_get_compared (group), ==, "Stand Januar 2021");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/ghosts/places", test_places);
  g_test_add_func ("/timeline/ghosts/painted", test_painted);
  g_test_add_func ("/timeline/ghosts/sheet", test_sheet);
  g_test_add_func ("/timeline/ghosts/group", test_group);

  return g_test_run ();
}
