/* spz-point-mark.h: how a point stands to what was said last time
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-point-changes.h"
#include "spz-point-row.h"

G_BEGIN_DECLS

void       spz_point_mark_update      (SpzPointRow          *row,
                                       const SpzPointChange *change);
GtkWidget *spz_point_mark_new_details (const SpzPointChange *change);

G_END_DECLS
