/* spz-text-binding.h: a text on the screen that edits a record's
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-programme.h"

G_BEGIN_DECLS

void     spz_text_bind   (GtkWidget    *widget,
                          SpzProgramme *programme,
                          gpointer      record,
                          const char   *property);
void     spz_text_unbind (GtkWidget    *widget);
gboolean spz_text_commit (GtkWidget    *widget);

G_END_DECLS
