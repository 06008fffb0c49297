/* spz-line-spelling.c: the spelling of a line
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-line-spelling.h"

#include "spz-writing.h"

#include <glib/gi18n.h>

#define N_SUGGESTIONS 5

/**
 * SpzLineSpelling:
 *
 * Underlines the words of a line its dictionary doesn't know, and offers others
 * in the line's menu. The word that is being typed is left alone.
 */
struct _SpzLineSpelling
{
  /* Owned */
  SpzWriting  *writing;
  GtkTextTag  *tag;
  GMenu       *suggestions;
  char        *word;

  /* Borrowed */
  GtkTextView *view;

  gboolean     queued;
  gboolean     unfinished;
  int          start;
  int          end;
};

static GtkTextBuffer *
get_buffer (SpzLineSpelling *self)
{
  return gtk_text_view_get_buffer (self->view);
}

static int
get_cursor (SpzLineSpelling *self)
{
  int offset;

  g_object_get (get_buffer (self), "cursor-position", &offset, NULL);

  return offset;
}

static gboolean
is_underlined_alike (SpzLineSpelling *self,
                     GArray          *ranges)
{
  GtkTextIter iter;
  guint n = 0;

  gtk_text_buffer_get_start_iter (get_buffer (self), &iter);
  if (gtk_text_iter_has_tag (&iter, self->tag) || gtk_text_iter_forward_to_tag_toggle (&iter, self->tag))
    {
      do
        {
          int start = gtk_text_iter_get_offset (&iter);
          SpzSpellingRange *range = n < ranges->len ? &g_array_index (ranges, SpzSpellingRange, n) : NULL;

          if (!gtk_text_iter_has_tag (&iter, self->tag))
            continue;
          gtk_text_iter_forward_to_tag_toggle (&iter, self->tag);
          if (range == NULL || range->start != start || range->end != gtk_text_iter_get_offset (&iter))
            return FALSE;
          n++;
        }
      while (gtk_text_iter_forward_to_tag_toggle (&iter, self->tag));
    }

  return n == ranges->len;
}

static void
underline (SpzLineSpelling *self,
           GArray          *ranges)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start;
  GtkTextIter end;

  if (is_underlined_alike (self, ranges))
    return;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->tag, &start, &end);
  for (guint i = 0; i < ranges->len; i++)
    {
      const SpzSpellingRange *range = &g_array_index (ranges, SpzSpellingRange, i);

      gtk_text_buffer_get_iter_at_offset (buffer, &start, range->start);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, range->end);
      gtk_text_buffer_apply_tag (buffer, self->tag, &start, &end);
    }
}

static void
leave_out_unfinished (SpzLineSpelling *self,
                      GArray          *ranges)
{
  int cursor = get_cursor (self);

  self->unfinished = FALSE;
  if (!gtk_widget_has_focus (GTK_WIDGET (self->view)))
    return;

  for (guint i = 0; i < ranges->len; i++)
    {
      const SpzSpellingRange *range = &g_array_index (ranges, SpzSpellingRange, i);

      if (range->end == cursor)
        {
          g_array_remove_index (ranges, i);
          self->unfinished = TRUE;
          return;
        }
    }
}

static char *
get_text (SpzLineSpelling *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);

  return gtk_text_iter_get_text (&start, &end);
}

static void
check (gpointer data)
{
  SpzLineSpelling *self = data;
  SpzSpelling *spelling = spz_writing_get_spelling (self->writing);
  g_autofree char *text = get_text (self);
  g_autoptr (GArray) ranges = NULL;

  self->queued = FALSE;
  if (spelling != NULL)
    ranges = spz_spelling_check (spelling, text);
  else
    ranges = g_array_new (FALSE, FALSE, sizeof (SpzSpellingRange));

  leave_out_unfinished (self, ranges);
  underline (self, ranges);
}

/**
 * spz_line_spelling_queue:
 * @self: (nullable): the spelling of a line
 *
 * Checks the line soon.
 */
void
spz_line_spelling_queue (SpzLineSpelling *self)
{
  if (self == NULL || self->queued)
    return;

  self->queued = TRUE;
  spz_writing_queue (self->writing, check, self);
}

static void
cursor_moved_cb (SpzLineSpelling *self)
{
  if (self->unfinished)
    spz_line_spelling_queue (self);
}

/**
 * spz_line_spelling_new:
 * @view: a line
 *
 * Starts to check a line, which has to free this before it goes.
 *
 * Returns: (transfer full): its spelling
 */
