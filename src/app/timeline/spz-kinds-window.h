/* spz-kinds-window.h: the kinds of phases
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-records-window.h"

G_BEGIN_DECLS

#define SPZ_TYPE_KINDS_WINDOW (spz_kinds_window_get_type ())
G_DECLARE_FINAL_TYPE (SpzKindsWindow, spz_kinds_window, SPZ, KINDS_WINDOW, SpzRecordsWindow)

GtkWidget *spz_kinds_window_new (SpzProgramme *programme,
                                 GtkWindow    *parent);

G_END_DECLS
