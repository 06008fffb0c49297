/* test-outlook.c: what is next, what is found, what is imported, what is printed
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-app-fixture.h"

#include "spz-composer.h"
#include "spz-import-source.h"
#include "spz-outlook.h"
#include "spz-page-tools.h"
#include "spz-print.h"
#include "spz-search.h"

#include <glib/gstdio.h>

static void
assert_item (GPtrArray  *items,
             guint       index,
             GType       type,
             const char *title)
{
  const SpzOutlookItem *item = g_ptr_array_index (items, index);

  g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (item->record, type));
  g_assert_cmpstr (item->title, ==, title);
}

static void
test_outlook (SpzAppFixture *self,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) concerns = spz_outlook_get_concerns (self->programme);
  g_autoptr(GPtrArray) running = spz_outlook_get_running (self->programme);
  g_autoptr(GPtrArray) milestones = spz_outlook_get_milestones (self->programme);

  g_assert_false (spz_outlook_is_empty (self->programme));

  /* A phase that should have ended, a sum that doesn't add up, a deadline
   * before the plan ends */
  g_assert_cmpuint (concerns->len, ==, 3);
  assert_item (concerns, 0, SPZ_TYPE_PHASE, "Zentrales DMS/E-Akte: Vorbereitung");
  assert_item (concerns, 1, SPZ_TYPE_FIGURE, "Summe");
  assert_item (concerns, 2, SPZ_TYPE_MILESTONE, "Zuschlag für das neue DMS");

  g_assert_cmpuint (running->len, ==, 1);
  assert_item (running, 0, SPZ_TYPE_PHASE, "Zentrales DMS/E-Akte: EU-weite Ausschreibung");

  g_assert_cmpuint (milestones->len, ==, 2);
  assert_item (milestones, 0, SPZ_TYPE_MILESTONE, "Zuschlag für das neue DMS");
}

static void
test_outlook_other_day (SpzAppFixture *self,
                        gconstpointer  data)
{
  g_autoptr(GPtrArray) running = NULL;
  g_autoptr(GPtrArray) milestones = NULL;
  g_autoptr(GError) error = NULL;

  spz_programme_set (self->programme, spz_programme_get_info (self->programme), &error,
                     "reference-date", spz_date_new (2021, 9, 1),
                     NULL);
  g_assert_no_error (error);

  running = spz_outlook_get_running (self->programme);
  g_assert_cmpuint (running->len, ==, 0);
  milestones = spz_outlook_get_milestones (self->programme);
  g_assert_cmpuint (milestones->len, ==, 1);
}

static void
add_assignment (SpzAppFixture      *self,
                const char         *title,
                SpzDate             due,
                SpzAssignmentState  state)
{
  g_autoptr (GError) error = NULL;

  spz_programme_add (self->programme, SPZ_TYPE_ASSIGNMENT, &error, "title", title, "due", due, "state", state, NULL);
  g_assert_no_error (error);
}

/* A work order is seen before its day and after it, until it is done: on the
 * page too, where it can be settled */
static void
test_due (SpzAppFixture *self,
          gconstpointer  data)
{
  g_autoptr (GPtrArray) concerns = NULL;
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (GPtrArray) rest = NULL;
  SpzPage *page;
  GtkWidget *list = NULL;
  guint i;

  add_assignment (self, "Vorlage **einbringen**", spz_date_new (2021, 2, 22), SPZ_ASSIGNMENT_OPEN);
  add_assignment (self, "Heute fertig", spz_date_new (2021, 2, 1), SPZ_ASSIGNMENT_OPEN);
  add_assignment (self, "Versäumt", spz_date_new (2021, 1, 31), SPZ_ASSIGNMENT_OPEN);
  add_assignment (self, "Getan", spz_date_new (2021, 3, 1), SPZ_ASSIGNMENT_DONE);
  add_assignment (self, "Ohne Tag", SPZ_DATE_NONE, SPZ_ASSIGNMENT_OPEN);

  due = spz_outlook_get_due (self->programme);
  g_assert_cmpuint (due->len, ==, 2);
  assert_item (due, 0, SPZ_TYPE_ASSIGNMENT, "Heute fertig");
  assert_item (due, 1, SPZ_TYPE_ASSIGNMENT, "Vorlage einbringen");
  concerns = spz_outlook_get_concerns (self->programme);
  g_assert_cmpuint (concerns->len, ==, 4);

  page = spz_tool_show (self, "overview");
  for (i = 0; list == NULL && i < spz_tool_count (page, ADW_TYPE_ACTION_ROW); i++)
    {
      AdwPreferencesRow *row = spz_tool_find (page, ADW_TYPE_ACTION_ROW, i);

      if (g_str_equal (adw_preferences_row_get_title (row), "Heute fertig"))
        list = gtk_widget_get_parent (GTK_WIDGET (row));
    }
  g_assert_nonnull (list);
  g_assert_cmpuint (spz_tool_count (list, ADW_TYPE_ACTION_ROW), ==, 2);

  g_signal_emit_by_name (spz_tool_find (list, GTK_TYPE_BUTTON, 0), "clicked");
  spz_app_settle ();
  rest = spz_outlook_get_due (self->programme);
  g_assert_cmpuint (rest->len, ==, 1);
  g_assert_cmpuint (spz_tool_count (list, ADW_TYPE_ACTION_ROW), ==, 1);
}

