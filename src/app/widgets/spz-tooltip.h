/* spz-tooltip.h: tooltips that follow what they tell about
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void spz_tooltip_set (GtkWidget  *widget,
                      const char *text);

G_END_DECLS
