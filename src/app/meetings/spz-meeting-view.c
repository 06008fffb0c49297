/* spz-meeting-view.c: one meeting and its agenda
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-meeting-view.h"

#include "spz-agenda-row.h"
#include "spz-briefing-button.h"
#include "spz-briefings.h"
#include "spz-combo-binding.h"
#include "spz-date-row.h"
#include "spz-feedback.h"
#include "spz-line-binding.h"
#include "spz-meetings.h"
#include "spz-text-binding.h"

struct _SpzMeetingView
{
  AdwBin             parent_instance;

  /* Owned */
  SpzProgramme      *programme;
  SpzMeeting        *meeting;
  GListModel        *items;

  /* Template */
  GtkScrolledWindow *scroller;
  GtkLabel          *heading;
  GtkLabel          *subheading;
  GtkWidget         *body;
  GtkWidget         *title;
  SpzDateRow        *date;
  GtkWidget         *time;
  GtkWidget         *place;
  GtkWidget         *state;
  AdwActionRow      *briefing_row;
  SpzBriefingButton *briefing_button;
  GtkListBox        *agenda;
  GtkWidget         *no_agenda;
  GtkWidget         *add_item_button;
  SpzDateRow        *submission;
  GtkLabel          *submission_left;
  SpzDateRow        *invitation;
  GtkLabel          *invitation_left;
  SpzLineText       *note;
};

G_DEFINE_FINAL_TYPE (SpzMeetingView, spz_meeting_view, ADW_TYPE_BIN)

static gint64
get_id (SpzMeetingView *self)
{
  return spz_record_get_id (SPZ_RECORD (self->meeting));
}

/* "Montag, 8. Februar 2021 · in 7 Tagen" */
static char *
describe_date (SpzMeetingView *self)
{
  SpzDate today = spz_programme_get_reference_date (self->programme);
  g_autofree char *date = spz_meeting_dup_date (self->meeting, SPZ_DATE_STYLE_WEEKDAY);
  g_autofree char *days = NULL;
  int n_days = self->meeting->date - today;

  if (self->meeting->date == SPZ_DATE_NONE ||
      self->meeting->precision != SPZ_PRECISION_DAY ||
      n_days < 0)
    return g_steal_pointer (&date);

  if (n_days == 0)
    days = g_strdup (_("today"));
  else
    days = g_strdup_printf (ngettext ("in %d day", "in %d days", (gulong) n_days), n_days);

  return g_strdup_printf ("%s · %s", date, days);
}

static void
show_heading (SpzMeetingView *self)
{
  g_autofree char *title = spz_meeting_dup_title (self->programme, self->meeting);
  g_autofree char *date = describe_date (self);

  gtk_label_set_label (self->heading, title);
  gtk_label_set_label (self->subheading, date);
}

static void
show_briefing (SpzMeetingView *self)
{
  SpzBriefing *briefing = spz_meeting_get_briefing (self->programme, self->meeting);

  spz_briefing_button_set_meeting (self->briefing_button, self->programme, self->meeting);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->briefing_row),
                                 briefing != NULL ? briefing->title : _("No briefing yet"));
  adw_action_row_set_subtitle (self->briefing_row, briefing != NULL ? briefing->speaker : "");
}

/* How far the day is away, or what its passing means */
static void
show_left (SpzMeetingView *self,
           GtkLabel       *label,
           SpzDate         date,
           gboolean        late)
{
  SpzDate today = spz_programme_get_reference_date (self->programme);
  g_autofree char *text = NULL;
  int n_days = (int) ABS (date - today);

  gtk_widget_set_visible (GTK_WIDGET (label), date != SPZ_DATE_NONE &&
                                              self->meeting->state == SPZ_MEETING_PLANNED &&
                                              !spz_meeting_is_past (self->meeting, today));
  gtk_widget_remove_css_class (GTK_WIDGET (label), "overdue");
  if (date == SPZ_DATE_NONE)
    return;

  if (date == today)
    text = g_strdup (_("today"));
  else if (date > today)
    text = g_strdup_printf (ngettext ("in %d day", "in %d days", (gulong) n_days), n_days);
  else if (late)
    text = g_strdup_printf (ngettext ("%d day overdue", "%d days overdue", (gulong) n_days), n_days);
  else
    text = g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) n_days), n_days);

  if (late)
    gtk_widget_add_css_class (GTK_WIDGET (label), "overdue");
  gtk_label_set_label (label, text);
}

