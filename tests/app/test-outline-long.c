/* test-outline-long.c: an outline longer than a page, of which rows are made as
 * they come near
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-outline-hand.h"

#define N_POINTS 300u

typedef struct
{
  SpzOutlineHand  hand;
  GtkAdjustment  *adjustment;
  GtkWidget      *viewport;
} Long;

static void
long_init (Long          *self,
           SpzAppFixture *app)
{
  g_autoptr (GString) outline = g_string_new (NULL);

  for (guint i = 0; i < N_POINTS; i++)
    g_string_append_printf (outline, "%s%u Punkt %u: Die Ausschreibung des Dokumentenmanagementsystems läuft, "
                            "der Zuschlag wird %s erwartet", i > 0 ? "|" : "", i % 5 == 0 ? 1u : 2u, i,
                            i % 3 == 0 ? "im Sommer" : "im Sommer, sobald die Vergabekammer über die "
                            "Rüge des dritten Bieters entschieden hat,");

  spz_outline_hand_init (&self->hand, app, outline->str);
  self->viewport = gtk_widget_get_ancestor (GTK_WIDGET (self->hand.view), GTK_TYPE_VIEWPORT);
  self->adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->viewport));
  spz_app_settle ();
}

static SpzPointRow *
find_row (Long  *self,
          guint  index)
{
  SpzPointRow *row;

  for (guint i = 0; (row = spz_outline_hand_get_row (&self->hand, i)) != NULL; i++)
    {
      if (spz_point_row_get_index (row) == index)
        return row;
    }

  return NULL;
}

/* The rows made are in reading order, each below the one before, and there is
 * one wherever the page shows the outline */
static void
assert_rows (Long *self)
{
  double end = 0;
  gboolean first = TRUE;
  SpzPointRow *before = NULL;
  SpzPointRow *row;
  graphene_rect_t bounds;

  g_assert_cmpuint (spz_tool_count (self->hand.view, SPZ_TYPE_POINT_ROW), <, N_POINTS / 2);

  for (guint i = 0; (row = spz_outline_hand_get_row (&self->hand, i)) != NULL; i++)
    {
      g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (row), self->viewport, &bounds));
      if (before != NULL)
        g_assert_cmpuint (spz_point_row_get_index (row), >, spz_point_row_get_index (before));
      if (bounds.origin.y + bounds.size.height > 0 && bounds.origin.y < gtk_widget_get_height (self->viewport) &&
          !first && before != NULL)
        {
          g_assert_cmpuint (spz_point_row_get_index (row), ==, spz_point_row_get_index (before) + 1);
          g_assert_cmpfloat_with_epsilon ((double) bounds.origin.y, end, 1);
        }
      first = FALSE;
      before = row;
      end = (double) (bounds.origin.y + bounds.size.height);
    }
}

static double
get_caret (Long *self)
{
  GtkWidget *line = gtk_window_get_focus (GTK_WINDOW (self->hand.app->window));
  graphene_point_t corner;
  GdkRectangle caret;

  g_assert_true (SPZ_IS_LINE_TEXT (line));
  gtk_text_view_get_cursor_locations (GTK_TEXT_VIEW (line), NULL, &caret, NULL);
  g_assert_true (gtk_widget_compute_point (line, self->viewport,
                                           &GRAPHENE_POINT_INIT ((float) caret.x, (float) (caret.y + caret.height)),
                                           &corner));

  return (double) corner.y;
}

static void
assert_caret_seen (Long *self)
{
  g_assert_cmpfloat (get_caret (self), >, 0);
  g_assert_cmpfloat (get_caret (self), <=, gtk_widget_get_height (self->viewport));
}

static void
test_scroll (SpzAppFixture *app,
             gconstpointer  data)
{
  Long outline;
  double end;

  long_init (&outline, app);
  assert_rows (&outline);

  for (guint i = 1; i <= 10; i++)
    {
      end = gtk_adjustment_get_upper (outline.adjustment) - gtk_adjustment_get_page_size (outline.adjustment);
      gtk_adjustment_set_value (outline.adjustment, end * i / 10);
      spz_app_settle ();
      assert_rows (&outline);
    }
  g_assert_nonnull (find_row (&outline, N_POINTS - 1));
  g_assert_null (find_row (&outline, N_POINTS / 2));
}

