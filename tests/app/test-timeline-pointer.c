/* test-timeline-pointer.c: selecting, scrolling, zooming and letting be
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-hand.h"
#include "spz-page-tools.h"
#include "spz-plan-edit.h"
#include "spz-timeline-view-private.h"
#include "spz-window-private.h"

static guint
count_selected (SpzHand *hand)
{
  g_autoptr (GPtrArray) selection = spz_timeline_view_dup_selection (hand->view);

  return selection->len;
}

static gboolean
is_selected (SpzHand  *hand,
             gpointer  record)
{
  g_autoptr (GPtrArray) selection = spz_timeline_view_dup_selection (hand->view);

  return g_ptr_array_find (selection, record, NULL);
}

static void
test_click (SpzAppFixture *app,
            gconstpointer  data)
{
  SpzHand hand;
  guint n_steps;

  /* A hand that trembles has only clicked */
  spz_hand_init (&hand, app);
  n_steps = spz_hand_count_steps (&hand);
  spz_hand_point (&hand, hand.phase, 0.5);
  spz_tool_xdo ("mousedown 1 mousemove_relative 2 1 sleep 0.03 mouseup 1 sleep 0.03");
  g_assert_true (spz_timeline_view_get_selected (hand.view) == SPZ_RECORD (hand.phase));
  g_assert_cmpuint (spz_hand_count_steps (&hand), ==, n_steps);

  /* With Shift or Control more is selected, and less again */
  spz_hand_point (&hand, hand.first, 0.5);
  spz_tool_xdo ("keydown shift click 1 keyup shift sleep 0.03");
  g_assert_cmpuint (count_selected (&hand), ==, 2);
  spz_tool_xdo ("keydown ctrl click 1 keyup ctrl sleep 0.03");
  g_assert_cmpuint (count_selected (&hand), ==, 1);
  g_assert_true (is_selected (&hand, hand.phase));
  spz_hand_assert_span (&hand, hand.phase, "2021-01-01", "2021-06-30");
}

/* Begins below the rows, and ends on the first bar */
static void
draw_band (SpzHand *hand)
{
  int x, y, to_x, to_y;

  spz_hand_get_place (hand, hand->phase, 1, 1, &x, &y);
  spz_hand_get_place (hand, hand->first, 0.5, 0.5, &to_x, &to_y);
  spz_hand_drag_between (x + 20, y + 120, to_x, to_y);
}

static void
test_band (SpzAppFixture *app,
           gconstpointer  data)
{
  SpzHand hand;
  guint n_steps;

  spz_hand_init (&hand, app);
  n_steps = spz_hand_count_steps (&hand);
  draw_band (&hand);
  spz_hand_release ();
  g_assert_true (is_selected (&hand, hand.first));
  g_assert_true (is_selected (&hand, hand.phase));
  g_assert_cmpuint (spz_hand_count_steps (&hand), ==, n_steps);

  /* All of it is moved in one step */
  spz_hand_drag (&hand, hand.phase, 0.5, 92);
  spz_hand_release ();
  spz_hand_assert_span (&hand, hand.phase, "2021-04-01", "2021-09-30");
  spz_hand_assert_span (&hand, hand.first, "2020-04-01", "2021-03-31");
  g_assert_cmpuint (spz_hand_count_steps (&hand), ==, n_steps + 1);
}

