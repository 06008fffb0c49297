/* spz-hand.c: a real pointer and keyboard on the plan, for a test
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-hand.h"

#include <math.h>

#include "spz-page-tools.h"

/* As a hand does: not all at once */
#define N_STEPS 6

/**
 * spz_hand_init:
 * @self: a hand
 * @app: a fixture
 *
 * Shows the plan of the sample.
 */
void
spz_hand_init (SpzHand       *self,
               SpzAppFixture *app)
{
  gtk_window_set_default_size (GTK_WINDOW (app->window), 1200, 800);

  self->app = app;
  self->view = spz_tool_find (spz_tool_show (app, "timeline"), SPZ_TYPE_TIMELINE_VIEW, 0);
  self->measure = spz_tool_record (app, SPZ_TYPE_MEASURE, 0);
  self->first = spz_tool_record (app, SPZ_TYPE_PHASE, 0);
  self->phase = spz_tool_record (app, SPZ_TYPE_PHASE, 1);
  g_assert_cmpstr (self->phase->title, ==, "EU-weite Ausschreibung");
}

/**
 * spz_hand_get_per_day:
 * @self: a hand
 *
 * Returns: how wide a day is, in pixels
 */
double
spz_hand_get_per_day (SpzHand *self)
{
  return spz_timeline_layout_get_scale (spz_timeline_view_get_layout (self->view))->per_day;
}

/**
 * spz_hand_zoom_to:
 * @self: a hand
 * @per_day: how wide a day is to be, in pixels
 *
 * Zooms, where that is not what is tested, and leaves the sample in sight.
 */
void
spz_hand_zoom_to (SpzHand *self,
                  double   per_day)
{
  spz_timeline_view_zoom (self->view, per_day / spz_hand_get_per_day (self));
  g_assert_true (spz_timeline_view_select (self->view, SPZ_RECORD (self->phase)));
  spz_app_settle ();
}

/**
 * spz_hand_to_screen:
 * @self: a hand
 * @x: (inout): a place, in the view's coordinates
 * @y: (inout): a place, in the view's coordinates
 *
 * Finds a place on the screen; see spz_tool_to_screen().
 */
void
spz_hand_to_screen (SpzHand *self,
                    int     *x,
                    int     *y)
{
  spz_tool_to_screen (GTK_WIDGET (self->view), x, y);
}

/**
 * spz_hand_get_place:
 * @self: a hand
 * @record: something of the plan
 * @along: where on it, from 0 at the left to 1 at the right
 * @across: where on it, from 0 at the top to 1 at the bottom
 * @x: (out): the place on the screen
 * @y: (out): the place on the screen
 */
void
spz_hand_get_place (SpzHand  *self,
                    gpointer  record,
                    double    along,
                    double    across,
                    int      *x,
                    int      *y)
{
  GdkRectangle rect;

  g_assert_true (spz_timeline_view_get_record_rect (self->view, record, &rect));
  *x = (int) (rect.x + rect.width * along);
  *y = (int) (rect.y + rect.height * across);
  spz_hand_to_screen (self, x, y);
}

/**
 * spz_hand_point:
 * @self: a hand
 * @record: something of the plan
 * @along: where on it, from 0 at the left to 1 at the right
 *
 * Moves the pointer there.
 */
void
spz_hand_point (SpzHand  *self,
                gpointer  record,
                double    along)
{
  int x, y;

  spz_hand_get_place (self, record, along, 0.5, &x, &y);
  spz_tool_xdo ("mousemove %d %d sleep 0.03", x, y);
}

/**
 * spz_hand_drag_between:
 * @x: where to press, on the screen
 * @y: where to press
 * @to_x: where to move then
 * @to_y: where to move then
 *
 * Drags, and doesn't let go.
 */
void
spz_hand_drag_between (int x,
                       int y,
                       int to_x,
                       int to_y)
{
  g_autoptr (GString) line = g_string_new (NULL);

  g_string_append_printf (line, "mousemove %d %d sleep 0.03 mousedown 1 sleep 0.03", x, y);
  for (int i = 1; i <= N_STEPS; i++)
    g_string_append_printf (line, " mousemove %d %d sleep 0.015",
                            x + (to_x - x) * i / N_STEPS, y + (to_y - y) * i / N_STEPS);
  spz_tool_xdo ("%s", line->str);
}

