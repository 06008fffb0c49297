/* spz-meeting-row.c: a meeting in the list
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-meeting-row.h"

#include "spz-briefing-button.h"
#include "spz-briefings.h"
#include "spz-labels.h"
#include "spz-meetings.h"

struct _SpzMeetingRow
{
  GtkListBoxRow      parent_instance;

  /* Owned */
  SpzProgramme      *programme;
  SpzMeeting        *meeting;

  /* Template */
  GtkLabel          *day;
  GtkLabel          *month;
  GtkLabel          *title;
  GtkLabel          *details;
  GtkLabel          *state;
  GtkWidget         *late;
  SpzBriefingButton *briefing;
};

G_DEFINE_FINAL_TYPE (SpzMeetingRow, spz_meeting_row, GTK_TYPE_LIST_BOX_ROW)

/* "8" above "Feb 2021"; where the day isn't known, what is known instead */
static void
show_date (SpzMeetingRow *self)
{
  g_autofree char *day = NULL;
  g_autofree char *month = NULL;
  int year_number, month_number, day_number;

  if (self->meeting->date == SPZ_DATE_NONE)
    {
      gtk_label_set_label (self->day, "–");
      gtk_label_set_label (self->month, _("no date"));
      return;
    }

  spz_date_get (self->meeting->date, &year_number, &month_number, &day_number);

  if (self->meeting->precision == SPZ_PRECISION_DAY)
    {
      day = g_strdup_printf ("%d", day_number);
      month = g_strdup_printf ("%s %d", spz_month_get_short_name (month_number), year_number);
    }
  else if (self->meeting->precision == SPZ_PRECISION_WEEK)
    {
      int week = spz_date_get_iso_week (self->meeting->date, &year_number);

      /* Translators: a calendar week, "KW 7"; its year stands below */
      day = g_strdup_printf (_("W %d"), week);
      month = g_strdup_printf ("%d", year_number);
    }
  else
    {
      day = g_strdup ("~");
      month = spz_date_format_precision (self->meeting->date, self->meeting->precision);
    }

  gtk_label_set_label (self->day, day);
  gtk_label_set_label (self->month, month);
}

static void
show_details (SpzMeetingRow *self)
{
  g_autoptr(GString) details = g_string_new (NULL);

  if (*self->meeting->time != '\0')
    g_string_append (details, self->meeting->time);

  if (*self->meeting->place != '\0')
    g_string_append_printf (details, "%s%s", details->len > 0 ? " · " : "", self->meeting->place);

  gtk_label_set_label (self->details, details->str);
  gtk_widget_set_visible (GTK_WIDGET (self->details), details->len > 0);
}

/* What a date alone doesn't say: that it is today, or off, or late */
static void
show_marks (SpzMeetingRow *self)
{
  SpzDate today = spz_programme_get_reference_date (self->programme);
  gboolean is_today = self->meeting->date == today && self->meeting->precision == SPZ_PRECISION_DAY;
  const char *label = spz_enum_get_label (SPZ_TYPE_MEETING_STATE, self->meeting->state);

  if (is_today)
    gtk_widget_add_css_class (GTK_WIDGET (self), "today");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "today");

  if (self->meeting->state == SPZ_MEETING_PLANNED && is_today)
    label = _("today");
  gtk_label_set_label (self->state, label);
  gtk_widget_set_visible (GTK_WIDGET (self->state), is_today || self->meeting->state != SPZ_MEETING_PLANNED);
  gtk_widget_set_visible (self->late, spz_meeting_is_late (self->programme, self->meeting, today));
}

static void
show (SpzMeetingRow *self)
{
  g_autofree char *title = spz_meeting_dup_title (self->programme, self->meeting);
  g_autofree char *date = spz_meeting_dup_date (self->meeting, SPZ_DATE_STYLE_WEEKDAY);
  gboolean cancelled = self->meeting->state == SPZ_MEETING_CANCELLED;
  gboolean is_past = spz_meeting_is_past (self->meeting,
                                          spz_programme_get_reference_date (self->programme));

  gtk_label_set_label (self->title, title);
  show_date (self);
  show_details (self);
  show_marks (self);
  spz_briefing_button_set_meeting (self->briefing, self->programme, self->meeting);

  /* Nobody prepares what is over or will not be */
  gtk_widget_set_visible (GTK_WIDGET (self->briefing),
                          (!is_past && !cancelled) ||
                          spz_meeting_get_briefing (self->programme, self->meeting) != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, date,
                                  -1);
}

static void
spz_meeting_row_dispose (GObject *object)
{
  SpzMeetingRow *self = SPZ_MEETING_ROW (object);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_MEETING_ROW);
  g_clear_object (&self->meeting);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_meeting_row_parent_class)->dispose (object);
}

static void
spz_meeting_row_class_init (SpzMeetingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_meeting_row_dispose;

  g_type_ensure (SPZ_TYPE_BRIEFING_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-meeting-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingRow, day);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingRow, month);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingRow, title);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingRow, details);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingRow, state);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingRow, late);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingRow, briefing);
}

static void
spz_meeting_row_init (SpzMeetingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_meeting_row_new:
 * @programme: the programme
 * @meeting: one of its meetings
 *
 * Creates a row with date, committee, time and place, and the state of the
 * briefing for it.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
spz_meeting_row_new (SpzProgramme *programme,
                     SpzMeeting   *meeting)
{
  SpzMeetingRow *self = g_object_new (SPZ_TYPE_MEETING_ROW, NULL);

  self->programme = g_object_ref (programme);
  self->meeting = g_object_ref (meeting);

  g_signal_connect_object (programme, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (programme, "notify::reference-date",
                           G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);

  return GTK_WIDGET (self);
}

/**
 * spz_meeting_row_get_meeting:
 * @self: a row
 *
 * Gets the meeting the row shows.
 *
 * Returns: (transfer none): the meeting
 */
SpzMeeting *
spz_meeting_row_get_meeting (SpzMeetingRow *self)
{
  g_return_val_if_fail (SPZ_IS_MEETING_ROW (self), NULL);

  return self->meeting;
}

/**
 * spz_month_get_short_name:
 * @month: from 1 to 12
 *
 * Returns: its name where there is little room: "Feb"
 */
const char *
spz_month_get_short_name (int month)
{
  static const char *const months[] = {
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
    N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
  };

  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return _(months[month - 1]);
}
