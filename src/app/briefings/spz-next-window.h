/* spz-next-window.h: asks for which meeting the next briefing is
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_NEXT_WINDOW (spz_next_window_get_type ())
G_DECLARE_FINAL_TYPE (SpzNextWindow, spz_next_window, SPZ, NEXT_WINDOW, AdwWindow)

/* Signal "made" (gint64 id): the briefing of that id was made. */

GtkWindow *spz_next_window_new (GtkWindow    *parent,
                                SpzProgramme *programme,
                                SpzBriefing  *predecessor);

G_END_DECLS
