/* test-layout.c: where everything of a plan stands
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "spz-timeline-checks.h"
#include "spz-timeline-fixture.h"
#include "spz-timeline-heights-private.h"

static void
test_example (gconstpointer data)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_example ();
  SpzTimelineStyle style = GPOINTER_TO_INT (data);
  SpzTimelineLayoutFlags flags = style == SPZ_TIMELINE_STYLE_PAPER ? SPZ_TIMELINE_LAYOUT_WHOLE_LABELS : 0;

  for (double width = 500; width < 4000; width *= 1.5)
    {
      g_autoptr (SpzTimelineLayout) layout = spz_timeline_fixture_new_layout (plan, style, flags, width);
      SpzTimelineScale scale = *spz_timeline_layout_get_scale (layout);

      spz_timeline_check_layout (layout);
      scale.rtl = TRUE;
      spz_timeline_layout_set_scale (layout, &scale);
      spz_timeline_check_layout (layout);
    }
}

static void
test_random (void)
{
  for (guint32 seed = 1; seed <= 12; seed++)
    {
      g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_random (seed, 10 + seed, 20 * seed);
      g_autoptr (SpzTimelineLayout) layout =
        spz_timeline_fixture_new_layout (plan, seed % 2 ? SPZ_TIMELINE_STYLE_LIGHT : SPZ_TIMELINE_STYLE_PAPER,
                                         seed % 3 ? 0 : SPZ_TIMELINE_LAYOUT_WHOLE_LABELS, 300 + 150 * seed);

      spz_timeline_check_layout (layout);
    }
}

/* Short labels, and none on paper, where they would be lost */
static void
test_placements (void)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_random (5, 20, 150);
  guint counts[2][SPZ_TIMELINE_LABEL_NUMBERED + 1] = { 0, };

  for (guint whole = 0; whole < 2; whole++)
    {
      g_autoptr (SpzTimelineLayout) layout =
        spz_timeline_fixture_new_layout (plan, SPZ_TIMELINE_STYLE_LIGHT,
                                         whole ? SPZ_TIMELINE_LAYOUT_WHOLE_LABELS : 0, 900);

      for (guint row = 0; row < spz_timeline_layout_get_n_rows (layout); row++)
        {
          guint n;
          const SpzTimelineBox *boxes = spz_timeline_layout_get_bars (layout, row, &n);

          for (guint i = 0; i < n; i++)
            counts[whole][boxes[i].placement]++;
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (counts[0]); i++)
    g_test_message ("placement %u: %u, whole %u", i, counts[0][i], counts[1][i]);
  g_assert_cmpuint (counts[0][SPZ_TIMELINE_LABEL_SHORT], >, 0);
  g_assert_cmpuint (counts[1][SPZ_TIMELINE_LABEL_SHORT], ==, 0);
  g_assert_cmpuint (counts[1][SPZ_TIMELINE_LABEL_AFTER], >, 0);
  g_assert_cmpuint (counts[1][SPZ_TIMELINE_LABEL_BEFORE], >, 0);
}

