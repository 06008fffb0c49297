/* spz-timeline-sheet.c: the plan on paper
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-sheet.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "spz-timeline-draw-private.h"
#include "spz-timeline-layout-private.h"
#include "spz-timeline-painter.h"
#include "spz-timeline-plan-private.h"
#include "spz-timeline-sheet-private.h"

#define MAX_FONT_SIZE    10.0
#define FONT_SIZE_STEP   0.25
#define PAGED_FONT_SIZE  7.5
#define TITLE_FONT_SIZE  12.0
#define COLUMN_SHARE     0.165

/* How much lower or higher than usual a row may become, in em */
#define SQUEEZE          0.42
#define STRETCH          0.9

/* How many of the labels may be looked up in the legend so that the plan is on
 * one page */
#define MOST_LOOKED_UP   0.5

/* How much of a page is used, at least, where a group goes on the next one */
#define LEAST_FILL       0.4

/* The rows of a page, and the band of the group that goes on in them from the
 * page before, or SPZ_TIMELINE_NONE */
typedef struct
{
  guint first_row;
  guint end_row;
  guint group_row;
} Page;

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
  PangoLayout           *notes;      /* of noted, as they were asked for last */

  Page                   noted;

  double                 width;
  double                 height;
  double                 font_size;
  int                    max_lines;
  guint8                *more_lines; /* by row; NULL: nowhere */
  double                 legend_height;
  gboolean               slim;       /* without the dates of ghosts */
  SpzTimelineSheetFlags  flags;
};

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

static double
get_title_height (SpzTimelineSheet *self)
{
  g_autoptr (PangoLayout) title = NULL;

  if (!(self->flags & SPZ_TIMELINE_SHEET_TITLE) || *spz_timeline_plan_get_title (self->plan) == '\0')
    return 0;

  title = new_title (self, 0);

  return spz_timeline_text_get_height (title) + TITLE_FONT_SIZE * 0.5;
}

/* What stands below a page, or NULL: asked for to measure it, and to paint it. */
static PangoLayout *
get_notes (SpzTimelineSheet *self,
           const Page       *page)
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
static void
forget_notes (SpzTimelineSheet *self)
{
  g_clear_object (&self->notes);
  self->noted = (Page) { SPZ_TIMELINE_NONE, SPZ_TIMELINE_NONE, SPZ_TIMELINE_NONE };
}

static double
get_foot_height (SpzTimelineSheet *self,
                 const Page       *page)
{
  PangoLayout *notes = get_notes (self, page);
  double em = spz_timeline_layout_get_em (self->layout);
  double height = self->legend_height + em;

  if (notes != NULL)
    height += spz_timeline_text_get_height (notes) + em * 0.6;

  return height;
}

/* Fitting */

static void
set_up_layout (SpzTimelineSheet *self,
               double            font_size)
{
  g_autoptr (SpzTimelineTheme) theme = spz_timeline_theme_copy (self->theme);
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  SpzTimelineScale scale;
  double column;

  pango_font_description_set_absolute_size (font, font_size * PANGO_SCALE);
  spz_timeline_theme_set_font (theme, font);

  forget_notes (self);
  g_clear_object (&self->layout);
  self->layout = spz_timeline_layout_new (self->context, self->plan, theme,
                                          SPZ_TIMELINE_LAYOUT_WHOLE_LABELS);
  spz_timeline_layout_set_min_size (self->layout, SPZ_TIMELINE_MIN_FONT_SIZE);
  spz_timeline_layout_set_slim_ghosts (self->layout, self->slim);
  spz_timeline_layout_set_max_lines (self->layout, self->max_lines);
  for (guint row = 0; self->more_lines != NULL && row < spz_timeline_layout_get_n_rows (self->layout); row++)
    spz_timeline_layout_set_more_lines (self->layout, row, self->more_lines[row]);
  column = spz_timeline_layout_measure_column (self->layout, self->width * COLUMN_SHARE);
  spz_timeline_layout_set_column_width (self->layout, column);
  scale = *spz_timeline_layout_get_scale (self->layout);
  spz_timeline_scale_fit (&scale, self->width - column);
  spz_timeline_layout_set_scale (self->layout, &scale);
  self->font_size = font_size;
  self->legend_height = spz_timeline_paint_legend (NULL, self->layout, self->width);
}

static void
lay_out_all (SpzTimelineSheet *self)
{
  /* Numbers are given in reading order, so rows are laid out in it. */
  spz_timeline_layout_ensure (self->layout, 0, G_MAXDOUBLE);
}

