/* test-timeline-view.c: editing the plan with a real pointer and keyboard
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-app-fixture.h"

#include <string.h>

#include "spz-dependencies.h"
#include "spz-timeline-item.h"
#include "spz-timeline-view.h"
#include "spz-window-private.h"

/* Xdotool moves the X server's pointer and presses its keys, so that all is
 * tested from the event on; where to is what the view says. What is found then
 * is read from the file by another connection. */

typedef struct
{
  SpzAppFixture   *app;
  SpzTimelineView *view;
  SpzPhase        *phase;
} Bench;

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
set_up (Bench         *bench,
        SpzAppFixture *app)
{
  bench->app = app;
  spz_window_show_page (app->window, "timeline");
  gtk_window_set_default_size (GTK_WINDOW (app->window), 1200, 800);
  spz_app_settle ();

  bench->view = SPZ_TIMELINE_VIEW (find_widget (GTK_WIDGET (app->window), SPZ_TYPE_TIMELINE_VIEW));
  g_assert_nonnull (bench->view);
  bench->phase = spz_record_list_get (spz_programme_get_list (app->programme, SPZ_TYPE_PHASE), 1);
  g_assert_cmpstr (bench->phase->title, ==, "EU-weite Ausschreibung");
}

/* Xdotool */

static void
child_exited_cb (GPid     pid,
                 int      status,
                 gpointer done)
{
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_spawn_close_pid (pid);
  *(gboolean *) done = TRUE;
}

static void
tool (const char *format,
      ...)
{
  g_auto (GStrv) arguments = NULL;
  g_autofree char *line = NULL;
  g_autofree char *all = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;
  va_list list;
  GPid pid;

  va_start (list, format);
  line = g_strdup_vprintf (format, list);
  va_end (list);
  all = g_strconcat ("xdotool ", line, NULL);

  g_assert_true (g_shell_parse_argv (all, NULL, &arguments, &error));
  g_spawn_async (NULL, arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD,
                 NULL, NULL, &pid, &error);
  g_assert_no_error (error);
  g_child_watch_add (pid, child_exited_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);

  spz_app_settle ();
}

/* From the view to the screen: there is no window manager, and the window is
 * in the corner; only its shadow is around it */
static void
to_screen (Bench  *bench,
           double *x,
           double *y)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (bench->view));
  double shadow_x, shadow_y;

  g_assert_true (gtk_widget_translate_coordinates (GTK_WIDGET (bench->view), GTK_WIDGET (native),
                                                   *x, *y, x, y));
  gtk_native_get_surface_transform (native, &shadow_x, &shadow_y);
  *x += shadow_x;
  *y += shadow_y;
}

static void
point_at (Bench     *bench,
          SpzRecord *record,
          double     along,
          double     days)
{
  double per_day = spz_timeline_layout_get_scale (spz_timeline_view_get_layout (bench->view))->per_day;
  GdkRectangle rect;
  double x, y;

  g_assert_true (spz_timeline_view_get_record_rect (bench->view, record, &rect));
  x = rect.x + rect.width * along + days * per_day;
  y = rect.y + rect.height / 2.0;
  to_screen (bench, &x, &y);
  tool ("mousemove %d %d sleep 0.05", (int) x, (int) y);
}

/* As a hand does: not all at once */
static void
drag_by (Bench     *bench,
         SpzRecord *record,
         double     along,
         double     days)
{
  double per_day = spz_timeline_layout_get_scale (spz_timeline_view_get_layout (bench->view))->per_day;
  int dx = (int) (days * per_day);

  point_at (bench, record, along, 0);
  tool ("mousedown 1 sleep 0.05");
  for (int i = 0; i < 8; i++)
    tool ("mousemove_relative -- %d 0 sleep 0.02", dx * (i + 1) / 8 - dx * i / 8);
}

/* The file */

