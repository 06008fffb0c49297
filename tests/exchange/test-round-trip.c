/* test-round-trip.c: reading what the writers wrote
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "spz-apply-fixture.h"
#include "spz-briefings.h"
#include "spz-composer.h"
#include "spz-markdown.h"
#include "spz-plain-text.h"

static SpzDocument *
compose (Fixture *self)
{
  return spz_compose_briefing (self->programme, spz_programme_get_latest_briefing (self->programme),
                               SPZ_AUDIENCE_INTERNAL, SPZ_COMPOSE_DEFAULT);
}

static void
assert_same_programme (Fixture *self,
                       Fixture *other)
{
  static GType (*const types[]) (void) = {
    spz_role_get_type, spz_task_get_type, spz_action_field_get_type, spz_point_get_type,
    spz_measure_get_type, spz_phase_get_type, spz_milestone_get_type, spz_meeting_get_type,
  };
  g_autofree char *a = apply_fixture_dump_briefing (self);
  g_autofree char *b = apply_fixture_dump_briefing (other);

  g_assert_cmpstr (a, ==, b);

  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    {
      GType type = types[t] ();

      g_assert_cmpuint (apply_fixture_count (self, type), ==, apply_fixture_count (other, type));
      for (guint i = 0; i < apply_fixture_count (self, type); i++)
        {
          SpzRecord *record = apply_fixture_get (self, type, i);

          /* A meeting may be known by its body; the dump has all points. */
          if (type != SPZ_TYPE_MEETING && type != SPZ_TYPE_POINT)
            apply_fixture_find (other, type, spz_record_get_title (record));
        }
    }
}

/* A briefing written as Markdown gives the same briefing, with its plan. */
static void
test_markdown (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (SpzDocument) document = compose (self);
  g_autofree char *markdown = spz_markdown_render (document);
  Fixture other = { NULL };

  apply_fixture_set_up (&other, GINT_TO_POINTER (FALSE));
  apply_fixture_import_text (&other, markdown);
  assert_same_programme (self, &other);
  apply_fixture_tear_down (&other, NULL);
}

/* Read into the programme it came from it changes nothing. */
static void
test_markdown_changes_nothing (Fixture       *self,
                               gconstpointer  data)
{
  g_autoptr (SpzDocument) document = compose (self);
  g_autofree char *markdown = spz_markdown_render (document);

  apply_fixture_import_text (self, markdown);
  g_assert_cmpstr (spz_programme_get_undo_label (self->programme), ==, NULL);
}

/* Markers of the audience survive. */
static void
test_audiences (Fixture       *self,
                gconstpointer  data)
{
  Fixture other = { NULL };
  g_autoptr (SpzDocument) document = NULL;
  g_autofree char *markdown = NULL;

  apply_fixture_import_text (self, "# Sprechzettel\n\nRat am 08.02.2021\n\n## Thema\n\n- [intern] Eins\n"
                                   "  - [nichtöffentlich] Zwei *schräg*\n- Drei [intern] \\*\n\n➔ **Vier**\n");
  document = compose (self);
  markdown = spz_markdown_render (document);

  apply_fixture_set_up (&other, GINT_TO_POINTER (FALSE));
  apply_fixture_import_text (&other, markdown);
  assert_same_programme (self, &other);
  for (guint i = 0; i < apply_fixture_count (self, SPZ_TYPE_POINT); i++)
    {
      SpzPoint *a = apply_fixture_get (self, SPZ_TYPE_POINT, i);
      SpzPoint *b = apply_fixture_get (&other, SPZ_TYPE_POINT, i);

      g_assert_cmpint (a->audience, ==, b->audience);
      g_assert_cmpint (a->style, ==, b->style);
      g_assert_cmpint (strstr (a->title, "**") != NULL, ==, strstr (b->title, "**") != NULL);
    }
  apply_fixture_tear_down (&other, NULL);
}

/* Plain text has no tables, but the points are there, in order and level. */
static void
test_plain_text (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr (SpzDocument) document = compose (self);
  g_autofree char *text = spz_plain_text_render (document, 80);
  g_autofree char *expected = apply_fixture_dump_briefing (self);
  g_autofree char *dump = NULL;
  g_auto (GStrv) lines = g_strsplit (expected, "\n", -1);
  Fixture other = { NULL };
  const char *p;
  guint n_points = 0;

  apply_fixture_set_up (&other, GINT_TO_POINTER (FALSE));
  apply_fixture_import_text (&other, text);
  dump = apply_fixture_dump_briefing (&other);
  p = dump;

  for (char **line = lines; *line != NULL; line++)
    {
      /* "1 0 text" is a point, "2 text" a block. */
      if (!g_ascii_isdigit (**line) || !g_ascii_isdigit ((*line)[2]) || (*line)[3] != ' ')
        continue;
      p = strstr (p, *line);
      if (p == NULL)
        g_error ("“%s” is lost", *line);
      n_points++;
    }
  g_assert_cmpuint (n_points, ==, 40);
  apply_fixture_tear_down (&other, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/round-trip/markdown", Fixture, GINT_TO_POINTER (TRUE),
              apply_fixture_set_up, test_markdown, apply_fixture_tear_down);
  g_test_add ("/round-trip/markdown-changes-nothing", Fixture, GINT_TO_POINTER (TRUE),
              apply_fixture_set_up, test_markdown_changes_nothing, apply_fixture_tear_down);
  g_test_add ("/round-trip/audiences", Fixture, GINT_TO_POINTER (FALSE),
              apply_fixture_set_up, test_audiences, apply_fixture_tear_down);
  g_test_add ("/round-trip/plain-text", Fixture, GINT_TO_POINTER (TRUE),
              apply_fixture_set_up, test_plain_text, apply_fixture_tear_down);

  return g_test_run ();
}
