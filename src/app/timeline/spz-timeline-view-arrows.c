/* spz-timeline-view-arrows.c: what has to wait for what, as arrows
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-view-private.h"

#include <math.h>
#include <string.h>

/* Arrows lead from what is seen to what is seen: rows out of sight are not
 * asked, as the plan may be long. Those that begin in a row are kept until
 * that row or one of those they lead to changes, moves, or comes into sight or
 * leaves it; so a bar that is dragged costs a frame its own arrows alone. */

static gboolean
row_is_visible (SpzTimelineView *self,
                guint            row,
                double          *y)
{
  double bottom = self->geometry.y + self->geometry.chart.size.height;
  double top, height;

  spz_timeline_layout_get_row_extents (self->layout, row, &top, &height);
  if (y != NULL)
    *y = top;

  return height > 0 && top < bottom && top + height > self->geometry.y;
}

/* Where a bar is when it isn't dragged */
static guint
get_row (SpzTimelineView *self,
         guint            bar)
{
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);

  return spz_timeline_layout_get_measure_row (self->layout, spz_timeline_plan_get_bars (plan, NULL)[bar].measure);
}

/*
 * spz_timeline_view_find_visible:
 * @self: a view
 * @phase: a phase's id
 * @rect: (out): its bar, in the scale's x, from the top of the plan
 *
 * Returns: whether its row is in sight
 */
gboolean
spz_timeline_view_find_visible (SpzTimelineView *self,
                                gint64           phase,
                                SpzRect         *rect)
{
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);
  guint bar = spz_timeline_plan_find_bar (plan, phase);

  if (bar == SPZ_TIMELINE_NONE)
    return FALSE;

  /* Only what is laid out anyway */
  return row_is_visible (self, get_row (self, bar), NULL) &&
         spz_timeline_layout_get_bar_rect (self->layout, bar, rect);
}

/* Keeping */

/* Arrows are drawn a bit beyond what is seen, so that the view can be scrolled
 * sideways a while; there may be many more on either side. */
static double
get_reach (SpzTimelineView *self)
{
  return MAX (floor (self->geometry.chart.size.width / 4), 1);
}

static gint64
get_place (SpzTimelineView *self)
{
  return (gint64) floor (self->geometry.x / get_reach (self));
}

static gboolean
is_near (SpzTimelineView *self,
         const SpzRect   *from,
         const SpzRect   *to)
{
  double reach = get_reach (self);
  double left = (double) get_place (self) * reach;
  double right = left + 5 * reach + 4;

  return MIN (from->x, to->x) < right && MAX (from->x + from->width, to->x + to->width) > left;
}

/* FNV-1a, by words */
static guint64
mix (guint64 stamp,
     guint64 value)
{
  return (stamp ^ value) * G_GUINT64_CONSTANT (0x100000001b3);
}

static guint64
mix_row (SpzTimelineView *self,
         guint64          stamp,
         guint            row)
{
  guint64 bits;
  double y;

  if (!row_is_visible (self, row, &y))
    return mix (stamp, 0);

  memcpy (&bits, &y, sizeof bits);

  return mix (mix (stamp, spz_timeline_layout_get_row_serial (self->layout, row)), bits);
}

static guint64
get_stamp (SpzTimelineView          *self,
           const SpzTimelineArrows  *arrows,
           guint                     row)
{
  guint64 stamp = mix (G_GUINT64_CONSTANT (0xcbf29ce484222325), (guint64) get_place (self));

  stamp = mix (mix_row (self, stamp, row), (guint64) get_reach (self));

  for (guint i = 0; i < arrows->n_targets; i++)
    stamp = mix_row (self, stamp, arrows->targets[i]);

  return stamp;
}

static void
clear_arrows (SpzTimelineArrows *arrows)
{
  g_clear_pointer (&arrows->node, gsk_render_node_unref);
  g_clear_pointer (&arrows->targets, g_free);
  arrows->n_targets = 0;
  arrows->stamp = 0;
}

static void
clear_arrows_cb (gpointer arrows)
{
  clear_arrows (arrows);
}

/*
 * spz_timeline_view_init_arrows:
 * @self: a view
 */
void
spz_timeline_view_init_arrows (SpzTimelineView *self)
{
  self->arrows = g_array_new (FALSE, TRUE, sizeof (SpzTimelineArrows));
  g_array_set_clear_func (self->arrows, clear_arrows_cb);
}

/*
 * spz_timeline_view_clear_arrows:
 * @self: a view
 * @n_rows: how many rows there are now
 *
 * Forgets all arrows, and what they were drawn with.
 */
void
spz_timeline_view_clear_arrows (SpzTimelineView *self,
                                guint            n_rows)
{
  g_array_set_size (self->arrows, 0);
  g_array_set_size (self->arrows, n_rows);
  spz_timeline_pen_clear (&self->plain_pen);
  spz_timeline_pen_clear (&self->heavy_pen);
}

