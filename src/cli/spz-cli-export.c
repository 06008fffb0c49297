/* spz-cli-export.c: export
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spz-briefings.h"
#include "spz-calendar.h"
#include "spz-cli.h"
#include "spz-composer.h"
#include "spz-docx.h"
#include "spz-icalendar.h"
#include "spz-markdown.h"
#include "spz-odt.h"
#include "spz-pdf.h"
#include "spz-plain-text.h"
#include "spz-plan-picture.h"
#include "spz-plan-versions.h"
#include "spz-timeline-report.h"

#define TEXT_COLUMNS 78
#define PICTURE_DPI 200.0

/* What is to be written: a briefing, the plan, or the meetings. */
typedef struct
{
  SpzProgramme     *programme; /* Borrowed */
  SpzBriefing      *briefing;  /* Borrowed */
  SpzAudience       audience;
  SpzPageLayout     layout;
  SpzTimelinePaper  paper;
  SpzPlanVersion   *version;   /* Borrowed; what the plan is compared with, if anything */
  SpzPlanVersion   *shown;     /* Borrowed; what is written in place of the plan, if anything */
} Export;

typedef struct
{
  const char         *suffix;
  GBytes           *(*render)    (const Export     *export,
                                  GError          **error);
  SpzTimelineSheet *(*new_sheet) (const Export     *export,
                                  SpzTimelinePaper  paper); /* where labels stand, if anywhere */
  void              (*tell)      (const Export     *export); /* what it can't hold, if anything */
} Format;

static GBytes *
take_text (char *text)
{
  return text != NULL ? g_bytes_new_take (text, strlen (text)) : NULL;
}

/* Briefings */

static SpzDocument *
compose_briefing (const Export *export)
{
  return spz_compose_paper (export->programme, export->briefing, export->audience,
                            spz_page_layout_get_flags (export->layout));
}

static GBytes *
render_briefing_pdf (const Export  *export,
                     GError       **error)
{
  g_autoptr (SpzDocument) document = compose_briefing (export);
  SpzPageSetup setup;

  spz_page_setup_init (&setup, export->layout);
  spz_timeline_paper_get_size (export->paper, &setup.sheet_width, &setup.sheet_height);

  return spz_pdf_render (document, &setup, NULL, NULL, NULL, error);
}

static GBytes *
render_briefing_markdown (const Export  *export,
                          GError       **error)
{
  g_autoptr (SpzDocument) document = compose_briefing (export);

  return take_text (spz_markdown_render (document));
}

static GBytes *
render_briefing_text (const Export  *export,
                      GError       **error)
{
  g_autoptr (SpzDocument) document = compose_briefing (export);

  return take_text (spz_plain_text_render (document, TEXT_COLUMNS));
}

static GBytes *
render_briefing_odt (const Export  *export,
                     GError       **error)
{
  g_autoptr (SpzDocument) document = compose_briefing (export);

  return spz_odt_render (document, error);
}

static GBytes *
render_briefing_docx (const Export  *export,
                      GError       **error)
{
  g_autoptr (SpzDocument) document = compose_briefing (export);

  return spz_docx_render (document, error);
}

static const Format briefing_formats[] = {
  { ".pdf", render_briefing_pdf },
  { ".odt", render_briefing_odt },
  { ".docx", render_briefing_docx },
  { ".md", render_briefing_markdown },
  { ".txt", render_briefing_text },
  { NULL },
};

/* The plan */

static SpzDocument *
compose_plan (const Export     *export,
              SpzTimelinePaper  paper,
              SpzPageSetup     *setup)
{
  spz_page_setup_init (setup, export->layout);
  spz_timeline_paper_get_size (paper, &setup->sheet_width, &setup->sheet_height);

  if (export->shown != NULL)
    return spz_compose_timeline_of_version (export->programme, export->shown, export->audience);

  return export->version != NULL
    ? spz_compose_timeline_since (export->programme, export->version, export->audience)
    : spz_compose_timeline (export->programme, export->audience);
}

