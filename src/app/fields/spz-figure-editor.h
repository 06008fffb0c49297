/* spz-figure-editor.h: edits a figure and its values
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_FIGURE_EDITOR (spz_figure_editor_get_type ())
G_DECLARE_FINAL_TYPE (SpzFigureEditor, spz_figure_editor, SPZ, FIGURE_EDITOR, GtkPopover)

void spz_figure_editor_set_figure (SpzFigureEditor *self,
                                   SpzProgramme    *programme,
                                   SpzFigure       *figure);

G_END_DECLS
