/* spz-assignment-row.h: a work order from a role to a role
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_ASSIGNMENT_ROW (spz_assignment_row_get_type ())
G_DECLARE_FINAL_TYPE (SpzAssignmentRow, spz_assignment_row, SPZ, ASSIGNMENT_ROW, GtkListBoxRow)

GtkWidget     *spz_assignment_row_new            (SpzProgramme     *programme,
                                                  SpzAssignment    *assignment);
SpzAssignment *spz_assignment_row_get_assignment (SpzAssignmentRow *self);

G_END_DECLS
