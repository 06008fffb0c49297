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
#include "spz-print-preview.h"
#include "spz-print-tab.h"
#include "spz-timeline-report.h"

#include <glib/gi18n.h>

/* What the user chose for printing in general, kept with the window */
#define SETTINGS_KEY "spz-print-settings"

/**
 * Job:
 * @options: what the user chose in our tab
 * @parent: (nullable): the window it was asked for in
 * @programme: (nullable): what is composed anew when the options change; %NULL
 *   for pages that are given
 * @briefing: (nullable): what of it; %NULL for the plan
 * @version: (nullable): what the plan is compared with
 *
 * What is printed. The dialogue, its preview and the printing share it.
 */
typedef struct
{
  SpzPrintOptions  options;

  /* Owned */
  GtkWindow       *parent;
  SpzProgramme    *programme;
  SpzBriefing     *briefing;
  SpzPlanVersion  *version;
  SpzPages        *pages;
} Job;

static void run (Job *job);

static void
job_clear (gpointer data)
{
  Job *self = data;

  g_clear_object (&self->parent);
  g_clear_object (&self->programme);
  g_clear_object (&self->briefing);
  g_clear_object (&self->version);
  g_clear_pointer (&self->pages, spz_pages_unref);
}

static void
job_unref (gpointer data)
{
  g_rc_box_release_full (data, job_clear);
}

static void
job_closure_unref (gpointer  data,
                   GClosure *closure)
{
  job_unref (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_unref)

static void
connect (gpointer     instance,
         const char  *signal_name,
         GCallback    callback,
         Job         *job)
{
  g_signal_connect_data (instance, signal_name, callback, g_rc_box_acquire (job), job_closure_unref, 0);
}

static const char *
job_get_name (Job *self)
{
  return spz_document_get_title (spz_pages_get_document (self->pages));
}

static void
job_get_setup (Job          *self,
               SpzPageSetup *setup)
{
  spz_page_setup_init (setup, self->options.layout);
  spz_timeline_paper_get_size (self->options.paper, &setup->sheet_width, &setup->sheet_height);
}

static SpzDocument *
job_compose (Job *self)
{
  if (self->briefing != NULL)
    return spz_compose_paper (self->programme, self->briefing, self->options.audience, self->options.omits);

  return self->version != NULL
    ? spz_compose_timeline_since (self->programme, self->version, self->options.audience)
    : spz_compose_timeline (self->programme, self->options.audience);
}

/* Makes the pages by the options */
static void
job_lay_out (Job *self)
{
  g_autoptr(SpzDocument) document = job_compose (self);
  SpzPageSetup setup;

  job_get_setup (self, &setup);
  g_clear_pointer (&self->pages, spz_pages_unref);
  self->pages = spz_pages_new (document, &setup);
}

/* How many pages, and what of a plan does not fit on its own */
static char *
job_summarise (Job *self)
{
  guint n_pages = spz_pages_get_n_pages (self->pages);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *missing = spz_typeface_describe_missing ();
  SpzTimelineSheet *sheet;

  g_string_append_printf (text, ngettext ("%u page", "%u pages", n_pages), n_pages);
  if (missing != NULL)
    g_string_append_printf (text, "\n%s", missing);
  for (guint i = 0; (sheet = spz_pages_get_sheet (self->pages, i)) != NULL; i++)
    {
      g_auto(GStrv) report = spz_timeline_sheet_report (sheet);
      g_autofree char *sentences = g_strjoinv ("\n", report);

      g_string_append_printf (text, "\n%s", sentences);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Our tab */

static void
changed_cb (SpzPrintTab *tab,
            Job         *job)
{
  g_autofree char *summary = NULL;

  spz_print_tab_get_options (tab, &job->options);
  job_lay_out (job);
  summary = job_summarise (job);
  spz_print_tab_set_summary (tab, summary);
}

static GObject *
create_tab_cb (GtkPrintOperation *operation,
               Job               *job)
{
  SpzPrintTab *tab = spz_print_tab_new (&job->options, job->briefing != NULL);
  g_autofree char *summary = job_summarise (job);

  spz_print_tab_set_summary (tab, summary);
  connect (tab, "changed", G_CALLBACK (changed_cb), job);

  return G_OBJECT (tab);
}

/* The pages */

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                Job               *job)
{
  gtk_print_operation_set_n_pages (operation, (int) spz_pages_get_n_pages (job->pages));
}

/* The plan stands across, on its own paper. */
static void
request_page_setup_cb (GtkPrintOperation *operation,
                       GtkPrintContext   *context,
                       int                page,
                       GtkPageSetup      *setup,
                       Job               *job)
{
  double width, height;

  spz_pages_get_size (job->pages, (guint) page, &width, &height);
  if (width <= height)
    {
      gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_PORTRAIT);
      return;
    }

  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  if (job->options.paper == SPZ_TIMELINE_PAPER_A3)
    {
      g_autoptr(GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A3);

      gtk_page_setup_set_paper_size (setup, paper);
    }
}

/* The pages are laid out already; on another paper they are drawn smaller or
 * larger, in its middle. */
static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Job               *job)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double paper_width = gtk_print_context_get_width (context);
  double paper_height = gtk_print_context_get_height (context);
  double width, height, scale;

  spz_pages_get_size (job->pages, (guint) page, &width, &height);
  scale = MIN (paper_width / width, paper_height / height);

  cairo_save (cr);
  cairo_translate (cr, (paper_width - width * scale) / 2, (paper_height - height * scale) / 2);
  cairo_scale (cr, scale, scale);
  spz_pages_draw (job->pages, (guint) page, cr);
  cairo_restore (cr);
}

/* The preview */

