/* test-briefing-work.c: from one briefing to the next, on the real one
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "spz-apply-fixture.h"
#include "spz-blocks.h"
#include "spz-briefings.h"
#include "spz-composer.h"
#include "spz-deliveries.h"
#include "spz-delivery.h"
#include "spz-figure-texts.h"
#include "spz-figures.h"
#include "spz-markdown.h"
#include "spz-outline.h"
#include "spz-plan-versions.h"
#include "spz-point-changes.h"
#include "spz-promises.h"
#include "spz-rehearsals.h"

#define ADD_TEST(path, function) \
  g_test_add ("/briefing-work/" path, Fixture, GINT_TO_POINTER (TRUE), apply_fixture_set_up, function, apply_fixture_tear_down)

#define COMMITTEE_NAME "Ausschuss für Finanzen und Digitalisierung"
#define FEBRUARY (spz_date_new (2021, 2, 8))

static gint64
get_id (gpointer record)
{
  return spz_record_get_id (SPZ_RECORD (record));
}

static SpzPoint *
find_point (Fixture    *self,
            const char *words)
{
  SpzRecordList *points = spz_programme_get_list (self->programme, SPZ_TYPE_POINT);

  for (guint i = 0; i < spz_record_list_get_size (points); i++)
    {
      SpzPoint *point = spz_record_list_get (points, i);

      if (strstr (point->title, words) != NULL)
        return point;
    }

  g_assert_not_reached ();
}

static SpzBriefing *
get_briefing (Fixture *self)
{
  return apply_fixture_get (self, SPZ_TYPE_BRIEFING, 0);
}

static SpzDelivery *
deliver (Fixture     *self,
         SpzBriefing *briefing,
         SpzAudience  audience)
{
  const SpzDeliveryTerms terms = { .recipient = COMMITTEE_NAME, .audience = audience };
  g_autoptr (GError) error = NULL;
  gint64 id = spz_briefing_deliver (self->programme, briefing, &terms, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);

  return spz_programme_lookup (self->programme, SPZ_TYPE_DELIVERY, id);
}

/* A meeting of the same body in June, and the next briefing for it */
static SpzBriefing *
make_next (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  SpzBriefing *last = get_briefing (self);
  SpzMeeting *meeting = spz_briefing_get_meeting (self->programme, last);
  gint64 id = spz_programme_add (self->programme, SPZ_TYPE_MEETING, &error,
                                 "body", meeting->body, "title", meeting->title,
                                 "date", spz_date_new (2021, 6, 7), NULL);

  g_assert_no_error (error);
  id = spz_briefing_create_next (self->programme, last,
                                 spz_programme_lookup (self->programme, SPZ_TYPE_MEETING, id), NULL, &error);
  g_assert_no_error (error);

  return spz_programme_lookup (self->programme, SPZ_TYPE_BRIEFING, id);
}

static void
set_today (Fixture *self,
           SpzDate  date)
{
  g_unsetenv ("SPZ_TODAY");
  g_assert_true (spz_programme_set (self->programme, spz_programme_get_info (self->programme), NULL,
                                    "reference-date", date, NULL));
}

static void
set_text (Fixture    *self,
          SpzPoint   *point,
          const char *text)
{
  g_autoptr (GError) error = NULL;

  spz_programme_set (self->programme, point, &error, "title", text, NULL);
  g_assert_no_error (error);
}

static char *
compose (Fixture     *self,
         SpzBriefing *briefing,
         SpzAudience  audience)
{
  g_autoptr (SpzDocument) document = spz_compose_briefing (self->programme, briefing, audience, SPZ_COMPOSE_DEFAULT);

  return spz_markdown_render (document);
}

static void
assert_has (const char *text,
            const char *words,
            gboolean    wanted)
{
  if ((strstr (text, words) != NULL) != wanted)
    g_error ("“%s” is %sin:\n%s", words, wanted ? "not " : "", text);
}