static void
assert_in_file (Bench      *bench,
                SpzPhase   *phase,
                const char *start,
                const char *end)
{
  const char *columns[] = { "start", "end", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SpzStore) store = spz_store_open (bench->app->path, SPZ_STORE_READ_ONLY, &error);
  g_autoptr (SpzCursor) cursor = NULL;

  g_assert_no_error (error);
  cursor = spz_store_read (store, "phase", columns, spz_record_get_id (SPZ_RECORD (phase)), &error);
  g_assert_true (spz_cursor_next (cursor, &error));
  g_assert_cmpstr (spz_cursor_get_text (cursor, 1), ==, start);
  g_assert_cmpstr (spz_cursor_get_text (cursor, 2), ==, end);
}

static void
assert_title_in_file (Bench      *bench,
                      SpzRecord  *record,
                      const char *table,
                      const char *title)
{
  const char *columns[] = { "title", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SpzStore) store = spz_store_open (bench->app->path, SPZ_STORE_READ_ONLY, &error);
  g_autoptr (SpzCursor) cursor = NULL;

  g_assert_no_error (error);
  cursor = spz_store_read (store, table, columns, spz_record_get_id (record), &error);
  g_assert_true (spz_cursor_next (cursor, &error));
  g_assert_cmpstr (spz_cursor_get_text (cursor, 1), ==, title);
}

static guint
count_steps (Bench *bench)
{
  g_autoptr (GPtrArray) history = spz_programme_get_history (bench->app->programme, 0, NULL);

  return history->len;
}

static void
undo (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (spz_programme_undo (bench->app->programme, &error));
  g_assert_no_error (error);
  spz_app_settle ();
}

static void
test_move (SpzAppFixture *app,
           gconstpointer  data)
{
  Bench bench;
  guint n_steps;

  set_up (&bench, app);
  n_steps = count_steps (&bench);
  assert_in_file (&bench, bench.phase, "2021-01-01", "2021-06-30");

  /* Nothing is written before the drop */
  drag_by (&bench, SPZ_RECORD (bench.phase), 0.5, 92);
  g_assert_cmpuint (count_steps (&bench), ==, n_steps);
  tool ("mouseup 1 sleep 0.05");

  assert_in_file (&bench, bench.phase, "2021-04-01", "2021-09-30");
  g_assert_cmpuint (count_steps (&bench), ==, n_steps + 1);
  g_assert_nonnull (strstr (spz_programme_get_undo_label (app->programme), "EU-weite Ausschreibung"));

  undo (&bench);
  assert_in_file (&bench, bench.phase, "2021-01-01", "2021-06-30");
}

static void
test_resize (SpzAppFixture *app,
             gconstpointer  data)
{
  Bench bench;
  guint n_steps;

  set_up (&bench, app);
  n_steps = count_steps (&bench);

  drag_by (&bench, SPZ_RECORD (bench.phase), 0.99, 91);
  tool ("mouseup 1 sleep 0.05");
  assert_in_file (&bench, bench.phase, "2021-01-01", "2021-09-30");
  g_assert_cmpuint (count_steps (&bench), ==, n_steps + 1);

  drag_by (&bench, SPZ_RECORD (bench.phase), 0.01, 90);
  tool ("mouseup 1 sleep 0.05");
  assert_in_file (&bench, bench.phase, "2021-04-01", "2021-09-30");

  undo (&bench);
  undo (&bench);
  assert_in_file (&bench, bench.phase, "2021-01-01", "2021-06-30");
}

static void
test_move_selection (SpzAppFixture *app,
                     gconstpointer  data)
{
  SpzPhase *first = spz_record_list_get (spz_programme_get_list (app->programme, SPZ_TYPE_PHASE), 0);
  g_autoptr (GPtrArray) selection = NULL;
  Bench bench;
  guint n_steps;

  set_up (&bench, app);
  n_steps = count_steps (&bench);
  point_at (&bench, SPZ_RECORD (first), 0.5, 0);
  tool ("click 1 sleep 0.5");
  point_at (&bench, SPZ_RECORD (bench.phase), 0.5, 0);
  tool ("keydown ctrl click 1 keyup ctrl sleep 0.5");
  selection = spz_timeline_view_dup_selection (bench.view);
  g_assert_cmpuint (selection->len, ==, 2);

  drag_by (&bench, SPZ_RECORD (bench.phase), 0.5, 92);
  tool ("mouseup 1 sleep 0.05");
  assert_in_file (&bench, bench.phase, "2021-04-01", "2021-09-30");
  assert_in_file (&bench, first, "2020-04-01", "2021-03-31");
  g_assert_cmpuint (count_steps (&bench), ==, n_steps + 1);
}

