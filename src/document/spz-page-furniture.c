/* spz-page-furniture.c: headers, and drawing what is on a page
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-pages-private.h"

#include <glib/gi18n-lib.h>

/* In points */
#define HEADER_Y        40.0
#define SHEET_HEADER_Y  20.0
#define RULE_GAP         6.0
#define FRAME_PADDING    6.0

/* Greys, of black on white: text in quiet grey has a contrast of 7:1 */
#define INK        0.08
#define QUIET_INK  0.33
#define RULE_INK   0.60

/* Private: adds a line that is no part of the text */
SpzFlowBlock *
spz_pages_add_line (SpzPages       *self,
                    SpzPaperPage   *page,
                    SpzTextStyle    style,
                    const char     *text,
                    double          x,
                    double          y,
                    double          width,
                    PangoAlignment  alignment)
{
  /* A long committee's name must not push the page down. */
  PangoLayout *layout = spz_typography_set_line (&self->typography, style, text, width, alignment);
  SpzFlowBlock *block = spz_flow_block_new (style, layout);
  SpzPiece *piece;

  g_ptr_array_add (self->furniture, block);

  piece = spz_paper_page_add (page, SPZ_PIECE_TEXT, x, y, width, block->tops[block->n_lines]);
  piece->block = block;
  piece->n_lines = block->n_lines;

  return block;
}

/* A framed word that nobody overlooks. Returns where it ends. */
static double
add_marking (SpzPages     *self,
             SpzPaperPage *page,
             const char   *marking,
             double        left,
             double        y)
{
  SpzFlowBlock *block = spz_pages_add_line (self, page, SPZ_TEXT_MARKING, marking, left + FRAME_PADDING, y,
                                            page->width / 2, PANGO_ALIGN_LEFT);
  PangoRectangle extents;
  double width;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (block->layout, 0), NULL, &extents);
  width = pango_units_to_double (extents.width) + 2 * FRAME_PADDING;
  spz_paper_page_add (page, SPZ_PIECE_FRAME, left, y - 2, width, block->tops[1] + 4);

  return left + width;
}

static void
add_header (SpzPages     *self,
            SpzPaperPage *page,
            guint         number)
{
  SpzPageSetup *setup = &self->setup;
  gboolean is_landscape = page->width > page->height;
  double left = is_landscape ? SPZ_SHEET_MARGIN : setup->margin_left;
  double aside = self->typography.measures->aside_margin;
  double right = page->width - (is_landscape ? SPZ_SHEET_MARGIN : aside > 0 ? aside : setup->margin_right);
  double line = spz_typography_get_line (&self->typography, SPZ_TEXT_FURNITURE);
  double y = is_landscape ? SHEET_HEADER_Y : HEADER_Y;
  const char *marking = spz_document_get_marking (self->document);
  const char *occasion = spz_document_get_occasion (self->document);
  const char *organisation = spz_document_get_organisation (self->document);
  double x = left;
  g_autofree char *count = NULL;
  g_autofree char *running = NULL;

  /* Translators: the number of a page and of all pages: "Page 2 of 6" */
  count = g_strdup_printf (_("Page %u of %u"), number, self->pages->len);

  /* Beside the occasion where there is room, else above it. */
  if (marking != NULL && is_landscape)
    x = add_marking (self, page, marking, left, y) + 2 * FRAME_PADDING;
  else if (marking != NULL)
    add_marking (self, page, marking, left, y - 1.7 * line);

  /* On the first page the occasion stands below the title, if that has not the plan for its page. */
  if (number == 1 && is_landscape && *occasion != '\0' && *organisation != '\0')
    running = g_strdup_printf ("%s · %s", organisation, occasion);
  else
    running = g_strdup (number == 1 || *occasion == '\0' ? organisation : occasion);

  spz_pages_add_line (self, page, SPZ_TEXT_FURNITURE, running,
                      x, y, right - x - 80, PANGO_ALIGN_LEFT);
  spz_pages_add_line (self, page, SPZ_TEXT_FURNITURE, count, right - 76, y, 76, PANGO_ALIGN_RIGHT);
  spz_paper_page_add (page, SPZ_PIECE_RULE, left, y + line + RULE_GAP, right - left, 0.5);
}

/* Private: adds what is on every page, once it is known how many there are.
 * It is drawn first and is no part of the text. */
