/* spz-line-spelling.h: the spelling of a line
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _SpzLineSpelling SpzLineSpelling;

SpzLineSpelling *spz_line_spelling_new      (GtkTextView     *view);
void             spz_line_spelling_free     (SpzLineSpelling *self);
void             spz_line_spelling_queue    (SpzLineSpelling *self);
GMenuModel      *spz_line_spelling_get_suggestions (SpzLineSpelling *self);
void             spz_line_spelling_point_at (SpzLineSpelling *self,
                                             int              offset);

/* What the menu's entries do */

void             spz_line_spelling_select   (SpzLineSpelling *self);
void             spz_line_spelling_learn    (SpzLineSpelling *self);
void             spz_line_spelling_ignore   (SpzLineSpelling *self);

G_END_DECLS
