/* spz-export.c: writing briefings and the plan to files
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-export.h"

#include "spz-audience-button.h"
#include "spz-briefings.h"
#include "spz-calendar.h"
#include "spz-composer.h"
#include "spz-docx.h"
#include "spz-error.h"
#include "spz-feedback.h"
#include "spz-file-name.h"
#include "spz-icalendar.h"
#include "spz-markdown.h"
#include "spz-odt.h"
#include "spz-pdf.h"
#include "spz-pdf-check.h"
#include "spz-plain-text.h"
#include "spz-plan-picture.h"
#include "spz-print-check.h"

#include <glib/gi18n.h>
#include <string.h>

#define TEXT_COLUMNS 78
#define PICTURE_DPI 200.0

/* What is written: it is composed where the programme lives, and rendered and
 * written in a thread. */
typedef struct _Job Job;

typedef struct
{
  const char  *suffix;
  const char  *title;
  GBytes    *(*render) (const Job  *job,
                        GError    **error);
} Format;

struct _Job
{
  SpzDocument      *document;
  SpzTimelinePlan  *plan;
  SpzCalendar      *calendar;
  SpzPageSetup      setup;
  SpzTimelinePaper  paper;
  const Format     *format;
  GFile            *file;
  GPtrArray        *findings;  /* SpzPdfFinding, of a PDF; set by the thread */
  char             *missing;   /* a typeface that is, of a PDF; set by the thread */
};

/* What is asked for while the file chooser is open */
typedef struct
{
  GtkWindow     *parent;
  SpzProgramme  *programme;
  SpzBriefing   *briefing;
  char          *name;    /* of a file with the plan or the meetings, for everybody */
  const Format  *formats;
} Request;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->document, spz_document_unref);
  g_clear_pointer (&job->plan, spz_timeline_plan_unref);
  g_clear_pointer (&job->calendar, spz_calendar_free);
  g_clear_pointer (&job->findings, g_ptr_array_unref);
  g_free (job->missing);
  g_object_unref (job->file);
  g_free (job);
}

static void
request_free (gpointer  data,
              GClosure *closure)
{
  Request *request = data;

  g_object_unref (request->parent);
  g_object_unref (request->programme);
  g_clear_object (&request->briefing);
  g_free (request->name);
  g_free (request);
}

static GBytes *
render_pdf (const Job  *job,
            GError    **error)
{
  return spz_pdf_render (job->document, &job->setup, NULL, NULL, NULL, error);
}

