/* spz-print-check.c: telling before printing how labels fit
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-print-check.h"

#include <glib/gi18n.h>

#include "spz-composer.h"
#include "spz-export.h"
#include "spz-feedback.h"
#include "spz-timeline-report.h"

/* What the plan's dialogue leads to */
typedef struct
{
  GtkWindow      *parent;
  SpzProgramme   *programme;
  SpzPlanVersion *version;
  SpzAudience     audience;
} Request;

static void
request_free (gpointer  data,
              GClosure *closure)
{
  Request *request = data;

  g_object_unref (request->parent);
  g_object_unref (request->programme);
  g_clear_object (&request->version);
  g_free (request);
}

static char *
describe (SpzPages *pages)
{
  g_autoptr(GString) text = g_string_new (NULL);
  SpzTimelineSheet *sheet;

  for (guint i = 0; (sheet = spz_pages_get_sheet (pages, i)) != NULL; i++)
    {
      g_auto(GStrv) report = spz_timeline_sheet_report (sheet);
      g_autofree char *sentences = g_strjoinv ("\n", report);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", sentences);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  Request *request = user_data;

  if (g_str_equal (response, "a4"))
    spz_export_plan_on (request->parent, request->programme, request->version, request->audience,
                        SPZ_TIMELINE_PAPER_A4);
  else if (g_str_equal (response, "a3"))
    spz_export_plan_on (request->parent, request->programme, request->version, request->audience,
                        SPZ_TIMELINE_PAPER_A3);
}

/**
 * spz_print_check_lay_out:
 * @programme: a programme
 * @version: (nullable): the version of its plan it is compared with
 * @audience: whom the plan is for
 * @paper: the paper it is laid out for
 *
 * Lays the plan out as it is printed and exported.
 *
 * Returns: (transfer full): the pages
 */
SpzPages *
spz_print_check_lay_out (SpzProgramme     *programme,
                         SpzPlanVersion   *version,
                         SpzAudience       audience,
                         SpzTimelinePaper  paper)
{
  g_autoptr(SpzDocument) document = version != NULL
    ? spz_compose_timeline_since (programme, version, audience)
    : spz_compose_timeline (programme, audience);
  SpzPageSetup setup;

  spz_page_setup_init (&setup, SPZ_PAGE_LAYOUT_PLAN);
  spz_timeline_paper_get_size (paper, &setup.sheet_width, &setup.sheet_height);

  return spz_pages_new (document, &setup);
}

/**
 * spz_print_check_fits:
 * @pages: pages
 *
 * Finds out whether there is nothing to tell before @pages are printed.
 *
 * Returns: %FALSE if a timeline among them is on several pages, or one of its
 *   labels doesn't stand at its bar
 */
gboolean
spz_print_check_fits (SpzPages *pages)
{
  SpzTimelineSheet *sheet;

  for (guint i = 0; (sheet = spz_pages_get_sheet (pages, i)) != NULL; i++)
    if (!spz_timeline_sheet_fits (sheet))
      return FALSE;

  return TRUE;
}

/**
 * spz_print_check_new_plan:
 * @parent: the window it belongs to
 * @programme: a programme
 * @version: (nullable): the version of its plan it is compared with
 * @audience: whom the plan is for
 *
 * Makes a dialogue that tells how the plan's labels fit on A4 and, where they
 * don't, on A3, and from which the plan is exported on either.
 *
 * Returns: (transfer none): a dialogue that isn't shown yet
 */
GtkWidget *
spz_print_check_new_plan (GtkWindow      *parent,
                          SpzProgramme   *programme,
                          SpzPlanVersion *version,
                          SpzAudience     audience)
{
  g_autoptr(SpzPages) pages = spz_print_check_lay_out (programme, version, audience, SPZ_TIMELINE_PAPER_A4);
  g_autofree char *text = describe (pages);
  GtkWidget *widget = adw_message_dialog_new (parent, _("Print Check"), NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);
  gboolean fits = spz_print_check_fits (pages);
  Request *request = g_new0 (Request, 1);

  request->parent = g_object_ref (parent);
  request->programme = g_object_ref (programme);
  g_set_object (&request->version, version);
  request->audience = audience;
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), request, request_free, 0);

  spz_feedback_tell_in (dialog, text);
  adw_message_dialog_add_response (dialog, "cancel", _("_Cancel"));
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_add_response (dialog, "a4", _("Export on A_4…"));
  if (!fits)
    {
      g_autoptr(SpzPages) larger = spz_print_check_lay_out (programme, version, audience, SPZ_TIMELINE_PAPER_A3);
      g_autofree char *on_a3 = describe (larger);
      g_autofree char *both = NULL;

      adw_message_dialog_add_response (dialog, "a3", _("Export on A_3…"));
      if (spz_print_check_fits (larger))
        adw_message_dialog_set_response_appearance (dialog, "a3", ADW_RESPONSE_SUGGESTED);
      both = g_strdup_printf (_("On A4:\n%s\n\nOn A3:\n%s"), text, on_a3);
      spz_feedback_tell_in (dialog, both);
    }
  adw_message_dialog_set_default_response (dialog, fits ? "a4" : "a3");

  return widget;
}
