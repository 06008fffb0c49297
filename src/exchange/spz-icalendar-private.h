/* spz-icalendar-private.h: what the writer and the reader of iCalendar share
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

/* What the standard has no property for: others ignore these, and the reader
 * finds the very records again. */
#define SPZ_ICALENDAR_KIND      "X-SPRECHZETTEL-KIND"
#define SPZ_ICALENDAR_TITLE     "X-SPRECHZETTEL-TITLE"
#define SPZ_ICALENDAR_BODY      "X-SPRECHZETTEL-BODY"
#define SPZ_ICALENDAR_MEASURE   "X-SPRECHZETTEL-MEASURE"
#define SPZ_ICALENDAR_WORDING   "X-SPRECHZETTEL-WORDING"
#define SPZ_ICALENDAR_PRECISION "X-SPRECHZETTEL-PRECISION"
#define SPZ_ICALENDAR_CERTAINTY "X-SPRECHZETTEL-CERTAINTY"

/* The time zone of all local times */
#define SPZ_ICALENDAR_ZONE "Europe/Berlin"
