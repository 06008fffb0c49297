/* spz-measure-row.h: a measure and its phases in a row
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_MEASURE_ROW (spz_measure_row_get_type ())
G_DECLARE_FINAL_TYPE (SpzMeasureRow, spz_measure_row, SPZ, MEASURE_ROW, GtkListBoxRow)

GtkWidget  *spz_measure_row_new         (SpzProgramme  *programme,
                                         SpzMeasure    *measure);
SpzMeasure *spz_measure_row_get_measure (SpzMeasureRow *self);

G_END_DECLS
