/* spz-field-row.h: an action field in the list
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_FIELD_ROW (spz_field_row_get_type ())
G_DECLARE_FINAL_TYPE (SpzFieldRow, spz_field_row, SPZ, FIELD_ROW, GtkListBoxRow)

GtkWidget      *spz_field_row_new        (SpzProgramme   *programme,
                                          SpzActionField *field);
SpzActionField *spz_field_row_get_field  (SpzFieldRow    *self);

G_END_DECLS
