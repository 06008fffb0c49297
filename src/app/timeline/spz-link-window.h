/* spz-link-window.h: chooses the phase that another one is linked to
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_LINK_WINDOW (spz_link_window_get_type ())
G_DECLARE_FINAL_TYPE (SpzLinkWindow, spz_link_window, SPZ, LINK_WINDOW, AdwWindow)

GtkWindow *spz_link_window_new (GtkWindow    *parent,
                                SpzProgramme *programme,
                                SpzPhase     *phase,
                                gboolean      followers);

G_END_DECLS
