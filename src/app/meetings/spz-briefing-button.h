/* spz-briefing-button.h: creates or opens the briefing for a meeting
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_BRIEFING_BUTTON (spz_briefing_button_get_type ())
G_DECLARE_FINAL_TYPE (SpzBriefingButton, spz_briefing_button, SPZ, BRIEFING_BUTTON, GtkButton)

void spz_briefing_button_set_meeting (SpzBriefingButton *self,
                                      SpzProgramme      *programme,
                                      SpzMeeting        *meeting);

G_END_DECLS
