/* spz-calendar-popover.h: a calendar to pick a day from
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-date.h"

G_BEGIN_DECLS

#define SPZ_TYPE_CALENDAR_POPOVER (spz_calendar_popover_get_type ())
G_DECLARE_FINAL_TYPE (SpzCalendarPopover, spz_calendar_popover, SPZ, CALENDAR_POPOVER, GtkPopover)

/* Signal "picked" (int date): the user picked a day; the popover closed. */

GtkWidget *spz_calendar_popover_new      (void);
void       spz_calendar_popover_set_date (SpzCalendarPopover *self,
                                          SpzDate             date);

G_END_DECLS
