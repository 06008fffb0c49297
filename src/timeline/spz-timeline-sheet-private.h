/* spz-timeline-sheet-private.h: what a sheet's report reads of it
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-timeline-layout.h"
#include "spz-timeline-sheet.h"

G_BEGIN_DECLS

SpzTimelineLayout *spz_timeline_sheet_get_layout (SpzTimelineSheet  *self);
PangoLayout       *spz_timeline_sheet_new_notes  (SpzTimelineLayout *layout,
                                                  guint              first_row,
                                                  guint              end_row,
                                                  double             width);

G_END_DECLS
