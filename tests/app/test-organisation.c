/* test-organisation.c: roles, tasks and assignments on their page
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-assignment-row.h"
#include "spz-line-text.h"
#include "spz-page-tools.h"
#include "spz-role-box.h"
#include "spz-role-card.h"
#include "spz-task-row.h"

static void
type (SpzLineText *line,
      const char  *text)
{
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (line)), text, -1);
  spz_app_settle ();
}

static SpzLineText *
get_task_text (SpzPage *page,
               guint    index)
{
  return spz_tool_find (spz_tool_find (page, SPZ_TYPE_TASK_ROW, index), SPZ_TYPE_LINE_TEXT, 0);
}

static void
assert_tasks (SpzAppFixture *self,
              SpzPage       *page,
              const char    *expected)
{
  SpzRole *role = spz_tool_record (self, SPZ_TYPE_ROLE, 0);
  SpzRecordList *tasks = spz_programme_get_children (self->programme, SPZ_TYPE_TASK, "role",
                                                     spz_record_get_id (SPZ_RECORD (role)));
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < spz_record_list_get_size (tasks); i++)
    {
      SpzTask *task = spz_record_list_get (tasks, i);

      g_assert_true (spz_task_row_get_task (spz_tool_find (page, SPZ_TYPE_TASK_ROW, i)) == task);
      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", task->title);
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_tasks (SpzAppFixture *self,
            gconstpointer  data)
{
  SpzPage *page = spz_tool_show (self, "organisation");

  assert_tasks (self, page, "Gesamtverantwortung für das Programm");

  spz_task_row_focus (spz_tool_find (page, SPZ_TYPE_TASK_ROW, 0), 19);
  g_signal_emit_by_name (get_task_text (page, 0), "enter");
  spz_app_settle ();
  assert_tasks (self, page, "Gesamtverantwortung|für das Programm");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == GTK_WIDGET (get_task_text (page, 1)));
  spz_tool_undo (self);
  assert_tasks (self, page, "Gesamtverantwortung für das Programm");

  spz_tool_do (spz_tool_find (page, SPZ_TYPE_ROLE_CARD, 0), "role.add-task");
  type (get_task_text (page, 1), "Berichte");
  assert_tasks (self, page, "Gesamtverantwortung für das Programm|Berichte");

  g_signal_emit_by_name (spz_tool_find (spz_tool_find (page, SPZ_TYPE_TASK_ROW, 0), GTK_TYPE_BUTTON, 0), "clicked");
  spz_app_settle ();
  assert_tasks (self, page, "Berichte");
  spz_tool_undo (self);
  assert_tasks (self, page, "Gesamtverantwortung für das Programm|Berichte");
}

static void
test_roles (SpzAppFixture *self,
            gconstpointer  data)
{
  SpzPage *page = spz_tool_show (self, "organisation");
  SpzRole *cdo = spz_tool_record (self, SPZ_TYPE_ROLE, 0);
  SpzRole *office;
  g_autoptr(GError) error = NULL;

  g_assert_true (spz_app_action (self, "add"));
  g_assert_cmpuint (spz_tool_count (page, SPZ_TYPE_ROLE_CARD), ==, 2);
  g_assert_cmpuint (spz_tool_count (page, SPZ_TYPE_ROLE_BOX), ==, 2);
  office = spz_tool_record (self, SPZ_TYPE_ROLE, 1);

  /* Who reports to whom is chosen in the card */
  g_object_set (spz_tool_find (spz_tool_find (page, SPZ_TYPE_ROLE_CARD, 1), GTK_TYPE_DROP_DOWN, 0),
                "selected", 1,
                NULL);
  spz_app_settle ();
  g_assert_cmpint (office->reports_to, ==, spz_record_get_id (SPZ_RECORD (cdo)));

  spz_tool_do (spz_tool_find (page, SPZ_TYPE_ROLE_CARD, 1), "role.move-up");
  g_assert_true (spz_role_card_get_role (spz_tool_find (page, SPZ_TYPE_ROLE_CARD, 0)) == office);
  spz_tool_undo (self);
  g_assert_true (spz_role_card_get_role (spz_tool_find (page, SPZ_TYPE_ROLE_CARD, 0)) == cdo);

  /* A role that goes leaves nobody who reports to it */
  spz_tool_do (spz_tool_find (page, SPZ_TYPE_ROLE_CARD, 0), "role.delete");
  g_assert_cmpuint (spz_tool_count (page, SPZ_TYPE_ROLE_CARD), ==, 1);
  g_assert_cmpint (office->reports_to, ==, 0);
  spz_tool_undo (self);
  g_assert_cmpuint (spz_tool_count (page, SPZ_TYPE_ROLE_CARD), ==, 2);
  g_assert_cmpint (office->reports_to, !=, 0);

  /* A circle is no reason to draw for ever */
  cdo = spz_tool_record (self, SPZ_TYPE_ROLE, 0);
  g_assert_true (spz_programme_set (self->programme, cdo, &error,
                                    "reports-to", spz_record_get_id (SPZ_RECORD (office)),
                                    NULL));
  g_assert_no_error (error);
  spz_app_settle ();
  g_assert_cmpuint (spz_tool_count (page, SPZ_TYPE_ROLE_BOX), ==, 2);
}

