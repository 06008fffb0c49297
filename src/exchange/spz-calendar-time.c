/* spz-calendar-time.c: other programs' times as times in Europe/Berlin
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-calendar-time-private.h"

#include <string.h>

#include "spz-icalendar-private.h"

/* What Windows calls the zones that share our time */
static const char *const same_zones[] = {
  "W. Europe Standard Time", "Central Europe Standard Time", "Romance Standard Time",
  "Central European Standard Time", "CET", "MEZ",
};

static SpzDate
take_local (GDateTime *moment,
            int       *hour,
            int       *minute)
{
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier (SPZ_ICALENDAR_ZONE);
  g_autoptr (GDateTime) local = berlin != NULL ? g_date_time_to_timezone (moment, berlin)
                                               : g_date_time_to_local (moment);
  int year, month, day;

  if (local == NULL)
    return SPZ_DATE_NONE;

  g_date_time_get_ymd (local, &year, &month, &day);
  *hour = g_date_time_get_hour (local);
  *minute = g_date_time_get_minute (local);

  return spz_date_new (year, month, day);
}

/**
 * spz_calendar_time_find_zone:
 * @name: a zone as a calendar names it: "Europe/Paris", with or without
 *   something before it, or as Windows does
 *
 * Returns: (transfer full) (nullable): the zone
 */
GTimeZone *
spz_calendar_time_find_zone (const char *name)
{
  const char *slash = strrchr (name, '/');

  for (guint i = 0; i < G_N_ELEMENTS (same_zones); i++)
    if (g_ascii_strcasecmp (name, same_zones[i]) == 0)
      return g_time_zone_new_identifier (SPZ_ICALENDAR_ZONE);

  /* "/freeassociation.sourceforge.net/Europe/Berlin": the last two parts */
  while (slash != NULL && slash > name && slash[-1] != '/')
    slash--;
  if (*name == '/' && slash != NULL)
    name = slash;

  /* It becomes part of a file's name. */
  if (strlen (name) > 64 || *name == '/' || strstr (name, "..") != NULL ||
      name[strspn (name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "+-_/")] != '\0')
    return NULL;

  return g_time_zone_new_identifier (name);
}

/**
 * spz_calendar_time_to_local:
 * @zone: the zone a time is given in
 * @date: its day
 * @hour: (inout): its hour
 * @minute: (inout): its minute
 *
 * Finds out what the clock in Berlin shows then.
 *
 * Returns: the day it is there, or %SPZ_DATE_NONE if there is no such time
 */
SpzDate
spz_calendar_time_to_local (GTimeZone *zone,
                            SpzDate    date,
                            int       *hour,
                            int       *minute)
{
  g_autoptr (GDateTime) moment = NULL;
  int year, month, day;

  spz_date_get (date, &year, &month, &day);
  moment = g_date_time_new (zone, year, month, day, *hour, *minute, 0);

  return moment != NULL ? take_local (moment, hour, minute) : SPZ_DATE_NONE;
}

/**
 * spz_calendar_time_parse_iso:
 * @text: "2021-02-08", or "2021-02-08T17:00:00+01:00"
 * @date: (out): the day in Berlin
 * @time: (out) (transfer full): the time there as "HH:MM", or "" without one
 *
 * Reads a day or a moment as ISO 8601 writes them. A moment without a zone is
 * local.
 *
 * Returns: whether it is one
 */
gboolean
spz_calendar_time_parse_iso (const char  *text,
                             SpzDate     *date,
                             char       **time)
{
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier (SPZ_ICALENDAR_ZONE);
  g_autoptr (GDateTime) moment = NULL;
  int hour, minute;

  *date = spz_date_parse_iso (text);
  *time = NULL;
  if (*date != SPZ_DATE_NONE)
    {
      *time = g_strdup ("");
      return TRUE;
    }

  moment = g_date_time_new_from_iso8601 (text, berlin);
  if (moment == NULL)
    return FALSE;

  *date = take_local (moment, &hour, &minute);
  if (*date == SPZ_DATE_NONE)
    return FALSE;

  *time = g_strdup_printf ("%02d:%02d", hour, minute);

  return TRUE;
}
