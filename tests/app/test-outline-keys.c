/* test-outline-keys.c: talking points written by a real keyboard
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-outline-hand.h"

static void
test_structure (SpzAppFixture *app,
                gconstpointer  data)
{
  SpzOutlineHand hand;

  spz_outline_hand_init (&hand, app, "1 Eins|1 Zwei");

  /* Enter behind a point, and its children by Tab */
  spz_outline_hand_focus (&hand, 0, -1);
  spz_tool_xdo ("key Return");
  spz_outline_hand_assert_focus (&hand, 1, 0);
  spz_tool_xdo ("type --delay 5 Neu");
  spz_outline_hand_assert (&hand, "1 Eins|1 Neu|1 Zwei");
  spz_tool_xdo ("key Tab");
  spz_outline_hand_assert (&hand, "1 Eins|2 Neu|1 Zwei");
  spz_outline_hand_assert_focus (&hand, 1, 3);

  /* The first below its parent goes no deeper; nothing goes beyond level 1 */
  spz_tool_xdo ("key Tab");
  spz_outline_hand_assert (&hand, "1 Eins|2 Neu|1 Zwei");
  spz_tool_xdo ("key shift+Tab");
  spz_outline_hand_assert (&hand, "1 Eins|1 Neu|1 Zwei");
  spz_tool_xdo ("key shift+Tab");
  spz_outline_hand_assert (&hand, "1 Eins|1 Neu|1 Zwei");
  spz_outline_hand_assert_focus (&hand, 1, 3);

  /* Up and Down walk from point to point */
  spz_tool_xdo ("key Up");
  spz_outline_hand_assert_focus (&hand, 0, 4);
  spz_tool_xdo ("key Down Down");
  spz_outline_hand_assert_focus (&hand, 2, 0);
}

static void
test_move (SpzAppFixture *app,
           gconstpointer  data)
{
  static const char before[] = "1 Eins|2 Kind|3 Enkel|1 Zwei|2 Anderes";
  SpzOutlineHand hand;

  spz_outline_hand_init (&hand, app, before);

  /* With all that hangs below it, and the cursor with it */
  spz_outline_hand_focus (&hand, 0, 2);
  spz_tool_xdo ("key alt+Down");
  spz_outline_hand_assert (&hand, "1 Zwei|2 Anderes|1 Eins|2 Kind|3 Enkel");
  spz_outline_hand_assert_focus (&hand, 2, 2);
  spz_tool_xdo ("key alt+Down");
  spz_outline_hand_assert (&hand, "1 Zwei|2 Anderes|1 Eins|2 Kind|3 Enkel");
  spz_tool_xdo ("key alt+Up");
  spz_outline_hand_assert (&hand, before);
  spz_outline_hand_assert_focus (&hand, 0, 2);

  /* What hangs below goes deeper with it, unless there is no level for it */
  spz_outline_hand_focus (&hand, 3, 0);
  spz_tool_xdo ("key Tab");
  spz_outline_hand_assert (&hand, "1 Eins|2 Kind|3 Enkel|2 Zwei|3 Anderes");
  spz_tool_xdo ("key Tab");
  spz_outline_hand_assert (&hand, "1 Eins|2 Kind|3 Enkel|2 Zwei|3 Anderes");
  spz_tool_undo (app);
  spz_outline_hand_assert (&hand, before);
}

static void
test_split_and_join (SpzAppFixture *app,
                     gconstpointer  data)
{
  static const char before[] = "1 Die **Ausschreibung** läuft|2 Kind|1 Zwei";
  SpzOutlineHand hand;
  guint n_steps;

  spz_outline_hand_init (&hand, app, before);
  n_steps = spz_outline_hand_count_steps (&hand);

  /* In the middle of a bold word; above children the second half is the first of them */
  spz_outline_hand_focus (&hand, 0, 7);
  spz_tool_xdo ("key Return");
  spz_outline_hand_assert (&hand, "1 Die **Aus**|2 **schreibung** läuft|2 Kind|1 Zwei");
  spz_outline_hand_assert_focus (&hand, 1, 0);
  g_assert_cmpuint (spz_outline_hand_count_steps (&hand), ==, n_steps + 1);

  /* Backspace at the start joins with the point above; one step each */
  spz_tool_undo (app);
  spz_outline_hand_assert (&hand, before);
  spz_outline_hand_focus (&hand, 2, 0);
  spz_tool_xdo ("key BackSpace");
  spz_outline_hand_assert (&hand, "1 Die **Ausschreibung** läuft|2 Kind Zwei");
  spz_outline_hand_assert_focus (&hand, 1, 4);
  spz_tool_undo (app);
  spz_outline_hand_assert (&hand, before);

  /* Delete at the end joins with the point below */
  spz_outline_hand_focus (&hand, 1, -1);
  spz_tool_xdo ("key Delete");
  spz_outline_hand_assert (&hand, "1 Die **Ausschreibung** läuft|2 Kind Zwei");
  spz_outline_hand_assert_focus (&hand, 1, 4);
  spz_tool_undo (app);
  spz_outline_hand_assert (&hand, before);

  /* Nothing to join with */
  spz_outline_hand_focus (&hand, 0, 0);
  spz_tool_xdo ("key BackSpace");
  spz_outline_hand_focus (&hand, 2, -1);
  spz_tool_xdo ("key Delete");
  spz_outline_hand_assert (&hand, before);

  /* An empty point goes, and the cursor to the one above */
  spz_tool_xdo ("key Return");
  spz_outline_hand_assert_focus (&hand, 3, 0);
  spz_tool_xdo ("key BackSpace");
  spz_outline_hand_assert (&hand, before);
  spz_outline_hand_assert_focus (&hand, 2, 4);
}

