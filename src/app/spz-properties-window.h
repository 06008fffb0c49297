/* spz-properties-window.h: what the programme as a whole is
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_PROPERTIES_WINDOW (spz_properties_window_get_type ())
G_DECLARE_FINAL_TYPE (SpzPropertiesWindow, spz_properties_window, SPZ, PROPERTIES_WINDOW, AdwPreferencesWindow)

GtkWindow *spz_properties_window_new (GtkWindow    *parent,
                                      SpzProgramme *programme);

G_END_DECLS
