/* spz-timeline-layout.h: where everything of a plan stands
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <pango/pango.h>

#include "spz-timeline-plan.h"
#include "spz-timeline-scale.h"
#include "spz-timeline-theme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_TIMELINE_LAYOUT (spz_timeline_layout_get_type ())
G_DECLARE_FINAL_TYPE (SpzTimelineLayout, spz_timeline_layout, SPZ, TIMELINE_LAYOUT, GObject)

/**
 * SpzTimelineRowType:
 * @SPZ_TIMELINE_ROW_MILESTONES: the milestones that belong to no measure
 * @SPZ_TIMELINE_ROW_GROUP: an action field's band
 * @SPZ_TIMELINE_ROW_MEASURE: a measure
 */
typedef enum
{
  SPZ_TIMELINE_ROW_MILESTONES,
  SPZ_TIMELINE_ROW_GROUP,
  SPZ_TIMELINE_ROW_MEASURE,
} SpzTimelineRowType;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} SpzRect;

/**
 * SpzTimelinePlacement:
 *
 * Where a label ended up: where it is pinned, or the first that fits, from the
 * top. After and before are meant in time. No label is ever left out: what is numbered stands in the
 * legend, and a short one's whole text belongs into a tooltip.
 */
typedef enum
{
  SPZ_TIMELINE_LABEL_INSIDE,
  SPZ_TIMELINE_LABEL_WRAPPED,
  SPZ_TIMELINE_LABEL_SHORT,
  SPZ_TIMELINE_LABEL_AFTER,
  SPZ_TIMELINE_LABEL_BEFORE,
  SPZ_TIMELINE_LABEL_NUMBERED,
} SpzTimelinePlacement;

/**
 * SpzTimelineBox:
 * @index: index of the bar or the milestone in the plan
 * @start: the first day it is drawn at, which while dragging isn't the plan's
 * @end: the last day
 * @bar: the bar, or the milestone's mark; y from the top of the row
 * @label: the label's text; y from the top of the row
 * @placement: where the label is
 * @number: its number in the legend, or 0
 * @lane: its lane
 * @shrunk: whether its text is smaller than the others'
 * @displaced: whether there was no room for the label where it is pinned
 * @sign: the sign of a conflict, in the bar; without a width if there is none,
 *   or no room for it
 * @text: (nullable): the label as it is painted
 */
typedef struct
{
  guint                 index;
  SpzDate               start;
  SpzDate               end;
  SpzRect               bar;
  SpzRect               label;
  SpzTimelinePlacement  placement;
  guint                 number;
  guint                 lane;
  gboolean              shrunk;
  gboolean              displaced;
  SpzRect               sign;
  PangoLayout          *text;
} SpzTimelineBox;

/**
 * SpzTimelineMove:
 * @bar: index of a bar, or of a milestone
 * @measure: index of the measure it is shown at; SPZ_TIMELINE_NONE for a
 *   milestone above all groups, if others are there
 * @start: the first day it is shown at
 * @end: the last day
 * @precision: how exactly they are known: how a milestone's date is written
 * @is_milestone: whether it is a milestone
 * @is_copy: whether the bar is also shown where it was
 *
 * A bar or a milestone as it would be: while it is dragged.
 */
typedef struct
{
  guint        bar;
  guint        measure;
  SpzDate      start;
  SpzDate      end;
  SpzPrecision precision;
  gboolean     is_milestone;
  gboolean     is_copy;
} SpzTimelineMove;

typedef enum
{
  SPZ_TIMELINE_HIT_NOTHING,
  SPZ_TIMELINE_HIT_GROUP,
  SPZ_TIMELINE_HIT_MEASURE,
  SPZ_TIMELINE_HIT_BAR,
  SPZ_TIMELINE_HIT_BAR_START,
  SPZ_TIMELINE_HIT_BAR_END,
  SPZ_TIMELINE_HIT_MILESTONE,
} SpzTimelineHitType;

/**
 * SpzTimelineHit:
 * @type: what is there
 * @row: the row, or %SPZ_TIMELINE_NONE
 * @index: index in the plan of the group, measure, bar or milestone hit
 * @date: the date there
 */
typedef struct
{
  SpzTimelineHitType type;
  guint              row;
  guint              index;
  SpzDate            date;
} SpzTimelineHit;

/**
 * SpzTimelineLayoutFlags:
 * @SPZ_TIMELINE_LAYOUT_WHOLE_LABELS: for paper, where nothing can be pointed at:
 *   short labels only where nothing else fits, or where they are pinned
 * @SPZ_TIMELINE_LAYOUT_MILESTONE_ROW: the row of milestones that belong to no
 *   measure is there without any, too, and has no height then: one can be
 *   dragged to it
 */
