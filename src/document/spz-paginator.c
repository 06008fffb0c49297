/* spz-paginator.c: cutting a column of text into pages
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-logo.h"
#include "spz-flow-fit-private.h"
#include "spz-page-foot-private.h"

#include <glib/gi18n-lib.h>

#include "spz-timeline-theme.h"

/* How many texts in a row may each ask to stay with the next */
#define MAX_CHAIN 8

/* Between what stands above the title and the title, in points */
#define LETTERHEAD_GAP  22.0

/* How large the logo is on the plan's sheet, which needs its room, to what it is
 * elsewhere */
#define SHEET_LOGO 0.5

/* So many lines a letterhead has at most */
#define MAX_LETTERHEAD 8

typedef struct
{
  SpzPages *pages;
  SpzPaperPage  *page;
  double    top;
  double    bottom;
  double    y;
  double    pending;   /* space asked for by what was placed last */
  gboolean  is_empty;  /* nothing but the header and a repeated head on it */

  /* Owned */
  SpzPageFoot foot;
} Paginator;

static void
collect_note (const SpzFlowReference *reference,
              SpzTag                 *referrer,
              gpointer                user_data)
{
  g_ptr_array_add (user_data, (gpointer) reference->note);
}

static double
measure_notes (Paginator           *self,
               const SpzFlowItem   *item,
               const SpzFlowCursor *from,
               const SpzFlowCursor *to)
{
  g_autoptr (GPtrArray) notes = NULL;

  if (self->pages->flow->notes->len == 0)
    return 0;

  notes = g_ptr_array_new ();
  spz_flow_item_find_references (item, from, to, collect_note, notes);

  return spz_page_foot_measure (&self->foot, notes);
}

/* Fits an item together with the notes it refers to, of which the height is
 * returned in @notes: as many lines as leave room for theirs. Where one has to
 * be placed at any price, the notes have what is left. */
static SpzFlowFit
fit_noted (Paginator         *self,
           const SpzFlowItem *item,
           SpzFlowCursor     *cursor,
           double             available,
           gboolean           force,
           double            *height,
           double            *notes)
{
  const SpzFlowCursor from = *cursor;
  double limit = available;

  while (TRUE)
    {
      SpzFlowFit fit;

      *cursor = from;
      fit = spz_flow_item_fit (item, cursor, limit, force, height);
      *notes = fit != SPZ_FLOW_FIT_NONE ? measure_notes (self, item, &from, cursor) : 0;
      if (fit == SPZ_FLOW_FIT_NONE || *notes <= 0 || *height + *notes <= available || limit <= 0)
        return fit;

      limit = MIN (limit, *height) - 1;
    }
}

static const SpzFlowItem *
get_item (Paginator *self,
          guint      index)
{
  GPtrArray *items = self->pages->flow->items;

  return index < items->len ? g_ptr_array_index (items, index) : NULL;
}

/* Whether the item at @index can begin within @available, together with what
 * it wants to stay with */
static gboolean
can_begin (Paginator *self,
           guint      index,
           double     available,
           double     pending,
           guint      chain)
{
  const SpzFlowItem *item = get_item (self, index);
  SpzFlowCursor cursor = { 0 };
  double height, notes;

  if (item == NULL || item->kind == SPZ_FLOW_TIMELINE || chain == 0)
    return TRUE;

  available -= MAX (pending, item->space_before);
  switch (fit_noted (self, item, &cursor, available, FALSE, &height, &notes))
    {
    case SPZ_FLOW_FIT_ALL:
      return !item->keep_with_next ||
             can_begin (self, index + 1, available - height - notes, item->space_after, chain - 1);

    case SPZ_FLOW_FIT_PART:
      return TRUE;

    case SPZ_FLOW_FIT_NONE:
    default:
      return FALSE;
    }
}

/* Placing: what has room becomes pieces */

static SpzTag *
get_leaf (Paginator          *self,
          const SpzFlowBlock *block,
          gboolean            is_part,
          gboolean            is_artifact)
{
  if (is_artifact || block->tag == NULL)
    return NULL;

  /* Only leaves hold content: a paragraph in parts is one of spans. */
  return is_part ? spz_flow_add_tag (self->pages->flow, block->tag, "Span") : block->tag;
}

