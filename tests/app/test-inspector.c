/* test-inspector.c: editing what is selected in the plan, beside it
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-conflict-list.h"
#include "spz-date-row.h"
#include "spz-dependencies.h"
#include "spz-dependency-list.h"
#include "spz-inspector.h"
#include "spz-page-tools.h"
#include "spz-selection-editor.h"
#include "spz-timeline-item.h"

typedef struct
{
  SpzAppFixture   *app;
  SpzPage         *page;
  SpzTimelineView *view;
  AdwFlap         *flap;
  SpzInspector    *inspector;
  SpzPhase        *first;
  SpzPhase        *second;
} Bench;

static void
set_up (Bench         *bench,
        SpzAppFixture *app,
        int            width)
{
  bench->app = app;
  bench->page = spz_tool_show (app, "timeline");
  gtk_window_set_default_size (GTK_WINDOW (app->window), width, 800);
  spz_app_settle ();
  bench->view = spz_tool_find (bench->page, SPZ_TYPE_TIMELINE_VIEW, 0);
  bench->flap = spz_tool_find (bench->page, ADW_TYPE_FLAP, 0);
  bench->inspector = spz_tool_find (bench->page, SPZ_TYPE_INSPECTOR, 0);
  bench->first = spz_tool_record (app, SPZ_TYPE_PHASE, 0);
  bench->second = spz_tool_record (app, SPZ_TYPE_PHASE, 1);

  /* A key goes to the window that has the server's focus */
  spz_tool_xdo ("mousemove 200 200 sleep 0.05");
}

static void
inspect (Bench    *bench,
         gpointer  record)
{
  g_assert_true (spz_timeline_view_select (bench->view, record));
  spz_tool_do (bench->page, "plan.edit");
  g_assert_true (adw_flap_get_reveal_flap (bench->flap));
}

static gboolean
has_focus (gpointer widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* On the bar itself, not just on the plan */
static void
assert_bar_has_focus (Bench *bench)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (bench->app->window));

  g_assert_true (SPZ_IS_TIMELINE_ITEM (focus));
  g_assert_true (gtk_widget_get_state_flags (focus) & GTK_STATE_FLAG_SELECTED);
}

static void
assert_in_file (Bench      *bench,
                SpzPhase   *phase,
                const char *start,
                const char *end)
{
  g_autofree char *start_found = spz_tool_text_in_file (bench->app, phase, "phase", "start");
  g_autofree char *end_found = spz_tool_text_in_file (bench->app, phase, "phase", "end");

  g_assert_cmpstr (start_found, ==, start);
  g_assert_cmpstr (end_found, ==, end);
}

static guint
count_steps (Bench *bench)
{
  g_autoptr(GPtrArray) history = spz_programme_get_history (bench->app->programme, 0, NULL);

  return history->len;
}

static void
type_into (gpointer    row,
           const char *text)
{
  gtk_widget_grab_focus (row);
  spz_tool_xdo ("key ctrl+a type --delay 5 '%s'", text);
}

/* Ctrl+Enter writes down and ends, Escape ends; both lead back to the bar */
static void
test_keys (SpzAppFixture *app,
           gconstpointer  data)
{
  g_autofree char *title = NULL;
  Bench bench;

  set_up (&bench, app, 1200);
  inspect (&bench, bench.second);
  g_assert_true (has_focus (spz_tool_find (bench.inspector, ADW_TYPE_ENTRY_ROW, 0)));

  type_into (spz_tool_find (bench.inspector, ADW_TYPE_ENTRY_ROW, 0), "Vergabe");
  spz_tool_xdo ("key ctrl+Return");
  title = spz_tool_text_in_file (app, bench.second, "phase", "title");
  g_assert_cmpstr (title, ==, "Vergabe");
  g_assert_false (adw_flap_get_reveal_flap (bench.flap));
  assert_bar_has_focus (&bench);

  /* The first Escape takes back what was typed */
  inspect (&bench, bench.second);
  type_into (spz_tool_find (bench.inspector, ADW_TYPE_ENTRY_ROW, 0), "Anders");
  spz_tool_xdo ("key Escape");
  g_assert_true (adw_flap_get_reveal_flap (bench.flap));
  spz_tool_xdo ("key Escape");
  g_assert_false (adw_flap_get_reveal_flap (bench.flap));
  assert_bar_has_focus (&bench);
  g_assert_cmpstr (bench.second->title, ==, "Vergabe");
}

/* What can't be taken says why where it stands, stays, and is taken as soon as
 * it can be */