static GBytes *
take_text (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
render_odt (const Job  *job,
            GError    **error)
{
  return spz_odt_render (job->document, error);
}

static GBytes *
render_docx (const Job  *job,
             GError    **error)
{
  return spz_docx_render (job->document, error);
}

static GBytes *
render_markdown (const Job  *job,
                 GError    **error)
{
  return take_text (spz_markdown_render (job->document));
}

static GBytes *
render_text (const Job  *job,
             GError    **error)
{
  return take_text (spz_plain_text_render (job->document, TEXT_COLUMNS));
}

static GBytes *
render_svg (const Job  *job,
            GError    **error)
{
  return spz_plan_picture_to_svg (job->document, job->paper, error);
}

static GBytes *
render_png (const Job  *job,
            GError    **error)
{
  return spz_plan_picture_to_png (job->document, job->paper, PICTURE_DPI, error);
}

static GBytes *
render_csv (const Job  *job,
            GError    **error)
{
  return take_text (spz_timeline_plan_to_csv (job->plan));
}

static GBytes *
render_icalendar (const Job  *job,
                  GError    **error)
{
  return spz_icalendar_render (job->calendar);
}

static const Format briefing_formats[] = {
  { "pdf", N_("PDF Document"), render_pdf },
  { "odt", N_("OpenDocument Text"), render_odt },
  { "docx", N_("Word Document"), render_docx },
  { "md", N_("Markdown"), render_markdown },
  { "txt", N_("Plain Text"), render_text },
  { NULL },
};

static const Format plan_formats[] = {
  { "pdf", N_("PDF Document"), render_pdf },
  { "svg", N_("SVG Picture"), render_svg },
  { "png", N_("PNG Picture"), render_png },
  { "csv", N_("Table (CSV)"), render_csv },
  { NULL },
};

static const Format meeting_formats[] = {
  { "ics", N_("Calendar (iCalendar)"), render_icalendar },
  { NULL },
};

static void
write_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = job->format->render (job, &error);

  if (bytes != NULL && job->format->render == render_pdf)
    {
      job->findings = spz_pdf_check (bytes, NULL);
      job->missing = spz_typeface_describe_missing ();
    }

  if (bytes == NULL ||
      !g_file_replace_contents (job->file,
                                g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

/* What is said of a file that was written */
static char *
describe_file (const Job *job)
{
  g_autofree char *base = g_file_get_basename (job->file);
  g_autofree char *name = g_filename_display_name (base);

  if (job->calendar != NULL && job->calendar->left_out->len > 0)
    /* Translators: %s is a file's name, %u how many meetings or milestones lack */
    return g_strdup_printf (ngettext ("“%s” saved without %u date that is not known to the month",
                                      "“%s” saved without %u dates that are not known to the month",
                                      job->calendar->left_out->len),
                            name, job->calendar->left_out->len);
  if (job->findings == NULL)
    /* Translators: %s is a file's name */
    return g_strdup_printf (_("“%s” saved"), name);

  /* Translators: %s is a file's name */
  return g_strdup_printf (_("“%s” saved: accessible and fit to be archived (PDF/UA-1 and PDF/A-2a, checked)"), name);
}

/* What is wrong with a file, in words, and with what it is set in */
static char *
describe_problems (const Job *job)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (job->findings->len > 0)
    g_string_append_printf (text, "%s\n",
                            _("The file can be opened and printed, but some people may not be able to read it, "
                              "or an archive may refuse it (PDF/UA-1, PDF/A-2a):"));
  for (guint i = 0; i < job->findings->len; i++)
    g_string_append_printf (text, "\n• %s", ((SpzPdfFinding *) g_ptr_array_index (job->findings, i))->message);
  if (job->missing != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", job->missing);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What isn't as it should be stays until it was read. */
static void
warn (GtkWindow *parent,
      const Job *job)
{
  g_autofree char *base = g_file_get_basename (job->file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *problems = describe_problems (job);
  GtkWidget *dialog = adw_message_dialog_new (parent, NULL, NULL);

  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog),
                                     /* Translators: %s is a file's name */
                                     job->findings->len > 0 ? _("“%s” Saved, but Not Fully Accessible")
                                                            : _("“%s” Saved in Another Typeface"), name);
  spz_feedback_tell_in (ADW_MESSAGE_DIALOG (dialog), problems);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      spz_feedback_report (GTK_WIDGET (object), g_steal_pointer (&error));
    }
  else if (job->findings != NULL && (job->findings->len > 0 || job->missing != NULL))
    {
      warn (GTK_WINDOW (object), job);
    }
  else
    {
      g_autofree char *text = describe_file (job);

      spz_feedback_toast (GTK_WIDGET (object), text);
    }
}

/* By the file's ending, or else by the chosen filter, whose ending the file
 * then gets. */
static const Format *
choose_format (const Format    *formats,
               GtkFileChooser  *chooser,
               GFile          **file,
               GError         **error)
{
  g_autoptr(GFile) chosen = g_steal_pointer (file);
  g_autofree char *name = g_file_get_basename (chosen);
  g_autofree char *lower = g_ascii_strdown (name, -1);
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);
  const Format *format = formats;

  for (guint i = 0; formats[i].suffix != NULL; i++)
    {
      g_autofree char *ending = g_strconcat (".", formats[i].suffix, NULL);

      if (g_str_has_suffix (lower, ending))
        {
          *file = g_steal_pointer (&chosen);
          return &formats[i];
        }
      if (filter != NULL &&
          g_strcmp0 (gtk_file_filter_get_name (filter), _(formats[i].title)) == 0)
        format = &formats[i];
    }

  *file = spz_export_add_suffix (chosen, format->suffix, error);

  return *file != NULL ? format : NULL;
}

/* Without versions there is nothing to choose */
static gboolean
has_compare_choice (SpzProgramme *programme)
{
  return spz_record_list_get_size (spz_programme_get_list (programme, SPZ_TYPE_PLAN_VERSION)) > 0;
}

/* By the number of the version; nothing is compared with a choice of "0" */
static SpzPlanVersion *
get_compared (Request        *request,
              GtkFileChooser *chooser)
{
  const char *choice = has_compare_choice (request->programme) ? gtk_file_chooser_get_choice (chooser, "compare") : NULL;

  return choice != NULL
    ? spz_programme_lookup (request->programme, SPZ_TYPE_PLAN_VERSION, g_ascii_strtoll (choice, NULL, 10))
    : NULL;
}

static SpzTimelinePaper
get_paper (GtkFileChooser *chooser)
{
  return g_strcmp0 (gtk_file_chooser_get_choice (chooser, "paper"), "a3") == 0 ? SPZ_TIMELINE_PAPER_A3
                                                                               : SPZ_TIMELINE_PAPER_A4;
}

static char *
dup_name (Request     *request,
          SpzAudience  audience)
{
  return request->briefing != NULL ? spz_file_name_briefing (request->programme, request->briefing, audience)
                                   : spz_file_name_mark (request->name, audience);
}

/* The audience is chosen beside the name: a name that was proposed for another
 * follows it, one of the user's own stays. */
static GFile *
follow_audience (Request      *request,
                 GFile        *file,
                 const char   *suffix,
                 SpzAudience   audience,
                 GError      **error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *right = dup_name (request, audience);

  for (int i = SPZ_AUDIENCE_PUBLIC; i <= SPZ_AUDIENCE_INTERNAL; i++)
    {
      g_autofree char *proposed = dup_name (request, (SpzAudience) i);
      g_autofree char *full = g_strconcat (proposed, ".", suffix, NULL);

      g_strdelimit (full, "/", '-');
      if (g_str_equal (base, full) && !g_str_equal (proposed, right))
        {
          g_autoptr(GFile) folder = g_file_get_parent (file);
          g_autoptr(GFile) renamed = NULL;

          g_strdelimit (right, "/", '-');
          renamed = g_file_get_child (folder, right);
          return spz_export_add_suffix (renamed, suffix, error);
        }
    }

  return g_object_ref (file);
}

static void
start_job (Request        *request,
           GtkFileChooser *chooser)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (chooser);
  const char *choice = gtk_file_chooser_get_choice (chooser, "audience");
  SpzAudience audience = choice != NULL ? atoi (choice) : SPZ_AUDIENCE_PUBLIC;
  g_autoptr(GError) error = NULL;
  const Format *format = choose_format (request->formats, chooser, &file, &error);
  GFile *named = format != NULL ? follow_audience (request, file, format->suffix, audience, &error) : NULL;
  SpzPlanVersion *version;
  Job *job;
  g_autoptr(GTask) task = NULL;

  if (named == NULL)
    {
      spz_feedback_report (GTK_WIDGET (request->parent), g_steal_pointer (&error));
      return;
    }

  job = g_new0 (Job, 1);
  job->format = format;
  job->file = named;
  if (request->briefing != NULL)
    {
      SpzPageLayout layout = spz_page_layout_for_audience (audience);

      spz_page_layout_from_nick (gtk_file_chooser_get_choice (chooser, "layout"), &layout);
      spz_page_setup_init (&job->setup, layout);
      spz_timeline_paper_get_size (get_paper (chooser), &job->setup.sheet_width, &job->setup.sheet_height);
      job->document = spz_compose_paper (request->programme, request->briefing, audience,
                                         spz_page_layout_get_flags (layout));
    }
  else if (request->formats == meeting_formats)
    {
      job->calendar = spz_compose_calendar (request->programme, audience);
    }
  else
    {
      job->paper = get_paper (chooser);
      spz_page_setup_init (&job->setup, SPZ_PAGE_LAYOUT_PLAN);
      spz_timeline_paper_get_size (job->paper, &job->setup.sheet_width, &job->setup.sheet_height);
      version = get_compared (request, chooser);
      job->document = version != NULL
        ? spz_compose_timeline_since (request->programme, version, audience)
        : spz_compose_timeline (request->programme, audience);
      job->plan = spz_timeline_plan_new_compared (request->programme, audience, NULL, version);
    }

  task = g_task_new (request->parent, NULL, written_cb, NULL);
  g_task_set_source_tag (task, start_job);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, write_thread);
}

