/* spz-meeting-card.h: the next meeting and its briefing
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_MEETING_CARD (spz_meeting_card_get_type ())
G_DECLARE_FINAL_TYPE (SpzMeetingCard, spz_meeting_card, SPZ, MEETING_CARD, AdwBin)

/* Signals: "open" (SpzRecord *record): the meeting or its briefing is to be
 * shown; "prepare" (SpzRecord *meeting): a briefing is to be begun; "plan":
 * there is no meeting ahead and one is to be entered. */

void spz_meeting_card_show (SpzMeetingCard *self,
                            SpzProgramme   *programme);

G_END_DECLS
