/* test-print-check.c: what is told before printing
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#include "spz-document-builder.h"
#include "spz-page-tools.h"
#include "spz-pdf.h"
#include "spz-print-check.h"
#include "spz-print-tab.h"
#include "spz-print.h"
#include "spz-timeline-plan.h"

static const char *
get_text (GtkWidget *dialog)
{
  GtkWidget *child = adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog));

  return gtk_label_get_label (spz_tool_find (child, GTK_TYPE_LABEL, 0));
}

static void
test_plan (SpzAppFixture *self,
           gconstpointer  data)
{
  SpzPage *page = spz_tool_show (self, "timeline");
  GListModel *toplevels = gtk_window_get_toplevels ();
  AdwMessageDialog *dialog = NULL;

  spz_tool_do (page, "plan.check");
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        dialog = ADW_MESSAGE_DIALOG (window);
    }

  g_assert_nonnull (dialog);
  g_assert_true (g_str_has_prefix (get_text (GTK_WIDGET (dialog)),
                                   "2 of 2 labels stand whole on the page."));
  /* What fits on A4 needs no A3 */
  g_assert_true (adw_message_dialog_has_response (dialog, "a4"));
  g_assert_false (adw_message_dialog_has_response (dialog, "a3"));
  adw_message_dialog_response (dialog, "cancel");
  gtk_window_destroy (GTK_WINDOW (dialog));
  spz_app_settle ();
}

/* More than a page holds: both papers are told about */
static void
test_large (SpzAppFixture *self,
            gconstpointer  data)
{
  g_autoptr(SpzPages) pages = NULL;
  g_autoptr(GError) error = NULL;
  GtkWidget *dialog;

  g_assert_true (spz_programme_begin (self->programme, "Fill", &error));
  for (guint i = 0; i < 150; i++)
    {
      gint64 measure = spz_programme_add (self->programme, SPZ_TYPE_MEASURE, &error,
                                          "title", "Eine von vielen", NULL);

      /* Three in a row, too short for what they are called, and without room beside them */
      for (int j = 0; j < 3; j++)
        spz_programme_add (self->programme, SPZ_TYPE_PHASE, &error,
                           "measure", measure, "title", "Beteiligung der Personalvertretungen",
                           "start", spz_date_new (2021, 2, 1) + 30 * j,
                           "end", spz_date_new (2021, 2, 1) + 30 * j + 29, NULL);
    }
  g_assert_true (spz_programme_commit (self->programme, &error));
  g_assert_no_error (error);

  pages = spz_print_check_lay_out (self->programme, NULL, SPZ_AUDIENCE_PUBLIC, SPZ_TIMELINE_PAPER_A4);
  g_assert_false (spz_print_check_fits (pages));

  dialog = spz_print_check_new_plan (GTK_WINDOW (self->window), self->programme, NULL, SPZ_AUDIENCE_PUBLIC);
  g_assert_true (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (dialog), "a3"));
  g_assert_nonnull (strstr (get_text (dialog), "On A3:"));
  g_assert_nonnull (strstr (get_text (dialog), "The plan takes"));

  /* However much there is to tell, the answers are in reach on a small screen */
  gtk_window_present (GTK_WINDOW (dialog));
  spz_app_settle ();
  g_assert_cmpint (gtk_widget_get_height (dialog), >, 0);
  g_assert_cmpint (gtk_widget_get_height (dialog), <=, 560);
  gtk_window_destroy (GTK_WINDOW (dialog));
  spz_app_settle ();
}

static PopplerDocument *
open_bytes (GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &error);

  g_assert_no_error (error);

  return document;
}

static void
assert_same_page (PopplerDocument *printed,
                  int              printed_page,
                  PopplerDocument *written,
                  int              written_page)
{
  PopplerPage *a = poppler_document_get_page (printed, printed_page);
  PopplerPage *b = poppler_document_get_page (written, written_page);
  g_autofree char *a_text = poppler_page_get_text (a);
  g_autofree char *b_text = poppler_page_get_text (b);
  double a_width, a_height, b_width, b_height;

  poppler_page_get_size (a, &a_width, &a_height);
  poppler_page_get_size (b, &b_width, &b_height);
  g_assert_cmpfloat_with_epsilon (a_width, b_width, 0.5);
  g_assert_cmpfloat_with_epsilon (a_height, b_height, 0.5);
  /* The plan's table is heard, and printed nowhere. */
  if (b_width < b_height)
    g_assert_cmpstr (a_text, ==, b_text);
  g_object_unref (a);
  g_object_unref (b);
}

static PopplerDocument *
print (SpzAppFixture      *self,
       SpzDocument        *document,
       const SpzPageSetup *setup)
{
  g_autoptr(SpzPages) pages = spz_pages_new (document, setup);
  g_autoptr(GtkPrintOperation) operation = spz_print_operation_new (pages);
  g_autofree char *path = g_build_filename (self->directory, "printed.pdf", NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *content = NULL;
  g_autoptr(GBytes) bytes = NULL;
  gsize length;

  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                            GTK_WINDOW (self->window), &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, &length, &error));
  bytes = g_bytes_new_take (g_steal_pointer (&content), length);
  g_assert_cmpint (g_unlink (path), ==, 0);

  return open_bytes (bytes);
}

