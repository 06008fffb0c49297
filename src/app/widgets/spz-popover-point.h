/* spz-popover-point.h: where a popover points within what is scrolled
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void spz_popover_point_to (GtkPopover *popover,
                           GtkWidget  *widget);

G_END_DECLS
