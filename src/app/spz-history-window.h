/* spz-history-window.h: what was done, when, by whom
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_HISTORY_WINDOW (spz_history_window_get_type ())
G_DECLARE_FINAL_TYPE (SpzHistoryWindow, spz_history_window, SPZ, HISTORY_WINDOW, AdwWindow)

GtkWindow *spz_history_window_new (GtkWindow    *parent,
                                   SpzProgramme *programme);
char      *spz_history_dup_when   (const char   *at);

G_END_DECLS
