/* test-speech.c: a paper, step by step
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "document-fixture.h"
#include "spz-document-builder.h"
#include "spz-speech.h"

static void
assert_text (const SpzNode *node,
             const char    *expected)
{
  g_autofree char *text = node ? spz_node_get_text (node) : NULL;

  g_assert_cmpstr (text, ==, expected);
}

static SpzNode *
add_point (SpzDocumentBuilder *builder,
           int                 level,
           const char         *text,
           gint64              id)
{
  SpzNode *node = spz_document_builder_add_point (builder, level, SPZ_POINT_BULLET, text);

  spz_node_set_record (node, "point", id);

  return node;
}

/* Points are numbered as their ids; @public leaves out 3 and 5 */
static SpzDocument *
make_document (gboolean public)
{
  SpzDocumentBuilder *builder = spz_document_builder_new (SPZ_AUDIENCE_INTERNAL);
  SpzNode *roles, *role;

  spz_document_builder_add_heading (builder, 1, "Mobile Arbeit");
  add_point (builder, 1, "Wir haben **drei** Tranchen", 1);
  add_point (builder, 2, "483 Anträge", 2);
  if (!public)
    add_point (builder, 3, "davon 84 in Telearbeit", 3);
  add_point (builder, 2, "92 Anträge", 4);
  if (!public)
    add_point (builder, 1, "Noch nicht öffentlich", 5);

  spz_document_builder_add_heading (builder, 1, "Aufbau");
  roles = spz_document_builder_add_table (builder, SPZ_NODE_ROLES);
  for (gint64 id = 1; id <= 2; id++)
    {
      role = spz_node_add_row (roles);
      spz_node_set_record (role, "role", id);
      spz_node_set_cell (role, SPZ_CELL_TITLE, "Rolle");
      spz_node_add_task (role, "Aufgabe der Rolle");
    }

  return spz_document_builder_end (builder);
}

static void
test_steps (void)
{
  g_autoptr (SpzDocument) document = make_document (FALSE);
  g_autoptr (SpzSpeech) speech = spz_speech_new (document);
  const SpzSpeechStep *step;

  g_assert_cmpuint (spz_speech_get_n_steps (speech), ==, 7);

  step = spz_speech_get_step (speech, 0);
  assert_text (step->node, "Wir haben drei Tranchen");
  assert_text (step->section, "Mobile Arbeit");
  g_assert_null (step->context);
  g_assert_cmpuint (step->words, ==, 2 + 4); /* with the heading */

  step = spz_speech_get_step (speech, 2);
  assert_text (step->context, "483 Anträge");
  step = spz_speech_get_step (speech, 3);
  assert_text (step->node, "92 Anträge");
  assert_text (step->context, "Wir haben drei Tranchen");

  /* A table is shown, a role at a time; only its heading is said */
  g_assert_cmpuint (spz_speech_get_step (speech, 5)->words, ==, 1);
  step = spz_speech_get_step (speech, 6);
  g_assert_cmpint (step->node->kind, ==, SPZ_NODE_ROLE);
  assert_text (step->section, "Aufbau");
  g_assert_null (step->context);
  g_assert_cmpuint (step->words, ==, 0);

  g_assert_null (spz_speech_get_step (speech, 7));
  g_assert_cmpuint (spz_speech_count_words (speech, 0), ==, spz_document_get_words (document));
  g_assert_cmpuint (spz_speech_count_words (speech, 4), ==, 3 + 1);
  g_assert_cmpuint (spz_speech_count_words (speech, 7), ==, 0);
}

static void
test_find (void)
{
  g_autoptr (SpzDocument) internal_document = make_document (FALSE);
  g_autoptr (SpzDocument) public_document = make_document (TRUE);
  g_autoptr (SpzSpeech) internal = spz_speech_new (internal_document);
  g_autoptr (SpzSpeech) public = spz_speech_new (public_document);

  /* The same points, though of other numbers; of what is left out, the one before */
  g_assert_cmpuint (spz_speech_find (public, internal, 0), ==, 0);
  g_assert_cmpuint (spz_speech_find (public, internal, 2), ==, 1);
  g_assert_cmpuint (spz_speech_find (public, internal, 3), ==, 2);
  g_assert_cmpuint (spz_speech_find (public, internal, 4), ==, 2);
  g_assert_cmpuint (spz_speech_find (public, internal, 6), ==, 4);
  g_assert_cmpuint (spz_speech_find (internal, public, 4), ==, 6);
  g_assert_cmpuint (spz_speech_find (internal, public, 99), ==, 6);
}

static void
test_empty (void)
{
  g_autoptr (SpzDocument) document = document_fixture_new_empty ();
  g_autoptr (SpzSpeech) speech = spz_speech_new (document);

  g_assert_cmpuint (spz_speech_get_n_steps (speech), ==, 0);
  g_assert_null (spz_speech_get_step (speech, 0));
  g_assert_cmpuint (spz_speech_find (speech, speech, 0), ==, 0);
}

/* Nothing that is said is left out, and nothing is said twice */
static void
test_whole (void)
{
  g_autoptr (SpzDocument) document = document_fixture_new (3);
  g_autoptr (SpzSpeech) speech = spz_speech_new (document);

  g_assert_cmpuint (spz_document_get_words (document), >, 100);
  g_assert_cmpuint (spz_speech_count_words (speech, 0), ==, spz_document_get_words (document));
}

static void
test_bare_heading (void)
{
  SpzDocumentBuilder *builder = spz_document_builder_new (SPZ_AUDIENCE_PUBLIC);
  g_autoptr (SpzDocument) document = NULL;
  g_autoptr (SpzSpeech) speech = NULL;

  spz_document_builder_add_heading (builder, 1, "Begrüßung");
  spz_document_builder_add_heading (builder, 1, "Bericht");
  add_point (builder, 1, "Ein Punkt", 1);
  spz_document_builder_add_heading (builder, 1, "Dank");
  document = spz_document_builder_end (builder);
  speech = spz_speech_new (document);

  g_assert_cmpuint (spz_speech_get_n_steps (speech), ==, 3);
  assert_text (spz_speech_get_step (speech, 0)->node, "Begrüßung");
  assert_text (spz_speech_get_step (speech, 1)->section, "Bericht");
  assert_text (spz_speech_get_step (speech, 2)->node, "Dank");
  g_assert_cmpuint (spz_speech_count_words (speech, 0), ==, spz_document_get_words (document));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/speech/steps", test_steps);
  g_test_add_func ("/speech/find", test_find);
  g_test_add_func ("/speech/whole", test_whole);
  g_test_add_func ("/speech/bare-heading", test_bare_heading);
  g_test_add_func ("/speech/empty", test_empty);

  return g_test_run ();
}
