/* test-outline.c: talking points as an outline
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-fixture.h"
#include "spz-outline.h"

#define ADD_TEST(path, function) \
  g_test_add ("/outline/" path, SpzFixture, NULL, spz_fixture_set_up, function, spz_fixture_tear_down)

/* "1 Home-Office|2 483 Anträge|3 84 Telearbeiter" */
static char *
write_down (SpzFixture *fixture,
            gpointer    owner)
{
  g_autoptr (GArray) items = spz_outline_flatten (fixture->programme, owner);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      SpzOutlineItem *item = &g_array_index (items, SpzOutlineItem, i);

      g_assert_cmpuint (item->level, ==, spz_outline_get_level (fixture->programme, item->point));
      g_string_append_printf (text, "%s%u %s", i ? "|" : "", item->level, item->point->title);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_outline (SpzFixture *fixture,
                gpointer    owner,
                const char *expected)
{
  g_autofree char *text = write_down (fixture, owner);

  g_assert_cmpstr (text, ==, expected);
}

static SpzPoint *
add (SpzFixture *fixture,
     gpointer    owner,
     SpzPoint   *after,
     const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 id = spz_outline_add (fixture->programme, owner, after, text, &error);

  g_assert_no_error (error);
  return spz_programme_lookup (fixture->programme, SPZ_TYPE_POINT, id);
}

static void
test_levels (SpzFixture    *fixture,
             gconstpointer  data)
{
  SpzActionField *field = spz_fixture_add (fixture, SPZ_TYPE_ACTION_FIELD, "title", "mobile Arbeit", NULL);
  SpzProgramme *programme = fixture->programme;
  SpzPoint *update = add (fixture, field, NULL, "Update");
  SpzPoint *first = add (fixture, field, update, "483");
  SpzPoint *split = add (fixture, field, first, "84");
  SpzPoint *second = add (fixture, field, split, "92");
  g_autoptr (GError) error = NULL;

  assert_outline (fixture, field, "1 Update|1 483|1 84|1 92");

  g_assert_false (spz_outline_can_indent (programme, update));
  g_assert_true (spz_outline_indent (programme, first, &error));
  g_assert_true (spz_outline_indent (programme, split, &error));
  g_assert_true (spz_outline_indent (programme, split, &error));
  g_assert_true (spz_outline_indent (programme, second, &error));
  assert_outline (fixture, field, "1 Update|2 483|3 84|2 92");
  g_assert_cmpstr (spz_programme_get_undo_label (programme), ==, "Point indented");

  /* No fourth level, not by what hangs below either */
  g_assert_false (spz_outline_can_indent (programme, split));
  g_assert_true (spz_outline_outdent (programme, first, &error));
  assert_outline (fixture, field, "1 Update|1 483|2 84|2 92");
  g_assert_true (spz_outline_indent (programme, first, &error));
  assert_outline (fixture, field, "1 Update|2 483|3 84|3 92");
  g_assert_true (spz_outline_outdent (programme, second, &error));
  assert_outline (fixture, field, "1 Update|2 483|3 84|2 92");

  /* With all below it */
  g_assert_true (spz_outline_move (programme, first, 1, &error));
  assert_outline (fixture, field, "1 Update|2 92|2 483|3 84");
  g_assert_true (spz_outline_move (programme, first, 1, &error));
  assert_outline (fixture, field, "1 Update|2 92|2 483|3 84");

  /* Right below one that has children: its first */
  add (fixture, field, first, "neu");
  assert_outline (fixture, field, "1 Update|2 92|2 483|3 neu|3 84");

  /* Alone, or with all below it */
  g_assert_true (spz_outline_remove (programme, first, &error));
  assert_outline (fixture, field, "1 Update|2 92|2 neu|2 84");
  g_assert_true (spz_programme_undo (programme, &error));
  assert_outline (fixture, field, "1 Update|2 92|2 483|3 neu|3 84");
  first = spz_programme_lookup (programme, SPZ_TYPE_POINT, 2);
  g_assert_cmpstr (first->title, ==, "483");
  g_assert_true (spz_programme_remove (programme, first, &error));
  assert_outline (fixture, field, "1 Update|2 92");
}

static void
test_lines (SpzFixture    *fixture,
            gconstpointer  data)
{
  static const SpzOutlineLine lines[] = { { "84", 1 }, { "100", 1 }, { "299", 1 } };
  static const SpzOutlineLine nested[] = { { "a", 2 }, { "b", 2 }, { "c", 5 }, { "d", 1, SPZ_POINT_CONCLUSION } };
  SpzActionField *field = spz_fixture_add (fixture, SPZ_TYPE_ACTION_FIELD, "title", "mobile Arbeit", NULL);
  SpzProgramme *programme = fixture->programme;
  SpzPoint *first = add (fixture, field, NULL, "483");
  SpzPoint *second = add (fixture, field, first, "92");
  g_autoptr (GError) error = NULL;
  gint64 last;

  last = spz_outline_add_lines (programme, field, first, lines, 3, &error);
  g_assert_no_error (error);
  assert_outline (fixture, field, "1 483|1 84|1 100|1 299|1 92");
  g_assert_cmpstr (SPZ_POINT (spz_programme_lookup (programme, SPZ_TYPE_POINT, last))->title, ==, "299");
  g_assert_true (spz_programme_undo (programme, &error));
  assert_outline (fixture, field, "1 483|1 92");

  /* Below one that has children, and at the end */
  g_assert_true (spz_outline_indent (programme, second, &error));
  spz_outline_add_lines (programme, field, first, lines, 3, &error);
  assert_outline (fixture, field, "1 483|2 84|2 100|2 299|2 92");
  spz_outline_add_lines (programme, field, NULL, lines, 3, &error);
  assert_outline (fixture, field, "1 483|2 84|2 100|2 299|2 92|1 84|1 100|1 299");
  g_assert_no_error (error);

  /* Levels below each other, none left out, none too deep */
  last = spz_outline_add_lines (programme, field, NULL, nested, 4, &error);
  g_assert_no_error (error);
  assert_outline (fixture, field, "1 483|2 84|2 100|2 299|2 92|1 84|1 100|1 299|1 a|2 b|3 c|1 d");
  g_assert_cmpint (SPZ_POINT (spz_programme_lookup (programme, SPZ_TYPE_POINT, last))->style, ==, SPZ_POINT_CONCLUSION);
  spz_outline_add_lines (programme, field, second, nested, 4, &error);
  g_assert_no_error (error);
  assert_outline (fixture, field, "1 483|2 84|2 100|2 299|2 92|2 a|3 b|3 c|2 d|1 84|1 100|1 299|1 a|2 b|3 c|1 d");
}

static void
test_paste (SpzFixture    *fixture,
            gconstpointer  data)
{
  static const SpzOutlineLine first = { "483 Anträge", 1 };
  static const SpzOutlineLine lines[] = { { "84", 1 }, { "100", 2 } };
  static const SpzOutlineLine deeper[] = { { "84", 2 }, { "100", 2 }, { "92", 1 } };
  SpzActionField *field = spz_fixture_add (fixture, SPZ_TYPE_ACTION_FIELD, "title", "mobile Arbeit", NULL);
  SpzProgramme *programme = fixture->programme;
  SpzPoint *point = add (fixture, field, NULL, "483");
  g_autoptr (GError) error = NULL;

  spz_programme_set (programme, point, &error, "audience", SPZ_AUDIENCE_INTERNAL, NULL);
  g_assert_cmpint (spz_outline_paste (programme, point, &first, lines, 2, &error), !=, 0);
  g_assert_no_error (error);
  assert_outline (fixture, field, "1 483 Anträge|1 84|2 100");

  /* What is pasted into something internal is internal */
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (SPZ_POINT (spz_record_list_get (spz_programme_get_list (programme, SPZ_TYPE_POINT), i))->audience,
                     ==, SPZ_AUDIENCE_INTERNAL);

  g_assert_true (spz_programme_undo (programme, &error));
  assert_outline (fixture, field, "1 483");

  /* Below the first of them, if that is pasted too */
  spz_outline_paste (programme, point, &first, deeper, 3, &error);
  assert_outline (fixture, field, "1 483 Anträge|2 84|2 100|1 92");
  g_assert_true (spz_programme_undo (programme, &error));
  spz_outline_paste (programme, point, NULL, deeper, 3, &error);
  assert_outline (fixture, field, "1 483|1 84|2 100|1 92");
  g_assert_no_error (error);
}

static SpzPoint *
find (SpzFixture *fixture,
      const char *title)
{
  SpzRecordList *points = spz_programme_get_list (fixture->programme, SPZ_TYPE_POINT);

  for (guint i = 0; i < spz_record_list_get_size (points); i++)
    if (g_str_equal (SPZ_POINT (spz_record_list_get (points, i))->title, title))
      return spz_record_list_get (points, i);

  g_assert_not_reached ();
}

static void
assert_join (SpzFixture *fixture,
             gpointer    owner,
             const char *first,
             const char *second,
             const char *expected)
{
  g_autofree char *before = write_down (fixture, owner);
  g_autofree char *joined = g_strconcat (first, " ", second, NULL);
  SpzPoint *point = find (fixture, first);
  g_autoptr (GError) error = NULL;

  g_assert_true (spz_outline_join (fixture->programme, point, find (fixture, second), &error));
  g_assert_no_error (error);
  assert_outline (fixture, owner, expected);
  g_assert_cmpstr (point->title, ==, joined);
  g_assert_true (spz_programme_undo (fixture->programme, &error));
  assert_outline (fixture, owner, before);
}

static void
test_join (SpzFixture    *fixture,
           gconstpointer  data)
{
  static const SpzOutlineLine lines[] = {
    { "A", 1 }, { "b", 2 }, { "c", 3 }, { "D", 1 }, { "e", 2 }, { "f", 3 }, { "G", 1 },
  };
  SpzActionField *field = spz_fixture_add (fixture, SPZ_TYPE_ACTION_FIELD, "title", "OZG", NULL);
  SpzPoint *point;
  g_autoptr (GError) error = NULL;

  spz_outline_add_lines (fixture->programme, field, NULL, lines, G_N_ELEMENTS (lines), &error);
  g_assert_no_error (error);

  assert_join (fixture, field, "A", "b", "1 A b|2 c|1 D|2 e|3 f|1 G");
  assert_join (fixture, field, "c", "D", "1 A|2 b|3 c D|2 e|3 f|1 G");
  assert_join (fixture, field, "f", "G", "1 A|2 b|3 c|1 D|2 e|3 f G");

  /* What is internal stays so, and so does what was below it */
  spz_programme_set (fixture->programme, find (fixture, "D"), &error, "audience", SPZ_AUDIENCE_INTERNAL, NULL);
  point = find (fixture, "c");
  g_assert_true (spz_outline_join (fixture->programme, point, find (fixture, "D"), &error));
  g_assert_cmpint (point->audience, ==, SPZ_AUDIENCE_INTERNAL);
  g_assert_cmpint (find (fixture, "e")->audience, ==, SPZ_AUDIENCE_INTERNAL);
  g_assert_true (spz_programme_undo (fixture->programme, &error));
  g_assert_true (spz_outline_remove (fixture->programme, find (fixture, "D"), &error));
  g_assert_no_error (error);
  g_assert_cmpint (find (fixture, "e")->audience, ==, SPZ_AUDIENCE_INTERNAL);
}

static void
test_place (SpzFixture    *fixture,
            gconstpointer  data)
{
  static const SpzOutlineLine lines[] = {
    { "A", 1 }, { "b", 2 }, { "c", 3 }, { "D", 1 }, { "e", 2 }, { "F", 1 },
  };
  SpzActionField *field = spz_fixture_add (fixture, SPZ_TYPE_ACTION_FIELD, "title", "OZG", NULL);
  SpzProgramme *programme = fixture->programme;
  g_autoptr (GError) error = NULL;
  guint least, most;

  spz_outline_add_lines (programme, field, NULL, lines, G_N_ELEMENTS (lines), &error);
  assert_outline (fixture, field, "1 A|2 b|3 c|1 D|2 e|1 F");

  /* Between c and D, on each level that can be there */
  g_assert_true (spz_outline_get_levels (programme, find (fixture, "F"), find (fixture, "c"), &least, &most));
  g_assert_cmpuint (least, ==, 1);
  g_assert_cmpuint (most, ==, 3);
  g_assert_true (spz_outline_place (programme, find (fixture, "F"), find (fixture, "c"), 2, &error));
  assert_outline (fixture, field, "1 A|2 b|3 c|2 F|1 D|2 e");
  g_assert_true (spz_programme_undo (programme, &error));
  g_assert_true (spz_outline_place (programme, find (fixture, "F"), find (fixture, "A"), 9, &error));
  assert_outline (fixture, field, "1 A|2 F|2 b|3 c|1 D|2 e");
  g_assert_true (spz_programme_undo (programme, &error));

  /* With what is below it, to the beginning; not into itself */
  g_assert_true (spz_outline_place (programme, find (fixture, "D"), NULL, 1, &error));
  assert_outline (fixture, field, "1 D|2 e|1 A|2 b|3 c|1 F");
  g_assert_true (spz_outline_place (programme, find (fixture, "A"), find (fixture, "c"), 1, &error));
  assert_outline (fixture, field, "1 D|2 e|1 A|2 b|3 c|1 F");
  g_assert_false (spz_outline_get_levels (programme, find (fixture, "A"), find (fixture, "D"), &least, &most));

  /* Where it is, a level deeper */
  g_assert_true (spz_outline_place (programme, find (fixture, "F"), find (fixture, "F"), 2, &error));
  assert_outline (fixture, field, "1 D|2 e|1 A|2 b|3 c|2 F");
  g_assert_no_error (error);
}

static void
test_split (SpzFixture    *fixture,
            gconstpointer  data)
{
  SpzActionField *field = spz_fixture_add (fixture, SPZ_TYPE_ACTION_FIELD, "title", "mobile Arbeit", NULL);
  SpzProgramme *programme = fixture->programme;
  SpzPoint *point = add (fixture, field, NULL, "483 Anträge, davon 84 Telearbeiter");
  g_autoptr (GError) error = NULL;

  add (fixture, field, point, "92");
  g_assert_cmpint (spz_outline_split (programme, point, "483 Anträge", "davon 84 Telearbeiter", &error), !=, 0);
  g_assert_no_error (error);
  assert_outline (fixture, field, "1 483 Anträge|1 davon 84 Telearbeiter|1 92");
  g_assert_cmpstr (spz_programme_get_undo_label (programme), ==, "Point split");
  g_assert_true (spz_programme_undo (programme, &error));
  assert_outline (fixture, field, "1 483 Anträge, davon 84 Telearbeiter|1 92");
}

/* Indenting and outdenting never change the reading order, nothing is ever
 * lost, no level is left out, and all of it can be undone */
static void
test_random (SpzFixture    *fixture,
             gconstpointer  data)
{
  SpzActionField *field = spz_fixture_add (fixture, SPZ_TYPE_ACTION_FIELD, "title", "OZG", NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (31122022);
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  guint n_steps = 0;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *title = g_strdup_printf ("P%u", i);

      add (fixture, field, NULL, title);
    }
  first = write_down (fixture, field);

  for (guint step = 0; step < 500; step++)
    {
      g_autoptr (GArray) before = spz_outline_flatten (fixture->programme, field);
      g_autoptr (GArray) after = NULL;
      SpzPoint *point = g_array_index (before, SpzOutlineItem, g_rand_int_range (rand, 0, (int) before->len)).point;
      g_autofree char *label = g_strdup (spz_programme_get_undo_label (fixture->programme));
      int action = g_rand_int_range (rand, 0, 4);
      guint level = 0;
      g_autofree char *written = write_down (fixture, field);
      g_autofree char *written_after = NULL;

      if (action == 0)
        spz_outline_indent (fixture->programme, point, &error);
      else if (action == 1)
        spz_outline_outdent (fixture->programme, point, &error);
      else
        spz_outline_move (fixture->programme, point, action == 2 ? -1 : 1, &error);
      g_assert_no_error (error);

      after = spz_outline_flatten (fixture->programme, field);
      g_assert_cmpuint (after->len, ==, before->len);
      for (guint i = 0; i < after->len; i++)
        {
          SpzOutlineItem *item = &g_array_index (after, SpzOutlineItem, i);

          if (action < 2)
            g_assert_true (item->point == g_array_index (before, SpzOutlineItem, i).point);
          g_assert_cmpuint (item->level, <=, level + 1);
          g_assert_cmpuint (item->level, <=, SPZ_OUTLINE_MAX_LEVEL);
          level = item->level;
        }

      written_after = write_down (fixture, field);
      if (!g_str_equal (written, written_after))
        n_steps++;
    }

  g_assert_cmpuint (n_steps, >, 100);
  for (guint i = 0; i < n_steps; i++)
    {
      spz_programme_undo (fixture->programme, &error);
      g_assert_no_error (error);
    }
  last = write_down (fixture, field);
  g_assert_cmpstr (first, ==, last);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_TEST ("levels", test_levels);
  ADD_TEST ("lines", test_lines);
  ADD_TEST ("paste", test_paste);
  ADD_TEST ("split", test_split);
  ADD_TEST ("join", test_join);
  ADD_TEST ("place", test_place);
  ADD_TEST ("random", test_random);

  return g_test_run ();
}