static void
test_escape (SpzAppFixture *app,
             gconstpointer  data)
{
  SpzHand hand;
  guint n_steps;
  int before;

  spz_hand_init (&hand, app);
  n_steps = spz_hand_count_steps (&hand);
  before = spz_hand_get_x (&hand, hand.phase);

  spz_hand_drag (&hand, hand.phase, 0.5, 180);
  g_assert_cmpint (spz_hand_get_x (&hand, hand.phase), >, before);
  spz_tool_xdo ("key Escape sleep 0.03");
  g_assert_cmpint (spz_hand_get_x (&hand, hand.phase), ==, before);
  spz_tool_xdo ("mousemove_relative 30 0 sleep 0.03");
  g_assert_cmpint (spz_hand_get_x (&hand, hand.phase), ==, before);
  spz_hand_release ();

  /* Nor does what would have been drawn */
  spz_hand_drag (&hand, hand.phase, 1.2, 100);
  spz_tool_xdo ("key Escape sleep 0.03");
  spz_hand_release ();

  /* A band gives back what was selected before */
  g_assert_true (spz_timeline_view_select (hand.view, SPZ_RECORD (hand.measure)));
  draw_band (&hand);
  g_assert_cmpuint (count_selected (&hand), >=, 2);
  spz_tool_xdo ("key Escape sleep 0.03");
  spz_hand_release ();

  g_assert_cmpuint (spz_hand_count_steps (&hand), ==, n_steps);
  spz_hand_assert_span (&hand, hand.phase, "2021-01-01", "2021-06-30");
}

static void
test_lost_grab (SpzAppFixture *app,
                gconstpointer  data)
{
  GtkWindow *dialogue;
  SpzHand hand;
  guint n_steps;
  int before;

  /* The page is left, as by a shortcut, while something is in hand */
  spz_hand_init (&hand, app);
  n_steps = spz_hand_count_steps (&hand);
  before = spz_hand_get_x (&hand, hand.phase);
  spz_hand_drag (&hand, hand.phase, 0.5, 180);
  g_assert_cmpint (spz_hand_get_x (&hand, hand.phase), >, before);
  spz_tool_show (app, "meetings");
  spz_hand_release ();
  spz_tool_show (app, "timeline");
  g_assert_cmpint (spz_hand_get_x (&hand, hand.phase), ==, before);

  /* A dialogue opens, as it may any time */
  spz_hand_drag (&hand, hand.phase, 0.5, 180);
  g_assert_cmpint (spz_hand_get_x (&hand, hand.phase), >, before);
  dialogue = g_object_new (GTK_TYPE_WINDOW, "transient-for", app->window, "modal", TRUE, NULL);
  gtk_window_present (dialogue);
  spz_app_settle ();
  g_assert_cmpint (spz_hand_get_x (&hand, hand.phase), ==, before);
  spz_hand_release ();
  gtk_window_destroy (dialogue);
  spz_app_settle ();

  /* The plan changes under the hand: from the command line, say */
  spz_hand_drag (&hand, hand.phase, 0.5, 180);
  g_assert_true (spz_programme_set (app->programme, hand.first, NULL, "progress", (gint64) 90, NULL));
  spz_tool_xdo ("mousemove_relative 30 0 sleep 0.03");
  g_assert_cmpint (spz_hand_get_x (&hand, hand.phase), ==, before);
  spz_hand_release ();

  g_assert_cmpuint (spz_hand_count_steps (&hand), ==, n_steps + 1);
  spz_hand_assert_span (&hand, hand.phase, "2021-01-01", "2021-06-30");
}

static void
test_scroll_sideways (SpzAppFixture *app,
                      gconstpointer  data)
{
  GtkAdjustment *adjustment;
  GdkRectangle rect;
  SpzHand hand;
  int x, y;
  double before;

  /* Held at the edge, a bar goes on, and faster the further beyond it is */
  spz_hand_init (&hand, app);
  spz_hand_zoom_to (&hand, 3);
  g_object_get (hand.view, "hadjustment", &adjustment, NULL);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) - 200);
  spz_app_settle ();
  before = gtk_adjustment_get_value (adjustment);
  g_assert_true (spz_timeline_view_get_record_rect (hand.view, SPZ_RECORD (hand.phase), &rect));
  x = gtk_widget_get_width (GTK_WIDGET (hand.view)) - 4;
  y = rect.y + rect.height / 2;
  spz_hand_to_screen (&hand, &x, &y);
  spz_hand_drag_between (x - 300, y, x, y);
  spz_tool_xdo ("sleep 0.4");
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, before + 60);
  spz_hand_release ();
  g_assert_cmpint (hand.phase->start, >, spz_date_new (2021, 1, 1) + 110);
  spz_hand_assert_number (&hand, hand.phase, "measure", spz_record_get_id (SPZ_RECORD (hand.measure)));
  g_object_unref (adjustment);
}

