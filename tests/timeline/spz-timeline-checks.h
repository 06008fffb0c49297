/* spz-timeline-checks.h: what holds of every plan that is laid out
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-timeline-layout.h"

void spz_timeline_check_layout (SpzTimelineLayout *layout);
