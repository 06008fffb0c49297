/* spz-import-furniture.c: what belongs to pages and not to the text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-outline-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A page's header has at most so many lines. */
#define MAX_HEADER 4

/* The cells of a table's head, each on a line */
#define MAX_HEAD_CELLS 4
#define MAX_HEAD_CELL  24

static gboolean
is_page_number (const SpzLine *line)
{
  return g_regex_match_simple ("^((Seite|Page)\\s+\\d+(\\s*(von|of|/)\\s*\\d+)?|\\d+\\s*(von|/)\\s*\\d+)$",
                               line->text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT) ||
         (line->glyph == '-' &&
          g_regex_match_simple ("^\\d+\\s*[-–]$", line->text,
                                G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT));
}

/* Whether a line is among the first of a page, before any bullet. */
static gboolean
is_in_header (SpzLines *lines,
              guint     index)
{
  for (guint i = 0; i < MAX_HEADER && i <= index; i++)
    {
      const SpzLine *line = spz_lines_get (lines, index - i);

      if (line->mark != SPZ_LINE_PLAIN)
        return FALSE;
      if (line->page)
        return TRUE;
    }

  return FALSE;
}

/* How many pages a line's text heads, by text */
static GHashTable *
count_headers (SpzLines *lines)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < lines->items->len; i++)
    if (is_in_header (lines, i))
      {
        const SpzLine *line = spz_lines_get (lines, i);
        guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, line->text));

        g_hash_table_insert (counts, line->text, GUINT_TO_POINTER (count + 1));
      }

  return counts;
}

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

/* The first page's occasion is the text's, though it heads the other pages. */
static gboolean
is_repeated_header (SpzLines   *lines,
                    GHashTable *counts,
                    guint       index,
                    gboolean    first_page)
{
  const SpzLine *line = spz_lines_get (lines, index);

  return is_in_header (lines, index) && !spz_line_is_table_head (line) &&
         GPOINTER_TO_UINT (g_hash_table_lookup (counts, line->text)) > 1 &&
         !(first_page && has_digit (line->text));
}

/* What follows a page's header may go on with what is before it. */
static void
bridge_page (SpzLine *line)
{
  line->page = TRUE;
  line->gap = FALSE;
}

static void
drop_lines (SpzImport *import,
            SpzLines  *lines)
{
  g_autoptr (GHashTable) counts = count_headers (lines);
  g_autoptr (GArray) dropped = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean first_page = TRUE;

  for (guint i = 0; i < lines->items->len; i++)
    {
      const SpzLine *line = spz_lines_get (lines, i);

      if (i > 0 && line->page)
        first_page = FALSE;
      if (is_page_number (line))
        spz_import_add_message (import, line->number, _("Page number left out."));
      else if (is_repeated_header (lines, counts, i, first_page))
        spz_import_add_message (import, line->number, _("Repeated page header left out."));
      else
        continue;
      g_array_append_val (dropped, i);
    }

  for (guint i = dropped->len; i > 0; i--)
    {
      guint index = g_array_index (dropped, guint, i - 1);

      if (index + 1 < lines->items->len && index > 0)
        bridge_page (g_ptr_array_index (lines->items, index + 1));
      g_ptr_array_remove_index (lines->items, index);
    }
}

/* "Rolle", "Aufgaben": a table's head whose cells came line by line. */
static void
join_table_head (SpzLines *lines,
                 guint     index)
{
  SpzLine *head = g_ptr_array_index (lines->items, index);
  g_autoptr (GString) text = g_string_new (head->text);

  if (!g_str_equal (head->text, "Rolle") && !g_str_equal (head->text, "Role"))
    return;

  for (guint i = 1; i < MAX_HEAD_CELLS; i++)
    {
      const SpzLine *line = spz_lines_get (lines, index + i);

      if (line == NULL || line->mark != SPZ_LINE_PLAIN ||
          g_utf8_strlen (line->text, -1) > MAX_HEAD_CELL)
        return;

      g_string_append_printf (text, " %s", line->text);
      if (g_str_has_prefix (line->text, "Aufgabe") || g_str_equal (line->text, "Tasks"))
        {
          g_free (head->text);
          head->text = g_strdup (text->str);
          g_ptr_array_remove_range (lines->items, index + 1, i);
          return;
        }
    }
}

/**
 * spz_import_drop_furniture:
 * @import: the result, which gets messages
 * @lines: the lines of a text
 *
 * Takes out what belongs to pages: their numbers, and headers that are on
 * several of them. Joins the cells of a table's head.
 */
void
spz_import_drop_furniture (SpzImport *import,
                           SpzLines  *lines)
{
  drop_lines (import, lines);

  for (guint i = 0; i < lines->items->len; i++)
    join_table_head (lines, i);
}
