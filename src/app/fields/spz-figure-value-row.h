/* spz-figure-value-row.h: one value of a figure
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_FIGURE_VALUE_ROW (spz_figure_value_row_get_type ())
G_DECLARE_FINAL_TYPE (SpzFigureValueRow, spz_figure_value_row, SPZ, FIGURE_VALUE_ROW, GtkListBoxRow)

GtkWidget      *spz_figure_value_row_new       (SpzProgramme      *programme,
                                                SpzFigure         *figure,
                                                SpzFigureValue    *value);
SpzFigureValue *spz_figure_value_row_get_value (SpzFigureValueRow *self);

G_END_DECLS
