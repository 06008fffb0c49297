/* spz-freeze-window.h: asks for what a version of the plan is called
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_FREEZE_WINDOW (spz_freeze_window_get_type ())
G_DECLARE_FINAL_TYPE (SpzFreezeWindow, spz_freeze_window, SPZ, FREEZE_WINDOW, AdwWindow)

GtkWindow *spz_freeze_window_new (GtkWindow    *parent,
                                  SpzProgramme *programme);
GtkWindow *spz_freeze_window_new_for_version (GtkWindow      *parent,
                                              SpzProgramme   *programme,
                                              SpzPlanVersion *version);

G_END_DECLS