static void
test_dates (SpzAppFixture *app,
            gconstpointer  data)
{
  SpzDateRow *start, *end;
  Bench bench;

  set_up (&bench, app, 1200);
  inspect (&bench, bench.second);
  start = spz_tool_find (bench.inspector, SPZ_TYPE_DATE_ROW, 0);
  end = spz_tool_find (bench.inspector, SPZ_TYPE_DATE_ROW, 1);

  type_into (end, "Q4 2020");
  spz_tool_xdo ("key Return");
  assert_in_file (&bench, bench.second, "2021-01-01", "2021-06-30");
  g_assert_true (spz_date_row_get_has_problem (end));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (end), "error"));
  g_assert_true (gtk_widget_has_css_class (gtk_widget_get_next_sibling (GTK_WIDGET (end)), "spz-problem"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (end)), ==, "Q4 2020");

  /* With that, one isn't through */
  spz_tool_xdo ("key ctrl+Return");
  g_assert_true (adw_flap_get_reveal_flap (bench.flap));
  g_assert_true (has_focus (end));

  type_into (start, "Q3 2020");
  spz_tool_xdo ("key Return");
  assert_in_file (&bench, bench.second, "2020-07-01", "2020-12-31");
  g_assert_false (spz_date_row_get_has_problem (end));
  g_assert_false (gtk_widget_has_css_class (gtk_widget_get_next_sibling (GTK_WIDGET (end)), "spz-problem"));

  type_into (end, "morgen vielleicht");
  spz_tool_xdo ("key Return");
  g_assert_true (spz_date_row_get_has_problem (end));
  spz_tool_xdo ("key Escape");
  g_assert_false (spz_date_row_get_has_problem (end));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (end)), ==, "Q4 2020");
}

/* What is chosen for several is one step */
static void
test_several (SpzAppFixture *app,
              gconstpointer  data)
{
  SpzSelectionEditor *editor;
  AdwComboRow *progress, *certainty;
  Bench bench;
  guint n_steps;

  set_up (&bench, app, 1200);
  inspect (&bench, bench.first);
  spz_timeline_view_focus_selected (bench.view);
  spz_tool_xdo ("key shift+Right");
  editor = spz_tool_find (bench.inspector, SPZ_TYPE_SELECTION_EDITOR, 0);
  g_assert_nonnull (editor);
  n_steps = count_steps (&bench);

  /* Kind, certainty, progress, responsible, audience */
  g_assert_cmpuint (spz_tool_count (editor, ADW_TYPE_COMBO_ROW), ==, 5);
  certainty = spz_tool_find (editor, ADW_TYPE_COMBO_ROW, 1);
  progress = spz_tool_find (editor, ADW_TYPE_COMBO_ROW, 2);
  g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (progress)), ==, "Different");
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (progress)), ==, 12);

  adw_combo_row_set_selected (progress, 11);
  spz_app_settle ();
  g_assert_cmpint (bench.first->progress, ==, 100);
  g_assert_cmpint (bench.second->progress, ==, 100);
  g_assert_cmpuint (count_steps (&bench), ==, n_steps + 1);
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (progress)), ==, 11);
  g_assert_cmpuint (adw_combo_row_get_selected (progress), ==, 10);

  adw_combo_row_set_selected (certainty, SPZ_CERTAINTY_EXPECTED);
  spz_app_settle ();
  g_assert_cmpint (bench.first->certainty, ==, SPZ_CERTAINTY_EXPECTED);
  g_assert_cmpint (bench.second->certainty, ==, SPZ_CERTAINTY_EXPECTED);

  spz_tool_undo (app);
  spz_tool_undo (app);
  g_assert_cmpint (bench.first->progress, ==, 80);
  g_assert_cmpint (bench.second->progress, ==, 20);
  g_assert_cmpstr (gtk_string_object_get_string (adw_combo_row_get_selected_item (progress)), ==, "Different");
}

/* A dependency is made and removed by keyboard; what it makes impossible is
 * said with both dates */