/*
 * spz_timeline_view_forget_arrows:
 * @self: a view
 * @row: a row that has left the view
 *
 * Forgets the arrows that begin there.
 */
void
spz_timeline_view_forget_arrows (SpzTimelineView *self,
                                 guint            row)
{
  clear_arrows (&g_array_index (self->arrows, SpzTimelineArrows, row));
}

/* Drawing */

static void
draw_arrows_of_bar (SpzTimelineView *self,
                    GtkSnapshot     *snapshot,
                    gint64           id,
                    GArray          *targets)
{
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);
  SpzRecordList *dependencies = spz_programme_get_children (self->programme, SPZ_TYPE_DEPENDENCY, "predecessor", id);
  guint n_dependencies = spz_record_list_get_size (dependencies);
  SpzPhase *predecessor;
  SpzRect from, to;

  if (n_dependencies == 0 || !spz_timeline_view_find_visible (self, id, &from))
    return;

  predecessor = spz_programme_lookup (self->programme, SPZ_TYPE_PHASE, id);
  for (guint i = 0; i < n_dependencies; i++)
    {
      SpzDependency *dependency = spz_record_list_get (dependencies, i);
      guint bar = spz_timeline_plan_find_bar (plan, dependency->successor);
      SpzTimelinePen *pen = &self->plain_pen;
      guint row;

      if (bar == SPZ_TIMELINE_NONE)
        continue;

      row = get_row (self, bar);
      g_array_append_val (targets, row);
      if (!spz_timeline_view_find_visible (self, dependency->successor, &to) || !is_near (self, &from, &to))
        continue;

      if (spz_timeline_pen_overlaps (pen, &from, &to) && predecessor->certainty != SPZ_CERTAINTY_ONGOING)
        pen = &self->heavy_pen;
      spz_timeline_pen_draw_arrow (pen, snapshot, &from, &to);
    }
}

static void
draw_arrows_of_row (SpzTimelineView   *self,
                    SpzTimelineArrows *arrows,
                    guint              row)
{
  SpzTimelinePlan *plan = spz_timeline_layout_get_plan (self->layout);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (guint));
  const SpzTimelineBox *boxes;
  guint n_boxes;

  boxes = spz_timeline_layout_get_bars (self->layout, row, &n_boxes);
  for (guint i = 0; i < n_boxes; i++)
    draw_arrows_of_bar (self, snapshot, spz_timeline_plan_get_bars (plan, NULL)[boxes[i].index].id, targets);

  clear_arrows (arrows);
  arrows->node = gtk_snapshot_free_to_node (snapshot);
  arrows->n_targets = targets->len;
  arrows->targets = (guint *) (gpointer) g_array_free (g_steal_pointer (&targets), FALSE);
  arrows->stamp = get_stamp (self, arrows, row);
}

static void
choose_pen (SpzTimelineView   *self,
            SpzTimelinePen    *pen,
            SpzTimelineColour  colour,
            double             width)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (pen->scale != scale)
    spz_timeline_view_clear_arrows (self, self->arrows->len);

  pen->colour = spz_timeline_view_get_colour (self, colour);
  pen->width = width;
  pen->along = spz_timeline_layout_get_scale (self->layout)->rtl ? -1 : 1;
  pen->scale = scale;
}

/*
 * spz_timeline_view_append_arrows:
 * @self: a view
 * @snapshot: a snapshot of the chart
 *
 * Adds the arrows between the rows in sight.
 */
void
spz_timeline_view_append_arrows (SpzTimelineView *self,
                                 GtkSnapshot     *snapshot)
{
  guint n_rows = spz_timeline_layout_get_n_rows (self->layout);
  double bottom = self->geometry.y + self->geometry.chart.size.height;

  /* What can't be is drawn heavier, too: not by colour alone */
  choose_pen (self, &self->plain_pen, SPZ_TIMELINE_COLOUR_DIM, 1);
  choose_pen (self, &self->heavy_pen, SPZ_TIMELINE_COLOUR_OVERDUE, 2);
  for (guint row = spz_timeline_layout_get_row_at (self->layout, self->geometry.y); row < n_rows; row++)
    {
      SpzTimelineArrows *arrows = &g_array_index (self->arrows, SpzTimelineArrows, row);
      double y, height;

      spz_timeline_layout_get_row_extents (self->layout, row, &y, &height);
      if (y >= bottom)
        break;
      if (height <= 0)
        continue;

      if (arrows->stamp == 0 || arrows->stamp != get_stamp (self, arrows, row))
        draw_arrows_of_row (self, arrows, row);
      if (arrows->node != NULL)
        gtk_snapshot_append_node (snapshot, arrows->node);
    }
}
