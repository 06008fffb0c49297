/* spz-print.c: printing in the system's print dialogue
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-print.h"

#include "spz-composer.h"
#include "spz-feedback.h"
#include "spz-print-check.h"

#include <glib/gi18n.h>

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                SpzPages          *pages)
{
  gtk_print_operation_set_n_pages (operation, (int) spz_pages_get_n_pages (pages));
}

static gboolean
is_landscape (SpzPages *pages,
              int       page)
{
  double width, height;

  spz_pages_get_size (pages, (guint) page, &width, &height);

  return width > height;
}

/* The plan stands across the paper. */
static void
request_page_setup_cb (GtkPrintOperation *operation,
                       GtkPrintContext   *context,
                       int                page,
                       GtkPageSetup      *setup,
                       SpzPages          *pages)
{
  gtk_page_setup_set_orientation (setup,
                                  is_landscape (pages, page) ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                             : GTK_PAGE_ORIENTATION_PORTRAIT);
}

/* The pages are laid out already; on another paper they are drawn smaller or
 * larger, in its middle. */
static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              SpzPages          *pages)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double paper_width = gtk_print_context_get_width (context);
  double paper_height = gtk_print_context_get_height (context);
  double width, height, scale;

  spz_pages_get_size (pages, (guint) page, &width, &height);
  scale = MIN (paper_width / width, paper_height / height);

  cairo_save (cr);
  cairo_translate (cr, (paper_width - width * scale) / 2, (paper_height - height * scale) / 2);
  cairo_scale (cr, scale, scale);
  spz_pages_draw (pages, (guint) page, cr);
  cairo_restore (cr);
}

static void
unref_pages (gpointer  data,
             GClosure *closure)
{
  spz_pages_unref (data);
}

static void
connect (GtkPrintOperation *operation,
         const char        *signal_name,
         GCallback          callback,
         SpzPages          *pages)
{
  g_signal_connect_data (operation, signal_name, callback, spz_pages_ref (pages), unref_pages, 0);
}

/**
 * spz_print_operation_new:
 * @pages: what to print
 * @name: what the print job is called
 *
 * Makes the operation spz_print_pages() runs.
 *
 * Returns: (transfer full): an operation that isn't run yet
 */
GtkPrintOperation *
spz_print_operation_new (SpzPages   *pages,
                         const char *name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr(GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  connect (operation, "begin-print", G_CALLBACK (begin_print_cb), pages);
  connect (operation, "request-page-setup", G_CALLBACK (request_page_setup_cb), pages);
  connect (operation, "draw-page", G_CALLBACK (draw_page_cb), pages);

  return operation;
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         GtkWindow               *parent)
{
  g_autoptr(GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  spz_feedback_report (GTK_WIDGET (parent), g_steal_pointer (&error));
}

/**
 * spz_print_pages:
 * @parent: the window to ask in
 * @pages: what to print
 * @name: what the print job is called
 *
 * Prints @pages, after the system's print dialogue. Pages that stand across
 * are printed across.
 */
void
spz_print_pages (GtkWindow  *parent,
                 SpzPages   *pages,
                 const char *name)
{
  g_autoptr(GtkPrintOperation) operation = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (pages != NULL);

  operation = spz_print_operation_new (pages, name);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), parent, 0);

  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               parent, &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    spz_feedback_report (GTK_WIDGET (parent), g_steal_pointer (&error));
}

static void
checked_cb (AdwMessageDialog *dialog,
            const char       *response,
            SpzPages         *pages)
{
  if (g_str_equal (response, "print"))
    spz_print_pages (gtk_window_get_transient_for (GTK_WINDOW (dialog)), pages,
                     spz_document_get_title (spz_pages_get_document (pages)));
}

/* Where labels of a timeline don't stand at their bars, that is told before. */
static void
check_pages (GtkWindow *parent,
             SpzPages  *pages)
{
  GtkWidget *dialog = spz_print_check_new (parent, pages);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "print", _("_Print Anyway…"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "print");
  g_signal_connect_data (dialog, "response", G_CALLBACK (checked_cb),
                         spz_pages_ref (pages), unref_pages, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Takes the document. */
static void
print_document (GtkWindow     *parent,
                SpzDocument   *document,
                SpzPageLayout  layout)
{
  g_autoptr(SpzDocument) owned = document;
  g_autoptr(SpzPages) pages = NULL;
  SpzPageSetup setup;

  spz_page_setup_init (&setup, layout);
  pages = spz_pages_new (owned, &setup);
  if (spz_print_check_fits (pages))
    spz_print_pages (parent, pages, spz_document_get_title (owned));
  else
    check_pages (parent, pages);
}

/**
 * spz_print_briefing:
 * @parent: the window to ask in
 * @programme: the programme
 * @briefing: a briefing of it
 * @audience: whom it is for
 * @layout: to speak from, or to hand out
 *
 * Prints a briefing.
 */
void
spz_print_briefing (GtkWindow     *parent,
                    SpzProgramme  *programme,
                    SpzBriefing   *briefing,
                    SpzAudience    audience,
                    SpzPageLayout  layout)
{
  print_document (parent,
                  spz_compose_briefing (programme, briefing, audience, SPZ_COMPOSE_DEFAULT),
                  layout);
}

/**
 * spz_print_plan:
 * @parent: the window to ask in
 * @programme: a programme
 * @version: (nullable): the version of its plan it is compared with
 * @audience: whom it is for
 *
 * Prints the plan; after a comparison, what changed. It is the whole plan,
 * whatever is filtered on the screen.
 */
void
spz_print_plan (GtkWindow      *parent,
                SpzProgramme   *programme,
                SpzPlanVersion *version,
                SpzAudience     audience)
{
  print_document (parent,
                  version != NULL ? spz_compose_timeline_since (programme, version, audience)
                                  : spz_compose_timeline (programme, audience),
                  SPZ_PAGE_LAYOUT_HANDOUT);
}