static void
response_cb (GtkFileChooserNative *chooser,
             int                   response,
             gpointer              user_data)
{
  if (response == GTK_RESPONSE_ACCEPT)
    start_job (user_data, GTK_FILE_CHOOSER (chooser));

  g_object_unref (chooser);
}

/* GTK's own dialogue shows the first of several options, whatever is set (4.8):
 * what is chosen unless the user chooses another comes first. */
static void
add_choice (GtkFileChooser  *chooser,
            const char      *id,
            const char      *label,
            const char     **options,
            const char     **titles,
            guint            chosen)
{
  const char *option = options[chosen];
  const char *title = titles[chosen];

  memmove (options + 1, options, chosen * sizeof *options);
  memmove (titles + 1, titles, chosen * sizeof *titles);
  options[0] = option;
  titles[0] = title;

  gtk_file_chooser_add_choice (chooser, id, label, options, titles);
  gtk_file_chooser_set_choice (chooser, id, option);
}

static void
add_audience_choice (GtkFileChooser *chooser,
                     SpzAudience     audience)
{
  const char *ids[] = { "0", "1", "2", NULL };
  const char *titles[] = {
    spz_audience_get_title (SPZ_AUDIENCE_PUBLIC),
    spz_audience_get_title (SPZ_AUDIENCE_COMMITTEE),
    spz_audience_get_title (SPZ_AUDIENCE_INTERNAL),
    NULL
  };

  add_choice (chooser, "audience", _("Audience"), ids, titles, audience);
}

