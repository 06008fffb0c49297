/* test-timeline-links.c: what has to wait for what, made, pushed and removed
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-dependencies.h"
#include "spz-hand.h"
#include "spz-link-window.h"
#include "spz-page-tools.h"
#include "spz-plan-edit.h"

static SpzRecordList *
get_dependencies (SpzHand *hand)
{
  return spz_programme_get_list (hand->app->programme, SPZ_TYPE_DEPENDENCY);
}

/* The only dependency, in the file */
static void
assert_link (SpzHand  *hand,
             gpointer  predecessor,
             gpointer  successor)
{
  gpointer dependency = spz_record_list_get (get_dependencies (hand), 0);

  g_assert_cmpuint (spz_record_list_get_size (get_dependencies (hand)), ==, 1);
  spz_hand_assert_number (hand, dependency, "predecessor", spz_record_get_id (predecessor));
  spz_hand_assert_number (hand, dependency, "successor", spz_record_get_id (successor));
}

static void
link_phases (SpzHand *hand)
{
  g_autoptr (GError) error = NULL;

  spz_dependency_add (hand->app->programme, hand->first, hand->phase, &error);
  g_assert_no_error (error);
  spz_app_settle ();
}

static void
test_push (SpzAppFixture *app,
           gconstpointer  data)
{
  SpzHand hand;
  guint n_steps;
  int before;

  /* What waits gives way at once, and in the same step */
  spz_hand_init (&hand, app);
  link_phases (&hand);
  n_steps = spz_hand_count_steps (&hand);
  before = spz_hand_get_x (&hand, hand.phase);
  spz_hand_drag (&hand, hand.first, 0.5, 92);
  g_assert_cmpint (spz_hand_get_x (&hand, hand.phase), >, before);
  spz_hand_release ();
  spz_hand_assert_span (&hand, hand.first, "2020-04-01", "2021-03-31");
  spz_hand_assert_span (&hand, hand.phase, "2021-04-01", "2021-09-30");
  g_assert_cmpuint (spz_hand_count_steps (&hand), ==, n_steps + 1);
  spz_hand_undo (&hand);
  spz_hand_assert_span (&hand, hand.phase, "2021-01-01", "2021-06-30");

  /* By its end as well, and by keyboard */
  spz_hand_drag (&hand, hand.first, 0.995, 91);
  spz_hand_release ();
  spz_hand_assert_span (&hand, hand.phase, "2021-04-01", "2021-09-30");
  spz_hand_undo (&hand);
  g_assert_true (spz_timeline_view_select (hand.view, SPZ_RECORD (hand.first)));
  spz_tool_xdo ("mousemove 1 1 key alt+shift+Right sleep 0.05");
  spz_hand_assert_span (&hand, hand.first, "2020-01-01", "2021-01-31");
  spz_hand_assert_span (&hand, hand.phase, "2021-02-01", "2021-07-31");
}

static void
test_gap (SpzAppFixture *app,
          gconstpointer  data)
{
  SpzHand hand;

  /* A gap is used up first */
  spz_hand_init (&hand, app);
  g_assert_true (spz_programme_set (app->programme, hand.first, NULL, "end", spz_date_new (2020, 9, 30), NULL));
  link_phases (&hand);
  spz_hand_drag (&hand, hand.first, 0.5, 91);
  spz_hand_release ();
  spz_hand_assert_span (&hand, hand.first, "2020-04-01", "2020-12-31");
  spz_hand_assert_span (&hand, hand.phase, "2021-01-01", "2021-06-30");
}

static void
test_leave (SpzAppFixture *app,
            gconstpointer  data)
{
  SpzHand hand;
  int before;

  /* With Control it stays, from the moment the key is held */
  spz_hand_init (&hand, app);
  link_phases (&hand);
  before = spz_hand_get_x (&hand, hand.phase);
  spz_hand_drag (&hand, hand.first, 0.5, 92);
  g_assert_cmpint (spz_hand_get_x (&hand, hand.phase), >, before);
  spz_tool_xdo ("keydown ctrl sleep 0.03");
  g_assert_cmpint (spz_hand_get_x (&hand, hand.phase), ==, before);
  spz_hand_release ();
  spz_tool_xdo ("keyup ctrl");
  spz_hand_assert_span (&hand, hand.first, "2020-04-01", "2021-03-31");
  spz_hand_assert_span (&hand, hand.phase, "2021-01-01", "2021-06-30");
}

