/* spz-briefings.c: meetings and the briefings for them
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "spz-briefings.h"
#include "spz-labels.h"

/**
 * spz_meeting_dup_title:
 * @programme: a programme
 * @meeting: a meeting
 *
 * Returns: (transfer full): what the meeting is known by: its own title, or
 *   else the body that meets
 */
char *
spz_meeting_dup_title (SpzProgramme *programme,
                       SpzMeeting   *meeting)
{
  SpzBody *body;

  if (*meeting->title)
    return g_strdup (meeting->title);

  body = spz_programme_lookup (programme, SPZ_TYPE_BODY, meeting->body);
  if (body && *body->title)
    return g_strdup (body->title);

  return g_strdup (spz_record_type_get_label (SPZ_TYPE_MEETING));
}

/**
 * spz_meeting_dup_date:
 * @meeting: a meeting
 * @style: how to write a date that is known to the day
 *
 * Returns: (transfer full): when it is, no more exactly than is known
 */
char *
spz_meeting_dup_date (SpzMeeting   *meeting,
                      SpzDateStyle  style)
{
  if (meeting->date == SPZ_DATE_NONE)
    return g_strdup (_("no date yet"));

  if (meeting->precision == SPZ_PRECISION_DAY)
    return spz_date_format (meeting->date, style);

  return spz_date_format_precision (meeting->date, meeting->precision);
}

/**
 * spz_meeting_is_past:
 * @meeting: a meeting
 * @as_of: the date it is seen from
 *
 * Tells whether nothing is ahead of it any more: it was held, or the last day
 * of its week, month or what else is known of its date has passed.
 *
 * Returns: whether it is past; a meeting without a date is not
 */
gboolean
spz_meeting_is_past (SpzMeeting *meeting,
                     SpzDate     as_of)
{
  if (meeting->state == SPZ_MEETING_HELD)
    return TRUE;

  return meeting->date != SPZ_DATE_NONE && spz_date_get_last_day (meeting->date, meeting->precision) < as_of;
}

static SpzDate
get_deadline (SpzMeeting *meeting,
              SpzDate     own,
              gint64      days)
{
  if (own != SPZ_DATE_NONE)
    return own;
  if (days == 0 || meeting->date == SPZ_DATE_NONE || meeting->precision != SPZ_PRECISION_DAY)
    return SPZ_DATE_NONE;

  return meeting->date - (SpzDate) days;
}

/**
 * spz_meeting_get_submission:
 * @programme: a programme
 * @meeting: a meeting
 *
 * Returns: by when papers have to be handed in: the meeting's own date, or so
 *   many days before it as its body asks for; or %SPZ_DATE_NONE
 */
SpzDate
spz_meeting_get_submission (SpzProgramme *programme,
                            SpzMeeting   *meeting)
{
  SpzBody *body = spz_programme_lookup (programme, SPZ_TYPE_BODY, meeting->body);

  return get_deadline (meeting, meeting->submission, body != NULL ? body->submission_days : 0);
}

/**
 * spz_meeting_get_invitation:
 * @programme: a programme
 * @meeting: a meeting
 *
 * Returns: when the invitation goes out, as spz_meeting_get_submission() says
 */
SpzDate
spz_meeting_get_invitation (SpzProgramme *programme,
                            SpzMeeting   *meeting)
{
  SpzBody *body = spz_programme_lookup (programme, SPZ_TYPE_BODY, meeting->body);

  return get_deadline (meeting, meeting->invitation, body != NULL ? body->invitation_days : 0);
}

/**
 * spz_meeting_get_briefing:
 * @programme: a programme
 * @meeting: a meeting
 *
 * Returns: (transfer none) (nullable): the first briefing for one of its agenda items
 */
SpzBriefing *
spz_meeting_get_briefing (SpzProgramme *programme,
                          SpzMeeting   *meeting)
{
  SpzRecordList *items = spz_programme_get_children (programme, SPZ_TYPE_AGENDA_ITEM, "meeting",
                                                     spz_record_get_id (SPZ_RECORD (meeting)));

  for (guint i = 0; i < spz_record_list_get_size (items); i++)
    {
      SpzRecordList *briefings =
        spz_programme_get_children (programme, SPZ_TYPE_BRIEFING, "agenda-item",
                                    spz_record_get_id (spz_record_list_get (items, i)));

      if (spz_record_list_get_size (briefings) > 0)
        return spz_record_list_get (briefings, 0);
    }

  return NULL;
}

/**
 * spz_briefing_get_meeting:
 * @programme: a programme
 * @briefing: a briefing
 *
 * Returns: (transfer none) (nullable): the meeting it is for
 */
SpzMeeting *
spz_briefing_get_meeting (SpzProgramme *programme,
                          SpzBriefing  *briefing)
{
  SpzAgendaItem *item = spz_programme_lookup (programme, SPZ_TYPE_AGENDA_ITEM, briefing->agenda_item);

  return item ? spz_programme_lookup (programme, SPZ_TYPE_MEETING, item->meeting) : NULL;
}

/**
 * spz_programme_get_next_meeting:
 * @programme: a programme
 *
 * Returns: (transfer none) (nullable): the next meeting to prepare for, as seen
 *   from the reference date: of a body if there is one ahead, else any
 */
SpzMeeting *
spz_programme_get_next_meeting (SpzProgramme *programme)
{
  SpzRecordList *meetings = spz_programme_get_list (programme, SPZ_TYPE_MEETING);
  SpzDate today = spz_programme_get_reference_date (programme);
  SpzMeeting *first = NULL;

  for (guint i = 0; i < spz_record_list_get_size (meetings); i++)
    {
      SpzMeeting *meeting = spz_record_list_get (meetings, i);

      if (meeting->date == SPZ_DATE_NONE ||
          meeting->state == SPZ_MEETING_CANCELLED ||
          spz_meeting_is_past (meeting, today))
        continue;
      if (meeting->body)
        return meeting;
      if (first == NULL)
        first = meeting;
    }

  return first;
}

