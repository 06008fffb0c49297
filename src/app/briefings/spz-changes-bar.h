/* spz-changes-bar.h: what changed in a briefing since the last one was spoken
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-point-changes.h"

G_BEGIN_DECLS

#define SPZ_TYPE_CHANGES_BAR (spz_changes_bar_get_type ())
G_DECLARE_FINAL_TYPE (SpzChangesBar, spz_changes_bar, SPZ, CHANGES_BAR, AdwBin)

/* "3 new, 5 changed, 2 dropped since 8 February 2021", and the points in a
 * list. It activates "briefing.show-point" and "briefing.take-up", with the
 * point's id. */

void spz_changes_bar_set_changes (SpzChangesBar   *self,
                                  SpzPointChanges *changes);
gboolean spz_changes_bar_get_only_changed    (SpzChangesBar *self);
void     spz_changes_bar_toggle_only_changed (SpzChangesBar *self);

G_END_DECLS
