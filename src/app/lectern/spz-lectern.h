/* spz-lectern.h: the screen a briefing is spoken from
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_LECTERN (spz_lectern_get_type ())
G_DECLARE_FINAL_TYPE (SpzLectern, spz_lectern, SPZ, LECTERN, AdwWindow)

SpzLectern *spz_lectern_new      (GtkWindow    *parent,
                                  SpzProgramme *programme,
                                  SpzBriefing  *briefing,
                                  SpzAudience   audience);
guint       spz_lectern_get_step (SpzLectern   *self);

G_END_DECLS
