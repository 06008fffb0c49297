/* spz-pages.h: a document laid out on pages
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <cairo.h>

#include "spz-document.h"

G_BEGIN_DECLS

/**
 * SpzPageLayout:
 * @SPZ_PAGE_LAYOUT_NOTES: to speak from: large type, times, a column to write in
 * @SPZ_PAGE_LAYOUT_HANDOUT: to hand out: smaller type, closer set
 * @SPZ_PAGE_LAYOUT_PLAN: the plan without the text
 *
 * How a paper is set.
 */
typedef enum
{
  SPZ_PAGE_LAYOUT_NOTES,
  SPZ_PAGE_LAYOUT_HANDOUT,
  SPZ_PAGE_LAYOUT_PLAN,
  SPZ_N_PAGE_LAYOUTS
} SpzPageLayout;

const char   *spz_page_layout_get_title    (SpzPageLayout  layout);
const char   *spz_page_layout_get_nick     (SpzPageLayout  layout);
gboolean      spz_page_layout_from_nick    (const char    *nick,
                                            SpzPageLayout *layout);
SpzPageLayout spz_page_layout_for_audience (SpzAudience    audience);

/**
 * SpzPageSetup:
 * @layout: how the text is set
 * @width: the paper's width in points, upright
 * @height: the paper's height in points
 * @sheet_width: the width of the plan's paper, lying
 * @sheet_height: its height
 * @margin_left: and the other margins, in points; the header stands in the top one
 */
typedef struct
{
  SpzPageLayout layout;
  double        width;
  double        height;
  double        sheet_width;
  double        sheet_height;
  double        margin_left;
  double        margin_right;
  double        margin_top;
  double        margin_bottom;
} SpzPageSetup;

char *spz_typeface_describe_missing (void);

void spz_page_setup_init (SpzPageSetup  *self,
                          SpzPageLayout  layout);

/**
 * SpzPageArea:
 * @page: the page's index, from 0
 * @x: left edge in points, from the page's left edge
 * @y: upper edge in points, from the page's upper edge
 * @width: in points
 * @height: in points
 *
 * A rectangle on a page.
 */
typedef struct
{
  guint  page;
  double x;
  double y;
  double width;
  double height;
} SpzPageArea;

/**
 * SpzPages:
 *
 * A document laid out on pages. The same pages are drawn on screen, printed
 * and written as PDF. Pages belong to the thread that made them, whose fonts
 * they use; it is the document that goes from thread to thread.
 */
typedef struct _SpzPages SpzPages;

typedef struct _SpzTimelineSheet SpzTimelineSheet;

#define SPZ_TYPE_PAGES (spz_pages_get_type ())

GType          spz_pages_get_type       (void) G_GNUC_CONST;
SpzPages      *spz_pages_new            (SpzDocument        *document,
                                         const SpzPageSetup *setup);
SpzPages      *spz_pages_ref            (SpzPages           *self);
void           spz_pages_unref          (SpzPages           *self);

SpzDocument   *spz_pages_get_document   (SpzPages           *self);
guint          spz_pages_get_n_pages    (SpzPages           *self);
void           spz_pages_get_size       (SpzPages           *self,
                                         guint               page,
                                         double             *width,
                                         double             *height);
const char    *spz_pages_get_unknown    (SpzPages           *self);

SpzTimelineSheet *spz_pages_get_sheet   (SpzPages           *self,
                                         guint               index);

void           spz_pages_draw           (SpzPages           *self,
                                         guint               page,
                                         cairo_t            *cr);

const SpzNode *spz_pages_find           (SpzPages           *self,
                                         guint               page,
                                         double              x,
                                         double              y);
GArray        *spz_pages_get_areas      (SpzPages           *self,
                                         const char         *table,
                                         gint64              id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzPages, spz_pages_unref)

G_END_DECLS