/**
 * spz_hand_drag:
 * @self: a hand
 * @record: something of the plan
 * @along: where to press, from 0 at its left to 1 at its right
 * @days: how far to the right
 *
 * Drags something through time, and doesn't let go.
 */
void
spz_hand_drag (SpzHand  *self,
               gpointer  record,
               double    along,
               double    days)
{
  int x, y;

  spz_hand_get_place (self, record, along, 0.5, &x, &y);
  spz_hand_drag_between (x, y, x + (int) lround (days * spz_hand_get_per_day (self)), y);
}

/**
 * spz_hand_release:
 *
 * Lets go.
 */
void
spz_hand_release (void)
{
  spz_tool_xdo ("mouseup 1 sleep 0.03");
}

/**
 * spz_hand_count_steps:
 * @self: a hand
 *
 * Returns: how many steps the history has
 */
guint
spz_hand_count_steps (SpzHand *self)
{
  g_autoptr (GPtrArray) history = spz_programme_get_history (self->app->programme, 0, NULL);

  return history->len;
}

/**
 * spz_hand_undo:
 * @self: a hand
 *
 * Undoes the last step.
 */
void
spz_hand_undo (SpzHand *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (spz_programme_undo (self->app->programme, &error));
  g_assert_no_error (error);
  spz_app_settle ();
}

/**
 * spz_hand_get_x:
 * @self: a hand
 * @record: something of the plan
 *
 * Returns: where it is painted now, in the view's coordinates
 */
int
spz_hand_get_x (SpzHand  *self,
                gpointer  record)
{
  GdkRectangle rect;

  g_assert_true (spz_timeline_view_get_record_rect (self->view, record, &rect));

  return rect.x;
}

/* Reads a row by a connection of its own */
static SpzCursor *
read_row (SpzHand            *self,
          gpointer            record,
          const char *const  *columns,
          SpzStore          **store)
{
  g_autoptr (GError) error = NULL;
  SpzCursor *cursor;

  *store = spz_store_open (self->app->path, SPZ_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  cursor = spz_store_read (*store, spz_record_get_table (record), columns,
                           spz_record_get_id (record), &error);
  g_assert_no_error (error);
  g_assert_true (spz_cursor_next (cursor, &error));

  return cursor;
}

/**
 * spz_hand_assert_span:
 * @self: a hand
 * @phase: a phase
 * @start: its first day, as the file has it
 * @end: its last day
 */
void
spz_hand_assert_span (SpzHand    *self,
                      gpointer    phase,
                      const char *start,
                      const char *end)
{
  spz_hand_assert_text (self, phase, "start", start);
  spz_hand_assert_text (self, phase, "end", end);
}

/**
 * spz_hand_assert_text:
 * @self: a hand
 * @record: a record
 * @column: one of its columns
 * @text: what the file has there
 */
void
spz_hand_assert_text (SpzHand    *self,
                      gpointer    record,
                      const char *column,
                      const char *text)
{
  const char *const columns[] = { column, NULL };
  g_autoptr (SpzStore) store = NULL;
  g_autoptr (SpzCursor) cursor = read_row (self, record, columns, &store);

  g_assert_cmpstr (spz_cursor_get_text (cursor, 1), ==, text);
}

/**
 * spz_hand_assert_number:
 * @self: a hand
 * @record: a record
 * @column: one of its columns
 * @number: what the file has there
 */
void
spz_hand_assert_number (SpzHand    *self,
                        gpointer    record,
                        const char *column,
                        gint64      number)
{
  const char *const columns[] = { column, NULL };
  g_autoptr (SpzStore) store = NULL;
  g_autoptr (SpzCursor) cursor = read_row (self, record, columns, &store);

  g_assert_cmpint (spz_cursor_get_integer (cursor, 1), ==, number);
}
