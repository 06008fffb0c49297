/* spz-changes-window.h: what changed since a version of the plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_CHANGES_WINDOW (spz_changes_window_get_type ())
G_DECLARE_FINAL_TYPE (SpzChangesWindow, spz_changes_window, SPZ, CHANGES_WINDOW, AdwWindow)

/* Signal "activated" (SpzRecord *record): the user chose a change, of what is
 * still in the plan. */

GtkWindow *spz_changes_window_new (GtkWindow      *parent,
                                   SpzProgramme   *programme,
                                   SpzPlanVersion *version);

G_END_DECLS
