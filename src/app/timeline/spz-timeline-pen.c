/* spz-timeline-pen.c: what draws arrows
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-pen.h"

#include <math.h>

/* An arrow leaves a bar at its end and reaches the next one at its start, or
 * from above or below where that begins sooner. Its lines are right-angled
 * rectangles, which cost a frame next to nothing. */

/* How far an arrow leads away from a bar before it turns, in pixels */
#define LEAD 6.0

#define HEAD 4.0

/*
 * spz_timeline_pen_clear:
 * @self: a pen
 *
 * Forgets its arrowheads.
 */
void
spz_timeline_pen_clear (SpzTimelinePen *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->heads); i++)
    g_clear_pointer (&self->heads[i], gsk_render_node_unref);
}

/*
 * spz_timeline_pen_draw_line:
 * @self: a pen
 * @snapshot: where to draw
 * @x1: one end
 * @y1: one end
 * @x2: the other end
 * @y2: the other end
 *
 * Draws a level or an upright line.
 */
void
spz_timeline_pen_draw_line (const SpzTimelinePen *self,
                            GtkSnapshot          *snapshot,
                            double                x1,
                            double                y1,
                            double                x2,
                            double                y2)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT (floor (MIN (x1, x2)), floor (MIN (y1, y2)),
                                             MAX (fabs (x2 - x1), self->width),
                                             MAX (fabs (y2 - y1), self->width));

  gtk_snapshot_append_color (snapshot, &self->colour, &rect);
}

/* A triangle with its tip in the middle */
static GskRenderNode *
new_head (const SpzTimelinePen *self,
          double                dx,
          double                dy)
{
  int size = (int) (4 * HEAD) * self->scale;
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_t *cr = cairo_create (image);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  cairo_scale (cr, self->scale, self->scale);
  cairo_translate (cr, 2 * HEAD, 2 * HEAD);
  gdk_cairo_set_source_rgba (cr, &self->colour);
  cairo_move_to (cr, 0, 0);
  cairo_line_to (cr, -dx * 1.5 * HEAD - dy * HEAD, -dy * 1.5 * HEAD - dx * HEAD);
  cairo_line_to (cr, -dx * 1.5 * HEAD + dy * HEAD, -dy * 1.5 * HEAD + dx * HEAD);
  cairo_fill (cr);
  cairo_destroy (cr);

  cairo_surface_flush (image);
  bytes = g_bytes_new (cairo_image_surface_get_data (image),
                       (gsize) (cairo_image_surface_get_stride (image) * size));
  texture = gdk_memory_texture_new (size, size, GDK_MEMORY_DEFAULT, bytes,
                                    (gsize) cairo_image_surface_get_stride (image));
  cairo_surface_destroy (image);

  return gsk_texture_node_new (texture, &GRAPHENE_RECT_INIT (-2 * HEAD, -2 * HEAD, 4 * HEAD, 4 * HEAD));
}

/*
 * spz_timeline_pen_draw_head:
 * @self: a pen
 * @snapshot: where to draw
 * @x: its tip
 * @y: its tip
 * @dx: 1 or -1 where it points to the side
 * @dy: 1 or -1 where it points down or up
 *
 * Draws an arrowhead. Heads are alike: each is painted once, and used again.
 */
void
spz_timeline_pen_draw_head (SpzTimelinePen *self,
                            GtkSnapshot    *snapshot,
                            double          x,
                            double          y,
                            double          dx,
                            double          dy)
{
  GskRenderNode **head = &self->heads[dy > 0 ? 1 : dy < 0 ? 2 : 0];

  if (*head == NULL)
    *head = new_head (self, dx, dy);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) floor (x), (float) floor (y)));
  gtk_snapshot_append_node (snapshot, *head);
  gtk_snapshot_restore (snapshot);
}

static double
get_start_x (const SpzTimelinePen *self,
             const SpzRect        *rect)
{
  return self->along > 0 ? rect->x : rect->x + rect->width;
}

static double
get_end_x (const SpzTimelinePen *self,
           const SpzRect *rect)
{
  return self->along > 0 ? rect->x + rect->width : rect->x;
}

/*
 * spz_timeline_pen_overlaps:
 * @self: a pen
 * @from: a bar
 * @to: the one that has to wait for it
 *
 * Returns: whether it doesn't wait, and begins before the first one's end
 */
gboolean
spz_timeline_pen_overlaps (const SpzTimelinePen *self,
                           const SpzRect        *from,
                           const SpzRect        *to)
{
  return (get_start_x (self, to) - get_end_x (self, from)) * self->along < -0.5;
}

/*
 * spz_timeline_pen_draw_arrow:
 * @self: a pen
 * @snapshot: where to draw
 * @from: a bar
 * @to: the one that has to wait for it
 *
 * Draws an arrow from the one to the other.
 */
void
spz_timeline_pen_draw_arrow (SpzTimelinePen *self,
                             GtkSnapshot    *snapshot,
                             const SpzRect  *from,
                             const SpzRect  *to)
{
  double from_x = get_end_x (self, from);
  double to_x = get_start_x (self, to);
  double from_y = from->y + from->height / 2;
  double to_y = to->y + to->height / 2;
  double turn = from_x + self->along * LEAD;
  double edge = to_y > from_y ? to->y : to->y + to->height;
  double entry = to_x + self->along * LEAD;

  if (fabs (from_y - to_y) < 1)
    {
      /* In one lane: between them, or where they touch */
      if ((to_x - from_x) * self->along > 2 * HEAD)
        spz_timeline_pen_draw_line (self, snapshot, from_x, from_y, to_x, to_y);
      else
        to_x = entry;
      spz_timeline_pen_draw_head (self, snapshot, to_x, to_y, self->along, 0);
      return;
    }

  spz_timeline_pen_draw_line (self, snapshot, from_x, from_y, turn, from_y);
  if ((to_x - turn) * self->along >= HEAD)
    {
      spz_timeline_pen_draw_line (self, snapshot, turn, from_y, turn, to_y);
      spz_timeline_pen_draw_line (self, snapshot, turn, to_y, to_x, to_y);
      spz_timeline_pen_draw_head (self, snapshot, to_x, to_y, self->along, 0);
      return;
    }

  /* It begins too soon: back, outside of the bars, and in from there */
  if ((entry - turn) * self->along < 0)
    {
      double between = to_y > from_y ? edge - LEAD : edge + LEAD;

      spz_timeline_pen_draw_line (self, snapshot, turn, from_y, turn, between);
      spz_timeline_pen_draw_line (self, snapshot, turn, between, entry, between);
      spz_timeline_pen_draw_line (self, snapshot, entry, between, entry, edge);
      turn = entry;
    }
  else
    {
      spz_timeline_pen_draw_line (self, snapshot, turn, from_y, turn, edge);
    }
  spz_timeline_pen_draw_head (self, snapshot, turn, edge, 0, to_y > from_y ? 1 : -1);
}
