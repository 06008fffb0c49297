/* spz-typing.c: quotes and dashes as they are typed
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * German typography: „so“, inside ‚so‘, an apostrophe’s curl, and an en dash
 * for two hyphens. A keyboard has only straight signs; what each of them means
 * shows in what stands before it.
 */

#include "config.h"

#include "spz-typing.h"

#include <string.h>

/* The closing double quote is the opening one of English texts, the closing
 * single quote likewise */
#define DOUBLE_OPEN  0x201E
#define DOUBLE_CLOSE 0x201C
#define SINGLE_OPEN  0x201A
#define SINGLE_CLOSE 0x2018

static gboolean
opens (const char *text,
       const char *end)
{
  gunichar before;

  if (end == text)
    return TRUE;

  before = g_utf8_get_char (g_utf8_prev_char (end));

  return g_unichar_isspace (before) || before == DOUBLE_OPEN || before == SINGLE_OPEN ||
         (before < 0x80 && strchr ("([{/", (int) before) != NULL) ||
         before == 0x2013 || before == 0x2014;
}

static gboolean
is_open (const char *text,
         const char *end,
         gunichar    opening,
         gunichar    closing)
{
  int depth = 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == opening)
        depth++;
      else if (c == closing && depth > 0)
        depth--;
    }

  return depth > 0;
}

static const char *
correct_double (const char *text,
                const char *end)
{
  gunichar before = end > text ? g_utf8_get_char (g_utf8_prev_char (end)) : 0;
  gboolean open = is_open (text, end, DOUBLE_OPEN, DOUBLE_CLOSE);

  /* „“ with nothing between them yet */
  if (before == DOUBLE_OPEN)
    return "“";
  if (opens (text, end))
    return "„";
  /* 24" are inches, unless something is to be closed */
  if (!open && g_unichar_isdigit (before))
    return NULL;

  return "“";
}

static const char *
correct_single (const char *text,
                const char *end)
{
  if (opens (text, end))
    return "‚";
  if (is_open (text, end, SINGLE_OPEN, SINGLE_CLOSE))
    return "‘";
  /* 5' are minutes or feet */
  if (g_unichar_isdigit (g_utf8_get_char (g_utf8_prev_char (end))))
    return NULL;

  return "’";
}

/**
 * spz_typing_correct:
 * @text: the text up to the cursor, of which the last character was just typed
 * @n_replaced: (out): how many characters at its end are to be replaced
 *
 * Tells which typographic sign was meant by a straight quotation mark or by
 * two hyphens.
 *
 * Returns: (transfer none) (nullable): the sign, or %NULL where the text is to
 *   stay
 */
const char *
spz_typing_correct (const char *text,
                        guint      *n_replaced)
{
  gsize length = strlen (text);
  const char *end;

  *n_replaced = 1;
  if (length == 0)
    return NULL;

  end = text + length - 1;
  if (*end == '"')
    return correct_double (text, end);
  if (*end == '\'')
    return correct_single (text, end);

  /* Neither in a rule of many hyphens nor in "Vor--Text" written with three */
  if (*end == '-' && length > 1 && end[-1] == '-' && (length == 2 || end[-2] != '-'))
    {
      *n_replaced = 2;
      return "–";
    }

  return NULL;
}
