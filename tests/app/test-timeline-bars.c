/* test-timeline-bars.c: bars and milestones moved, stretched, copied and drawn
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "spz-hand.h"
#include "spz-page-tools.h"
#include "spz-plan.h"
#include "spz-plan-edit.h"
#include "spz-timeline-view-private.h"

/* About as wide as a quarter's label needs it, so that a month is less than
 * twice the 8 pixels from which a quarter attracts */
#define NARROW 0.45

static SpzMeasure *
add_measure (SpzHand *hand)
{
  g_autoptr (GError) error = NULL;
  gint64 id = spz_plan_add_measure (hand->app->programme, hand->measure->action_field, &error);

  g_assert_no_error (error);
  spz_app_settle ();

  return spz_programme_lookup (hand->app->programme, SPZ_TYPE_MEASURE, id);
}

/* Where a day begins, in the view's coordinates */
static int
get_date_x (SpzHand *hand,
            SpzDate  date)
{
  const SpzTimelineScale *scale = spz_timeline_layout_get_scale (spz_timeline_view_get_layout (hand->view));

  return spz_hand_get_x (hand, hand->first) +
         (int) (spz_timeline_scale_to_x (scale, date) - spz_timeline_scale_to_x (scale, hand->first->start));
}

static void
test_move (SpzAppFixture *app,
           gconstpointer  data)
{
  SpzHand hand;
  guint n_steps;

  spz_hand_init (&hand, app);
  n_steps = spz_hand_count_steps (&hand);
  spz_hand_assert_span (&hand, hand.phase, "2021-01-01", "2021-06-30");

  /* The bar itself snaps to the quarter; nothing is written before the drop */
  spz_hand_drag (&hand, hand.phase, 0.5, 88);
  g_assert_cmpint (ABS (spz_hand_get_x (&hand, hand.phase) - get_date_x (&hand, spz_date_new (2021, 4, 1))), <=, 1);
  g_assert_cmpuint (spz_hand_count_steps (&hand), ==, n_steps);

  /* Beside the pointer the new dates, how far that is, and what it can't be for */
  g_assert_true (gtk_widget_get_mapped (hand.view->tip));
  g_assert_cmpstr (spz_timeline_tip_get_text (SPZ_TIMELINE_TIP (hand.view->tip)), ==,
                   "Q2 to Q3 2021 (+1 quarter)\n"
                   "“EU-weite Ausschreibung” ends after the deadline “Zuschlag für das neue DMS” "
                   "(voraussichtlich Ostern 2021).");
  spz_hand_release ();
  g_assert_false (gtk_widget_get_mapped (hand.view->tip));

  spz_hand_assert_span (&hand, hand.phase, "2021-04-01", "2021-09-30");
  g_assert_cmpuint (spz_hand_count_steps (&hand), ==, n_steps + 1);
  g_assert_nonnull (strstr (spz_programme_get_undo_label (app->programme), "EU-weite Ausschreibung"));

  spz_hand_undo (&hand);
  spz_hand_assert_span (&hand, hand.phase, "2021-01-01", "2021-06-30");
}

static void
test_attraction (SpzAppFixture *app,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  SpzHand hand;

  /* Fifteen days before the quarter a month is as near; ten pixels before the
   * quarter it isn't */
  spz_programme_set (app->programme, spz_programme_get_info (app->programme), &error,
                     "first-year", (gint64) 2020, "last-year", (gint64) 2028, NULL);
  g_assert_no_error (error);
  spz_hand_init (&hand, app);
  spz_hand_zoom_to (&hand, NARROW);
  g_assert_cmpfloat_with_epsilon (spz_hand_get_per_day (&hand), NARROW, 0.01);
  spz_hand_drag (&hand, hand.phase, 0.5, 75);
  spz_hand_release ();
  spz_hand_assert_span (&hand, hand.phase, "2021-04-01", "2021-09-30");
  spz_hand_undo (&hand);

  spz_hand_drag (&hand, hand.phase, 0.5, 67);
  spz_hand_release ();
  spz_hand_assert_span (&hand, hand.phase, "2021-03-01", "2021-08-31");
}

