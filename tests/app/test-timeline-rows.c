/* test-timeline-rows.c: the order of rows and groups, by handle and by keyboard
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "spz-hand.h"
#include "spz-page-tools.h"
#include "spz-plan-edit.h"

/* Where the handle is, from the start of the row */
#define HANDLE 6

typedef struct
{
  SpzHand         hand;
  SpzActionField *fields[2];
  SpzMeasure     *measures[4]; /* two a field */
} Rows;

static gpointer
add_measure (Rows       *rows,
             guint       field,
             const char *title)
{
  SpzProgramme *programme = rows->hand.app->programme;
  g_autoptr (GError) error = NULL;
  gint64 id = spz_programme_add (programme, SPZ_TYPE_MEASURE, &error,
                                 "action-field", spz_record_get_id (SPZ_RECORD (rows->fields[field])),
                                 "title", title,
                                 NULL);

  g_assert_no_error (error);

  return spz_programme_lookup (programme, SPZ_TYPE_MEASURE, id);
}

static void
set_up (Rows          *rows,
        SpzAppFixture *app)
{
  g_autoptr (GError) error = NULL;
  gint64 field;

  spz_hand_init (&rows->hand, app);
  field = spz_programme_add (app->programme, SPZ_TYPE_ACTION_FIELD, &error, "title", "Portal", NULL);
  g_assert_no_error (error);
  rows->fields[0] = spz_tool_record (app, SPZ_TYPE_ACTION_FIELD, 0);
  rows->fields[1] = spz_programme_lookup (app->programme, SPZ_TYPE_ACTION_FIELD, field);
  rows->measures[0] = rows->hand.measure;
  rows->measures[1] = add_measure (rows, 0, "Scan-Strategie");
  rows->measures[2] = add_measure (rows, 1, "Serviceportal");
  rows->measures[3] = add_measure (rows, 1, "Formulare");
  spz_app_settle ();
}

/* Presses a row's handle, and drags it to a height of another row */
static void
drag_row (Rows     *rows,
          int       above,
          gpointer  row,
          gpointer  target,
          double    across)
{
  GdkRectangle from, to;
  int x, y, to_x, to_y;

  g_assert_true (spz_timeline_view_get_record_rect (rows->hand.view, row, &from));
  g_assert_true (spz_timeline_view_get_record_rect (rows->hand.view, target, &to));
  x = gtk_widget_get_direction (GTK_WIDGET (rows->hand.view)) == GTK_TEXT_DIR_RTL
      ? from.x + from.width - HANDLE : from.x + HANDLE;
  y = above > 0 ? from.y - above : from.y + from.height / 2;
  to_x = x;
  to_y = (int) (to.y + to.height * across);
  spz_hand_to_screen (&rows->hand, &x, &y);
  spz_hand_to_screen (&rows->hand, &to_x, &to_y);
  spz_hand_drag_between (x, y, to_x, to_y);
}

/* The order in the file: titles' first letters, by field */
static void
assert_order (Rows       *rows,
              const char *first,
              const char *second)
{
  const char *const expected[] = { first, second };
  g_autoptr (GError) error = NULL;
  g_autoptr (SpzProgramme) file = spz_programme_open (rows->hand.app->path, SPZ_STORE_READ_ONLY, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      SpzRecordList *list = spz_programme_get_children (file, SPZ_TYPE_MEASURE, "action_field",
                                                        spz_record_get_id (SPZ_RECORD (rows->fields[i])));
      g_autoptr (GString) letters = g_string_new (NULL);

      for (guint j = 0; j < spz_record_list_get_size (list); j++)
        g_string_append_c (letters, *SPZ_MEASURE (spz_record_list_get (list, j))->title);
      g_assert_cmpstr (letters->str, ==, expected[i]);
    }
}

