/* spz-timeline-view-snapshot.c: painting the plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "spz-timeline-painter.h"

/* Each row is a cairo node of its own that is kept until the row's serial
 * changes, so that dragging a bar paints one row. While the view is scrolled
 * sideways a row is painted a bit wider than it is seen, so that it need not be
 * painted anew at once; but not where a label moves along with the view. */

static void
translate (GtkSnapshot *snapshot,
           double       x,
           double       y)
{
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
}

static gboolean
is_scrolled (SpzTimelineView *self)
{
  return self->painted.x != (float) self->geometry.x || self->painted.y != (float) self->geometry.y;
}

static void
append_background (SpzTimelineView *self,
                   GtkSnapshot     *snapshot)
{
  GdkRGBA colour = spz_timeline_view_get_colour (self, SPZ_TIMELINE_COLOUR_BACKGROUND);

  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                                  (float) gtk_widget_get_height (GTK_WIDGET (self))));
}

/* Whether a part need not be painted anew */
static gboolean
is_valid (SpzTimelineView        *self,
          const SpzTimelineCache *cache,
          guint                   serial)
{
  return spz_timeline_cache_shows (cache, serial, gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                   is_scrolled (self));
}

static cairo_t *
begin (SpzTimelineView  *self,
       SpzTimelineCache *cache,
       guint             serial,
       double            x,
       double            width,
       double            height,
       gboolean          as_image)
{
  GdkRGBA background = spz_timeline_view_get_colour (self, SPZ_TIMELINE_COLOUR_BACKGROUND);
  int scale = as_image ? gtk_widget_get_scale_factor (GTK_WIDGET (self)) : 0;

  return spz_timeline_cache_begin (cache, serial, x, width, height, scale, &background);
}

/*
 * spz_timeline_view_get_colour:
 * @self: a view
 * @colour: what it is for
 *
 * Returns: a colour of the theme
 */
GdkRGBA
spz_timeline_view_get_colour (SpzTimelineView   *self,
                              SpzTimelineColour  colour)
{
  const SpzRgba *rgba = spz_timeline_theme_get_colour (spz_timeline_layout_get_theme (self->layout), colour);

  return (GdkRGBA) { rgba->red, rgba->green, rgba->blue, rgba->alpha };
}

/* The chart */

static void
append_grid (SpzTimelineView *self,
             GtkSnapshot     *snapshot)
{
  const SpzTimelineGeometry *geometry = &self->geometry;
  double width = geometry->chart.size.width;
  double height = geometry->chart.size.height;

  if (!spz_timeline_cache_shows (&self->grid, self->look, gtk_widget_get_scale_factor (GTK_WIDGET (self)), TRUE) ||
      !spz_timeline_cache_is_at (&self->grid, geometry->x, width, height))
    {
      cairo_t *cr = begin (self, &self->grid, self->look, geometry->x, width, 1, TRUE);

      spz_timeline_paint_grid (cr, self->layout, geometry->x, width, 1);
      spz_timeline_cache_end_lines (&self->grid, cr, height);
    }

  gtk_snapshot_append_node (snapshot, self->grid.node);
}

static gboolean
reaches (const SpzTimelineCache *cache,
         double                  x,
         double                  width,
         double                  height,
         gboolean                cut)
{
  if (cut || cache->cut)
    return cut == cache->cut && spz_timeline_cache_is_at (cache, x, width, height);

  return cache->height == height && cache->x <= x && cache->x + cache->width >= x + width;
}