/* From the connector that a bar shows when it is pointed at, to another bar */
static void
draw_link (SpzHand  *hand,
           gpointer  from,
           gpointer  to)
{
  GdkRectangle rect;
  int x, y, to_x, to_y;

  spz_hand_point (hand, from, 0.5);
  g_assert_true (spz_timeline_view_get_record_rect (hand->view, from, &rect));
  x = rect.x + rect.width - 15;
  y = rect.y + rect.height - 1;
  spz_hand_to_screen (hand, &x, &y);
  spz_hand_get_place (hand, to, 0.5, 0.5, &to_x, &to_y);
  spz_hand_drag_between (x, y, to_x, to_y);
  spz_hand_release ();
}

static void
test_draw (SpzAppFixture *app,
           gconstpointer  data)
{
  SpzHand hand;
  guint n_steps;

  spz_hand_init (&hand, app);
  n_steps = spz_hand_count_steps (&hand);
  draw_link (&hand, hand.first, hand.phase);
  assert_link (&hand, hand.first, hand.phase);
  g_assert_cmpuint (spz_hand_count_steps (&hand), ==, n_steps + 1);
  spz_hand_assert_span (&hand, hand.first, "2020-01-01", "2020-12-31");

  /* Not the other way round as well, nor into the void, nor after Escape */
  draw_link (&hand, hand.phase, hand.first);
  assert_link (&hand, hand.first, hand.phase);
  g_assert_cmpuint (spz_hand_count_steps (&hand), ==, n_steps + 1);
}

static void
test_keyboard (SpzAppFixture *app,
               gconstpointer  data)
{
  const SpzPlanSpan span = { spz_date_new (2022, 1, 1), spz_date_new (2022, 3, 31), SPZ_PRECISION_QUARTER };
  g_autoptr (GError) error = NULL;
  gint64 measure;
  SpzHand hand;
  SpzPhase *other;
  guint n_steps;

  /* The menu lets a follower be searched for: the other row's, which its
   * measure's title finds */
  spz_hand_init (&hand, app);
  measure = spz_programme_add (app->programme, SPZ_TYPE_MEASURE, &error,
                               "action-field", hand.measure->action_field, "title", "Scanstelle", NULL);
  g_assert_no_error (error);
  other = spz_programme_lookup (app->programme, SPZ_TYPE_PHASE,
                                spz_plan_add_phase (app->programme, measure, &span, &error));
  g_assert_no_error (error);
  n_steps = spz_hand_count_steps (&hand);
  g_assert_true (spz_timeline_view_select (hand.view, SPZ_RECORD (hand.phase)));
  spz_tool_xdo ("mousemove 1 1 key Menu sleep 0.1 key f sleep 0.2");
  spz_tool_xdo ("type --delay 10 scanst");
  spz_tool_xdo ("sleep 0.1 key Return sleep 0.2");
  assert_link (&hand, hand.phase, other);
  g_assert_cmpuint (spz_hand_count_steps (&hand), ==, n_steps + 1);

  /* The menu's last item removes it */
  g_assert_true (SPZ_IS_TIMELINE_VIEW (gtk_widget_get_parent (gtk_window_get_focus (GTK_WINDOW (app->window)))));
  spz_tool_xdo ("key shift+F10 sleep 0.1 key Up sleep 0.03 key Return sleep 0.1");
  g_assert_cmpuint (spz_record_list_get_size (get_dependencies (&hand)), ==, 0);
  g_assert_cmpuint (spz_hand_count_steps (&hand), ==, n_steps + 2);

  /* A predecessor, by the arrow keys; then nothing, as Escape closes the window */
  spz_tool_xdo ("key Menu sleep 0.1 key r sleep 0.2 key Down sleep 0.03 key Return sleep 0.2");
  assert_link (&hand, hand.first, hand.phase);
  spz_tool_xdo ("key Menu sleep 0.1 key f sleep 0.2 key Escape sleep 0.1");
  assert_link (&hand, hand.first, hand.phase);
}

int
main (int   argc,
      char *argv[])
{
  spz_app_test_init (&argc, &argv);

  spz_app_test ("/timeline/links/push", test_push);
  spz_app_test ("/timeline/links/gap", test_gap);
  spz_app_test ("/timeline/links/leave", test_leave);
  spz_app_test ("/timeline/links/draw", test_draw);
  spz_app_test ("/timeline/links/keyboard", test_keyboard);

  return g_test_run ();
}
