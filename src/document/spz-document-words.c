/* spz-document-words.c: how much there is to say
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-document.h"
#include "spz-text.h"

/**
 * spz_node_get_words:
 * @self: a node
 *
 * Counts the words of a node as they are spoken (see spz_text_count_spoken()).
 * Headings, paragraphs and points are said; tables and the plan are there to
 * be looked at.
 *
 * Returns: how many words
 */
guint
spz_node_get_words (const SpzNode *self)
{
  g_autofree char *text = NULL;

  if (self->kind != SPZ_NODE_HEADING && self->kind != SPZ_NODE_PARAGRAPH && self->kind != SPZ_NODE_POINT)
    return 0;

  text = spz_node_get_text (self);

  return spz_text_count_spoken (text);
}

/**
 * spz_document_get_words:
 * @self: a document
 *
 * Returns: how many words it is when it is spoken
 */
guint
spz_document_get_words (SpzDocument *self)
{
  guint words = 0;

  for (guint i = 0; i < spz_document_get_n_nodes (self); i++)
    words += spz_node_get_words (spz_document_get_node (self, i));

  return words;
}