static SpzTimelineSheet *
new_pdf_sheet (const Export     *export,
               SpzTimelinePaper  paper)
{
  SpzPageSetup setup;
  g_autoptr (SpzDocument) document = compose_plan (export, paper, &setup);
  g_autoptr (SpzPages) pages = spz_pages_new (document, &setup);
  SpzTimelineSheet *sheet = spz_pages_get_sheet (pages, 0);

  return sheet != NULL ? g_object_ref (sheet) : NULL;
}

static SpzTimelineSheet *
new_picture_sheet (const Export     *export,
                   SpzTimelinePaper  paper)
{
  SpzPageSetup setup;
  g_autoptr (SpzDocument) document = compose_plan (export, paper, &setup);

  return spz_plan_picture_new_sheet (document, paper);
}

static GBytes *
render_plan_pdf (const Export  *export,
                 GError       **error)
{
  SpzPageSetup setup;
  g_autoptr (SpzDocument) document = compose_plan (export, export->paper, &setup);

  return spz_pdf_render (document, &setup, NULL, NULL, NULL, error);
}

static GBytes *
render_plan_svg (const Export  *export,
                 GError       **error)
{
  SpzPageSetup setup;
  g_autoptr (SpzDocument) document = compose_plan (export, export->paper, &setup);

  return spz_plan_picture_to_svg (document, export->paper, error);
}

static GBytes *
render_plan_png (const Export  *export,
                 GError       **error)
{
  SpzPageSetup setup;
  g_autoptr (SpzDocument) document = compose_plan (export, export->paper, &setup);

  return spz_plan_picture_to_png (document, export->paper, PICTURE_DPI, error);
}

static GBytes *
render_plan_csv (const Export  *export,
                 GError       **error)
{
  g_autoptr (SpzTimelinePlan) plan = export->shown != NULL
    ? spz_timeline_plan_new_of_version (export->programme, export->shown, export->audience)
    : spz_timeline_plan_new_compared (export->programme, export->audience, NULL, export->version);

  return take_text (spz_timeline_plan_to_csv (plan));
}

static const Format plan_formats[] = {
  { ".pdf", render_plan_pdf, new_pdf_sheet },
  { ".svg", render_plan_svg, new_picture_sheet },
  { ".png", render_plan_png, new_picture_sheet },
  { ".csv", render_plan_csv },
  { NULL },
};

/* Meetings */

static GBytes *
render_meetings (const Export  *export,
                 GError       **error)
{
  g_autoptr (SpzCalendar) calendar = spz_compose_calendar (export->programme, export->audience);

  return spz_icalendar_render (calendar);
}

static void
tell_left_out (const Export *export)
{
  g_autoptr (SpzCalendar) calendar = spz_compose_calendar (export->programme, export->audience);

  for (guint i = 0; i < calendar->left_out->len; i++)
    /* Translators: %s is a title and the words for its date */
    g_printerr (_("Left out, as its date is not known to the month: %s\n"),
                (const char *) g_ptr_array_index (calendar->left_out, i));
}

static const Format meeting_formats[] = {
  { ".ics", render_meetings, NULL, tell_left_out },
  { NULL },
};

static const Format *
find_format (const Format *formats,
             const char   *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (; formats->suffix != NULL; formats++)
    if (g_str_has_suffix (lower, formats->suffix))
      return formats;

  return NULL;
}

static char *
describe_formats (const Format *formats)
{
  g_autoptr (GString) suffixes = g_string_new (NULL);

  for (; formats->suffix != NULL; formats++)
    g_string_append_printf (suffixes, "%s%s", suffixes->len > 0 ? ", " : "", formats->suffix);

  return g_string_free (g_steal_pointer (&suffixes), FALSE);
}

