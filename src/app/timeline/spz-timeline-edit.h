/* spz-timeline-edit.h: what can be done to a plan, in named steps
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-programme.h"
#include "spz-timeline-span.h"

G_BEGIN_DECLS

/**
 * SpzTimelineEdit:
 * @record: (unowned): a phase or a milestone
 * @measure: the id of the measure it is to belong to
 * @span: when it is to be
 */
typedef struct
{
  SpzRecord       *record;
  gint64           measure;
  SpzTimelineSpan  span;
} SpzTimelineEdit;

gboolean spz_timeline_edit_apply         (SpzProgramme           *programme,
                                          const SpzTimelineEdit  *edits,
                                          guint                   n_edits,
                                          SpzTimelineGrip         grip,
                                          GError                **error);
gboolean spz_timeline_edit_remove        (SpzProgramme           *programme,
                                          GPtrArray              *records,
                                          GError                **error);
gint64   spz_timeline_edit_add_phase     (SpzProgramme           *programme,
                                          gint64                  measure,
                                          const SpzTimelineSpan  *span,
                                          GError                **error);
gint64   spz_timeline_edit_add_milestone (SpzProgramme           *programme,
                                          gint64                  measure,
                                          SpzDate                 date,
                                          GError                **error);
gint64   spz_timeline_edit_add_measure   (SpzProgramme           *programme,
                                          gint64                  action_field,
                                          GError                **error);

G_END_DECLS