typedef enum
{
  SPZ_TIMELINE_LAYOUT_DEFAULT       = 0,
  SPZ_TIMELINE_LAYOUT_WHOLE_LABELS  = 1 << 0,
  SPZ_TIMELINE_LAYOUT_MILESTONE_ROW = 1 << 1,
} SpzTimelineLayoutFlags;

SpzTimelineLayout      *spz_timeline_layout_new                (PangoContext           *context,
                                                                SpzTimelinePlan        *plan,
                                                                SpzTimelineTheme       *theme,
                                                                SpzTimelineLayoutFlags  flags);
SpzTimelinePlan        *spz_timeline_layout_get_plan           (SpzTimelineLayout      *self);
void                    spz_timeline_layout_set_plan           (SpzTimelineLayout      *self,
                                                                SpzTimelinePlan        *plan);
SpzTimelineTheme       *spz_timeline_layout_get_theme          (SpzTimelineLayout      *self);
void                    spz_timeline_layout_set_theme          (SpzTimelineLayout      *self,
                                                                SpzTimelineTheme       *theme);
const SpzTimelineScale *spz_timeline_layout_get_scale          (SpzTimelineLayout      *self);
void                    spz_timeline_layout_set_scale          (SpzTimelineLayout      *self,
                                                                const SpzTimelineScale *scale);
gboolean                spz_timeline_layout_get_collapsed      (SpzTimelineLayout      *self,
                                                                guint                   group);
void                    spz_timeline_layout_set_collapsed      (SpzTimelineLayout      *self,
                                                                guint                   group,
                                                                gboolean                collapsed);
void                    spz_timeline_layout_set_moves          (SpzTimelineLayout      *self,
                                                                const SpzTimelineMove  *moves,
                                                                guint                   n_moves);

/* Sizes */

double                  spz_timeline_layout_get_axis_height    (SpzTimelineLayout      *self);
double                  spz_timeline_layout_measure_column     (SpzTimelineLayout      *self,
                                                                double                  max_width);
double                  spz_timeline_layout_get_column_width   (SpzTimelineLayout      *self);
void                    spz_timeline_layout_set_column_width   (SpzTimelineLayout      *self,
                                                                double                  width);
double                  spz_timeline_layout_get_width          (SpzTimelineLayout      *self);
double                  spz_timeline_layout_get_height         (SpzTimelineLayout      *self);
double                  spz_timeline_layout_get_em             (SpzTimelineLayout      *self);
double                  spz_timeline_layout_get_line_height    (SpzTimelineLayout      *self);

/* Rows */

gboolean                spz_timeline_layout_ensure             (SpzTimelineLayout      *self,
                                                                double                  y,
                                                                double                  height);
guint                   spz_timeline_layout_get_n_rows         (SpzTimelineLayout      *self);
SpzTimelineRowType      spz_timeline_layout_get_row_type       (SpzTimelineLayout      *self,
                                                                guint                   row,
                                                                guint                  *index);
guint                   spz_timeline_layout_get_group_row      (SpzTimelineLayout      *self,
                                                                guint                   group);
guint                   spz_timeline_layout_get_measure_row    (SpzTimelineLayout      *self,
                                                                guint                   measure);
guint                   spz_timeline_layout_get_row_at         (SpzTimelineLayout      *self,
                                                                double                  y);
void                    spz_timeline_layout_get_row_extents    (SpzTimelineLayout      *self,
                                                                guint                   row,
                                                                double                 *y,
                                                                double                 *height);
guint                   spz_timeline_layout_get_row_serial     (SpzTimelineLayout      *self,
                                                                guint                   row);

/* What stands in a row */

const SpzTimelineBox   *spz_timeline_layout_get_bars           (SpzTimelineLayout      *self,
                                                                guint                   row,
                                                                guint                  *n_bars);
const SpzTimelineBox   *spz_timeline_layout_get_milestones     (SpzTimelineLayout      *self,
                                                                guint                   row,
                                                                guint                  *n_milestones);
gboolean                spz_timeline_layout_get_bar_rect       (SpzTimelineLayout      *self,
                                                                guint                   bar,
                                                                SpzRect                *rect);
gboolean                spz_timeline_layout_get_milestone_rect (SpzTimelineLayout      *self,
                                                                guint                   milestone,
                                                                SpzRect                *rect);
gboolean                spz_timeline_layout_row_is_cut         (SpzTimelineLayout      *self,
                                                                guint                   row,
                                                                double                  x,
                                                                double                  width);
void                    spz_timeline_layout_hit_test           (SpzTimelineLayout      *self,
                                                                double                  x,
                                                                double                  y,
                                                                double                  left,
                                                                double                  width,
                                                                SpzTimelineHit         *hit);

G_END_DECLS
