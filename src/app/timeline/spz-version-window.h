/* spz-version-window.h: the plan as it was kept in a version
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_VERSION_WINDOW (spz_version_window_get_type ())
G_DECLARE_FINAL_TYPE (SpzVersionWindow, spz_version_window, SPZ, VERSION_WINDOW, AdwWindow)

GtkWindow *spz_version_window_new (GtkWindow      *parent,
                                   SpzProgramme   *programme,
                                   SpzPlanVersion *version,
                                   GActionGroup   *actions);

G_END_DECLS
