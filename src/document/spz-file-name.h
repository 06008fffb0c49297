/* spz-file-name.h: what a file is called that goes to somebody
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

char *spz_file_name_mark     (const char   *name,
                              SpzAudience   audience);
char *spz_file_name_briefing (SpzProgramme *programme,
                              SpzBriefing  *briefing,
                              SpzAudience   audience);

G_END_DECLS
