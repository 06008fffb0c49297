/* spz-document-builder.c: putting a document together
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-document-builder.h"

#include <string.h>

#include "spz-document-notes.h"
#include "spz-document-private.h"
#include "spz-timeline-plan.h"

struct _SpzDocumentBuilder
{
  /* Owned */
  SpzDocument *document;

  gint64       block;
};

/**
 * spz_document_builder_new:
 * @audience: whom the document is for
 *
 * Begins a document. The builder does not filter: what is added is in it.
 *
 * Returns: (transfer full): a builder
 */
SpzDocumentBuilder *
spz_document_builder_new (SpzAudience audience)
{
  SpzDocumentBuilder *self = g_new0 (SpzDocumentBuilder, 1);

  self->document = spz_document_new (audience);

  return self;
}

/**
 * spz_document_builder_free:
 * @self: (transfer full): a builder
 *
 * Gives up a document that was not ended.
 */
void
spz_document_builder_free (SpzDocumentBuilder *self)
{
  g_clear_pointer (&self->document, spz_document_unref);
  g_free (self);
}

/**
 * spz_document_builder_end:
 * @self: (transfer full): a builder
 *
 * Ends the document, which does not change any more.
 *
 * Returns: (transfer full): the document
 */
SpzDocument *
spz_document_builder_end (SpzDocumentBuilder *self)
{
  SpzDocument *document = g_steal_pointer (&self->document);

  spz_document_builder_free (self);

  return document;
}

static void
set_string (char       **target,
            const char  *text)
{
  g_free (*target);
  *target = g_strdup (text != NULL ? text : "");
}

/**
 * spz_document_builder_set_title:
 * @self: a builder
 * @title: (nullable): the title
 * @byline: (nullable): what it is and who speaks
 * @occasion: (nullable): where and when
 * @organisation: (nullable): whose paper it is
 *
 * Sets what stands at the head of the paper.
 */
void
spz_document_builder_set_title (SpzDocumentBuilder *self,
                                const char         *title,
                                const char         *byline,
                                const char         *occasion,
                                const char         *organisation)
{
  set_string (&self->document->title, title);
  set_string (&self->document->byline, byline);
  set_string (&self->document->occasion, occasion);
  set_string (&self->document->organisation, organisation);
}

/**
 * spz_document_builder_set_metadata:
 * @self: a builder
 * @author: (nullable): the author
 * @subject: (nullable): what it is about
 * @keywords: (nullable): keywords, separated by commas
 * @date: the day it is spoken on, or %SPZ_DATE_NONE
 *
 * Sets what a file says about itself.
 */
void
spz_document_builder_set_metadata (SpzDocumentBuilder *self,
                                   const char         *author,
                                   const char         *subject,
                                   const char         *keywords,
                                   SpzDate             date)
{
  set_string (&self->document->author, author);
  set_string (&self->document->subject, subject);
  set_string (&self->document->keywords, keywords);
  self->document->date = date;
}

/**
 * spz_document_builder_set_pace:
 * @self: a builder
 * @pace: how many words its speaker says in a minute
 *
 * Sets how fast it is spoken; nobody speaks it unless set.
 */
void
spz_document_builder_set_pace (SpzDocumentBuilder *self,
                               double              pace)
{
  self->document->pace = pace;
}

/**
 * spz_document_builder_set_source:
 * @self: a builder
 * @source: what spz_document_get_source() is to return
 *
 * Says where it is from, of a paper that stays in the office.
 */
void
spz_document_builder_set_source (SpzDocumentBuilder *self,
                                 const char         *source)
{
  set_string (&self->document->source, source);
}

/**
 * spz_document_builder_set_letterhead:
 * @self: a builder
 * @letterhead: (nullable): some lines
 * @logo: (nullable): a PNG
 *
 * Sets what stands above the title.
 */
void
spz_document_builder_set_letterhead (SpzDocumentBuilder *self,
                                     const char         *letterhead,
                                     GBytes             *logo)
{
  set_string (&self->document->letterhead, letterhead);
  g_clear_pointer (&self->document->logo, g_bytes_unref);
  self->document->logo = logo != NULL ? g_bytes_ref (logo) : NULL;
}

/**
 * spz_document_builder_set_kept:
 * @self: a builder
 * @pdf: the file as it went out, in the layout for the audience
 * @markdown: its text, as spz_markdown_render() wrote it
 *
 * Says of a paper that was delivered how it went out: it is never made anew.
 */
