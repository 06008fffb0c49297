/* spz-line-text-size.c: how much room a line asks for
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * GtkTextView knows its height only after it was given a width and thus asks
 * for one line in a list; a layout of its own answers at once.
 */

#include "config.h"

#include "spz-line-text-private.h"

/* A line asks for no more width than this, in pixels: it wraps, and expands
 * where there is more. If it asked for the width of all its text, every key
 * would make its neighbours measure themselves for another width. */
#define NATURAL_WIDTH 480

/* What a GtkTextView leaves free at the end of a line for the cursor, in pixels */
#define CURSOR_ROOM 1

static PangoLayout *
ensure_layout (SpzLineText *self)
{
  if (self->layout == NULL)
    {
      const char *markdown = self->markdown != NULL ? self->markdown : "";

      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);

      if (self->plain)
        {
          pango_layout_set_text (self->layout, markdown, -1);
        }
      else
        {
          g_autofree char *markup = spz_inline_to_pango (markdown);

          pango_layout_set_markup (self->layout, markup, -1);
        }
    }

  return self->layout;
}

static gboolean
find_height (SpzLineText *self,
             int          width,
             int         *height,
             int         *baseline)
{
  for (guint i = 0; i < MIN (self->n_measured, SPZ_LINE_N_MEASURED); i++)
    {
      if (self->measured[i].width == width)
        {
          *height = self->measured[i].height;
          *baseline = self->measured[i].baseline;
          return TRUE;
        }
    }

  return FALSE;
}

static void
measure_height (SpzLineText *self,
                int          width,
                int         *height,
                int         *baseline)
{
  PangoLayout *layout;
  guint slot;

  if (find_height (self, width, height, baseline))
    return;

  layout = ensure_layout (self);
  pango_layout_set_width (layout, width < 0 ? -1 : MAX (1, width - CURSOR_ROOM) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, height);
  *baseline = PANGO_PIXELS (pango_layout_get_baseline (layout));

  slot = self->n_measured++ % SPZ_LINE_N_MEASURED;
  self->measured[slot].width = width;
  self->measured[slot].height = *height;
  self->measured[slot].baseline = *baseline;
}

/* Forgets what was measured, as the style is another. */
void
spz_line_text_size_forget (SpzLineText *self)
{
  g_clear_object (&self->layout);
  self->n_measured = 0;
}

/* Asks for another size: text and style may be others. */
void
spz_line_text_size_invalidate (SpzLineText *self)
{
  spz_line_text_size_forget (self);
  self->kept_width = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static int
get_text_width (SpzLineText *self,
                int          width)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  return width - gtk_text_view_get_left_margin (view) - gtk_text_view_get_right_margin (view);
}

/* The text was edited. Most letters change nothing of what a line asks for, and
 * asking would have all of the page measured and placed, over three frames.
 * What it would ask for at another width is stale then, which shows when it is
 * given one. */
void
spz_line_text_size_follow (SpzLineText *self)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height_before, height, baseline_before, baseline;

  if (width == 0 || !find_height (self, get_text_width (self, width), &height_before, &baseline_before))
    {
      spz_line_text_size_invalidate (self);
      return;
    }

  spz_line_text_size_forget (self);
  measure_height (self, get_text_width (self, width), &height, &baseline);
  if (height == height_before && baseline == baseline_before)
    self->kept_width = width;
  else
    spz_line_text_size_invalidate (self);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum,
         int            *natural,
         int            *minimum_baseline,
         int            *natural_baseline)
{
  SpzLineText *self = SPZ_LINE_TEXT (widget);
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  int margins = gtk_text_view_get_left_margin (view) + gtk_text_view_get_right_margin (view);
  int size;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      PangoLayout *layout = ensure_layout (self);

      pango_layout_set_width (layout, -1);
      pango_layout_get_pixel_size (layout, &size, NULL);
      *minimum = margins + 48;
      *natural = margins + CLAMP (size, 48, NATURAL_WIDTH);
    }
  else
    {
      int top = gtk_text_view_get_top_margin (view);
      int baseline;

      measure_height (self, for_size < 0 ? -1 : MAX (1, for_size - margins), &size, &baseline);
      *minimum = *natural = top + size + gtk_text_view_get_bottom_margin (view);
      *minimum_baseline = *natural_baseline = top + baseline;
    }
}

static gboolean
resize_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  gtk_widget_queue_resize (widget);

  return G_SOURCE_REMOVE;
}

/* The line was given a width. Its height may be one that GTK remembers from before
 * the text was edited: it asks again with the next frame, as what is asked for
 * while it is placed gets lost. */
void
spz_line_text_size_given (SpzLineText *self,
                          int          width)
{
  if (self->kept_width == 0 || self->kept_width == width)
    return;

  self->kept_width = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), resize_cb, NULL, NULL);
}

/* Lets lines be measured here. */
void
spz_line_text_size_class_init (GtkWidgetClass *widget_class)
{
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = measure;
}
