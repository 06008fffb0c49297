/* test-outline-help.c: spelling, clipboard and dragging in an outline, by hand
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-outline-hand.h"
#include "spz-writing.h"

#include <string.h>

/* Spelling */

static gboolean
is_underlined (SpzLineText *line,
               int          offset)
{
  GtkTextIter iter;
  g_autoptr (GSList) tags = NULL;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (line)), &iter, offset);
  tags = gtk_text_iter_get_tags (&iter);
  for (GSList *link = tags; link != NULL; link = link->next)
    {
      PangoUnderline underline;

      g_object_get (link->data, "underline", &underline, NULL);
      if (underline == PANGO_UNDERLINE_ERROR)
        return TRUE;
    }

  return FALSE;
}

typedef struct
{
  SpzLineText *line;
  int          offset;
  gboolean     underlined;
} Expected;

static gboolean
is_as_expected (gpointer data)
{
  const Expected *expected = data;

  return is_underlined (expected->line, expected->offset) == expected->underlined;
}

/* Lines are checked when there is nothing else to do */
static void
assert_underlined (SpzOutlineHand *hand,
                   guint           index,
                   int             offset,
                   gboolean        underlined)
{
  Expected expected = { spz_outline_hand_get_line (hand, index), offset, underlined };

  g_assert_true (spz_app_wait (is_as_expected, &expected));
}

/* The text's menu, while it is open */
static GtkWidget *
find_menu (gpointer line)
{
  for (GtkWidget *child = gtk_widget_get_first_child (line); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER_MENU (child) && gtk_widget_get_mapped (child))
      return child;

  return NULL;
}

static gboolean
menu_is_open (gpointer line)
{
  return find_menu (line) != NULL;
}

static gboolean
menu_is_closed (gpointer line)
{
  return find_menu (line) == NULL;
}