void
spz_pages_add_furniture (SpzPages *self)
{
  g_autoptr (GPtrArray) contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->pages->len; i++)
    {
      SpzPaperPage *page = g_ptr_array_index (self->pages, i);

      g_ptr_array_add (contents, g_steal_pointer (&page->pieces));
      page->pieces = g_array_new (FALSE, TRUE, sizeof (SpzPiece));
      add_header (self, page, i + 1);
    }
  spz_pages_add_asides (self, contents);

  for (guint i = 0; i < self->pages->len; i++)
    {
      SpzPaperPage *page = g_ptr_array_index (self->pages, i);
      const GArray *content = g_ptr_array_index (contents, i);

      g_array_append_vals (page->pieces, content->data, content->len);
    }
}

static void
set_ink (cairo_t *cr,
         double   grey)
{
  cairo_set_source_rgb (cr, grey, grey, grey);
}

static void
draw_lines (const SpzPiece *self,
            cairo_t        *cr)
{
  const SpzFlowBlock *block = self->block;
  PangoLayoutIter *iter = pango_layout_get_iter (block->layout);
  double origin = self->y - block->tops[self->first_line];

  set_ink (cr, spz_text_style_is_quiet (block->style) ? QUIET_INK : INK);
  for (guint i = 0; i < self->first_line + self->n_lines; i++)
    {
      if (i >= self->first_line)
        {
          PangoRectangle extents;

          pango_layout_iter_get_line_extents (iter, NULL, &extents);
          cairo_move_to (cr,
                         self->x + pango_units_to_double (extents.x),
                         origin + block->baselines[i]);
          pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
        }
      pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);
}

/* Private: draws of a piece of text what stands between two bytes, which are
 * where its font or its place changes */
void
spz_piece_draw_part (const SpzPiece *self,
                     cairo_t        *cr,
                     int             start,
                     int             end)
{
  const SpzFlowBlock *block = self->block;
  PangoLayoutIter *iter = pango_layout_get_iter (block->layout);
  double origin = self->y - block->tops[self->first_line];

  set_ink (cr, spz_text_style_is_quiet (block->style) ? QUIET_INK : INK);
  do
    {
      PangoLayoutRun *run = pango_layout_iter_get_run_readonly (iter);
      PangoRectangle extents;

      if (run == NULL || run->item->offset < start || run->item->offset >= end)
        continue;

      pango_layout_iter_get_run_extents (iter, NULL, &extents);
      cairo_move_to (cr, self->x + pango_units_to_double (extents.x),
                     origin + pango_units_to_double (pango_layout_iter_get_run_baseline (iter)));
      pango_cairo_show_glyph_item (cr, pango_layout_get_text (block->layout), run);
    }
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
}

static void
draw_label (const SpzPiece *self,
            cairo_t        *cr)
{
  set_ink (cr, INK);
  cairo_move_to (cr, self->x, self->y + self->block->baselines[0]);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (self->block->label, 0));
}

/* PDF/A forbids a file to ask for smooth pictures (ISO 19005-2, 6.2.8); the
 * screen gets them. */
static void
draw_logo (const SpzPiece *self,
           cairo_t        *cr)
{
  gboolean is_pdf = cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF;
  double scale = self->width / cairo_image_surface_get_width (self->logo);

  cairo_save (cr);
  cairo_translate (cr, self->x, self->y);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, self->logo, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), is_pdf ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_restore (cr);
}

/* Private: draws a piece */
void
spz_piece_draw (const SpzPiece *self,
                cairo_t        *cr)
{
  switch (self->kind)
    {
    case SPZ_PIECE_TEXT:
      draw_lines (self, cr);
      break;

    case SPZ_PIECE_LABEL:
      draw_label (self, cr);
      break;

    case SPZ_PIECE_RULE:
      set_ink (cr, self->height < 0.8 ? RULE_INK : INK);
      cairo_rectangle (cr, self->x, self->y - self->height / 2, self->width, self->height);
      cairo_fill (cr);
      break;

    case SPZ_PIECE_FRAME:
      set_ink (cr, INK);
      cairo_set_line_width (cr, 0.9);
      cairo_rectangle (cr, self->x, self->y, self->width, self->height);
      cairo_stroke (cr);
      break;

    case SPZ_PIECE_SHEET:
      cairo_save (cr);
      cairo_translate (cr, self->x, self->y);
      spz_timeline_sheet_paint (self->sheet, cr, self->sheet_page);
      cairo_restore (cr);
      break;

    case SPZ_PIECE_LOGO:
      draw_logo (self, cr);
      break;

    case SPZ_PIECE_UNSEEN:
      break;

    default:
      g_assert_not_reached ();
    }
}
