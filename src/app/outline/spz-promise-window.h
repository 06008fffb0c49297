/* spz-promise-window.h: what a point promises
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_PROMISE_WINDOW (spz_promise_window_get_type ())
G_DECLARE_FINAL_TYPE (SpzPromiseWindow, spz_promise_window, SPZ, PROMISE_WINDOW, AdwWindow)

GtkWindow *spz_promise_window_new (GtkWindow    *parent,
                                   SpzProgramme *programme,
                                   SpzPoint     *point);

G_END_DECLS
