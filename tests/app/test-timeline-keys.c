/* test-timeline-keys.c: the plan by keyboard alone
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-hand.h"
#include "spz-page-tools.h"
#include "spz-timeline-item.h"
#include "spz-window-private.h"

static SpzRecord *
get_selected (SpzHand *hand)
{
  return spz_timeline_view_get_selected (hand->view);
}

static void
test_walk (SpzAppFixture *app,
           gconstpointer  data)
{
  SpzHand hand;

  /* In reading order; the focus goes along */
  spz_hand_init (&hand, app);
  g_assert_true (spz_timeline_view_select (hand.view, SPZ_RECORD (hand.first)));
  spz_tool_xdo ("mousemove 1 1 key Right sleep 0.03");
  g_assert_true (get_selected (&hand) == SPZ_RECORD (hand.phase));
  g_assert_true (SPZ_IS_TIMELINE_ITEM (gtk_window_get_focus (GTK_WINDOW (app->window))));
  spz_tool_xdo ("key Right sleep 0.03");
  g_assert_true (SPZ_IS_MILESTONE (get_selected (&hand)));
  spz_tool_xdo ("key Left key Left sleep 0.03");
  g_assert_true (get_selected (&hand) == SPZ_RECORD (hand.first));
  spz_tool_xdo ("key Left sleep 0.03");
  g_assert_true (get_selected (&hand) == SPZ_RECORD (hand.measure));
  spz_tool_xdo ("key End sleep 0.03");
  g_assert_true (SPZ_IS_MILESTONE (get_selected (&hand)));
  spz_tool_xdo ("key Home sleep 0.03");
  g_assert_true (get_selected (&hand) == SPZ_RECORD (hand.measure));
}

static void
test_move (SpzAppFixture *app,
           gconstpointer  data)
{
  SpzHand hand;
  guint n_steps;

  /* Alt alone moves, with Shift the end, with Ctrl the start */
  spz_hand_init (&hand, app);
  g_assert_true (spz_timeline_view_select (hand.view, SPZ_RECORD (hand.phase)));
  n_steps = spz_hand_count_steps (&hand);
  spz_tool_xdo ("mousemove 1 1 key alt+Right sleep 0.03");
  spz_hand_assert_span (&hand, hand.phase, "2021-02-01", "2021-07-31");
  spz_tool_xdo ("key alt+Left sleep 0.03");
  spz_hand_assert_span (&hand, hand.phase, "2021-01-01", "2021-06-30");
  spz_tool_xdo ("key alt+shift+Right sleep 0.03");
  spz_hand_assert_span (&hand, hand.phase, "2021-01-01", "2021-07-31");
  spz_tool_xdo ("key ctrl+alt+Right sleep 0.03");
  spz_hand_assert_span (&hand, hand.phase, "2021-02-01", "2021-07-31");
  g_assert_cmpuint (spz_hand_count_steps (&hand), ==, n_steps + 4);

  /* All that is selected, in one step */
  spz_tool_xdo ("key shift+Left sleep 0.03 key alt+Left sleep 0.03");
  spz_hand_assert_span (&hand, hand.phase, "2021-01-01", "2021-06-30");
  g_assert_cmpuint (spz_hand_count_steps (&hand), ==, n_steps + 5);
}

static void
test_delete (SpzAppFixture *app,
             gconstpointer  data)
{
  SpzRecordList *phases = spz_programme_get_list (app->programme, SPZ_TYPE_PHASE);
  SpzHand hand;
  guint n_steps;

  spz_hand_init (&hand, app);
  n_steps = spz_hand_count_steps (&hand);
  g_assert_true (spz_timeline_view_select (hand.view, SPZ_RECORD (hand.first)));
  spz_tool_xdo ("mousemove 1 1 key shift+Right sleep 0.03 key Delete sleep 0.05");
  g_assert_null (get_selected (&hand));
  g_assert_cmpuint (spz_record_list_get_size (phases), ==, 0);
  g_assert_cmpuint (spz_hand_count_steps (&hand), ==, n_steps + 1);
  spz_hand_undo (&hand);
  g_assert_cmpuint (spz_record_list_get_size (phases), ==, 2);
}

