/* spz-composer-calendar.c: meetings, deadlines and milestones for a calendar
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-calendar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spz-audience.h"
#include "spz-briefings.h"
#include "spz-composer-private.h"
#include "spz-exchange-uid.h"
#include "spz-plan.h"

static void
entry_free (gpointer data)
{
  SpzCalendarEntry *self = data;

  g_free (self->uid);
  g_free (self->meeting_uid);
  g_free (self->summary);
  g_free (self->title);
  g_free (self->body);
  g_free (self->measure);
  g_free (self->wording);
  g_free (self->note);
  g_free (self->place);
  g_free (self->time);
  g_free (self);
}

/**
 * spz_calendar_free:
 * @self: (nullable) (transfer full): a calendar
 *
 * Frees a calendar and all it holds.
 */
void
spz_calendar_free (SpzCalendar *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->left_out);
  g_free (self);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const SpzCalendarEntry *first = *(SpzCalendarEntry **) a, *second = *(SpzCalendarEntry **) b;

  if (first->first != second->first)
    return first->first < second->first ? -1 : 1;
  if (strcmp (first->time, second->time) != 0)
    return strcmp (first->time, second->time);

  return strcmp (first->uid, second->uid);
}

static char *
dup_filled (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

/* Half a year as an event of 184 days would say more than is known, and be in
 * the way every day of it. */
static gboolean
fits_calendar (SpzDate      date,
               SpzPrecision precision)
{
  return date != SPZ_DATE_NONE && precision <= SPZ_PRECISION_MONTH;
}

static void
leave_out (SpzCalendar *self,
           const char  *title,
           const char  *when)
{
  /* Translators: a meeting or milestone, and the words for its date */
  g_ptr_array_add (self->left_out, g_strdup_printf (_("“%s” (%s)"), title, when));
}

static SpzCalendarEntry *
add_entry (SpzCalendar     *self,
           SpzCalendarKind  kind,
           SpzDate          date,
           SpzPrecision     precision)
{
  SpzCalendarEntry *entry = g_new0 (SpzCalendarEntry, 1);

  entry->kind = kind;
  entry->first = date;
  entry->last = spz_date_get_last_day (date, precision);
  entry->precision = precision;
  entry->time = g_strdup ("");
  g_ptr_array_add (self->entries, entry);

  return entry;
}

/* Meetings, and the office's own deadlines before them */

static char *
dup_meeting_summary (const char *title,
                     SpzMeeting *meeting)
{
  g_autofree char *date = NULL;

  if (meeting->precision == SPZ_PRECISION_DAY)
    return g_strdup (title);

  date = spz_meeting_dup_date (meeting, SPZ_DATE_STYLE_LONG);

  return g_strdup_printf ("%s (%s)", title, date);
}

static void
add_meeting (SpzComposer *self,
             SpzCalendar *calendar,
             SpzMeeting  *meeting)
{
  g_autofree char *title = spz_meeting_dup_title (self->programme, meeting);
  SpzBody *body = spz_programme_lookup (self->programme, SPZ_TYPE_BODY, meeting->body);
  SpzCalendarEntry *entry;

  if (!fits_calendar (meeting->date, meeting->precision))
    {
      g_autofree char *date = spz_meeting_dup_date (meeting, SPZ_DATE_STYLE_LONG);

      leave_out (calendar, title, date);
      return;
    }

  entry = add_entry (calendar, SPZ_CALENDAR_MEETING, meeting->date, meeting->precision);
  /* Where it was imported from may be nobody else's business */
  entry->uid = spz_composer_admits (self, SPZ_AUDIENCE_INTERNAL)
    ? spz_exchange_uid_of_meeting (self->programme, meeting)
    : spz_exchange_uid_of_record (self->programme, meeting);
  entry->summary = dup_meeting_summary (title, meeting);
  entry->title = g_strdup (title);
  entry->body = dup_filled (body != NULL ? body->title : NULL);
  entry->place = dup_filled (meeting->place);
  entry->cancelled = meeting->state == SPZ_MEETING_CANCELLED;
  if (meeting->precision == SPZ_PRECISION_DAY)
    {
      g_free (entry->time);
      entry->time = g_strdup (meeting->time);
    }
  if (spz_composer_admits (self, SPZ_AUDIENCE_INTERNAL))
    entry->note = dup_filled (meeting->note);
}

static void
add_deadline (SpzComposer     *self,
              SpzCalendar     *calendar,
              SpzMeeting      *meeting,
              SpzCalendarKind  kind,
              const char      *label,
              SpzDate          date)
{
  g_autofree char *title = NULL;
  SpzCalendarEntry *entry;

  if (date == SPZ_DATE_NONE || meeting->state == SPZ_MEETING_CANCELLED ||
      !spz_composer_admits (self, SPZ_AUDIENCE_INTERNAL))
    return;

  title = spz_meeting_dup_title (self->programme, meeting);
  entry = add_entry (calendar, kind, date, SPZ_PRECISION_DAY);
  entry->uid = spz_exchange_uid_of_deadline (self->programme, meeting, kind == SPZ_CALENDAR_SUBMISSION);
  entry->meeting_uid = spz_exchange_uid_of_meeting (self->programme, meeting);
  entry->title = g_strdup_printf ("%s: %s", label, title);
  entry->summary = g_strdup (entry->title);
}

static void
collect_meetings (SpzComposer *self,
                  SpzCalendar *calendar)
{
  SpzRecordList *meetings = spz_programme_get_list (self->programme, SPZ_TYPE_MEETING);

  for (guint i = 0; i < spz_record_list_get_size (meetings); i++)
    {
      SpzMeeting *meeting = spz_record_list_get (meetings, i);

      add_meeting (self, calendar, meeting);
      add_deadline (self, calendar, meeting, SPZ_CALENDAR_SUBMISSION, _("Submission deadline"),
                    spz_meeting_get_submission (self->programme, meeting));
      add_deadline (self, calendar, meeting, SPZ_CALENDAR_INVITATION, _("Invitation"),
                    spz_meeting_get_invitation (self->programme, meeting));
    }
}

/* Milestones */

static gboolean
is_plain_day (SpzMilestone *milestone)
{
  return milestone->precision == SPZ_PRECISION_DAY && milestone->certainty == SPZ_CERTAINTY_FIRM &&
         *milestone->wording == '\0';
}

static void
add_milestone (SpzComposer  *self,
               SpzCalendar  *calendar,
               SpzMilestone *milestone,
               SpzMeasure   *measure)
{
  g_autofree char *date = spz_milestone_dup_date (milestone);
  SpzCalendarEntry *entry;

  if (!fits_calendar (milestone->date, milestone->precision))
    {
      leave_out (calendar, milestone->title, date);
      return;
    }

  entry = add_entry (calendar, SPZ_CALENDAR_MILESTONE, milestone->date, milestone->precision);
  entry->uid = spz_composer_admits (self, SPZ_AUDIENCE_INTERNAL)
    ? spz_exchange_uid_of_milestone (self->programme, milestone)
    : spz_exchange_uid_of_record (self->programme, milestone);
  entry->title = g_strdup (milestone->title);
  entry->summary = is_plain_day (milestone) ? g_strdup (milestone->title)
                                            : g_strdup_printf ("%s (%s)", milestone->title, date);
  entry->measure = dup_filled (measure != NULL ? measure->title : NULL);
  entry->wording = dup_filled (milestone->wording);
  entry->certainty = milestone->certainty;
  entry->milestone_kind = milestone->kind;
  if (spz_composer_admits (self, SPZ_AUDIENCE_INTERNAL))
    entry->note = dup_filled (milestone->note);
}

static void
collect_milestones (SpzComposer *self,
                    SpzCalendar *calendar)
{
  SpzRecordList *milestones = spz_programme_get_list (self->programme, SPZ_TYPE_MILESTONE);

  for (guint i = 0; i < spz_record_list_get_size (milestones); i++)
    {
      SpzMilestone *milestone = spz_record_list_get (milestones, i);
      SpzMeasure *measure = spz_programme_lookup (self->programme, SPZ_TYPE_MEASURE, milestone->measure);

      if (spz_composer_admits (self, spz_record_get_audience (self->programme, milestone)))
        add_milestone (self, calendar, milestone, measure);
    }
}

/**
 * spz_compose_calendar:
 * @programme: a programme
 * @audience: whom the calendar is for
 *
 * Composes the meetings, and the milestones @audience may see; the deadlines
 * before meetings and notes are for the office alone. A date that is known to
 * a week or a month is a span of possible days; what is known no better than
 * to a quarter is left out and named in `left_out`, as @audience may see it.
 *
 * Returns: (transfer full): the calendar
 */
SpzCalendar *
spz_compose_calendar (SpzProgramme *programme,
                      SpzAudience   audience)
{
  SpzComposer self = { .audience = audience, .programme = programme };
  SpzCalendar *calendar;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);

  calendar = g_new0 (SpzCalendar, 1);
  calendar->title = g_strdup (spz_programme_get_info (programme)->title);
  calendar->entries = g_ptr_array_new_with_free_func (entry_free);
  calendar->left_out = g_ptr_array_new_with_free_func (g_free);

  collect_meetings (&self, calendar);
  collect_milestones (&self, calendar);
  g_ptr_array_sort (calendar->entries, compare_entries);

  return calendar;
}
