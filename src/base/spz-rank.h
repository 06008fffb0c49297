/* spz-rank.h: fractional positions
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A rank is a text that sorts by strcmp() and leaves room for another one
 * between any two, so that moving a row writes that row alone. */

char *spz_rank_between (const char *before,
                        const char *after);
char *spz_rank_nth     (guint       index);

G_END_DECLS
