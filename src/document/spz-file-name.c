/* spz-file-name.c: what a file is called that goes to somebody
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-file-name.h"

#include <glib/gi18n-lib.h>

#include "spz-audience.h"
#include "spz-briefings.h"
#include "spz-deliveries.h"

/**
 * spz_file_name_mark:
 * @name: a file's name, without its ending
 * @audience: whom the file is for
 *
 * Says in the name of a file that not everybody may have it, so that it isn't
 * attached by mistake.
 *
 * Returns: (transfer full): the name, still without an ending
 */
char *
spz_file_name_mark (const char  *name,
                    SpzAudience  audience)
{
  switch (audience)
    {
    case SPZ_AUDIENCE_INTERNAL:
      /* Translators: the name of a file that stays in the office */
      return g_strdup_printf (_("%s – internal"), name);

    case SPZ_AUDIENCE_COMMITTEE:
      /* Translators: the name of a file for the committee alone */
      return g_strdup_printf (_("%s – not public"), name);

    case SPZ_AUDIENCE_PUBLIC:
    default:
      return g_strdup (name);
    }
}

/**
 * spz_file_name_briefing:
 * @programme: a programme
 * @briefing: one of its briefings
 * @audience: whom the file is for
 *
 * Names the file a briefing is written to: by the day of its meeting, which of
 * one that was delivered is the day it was spoken on, or else by its title, if
 * @audience may know that.
 *
 * Returns: (transfer full): the name, without an ending
 */
char *
spz_file_name_briefing (SpzProgramme *programme,
                        SpzBriefing  *briefing,
                        SpzAudience   audience)
{
  SpzMeeting *meeting = spz_briefing_get_meeting (programme, briefing);
  const gboolean is_told = spz_record_get_audience (programme, briefing) <= audience;
  SpzDelivery *delivery = spz_briefing_get_delivery_for (programme, briefing, audience);
  SpzDate day = meeting != NULL ? meeting->date : SPZ_DATE_NONE;
  g_autofree char *date = NULL;
  g_autofree char *name = NULL;

  if (delivery != NULL)
    day = spz_delivery_get_date (delivery);

  date = spz_date_to_iso (day);
  if (day != SPZ_DATE_NONE)
    /* Translators: the name of a file; %s is a date */
    name = g_strdup_printf (_("Briefing %s"), date);
  else
    name = g_strdup (is_told && *briefing->title != '\0' ? briefing->title : _("Briefing"));

  return spz_file_name_mark (name, audience);
}