static void
add_layout_choice (GtkFileChooser *chooser,
                   SpzPageLayout   layout)
{
  const char *ids[SPZ_N_PAGE_LAYOUTS + 1] = { NULL };
  const char *titles[SPZ_N_PAGE_LAYOUTS + 1] = { NULL };

  for (guint i = 0; i < SPZ_N_PAGE_LAYOUTS; i++)
    {
      ids[i] = spz_page_layout_get_nick ((SpzPageLayout) i);
      titles[i] = spz_page_layout_get_title ((SpzPageLayout) i);
    }

  add_choice (chooser, "layout", _("Layout"), ids, titles, layout);
}

static void
add_paper_choice (GtkFileChooser   *chooser,
                  SpzTimelinePaper  paper)
{
  const char *ids[] = { "a4", "a3", NULL };
  const char *titles[] = { "A4", "A3", NULL };

  add_choice (chooser, "paper", _("Paper of the Plan"), ids, titles, paper == SPZ_TIMELINE_PAPER_A3);
}

static void
add_compare_choice (GtkFileChooser *chooser,
                    SpzProgramme   *programme,
                    SpzPlanVersion *version)
{
  SpzRecordList *versions = spz_programme_get_list (programme, SPZ_TYPE_PLAN_VERSION);
  guint n = spz_record_list_get_size (versions);
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) titles = g_strv_builder_new ();
  g_auto(GStrv) all_ids = NULL;
  g_auto(GStrv) all_titles = NULL;
  guint chosen = 0;

  if (!has_compare_choice (programme))
    return;

  g_strv_builder_add (ids, "0");
  /* Translators: the plan is not compared with one of its versions */
  g_strv_builder_add (titles, C_("compare", "Nothing"));
  for (guint i = 0; i < n; i++)
    {
      SpzPlanVersion *other = spz_record_list_get (versions, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, spz_record_get_id (SPZ_RECORD (other)));

      g_strv_builder_add (ids, id);
      g_strv_builder_add (titles, other->title);
      if (other == version)
        chosen = i + 1;
    }

  all_ids = g_strv_builder_end (ids);
  all_titles = g_strv_builder_end (titles);
  add_choice (chooser, "compare", _("Compare With"), (const char **) all_ids, (const char **) all_titles, chosen);
}

static GtkFileChooser *
make_chooser (Request    *request,
              const char *title,
              const char *base_name)
{
  GtkFileChooserNative *chooser;
  g_autofree char *name = NULL;

  chooser = gtk_file_chooser_native_new (title, request->parent,
                                         GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);

  for (guint i = 0; request->formats[i].suffix != NULL; i++)
    {
      g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, _(request->formats[i].title));
      gtk_file_filter_add_suffix (filter, request->formats[i].suffix);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
    }

  name = g_strdup_printf ("%s.%s", base_name, request->formats[0].suffix);
  g_strdelimit (name, "/", '-');
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_data (chooser, "response", G_CALLBACK (response_cb), request, request_free, 0);

  return GTK_FILE_CHOOSER (chooser);
}

/**
 * spz_export_add_suffix:
 * @file: a file that was chosen to be written, without an ending
 * @suffix: the ending it lacks, without the dot
 * @error: return location for an #SPZ_ERROR
 *
 * Gives a file the ending that was left out. The file chooser has asked
 * whether to replace @file, but not whether to replace that one: if there is
 * such a file, this is an error.
 *
 * Returns: (transfer full) (nullable): the file with the ending
 */
GFile *
spz_export_add_suffix (GFile       *file,
                       const char  *suffix,
                       GError     **error)
{
  g_autoptr(GFile) folder = NULL;
  g_autoptr(GFile) full = NULL;
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (suffix != NULL, NULL);

  folder = g_file_get_parent (file);
  base = g_file_get_basename (file);
  name = g_strconcat (base, ".", suffix, NULL);
  full = g_file_get_child (folder, name);

  /* Not through GFile, which may open it: see spz-copy.c. */
  if (g_file_peek_path (full) != NULL && g_file_test (g_file_peek_path (full), G_FILE_TEST_EXISTS))
    {
      g_autofree char *shown = g_filename_display_name (name);

      g_set_error (error, SPZ_ERROR, SPZ_ERROR_ACCESS,
                   _("“%s” exists already. Please choose another name."), shown);
      return NULL;
    }

  return g_steal_pointer (&full);
}

