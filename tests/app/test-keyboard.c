/* test-keyboard.c: dialogues by keyboard, and what the list of shortcuts says
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-application.h"
#include "spz-page-tools.h"
#include "spz-plan-versions.h"
#include "spz-timeline-view-private.h"

/* Dialogues */

static GtkWindow *
find_dialogue (SpzAppFixture *app)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (app->window) &&
          gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

static gboolean
is_open (gpointer app)
{
  return find_dialogue (app) != NULL;
}

static gboolean
is_closed (gpointer app)
{
  return find_dialogue (app) == NULL;
}

static gboolean
is_active (gpointer window)
{
  return gtk_window_is_active (window);
}

/* It has the focus somewhere, from where Tab leads on, and Escape closes it */
static void
assert_usable (SpzAppFixture *app,
               const char    *name)
{
  GtkWindow *window;

  g_test_message ("%s", name);
  g_assert_true (spz_app_wait (is_open, app));
  spz_app_settle ();
  window = find_dialogue (app);
  g_assert_true (spz_app_wait (is_active, window));
  g_assert_nonnull (gtk_window_get_focus (window));
  spz_tool_xdo ("key Tab");
  g_assert_nonnull (gtk_window_get_focus (window));
  spz_tool_xdo ("key Escape");
  g_assert_true (spz_app_wait (is_closed, app));
}

static void
test_windows (SpzAppFixture *app,
              gconstpointer  data)
{
  static const char *const actions[] = { "history", "properties", NULL };

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_assert_true (spz_app_action (app, actions[i]));
      assert_usable (app, actions[i]);
    }
}

static void
test_page_windows (SpzAppFixture *app,
                   gconstpointer  data)
{
  static const struct
  {
    const char *page;
    const char *action;
  } windows[] = {
    { "timeline", "plan.kinds" },
    { "timeline", "plan.check" },
    { "timeline", "version.freeze" },
    { "timeline", "version.changes" },
    { "meetings", "meetings.bodies" },
  };
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (spz_plan_version_freeze (app->programme, "Stand Januar", "", spz_date_new (2021, 1, 19), &error),
                   >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      SpzPage *page = spz_tool_show (app, windows[i].page);

      if (g_str_equal (windows[i].action, "version.changes"))
        spz_tool_do (page, "version.compare-latest");
      spz_tool_do (page, windows[i].action);
      assert_usable (app, windows[i].action);
    }
}

/* Shortcuts */

typedef struct
{
  SpzAppFixture   *app;
  GtkApplication  *application;
  SpzTimelineView *view;
  SpzPage         *briefings;
  GHashTable      *listed; /* all accelerators that are, normalised */
} Bench;

static char *
normalise (const char *accelerator)
{
  GdkModifierType state;
  guint keyval;

  g_assert_true (gtk_accelerator_parse (accelerator, &keyval, &state));

  return gtk_accelerator_name (keyval, state);
}

static gboolean
is_bound_in (GtkWidget  *widget,
             const char *accelerator)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr(GtkShortcutTrigger) trigger = gtk_shortcut_trigger_parse_string (accelerator);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GListModel) shortcuts = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (shortcuts))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (shortcuts); j++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (shortcuts, j);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), trigger))
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
is_handled_by_plan (Bench      *bench,
                    const char *accelerator)
{
  GdkModifierType state;
  guint keyval;
  gboolean handled;

  spz_timeline_view_select (bench->view, spz_tool_record (bench->app, SPZ_TYPE_PHASE, 0));
  gtk_accelerator_parse (accelerator, &keyval, &state);
  handled = spz_timeline_view_handle_key (bench->view, keyval, state);
  spz_timeline_view_end_rename (bench->view, FALSE);
  if (bench->view->menu != NULL)
    gtk_popover_popdown (GTK_POPOVER (bench->view->menu));
  spz_app_settle ();

  return handled;
}

static void
assert_bound (Bench      *bench,
              const char *group,
              const char *accelerator)
{
  g_auto(GStrv) actions = gtk_application_get_actions_for_accel (bench->application, accelerator);

  g_hash_table_add (bench->listed, normalise (accelerator));

  /* What belongs to other widgets is tested with them */
  if (g_str_equal (group, "Editing") || g_str_equal (group, "In an Outline") ||
      g_str_equal (group, "Beside the Timeline") || g_str_equal (group, "Between Blocks") || g_str_equal (group, "At the Lectern"))
    return;

  if (actions[0] == NULL && !is_bound_in (GTK_WIDGET (bench->app->window), accelerator) &&
      !(g_str_equal (group, "In a Briefing") && is_bound_in (GTK_WIDGET (bench->briefings), accelerator)) &&
      !(g_str_equal (group, "In the Timeline") && is_handled_by_plan (bench, accelerator)))
    g_error ("%s, in “%s”, is bound to nothing", accelerator, group);
}

static void
visit (Bench      *bench,
       GtkWidget  *widget,
       const char *group)
{
  g_autofree char *title = NULL;

  if (GTK_IS_SHORTCUTS_GROUP (widget))
    {
      g_object_get (widget, "title", &title, NULL);
      group = title;
    }
  else if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    {
      g_autofree char *accelerators = NULL;
      g_auto(GStrv) each = NULL;

      /* Those that are found by searching are copies, in no group */
      if (group == NULL)
        return;

      g_object_get (widget, "accelerator", &accelerators, NULL);
      each = g_strsplit (accelerators, " ", -1);
      for (guint i = 0; each[i] != NULL; i++)
        assert_bound (bench, group, each[i]);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    visit (bench, child, group);
}

/* Each that is listed is bound, and each that the application binds is listed */
static void
test_shortcuts (SpzAppFixture *app,
                gconstpointer  data)
{
  g_autoptr(SpzApplication) application = spz_application_new ("io.github.sprechzettel.Test");
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource (SPZ_RESOURCE_PATH "/spz-shortcuts.ui");
  GtkWidget *overlay = GTK_WIDGET (gtk_builder_get_object (builder, "help_overlay"));
  g_autoptr(GHashTable) listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto(GStrv) actions = NULL;
  g_autoptr(GError) error = NULL;
  Bench bench = { app, GTK_APPLICATION (application), .listed = listed };

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  bench.briefings = spz_tool_show (app, "briefings");
  bench.view = spz_tool_find (spz_tool_show (app, "timeline"), SPZ_TYPE_TIMELINE_VIEW, 0);
  spz_app_settle ();
  visit (&bench, overlay, NULL);
  g_assert_cmpuint (g_hash_table_size (listed), >, 30);

  actions = gtk_application_list_action_descriptions (bench.application);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto(GStrv) accels = gtk_application_get_accels_for_action (bench.application, actions[i]);

      for (guint j = 0; accels[j] != NULL; j++)
        {
          g_autofree char *accel = normalise (accels[j]);

          if (!g_hash_table_contains (listed, accel))
            g_error ("%s, of %s, is not listed", accel, actions[i]);
        }
    }

  gtk_window_destroy (GTK_WINDOW (overlay));
}

int
main (int    argc,
      char **argv)
{
  spz_app_test_init (&argc, &argv);

  spz_app_test ("/app/keyboard/windows", test_windows);
  spz_app_test ("/app/keyboard/page-windows", test_page_windows);
  spz_app_test ("/app/keyboard/shortcuts", test_shortcuts);

  return g_test_run ();
}