void
spz_document_builder_set_kept (SpzDocumentBuilder *self,
                               GBytes             *pdf,
                               const char         *markdown)
{
  self->document->kept_pdf = g_bytes_ref (pdf);
  self->document->kept_markdown = g_strdup (markdown);
}

/**
 * spz_document_builder_set_block:
 * @self: a builder
 * @block: the id of a briefing's block, or 0
 *
 * Says which block the nodes stand in that are added from now on.
 */
void
spz_document_builder_set_block (SpzDocumentBuilder *self,
                                gint64              block)
{
  self->block = block;
}

static SpzNode *
add_node (SpzDocumentBuilder *self,
          SpzNodeKind         kind,
          const char         *text)
{
  SpzNode *node = spz_node_new (kind, text);

  node->block = self->block;
  g_ptr_array_add (self->document->nodes, node);

  return node;
}

/**
 * spz_document_builder_add_heading:
 * @self: a builder
 * @level: its depth, from 1
 * @text: inline Markdown
 *
 * Adds a heading.
 *
 * Returns: (transfer none): its node
 */
SpzNode *
spz_document_builder_add_heading (SpzDocumentBuilder *self,
                                  int                 level,
                                  const char         *text)
{
  SpzNode *node = add_node (self, SPZ_NODE_HEADING, text);

  node->level = level;

  return node;
}

/**
 * spz_document_builder_add_paragraph:
 * @self: a builder
 * @text: inline Markdown
 *
 * Adds running text.
 *
 * Returns: (transfer none): its node
 */
SpzNode *
spz_document_builder_add_paragraph (SpzDocumentBuilder *self,
                                    const char         *text)
{
  return add_node (self, SPZ_NODE_PARAGRAPH, text);
}

/**
 * spz_document_builder_add_point:
 * @self: a builder
 * @level: its depth, 1 to 3; deeper ones count as 3
 * @style: how it is marked
 * @text: inline Markdown
 *
 * Adds a talking point.
 *
 * Returns: (transfer none): its node
 */
SpzNode *
spz_document_builder_add_point (SpzDocumentBuilder *self,
                                int                 level,
                                SpzPointStyle       style,
                                const char         *text)
{
  SpzNode *node = add_node (self, SPZ_NODE_POINT, text);

  node->level = CLAMP (level, 1, 3);
  node->style = style;

  return node;
}

/**
 * spz_document_builder_add_table:
 * @self: a builder
 * @kind: %SPZ_NODE_ROLES, %SPZ_NODE_FIGURES or %SPZ_NODE_DATES
 *
 * Adds a table without rows.
 *
 * Returns: (transfer none): its node
 */
SpzNode *
spz_document_builder_add_table (SpzDocumentBuilder *self,
                                SpzNodeKind         kind)
{
  g_return_val_if_fail (kind == SPZ_NODE_ROLES ||
                        kind == SPZ_NODE_FIGURES ||
                        kind == SPZ_NODE_DATES, NULL);

  return add_node (self, kind, NULL);
}

/**
 * spz_document_builder_add_timeline:
 * @self: a builder
 * @plan: (transfer none): what it shows, already filtered for the audience
 *
 * Adds the plan, on a page of its own.
 *
 * Returns: (transfer none): its node
 */
SpzNode *
spz_document_builder_add_timeline (SpzDocumentBuilder *self,
                                   SpzTimelinePlan    *plan)
{
  SpzNode *node = add_node (self, SPZ_NODE_TIMELINE, NULL);

  node->plan = spz_timeline_plan_ref (plan);

  return node;
}

/* The note of a text: one of all that are the same */
static const SpzNote *
get_note (SpzDocument *document,
          const char  *text)
{
  SpzNote *note;

  for (guint i = 0; i < document->notes->len; i++)
    {
      note = g_ptr_array_index (document->notes, i);
      if (g_str_equal (note->text, text))
        return note;
    }

  note = g_new0 (SpzNote, 1);
  note->number = document->notes->len + 1;
  note->text = g_strdup (text);
  g_ptr_array_add (document->notes, note);

  return note;
}

/**
 * spz_document_builder_add_note:
 * @self: a builder
 * @node: a node with runs, or a row
 * @offset: behind how many bytes of its text, not less than the last; 0 of a row
 * @text: plain text
 *
 * Adds a reference to a footnote. Notes of the same text are one note.
 */