static void
test_milestone (SpzAppFixture *app,
                gconstpointer  data)
{
  SpzMilestone *milestone = spz_record_list_get (spz_programme_get_list (app->programme, SPZ_TYPE_MILESTONE), 0);
  Bench bench;
  GdkRectangle before, during;
  guint n_steps;
  SpzDate date;

  set_up (&bench, app);
  n_steps = count_steps (&bench);
  date = milestone->date;
  spz_timeline_view_get_record_rect (bench.view, SPZ_RECORD (milestone), &before);
  drag_by (&bench, SPZ_RECORD (milestone), 0.5, 60);

  /* The mark itself goes along */
  spz_timeline_view_get_record_rect (bench.view, SPZ_RECORD (milestone), &during);
  g_assert_cmpint (during.x, >, before.x + 10);
  g_assert_cmpint (milestone->date, ==, date);
  tool ("mouseup 1 sleep 0.05");
  g_assert_cmpuint (count_steps (&bench), ==, n_steps + 1);
  g_assert_cmpint (milestone->date, >, date + 30);
  g_assert_cmpstr (milestone->wording, ==, "");

  undo (&bench);
  g_assert_cmpint (milestone->date, ==, date);
  g_assert_cmpstr (milestone->wording, !=, "");
}

static void
test_copy (SpzAppFixture *app,
           gconstpointer  data)
{
  SpzRecordList *phases = spz_programme_get_list (app->programme, SPZ_TYPE_PHASE);
  guint n_phases = spz_record_list_get_size (phases);
  Bench bench;
  SpzPhase *copy;
  guint n_steps;

  set_up (&bench, app);
  n_steps = count_steps (&bench);
  tool ("keydown shift");
  drag_by (&bench, SPZ_RECORD (bench.phase), 0.5, 92);
  tool ("mouseup 1 sleep 0.05 keyup shift sleep 0.05");

  g_assert_cmpuint (spz_record_list_get_size (phases), ==, n_phases + 1);
  g_assert_cmpuint (count_steps (&bench), ==, n_steps + 1);
  assert_in_file (&bench, bench.phase, "2021-01-01", "2021-06-30");
  copy = SPZ_PHASE (spz_timeline_view_get_selected (bench.view));
  g_assert_true (SPZ_IS_PHASE (copy) && copy != bench.phase);
  g_assert_cmpstr (copy->title, ==, bench.phase->title);
  assert_in_file (&bench, copy, "2021-04-01", "2021-09-30");

  undo (&bench);
  g_assert_cmpuint (spz_record_list_get_size (phases), ==, n_phases);
}

