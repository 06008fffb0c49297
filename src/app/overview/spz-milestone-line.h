/* spz-milestone-line.h: milestones ahead on a thin line
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-outlook.h"

G_BEGIN_DECLS

#define SPZ_TYPE_MILESTONE_LINE (spz_milestone_line_get_type ())
G_DECLARE_FINAL_TYPE (SpzMilestoneLine, spz_milestone_line, SPZ, MILESTONE_LINE, GtkWidget)

/* Signal "activated" (SpzRecord *milestone) */

GtkWidget *spz_milestone_line_new       (void);
void       spz_milestone_line_set_items (SpzMilestoneLine *self,
                                         GPtrArray        *items,
                                         SpzDate           today);

G_END_DECLS
