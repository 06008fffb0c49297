/* spz-point-drag.h: moving points by the pointer
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-point-row.h"

G_BEGIN_DECLS

void spz_point_drag_attach (SpzPointRow  *row,
                            GtkWidget    *handle,
                            SpzProgramme *programme);

G_END_DECLS
