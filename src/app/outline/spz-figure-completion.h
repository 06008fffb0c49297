/* spz-figure-completion.h: figures to be mentioned in a text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_FIGURE_COMPLETION (spz_figure_completion_get_type ())
G_DECLARE_FINAL_TYPE (SpzFigureCompletion, spz_figure_completion, SPZ, FIGURE_COMPLETION, GtkPopover)

GtkWidget *spz_figure_completion_new           (void);
void       spz_figure_completion_set_programme (SpzFigureCompletion *self,
                                                SpzProgramme        *programme);
void       spz_figure_completion_set_text      (SpzFigureCompletion *self,
                                                GtkTextView         *text);

G_END_DECLS
