/* spz-spelling.h: which words are spelt as the dictionary has them
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SpzSpelling:
 *
 * A dictionary with the words the user added.
 */
typedef struct _SpzSpelling SpzSpelling;

/**
 * SpzSpellingRange:
 * @start: where a word starts, in characters
 * @end: where it ends
 */
typedef struct
{
  int start;
  int end;
} SpzSpellingRange;

SpzSpelling *spz_spelling_new     (const char *const *languages);
void         spz_spelling_free    (SpzSpelling       *self);
GArray      *spz_spelling_check   (SpzSpelling       *self,
                                   const char        *text);
char       **spz_spelling_suggest (SpzSpelling       *self,
                                   const char        *word,
                                   guint              limit);
void         spz_spelling_learn   (SpzSpelling       *self,
                                   const char        *word);
gboolean     spz_spelling_set_names (SpzSpelling     *self,
                                     GPtrArray       *names);
void         spz_spelling_ignore  (SpzSpelling       *self,
                                   const char        *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzSpelling, spz_spelling_free)

G_END_DECLS