static void
test_assignments (SpzAppFixture *self,
                  gconstpointer  data)
{
  SpzPage *page = spz_tool_show (self, "organisation");
  SpzAssignmentRow *row;
  SpzAssignment *assignment;

  spz_tool_do (page, "organisation.add-assignment");
  g_assert_cmpuint (spz_tool_count (page, SPZ_TYPE_ASSIGNMENT_ROW), ==, 1);
  row = spz_tool_find (page, SPZ_TYPE_ASSIGNMENT_ROW, 0);
  assignment = spz_assignment_row_get_assignment (row);
  g_assert_cmpint (assignment->audience, ==, SPZ_AUDIENCE_INTERNAL);

  type (spz_tool_find (row, SPZ_TYPE_LINE_TEXT, 0), "Zeitplan anpassen");
  g_assert_cmpstr (assignment->title, ==, "Zeitplan anpassen");
  gtk_check_button_set_active (spz_tool_find (row, GTK_TYPE_CHECK_BUTTON, 0), TRUE);
  g_assert_cmpint (assignment->state, ==, SPZ_ASSIGNMENT_DONE);
  spz_tool_undo (self);
  g_assert_cmpint (assignment->state, ==, SPZ_ASSIGNMENT_OPEN);
  g_assert_false (gtk_check_button_get_active (spz_tool_find (row, GTK_TYPE_CHECK_BUTTON, 0)));
}

static gint64
add_assignment (SpzAppFixture *self,
                const char    *title,
                SpzDate        due,
                SpzRole       *to)
{
  g_autoptr (GError) error = NULL;
  gint64 id = spz_programme_add (self->programme, SPZ_TYPE_ASSIGNMENT, &error, "title", title, "due", due,
                                 "to-role", to != NULL ? spz_record_get_id (SPZ_RECORD (to)) : (gint64) 0, NULL);

  g_assert_no_error (error);

  return id;
}

static void
assert_assignments (SpzPage    *page,
                    const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);
  SpzAssignmentRow *row;

  for (guint i = 0; (row = spz_tool_find (page, SPZ_TYPE_ASSIGNMENT_ROW, i)) != NULL; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? "|" : "", spz_assignment_row_get_assignment (row)->title);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_choice (SpzAppFixture *self,
             gconstpointer  data)
{
  SpzPage *page = spz_tool_show (self, "organisation");
  GtkWidget *list;
  GtkDropDown *states, *roles;
  GtkToggleButton *by_due;
  gint64 report;

  add_assignment (self, "Umfrage auswerten", SPZ_DATE_NONE, NULL);
  add_assignment (self, "DMS abstimmen", spz_date_new (2021, 3, 1), spz_tool_record (self, SPZ_TYPE_ROLE, 0));
  report = add_assignment (self, "Bericht erstatten", spz_date_new (2021, 2, 5), NULL);
  spz_tool_do (page, "organisation.add-role");
  spz_tool_undo (self);
  assert_assignments (page, "Umfrage auswerten|DMS abstimmen|Bericht erstatten");

  list = gtk_widget_get_ancestor (gtk_widget_get_ancestor (spz_tool_find (page, SPZ_TYPE_ASSIGNMENT_ROW, 0), GTK_TYPE_STACK),
                                  GTK_TYPE_BOX);
  states = spz_tool_find (list, GTK_TYPE_DROP_DOWN, 0);
  roles = spz_tool_find (list, GTK_TYPE_DROP_DOWN, 1);
  by_due = spz_tool_find (gtk_widget_get_parent (GTK_WIDGET (roles)), GTK_TYPE_TOGGLE_BUTTON, 2);

  gtk_toggle_button_set_active (by_due, TRUE);
  assert_assignments (page, "Bericht erstatten|DMS abstimmen|Umfrage auswerten");
  gtk_drop_down_set_selected (roles, 1);
  assert_assignments (page, "DMS abstimmen");
  gtk_drop_down_set_selected (roles, 0);

  /* What is done leaves those that are open */
  gtk_drop_down_set_selected (states, 1);
  spz_programme_set (self->programme, spz_programme_lookup (self->programme, SPZ_TYPE_ASSIGNMENT, report), NULL,
                     "state", SPZ_ASSIGNMENT_DONE, NULL);
  assert_assignments (page, "DMS abstimmen|Umfrage auswerten");
  gtk_drop_down_set_selected (states, 2);
  assert_assignments (page, "Bericht erstatten");

  /* Going to one that is not among them shows all */
  g_assert_true (spz_page_reveal (page, spz_tool_record (self, SPZ_TYPE_ASSIGNMENT, 0)));
  assert_assignments (page, "Bericht erstatten|DMS abstimmen|Umfrage auswerten");
}

static void
test_search (SpzAppFixture *self,
             gconstpointer  data)
{
  SpzPage *page = spz_tool_show (self, "organisation");
  GtkEditable *entry = spz_tool_find (page, GTK_TYPE_SEARCH_ENTRY, 0);

  spz_tool_do (page, "organisation.add-role");
  gtk_editable_set_text (entry, "gesamtverant");
  g_signal_emit_by_name (entry, "search-changed");
  spz_app_settle ();
  g_assert_cmpuint (spz_tool_count (page, SPZ_TYPE_ROLE_CARD), ==, 1);

  g_assert_true (spz_page_reveal (page, spz_tool_record (self, SPZ_TYPE_ROLE, 1)));
  spz_app_settle ();
  g_assert_cmpuint (spz_tool_count (page, SPZ_TYPE_ROLE_CARD), ==, 2);
  g_assert_true (spz_page_reveal (page, spz_tool_record (self, SPZ_TYPE_TASK, 0)));
}

int
main (int   argc,
      char *argv[])
{
  spz_app_test_init (&argc, &argv);

  spz_app_test ("/organisation/tasks", test_tasks);
  spz_app_test ("/organisation/roles", test_roles);
  spz_app_test ("/organisation/assignments", test_assignments);
  spz_app_test ("/organisation/choice", test_choice);
  spz_app_test ("/organisation/search", test_search);

  return g_test_run ();
}
