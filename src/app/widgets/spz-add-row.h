/* spz-add-row.h: a row at a list's end to add one more
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SPZ_TYPE_ADD_ROW (spz_add_row_get_type ())
G_DECLARE_FINAL_TYPE (SpzAddRow, spz_add_row, SPZ, ADD_ROW, AdwEntryRow)

/* The row's title says what is added: "New Task". Signal "add" (const char
 * *text): the user wrote something and pressed Return; the row is empty again
 * and keeps the focus, for the next one. */

GtkWidget *spz_add_row_new (const char *title);

G_END_DECLS