static void
test_rename (SpzAppFixture *app,
             gconstpointer  data)
{
  GtkWindow *window = GTK_WINDOW (app->window);
  SpzHand hand;
  guint n_steps;

  spz_hand_init (&hand, app);
  n_steps = spz_hand_count_steps (&hand);
  g_assert_true (spz_timeline_view_select (hand.view, SPZ_RECORD (hand.phase)));
  spz_tool_xdo ("mousemove 1 1 key Return sleep 0.05");
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (window)));
  spz_tool_xdo ("key ctrl+a type --delay 10 Vergabe");
  spz_tool_xdo ("key Return sleep 0.05");
  spz_hand_assert_text (&hand, hand.phase, "title", "Vergabe");
  g_assert_cmpuint (spz_hand_count_steps (&hand), ==, n_steps + 1);
  g_assert_true (SPZ_IS_TIMELINE_ITEM (gtk_window_get_focus (window)));

  /* Escape leaves it; what is typed does nothing else, not even Delete */
  spz_tool_xdo ("key F2 sleep 0.05 key ctrl+a key Delete key Delete type --delay 10 Anders");
  spz_tool_xdo ("key Escape sleep 0.05");
  spz_hand_assert_text (&hand, hand.phase, "title", "Vergabe");
  g_assert_cmpuint (spz_hand_count_steps (&hand), ==, n_steps + 1);

  /* A row's title, and a milestone's */
  spz_tool_xdo ("key Home sleep 0.03 key F2 sleep 0.05 key ctrl+a type --delay 10 Akte");
  spz_tool_xdo ("key Return sleep 0.05");
  spz_hand_assert_text (&hand, hand.measure, "title", "Akte");
  spz_tool_xdo ("key End sleep 0.03 key Return sleep 0.05 key ctrl+a type --delay 10 Zuschlag");
  spz_tool_xdo ("key Return sleep 0.05");
  spz_hand_assert_text (&hand, get_selected (&hand), "title", "Zuschlag");
  g_assert_true (SPZ_IS_MILESTONE (get_selected (&hand)));
}

static gboolean
is_editing (SpzAppFixture *app)
{
  return adw_flap_get_reveal_flap (spz_tool_find (app->window, ADW_TYPE_FLAP, 0));
}

static void
test_menu (SpzAppFixture *app,
           gconstpointer  data)
{
  SpzHand hand;

  /* By its keys: an item's letter, or the arrows */
  spz_hand_init (&hand, app);
  g_assert_true (spz_timeline_view_select (hand.view, SPZ_RECORD (hand.phase)));
  spz_tool_xdo ("mousemove 1 1 key Menu sleep 0.1 key Escape sleep 0.05");
  g_assert_false (is_editing (app));
  spz_tool_xdo ("key shift+F10 sleep 0.1 key Down sleep 0.03 key Up sleep 0.03 key Return sleep 0.1");
  g_assert_true (is_editing (app));
  g_assert_true (spz_timeline_view_select (hand.view, SPZ_RECORD (hand.phase)));
  spz_tool_xdo ("key Menu sleep 0.1 key d sleep 0.1");
  g_assert_cmpuint (spz_record_list_get_size (spz_programme_get_list (app->programme, SPZ_TYPE_PHASE)), ==, 1);
}

/* A label is pinned and let go again by the context menu, a step each time. */
static void
test_pin_label (SpzAppFixture *app,
                gconstpointer  data)
{
  g_autofree char *shown = NULL;
  SpzHand hand;
  guint n_steps;

  spz_hand_init (&hand, app);
  spz_hand_point (&hand, hand.phase, 0.5);
  spz_tool_xdo ("click 3 sleep 0.1 key Escape sleep 0.05");
  n_steps = spz_hand_count_steps (&hand);
  g_object_get (hand.view, "label-placement", &shown, NULL);
  g_assert_cmpstr (shown, ==, "automatic");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (hand.view), "timeline.label-placement", "s", "before"));
  spz_app_settle ();
  g_assert_cmpuint (spz_hand_count_steps (&hand), ==, n_steps + 1);
  spz_hand_assert_text (&hand, hand.phase, "label_placement", "before");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (hand.view), "timeline.label-placement", "s", "automatic"));
  spz_app_settle ();
  spz_hand_assert_text (&hand, hand.phase, "label_placement", "automatic");
  spz_hand_undo (&hand);
  spz_hand_assert_text (&hand, hand.phase, "label_placement", "before");
}

