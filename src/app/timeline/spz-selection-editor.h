/* spz-selection-editor.h: edits what several entries of the plan have in common
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_SELECTION_EDITOR (spz_selection_editor_get_type ())
G_DECLARE_FINAL_TYPE (SpzSelectionEditor, spz_selection_editor, SPZ, SELECTION_EDITOR, AdwBin)

GtkWidget *spz_selection_editor_new (SpzProgramme *programme,
                                     GPtrArray    *records);

G_END_DECLS