static void
test_free (SpzAppFixture *app,
           gconstpointer  data)
{
  SpzHand hand;

  /* Alt frees to days, and does so at once, be the pointer moved or not */
  spz_hand_init (&hand, app);
  spz_hand_zoom_to (&hand, 1);
  spz_tool_xdo ("keydown alt");
  spz_hand_drag (&hand, hand.phase, 0.5, 19);
  g_assert_cmpint (ABS (spz_hand_get_x (&hand, hand.phase) - get_date_x (&hand, spz_date_new (2021, 1, 20))), <=, 1);
  spz_tool_xdo ("keyup alt sleep 0.03");
  g_assert_cmpint (ABS (spz_hand_get_x (&hand, hand.phase) - get_date_x (&hand, spz_date_new (2021, 2, 1))), <=, 1);
  spz_tool_xdo ("keydown alt sleep 0.03");
  spz_hand_release ();
  spz_tool_xdo ("keyup alt");

  spz_hand_assert_span (&hand, hand.phase, "2021-01-20", "2021-07-19");
  spz_hand_assert_text (&hand, hand.phase, "precision", "day");
}

static void
test_resize (SpzAppFixture *app,
             gconstpointer  data)
{
  SpzHand hand;
  guint n_steps;

  spz_hand_init (&hand, app);
  n_steps = spz_hand_count_steps (&hand);

  spz_hand_drag (&hand, hand.phase, 0.99, 91);
  spz_hand_release ();
  spz_hand_assert_span (&hand, hand.phase, "2021-01-01", "2021-09-30");
  g_assert_cmpuint (spz_hand_count_steps (&hand), ==, n_steps + 1);

  spz_hand_drag (&hand, hand.phase, 0.01, 90);
  spz_hand_release ();
  spz_hand_assert_span (&hand, hand.phase, "2021-04-01", "2021-09-30");

  /* Never shorter than what it snaps to, nor turned around */
  spz_hand_drag (&hand, hand.phase, 0.99, -500);
  spz_hand_release ();
  spz_hand_assert_span (&hand, hand.phase, "2021-04-01", "2021-04-30");
  spz_hand_undo (&hand);
  spz_hand_drag (&hand, hand.phase, 0.01, 500);
  spz_hand_release ();
  spz_hand_assert_span (&hand, hand.phase, "2021-09-01", "2021-09-30");

  spz_hand_undo (&hand);
  spz_hand_undo (&hand);
  spz_hand_undo (&hand);
  spz_hand_assert_span (&hand, hand.phase, "2021-01-01", "2021-06-30");
}

static void
test_short (SpzAppFixture *app,
            gconstpointer  data)
{
  const SpzPlanSpan week = { spz_date_new (2021, 5, 3), spz_date_new (2021, 5, 9), SPZ_PRECISION_DAY };
  g_autoptr (GError) error = NULL;
  GdkRectangle rect;
  SpzPhase *phase;
  SpzHand hand;
  int x, y;

  /* A bar of a few pixels is taken by its ends from outside, and moved by its middle */
  spz_hand_init (&hand, app);
  spz_hand_zoom_to (&hand, 1);
  phase = spz_programme_lookup (app->programme, SPZ_TYPE_PHASE,
                                spz_plan_add_phase (app->programme,
                                                    spz_record_get_id (SPZ_RECORD (add_measure (&hand))),
                                                    &week, &error));
  g_assert_no_error (error);
  spz_app_settle ();
  g_assert_true (spz_timeline_view_get_record_rect (hand.view, SPZ_RECORD (phase), &rect));
  g_assert_cmpint (rect.width, <, 10);

  spz_hand_get_place (&hand, phase, 1, 0.5, &x, &y);
  spz_hand_drag_between (x + 4, y, x + 4 + 80, y);
  spz_hand_release ();
  spz_hand_assert_span (&hand, phase, "2021-05-03", "2021-07-31");
  spz_hand_undo (&hand);

  spz_hand_drag_between (x - rect.width - 4, y, x - rect.width - 4 - 60, y);
  spz_hand_release ();
  spz_hand_assert_span (&hand, phase, "2021-03-01", "2021-05-09");
  spz_hand_undo (&hand);

  spz_hand_drag_between (x - rect.width / 2, y, x - rect.width / 2 + 30, y);
  spz_hand_release ();
  spz_hand_assert_span (&hand, phase, "2021-06-01", "2021-06-07");
}

