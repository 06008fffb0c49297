/* spz-document.c: a paper, composed and ready to be laid out
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-document-private.h"

#include <glib/gi18n-lib.h>

#include "spz-language.h"
#include "spz-timeline-plan.h"

G_DEFINE_BOXED_TYPE (SpzDocument, spz_document, spz_document_ref, spz_document_unref)

static void
node_free (SpzNode *self)
{
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_array_unref);
  for (guint i = 0; i < SPZ_N_CELLS; i++)
    g_free (self->cells[i]);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->plan, spz_timeline_plan_unref);
  g_free (self);
}

static void
note_free (SpzNote *self)
{
  g_free (self->text);
  g_free (self);
}

/* Private: a node with the runs of @text, inline Markdown, if not %NULL */
SpzNode *
spz_node_new (SpzNodeKind  kind,
              const char  *text)
{
  SpzNode *self = g_new0 (SpzNode, 1);

  self->kind = kind;
  if (text != NULL)
    self->runs = spz_inline_parse (text);

  switch (kind)
    {
    case SPZ_NODE_ROLES:
    case SPZ_NODE_ROLE:
    case SPZ_NODE_FIGURES:
    case SPZ_NODE_DATES:
      self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) node_free);
      break;

    case SPZ_NODE_HEADING:
    case SPZ_NODE_PARAGRAPH:
    case SPZ_NODE_POINT:
    case SPZ_NODE_TASK:
    case SPZ_NODE_FIGURE:
    case SPZ_NODE_DATE:
    case SPZ_NODE_TIMELINE:
    default:
      break;
    }

  return self;
}

/**
 * spz_node_get_text:
 * @self: a node
 *
 * The text of the node's runs without emphasis; of a row, its title.
 *
 * Returns: (transfer full): the text, empty for a table
 */
char *
spz_node_get_text (const SpzNode *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->runs == NULL)
    return g_strdup (self->cells[SPZ_CELL_TITLE] != NULL ? self->cells[SPZ_CELL_TITLE] : "");

  for (guint i = 0; i < self->runs->len; i++)
    {
      const SpzInlineRun *run = g_ptr_array_index (self->runs, i);

      g_string_append (text, run->text);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Private: an empty document, which the builder fills before anybody sees it */
SpzDocument *
spz_document_new (SpzAudience audience)
{
  SpzDocument *self = g_new0 (SpzDocument, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->audience = audience;
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) node_free);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) note_free);
  self->language = g_strdup (SPZ_DOCUMENT_LANGUAGE);
  self->title = g_strdup ("");
  self->byline = g_strdup ("");
  self->occasion = g_strdup ("");
  self->organisation = g_strdup ("");
  self->author = g_strdup ("");
  self->subject = g_strdup ("");
  self->keywords = g_strdup ("");
  self->letterhead = g_strdup ("");
  self->source = g_strdup ("");

  return self;
}

/**
 * spz_document_ref:
 * @self: a document
 *
 * Adds a reference; can be called on any thread.
 *
 * Returns: (transfer full): @self
 */
SpzDocument *
spz_document_ref (SpzDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * spz_document_unref:
 * @self: (transfer full): a document
 *
 * Drops a reference; can be called on any thread.
 */
void
spz_document_unref (SpzDocument *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->language);
  g_free (self->title);
  g_free (self->byline);
  g_free (self->occasion);
  g_free (self->organisation);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->keywords);
  g_free (self->letterhead);
  g_clear_pointer (&self->logo, g_bytes_unref);
  g_free (self->source);
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->notes);
  g_clear_pointer (&self->kept_pdf, g_bytes_unref);
  g_free (self->kept_markdown);
  g_free (self);
}

/**
 * spz_document_get_language:
 * @self: a document
 *
 * The language of its text as a BCP 47 tag.
 *
 * Returns: the tag
 */
const char *
spz_document_get_language (SpzDocument *self)
{
  return self->language;
}

/**
 * spz_document_get_title:
 * @self: a document
 *
 * Its title: "Umsetzung E-Government-Strategie".
 *
 * Returns: the title
 */
const char *
spz_document_get_title (SpzDocument *self)
{
  return self->title;
}

/**
 * spz_document_get_byline:
 * @self: a document
 *
 * What it is and who speaks: "Sprechzettel StK Märtens in der Funktion CDO".
 *
 * Returns: the line, or ""
 */
const char *
spz_document_get_byline (SpzDocument *self)
{
  return self->byline;
}

/**
 * spz_document_get_occasion:
 * @self: a document
 *
 * Where and when: "Ausschuss für Finanzen und Digitalisierung am 08.02.2021".
 *
 * Returns: the line, or ""
 */
const char *
spz_document_get_occasion (SpzDocument *self)
{
  return self->occasion;
}

/**
 * spz_document_get_organisation:
 * @self: a document
 *
 * Whose paper it is: "Stadt Leverkusen".
 *
 * Returns: the name, or ""
 */
const char *
spz_document_get_organisation (SpzDocument *self)
{
  return self->organisation;
}

/**
 * spz_document_get_marking:
 * @self: a document
 *
 * What is to be written on every page so that a paper for a narrow audience
 * is not handed on by mistake.
 *
 * Returns: (nullable): the marking; %NULL for what everybody may see
 */