static GtkWidget *
find_label (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_suggestions (SpzAppFixture *app,
                  gconstpointer  data)
{
  static const char before[] = "1 Die Ausschreibumg **läuft**";
  SpzOutlineHand hand;
  SpzLineText *line;
  guint n_steps;

  spz_outline_hand_init (&hand, app, before);
  line = spz_outline_hand_get_line (&hand, 0);
  spz_app_settle ();
  assert_underlined (&hand, 0, 6, TRUE);
  assert_underlined (&hand, 0, 1, FALSE);
  n_steps = spz_outline_hand_count_steps (&hand);

  /* By the pointer, on the word, wherever the cursor is */
  spz_outline_hand_focus (&hand, 0, -1);
  spz_outline_hand_place_pointer (&hand, 0, 8);
  spz_tool_xdo ("click 3");
  g_assert_true (spz_app_wait (menu_is_open, line));
  g_assert_nonnull (find_label (find_menu (line), "Ausschreibung"));
  spz_tool_xdo ("key Return");
  g_assert_true (spz_app_wait (menu_is_closed, line));
  spz_outline_hand_assert (&hand, "1 Die Ausschreibung **läuft**");
  g_assert_cmpuint (spz_outline_hand_count_steps (&hand), ==, n_steps + 1);
  assert_underlined (&hand, 0, 6, FALSE);
  spz_tool_undo (app);
  spz_outline_hand_assert (&hand, before);

  /* By the Menu key, at the cursor */
  spz_outline_hand_focus (&hand, 0, 9);
  spz_tool_xdo ("key Menu");
  g_assert_true (spz_app_wait (menu_is_open, line));
  spz_app_settle ();
  spz_tool_xdo ("key Return");
  g_assert_true (spz_app_wait (menu_is_closed, line));
  spz_outline_hand_assert (&hand, "1 Die Ausschreibung **läuft**");

  /* Nothing is offered for what is right */
  spz_tool_xdo ("key Home Menu");
  g_assert_true (spz_app_wait (menu_is_open, line));
  g_assert_null (find_label (find_menu (line), "Ignore Word"));
  spz_tool_xdo ("key Escape");
  g_assert_true (spz_app_wait (menu_is_closed, line));
}

static void
choose (SpzOutlineHand *hand,
        guint           index,
        int             offset,
        const char     *label)
{
  SpzLineText *line = spz_outline_hand_get_line (hand, index);
  GtkWidget *widget;
  int x = 3;
  int y = 3;

  spz_outline_hand_place_pointer (hand, index, offset);
  spz_tool_xdo ("click 3");
  g_assert_true (spz_app_wait (menu_is_open, line));
  spz_app_settle ();
  widget = find_label (find_menu (line), label);
  g_assert_nonnull (widget);
  spz_tool_to_screen (widget, &x, &y);
  spz_tool_xdo ("mousemove %d %d sleep 0.05 click 1", x, y);
  g_assert_true (spz_app_wait (menu_is_closed, line));
  spz_app_settle ();
}

static void
test_own_words (SpzAppFixture *app,
                gconstpointer  data)
{
  static const char before[] = "1 Die Qyzxwa|1 Die Xyzqwa und Qyzxwa";
  SpzOutlineHand hand;
  SpzSpelling *spelling;
  g_autoptr (SpzSpelling) later = NULL;
  g_autoptr (GArray) wrong = NULL;

  spz_outline_hand_init (&hand, app, before);
  assert_underlined (&hand, 0, 5, TRUE);
  assert_underlined (&hand, 1, 5, TRUE);

  /* In all points at once, without a change of the text */
  choose (&hand, 0, 6, "Ignore Word");
  assert_underlined (&hand, 0, 5, FALSE);
  assert_underlined (&hand, 1, 5, TRUE);
  assert_underlined (&hand, 1, 16, FALSE);
  choose (&hand, 1, 6, "Add to Dictionary");
  assert_underlined (&hand, 1, 5, FALSE);
  spz_outline_hand_assert (&hand, before);

  /* The one for today, the other for good */
  spelling = spz_writing_get_spelling (spz_writing_get (GTK_WIDGET (hand.view)));
  g_assert_nonnull (spelling);
  later = spz_spelling_new (g_get_language_names ());
  wrong = spz_spelling_check (later, "Xyzqwa Qyzxwa");
  g_assert_cmpuint (wrong->len, ==, 1);
  g_assert_cmpint (g_array_index (wrong, SpzSpellingRange, 0).start, ==, 7);
}

/* Clipboard */

/* Another program offers this from now on */
static void
offer (const char *type,
       const char *text)
{
  g_autoptr (GSubprocess) xclip = NULL;
  g_autoptr (GError) error = NULL;

  xclip = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error,
                            "xclip", "-selection", "clipboard", "-target", type, "-in", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (xclip, text, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  spz_app_settle ();
}

static void
copied_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_communicate_utf8_finish (G_SUBPROCESS (object), result, user_data, NULL, &error);
  g_assert_no_error (error);
}

/* What another program is given */
static char *
take (const char *type)
{
  g_autoptr (GSubprocess) xclip = NULL;
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  xclip = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                            "xclip", "-selection", "clipboard", "-target", type, "-out", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8_async (xclip, NULL, NULL, copied_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);

  return text;
}

static void
test_paste_text (SpzAppFixture *app,
                 gconstpointer  data)
{
  static const char before[] = "1 Anfang Ende|1 Zwei";
  SpzOutlineHand hand;
  guint n_steps;

  spz_outline_hand_init (&hand, app, before);
  n_steps = spz_outline_hand_count_steps (&hand);

  /* A part of a line; its stars are stars */
  offer ("UTF8_STRING", "für *alle* ");
  spz_outline_hand_focus (&hand, 0, 7);
  spz_tool_xdo ("key ctrl+v");
  spz_outline_hand_assert (&hand, "1 Anfang für \\*alle\\* Ende|1 Zwei");
  spz_outline_hand_assert_focus (&hand, 0, 18);
  g_assert_cmpuint (spz_outline_hand_count_steps (&hand), ==, n_steps + 1);
  spz_tool_undo (app);
  spz_outline_hand_assert (&hand, before);

  /* A list, levels and all, is one step */
  offer ("UTF8_STRING", "• Erstens\n– Unterpunkt\n• Zweitens ß 🙂\n");
  spz_outline_hand_focus (&hand, 0, -1);
  spz_tool_xdo ("key ctrl+v");
  spz_outline_hand_assert (&hand, "1 Anfang Ende|1 Erstens|2 Unterpunkt|1 Zweitens ß 🙂|1 Zwei");
  g_assert_cmpuint (spz_outline_hand_count_steps (&hand), ==, n_steps + 1);
  spz_tool_undo (app);
  spz_outline_hand_assert (&hand, before);
}

static void
test_paste_html (SpzAppFixture *app,
                 gconstpointer  data)
{
  static const char before[] = "1 Anfang|1 ";
  SpzOutlineHand hand;
  guint n_steps;

  spz_outline_hand_init (&hand, app, before);
  n_steps = spz_outline_hand_count_steps (&hand);

  offer ("text/html",
         "<meta charset=\"utf-8\"><ul><li>Die <b>Ausschreibung</b> l&auml;uft<ul><li>bis <i>Mai</i></li></ul></li>"
         "<li>Zuschlag</li></ul>");
  spz_outline_hand_focus (&hand, 1, 0);
  spz_tool_xdo ("key ctrl+v");
  spz_outline_hand_assert (&hand, "1 Anfang|1 Die **Ausschreibung** läuft|2 bis *Mai*|1 Zuschlag");
  g_assert_cmpuint (spz_outline_hand_count_steps (&hand), ==, n_steps + 1);
  spz_tool_undo (app);
  spz_outline_hand_assert (&hand, before);

  /* A few marked words go into the line */
  offer ("text/html", "<b>fett</b> und <i>schräg</i>");
  spz_outline_hand_focus (&hand, 0, -1);
  spz_tool_xdo ("key space ctrl+v");
  spz_outline_hand_assert (&hand, "1 Anfang **fett** und *schräg*|1 ");
}

static void
test_copy (SpzAppFixture *app,
           gconstpointer  data)
{
  SpzOutlineHand hand;
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;

  spz_outline_hand_init (&hand, app, "1 Die **Ausschreibung** & *mehr*|1 ");

  spz_outline_hand_focus (&hand, 0, 0);
  spz_tool_xdo ("key ctrl+a ctrl+c");
  text = take ("UTF8_STRING");
  g_assert_cmpstr (text, ==, "Die Ausschreibung & mehr");
  html = take ("text/html");
  g_assert_nonnull (strstr (html, "Die <b>Ausschreibung</b> &amp; <i>mehr</i>"));

  /* What was cut is pasted with its marks */
  spz_tool_xdo ("key ctrl+x");
  spz_outline_hand_assert (&hand, "1 |1 ");
  spz_tool_xdo ("key Down ctrl+v");
  spz_outline_hand_assert (&hand, "1 |1 Die **Ausschreibung** & *mehr*");
}

/* Dragging */

static void
drag (SpzOutlineHand *hand,
      guint           from,
      guint           to,
      int             indent,
      double          across)
{
  GtkWidget *row = GTK_WIDGET (spz_outline_hand_get_row (hand, to));
  GtkWidget *handle = spz_tool_find (spz_outline_hand_get_row (hand, from), GTK_TYPE_LABEL, 0);
  int x = gtk_widget_get_width (handle) / 2;
  int y = gtk_widget_get_height (handle) / 2;
  int to_x = 10 + indent * SPZ_POINT_ROW_INDENT;
  int to_y = (int) (gtk_widget_get_height (row) * across);

  spz_tool_to_screen (handle, &x, &y);
  spz_tool_to_screen (row, &to_x, &to_y);
  spz_tool_xdo ("mousemove %d %d sleep 0.05 mousedown 1 sleep 0.05", x, y);
  for (int i = 1; i <= 10; i++)
    spz_tool_xdo ("mousemove %d %d", x + (to_x - x) * i / 10, y + (to_y - y) * i / 10);
  spz_tool_xdo ("mousemove %d %d sleep 0.05 mousemove %d %d sleep 0.1", to_x + 1, to_y, to_x, to_y);
  spz_tool_xdo ("mouseup 1 sleep 0.1");
}

static void
test_drag (SpzAppFixture *app,
           gconstpointer  data)
{
  static const char before[] = "1 Eins|2 Kind|1 Zwei|1 Drei";
  SpzOutlineHand hand;
  guint n_steps;

  spz_outline_hand_init (&hand, app, before);
  n_steps = spz_outline_hand_count_steps (&hand);

  /* Below the last, with its child */
  drag (&hand, 0, 3, 0, 0.9);
  spz_outline_hand_assert (&hand, "1 Zwei|1 Drei|1 Eins|2 Kind");
  g_assert_cmpuint (spz_outline_hand_count_steps (&hand), ==, n_steps + 1);
  spz_tool_undo (app);
  spz_outline_hand_assert (&hand, before);

  /* Further in: below another one, and its child a level deeper */
  drag (&hand, 0, 2, 1, 0.9);
  spz_outline_hand_assert (&hand, "1 Zwei|2 Eins|3 Kind|1 Drei");
  spz_tool_undo (app);
  spz_outline_hand_assert (&hand, before);

  /* Up, and out of a parent */
  drag (&hand, 1, 0, 0, 0.1);
  spz_outline_hand_assert (&hand, "1 Kind|1 Eins|1 Zwei|1 Drei");
  spz_tool_undo (app);

  /* Never into itself */
  drag (&hand, 0, 1, 1, 0.9);
  spz_outline_hand_assert (&hand, before);
  g_assert_nonnull (spz_programme_get_redo_label (app->programme));
}

int
main (int   argc,
      char *argv[])
{
  spz_app_test_init (&argc, &argv);

  spz_app_test ("/outline/help/suggestions", test_suggestions);
  spz_app_test ("/outline/help/own-words", test_own_words);
  spz_app_test ("/outline/help/paste-text", test_paste_text);
  spz_app_test ("/outline/help/paste-html", test_paste_html);
  spz_app_test ("/outline/help/copy", test_copy);
  spz_app_test ("/outline/help/drag", test_drag);

  return g_test_run ();
}
