/* spz-exchange-uid.h: how other programs know what is in a programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

char *spz_exchange_uid_of_record    (SpzProgramme *programme,
                                     gpointer      record);
char *spz_exchange_uid_of_meeting   (SpzProgramme *programme,
                                     SpzMeeting   *meeting);
char *spz_exchange_uid_of_deadline  (SpzProgramme *programme,
                                     SpzMeeting   *meeting,
                                     gboolean      submission);
char *spz_exchange_uid_of_milestone (SpzProgramme *programme,
                                     SpzMilestone *milestone);

G_END_DECLS
