/* spz-deliver-window.h: checks a briefing and delivers it
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_DELIVER_WINDOW (spz_deliver_window_get_type ())
G_DECLARE_FINAL_TYPE (SpzDeliverWindow, spz_deliver_window, SPZ, DELIVER_WINDOW, AdwWindow)

GtkWindow *spz_deliver_window_new (GtkWindow    *parent,
                                   SpzProgramme *programme,
                                   SpzBriefing  *briefing,
                                   SpzAudience   audience);

G_END_DECLS