/* What is delivered is kept whole: every point, in order, and the papers */
static void
test_deliver (Fixture       *self,
              gconstpointer  data)
{
  SpzBriefing *briefing = get_briefing (self);
  g_autofree char *before = apply_fixture_dump_briefing (self);
  g_autofree char *paper = compose (self, briefing, SPZ_AUDIENCE_INTERNAL);
  SpzDelivery *delivery = deliver (self, briefing, SPZ_AUDIENCE_INTERNAL);
  SpzRecordList *lines = spz_programme_get_children (self->programme, SPZ_TYPE_DELIVERY_LINE, "delivery",
                                                     get_id (delivery));
  g_autoptr (GPtrArray) messages = NULL;
  guint n_points = 0;

  for (guint i = 0; i < spz_record_list_get_size (lines); i++)
    {
      SpzDeliveryLine *line = spz_record_list_get (lines, i);
      SpzPoint *point = spz_programme_lookup (self->programme, SPZ_TYPE_POINT, line->point);

      if (line->point == 0)
        continue;
      n_points++;
      g_assert_cmpint (line->style, ==, point->style);
    }
  g_assert_cmpuint (n_points, ==, 40);
  g_assert_cmpstr (delivery->document, ==, paper);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (delivery->pdf, NULL), "%PDF-"));
  g_assert_cmpint (delivery->meeting_date, ==, FEBRUARY);
  g_assert_cmpint (briefing->state, ==, SPZ_BRIEFING_DELIVERED);
  g_assert_true (spz_briefing_is_delivered (self->programme, briefing));
  g_assert_true (spz_plan_version_is_current (self->programme, spz_plan_version_get_latest (self->programme)));

  messages = spz_programme_check (self->programme, NULL);
  g_assert_cmpuint (messages->len, ==, 0);

  /* One step */
  g_assert_true (spz_programme_undo (self->programme, NULL));
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_DELIVERY), ==, 0);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_DELIVERY_LINE), ==, 0);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_PLAN_VERSION), ==, 0);
  g_assert_cmpint (briefing->state, ==, SPZ_BRIEFING_DRAFT);
  {
    g_autofree char *after = apply_fixture_dump_briefing (self);

    g_assert_cmpstr (before, ==, after);
  }
}

#define REFUSED(call)                                                         \
  {                                                                           \
    g_autoptr (GError) error = NULL;                                          \
    g_assert_false ((call) != 0);                                             \
    g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);                     \
  }

static guint
count_steps (Fixture *self)
{
  g_autoptr (GPtrArray) history = spz_programme_get_history (self->programme, G_MAXINT, NULL);

  return history->len;
}

static void
test_guard (Fixture       *self,
            gconstpointer  data)
{
  SpzProgramme *programme = self->programme;
  SpzBriefing *briefing = get_briefing (self);
  SpzDelivery *delivery = deliver (self, briefing, SPZ_AUDIENCE_INTERNAL);
  SpzPoint *own = find_point (self, "Aktualisierte Beratung im VV");
  SpzPoint *live = find_point (self, "Zielsetzung ist, im 2. Halbjahr");
  SpzBlock *block = spz_programme_lookup (programme, SPZ_TYPE_BLOCK, own->block);
  SpzRecordList *blocks = spz_programme_get_children (programme, SPZ_TYPE_BLOCK, "briefing", get_id (briefing));
  g_autofree char *kept = g_strdup (delivery->document);
  guint n_steps = count_steps (self);

  REFUSED (spz_programme_set (programme, own, &error, "title", "anders", NULL));
  REFUSED (spz_programme_set_text (programme, own, "title", "anders", &error));
  REFUSED (spz_programme_remove (programme, own, &error));
  REFUSED (spz_outline_add (programme, block, own, "neu", &error));
  REFUSED (spz_outline_split (programme, own, "a", "b", &error));
  REFUSED (spz_programme_set (programme, block, &error, "audience", SPZ_AUDIENCE_INTERNAL, NULL));
  REFUSED (spz_programme_remove (programme, block, &error));
  REFUSED (spz_programme_move (programme, block, blocks, 2, &error));
  REFUSED (spz_programme_add (programme, SPZ_TYPE_BLOCK, &error, "briefing", get_id (briefing), NULL));
  REFUSED (spz_programme_set (programme, briefing, &error, "title", "anders", NULL));
  REFUSED (spz_programme_set (programme, briefing, &error, "state", SPZ_BRIEFING_DRAFT, NULL));
  REFUSED (spz_programme_remove (programme, briefing, &error));
  REFUSED (spz_programme_remove (programme, delivery, &error));
  REFUSED (spz_programme_set (programme, delivery, &error, "document", "anders", NULL));
  g_assert_cmpuint (count_steps (self), ==, n_steps);

  /* What it only refers to lives on, and what was said stays */
  set_text (self, live, "Der Start verschiebt sich.");
  g_assert_true (spz_delivery_check (programme, delivery, NULL));
  g_assert_cmpstr (delivery->document, ==, kept);
}

