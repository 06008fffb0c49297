/* test-timeline-filter.c: seeing a part of the plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-page-tools.h"
#include "spz-timeline-filter-bar.h"

typedef struct
{
  SpzPage              *page;
  SpzTimelineView      *view;
  SpzTimelineFilterBar *bar;
  GtkWidget            *entry;
} Bench;

static void
set_up (Bench         *bench,
        SpzAppFixture *app)
{
  bench->page = spz_tool_show (app, "timeline");
  bench->view = spz_tool_find (bench->page, SPZ_TYPE_TIMELINE_VIEW, 0);
  bench->bar = spz_tool_find (bench->page, SPZ_TYPE_TIMELINE_FILTER_BAR, 0);
  bench->entry = spz_tool_find (bench->bar, GTK_TYPE_SEARCH_ENTRY, 0);
  g_assert_true (spz_app_action (app, "search"));
  spz_app_settle ();
  g_assert_true (gtk_widget_get_state_flags (bench->entry) & GTK_STATE_FLAG_FOCUS_WITHIN);
}

static guint
count_bars (Bench *bench)
{
  guint n;

  spz_timeline_plan_get_bars (spz_timeline_layout_get_plan (spz_timeline_view_get_layout (bench->view)), &n);

  return n;
}

static gboolean
one_is_seen (gpointer data)
{
  return count_bars (data) == 1;
}

static gboolean
all_are_seen (gpointer data)
{
  return count_bars (data) == 2;
}

static void
assert_count (Bench      *bench,
              const char *text)
{
  GtkRevealer *state = spz_tool_find (bench->bar, GTK_TYPE_REVEALER, 1);

  g_assert_true (g_str_has_prefix (gtk_label_get_text (spz_tool_find (state, GTK_TYPE_LABEL, 0)), text));
  g_assert_true (gtk_revealer_get_reveal_child (state));
}

static void
test_text (SpzAppFixture *app,
           gconstpointer  data)
{
  Bench bench;

  set_up (&bench, app);
  g_assert_cmpuint (count_bars (&bench), ==, 2);

  gtk_editable_set_text (GTK_EDITABLE (bench.entry), "ausschreibung");
  g_assert_true (spz_app_wait (one_is_seen, &bench));
  assert_count (&bench, "Filtered: 1 of 2 phases");

  /* Nothing of it is stored, and a change of the plan leaves it */
  g_assert_true (spz_programme_set (app->programme, spz_tool_record (app, SPZ_TYPE_PHASE, 0), NULL,
                                    "progress", 90, NULL));
  g_assert_cmpuint (count_bars (&bench), ==, 1);

  /* What is revealed is seen */
  g_assert_true (spz_page_reveal (bench.page, spz_tool_record (app, SPZ_TYPE_PHASE, 0)));
  g_assert_true (spz_app_wait (all_are_seen, &bench));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (bench.entry)), ==, "");
}

static void
test_close (SpzAppFixture *app,
            gconstpointer  data)
{
  Bench bench;

  set_up (&bench, app);
  gtk_editable_set_text (GTK_EDITABLE (bench.entry), "ausschreibung");
  g_assert_true (spz_app_wait (one_is_seen, &bench));

  /* Escape */
  g_signal_emit_by_name (bench.entry, "stop-search");
  g_assert_true (spz_app_wait (all_are_seen, &bench));
}

static void
test_choice (SpzAppFixture *app,
             gconstpointer  data)
{
  Bench bench;
  GtkWidget *popover;
  AdwComboRow *audience, *field;

  set_up (&bench, app);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (spz_tool_find (bench.bar, GTK_TYPE_MENU_BUTTON, 0)));
  field = spz_tool_find (popover, ADW_TYPE_COMBO_ROW, 0);
  audience = spz_tool_find (popover, ADW_TYPE_COMBO_ROW, 3);

  /* All, across all fields, and the one there is */
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (field)), ==, 3);
  adw_combo_row_set_selected (field, 1);
  g_assert_cmpuint (count_bars (&bench), ==, 0);
  assert_count (&bench, "Filtered: 0 of 2 phases · Across all fields");
  adw_combo_row_set_selected (field, 2);
  g_assert_cmpuint (count_bars (&bench), ==, 2);

  adw_combo_row_set_selected (audience, 1 + SPZ_AUDIENCE_INTERNAL);
  g_assert_cmpuint (count_bars (&bench), ==, 0);

  spz_timeline_filter_bar_clear (bench.bar);
  g_assert_cmpuint (count_bars (&bench), ==, 2);
  g_assert_cmpuint (adw_combo_row_get_selected (audience), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  spz_app_test_init (&argc, &argv);

  spz_app_test ("/app/timeline-filter/text", test_text);
  spz_app_test ("/app/timeline-filter/close", test_close);
  spz_app_test ("/app/timeline-filter/choice", test_choice);

  return g_test_run ();
}
