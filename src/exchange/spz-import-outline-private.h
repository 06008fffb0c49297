/* spz-import-outline-private.h: paragraphs, headings and bullets of a text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-import-line-private.h"
#include "spz-import.h"

G_BEGIN_DECLS

/**
 * SpzImportItemKind:
 * @SPZ_IMPORT_ITEM_PARAGRAPH: running text, or a heading that isn't marked as one
 * @SPZ_IMPORT_ITEM_HEADING: a heading
 * @SPZ_IMPORT_ITEM_BULLET: a bullet
 * @SPZ_IMPORT_ITEM_CONCLUSION: a text after an arrow
 * @SPZ_IMPORT_ITEM_ROLES: the place of the table of roles, without text
 * @SPZ_IMPORT_ITEM_PLAN: the heading of the plan
 * @SPZ_IMPORT_ITEM_TEXT: a paragraph among points that is one of them
 * @SPZ_IMPORT_ITEM_FIGURES: the place of the table of key figures, without text
 * @SPZ_IMPORT_ITEM_DATES: the place of the table of next dates, without text
 */
typedef enum
{
  SPZ_IMPORT_ITEM_PARAGRAPH,
  SPZ_IMPORT_ITEM_HEADING,
  SPZ_IMPORT_ITEM_BULLET,
  SPZ_IMPORT_ITEM_CONCLUSION,
  SPZ_IMPORT_ITEM_ROLES,
  SPZ_IMPORT_ITEM_PLAN,
  SPZ_IMPORT_ITEM_TEXT,
  SPZ_IMPORT_ITEM_FIGURES,
  SPZ_IMPORT_ITEM_DATES,
} SpzImportItemKind;

/**
 * SpzImportItem:
 * @kind: what it is
 * @text: (owned): its whole text, lines joined, with inline Markdown
 * @level: of a bullet, how deep it stands, from 1; of a heading, its level
 * @gap: whether a paragraph ends before it
 * @line: where it begins in the source, from 1
 * @mark: (owned) (nullable): what our own documents say it is: "point", "field"
 * @id: the id of the record it was made of, or 0
 */
typedef struct
{
  SpzImportItemKind  kind;
  char           *text;
  int             level;
  gboolean        gap;
  guint           line;
  char           *mark;
  gint64          id;
} SpzImportItem;

GPtrArray     *spz_import_items_new (void);
SpzImportItem *spz_import_items_add (GPtrArray         *items,
                                     SpzImportItemKind  kind,
                                     const char        *text,
                                     int                level,
                                     guint              line);

GPtrArray *spz_import_outline        (SpzImport *import,
                                      SpzLines  *lines);
GPtrArray *spz_import_outline_points (SpzImport *import,
                                      SpzLines  *lines);
void       spz_import_drop_furniture (SpzImport *import,
                                      SpzLines  *lines);

/* Each takes lines from @index on and returns the first that it didn't take */

guint      spz_import_take_roles (SpzImport *import,
                                  SpzLines  *lines,
                                  guint      index);
guint      spz_import_take_plan  (SpzImport *import,
                                  SpzLines  *lines,
                                  guint      index);

void       spz_import_take_role_cells  (SpzImport  *import,
                                        char      **head,
                                        char      **cells,
                                        guint       line);
void       spz_import_take_plan_cells  (SpzImport  *import,
                                        char      **cells,
                                        guint       line);

gboolean   spz_import_is_plan_heading (const char *text);

/* On the items, once all are there */

void       spz_import_settle_levels (SpzImport *import,
                                     GPtrArray *items);

/* On the points of a result */

void       spz_import_find_dates    (SpzImport *import);
gboolean   spz_import_parse_when    (const char   *text,
                                     SpzDate      *start,
                                     SpzDate      *end,
                                     SpzPrecision *precision);

void       spz_import_split_role    (const char  *cell,
                                     char       **title,
                                     char       **holder,
                                     char       **unit);

void       spz_import_read_briefing (SpzImport   *import,
                                     const char  *text);
void       spz_import_read_items    (SpzImport   *import,
                                     GPtrArray   *items,
                                     gboolean     is_own);
char      *spz_import_take_audience (const char  *text,
                                     SpzAudience *audience);
gboolean   spz_import_read_office   (SpzImport   *import,
                                     GBytes      *bytes,
                                     GError     **error);
gboolean   spz_import_read_table    (SpzImport   *import,
                                     const char  *text,
                                     GError     **error);

G_END_DECLS