static void
test_supersede (Fixture       *self,
                gconstpointer  data)
{
  SpzBriefing *briefing = get_briefing (self);
  SpzDelivery *first = deliver (self, briefing, SPZ_AUDIENCE_INTERNAL);
  const SpzDeliveryTerms terms = { .recipient = COMMITTEE_NAME, .supersedes = first };
  g_autoptr (GError) error = NULL;
  gint64 second;

  set_text (self, find_point (self, "Zielsetzung ist, im 2. Halbjahr"), "Der Start verschiebt sich.");
  second = spz_briefing_deliver (self->programme, briefing, &terms, &error);
  g_assert_no_error (error);
  g_assert_true (spz_delivery_is_superseded (self->programme, first));
  g_assert_cmpint (get_id (spz_briefing_get_delivery (self->programme, briefing)), ==, second);
  g_assert_true (spz_delivery_check (self->programme, first, NULL));
}

/* Nothing of the predecessor changes; each own point knows where it is from */
static void
test_next (Fixture       *self,
           gconstpointer  data)
{
  SpzBriefing *last = get_briefing (self);
  g_autofree char *before = compose (self, last, SPZ_AUDIENCE_INTERNAL);
  SpzBriefing *next;
  SpzRecordList *blocks;
  SpzPoint *own = find_point (self, "Aktualisierte Beratung im VV");
  SpzRecordList *followers;
  g_autofree char *paper = NULL;
  g_autofree char *public = NULL;

  deliver (self, last, SPZ_AUDIENCE_INTERNAL);
  next = make_next (self);
  g_assert_cmpint (next->predecessor, ==, get_id (last));
  g_assert_cmpstr (next->speaker, ==, last->speaker);

  followers = spz_programme_get_children (self->programme, SPZ_TYPE_POINT, "predecessor", get_id (own));
  g_assert_cmpuint (spz_record_list_get_size (followers), ==, 1);
  g_assert_cmpstr (SPZ_POINT (spz_record_list_get (followers, 0))->title, ==, own->title);

  blocks = spz_programme_get_children (self->programme, SPZ_TYPE_BLOCK, "briefing", get_id (next));
  g_assert_cmpint (SPZ_BLOCK (spz_record_list_get (blocks, 0))->kind, ==, SPZ_BLOCK_COMMITMENTS);
  paper = compose (self, next, SPZ_AUDIENCE_INTERNAL);
  assert_has (paper, "Detailabstimmung zu den 108", TRUE);
  assert_has (paper, "Pilote & Prio-Projekte", TRUE);
  public = compose (self, next, SPZ_AUDIENCE_PUBLIC);
  assert_has (public, "Detailabstimmung zu den 108", FALSE);

  {
    g_autofree char *after = compose (self, last, SPZ_AUDIENCE_INTERNAL);

    g_assert_cmpstr (before, ==, after);
  }

  g_assert_true (spz_programme_undo (self->programme, NULL));
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_BRIEFING), ==, 1);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_POINT), ==, 40);
}