static void
test_measure (SpzAppFixture *app,
              gconstpointer  data)
{
  Rows rows;
  guint n_steps;

  set_up (&rows, app);
  n_steps = spz_hand_count_steps (&rows.hand);
  assert_order (&rows, "ZS", "SF");

  /* Nothing is written before the drop; it is one step, with a name */
  drag_row (&rows, 0, rows.measures[1], rows.measures[0], 0.2);
  g_assert_cmpuint (spz_hand_count_steps (&rows.hand), ==, n_steps);
  spz_hand_release ();
  assert_order (&rows, "SZ", "SF");
  g_assert_cmpuint (spz_hand_count_steps (&rows.hand), ==, n_steps + 1);
  g_assert_nonnull (strstr (spz_programme_get_undo_label (app->programme), "Scan-Strategie"));
  g_assert_true (spz_timeline_view_get_selected (rows.hand.view) == SPZ_RECORD (rows.measures[1]));

  spz_hand_undo (&rows.hand);
  assert_order (&rows, "ZS", "SF");

  /* To where it is anyway: nothing */
  drag_row (&rows, 0, rows.measures[1], rows.measures[0], 0.8);
  spz_hand_release ();
  assert_order (&rows, "ZS", "SF");
  g_assert_null (strstr (spz_programme_get_undo_label (app->programme), "Scan-Strategie"));
}

static void
test_scroll (SpzAppFixture *app,
             gconstpointer  data)
{
  g_autoptr (GtkAdjustment) adjustment = NULL;
  SpzRecordList *measures;
  Rows rows;
  int x, y, to_x, to_y, step;

  /* Held below the plan, a row goes on, to one that wasn't in sight */
  set_up (&rows, app);
  g_assert_true (spz_programme_begin (app->programme, "Rows", NULL));
  for (int i = 0; i < 40; i++)
    spz_plan_add_measure (app->programme, spz_record_get_id (SPZ_RECORD (rows.fields[1])), NULL);
  g_assert_true (spz_programme_commit (app->programme, NULL));
  spz_app_settle ();
  g_object_get (rows.hand.view, "vadjustment", &adjustment, NULL);
  gtk_adjustment_set_value (adjustment, 0);
  spz_app_settle ();

  spz_hand_get_place (&rows.hand, rows.measures[1], 0, 0.5, &x, &y);
  x += HANDLE;
  to_x = 0;
  to_y = gtk_widget_get_height (GTK_WIDGET (rows.hand.view)) + 40;
  spz_hand_to_screen (&rows.hand, &to_x, &to_y);
  spz_hand_drag_between (x, y, x, to_y);
  for (step = 0; step < 60 && gtk_adjustment_get_value (adjustment) +
                              gtk_adjustment_get_page_size (adjustment) < gtk_adjustment_get_upper (adjustment); step++)
    spz_app_settle ();
  g_assert_cmpint (step, <, 60);
  spz_hand_release ();

  measures = spz_programme_get_children (app->programme, SPZ_TYPE_MEASURE, "action_field",
                                         spz_record_get_id (SPZ_RECORD (rows.fields[1])));
  g_assert_true (spz_record_list_get (measures, spz_record_list_get_size (measures) - 1) == rows.measures[1]);
  spz_hand_assert_number (&rows.hand, rows.measures[1], "action_field",
                          spz_record_get_id (SPZ_RECORD (rows.fields[1])));
  spz_hand_undo (&rows.hand);
  spz_hand_assert_number (&rows.hand, rows.measures[1], "action_field",
                          spz_record_get_id (SPZ_RECORD (rows.fields[0])));
}

static void
test_other_group (SpzAppFixture *app,
                  gconstpointer  data)
{
  Rows rows;

  set_up (&rows, app);
  drag_row (&rows, 0, rows.measures[0], rows.measures[2], 0.8);
  spz_hand_release ();
  assert_order (&rows, "S", "SZF");
  spz_hand_assert_number (&rows.hand, rows.measures[0], "action_field",
                          spz_record_get_id (SPZ_RECORD (rows.fields[1])));
  spz_hand_undo (&rows.hand);
  assert_order (&rows, "ZS", "SF");

  /* Below the last row of all */
  drag_row (&rows, 0, rows.measures[0], rows.measures[3], 2.5);
  spz_hand_release ();
  assert_order (&rows, "S", "SFZ");
}

static void
test_escape (SpzAppFixture *app,
             gconstpointer  data)
{
  Rows rows;
  guint n_steps;

  set_up (&rows, app);
  n_steps = spz_hand_count_steps (&rows.hand);
  drag_row (&rows, 0, rows.measures[0], rows.measures[3], 0.8);
  spz_tool_xdo ("key Escape sleep 0.03");
  spz_hand_release ();
  assert_order (&rows, "ZS", "SF");

  /* A click selects */
  drag_row (&rows, 0, rows.measures[3], rows.measures[3], 0.5);
  spz_hand_release ();
  g_assert_true (spz_timeline_view_get_selected (rows.hand.view) == SPZ_RECORD (rows.measures[3]));
  g_assert_cmpuint (spz_hand_count_steps (&rows.hand), ==, n_steps);
}