static double
get_text_width (const SpzFlowBlock *block)
{
  int width = pango_layout_get_width (block->layout);

  if (width < 0)
    pango_layout_get_size (block->layout, &width, NULL);

  return pango_units_to_double (width);
}

static void
place_lines (Paginator          *self,
             const SpzFlowBlock *block,
             guint               first,
             guint               end,
             double              y,
             gboolean            is_artifact)
{
  double left = self->pages->setup.margin_left;
  double height = block->tops[end] - block->tops[first];
  gboolean is_part = first > 0 || end < block->n_lines;
  SpzPiece *piece;

  if (first == 0 && block->label != NULL)
    {
      piece = spz_paper_page_add (self->page, SPZ_PIECE_LABEL, left + block->label_x, y,
                                  block->x - block->label_x, block->tops[1]);
      piece->block = block;
      piece->node = block->node;
      piece->tag = is_artifact ? NULL : block->label_tag;
    }

  piece = spz_paper_page_add (self->page, SPZ_PIECE_TEXT, left + block->x, y,
                              get_text_width (block), height);
  piece->block = block;
  piece->first_line = first;
  piece->n_lines = end - first;
  piece->node = is_artifact ? NULL : block->node;
  piece->tag = get_leaf (self, block, is_part, is_artifact);
}

static void
place_column (Paginator           *self,
              const SpzFlowItem   *item,
              guint                column,
              const SpzFlowCursor *from,
              const SpzFlowCursor *to,
              gboolean             is_artifact)
{
  double y = self->y + item->padding;

  for (guint i = from->block[column]; i < item->columns[column]->len && i <= to->block[column]; i++)
    {
      const SpzFlowBlock *block = g_ptr_array_index (item->columns[column], i);
      guint first = i == from->block[column] ? from->line[column] : 0;
      guint end = i == to->block[column] ? to->line[column] : block->n_lines;

      if (first == end)
        continue;
      if (y > self->y + item->padding)
        y += block->space_before;

      place_lines (self, block, first, end, y, is_artifact);
      y += block->tops[end] - block->tops[first];
    }
}

static void
place_rule (Paginator *self,
            double     thickness)
{
  SpzPageSetup *setup = &self->pages->setup;

  spz_paper_page_add (self->page, SPZ_PIECE_RULE, setup->margin_left, self->y,
                      self->page->width - setup->margin_left - setup->margin_right, thickness);
}

/* Places the part of @item between two cursors, @height points high. */
static void
place_part (Paginator           *self,
            const SpzFlowItem   *item,
            const SpzFlowCursor *from,
            const SpzFlowCursor *to,
            double               height,
            gboolean             is_artifact)
{
  const SpzFlowBlock *continued = spz_flow_item_get_continued (item, from);

  if (item->kind == SPZ_FLOW_HEAD)
    place_rule (self, 1.0);
  else if (item->rule_above && !spz_flow_item_is_continued (item, from) && !self->is_empty)
    place_rule (self, 0.4);

  if (continued != NULL)
    place_lines (self, continued, 0, continued->n_lines, self->y + item->padding, TRUE);

  for (guint i = 0; i < item->n_columns; i++)
    place_column (self, item, i, from, to, is_artifact);

  self->y += height;
  if (item->kind == SPZ_FLOW_HEAD)
    place_rule (self, 0.6);
  else if (item->rule_below && spz_flow_item_is_placed (item, to))
    place_rule (self, 1.0);
}

static void
end_page (Paginator *self)
{
  if (self->page != NULL)
    spz_page_foot_place (&self->foot, self->page);
  self->page = NULL;
}

/* What notes leave to the text */
static void
keep_foot (Paginator *self)
{
  SpzPageSetup *setup = &self->pages->setup;

  self->bottom = setup->height - setup->margin_bottom - self->foot.height;
}

static void
begin_page (Paginator *self)
{
  SpzPageSetup *setup = &self->pages->setup;

  end_page (self);

  self->page = spz_paper_page_new (setup->width, setup->height);
  g_ptr_array_add (self->pages->pages, self->page);
  self->top = setup->margin_top;
  spz_page_foot_begin (&self->foot, (setup->height - setup->margin_bottom - self->top) / 2);
  keep_foot (self);
  self->y = self->top;
  self->pending = 0;
  self->is_empty = TRUE;
}

