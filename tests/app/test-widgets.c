/* test-widgets.c: the widgets that edit records
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-app-fixture.h"

#include "spz-add-row.h"
#include "spz-audience-button.h"
#include "spz-date-row.h"
#include "spz-delete.h"
#include "spz-inline-label.h"
#include "spz-line-text.h"
#include "spz-text-binding.h"

static gpointer
first_of (SpzAppFixture *self,
          GType          type)
{
  return spz_record_list_get (spz_programme_get_list (self->programme, type), 0);
}

static void
test_text (SpzAppFixture *self,
           gconstpointer  data)
{
  g_autoptr(GtkWidget) row = g_object_ref_sink (adw_entry_row_new ());
  SpzRole *role = first_of (self, SPZ_TYPE_ROLE);
  g_autoptr(GError) error = NULL;

  spz_text_bind (row, self->programme, role, "title");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Chief Digital Officer");

  /* Typed, not yet confirmed, confirmed */
  gtk_editable_set_text (GTK_EDITABLE (row), "CDO");
  g_assert_cmpstr (role->title, ==, "Chief Digital Officer");
  g_assert_true (spz_text_commit (row));
  g_assert_cmpstr (role->title, ==, "CDO");

  /* What others change is shown. */
  g_assert_true (spz_programme_undo (self->programme, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Chief Digital Officer");

  /* Bound to something else, it doesn't follow the former any more. */
  spz_text_bind (row, self->programme, first_of (self, SPZ_TYPE_TASK), "title");
  g_assert_true (spz_programme_redo (self->programme, &error));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==,
                   "Gesamtverantwortung für das Programm");
}

static void
test_text_view (SpzAppFixture *self,
                gconstpointer  data)
{
  g_autoptr(GtkWidget) view = g_object_ref_sink (gtk_text_view_new ());
  SpzActionField *field = first_of (self, SPZ_TYPE_ACTION_FIELD);

  spz_text_bind (view, self->programme, field, "summary");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Kurz gesagt", -1);
  g_assert_true (spz_text_commit (view));
  g_assert_cmpstr (field->summary, ==, "Kurz gesagt");
}

static void
type_date (SpzDateRow *row,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "entry-activated");
}

