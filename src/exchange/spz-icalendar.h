/* spz-icalendar.h: a calendar as iCalendar
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-calendar.h"

G_BEGIN_DECLS

GBytes *spz_icalendar_render (const SpzCalendar *calendar);

G_END_DECLS