/* So large, in points, with its right edge there */
static void
place_logo (Paginator *self,
            double     right,
            double     y,
            double     width,
            double     height)
{
  SpzPiece *piece = spz_paper_page_add (self->page, SPZ_PIECE_LOGO, right - width, y, width, height);

  piece->logo = self->pages->flow->logo;
  piece->tag = self->pages->flow->logo_tag;
}

/* What stands above the title on the first page */
static void
place_letterhead (Paginator *self)
{
  SpzFlow *flow = self->pages->flow;
  double width = 0, height = 0;

  if (flow->logo != NULL)
    {
      spz_logo_get_size (flow->logo, &width, &height);
      place_logo (self, self->pages->setup.margin_left + flow->width, self->y, width, height);
    }
  if (flow->letterhead != NULL)
    {
      guint n_lines = MIN (flow->letterhead->n_lines, MAX_LETTERHEAD);

      place_lines (self, flow->letterhead, 0, n_lines, self->y, FALSE);
      height = MAX (height, flow->letterhead->tops[n_lines]);
    }
  if (height > 0)
    self->y += height + LETTERHEAD_GAP * self->pages->typography.scale;
}

static void
repeat_head (Paginator         *self,
             const SpzFlowItem *head)
{
  SpzFlowCursor from = { 0 }, to = { 0 };
  double height;

  spz_flow_item_fit (head, &to, G_MAXDOUBLE, TRUE, &height);
  place_part (self, head, &from, &to, height, TRUE);
  self->is_empty = TRUE;
}

static void
add_note (const SpzFlowReference *reference,
          SpzTag                 *referrer,
          gpointer                user_data)
{
  Paginator *self = user_data;

  spz_page_foot_add (&self->foot, reference, referrer, self->bottom - self->y);
  keep_foot (self);
}

static void
place_item (Paginator *self,
            guint      index)
{
  const SpzFlowItem *item = get_item (self, index);
  SpzFlowCursor from = { 0 };

  while (TRUE)
    {
      SpzFlowCursor to = from;
      double gap = self->is_empty ? 0 : MAX (self->pending, item->space_before);
      double available = self->bottom - self->y - gap;
      double height, notes;
      SpzFlowFit fit = fit_noted (self, item, &to, available, FALSE, &height, &notes);

      if (fit == SPZ_FLOW_FIT_ALL && item->keep_with_next &&
          !can_begin (self, index + 1, available - height - notes, item->space_after, MAX_CHAIN))
        {
          SpzFlowCursor all = to;
          double all_height = height;

          fit = spz_flow_item_hold_back (item, &from, &to, &height);
          if (fit == SPZ_FLOW_FIT_NONE && self->is_empty)
            {
              fit = SPZ_FLOW_FIT_ALL;
              to = all;
              height = all_height;
            }
        }
      else if (fit == SPZ_FLOW_FIT_NONE && self->is_empty)
        {
          fit = fit_noted (self, item, &to, available, TRUE, &height, &notes);
        }

      if (fit != SPZ_FLOW_FIT_NONE)
        {
          self->y += gap;
          place_part (self, item, &from, &to, height, FALSE);
          spz_flow_item_find_references (item, &from, &to, add_note, self);
          /* What does not fit below the head on an empty page won't on the next. */
          self->is_empty = self->is_empty && item->kind == SPZ_FLOW_HEAD;
          self->pending = item->space_after;
          from = to;
        }

      if (fit == SPZ_FLOW_FIT_ALL)
        return;

      begin_page (self);
      if (item->head != NULL)
        repeat_head (self, item->head);
    }
}

static char *
describe_plan (SpzTimelinePlan *plan,
               guint            number)
{
  g_autofree char *text = spz_timeline_plan_describe (plan);

  /* Translators: what a picture shows that began on the page before */
  return number == 0 ? g_steal_pointer (&text) : g_strdup_printf (_("%s (continued)"), text);
}

