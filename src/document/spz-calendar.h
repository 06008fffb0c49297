/* spz-calendar.h: what a calendar shows of a programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

/**
 * SpzCalendarKind:
 * @SPZ_CALENDAR_MEETING: a meeting
 * @SPZ_CALENDAR_SUBMISSION: by when papers for a meeting are handed in
 * @SPZ_CALENDAR_INVITATION: when the invitation to a meeting goes out
 * @SPZ_CALENDAR_MILESTONE: a milestone of the plan
 */
typedef enum
{
  SPZ_CALENDAR_MEETING,
  SPZ_CALENDAR_SUBMISSION,
  SPZ_CALENDAR_INVITATION,
  SPZ_CALENDAR_MILESTONE,
} SpzCalendarKind;

/**
 * SpzCalendarEntry:
 * @kind: what it is
 * @uid: (owned): how other programs know it; stays the same
 * @meeting_uid: (owned) (nullable): of a deadline, the meeting's
 * @summary: (owned): what it is called, with the words for its date where
 *   that isn't known to the day
 * @title: (owned): what it is called, alone
 * @body: (owned) (nullable): the committee that meets
 * @measure: (owned) (nullable): the measure a milestone belongs to
 * @wording: (owned) (nullable): a milestone's date as it is to be said
 * @note: (owned) (nullable): what is noted of it
 * @place: (owned) (nullable): where it is
 * @first: its day, or the first of those that are possible
 * @last: the last of them, inclusive
 * @time: (owned): when it begins, local time as "HH:MM", or "" where no time
 *   is known
 * @precision: how exactly the date is known: to the day, week or month
 * @certainty: how sure it is
 * @milestone_kind: of a milestone, what it is
 * @cancelled: whether it doesn't take place
 */
typedef struct
{
  SpzCalendarKind   kind;
  char             *uid;
  char             *meeting_uid;
  char             *summary;
  char             *title;
  char             *body;
  char             *measure;
  char             *wording;
  char             *note;
  char             *place;
  SpzDate           first;
  SpzDate           last;
  char             *time;
  SpzPrecision      precision;
  SpzCertainty      certainty;
  SpzMilestoneKind  milestone_kind;
  gboolean          cancelled;
} SpzCalendarEntry;

/**
 * SpzCalendar:
 * @title: (owned): the programme's
 * @entries: (owned) (element-type SpzCalendarEntry): by date
 * @left_out: (owned) (element-type utf8): what has no place in a calendar, for
 *   people: a title and why
 *
 * What one audience may see. Plain data: it may be composed in one thread and
 * written in another.
 */
typedef struct
{
  char      *title;
  GPtrArray *entries;
  GPtrArray *left_out;
} SpzCalendar;

SpzCalendar *spz_compose_calendar (SpzProgramme *programme,
                                   SpzAudience   audience);
void         spz_calendar_free    (SpzCalendar  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzCalendar, spz_calendar_free)

G_END_DECLS
