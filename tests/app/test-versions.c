/* test-versions.c: keeping versions of the plan and comparing with them
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-app-fixture.h"
#include "spz-changes-window.h"
#include "spz-freeze-window.h"
#include "spz-page-tools.h"
#include "spz-plan-versions.h"
#include "spz-timeline-view.h"
#include "spz-version-button.h"

static gpointer
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }

  return NULL;
}

/* A button that is activated by Return is shown pressed for a while. */
static gboolean
is_closed (gpointer data)
{
  return find_window (SPZ_TYPE_FREEZE_WINDOW) == NULL;
}

static gboolean
is_refused (gpointer title)
{
  return gtk_widget_has_css_class (title, "error");
}

static guint
count (SpzAppFixture *fixture)
{
  return spz_record_list_get_size (spz_programme_get_list (fixture->programme, SPZ_TYPE_PLAN_VERSION));
}

static gint64
freeze (SpzAppFixture *fixture,
        const char    *title)
{
  g_autoptr(GError) error = NULL;
  gint64 version = spz_plan_version_freeze (fixture->programme, title, "beraten im VV",
                                            spz_date_new (2021, 1, 19), &error);

  g_assert_no_error (error);
  spz_app_settle ();

  return version;
}

static void
move (SpzAppFixture *fixture,
      SpzPhase      *phase)
{
  g_autoptr(GError) error = NULL;

  spz_programme_set (fixture->programme, phase, &error,
                     "start", spz_date_add_months (phase->start, 3),
                     "end", spz_date_add_months (phase->end + 1, 3) - 1,
                     NULL);
  g_assert_no_error (error);
  spz_app_settle ();
}

static void
compare (SpzPage *page,
         gint64   version)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "version.compare", "x", version));
  spz_app_settle ();
}

static gboolean
comparing (SpzPage *page)
{
  GtkRevealer *revealer = spz_tool_find (spz_tool_find (page, g_type_from_name ("SpzVersionBar"), 0),
                                         GTK_TYPE_REVEALER, 0);

  return gtk_revealer_get_reveal_child (revealer);
}

static gboolean
strikes_through (GtkWidget *row)
{
  for (guint i = 0; i < spz_tool_count (row, GTK_TYPE_LABEL); i++)
    if (strstr (gtk_label_get_label (spz_tool_find (row, GTK_TYPE_LABEL, i)), "<s>") != NULL)
      return TRUE;

  return FALSE;
}

/* By the dialogue, with Return; one step */
static void
test_freeze (SpzAppFixture *fixture,
             gconstpointer  data)
{
  SpzPage *page = spz_tool_show (fixture, "timeline");
  SpzVersionButton *button = spz_tool_find (page, SPZ_TYPE_VERSION_BUTTON, 0);
  SpzFreezeWindow *window;
  SpzPlanVersion *version;
  GtkEditable *title, *occasion;

  spz_tool_do (page, "version.freeze");
  window = find_window (SPZ_TYPE_FREEZE_WINDOW);
  g_assert_nonnull (window);
  title = spz_tool_find (window, ADW_TYPE_ENTRY_ROW, 0);
  occasion = spz_tool_find (window, ADW_TYPE_ENTRY_ROW, 1);
  g_assert_cmpstr (gtk_editable_get_text (title), !=, "");

  /* Nothing is kept without a name */
  gtk_editable_set_text (title, " ");
  g_assert_false (gtk_widget_is_sensitive (gtk_window_get_default_widget (GTK_WINDOW (window))));

  gtk_editable_set_text (title, "Stand Januar 2021");
  gtk_editable_set_text (occasion, "beraten im VV");
  gtk_widget_activate_default (GTK_WIDGET (title));
  g_assert_true (spz_app_wait (is_closed, NULL));
  spz_app_settle ();
  g_assert_cmpuint (count (fixture), ==, 1);
  version = spz_tool_record (fixture, SPZ_TYPE_PLAN_VERSION, 0);
  g_assert_cmpstr (version->title, ==, "Stand Januar 2021");
  g_assert_cmpstr (version->occasion, ==, "beraten im VV");
  g_assert_cmpint (version->date, ==, spz_date_new (2021, 2, 1));
  g_assert_cmpuint (spz_tool_count (button, GTK_TYPE_LIST_BOX_ROW), ==, 1);

  spz_tool_undo (fixture);
  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_cmpuint (spz_tool_count (button, GTK_TYPE_LIST_BOX_ROW), ==, 0);
}

/* A name that is taken is refused in the dialogue, which stays */
static void
test_taken (SpzAppFixture *fixture,
            gconstpointer  data)
{
  SpzPage *page = spz_tool_show (fixture, "timeline");
  SpzFreezeWindow *window;
  GtkWidget *title;

  freeze (fixture, "Stand Januar 2021");
  spz_tool_do (page, "version.freeze");
  window = find_window (SPZ_TYPE_FREEZE_WINDOW);
  title = spz_tool_find (window, ADW_TYPE_ENTRY_ROW, 0);
  gtk_editable_set_text (GTK_EDITABLE (title), "stand januar 2021");
  gtk_widget_activate_default (title);
  g_assert_true (spz_app_wait (is_refused, title));
  g_assert_true (find_window (SPZ_TYPE_FREEZE_WINDOW) == window);
  g_assert_cmpuint (count (fixture), ==, 1);

  gtk_window_close (GTK_WINDOW (window));
  spz_app_settle ();
  g_assert_null (find_window (SPZ_TYPE_FREEZE_WINDOW));
}

