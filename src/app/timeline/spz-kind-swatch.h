/* spz-kind-swatch.h: a sample of a kind of phase
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-records.h"

G_BEGIN_DECLS

#define SPZ_TYPE_KIND_SWATCH (spz_kind_swatch_get_type ())
G_DECLARE_FINAL_TYPE (SpzKindSwatch, spz_kind_swatch, SPZ, KIND_SWATCH, GtkWidget)

/* In place of a hue or a pattern: the kind's own */
#define SPZ_KIND_SWATCH_OWN (-1)

GtkWidget *spz_kind_swatch_new (SpzPhaseKind *kind,
                                int           colour,
                                int           hatch);

G_END_DECLS
