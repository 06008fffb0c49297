/* spz-delivered-view.h: a briefing as it was spoken
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_DELIVERED_VIEW (spz_delivered_view_get_type ())
G_DECLARE_FINAL_TYPE (SpzDeliveredView, spz_delivered_view, SPZ, DELIVERED_VIEW, AdwBin)

void spz_delivered_view_set_delivery (SpzDeliveredView *self,
                                      SpzProgramme     *programme,
                                      SpzDelivery      *delivery);
void spz_delivered_view_start        (SpzDeliveredView *self);

G_END_DECLS
