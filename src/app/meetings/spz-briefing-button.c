/* spz-briefing-button.c: creates or opens the briefing for a meeting
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-briefing-button.h"

#include "spz-briefings.h"
#include "spz-feedback.h"
#include "spz-labels.h"
#include "spz-page.h"
#include "spz-tooltip.h"

struct _SpzBriefingButton
{
  GtkButton     parent_instance;

  /* Owned */
  SpzProgramme *programme;
  SpzMeeting   *meeting;
};

G_DEFINE_FINAL_TYPE (SpzBriefingButton, spz_briefing_button, GTK_TYPE_BUTTON)

static void
open_briefing (SpzBriefingButton *self,
               SpzBriefing       *briefing)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), SPZ_TYPE_PAGE);

  if (page != NULL)
    spz_page_go_to (SPZ_PAGE (page), SPZ_RECORD (briefing));
}

static void
spz_briefing_button_clicked (GtkButton *button)
{
  SpzBriefingButton *self = SPZ_BRIEFING_BUTTON (button);
  g_autoptr(SpzBriefingButton) kept = g_object_ref (self);
  SpzBriefing *briefing;
  GError *error = NULL;
  gint64 id;

  if (self->meeting == NULL)
    return;

  briefing = spz_meeting_get_briefing (self->programme, self->meeting);
  if (briefing != NULL)
    {
      open_briefing (self, briefing);
      return;
    }

  id = spz_briefing_create (self->programme, self->meeting, &error);
  if (id == 0)
    {
      spz_feedback_report (GTK_WIDGET (self), error);
      return;
    }

  spz_feedback_undo (GTK_WIDGET (self));
  open_briefing (self, spz_programme_lookup (self->programme, SPZ_TYPE_BRIEFING, id));
}

static void
show (SpzBriefingButton *self)
{
  SpzBriefing *briefing = spz_meeting_get_briefing (self->programme, self->meeting);
  gboolean editable = !spz_programme_get_read_only (self->programme);
  g_autofree char *label = NULL;

  if (briefing != NULL)
    /* Translators: %s is the state of a briefing: draft, ready, delivered */
    label = g_strdup_printf (_("Briefing: %s"), spz_enum_get_label (SPZ_TYPE_BRIEFING_STATE, briefing->state));
  else
    label = g_strdup (_("Create Briefing"));

  gtk_button_set_label (GTK_BUTTON (self), label);
  gtk_widget_set_sensitive (GTK_WIDGET (self), briefing != NULL || editable);
  spz_tooltip_set (GTK_WIDGET (self), briefing != NULL
                                      ? _("Open the briefing")
                                      : _("Create a briefing for this meeting and open it"));
}

static void
spz_briefing_button_dispose (GObject *object)
{
  SpzBriefingButton *self = SPZ_BRIEFING_BUTTON (object);

  g_clear_object (&self->meeting);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_briefing_button_parent_class)->dispose (object);
}

static void
spz_briefing_button_class_init (SpzBriefingButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spz_briefing_button_dispose;
  GTK_BUTTON_CLASS (klass)->clicked = spz_briefing_button_clicked;
}

static void
spz_briefing_button_init (SpzBriefingButton *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "briefing-button");
}

/**
 * spz_briefing_button_set_meeting:
 * @self: a button
 * @programme: (nullable): the programme
 * @meeting: (nullable): one of its meetings
 *
 * Shows the state of the meeting's briefing as it is now; to be called again
 * when briefings or agenda items changed.
 */
void
spz_briefing_button_set_meeting (SpzBriefingButton *self,
                                 SpzProgramme      *programme,
                                 SpzMeeting        *meeting)
{
  g_return_if_fail (SPZ_IS_BRIEFING_BUTTON (self));

  g_set_object (&self->programme, programme);
  g_set_object (&self->meeting, meeting);

  if (meeting != NULL)
    show (self);
}
