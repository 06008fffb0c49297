/* spz-bodies-window.h: the committees and other bodies that meet
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-records-window.h"

G_BEGIN_DECLS

#define SPZ_TYPE_BODIES_WINDOW (spz_bodies_window_get_type ())
G_DECLARE_FINAL_TYPE (SpzBodiesWindow, spz_bodies_window, SPZ, BODIES_WINDOW, SpzRecordsWindow)

GtkWidget *spz_bodies_window_new (SpzProgramme *programme,
                                  GtkWindow    *parent);

G_END_DECLS
