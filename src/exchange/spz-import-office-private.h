/* spz-import-office-private.h: a briefing from a word processor's document
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-import-outline-private.h"
#include "spz-office-text-private.h"

G_BEGIN_DECLS

/**
 * SpzImportOffice:
 * @import: the result
 * @items: (element-type SpzImportItem): what was made of the document
 * @is_own: whether this program wrote it
 * @has_title: whether it has a title, below which its headings stand
 * @after_plan: whether a plan's table was the last
 *
 * A document on its way to a briefing.
 */
typedef struct
{
  SpzImport *import;
  GPtrArray *items;
  gboolean   is_own;
  gboolean   has_title;
  gboolean   after_plan;
} SpzImportOffice;

void  spz_import_office_add_blocks (SpzImportOffice *self,
                                    GPtrArray       *blocks);
void  spz_import_office_add_table  (SpzImportOffice *self,
                                    SpzOfficeBlock  *table);
char *spz_import_office_get_cell   (SpzImportOffice *self,
                                    GPtrArray       *cell);

G_END_DECLS
