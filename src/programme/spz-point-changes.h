/* spz-point-changes.h: what became of what was said last time
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"

G_BEGIN_DECLS

/**
 * SpzPointMark:
 * @SPZ_POINT_UNCHANGED: it is said as it was
 * @SPZ_POINT_NEW: it was not said
 * @SPZ_POINT_CHANGED: it is said otherwise
 * @SPZ_POINT_DROPPED: it was said, and is not any more
 *
 * How a point stands to the last delivery.
 */
typedef enum
{
  SPZ_POINT_UNCHANGED,
  SPZ_POINT_NEW,
  SPZ_POINT_CHANGED,
  SPZ_POINT_DROPPED,
} SpzPointMark;

/**
 * SpzPointChange:
 * @mark: how it stands to the last delivery
 * @point: the point's id; of a dropped one the number it was spoken under
 * @block: the block that shows it, or 0 if it was dropped
 * @text: (nullable): what is said now, plain, figures put in; %NULL if dropped
 * @before: (nullable): what was said then, plain; %NULL if it is new
 * @heading: what it stands under, or stood under if it was dropped, plain
 * @audience: who may see the present text; of a dropped one the former text
 * @before_audience: who may see the former text
 * @since: since when it is there, or %SPZ_DATE_NONE
 * @last_spoken: when it was said last, or %SPZ_DATE_NONE
 *
 * A point of a briefing, or one that it dropped.
 */
typedef struct
{
  SpzPointMark  mark;
  gint64        point;
  gint64        block;
  char         *text;
  char         *before;
  char         *heading;
  SpzAudience   audience;
  SpzAudience   before_audience;
  SpzDate       since;
  SpzDate       last_spoken;
} SpzPointChange;

/**
 * SpzPointChanges:
 *
 * The points of a briefing beside those of the last delivery, as they are when
 * this is made: it does not follow changes.
 */
typedef struct _SpzPointChanges SpzPointChanges;

SpzPointChanges      *spz_point_changes_new          (SpzProgramme    *programme,
                                                      SpzBriefing     *briefing);
void                  spz_point_changes_free         (SpzPointChanges *self);

SpzDelivery          *spz_point_changes_get_delivery (SpzPointChanges *self);
GPtrArray            *spz_point_changes_get_all      (SpzPointChanges *self);
const SpzPointChange *spz_point_changes_lookup       (SpzPointChanges *self,
                                                      gint64           point);
guint                 spz_point_changes_count        (SpzPointChanges *self,
                                                      SpzPointMark     mark);

const char           *spz_point_mark_get_label       (SpzPointMark     mark);

gboolean              spz_point_change_take_up       (SpzProgramme    *programme,
                                                      SpzBriefing     *briefing,
                                                      SpzDelivery     *delivery,
                                                      gint64           point,
                                                      GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzPointChanges, spz_point_changes_free)

G_END_DECLS
