/* spz-icalendar.c: a calendar as iCalendar (RFC 5545)
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-icalendar.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>
#include <stdio.h>
#include <string.h>

#include "spz-base-enums.h"
#include "spz-icalendar-private.h"
#include "spz-labels.h"

/* The rules of the European Union as they have held since 1996 */
static const char berlin[] =
  "BEGIN:VTIMEZONE\r\n"
  "TZID:" SPZ_ICALENDAR_ZONE "\r\n"
  "BEGIN:DAYLIGHT\r\n"
  "TZOFFSETFROM:+0100\r\n"
  "TZOFFSETTO:+0200\r\n"
  "TZNAME:CEST\r\n"
  "DTSTART:19960331T020000\r\n"
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
  "END:DAYLIGHT\r\n"
  "BEGIN:STANDARD\r\n"
  "TZOFFSETFROM:+0200\r\n"
  "TZOFFSETTO:+0100\r\n"
  "TZNAME:CET\r\n"
  "DTSTART:19961027T030000\r\n"
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
  "END:STANDARD\r\n"
  "END:VTIMEZONE\r\n";

/* A text has no control characters but line ends. */
static char *
clean_text (const char *text)
{
  char *clean = g_utf8_make_valid (text, -1);

  for (char *c = clean; *c != '\0'; c++)
    if ((guchar) *c < 0x20 && *c != '\n')
      *c = ' ';

  return clean;
}

/* Takes @property */
static void
add_property (icalcomponent *component,
              icalproperty  *property,
              const char    *text)
{
  if (text != NULL && *text != '\0')
    {
      g_autofree char *clean = clean_text (text);

      icalproperty_set_value (property, icalvalue_new_text (clean));
      icalcomponent_add_property (component, property);
    }
  else
    icalproperty_free (property);
}

static void
add_text (icalcomponent     *component,
          icalproperty_kind  kind,
          const char        *text)
{
  add_property (component, icalproperty_new (kind), text);
}

static void
add_extension (icalcomponent *component,
               const char    *name,
               const char    *text)
{
  icalproperty *property = icalproperty_new (ICAL_X_PROPERTY);

  icalproperty_set_x_name (property, name);
  add_property (component, property, text);
}

static void
add_enum (icalcomponent *component,
          const char    *name,
          GType          type,
          int            value)
{
  GEnumClass *enum_class = g_type_class_ref (type);

  add_extension (component, name, g_enum_get_value (enum_class, value)->value_nick);
  g_type_class_unref (enum_class);
}

static icaltimetype
make_day (SpzDate date)
{
  icaltimetype time = icaltime_null_date ();

  spz_date_get (date, &time.year, &time.month, &time.day);

  return time;
}

