/* spz-lectern-figures.h: the figures beside what is spoken
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-programme.h"
#include "spz-speech.h"

G_BEGIN_DECLS

gboolean spz_lectern_figures_fill (GtkBox              *box,
                                   SpzProgramme        *programme,
                                   const SpzSpeechStep *step,
                                   SpzDate              as_of,
                                   SpzAudience          audience);

G_END_DECLS