/* The later report: 867 of about 1,700, 143 more applications, a new CDO */
static void
test_changes (Fixture       *self,
              gconstpointer  data)
{
  SpzBriefing *next;
  SpzPoint *total = find_point (self, "Insgesamt sind derzeit");
  SpzPoint *pending = find_point (self, "rund weitere 108");
  SpzPoint *pilot = find_point (self, "Realisierung von 38 weiteren");
  SpzActionField *field = spz_programme_lookup (self->programme, SPZ_TYPE_ACTION_FIELD, total->action_field);
  g_autofree char *old_text = NULL;
  g_autofree char *paper = NULL;
  gint64 added, pilot_id = get_id (pilot);
  SpzBlock *block;
  const SpzPointChange *change;

  set_text (self, total, "Insgesamt sind derzeit **{faehig}** Mitarbeitende ({anteil} der Gesamtverwaltung) Home-Office-Fähig.");
  deliver (self, get_briefing (self), SPZ_AUDIENCE_INTERNAL);
  next = make_next (self);

  {
    g_autoptr (SpzPointChanges) changes = spz_point_changes_new (self->programme, next);

    g_assert_nonnull (spz_point_changes_get_delivery (changes));
    g_assert_cmpuint (spz_point_changes_count (changes, SPZ_POINT_UNCHANGED), ==, 40);
    change = spz_point_changes_lookup (changes, get_id (total));
    old_text = g_strdup (change->before);
    assert_has (old_text, "derzeit 613 Mitarbeitende (42.3\302\240% der", TRUE);
    g_assert_cmpint (change->last_spoken, ==, FEBRUARY);
  }

  set_today (self, spz_date_new (2021, 6, 1));
  g_assert_cmpint (spz_programme_add (self->programme, SPZ_TYPE_FIGURE_VALUE, NULL,
                                      "figure", get_id (spz_figure_find (self->programme, "faehig")),
                                      "date", spz_date_new (2021, 6, 1), "value", 867.0, NULL), >, 0);
  set_text (self, pending, "143 weitere Anträge liegen vor.");
  g_assert_true (spz_outline_remove (self->programme, pilot, NULL));
  added = spz_outline_add (self->programme, field, NULL, "Die Ausschreibung des DMS ist veröffentlicht.", NULL);

  {
    g_autoptr (SpzPointChanges) changes = spz_point_changes_new (self->programme, next);

    g_assert_cmpuint (spz_point_changes_count (changes, SPZ_POINT_NEW), ==, 1);
    g_assert_cmpuint (spz_point_changes_count (changes, SPZ_POINT_CHANGED), ==, 2);
    g_assert_cmpuint (spz_point_changes_count (changes, SPZ_POINT_DROPPED), ==, 1);
    g_assert_cmpuint (spz_point_changes_count (changes, SPZ_POINT_UNCHANGED), ==, 37);

    change = spz_point_changes_lookup (changes, get_id (total));
    g_assert_cmpint (change->mark, ==, SPZ_POINT_CHANGED);
    g_assert_cmpstr (change->before, ==, old_text);
    assert_has (change->text, "derzeit 867 Mitarbeitende", TRUE);
    g_assert_cmpint (spz_point_changes_lookup (changes, added)->mark, ==, SPZ_POINT_NEW);
    change = spz_point_changes_lookup (changes, pilot_id);
    g_assert_cmpint (change->mark, ==, SPZ_POINT_DROPPED);
    assert_has (change->before, "Realisierung von 38 weiteren", TRUE);
  }

  block = spz_programme_lookup (self->programme, SPZ_TYPE_BLOCK,
                                spz_programme_add (self->programme, SPZ_TYPE_BLOCK, NULL, "briefing", get_id (next),
                                                   "kind", SPZ_BLOCK_CHANGES, NULL));
  g_assert_nonnull (block);
  paper = compose (self, next, SPZ_AUDIENCE_PUBLIC);
  assert_has (paper, "before: Insgesamt sind derzeit 613", TRUE);
  assert_has (paper, "before: rund weitere 108", TRUE);
  assert_has (paper, "Realisierung von 38 weiteren", TRUE);
}