void
spz_document_builder_add_note (SpzDocumentBuilder *self,
                               SpzNode            *node,
                               gsize               offset,
                               const char         *text)
{
  const SpzNoteReference reference = { get_note (self->document, text), offset };

  if (node->notes == NULL)
    node->notes = g_array_new (FALSE, FALSE, sizeof (SpzNoteReference));
  g_array_append_val (node->notes, reference);
}

/**
 * spz_document_builder_take_marks:
 * @self: a builder
 * @node: a node with runs
 * @texts: (element-type utf8): for each %SPZ_NOTE_MARK in them a note's text,
 *   or %NULL for none
 *
 * Takes the marks out of a node and adds references to notes in their place.
 */
void
spz_document_builder_take_marks (SpzDocumentBuilder *self,
                                 SpzNode            *node,
                                 GPtrArray          *texts)
{
  guint n_marks = 0;
  gsize offset = 0;

  for (guint i = 0; i < node->runs->len; i++)
    {
      SpzInlineRun *run = g_ptr_array_index (node->runs, i);
      g_auto (GStrv) parts = g_strsplit (run->text, SPZ_NOTE_MARK, -1);

      for (char **part = parts; *part != NULL; part++)
        {
          offset += strlen (*part);
          if (part[1] == NULL)
            break;

          if (n_marks < texts->len && g_ptr_array_index (texts, n_marks) != NULL)
            spz_document_builder_add_note (self, node, offset, g_ptr_array_index (texts, n_marks));
          n_marks++;
        }
      g_free (run->text);
      run->text = g_strjoinv (NULL, parts);
    }
}

/**
 * spz_node_add_row:
 * @table: a table that is being built
 *
 * Adds an empty row of the table's kind.
 *
 * Returns: (transfer none): the row
 */
SpzNode *
spz_node_add_row (SpzNode *table)
{
  SpzNodeKind kind;
  SpzNode *row;

  g_return_val_if_fail (table->children != NULL, NULL);

  switch (table->kind)
    {
    case SPZ_NODE_ROLES:
      kind = SPZ_NODE_ROLE;
      break;

    case SPZ_NODE_FIGURES:
      kind = SPZ_NODE_FIGURE;
      break;

    case SPZ_NODE_DATES:
      kind = SPZ_NODE_DATE;
      break;

    case SPZ_NODE_HEADING:
    case SPZ_NODE_PARAGRAPH:
    case SPZ_NODE_POINT:
    case SPZ_NODE_ROLE:
    case SPZ_NODE_TASK:
    case SPZ_NODE_FIGURE:
    case SPZ_NODE_DATE:
    case SPZ_NODE_TIMELINE:
    default:
      g_return_val_if_reached (NULL);
    }

  row = spz_node_new (kind, NULL);
  row->block = table->block;
  g_ptr_array_add (table->children, row);

  return row;
}

/**
 * spz_node_add_task:
 * @role: a role that is being built
 * @text: inline Markdown
 *
 * Adds a task to a role.
 *
 * Returns: (transfer none): the task
 */
SpzNode *
spz_node_add_task (SpzNode    *role,
                   const char *text)
{
  SpzNode *task;

  g_return_val_if_fail (role->kind == SPZ_NODE_ROLE, NULL);

  task = spz_node_new (SPZ_NODE_TASK, text);
  task->block = role->block;
  g_ptr_array_add (role->children, task);

  return task;
}

/**
 * spz_node_set_cell:
 * @row: a row that is being built
 * @cell: which of its texts
 * @text: (nullable): plain text; empty counts as none
 *
 * Sets a text of a row.
 */
void
spz_node_set_cell (SpzNode     *row,
                   SpzNodeCell  cell,
                   const char  *text)
{
  g_free (row->cells[cell]);
  row->cells[cell] = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

/**
 * spz_node_set_record:
 * @self: a node that is being built
 * @table: the table of the record it shows
 * @id: the record's id
 *
 * Says which record the node shows, so that it can be found on the page.
 */
void
spz_node_set_record (SpzNode    *self,
                     const char *table,
                     gint64      id)
{
  self->table = g_intern_string (table);
  self->id = id;
}

/**
 * spz_node_set_audience:
 * @self: a node that is being built
 * @audience: whom it is for
 *
 * Says whom the node is for; everybody unless set.
 */
void
spz_node_set_audience (SpzNode     *self,
                       SpzAudience  audience)
{
  self->audience = audience;
}