/* The index of one of a few words, or -1 after saying which there are. */
static int
choose (const SpzCliVerb  *verb,
        const char        *option,
        const char        *given,
        const char *const *words)
{
  g_autofree char *all = NULL;

  if (given == NULL)
    return 0;

  for (int i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (words[i], given) == 0)
      return i;

  all = g_strjoinv (", ", (char **) words);
  spz_cli_misused (verb->name, _("%s can’t be “%s”: write one of: %s"), option, given, all);

  return -1;
}

/* Returns: %FALSE after saying that there is none called so */
static gboolean
find_version (SpzProgramme    *programme,
              const char      *path,
              const char      *which,
              SpzPlanVersion **version)
{
  if (which == NULL)
    return TRUE;

  *version = spz_plan_version_find (programme, which);
  if (*version == NULL)
    spz_cli_wrong (path, _("There is no version “%s” of the plan. “list” tells them."), which);

  return *version != NULL;
}

/* Not an error: what was written is as good as the paper allows. */
static void
tell_report (const Export *export,
             const Format *format)
{
  g_autoptr (SpzTimelineSheet) sheet = NULL;
  g_auto (GStrv) report = NULL;

  if (format->new_sheet == NULL)
    return;

  sheet = format->new_sheet (export, export->paper);
  if (sheet == NULL)
    return;

  report = spz_timeline_sheet_report (sheet);
  for (char **sentence = report; *sentence != NULL; sentence++)
    g_printerr ("%s\n", *sentence);

  if (export->paper == SPZ_TIMELINE_PAPER_A4 && !spz_timeline_sheet_fits (sheet))
    {
      g_autoptr (SpzTimelineSheet) larger = format->new_sheet (export, SPZ_TIMELINE_PAPER_A3);

      if (spz_timeline_sheet_fits (larger))
        g_printerr ("%s\n", _("On A3 every label stands at its bar: --paper a3"));
      else if (spz_timeline_sheet_get_n_pages (larger) == 1 && spz_timeline_sheet_get_n_pages (sheet) > 1)
        g_printerr ("%s\n", _("On A3 the plan takes one page: --paper a3"));
    }
}

/* Not an error either: another typeface can be read as well. */
static void
tell_typeface (const Format *format)
{
  g_autofree char *missing = NULL;

  if (!g_str_equal (format->suffix, ".pdf"))
    return;

  missing = spz_typeface_describe_missing ();
  if (missing != NULL)
    g_printerr ("%s\n", missing);
}

static SpzCliStatus
write_export (const Export *export,
              const Format *format,
              const char   *file,
              const char   *output)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = format->render (export, &error);

  if (bytes == NULL)
    return error != NULL ? spz_cli_failed (file, error)
                         : spz_cli_wrong (file, _("It could not be laid out."));

  if (!spz_cli_write (export->programme, output, bytes))
    return SPZ_CLI_WRONG;

  tell_typeface (format);
  tell_report (export, format);
  if (format->tell != NULL)
    format->tell (export);

  return SPZ_CLI_DONE;
}

/**
 * spz_cli_export:
 * @verb: the verb
 * @arguments: its arguments
 *
 * `export FILE --briefing ID|latest|--timeline|--meetings --output OUTPUT …`; the
 * audience is the public unless another is asked for
 */
