/* spz-briefings.h: meetings and the briefings for them
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

char        *spz_meeting_dup_title        (SpzProgramme  *programme,
                                           SpzMeeting    *meeting);
char        *spz_meeting_dup_date         (SpzMeeting    *meeting,
                                           SpzDateStyle   style);
gboolean     spz_meeting_is_past          (SpzMeeting    *meeting,
                                           SpzDate        as_of);
SpzDate      spz_meeting_get_submission   (SpzProgramme  *programme,
                                           SpzMeeting    *meeting);
SpzDate      spz_meeting_get_invitation   (SpzProgramme  *programme,
                                           SpzMeeting    *meeting);
SpzBriefing *spz_meeting_get_briefing     (SpzProgramme  *programme,
                                           SpzMeeting    *meeting);
SpzMeeting  *spz_briefing_get_meeting     (SpzProgramme  *programme,
                                           SpzBriefing   *briefing);

SpzMeeting  *spz_programme_get_next_meeting    (SpzProgramme  *programme);
SpzBriefing *spz_programme_get_latest_briefing (SpzProgramme  *programme);

gint64       spz_meeting_ensure_agenda_item (SpzProgramme  *programme,
                                             SpzMeeting    *meeting,
                                             GError       **error);

gint64       spz_briefing_create_next     (SpzProgramme  *programme,
                                           SpzBriefing   *predecessor,
                                           SpzMeeting    *meeting,
                                           SpzAgendaItem *item,
                                           GError       **error);
gint64       spz_briefing_create_next_on  (SpzProgramme  *programme,
                                           SpzBriefing   *predecessor,
                                           SpzDate        date,
                                           SpzPrecision   precision,
                                           GError       **error);
gint64       spz_briefing_create          (SpzProgramme  *programme,
                                           SpzMeeting    *meeting,
                                           GError       **error);
gboolean     spz_briefing_set_meeting     (SpzProgramme  *programme,
                                           SpzBriefing   *briefing,
                                           SpzMeeting    *meeting,
                                           GError       **error);

G_END_DECLS