const char *
spz_document_get_marking (SpzDocument *self)
{
  g_auto (SpzLanguage) language = { 0 };
  spz_language_enter (&language, SPZ_DOCUMENT_LANGUAGE);
  switch (self->audience)
    {
    case SPZ_AUDIENCE_COMMITTEE:
      /* Translators: on the pages of a paper that only members of the committee may see */
      return _("Not public");

    case SPZ_AUDIENCE_INTERNAL:
      return _("For internal use only");

    case SPZ_AUDIENCE_PUBLIC:
    default:
      return NULL;
    }
}

/**
 * spz_document_get_author:
 * @self: a document
 *
 * Its author, for the file's metadata.
 *
 * Returns: the name, or ""
 */
const char *
spz_document_get_author (SpzDocument *self)
{
  return self->author;
}

/**
 * spz_document_get_subject:
 * @self: a document
 *
 * What it is about, for the file's metadata.
 *
 * Returns: the subject, or ""
 */
const char *
spz_document_get_subject (SpzDocument *self)
{
  return self->subject;
}

/**
 * spz_document_get_keywords:
 * @self: a document
 *
 * Its keywords, separated by commas, for the file's metadata.
 *
 * Returns: the keywords, or ""
 */
const char *
spz_document_get_keywords (SpzDocument *self)
{
  return self->keywords;
}

/**
 * spz_document_get_source:
 * @self: a document
 *
 * Where it is from, for a file that may come back: the programme's identifier
 * and the briefing's id, separated by a space.
 *
 * Returns: the source, or "" in papers for others
 */
const char *
spz_document_get_source (SpzDocument *self)
{
  return self->source;
}

/**
 * spz_document_get_date:
 * @self: a document
 *
 * The day it is spoken on.
 *
 * Returns: the date, or %SPZ_DATE_NONE
 */
SpzDate
spz_document_get_date (SpzDocument *self)
{
  return self->date;
}

/**
 * spz_document_get_letterhead:
 * @self: a document
 *
 * What stands above the title: whose paper it is and where they are.
 *
 * Returns: some lines, or ""
 */
const char *
spz_document_get_letterhead (SpzDocument *self)
{
  return self->letterhead;
}

/**
 * spz_document_get_logo:
 * @self: a document
 *
 * The picture that stands above the title.
 *
 * Returns: (transfer none) (nullable): a PNG, or %NULL
 */
GBytes *
spz_document_get_logo (SpzDocument *self)
{
  return self->logo;
}

/**
 * spz_document_get_plan:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the plan, if it is part of the document;
 *   there is one at the most
 */
const SpzNode *
spz_document_get_plan (SpzDocument *self)
{
  for (guint i = 0; i < spz_document_get_n_nodes (self); i++)
    {
      const SpzNode *node = spz_document_get_node (self, i);

      if (node->kind == SPZ_NODE_TIMELINE)
        return node;
    }

  return NULL;
}

/**
 * spz_document_describe_logo:
 * @self: a document
 *
 * The picture's description, for those who don't see it.
 *
 * Returns: (transfer full): a text
 */
char *
spz_document_describe_logo (SpzDocument *self)
{
  g_auto (SpzLanguage) language = { 0 };

  spz_language_enter (&language, SPZ_DOCUMENT_LANGUAGE);

  /* Translators: %s is whose logo it is: "Stadt Leverkusen" */
  return *self->organisation != '\0' ? g_strdup_printf (_("Logo: %s"), self->organisation) : g_strdup (_("Logo"));
}

/**
 * spz_document_get_pace:
 * @self: a document
 *
 * How fast its speaker speaks.
 *
 * Returns: words a minute, or 0 if nobody speaks it
 */
double
spz_document_get_pace (SpzDocument *self)
{
  return self->pace;
}

/**
 * spz_document_get_n_nodes:
 * @self: a document
 *
 * Counts the pieces it consists of.
 *
 * Returns: the number of nodes
 */
guint
spz_document_get_n_nodes (SpzDocument *self)
{
  return self->nodes->len;
}

/**
 * spz_document_get_node:
 * @self: a document
 * @index: a number below spz_document_get_n_nodes()
 *
 * The piece at @index in reading order.
 *
 * Returns: (transfer none): the node
 */
const SpzNode *
spz_document_get_node (SpzDocument *self,
                       guint        index)
{
  g_return_val_if_fail (index < self->nodes->len, NULL);

  return g_ptr_array_index (self->nodes, index);
}

/**
 * spz_document_get_n_notes:
 * @self: a document
 *
 * Counts its footnotes.
 *
 * Returns: the number of notes
 */
guint
spz_document_get_n_notes (SpzDocument *self)
{
  return self->notes->len;
}

/**
 * spz_document_get_note:
 * @self: a document
 * @index: a number below spz_document_get_n_notes()
 *
 * The footnote at @index, of which the number is one higher.
 *
 * Returns: (transfer none): the note
 */
const SpzNote *
spz_document_get_note (SpzDocument *self,
                       guint        index)
{
  g_return_val_if_fail (index < self->notes->len, NULL);

  return g_ptr_array_index (self->notes, index);
}
