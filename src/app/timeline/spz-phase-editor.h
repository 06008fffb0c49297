/* spz-phase-editor.h: edits a phase of the plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_PHASE_EDITOR (spz_phase_editor_get_type ())
G_DECLARE_FINAL_TYPE (SpzPhaseEditor, spz_phase_editor, SPZ, PHASE_EDITOR, AdwBin)

GtkWidget *spz_phase_editor_new (SpzProgramme *programme,
                                 SpzPhase     *phase);

G_END_DECLS
