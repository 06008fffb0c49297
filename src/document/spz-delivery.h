/* spz-delivery.h: delivering a briefing
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-deliveries.h"
#include "spz-document.h"
#include "spz-pages.h"

G_BEGIN_DECLS

gint64 spz_briefing_deliver (SpzProgramme        *programme,
                             SpzBriefing         *briefing,
                             const char          *recipient,
                             SpzAudience          audience,
                             const SpzPageSetup  *setup,
                             SpzDelivery         *supersedes,
                             GError             **error);

G_END_DECLS