/* What was moved is listed, leads to its phase, and follows undo */
static void
test_compare (SpzAppFixture *fixture,
              gconstpointer  data)
{
  SpzPage *page = spz_tool_show (fixture, "timeline");
  SpzTimelineView *view = spz_tool_find (page, SPZ_TYPE_TIMELINE_VIEW, 0);
  SpzPhase *phase = spz_tool_record (fixture, SPZ_TYPE_PHASE, 1);
  gint64 version = freeze (fixture, "Stand Januar 2021");
  SpzChangesWindow *window;
  AdwActionRow *row;

  g_assert_false (comparing (page));
  compare (page, version);
  window = find_window (SPZ_TYPE_CHANGES_WINDOW);
  g_assert_nonnull (window);
  g_assert_true (comparing (page));
  g_assert_cmpuint (spz_tool_count (window, ADW_TYPE_ACTION_ROW), ==, 0);

  move (fixture, phase);
  g_assert_cmpuint (spz_tool_count (window, ADW_TYPE_ACTION_ROW), ==, 1);
  row = spz_tool_find (window, ADW_TYPE_ACTION_ROW, 0);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "EU-weite Ausschreibung");
  g_assert_true (strikes_through (GTK_WIDGET (row)));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (row), "one quarter later"));

  g_assert_true (gtk_widget_activate (GTK_WIDGET (row)));
  spz_app_settle ();
  g_assert_true (spz_timeline_view_get_selected (view) == SPZ_RECORD (phase));

  spz_tool_undo (fixture);
  g_assert_cmpuint (spz_tool_count (window, ADW_TYPE_ACTION_ROW), ==, 0);

  spz_tool_do (page, "version.end");
  g_assert_false (comparing (page));
  g_assert_null (find_window (SPZ_TYPE_CHANGES_WINDOW));
}

/* A version is chosen by its row */
static void
test_choose (SpzAppFixture *fixture,
             gconstpointer  data)
{
  SpzPage *page = spz_tool_show (fixture, "timeline");
  SpzVersionButton *button = spz_tool_find (page, SPZ_TYPE_VERSION_BUTTON, 0);

  freeze (fixture, "Stand Januar 2021");
  gtk_menu_button_popup (spz_tool_find (button, GTK_TYPE_MENU_BUTTON, 0));
  spz_app_settle ();
  g_assert_true (gtk_widget_activate (spz_tool_find (button, GTK_TYPE_LIST_BOX_ROW, 0)));
  spz_app_settle ();

  g_assert_false (gtk_widget_is_visible (spz_tool_find (button, GTK_TYPE_POPOVER, 0)));
  g_assert_true (comparing (page));
  g_assert_nonnull (find_window (SPZ_TYPE_CHANGES_WINDOW));
}

/* Without its version, there is nothing to compare with */
static void
test_delete (SpzAppFixture *fixture,
             gconstpointer  data)
{
  SpzPage *page = spz_tool_show (fixture, "timeline");
  gint64 version = freeze (fixture, "Stand Januar 2021");

  move (fixture, spz_tool_record (fixture, SPZ_TYPE_PHASE, 1));
  compare (page, version);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "version.delete", "x", version));
  spz_app_settle ();

  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_false (comparing (page));
  g_assert_null (find_window (SPZ_TYPE_CHANGES_WINDOW));

  spz_tool_undo (fixture);
  g_assert_cmpuint (count (fixture), ==, 1);
  spz_tool_do (page, "version.compare-latest");
  g_assert_true (comparing (page));
}

/* What only some may read is not in the wording for others */
static void
test_audience (SpzAppFixture *fixture,
               gconstpointer  data)
{
  SpzPage *page = spz_tool_show (fixture, "timeline");
  SpzPhase *phase = spz_tool_record (fixture, SPZ_TYPE_PHASE, 1);
  g_autoptr(GError) error = NULL;
  SpzChangesWindow *window;
  GtkDropDown *audience;
  GtkWidget *copy;
  gint64 version;

  spz_programme_set (fixture->programme, phase, &error, "audience", SPZ_AUDIENCE_INTERNAL, NULL);
  g_assert_no_error (error);
  version = freeze (fixture, "Stand Januar 2021");
  move (fixture, phase);
  compare (page, version);

  window = find_window (SPZ_TYPE_CHANGES_WINDOW);
  g_assert_cmpuint (spz_tool_count (window, ADW_TYPE_ACTION_ROW), ==, 1);
  audience = spz_tool_find (window, GTK_TYPE_DROP_DOWN, 0);
  copy = gtk_widget_get_next_sibling (GTK_WIDGET (audience));
  g_assert_cmpuint (gtk_drop_down_get_selected (audience), ==, SPZ_AUDIENCE_PUBLIC);
  g_assert_false (gtk_widget_is_sensitive (copy));
  gtk_drop_down_set_selected (audience, SPZ_AUDIENCE_INTERNAL);
  g_assert_true (gtk_widget_is_sensitive (copy));
}

int
main (int    argc,
      char **argv)
{
  spz_app_test_init (&argc, &argv);

#define ADD(path, function) \
  g_test_add (path, SpzAppFixture, NULL, spz_app_fixture_set_up, function, spz_app_fixture_tear_down)
  ADD ("/versions/freeze", test_freeze);
  ADD ("/versions/taken", test_taken);
  ADD ("/versions/compare", test_compare);
  ADD ("/versions/choose", test_choose);
  ADD ("/versions/delete", test_delete);
  ADD ("/versions/audience", test_audience);
#undef ADD

  return g_test_run ();
}