/* What is new is what an audience may see; a canary in each place */
static void
test_changes_leak_nothing (Fixture       *self,
                           gconstpointer  data)
{
  SpzPoint *internal = find_point (self, "zeitliche und inhaltliche Treiber");
  SpzPoint *widened = find_point (self, "Ebenso wie auf Bundes");
  SpzBriefing *next;
  g_autofree char *public = NULL;
  g_autofree char *all = NULL;

  spz_programme_set (self->programme, internal, NULL, "title", "KANARIE eins", "audience", SPZ_AUDIENCE_INTERNAL, NULL);
  spz_programme_set (self->programme, widened, NULL, "title", "KANARIE zwei", "audience", SPZ_AUDIENCE_COMMITTEE, NULL);
  deliver (self, get_briefing (self), SPZ_AUDIENCE_INTERNAL);
  next = make_next (self);
  spz_programme_remove (self->programme, internal, NULL);
  spz_programme_set (self->programme, widened, NULL, "title", "Alle dürfen es wissen.", "audience", SPZ_AUDIENCE_PUBLIC, NULL);
  spz_programme_add (self->programme, SPZ_TYPE_BLOCK, NULL, "briefing", get_id (next), "kind", SPZ_BLOCK_CHANGES, NULL);

  public = compose (self, next, SPZ_AUDIENCE_PUBLIC);
  assert_has (public, "KANARIE", FALSE);
  assert_has (public, "Alle dürfen es wissen.", TRUE);
  all = compose (self, next, SPZ_AUDIENCE_INTERNAL);
  assert_has (all, "KANARIE eins", TRUE);
  assert_has (all, "before: KANARIE zwei", TRUE);
}

/* What stands below a heading, up to the next */
static char *
find_section (const char *paper,
              const char *heading)
{
  const char *start = strstr (paper, heading);
  const char *end;

  g_assert_nonnull (start);
  end = strstr (start + strlen (heading), "\n## ");

  return end != NULL ? g_strndup (start, (gsize) (end - start)) : g_strdup (start);
}

/* What changed is a list in what was delivered, too, with its levels, where the kept
 * paper is not what goes out */
static void
test_delivered_changes (Fixture       *self,
                        gconstpointer  data)
{
  SpzBriefing *next;
  SpzDelivery *delivery;
  g_autoptr (SpzDocument) document = NULL;
  g_autofree char *live = NULL;
  g_autofree char *paper = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  deliver (self, get_briefing (self), SPZ_AUDIENCE_PUBLIC);
  next = make_next (self);
  set_text (self, find_point (self, "Realisierung von 38 weiteren"), "143 weitere Anträge liegen vor.");
  spz_outline_remove (self->programme, find_point (self, "Pilotbereiche"), NULL);
  spz_programme_add (self->programme, SPZ_TYPE_BLOCK, NULL, "briefing", get_id (next), "kind", SPZ_BLOCK_CHANGES, NULL);
  live = compose (self, next, SPZ_AUDIENCE_PUBLIC);

  delivery = deliver (self, next, SPZ_AUDIENCE_PUBLIC);
  document = spz_compose_delivery (self->programme, delivery, SPZ_AUDIENCE_PUBLIC, SPZ_COMPOSE_NO_TIMELINE);
  paper = spz_markdown_render (document);
  before = find_section (live, "## Changes since");
  after = find_section (paper, "## Changes since");
  assert_has (before, "before: ", TRUE);
  g_assert_cmpstr (g_strchomp (before), ==, g_strchomp (after));
}

static void
test_omissions (Fixture       *self,
                gconstpointer  data)
{
  SpzBriefing *briefing = get_briefing (self);
  SpzPoint *update = find_point (self, "Home-Office-Corona Update");
  SpzRecordList *blocks = spz_programme_get_children (self->programme, SPZ_TYPE_BLOCK, "action-field", update->action_field);
  SpzBlock *block = spz_record_list_get (blocks, 0);
  g_autofree char *before = compose (self, briefing, SPZ_AUDIENCE_PUBLIC);
  g_autofree char *without = NULL;
  g_autofree char *again = NULL;
  g_autofree char *carried = NULL;

  g_assert_true (spz_block_show_point (self->programme, block, update, FALSE, NULL));
  without = compose (self, briefing, SPZ_AUDIENCE_PUBLIC);
  assert_has (without, "Realisierung erste Tranche", FALSE);
  assert_has (without, "Insgesamt sind derzeit", TRUE);
  carried = compose (self, make_next (self), SPZ_AUDIENCE_PUBLIC);
  assert_has (carried, "Realisierung erste Tranche", FALSE);

  g_assert_true (spz_block_show_all_points (self->programme, block, NULL));
  again = compose (self, briefing, SPZ_AUDIENCE_PUBLIC);
  g_assert_cmpstr (before, ==, again);
}

