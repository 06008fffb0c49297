/* spz-agenda-row.h: an item of a meeting's agenda
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_AGENDA_ROW (spz_agenda_row_get_type ())
G_DECLARE_FINAL_TYPE (SpzAgendaRow, spz_agenda_row, SPZ, AGENDA_ROW, GtkListBoxRow)

GtkWidget     *spz_agenda_row_new      (SpzProgramme  *programme,
                                        SpzAgendaItem *item);
SpzAgendaItem *spz_agenda_row_get_item (SpzAgendaRow  *self);

G_END_DECLS
