/* spz-share.h: a copy of the programme to pass on
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void spz_share_ask  (GtkWindow    *parent,
                     SpzProgramme *programme);
void spz_share_copy (GtkWindow    *parent,
                     SpzProgramme *programme,
                     GFile        *file,
                     SpzAudience   audience);

G_END_DECLS
