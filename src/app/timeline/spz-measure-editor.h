/* spz-measure-editor.h: edits a measure of the plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_MEASURE_EDITOR (spz_measure_editor_get_type ())
G_DECLARE_FINAL_TYPE (SpzMeasureEditor, spz_measure_editor, SPZ, MEASURE_EDITOR, AdwBin)

GtkWidget *spz_measure_editor_new (SpzProgramme *programme,
                                   SpzMeasure   *measure);

G_END_DECLS
