/* spz-figure-mentions.h: the texts that mention a figure
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_FIGURE_MENTIONS (spz_figure_mentions_get_type ())
G_DECLARE_FINAL_TYPE (SpzFigureMentions, spz_figure_mentions, SPZ, FIGURE_MENTIONS, AdwBin)

void spz_figure_mentions_set_figure (SpzFigureMentions *self,
                                     SpzProgramme      *programme,
                                     SpzFigure         *figure);

G_END_DECLS
