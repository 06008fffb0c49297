/* spz-timeline-sheet.c: the plan on paper
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-sheet.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "spz-timeline-draw-private.h"
#include "spz-timeline-layout-private.h"
#include "spz-timeline-painter.h"
#include "spz-timeline-plan-private.h"
#include "spz-timeline-sheet-private.h"

#define TITLE_FONT_SIZE  12.0

G_DEFINE_FINAL_TYPE (SpzTimelineSheet, spz_timeline_sheet, G_TYPE_OBJECT)

/* Text for a PDF is laid out in points, without rounding to a screen's pixels:
 * otherwise every glyph is shifted in the file. */
static PangoContext *
create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);

  return context;
}

/* Title */

static PangoLayout *
new_title (SpzTimelineSheet *self,
           guint             page)
{
  const char *title = spz_timeline_plan_get_title (self->plan);
  g_autofree char *numbered = NULL;
  g_autoptr (PangoFontDescription) font = NULL;
  PangoLayout *text;

  if (self->pages->len > 1)
    {
      /* Translators: a title, the page's number and how many pages there are */
      numbered = g_strdup_printf (_("%s (%u of %u)"), title, page + 1, self->pages->len);
      title = numbered;
    }

  text = spz_timeline_layout_new_text (self->layout, title);
  font = pango_font_description_copy (spz_timeline_theme_get_font (self->theme));
  pango_font_description_set_absolute_size (font, TITLE_FONT_SIZE * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (text, font);
  pango_layout_set_width (text, (int) (self->width * PANGO_SCALE));

  return text;
}

double
spz_timeline_sheet_get_title_height (SpzTimelineSheet *self)
{
  g_autoptr (PangoLayout) title = NULL;

  if (!(self->flags & SPZ_TIMELINE_SHEET_TITLE) || *spz_timeline_plan_get_title (self->plan) == '\0')
    return 0;

  title = new_title (self, 0);

  return spz_timeline_text_get_height (title) + TITLE_FONT_SIZE * 0.5;
}

/* What stands below a page, or NULL: asked for to measure it, and to paint it. */
static PangoLayout *
get_notes (SpzTimelineSheet           *self,
           const SpzTimelineSheetPage *page)
{
  if (self->noted.first_row != page->first_row || self->noted.end_row != page->end_row)
    {
      g_clear_object (&self->notes);
      self->notes = spz_timeline_sheet_new_notes (self->layout, page->first_row, page->end_row, self->width);
      self->noted = *page;
    }

  return self->notes;
}

/* Other rows may have other notes. */
void
spz_timeline_sheet_forget_notes (SpzTimelineSheet *self)
{
  g_clear_object (&self->notes);
  self->noted = (SpzTimelineSheetPage) { SPZ_TIMELINE_NONE, SPZ_TIMELINE_NONE, SPZ_TIMELINE_NONE };
}

double
spz_timeline_sheet_get_foot_height (SpzTimelineSheet           *self,
                                    const SpzTimelineSheetPage *page)
{
  PangoLayout *notes = get_notes (self, page);
  double em = spz_timeline_layout_get_em (self->layout);
  double height = self->legend_height + em;

  if (notes != NULL)
    height += spz_timeline_text_get_height (notes) + em * 0.6;

  return height;
}

/* Remarks */

static void
remark (SpzTimelineSheet      *self,
        SpzTimelineRemarkType  type,
        guint                  bar,
        guint                  milestone)
{
  SpzTimelineRemark entry = { type, bar, milestone };

  g_array_append_val (self->remarks, entry);
}

/* What is to be told about a bar's label: how it stands, unless that is how it
 * is wanted. A number and a short label are to be looked up, be they wanted or
 * not. */
static gboolean
get_remark (SpzTimelineSheet      *self,
            const SpzTimelineBox  *box,
            SpzTimelineRemarkType *type)
{
  const SpzTimelineBar *bar = &g_array_index (self->plan->bars, SpzTimelineBar, box->index);
  gboolean wanted = bar->label_placement != SPZ_LABEL_AUTOMATIC && !box->displaced;

  if (box->number > 0)
    *type = SPZ_TIMELINE_REMARK_NUMBERED;
  else if (box->placement == SPZ_TIMELINE_LABEL_SHORT)
    *type = SPZ_TIMELINE_REMARK_SHORT;
  else if (box->shrunk)
    *type = SPZ_TIMELINE_REMARK_SHRUNK;
  else if (!wanted && (box->placement == SPZ_TIMELINE_LABEL_AFTER || box->placement == SPZ_TIMELINE_LABEL_BEFORE))
    *type = SPZ_TIMELINE_REMARK_MOVED;
  else
    return FALSE;

  return TRUE;
}

static void
collect_remarks (SpzTimelineSheet *self,
                 guint             row)
{
  guint n;
  const SpzTimelineBox *boxes = spz_timeline_layout_get_bars (self->layout, row, &n);

  for (guint i = 0; i < n; i++)
    {
      SpzTimelineRemarkType type;

      if (boxes[i].displaced)
        remark (self, SPZ_TIMELINE_REMARK_DISPLACED, boxes[i].index, SPZ_TIMELINE_NONE);
      if (get_remark (self, &boxes[i], &type))
        remark (self, type, boxes[i].index, SPZ_TIMELINE_NONE);
    }

  boxes = spz_timeline_layout_get_milestones (self->layout, row, &n);
  for (guint i = 0; i < n; i++)
    if (boxes[i].lane > 0)
      remark (self, SPZ_TIMELINE_REMARK_MOVED, SPZ_TIMELINE_NONE, boxes[i].index);
}

/* Overrides */

static void
spz_timeline_sheet_finalize (GObject *object)
{
  SpzTimelineSheet *self = SPZ_TIMELINE_SHEET (object);

  g_clear_object (&self->notes);
  g_clear_object (&self->layout);
  g_clear_object (&self->context);
  g_clear_pointer (&self->plan, spz_timeline_plan_unref);
  g_clear_pointer (&self->theme, spz_timeline_theme_unref);
  g_clear_pointer (&self->pages, g_array_unref);
  g_clear_pointer (&self->remarks, g_array_unref);
  g_clear_pointer (&self->more_lines, g_free);

  G_OBJECT_CLASS (spz_timeline_sheet_parent_class)->finalize (object);
}

static void
spz_timeline_sheet_class_init (SpzTimelineSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spz_timeline_sheet_finalize;
}

static void
spz_timeline_sheet_init (SpzTimelineSheet *self)
{
  self->pages = g_array_new (FALSE, FALSE, sizeof (SpzTimelineSheetPage));
  self->remarks = g_array_new (FALSE, FALSE, sizeof (SpzTimelineRemark));
  spz_timeline_sheet_forget_notes (self);
}

/**
 * spz_timeline_sheet_new:
 * @plan: a plan
 * @theme: how it looks; its font's size doesn't count
 * @width: the width that is free on the page, in points
 * @height: the height that is free
 * @flags: what else is on it
 *
 * Fits the whole plan on one page, in the largest type that this allows and
 * never smaller than %SPZ_TIMELINE_MIN_FONT_SIZE. If that is too much for one
 * page, the dates of what moved are left out of a comparison, and then labels
 * are broken into fewer lines, even if some have to be looked up, except where
 * there is room for more lines; if that doesn't help, the plan is split between action fields, and within one where it has
 * to be.
 *
 * Returns: (transfer full): the sheet, for the calling thread
 */
SpzTimelineSheet *
spz_timeline_sheet_new (SpzTimelinePlan       *plan,
                        SpzTimelineTheme      *theme,
                        double                 width,
                        double                 height,
                        SpzTimelineSheetFlags  flags)
{
  SpzTimelineSheet *self = g_object_new (SPZ_TYPE_TIMELINE_SHEET, NULL);

  self->plan = spz_timeline_plan_ref (plan);
  self->theme = spz_timeline_theme_ref (theme);
  self->context = create_context ();
  self->width = width;
  self->height = height;
  self->flags = flags;

  spz_timeline_sheet_make_pages (self);
  for (guint row = 0; row < spz_timeline_layout_get_n_rows (self->layout); row++)
    collect_remarks (self, row);

  return self;
}

/* Private: where the labels are, all rows having been laid out */
SpzTimelineLayout *
spz_timeline_sheet_get_layout (SpzTimelineSheet *self)
{
  return self->layout;
}

/**
 * spz_timeline_sheet_get_n_pages:
 * @self: a sheet
 *
 * Returns: how many pages the plan takes
 */
guint
spz_timeline_sheet_get_n_pages (SpzTimelineSheet *self)
{
  g_return_val_if_fail (SPZ_IS_TIMELINE_SHEET (self), 0);

  return self->pages->len;
}

/**
 * spz_timeline_sheet_get_cuts_group:
 * @self: a sheet
 *
 * Returns: whether an action field goes on from one page to the next
 */
gboolean
spz_timeline_sheet_get_cuts_group (SpzTimelineSheet *self)
{
  g_return_val_if_fail (SPZ_IS_TIMELINE_SHEET (self), FALSE);

  for (guint i = 0; i < self->pages->len; i++)
    if (g_array_index (self->pages, SpzTimelineSheetPage, i).group_row != SPZ_TIMELINE_NONE)
      return TRUE;

  return FALSE;
}

/**
 * spz_timeline_sheet_get_font_size:
 * @self: a sheet
 *
 * Returns: the size of its text, in points; a label that is remarked as shrunk
 *   has %SPZ_TIMELINE_MIN_FONT_SIZE
 */
double
spz_timeline_sheet_get_font_size (SpzTimelineSheet *self)
{
  g_return_val_if_fail (SPZ_IS_TIMELINE_SHEET (self), 0);

  return self->font_size;
}

/**
 * spz_timeline_sheet_get_remarks:
 * @self: a sheet
 * @n_remarks: (out): how many
 *
 * Returns: (transfer none) (array length=n_remarks): the labels that don't
 *   stand in their bar like the others, in reading order
 */
const SpzTimelineRemark *
spz_timeline_sheet_get_remarks (SpzTimelineSheet *self,
                                guint            *n_remarks)
{
  g_return_val_if_fail (SPZ_IS_TIMELINE_SHEET (self), NULL);

  *n_remarks = self->remarks->len;
  return (const SpzTimelineRemark *) (void *) self->remarks->data;
}

/* Painting */

static void
paint_head (SpzTimelineSheet *self,
            cairo_t          *cr,
            double            column,
            double            chart)
{
  double height = spz_timeline_layout_get_axis_height (self->layout);
  double pad = self->layout->metrics.column_pad;
  g_autoptr (PangoLayout) text = spz_timeline_layout_new_text (self->layout, _("Measures"));

  spz_timeline_text_set_weight (text, PANGO_WEIGHT_BOLD);
  spz_timeline_draw_set_colour (cr, spz_timeline_theme_get_colour (self->theme, SPZ_TIMELINE_COLOUR_TEXT), 1);
  spz_timeline_draw_text (cr, text, pad, height * 0.75 - spz_timeline_text_get_height (text) / 2);

  spz_timeline_draw_set_colour (cr, spz_timeline_theme_get_colour (self->theme, SPZ_TIMELINE_COLOUR_GRID_YEAR), 1);
  cairo_set_line_width (cr, self->layout->metrics.hair);
  spz_timeline_draw_line (cr, 0, height - self->layout->metrics.hair,
                          column, height - self->layout->metrics.hair);

  cairo_save (cr);
  cairo_translate (cr, column, 0);
  spz_timeline_paint_axis (cr, self->layout, 0, chart);
  cairo_restore (cr);
}

/* Returns: the row's height */
static double
paint_row (SpzTimelineSheet *self,
           cairo_t          *cr,
           guint             row,
           double            y,
           double            column,
           double            chart)
{
  double height;

  spz_timeline_layout_get_row_extents (self->layout, row, NULL, &height);
  cairo_save (cr);
  cairo_translate (cr, column, y);
  spz_timeline_paint_row (cr, self->layout, row, 0, chart);
  cairo_translate (cr, -column, 0);
  spz_timeline_paint_column (cr, self->layout, row);
  cairo_restore (cr);

  return height;
}

static void
paint_rows (SpzTimelineSheet           *self,
            cairo_t                    *cr,
            const SpzTimelineSheetPage *page,
            double                      column,
            double                      chart,
            double                      height)
{
  double y = 0;

  cairo_save (cr);
  cairo_translate (cr, column, 0);
  spz_timeline_paint_grid (cr, self->layout, 0, chart, height);
  cairo_restore (cr);

  /* Behind the bands of the groups, whose titles may cross it */
  spz_timeline_draw_set_colour (cr, spz_timeline_theme_get_colour (self->theme, SPZ_TIMELINE_COLOUR_GRID_YEAR), 1);
  cairo_set_line_width (cr, self->layout->metrics.hair);
  spz_timeline_draw_line (cr, column, 0, column, height);

  if (page->group_row != SPZ_TIMELINE_NONE)
    y += paint_row (self, cr, page->group_row, y, column, chart);
  for (guint row = page->first_row; row < page->end_row; row++)
    y += paint_row (self, cr, row, y, column, chart);

  spz_timeline_draw_set_colour (cr, spz_timeline_theme_get_colour (self->theme, SPZ_TIMELINE_COLOUR_GRID_YEAR), 1);
  cairo_set_line_width (cr, self->layout->metrics.hair);
  spz_timeline_draw_line (cr, 0, height, self->width, height);
}

static void
paint_foot (SpzTimelineSheet           *self,
            cairo_t                    *cr,
            const SpzTimelineSheetPage *page)
{
  PangoLayout *notes = get_notes (self, page);
  double height = spz_timeline_paint_legend (cr, self->layout, self->width);

  if (notes == NULL)
    return;

  spz_timeline_draw_set_colour (cr, spz_timeline_theme_get_colour (self->theme, SPZ_TIMELINE_COLOUR_DIM), 1);
  spz_timeline_draw_text (cr, notes, 0, height + self->font_size * 0.6);
}

/**
 * spz_timeline_sheet_paint:
 * @self: a sheet
 * @cr: a cairo context in points, its origin where the free space begins
 * @page: which page
 */
void
spz_timeline_sheet_paint (SpzTimelineSheet *self,
                          cairo_t          *cr,
                          guint             page)
{
  double column, chart, rows, top, bottom;
  const SpzTimelineSheetPage *p;

  g_return_if_fail (SPZ_IS_TIMELINE_SHEET (self));
  g_return_if_fail (page < self->pages->len);

  p = &g_array_index (self->pages, SpzTimelineSheetPage, page);
  column = spz_timeline_layout_get_column_width (self->layout);
  chart = self->width - column;
  top = spz_timeline_heights_get_top (&self->layout->heights, p->first_row);
  bottom = spz_timeline_heights_get_top (&self->layout->heights, p->end_row);
  rows = bottom - top + spz_timeline_sheet_get_band_height (self, p);

  cairo_save (cr);
  if (spz_timeline_sheet_get_title_height (self) > 0)
    {
      g_autoptr (PangoLayout) title = new_title (self, page);

      spz_timeline_draw_set_colour (cr, spz_timeline_theme_get_colour (self->theme, SPZ_TIMELINE_COLOUR_TEXT), 1);
      spz_timeline_draw_text (cr, title, 0, 0);
      cairo_translate (cr, 0, spz_timeline_sheet_get_title_height (self));
    }
  paint_head (self, cr, column, chart);
  cairo_translate (cr, 0, spz_timeline_layout_get_axis_height (self->layout));
  paint_rows (self, cr, p, column, chart, rows);
  cairo_translate (cr, 0, rows + self->font_size);
  paint_foot (self, cr, p);
  cairo_restore (cr);
}
