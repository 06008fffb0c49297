/* spz-office-private.h: what OpenDocument and Office Open XML have in common
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-document-notes.h"
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

/* What stands above the title: of the programme, not of the briefing */
#define SPZ_OFFICE_LETTERHEAD SPZ_OFFICE_MARK "letterhead"

/* Notes that are made of something else, and no text of their own; with a number */
#define SPZ_OFFICE_NOTE SPZ_OFFICE_MARK "footnote"

/* The field by which Word repeats the number of a note */
#define SPZ_OFFICE_NOTE_FIELD "NOTEREF"

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

/**
 * SpzOfficeTableFuncs:
 * @begin_table: begins a table, with what it says of its columns
 * @end_table: ends it, and keeps it apart from the next
 * @begin_row: begins a row; that of the heads is repeated on every page
 * @end_row: ends it
 * @write_cell: writes a cell; @share is its part of the width in per cent,
 *   @is_head whether it is the head of its column or its row
 *
 * How a format writes tables; each is called with its writer.
 */
typedef struct
{
  void (*begin_table) (gpointer                writer,
                       const SpzDocumentTable *table);
  void (*end_table)   (gpointer                writer);
  void (*begin_row)   (gpointer                writer,
                       gboolean                is_head);
  void (*end_row)     (gpointer                writer,
                       gboolean                is_head);
  void (*write_cell)  (gpointer                writer,
                       const SpzDocumentCell  *cell,
                       guint                   share,
                       gboolean                is_head);
} SpzOfficeTableFuncs;

/**
 * SpzOfficeLogo:
 * @bytes: a PNG
 * @description: for those who don't see it
 * @width: on paper, in millimetres
 * @height: likewise
 * @after: how much room the lines beside it leave below them until its end, in
 *   millimetres
 *
 * The picture above the title, on the right, beside the letterhead.
 */
typedef struct
{
  GBytes *bytes;
  char   *description;
  double  width;
  double  height;
  double  after;
} SpzOfficeLogo;

gboolean    spz_office_logo_init        (SpzOfficeLogo      *self,
                                         SpzDocument        *document);
void        spz_office_logo_clear       (SpzOfficeLogo      *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpzOfficeLogo, spz_office_logo_clear)

void        spz_office_write_tables     (const SpzNode             *node,
                                         const SpzOfficeTableFuncs *funcs,
                                         gpointer                   writer);

void        spz_office_page_count_init  (SpzOfficePageCount *self);
void        spz_office_page_count_clear (SpzOfficePageCount *self);
const char *spz_office_get_bullet       (guint               level);
char       *spz_office_make_mark        (SpzDocument        *document,
                                         const SpzNode      *node,
                                         guint              *n_marks);
const char *spz_office_get_source       (SpzDocument        *document);
GPtrArray  *spz_office_get_runs         (const SpzNode      *node);

G_END_DECLS
