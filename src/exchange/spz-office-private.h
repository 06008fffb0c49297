/* spz-office-private.h: what OpenDocument and Office Open XML have in common
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-document-table.h"
#include "spz-xml-writer.h"

G_BEGIN_DECLS

/* Paper and margins, in millimetres, as in the PDF */
#define SPZ_OFFICE_PAGE_WIDTH 210
#define SPZ_OFFICE_PAGE_HEIGHT 297
#define SPZ_OFFICE_MARGIN 25
#define SPZ_OFFICE_PLAN_MARGIN 10
/* The plan is drawn as a whole sheet of paper; so wide it stands below the header */
#define SPZ_OFFICE_PLAN_WIDTH 240

#define SPZ_OFFICE_FONT "Noto Sans"

/* Our own documents are known by this property; their paragraphs by bookmarks
 * that begin so */
#define SPZ_OFFICE_SOURCE "Sprechzettel"
#define SPZ_OFFICE_MARK "spz_"

/* Points nest at most this deep */
#define SPZ_OFFICE_LEVELS 3

/**
 * SpzOfficePageCount:
 * @before: what stands before the page's number
 * @between: what stands between it and the number of all pages
 * @after: what stands after both
 *
 * "Page 2 of 6", taken apart around its numbers.
 */
typedef struct
{
  char *before;
  char *between;
  char *after;
} SpzOfficePageCount;

void        spz_office_page_count_init  (SpzOfficePageCount *self);
void        spz_office_page_count_clear (SpzOfficePageCount *self);
const char *spz_office_get_bullet       (guint               level);
char       *spz_office_make_mark        (SpzDocument        *document,
                                         const SpzNode      *node,
                                         guint              *n_marks);
const char *spz_office_get_source       (SpzDocument        *document);
GPtrArray  *spz_office_get_runs         (const SpzNode      *node);
const SpzNode *spz_office_get_plan      (SpzDocument        *document);

G_END_DECLS