static void
test_scroll_down (SpzAppFixture *app,
                  gconstpointer  data)
{
  GtkAdjustment *adjustment;
  SpzHand hand;
  gint64 last = 0;
  int x, y, edge_x, edge;

  /* To a row that isn't in sight yet */
  spz_hand_init (&hand, app);
  spz_programme_begin (app->programme, "Rows", NULL);
  for (int i = 0; i < 40; i++)
    last = spz_plan_add_measure (app->programme, hand.measure->action_field, NULL);
  g_assert_true (spz_programme_commit (app->programme, NULL));
  spz_app_settle ();
  g_object_get (hand.view, "vadjustment", &adjustment, NULL);
  spz_hand_get_place (&hand, hand.phase, 0.5, 0.5, &x, &y);
  edge_x = 0;
  edge = gtk_widget_get_height (GTK_WIDGET (hand.view)) + 40;
  spz_hand_to_screen (&hand, &edge_x, &edge);
  spz_hand_drag_between (x, y, x, edge);
  for (int i = 0; i < 30 && gtk_adjustment_get_value (adjustment) +
                            gtk_adjustment_get_page_size (adjustment) < gtk_adjustment_get_upper (adjustment); i++)
    spz_app_settle ();
  spz_hand_get_place (&hand, spz_programme_lookup (app->programme, SPZ_TYPE_MEASURE, last), 0.5, 0.5, &edge_x, &edge);
  spz_tool_xdo ("mousemove %d %d sleep 0.03", x, edge);
  spz_hand_release ();
  spz_hand_assert_number (&hand, hand.phase, "measure", last);
  spz_hand_assert_span (&hand, hand.phase, "2021-01-01", "2021-06-30");
  g_object_unref (adjustment);
}

static void
test_fold (SpzAppFixture *app,
           gconstpointer  data)
{
  GdkRectangle rect;
  SpzHand hand;
  int x, y;

  /* A group's band folds its measures away, and unfolds them */
  spz_hand_init (&hand, app);
  spz_hand_get_place (&hand, hand.measure, 0.5, 0, &x, &y);
  spz_tool_xdo ("mousemove %d %d sleep 0.03 click 1 sleep 0.03", x, y - 8);
  g_assert_false (spz_timeline_view_get_record_rect (hand.view, SPZ_RECORD (hand.measure), &rect));
  spz_tool_xdo ("sleep 0.4 click 1 sleep 0.03");
  g_assert_true (spz_timeline_view_get_record_rect (hand.view, SPZ_RECORD (hand.measure), &rect));
}

static void
test_editor (SpzAppFixture *app,
             gconstpointer  data)
{
  SpzHand hand;
  double per_day;

  /* A double click opens the editor, which takes room, but doesn't zoom */
  spz_hand_init (&hand, app);
  spz_timeline_view_fit (hand.view);
  per_day = spz_hand_get_per_day (&hand);
  spz_hand_point (&hand, hand.phase, 0.5);
  spz_tool_xdo ("click --repeat 2 --delay 60 1 sleep 0.4");
  g_assert_true (adw_flap_get_reveal_flap (spz_tool_find (app->window, ADW_TYPE_FLAP, 0)));
  g_assert_cmpfloat (spz_hand_get_per_day (&hand), ==, per_day);
}

static void
test_wheel (SpzAppFixture *app,
            gconstpointer  data)
{
  SpzHand hand;
  double per_day;
  int before;

  /* What is below the pointer stays there, in and out again */
  spz_hand_init (&hand, app);
  per_day = spz_hand_get_per_day (&hand);
  spz_hand_point (&hand, hand.phase, 0);
  before = spz_hand_get_x (&hand, hand.phase);
  spz_tool_xdo ("keydown ctrl click 4 click 4 click 4 click 4 keyup ctrl sleep 0.03");
  g_assert_cmpfloat (spz_hand_get_per_day (&hand), >, per_day * 1.5);
  g_assert_cmpint (ABS (spz_hand_get_x (&hand, hand.phase) - before), <=, 2);
  spz_tool_xdo ("keydown ctrl click 5 click 5 keyup ctrl sleep 0.03");
  g_assert_cmpfloat (spz_hand_get_per_day (&hand), <, per_day * 1.4);
  g_assert_cmpint (ABS (spz_hand_get_x (&hand, hand.phase) - before), <=, 2);
}

