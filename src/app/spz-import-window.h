/* spz-import-window.h: what an import would make
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_IMPORT_WINDOW (spz_import_window_get_type ())
G_DECLARE_FINAL_TYPE (SpzImportWindow, spz_import_window, SPZ, IMPORT_WINDOW, AdwWindow)

GtkWindow *spz_import_window_new (GtkWindow    *parent,
                                  SpzProgramme *programme,
                                  GPtrArray    *sources);

G_END_DECLS
