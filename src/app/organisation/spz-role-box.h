/* spz-role-box.h: a role in the chart
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_ROLE_BOX (spz_role_box_get_type ())
G_DECLARE_FINAL_TYPE (SpzRoleBox, spz_role_box, SPZ, ROLE_BOX, GtkButton)

GtkWidget *spz_role_box_new      (SpzProgramme *programme,
                                  SpzRole      *role);
SpzRole   *spz_role_box_get_role (SpzRoleBox   *self);

G_END_DECLS
