/* spz-role-chart.h: who reports to whom, drawn
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_ROLE_CHART (spz_role_chart_get_type ())
G_DECLARE_FINAL_TYPE (SpzRoleChart, spz_role_chart, SPZ, ROLE_CHART, GtkWidget)

/* Signal "open" (SpzRole *role): the user wants to see a role. */

void spz_role_chart_set_programme (SpzRoleChart *self,
                                   SpzProgramme *programme);

G_END_DECLS