static void
test_selection (SpzAppFixture *app,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) selection = NULL;
  SpzHand hand;
  guint n_steps;

  spz_hand_init (&hand, app);
  n_steps = spz_hand_count_steps (&hand);
  spz_hand_point (&hand, hand.first, 0.5);
  spz_tool_xdo ("click 1");

  /* What isn't selected moves alone */
  spz_hand_drag (&hand, hand.phase, 0.5, 92);
  spz_hand_release ();
  spz_hand_assert_span (&hand, hand.phase, "2021-04-01", "2021-09-30");
  spz_hand_assert_span (&hand, hand.first, "2020-01-01", "2020-12-31");
  spz_hand_undo (&hand);

  spz_hand_point (&hand, hand.first, 0.5);
  spz_tool_xdo ("click 1");
  spz_hand_point (&hand, hand.phase, 0.5);
  spz_tool_xdo ("keydown ctrl click 1 keyup ctrl sleep 0.03");
  selection = spz_timeline_view_dup_selection (hand.view);
  g_assert_cmpuint (selection->len, ==, 2);

  spz_hand_drag (&hand, hand.phase, 0.5, 92);
  spz_hand_release ();
  spz_hand_assert_span (&hand, hand.phase, "2021-04-01", "2021-09-30");
  spz_hand_assert_span (&hand, hand.first, "2020-04-01", "2021-03-31");
  g_assert_cmpuint (spz_hand_count_steps (&hand), ==, n_steps + 1);
}

static void
test_copy (SpzAppFixture *app,
           gconstpointer  data)
{
  SpzRecordList *phases = spz_programme_get_list (app->programme, SPZ_TYPE_PHASE);
  guint n_phases = spz_record_list_get_size (phases);
  SpzHand hand;
  SpzPhase *copy;
  guint n_steps;

  spz_hand_init (&hand, app);
  n_steps = spz_hand_count_steps (&hand);
  spz_tool_xdo ("keydown shift");
  spz_hand_drag (&hand, hand.phase, 0.5, 92);
  spz_hand_release ();
  spz_tool_xdo ("keyup shift");

  g_assert_cmpuint (spz_record_list_get_size (phases), ==, n_phases + 1);
  g_assert_cmpuint (spz_hand_count_steps (&hand), ==, n_steps + 1);
  spz_hand_assert_span (&hand, hand.phase, "2021-01-01", "2021-06-30");
  copy = SPZ_PHASE (spz_timeline_view_get_selected (hand.view));
  g_assert_true (SPZ_IS_PHASE (copy) && copy != hand.phase);
  spz_hand_assert_text (&hand, copy, "title", hand.phase->title);
  spz_hand_assert_span (&hand, copy, "2021-04-01", "2021-09-30");

  spz_hand_undo (&hand);
  g_assert_cmpuint (spz_record_list_get_size (phases), ==, n_phases);
}

static void
test_other_row (SpzAppFixture *app,
                gconstpointer  data)
{
  SpzMeasure *other;
  SpzHand hand;
  int x, y, row_x, row_y;
  guint n_steps;

  /* To another measure, straight down: the dates stay */
  spz_hand_init (&hand, app);
  other = add_measure (&hand);
  n_steps = spz_hand_count_steps (&hand);
  spz_hand_get_place (&hand, hand.phase, 0.5, 0.5, &x, &y);
  spz_hand_get_place (&hand, other, 0.5, 0.5, &row_x, &row_y);
  spz_hand_drag_between (x, y, x, row_y);
  g_assert_cmpuint (spz_hand_count_steps (&hand), ==, n_steps);
  spz_hand_release ();

  spz_hand_assert_number (&hand, hand.phase, "measure", spz_record_get_id (SPZ_RECORD (other)));
  spz_hand_assert_span (&hand, hand.phase, "2021-01-01", "2021-06-30");
  g_assert_cmpuint (spz_hand_count_steps (&hand), ==, n_steps + 1);

  spz_hand_undo (&hand);
  spz_hand_assert_number (&hand, hand.phase, "measure", spz_record_get_id (SPZ_RECORD (hand.measure)));
}

/* What is written beside the mark of the sample's only measure */
static char *
dup_milestone_label (SpzHand *hand)
{
  SpzTimelineLayout *layout = spz_timeline_view_get_layout (hand->view);
  guint n;
  const SpzTimelineBox *boxes =
    spz_timeline_layout_get_milestones (layout, spz_timeline_layout_get_measure_row (layout, 0), &n);

  g_assert_cmpuint (n, ==, 1);

  return g_strdup (pango_layout_get_text (boxes[0].text));
}

