/* spz-figure-card.h: a key figure as a small card
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_FIGURE_CARD (spz_figure_card_get_type ())
G_DECLARE_FINAL_TYPE (SpzFigureCard, spz_figure_card, SPZ, FIGURE_CARD, GtkFlowBoxChild)

GtkWidget *spz_figure_card_new        (SpzProgramme  *programme,
                                       SpzFigure     *figure);
SpzFigure *spz_figure_card_get_figure (SpzFigureCard *self);
void       spz_figure_card_edit       (SpzFigureCard *self);

G_END_DECLS