static void
check_hits (SpzTimelineLayout *layout)
{
  for (guint row = 0; row < spz_timeline_layout_get_n_rows (layout); row++)
    {
      gboolean rtl = spz_timeline_layout_get_scale (layout)->rtl;
      double top;
      guint n;
      const SpzTimelineBox *boxes = spz_timeline_layout_get_bars (layout, row, &n);

      spz_timeline_layout_get_row_extents (layout, row, &top, NULL);
      for (guint i = 0; i < n; i++)
        {
          const SpzRect *bar = &boxes[i].bar;
          double middle = top + bar->y + bar->height / 2;
          SpzTimelineHit hit;
          SpzRect rect;

          spz_timeline_layout_hit_test (layout, bar->x + bar->width / 2, middle, 0, 1400, &hit);
          g_assert_cmpint (hit.type, ==, SPZ_TIMELINE_HIT_BAR);
          g_assert_cmpuint (hit.index, ==, boxes[i].index);
          g_assert_cmpuint (hit.row, ==, row);
          g_assert_cmpint (hit.date, >=, boxes[i].start);
          g_assert_cmpint (hit.date, <=, boxes[i].end);

          spz_timeline_layout_hit_test (layout, bar->x + 0.5, middle, 0, 1400, &hit);
          g_assert_cmpint (hit.type, ==, rtl ? SPZ_TIMELINE_HIT_BAR_END : SPZ_TIMELINE_HIT_BAR_START);
          spz_timeline_layout_hit_test (layout, bar->x + bar->width - 0.5, middle, 0, 1400, &hit);
          g_assert_cmpint (hit.type, ==, rtl ? SPZ_TIMELINE_HIT_BAR_START : SPZ_TIMELINE_HIT_BAR_END);

          g_assert_true (spz_timeline_layout_get_bar_rect (layout, boxes[i].index, &rect));
          g_assert_cmpfloat (rect.x, ==, bar->x);
          g_assert_cmpfloat_with_epsilon (rect.y, top + bar->y, 1e-6);
        }

      boxes = spz_timeline_layout_get_milestones (layout, row, &n);
      for (guint i = 0; i < n; i++)
        {
          SpzTimelineHit hit;

          spz_timeline_layout_hit_test (layout, boxes[i].bar.x + boxes[i].bar.width / 2,
                                        top + boxes[i].bar.y + boxes[i].bar.height / 2, 0, 1400, &hit);
          g_assert_cmpint (hit.type, ==, SPZ_TIMELINE_HIT_MILESTONE);
          g_assert_cmpuint (hit.index, ==, boxes[i].index);
        }
    }
}

static void
test_hits (void)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_example ();
  g_autoptr (SpzTimelineLayout) layout = spz_timeline_fixture_new_layout (plan, SPZ_TIMELINE_STYLE_LIGHT, 0, 1400);
  SpzTimelineScale scale = *spz_timeline_layout_get_scale (layout);
  SpzTimelineHit hit;
  SpzRect rect;

  spz_timeline_layout_ensure (layout, 0, G_MAXDOUBLE);
  check_hits (layout);

  /* A band, an empty part of a row, nothing */
  spz_timeline_layout_hit_test (layout, 10, 2, 0, 1400, &hit);
  g_assert_cmpint (hit.type, ==, SPZ_TIMELINE_HIT_GROUP);
  spz_timeline_layout_get_bar_rect (layout, 1, &rect);
  spz_timeline_layout_hit_test (layout, rect.x - 60, rect.y + 3, 0, 1400, &hit);
  g_assert_cmpint (hit.type, ==, SPZ_TIMELINE_HIT_MEASURE);
  g_assert_cmpuint (hit.index, ==, 1);
  spz_timeline_layout_hit_test (layout, 10, spz_timeline_layout_get_height (layout) + 1, 0, 1400, &hit);
  g_assert_cmpint (hit.type, ==, SPZ_TIMELINE_HIT_NOTHING);
  g_assert_cmpuint (hit.row, ==, SPZ_TIMELINE_NONE);

  scale.rtl = TRUE;
  spz_timeline_layout_set_scale (layout, &scale);
  spz_timeline_layout_ensure (layout, 0, G_MAXDOUBLE);
  check_hits (layout);
}

/* A short bar's ends reach beyond it. */
static void
test_short_bar (void)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_example ();
  g_autoptr (SpzTimelineLayout) layout = spz_timeline_fixture_new_layout (plan, SPZ_TIMELINE_STYLE_LIGHT, 0, 200);
  guint bar = spz_timeline_plan_get_measures (plan, NULL)[8].first_bar;
  SpzTimelineHit hit;
  SpzRect rect;

  spz_timeline_layout_ensure (layout, 0, G_MAXDOUBLE);
  g_assert_true (spz_timeline_layout_get_bar_rect (layout, bar, &rect));
  g_assert_cmpfloat (rect.width, <, 16);
  spz_timeline_layout_hit_test (layout, rect.x - 3, rect.y + rect.height / 2, 0, 1400, &hit);
  g_assert_cmpint (hit.type, ==, SPZ_TIMELINE_HIT_BAR_START);
  g_assert_cmpuint (hit.index, ==, bar);
}

