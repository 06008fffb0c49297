/* spz-rehearsals.h: how fast a speaker speaks
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

gint64   spz_rehearsal_add             (SpzProgramme  *programme,
                                        SpzBriefing   *briefing,
                                        guint          words,
                                        guint          seconds,
                                        GError       **error);
double   spz_speaker_get_pace          (SpzProgramme  *programme,
                                        const char    *speaker,
                                        gboolean      *learnt);
guint    spz_speaking_time             (SpzProgramme  *programme,
                                        const char    *speaker,
                                        guint          words);
char    *spz_speaking_time_format      (guint          seconds);

G_END_DECLS
