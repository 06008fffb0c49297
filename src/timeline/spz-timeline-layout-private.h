/* spz-timeline-layout-private.h: what layout, rows and painter share
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-timeline-heights-private.h"
#include "spz-timeline-layout.h"

G_BEGIN_DECLS

/* On so many lines a label is broken at the most. */
#define SPZ_TIMELINE_MAX_LINES 3

/**
 * SpzTimelineMetrics:
 * @em: the size of the text
 * @line: the height of a line of it
 * @leading: that height, as a factor of the face's own
 * @pad_x: between a label and its bar's ends, at least
 * @pad_y: between a label and its bar's upper edge
 * @band: the height of the band that carries the hatch
 * @gap: between lanes, and between a bar and a label beside it
 * @row_pad: above and below what stands in a row
 * @column_pad: on both sides of a row's title
 * @radius: of a bar's corners
 * @mark: the size of a milestone's mark
 * @hair: the width of a fine line
 *
 * Lengths that follow from the font, in pixels or points.
 */
typedef struct
{
  double em;
  double line;
  double leading;
  double pad_x;
  double pad_y;
  double band;
  double gap;
  double row_pad;
  double column_pad;
  double radius;
  double mark;
  double hair;
} SpzTimelineMetrics;

/* How far what stands in a row reaches along time: up to and with a box, and
 * from it on. Both only grow, which makes the lookup a binary search. */
typedef struct
{
  double until;
  double from;
} SpzTimelineReach;

typedef struct
{
  SpzTimelineRowType  type;
  guint               index;
  guint               generation; /* 0: to be laid out anew */
  guint               laid_out;   /* the generation it was laid out in last */
  guint               serial;
  int                 more_lines; /* than other rows' labels may have */

  /* Owned */
  GArray             *bars;
  GArray             *milestones;
  GArray             *ghosts;
  GArray             *reaches;
  PangoLayout        *title;
} SpzTimelineRow;

struct _SpzTimelineLayout
{
  GObject                 parent_instance;

  /* Owned */
  PangoContext           *context;
  SpzTimelinePlan        *plan;
  SpzTimelineTheme       *theme;
  PangoFontDescription   *font;
  SpzTimelineRow         *rows;
  guint                  *measure_rows;
  float                  *widths;
  GArray                 *moves;
  GHashTable             *collapsed;
  GHashTable             *numbers;
  GArray                 *live;

  SpzTimelineHeights      heights;
  SpzTimelineScale        scale;
  SpzTimelineMetrics      metrics;
  SpzTimelineLayoutFlags  flags;
  gboolean                slim_ghosts;
  double                  column_width;
  double                  title_width;  /* the longest of the plan's beginning; 0: not measured */
  double                  min_size;
  int                     max_lines; /* of a label */
  double                  spacing;
  guint                   n_rows;
  guint                   generation;
  guint                   serial;
};

void         spz_timeline_row_layout           (SpzTimelineRow     *row,
                                                SpzTimelineLayout  *layout,
                                                double             *height);
void         spz_timeline_row_shift            (SpzTimelineRow     *row,
                                                double              y);
void         spz_timeline_row_clear            (SpzTimelineRow     *row);
gboolean     spz_timeline_row_find             (const SpzTimelineRow *row,
                                                SpzTimelineLayout  *layout,
                                                double              x,
                                                double              width,
                                                guint              *first,
                                                guint              *end);
SpzRect     *spz_timeline_row_dup_milestone_labels (const SpzTimelineRow *row,
                                                const SpzTimelineLayout *layout,
                                                double              x,
                                                double              width,
                                                gboolean           *cut);
double       spz_timeline_row_estimate         (SpzTimelineLayout  *layout,
                                                SpzTimelineRowType  type,
                                                guint               index);

void                      spz_timeline_layout_build_rows  (SpzTimelineLayout *self);
void                      spz_timeline_layout_free_rows   (SpzTimelineLayout *self);
void                      spz_timeline_layout_replace_rows (SpzTimelineLayout *self,
                                                           SpzTimelinePlan   *plan);
void                      spz_timeline_layout_invalidate  (SpzTimelineLayout *self);
SpzTimelineRow           *spz_timeline_layout_get_row     (SpzTimelineLayout *self,
                                                           guint              row);
void                      spz_timeline_layout_measure_font (SpzTimelineLayout *self);
PangoLayout              *spz_timeline_layout_new_text    (SpzTimelineLayout *self,
                                                           const char        *text);
void                      spz_timeline_layout_set_min_size (SpzTimelineLayout *self,
                                                           double             size);
void                      spz_timeline_layout_set_slim_ghosts (SpzTimelineLayout *self,
                                                               gboolean           slim);
void                      spz_timeline_layout_set_max_lines (SpzTimelineLayout *self,
                                                           int                max_lines);
void                      spz_timeline_layout_set_more_lines (SpzTimelineLayout *self,
                                                           guint              row,
                                                           int                more_lines);
void                      spz_timeline_layout_set_spacing (SpzTimelineLayout *self,
                                                           double             spacing);
char                     *spz_timeline_layout_get_mark    (SpzTimelineLayout *self,
                                                           guint              measure,
                                                           gboolean          *in_label);
const char               *spz_timeline_layout_get_label   (SpzTimelineLayout *self,
                                                           const SpzTimelineBar *bar);
const char               *spz_timeline_layout_get_short_label (SpzTimelineLayout *self,
                                                           const SpzTimelineBar *bar);
gboolean                  spz_timeline_layout_legend_tells (SpzTimelineLayout *self,
                                                           const SpzTimelineBar *bar);
void                      spz_timeline_text_set_weight    (PangoLayout       *text,
                                                           PangoWeight        weight);
void                      spz_timeline_text_wrap          (PangoLayout       *text,
                                                           double             width,
                                                           gboolean           rtl);
double                    spz_timeline_text_get_width     (PangoLayout       *text);
double                    spz_timeline_text_get_height    (PangoLayout       *text);

G_END_DECLS
