/* spz-document-notes.h: footnotes of a document, for those who write it
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-document.h"

G_BEGIN_DECLS

/**
 * SPZ_NOTE_MARK:
 *
 * Stands in a text where a reference to a note is to be: a character of the
 * private use area, which is neither space nor punctuation and so changes
 * nothing about the emphasis around it.
 */
#define SPZ_NOTE_MARK "\uE000"

/**
 * SPZ_NOTE_SOURCE:
 *
 * What a note begins with that says where a figure is from. Not translated: the
 * importer knows this word, as such notes are made again and not read.
 */
#define SPZ_NOTE_SOURCE "Quelle: "

GPtrArray *spz_node_get_marked_runs (const SpzNode *self);
char      *spz_node_mark_cell       (const SpzNode *self,
                                     SpzNodeCell    cell,
                                     const char    *text);
char      *spz_notes_resolve        (const char    *text,
                                     const GArray  *notes,
                                     const char    *before,
                                     const char    *after);

G_END_DECLS
