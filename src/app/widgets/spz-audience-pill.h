/* spz-audience-pill.h: whom something is for, where that is not everybody
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-types.h"

G_BEGIN_DECLS

void spz_audience_pill_show (GtkLabel    *label,
                             SpzAudience  audience);

G_END_DECLS