static void
test_promises (Fixture       *self,
               gconstpointer  data)
{
  SpzRecordList *promises = spz_programme_get_list (self->programme, SPZ_TYPE_PROMISE);
  SpzPromise *pilot = spz_record_list_get (promises, 0);
  SpzPhase *phase = spz_promise_get_subject (self->programme, pilot);
  g_autofree char *said = spz_promise_dup_said (self->programme, pilot);
  g_autoptr (GPtrArray) messages = NULL;
  g_autofree char *sentence = NULL;

  g_assert_cmpuint (spz_record_list_get_size (promises), ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (spz_promise_get_state (self->programme, spz_record_list_get (promises, i)), ==, SPZ_PROMISE_KEPT);
  g_assert_cmpstr (said, ==, "H2 2021");

  /* Three quarters later it is not what was said */
  g_assert_true (spz_programme_set (self->programme, phase, NULL, "start", spz_date_new (2022, 4, 1),
                                    "end", spz_date_new (2022, 12, 31), NULL));
  g_assert_cmpint (spz_promise_get_state (self->programme, pilot), ==, SPZ_PROMISE_CONTRADICTED);
  sentence = spz_promise_describe (self->programme, pilot);
  assert_has (sentence, "H2 2021", TRUE);
  assert_has (sentence, "Q2 2022", TRUE);
  messages = spz_programme_check (self->programme, NULL);
  g_assert_cmpuint (messages->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (messages, 0), ==, sentence);

  g_assert_true (spz_programme_remove (self->programme, phase, NULL));
  g_assert_cmpint (spz_promise_get_state (self->programme, pilot), ==, SPZ_PROMISE_GONE);
  g_assert_true (spz_programme_undo (self->programme, NULL));
  g_assert_cmpint (spz_promise_get_state (self->programme, pilot), ==, SPZ_PROMISE_CONTRADICTED);

  /* A work order that is not done in time */
  set_today (self, spz_date_new (2021, 3, 1));
  g_assert_cmpint (spz_promise_get_state (self->programme, spz_record_list_get (promises, 1)), ==, SPZ_PROMISE_CONTRADICTED);
}

/* What the real text says of periods, and what it is said of */
static void
test_proposals (Fixture       *self,
                gconstpointer  data)
{
  SpzPoint *point = find_point (self, "Zielsetzung ist, im 2. Halbjahr");
  g_autoptr (GPtrArray) proposals = spz_point_propose_promises (self->programme, point);
  SpzPromiseProposal *proposal;

  g_assert_cmpuint (proposals->len, ==, 1);
  proposal = g_ptr_array_index (proposals, 0);
  g_assert_cmpstr (proposal->words, ==, "im 2. Halbjahr 2021");
  g_assert_cmpint (proposal->earliest, ==, spz_date_new (2021, 7, 1));
  g_assert_cmpint (proposal->latest, ==, spz_date_new (2021, 12, 31));
  g_assert_cmpint (proposal->event, ==, SPZ_PROMISE_START);
  g_assert_nonnull (proposal->subject);
}

/* 613 = 483 + 92 + 38; with 93 it is the 93 */
static void
test_arithmetic (Fixture       *self,
                 gconstpointer  data)
{
  SpzFigure *total = spz_figure_find (self->programme, "faehig");
  SpzFigure *second = spz_figure_find (self->programme, "tranche2");
  SpzFigureValue *value = spz_figure_get_value (self->programme, second, FEBRUARY);
  g_autofree char *arithmetic = spz_figure_format_arithmetic (self->programme, total, FEBRUARY);
  g_autoptr (GError) error = NULL;
  double expected;

  g_assert_cmpstr (arithmetic, ==, "483 + 92 + 38 = 613");
  g_assert_true (spz_figure_check (self->programme, total, FEBRUARY, NULL));

  g_assert_true (spz_programme_set (self->programme, value, NULL, "value", 93.0, NULL));
  g_assert_false (spz_figure_check (self->programme, total, FEBRUARY, &error));
  assert_has (error->message, "“Zweite Tranche”", TRUE);
  assert_has (error->message, "93", TRUE);
  assert_has (error->message, "92", TRUE);
  g_assert_true (spz_figure_find_culprit (self->programme, total, FEBRUARY, &expected) == second);
  g_assert_cmpfloat (expected, ==, 92);

  /* The other way round it is the sum */
  g_assert_true (spz_programme_undo (self->programme, NULL));
  value = spz_figure_get_value (self->programme, total, FEBRUARY);
  g_assert_true (spz_programme_set (self->programme, value, NULL, "value", 631.0, NULL));
  g_assert_true (spz_figure_find_culprit (self->programme, total, FEBRUARY, &expected) == total);
  g_assert_cmpfloat (expected, ==, 613);
}

static void
test_mentions (Fixture       *self,
               gconstpointer  data)
{
  static const struct
  {
    const char *text;
    const char *expanded;
  } cases[] = {
    { "**{faehig}** von allen", "**613** von allen" },
    { "{anteil}, {#anteil}", "42.3\302\240%, 42.3" },
    { "\\{faehig} {unbekannt} {", "\\{faehig} {unbekannt} {" },
    { "{faehig", "{faehig" },
    { "{{faehig}}", "{613}" },
    { "", "" },
  };
  SpzFigure *total = spz_figure_find (self->programme, "faehig");
  g_autofree char *hidden = NULL;
  g_autofree char *paper = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *expanded = spz_figures_expand (self->programme, cases[i].text, FEBRUARY, SPZ_AUDIENCE_PUBLIC);

      g_assert_cmpstr (expanded, ==, cases[i].expanded);
    }

  set_text (self, find_point (self, "Insgesamt sind derzeit"), "Es sind {faehig}.");
  spz_programme_set (self->programme, total, NULL, "audience", SPZ_AUDIENCE_INTERNAL, NULL);
  hidden = spz_figures_expand (self->programme, "Es sind {faehig}.", FEBRUARY, SPZ_AUDIENCE_PUBLIC);
  assert_has (hidden, "613", FALSE);
  assert_has (hidden, "…", TRUE);
  paper = compose (self, get_briefing (self), SPZ_AUDIENCE_PUBLIC);
  assert_has (paper, "613", FALSE);
}