static void
test_followers (SpzAppFixture *app,
                gconstpointer  data)
{
  SpzPhase *first = spz_record_list_get (spz_programme_get_list (app->programme, SPZ_TYPE_PHASE), 0);
  g_autoptr (GError) error = NULL;
  GdkRectangle before, during;
  Bench bench;
  guint n_steps;

  /* What waits gives way at once, and in the same step */
  set_up (&bench, app);
  spz_dependency_add (app->programme, first, bench.phase, &error);
  g_assert_no_error (error);
  n_steps = count_steps (&bench);
  spz_timeline_view_get_record_rect (bench.view, SPZ_RECORD (bench.phase), &before);
  drag_by (&bench, SPZ_RECORD (first), 0.5, 92);
  spz_timeline_view_get_record_rect (bench.view, SPZ_RECORD (bench.phase), &during);
  g_assert_cmpint (during.x, >, before.x);
  tool ("mouseup 1 sleep 0.05");
  assert_in_file (&bench, first, "2020-04-01", "2021-03-31");
  assert_in_file (&bench, bench.phase, "2021-04-01", "2021-09-30");
  g_assert_cmpuint (count_steps (&bench), ==, n_steps + 1);
  undo (&bench);

  /* With Control it stays */
  tool ("keydown ctrl");
  drag_by (&bench, SPZ_RECORD (first), 0.5, 92);
  tool ("mouseup 1 sleep 0.05 keyup ctrl");
  assert_in_file (&bench, first, "2020-04-01", "2021-03-31");
  assert_in_file (&bench, bench.phase, "2021-01-01", "2021-06-30");
}

static void
test_link (SpzAppFixture *app,
           gconstpointer  data)
{
  SpzPhase *first = spz_record_list_get (spz_programme_get_list (app->programme, SPZ_TYPE_PHASE), 0);
  SpzRecordList *dependencies = spz_programme_get_list (app->programme, SPZ_TYPE_DEPENDENCY);
  const char *columns[] = { "predecessor", "successor", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SpzStore) store = NULL;
  g_autoptr (SpzCursor) cursor = NULL;
  SpzDependency *dependency;
  GdkRectangle rect;
  Bench bench;
  double x, y;
  guint n_steps;

  /* From the connector that a bar shows when it is pointed at, to another bar */
  set_up (&bench, app);
  n_steps = count_steps (&bench);
  point_at (&bench, SPZ_RECORD (first), 0.5, 0);
  spz_timeline_view_get_record_rect (bench.view, SPZ_RECORD (first), &rect);
  x = rect.x + rect.width - 15;
  y = rect.y + rect.height - 1;
  to_screen (&bench, &x, &y);
  tool ("mousemove %d %d sleep 0.05 mousedown 1 sleep 0.05 mousemove_relative 10 6 sleep 0.05",
        (int) x, (int) y);
  point_at (&bench, SPZ_RECORD (bench.phase), 0.5, 0);
  tool ("mouseup 1 sleep 0.05");

  g_assert_cmpuint (count_steps (&bench), ==, n_steps + 1);
  g_assert_cmpuint (spz_record_list_get_size (dependencies), ==, 1);
  dependency = spz_record_list_get (dependencies, 0);
  store = spz_store_open (app->path, SPZ_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  cursor = spz_store_read (store, "dependency", columns, spz_record_get_id (SPZ_RECORD (dependency)), &error);
  g_assert_true (spz_cursor_next (cursor, &error));
  g_assert_cmpint (spz_cursor_get_integer (cursor, 1), ==, spz_record_get_id (SPZ_RECORD (first)));
  g_assert_cmpint (spz_cursor_get_integer (cursor, 2), ==, spz_record_get_id (SPZ_RECORD (bench.phase)));
  assert_in_file (&bench, first, "2020-01-01", "2020-12-31");

  g_clear_pointer (&cursor, spz_cursor_free);
  g_clear_object (&store);

  /* What its context menu does */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (bench.view), "timeline.unlink", "x",
                                             spz_record_get_id (SPZ_RECORD (dependency))));
  spz_app_settle ();
  g_assert_cmpuint (spz_record_list_get_size (dependencies), ==, 0);
  undo (&bench);
  g_assert_cmpuint (spz_record_list_get_size (dependencies), ==, 1);
}