static void
test_date (SpzAppFixture *self,
           gconstpointer  data)
{
  g_autoptr(GtkWidget) widget = g_object_ref_sink (spz_date_row_new ());
  SpzDateRow *row = SPZ_DATE_ROW (widget);
  SpzMeeting *meeting = first_of (self, SPZ_TYPE_MEETING);

  spz_date_row_bind (row, self->programme, meeting, "date", "precision");
  g_assert_cmpint (spz_date_row_get_date (row), ==, spz_date_new (2021, 2, 8));

  type_date (row, "22.2.2021");
  g_assert_cmpint (meeting->date, ==, spz_date_new (2021, 2, 22));
  g_assert_cmpint (meeting->precision, ==, SPZ_PRECISION_DAY);

  type_date (row, "KW 7 2021");
  g_assert_cmpint (meeting->date, ==, spz_date_new (2021, 2, 15));
  g_assert_cmpint (meeting->precision, ==, SPZ_PRECISION_WEEK);

  /* What can't be understood stays for correction and changes nothing. */
  type_date (row, "demnächst");
  g_assert_cmpint (meeting->date, ==, spz_date_new (2021, 2, 15));
  g_assert_true (gtk_widget_has_css_class (widget, "error"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "demnächst");
}

static void
test_date_end (SpzAppFixture *self,
               gconstpointer  data)
{
  g_autoptr(GtkWidget) widget = g_object_ref_sink (spz_date_row_new ());

  g_object_set (widget, "use-end", TRUE, NULL);
  type_date (SPZ_DATE_ROW (widget), "Q2 2021");
  g_assert_cmpint (spz_date_row_get_date (SPZ_DATE_ROW (widget)), ==, spz_date_new (2021, 6, 30));
}

static void
test_audience (SpzAppFixture *self,
               gconstpointer  data)
{
  g_autoptr(GtkWidget) button = g_object_ref_sink (spz_audience_button_new ());
  SpzPoint *point = first_of (self, SPZ_TYPE_POINT);

  spz_audience_button_bind (SPZ_AUDIENCE_BUTTON (button), self->programme, point);
  g_assert_cmpint (point->audience, ==, SPZ_AUDIENCE_PUBLIC);
  gtk_widget_activate_action (button, "audience.audience", "s", "internal");
  g_assert_cmpint (point->audience, ==, SPZ_AUDIENCE_INTERNAL);
  g_assert_cmpint (spz_audience_button_get_audience (SPZ_AUDIENCE_BUTTON (button)), ==,
                   SPZ_AUDIENCE_INTERNAL);
}

static void
add_cb (SpzAddRow  *row,
        const char *text,
        char      **added)
{
  g_free (*added);
  *added = g_strdup (text);
}

static void
test_add_row (SpzAppFixture *self,
              gconstpointer  data)
{
  g_autoptr(GtkWidget) row = g_object_ref_sink (spz_add_row_new ("New Task"));
  g_autofree char *added = NULL;

  g_signal_connect (row, "add", G_CALLBACK (add_cb), &added);
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_null (added);

  gtk_editable_set_text (GTK_EDITABLE (row), "  Etwas  Neues ");
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_cmpstr (added, ==, "Etwas Neues");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
}

static void
test_inline (SpzAppFixture *self,
             gconstpointer  data)
{
  g_autoptr(GtkWidget) label = g_object_ref_sink (spz_inline_label_new ("a **b** <c> & d"));
  GtkLabel *child = GTK_LABEL (adw_bin_get_child (ADW_BIN (label)));

  g_assert_cmpstr (gtk_label_get_text (child), ==, "a b <c> & d");
  spz_inline_label_set_text (SPZ_INLINE_LABEL (label), NULL);
  g_assert_cmpstr (gtk_label_get_text (child), ==, "");
}

static void
test_delete (SpzAppFixture *self,
             gconstpointer  data)
{
  SpzRecordList *tasks = spz_programme_get_list (self->programme, SPZ_TYPE_TASK);

  g_assert_true (spz_delete_record (GTK_WIDGET (self->window), self->programme,
                                    first_of (self, SPZ_TYPE_TASK)));
  g_assert_cmpuint (spz_record_list_get_size (tasks), ==, 0);
  g_assert_true (spz_app_action (self, "undo"));
  g_assert_cmpuint (spz_record_list_get_size (tasks), ==, 1);
}

/* A line's height is asked for before its text view has laid out anything: in
 * no width may it be less than the text view then needs, nor a line more. */
static void
test_line_height (SpzAppFixture *self,
                  gconstpointer  data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *fixed = gtk_fixed_new ();
  SpzLineText *line = g_object_new (SPZ_TYPE_LINE_TEXT, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (line));

  spz_line_text_set_markdown (line, "*Zielsetzung* ist, im 2. Halbjahr **2021** in den ausgewählten **Pilotbereichen** mit "
                              "der Einführung des **DMS** zu *starten* und dann die Umsetzung sukzessive auf die "
                              "gesamte **Stadtverwaltung** auszurollen.");
  gtk_fixed_put (GTK_FIXED (fixed), GTK_WIDGET (line), 0, 0);
  gtk_window_set_child (GTK_WINDOW (window), fixed);
  gtk_window_present (GTK_WINDOW (window));
  spz_app_settle ();

  for (int width = 200; width <= 1000; width++)
    {
      GtkTextIter end;
      GdkRectangle cursor;
      int height, padding;

      gtk_widget_measure (GTK_WIDGET (line), GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
      gtk_widget_size_allocate (GTK_WIDGET (line), &(GtkAllocation) { 0, 0, width, height }, -1);
      padding = height - gtk_widget_get_height (GTK_WIDGET (line));

      gtk_text_buffer_get_end_iter (buffer, &end);
      gtk_text_view_get_iter_location (GTK_TEXT_VIEW (line), &end, &cursor);
      g_assert_cmpint (cursor.y + cursor.height, <=, height - padding);
      g_assert_cmpint (cursor.y + cursor.height + cursor.height / 2, >, height - padding);
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  spz_app_test_init (&argc, &argv);

  spz_app_test ("/widgets/text", test_text);
  spz_app_test ("/widgets/text-view", test_text_view);
  spz_app_test ("/widgets/date", test_date);
  spz_app_test ("/widgets/date-end", test_date_end);
  spz_app_test ("/widgets/audience", test_audience);
  spz_app_test ("/widgets/add-row", test_add_row);
  spz_app_test ("/widgets/inline", test_inline);
  spz_app_test ("/widgets/delete", test_delete);
  spz_app_test ("/widgets/line-height", test_line_height);

  return g_test_run ();
}