/* Meetings have no known end, and are given none. */
static void
add_time (icalcomponent          *event,
          const SpzCalendarEntry *entry)
{
  int hour, minute;

  if (sscanf (entry->time, "%2d:%2d", &hour, &minute) == 2)
    {
      icaltimetype time = make_day (entry->first);
      icalproperty *start;

      time.is_date = 0;
      time.hour = hour;
      time.minute = minute;
      time.second = 0;
      start = icalproperty_new_dtstart (time);
      icalproperty_add_parameter (start, icalparameter_new_tzid (SPZ_ICALENDAR_ZONE));
      icalcomponent_add_property (event, start);
      return;
    }

  icalcomponent_add_property (event, icalproperty_new_dtstart (make_day (entry->first)));
  /* The first day after it */
  icalcomponent_add_property (event, icalproperty_new_dtend (make_day (entry->last + 1)));
  icalcomponent_add_property (event, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
}

static icalproperty_status
get_status (const SpzCalendarEntry *entry)
{
  if (entry->cancelled)
    return ICAL_STATUS_CANCELLED;

  return entry->precision != SPZ_PRECISION_DAY || entry->certainty != SPZ_CERTAINTY_FIRM
    ? ICAL_STATUS_TENTATIVE
    : ICAL_STATUS_CONFIRMED;
}

/* What people know the kind by, and what the reader does */
static const char *
get_category (const SpzCalendarEntry  *entry,
              const char             **name)
{
  switch (entry->kind)
    {
    case SPZ_CALENDAR_SUBMISSION:
      *name = "submission";
      return _("Submission deadline");

    case SPZ_CALENDAR_INVITATION:
      *name = "invitation";
      return _("Invitation");

    case SPZ_CALENDAR_MILESTONE:
      *name = g_enum_get_value (g_type_class_peek_static (SPZ_TYPE_MILESTONE_KIND),
                                (int) entry->milestone_kind)->value_nick;
      return spz_record_type_get_label (SPZ_TYPE_MILESTONE);

    case SPZ_CALENDAR_MEETING:
    default:
      *name = "meeting";
      return spz_record_type_get_label (SPZ_TYPE_MEETING);
    }
}

static icalcomponent *
make_event (const SpzCalendarEntry *entry,
            icaltimetype            stamp)
{
  icalcomponent *event = icalcomponent_new_vevent ();
  const char *kind;
  const char *category = get_category (entry, &kind);
  g_autofree char *description = NULL;

  add_text (event, ICAL_UID_PROPERTY, entry->uid);
  icalcomponent_add_property (event, icalproperty_new_dtstamp (stamp));
  add_time (event, entry);
  icalcomponent_add_property (event, icalproperty_new_status (get_status (entry)));
  add_text (event, ICAL_SUMMARY_PROPERTY, entry->summary);
  add_text (event, ICAL_LOCATION_PROPERTY, entry->place);
  description = entry->measure != NULL && entry->note != NULL
    ? g_strdup_printf ("%s\n\n%s", entry->measure, entry->note)
    : g_strdup (entry->measure != NULL ? entry->measure : entry->note);
  add_text (event, ICAL_DESCRIPTION_PROPERTY, description);
  add_text (event, ICAL_CATEGORIES_PROPERTY, category);
  add_text (event, ICAL_RELATEDTO_PROPERTY, entry->meeting_uid);

  add_extension (event, SPZ_ICALENDAR_KIND, kind);
  if (g_strcmp0 (entry->title, entry->summary) != 0)
    add_extension (event, SPZ_ICALENDAR_TITLE, entry->title);
  add_extension (event, SPZ_ICALENDAR_BODY, entry->body);
  add_extension (event, SPZ_ICALENDAR_MEASURE, entry->measure);
  add_extension (event, SPZ_ICALENDAR_WORDING, entry->wording);
  if (entry->precision != SPZ_PRECISION_DAY)
    add_enum (event, SPZ_ICALENDAR_PRECISION, SPZ_TYPE_PRECISION, (int) entry->precision);
  if (entry->certainty != SPZ_CERTAINTY_FIRM)
    add_enum (event, SPZ_ICALENDAR_CERTAINTY, SPZ_TYPE_CERTAINTY, (int) entry->certainty);

  return event;
}

/**
 * spz_icalendar_render:
 * @calendar: a calendar
 *
 * Writes a calendar as iCalendar: lines folded and ended as RFC 5545 wants
 * them, times in Europe/Berlin. What is not known to the day is TENTATIVE.
 * Nothing is left out here: @calendar holds what its audience may see. May be
 * called in any thread.
 *
 * Returns: (transfer full): the file
 */
GBytes *
spz_icalendar_render (const SpzCalendar *calendar)
{
  icalcomponent *root = icalcomponent_new_vcalendar ();
  g_autoptr (GDateTime) now = spz_date_new_timestamp ();
  icaltimetype stamp = icaltime_from_timet_with_zone (g_date_time_to_unix (now), FALSE,
                                                      icaltimezone_get_utc_timezone ());
  GEnumClass *kinds = g_type_class_ref (SPZ_TYPE_MILESTONE_KIND);
  char *text;
  GBytes *bytes;

  icalcomponent_add_property (root, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (root, icalproperty_new_prodid ("-//Sprechzettel//" VERSION "//DE"));
  icalcomponent_add_property (root, icalproperty_new_method (ICAL_METHOD_PUBLISH));
  add_extension (root, "X-WR-CALNAME", calendar->title);
  icalcomponent_add_component (root, icalcomponent_new_from_string (berlin));

  for (guint i = 0; i < calendar->entries->len; i++)
    icalcomponent_add_component (root, make_event (g_ptr_array_index (calendar->entries, i), stamp));

  text = icalcomponent_as_ical_string_r (root);
  bytes = g_bytes_new (text, strlen (text));
  icalmemory_free_buffer (text);
  icalcomponent_free (root);
  g_type_class_unref (kinds);

  return bytes;
}
