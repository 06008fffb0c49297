/* spz-text.c: helpers for text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define SOFT_HYPHEN ((gunichar) 0x00AD)
#define ELLIPSIS "\xE2\x80\xA6"
#define MINUS "\xE2\x88\x92"

/* White space at which a line may break: a no-break space is part of what was
 * written ("42,3 %"), not of how it was laid out. */
static gboolean
is_breaking_space (gunichar c)
{
  return g_unichar_isspace (c) && c != 0x00A0 && c != 0x2007 && c != 0x202F;
}

/**
 * spz_text_squeeze:
 * @text: (nullable): a text
 *
 * Makes one space of any stretch of white space and none at both ends.
 * No-break spaces are kept.
 *
 * Returns: (transfer full): the text, "" for %NULL
 */
char *
spz_text_squeeze (const char *text)
{
  GString *result = g_string_new (NULL);
  gboolean pending = FALSE;

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_breaking_space (c))
        {
          pending = result->len > 0;
          continue;
        }
      if (pending)
        g_string_append_c (result, ' ');
      pending = FALSE;
      g_string_append_unichar (result, c);
    }

  return g_string_free (result, FALSE);
}

/**
 * spz_text_fold:
 * @text: (nullable): a text
 *
 * Folds a text for searching: no case, no accents, "ß" as "ss", compatibility
 * forms as plain letters, no soft hyphens, white space squeezed. So
 * "massnahmen" is found in "Maßnahmen" and "buro" in "Büro".
 *
 * Returns: (transfer full): the folded text, "" for %NULL or invalid UTF-8
 */
char *
spz_text_fold (const char *text)
{
  g_autofree char *squeezed = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *decomposed = NULL;
  GString *result = g_string_new (NULL);

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return g_string_free (result, FALSE);

  squeezed = spz_text_squeeze (text);
  lower = g_utf8_casefold (squeezed, -1);
  decomposed = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);

  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_ismark (c) && c != SOFT_HYPHEN)
        g_string_append_unichar (result, c);
    }

  return g_string_free (result, FALSE);
}

/**
 * spz_text_matches:
 * @folded_text: a text from spz_text_fold()
 * @folded_query: what is searched, from spz_text_fold()
 *
 * Whether every word of the query occurs in the text, in any order, also
 * inside its words. An empty query matches everything.
 */
gboolean
spz_text_matches (const char *folded_text,
                  const char *folded_query)
{
  g_auto (GStrv) words = NULL;

  if (folded_query == NULL || *folded_query == '\0')
    return TRUE;
  if (folded_text == NULL)
    return FALSE;

  words = g_strsplit (folded_query, " ", -1);
  for (char **word = words; *word != NULL; word++)
    if (**word != '\0' && strstr (folded_text, *word) == NULL)
      return FALSE;

  return TRUE;
}

/**
 * spz_text_ellipsize:
 * @text: (nullable): a text
 * @max_chars: how many characters are allowed, the ellipsis included
 *
 * Shortens a text, at the end of a word where one ends in the last third.
 *
 * Returns: (transfer full): the text, whole if it fits
 */
char *
spz_text_ellipsize (const char *text,
                    guint       max_chars)
{
  const char *cut;
  const char *earliest;
  g_autofree char *head = NULL;

  if (text == NULL || max_chars == 0)
    return g_strdup ("");
  if (g_utf8_strlen (text, -1) <= (glong) max_chars)
    return g_strdup (text);

  cut = g_utf8_offset_to_pointer (text, max_chars - 1);
  earliest = g_utf8_offset_to_pointer (text, max_chars * 2 / 3);

  /* The character at the cut itself may be the space. */
  for (const char *p = cut; p > earliest; p = g_utf8_prev_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)))
      {
        cut = p;
        break;
      }

  head = g_strchomp (g_strndup (text, cut - text));

  return g_strconcat (head, ELLIPSIS, NULL);
}

/**
 * spz_text_count_words:
 * @text: (nullable): a text
 *
 * Counts the words a speaker has to say: stretches between white space in
 * which there is a letter or a digit.
 */
