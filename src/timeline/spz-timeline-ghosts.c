/* spz-timeline-ghosts.c: where things were in a version of the plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-ghosts-private.h"

#include <string.h>

#include "spz-timeline-draw-private.h"
#include "spz-timeline-painter.h"
#include "spz-timeline-plan-private.h"

/* Ghosts have lanes of their own below the bars of their row: there they cover
 * no label, and none is hidden where a whole row moved along by one bar. */

/* How large a mark is where dates are left out, for want of room */
#define SLIM_MARK 0.6

static SpzTimelineGhost *
get_ghost (SpzTimelineLayout    *layout,
           const SpzTimelineBox *box)
{
  return &g_array_index (layout->plan->ghosts, SpzTimelineGhost, box->index);
}

/* The date is struck through; of what is dropped, all of it */
static PangoLayout *
new_text (SpzTimelineLayout      *layout,
          const SpzTimelineGhost *ghost,
          gboolean                with_title)
{
  g_autofree char *label = with_title && *ghost->title != '\0'
    ? g_strdup_printf ("%s, %s", ghost->title, ghost->when)
    : g_strdup (ghost->when);
  PangoLayout *text = spz_timeline_layout_new_text (layout, label);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_copy (pango_layout_get_attributes (text));
  PangoAttribute *strike = pango_attr_strikethrough_new (TRUE);

  if (!ghost->dropped)
    strike->start_index = (guint) (strlen (label) - strlen (ghost->when));
  pango_attr_list_insert (attributes, strike);
  pango_layout_set_attributes (text, attributes);

  return text;
}

static void
set_text (SpzTimelineBox *box,
          PangoLayout    *text)
{
  g_clear_object (&box->text);
  box->text = text;
  box->label.width = spz_timeline_text_get_width (text);
  box->label.height = spz_timeline_text_get_height (text);
}

static gboolean
fits_inside (SpzTimelineLayout    *layout,
             const SpzTimelineBox *box)
{
  return box->label.width + 2 * layout->metrics.pad_x <= box->bar.width;
}

/* A bar that moved is still there to say what it is called; what is gone, and a
 * mark, is not known without its title. */
static void
make_text (SpzTimelineLayout *layout,
           SpzTimelineBox    *box)
{
  const SpzTimelineGhost *ghost = get_ghost (layout, box);

  set_text (box, new_text (layout, ghost, TRUE));
  if (!ghost->is_milestone && !ghost->dropped && !fits_inside (layout, box))
    set_text (box, new_text (layout, ghost, FALSE));
}

