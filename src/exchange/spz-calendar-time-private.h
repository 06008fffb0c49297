/* spz-calendar-time-private.h: other programs' times
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "spz-date.h"

G_BEGIN_DECLS

gboolean   spz_calendar_time_parse_iso (const char *text,
                                        SpzDate    *date,
                                        char      **time);
GTimeZone *spz_calendar_time_find_zone (const char *name);
SpzDate    spz_calendar_time_to_local  (GTimeZone  *zone,
                                        SpzDate     date,
                                        int        *hour,
                                        int        *minute);

G_END_DECLS
