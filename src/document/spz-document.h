/* spz-document.h: a paper, composed and ready to be laid out
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib-object.h>

#include "spz-date.h"
#include "spz-inline.h"
#include "spz-types.h"

G_BEGIN_DECLS

typedef struct _SpzTimelinePlan SpzTimelinePlan;

/**
 * SpzNodeKind:
 * @SPZ_NODE_HEADING: a heading; `level` is 1 for the outermost
 * @SPZ_NODE_PARAGRAPH: running text
 * @SPZ_NODE_POINT: a talking point; `level` 1 to 3, see also `style`
 * @SPZ_NODE_ROLES: the table of roles; its children are %SPZ_NODE_ROLE
 * @SPZ_NODE_ROLE: a role: title, holder, unit; its children are %SPZ_NODE_TASK
 * @SPZ_NODE_TASK: a task of a role
 * @SPZ_NODE_FIGURES: the key figures; its children are %SPZ_NODE_FIGURE
 * @SPZ_NODE_FIGURE: a key figure: title, value, date, change, arithmetic
 * @SPZ_NODE_DATES: the next dates; its children are %SPZ_NODE_DATE
 * @SPZ_NODE_DATE: a date: when, title, detail
 * @SPZ_NODE_TIMELINE: the plan, on a landscape page of its own
 */
typedef enum
{
  SPZ_NODE_HEADING,
  SPZ_NODE_PARAGRAPH,
  SPZ_NODE_POINT,
  SPZ_NODE_ROLES,
  SPZ_NODE_ROLE,
  SPZ_NODE_TASK,
  SPZ_NODE_FIGURES,
  SPZ_NODE_FIGURE,
  SPZ_NODE_DATES,
  SPZ_NODE_DATE,
  SPZ_NODE_TIMELINE,
} SpzNodeKind;

/**
 * SpzNodeCell:
 *
 * The plain texts of a node that is a row of a table. Which of them a kind of
 * row has, says #SpzNodeKind; those it does not have are %NULL.
 */
typedef enum
{
  SPZ_CELL_TITLE,
  SPZ_CELL_HOLDER,
  SPZ_CELL_UNIT,
  SPZ_CELL_VALUE,
  SPZ_CELL_DATE,
  SPZ_CELL_CHANGE,
  SPZ_CELL_ARITHMETIC,
  SPZ_CELL_DETAIL,
  SPZ_N_CELLS
} SpzNodeCell;

/**
 * SpzNote:
 * @number: its number, from 1 in the order of the first references
 * @text: plain text
 *
 * A footnote. It is there to be read, not to be said.
 */
typedef struct
{
  guint  number;
  char  *text;
} SpzNote;

/**
 * SpzNoteReference:
 * @note: (transfer none): one of the document's notes
 * @offset: behind how many bytes of the node's text it stands; of a row, 0:
 *   it stands behind the row's value
 *
 * Where a node refers to a note. Several may refer to the same one.
 */
typedef struct
{
  const SpzNote *note;
  gsize          offset;
} SpzNoteReference;

/**
 * SpzNode:
 * @kind: what it is
 * @level: the depth of a heading or a point, from 1
 * @style: how a point is marked
 * @audience: whom it is for; never narrower than the document's audience
 * @table: (nullable): the table of the record it came from, an interned string
 * @id: the id of that record
 * @block: the id of the briefing's block it stands in, or 0
 * @runs: (nullable) (element-type SpzInlineRun): its text, of a heading, a
 *   paragraph, a point or a task
 * @notes: (nullable) (element-type SpzNoteReference): the notes it refers to, in
 *   the order of its text
 * @cells: its texts, of a row of a table
 * @children: (nullable) (element-type SpzNode): its rows or tasks
 * @plan: (nullable): what the timeline shows
 *
 * A piece of a document. It belongs to its document and never changes.
 */
typedef struct _SpzNode
{
  SpzNodeKind      kind;
  int              level;
  SpzPointStyle    style;
  SpzAudience      audience;
  const char      *table;
  gint64           id;
  gint64           block;
  GPtrArray       *runs;
  GArray          *notes;
  char            *cells[SPZ_N_CELLS];
  GPtrArray       *children;
  SpzTimelinePlan *plan;
} SpzNode;

char     *spz_node_get_text             (const SpzNode      *self);
guint     spz_node_get_words            (const SpzNode      *self);

/**
 * SpzDocument:
 *
 * What is on a paper, in reading order, filtered for an audience. A document
 * never changes and its references are counted atomically: compose it on the
 * main thread, render it on any.
 */
typedef struct _SpzDocument SpzDocument;

#define SPZ_TYPE_DOCUMENT (spz_document_get_type ())

/**
 * SPZ_DOCUMENT_LANGUAGE:
 *
 * The language of papers, a BCP 47 tag: what is written into them speaks it,
 * whatever the user's screen does.
 */
#define SPZ_DOCUMENT_LANGUAGE "de-DE"

GType             spz_document_get_type         (void) G_GNUC_CONST;
SpzDocument      *spz_document_ref              (SpzDocument *self);
void              spz_document_unref            (SpzDocument *self);

const char       *spz_document_get_language     (SpzDocument *self);
const char       *spz_document_get_title        (SpzDocument *self);
const char       *spz_document_get_byline       (SpzDocument *self);
const char       *spz_document_get_occasion     (SpzDocument *self);
const char       *spz_document_get_organisation (SpzDocument *self);
const char       *spz_document_get_marking      (SpzDocument *self);
const char       *spz_document_get_author       (SpzDocument *self);
const char       *spz_document_get_subject      (SpzDocument *self);
const char       *spz_document_get_keywords     (SpzDocument *self);
const char       *spz_document_get_source       (SpzDocument *self);
SpzDate           spz_document_get_date         (SpzDocument *self);
double            spz_document_get_pace         (SpzDocument *self);
const char       *spz_document_get_letterhead   (SpzDocument *self);
GBytes           *spz_document_get_logo         (SpzDocument *self);
const SpzNode    *spz_document_get_plan         (SpzDocument *self);
char             *spz_document_describe_logo    (SpzDocument *self);
guint             spz_document_get_n_nodes      (SpzDocument *self);
const SpzNode    *spz_document_get_node         (SpzDocument *self,
                                                 guint        index);
guint             spz_document_get_words        (SpzDocument *self);
guint             spz_document_get_n_notes      (SpzDocument *self);
const SpzNote    *spz_document_get_note         (SpzDocument *self,
                                                 guint        index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzDocument, spz_document_unref)

G_END_DECLS