static void
test_archive (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (GArray) hits = NULL;
  g_autoptr (GArray) nothing = NULL;
  const SpzDeliveryHit *hit;

  deliver (self, get_briefing (self), SPZ_AUDIENCE_INTERNAL);
  hits = spz_deliveries_search (self->programme, "pilotbereiche einfuhrung");
  g_assert_cmpuint (hits->len, ==, 2);
  hit = &g_array_index (hits, SpzDeliveryHit, 1);
  assert_has (hit->line->title, "im 2. Halbjahr 2021", TRUE);
  g_assert_cmpstr (hit->delivery->body_title, ==, COMMITTEE_NAME);
  g_assert_cmpint (spz_delivery_get_date (hit->delivery), ==, FEBRUARY);

  nothing = spz_deliveries_search (self->programme, "Kettenkarussell");
  g_assert_cmpuint (nothing->len, ==, 0);
}

static void
test_speaking_time (Fixture       *self,
                    gconstpointer  data)
{
  SpzBriefing *briefing = get_briefing (self);
  g_autoptr (SpzDocument) document = spz_compose_briefing (self->programme, briefing, SPZ_AUDIENCE_PUBLIC, SPZ_COMPOSE_DEFAULT);
  guint words = spz_document_get_words (document);
  gboolean learnt = TRUE;

  /* Some 820 words as written; numbers and abbreviations make them more */
  g_assert_cmpuint (words, >, 820);
  g_assert_cmpuint (words, <, 1200);
  g_assert_cmpfloat (spz_speaker_get_pace (self->programme, briefing->speaker, &learnt), ==, 120);
  g_assert_false (learnt);
  g_assert_cmpuint (spz_speaking_time (self->programme, briefing->speaker, 240), ==, 120);

  /* The median: one hurried time doesn't count */
  g_assert_cmpint (spz_rehearsal_add (self->programme, briefing, 1000, 600, NULL), >, 0);
  g_assert_cmpint (spz_rehearsal_add (self->programme, briefing, 1000, 200, NULL), >, 0);
  g_assert_cmpint (spz_rehearsal_add (self->programme, briefing, 990, 600, NULL), >, 0);
  g_assert_cmpfloat (spz_speaker_get_pace (self->programme, briefing->speaker, &learnt), ==, 100);
  g_assert_true (learnt);
  g_assert_cmpfloat (spz_speaker_get_pace (self->programme, "jemand anders", NULL), ==, 120);
}

