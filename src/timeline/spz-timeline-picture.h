/* spz-timeline-picture.h: the plan as a picture
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

#include "spz-timeline-plan.h"
#include "spz-timeline-sheet.h"

G_BEGIN_DECLS

/**
 * SpzTimelinePaper:
 *
 * A paper size, landscape.
 */
typedef enum
{
  SPZ_TIMELINE_PAPER_A4,
  SPZ_TIMELINE_PAPER_A3,
} SpzTimelinePaper;

void      spz_timeline_paper_get_size  (SpzTimelinePaper   paper,
                                        double            *width,
                                        double            *height);
SpzTimelineSheet *spz_timeline_picture_new_sheet (SpzTimelinePlan  *plan,
                                                  SpzTimelinePaper  paper);
GBytes   *spz_timeline_picture_to_svg  (SpzTimelinePlan   *plan,
                                        SpzTimelinePaper   paper,
                                        GError           **error);
GBytes   *spz_timeline_picture_to_png  (SpzTimelinePlan   *plan,
                                        SpzTimelinePaper   paper,
                                        double             dpi,
                                        GError           **error);

G_END_DECLS
