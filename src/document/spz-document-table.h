/* spz-document-table.h: a document's tables, for formats that have tables
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-document.h"

G_BEGIN_DECLS

#define SPZ_DOCUMENT_TABLE_MAX_COLUMNS 5

/**
 * SpzDocumentCell:
 * @text: inline Markdown; a line each where it holds several things
 * @is_list: whether its lines are items of a list
 * @notes: (nullable) (element-type SpzNoteReference): for each %SPZ_NOTE_MARK in
 *   @text what it refers to
 */
typedef struct
{
  char     *text;
  gboolean  is_list;

  /* Borrowed */
  const GArray *notes;
} SpzDocumentCell;

/**
 * SpzDocumentTable:
 * @n_columns: how many columns it has
 * @titles: the columns' heads
 * @shares: the columns' parts of the width, in per cent
 * @cells: (element-type SpzDocumentCell): its cells, row by row
 *
 * A table: in its first column stand the heads of its rows.
 */
typedef struct
{
  guint       n_columns;
  const char *titles[SPZ_DOCUMENT_TABLE_MAX_COLUMNS];
  guint       shares[SPZ_DOCUMENT_TABLE_MAX_COLUMNS];
  GArray     *cells;
} SpzDocumentTable;

GPtrArray             *spz_node_get_tables         (const SpzNode          *node);
void                   spz_document_table_free     (SpzDocumentTable       *self);
guint                  spz_document_table_get_rows (const SpzDocumentTable *self);
const SpzDocumentCell *spz_document_table_get_cell (const SpzDocumentTable *self,
                                                    guint                   row,
                                                    guint                   column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzDocumentTable, spz_document_table_free)

G_END_DECLS