/* Two fingers can't be sent to an X server by XTest: this is what the gesture calls */
static void
test_pinch (SpzAppFixture *app,
            gconstpointer  data)
{
  SpzHand hand;
  double per_day;
  int x;

  spz_hand_init (&hand, app);
  spz_hand_zoom_to (&hand, 1.5);
  per_day = spz_hand_get_per_day (&hand);
  x = spz_hand_get_x (&hand, hand.phase);

  /* However many small movements it takes, what is between the fingers stays there */
  spz_timeline_view_begin_pinch (hand.view, x);
  for (int i = 1; i <= 200; i++)
    spz_timeline_view_pinch (hand.view, 1 + i / 100.0, x);
  g_assert_cmpfloat_with_epsilon (spz_hand_get_per_day (&hand), per_day * 3, 0.001);
  g_assert_cmpint (ABS (spz_hand_get_x (&hand, hand.phase) - x), <=, 1);

  /* And goes along with them */
  spz_timeline_view_pinch (hand.view, 2, x + 70);
  g_assert_cmpint (ABS (spz_hand_get_x (&hand, hand.phase) - x - 70), <=, 1);
}

static void
test_today (SpzAppFixture *app,
            gconstpointer  data)
{
  SpzTimelineLayout *layout;
  SpzHand hand;
  double per_day;

  /* Fit the plan, by key; then far in, and back to the reference date */
  spz_hand_init (&hand, app);
  layout = spz_timeline_view_get_layout (hand.view);
  g_assert_true (spz_timeline_view_select (hand.view, SPZ_RECORD (hand.phase)));
  spz_tool_xdo ("mousemove 1 1 key ctrl+0 sleep 0.03");
  per_day = spz_hand_get_per_day (&hand);
  spz_tool_xdo ("key ctrl+plus key ctrl+plus key ctrl+plus key ctrl+plus key ctrl+plus key ctrl+plus sleep 0.03");
  g_assert_cmpfloat (spz_hand_get_per_day (&hand), >, per_day * 3);
  spz_tool_do (hand.view, "plan.today");
  g_assert_cmpint (ABS (spz_timeline_view_get_centre (hand.view) -
                        spz_timeline_plan_get_reference_date (spz_timeline_layout_get_plan (layout))),
                   <, gtk_widget_get_width (GTK_WIDGET (hand.view)) / 2 / spz_hand_get_per_day (&hand));
  spz_tool_xdo ("key ctrl+0 sleep 0.03");
  g_assert_cmpfloat_with_epsilon (spz_hand_get_per_day (&hand), per_day, 0.001);
}

int
main (int   argc,
      char *argv[])
{
  spz_app_test_init (&argc, &argv);

  spz_app_test ("/timeline/pointer/click", test_click);
  spz_app_test ("/timeline/pointer/band", test_band);
  spz_app_test ("/timeline/pointer/escape", test_escape);
  spz_app_test ("/timeline/pointer/lost-grab", test_lost_grab);
  spz_app_test ("/timeline/pointer/scroll-sideways", test_scroll_sideways);
  spz_app_test ("/timeline/pointer/scroll-down", test_scroll_down);
  spz_app_test ("/timeline/pointer/fold", test_fold);
  spz_app_test ("/timeline/pointer/editor", test_editor);
  spz_app_test ("/timeline/pointer/wheel", test_wheel);
  spz_app_test ("/timeline/pointer/pinch", test_pinch);
  spz_app_test ("/timeline/pointer/today", test_today);

  return g_test_run ();
}
