/* test-versions-hand.c: versions of the plan by keyboard and pointer
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-app-fixture.h"
#include "spz-freeze-window.h"
#include "spz-page-tools.h"
#include "spz-plan-versions.h"
#include "spz-timeline-page.h"
#include "spz-timeline-view.h"
#include "spz-version-button.h"
#include "spz-version-window.h"
#include "spz-versions-window.h"

typedef struct
{
  GType    type;
  gboolean open;
} Wanted;

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

static gboolean
is_as_wanted (gpointer data)
{
  const Wanted *wanted = data;
  GtkWindow *window = find_window (wanted->type);

  return wanted->open ? window != NULL && gtk_window_is_active (window) : window == NULL;
}

static void
assert_window (GType    type,
               gboolean open)
{
  Wanted wanted = { type, open };

  g_assert_true (spz_app_wait (is_as_wanted, &wanted));
}

static guint
count_ghosts (SpzPage *page)
{
  SpzTimelineView *view = spz_tool_find (page, SPZ_TYPE_TIMELINE_VIEW, 0);
  guint n;

  spz_timeline_plan_get_ghosts (spz_timeline_layout_get_plan (spz_timeline_view_get_layout (view)), &n);

  return n;
}

static GtkWidget *
open_popover (SpzPage *page)
{
  GtkWidget *button = spz_tool_find (spz_tool_find (page, SPZ_TYPE_VERSION_BUTTON, 0), GTK_TYPE_MENU_BUTTON, 0);

  gtk_widget_grab_focus (button);
  spz_tool_xdo ("key space sleep 0.3");

  return GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
}

static gboolean
is_called (gpointer data)
{
  SpzAppFixture *self = data;
  SpzPlanVersion *version = spz_plan_version_get_latest (self->programme);

  return version != NULL && g_str_equal (version->title, "Stand VV");
}

static gboolean
is_renamed (gpointer data)
{
  SpzAppFixture *self = data;

  return g_str_equal (spz_plan_version_get_latest (self->programme)->title, "Beschluss");
}

/* Kept, compared, renamed, shown and deleted without a pointer */
static void
test_keyboard (SpzAppFixture *self,
               gconstpointer  data)
{
  SpzPage *page = spz_tool_show (self, "timeline");
  SpzPhase *phase = spz_tool_record (self, SPZ_TYPE_PHASE, 0);
  SpzTimelineView *view = spz_tool_find (page, SPZ_TYPE_TIMELINE_VIEW, 0);
  SpzDate start = phase->start;

  open_popover (page);
  spz_tool_xdo ("key space sleep 0.3");
  assert_window (SPZ_TYPE_FREEZE_WINDOW, TRUE);
  spz_tool_xdo ("key ctrl+a type 'Stand VV'");
  spz_tool_xdo ("key Return sleep 0.2");
  assert_window (SPZ_TYPE_FREEZE_WINDOW, FALSE);
  g_assert_true (spz_app_wait (is_called, self));
  g_assert_null (spz_timeline_page_get_version (SPZ_TIMELINE_PAGE (page)));

  /* By the row, which is before its buttons */
  open_popover (page);
  spz_tool_xdo ("key Return sleep 0.3");
  g_assert_true (spz_timeline_page_get_version (SPZ_TIMELINE_PAGE (page)) != NULL);
  g_assert_cmpuint (count_ghosts (page), ==, 0);
  spz_tool_xdo ("key Escape sleep 0.3");

  spz_timeline_view_select (view, SPZ_RECORD (phase));
  gtk_widget_grab_focus (GTK_WIDGET (view));
  spz_tool_xdo ("key alt+Right sleep 0.2");
  g_assert_cmpint (phase->start, >, start);
  g_assert_cmpuint (count_ghosts (page), ==, 1);

  /* The eye, the pencil, the bin */
  open_popover (page);
  spz_tool_xdo ("key Tab key space sleep 0.4");
  assert_window (SPZ_TYPE_VERSION_WINDOW, TRUE);
  spz_tool_xdo ("key Escape sleep 0.3");
  assert_window (SPZ_TYPE_VERSION_WINDOW, FALSE);

  open_popover (page);
  spz_tool_xdo ("key Tab key Tab key space sleep 0.4");
  assert_window (SPZ_TYPE_FREEZE_WINDOW, TRUE);
  spz_tool_xdo ("key ctrl+a type Beschluss");
  spz_tool_xdo ("key Return sleep 0.2");
  assert_window (SPZ_TYPE_FREEZE_WINDOW, FALSE);
  g_assert_true (spz_app_wait (is_renamed, self));
  g_assert_true (spz_plan_version_check (self->programme, spz_plan_version_get_latest (self->programme), NULL));

  open_popover (page);
  spz_tool_xdo ("key Tab key Tab key Tab key space sleep 0.3");
  g_assert_null (spz_plan_version_get_latest (self->programme));
  g_assert_cmpuint (count_ghosts (page), ==, 0);
  spz_tool_xdo ("key Escape sleep 0.2 key ctrl+z sleep 0.2");
  g_assert_nonnull (spz_plan_version_get_latest (self->programme));
}