static void
test_style (SpzAppFixture *app,
            gconstpointer  data)
{
  SpzOutlineHand hand;

  spz_outline_hand_init (&hand, app, "1 Beginn im Mai");

  spz_outline_hand_focus (&hand, 0, -1);
  spz_tool_xdo ("key ctrl+shift+Left ctrl+b");
  spz_outline_hand_assert (&hand, "1 Beginn im **Mai**");
  spz_tool_xdo ("key ctrl+i");
  spz_outline_hand_assert (&hand, "1 Beginn im ***Mai***");
  spz_tool_xdo ("key ctrl+b");
  spz_outline_hand_assert (&hand, "1 Beginn im *Mai*");
  spz_tool_undo (app);
  spz_outline_hand_assert (&hand, "1 Beginn im ***Mai***");
  spz_tool_undo (app);
  spz_tool_undo (app);
  spz_outline_hand_assert (&hand, "1 Beginn im Mai");

  /* Of what is typed next */
  spz_outline_hand_focus (&hand, 0, -1);
  spz_tool_xdo ("key space ctrl+b");
  spz_tool_xdo ("type --delay 5 fest");
  spz_tool_xdo ("key ctrl+b");
  spz_tool_xdo ("type --delay 5 ' dann'");
  spz_outline_hand_assert (&hand, "1 Beginn im Mai **fest** dann");
}

static void
test_undo (SpzAppFixture *app,
           gconstpointer  data)
{
  SpzOutlineHand hand;
  guint n_steps;

  spz_outline_hand_init (&hand, app, "1 Eins|1 Zwei");
  n_steps = spz_outline_hand_count_steps (&hand);

  /* One go of typing is one step; deleting is another, and so is typing
   * elsewhere */
  spz_outline_hand_focus (&hand, 0, -1);
  spz_tool_xdo ("type --delay 5 ' und mehr'");
  g_assert_cmpuint (spz_outline_hand_count_steps (&hand), ==, n_steps + 1);
  spz_tool_xdo ("key BackSpace BackSpace BackSpace");
  g_assert_cmpuint (spz_outline_hand_count_steps (&hand), ==, n_steps + 2);
  spz_tool_xdo ("key Home");
  spz_tool_xdo ("type --delay 5 Nr");
  g_assert_cmpuint (spz_outline_hand_count_steps (&hand), ==, n_steps + 3);
  spz_tool_xdo ("key Down End");
  spz_tool_xdo ("type --delay 5 '!!'");
  spz_outline_hand_assert (&hand, "1 NrEins und m|1 Zwei!!");
  g_assert_cmpuint (spz_outline_hand_count_steps (&hand), ==, n_steps + 4);

  spz_tool_undo (app);
  spz_outline_hand_assert (&hand, "1 NrEins und m|1 Zwei");
  spz_tool_undo (app);
  spz_outline_hand_assert (&hand, "1 Eins und m|1 Zwei");
  spz_tool_undo (app);
  spz_outline_hand_assert (&hand, "1 Eins und mehr|1 Zwei");
  spz_tool_undo (app);
  spz_outline_hand_assert (&hand, "1 Eins|1 Zwei");
  g_assert_true (spz_app_action (app, "redo"));
  spz_outline_hand_assert (&hand, "1 Eins und mehr|1 Zwei");
}

static void
test_corrections (SpzAppFixture *app,
                  gconstpointer  data)
{
  SpzOutlineHand hand;

  spz_outline_hand_init (&hand, app, "1 Das");

  spz_outline_hand_focus (&hand, 0, -1);
  spz_tool_xdo ("type --delay 20 ' \"so\" --'");
  spz_outline_hand_assert (&hand, "1 Das „so“ –");

  /* Backspace straight after a correction takes back it alone */
  spz_tool_xdo ("key BackSpace");
  spz_outline_hand_assert (&hand, "1 Das „so“ --");
  spz_outline_hand_assert_focus (&hand, 0, 11);
  spz_tool_xdo ("key BackSpace");
  spz_outline_hand_assert (&hand, "1 Das „so“ -");
  spz_tool_xdo ("key BackSpace BackSpace quotedbl BackSpace");
  spz_outline_hand_assert (&hand, "1 Das „so“\"");

  /* Later on it is a sign like any other */
  spz_tool_xdo ("key BackSpace BackSpace quotedbl");
  spz_outline_hand_assert (&hand, "1 Das „so“");
  spz_tool_xdo ("key Left Right BackSpace");
  spz_outline_hand_assert (&hand, "1 Das „so");
}

int
main (int   argc,
      char *argv[])
{
  spz_app_test_init (&argc, &argv);

  spz_app_test ("/outline/keys/structure", test_structure);
  spz_app_test ("/outline/keys/move", test_move);
  spz_app_test ("/outline/keys/split-and-join", test_split_and_join);
  spz_app_test ("/outline/keys/style", test_style);
  spz_app_test ("/outline/keys/undo", test_undo);
  spz_app_test ("/outline/keys/corrections", test_corrections);

  return g_test_run ();
}
