/* spz-line-text-marks.c: what is shown in a line beside its own style
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-line-text-private.h"

#include "spz-text-find.h"

#include <string.h>

#define MENTION_TAG "mention"
#define HIT_TAG     "hit"

static void
tag_range (SpzLineText *self,
           const char  *tag,
           int          start,
           int          end)
{
  GtkTextBuffer *buffer = spz_line_text_get_buffer (self);
  GtkTextIter from;
  GtkTextIter to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  gtk_text_buffer_apply_tag_by_name (buffer, tag, &from, &to);
}

/* "{faehig}" and "{#faehig}", where there is such a figure */
static void
tag_mentions (SpzLineText *self,
              const char  *text)
{
  const char *at = text;

  while (self->is_mention != NULL && (at = strchr (at, '{')) != NULL)
    {
      const char *start = at[1] == '#' ? at + 2 : at + 1;
      const char *end = strchr (start, '}');
      g_autofree char *symbol = end != NULL ? g_strndup (start, (gsize) (end - start)) : NULL;

      if (symbol == NULL)
        return;
      if (self->is_mention (symbol, self->mention_data))
        {
          tag_range (self, MENTION_TAG, (int) g_utf8_pointer_to_offset (text, at),
                     (int) g_utf8_pointer_to_offset (text, end) + 1);
          at = end;
        }
      at++;
    }
}

static void
tag_hits (SpzLineText *self,
          const char  *text)
{
  g_autoptr (GArray) hits = self->searched != NULL ? spz_text_find (text, self->searched) : NULL;

  for (guint i = 0; hits != NULL && i < hits->len; i++)
    tag_range (self, HIT_TAG, g_array_index (hits, SpzTextRange, i).start, g_array_index (hits, SpzTextRange, i).end);
}

/* Marks the figures that are mentioned and what is searched. */
void
spz_line_text_marks_update (SpzLineText *self)
{
  GtkTextBuffer *buffer = spz_line_text_get_buffer (self);
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;

  if (!self->marked && self->is_mention == NULL && self->searched == NULL)
    return;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_iter_get_text (&start, &end);

  self->loading = TRUE;
  if (self->marked)
    {
      gtk_text_buffer_remove_tag_by_name (buffer, MENTION_TAG, &start, &end);
      gtk_text_buffer_remove_tag_by_name (buffer, HIT_TAG, &start, &end);
    }
  self->marked = strchr (text, '{') != NULL || self->searched != NULL;
  if (self->marked)
    {
      tag_mentions (self, text);
      tag_hits (self, text);
    }
  self->loading = FALSE;
}

static void
set_background (SpzLineText *self,
                const char  *tag,
                const char  *colour_name,
                float        alpha)
{
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (spz_line_text_get_buffer (self));
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (context, colour_name, &colour))
    return;

  colour.alpha = alpha;
  g_object_set (gtk_text_tag_table_lookup (tags, tag), "background-rgba", &colour, NULL);
}

/* Takes the marks' colours from the style. */
void
spz_line_text_marks_style (SpzLineText *self)
{
  set_background (self, MENTION_TAG, "accent_bg_color", 0.2f);
  set_background (self, HIT_TAG, "warning_bg_color", 0.45f);
}

/* Makes the tags; none of them changes what the text measures. */
void
spz_line_text_marks_init (SpzLineText *self)
{
  GtkTextBuffer *buffer = spz_line_text_get_buffer (self);

  gtk_text_buffer_create_tag (buffer, MENTION_TAG, NULL);
  gtk_text_buffer_create_tag (buffer, HIT_TAG, NULL);
}

/**
 * spz_line_text_set_mentions:
 * @self: a line
 * @is_mention: (nullable) (scope forever): whether there is a figure of that symbol
 * @data: for @is_mention
 *
 * Shows which figures the text mentions.
 */
void
spz_line_text_set_mentions (SpzLineText        *self,
                            SpzLineMentionFunc  is_mention,
                            gpointer            data)
{
  g_return_if_fail (SPZ_IS_LINE_TEXT (self));

  self->is_mention = is_mention;
  self->mention_data = data;
  spz_line_text_marks_update (self);
}

/**
 * spz_line_text_set_searched:
 * @self: a line
 * @searched: (nullable): what is searched, as it was typed
 *
 * Shows where it stands.
 */
void
spz_line_text_set_searched (SpzLineText *self,
                            const char  *searched)
{
  g_return_if_fail (SPZ_IS_LINE_TEXT (self));

  if (g_strcmp0 (self->searched, searched) == 0)
    return;

  g_free (self->searched);
  self->searched = g_strdup (searched);
  spz_line_text_marks_update (self);
}

/**
 * spz_line_text_show_range:
 * @self: a line
 * @start: the first character
 * @end: the character behind the last
 *
 * Selects a part of the text and scrolls there, without focusing the line.
 */
void
spz_line_text_show_range (SpzLineText *self,
                          int          start,
                          int          end)
{
  GtkTextBuffer *buffer;
  GtkTextIter from;
  GtkTextIter to;

  g_return_if_fail (SPZ_IS_LINE_TEXT (self));

  buffer = spz_line_text_get_buffer (self);
  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  gtk_text_buffer_select_range (buffer, &from, &to);
  spz_line_text_caret_show (self);
}
