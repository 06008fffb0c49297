/* spz-deliveries.h: briefings as they were spoken
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

/* A delivery never changes. What composes one is spz_briefing_deliver(), in
 * src/document; here its rows are written, guarded and read. */

/**
 * SpzDeliveryText:
 * @point: the id of the point that was spoken, or 0
 * @heading: what it stood under, plain
 * @level: the depth of the point, from 1
 * @style: how it was marked
 * @title: the words, inline Markdown
 * @audience: the narrowest audience of the line and all it stands under
 *
 * A line that is to be kept.
 */
typedef struct
{
  gint64         point;
  char          *heading;
  int            level;
  SpzPointStyle  style;
  char          *title;
  SpzAudience    audience;
} SpzDeliveryText;

/**
 * SpzDeliveryDraft:
 * @at: when, ISO 8601 with its offset from UTC
 * @date: the day it is spoken on; %SPZ_DATE_NONE for the meeting's
 * @recipient: for whom, in words
 * @audience: for whom it was composed
 * @document: the paper as Markdown
 * @pdf: the paper as PDF
 * @texts: (element-type SpzDeliveryText): its lines
 * @supersedes: (nullable): the delivery that no longer counts
 *
 * What is to be kept of a briefing.
 */
typedef struct
{
  const char  *at;
  SpzDate      date;
  const char  *recipient;
  SpzAudience  audience;
  const char  *document;
  GBytes      *pdf;
  GPtrArray   *texts;
  SpzDelivery *supersedes;
} SpzDeliveryDraft;

/**
 * SpzDeliveryHit:
 * @delivery: (unowned): the delivery
 * @line: (unowned): its line that was found
 * @superseded: whether the delivery was superseded by another one
 */
typedef struct
{
  SpzDelivery     *delivery;
  SpzDeliveryLine *line;
  gboolean         superseded;
} SpzDeliveryHit;

void         spz_delivery_text_free        (SpzDeliveryText         *self);

gint64       spz_delivery_add              (SpzProgramme            *programme,
                                            SpzBriefing             *briefing,
                                            const SpzDeliveryDraft  *draft,
                                            GError                 **error);

gboolean     spz_briefing_is_delivered     (SpzProgramme            *programme,
                                            SpzBriefing             *briefing);
SpzDelivery *spz_briefing_get_delivery     (SpzProgramme            *programme,
                                            SpzBriefing             *briefing);
SpzDelivery *spz_briefing_get_delivery_for (SpzProgramme            *programme,
                                            SpzBriefing             *briefing,
                                            SpzAudience              audience);
SpzDelivery *spz_briefing_get_last_delivery (SpzProgramme           *programme,
                                            SpzBriefing             *briefing);

SpzDelivery *spz_deliveries_get_last       (SpzProgramme            *programme,
                                            SpzDate                  as_of);

gboolean     spz_delivery_is_superseded    (SpzProgramme            *programme,
                                            SpzDelivery             *delivery);
SpzDate      spz_delivery_get_date         (SpzDelivery             *delivery);
char        *spz_delivery_describe         (SpzDelivery             *delivery);
gboolean     spz_delivery_check            (SpzProgramme            *programme,
                                            SpzDelivery             *delivery,
                                            GError                 **error);

GArray      *spz_deliveries_search         (SpzProgramme            *programme,
                                            const char              *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzDeliveryText, spz_delivery_text_free)

G_END_DECLS
