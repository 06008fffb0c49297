/* spz-meetings.c: what is prepared before a meeting
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "spz-briefings.h"
#include "spz-meetings.h"

/**
 * spz_meeting_is_prepared:
 * @programme: a programme
 * @meeting: a meeting
 *
 * Returns: whether its briefing is ready, or was delivered
 */
gboolean
spz_meeting_is_prepared (SpzProgramme *programme,
                         SpzMeeting   *meeting)
{
  SpzBriefing *briefing = spz_meeting_get_briefing (programme, meeting);

  return briefing != NULL && briefing->state != SPZ_BRIEFING_DRAFT;
}

/**
 * spz_meeting_is_late:
 * @programme: a programme
 * @meeting: a meeting
 * @as_of: the date it is seen from
 *
 * Tells whether papers should have been handed in: the meeting is still ahead,
 * the day for them has passed, and its briefing isn't ready.
 *
 * Returns: whether there is something to catch up on
 */
gboolean
spz_meeting_is_late (SpzProgramme *programme,
                     SpzMeeting   *meeting,
                     SpzDate       as_of)
{
  SpzDate submission = spz_meeting_get_submission (programme, meeting);

  return meeting->state == SPZ_MEETING_PLANNED &&
         submission != SPZ_DATE_NONE && submission < as_of &&
         !spz_meeting_is_past (meeting, as_of) &&
         !spz_meeting_is_prepared (programme, meeting);
}

static gboolean
copy_agenda (SpzProgramme  *programme,
             SpzMeeting    *meeting,
             gint64         copy,
             GError       **error)
{
  SpzRecordList *items = spz_programme_get_children (programme, SPZ_TYPE_AGENDA_ITEM, "meeting",
                                                     spz_record_get_id (SPZ_RECORD (meeting)));

  for (guint i = 0; i < spz_record_list_get_size (items); i++)
    {
      SpzAgendaItem *item = spz_record_list_get (items, i);

      if (!spz_programme_add (programme, SPZ_TYPE_AGENDA_ITEM, error,
                              "meeting", copy,
                              "number", item->number,
                              "title", item->title,
                              "is-public", item->is_public,
                              "minutes", item->minutes,
                              NULL))
        return FALSE;
    }

  return TRUE;
}

/**
 * spz_meeting_duplicate:
 * @programme: a programme
 * @meeting: a meeting
 * @error: return location for an #SPZ_ERROR
 *
 * Plans another meeting of the kind, with the same body, place, time and
 * agenda, as one step. It has no date yet, and what belongs to one meeting
 * alone isn't taken over: papers, its note, deadlines of its own and briefings.
 *
 * Returns: the new meeting's id, or 0 with @error set
 */
gint64
spz_meeting_duplicate (SpzProgramme  *programme,
                       SpzMeeting    *meeting,
                       GError       **error)
{
  gint64 copy;

  if (!spz_programme_begin (programme, _("Meeting duplicated"), error))
    return 0;

  copy = spz_programme_add (programme, SPZ_TYPE_MEETING, error,
                            "body", meeting->body,
                            "title", meeting->title,
                            "time", meeting->time,
                            "place", meeting->place,
                            NULL);
  if (copy == 0 || !copy_agenda (programme, meeting, copy, error))
    {
      spz_programme_rollback (programme);
      return 0;
    }

  return spz_programme_commit (programme, error) ? copy : 0;
}
