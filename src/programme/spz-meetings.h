/* spz-meetings.h: what is prepared before a meeting
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

gboolean spz_meeting_is_prepared (SpzProgramme  *programme,
                                  SpzMeeting    *meeting);
gboolean spz_meeting_is_late     (SpzProgramme  *programme,
                                  SpzMeeting    *meeting,
                                  SpzDate        as_of);
gint64   spz_meeting_duplicate   (SpzProgramme  *programme,
                                  SpzMeeting    *meeting,
                                  GError       **error);

G_END_DECLS
