/* spz-archive-marks.c: what was searched, marked in a text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-archive-marks.h"

#include <string.h>

#include "spz-text.h"

/* The text folded character by character, with the byte of @text that each
 * folded byte came from */
static GString *
fold_with_origins (const char *text,
                   GArray     *origins)
{
  GString *folded = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const guint origin = (guint) (p - text);
      g_autofree char *character = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));
      g_autofree char *part = g_unichar_isspace (g_utf8_get_char (p)) ? g_strdup (" ") : spz_text_fold (character);

      g_string_append (folded, part);
      for (gsize i = 0; i < strlen (part); i++)
        g_array_append_val (origins, origin);
    }

  return folded;
}

/* Each byte of @text that is part of a word of the query */
static gboolean *
find_marks (const char *text,
            const char *query)
{
  g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) folded = fold_with_origins (text, origins);
  g_autofree char *folded_query = spz_text_fold (query);
  g_auto (GStrv) words = g_strsplit (folded_query, " ", -1);
  gboolean *marks = g_new0 (gboolean, strlen (text) + 1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const gsize length = strlen (words[i]);

      for (const char *at = strstr (folded->str, words[i]); length > 0 && at != NULL; at = strstr (at + 1, words[i]))
        for (gsize j = 0; j < length; j++)
          marks[g_array_index (origins, guint, (gsize) (at - folded->str) + j)] = TRUE;
    }

  return marks;
}

/**
 * spz_archive_mark:
 * @text: a text, plain
 * @query: what was searched in it, as it was typed
 *
 * Marks the words of @query in @text, as spz_text_matches() finds them.
 *
 * Returns: (transfer full): Pango markup
 */
char *
spz_archive_mark (const char *text,
                  const char *query)
{
  g_autofree gboolean *marks = find_marks (text, query);
  GString *markup = g_string_new (NULL);
  gboolean inside = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *escaped = g_markup_escape_text (p, g_utf8_next_char (p) - p);
      const gboolean marked = marks[p - text];

      if (marked != inside)
        g_string_append (markup, marked ? "<b>" : "</b>");
      inside = marked;
      g_string_append (markup, escaped);
    }
  if (inside)
    g_string_append (markup, "</b>");

  return g_string_free (markup, FALSE);
}
