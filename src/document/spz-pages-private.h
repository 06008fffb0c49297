/* spz-pages-private.h: what pages are made of
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-flow-private.h"
#include "spz-pages.h"
#include "spz-timeline-plan.h"
#include "spz-timeline-sheet.h"

G_BEGIN_DECLS

/* The plan's page has narrow margins: it has much to show. In points. */
#define SPZ_SHEET_MARGIN  28.0
#define SPZ_SHEET_TOP     44.0
#define SPZ_SHEET_BOTTOM  24.0

/**
 * SpzPieceKind:
 * @SPZ_PIECE_TEXT: some lines of a block
 * @SPZ_PIECE_LABEL: a block's bullet
 * @SPZ_PIECE_RULE: a horizontal line
 * @SPZ_PIECE_FRAME: the frame about a marking
 * @SPZ_PIECE_SHEET: a page of the plan
 * @SPZ_PIECE_LOGO: the picture above the title
 * @SPZ_PIECE_UNSEEN: text that is heard, but not painted
 */
typedef enum
{
  SPZ_PIECE_TEXT,
  SPZ_PIECE_LABEL,
  SPZ_PIECE_RULE,
  SPZ_PIECE_FRAME,
  SPZ_PIECE_SHEET,
  SPZ_PIECE_LOGO,
  SPZ_PIECE_UNSEEN,
} SpzPieceKind;

/**
 * SpzPiece:
 * @kind: what it is
 * @x: left edge, in points from the page's
 * @y: upper edge, in points from the page's
 * @width: in points
 * @height: in points
 * @first_line: the first of the block's lines
 * @n_lines: how many of them
 * @sheet_page: the page of @sheet
 * @block: (nullable): what its text is taken from
 * @sheet: (nullable): the plan
 * @logo: (nullable): the picture
 * @node: (nullable): the node it shows
 * @tag: (nullable): the leaf of the structure tree it is the content of; %NULL
 *   for what is no content: headers, rules, heads that are repeated
 *
 * Something drawn at a place of a page.
 */
typedef struct
{
  SpzPieceKind        kind;
  double              x;
  double              y;
  double              width;
  double              height;
  guint               first_line;
  guint               n_lines;
  guint               sheet_page;

  /* Borrowed */
  const SpzFlowBlock *block;
  SpzTimelineSheet   *sheet;
  cairo_surface_t    *logo;
  const SpzNode      *node;
  SpzTag             *tag;
} SpzPiece;

/**
 * SpzPaperPage:
 * @width: in points
 * @height: in points
 * @pieces: (element-type SpzPiece): what is on it, in reading order
 */
typedef struct
{
  double  width;
  double  height;

  /* Owned */
  GArray *pieces;
} SpzPaperPage;

struct _SpzPages
{
  gatomicrefcount  ref_count;

  SpzPageSetup     setup;
  SpzTypography    typography;

  /* Owned */
  SpzDocument     *document;
  SpzFlow         *flow;
  GPtrArray       *pages;      /* SpzPaperPage */
  GPtrArray       *sheets;     /* SpzTimelineSheet */
  GPtrArray       *furniture;  /* SpzFlowBlock of what is not in the flow */
};

const SpzPaperPage *spz_pages_get_page      (SpzPages       *self,
                                             guint           page);

SpzPaperPage       *spz_paper_page_new      (double          width,
                                             double          height);
void                spz_paper_page_free     (SpzPaperPage   *self);
SpzPiece           *spz_paper_page_add      (SpzPaperPage   *self,
                                             SpzPieceKind    kind,
                                             double          x,
                                             double          y,
                                             double          width,
                                             double          height);

void                spz_pages_paginate      (SpzPages       *self);
void                spz_pages_add_furniture (SpzPages       *self);
void                spz_pages_add_asides    (SpzPages       *self,
                                             GPtrArray      *contents);
SpzFlowBlock       *spz_pages_add_line      (SpzPages       *self,
                                             SpzPaperPage   *page,
                                             SpzTextStyle    style,
                                             const char     *text,
                                             double          x,
                                             double          y,
                                             double          width,
                                             PangoAlignment  alignment);
void                spz_pages_add_plan_table (SpzPages         *self,
                                             SpzPaperPage   *page,
                                             SpzTimelinePlan *plan,
                                             SpzTag         *parent,
                                             const SpzPageArea *area);
void                spz_piece_draw_part     (const SpzPiece *self,
                                             cairo_t        *cr,
                                             int             start,
                                             int             end);
void                spz_piece_draw          (const SpzPiece *self,
                                             cairo_t        *cr);

G_END_DECLS
