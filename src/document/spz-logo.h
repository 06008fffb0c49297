/* spz-logo.h: the picture at the head of a paper
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <cairo.h>
#include <glib.h>

#include "spz-programme.h"

G_BEGIN_DECLS

GBytes          *spz_logo_read     (GBytes          *file,
                                    GError         **error);
cairo_surface_t *spz_logo_decode   (GBytes          *logo);
void             spz_logo_get_size (cairo_surface_t *picture,
                                    double          *width,
                                    double          *height);
gboolean         spz_logo_set      (SpzProgramme    *programme,
                                    GBytes          *logo,
                                    GError         **error);

G_END_DECLS
