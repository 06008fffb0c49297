/* spz-outline-hand.c: a real keyboard and pointer in an outline, for a test
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-outline-hand.h"

#include <stdlib.h>

#include "spz-outline.h"

static void
replace_points (SpzOutlineHand *self,
                const char     *outline)
{
  SpzProgramme *programme = self->app->programme;
  g_auto (GStrv) lines = g_strsplit (outline, "|", -1);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (SpzOutlineLine));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const SpzOutlineLine line = { lines[i] + 2, (guint) atoi (lines[i]), SPZ_POINT_BULLET };

      g_array_append_val (points, line);
    }

  spz_programme_remove (programme, spz_tool_record (self->app, SPZ_TYPE_POINT, 0), &error);
  g_assert_no_error (error);
  spz_outline_add_lines (programme, self->field, NULL, (const SpzOutlineLine *) (void *) points->data, points->len,
                         &error);
  g_assert_no_error (error);
}

/**
 * spz_outline_hand_init:
 * @self: a hand
 * @app: a fixture
 * @outline: the points, each with its level, as "1 Update|2 483"
 *
 * Shows an action field with these points.
 */
void
spz_outline_hand_init (SpzOutlineHand *self,
                       SpzAppFixture  *app,
                       const char     *outline)
{
  self->app = app;
  self->field = spz_tool_record (app, SPZ_TYPE_ACTION_FIELD, 0);
  replace_points (self, outline);
  self->view = spz_tool_find (spz_tool_show (app, "fields"), SPZ_TYPE_OUTLINE_VIEW, 0);
}

/**
 * spz_outline_hand_get_row:
 * @self: a hand
 * @index: which, in reading order
 *
 * Returns: (transfer none): its row
 */
SpzPointRow *
spz_outline_hand_get_row (SpzOutlineHand *self,
                          guint           index)
{
  return spz_tool_find (self->view, SPZ_TYPE_POINT_ROW, index);
}

/**
 * spz_outline_hand_get_line:
 * @self: a hand
 * @index: which, in reading order
 *
 * Returns: (transfer none): its text
 */
SpzLineText *
spz_outline_hand_get_line (SpzOutlineHand *self,
                           guint           index)
{
  return spz_tool_find (spz_outline_hand_get_row (self, index), SPZ_TYPE_LINE_TEXT, 0);
}

/**
 * spz_outline_hand_focus:
 * @self: a hand
 * @index: which, in reading order
 * @offset: where the cursor is placed; -1: at the end
 *
 * Places the cursor, where that is not what is tested.
 */
void
spz_outline_hand_focus (SpzOutlineHand *self,
                        guint           index,
                        int             offset)
{
  spz_point_row_focus (spz_outline_hand_get_row (self, index), offset);
  spz_app_settle ();
}

/**
 * spz_outline_hand_place_pointer:
 * @self: a hand
 * @index: which point, in reading order
 * @offset: the character of its text
 *
 * Moves the pointer onto a character.
 */
void
spz_outline_hand_place_pointer (SpzOutlineHand *self,
                                guint           index,
                                int             offset)
{
  GtkTextView *view = GTK_TEXT_VIEW (spz_outline_hand_get_line (self, index));
  GdkRectangle rect;
  GtkTextIter iter;
  int x, y;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, offset);
  gtk_text_view_get_iter_location (view, &iter, &rect);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, rect.x + rect.width / 2,
                                         rect.y + rect.height / 2, &x, &y);
  spz_tool_to_screen (GTK_WIDGET (view), &x, &y);
  spz_tool_xdo ("mousemove %d %d sleep 0.05", x, y);
}

/**
 * spz_outline_hand_count_steps:
 * @self: a hand
 *
 * Returns: how many steps the history has
 */
guint
spz_outline_hand_count_steps (SpzOutlineHand *self)
{
  g_autoptr (GPtrArray) history = spz_programme_get_history (self->app->programme, 0, NULL);

  return history->len;
}

static char *
write_outline (SpzProgramme *programme,
               gint64        field)
{
  g_autoptr (GArray) items = spz_outline_flatten (programme,
                                                  spz_programme_lookup (programme, SPZ_TYPE_ACTION_FIELD, field));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const SpzOutlineItem *item = &g_array_index (items, SpzOutlineItem, i);

      g_string_append_printf (text, "%s%u %s", i > 0 ? "|" : "", item->level, item->point->title);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * spz_outline_hand_assert:
 * @self: a hand
 * @outline: what the file has, each point with its level; the rows show the
 *   same
 */
void
spz_outline_hand_assert (SpzOutlineHand *self,
                         const char     *outline)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpzProgramme) other = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GString) shown = g_string_new (NULL);
  guint n_rows = spz_tool_count (self->view, SPZ_TYPE_POINT_ROW);

  other = spz_programme_open (self->app->path, SPZ_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  found = write_outline (other, spz_record_get_id (SPZ_RECORD (self->field)));
  g_assert_cmpstr (found, ==, outline);

  for (guint i = 0; i < n_rows; i++)
    {
      SpzPoint *point = spz_point_row_get_point (spz_outline_hand_get_row (self, i));

      g_string_append_printf (shown, "%s%u %s", i > 0 ? "|" : "",
                              spz_outline_get_level (self->app->programme, point),
                              spz_line_text_get_markdown (spz_outline_hand_get_line (self, i)));
    }
  g_assert_cmpstr (shown->str, ==, outline);
}

/**
 * spz_outline_hand_assert_focus:
 * @self: a hand
 * @index: the point that is typed in
 * @offset: where its cursor is
 */
void
spz_outline_hand_assert_focus (SpzOutlineHand *self,
                               guint           index,
                               int             offset)
{
  SpzLineText *line = spz_outline_hand_get_line (self, index);
  int found;

  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->app->window)) == GTK_WIDGET (line));
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (line)), "cursor-position", &found, NULL);
  g_assert_cmpint (found, ==, offset);
}
