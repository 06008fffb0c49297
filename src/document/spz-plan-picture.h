/* spz-plan-picture.h: the plan of a paper as a picture
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-document.h"
#include "spz-timeline-picture.h"

G_BEGIN_DECLS

SpzTimelineSheet *spz_plan_picture_new_sheet (SpzDocument       *document,
                                              SpzTimelinePaper   paper);
GBytes           *spz_plan_picture_to_svg    (SpzDocument       *document,
                                              SpzTimelinePaper   paper,
                                              GError           **error);
GBytes           *spz_plan_picture_to_png    (SpzDocument       *document,
                                              SpzTimelinePaper   paper,
                                              double             dpi,
                                              GError           **error);

G_END_DECLS
