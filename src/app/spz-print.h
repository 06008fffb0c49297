/* spz-print.h: printing in the system's print dialogue
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-pages.h"
#include "spz-programme.h"

G_BEGIN_DECLS

void spz_print_pages    (GtkWindow    *parent,
                         SpzPages     *pages);
void spz_print_briefing (GtkWindow    *parent,
                         SpzProgramme *programme,
                         SpzBriefing  *briefing,
                         SpzAudience   audience,
                         SpzPageLayout layout);
void spz_print_plan     (GtkWindow    *parent,
                         SpzProgramme *programme,
                         SpzPlanVersion *version,
                         SpzAudience   audience);

/* For tests */

GtkPrintOperation *spz_print_operation_new (SpzPages *pages);

G_END_DECLS
