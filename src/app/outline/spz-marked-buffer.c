/* spz-marked-buffer.c: bold and italic in a text buffer
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-marked-buffer.h"

static const struct
{
  SpzInlineStyle  style;
  const char     *tag;
} style_tags[] = {
  { SPZ_INLINE_BOLD, "bold" },
  { SPZ_INLINE_ITALIC, "italic" },
};

/**
 * spz_marked_buffer_init:
 * @buffer: a buffer of its own tag table
 *
 * Makes the tags the other functions need.
 */
void
spz_marked_buffer_init (GtkTextBuffer *buffer)
{
  gtk_text_buffer_create_tag (buffer, "bold", "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "italic", "style", PANGO_STYLE_ITALIC, NULL);
}

/**
 * spz_marked_buffer_get_style:
 * @buffer: a buffer
 * @iter: a place in it
 *
 * Gets how the character after @iter is marked.
 *
 * Returns: its style
 */
SpzInlineStyle
spz_marked_buffer_get_style (GtkTextBuffer     *buffer,
                             const GtkTextIter *iter)
{
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (buffer);
  SpzInlineStyle style = SPZ_INLINE_PLAIN;

  for (guint i = 0; i < G_N_ELEMENTS (style_tags); i++)
    {
      if (gtk_text_iter_has_tag (iter, gtk_text_tag_table_lookup (tags, style_tags[i].tag)))
        style |= style_tags[i].style;
    }

  return style;
}

/**
 * spz_marked_buffer_get_style_before:
 * @buffer: a buffer
 * @iter: a place in it
 *
 * Gets how the character before @iter is marked: what is typed after a bold
 * word goes on in bold, as everywhere.
 *
 * Returns: its style; plain at the start
 */
SpzInlineStyle
spz_marked_buffer_get_style_before (GtkTextBuffer     *buffer,
                                    const GtkTextIter *iter)
{
  GtkTextIter before = *iter;

  return gtk_text_iter_backward_char (&before) ? spz_marked_buffer_get_style (buffer, &before)
                                               : SPZ_INLINE_PLAIN;
}

/**
 * spz_marked_buffer_set_style:
 * @buffer: a buffer
 * @start: where the text starts
 * @end: where it ends
 * @style: its style from now on
 *
 * Marks a text so, and no other way.
 */
void
spz_marked_buffer_set_style (GtkTextBuffer     *buffer,
                             const GtkTextIter *start,
                             const GtkTextIter *end,
                             SpzInlineStyle     style)
{
  for (guint i = 0; i < G_N_ELEMENTS (style_tags); i++)
    {
      if (style & style_tags[i].style)
        gtk_text_buffer_apply_tag_by_name (buffer, style_tags[i].tag, start, end);
      else
        gtk_text_buffer_remove_tag_by_name (buffer, style_tags[i].tag, start, end);
    }
}

static gboolean
is_styled_throughout (GtkTextBuffer     *buffer,
                      const GtkTextIter *start,
                      const GtkTextIter *end,
                      SpzInlineStyle     style)
{
  GtkTextIter iter = *start;

  while (gtk_text_iter_compare (&iter, end) < 0)
    {
      if ((spz_marked_buffer_get_style (buffer, &iter) & style) == 0)
        return FALSE;
      if (!gtk_text_iter_forward_to_tag_toggle (&iter, NULL))
        break;
    }

  return TRUE;
}

/**
 * spz_marked_buffer_toggle_style:
 * @buffer: a buffer
 * @start: where the text starts
 * @end: where it ends
 * @style: bold or italic
 *
 * Marks a text, or takes the mark off where all of it has it.
 */
void
spz_marked_buffer_toggle_style (GtkTextBuffer     *buffer,
                                const GtkTextIter *start,
                                const GtkTextIter *end,
                                SpzInlineStyle     style)
{
  const char *tag = style == SPZ_INLINE_BOLD ? "bold" : "italic";

  if (is_styled_throughout (buffer, start, end, style))
    gtk_text_buffer_remove_tag_by_name (buffer, tag, start, end);
  else
    gtk_text_buffer_apply_tag_by_name (buffer, tag, start, end);
}

static void
inline_run_free (gpointer data)
{
  SpzInlineRun *run = data;

  g_free (run->text);
  g_free (run);
}

/**
 * spz_marked_buffer_get_markdown:
 * @buffer: a buffer
 * @from: where to start
 * @to: where to end
 *
 * Writes a part of the text as inline Markdown.
 *
 * Returns: (transfer full): the Markdown
 */
char *
spz_marked_buffer_get_markdown (GtkTextBuffer     *buffer,
                                const GtkTextIter *from,
                                const GtkTextIter *to)
{
  g_autoptr(GPtrArray) runs = g_ptr_array_new_with_free_func (inline_run_free);
  GtkTextIter start = *from;

  while (gtk_text_iter_compare (&start, to) < 0)
    {
      SpzInlineRun *run = g_new0 (SpzInlineRun, 1);
      GtkTextIter end = start;

      gtk_text_iter_forward_to_tag_toggle (&end, NULL);
      if (gtk_text_iter_compare (&end, to) > 0)
        end = *to;

      run->text = gtk_text_iter_get_text (&start, &end);
      run->style = spz_marked_buffer_get_style (buffer, &start);
      g_ptr_array_add (runs, run);
      start = end;
    }

  return spz_inline_from_runs (runs);
}

/**
 * spz_marked_buffer_insert_markdown:
 * @buffer: a buffer
 * @iter: where, moved behind what was inserted
 * @markdown: inline Markdown
 *
 * Inserts a text with its bold and italic.
 */
void
spz_marked_buffer_insert_markdown (GtkTextBuffer *buffer,
                                   GtkTextIter   *iter,
                                   const char    *markdown)
{
  g_autoptr(GPtrArray) runs = spz_inline_parse (markdown);

  for (guint i = 0; i < runs->len; i++)
    {
      const SpzInlineRun *run = g_ptr_array_index (runs, i);
      GtkTextIter start;
      int offset = gtk_text_iter_get_offset (iter);

      gtk_text_buffer_insert (buffer, iter, run->text, -1);
      gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
      spz_marked_buffer_set_style (buffer, &start, iter, run->style);
    }
}

/**
 * spz_marked_buffer_set_markdown:
 * @buffer: a buffer
 * @markdown: inline Markdown
 *
 * Replaces the whole text.
 */
void
spz_marked_buffer_set_markdown (GtkTextBuffer *buffer,
                                const char    *markdown)
{
  GtkTextIter start;

  gtk_text_buffer_set_text (buffer, "", -1);
  gtk_text_buffer_get_start_iter (buffer, &start);
  spz_marked_buffer_insert_markdown (buffer, &start, markdown);
}