guint
spz_text_count_words (const char *text)
{
  guint count = 0;
  gboolean counted = FALSE;

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_breaking_space (c))
        counted = FALSE;
      else if (!counted && g_unichar_isalnum (c))
        {
          counted = TRUE;
          count++;
        }
    }

  return count;
}

/* "1449" with separators between groups of three. */
static void
append_grouped (GString    *result,
                const char *number,
                size_t      length,
                const char *separator)
{
  for (size_t i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (result, separator);
      g_string_append_c (result, number[i]);
    }
}

/**
 * spz_text_format_number:
 * @value: a number
 * @decimals: how many decimals, or -1 for as many as it has (six at most)
 *
 * Writes a number for people, with the separators of the language of the
 * texts around it, whatever the locale's number format: "1.449", "42,3".
 *
 * Returns: (transfer full): the text; a dash for what is no number
 */
char *
spz_text_format_number (double value,
                        int    decimals)
{
  char number[512];
  GString *result;
  const char *point;
  size_t whole;

  if (!isfinite (value) || fabs (value) > 1e300)
    return g_strdup ("\xE2\x80\x93");

  g_ascii_formatd (number, sizeof number, decimals == 0 ? "%.0f" : "%.6f", fabs (value));
  if (decimals > 0)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%df", MIN (decimals, 12));
      g_ascii_formatd (number, sizeof number, format, fabs (value));
    }
  else if (decimals < 0)
    {
      size_t end = strlen (number);

      while (number[end - 1] == '0')
        end--;
      if (number[end - 1] == '.')
        end--;
      number[end] = '\0';
    }

  result = g_string_new (NULL);
  if (value < 0 && strspn (number, "0.") < strlen (number))
    g_string_append (result, MINUS);

  point = strchr (number, '.');
  whole = point != NULL ? (size_t) (point - number) : strlen (number);
  /* Translators: between thousands and hundreds of a number, "1,449" */
  append_grouped (result, number, whole, C_("thousands separator", ","));
  if (point != NULL)
    {
      /* Translators: between the whole number and its decimals, "42.3" */
      g_string_append (result, C_("decimal separator", "."));
      g_string_append (result, point + 1);
    }

  return g_string_free (result, FALSE);
}

/* Whether a separator between @before and @after is one between groups of three
 * digits: "42.3" is not 423 where the point stands for thousands. */
static gboolean
is_group (const char *before,
          const char *after)
{
  gsize length = strlen (before);

  return length > 0 && g_ascii_isdigit (before[length - 1]) && strchr (before, '.') == NULL &&
         strspn (after, "0123456789") == 3;
}

/**
 * spz_text_parse_number:
 * @text: (nullable): a number as people write it
 * @value: (out): the number
 *
 * Reads what spz_text_format_number() writes, with or without separators
 * between thousands, "-" for a minus, and an apostrophe or a space as such a
 * separator too. A unit after the number is not accepted.
 *
 * Returns: whether it is a number; if not, @value is not set
 */
gboolean
spz_text_parse_number (const char *text,
                       double     *value)
{
  const char *thousands = C_("thousands separator", ",");
  const char *point = C_("decimal separator", ".");
  g_autoptr(GString) number = g_string_new (NULL);
  char *end;
  double result;

  if (text == NULL)
    return FALSE;

  while (*text != '\0')
    {
      if (g_str_has_prefix (text, MINUS))
        {
          g_string_append_c (number, '-');
          text += strlen (MINUS);
        }
      else if (g_str_has_prefix (text, point))
        {
          g_string_append_c (number, '.');
          text += strlen (point);
        }
      else if (g_str_has_prefix (text, thousands))
        {
          text += strlen (thousands);
          if (!is_group (number->str, text))
            return FALSE;
        }
      else if (g_unichar_isspace (g_utf8_get_char (text)) || *text == '\'')
        {
          text = g_utf8_next_char (text);
        }
      else if (g_ascii_isdigit (*text) || *text == '-' || *text == '+')
        {
          g_string_append_c (number, *text++);
        }
      else
        {
          return FALSE;
        }
    }

  if (strpbrk (number->str, "0123456789") == NULL)
    return FALSE;

  result = g_ascii_strtod (number->str, &end);
  if (*end != '\0')
    return FALSE;

  *value = result;

  return TRUE;
}