static void
assert_placement_in_file (Bench      *bench,
                          const char *placement)
{
  const char *columns[] = { "label_placement", NULL };
  g_autoptr (SpzStore) store = NULL;
  g_autoptr (SpzCursor) cursor = NULL;
  g_autoptr (GError) error = NULL;

  store = spz_store_open (bench->app->path, SPZ_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  cursor = spz_store_read (store, "phase", columns, spz_record_get_id (SPZ_RECORD (bench->phase)), &error);
  g_assert_true (spz_cursor_next (cursor, &error));
  g_assert_cmpstr (spz_cursor_get_text (cursor, 1), ==, placement);
  g_clear_pointer (&cursor, spz_cursor_free);
}

/* A label is pinned and let go again by the context menu, a step each time. */
static void
test_pin_label (SpzAppFixture *app,
                gconstpointer  data)
{
  g_autofree char *shown = NULL;
  Bench bench;
  guint n_steps;

  set_up (&bench, app);
  point_at (&bench, SPZ_RECORD (bench.phase), 0.5, 0);
  tool ("click 3 sleep 0.1 key Escape sleep 0.05");
  n_steps = count_steps (&bench);
  g_object_get (bench.view, "label-placement", &shown, NULL);
  g_assert_cmpstr (shown, ==, "automatic");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (bench.view), "timeline.label-placement", "s", "before"));
  spz_app_settle ();
  g_assert_cmpuint (count_steps (&bench), ==, n_steps + 1);
  assert_placement_in_file (&bench, "before");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (bench.view), "timeline.label-placement", "s", "automatic"));
  spz_app_settle ();
  assert_placement_in_file (&bench, "automatic");
  undo (&bench);
  assert_placement_in_file (&bench, "before");
}

static void
test_band (SpzAppFixture *app,
           gconstpointer  data)
{
  SpzPhase *first = spz_record_list_get (spz_programme_get_list (app->programme, SPZ_TYPE_PHASE), 0);
  g_autoptr (GPtrArray) selection = NULL;
  GdkRectangle left, right;
  Bench bench;
  double x, y;
  guint n_steps;

  /* From below the rows up to the first bar, over both */
  set_up (&bench, app);
  n_steps = count_steps (&bench);
  spz_timeline_view_get_record_rect (bench.view, SPZ_RECORD (first), &left);
  spz_timeline_view_get_record_rect (bench.view, SPZ_RECORD (bench.phase), &right);
  x = right.x + right.width + 20;
  y = right.y + right.height + 120;
  to_screen (&bench, &x, &y);
  tool ("mousemove %d %d sleep 0.05 mousedown 1 sleep 0.05", (int) x, (int) y);
  tool ("mousemove_relative -- -40 -40 sleep 0.05");
  x = left.x + left.width / 2;
  y = left.y + left.height / 2;
  to_screen (&bench, &x, &y);
  tool ("mousemove %d %d sleep 0.05 mouseup 1 sleep 0.05", (int) x, (int) y);

  selection = spz_timeline_view_dup_selection (bench.view);
  g_assert_true (g_ptr_array_find (selection, first, NULL));
  g_assert_true (g_ptr_array_find (selection, bench.phase, NULL));
  g_assert_cmpuint (count_steps (&bench), ==, n_steps);

  /* All of it is moved in one step */
  drag_by (&bench, SPZ_RECORD (bench.phase), 0.5, 92);
  tool ("mouseup 1 sleep 0.05");
  assert_in_file (&bench, bench.phase, "2021-04-01", "2021-09-30");
  assert_in_file (&bench, first, "2020-04-01", "2021-03-31");
  g_assert_cmpuint (count_steps (&bench), ==, n_steps + 1);
}

static void
test_escape (SpzAppFixture *app,
             gconstpointer  data)
{
  Bench bench;
  GdkRectangle before, during, after;
  guint n_steps;

  set_up (&bench, app);
  n_steps = count_steps (&bench);
  spz_timeline_view_get_record_rect (bench.view, SPZ_RECORD (bench.phase), &before);

  drag_by (&bench, SPZ_RECORD (bench.phase), 0.5, 180);
  spz_timeline_view_get_record_rect (bench.view, SPZ_RECORD (bench.phase), &during);
  g_assert_cmpint (during.x, >, before.x);
  tool ("key Escape sleep 0.05");
  spz_timeline_view_get_record_rect (bench.view, SPZ_RECORD (bench.phase), &after);
  g_assert_cmpint (after.x, ==, before.x);
  g_assert_cmpint (after.width, ==, before.width);

  tool ("mouseup 1 sleep 0.05");
  g_assert_cmpuint (count_steps (&bench), ==, n_steps);
  assert_in_file (&bench, bench.phase, "2021-01-01", "2021-06-30");
}