static void
assert_first_hit (SpzAppFixture *self,
                  const char    *query,
                  GType          type,
                  const char    *title)
{
  g_autoptr(GPtrArray) hits = spz_search (self->programme, query, 10);
  const SpzSearchHit *hit;

  g_assert_cmpuint (hits->len, >, 0);
  hit = g_ptr_array_index (hits, 0);
  g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (hit->record, type));
  g_assert_cmpstr (hit->title, ==, title);
}

static void
test_search (SpzAppFixture *self,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) nothing = spz_search (self->programme, "   ", 10);
  g_autoptr(GPtrArray) unknown = spz_search (self->programme, "Quantencomputer", 10);

  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (unknown->len, ==, 0);
  assert_first_hit (self, "vorbereitung", SPZ_TYPE_PHASE, "Vorbereitung");
  assert_first_hit (self, "GESAMT", SPZ_TYPE_TASK, "Gesamtverantwortung für das Programm");
  /* Emphasis is not part of what one looks for. */
  assert_first_hit (self, "die ausschreibung lauft", SPZ_TYPE_POINT, "Die Ausschreibung läuft");
}

typedef struct
{
  gboolean  over;
  GError   *error;
} Ending;

static void
ended_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  Ending *ending = data;

  ending->over = TRUE;
  spz_import_sources_finish (result, &ending->error);
}

static gboolean
is_over (gpointer data)
{
  return ((Ending *) data)->over;
}

static void
test_import (SpzAppFixture *self,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) sources =
    g_ptr_array_new_with_free_func ((GDestroyNotify) spz_import_source_free);
  g_autofree char *path = g_build_filename (g_getenv ("SPZ_SOURCE_ROOT"), "data", "example",
                                            "sprechzettel-2021-02-08.md", NULL);
  SpzRecordList *points = spz_programme_get_list (self->programme, SPZ_TYPE_POINT);
  guint before = spz_record_list_get_size (points);
  const SpzImportSource *missing;
  g_autofree char *summary = NULL;
  g_autoptr(GError) error = NULL;
  Ending read = { FALSE }, entered = { FALSE };

  g_ptr_array_add (sources, spz_import_source_new_for_path (path));
  g_ptr_array_add (sources, spz_import_source_new_for_path ("/nowhere/to/be/found.md"));
  spz_import_sources_preview_async (sources, self->programme, NULL, NULL, NULL, ended_cb, &read);
  g_assert_true (spz_app_wait (is_over, &read));
  g_assert_no_error (read.error);

  missing = g_ptr_array_index (sources, 1);
  g_assert_null (missing->import);
  g_assert_nonnull (missing->error);

  summary = spz_import_source_summarise (g_ptr_array_index (sources, 0));
  g_assert_nonnull (strstr (summary, "5 roles, 21 tasks"));
  g_assert_nonnull (strstr (((SpzImportSource *) g_ptr_array_index (sources, 0))->summary, "5 roles, 21 tasks"));

  /* One step, whatever it took */
  spz_import_sources_apply_async (sources, self->programme, NULL, NULL, NULL, ended_cb, &entered);
  g_assert_true (spz_app_wait (is_over, &entered));
  g_assert_no_error (entered.error);
  g_assert_true (spz_programme_refresh (self->programme, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (spz_record_list_get_size (points), >, before + 20);
  g_assert_true (spz_app_action (self, "undo"));
  g_assert_cmpuint (spz_record_list_get_size (points), ==, before);
  g_assert_cmpstr (spz_programme_get_undo_label (self->programme), ==, "Sample");
}

static void
test_print (SpzAppFixture *self,
            gconstpointer  data)
{
  g_autoptr(SpzDocument) document = spz_compose_timeline (self->programme, SPZ_AUDIENCE_PUBLIC);
  g_autoptr(SpzPages) pages = NULL;
  g_autoptr(GtkPrintOperation) operation = NULL;
  g_autofree char *path = g_build_filename (self->directory, "plan.pdf", NULL);
  g_autofree char *content = NULL;
  gsize length;
  g_autoptr(GError) error = NULL;
  SpzPageSetup setup;

  spz_page_setup_init (&setup, SPZ_PAGE_LAYOUT_NOTES);
  pages = spz_pages_new (document, &setup);
  operation = spz_print_operation_new (pages);
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                            GTK_WINDOW (self->window), &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpint (gtk_print_operation_get_n_pages_to_print (operation), ==,
                   (int) spz_pages_get_n_pages (pages));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  spz_app_test_init (&argc, &argv);

  spz_app_test ("/outlook/sample", test_outlook);
  spz_app_test ("/outlook/other-day", test_outlook_other_day);
  spz_app_test ("/outlook/due", test_due);
  spz_app_test ("/search", test_search);
  spz_app_test ("/import", test_import);
  spz_app_test ("/print", test_print);

  return g_test_run ();
}
