/* spz-line-text-clipboard.c: copying from a line and pasting into it
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-line-text-private.h"

#include "spz-marked-buffer.h"
#include "spz-paste.h"

#include <string.h>

/* Inserts @markdown at the cursor, in place of the selection, as a step of its
 * own. */
void
spz_line_text_insert_markdown (SpzLineText *self,
                               const char  *markdown)
{
  GtkTextBuffer *buffer = spz_line_text_get_buffer (self);
  GtkTextIter iter;

  self->loading = TRUE;
  gtk_text_buffer_delete_selection (buffer, FALSE, TRUE);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  if (self->plain)
    {
      g_autofree char *text = spz_inline_to_plain (markdown);

      gtk_text_buffer_insert (buffer, &iter, text, -1);
    }
  else
    {
      spz_marked_buffer_insert_markdown (buffer, &iter, markdown);
    }
  self->loading = FALSE;

  self->edit_direction = 0;
  spz_line_text_edited (self);
  self->edit_direction = 0;
}

/* Inserts what was pasted: the row makes points of it, or else it all goes
 * into this line. */
void
spz_line_text_insert_lines (SpzLineText *self,
                            GPtrArray   *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (lines->len == 0)
    return;

  if (lines->len > 1 && spz_line_text_emit_lines (self, lines))
    return;

  for (guint i = 0; i < lines->len; i++)
    {
      const SpzPasteLine *line = g_ptr_array_index (lines, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", line->text);
    }

  spz_line_text_insert_markdown (self, text->str);
}

static void
scroll_to_cursor (SpzLineText *self)
{
  GtkTextBuffer *buffer = spz_line_text_get_buffer (self);

  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer));
}

/* What is pasted within a line is taken as it is, blanks at its ends included */
static void
paste_text (SpzLineText *self,
            const char  *text)
{
  if (strpbrk (text, "\n\r") != NULL)
    {
      g_autoptr (GPtrArray) lines = spz_paste_read_text (text);

      spz_line_text_insert_lines (self, lines);
    }
  else
    {
      g_autofree char *markdown = spz_inline_escape (text);

      spz_line_text_insert_markdown (self, markdown);
    }

  scroll_to_cursor (self);
}

static void
text_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (SpzLineText) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);

  /* The line may be gone by now */
  if (text != NULL && *text != '\0' && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    paste_text (self, text);
}

static void
read_text (SpzLineText *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL,
                                 text_read_cb, g_object_ref (self));
}

static void
html_spliced_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (SpzLineText) self = user_data;
  g_autoptr (GBytes) html = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (object), result, NULL) >= 0)
    {
      html = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (object));
      lines = spz_paste_read_html (html);
    }

  if (lines == NULL || lines->len == 0)
    {
      read_text (self);
      return;
    }

  spz_line_text_insert_lines (self, lines);
  scroll_to_cursor (self);
}

static void
html_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (SpzLineText) self = user_data;
  g_autoptr (GInputStream) input = gdk_clipboard_read_finish (GDK_CLIPBOARD (object), result, NULL, NULL);
  g_autoptr (GOutputStream) output = NULL;

  if (input == NULL)
    {
      read_text (self);
      return;
    }

  output = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (output, input,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, html_spliced_cb, g_steal_pointer (&self));
}

/* Pastes with lists, bold and italic where the clipboard has them. */
void
spz_line_text_paste_clipboard (GtkTextView *view)
{
  static const char *types[] = { "text/html", NULL };
  SpzLineText *self = SPZ_LINE_TEXT (view);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (view));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (!gtk_text_view_get_editable (view))
    gtk_widget_error_bell (GTK_WIDGET (view));
  else if (!self->plain && gdk_content_formats_contain_mime_type (formats, types[0]))
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, html_read_cb, g_object_ref (self));
  else
    read_text (self);
}

/* Copies the selection as text, and with its bold and italic. */
void
spz_line_text_copy_clipboard (GtkTextView *view)
{
  SpzLineText *self = SPZ_LINE_TEXT (view);
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;
  GtkTextIter start;
  GtkTextIter end;

  if (!gtk_text_buffer_get_selection_bounds (spz_line_text_get_buffer (self), &start, &end))
    return;

  text = gtk_text_iter_get_text (&start, &end);
  if (self->plain)
    {
      markup = g_markup_escape_text (text, -1);
    }
  else
    {
      g_autofree char *markdown = spz_line_text_serialise (self, &start, &end);

      /* Pango's markup of bold and italic is that of HTML */
      markup = spz_inline_to_pango (markdown);
    }

  providers[0] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  {
    g_autofree char *html = g_strconcat ("<meta charset=\"utf-8\">", markup, NULL);
    g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));

    providers[1] = gdk_content_provider_new_for_bytes ("text/html", bytes);
  }
  provider = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (view)), provider);
}

/* Copies the selection and deletes it. */
void
spz_line_text_cut_clipboard (GtkTextView *view)
{
  spz_line_text_copy_clipboard (view);
  gtk_text_buffer_delete_selection (gtk_text_view_get_buffer (view), TRUE, gtk_text_view_get_editable (view));
}
