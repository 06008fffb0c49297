/* spz-text-find.c: where a word stands in a text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "spz-text-find.h"
#include "spz-text.h"

/* Folds a character as spz_text_fold() does a text, which has none at its ends
 * and squeezes those between */
static void
append_folded (GString  *folded,
               gunichar  c)
{
  char character[7] = { '\0' };
  g_autofree char *text = NULL;

  if (c < 0x80 || g_unichar_isspace (c))
    {
      g_string_append_c (folded, g_unichar_isspace (c) ? ' ' : g_ascii_tolower ((char) c));
      return;
    }

  g_unichar_to_utf8 (c, character);
  text = spz_text_fold (character);
  g_string_append (folded, text);
}

/**
 * spz_text_find:
 * @text: a text
 * @query: what is searched, as it was typed
 *
 * Finds all places of @query in @text, folded as by spz_text_fold(): "strasse"
 * is found in "Straße", with its six characters. They don't overlap.
 *
 * Returns: (transfer full) (element-type SpzTextRange): the places
 */
GArray *
spz_text_find (const char *text,
               const char *query)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (SpzTextRange));
  g_autofree char *needle = spz_text_fold (query);
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GArray) characters = g_array_new (FALSE, FALSE, sizeof (int)); /* which each folded byte came of */
  const char *at;
  int n = 0;

  if (*needle == '\0')
    return found;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), n++)
    {
      append_folded (folded, g_utf8_get_char (p));
      while (characters->len < folded->len)
        g_array_append_val (characters, n);
    }

  at = folded->str;
  while ((at = strstr (at, needle)) != NULL)
    {
      const gsize first = (gsize) (at - folded->str);
      const gsize last = first + strlen (needle) - 1;
      const SpzTextRange range = { g_array_index (characters, int, first), g_array_index (characters, int, last) + 1 };

      g_array_append_val (found, range);
      at += strlen (needle);
    }

  return found;
}