static void
test_milestone (SpzAppFixture *app,
                gconstpointer  data)
{
  SpzMilestone *milestone = spz_tool_record (app, SPZ_TYPE_MILESTONE, 0);
  g_autofree char *before = NULL;
  g_autofree char *during = NULL;
  g_autofree char *after = NULL;
  g_autofree char *date = NULL;
  SpzHand hand;
  guint n_steps;
  int x;

  spz_hand_init (&hand, app);
  n_steps = spz_hand_count_steps (&hand);
  spz_hand_assert_text (&hand, milestone, "date", "2021-04-04");
  before = dup_milestone_label (&hand);
  g_assert_nonnull (strstr (before, "voraussichtlich Ostern 2021"));
  x = spz_hand_get_x (&hand, milestone);

  /* The mark goes along, and says the new date; what was said of the old one doesn't hold */
  spz_hand_drag (&hand, milestone, 0.5, 88);
  g_assert_cmpint (spz_hand_get_x (&hand, milestone), >, x + 10);
  during = dup_milestone_label (&hand);
  date = spz_milestone_format_date (spz_date_new (2021, 7, 1), SPZ_PRECISION_DAY, milestone->certainty);
  g_assert_true (g_str_has_suffix (during, date));
  g_assert_null (strstr (during, "Ostern"));
  spz_hand_assert_text (&hand, milestone, "date", "2021-04-04");

  spz_hand_release ();
  g_assert_cmpuint (spz_hand_count_steps (&hand), ==, n_steps + 1);
  spz_hand_assert_text (&hand, milestone, "date", "2021-07-01");
  spz_hand_assert_text (&hand, milestone, "wording", "");
  after = dup_milestone_label (&hand);
  g_assert_cmpstr (after, ==, during);

  spz_hand_undo (&hand);
  spz_hand_assert_text (&hand, milestone, "date", "2021-04-04");
  spz_hand_assert_text (&hand, milestone, "wording", "voraussichtlich Ostern 2021");

  /* Where it was, it is as it was */
  spz_hand_drag (&hand, milestone, 0.5, 88);
  spz_tool_xdo ("key Escape sleep 0.03");
  g_clear_pointer (&after, g_free);
  after = dup_milestone_label (&hand);
  g_assert_cmpstr (after, ==, before);
  spz_hand_release ();
  spz_hand_assert_text (&hand, milestone, "date", "2021-04-04");
}

/* To a height on the screen, straight up or down */
static void
drag_milestone_to (SpzHand      *hand,
                   SpzMilestone *milestone,
                   int           to_y)
{
  int x, y;

  spz_hand_get_place (hand, milestone, 0.5, 0.5, &x, &y);
  spz_hand_drag_between (x, y, x, to_y);
}

static void
assert_measure (SpzHand      *hand,
                SpzMilestone *milestone,
                gint64        measure)
{
  spz_hand_assert_number (hand, milestone, "measure", measure);
  spz_hand_assert_text (hand, milestone, "date", "2021-04-04");
  spz_hand_assert_text (hand, milestone, "wording", "voraussichtlich Ostern 2021");
}

static void
test_milestone_row (SpzAppFixture *app,
                    gconstpointer  data)
{
  SpzMilestone *milestone = spz_tool_record (app, SPZ_TYPE_MILESTONE, 0);
  SpzMilestone *loose = spz_tool_record (app, SPZ_TYPE_MILESTONE, 1);
  gint64 measure;
  SpzMeasure *other;
  SpzHand hand;
  int x, y;
  guint n_steps;

  /* To another measure: what was said of its date stays */
  spz_hand_init (&hand, app);
  measure = spz_record_get_id (SPZ_RECORD (hand.measure));
  other = add_measure (&hand);
  n_steps = spz_hand_count_steps (&hand);
  spz_hand_get_place (&hand, other, 0.5, 0.5, &x, &y);
  drag_milestone_to (&hand, milestone, y);
  assert_measure (&hand, milestone, measure);
  g_assert_cmpuint (spz_hand_count_steps (&hand), ==, n_steps);
  spz_hand_release ();
  assert_measure (&hand, milestone, spz_record_get_id (SPZ_RECORD (other)));
  g_assert_cmpuint (spz_hand_count_steps (&hand), ==, n_steps + 1);
  spz_hand_undo (&hand);
  assert_measure (&hand, milestone, measure);

  /* To those that belong to none */
  spz_hand_get_place (&hand, loose, 0.5, 0.5, &x, &y);
  drag_milestone_to (&hand, milestone, y);
  spz_hand_release ();
  assert_measure (&hand, milestone, 0);
  spz_hand_undo (&hand);
  assert_measure (&hand, milestone, measure);

  /* Even if there is no such milestone yet: above the plan */
  g_assert_true (spz_programme_remove (app->programme, SPZ_RECORD (loose), NULL));
  spz_app_settle ();
  x = 0;
  y = 8;
  spz_hand_to_screen (&hand, &x, &y);
  drag_milestone_to (&hand, milestone, y);
  g_assert_cmpint (spz_hand_get_x (&hand, milestone), >, 0);
  spz_hand_release ();
  assert_measure (&hand, milestone, 0);

  /* And back */
  spz_hand_get_place (&hand, hand.measure, 0.5, 0.5, &x, &y);
  drag_milestone_to (&hand, milestone, y);
  spz_hand_release ();
  assert_measure (&hand, milestone, measure);
  spz_hand_undo (&hand);
  spz_hand_undo (&hand);
  assert_measure (&hand, milestone, measure);
}

