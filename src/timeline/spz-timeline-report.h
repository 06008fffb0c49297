/* spz-timeline-report.h: how well a plan's labels fit on paper
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-timeline-sheet.h"

G_BEGIN_DECLS

gboolean   spz_timeline_sheet_fits   (SpzTimelineSheet *sheet);
char     **spz_timeline_sheet_report (SpzTimelineSheet *sheet);

G_END_DECLS