static void
place_label (SpzTimelineLayout *layout,
             SpzTimelineBox    *box)
{
  const SpzTimelineMetrics *metrics = &layout->metrics;
  double room = spz_timeline_scale_get_width (&layout->scale);
  double after = box->bar.x + box->bar.width + metrics->gap;
  double before = box->bar.x - metrics->gap - box->label.width;

  if (!get_ghost (layout, box)->is_milestone && fits_inside (layout, box))
    {
      box->placement = SPZ_TIMELINE_LABEL_INSIDE;
      box->label.x = box->bar.x + (box->bar.width - box->label.width) / 2;
    }
  else if (after + box->label.width <= room)
    {
      box->placement = SPZ_TIMELINE_LABEL_AFTER;
      box->label.x = after;
    }
  else if (before >= 0)
    {
      box->placement = SPZ_TIMELINE_LABEL_BEFORE;
      box->label.x = before;
    }
  else
    {
      /* Longer than all there is on either side: over its bar, and broken */
      box->placement = SPZ_TIMELINE_LABEL_WRAPPED;
      pango_layout_set_wrap (box->text, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_width (box->text, (int) (MIN (box->label.width + 1, room) * PANGO_SCALE));
      box->label.width = spz_timeline_text_get_width (box->text);
      box->label.height = spz_timeline_text_get_height (box->text);
      box->label.x = CLAMP (box->bar.x, 0, MAX (room - box->label.width, 0));
    }
}

/* The first lane that is free from where the ghost and its label begin. Ghosts
 * that follow each other touch as bars do; a label outside keeps a distance. */
static void
take_lane (SpzTimelineLayout *layout,
           SpzTimelineBox    *box,
           GArray            *taken)
{
  double start = MIN (box->bar.x, box->label.x);
  double end = MAX (box->bar.x + box->bar.width, box->label.x + box->label.width);

  if (box->placement != SPZ_TIMELINE_LABEL_INSIDE)
    end += layout->metrics.gap;

  for (box->lane = 0; box->lane < taken->len; box->lane++)
    if (g_array_index (taken, double, box->lane) <= start)
      break;

  if (box->lane == taken->len)
    g_array_append_val (taken, end);
  else
    g_array_index (taken, double, box->lane) = end;
}

static void
add_box (SpzTimelineRowWork *work,
         guint               index,
         GArray             *taken)
{
  SpzTimelineLayout *layout = work->layout;
  const SpzTimelineGhost *ghost = &g_array_index (layout->plan->ghosts, SpzTimelineGhost, index);
  SpzTimelineBox box = { .index = index, .start = ghost->start, .end = ghost->end };
  gboolean slim = layout->slim_ghosts && !ghost->dropped;
  double mark = slim ? layout->metrics.mark * SLIM_MARK : layout->metrics.mark;

  box.bar.x = spz_timeline_layout_along (layout, ghost->start);
  box.bar.width = spz_timeline_layout_along (layout, ghost->end + 1) - box.bar.x;
  if (ghost->is_milestone)
    {
      double room = spz_timeline_scale_get_width (&layout->scale);
      double x = box.bar.x + (layout->scale.per_day - mark) / 2;

      box.bar.x = CLAMP (x, 0, MAX (room - mark, 0));
      box.bar.width = mark;
    }

  if (slim)
    {
      box.placement = SPZ_TIMELINE_LABEL_INSIDE;
      box.label = box.bar;
    }
  else
    {
      make_text (layout, &box);
      place_label (layout, &box);
    }
  take_lane (layout, &box, taken);
  g_array_append_val (work->row->ghosts, box);
}

static double
get_height (SpzTimelineLayout    *layout,
            const SpzTimelineBox *box)
{
  const SpzTimelineMetrics *metrics = &layout->metrics;

  if (box->text != NULL)
    return MAX (metrics->line, box->label.height) + metrics->pad_y;

  return get_ghost (layout, box)->is_milestone ? box->bar.width : metrics->band * 1.2;
}

/* Returns: the lane's height */
static double
stack_lane (SpzTimelineRowWork *work,
            guint               lane,
            double              y)
{
  GArray *boxes = work->row->ghosts;
  double height = 0;

  for (guint i = 0; i < boxes->len; i++)
    if (BOX (boxes, i)->lane == lane)
      height = MAX (height, get_height (work->layout, BOX (boxes, i)));

  for (guint i = 0; i < boxes->len; i++)
    {
      SpzTimelineBox *box = BOX (boxes, i);

      if (box->lane != lane)
        continue;

      box->bar.height = get_ghost (work->layout, box)->is_milestone ? box->bar.width
                                                                    : get_height (work->layout, box);
      box->bar.y = y + (height - box->bar.height) / 2;
      if (box->text == NULL)
        box->label.height = 0;
      box->label.y = y + (height - box->label.height) / 2;
    }

  return height;
}

/**
 * spz_timeline_row_place_ghosts:
 * @work: a row
 * @first: index of its first ghost
 * @n: how many it has
 * @top: how high what stands above them is
 *
 * Places a row's ghosts in lanes below everything else.
 *
 * Returns: the height that they add, 0 without any
 */
double
spz_timeline_row_place_ghosts (SpzTimelineRowWork *work,
                               guint               first,
                               guint               n,
                               double              top)
{
  const SpzTimelineMetrics *metrics = &work->layout->metrics;
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (double));
  double gap = work->layout->slim_ghosts ? metrics->gap / 2 : metrics->gap;
  double y = top > 0 ? top + gap : top;

  for (guint i = 0; i < n; i++)
    add_box (work, first + i, taken);

  for (guint lane = 0; lane < taken->len; lane++)
    y += stack_lane (work, lane, y) + (lane + 1 < taken->len ? metrics->gap / 2 : 0);

  return n > 0 ? y - top : 0;
}

/* Painting */

static void
set_colour (cairo_t           *cr,
            SpzTimelineLayout *layout,
            SpzTimelineColour  colour)
{
  spz_timeline_draw_set_colour (cr, spz_timeline_theme_get_colour (layout->theme, colour), 1);
}

static void
set_dash (cairo_t           *cr,
          SpzTimelineLayout *layout)
{
  const double dash[] = { layout->metrics.em * 0.3, layout->metrics.em * 0.25 };

  cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), 0);
}

static void
stroke_outline (cairo_t           *cr,
                SpzTimelineLayout *layout,
                const SpzRect     *rect)
{
  SpzRect outline = { rect->x + 1, rect->y + 0.5, MAX (rect->width - 2, 1), MAX (rect->height - 1, 1) };

  cairo_set_line_width (cr, layout->metrics.hair);
  set_dash (cr, layout);
  spz_timeline_draw_outline (cr, &outline, layout->metrics.radius);
  cairo_stroke (cr);
}

