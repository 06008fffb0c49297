/* spz-flow-private.h: a document as a column of text, before it is cut into pages
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-pages.h"
#include "spz-typography-private.h"

G_BEGIN_DECLS

#define SPZ_FLOW_MAX_COLUMNS 4

/**
 * SpzTag:
 * @parent: (nullable): the tag it stands in
 * @name: a standard structure type: "P", "LI", "TD"
 * @scope: (nullable): of a header cell: "Column" or "Row"
 * @numbering: (nullable): of a list: "Disc" or "Circle"
 * @has_kids: whether other elements stand in it
 * @is_unseen: whether its text is there to be heard only
 * @alt: (nullable): what a figure shows, in words
 * @id: (nullable): by which a note is known
 *
 * An element of the PDF's structure tree. Only leaves hold content.
 */
typedef struct _SpzTag SpzTag;

struct _SpzTag
{
  SpzTag     *parent;
  const char *name;
  const char *scope;
  const char *numbering;
  gboolean    has_kids;
  gboolean    is_unseen;

  /* Owned */
  char       *alt;
  char       *id;
};

/**
 * SpzFlowReference:
 * @note: what it refers to
 * @start: where its number begins in the block's text, in bytes
 * @end: where that ends
 * @line: the line it is on
 *
 * The number of a note in a text.
 */
typedef struct
{
  const SpzNote *note;
  int            start;
  int            end;
  guint          line;
} SpzFlowReference;

/**
 * SpzFlowBlock:
 * @style: how it is set
 * @space_before: above it, unless it is the first of its column, in points
 * @x: of the text, from the left margin
 * @label_x: of the label
 * @tops: upper edge of each line, from that of the first; one more for the end
 * @baselines: baseline of each line
 * @node: (nullable): the node it shows
 * @tag: (nullable): its element; %NULL for what is no content
 * @references: (nullable) (element-type SpzFlowReference): to notes, in order
 * @layout: the text
 * @label: (nullable): a bullet, on the first line's baseline
 * @label_tag: (nullable): its element
 *
 * A paragraph, which is cut between lines.
 */
typedef struct
{
  SpzTextStyle   style;
  double         space_before;
  double         x;
  double         label_x;
  guint          n_lines;

  /* Owned */
  double        *tops;
  double        *baselines;
  GArray        *references;
  PangoLayout   *layout;
  PangoLayout   *label;

  /* Borrowed */
  const SpzNode *node;
  SpzTag        *tag;
  SpzTag        *label_tag;
} SpzFlowBlock;

/**
 * SpzFlowKind:
 * @SPZ_FLOW_TEXT: a paragraph of one column
 * @SPZ_FLOW_HEAD: the head of a table, which is repeated on every page
 * @SPZ_FLOW_ROW: a row of a table
 * @SPZ_FLOW_TIMELINE: the plan, on pages of its own
 */
typedef enum
{
  SPZ_FLOW_TEXT,
  SPZ_FLOW_HEAD,
  SPZ_FLOW_ROW,
  SPZ_FLOW_TIMELINE,
} SpzFlowKind;

/**
 * SpzFlowItem:
 * @space_before: above it, at least
 * @space_after: below it, at least
 * @padding: above and below its blocks, inside its rules
 * @keep_with_next: whether a page must not end with it
 * @unbreakable: whether it is cut only where it is longer than a page
 * @rule_above: whether a thin rule separates it from what is above
 * @rule_below: whether a table ends with it
 * @columns: (element-type SpzFlowBlock): what is in it
 * @continued: (nullable): what stands in the first column after a page break
 * @heading: (nullable): what is written above the plan
 * @head: (nullable): of a row, the table's head
 *
 * What follows each other down the pages.
 */
typedef struct _SpzFlowItem SpzFlowItem;

struct _SpzFlowItem
{
  SpzFlowKind    kind;
  double         space_before;
  double         space_after;
  double         padding;
  gboolean       keep_with_next;
  gboolean       unbreakable;
  gboolean       rule_above;
  gboolean       rule_below;
  guint          n_columns;

  /* Owned */
  GPtrArray     *columns[SPZ_FLOW_MAX_COLUMNS];
  SpzFlowBlock  *continued;
  SpzFlowBlock  *heading;

  /* Borrowed */
  SpzFlowItem   *head;
  const SpzNode *node;
  SpzTag        *tag;
};

/**
 * SpzFlow:
 * @width: of the text, in points
 * @sheet_width: of the plan, in points
 * @items: (element-type SpzFlowItem): what is in it
 * @tags: (element-type SpzTag): the structure tree's elements
 * @root: the tree's outermost element
 * @notes: (element-type SpzFlowBlock): the document's notes, to measure them
 * @feet: (element-type SpzFlowBlock): notes at the feet of pages
 * @heading: the level of the last heading, 0 before the first
 * @has_title: whether the first heading is the paper's title
 * @is_plan: whether the paper is the plan alone
 * @letterhead: (nullable): the lines above the title
 * @logo: (nullable): the picture beside them, or beside the plan's heading
 * @logo_tag: its element
 */
typedef struct
{
  double         width;
  double         sheet_width;
  int            heading;
  gboolean       has_title;
  gboolean       is_plan;

  /* Owned */
  GPtrArray       *items;
  GPtrArray       *tags;
  GPtrArray       *notes;
  GPtrArray       *feet;
  SpzFlowBlock    *letterhead;
  cairo_surface_t *logo;

  /* Borrowed */
  SpzTypography *typography;
  SpzTag        *root;
  SpzTag        *logo_tag;
  SpzTag        *lists[3];
  SpzTag        *bodies[3];
} SpzFlow;

SpzFlow      *spz_flow_new         (SpzDocument   *document,
                                    SpzTypography *typography,
                                    double         width,
                                    double         sheet_width);
void          spz_flow_free        (SpzFlow       *self);

SpzTag       *spz_flow_add_tag     (SpzFlow       *self,
                                    SpzTag        *parent,
                                    const char    *name);
SpzFlowItem  *spz_flow_add_item    (SpzFlow       *self,
                                    SpzFlowKind    kind,
                                    const SpzNode *node);
void          spz_flow_add_table   (SpzFlow       *self,
                                    const SpzNode *table);

SpzFlowBlock *spz_flow_add_foot    (SpzFlow       *self,
                                    const SpzNote *note,
                                    SpzTag        *referrer);
void          spz_flow_add_notes   (SpzFlow       *self,
                                    SpzDocument   *document);
void          spz_flow_block_refer (SpzFlowBlock  *self,
                                    const GArray  *notes);

SpzFlowBlock *spz_flow_block_new   (SpzTextStyle   style,
                                    PangoLayout   *layout);
void          spz_flow_block_free  (SpzFlowBlock  *self);
void          spz_flow_block_label (SpzFlowBlock  *self,
                                    SpzTypography *typography,
                                    const char    *label,
                                    SpzTag        *tag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzFlow, spz_flow_free)

G_END_DECLS