/* While a bar is dragged only the rows concerned change. */
static void
test_moves (void)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_example ();
  g_autoptr (SpzTimelineLayout) layout = spz_timeline_fixture_new_layout (plan, SPZ_TIMELINE_STYLE_LIGHT, 0, 1400);
  const SpzTimelineBar *bars = spz_timeline_plan_get_bars (plan, NULL);
  guint n_rows = spz_timeline_layout_get_n_rows (layout);
  guint bar = spz_timeline_plan_get_measures (plan, NULL)[5].first_bar;
  SpzTimelineMove move = { bar, 6, bars[bar].start + 31, bars[bar].end + 31 };
  g_autofree guint *serials = g_new (guint, n_rows);
  SpzRect before, moved, after;
  guint changed = 0;

  spz_timeline_layout_ensure (layout, 0, G_MAXDOUBLE);
  for (guint i = 0; i < n_rows; i++)
    serials[i] = spz_timeline_layout_get_row_serial (layout, i);

  spz_timeline_layout_get_bar_rect (layout, bar, &before);
  spz_timeline_layout_set_moves (layout, &move, 1);
  spz_timeline_layout_ensure (layout, 0, G_MAXDOUBLE);
  for (guint i = 0; i < n_rows; i++)
    changed += spz_timeline_layout_get_row_serial (layout, i) != serials[i];
  g_assert_cmpuint (changed, ==, 2);

  g_assert_true (spz_timeline_layout_get_bar_rect (layout, bar, &moved));
  g_assert_cmpfloat (moved.y, >, before.y);
  g_assert_cmpfloat_with_epsilon (moved.x - before.x, 31 * spz_timeline_layout_get_scale (layout)->per_day, 1e-6);
  spz_timeline_check_layout (layout);

  spz_timeline_layout_set_moves (layout, NULL, 0);
  spz_timeline_layout_ensure (layout, 0, G_MAXDOUBLE);
  spz_timeline_layout_get_bar_rect (layout, bar, &after);
  g_assert_cmpfloat (after.x, ==, before.x);
  g_assert_cmpfloat_with_epsilon (after.y, before.y, 1e-6);
}

static void
test_collapsed (void)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_example ();
  g_autoptr (SpzTimelinePlan) again = spz_timeline_fixture_new_example ();
  g_autoptr (SpzTimelineLayout) layout = spz_timeline_fixture_new_layout (plan, SPZ_TIMELINE_STYLE_LIGHT, 0, 1400);
  double full, folded, height;
  SpzRect rect;

  spz_timeline_layout_ensure (layout, 0, G_MAXDOUBLE);
  full = spz_timeline_layout_get_height (layout);
  spz_timeline_layout_set_collapsed (layout, 1, TRUE);
  spz_timeline_layout_ensure (layout, 0, G_MAXDOUBLE);
  folded = spz_timeline_layout_get_height (layout);
  g_assert_cmpfloat (folded, <, full);
  g_assert_false (spz_timeline_layout_get_bar_rect (layout, spz_timeline_plan_get_measures (plan, NULL)[5].first_bar, &rect));
  spz_timeline_layout_get_row_extents (layout, spz_timeline_layout_get_measure_row (layout, 5), NULL, &height);
  g_assert_cmpfloat (height, ==, 0);
  g_assert_cmpuint (spz_timeline_layout_get_group_row (layout, 1), ==, 6);

  /* An edit doesn't unfold it. */
  spz_timeline_layout_set_plan (layout, again);
  spz_timeline_layout_ensure (layout, 0, G_MAXDOUBLE);
  g_assert_true (spz_timeline_layout_get_collapsed (layout, 1));
  g_assert_cmpfloat_with_epsilon (spz_timeline_layout_get_height (layout), folded, 1e-6);

  spz_timeline_layout_set_collapsed (layout, 1, FALSE);
  spz_timeline_layout_ensure (layout, 0, G_MAXDOUBLE);
  g_assert_cmpfloat_with_epsilon (spz_timeline_layout_get_height (layout), full, 1e-6);
}

/* Scrolling through a long plan, and back */
static void
test_long (void)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_random (9, 600, 3000);
  g_autoptr (SpzTimelineLayout) layout = spz_timeline_fixture_new_layout (plan, SPZ_TIMELINE_STYLE_LIGHT, 0, 2000);
  double y = 0;

  for (; y < spz_timeline_layout_get_height (layout); y += 700)
    spz_timeline_layout_ensure (layout, y, 900);
  for (; y > 0; y -= 1100)
    {
      guint row;

      /* All is laid out once: nothing moves any more, though it was let go. */
      g_assert_false (spz_timeline_layout_ensure (layout, y, 900));
      row = spz_timeline_layout_get_row_at (layout, y);
      if (row != SPZ_TIMELINE_NONE)
        {
          double top, height;

          spz_timeline_layout_get_row_extents (layout, row, &top, &height);
          g_assert_cmpfloat (top, <=, y);
          g_assert_cmpfloat (top + height, >, y);
        }
    }
}