static void
test_create (SpzAppFixture *app,
             gconstpointer  data)
{
  SpzRecordList *phases = spz_programme_get_list (app->programme, SPZ_TYPE_PHASE);
  guint n_phases = spz_record_list_get_size (phases);
  SpzPhase *created;
  SpzMeasure *other;
  SpzHand hand;
  guint n_steps;
  int x, y, row_x, row_y;

  /* Along an empty row, backwards as well as forwards */
  spz_hand_init (&hand, app);
  other = add_measure (&hand);
  n_steps = spz_hand_count_steps (&hand);
  spz_hand_get_place (&hand, hand.phase, 0, 0.5, &x, &y);
  spz_hand_get_place (&hand, other, 0.5, 0.5, &row_x, &row_y);
  spz_hand_drag_between (x + (int) (85 * spz_hand_get_per_day (&hand)), row_y,
                         x + (int) (5 * spz_hand_get_per_day (&hand)), row_y);
  g_assert_cmpuint (spz_hand_count_steps (&hand), ==, n_steps);
  spz_hand_release ();

  g_assert_cmpuint (spz_record_list_get_size (phases), ==, n_phases + 1);
  g_assert_cmpuint (spz_hand_count_steps (&hand), ==, n_steps + 1);
  created = SPZ_PHASE (spz_timeline_view_get_selected (hand.view));
  spz_hand_assert_span (&hand, created, "2021-01-01", "2021-03-31");
  spz_hand_assert_text (&hand, created, "precision", "quarter");
  spz_hand_assert_number (&hand, created, "measure", spz_record_get_id (SPZ_RECORD (other)));

  spz_hand_undo (&hand);
  g_assert_cmpuint (spz_record_list_get_size (phases), ==, n_phases);
  g_assert_null (spz_timeline_view_get_selected (hand.view));
}

static void
test_rtl (SpzAppFixture *app,
          gconstpointer  data)
{
  SpzMeasure *other;
  SpzHand hand;
  int x, y, row_x, row_y;

  /* Time runs to the left: so do a move, the ends, and drawing */
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  spz_hand_init (&hand, app);
  spz_app_settle ();
  g_assert_cmpint (spz_hand_get_x (&hand, hand.phase), <, spz_hand_get_x (&hand, hand.first));
  spz_hand_drag (&hand, hand.phase, 0.5, -92);
  spz_hand_release ();
  spz_hand_assert_span (&hand, hand.phase, "2021-04-01", "2021-09-30");
  spz_hand_drag (&hand, hand.phase, 0.01, -92);
  spz_hand_release ();
  spz_hand_assert_span (&hand, hand.phase, "2021-04-01", "2021-12-31");
  spz_hand_drag (&hand, hand.phase, 0.99, 90);
  spz_hand_release ();
  spz_hand_assert_span (&hand, hand.phase, "2021-01-01", "2021-12-31");

  other = add_measure (&hand);
  spz_hand_get_place (&hand, hand.phase, 1, 0.5, &x, &y);
  spz_hand_get_place (&hand, other, 0.5, 0.5, &row_x, &row_y);
  spz_hand_drag_between (x - (int) (5 * spz_hand_get_per_day (&hand)), row_y,
                         x - (int) (85 * spz_hand_get_per_day (&hand)), row_y);
  spz_hand_release ();
  spz_hand_assert_span (&hand, spz_timeline_view_get_selected (hand.view), "2021-01-01", "2021-03-31");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int   argc,
      char *argv[])
{
  spz_app_test_init (&argc, &argv);

  spz_app_test ("/timeline/bars/move", test_move);
  spz_app_test ("/timeline/bars/attraction", test_attraction);
  spz_app_test ("/timeline/bars/free", test_free);
  spz_app_test ("/timeline/bars/resize", test_resize);
  spz_app_test ("/timeline/bars/short", test_short);
  spz_app_test ("/timeline/bars/selection", test_selection);
  spz_app_test ("/timeline/bars/copy", test_copy);
  spz_app_test ("/timeline/bars/other-row", test_other_row);
  spz_app_test ("/timeline/bars/milestone", test_milestone);
  spz_app_test ("/timeline/bars/milestone-row", test_milestone_row);
  spz_app_test ("/timeline/bars/create", test_create);
  spz_app_test ("/timeline/bars/rtl", test_rtl);

  return g_test_run ();
}
