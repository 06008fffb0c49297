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

/* How many texts are painted by the toolkit itself, and not as part of a row */
static guint
count_texts (SpzHand *hand)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (hand->view));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_auto (GStrv) parts = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (snapshot);
  bytes = gsk_render_node_serialize (node);
  parts = g_strsplit (g_bytes_get_data (bytes, NULL), "text {", -1);

  return g_strv_length (parts) - 1;
}

static void
test_hint (SpzAppFixture *app,
           gconstpointer  data)
{
  SpzMeasure *empty;
  SpzHand hand;
  int x, y;

  /* A row without a phase says how to get one, when it is pointed at */
  spz_hand_init (&hand, app);
  empty = spz_programme_lookup (app->programme, SPZ_TYPE_MEASURE,
                                spz_plan_add_measure (app->programme, hand.measure->action_field, NULL));
  spz_app_settle ();
  spz_hand_point (&hand, hand.phase, 1.2);
  spz_app_settle ();
  g_assert_cmpuint (count_texts (&hand), ==, 0);

  spz_hand_get_place (&hand, empty, 1, 0.5, &x, &y);
  spz_tool_xdo ("mousemove %d %d sleep 0.03", x + 200, y);
  spz_app_settle ();
  g_assert_cmpuint (count_texts (&hand), ==, 1);

  spz_hand_point (&hand, hand.phase, 1.2);
  spz_app_settle ();
  g_assert_cmpuint (count_texts (&hand), ==, 0);
}

/* Style */

static GdkTexture *
render (SpzHand *hand)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (hand->view));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (snapshot);

  return gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (hand->view))),
                                      node, NULL);
}

/* The mean of all pixels, 0 to 255 */
static double
measure_light (SpzHand *hand)
{
  g_autoptr (GdkTexture) texture = render (hand);
  gsize stride = (gsize) gdk_texture_get_width (texture) * 4;
  gsize n = stride * (gsize) gdk_texture_get_height (texture);
  g_autofree guchar *pixels = g_malloc (n);
  double sum = 0;

  gdk_texture_download (texture, pixels, stride);
  for (gsize i = 0; i < n; i += 4)
    sum += (pixels[i] + pixels[i + 1] + pixels[i + 2]) / 3.0;

  return sum / (double) (n / 4);
}

static gboolean
looks_equal (GdkTexture *a,
             GdkTexture *b)
{
  gsize stride = (gsize) gdk_texture_get_width (a) * 4;
  gsize n = stride * (gsize) gdk_texture_get_height (a);
  g_autofree guchar *pixels_a = g_malloc (n);
  g_autofree guchar *pixels_b = g_malloc (n);

  g_assert_cmpint (gdk_texture_get_width (a), ==, gdk_texture_get_width (b));
  g_assert_cmpint (gdk_texture_get_height (a), ==, gdk_texture_get_height (b));
  gdk_texture_download (a, pixels_a, stride);
  gdk_texture_download (b, pixels_b, stride);

  /* What is half covered may be rounded otherwise */
  for (gsize i = 0; i < n; i++)
    if (ABS (pixels_a[i] - pixels_b[i]) > 4)
      return FALSE;

  return TRUE;
}

/* Until rows are images */
static void
scroll (SpzHand *hand,
        double   distance)
{
  g_autoptr (GtkAdjustment) adjustment = NULL;

  g_object_get (hand->view, "vadjustment", &adjustment, NULL);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + distance);
  spz_app_settle ();
}

static void
fill (SpzHand *hand)
{
  g_assert_true (spz_programme_begin (hand->app->programme, "Rows", NULL));
  for (int i = 0; i < 40; i++)
    spz_plan_add_measure (hand->app->programme, hand->measure->action_field, NULL);
  g_assert_true (spz_programme_commit (hand->app->programme, NULL));
  spz_app_settle ();
}

static void
test_style (SpzAppFixture *app,
            gconstpointer  data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  SpzHand hand;

  /* Be rows images or not, all of the plan turns dark, and light again */
  spz_hand_init (&hand, app);
  fill (&hand);
  scroll (&hand, 20);
  g_assert_cmpint (g_array_index (hand.view->rows, SpzTimelineCache, 3).scale, >, 0);
  g_assert_cmpfloat (measure_light (&hand), >, 200);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  spz_app_settle ();
  g_assert_cmpfloat (measure_light (&hand), <, 80);
  scroll (&hand, -10);
  g_assert_cmpfloat (measure_light (&hand), <, 80);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  spz_app_settle ();
  g_assert_cmpfloat (measure_light (&hand), >, 200);
}

static void
test_images (SpzAppFixture *app,
             gconstpointer  data)
{
  g_autoptr (GdkTexture) before = NULL;
  g_autoptr (GdkTexture) scrolled = NULL;
  g_autoptr (GdkTexture) changed = NULL;
  g_autoptr (GdkTexture) undone = NULL;
  SpzHand hand;

  /* An image of a row looks as the row does, and changes with it */
  spz_hand_init (&hand, app);
  fill (&hand);
  before = render (&hand);
  scroll (&hand, 20);
  scroll (&hand, -20);
  g_assert_cmpint (g_array_index (hand.view->rows, SpzTimelineCache, 2).scale, >, 0);
  scrolled = render (&hand);
  g_assert_true (looks_equal (before, scrolled));

  g_assert_true (spz_programme_set (app->programme, hand.phase, NULL, "title", "Zuschlag und Vertrag", NULL));
  spz_app_settle ();
  changed = render (&hand);
  g_assert_false (looks_equal (changed, scrolled));
  spz_hand_undo (&hand);
  spz_app_settle ();
  undone = render (&hand);
  g_assert_true (looks_equal (undone, before));
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
  spz_app_test ("/timeline/pointer/hint", test_hint);
  spz_app_test ("/timeline/pointer/style", test_style);
  spz_app_test ("/timeline/pointer/images", test_images);
  spz_app_test ("/timeline/pointer/fold", test_fold);
  spz_app_test ("/timeline/pointer/editor", test_editor);
  spz_app_test ("/timeline/pointer/wheel", test_wheel);
  spz_app_test ("/timeline/pointer/pinch", test_pinch);
  spz_app_test ("/timeline/pointer/today", test_today);

  return g_test_run ();
}