static void
test_dependency (SpzAppFixture *app,
                 gconstpointer  data)
{
  SpzRecordList *dependencies = spz_programme_get_list (app->programme, SPZ_TYPE_DEPENDENCY);
  SpzDependencyList *list;
  SpzConflictList *conflicts;
  SpzDependency *dependency;
  GtkLabel *label;
  Bench bench;

  set_up (&bench, app, 1200);
  inspect (&bench, bench.first);
  list = spz_tool_find (bench.inspector, SPZ_TYPE_DEPENDENCY_LIST, 0);
  conflicts = spz_tool_find (bench.inspector, SPZ_TYPE_CONFLICT_LIST, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (conflicts)));

  gtk_widget_grab_focus (spz_tool_find (list, GTK_TYPE_MENU_BUTTON, 0));
  spz_tool_xdo ("key space sleep 0.2 type --delay 5 ausschreib");
  spz_tool_xdo ("sleep 0.4 key Return");
  g_assert_cmpuint (spz_record_list_get_size (dependencies), ==, 1);
  dependency = spz_record_list_get (dependencies, 0);
  g_assert_cmpint (dependency->predecessor, ==, spz_record_get_id (SPZ_RECORD (bench.second)));
  g_assert_cmpint (dependency->successor, ==, spz_record_get_id (SPZ_RECORD (bench.first)));

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (conflicts)));
  label = spz_tool_find (conflicts, GTK_TYPE_LABEL, 0);
  g_assert_cmpstr (gtk_label_get_text (label), ==,
                   "“Vorbereitung” begins on 01/01/2020, but “EU-weite Ausschreibung” ends only on 30/06/2021.");

  /* The other way round they would wait for each other: said in place */
  gtk_widget_grab_focus (spz_tool_find (list, GTK_TYPE_MENU_BUTTON, 1));
  spz_tool_xdo ("key space sleep 0.2 type --delay 5 ausschreib");
  spz_tool_xdo ("sleep 0.4 key Return");
  g_assert_cmpuint (spz_record_list_get_size (dependencies), ==, 1);

  /* The row's button */
  gtk_widget_grab_focus (spz_tool_find (list, GTK_TYPE_BUTTON, 0));
  spz_tool_xdo ("key space");
  g_assert_cmpuint (spz_record_list_get_size (dependencies), ==, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (conflicts)));
  g_assert_true (has_focus (list));
}

/* The context menu, by its keys alone */
static void
test_menu (SpzAppFixture *app,
           gconstpointer  data)
{
  SpzRecordList *phases = spz_programme_get_list (app->programme, SPZ_TYPE_PHASE);
  Bench bench;

  set_up (&bench, app, 1200);
  g_assert_true (spz_timeline_view_select (bench.view, SPZ_RECORD (bench.second)));
  spz_tool_xdo ("key shift+F10 sleep 0.3 key Return");
  g_assert_true (adw_flap_get_reveal_flap (bench.flap));
  spz_tool_xdo ("key Escape");
  assert_bar_has_focus (&bench);

  g_assert_cmpuint (spz_record_list_get_size (phases), ==, 2);
  spz_tool_xdo ("key shift+F10 sleep 0.3 key Down sleep 0.1 key Down sleep 0.1 key Down sleep 0.1 key Down sleep 0.1 key Return");
  g_assert_cmpuint (spz_record_list_get_size (phases), ==, 1);
}

/* On a narrow window it covers the plan, which is out of reach meanwhile */
static void
test_sheet (SpzAppFixture *app,
            gconstpointer  data)
{
  GtkWidget *content;
  Bench bench;

  set_up (&bench, app, 700);
  adw_flap_set_fold_policy (bench.flap, ADW_FLAP_FOLD_POLICY_ALWAYS);
  inspect (&bench, bench.second);
  content = adw_flap_get_content (bench.flap);
  g_assert_true (adw_flap_get_folded (bench.flap));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (bench.inspector)), ==,
                   gtk_widget_get_width (GTK_WIDGET (bench.flap)));
  for (int i = 0; i < 40; i++)
    {
      gtk_widget_child_focus (GTK_WIDGET (app->window), GTK_DIR_TAB_FORWARD);
      g_assert_false (has_focus (content));
    }

  gtk_widget_grab_focus (spz_tool_find (bench.inspector, ADW_TYPE_ENTRY_ROW, 0));
  spz_tool_xdo ("sleep 0.3 key Escape sleep 0.2");
  g_assert_false (adw_flap_get_reveal_flap (bench.flap));
  assert_bar_has_focus (&bench);
}

int
main (int    argc,
      char **argv)
{
  spz_app_test_init (&argc, &argv);

  spz_app_test ("/app/inspector/keys", test_keys);
  spz_app_test ("/app/inspector/dates", test_dates);
  spz_app_test ("/app/inspector/several", test_several);
  spz_app_test ("/app/inspector/dependency", test_dependency);
  spz_app_test ("/app/inspector/menu", test_menu);
  spz_app_test ("/app/inspector/sheet", test_sheet);

  return g_test_run ();
}