SpzCliStatus
spz_cli_export (const SpzCliVerb  *verb,
                char             **arguments)
{
  static const char *const audiences[] = { "public", "committee", "internal", NULL };
  static const char *const layouts[] = { "notes", "handout", "plan", NULL };
  static const char *const papers[] = { "a4", "a3", NULL };
  g_autofree char *briefing = NULL;
  g_autofree char *output = NULL;
  g_autofree char *audience_name = NULL;
  g_autofree char *layout_name = NULL;
  g_autofree char *paper_name = NULL;
  g_autofree char *compare = NULL;
  g_autofree char *version = NULL;
  gboolean timeline = FALSE;
  gboolean meetings = FALSE;
  const GOptionEntry entries[] = {
    { "briefing", 'b', 0, G_OPTION_ARG_STRING, &briefing,
      N_("Write the briefing with this number, or the latest"), N_("ID|latest") },
    { "timeline", 't', 0, G_OPTION_ARG_NONE, &timeline, N_("Write the plan"), NULL },
    { "meetings", 'm', 0, G_OPTION_ARG_NONE, &meetings,
      N_("Write a calendar of meetings, deadlines and milestones"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("Write to this file; its ending says in which format"), N_("FILE") },
    { "audience", 'a', 0, G_OPTION_ARG_STRING, &audience_name,
      N_("Whom it is for; the public if not given"), "public|committee|internal" },
    { "layout", 'l', 0, G_OPTION_ARG_STRING, &layout_name,
      N_("Notes to speak from, a handout, or the plan alone; notes if it is internal, else a handout"), "notes|handout|plan" },
    { "compare", 'c', 0, G_OPTION_ARG_STRING, &compare,
      N_("Show where things were in this version; after the plan, a PDF lists what changed"), N_("VERSION") },
    { "version", 'v', 0, G_OPTION_ARG_STRING, &version,
      N_("Write the plan as it was kept in this version"), N_("VERSION") },
    { "paper", 'p', 0, G_OPTION_ARG_STRING, &paper_name, N_("The plan’s paper; lying"), "a4|a3" },
    { NULL },
  };
  g_autofree char *briefing_suffixes = describe_formats (briefing_formats);
  g_autofree char *plan_suffixes = describe_formats (plan_formats);
  /* Translators: %s are lists of file name endings */
  g_autofree char *description = g_strdup_printf (_("A briefing is written as %s, the plan as %s, meetings as .ics."),
                                                  briefing_suffixes, plan_suffixes);
  g_autoptr (SpzProgramme) programme = NULL;
  Export export = { NULL };
  const Format *format;
  int audience, layout, paper;

  if (!spz_cli_parse (verb, arguments, entries, description, 1, 1))
    return SPZ_CLI_USAGE;
  if ((briefing != NULL) + timeline + meetings != 1)
    return spz_cli_misused (verb->name, _("One of --briefing, --timeline and --meetings is needed"));
  if (output == NULL)
    return spz_cli_misused (verb->name, _("--output is missing"));

  format = find_format (meetings ? meeting_formats : timeline ? plan_formats : briefing_formats, output);
  if (format == NULL)
    return spz_cli_misused (verb->name, _("The format of “%s” is not known. %s"), output, description);

  if (compare != NULL && (!timeline || format->new_sheet == NULL))
    return spz_cli_misused (verb->name, _("--compare needs --timeline, and a PDF, SVG or PNG to write"));

  if (version != NULL && (!timeline || compare != NULL))
    return spz_cli_misused (verb->name, _("--version needs --timeline, and no --compare"));

  audience = choose (verb, "--audience", audience_name, audiences);
  layout = layout_name != NULL ? choose (verb, "--layout", layout_name, layouts)
                               : (int) spz_page_layout_for_audience ((SpzAudience) MAX (audience, 0));
  paper = choose (verb, "--paper", paper_name, papers);
  if (audience < 0 || layout < 0 || paper < 0)
    return SPZ_CLI_USAGE;

  programme = spz_cli_open (arguments[1], SPZ_STORE_READ_ONLY);
  if (programme == NULL)
    return SPZ_CLI_WRONG;

  export = (Export) { programme, NULL, audience, layout, paper, NULL };
  if (!find_version (programme, arguments[1], compare, &export.version) ||
      !find_version (programme, arguments[1], version, &export.shown))
    return SPZ_CLI_WRONG;
  if (briefing != NULL)
    {
      export.briefing = spz_cli_find_briefing (programme, arguments[1], briefing);
      if (export.briefing == NULL)
        return SPZ_CLI_WRONG;
    }

  return write_export (&export, format, arguments[1], output);
}