static void
test_narrow (SpzAppFixture *app,
             gconstpointer  data)
{
  SpzHand hand;

  /* Where Alt+Left would go back, it still moves */
  spz_hand_init (&hand, app);
  gtk_window_set_default_size (GTK_WINDOW (app->window), 420, 700);
  spz_tool_xdo ("sleep 0.3");
  adw_leaflet_navigate (app->window->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  spz_tool_xdo ("sleep 0.5");
  g_assert_true (adw_leaflet_get_folded (app->window->leaflet));
  g_assert_true (spz_timeline_view_select (hand.view, SPZ_RECORD (hand.phase)));
  spz_tool_xdo ("mousemove 1 1 key alt+Right sleep 0.03 key alt+Right sleep 0.03");
  spz_hand_assert_span (&hand, hand.phase, "2021-03-01", "2021-08-31");
  spz_tool_xdo ("key alt+Left sleep 0.03");
  spz_hand_assert_span (&hand, hand.phase, "2021-02-01", "2021-07-31");
  g_assert_true (gtk_widget_get_child_visible (GTK_WIDGET (hand.view)));
}

static void
test_rtl (SpzAppFixture *app,
          gconstpointer  data)
{
  SpzHand hand;

  /* To the left is later */
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  spz_hand_init (&hand, app);
  g_assert_true (spz_timeline_view_select (hand.view, SPZ_RECORD (hand.first)));
  spz_tool_xdo ("mousemove 1 1 key Left sleep 0.03");
  g_assert_true (get_selected (&hand) == SPZ_RECORD (hand.phase));
  spz_tool_xdo ("key alt+Left sleep 0.03");
  spz_hand_assert_span (&hand, hand.phase, "2021-02-01", "2021-07-31");
  spz_tool_xdo ("key alt+shift+Left sleep 0.03 key ctrl+alt+Right sleep 0.03");
  spz_hand_assert_span (&hand, hand.phase, "2021-01-01", "2021-08-31");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_items (SpzAppFixture *app,
            gconstpointer  data)
{
  SpzHand hand;
  guint n_items = 0;

  /* What is in sight can be found by a screen reader: a group or two, a
   * measure, two phases and two milestones */
  spz_hand_init (&hand, app);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (hand.view));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!SPZ_IS_TIMELINE_ITEM (child))
        continue;

      if (!gtk_widget_get_child_visible (child))
        {
          gtk_test_accessible_assert_state (child, GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);
          continue;
        }

      n_items++;
      g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (child)), ==,
                       GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (child),
                                                       GTK_ACCESSIBLE_PROPERTY_LABEL));
      g_assert_true (gtk_widget_get_mapped (child));
    }
  g_assert_cmpuint (n_items, >=, 6);
}

int
main (int   argc,
      char *argv[])
{
  /* Accessible properties are kept, but told nobody */
  g_setenv ("GTK_A11Y", "test", TRUE);
  spz_app_test_init (&argc, &argv);

  spz_app_test ("/timeline/keys/walk", test_walk);
  spz_app_test ("/timeline/keys/move", test_move);
  spz_app_test ("/timeline/keys/delete", test_delete);
  spz_app_test ("/timeline/keys/rename", test_rename);
  spz_app_test ("/timeline/keys/menu", test_menu);
  spz_app_test ("/timeline/keys/pin-label", test_pin_label);
  spz_app_test ("/timeline/keys/narrow", test_narrow);
  spz_app_test ("/timeline/keys/rtl", test_rtl);
  spz_app_test ("/timeline/keys/items", test_items);

  return g_test_run ();
}
