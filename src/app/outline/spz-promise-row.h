/* spz-promise-row.h: one promise, and whether it still holds
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_PROMISE_ROW (spz_promise_row_get_type ())
G_DECLARE_FINAL_TYPE (SpzPromiseRow, spz_promise_row, SPZ, PROMISE_ROW, AdwExpanderRow)

GtkWidget *spz_promise_row_new  (SpzProgramme  *programme,
                                 SpzPromise    *promise);
void       spz_promise_row_edit (SpzPromiseRow *self);

G_END_DECLS
