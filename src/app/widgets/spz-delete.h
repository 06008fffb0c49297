/* spz-delete.h: taking a record away
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-programme.h"

G_BEGIN_DECLS

gboolean spz_delete_record (GtkWidget    *widget,
                            SpzProgramme *programme,
                            gpointer      record);

G_END_DECLS
