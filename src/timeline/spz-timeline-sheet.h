/* spz-timeline-sheet.h: the plan on paper
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <cairo.h>

#include "spz-timeline-plan.h"
#include "spz-timeline-theme.h"

G_BEGIN_DECLS

#define SPZ_TYPE_TIMELINE_SHEET (spz_timeline_sheet_get_type ())
G_DECLARE_FINAL_TYPE (SpzTimelineSheet, spz_timeline_sheet, SPZ, TIMELINE_SHEET, GObject)

/* No text on paper is smaller than this, in points. */
#define SPZ_TIMELINE_MIN_FONT_SIZE 6.5

/**
 * SpzTimelineSheetFlags:
 * @SPZ_TIMELINE_SHEET_TITLE: with the plan's title above it
 */
typedef enum
{
  SPZ_TIMELINE_SHEET_PLAIN = 0,
  SPZ_TIMELINE_SHEET_TITLE = 1 << 0,
} SpzTimelineSheetFlags;

/**
 * SpzTimelineRemarkType:
 * @SPZ_TIMELINE_REMARK_DISPLACED: there is no room for the label where it is
 *   pinned; another remark may tell what became of it
 * @SPZ_TIMELINE_REMARK_NUMBERED: the label stands in the legend, under a number
 * @SPZ_TIMELINE_REMARK_SHORT: the label stands in the legend, the short one at the
 *   bar
 * @SPZ_TIMELINE_REMARK_SHRUNK: the label is smaller than the others
 * @SPZ_TIMELINE_REMARK_MOVED: the label stands beside its bar or away from its mark
 */
typedef enum
{
  SPZ_TIMELINE_REMARK_DISPLACED,
  SPZ_TIMELINE_REMARK_NUMBERED,
  SPZ_TIMELINE_REMARK_SHORT,
  SPZ_TIMELINE_REMARK_SHRUNK,
  SPZ_TIMELINE_REMARK_MOVED,
} SpzTimelineRemarkType;

/**
 * SpzTimelineRemark:
 * @type: what happened to the label
 * @bar: index of the bar, or %SPZ_TIMELINE_NONE
 * @milestone: index of the milestone, or %SPZ_TIMELINE_NONE
 *
 * What a print check tells about a label.
 */
typedef struct
{
  SpzTimelineRemarkType type;
  guint                 bar;
  guint                 milestone;
} SpzTimelineRemark;

SpzTimelineSheet        *spz_timeline_sheet_new           (SpzTimelinePlan       *plan,
                                                           SpzTimelineTheme      *theme,
                                                           double                 width,
                                                           double                 height,
                                                           SpzTimelineSheetFlags  flags);
guint                    spz_timeline_sheet_get_n_pages   (SpzTimelineSheet      *self);
gboolean                 spz_timeline_sheet_get_cuts_group (SpzTimelineSheet     *self);
double                   spz_timeline_sheet_get_font_size (SpzTimelineSheet      *self);
const SpzTimelineRemark *spz_timeline_sheet_get_remarks   (SpzTimelineSheet      *self,
                                                           guint                 *n_remarks);
void                     spz_timeline_sheet_paint         (SpzTimelineSheet      *self,
                                                           cairo_t               *cr,
                                                           guint                  page);

G_END_DECLS
