/* spz-archive-window.h: what was delivered
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_ARCHIVE_WINDOW (spz_archive_window_get_type ())
G_DECLARE_FINAL_TYPE (SpzArchiveWindow, spz_archive_window, SPZ, ARCHIVE_WINDOW, AdwWindow)

void         spz_archive_window_present      (GtkWindow        *parent,
                                              SpzProgramme     *programme,
                                              SpzDelivery      *delivery,
                                              const char       *query);
void         spz_archive_window_dismiss      (GtkWindow        *parent);
SpzDelivery *spz_archive_window_get_delivery (SpzArchiveWindow *self);

G_END_DECLS