static void
paint_row (SpzTimelineView  *self,
           SpzTimelineCache *cache,
           guint             row,
           double            height,
           gboolean          cut)
{
  const SpzTimelineGeometry *geometry = &self->geometry;
  double width = geometry->chart.size.width;
  gboolean sideways = self->painted.x != (float) geometry->x;
  double margin = sideways && !cut ? floor (width / 2) : 0;
  cairo_t *cr = begin (self, cache, spz_timeline_layout_get_row_serial (self->layout, row),
                       geometry->x - margin, width + 2 * margin, height, is_scrolled (self));

  if (cache->scale > 0)
    {
      spz_timeline_paint_grid (cr, self->layout, cache->x, cache->width, height);
      spz_timeline_paint_ground (cr, self->layout, row, cache->x, cache->width);
      spz_timeline_cache_end_ground (cache, cr);
    }
  spz_timeline_paint_row (cr, self->layout, row, cache->x, cache->width);
  spz_timeline_cache_end (cache, cr);
  cache->cut = cut;
}

static void
append_row (SpzTimelineView *self,
            GtkSnapshot     *snapshot,
            guint            row)
{
  SpzTimelineCache *cache = &g_array_index (self->rows, SpzTimelineCache, row);
  const SpzTimelineGeometry *geometry = &self->geometry;
  double width = geometry->chart.size.width;
  guint serial = spz_timeline_layout_get_row_serial (self->layout, row);
  gboolean cut = spz_timeline_layout_row_is_cut (self->layout, row, geometry->x, width);
  double y, height;

  spz_timeline_layout_get_row_extents (self->layout, row, &y, &height);
  if (height <= 0)
    return;

  if (!is_valid (self, cache, serial) || !reaches (cache, geometry->x, width, height, cut))
    paint_row (self, cache, row, height, cut);

  spz_timeline_cache_append (cache, snapshot, y);
}

static void
append_title (SpzTimelineView *self,
              GtkSnapshot     *snapshot,
              guint            row)
{
  SpzTimelineCache *cache = &g_array_index (self->titles, SpzTimelineCache, row);
  guint serial = spz_timeline_layout_get_row_serial (self->layout, row);
  double column_width = self->geometry.column.size.width;
  double width, x, y, height;

  spz_timeline_layout_get_row_extents (self->layout, row, &y, &height);
  if (height <= 0)
    return;

  /* A group's title may be longer than the column is wide */
  width = spz_timeline_get_title_width (self->layout, row);
  x = spz_timeline_layout_get_scale (self->layout)->rtl ? column_width - width : 0;
  if (!is_valid (self, cache, serial) || !spz_timeline_cache_is_at (cache, x, width, height))
    {
      cairo_t *cr = begin (self, cache, serial, x, width, height, is_scrolled (self));

      if (cache->scale > 0)
        {
          spz_timeline_paint_ground (cr, self->layout, row, x, width);
          spz_timeline_cache_end_ground (cache, cr);
        }
      spz_timeline_paint_column (cr, self->layout, row);
      spz_timeline_cache_end (cache, cr);
    }

  spz_timeline_cache_append (cache, snapshot, y);
}

static void
append_visible (SpzTimelineView *self,
                GtkSnapshot     *snapshot,
                void           (*append) (SpzTimelineView *self,
                                          GtkSnapshot     *snapshot,
                                          guint            row))
{
  guint n_rows = spz_timeline_layout_get_n_rows (self->layout);
  double bottom = self->geometry.y + self->geometry.chart.size.height;
  guint row = spz_timeline_layout_get_row_at (self->layout, self->geometry.y);

  if (row == SPZ_TIMELINE_NONE)
    return;

  for (; row < n_rows; row++)
    {
      double y;

      spz_timeline_layout_get_row_extents (self->layout, row, &y, NULL);
      if (y >= bottom)
        break;

      append (self, snapshot, row);
    }
}

/* What is dragged */