SpzLineSpelling *
spz_line_spelling_new (GtkTextView *view)
{
  SpzLineSpelling *self = g_new0 (SpzLineSpelling, 1);

  self->view = view;
  self->writing = g_object_ref (spz_writing_get (GTK_WIDGET (view)));
  self->tag = g_object_ref (gtk_text_buffer_create_tag (gtk_text_view_get_buffer (view), NULL,
                                                        "underline", PANGO_UNDERLINE_ERROR, NULL));
  self->suggestions = g_menu_new ();

  g_signal_connect_swapped (self->writing, "words-changed", G_CALLBACK (spz_line_spelling_queue), self);
  g_signal_connect_swapped (gtk_text_view_get_buffer (view), "notify::cursor-position",
                            G_CALLBACK (cursor_moved_cb), self);
  g_signal_connect_swapped (view, "notify::has-focus", G_CALLBACK (cursor_moved_cb), self);
  spz_line_spelling_queue (self);

  return self;
}

/**
 * spz_line_spelling_free:
 * @self: (transfer full): the spelling of a line
 *
 * Ends checking the line.
 */
void
spz_line_spelling_free (SpzLineSpelling *self)
{
  spz_writing_forget (self->writing, self);
  g_signal_handlers_disconnect_by_data (self->writing, self);
  g_signal_handlers_disconnect_by_data (gtk_text_view_get_buffer (self->view), self);
  g_signal_handlers_disconnect_by_data (self->view, self);

  g_object_unref (self->tag);
  g_object_unref (self->suggestions);
  g_object_unref (self->writing);
  g_free (self->word);
  g_free (self);
}

/**
 * spz_line_spelling_get_suggestions:
 * @self: the spelling of a line
 *
 * Gets what is offered for the word pointed at last; see
 * spz_line_spelling_point_at().
 *
 * Returns: (transfer none): a menu, empty where nothing is wrong
 */
GMenuModel *
spz_line_spelling_get_suggestions (SpzLineSpelling *self)
{
  return G_MENU_MODEL (self->suggestions);
}

static void
fill_suggestions (SpzLineSpelling *self)
{
  g_auto (GStrv) words = spz_spelling_suggest (spz_writing_get_spelling (self->writing), self->word, N_SUGGESTIONS);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (words[i], NULL);

      g_menu_item_set_action_and_target (item, "spelling.correct", "s", words[i]);
      g_menu_append_item (self->suggestions, item);
    }

  g_menu_append (self->suggestions, _("Add to _Dictionary"), "spelling.learn");
  g_menu_append (self->suggestions, _("I_gnore Word"), "spelling.ignore");
}

/**
 * spz_line_spelling_point_at:
 * @self: the spelling of a line
 * @offset: where the menu will be opened, in characters
 *
 * Offers other words for the one there, if it is underlined.
 */
void
spz_line_spelling_point_at (SpzLineSpelling *self,
                            int              offset)
{
  GtkTextIter start;
  GtkTextIter end;

  g_menu_remove_all (self->suggestions);
  g_clear_pointer (&self->word, g_free);

  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &start, offset);
  if (!gtk_text_iter_has_tag (&start, self->tag) && !gtk_text_iter_ends_tag (&start, self->tag))
    return;

  end = start;
  if (!gtk_text_iter_starts_tag (&start, self->tag))
    gtk_text_iter_backward_to_tag_toggle (&start, self->tag);
  if (!gtk_text_iter_ends_tag (&end, self->tag))
    gtk_text_iter_forward_to_tag_toggle (&end, self->tag);

  self->start = gtk_text_iter_get_offset (&start);
  self->end = gtk_text_iter_get_offset (&end);
  self->word = gtk_text_iter_get_text (&start, &end);
  if (spz_writing_get_spelling (self->writing) != NULL)
    fill_suggestions (self);
}

/**
 * spz_line_spelling_select:
 * @self: the spelling of a line
 *
 * Selects the word pointed at, to be replaced.
 */
void
spz_line_spelling_select (SpzLineSpelling *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, self->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, self->end);
  gtk_text_buffer_select_range (buffer, &end, &start);
}

/**
 * spz_line_spelling_learn:
 * @self: the spelling of a line
 *
 * Adds the word pointed at to the user's dictionary.
 */
void
spz_line_spelling_learn (SpzLineSpelling *self)
{
  if (self->word != NULL)
    spz_writing_learn (self->writing, self->word);
}

/**
 * spz_line_spelling_ignore:
 * @self: the spelling of a line
 *
 * Takes the word pointed at for right until the application ends.
 */
void
spz_line_spelling_ignore (SpzLineSpelling *self)
{
  if (self->word != NULL)
    spz_writing_ignore (self->writing, self->word);
}
