/* spz-delivery.h: delivering a briefing
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-deliveries.h"
#include "spz-document.h"
#include "spz-pdf.h"

G_BEGIN_DECLS

/**
 * SpzDeliveryTerms:
 * @recipient: for whom it is, in words: "Ausschuss für Finanzen und Digitalisierung"
 * @audience: for whom it is composed
 * @date: the day it is spoken on; %SPZ_DATE_NONE for the meeting's
 * @supersedes: (nullable): a former delivery of the briefing that no longer counts
 *
 * To whom, when and how a briefing is delivered.
 */
typedef struct
{
  const char          *recipient;
  SpzAudience          audience;
  SpzDate              date;
  SpzDelivery         *supersedes;
} SpzDeliveryTerms;

gint64 spz_briefing_deliver        (SpzProgramme            *programme,
                                    SpzBriefing             *briefing,
                                    const SpzDeliveryTerms  *terms,
                                    GError                 **error);
void   spz_briefing_deliver_async  (SpzProgramme            *programme,
                                    SpzBriefing             *briefing,
                                    const SpzDeliveryTerms  *terms,
                                    SpzProgressFunc          progress,
                                    gpointer                 progress_data,
                                    GCancellable            *cancellable,
                                    GAsyncReadyCallback      callback,
                                    gpointer                 user_data);
gint64 spz_briefing_deliver_finish (SpzProgramme            *programme,
                                    GAsyncResult            *result,
                                    GError                 **error);

G_END_DECLS