static void
test_click (SpzAppFixture *app,
            gconstpointer  data)
{
  Bench bench;
  guint n_steps;

  /* A hand that trembles has only clicked */
  set_up (&bench, app);
  n_steps = count_steps (&bench);
  point_at (&bench, SPZ_RECORD (bench.phase), 0.5, 0);
  tool ("mousedown 1 mousemove_relative 2 1 sleep 0.05 mouseup 1 sleep 0.05");
  g_assert_true (spz_timeline_view_get_selected (bench.view) == SPZ_RECORD (bench.phase));
  g_assert_cmpuint (count_steps (&bench), ==, n_steps);
}

static void
test_create (SpzAppFixture *app,
             gconstpointer  data)
{
  Bench bench;
  SpzRecordList *phases = spz_programme_get_list (app->programme, SPZ_TYPE_PHASE);
  guint n_phases = spz_record_list_get_size (phases);
  guint n_steps;

  set_up (&bench, app);
  n_steps = count_steps (&bench);
  point_at (&bench, SPZ_RECORD (bench.phase), 1, 40);
  tool ("mousedown 1 sleep 0.05 mousemove_relative 20 0 sleep 0.02 mousemove_relative 20 0 sleep 0.02 "
        "mousemove_relative 20 0 sleep 0.02 mouseup 1 sleep 0.1");

  g_assert_cmpuint (spz_record_list_get_size (phases), ==, n_phases + 1);
  g_assert_cmpuint (count_steps (&bench), ==, n_steps + 1);
  g_assert_true (SPZ_IS_PHASE (spz_timeline_view_get_selected (bench.view)));

  undo (&bench);
  g_assert_cmpuint (spz_record_list_get_size (phases), ==, n_phases);
  g_assert_null (spz_timeline_view_get_selected (bench.view));
}

static void
test_keyboard (SpzAppFixture *app,
               gconstpointer  data)
{
  Bench bench;
  SpzRecord *first;
  guint n_steps;

  set_up (&bench, app);
  first = spz_record_list_get (spz_programme_get_list (app->programme, SPZ_TYPE_PHASE), 0);
  g_assert_true (spz_timeline_view_select (bench.view, first));
  tool ("mousemove 1 1 key Right sleep 0.05");
  g_assert_true (spz_timeline_view_get_selected (bench.view) == SPZ_RECORD (bench.phase));
  tool ("key Left sleep 0.05");
  g_assert_true (spz_timeline_view_get_selected (bench.view) == first);
  tool ("key Left sleep 0.05");
  g_assert_true (SPZ_IS_MEASURE (spz_timeline_view_get_selected (bench.view)));

  /* Alt alone moves, with Shift the end, with Ctrl the start */
  g_assert_true (spz_timeline_view_select (bench.view, SPZ_RECORD (bench.phase)));
  n_steps = count_steps (&bench);
  tool ("key alt+Right sleep 0.05");
  assert_in_file (&bench, bench.phase, "2021-02-01", "2021-07-31");
  tool ("key alt+Left sleep 0.05");
  assert_in_file (&bench, bench.phase, "2021-01-01", "2021-06-30");
  tool ("key alt+shift+Right sleep 0.05");
  assert_in_file (&bench, bench.phase, "2021-01-01", "2021-07-31");
  tool ("key ctrl+alt+Right sleep 0.05");
  assert_in_file (&bench, bench.phase, "2021-02-01", "2021-07-31");
  g_assert_cmpuint (count_steps (&bench), ==, n_steps + 4);

  tool ("key Delete sleep 0.05");
  g_assert_null (spz_timeline_view_get_selected (bench.view));
  g_assert_cmpuint (count_steps (&bench), ==, n_steps + 5);
  undo (&bench);
}