static void
place_sheet_page (Paginator         *self,
                  const SpzFlowItem *item,
                  SpzTimelineSheet  *sheet,
                  guint              number,
                  const SpzPageArea *area)
{
  SpzFlow *flow = self->pages->flow;
  SpzPiece *piece;

  if (number == 0 && flow->is_plan && flow->logo != NULL)
    {
      double width, height;

      spz_logo_get_size (flow->logo, &width, &height);
      place_logo (self, area->x + area->width, SPZ_SHEET_TOP, width * SHEET_LOGO, height * SHEET_LOGO);
    }
  if (number == 0)
    {
      place_lines (self, item->heading, 0, item->heading->n_lines, SPZ_SHEET_TOP, FALSE);
      piece = &g_array_index (self->page->pieces, SpzPiece, self->page->pieces->len - 1);
      piece->x = area->x;
    }

  piece = spz_paper_page_add (self->page, SPZ_PIECE_SHEET, area->x, area->y, area->width, area->height);
  piece->sheet = sheet;
  piece->sheet_page = number;
  piece->node = item->node;
  piece->tag = number == 0 ? item->tag : spz_flow_add_tag (self->pages->flow, item->tag->parent, "Figure");
  piece->tag->alt = describe_plan (item->node->plan, number);
}

/* Below the heading, and the logo beside it */
static double
get_sheet_top (Paginator         *self,
               const SpzFlowItem *item)
{
  const SpzFlow *flow = self->pages->flow;
  double head = item->heading->tops[item->heading->n_lines];
  double width, height;

  if (flow->is_plan && flow->logo != NULL)
    {
      spz_logo_get_size (flow->logo, &width, &height);
      head = MAX (head, height * SHEET_LOGO);
    }

  return SPZ_SHEET_TOP + head + 3;
}

/* The plan: landscape pages of their own, whatever the paper */
static void
place_timeline (Paginator         *self,
                const SpzFlowItem *item)
{
  SpzPageSetup *setup = &self->pages->setup;
  double width = setup->sheet_width;
  double height = setup->sheet_height;
  double top = get_sheet_top (self, item);
  SpzPageArea area = { 0, SPZ_SHEET_MARGIN, top, width - 2 * SPZ_SHEET_MARGIN, height - top - SPZ_SHEET_BOTTOM };
  g_autoptr (SpzTimelineTheme) theme = spz_timeline_theme_new (SPZ_TIMELINE_STYLE_PAPER);
  SpzTimelineSheet *sheet;

  sheet = spz_timeline_sheet_new (item->node->plan, theme, area.width, area.height,
                                  SPZ_TIMELINE_SHEET_PLAIN);
  g_ptr_array_add (self->pages->sheets, sheet);

  for (guint i = 0; i < spz_timeline_sheet_get_n_pages (sheet); i++)
    {
      self->page = spz_paper_page_new (width, height);
      g_ptr_array_add (self->pages->pages, self->page);
      place_sheet_page (self, item, sheet, i, &area);
    }
  spz_pages_add_plan_table (self->pages, self->page, item->node->plan, item->tag->parent, &area);

  self->page = NULL;
}

/* Ends the text's pages, with all that is left of its notes */
static void
end_text (Paginator *self)
{
  end_page (self);
  while (self->foot.carried->len > 0)
    {
      begin_page (self);
      end_page (self);
    }
}

/* Private: places the flow's items on pages */
void
spz_pages_paginate (SpzPages *self)
{
  Paginator paginator = { .pages = self };

  spz_page_foot_init (&paginator.foot, self);

  for (guint i = 0; i < self->flow->items->len; i++)
    {
      const SpzFlowItem *item = g_ptr_array_index (self->flow->items, i);

      if (item->kind == SPZ_FLOW_TIMELINE)
        {
          end_text (&paginator);
          place_timeline (&paginator, item);
          continue;
        }

      if (paginator.page == NULL)
        {
          begin_page (&paginator);
          if (i == 0)
            place_letterhead (&paginator);
        }
      place_item (&paginator, i);
    }

  /* A paper has a page, even one on which nothing is said. */
  if (self->pages->len == 0)
    begin_page (&paginator);
  end_text (&paginator);
  spz_page_foot_clear (&paginator.foot);
}
