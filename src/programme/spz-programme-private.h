/* spz-programme-private.h: an open programme, from within
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"
#include "spz-table-private.h"

G_BEGIN_DECLS

SpzStore *spz_programme_get_store (SpzProgramme  *self);
SpzTable *spz_programme_get_table (SpzProgramme  *self,
                                   GType          type);

/* spz-checks.c */
gboolean  spz_check_values        (SpzProgramme  *self,
                                   GType          type,
                                   SpzRecord     *record,
                                   const char *const *columns,
                                   const GValue  *values,
                                   GError       **error);
gboolean  spz_check_delivered     (SpzProgramme  *self,
                                   GType          type,
                                   SpzRecord     *record,
                                   const char *const *columns,
                                   const GValue  *values,
                                   GError       **error);

G_END_DECLS
