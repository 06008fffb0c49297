/* spz-paste.c: points from pasted text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-paste.h"

#include "spz-import-outline-private.h"

static void
paste_line_free (gpointer data)
{
  SpzPasteLine *line = data;

  g_free (line->text);
  g_free (line);
}

/**
 * spz_paste_lines_new:
 *
 * Returns: (transfer full) (element-type SpzPasteLine): no lines yet
 */
GPtrArray *
spz_paste_lines_new (void)
{
  return g_ptr_array_new_with_free_func (paste_line_free);
}

/**
 * spz_paste_add:
 * @lines: (element-type SpzPasteLine): the lines before
 * @text: (transfer full): inline Markdown
 * @level: how deep it stands, from 1
 * @bullet: whether it had a bullet
 *
 * Returns: (transfer none): the new line
 */
SpzPasteLine *
spz_paste_add (GPtrArray *lines,
               char      *text,
               guint      level,
               gboolean   bullet)
{
  SpzPasteLine *line = g_new0 (SpzPasteLine, 1);

  line->text = text;
  line->level = level;
  line->style = SPZ_POINT_BULLET;
  line->bullet = bullet;
  g_ptr_array_add (lines, line);

  return line;
}

/**
 * spz_paste_read_text:
 * @text: a text
 *
 * Makes points of a text as it is copied from a word processor, a PDF or a
 * Markdown file: lines the layout broke are joined, bullets and numbers become
 * levels, arrows conclusions. What follows a heading, or a paragraph that ends
 * with a colon, stands below it.
 *
 * Returns: (transfer full) (element-type SpzPasteLine): the lines, none empty
 */
GPtrArray *
spz_paste_read_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (SpzImport) import = spz_import_new (SPZ_IMPORT_BRIEFING);
  g_autoptr (SpzLines) read = spz_lines_new (valid);
  g_autoptr (GPtrArray) items = spz_import_outline_points (import, read);
  GPtrArray *lines = spz_paste_lines_new ();
  guint heading = 0;
  guint opened = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const SpzImportItem *item = g_ptr_array_index (items, i);
      gboolean bullet = item->kind == SPZ_IMPORT_ITEM_BULLET;
      SpzPasteLine *line;

      if (*item->text == '\0')
        continue;

      if (item->kind == SPZ_IMPORT_ITEM_HEADING)
        {
          spz_paste_add (lines, g_strdup_printf ("**%s**", item->text), 1, TRUE);
          heading = 1;
          opened = 0;
          continue;
        }

      line = spz_paste_add (lines, g_strdup (item->text),
                            heading + (bullet ? opened + (guint) MAX (item->level, 1) : 1),
                            bullet || item->kind == SPZ_IMPORT_ITEM_CONCLUSION);
      if (item->kind == SPZ_IMPORT_ITEM_CONCLUSION)
        line->style = SPZ_POINT_CONCLUSION;
      if (!bullet)
        opened = g_str_has_suffix (item->text, ":") ? 1 : 0;
    }

  return lines;
}
