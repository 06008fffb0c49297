/* spz-office-names.c: what the names of styles and the signs of bullets tell
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-docx-reader-private.h"

#include <string.h>

#include "spz-import-line-private.h"

/* Both programs keep the names of their own styles in English, whatever they
 * show; others, and templates made by hand, have German ones. */
static const struct
{
  const char    *name; /* folded; a number may follow */
  SpzOfficeKind  kind;
} names[] = {
  { "title", SPZ_OFFICE_TITLE },
  { "titel", SPZ_OFFICE_TITLE },
  { "heading", SPZ_OFFICE_HEADING },
  { "überschrift", SPZ_OFFICE_HEADING },
  { "list bullet", SPZ_OFFICE_ITEM },
  { "list number", SPZ_OFFICE_ITEM },
  { "aufzählungszeichen", SPZ_OFFICE_ITEM },
  { "listennummer", SPZ_OFFICE_ITEM },
  { "list continue", SPZ_OFFICE_CONTINUED },
  { "listenfortsetzung", SPZ_OFFICE_CONTINUED },
  { "conclusion", SPZ_OFFICE_CONCLUSION },
};

/* "list 2 cont.", as LibreOffice calls "list continue 2" */
static gboolean
is_continued (const char *folded,
              int        *level)
{
  if (!g_str_has_prefix (folded, "list ") || !g_ascii_isdigit (folded[5]) ||
      !g_str_equal (folded + 6, " cont."))
    return FALSE;

  *level = CLAMP (g_ascii_digit_value (folded[5]), 1, 9);

  return TRUE;
}

/* Private: finds out what a paragraph is by its style's name; whether it
 * belongs to the text, and not to a table of contents */
gboolean
spz_office_place_by_name (const char     *name,
                          SpzOfficeBlock *block)
{
  g_autofree char *folded = g_utf8_strdown (name, -1);
  int level;

  if (g_str_has_prefix (folded, "toc ") || g_str_has_prefix (folded, "contents ") ||
      g_str_has_prefix (folded, "verzeichnis "))
    return FALSE;

  if (is_continued (folded, &level))
    {
      block->kind = SPZ_OFFICE_CONTINUED;
      block->level = level;
      return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *rest = folded + strlen (names[i].name);
      gboolean has_number;

      if (!g_str_has_prefix (folded, names[i].name))
        continue;
      has_number = *rest == ' ' && g_ascii_isdigit (rest[1]) && rest[2] == '\0' && rest[1] != '0';
      if (*rest != '\0' && !has_number)
        continue;

      block->kind = names[i].kind;
      block->level = has_number ? g_ascii_digit_value (rest[1]) : 1;
      return TRUE;
    }

  return TRUE;
}

/* Private: whether a bullet is an arrow */
gboolean
spz_office_is_arrow (const char *bullet)
{
  const char *rest;
  guint number = 0, depth;

  return spz_line_find_mark (bullet, &number, &depth, &rest) == SPZ_LINE_ARROW && *rest == '\0';
}
