/* spz-line-text-typing.c: typing in a line
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-line-text-private.h"

#include "spz-marked-buffer.h"
#include "spz-paste.h"
#include "spz-typing.h"
#include "spz-writing.h"

#include <string.h>

/* What is undone as one: typing without a longer pause, up to about a clause */
#define PAUSE_US  (2 * G_USEC_PER_SEC)
#define MAX_BURST 40

/* Forgets what was typed last, as another text is shown. */
void
spz_line_text_typing_forget (SpzLineText *self)
{
  self->corrected_from = NULL;
  self->typed = FALSE;
  self->edit_direction = 0;
  self->edit_count = gtk_text_buffer_get_char_count (spz_line_text_get_buffer (self));
}

static gboolean
begins_burst (SpzLineText *self,
              int          offset,
              int          difference,
              gint64       now)
{
  int direction = difference > 0 ? 1 : -1;

  if (difference == 0 || direction != self->edit_direction || now - self->edit_time > PAUSE_US)
    return TRUE;

  /* Somewhere else in the line; Delete leaves the cursor where it is */
  if (offset - difference != self->edit_offset && !(direction < 0 && offset == self->edit_offset))
    return TRUE;

  if (self->edit_length > MAX_BURST)
    {
      GtkTextIter iter;

      gtk_text_buffer_get_iter_at_offset (spz_line_text_get_buffer (self), &iter, offset);

      return gtk_text_iter_backward_char (&iter) && g_unichar_isspace (gtk_text_iter_get_char (&iter));
    }

  return FALSE;
}

/* Tells where one step to undo ends and another begins. Called with each edit,
 * before anybody hears of it. */
void
spz_line_text_typing_edited (SpzLineText *self)
{
  GtkTextBuffer *buffer = spz_line_text_get_buffer (self);
  gint64 now = g_get_monotonic_time ();
  int count = gtk_text_buffer_get_char_count (buffer);
  int difference = count - self->edit_count;
  int offset;

  g_object_get (buffer, "cursor-position", &offset, NULL);

  if (begins_burst (self, offset, difference, now))
    {
      self->edit_length = 0;
      spz_line_text_emit (self, SPZ_LINE_PAUSE);
    }

  self->edit_offset = offset;
  self->edit_count = count;
  self->edit_direction = difference > 0 ? 1 : difference < 0 ? -1 : 0;
  self->edit_length += (guint) ABS (difference);
  self->edit_time = now;
  self->corrected_from = NULL;
}

static void
insert_text_cb (SpzLineText   *self,
                GtkTextIter   *location,
                const char    *text,
                int            length,
                GtkTextBuffer *buffer)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *copy = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (self->loading)
    return;

  if (memchr (text, '\n', size) == NULL && memchr (text, '\r', size) == NULL)
    {
      self->inserting = TRUE;
      self->typed = g_utf8_strlen (text, (gssize) size) == 1;
      if (!self->style_chosen && !self->plain)
        self->style = spz_marked_buffer_get_style_before (buffer, location);
      return;
    }

  /* A text of several lines, dropped or pasted by the middle button */
  g_signal_stop_emission_by_name (buffer, "insert-text");
  copy = g_strndup (text, size);
  lines = spz_paste_read_text (copy);
  gtk_text_buffer_place_cursor (buffer, location);
  spz_line_text_insert_lines (self, lines);
  gtk_text_buffer_get_iter_at_mark (buffer, location, gtk_text_buffer_get_insert (buffer));
}

static void
text_inserted_cb (SpzLineText   *self,
                  GtkTextIter   *location,
                  const char    *text,
                  int            length,
                  GtkTextBuffer *buffer)
{
  GtkTextIter start = *location;

  if (!self->inserting)
    return;

  if (!self->plain)
    {
      gtk_text_iter_backward_chars (&start, g_utf8_strlen (text, length));
      spz_marked_buffer_set_style (buffer, &start, location, self->style);
    }

  self->inserting = FALSE;
  spz_line_text_edited (self);
}

/* Puts @sign in place of the @n characters before the cursor, as a step of its
 * own */
static void
replace_before_cursor (SpzLineText *self,
                       guint        n,
                       const char  *sign)
{
  GtkTextBuffer *buffer = spz_line_text_get_buffer (self);
  SpzInlineStyle style;
  GtkTextIter start;
  GtkTextIter end;
  int offset;

  gtk_text_buffer_get_iter_at_mark (buffer, &end, gtk_text_buffer_get_insert (buffer));
  style = spz_marked_buffer_get_style_before (buffer, &end);
  start = end;
  gtk_text_iter_backward_chars (&start, (int) n);
  offset = gtk_text_iter_get_offset (&start);

  self->loading = TRUE;
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &end, sign, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
  if (!self->plain)
    spz_marked_buffer_set_style (buffer, &start, &end, style);
  self->loading = FALSE;

  self->edit_direction = 0;
  spz_line_text_edited (self);
  self->edit_direction = 0;
}

/* After a key: a straight quote becomes the typographic one that is meant */
static void
key_taken_cb (SpzLineText   *self,
              GtkTextBuffer *buffer)
{
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;
  const char *sign;
  guint n_replaced;

  if (!self->typed || self->loading)
    return;

  self->typed = FALSE;
  if (!spz_writing_get_typography (spz_writing_get (GTK_WIDGET (self))))
    return;

  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_get_iter_at_mark (buffer, &end, gtk_text_buffer_get_insert (buffer));
  text = gtk_text_iter_get_text (&start, &end);
  sign = spz_typing_correct (text, &n_replaced);
  if (sign == NULL)
    return;

  replace_before_cursor (self, n_replaced, sign);
  g_object_get (buffer, "cursor-position", &self->corrected_at, NULL);
  self->corrected_from = n_replaced == 2 ? "--" : text[strlen (text) - 1] == '"' ? "\"" : "'";
}

/* Takes back a correction just made, if there is one at the cursor. */
gboolean
spz_line_text_uncorrect (SpzLineText *self)
{
  const char *typed = self->corrected_from;
  int offset;

  g_object_get (spz_line_text_get_buffer (self), "cursor-position", &offset, NULL);
  if (typed == NULL || offset != self->corrected_at)
    return FALSE;

  replace_before_cursor (self, 1, typed);

  return TRUE;
}

static void
cursor_moved_cb (SpzLineText *self)
{
  self->style_chosen = FALSE;
  if (!self->loading)
    self->corrected_from = NULL;
}

static void
preedit_changed_cb (SpzLineText *self,
                    const char  *preedit)
{
  self->composing = *preedit != '\0';
}

static void
focus_left_cb (SpzLineText *self)
{
  self->corrected_from = NULL;
  self->edit_direction = 0;
}

/* Lets a line follow what is typed. */
void
spz_line_text_typing_init (SpzLineText *self)
{
  GtkTextBuffer *buffer = spz_line_text_get_buffer (self);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (buffer, "insert-text",
                           G_CALLBACK (insert_text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "insert-text",
                           G_CALLBACK (text_inserted_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (buffer, "end-user-action",
                           G_CALLBACK (key_taken_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (buffer, "notify::cursor-position",
                           G_CALLBACK (cursor_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "preedit-changed", G_CALLBACK (preedit_changed_cb), NULL);

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
