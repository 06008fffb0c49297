/* spz-pdf-lexer-private.h: where what a PDF is written in ends
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * See ISO 32000-1, 7.2 and 7.3. Inlined, as they are asked of every byte.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

static inline gboolean
spz_pdf_is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static inline gboolean
spz_pdf_is_regular (char c)
{
  switch (c)
    {
    case ' ': case '\n': case '\r': case '\t': case '\f': case '\0':
    case '(': case ')': case '<': case '>': case '[': case ']': case '{': case '}': case '/': case '%':
      return FALSE;
    default:
      return TRUE;
    }
}

static inline gsize
spz_pdf_skip_space (const char *text,
                    gsize       length,
                    gsize       at)
{
  while (at < length && spz_pdf_is_space (text[at]))
    at++;

  return at;
}

/* A number, an operator, what follows a name's slash */
static inline gsize
spz_pdf_skip_regular (const char *text,
                      gsize       length,
                      gsize       at)
{
  while (at < length && spz_pdf_is_regular (text[at]))
    at++;

  return at;
}

/* Brackets in a string are escaped or come in pairs. */
static inline gsize
spz_pdf_skip_string (const char *text,
                     gsize       length,
                     gsize       at)
{
  guint depth = 0;

  for (; at < length; at++)
    {
      if (text[at] == '\\')
        at++;
      else if (text[at] == '(')
        depth++;
      else if (text[at] == ')' && --depth == 0)
        return at + 1;
    }

  return length;
}

/* Hexadecimal digits, which may be wrapped, up to their bracket */
static inline gsize
spz_pdf_skip_digits (const char *text,
                     gsize       length,
                     gsize       at)
{
  while (at < length && text[at] != '>')
    at++;

  return at;
}

G_END_DECLS
