/* spz-plan-order.h: the order of rows and groups in a plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

gboolean spz_measure_move      (SpzProgramme    *programme,
                                SpzMeasure      *measure,
                                gint64           action_field,
                                SpzMeasure      *before,
                                GError         **error);
gboolean spz_action_field_move (SpzProgramme    *programme,
                                SpzActionField  *action_field,
                                SpzActionField  *before,
                                GError         **error);

G_END_DECLS
