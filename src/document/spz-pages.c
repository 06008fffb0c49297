/* spz-pages.c: a document laid out on pages
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-pages-private.h"

#include <math.h>

#include "spz-language.h"

G_DEFINE_BOXED_TYPE (SpzPages, spz_pages, spz_pages_ref, spz_pages_unref)

/* Private: an empty page */
SpzPaperPage *
spz_paper_page_new (double width,
                    double height)
{
  SpzPaperPage *self = g_new0 (SpzPaperPage, 1);

  self->width = width;
  self->height = height;
  self->pieces = g_array_new (FALSE, TRUE, sizeof (SpzPiece));

  return self;
}

void
spz_paper_page_free (SpzPaperPage *self)
{
  g_array_unref (self->pieces);
  g_free (self);
}

/* Private: adds a piece, which stays valid until the next one is added */
SpzPiece *
spz_paper_page_add (SpzPaperPage *self,
                    SpzPieceKind  kind,
                    double        x,
                    double        y,
                    double        width,
                    double        height)
{
  SpzPiece piece = { .kind = kind, .x = x, .y = y, .width = width, .height = height };

  g_array_append_val (self->pieces, piece);

  return &g_array_index (self->pieces, SpzPiece, self->pieces->len - 1);
}

/**
 * spz_pages_new:
 * @document: a document
 * @setup: the paper, and how text is set on it
 *
 * Lays out a document on pages.
 *
 * Returns: (transfer full): its pages, one at least
 */
SpzPages *
spz_pages_new (SpzDocument        *document,
               const SpzPageSetup *setup)
{
  g_auto (SpzLanguage) language = { 0 };
  SpzPages *self = g_new0 (SpzPages, 1);

  spz_language_enter (&language, SPZ_DOCUMENT_LANGUAGE);
  g_atomic_ref_count_init (&self->ref_count);
  self->setup = *setup;
  self->document = spz_document_ref (document);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) spz_paper_page_free);
  self->sheets = g_ptr_array_new_with_free_func (g_object_unref);
  self->furniture = g_ptr_array_new_with_free_func ((GDestroyNotify) spz_flow_block_free);

  spz_typography_init (&self->typography, setup->layout, spz_document_get_language (document));
  self->flow = spz_flow_new (document, &self->typography,
                             setup->width - setup->margin_left - setup->margin_right,
                             setup->sheet_width - 2 * SPZ_SHEET_MARGIN);
  spz_pages_paginate (self);
  spz_pages_add_furniture (self);

  return self;
}

/**
 * spz_pages_ref:
 * @self: pages
 *
 * Adds a reference.
 *
 * Returns: (transfer full): @self
 */
SpzPages *
spz_pages_ref (SpzPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * spz_pages_unref:
 * @self: (transfer full): pages
 *
 * Drops a reference.
 */
void
spz_pages_unref (SpzPages *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->furniture);
  g_ptr_array_unref (self->sheets);
  spz_flow_free (self->flow);
  spz_typography_clear (&self->typography);
  spz_document_unref (self->document);
  g_free (self);
}

/**
 * spz_pages_get_document:
 * @self: pages
 *
 * What is on them.
 *
 * Returns: (transfer none): the document
 */
SpzDocument *
spz_pages_get_document (SpzPages *self)
{
  return self->document;
}

/**
 * spz_pages_get_n_pages:
 * @self: pages
 *
 * Counts them.
 *
 * Returns: the number of pages, 1 at least
 */
guint
spz_pages_get_n_pages (SpzPages *self)
{
  return self->pages->len;
}

/* Private: what is on a page */
const SpzPaperPage *
spz_pages_get_page (SpzPages *self,
                    guint     page)
{
  g_return_val_if_fail (page < self->pages->len, NULL);

  return g_ptr_array_index (self->pages, page);
}

/**
 * spz_pages_get_size:
 * @self: pages
 * @page: a page's index
 * @width: (out): its width in points
 * @height: (out): its height in points
 *
 * The size of a page, which is wider than high where the plan is on it.
 */
void
spz_pages_get_size (SpzPages *self,
                    guint     page,
                    double   *width,
                    double   *height)
{
  const SpzPaperPage *p = spz_pages_get_page (self, page);

  g_return_if_fail (p != NULL);

  *width = p->width;
  *height = p->height;
}

/**
 * spz_pages_get_unknown:
 * @self: pages
 *
 * The characters for which no font has a glyph, each once. They are drawn as
 * boxes, so tell the user.
 *
 * Returns: (transfer none): the characters, "" if there are none
 */