/**
 * spz_programme_get_latest_briefing:
 * @programme: a programme
 *
 * Returns: (transfer none) (nullable): the briefing for the latest meeting
 */
SpzBriefing *
spz_programme_get_latest_briefing (SpzProgramme *programme)
{
  SpzRecordList *briefings = spz_programme_get_list (programme, SPZ_TYPE_BRIEFING);
  SpzBriefing *latest = NULL;
  SpzDate latest_date = SPZ_DATE_NONE;

  for (guint i = 0; i < spz_record_list_get_size (briefings); i++)
    {
      SpzBriefing *briefing = spz_record_list_get (briefings, i);
      SpzMeeting *meeting = spz_briefing_get_meeting (programme, briefing);
      SpzDate date = meeting ? meeting->date : SPZ_DATE_NONE;

      if (latest == NULL || date >= latest_date)
        {
          latest = briefing;
          latest_date = date;
        }
    }

  return latest;
}

/**
 * spz_meeting_ensure_agenda_item:
 * @programme: a programme
 * @meeting: a meeting
 * @error: return location for an #SPZ_ERROR
 *
 * Returns: the id of its first agenda item, which is made if there is none; 0
 *   with @error set
 */
gint64
spz_meeting_ensure_agenda_item (SpzProgramme  *programme,
                                SpzMeeting    *meeting,
                                GError       **error)
{
  gint64 id = spz_record_get_id (SPZ_RECORD (meeting));
  SpzRecordList *items = spz_programme_get_children (programme, SPZ_TYPE_AGENDA_ITEM, "meeting", id);

  if (spz_record_list_get_size (items) > 0)
    return spz_record_get_id (spz_record_list_get (items, 0));

  return spz_programme_add (programme, SPZ_TYPE_AGENDA_ITEM, error,
                            "meeting", id,
                            "title", spz_programme_get_info (programme)->title,
                            NULL);
}

/* What a committee is usually told: the office's own points, then each action
 * field, then the plan */
static gboolean
add_blocks (SpzProgramme  *programme,
            gint64         briefing,
            GError       **error)
{
  SpzRecordList *fields = spz_programme_get_list (programme, SPZ_TYPE_ACTION_FIELD);

  if (!spz_programme_add (programme, SPZ_TYPE_BLOCK, error,
                          "briefing", briefing,
                          "kind", SPZ_BLOCK_POINTS,
                          "title", spz_programme_get_info (programme)->title,
                          NULL))
    return FALSE;

  for (guint i = 0; i < spz_record_list_get_size (fields); i++)
    if (!spz_programme_add (programme, SPZ_TYPE_BLOCK, error,
                            "briefing", briefing,
                            "kind", SPZ_BLOCK_ACTION_FIELD,
                            "action-field", spz_record_get_id (spz_record_list_get (fields, i)),
                            NULL))
      return FALSE;

  return spz_programme_add (programme, SPZ_TYPE_BLOCK, error,
                            "briefing", briefing,
                            "kind", SPZ_BLOCK_TIMELINE,
                            NULL) != 0;
}

/**
 * spz_briefing_create:
 * @programme: a programme
 * @meeting: (nullable): the meeting it is for
 * @error: return location for an #SPZ_ERROR
 *
 * Makes a briefing for a meeting, under its first agenda item, which is made
 * if there is none. The speaker is the last one's, and so is the function.
 *
 * Returns: the briefing's id, or 0 with @error set
 */
gint64
spz_briefing_create (SpzProgramme  *programme,
                     SpzMeeting    *meeting,
                     GError       **error)
{
  SpzBriefing *last = spz_programme_get_latest_briefing (programme);
  gint64 item = 0;
  gint64 briefing;

  if (!spz_programme_begin (programme, _("Briefing added"), error))
    return 0;

  if (meeting && (item = spz_meeting_ensure_agenda_item (programme, meeting, error)) == 0)
    goto failed;

  briefing = spz_programme_add (programme, SPZ_TYPE_BRIEFING, error,
                                "agenda-item", item,
                                "title", _("Briefing"),
                                "speaker", last ? last->speaker : "",
                                "function", last ? last->function : "",
                                "predecessor", last ? spz_record_get_id (SPZ_RECORD (last)) : (gint64) 0,
                                NULL);
  if (briefing == 0 || !add_blocks (programme, briefing, error))
    goto failed;

  return spz_programme_commit (programme, error) ? briefing : 0;

failed:
  spz_programme_rollback (programme);
  return 0;
}

/**
 * spz_briefing_set_meeting:
 * @programme: a programme
 * @briefing: a briefing
 * @meeting: (nullable): a meeting
 * @error: return location for an #SPZ_ERROR
 *
 * Puts a briefing under the first agenda item of @meeting, which is made if
 * there is none; or takes it away from its meeting.
 *
 * Returns: whether it is for that meeting now
 */
gboolean
spz_briefing_set_meeting (SpzProgramme  *programme,
                          SpzBriefing   *briefing,
                          SpzMeeting    *meeting,
                          GError       **error)
{
  gint64 item = 0;

  if (!spz_programme_begin (programme, _("Meeting chosen"), error))
    return FALSE;

  if ((meeting && (item = spz_meeting_ensure_agenda_item (programme, meeting, error)) == 0) ||
      !spz_programme_set (programme, briefing, error, "agenda-item", item, NULL))
    {
      spz_programme_rollback (programme);
      return FALSE;
    }

  return spz_programme_commit (programme, error);
}