static Page
get_all (SpzTimelineSheet *self)
{
  return (Page) { 0, spz_timeline_layout_get_n_rows (self->layout), SPZ_TIMELINE_NONE };
}

static double
get_room (SpzTimelineSheet *self)
{
  return self->height - get_title_height (self) - spz_timeline_layout_get_axis_height (self->layout);
}

/* The height that rows and foot take at a size */
static double
measure (SpzTimelineSheet *self,
         double            font_size)
{
  Page all;

  set_up_layout (self, font_size);
  lay_out_all (self);
  all = get_all (self);

  return spz_timeline_layout_get_height (self->layout) + get_foot_height (self, &all);
}

/* How many labels of a row have to be looked up in the legend */
static guint
count_looked_up_in_row (SpzTimelineSheet *self,
                        guint             row)
{
  guint n, n_looked_up = 0;
  const SpzTimelineBox *boxes = spz_timeline_layout_get_bars (self->layout, row, &n);

  for (guint i = 0; i < n; i++)
    n_looked_up += boxes[i].number > 0 || boxes[i].placement == SPZ_TIMELINE_LABEL_SHORT;

  return n_looked_up;
}

static guint
count_looked_up (SpzTimelineSheet *self)
{
  guint n_looked_up = 0;

  for (guint row = 0; row < spz_timeline_layout_get_n_rows (self->layout); row++)
    n_looked_up += count_looked_up_in_row (self, row);

  return n_looked_up;
}

/* Finds the largest size at which everything fits on one page; 0 if none does.
 * Where even the smallest needs the rows a little lower, it is taken so. A
 * label that can be read at its bar in the smallest isn't looked up for a
 * larger one. */
static double
find_size (SpzTimelineSheet *self)
{
  double best = SPZ_TIMELINE_MIN_FONT_SIZE;
  double needed = measure (self, best);
  double squeeze = self->plan->measures->len * SQUEEZE * best;
  guint n_looked_up;
  int low = 1, high;

  n_looked_up = count_looked_up (self);
  if (needed > get_room (self))
    return needed - squeeze <= get_room (self) ? best : 0;

  /* Heights grow with the size at least, and faster where lines are broken. */
  high = (int) ((MIN (best * get_room (self) / needed, MAX_FONT_SIZE) - best) / FONT_SIZE_STEP);
  while (low <= high)
    {
      int middle = (low + high + 1) / 2;
      double size = SPZ_TIMELINE_MIN_FONT_SIZE + middle * FONT_SIZE_STEP;

      if (measure (self, size) <= get_room (self) && count_looked_up (self) <= n_looked_up)
        {
          best = size;
          low = middle + 1;
        }
      else
        {
          high = middle - 1;
        }
    }

  return best;
}

/* Before a plan is split, rows become lower at the cost of labels in the
 * legend, as long as most can still be read at their bars. */
static double
find_size_in_fewer_lines (SpzTimelineSheet *self)
{
  while (--self->max_lines > 0 &&
         spz_timeline_layout_get_height (self->layout) < SPZ_TIMELINE_MAX_LINES * get_room (self))
    {
      double size = find_size (self);

      if (size > 0 && count_looked_up (self) <= MOST_LOOKED_UP * self->plan->bars->len)
        return size;
    }

  return 0;
}

/* What it is worth to give a row another line */
typedef struct
{
  guint  row;
  guint  n_saved;
  double cost;    /* the height it takes, less what the legend becomes lower by */
} Offer;

static int
compare_offers (gconstpointer a,
                gconstpointer b)
{
  const Offer *left = a, *right = b;
  double left_price = left->cost / left->n_saved;
  double right_price = right->cost / right->n_saved;

  if (left_price != right_price)
    return left_price < right_price ? -1 : 1;

  return (left->row > right->row) - (left->row < right->row);
}

/* The rows in which labels need not be looked up if they have another line,
 * the cheapest first */
