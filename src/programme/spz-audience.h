/* spz-audience.h: who may see what
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

/* The one place that says whom a row is for, with all it is part of. Papers
 * (see spz-composer.c) and copies to pass on (see spz-shared-copy.c) ask here. */

SpzAudience spz_record_get_audience (SpzProgramme *programme,
                                     gpointer      record);
SpzAudience spz_block_get_audience  (SpzProgramme *programme,
                                     SpzBlock     *block);

G_END_DECLS