/* "Papers handed in by (14 days before)" as long as the body's rule holds */
static void
show_deadline (SpzDateRow *row,
               const char *title,
               SpzDate     own,
               SpzDate     date,
               SpzDate     meeting)
{
  g_autofree char *full = NULL;
  int n_days = (int) (meeting - date);

  if (own == SPZ_DATE_NONE && date != SPZ_DATE_NONE)
    /* Translators: a deadline before a meeting, and the rule it comes from */
    full = g_strdup_printf (ngettext ("%s (%d day before)", "%s (%d days before)", (gulong) n_days), title, n_days);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), full != NULL ? full : title);
  spz_date_row_set_fallback (row, own == SPZ_DATE_NONE ? date : SPZ_DATE_NONE);
}

static void
show_deadlines (SpzMeetingView *self)
{
  SpzDate today = spz_programme_get_reference_date (self->programme);
  SpzDate submission = spz_meeting_get_submission (self->programme, self->meeting);
  SpzDate invitation = spz_meeting_get_invitation (self->programme, self->meeting);

  show_deadline (self->submission, _("Papers handed in by"),
                 self->meeting->submission, submission, self->meeting->date);
  show_deadline (self->invitation, _("Invitation sent on"),
                 self->meeting->invitation, invitation, self->meeting->date);
  show_left (self, self->submission_left, submission,
             spz_meeting_is_late (self->programme, self->meeting, today));
  show_left (self, self->invitation_left, invitation, FALSE);
}

static void
show_agenda (SpzMeetingView *self)
{
  gboolean has_items = g_list_model_get_n_items (self->items) > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->agenda), has_items);
  gtk_widget_set_visible (self->no_agenda, !has_items);
}

static void
changed_cb (SpzMeetingView *self)
{
  show_heading (self);
  show_briefing (self);
  show_deadlines (self);
}

static GtkWidget *
create_item (gpointer item,
             gpointer user_data)
{
  return spz_agenda_row_new (SPZ_MEETING_VIEW (user_data)->programme, item);
}

static GtkWidget *
find_item (SpzMeetingView *self,
           gint64          id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->agenda, i)) != NULL; i++)
    {
      if (spz_record_get_id (SPZ_RECORD (spz_agenda_row_get_item (SPZ_AGENDA_ROW (row)))) == id)
        return GTK_WIDGET (row);
    }

  return NULL;
}

static void
add_item_cb (SpzMeetingView *self)
{
  g_autofree char *number = g_strdup_printf ("%u", g_list_model_get_n_items (self->items) + 1);
  GError *error = NULL;
  gint64 id = spz_programme_add (self->programme, SPZ_TYPE_AGENDA_ITEM, &error,
                                 "meeting", get_id (self),
                                 "number", number,
                                 "is-public", TRUE,
                                 NULL);

  if (id != 0)
    gtk_widget_grab_focus (find_item (self, id));
  else
    spz_feedback_report (GTK_WIDGET (self), error);
}

