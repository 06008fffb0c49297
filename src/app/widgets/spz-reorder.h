/* spz-reorder.h: reordering a list by dragging and by the keyboard
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-programme.h"

G_BEGIN_DECLS

GtkWidget *spz_reorder_handle_new (void);
void       spz_reorder_attach     (GtkListBoxRow *row,
                                   GtkWidget     *handle,
                                   SpzProgramme  *programme,
                                   SpzRecordList *siblings,
                                   gpointer       record);

G_END_DECLS
