/* spz-phase-chooser.h: choosing one of the plan's phases
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_PHASE_CHOOSER (spz_phase_chooser_get_type ())
G_DECLARE_FINAL_TYPE (SpzPhaseChooser, spz_phase_chooser, SPZ, PHASE_CHOOSER, GtkPopover)

/* Signal "chosen" (SpzPhase). */

GtkWidget *spz_phase_chooser_new (SpzProgramme *programme,
                                  SpzPhase     *except);

G_END_DECLS
