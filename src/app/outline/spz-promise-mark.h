/* spz-promise-mark.h: whether a point's promises hold, as a small button
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_PROMISE_MARK (spz_promise_mark_get_type ())
G_DECLARE_FINAL_TYPE (SpzPromiseMark, spz_promise_mark, SPZ, PROMISE_MARK, AdwBin)

GtkWidget *spz_promise_mark_new (SpzProgramme *programme,
                                 SpzPoint     *point);

G_END_DECLS