static void
click (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  graphene_point_t middle;
  double x, y;

  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (native),
                                           &GRAPHENE_POINT_INIT (gtk_widget_get_width (widget) / 2,
                                                                 gtk_widget_get_height (widget) / 2), &middle));
  gtk_native_get_surface_transform (native, &x, &y);
  spz_tool_xdo ("getactivewindow mousemove --window %%1 %d %d click 1 sleep 0.4",
                (int) (middle.x + x), (int) (middle.y + y));
}

/* Where the window is narrow: from the menu, the windows with the pointer */
static void
test_window (SpzAppFixture *self,
             gconstpointer  data)
{
  SpzPage *page = spz_tool_show (self, "timeline");
  SpzPhase *phase = spz_tool_record (self, SPZ_TYPE_PHASE, 0);
  GtkWidget *window;

  g_assert_cmpint (spz_plan_version_freeze (self->programme, "Stand VV", "", SPZ_DATE_NONE, NULL), >, 0);
  g_assert_true (spz_programme_set (self->programme, phase, NULL, "end", phase->end + 30, NULL));
  spz_app_settle ();

  spz_tool_do (page, "version.list");
  assert_window (SPZ_TYPE_VERSIONS_WINDOW, TRUE);
  window = find_window (SPZ_TYPE_VERSIONS_WINDOW);
  click (gtk_widget_get_first_child (spz_tool_find (window, GTK_TYPE_LIST_BOX_ROW, 0)));
  assert_window (SPZ_TYPE_VERSIONS_WINDOW, FALSE);
  g_assert_cmpuint (count_ghosts (page), ==, 1);
  spz_tool_xdo ("key Escape sleep 0.3");

  /* What was deleted there comes back from there */
  spz_tool_do (page, "version.list");
  assert_window (SPZ_TYPE_VERSIONS_WINDOW, TRUE);
  window = find_window (SPZ_TYPE_VERSIONS_WINDOW);
  click (spz_tool_find (spz_tool_find (window, GTK_TYPE_LIST_BOX_ROW, 0), GTK_TYPE_BUTTON, 2));
  g_assert_null (spz_plan_version_get_latest (self->programme));
  g_assert_nonnull (spz_tool_find (window, g_type_from_name ("AdwToastWidget"), 0));
  click (spz_tool_find (spz_tool_find (window, g_type_from_name ("AdwToastWidget"), 0), GTK_TYPE_BUTTON, 0));
  g_assert_nonnull (spz_plan_version_get_latest (self->programme));
  spz_tool_xdo ("key Escape sleep 0.3");
  assert_window (SPZ_TYPE_VERSIONS_WINDOW, FALSE);
}

int
main (int    argc,
      char **argv)
{
  spz_app_test_init (&argc, &argv);

  g_test_add ("/versions-hand/keyboard", SpzAppFixture, NULL,
              spz_app_fixture_set_up, test_keyboard, spz_app_fixture_tear_down);
  g_test_add ("/versions-hand/window", SpzAppFixture, NULL,
              spz_app_fixture_set_up, test_window, spz_app_fixture_tear_down);

  return g_test_run ();
}