const char *
spz_pages_get_unknown (SpzPages *self)
{
  return self->typography.unknown->str;
}

/**
 * spz_pages_draw:
 * @self: pages
 * @page: a page's index
 * @cr: a context whose unit is the point, with its origin at the page's upper
 *   left corner
 *
 * Draws a page, without its background: paper is white already.
 */
void
spz_pages_draw (SpzPages *self,
                guint     page,
                cairo_t  *cr)
{
  const SpzPaperPage *p = spz_pages_get_page (self, page);

  g_return_if_fail (p != NULL);

  for (guint i = 0; i < p->pieces->len; i++)
    spz_piece_draw (&g_array_index (p->pieces, SpzPiece, i), cr);
}

static double
get_distance (const SpzPiece *piece,
              double          x,
              double          y)
{
  double dx = MAX (0, MAX (piece->x - x, x - (piece->x + piece->width)));
  double dy = MAX (0, MAX (piece->y - y, y - (piece->y + piece->height)));

  return hypot (dx, dy);
}

/**
 * spz_pages_find:
 * @self: pages
 * @page: a page's index
 * @x: in points from the page's left edge
 * @y: in points from the page's upper edge
 *
 * Finds what is at a point of a page, or a little beside it.
 *
 * Returns: (transfer none) (nullable): the node, which lives as long as the
 *   document; %NULL where there is nothing
 */
const SpzNode *
spz_pages_find (SpzPages *self,
                guint     page,
                double    x,
                double    y)
{
  const double reach = 12;
  const SpzPaperPage *p = spz_pages_get_page (self, page);
  const SpzNode *node = NULL;
  double nearest = reach;

  g_return_val_if_fail (p != NULL, NULL);

  for (guint i = 0; i < p->pieces->len; i++)
    {
      const SpzPiece *piece = &g_array_index (p->pieces, SpzPiece, i);
      double distance;

      if (piece->node == NULL)
        continue;

      distance = get_distance (piece, x, y);
      if (distance < nearest)
        {
          nearest = distance;
          node = piece->node;
        }
    }

  return node;
}

static void
extend_area (SpzPageArea    *area,
             const SpzPiece *piece)
{
  double right = MAX (area->x + area->width, piece->x + piece->width);
  double bottom = MAX (area->y + area->height, piece->y + piece->height);

  area->x = MIN (area->x, piece->x);
  area->y = MIN (area->y, piece->y);
  area->width = right - area->x;
  area->height = bottom - area->y;
}

static gboolean
shows_record (const SpzNode *node,
              const char    *table,
              gint64         id)
{
  if (node == NULL)
    return FALSE;
  if (node->block == id && g_str_equal (table, "block"))
    return TRUE;

  return node->id == id && g_strcmp0 (node->table, table) == 0;
}

/**
 * spz_pages_get_areas:
 * @self: pages
 * @table: a table: "point", "role", "block"
 * @id: the id of a row of it
 *
 * Finds where a record is on the pages: one rectangle a page it is on. For a
 * block of the briefing that is all of what the block shows.
 *
 * Returns: (transfer full) (element-type SpzPageArea): the areas, in order
 */
GArray *
spz_pages_get_areas (SpzPages   *self,
                     const char *table,
                     gint64      id)
{
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (SpzPageArea));

  for (guint i = 0; i < self->pages->len; i++)
    {
      const SpzPaperPage *page = g_ptr_array_index (self->pages, i);
      gboolean found = FALSE;

      for (guint j = 0; j < page->pieces->len; j++)
        {
          const SpzPiece *piece = &g_array_index (page->pieces, SpzPiece, j);

          if (!shows_record (piece->node, table, id))
            continue;

          if (!found)
            {
              SpzPageArea area = { i, piece->x, piece->y, piece->width, piece->height };

              g_array_append_val (areas, area);
              found = TRUE;
            }
          else
            extend_area (&g_array_index (areas, SpzPageArea, areas->len - 1), piece);
        }
    }

  return g_steal_pointer (&areas);
}

/**
 * spz_pages_get_sheet:
 * @self: pages
 * @index: which timeline of the document, from 0
 *
 * Gets a timeline as it stands on paper, to check its labels.
 *
 * Returns: (transfer none) (nullable): the sheet; %NULL if there are no more
 */
SpzTimelineSheet *
spz_pages_get_sheet (SpzPages *self,
                     guint     index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return index < self->sheets->len ? g_ptr_array_index (self->sheets, index) : NULL;
}