static GArray *
find_offers (SpzTimelineSheet *self,
             double            font_size)
{
  GArray *offers = g_array_new (FALSE, FALSE, sizeof (Offer));
  guint n_rows = spz_timeline_layout_get_n_rows (self->layout);
  double foot, saving;
  Page all = get_all (self);
  guint n_before, n_after;

  measure (self, font_size);
  foot = get_foot_height (self, &all);
  n_before = count_looked_up (self);
  for (guint row = 0; row < n_rows; row++)
    {
      Offer offer = { row, count_looked_up_in_row (self, row), 0 };

      spz_timeline_layout_get_row_extents (self->layout, row, NULL, &offer.cost);
      g_array_append_val (offers, offer);
    }

  memset (self->more_lines, 1, n_rows);
  measure (self, font_size);
  memset (self->more_lines, 0, n_rows);
  n_after = count_looked_up (self);
  saving = n_after < n_before ? (foot - get_foot_height (self, &all)) / (n_before - n_after) : 0;
  for (guint row = n_rows; row-- > 0;)
    {
      Offer *offer = &g_array_index (offers, Offer, row);
      guint n = count_looked_up_in_row (self, row);
      double height;

      spz_timeline_layout_get_row_extents (self->layout, row, NULL, &height);
      if (n >= offer->n_saved)
        {
          g_array_remove_index (offers, row);
          continue;
        }

      offer->n_saved -= n;
      offer->cost = height - offer->cost - offer->n_saved * saving;
    }
  g_array_sort (offers, compare_offers);

  return offers;
}

/* What room there still is, or can be made by lower rows, goes to those in
 * which another line saves the most from being looked up. */
static void
add_lines (SpzTimelineSheet *self,
           double            font_size)
{
  double room = get_room (self) + self->plan->measures->len * SQUEEZE * font_size;
  g_autoptr (GArray) offers = NULL;
  double needed;
  guint n_taken;

  self->more_lines = g_new0 (guint8, spz_timeline_layout_get_n_rows (self->layout));
  offers = find_offers (self, font_size);
  needed = measure (self, font_size);
  for (n_taken = 0; n_taken < offers->len; n_taken++)
    {
      const Offer *offer = &g_array_index (offers, Offer, n_taken);

      needed += offer->cost;
      if (needed > room)
        break;

      self->more_lines[offer->row] = 1;
    }

  /* The costs were estimates */
  while (n_taken > 0 && measure (self, font_size) > room)
    self->more_lines[g_array_index (offers, Offer, --n_taken).row] = 0;
  if (n_taken == 0)
    measure (self, font_size);
}

/* Finds out what it takes for the plan to be on one page, and the size of its
 * text then; 0 if it can't be. */
static double
find_way_on_one_page (SpzTimelineSheet *self)
{
  double size;

  self->max_lines = SPZ_TIMELINE_MAX_LINES;
  size = find_size (self);
  if (size <= 0 && self->plan->ghosts->len > 0)
    {
      /* One page is worth more than the dates of old, which the list has. */
      self->slim = TRUE;
      size = find_size (self);
    }
  if (size <= 0)
    {
      size = find_size_in_fewer_lines (self);
      if (size > 0)
        add_lines (self, size);
    }
  if (size <= 0)
    {
      self->slim = FALSE;
      self->max_lines = SPZ_TIMELINE_MAX_LINES;
    }

  return size;
}

/* Gives the rows what room is left over, or takes from them what is missing,
 * within limits. */
static void
spread_rows (SpzTimelineSheet *self)
{
  Page all = get_all (self);
  double left = get_room (self) - spz_timeline_layout_get_height (self->layout) - get_foot_height (self, &all);
  guint n_measures = self->plan->measures->len;

  if (n_measures > 0)
    spz_timeline_layout_set_spacing (self->layout, CLAMP (left / n_measures,
                                                          -SQUEEZE * self->font_size,
                                                          STRETCH * self->font_size));
}

static void
make_one_page (SpzTimelineSheet *self,
               double            font_size)
{
  Page page;

  if (self->font_size != font_size)
    {
      set_up_layout (self, font_size);
      lay_out_all (self);
    }
  spread_rows (self);
  page = get_all (self);
  g_array_append_val (self->pages, page);
}

static guint
get_group_row (SpzTimelineSheet *self,
               guint             first_row)
{
  guint measure;

  if (spz_timeline_layout_get_row_type (self->layout, first_row, &measure) != SPZ_TIMELINE_ROW_MEASURE)
    return SPZ_TIMELINE_NONE;

  return spz_timeline_layout_get_group_row (self->layout,
                                            g_array_index (self->plan->measures, SpzTimelineMeasure, measure).group);
}

/* The height of the band that is repeated on the page */
static double
get_band_height (SpzTimelineSheet *self,
                 const Page       *page)
{
  double height = 0;

  if (page->group_row != SPZ_TIMELINE_NONE)
    spz_timeline_layout_get_row_extents (self->layout, page->group_row, NULL, &height);

  return height;
}

