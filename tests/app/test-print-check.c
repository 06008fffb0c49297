/* test-print-check.c: what is told before printing
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "spz-page-tools.h"
#include "spz-print-check.h"

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
  g_assert_true (g_str_has_prefix (adw_message_dialog_get_body (dialog),
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
    spz_programme_add (self->programme, SPZ_TYPE_MEASURE, &error, "title", "Eine von vielen", NULL);
  g_assert_true (spz_programme_commit (self->programme, &error));
  g_assert_no_error (error);

  pages = spz_print_check_lay_out (self->programme, NULL, SPZ_AUDIENCE_PUBLIC, SPZ_TIMELINE_PAPER_A4);
  g_assert_false (spz_print_check_fits (pages));

  dialog = spz_print_check_new_plan (GTK_WINDOW (self->window), self->programme, NULL, SPZ_AUDIENCE_PUBLIC);
  g_assert_true (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (dialog), "a3"));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "On A3:"));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "The plan takes"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  spz_app_settle ();
}

int
main (int    argc,
      char **argv)
{
  spz_app_test_init (&argc, &argv);

  spz_app_test ("/app/print-check/plan", test_plan);
  spz_app_test ("/app/print-check/large", test_large);

  return g_test_run ();
}
