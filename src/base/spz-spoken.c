/* spz-spoken.c: how many words a text is when it is spoken
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-text.h"

#include <string.h>

/* Capitals up to this long are spelt out, "OZG"; longer ones are read, "IGEL" */
#define MAX_SPELT 3

/* Characters that are said as a word of their own */
static gboolean
is_spoken_sign (gunichar c)
{
  return c == '%' || c == '&' || c == '+' || c == '=' || c == 0x20AC /* € */ || c == 0x00A7 /* § */ ||
         c == 0x00B0 /* ° */ || c == 0x00D7 /* × */;
}

/* A number: a word a digit but for noughts, which are silent in "1.449" as in
 * "2021", and one for a decimal comma; noughts alone are one. */
static guint
count_number (const char **text)
{
  const char *p = *text;
  guint words = 0;

  for (; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        words += *p != '0';
      else if (*p == ',' && g_ascii_isdigit (p[1]))
        words++;
      else if (!((*p == '.' || *p == ':') && g_ascii_isdigit (p[1])))
        break;
    }

  *text = p;

  return MAX (words, 1);
}

/* Letters: one word; but capitals that are spelt, a word a letter */
static guint
count_letters (const char **text)
{
  const char *p = *text;
  guint letters = 0, capitals = 0;

  for (; *p != '\0' && g_unichar_isalpha (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    {
      letters++;
      capitals += g_unichar_isupper (g_utf8_get_char (p)) != 0;
    }

  *text = p;

  return letters > 1 && letters == capitals && letters <= MAX_SPELT ? letters : 1;
}

/**
 * spz_text_count_spoken:
 * @text: (nullable): a plain text
 *
 * Counts how many words a text is when it is spoken. What is joined by hyphens
 * or slashes is said apart; so are the parts of "u.a."; two or three capitals
 * are spelt, a word a letter ("OZG": 3); a number is a word a digit but for
 * its noughts, with one for a decimal comma ("613": 3, "2021": 3, "42,3 %": 5),
 * which is about as long as it takes to say; "%", "§", "€" and the like are a
 * word each.
 *
 * Returns: how many
 */
guint
spz_text_count_spoken (const char *text)
{
  const char *p = text != NULL ? text : "";
  guint words = 0;

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);

      if (g_ascii_isdigit (*p))
        {
          words += count_number (&p);
        }
      else if (g_unichar_isalpha (c))
        {
          words += count_letters (&p);
        }
      else
        {
          words += is_spoken_sign (c);
          p = g_utf8_next_char (p);
        }
    }

  return words;
}
