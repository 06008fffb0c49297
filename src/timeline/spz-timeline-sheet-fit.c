/* spz-timeline-sheet-fit.c: what a plan takes to be on one page, or on several
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "spz-timeline-layout-private.h"
#include "spz-timeline-painter.h"
#include "spz-timeline-plan-private.h"
#include "spz-timeline-sheet-private.h"

#define MAX_FONT_SIZE    10.0
#define FONT_SIZE_STEP   0.25
#define PAGED_FONT_SIZE  7.5
#define COLUMN_SHARE     0.165

/* How much lower or higher than usual a row may become, in em */
#define SQUEEZE          0.42
#define STRETCH          0.9

/* How many of the labels may be looked up in the legend so that the plan is on
 * one page */
#define MOST_LOOKED_UP   0.5

/* How much of a page is used, at least, where a group goes on the next one */
#define LEAST_FILL       0.4

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

  spz_timeline_sheet_forget_notes (self);
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

static SpzTimelineSheetPage
get_all (SpzTimelineSheet *self)
{
  return (SpzTimelineSheetPage) { 0, spz_timeline_layout_get_n_rows (self->layout), SPZ_TIMELINE_NONE };
}

static double
get_room (SpzTimelineSheet *self)
{
  return self->height - spz_timeline_sheet_get_title_height (self) - spz_timeline_layout_get_axis_height (self->layout);
}

/* The height that rows and foot take at a size */
static double
measure (SpzTimelineSheet *self,
         double            font_size)
{
  SpzTimelineSheetPage all;

  set_up_layout (self, font_size);
  lay_out_all (self);
  all = get_all (self);

  return spz_timeline_layout_get_height (self->layout) + spz_timeline_sheet_get_foot_height (self, &all);
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
  SpzTimelineSheetPage all = get_all (self);
  guint n_before, n_after;

  measure (self, font_size);
  foot = spz_timeline_sheet_get_foot_height (self, &all);
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
  saving = n_after < n_before ? (foot - spz_timeline_sheet_get_foot_height (self, &all)) / (n_before - n_after) : 0;
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
  SpzTimelineSheetPage all = get_all (self);
  double left = get_room (self) - spz_timeline_layout_get_height (self->layout) - spz_timeline_sheet_get_foot_height (self, &all);
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
  SpzTimelineSheetPage page;

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
double
spz_timeline_sheet_get_band_height (SpzTimelineSheet           *self,
                                    const SpzTimelineSheetPage *page)
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
end_with_group (SpzTimelineSheet     *self,
                SpzTimelineSheetPage *page)
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
static SpzTimelineSheetPage
fill_page (SpzTimelineSheet *self,
           guint             first_row)
{
  guint n_rows = spz_timeline_layout_get_n_rows (self->layout);
  double room = get_room (self);
  SpzTimelineSheetPage page = { first_row, first_row, get_group_row (self, first_row) };
  double rows = spz_timeline_sheet_get_band_height (self, &page);

  while (page.end_row < n_rows)
    {
      SpzTimelineSheetPage more = { first_row, page.end_row + 1, page.group_row };
      double height;

      spz_timeline_layout_get_row_extents (self->layout, page.end_row, NULL, &height);
      rows += height;
      if (page.end_row > first_row && rows + spz_timeline_sheet_get_foot_height (self, &more) > room)
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
      SpzTimelineSheetPage page = fill_page (self, row);

      g_array_append_val (self->pages, page);
      row = page.end_row;
    }
}

/* Finds the size of the text, lays the plan out in it, and divides it into
 * pages. */
void
spz_timeline_sheet_make_pages (SpzTimelineSheet *self)
{
  double size = find_way_on_one_page (self);

  if (size > 0)
    make_one_page (self, size);
  else
    make_pages (self);
}