static void
bind (SpzMeetingView *self)
{
  gboolean editable = !spz_programme_get_read_only (self->programme);

  spz_combo_bind_reference (self->body, self->programme, self->meeting, "body",
                            G_LIST_MODEL (spz_programme_get_list (self->programme, SPZ_TYPE_BODY)),
                            _("None"));
  spz_combo_bind_enum (self->state, self->programme, self->meeting, "state");
  spz_text_bind (self->title, self->programme, self->meeting, "title");
  spz_text_bind (self->time, self->programme, self->meeting, "time");
  spz_text_bind (self->place, self->programme, self->meeting, "place");
  spz_line_text_bind (self->note, self->programme, self->meeting, "note");
  spz_date_row_bind (self->date, self->programme, self->meeting, "date", "precision");
  spz_date_row_bind (self->submission, self->programme, self->meeting, "submission", NULL);
  spz_date_row_bind (self->invitation, self->programme, self->meeting, "invitation", NULL);

  self->items = g_object_ref (G_LIST_MODEL (spz_programme_get_children (self->programme, SPZ_TYPE_AGENDA_ITEM,
                                                                        "meeting", get_id (self))));
  gtk_list_box_bind_model (self->agenda, self->items, create_item, self, NULL);
  g_signal_connect_object (self->items, "items-changed",
                           G_CALLBACK (show_agenda), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->programme, "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->programme, "notify::reference-date",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->add_item_button, editable);
}

static void
release (SpzMeetingView *self)
{
  if (self->meeting == NULL)
    return;

  g_signal_handlers_disconnect_by_func (self->programme, changed_cb, self);
  g_signal_handlers_disconnect_by_func (self->items, show_agenda, self);
  spz_combo_unbind (self->body);
  spz_combo_unbind (self->state);
  spz_text_unbind (self->title);
  spz_text_unbind (self->time);
  spz_text_unbind (self->place);
  spz_line_text_bind (self->note, NULL, NULL, NULL);
  spz_date_row_bind (self->date, NULL, NULL, NULL, NULL);
  spz_date_row_bind (self->submission, NULL, NULL, NULL, NULL);
  spz_date_row_bind (self->invitation, NULL, NULL, NULL, NULL);
  spz_briefing_button_set_meeting (self->briefing_button, NULL, NULL);
  gtk_list_box_bind_model (self->agenda, NULL, NULL, NULL, NULL);
  g_clear_object (&self->items);
  g_clear_object (&self->meeting);
  g_clear_object (&self->programme);
}

static void
spz_meeting_view_dispose (GObject *object)
{
  release (SPZ_MEETING_VIEW (object));
  /* Disposing of the template unparents the children that are bound, which
   * a bin doesn't notice of its own. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SPZ_TYPE_MEETING_VIEW);

  G_OBJECT_CLASS (spz_meeting_view_parent_class)->dispose (object);
}

static void
spz_meeting_view_class_init (SpzMeetingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_meeting_view_dispose;

  g_type_ensure (SPZ_TYPE_BRIEFING_BUTTON);
  g_type_ensure (SPZ_TYPE_DATE_ROW);
  g_type_ensure (SPZ_TYPE_LINE_TEXT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-meeting-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingView, scroller);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingView, heading);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingView, subheading);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingView, body);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingView, title);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingView, date);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingView, time);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingView, place);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingView, state);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingView, briefing_row);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingView, briefing_button);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingView, agenda);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingView, no_agenda);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingView, add_item_button);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingView, submission);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingView, submission_left);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingView, invitation);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingView, invitation_left);
  gtk_widget_class_bind_template_child (widget_class, SpzMeetingView, note);
  gtk_widget_class_bind_template_callback (widget_class, add_item_cb);
}

static void
spz_meeting_view_init (SpzMeetingView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_meeting_view_set_meeting:
 * @self: a view
 * @programme: (nullable): the programme
 * @meeting: (nullable): the meeting to show, or %NULL to let go of it
 *
 * Shows another meeting, from its beginning.
 */
void
spz_meeting_view_set_meeting (SpzMeetingView *self,
                              SpzProgramme   *programme,
                              SpzMeeting     *meeting)
{
  g_return_if_fail (SPZ_IS_MEETING_VIEW (self));
  g_return_if_fail (meeting == NULL || SPZ_IS_PROGRAMME (programme));

  if (self->meeting == meeting)
    return;

  release (self);

  if (meeting == NULL)
    return;

  self->programme = g_object_ref (programme);
  self->meeting = g_object_ref (meeting);
  bind (self);
  changed_cb (self);
  show_agenda (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/**
 * spz_meeting_view_focus:
 * @self: a view
 *
 * Focuses the first thing to say about a new meeting: the body that meets.
 */
void
spz_meeting_view_focus (SpzMeetingView *self)
{
  g_return_if_fail (SPZ_IS_MEETING_VIEW (self));

  gtk_widget_grab_focus (self->body);
}

/**
 * spz_meeting_view_focus_date:
 * @self: a view
 *
 * Focuses the meeting's date.
 */
void
spz_meeting_view_focus_date (SpzMeetingView *self)
{
  g_return_if_fail (SPZ_IS_MEETING_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->date));
}

/**
 * spz_meeting_view_reveal_item:
 * @self: a view
 * @item: an agenda item
 *
 * Focuses an item of the meeting shown.
 *
 * Returns: whether it is there
 */
gboolean
spz_meeting_view_reveal_item (SpzMeetingView *self,
                              SpzAgendaItem  *item)
{
  GtkWidget *row;

  g_return_val_if_fail (SPZ_IS_MEETING_VIEW (self), FALSE);

  row = find_item (self, spz_record_get_id (SPZ_RECORD (item)));

  return row != NULL && gtk_widget_grab_focus (row);
}