static void
test_rename (SpzAppFixture *app,
             gconstpointer  data)
{
  Bench bench;
  GtkWidget *root;
  guint n_steps;

  set_up (&bench, app);
  root = GTK_WIDGET (app->window);
  n_steps = count_steps (&bench);
  g_assert_true (spz_timeline_view_select (bench.view, SPZ_RECORD (bench.phase)));
  tool ("mousemove 1 1 key Return sleep 0.1");
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (root))));
  tool ("key ctrl+a type --delay 20 Vergabe");
  tool ("key Return sleep 0.1");
  g_assert_cmpstr (bench.phase->title, ==, "Vergabe");
  assert_title_in_file (&bench, SPZ_RECORD (bench.phase), "phase", "Vergabe");
  g_assert_cmpuint (count_steps (&bench), ==, n_steps + 1);
  g_assert_true (SPZ_IS_TIMELINE_ITEM (gtk_window_get_focus (GTK_WINDOW (root))));

  /* Escape leaves it; what is typed does nothing else, not even Delete */
  tool ("key F2 sleep 0.1 key ctrl+a key Delete key Delete type --delay 20 Anders");
  tool ("key Escape sleep 0.1");
  g_assert_cmpstr (bench.phase->title, ==, "Vergabe");
  g_assert_cmpuint (count_steps (&bench), ==, n_steps + 1);

  undo (&bench);
  g_assert_cmpstr (bench.phase->title, ==, "EU-weite Ausschreibung");
}

static void
test_move_row (SpzAppFixture *app,
               gconstpointer  data)
{
  SpzMeasure *measure = spz_record_list_get (spz_programme_get_list (app->programme, SPZ_TYPE_MEASURE), 0);
  SpzRecordList *siblings = spz_programme_get_children (app->programme, SPZ_TYPE_MEASURE, "action_field",
                                                        measure->action_field);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpzProgramme) other = NULL;
  Bench bench;
  guint n_steps;

  /* With a phase in hand, its row goes down and up again, but no further */
  set_up (&bench, app);
  spz_plan_add_measure (app->programme, measure->action_field, &error);
  g_assert_no_error (error);
  g_assert_cmpint (spz_record_list_index_of (siblings, SPZ_RECORD (measure)), ==, 0);
  n_steps = count_steps (&bench);
  g_assert_true (spz_timeline_view_select (bench.view, SPZ_RECORD (bench.phase)));
  tool ("mousemove 1 1 key alt+Down sleep 0.1");
  g_assert_cmpint (spz_record_list_index_of (siblings, SPZ_RECORD (measure)), ==, 1);
  g_assert_cmpuint (count_steps (&bench), ==, n_steps + 1);
  g_assert_true (spz_timeline_view_get_selected (bench.view) == SPZ_RECORD (bench.phase));

  other = spz_programme_open (app->path, SPZ_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (spz_record_get_id (spz_record_list_get (spz_programme_get_list (other, SPZ_TYPE_MEASURE), 1)),
                   ==, spz_record_get_id (SPZ_RECORD (measure)));
  g_clear_object (&other);

  tool ("key alt+Down sleep 0.1");
  g_assert_cmpuint (count_steps (&bench), ==, n_steps + 1);
  tool ("key alt+Up sleep 0.1");
  g_assert_cmpint (spz_record_list_index_of (siblings, SPZ_RECORD (measure)), ==, 0);
  g_assert_cmpuint (count_steps (&bench), ==, n_steps + 2);
}