static void
test_heights (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (guint n = 0; n < 40; n++)
    {
      double *given = g_new0 (double, n + 1);
      SpzTimelineHeights heights;
      double top = 0;

      for (guint i = 0; i < n; i++)
        given[i] = g_rand_int_range (rand, 0, 3) * 10;
      spz_timeline_heights_init (&heights, given, n);
      for (guint i = 0; i < n; i += 3)
        spz_timeline_heights_set (&heights, i, g_rand_int_range (rand, 0, 3) * 10);

      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpfloat (spz_timeline_heights_get_top (&heights, i), ==, top);
          if (heights.heights[i] > 0)
            {
              g_assert_cmpuint (spz_timeline_heights_find (&heights, top), ==, i);
              g_assert_cmpuint (spz_timeline_heights_find (&heights, top + heights.heights[i] - 1), ==, i);
            }
          top += heights.heights[i];
        }
      g_assert_cmpuint (spz_timeline_heights_find (&heights, top), ==, n);
      spz_timeline_heights_clear (&heights);
    }
}

/* Where the example's bars stand, in days from the first of January 2020; the
 * lanes and the order of the rows. Fonts don't count in it. */
static void
test_golden (void)
{
  g_autoptr (SpzTimelinePlan) plan = spz_timeline_fixture_new_example ();
  g_autoptr (SpzTimelineLayout) layout = spz_timeline_fixture_new_layout (plan, SPZ_TIMELINE_STYLE_PAPER, 0, 1461);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "timeline", "example-layout.txt", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *golden = NULL;
  g_autoptr (GError) error = NULL;

  for (guint row = 0; row < spz_timeline_layout_get_n_rows (layout); row++)
    {
      guint index, n;
      const SpzTimelineBox *boxes;

      if (spz_timeline_layout_get_row_type (layout, row, &index) == SPZ_TIMELINE_ROW_GROUP)
        {
          g_string_append_printf (text, "%s\n", spz_timeline_plan_get_groups (plan, NULL)[index].title);
          continue;
        }

      g_string_append_printf (text, "  %s\n", spz_timeline_plan_get_measures (plan, NULL)[index].title);
      boxes = spz_timeline_layout_get_milestones (layout, row, &n);
      for (guint i = 0; i < n; i++)
        g_string_append_printf (text, "    ◆ %.1f %s\n", boxes[i].bar.x + boxes[i].bar.width / 2,
                                spz_timeline_plan_get_milestones (plan, NULL)[boxes[i].index].title);
      boxes = spz_timeline_layout_get_bars (layout, row, &n);
      for (guint i = 0; i < n; i++)
        g_string_append_printf (text, "    %u: %.1f + %.1f %s\n", boxes[i].lane, boxes[i].bar.x, boxes[i].bar.width,
                                spz_timeline_plan_get_bars (plan, NULL)[boxes[i].index].title);
    }

  if (g_getenv ("SPZ_UPDATE_GOLDEN") != NULL)
    g_file_set_contents (path, text->str, -1, NULL);
  g_file_get_contents (path, &golden, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text->str, ==, golden);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/timeline/layout/example/screen", GINT_TO_POINTER (SPZ_TIMELINE_STYLE_LIGHT), test_example);
  g_test_add_data_func ("/timeline/layout/example/paper", GINT_TO_POINTER (SPZ_TIMELINE_STYLE_PAPER), test_example);
  g_test_add_func ("/timeline/layout/random", test_random);
  g_test_add_func ("/timeline/layout/placements", test_placements);
  g_test_add_func ("/timeline/layout/hits", test_hits);
  g_test_add_func ("/timeline/layout/short-bar", test_short_bar);
  g_test_add_func ("/timeline/layout/moves", test_moves);
  g_test_add_func ("/timeline/layout/collapsed", test_collapsed);
  g_test_add_func ("/timeline/layout/long", test_long);
  g_test_add_func ("/timeline/layout/heights", test_heights);
  g_test_add_func ("/timeline/layout/golden", test_golden);

  return g_test_run ();
}
