/* spz-figure-chart.h: a figure's values as a small line
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_FIGURE_CHART (spz_figure_chart_get_type ())
G_DECLARE_FINAL_TYPE (SpzFigureChart, spz_figure_chart, SPZ, FIGURE_CHART, GtkWidget)

void spz_figure_chart_set_values (SpzFigureChart *self,
                                  GListModel     *values);

G_END_DECLS
