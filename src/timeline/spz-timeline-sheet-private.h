/* spz-timeline-sheet-private.h: what the parts of a sheet share
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-timeline-layout.h"
#include "spz-timeline-sheet.h"

G_BEGIN_DECLS

/* The rows of a page, and the band of the group that goes on in them from the
 * page before, or SPZ_TIMELINE_NONE */
typedef struct
{
  guint first_row;
  guint end_row;
  guint group_row;
} SpzTimelineSheetPage;

struct _SpzTimelineSheet
{
  GObject                parent_instance;

  /* Owned */
  SpzTimelinePlan       *plan;
  SpzTimelineTheme      *theme;
  PangoContext          *context;
  SpzTimelineLayout     *layout;
  GArray                *pages;
  GArray                *remarks;
  guint8                *more_lines; /* by row; NULL: nowhere */
  PangoLayout           *notes;      /* of noted, as they were asked for last */

  SpzTimelineSheetPage   noted;

  double                 width;
  double                 height;
  double                 font_size;
  int                    max_lines;
  double                 legend_height;
  gboolean               slim;       /* without the dates of ghosts */
  SpzTimelineSheetFlags  flags;
};

SpzTimelineLayout *spz_timeline_sheet_get_layout       (SpzTimelineSheet           *self);
PangoLayout       *spz_timeline_sheet_new_notes        (SpzTimelineLayout          *layout,
                                                        guint                       first_row,
                                                        guint                       end_row,
                                                        double                      width);
void               spz_timeline_sheet_forget_notes     (SpzTimelineSheet           *self);
double             spz_timeline_sheet_get_title_height (SpzTimelineSheet           *self);
double             spz_timeline_sheet_get_foot_height  (SpzTimelineSheet           *self,
                                                        const SpzTimelineSheetPage *page);
double             spz_timeline_sheet_get_band_height  (SpzTimelineSheet           *self,
                                                        const SpzTimelineSheetPage *page);
void               spz_timeline_sheet_make_pages       (SpzTimelineSheet           *self);

G_END_DECLS
