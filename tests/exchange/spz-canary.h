/* spz-canary.h: programmes made at random, of which some words are for few
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

/* In every text of a row that is for the committee or for the office alone */
#define SPZ_CANARY_COMMITTEE "xqzcom"
#define SPZ_CANARY_INTERNAL "xqzint"

/* In what was deleted, or written otherwise later */
#define SPZ_CANARY_DELETED SPZ_CANARY_INTERNAL " deleted"

/* The value of every figure that is for the office alone */
#define SPZ_CANARY_NUMBER 7311337

SpzProgramme *spz_canary_programme_new (const char  *folder,
                                        guint        seed);
GBytes       *spz_canary_logo_new      (void);
char         *spz_canary_find          (GBytes      *bytes,
                                        SpzAudience  audience);

G_END_DECLS
