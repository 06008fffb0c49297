/* spz-office-text-private.h: what an office document says, whatever its format
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-import.h"
#include "spz-inline.h"
#include "spz-office-private.h"
#include "spz-package-reader.h"

G_BEGIN_DECLS

/**
 * SpzOfficeKind:
 * @SPZ_OFFICE_PARAGRAPH: running text, a subtitle, or a heading that isn't marked as one
 * @SPZ_OFFICE_TITLE: the document's title
 * @SPZ_OFFICE_HEADING: a heading
 * @SPZ_OFFICE_ITEM: an item of a list
 * @SPZ_OFFICE_CONTINUED: a paragraph within a list that is no item of its own
 * @SPZ_OFFICE_CONCLUSION: an item whose bullet is an arrow
 * @SPZ_OFFICE_TABLE: a table
 */
typedef enum
{
  SPZ_OFFICE_PARAGRAPH,
  SPZ_OFFICE_TITLE,
  SPZ_OFFICE_HEADING,
  SPZ_OFFICE_ITEM,
  SPZ_OFFICE_CONTINUED,
  SPZ_OFFICE_CONCLUSION,
  SPZ_OFFICE_TABLE,
} SpzOfficeKind;

/**
 * SpzOfficeBlock:
 * @kind: what it is
 * @level: of a heading or in a list, how deep, from 1
 * @indent: how far from the margin, in millimetres
 * @gap: whether an empty paragraph stands before it
 * @place: which paragraph of the document it is, from 1
 * @mark: (owned) (nullable): the bookmark by which we know it
 * @runs: (owned) (nullable) (element-type SpzInlineRun): its text
 * @rows: (owned) (nullable) (element-type GPtrArray): of a table, its rows, each
 *   of cells, each of blocks
 */
typedef struct
{
  SpzOfficeKind  kind;
  int            level;
  double         indent;
  gboolean       gap;
  guint          place;
  char          *mark;
  GPtrArray     *runs;
  GPtrArray     *rows;
} SpzOfficeBlock;

/**
 * SpzOfficeText:
 * @blocks: (owned) (element-type SpzOfficeBlock): what is read so far, of the
 *   document or of a cell
 * @place: how many paragraphs there were
 * @gap: whether the last paragraph was empty
 * @size: how much text was read, in bytes
 * @n_paragraphs: how many paragraphs with text and rows of tables there were
 * @changes: whether insertions were taken or deletions dropped
 * @n_comments: how many comments were left out
 * @n_hidden: how many hidden texts were left out
 * @n_notes: how many footnotes became text
 * @aside: (owned) (element-type utf8): what stands in text boxes, headers and footers
 * @source: (owned) (nullable): by which our own documents say where they are from
 * @empty: (owned): a cell without anything in it
 *
 * A document while it is read.
 */
typedef struct
{
  GPtrArray *blocks;
  guint      place;
  gboolean   gap;
  gsize      size;
  guint      n_paragraphs;
  gboolean   changes;
  guint      n_comments;
  guint      n_hidden;
  guint      n_notes;
  GPtrArray *aside;
  char      *source;
  GPtrArray *empty;
} SpzOfficeText;

SpzOfficeText  *spz_office_text_new        (void);
void            spz_office_text_free       (SpzOfficeText   *self);
gboolean        spz_office_text_check      (SpzOfficeText   *self,
                                            GError         **error);
void            spz_office_text_add        (SpzOfficeText   *self,
                                            SpzOfficeBlock  *block);
void            spz_office_text_add_note   (SpzOfficeText   *self,
                                            SpzOfficeBlock  *block,
                                            const char      *text,
                                            SpzInlineStyle   style);
void            spz_office_text_add_aside  (SpzOfficeText   *self,
                                            const char      *text);
GPtrArray      *spz_office_text_begin_cell (SpzOfficeText   *self);
GPtrArray      *spz_office_text_end_cell   (SpzOfficeText   *self,
                                            GPtrArray       *outer);
void            spz_office_text_add_empty  (SpzOfficeText   *self,
                                            GPtrArray       *row,
                                            guint            n);

SpzOfficeBlock *spz_office_block_new       (SpzOfficeKind    kind);
void            spz_office_block_free      (SpzOfficeBlock  *self);
void            spz_office_block_append    (SpzOfficeBlock  *self,
                                            const char      *text,
                                            SpzInlineStyle   style);
char           *spz_office_block_to_plain  (SpzOfficeBlock  *self);
GPtrArray      *spz_office_block_add_row   (SpzOfficeBlock  *self);

gboolean        spz_docx_read              (SpzOfficeText    *self,
                                            SpzPackageReader *package,
                                            GError          **error);
gboolean        spz_odt_read               (SpzOfficeText    *self,
                                            SpzPackageReader *package,
                                            GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzOfficeText, spz_office_text_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzOfficeBlock, spz_office_block_free)

G_END_DECLS