/* Whatever is done afterwards, what was delivered is as it was; and all of it
 * can be undone. */
static void
test_random (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20210208);
  SpzDelivery *delivery = deliver (self, get_briefing (self), SPZ_AUDIENCE_INTERNAL);
  gint64 id = get_id (delivery);
  g_autofree char *kept = g_strdup (delivery->document);
  guint n_refused = 0;

  for (guint i = 0; i < 600; i++)
    {
      static GType (* const types[]) (void) = {
        spz_point_get_type, spz_block_get_type, spz_briefing_get_type, spz_delivery_get_type,
        spz_delivery_line_get_type, spz_figure_value_get_type, spz_phase_get_type, spz_action_field_get_type,
        spz_meeting_get_type, spz_promise_get_type, spz_omission_get_type,
      };
      SpzRecordList *list = spz_programme_get_list (self->programme,
                                                    types[g_rand_int_range (random, 0, G_N_ELEMENTS (types))] ());
      guint n = spz_record_list_get_size (list);
      gpointer record = n > 0 ? spz_record_list_get (list, (guint) g_rand_int_range (random, 0, (gint32) n)) : NULL;
      gboolean done = TRUE;

      if (record == NULL)
        continue;

      switch (g_rand_int_range (random, 0, 6))
        {
        case 0:
          done = spz_programme_remove (self->programme, record, NULL);
          break;
        case 1:
          if (strcmp (spz_programme_get_undo_label (self->programme), "Briefing delivered") != 0)
            done = spz_programme_undo (self->programme, NULL);
          break;
        case 2:
          if (spz_programme_get_redo_label (self->programme) != NULL)
            done = spz_programme_redo (self->programme, NULL);
          break;
        default:
          if (g_object_class_find_property (G_OBJECT_GET_CLASS (record), "title") != NULL)
            done = spz_programme_set (self->programme, record, NULL, "title", "umgeschrieben", NULL);
          break;
        }
      n_refused += !done;

      delivery = spz_programme_lookup (self->programme, SPZ_TYPE_DELIVERY, id);
      g_assert_nonnull (delivery);
      g_assert_cmpstr (delivery->document, ==, kept);
      g_assert_true (spz_delivery_check (self->programme, delivery, NULL));
    }

  g_assert_cmpuint (n_refused, >, 20);
  while (spz_programme_get_undo_label (self->programme) != NULL)
    g_assert_true (spz_programme_undo (self->programme, NULL));
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_DELIVERY), ==, 0);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_POINT), ==, 40);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_TEST ("deliver", test_deliver);
  ADD_TEST ("guard", test_guard);
  ADD_TEST ("supersede", test_supersede);
  ADD_TEST ("next", test_next);
  ADD_TEST ("changes", test_changes);
  ADD_TEST ("changes-leak-nothing", test_changes_leak_nothing);
  ADD_TEST ("delivered-changes", test_delivered_changes);
  ADD_TEST ("omissions", test_omissions);
  ADD_TEST ("promises", test_promises);
  ADD_TEST ("proposals", test_proposals);
  ADD_TEST ("arithmetic", test_arithmetic);
  ADD_TEST ("mentions", test_mentions);
  ADD_TEST ("archive", test_archive);
  ADD_TEST ("speaking-time", test_speaking_time);
  ADD_TEST ("random", test_random);

  return g_test_run ();
}
