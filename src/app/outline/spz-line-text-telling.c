/* spz-line-text-telling.c: a letter is shown before anybody hears of it
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-line-text-private.h"

/* Who hears of a letter writes it into the file, waits for the disk, and has
 * pages made of it. The frame that shows the letter would wait for all that, so
 * it is told after the frame. Before anything else is done to the text, or to
 * the programme, it is told in any case. */

/* Where no frame comes, as the window is covered */
#define TELL_MS 250

static void
forget (SpzLineText *self)
{
  if (self->untold_clock != NULL)
    g_clear_signal_handler (&self->untold_id, self->untold_clock);
  g_clear_object (&self->untold_clock);
  g_clear_handle_id (&self->untold_source, g_source_remove);
  self->untold = FALSE;
}

static gboolean
tell_cb (gpointer data)
{
  SpzLineText *self = data;

  self->untold_source = 0;
  spz_line_text_tell (self);

  return G_SOURCE_REMOVE;
}

static void
painted_cb (SpzLineText *self)
{
  g_clear_signal_handler (&self->untold_id, self->untold_clock);
  g_clear_handle_id (&self->untold_source, g_source_remove);
  self->untold_source = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, tell_cb, self, NULL);
}

/* Tells that the text is another one: after the next frame, where it is typed. */
void
spz_line_text_tell_later (SpzLineText *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (self->untold)
    return;

  self->untold = TRUE;
  if (clock == NULL || !gtk_widget_has_focus (GTK_WIDGET (self)))
    {
      spz_line_text_tell (self);
      return;
    }

  self->untold_clock = g_object_ref (clock);
  self->untold_id = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), self);
  self->untold_source = g_timeout_add (TELL_MS, tell_cb, self);
}

/**
 * spz_line_text_tell:
 * @self: a line
 *
 * Notifies of the text now, if it was edited and nobody has heard of it yet.
 */
void
spz_line_text_tell (SpzLineText *self)
{
  g_return_if_fail (SPZ_IS_LINE_TEXT (self));

  if (!self->untold)
    return;

  forget (self);
  g_object_notify (G_OBJECT (self), "markdown");
}

/**
 * spz_line_text_is_untold:
 * @self: a line
 *
 * Returns: whether it was edited and nobody has heard of it yet
 */
gboolean
spz_line_text_is_untold (SpzLineText *self)
{
  g_return_val_if_fail (SPZ_IS_LINE_TEXT (self), FALSE);

  return self->untold;
}

/* Another text is shown, by which what was untold is gone. */
void
spz_line_text_telling_forget (SpzLineText *self)
{
  forget (self);
}

/* Whoever leaves the line, or takes it away, hears of it before. */
void
spz_line_text_telling_init (SpzLineText *self)
{
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (spz_line_text_tell), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (spz_line_text_tell), NULL);
}
