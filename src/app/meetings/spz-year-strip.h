/* spz-year-strip.h: the meetings of a year, month by month
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_YEAR_STRIP (spz_year_strip_get_type ())
G_DECLARE_FINAL_TYPE (SpzYearStrip, spz_year_strip, SPZ, YEAR_STRIP, GtkBox)

void spz_year_strip_set_programme (SpzYearStrip *self,
                                   SpzProgramme *programme);
void spz_year_strip_show_meeting  (SpzYearStrip *self,
                                   SpzMeeting   *meeting);
int  spz_year_strip_get_year      (SpzYearStrip *self);

G_END_DECLS
