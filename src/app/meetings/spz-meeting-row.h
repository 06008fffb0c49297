/* spz-meeting-row.h: a meeting in the list
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_MEETING_ROW (spz_meeting_row_get_type ())
G_DECLARE_FINAL_TYPE (SpzMeetingRow, spz_meeting_row, SPZ, MEETING_ROW, GtkListBoxRow)

GtkWidget  *spz_meeting_row_new         (SpzProgramme  *programme,
                                         SpzMeeting    *meeting);
SpzMeeting *spz_meeting_row_get_meeting (SpzMeetingRow *self);

const char *spz_month_get_short_name    (int            month);

G_END_DECLS