static void
fill (cairo_t           *cr,
      SpzTimelineLayout *layout,
      SpzTimelineColour  colour,
      const SpzRect     *rect)
{
  set_colour (cr, layout, colour);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_fill (cr);
}

/**
 * spz_timeline_paint_ghost:
 * @cr: a cairo context
 * @layout: a layout
 * @rect: where a bar was
 *
 * Paints the dashed outline that is left where a bar comes from.
 */
void
spz_timeline_paint_ghost (cairo_t           *cr,
                          SpzTimelineLayout *layout,
                          const SpzRect     *rect)
{
  cairo_save (cr);
  set_colour (cr, layout, SPZ_TIMELINE_COLOUR_DIM);
  stroke_outline (cr, layout, rect);
  cairo_restore (cr);
}

/**
 * spz_timeline_paint_mark_ghost:
 * @cr: a cairo context
 * @layout: a layout
 * @rect: where a milestone's mark was
 * @kind: what happens then: its shape
 *
 * Paints the dashed outline that is left where a milestone comes from.
 */
void
spz_timeline_paint_mark_ghost (cairo_t           *cr,
                               SpzTimelineLayout *layout,
                               const SpzRect     *rect,
                               SpzMilestoneKind   kind)
{
  cairo_save (cr);
  set_colour (cr, layout, SPZ_TIMELINE_COLOUR_DIM);
  cairo_set_line_width (cr, layout->metrics.hair);
  set_dash (cr, layout);
  spz_timeline_draw_mark_path (cr, rect, kind, layout->scale.rtl);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* As the ghosts look in @layout: where they are slim, a strip in the middle */
void
spz_timeline_paint_ghost_swatch (cairo_t           *cr,
                                 SpzTimelineLayout *layout,
                                 const SpzRect     *rect)
{
  double height = layout->metrics.band;

  if (!layout->slim_ghosts)
    {
      spz_timeline_paint_ghost (cr, layout, rect);
      return;
    }

  fill (cr, layout, SPZ_TIMELINE_COLOUR_GRID_YEAR,
        &(SpzRect) { rect->x, rect->y + (rect->height - height) / 2, rect->width, height });
}

static void
paint_box (cairo_t              *cr,
           SpzTimelineLayout    *layout,
           const SpzTimelineBox *box)
{
  const SpzTimelineGhost *ghost = get_ghost (layout, box);

  cairo_save (cr);
  if (ghost->is_milestone)
    {
      if (box->text != NULL)
        set_dash (cr, layout);
      spz_timeline_draw_mark (cr, &layout->metrics, layout->theme, &box->bar, ghost->milestone_kind,
                              SPZ_CERTAINTY_EXPECTED, layout->scale.rtl);
    }
  else if (box->text == NULL)
    {
      /* A hairline stays free between one and the next. */
      fill (cr, layout, SPZ_TIMELINE_COLOUR_GRID_YEAR,
            &(SpzRect) { box->bar.x + layout->metrics.hair, box->bar.y,
                         MAX (box->bar.width - 2 * layout->metrics.hair, layout->metrics.hair), box->bar.height });
    }
  else
    {
      /* No line behind the rows crosses what is read. */
      fill (cr, layout, SPZ_TIMELINE_COLOUR_BACKGROUND, &box->bar);
      spz_timeline_paint_ghost (cr, layout, &box->bar);
    }

  if (box->text != NULL)
    {
      if (box->placement != SPZ_TIMELINE_LABEL_INSIDE)
        fill (cr, layout, SPZ_TIMELINE_COLOUR_BACKGROUND, &box->label);
      set_colour (cr, layout, SPZ_TIMELINE_COLOUR_DIM);
      spz_timeline_draw_text (cr, box->text, box->label.x, box->label.y);
    }
  cairo_restore (cr);
}

static gboolean
is_in_sight (const SpzRect *rect,
             double         x,
             double         width)
{
  return rect->x < x + width && rect->x + rect->width > x;
}

/**
 * spz_timeline_row_paint_ghosts:
 * @cr: a cairo context, its origin at the row's top
 * @layout: a layout
 * @row: a row that is laid out
 * @x: the left edge of what is seen
 * @width: its width
 *
 * Paints where things of a row were in the version the plan is compared with.
 */
void
spz_timeline_row_paint_ghosts (cairo_t              *cr,
                               SpzTimelineLayout    *layout,
                               const SpzTimelineRow *row,
                               double                x,
                               double                width)
{
  for (guint i = 0; i < row->ghosts->len; i++)
    {
      const SpzTimelineBox *box = &g_array_index (row->ghosts, SpzTimelineBox, i);

      if (is_in_sight (&box->bar, x, width) || is_in_sight (&box->label, x, width))
        paint_box (cr, layout, box);
    }
}