/**
 * spz_export_briefing:
 * @parent: the window to ask in
 * @programme: the programme
 * @briefing: a briefing of it
 * @audience: whom it is for, unless the user chooses another
 * @layout: how it is set, unless the user chooses another
 *
 * Asks for a file and writes @briefing to it in the background, as PDF, for
 * office programs, or as text.
 */
void
spz_export_briefing (GtkWindow    *parent,
                     SpzProgramme *programme,
                     SpzBriefing  *briefing,
                     SpzAudience   audience,
                     SpzPageLayout layout)
{
  Request *request;
  GtkFileChooser *chooser;
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (SPZ_IS_PROGRAMME (programme));
  g_return_if_fail (SPZ_IS_BRIEFING (briefing));

  request = g_new0 (Request, 1);
  request->parent = g_object_ref (parent);
  request->programme = g_object_ref (programme);
  request->briefing = g_object_ref (briefing);
  request->formats = briefing_formats;

  name = dup_name (request, audience);
  chooser = make_chooser (request, _("Export Briefing"), name);
  add_audience_choice (chooser, audience);
  add_layout_choice (chooser, layout);
  add_paper_choice (chooser, SPZ_TIMELINE_PAPER_A4);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * spz_export_plan_on:
 * @parent: the window to ask in
 * @programme: the programme
 * @version: (nullable): the version of its plan it is compared with, unless the
 *   user chooses another
 * @audience: whom it is for, unless the user chooses another
 * @paper: on which paper, unless the user chooses another
 *
 * Asks for a file and writes the plan to it in the background, as PDF, SVG,
 * PNG or CSV. It is the whole plan, whatever is filtered on the screen.
 */
void
spz_export_plan_on (GtkWindow        *parent,
                    SpzProgramme     *programme,
                    SpzPlanVersion   *version,
                    SpzAudience       audience,
                    SpzTimelinePaper  paper)
{
  Request *request;
  GtkFileChooser *chooser;
  g_autofree char *date = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (SPZ_IS_PROGRAMME (programme));

  request = g_new0 (Request, 1);
  request->parent = g_object_ref (parent);
  request->programme = g_object_ref (programme);
  request->formats = plan_formats;

  date = spz_date_to_iso (spz_programme_get_reference_date (programme));
  /* Translators: the name of a file */
  request->name = g_strdup_printf (_("Plan %s"), date);
  name = dup_name (request, audience);

  chooser = make_chooser (request, _("Export Plan"), name);
  add_audience_choice (chooser, audience);
  add_paper_choice (chooser, paper);
  add_compare_choice (chooser, programme, version);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * spz_export_plan:
 * @parent: the window to ask in
 * @programme: the programme
 * @version: (nullable): the version of its plan it is compared with, unless the
 *   user chooses another
 * @audience: whom it is for, unless the user chooses another
 *
 * Exports the plan, after telling how its labels fit where they don't all
 * stand at their bars on A4.
 */
void
spz_export_plan (GtkWindow      *parent,
                 SpzProgramme   *programme,
                 SpzPlanVersion *version,
                 SpzAudience     audience)
{
  g_autoptr(SpzPages) pages = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (SPZ_IS_PROGRAMME (programme));

  pages = spz_print_check_lay_out (programme, version, audience, SPZ_TIMELINE_PAPER_A4);
  if (spz_print_check_fits (pages))
    spz_export_plan_on (parent, programme, version, audience, SPZ_TIMELINE_PAPER_A4);
  else
    gtk_window_present (GTK_WINDOW (spz_print_check_new_plan (parent, programme, version, audience)));
}

/**
 * spz_export_meetings:
 * @parent: the window to ask in
 * @programme: the programme
 * @audience: whom it is for, unless the user chooses another
 *
 * Asks for a file and writes meetings, deadlines and milestones to it in the
 * background, as iCalendar.
 */
void
spz_export_meetings (GtkWindow    *parent,
                     SpzProgramme *programme,
                     SpzAudience   audience)
{
  Request *request;
  GtkFileChooser *chooser;
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (SPZ_IS_PROGRAMME (programme));

  request = g_new0 (Request, 1);
  request->parent = g_object_ref (parent);
  request->programme = g_object_ref (programme);
  request->formats = meeting_formats;
  /* Translators: the name of a file */
  request->name = g_strdup (_("Meetings"));
  name = dup_name (request, audience);

  chooser = make_chooser (request, _("Export as Calendar"), name);
  add_audience_choice (chooser, audience);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