static gboolean
preview_closed_cb (GtkWindow                *window,
                   GtkPrintOperationPreview *preview)
{
  gtk_print_operation_preview_end_preview (preview);

  return FALSE;
}

static void
print_again_cb (SpzPrintPreview *window,
                Job             *job)
{
  run (job);
}

/* GTK would start another program, which many systems lack. The pages are
 * there already; what it would draw on goes nowhere. */
static gboolean
preview_cb (GtkPrintOperation        *operation,
            GtkPrintOperationPreview *preview,
            GtkPrintContext          *context,
            GtkWindow                *parent,
            Job                      *job)
{
  cairo_surface_t *nowhere = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (nowhere);
  SpzPageSetup setup;
  GtkWindow *window;

  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  cairo_destroy (cr);
  cairo_surface_destroy (nowhere);

  job_get_setup (job, &setup);
  window = spz_print_preview_new (job->parent, spz_pages_get_document (job->pages), &setup);
  g_signal_connect_object (window, "close-request", G_CALLBACK (preview_closed_cb), preview, 0);
  connect (window, "print", G_CALLBACK (print_again_cb), job);
  gtk_window_present (window);

  return TRUE;
}

/* Printing */

/* Where labels of a timeline don't stand at their bars, the tab says how they
 * fit, and its label that it does: it isn't the first one of the dialogue. */
static const char *
get_tab_label (Job *job)
{
  if (!spz_print_check_fits (job->pages))
    /* Translators: the tab of the print dialogue with what is printed, of which something doesn't fit */
    return C_("print", "Contents: Please Check");

  /* Translators: the tab of the print dialogue with what is printed */
  return C_("print", "Contents");
}

static GtkPrintOperation *
operation_new (Job *job)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr(GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  GtkPrintSettings *settings = job->parent != NULL ? g_object_get_data (G_OBJECT (job->parent), SETTINGS_KEY)
                                                   : NULL;

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  if (settings != NULL)
    gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_job_name (operation, job_get_name (job));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  connect (operation, "request-page-setup", G_CALLBACK (request_page_setup_cb), job);
  connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  connect (operation, "preview", G_CALLBACK (preview_cb), job);
  if (job->programme != NULL)
    {
      gtk_print_operation_set_custom_tab_label (operation, get_tab_label (job));
      connect (operation, "create-custom-widget", G_CALLBACK (create_tab_cb), job);
    }

  return operation;
}

static Job *
job_new (GtkWindow *parent)
{
  Job *self = g_rc_box_new0 (Job);

  g_set_object (&self->parent, parent);

  return self;
}

static Job *
job_new_of_pages (GtkWindow *parent,
                  SpzPages  *pages)
{
  Job *self = job_new (parent);

  self->options.layout = SPZ_PAGE_LAYOUT_PLAN;
  self->pages = spz_pages_ref (pages);

  return self;
}

/**
 * spz_print_operation_new:
 * @pages: what to print
 *
 * Makes the operation spz_print_pages() runs.
 *
 * Returns: (transfer full): an operation that isn't run yet
 */
GtkPrintOperation *
spz_print_operation_new (SpzPages *pages)
{
  g_autoptr(Job) job = job_new_of_pages (NULL, pages);

  return operation_new (job);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         GtkWindow               *parent)
{
  g_autoptr(GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    g_object_set_data_full (G_OBJECT (parent), SETTINGS_KEY,
                            g_object_ref (gtk_print_operation_get_print_settings (operation)), g_object_unref);
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  spz_feedback_report (GTK_WIDGET (parent), g_steal_pointer (&error));
}

static void
run (Job *job)
{
  g_autoptr(GtkPrintOperation) operation = operation_new (job);
  g_autoptr(GError) error = NULL;

  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), job->parent, 0);

  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               job->parent, &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    spz_feedback_report (GTK_WIDGET (job->parent), g_steal_pointer (&error));
}

/**
 * spz_print_pages:
 * @parent: the window to ask in
 * @pages: what to print
 *
 * Prints @pages, after the system's print dialogue. Pages that stand across
 * are printed across.
 */
void
spz_print_pages (GtkWindow *parent,
                 SpzPages  *pages)
{
  g_autoptr(Job) job = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (pages != NULL);

  job = job_new_of_pages (parent, pages);
  run (job);
}

/**
 * spz_print_briefing:
 * @parent: the window to ask in
 * @programme: the programme
 * @briefing: a briefing of it
 * @audience: whom it is for, unless the user chooses another
 * @layout: how it is set, unless the user chooses another
 *
 * Prints a briefing, after the system's print dialogue, which has a tab for
 * what is printed.
 */
void
spz_print_briefing (GtkWindow     *parent,
                    SpzProgramme  *programme,
                    SpzBriefing   *briefing,
                    SpzAudience    audience,
                    SpzPageLayout  layout)
{
  g_autoptr(Job) job = job_new (parent);

  g_set_object (&job->programme, programme);
  g_set_object (&job->briefing, briefing);
  job->options = (SpzPrintOptions) { audience, layout, spz_page_layout_get_flags (layout), SPZ_TIMELINE_PAPER_A4 };
  job_lay_out (job);
  run (job);
}

/**
 * spz_print_plan:
 * @parent: the window to ask in
 * @programme: a programme
 * @version: (nullable): the version of its plan it is compared with
 * @audience: whom it is for, unless the user chooses another
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
  g_autoptr(Job) job = job_new (parent);

  g_set_object (&job->programme, programme);
  g_set_object (&job->version, version);
  job->options = (SpzPrintOptions) { audience, SPZ_PAGE_LAYOUT_PLAN, SPZ_COMPOSE_NO_TEXT, SPZ_TIMELINE_PAPER_A4 };
  job_lay_out (job);
  run (job);
}
