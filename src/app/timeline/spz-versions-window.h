/* spz-versions-window.h: the versions of the plan, where the window is narrow
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_VERSIONS_WINDOW (spz_versions_window_get_type ())
G_DECLARE_FINAL_TYPE (SpzVersionsWindow, spz_versions_window, SPZ, VERSIONS_WINDOW, AdwWindow)

GtkWindow *spz_versions_window_new (GtkWindow    *parent,
                                    SpzProgramme *programme,
                                    GActionGroup *actions);

void       spz_versions_window_offer_undo (SpzVersionsWindow *self,
                                           SpzProgramme      *programme,
                                           const char        *text);

G_END_DECLS