/* Rows above that turn out higher than thought don't move what is seen */
static void
test_anchor (SpzAppFixture *app,
             gconstpointer  data)
{
  Long outline;
  graphene_rect_t before = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  graphene_rect_t after;
  SpzPoint *point = NULL;
  double step;

  long_init (&outline, app);
  spz_outline_view_focus_point (outline.hand.view, spz_record_get_id (spz_tool_record (app, SPZ_TYPE_POINT, N_POINTS - 1)), 0);
  spz_app_settle ();

  for (guint i = 0; i < 20; i++)
    {
      SpzPointRow *row;

      step = gtk_adjustment_get_value (outline.adjustment) - 60;
      gtk_adjustment_set_value (outline.adjustment, step);
      spz_app_settle ();
      for (guint j = 0; (row = spz_outline_hand_get_row (&outline.hand, j)) != NULL; j++)
        {
          g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (row), outline.viewport, &after));
          if (point == spz_point_row_get_point (row))
            g_assert_cmpfloat_with_epsilon ((double) after.origin.y, (double) before.origin.y + 60, 1);
        }
      for (guint j = 0; (row = spz_outline_hand_get_row (&outline.hand, j)) != NULL; j++)
        {
          g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (row), outline.viewport, &after));
          if (after.origin.y >= 0)
            {
              before = after;
              point = spz_point_row_get_point (row);
              break;
            }
        }
    }
}

static void
test_caret (SpzAppFixture *app,
            gconstpointer  data)
{
  Long outline;
  SpzPoint *point;

  long_init (&outline, app);
  point = spz_tool_record (app, SPZ_TYPE_POINT, 200);

  /* Going to a point that has no row yet */
  g_assert_true (spz_outline_view_focus_point (outline.hand.view, spz_record_get_id (SPZ_RECORD (point)), -1));
  spz_app_settle ();
  assert_caret_seen (&outline);
  assert_rows (&outline);

  /* From point to point, beyond the page and back */
  spz_tool_xdo ("key --repeat 60 --delay 4 Down");
  assert_caret_seen (&outline);
  assert_rows (&outline);
  spz_tool_xdo ("key --repeat 150 --delay 4 Up");
  assert_caret_seen (&outline);
  assert_rows (&outline);

  /* A point that grows under the lower edge */
  for (guint i = 0; i < 4; i++)
    {
      spz_tool_xdo ("type --delay 2 ' und die Vorbereitung der E-Akte folgt im zweiten Halbjahr'");
      assert_caret_seen (&outline);
    }

  /* New points, likewise */
  spz_tool_xdo ("key --repeat 15 --delay 4 Return");
  assert_caret_seen (&outline);
  assert_rows (&outline);

  /* The point that is typed in keeps its row however far it is scrolled away */
  gtk_adjustment_set_value (outline.adjustment, 0);
  spz_app_settle ();
  spz_tool_xdo ("type --delay 5 Hier");
  assert_caret_seen (&outline);
}

/* Ctrl+F in the outline, from the point that is written in on; the places far
 * away have no rows yet */
static void
test_find (SpzAppFixture *app,
           gconstpointer  data)
{
  Long outline;
  GtkWidget *focus;
  SpzPointRow *row;
  SpzPage *page;

  long_init (&outline, app);
  page = SPZ_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (outline.hand.view), SPZ_TYPE_PAGE));
  spz_outline_hand_focus (&outline.hand, 3, 0);
  g_assert_true (spz_page_find (page));
  spz_tool_xdo ("type --delay 5 'punkt 25'");
  focus = gtk_window_get_focus (GTK_WINDOW (app->window));
  g_assert_true (GTK_IS_TEXT (focus));
  row = find_row (&outline, 25);
  g_assert_true (gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (spz_point_row_get_text (row)))));

  /* 25, 250 and then on */
  spz_tool_xdo ("key Return Return");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (app->window)) == focus);
  row = find_row (&outline, 251);
  g_assert_nonnull (row);
  assert_rows (&outline);
  spz_tool_xdo ("key shift+Return");
  spz_tool_xdo ("key Escape");
  focus = gtk_window_get_focus (GTK_WINDOW (app->window));
  g_assert_true (focus == GTK_WIDGET (spz_point_row_get_text (find_row (&outline, 250))));
  assert_caret_seen (&outline);

  /* What is not there leads back to where one was */
  g_assert_true (spz_page_find (page));
  spz_tool_xdo ("type --delay 5 Klaeranlage");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (app->window)) != focus);
  g_assert_false (spz_page_find (page));
  spz_tool_xdo ("key Escape");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (app->window)) == focus);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* A letter that finds room in its line has nothing measured and placed anew; one
 * that needs another line does */
static void
test_letters (SpzAppFixture *app,
              gconstpointer  data)
{
  GdkFrameClock *clock;
  guint n_layouts = 0;
  int height;
  Long outline;
  SpzLineText *line;

  long_init (&outline, app);
  spz_outline_hand_focus (&outline.hand, 3, -1);
  spz_tool_xdo ("key Return");
  spz_tool_xdo ("type --delay 5 'Die Vorbereitung der'");
  spz_app_settle ();
  line = SPZ_LINE_TEXT (gtk_window_get_focus (GTK_WINDOW (app->window)));
  height = gtk_widget_get_height (GTK_WIDGET (line));

  clock = gtk_widget_get_frame_clock (GTK_WIDGET (app->window));
  g_signal_connect_swapped (clock, "layout", G_CALLBACK (count_cb), &n_layouts);
  spz_tool_xdo ("type --delay 40 ' Akte'");
  spz_app_settle ();
  g_assert_cmpuint (n_layouts, ==, 0);

  for (guint i = 0; i < 4; i++)
    spz_tool_xdo ("type --delay 2 ' und die Vorbereitung der Akte folgt im zweiten Halbjahr'");
  g_assert_cmpuint (n_layouts, >, 0);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (line)), >, height);
  g_signal_handlers_disconnect_by_data (clock, &n_layouts);
}