static double
get_top (SpzTimelineSheet *self,
         guint             row)
{
  return spz_timeline_heights_get_top (&self->layout->heights, row);
}

/* Moves a group that would be cut to the next page, if that page can hold it
 * and this one doesn't stay too empty. A group's band never stands alone. */
static void
end_with_group (SpzTimelineSheet *self,
                Page             *page)
{
  guint n_rows = spz_timeline_layout_get_n_rows (self->layout);
  guint begin = page->end_row, end = page->end_row;

  if (page->end_row >= n_rows)
    return;

  while (begin > page->first_row &&
         spz_timeline_layout_get_row_type (self->layout, begin, NULL) != SPZ_TIMELINE_ROW_GROUP)
    begin--;
  while (end < n_rows && spz_timeline_layout_get_row_type (self->layout, end, NULL) != SPZ_TIMELINE_ROW_GROUP)
    end++;
  if (begin == page->first_row)
    return;

  if (begin == page->end_row - 1 ||
      (get_top (self, begin) - get_top (self, page->first_row) >= LEAST_FILL * get_room (self) &&
       get_top (self, end) - get_top (self, begin) + self->legend_height <= get_room (self)))
    page->end_row = begin;
}

/* As many rows as fit with what stands below them, at least one. */
static Page
fill_page (SpzTimelineSheet *self,
           guint             first_row)
{
  guint n_rows = spz_timeline_layout_get_n_rows (self->layout);
  double room = get_room (self);
  Page page = { first_row, first_row, get_group_row (self, first_row) };
  double rows = get_band_height (self, &page);

  while (page.end_row < n_rows)
    {
      Page more = { first_row, page.end_row + 1, page.group_row };
      double height;

      spz_timeline_layout_get_row_extents (self->layout, page.end_row, NULL, &height);
      rows += height;
      if (page.end_row > first_row && rows + get_foot_height (self, &more) > room)
        break;
      page = more;
    }

  end_with_group (self, &page);

  return page;
}

static void
make_pages (SpzTimelineSheet *self)
{
  guint row = 0;

  set_up_layout (self, PAGED_FONT_SIZE);
  lay_out_all (self);
  while (row < spz_timeline_layout_get_n_rows (self->layout))
    {
      Page page = fill_page (self, row);

      g_array_append_val (self->pages, page);
      row = page.end_row;
    }
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
  self->pages = g_array_new (FALSE, FALSE, sizeof (Page));
  self->remarks = g_array_new (FALSE, FALSE, sizeof (SpzTimelineRemark));
  forget_notes (self);
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
  double size;

  self->plan = spz_timeline_plan_ref (plan);
  self->theme = spz_timeline_theme_ref (theme);
  self->context = create_context ();
  self->width = width;
  self->height = height;
  self->flags = flags;

  size = find_way_on_one_page (self);
  if (size > 0)
    make_one_page (self, size);
  else
    make_pages (self);

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
    if (g_array_index (self->pages, Page, i).group_row != SPZ_TIMELINE_NONE)
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
paint_rows (SpzTimelineSheet *self,
            cairo_t          *cr,
            const Page       *page,
            double            column,
            double            chart,
            double            height)
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
paint_foot (SpzTimelineSheet *self,
            cairo_t          *cr,
            const Page       *page)
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
  const Page *p;

  g_return_if_fail (SPZ_IS_TIMELINE_SHEET (self));
  g_return_if_fail (page < self->pages->len);

  p = &g_array_index (self->pages, Page, page);
  column = spz_timeline_layout_get_column_width (self->layout);
  chart = self->width - column;
  top = spz_timeline_heights_get_top (&self->layout->heights, p->first_row);
  bottom = spz_timeline_heights_get_top (&self->layout->heights, p->end_row);
  rows = bottom - top + get_band_height (self, p);

  cairo_save (cr);
  if (get_title_height (self) > 0)
    {
      g_autoptr (PangoLayout) title = new_title (self, page);

      spz_timeline_draw_set_colour (cr, spz_timeline_theme_get_colour (self->theme, SPZ_TIMELINE_COLOUR_TEXT), 1);
      spz_timeline_draw_text (cr, title, 0, 0);
      cairo_translate (cr, 0, get_title_height (self));
    }
  paint_head (self, cr, column, chart);
  cairo_translate (cr, 0, spz_timeline_layout_get_axis_height (self->layout));
  paint_rows (self, cr, p, column, chart, rows);
  cairo_translate (cr, 0, rows + self->font_size);
  paint_foot (self, cr, p);
  cairo_restore (cr);
}
