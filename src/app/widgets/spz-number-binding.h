/* spz-number-binding.h: an entry that edits a record's whole number
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-programme.h"

G_BEGIN_DECLS

void     spz_number_bind       (GtkEntry     *entry,
                                SpzProgramme *programme,
                                gpointer      record,
                                const char   *property,
                                gint64        maximum);
gboolean spz_entry_set_problem (GtkEditable  *entry,
                                const char   *problem);

G_END_DECLS