static SpzPoint *
type_letter (SpzAppFixture *app,
             const char    *letter)
{
  GtkWidget *line = gtk_window_get_focus (GTK_WINDOW (app->window));
  SpzPointRow *row = SPZ_POINT_ROW (gtk_widget_get_ancestor (line, SPZ_TYPE_POINT_ROW));

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (line)), letter, -1);

  return spz_point_row_get_point (row);
}

/* A letter is written after the frame that shows it, but before whatever else is
 * done to the programme. */
static void
test_written (SpzAppFixture *app,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  Long outline;
  SpzPoint *point;

  long_init (&outline, app);
  spz_outline_hand_focus (&outline.hand, 3, -1);
  point = type_letter (app, "a");
  before = g_strdup (point->title);
  g_assert_false (g_str_has_suffix (point->title, "a"));
  spz_app_settle ();
  g_assert_true (g_str_has_suffix (point->title, "a"));

  /* Undone at once, it is gone, from the line too */
  type_letter (app, "b");
  g_assert_true (spz_programme_undo (app->programme, &error));
  g_assert_no_error (error);
  spz_app_settle ();
  g_assert_cmpstr (point->title, ==, before);

  /* Another step comes after it */
  type_letter (app, "c");
  g_assert_true (spz_programme_begin (app->programme, "Another", &error));
  g_assert_true (g_str_has_suffix (point->title, "c"));
  g_assert_true (spz_programme_commit (app->programme, &error));

  /* Who leaves the line leaves nothing behind */
  type_letter (app, "d");
  spz_outline_hand_focus (&outline.hand, 4, -1);
  g_assert_true (g_str_has_suffix (point->title, "cd"));
}

static void
set_width (Long *self,
           int   width)
{
  gtk_window_set_default_size (GTK_WINDOW (self->hand.app->window), width, 800);
  spz_app_settle ();
}

/* How wide the window is for the line with the focus to be that wide */
static int
find_width (Long *self,
            int   line_width)
{
  GtkWidget *line = gtk_window_get_focus (GTK_WINDOW (self->hand.app->window));
  int low = 900, high = 1500;

  while (low < high)
    {
      int middle = (low + high) / 2;

      set_width (self, middle);
      if (gtk_widget_get_width (line) < line_width)
        low = middle + 1;
      else
        high = middle;
    }
  set_width (self, low);
  g_assert_cmpint (gtk_widget_get_width (line), ==, line_width);

  return low;
}

/* What a line needed at another width before something was typed or erased is not
 * what it needs there now. For how high it would be at that width it is asked
 * whenever it is placed, and GTK remembers the answer. */
static void
test_other_width (SpzAppFixture *app,
                  gconstpointer  data)
{
  Long outline;
  GtkWidget *line;
  int narrow, height;

  long_init (&outline, app);
  spz_outline_hand_focus (&outline.hand, 3, -1);
  narrow = find_width (&outline, 480);
  set_width (&outline, 1500);
  spz_tool_xdo ("key Return");
  spz_tool_xdo ("type --delay 5 'Ein Satz, der so lang ist, dass er in einem schmalen Fenster zwei oder mehr Zeilen braucht'");
  line = gtk_window_get_focus (GTK_WINDOW (app->window));
  height = gtk_widget_get_height (line);

  set_width (&outline, narrow);
  g_assert_cmpint (gtk_widget_get_height (line), >, height);

  set_width (&outline, 1500);
  g_assert_cmpint (gtk_widget_get_height (line), ==, height);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (app->window)) == line);
  spz_tool_xdo ("key --repeat 80 --delay 4 BackSpace");
  set_width (&outline, narrow);
  g_assert_cmpint (gtk_widget_get_height (line), ==, height);
}

int
main (int   argc,
      char *argv[])
{
  spz_app_test_init (&argc, &argv);

  spz_app_test ("/outline/long/scroll", test_scroll);
  spz_app_test ("/outline/long/anchor", test_anchor);
  spz_app_test ("/outline/long/caret", test_caret);
  spz_app_test ("/outline/long/find", test_find);
  spz_app_test ("/outline/long/letters", test_letters);
  spz_app_test ("/outline/long/written", test_written);
  spz_app_test ("/outline/long/other-width", test_other_width);

  return g_test_run ();
}
