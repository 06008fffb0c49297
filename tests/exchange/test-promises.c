/* test-promises.c: writing down what was said of the plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "spz-apply-fixture.h"
#include "spz-delivery.h"
#include "spz-error.h"
#include "spz-figure-texts.h"
#include "spz-figures.h"
#include "spz-promises.h"

#define ADD_TEST(path, function) \
  g_test_add ("/promises/" path, Fixture, GINT_TO_POINTER (TRUE), apply_fixture_set_up, function, apply_fixture_tear_down)

#define FEBRUARY (spz_date_new (2021, 2, 8))

static void
test_periods (void)
{
  static const struct
  {
    const char *text;
    const char *earliest;  /* "" for an open end, NULL if it is no period */
    const char *latest;
  } cases[] = {
    { "2. Halbjahr 2021", "2021-07-01", "2021-12-31" },
    { "im 2. Halbjahr 2021", "2021-07-01", "2021-12-31" },
    { "H2 2021", "2021-07-01", "2021-12-31" },
    { "Q3 2021", "2021-07-01", "2021-09-30" },
    { " 31.12.2021 ", "2021-12-31", "2021-12-31" },
    { "bis 31.12.2021", "", "2021-12-31" },
    { "until Q3 2021", "", "2021-09-30" },
    { "ab Q3 2021", "2021-07-01", "" },
    { "from Q3 2021", "2021-07-01", "" },
    { "Q3 2021 – Q1 2022", "2021-07-01", "2022-03-31" },
    { "frühestens Q3 2021", "2021-07-01", "" },
    { "wohl nicht Q3 2021", NULL, NULL },
    { "bald", NULL, NULL },
    { "", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SpzDate earliest = SPZ_DATE_NONE, latest = SPZ_DATE_NONE;
      gboolean read = spz_promise_parse_period (cases[i].text, FEBRUARY, &earliest, &latest);
      g_autofree char *first = spz_date_to_iso (earliest);
      g_autofree char *last = spz_date_to_iso (latest);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (read, ==, cases[i].earliest != NULL);
      if (!read)
        continue;
      g_assert_cmpstr (first != NULL ? first : "", ==, cases[i].earliest);
      g_assert_cmpstr (last != NULL ? last : "", ==, cases[i].latest);
    }
}