static void
assert_first_field (Rows *rows,
                    guint expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpzProgramme) file = spz_programme_open (rows->hand.app->path, SPZ_STORE_READ_ONLY, &error);

  g_assert_no_error (error);
  g_assert_cmpint (spz_record_get_id (spz_record_list_get (spz_programme_get_list (file, SPZ_TYPE_ACTION_FIELD), 0)),
                   ==, spz_record_get_id (SPZ_RECORD (rows->fields[expected])));
}

static void
test_group (SpzAppFixture *app,
            gconstpointer  data)
{
  GdkRectangle rect;
  Rows rows;

  /* The band above a field's first measure; its measures go with it */
  set_up (&rows, app);
  drag_row (&rows, 8, rows.measures[2], rows.measures[0], 0.1);
  spz_hand_release ();
  assert_first_field (&rows, 1);
  assert_order (&rows, "ZS", "SF");
  g_assert_true (spz_timeline_view_get_record_rect (rows.hand.view, SPZ_RECORD (rows.measures[0]), &rect));
  g_assert_cmpint (rect.y, >, 100);

  spz_hand_undo (&rows.hand);
  assert_first_field (&rows, 0);

  /* Down again, below all */
  drag_row (&rows, 8, rows.measures[0], rows.measures[3], 1.5);
  spz_hand_release ();
  assert_first_field (&rows, 1);
}

static void
test_rtl (SpzAppFixture *app,
          gconstpointer  data)
{
  Rows rows;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  set_up (&rows, app);
  drag_row (&rows, 0, rows.measures[1], rows.measures[0], 0.2);
  spz_hand_release ();
  assert_order (&rows, "SZ", "SF");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_keyboard (SpzAppFixture *app,
               gconstpointer  data)
{
  Rows rows;
  guint n_steps;

  /* With a phase in hand its row goes down, from one field into the next, and up again */
  set_up (&rows, app);
  n_steps = spz_hand_count_steps (&rows.hand);
  g_assert_true (spz_timeline_view_select (rows.hand.view, SPZ_RECORD (rows.hand.phase)));
  spz_tool_xdo ("mousemove 1 1 key alt+Down sleep 0.05");
  assert_order (&rows, "SZ", "SF");
  g_assert_cmpuint (spz_hand_count_steps (&rows.hand), ==, n_steps + 1);
  g_assert_true (spz_timeline_view_get_selected (rows.hand.view) == SPZ_RECORD (rows.hand.phase));
  spz_tool_xdo ("key alt+Down sleep 0.05");
  assert_order (&rows, "S", "ZSF");
  spz_tool_xdo ("key alt+Down sleep 0.05 key alt+Down sleep 0.05");
  assert_order (&rows, "S", "SFZ");
  spz_tool_xdo ("key alt+Down sleep 0.05");
  g_assert_cmpuint (spz_hand_count_steps (&rows.hand), ==, n_steps + 4);
  spz_tool_xdo ("key alt+Up sleep 0.05 key alt+Up sleep 0.05 key alt+Up sleep 0.05");
  assert_order (&rows, "SZ", "SF");

  /* From a band, the group */
  spz_tool_xdo ("key Down sleep 0.05 key alt+Up sleep 0.05");
  assert_first_field (&rows, 1);
  spz_tool_xdo ("key alt+Down sleep 0.05");
  assert_first_field (&rows, 0);
}

int
main (int   argc,
      char *argv[])
{
  spz_app_test_init (&argc, &argv);

  spz_app_test ("/timeline/rows/measure", test_measure);
  spz_app_test ("/timeline/rows/scroll", test_scroll);
  spz_app_test ("/timeline/rows/other-group", test_other_group);
  spz_app_test ("/timeline/rows/escape", test_escape);
  spz_app_test ("/timeline/rows/group", test_group);
  spz_app_test ("/timeline/rows/rtl", test_rtl);
  spz_app_test ("/timeline/rows/keyboard", test_keyboard);

  return g_test_run ();
}
