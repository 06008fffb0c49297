/* spz-meeting-view.h: one meeting and its agenda
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_MEETING_VIEW (spz_meeting_view_get_type ())
G_DECLARE_FINAL_TYPE (SpzMeetingView, spz_meeting_view, SPZ, MEETING_VIEW, AdwBin)

void     spz_meeting_view_set_meeting (SpzMeetingView *self,
                                       SpzProgramme   *programme,
                                       SpzMeeting     *meeting);
void     spz_meeting_view_focus       (SpzMeetingView *self);
void     spz_meeting_view_focus_date  (SpzMeetingView *self);
gboolean spz_meeting_view_reveal_item (SpzMeetingView *self,
                                       SpzAgendaItem  *item);

G_END_DECLS