/* What is shown as said is read back as the same. */
static void
test_change (Fixture       *self,
             gconstpointer  data)
{
  SpzRecordList *promises = spz_programme_get_list (self->programme, SPZ_TYPE_PROMISE);
  g_autoptr (GError) error = NULL;
  SpzPromise *pilot = spz_record_list_get (promises, 0);
  SpzDate latest = pilot->latest;

  for (guint i = 0; i < spz_record_list_get_size (promises); i++)
    {
      SpzPromise *promise = spz_record_list_get (promises, i);
      g_autofree char *before = spz_promise_dup_said (self->programme, promise);
      g_autofree char *label = g_strdup (spz_programme_get_undo_label (self->programme));

      g_assert_true (spz_promise_change (self->programme, promise, promise->event, before, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (spz_programme_get_undo_label (self->programme), ==, label);
    }

  g_assert_false (spz_promise_change (self->programme, pilot, pilot->event, "bald", &error));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  g_clear_error (&error);

  /* One step, undone by one */
  g_assert_true (spz_promise_change (self->programme, pilot, SPZ_PROMISE_END, "bis 30.6.2021", &error));
  g_assert_cmpint (pilot->earliest, ==, SPZ_DATE_NONE);
  g_assert_cmpint (pilot->latest, ==, spz_date_new (2021, 6, 30));
  g_assert_cmpint (pilot->event, ==, SPZ_PROMISE_END);
  g_assert_cmpint (spz_promise_get_state (self->programme, pilot), ==, SPZ_PROMISE_CONTRADICTED);
  g_assert_true (spz_programme_undo (self->programme, NULL));
  g_assert_cmpint (pilot->latest, ==, latest);
}

/* What is linked as it is planned is kept, whatever it is. */
static void
test_as_planned (Fixture       *self,
                 gconstpointer  data)
{
  const GType types[] = { SPZ_TYPE_PHASE, SPZ_TYPE_MILESTONE, SPZ_TYPE_FIGURE };
  SpzPoint *point = apply_fixture_get (self, SPZ_TYPE_POINT, 0);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    for (guint j = 0; j < apply_fixture_count (self, types[i]); j++)
      {
        SpzRecord *subject = apply_fixture_get (self, types[i], j);
        g_autoptr (GError) error = NULL;
        gint64 id = spz_promise_add_as_planned (self->programme, point, subject, &error);
        SpzPromise *promise = spz_programme_lookup (self->programme, SPZ_TYPE_PROMISE, id);
        SpzPhase *phase = SPZ_IS_PHASE (subject) ? SPZ_PHASE (subject) : NULL;

        g_assert_no_error (error);
        g_assert_true (spz_promise_get_subject (self->programme, promise) == subject);
        /* Unless it should have been done by now */
        if (phase == NULL || phase->end > FEBRUARY)
          g_assert_cmpint (spz_promise_get_state (self->programme, promise), ==, SPZ_PROMISE_KEPT);
      }
}

/* What a change of the plan breaks is told with the day it was said. */
static void
test_new_break (Fixture       *self,
                gconstpointer  data)
{
  SpzPromise *pilot = apply_fixture_get (self, SPZ_TYPE_PROMISE, 0);
  SpzPhase *phase = spz_promise_get_subject (self->programme, pilot);
  const SpzDeliveryTerms terms = { .recipient = "Rat" };
  g_autoptr (GPtrArray) before = spz_promises_find_broken (self->programme);
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpint (spz_briefing_deliver (self->programme, apply_fixture_get (self, SPZ_TYPE_BRIEFING, 0), &terms, NULL), >, 0);
  g_assert_cmpint (spz_promise_get_spoken (self->programme, pilot), ==, FEBRUARY);
  g_assert_null (spz_promises_describe_new_break (self->programme, before));
  g_assert_true (spz_programme_set (self->programme, phase, NULL, "start", spz_date_new (2022, 4, 1),
                                    "end", spz_date_new (2022, 12, 31), NULL));
  text = spz_promises_describe_new_break (self->programme, before);
  g_assert_cmpstr (text, ==, "Contradicts the promise of 8 February 2021: H2 2021");

  /* It is told once */
  after = spz_promises_find_broken (self->programme);
  g_assert_null (spz_promises_describe_new_break (self->programme, after));
}

static void
test_value (Fixture       *self,
            gconstpointer  data)
{
  SpzPoint *point = apply_fixture_get (self, SPZ_TYPE_POINT, 0);
  SpzFigure *share = spz_figure_find (self->programme, "anteil");
  gint64 id = spz_promise_add_as_planned (self->programme, point, share, NULL);
  SpzPromise *promise = spz_programme_lookup (self->programme, SPZ_TYPE_PROMISE, id);
  g_autofree char *said = spz_promise_dup_said (self->programme, promise);

  g_assert_nonnull (strstr (said, "42.3"));
  g_assert_true (spz_promise_change (self->programme, promise, promise->event, "51.0 %", NULL));
  g_assert_cmpfloat (promise->value, ==, 51);
  g_assert_cmpint (spz_promise_get_state (self->programme, promise), ==, SPZ_PROMISE_CONTRADICTED);
  g_assert_false (spz_promise_change (self->programme, promise, promise->event, "viele", NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/promises/periods", test_periods);
  ADD_TEST ("change", test_change);
  ADD_TEST ("as-planned", test_as_planned);
  ADD_TEST ("new-break", test_new_break);
  ADD_TEST ("value", test_value);

  return g_test_run ();
}