static void
append_ghosts (SpzTimelineView *self,
               GtkSnapshot     *snapshot)
{
  const SpzTimelineDrag *drag = &self->drag;

  for (guint i = 0; i < drag->n_edits; i++)
    {
      SpzRect ghost = drag->ghosts[i].rect;
      double top;
      cairo_t *cr;

      if (ghost.width <= 0)
        continue;

      spz_timeline_layout_get_row_extents (self->layout, drag->ghosts[i].row, &top, NULL);
      ghost.y += top;
      cr = gtk_snapshot_append_cairo (snapshot,
                                      &GRAPHENE_RECT_INIT (ghost.x - 1, ghost.y - 1,
                                                           ghost.width + 2, ghost.height + 2));
      if (SPZ_IS_MILESTONE (drag->edits[i].record))
        spz_timeline_paint_mark_ghost (cr, self->layout, &ghost, SPZ_MILESTONE (drag->edits[i].record)->kind);
      else
        spz_timeline_paint_ghost (cr, self->layout, &ghost);
      cairo_destroy (cr);
    }
}

static void
append_created (SpzTimelineView *self,
                GtkSnapshot     *snapshot)
{
  GdkRGBA colour = spz_timeline_view_get_colour (self, SPZ_TIMELINE_COLOUR_ACCENT);
  GskRoundedRect rounded;
  double x, width, y, height;

  colour.alpha = 0.35;
  spz_timeline_scale_get_span (spz_timeline_layout_get_scale (self->layout),
                               self->drag.created.start, self->drag.created.end, &x, &width);
  spz_timeline_layout_get_row_extents (self->layout, self->drag.hit.row, &y, &height);

  gsk_rounded_rect_init_from_rect (&rounded,
                                   &GRAPHENE_RECT_INIT (x + 1, y + 4, width - 2, height - 8), 4);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &colour, &rounded.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
append_hint (SpzTimelineView *self,
             GtkSnapshot     *snapshot)
{
  GdkRGBA colour = spz_timeline_view_get_colour (self, SPZ_TIMELINE_COLOUR_DIM);
  GdkRGBA background = spz_timeline_view_get_colour (self, SPZ_TIMELINE_COLOUR_BACKGROUND);
  g_autoptr (PangoLayout) text = NULL;
  double y, height;
  guint n_bars;
  int text_width, text_height;

  if (self->hover_row >= spz_timeline_layout_get_n_rows (self->layout) ||
      !spz_timeline_view_can_edit (self))
    return;

  spz_timeline_layout_get_bars (self->layout, self->hover_row, &n_bars);
  spz_timeline_layout_get_row_extents (self->layout, self->hover_row, &y, &height);
  if (n_bars > 0 || height <= 0)
    return;

  text = gtk_widget_create_pango_layout (GTK_WIDGET (self), _("Drag to add a phase"));
  pango_layout_get_pixel_size (text, &text_width, &text_height);
  gtk_snapshot_save (snapshot);
  translate (snapshot, self->geometry.x + 12, y + (int) (height - text_height) / 2);
  gtk_snapshot_append_color (snapshot, &background, &GRAPHENE_RECT_INIT (-4, 0, (float) text_width + 8, (float) text_height));
  gtk_snapshot_append_layout (snapshot, text, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
append_items (SpzTimelineView *self,
              GtkSnapshot     *snapshot,
              gboolean         in_column)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      SpzTimelineItemKind kind;

      if (!SPZ_IS_TIMELINE_ITEM (child))
        continue;

      kind = spz_timeline_key_get_kind (*spz_timeline_item_get_key (SPZ_TIMELINE_ITEM (child)));
      if ((kind <= SPZ_TIMELINE_ITEM_MEASURE) == in_column)
        gtk_widget_snapshot_child (GTK_WIDGET (self), child, snapshot);
    }
}

static void
append_links (SpzTimelineView *self,
              GtkSnapshot     *snapshot)
{
  const SpzTimelineGeometry *geometry = &self->geometry;

  gtk_snapshot_save (snapshot);
  translate (snapshot, geometry->chart.origin.x - geometry->x, geometry->chart.origin.y - geometry->y);
  spz_timeline_view_append_links (self, snapshot);
  gtk_snapshot_restore (snapshot);
}

static void
append_band (SpzTimelineView *self,
             GtkSnapshot     *snapshot)
{
  const SpzTimelineGeometry *geometry = &self->geometry;
  GdkRGBA colour = spz_timeline_view_get_colour (self, SPZ_TIMELINE_COLOUR_ACCENT);

  if (self->drag.type != SPZ_TIMELINE_DRAG_BAND)
    return;

  gtk_snapshot_save (snapshot);
  translate (snapshot, geometry->chart.origin.x - geometry->x, geometry->chart.origin.y - geometry->y);
  spz_timeline_view_append_band (self, snapshot, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
append_chart (SpzTimelineView *self,
              GtkSnapshot     *snapshot)
{
  const SpzTimelineGeometry *geometry = &self->geometry;

  gtk_snapshot_push_clip (snapshot, &geometry->chart);
  gtk_snapshot_save (snapshot);
  translate (snapshot, geometry->chart.origin.x - geometry->x, geometry->chart.origin.y);
  append_grid (self, snapshot);
  translate (snapshot, 0, -geometry->y);
  append_visible (self, snapshot, append_row);
  if (self->drag.type == SPZ_TIMELINE_DRAG_EDIT)
    append_ghosts (self, snapshot);
  else if (self->drag.type == SPZ_TIMELINE_DRAG_CREATE)
    append_created (self, snapshot);
  else if (self->drag.type == SPZ_TIMELINE_DRAG_NONE)
    append_hint (self, snapshot);
  gtk_snapshot_restore (snapshot);
  append_items (self, snapshot, FALSE);
  append_links (self, snapshot);
  append_band (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
append_column (SpzTimelineView *self,
               GtkSnapshot     *snapshot)
{
  const SpzTimelineGeometry *geometry = &self->geometry;

  graphene_rect_t clip;

  graphene_rect_union (&geometry->column, &geometry->chart, &clip);
  gtk_snapshot_push_clip (snapshot, &clip);
  gtk_snapshot_save (snapshot);
  translate (snapshot, geometry->column.origin.x, geometry->column.origin.y - geometry->y);
  append_visible (self, snapshot, append_title);
  gtk_snapshot_restore (snapshot);
  append_items (self, snapshot, TRUE);
  spz_timeline_view_append_handles (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
append_axis (SpzTimelineView *self,
             GtkSnapshot     *snapshot)
{
  const SpzTimelineGeometry *geometry = &self->geometry;
  double width = geometry->axis.size.width;
  double height = geometry->axis.size.height;

  if (!is_valid (self, &self->axis, self->look) ||
      !spz_timeline_cache_is_at (&self->axis, geometry->x, width, height))
    {
      cairo_t *cr = begin (self, &self->axis, self->look, geometry->x, width, height, is_scrolled (self));

      spz_timeline_paint_axis (cr, self->layout, geometry->x, width);
      spz_timeline_cache_end (&self->axis, cr);
    }

  gtk_snapshot_push_clip (snapshot, &geometry->axis);
  gtk_snapshot_save (snapshot);
  translate (snapshot, geometry->axis.origin.x - geometry->x, geometry->axis.origin.y);
  spz_timeline_cache_append (&self->axis, snapshot, 0);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

/* Lines that set the frozen parts off from what moves below them. The one
 * beside the column is behind the titles, which may reach beyond it. */

static void
append_column_edge (SpzTimelineView *self,
                    GtkSnapshot     *snapshot,
                    double           y,
                    double           height)
{
  GdkRGBA colour = spz_timeline_view_get_colour (self, SPZ_TIMELINE_COLOUR_GRID_YEAR);
  const graphene_rect_t *chart = &self->geometry.chart;
  double x = self->geometry.column.origin.x < chart->origin.x ? chart->origin.x
                                                              : chart->origin.x + chart->size.width - 1;

  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (x, y, 1, height));
}

static void
append_axis_edge (SpzTimelineView *self,
                  GtkSnapshot     *snapshot)
{
  GdkRGBA colour = spz_timeline_view_get_colour (self, SPZ_TIMELINE_COLOUR_GRID_YEAR);
  const graphene_rect_t *column = &self->geometry.column;

  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (column->origin.x, column->origin.y - 1,
                                                  column->size.width, 1));
}

/* Lets go of the pictures of rows that have left the view */
static void
forget_rows (SpzTimelineView *self)
{
  guint n_rows = spz_timeline_layout_get_n_rows (self->layout);
  double bottom = self->geometry.y + self->geometry.chart.size.height;
  guint first = spz_timeline_layout_get_row_at (self->layout, self->geometry.y);
  guint end = spz_timeline_layout_get_row_at (self->layout, bottom);

  end = MIN (end, n_rows - 1) + 1;
  for (guint row = self->first_row; row < MIN (self->end_row, n_rows); row++)
    {
      if (row >= first && row < end)
        continue;

      spz_timeline_cache_clear (&g_array_index (self->rows, SpzTimelineCache, row));
      spz_timeline_cache_clear (&g_array_index (self->titles, SpzTimelineCache, row));
      spz_timeline_view_forget_arrows (self, row);
    }

  self->first_row = first;
  self->end_row = end;
  self->painted = GRAPHENE_POINT_INIT ((float) self->geometry.x, (float) self->geometry.y);
}

/*
 * spz_timeline_view_snapshot:
 * @widget: a view
 * @snapshot: a snapshot
 *
 * Paints the view; its layout was brought up to date when it was allocated.
 */
void
spz_timeline_view_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  SpzTimelineView *self = SPZ_TIMELINE_VIEW (widget);

  if (self->layout == NULL || self->geometry.chart.size.width < 1)
    return;

  append_background (self, snapshot);
  append_chart (self, snapshot);
  append_column_edge (self, snapshot, self->geometry.chart.origin.y, self->geometry.chart.size.height);
  append_column (self, snapshot);
  if (self->drag.type == SPZ_TIMELINE_DRAG_ROW)
    spz_timeline_view_append_row_drag (self, snapshot);
  append_axis (self, snapshot);
  append_column_edge (self, snapshot, 0, self->geometry.chart.origin.y);
  append_axis_edge (self, snapshot);
  if (self->entry != NULL)
    gtk_widget_snapshot_child (widget, self->entry, snapshot);
  gtk_widget_snapshot_child (widget, self->tip, snapshot);
  forget_rows (self);
}

/*
 * spz_timeline_view_clear_caches:
 * @self: a view
 *
 * Forgets all pictures, and makes room for those of the present rows.
 */
void
spz_timeline_view_clear_caches (SpzTimelineView *self)
{
  guint n_rows = self->layout != NULL ? spz_timeline_layout_get_n_rows (self->layout) : 0;

  g_array_set_size (self->rows, 0);
  g_array_set_size (self->rows, n_rows);
  g_array_set_size (self->titles, 0);
  g_array_set_size (self->titles, n_rows);
  spz_timeline_view_clear_arrows (self, n_rows);
  spz_timeline_cache_clear (&self->axis);
  spz_timeline_cache_clear (&self->grid);
  self->look++;
}

static void
clear_cache_cb (gpointer cache)
{
  spz_timeline_cache_clear (cache);
}

/*
 * spz_timeline_view_init_caches:
 * @self: a view
 */
void
spz_timeline_view_init_caches (SpzTimelineView *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (SpzTimelineCache));
  g_array_set_clear_func (self->rows, clear_cache_cb);
  self->titles = g_array_new (FALSE, TRUE, sizeof (SpzTimelineCache));
  g_array_set_clear_func (self->titles, clear_cache_cb);
  spz_timeline_view_init_arrows (self);
}

/*
 * spz_timeline_view_free_caches:
 * @self: a view
 */
void
spz_timeline_view_free_caches (SpzTimelineView *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->titles, g_array_unref);
  spz_timeline_view_clear_arrows (self, 0);
  g_clear_pointer (&self->arrows, g_array_unref);
  spz_timeline_cache_clear (&self->axis);
  spz_timeline_cache_clear (&self->grid);
}
