/* spz-role-card.h: a role and its tasks
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_ROLE_CARD (spz_role_card_get_type ())
G_DECLARE_FINAL_TYPE (SpzRoleCard, spz_role_card, SPZ, ROLE_CARD, GtkListBoxRow)

GtkWidget *spz_role_card_new         (SpzProgramme *programme,
                                      SpzRole      *role);
SpzRole   *spz_role_card_get_role    (SpzRoleCard  *self);
void       spz_role_card_focus_title (SpzRoleCard  *self);
gboolean   spz_role_card_focus_task  (SpzRoleCard  *self,
                                      SpzTask      *task);

G_END_DECLS
