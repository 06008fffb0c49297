/* spz-timeline-pen.h: what draws arrows
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gtk/gtk.h>

#include "spz-timeline-layout.h"

G_BEGIN_DECLS

/**
 * SpzTimelinePen:
 * @colour: its colour
 * @width: of its lines, in pixels
 * @along: 1, or -1 from right to left
 * @scale: of the screen
 * @heads: arrowheads to the side, down and up, once they were needed
 */
typedef struct
{
  GdkRGBA        colour;
  double         width;
  double         along;
  int            scale;

  /* Owned */
  GskRenderNode *heads[3];
} SpzTimelinePen;

void     spz_timeline_pen_clear      (SpzTimelinePen       *self);
void     spz_timeline_pen_draw_line  (const SpzTimelinePen *self,
                                      GtkSnapshot          *snapshot,
                                      double                x1,
                                      double                y1,
                                      double                x2,
                                      double                y2);
void     spz_timeline_pen_draw_head  (SpzTimelinePen       *self,
                                      GtkSnapshot          *snapshot,
                                      double                x,
                                      double                y,
                                      double                dx,
                                      double                dy);
gboolean spz_timeline_pen_overlaps   (const SpzTimelinePen *self,
                                      const SpzRect        *from,
                                      const SpzRect        *to);
void     spz_timeline_pen_draw_arrow (SpzTimelinePen       *self,
                                      GtkSnapshot          *snapshot,
                                      const SpzRect        *from,
                                      const SpzRect        *to);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpzTimelinePen, spz_timeline_pen_clear)

G_END_DECLS
