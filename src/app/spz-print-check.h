/* spz-print-check.h: telling before printing how labels fit
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-pages.h"
#include "spz-programme.h"
#include "spz-timeline-picture.h"

G_BEGIN_DECLS

SpzPages  *spz_print_check_lay_out  (SpzProgramme     *programme,
                                     SpzPlanVersion   *version,
                                     SpzAudience       audience,
                                     SpzTimelinePaper  paper);
gboolean   spz_print_check_fits     (SpzPages         *pages);
GtkWidget *spz_print_check_new_plan (GtkWindow        *parent,
                                     SpzProgramme     *programme,
                                     SpzPlanVersion   *version,
                                     SpzAudience       audience);

G_END_DECLS