static void
test_narrow (SpzAppFixture *app,
             gconstpointer  data)
{
  Bench bench;

  /* Where Alt+Left would go back, it still moves */
  set_up (&bench, app);
  gtk_window_set_default_size (GTK_WINDOW (app->window), 420, 700);
  tool ("sleep 0.3");
  adw_leaflet_navigate (app->window->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  tool ("sleep 0.5");
  g_assert_true (adw_leaflet_get_folded (app->window->leaflet));
  g_assert_true (spz_timeline_view_select (bench.view, SPZ_RECORD (bench.phase)));
  tool ("mousemove 1 1 key alt+Right sleep 0.05 key alt+Right sleep 0.05");
  assert_in_file (&bench, bench.phase, "2021-03-01", "2021-08-31");
  tool ("key alt+Left sleep 0.05");
  assert_in_file (&bench, bench.phase, "2021-02-01", "2021-07-31");
  g_assert_true (gtk_widget_get_child_visible (GTK_WIDGET (bench.view)));
}

static void
test_editor_keeps_zoom (SpzAppFixture *app,
                        gconstpointer  data)
{
  Bench bench;
  double per_day;

  set_up (&bench, app);
  spz_timeline_view_fit (bench.view);
  per_day = spz_timeline_layout_get_scale (spz_timeline_view_get_layout (bench.view))->per_day;
  point_at (&bench, SPZ_RECORD (bench.phase), 0.5, 0);
  tool ("click --repeat 2 --delay 60 1 sleep 0.6");
  g_assert_cmpfloat (spz_timeline_layout_get_scale (spz_timeline_view_get_layout (bench.view))->per_day,
                     ==, per_day);
}

static void
test_zoom (SpzAppFixture *app,
           gconstpointer  data)
{
  Bench bench;
  SpzTimelineLayout *layout;
  GdkRectangle before, after;
  double per_day;

  /* What is below the pointer stays there */
  set_up (&bench, app);
  layout = spz_timeline_view_get_layout (bench.view);
  per_day = spz_timeline_layout_get_scale (layout)->per_day;
  point_at (&bench, SPZ_RECORD (bench.phase), 0, 0);
  spz_timeline_view_get_record_rect (bench.view, SPZ_RECORD (bench.phase), &before);
  tool ("keydown ctrl click 4 click 4 click 4 keyup ctrl sleep 0.1");
  spz_timeline_view_get_record_rect (bench.view, SPZ_RECORD (bench.phase), &after);
  g_assert_cmpfloat (spz_timeline_layout_get_scale (layout)->per_day, >, per_day * 1.3);
  g_assert_cmpint (ABS (after.x - before.x), <=, 3);
  g_assert_cmpint (after.width, >, before.width);
}

static void
test_items (SpzAppFixture *app,
            gconstpointer  data)
{
  Bench bench;
  guint n_items = 0;

  /* What is in sight can be found by a screen reader: a group or two, a
   * measure, two phases and two milestones */
  set_up (&bench, app);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (bench.view));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!SPZ_IS_TIMELINE_ITEM (child))
        continue;

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

  spz_app_test ("/timeline/view/move", test_move);
  spz_app_test ("/timeline/view/resize", test_resize);
  spz_app_test ("/timeline/view/move-selection", test_move_selection);
  spz_app_test ("/timeline/view/milestone", test_milestone);
  spz_app_test ("/timeline/view/copy", test_copy);
  spz_app_test ("/timeline/view/followers", test_followers);
  spz_app_test ("/timeline/view/link", test_link);
  spz_app_test ("/timeline/view/pin-label", test_pin_label);
  spz_app_test ("/timeline/view/band", test_band);
  spz_app_test ("/timeline/view/escape", test_escape);
  spz_app_test ("/timeline/view/click", test_click);
  spz_app_test ("/timeline/view/create", test_create);
  spz_app_test ("/timeline/view/keyboard", test_keyboard);
  spz_app_test ("/timeline/view/rename", test_rename);
  spz_app_test ("/timeline/view/move-row", test_move_row);
  spz_app_test ("/timeline/view/narrow", test_narrow);
  spz_app_test ("/timeline/view/editor-keeps-zoom", test_editor_keeps_zoom);
  spz_app_test ("/timeline/view/zoom", test_zoom);
  spz_app_test ("/timeline/view/items", test_items);

  return g_test_run ();
}
