/* spz-meeting-card.c: the next meeting and its briefing
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-meeting-card.h"

#include "spz-briefings.h"
#include "spz-labels.h"
#include "spz-outlook.h"

#include <glib/gi18n.h>

struct _SpzMeetingCard
{
  AdwBin       parent_instance;

  /* Owned */
  SpzMeeting  *meeting;
  SpzBriefing *briefing;

  /* Template */
  GtkLabel    *distance;
  GtkLabel    *title;
  GtkLabel    *when;
  GtkLabel    *state;
  GtkButton   *button;
  GtkButton   *meeting_button;
};

G_DEFINE_FINAL_TYPE (SpzMeetingCard, spz_meeting_card, ADW_TYPE_BIN)

enum {
  OPEN,
  PREPARE,
  PLAN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
button_clicked_cb (SpzMeetingCard *self)
{
  if (self->briefing != NULL)
    g_signal_emit (self, signals[OPEN], 0, self->briefing);
  else if (self->meeting != NULL)
    g_signal_emit (self, signals[PREPARE], 0, self->meeting);
  else
    g_signal_emit (self, signals[PLAN], 0);
}

static void
meeting_clicked_cb (SpzMeetingCard *self)
{
  if (self->meeting != NULL)
    g_signal_emit (self, signals[OPEN], 0, self->meeting);
}

static char *
dup_when (SpzMeeting *meeting)
{
  g_autofree char *date = spz_meeting_dup_date (meeting, SPZ_DATE_STYLE_WEEKDAY);
  g_autoptr(GString) when = g_string_new (date);

  if (meeting->time[0] != '\0')
    {
      g_autofree char *time = NULL;

      /* Translators: %s is a time of day, "17:00" */
      time = g_strdup_printf (C_("time of day", "%s"), meeting->time);
      g_string_append_printf (when, ", %s", time);
    }
  if (meeting->place[0] != '\0')
    g_string_append_printf (when, ", %s", meeting->place);

  return g_string_free (g_steal_pointer (&when), FALSE);
}

static void
show_nothing (SpzMeetingCard *self,
              SpzProgramme   *programme)
{
  gtk_label_set_label (self->distance, _("Next meeting"));
  gtk_label_set_label (self->title, _("No Meeting Ahead"));
  gtk_label_set_label (self->when, _("Enter the next one to prepare for it."));
  gtk_label_set_label (self->state, "");
  gtk_button_set_label (self->button, _("_Enter Meeting"));
  gtk_widget_set_visible (GTK_WIDGET (self->button), !spz_programme_get_read_only (programme));
}

static void
show_briefing (SpzMeetingCard *self,
               SpzProgramme   *programme)
{
  gboolean writable = !spz_programme_get_read_only (programme);
  g_autofree char *state = NULL;

  if (self->briefing == NULL)
    {
      gtk_label_set_label (self->state, _("No briefing yet"));
      gtk_button_set_label (self->button, _("_Prepare Briefing"));
      gtk_widget_set_visible (GTK_WIDGET (self->button), writable);
      return;
    }

  /* Translators: %s is the state of a briefing, "Draft" */
  state = g_strdup_printf (_("Briefing: %s"),
                           spz_enum_get_label (SPZ_TYPE_BRIEFING_STATE, self->briefing->state));
  gtk_label_set_label (self->state, state);
  gtk_button_set_label (self->button,
                        writable && self->briefing->state != SPZ_BRIEFING_DELIVERED
                          ? _("_Continue Writing")
                          : _("_View"));
  gtk_widget_set_visible (GTK_WIDGET (self->button), TRUE);
}

static void
show_meeting (SpzMeetingCard *self,
              SpzProgramme   *programme)
{
  g_autofree char *title = spz_meeting_dup_title (programme, self->meeting);
  g_autofree char *when = dup_when (self->meeting);
  g_autofree char *distance = NULL;
  g_autofree char *heading = NULL;

  if (self->meeting->precision == SPZ_PRECISION_DAY)
    {
      distance = spz_outlook_dup_distance (spz_programme_get_reference_date (programme),
                                           self->meeting->date);
      /* Translators: %s is "today", "tomorrow", "in 7 days" */
      heading = g_strdup_printf (_("Next meeting %s"), distance);
    }

  gtk_label_set_label (self->distance, heading != NULL ? heading : _("Next meeting"));
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->when, when);
}

static void
spz_meeting_card_dispose (GObject *object)
{
  SpzMeetingCard *self = SPZ_MEETING_CARD (object);

  g_clear_object (&self->meeting);
  g_clear_object (&self->briefing);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_MEETING_CARD);

  G_OBJECT_CLASS (spz_meeting_card_parent_class)->dispose (object);
}

static void
spz_meeting_card_class_init (SpzMeetingCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = spz_meeting_card_dispose;

  signals[OPEN] =
    g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, SPZ_TYPE_RECORD);
  signals[PREPARE] =
    g_signal_new ("prepare", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, SPZ_TYPE_RECORD);
  signals[PLAN] =
    g_signal_new ("plan", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-meeting-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingCard, distance);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingCard, title);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingCard, when);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingCard, state);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingCard, button);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingCard, meeting_button);
  gtk_widget_class_bind_template_callback (widget_class, button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, meeting_clicked_cb);
}

static void
spz_meeting_card_init (SpzMeetingCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_meeting_card_show:
 * @self: a card
 * @programme: a programme
 *
 * Shows what is the next meeting of @programme now, as seen from its reference
 * date, and how its briefing stands.
 */
void
spz_meeting_card_show (SpzMeetingCard *self,
                       SpzProgramme   *programme)
{
  SpzMeeting *meeting;
  SpzBriefing *briefing;

  g_return_if_fail (SPZ_IS_MEETING_CARD (self));
  g_return_if_fail (SPZ_IS_PROGRAMME (programme));

  meeting = spz_programme_get_next_meeting (programme);
  briefing = meeting != NULL ? spz_meeting_get_briefing (programme, meeting) : NULL;
  g_set_object (&self->meeting, meeting);
  g_set_object (&self->briefing, briefing);
  gtk_widget_set_visible (GTK_WIDGET (self->meeting_button), meeting != NULL);

  if (meeting == NULL)
    {
      show_nothing (self, programme);
      return;
    }

  show_meeting (self, programme);
  show_briefing (self, programme);
}