static SpzDocument *
make_document (SpzAppFixture *self)
{
  SpzDocumentBuilder *builder = spz_document_builder_new (SPZ_AUDIENCE_INTERNAL);
  g_autoptr(SpzTimelinePlan) plan = spz_timeline_plan_new_compared (self->programme, SPZ_AUDIENCE_INTERNAL, NULL, NULL);

  spz_document_builder_set_title (builder, "Umsetzung E-Government-Strategie", NULL, NULL, "Stadt Leverkusen");
  spz_document_builder_set_pace (builder, 120);
  for (guint i = 0; i < 40; i++)
    {
      if (i % 10 == 0)
        spz_document_builder_add_heading (builder, 1, "Handlungsfeld modernes Arbeiten");
      spz_document_builder_add_point (builder, 1, SPZ_POINT_BULLET,
                                      "Stadt strebt eine **Dienstvereinbarung** zum mobilen Arbeiten an");
    }
  spz_document_builder_add_timeline (builder, plan);

  return spz_document_builder_end (builder);
}

/* In each layout, the pages that are printed are those of the PDF. */
static void
test_same_pages (SpzAppFixture *self,
                 gconstpointer  data)
{
  g_autoptr(SpzDocument) document = make_document (self);

  for (guint layout = 0; layout < SPZ_N_PAGE_LAYOUTS; layout++)
    {
      g_autoptr(GBytes) bytes = NULL;
      PopplerDocument *written;
      PopplerDocument *printed;
      SpzPageSetup setup;

      spz_page_setup_init (&setup, layout);
      bytes = spz_pdf_render (document, &setup, NULL, NULL, NULL, NULL);
      written = open_bytes (bytes);
      printed = print (self, document, &setup);
      g_assert_cmpint (poppler_document_get_n_pages (printed), ==, poppler_document_get_n_pages (written));
      for (int i = 0; i < poppler_document_get_n_pages (printed); i++)
        assert_same_page (printed, i, written, i);
      g_object_unref (printed);
      g_object_unref (written);
    }
}

static void
count_cb (SpzPrintTab *tab,
          guint       *count)
{
  (*count)++;
}

static GtkWidget *
find (GtkWidget  *root,
      GType       type,
      const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (G_TYPE_CHECK_INSTANCE_TYPE (child, type) &&
          (label == NULL || g_str_equal (gtk_check_button_get_label (GTK_CHECK_BUTTON (child)), label)))
        return child;
      found = find (child, type, label);
      if (found)
        return found;
    }

  return NULL;
}

/* Something is printed always, and what is for others is set as they get it. */
static void
test_tab (SpzAppFixture *self,
          gconstpointer  data)
{
  SpzPrintOptions options = { SPZ_AUDIENCE_PUBLIC, SPZ_PAGE_LAYOUT_HANDOUT, SPZ_COMPOSE_DEFAULT, SPZ_TIMELINE_PAPER_A4 };
  g_autoptr(SpzPrintTab) tab = g_object_ref_sink (spz_print_tab_new (&options, TRUE));
  GtkWidget *text = find (GTK_WIDGET (tab), GTK_TYPE_CHECK_BUTTON, "_Text");
  GtkWidget *plan = find (GTK_WIDGET (tab), GTK_TYPE_CHECK_BUTTON, "_Plan");
  guint count = 0;

  g_signal_connect (tab, "changed", G_CALLBACK (count_cb), &count);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find (GTK_WIDGET (tab), GTK_TYPE_DROP_DOWN, NULL)), SPZ_AUDIENCE_INTERNAL);
  spz_print_tab_get_options (tab, &options);
  g_assert_cmpint (options.audience, ==, SPZ_AUDIENCE_INTERNAL);
  g_assert_cmpint (options.layout, ==, SPZ_PAGE_LAYOUT_NOTES);
  g_assert_cmpuint (count, ==, 1);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (plan), FALSE);
  spz_print_tab_get_options (tab, &options);
  g_assert_cmpint (options.omits, ==, SPZ_COMPOSE_NO_TIMELINE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (text), FALSE);
  spz_print_tab_get_options (tab, &options);
  g_assert_cmpint (options.omits, ==, SPZ_COMPOSE_NO_TEXT);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (plan)));
  g_assert_cmpuint (count, ==, 3);
}

int
main (int    argc,
      char **argv)
{
  spz_app_test_init (&argc, &argv);

  spz_app_test ("/app/print-check/plan", test_plan);
  spz_app_test ("/app/print-check/large", test_large);
  spz_app_test ("/app/print/same-pages", test_same_pages);
  spz_app_test ("/app/print/tab", test_tab);

  return g_test_run ();
}
