/* spz-kind-button.h: choosing a kind's colour and hatch
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_KIND_BUTTON (spz_kind_button_get_type ())
G_DECLARE_FINAL_TYPE (SpzKindButton, spz_kind_button, SPZ, KIND_BUTTON, AdwBin)

GtkWidget *spz_kind_button_new (SpzProgramme *programme,
                                SpzPhaseKind *kind);

G_END_DECLS
