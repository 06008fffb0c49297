/* test-delivery.c: what is looked at before a briefing is delivered, and delivering it
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "spz-apply-fixture.h"
#include "spz-briefing-review.h"
#include "spz-briefings.h"
#include "spz-composer.h"
#include "spz-delivery.h"
#include "spz-error.h"
#include "spz-figure-texts.h"
#include "spz-figures.h"
#include "spz-markdown.h"
#include "spz-promises.h"

#define ADD_TEST(path, function) \
  g_test_add ("/delivery/" path, Fixture, GINT_TO_POINTER (TRUE), apply_fixture_set_up, function, apply_fixture_tear_down)

#define COMMITTEE_NAME "Ausschuss für Finanzen und Digitalisierung"
#define FEBRUARY (spz_date_new (2021, 2, 8))

static SpzBriefing *
get_briefing (Fixture *self)
{
  return apply_fixture_get (self, SPZ_TYPE_BRIEFING, 0);
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

static void
set (Fixture    *self,
     gpointer    record,
     const char *text)
{
  g_autoptr (GError) error = NULL;

  spz_programme_set (self->programme, record, &error, "title", text, NULL);
  g_assert_no_error (error);
}

/* How many items there are of a kind; the last of them in @found, if wanted */
static guint
count_items (Fixture        *self,
             SpzReviewKind   kind,
             SpzAudience     audience,
             gpointer       *record,
             char          **text)
{
  g_autoptr (GPtrArray) items = spz_briefing_review (self->programme, get_briefing (self), audience);
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const SpzReviewItem *item = g_ptr_array_index (items, i);

      if (item->kind != kind)
        continue;
      n++;
      g_assert_nonnull (item->record);
      g_assert_cmpstr (item->text, !=, "");
      if (record != NULL)
        *record = item->record;
      if (text != NULL)
        {
          g_free (*text);
          *text = g_strdup (item->text);
        }
    }

  return n;
}

/* The real briefing has nothing to be filled in, and what breaks is found. */
static void
test_review (Fixture       *self,
             gconstpointer  data)
{
  SpzPromise *promise = apply_fixture_get (self, SPZ_TYPE_PROMISE, 0);
  SpzPhase *phase = spz_promise_get_subject (self->programme, promise);
  SpzFigure *second = spz_figure_find (self->programme, "tranche2");
  g_autofree char *text = NULL;
  gpointer record = NULL;

  for (int kind = SPZ_REVIEW_PROMISE; kind <= SPZ_REVIEW_GAP; kind++)
    g_assert_cmpuint (count_items (self, (SpzReviewKind) kind, SPZ_AUDIENCE_PUBLIC, NULL, &text), ==, 0);

  g_assert_true (spz_programme_set (self->programme, phase, NULL, "start", spz_date_new (2022, 4, 1),
                                    "end", spz_date_new (2022, 12, 31), NULL));
  g_assert_cmpuint (count_items (self, SPZ_REVIEW_PROMISE, SPZ_AUDIENCE_PUBLIC, &record, &text), ==, 1);
  g_assert_true (record == spz_programme_lookup (self->programme, SPZ_TYPE_POINT, promise->point));
  g_assert_nonnull (strstr (text, "H2 2021"));
  g_assert_nonnull (strstr (text, "Q2 2022"));

  g_assert_true (spz_programme_set (self->programme, spz_figure_get_value (self->programme, second, FEBRUARY), NULL,
                                    "value", 93.0, NULL));
  g_assert_cmpuint (count_items (self, SPZ_REVIEW_FIGURE, SPZ_AUDIENCE_PUBLIC, NULL, &text), >=, 1);
  g_assert_nonnull (strstr (text, "93"));
}

static void
test_gaps (Fixture       *self,
           gconstpointer  data)
{
  static const struct
  {
    const char *text;
    guint       n;
  } cases[] = {
    { "Am XX.XX.2021 ist Start.", 1 },
    { "Es sind ??? Anträge.", 1 },
    { "Die Stelle besetzt ____.", 1 },
    { "Es sind {unbekannt} Anträge.", 1 },
    { "Es sind {faehig} Anträge.", 0 },
    { "Start im […] Quartal", 1 },
    { "  ", 1 },
    { "Ist das sicher? Ja.", 0 },
    { "Die MAXXI-Karte, siehe [Anlage].", 0 },
  };
  SpzPoint *point = find_point (self, "rund weitere 108");
  gpointer record = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set (self, point, cases[i].text);
      record = NULL;
      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (count_items (self, SPZ_REVIEW_GAP, SPZ_AUDIENCE_PUBLIC, &record, NULL), ==, cases[i].n);
      g_assert_true (cases[i].n == 0 || record == point);
    }

  /* What the audience will not see has no gaps for it. */
  set (self, point, "Es sind ??? Anträge.");
  g_assert_true (spz_programme_set (self->programme, point, NULL, "audience", SPZ_AUDIENCE_INTERNAL, NULL));
  g_assert_cmpuint (count_items (self, SPZ_REVIEW_GAP, SPZ_AUDIENCE_PUBLIC, NULL, NULL), ==, 0);
  g_assert_cmpuint (count_items (self, SPZ_REVIEW_GAP, SPZ_AUDIENCE_INTERNAL, NULL, NULL), ==, 1);
  g_assert_cmpuint (count_items (self, SPZ_REVIEW_HIDDEN, SPZ_AUDIENCE_PUBLIC, &record, NULL), ==, 1);
  g_assert_cmpuint (count_items (self, SPZ_REVIEW_HIDDEN, SPZ_AUDIENCE_INTERNAL, NULL, NULL), ==, 0);
}

static void
test_time (Fixture       *self,
           gconstpointer  data)
{
  SpzAgendaItem *item = spz_programme_lookup (self->programme, SPZ_TYPE_AGENDA_ITEM,
                                              get_briefing (self)->agenda_item);
  g_autofree char *text = NULL;

  g_assert_nonnull (item);
  g_assert_true (spz_programme_set (self->programme, item, NULL, "minutes", (gint64) 0, NULL));
  g_assert_cmpuint (count_items (self, SPZ_REVIEW_TIME, SPZ_AUDIENCE_PUBLIC, NULL, NULL), ==, 0);
  g_assert_true (spz_programme_set (self->programme, item, NULL, "minutes", (gint64) 60, NULL));
  g_assert_cmpuint (count_items (self, SPZ_REVIEW_TIME, SPZ_AUDIENCE_PUBLIC, NULL, NULL), ==, 0);
  g_assert_true (spz_programme_set (self->programme, item, NULL, "minutes", (gint64) 3, NULL));
  g_assert_cmpuint (count_items (self, SPZ_REVIEW_TIME, SPZ_AUDIENCE_PUBLIC, NULL, &text), ==, 1);
  g_assert_nonnull (strstr (text, "3"));
}

/* That it was delivered is said by its delivery and by nobody else. */
static void
test_state (Fixture       *self,
            gconstpointer  data)
{
  const SpzDeliveryTerms terms = { .recipient = COMMITTEE_NAME, .date = spz_date_new (2021, 2, 9) };
  SpzBriefing *briefing = get_briefing (self);
  g_autoptr (GError) error = NULL;
  SpzDelivery *delivery;
  gint64 id;

  g_assert_false (spz_programme_set (self->programme, briefing, &error, "state", SPZ_BRIEFING_DELIVERED, NULL));
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (spz_programme_add (self->programme, SPZ_TYPE_BRIEFING, &error, "title", "Neu",
                                      "state", SPZ_BRIEFING_DELIVERED, NULL), ==, 0);
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (spz_programme_set (self->programme, briefing, NULL, "state", SPZ_BRIEFING_READY, NULL));

  id = spz_briefing_deliver (self->programme, briefing, &terms, &error);
  g_assert_no_error (error);
  delivery = spz_programme_lookup (self->programme, SPZ_TYPE_DELIVERY, id);
  g_assert_cmpint (briefing->state, ==, SPZ_BRIEFING_DELIVERED);
  g_assert_cmpint (spz_delivery_get_date (delivery), ==, terms.date);
  g_assert_true (spz_programme_undo (self->programme, NULL));
  g_assert_cmpint (briefing->state, ==, SPZ_BRIEFING_READY);
  g_assert_true (spz_programme_redo (self->programme, NULL));
  g_assert_cmpint (briefing->state, ==, SPZ_BRIEFING_DELIVERED);
}

static GBytes *
render_pdf (Fixture       *self,
            SpzAudience    audience,
            SpzPageLayout  layout)
{
  g_autoptr (SpzDocument) document = spz_compose_paper (self->programme, get_briefing (self), audience,
                                                        spz_page_layout_get_flags (layout));
  g_autoptr (GError) error = NULL;
  SpzPageSetup setup;
  GBytes *pdf;

  spz_page_setup_init (&setup, layout);
  pdf = spz_pdf_render (document, &setup, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return pdf;
}

static char *
render_markdown (Fixture     *self,
                 SpzAudience  audience)
{
  g_autoptr (SpzDocument) document = spz_compose_paper (self->programme, get_briefing (self), audience,
                                                        SPZ_COMPOSE_DEFAULT);

  return spz_markdown_render (document);
}

static void
assert_told (Fixture     *self,
             SpzAudience  audience,
             const char  *words,
             gboolean     is_told)
{
  g_autofree char *text = render_markdown (self, audience);

  g_assert_cmpint (strstr (text, words) != NULL, ==, is_told);
}

/* To whom it was delivered gets what was kept, byte for byte; others get what they
 * may see of it, and nobody what it was never told. */
static void
test_kept (Fixture       *self,
           gconstpointer  data)
{
  const SpzDeliveryTerms terms = { .recipient = COMMITTEE_NAME, .audience = SPZ_AUDIENCE_COMMITTEE };
  SpzPoint *point = find_point (self, "rund weitere 108");
  SpzPoint *other = find_point (self, "Lernkurve");
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GBytes) notes = NULL;
  g_autoptr (GBytes) filtered = NULL;
  g_autofree char *markdown = NULL;
  g_autoptr (GError) error = NULL;
  SpzDelivery *delivery;
  gint64 id;

  spz_programme_set (self->programme, other, &error, "audience", SPZ_AUDIENCE_COMMITTEE, NULL);
  g_assert_no_error (error);
  id = spz_briefing_deliver (self->programme, get_briefing (self), &terms, &error);
  g_assert_no_error (error);
  delivery = spz_programme_lookup (self->programme, SPZ_TYPE_DELIVERY, id);
  set (self, point, "Danach geschrieben");

  kept = render_pdf (self, SPZ_AUDIENCE_COMMITTEE, SPZ_PAGE_LAYOUT_HANDOUT);
  g_assert_true (g_bytes_equal (kept, delivery->pdf));
  notes = render_pdf (self, SPZ_AUDIENCE_COMMITTEE, SPZ_PAGE_LAYOUT_NOTES);
  g_assert_false (g_bytes_equal (notes, delivery->pdf));
  markdown = render_markdown (self, SPZ_AUDIENCE_COMMITTEE);
  g_assert_cmpstr (markdown, ==, delivery->document);

  for (int i = SPZ_AUDIENCE_PUBLIC; i <= SPZ_AUDIENCE_INTERNAL; i++)
    {
      assert_told (self, (SpzAudience) i, "rund weitere 108", TRUE);
      assert_told (self, (SpzAudience) i, "Danach geschrieben", FALSE);
      assert_told (self, (SpzAudience) i, "Lernkurve", i >= SPZ_AUDIENCE_COMMITTEE);
    }

  /* It shouldn't have been told: then what was kept isn't told again */
  spz_programme_set (self->programme, point, &error, "audience", SPZ_AUDIENCE_INTERNAL, NULL);
  g_assert_no_error (error);
  assert_told (self, SPZ_AUDIENCE_COMMITTEE, "rund weitere 108", FALSE);
  filtered = render_pdf (self, SPZ_AUDIENCE_COMMITTEE, SPZ_PAGE_LAYOUT_HANDOUT);
  g_assert_false (g_bytes_equal (filtered, delivery->pdf));
  assert_told (self, SPZ_AUDIENCE_INTERNAL, "rund weitere 108", TRUE);
}

/* Off the main thread */

typedef struct
{
  GMainLoop    *loop;
  GAsyncResult *result;
  double        progress;
} Wait;

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  Wait *wait = user_data;

  g_assert_cmpfloat (fraction, >=, wait->progress);
  wait->progress = fraction;
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Wait *wait = user_data;

  wait->result = g_object_ref (result);
  g_main_loop_quit (wait->loop);
}

static gint64
deliver_async (Fixture       *self,
               GCancellable  *cancellable,
               const char    *meanwhile,
               GError       **error)
{
  const SpzDeliveryTerms terms = { .recipient = COMMITTEE_NAME };
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Wait wait = { loop, NULL, 0 };
  gint64 id;

  spz_briefing_deliver_async (self->programme, get_briefing (self), &terms, progress_cb, &wait,
                              cancellable, done_cb, &wait);
  if (meanwhile != NULL)
    set (self, find_point (self, "rund weitere 108"), meanwhile);
  g_main_loop_run (loop);
  id = spz_briefing_deliver_finish (self->programme, wait.result, error);
  g_object_unref (wait.result);

  return id;
}

static void
test_async (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = deliver_async (self, NULL, NULL, &error);
  SpzDelivery *delivery;

  g_assert_no_error (error);
  delivery = spz_programme_lookup (self->programme, SPZ_TYPE_DELIVERY, id);
  g_assert_true (spz_delivery_check (self->programme, delivery, NULL));
  g_assert_true (g_str_has_prefix (g_bytes_get_data (delivery->pdf, NULL), "%PDF-"));
  g_assert_cmpstr (delivery->recipient, ==, COMMITTEE_NAME);
  g_assert_cmpint (spz_delivery_get_date (delivery), ==, FEBRUARY);
}

static void
test_async_refused (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = apply_fixture_dump_briefing (self);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_cmpint (deliver_async (self, cancellable, NULL, &error), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  after = apply_fixture_dump_briefing (self);
  g_assert_cmpstr (before, ==, after);

  /* What was edited meanwhile is not what the PDF says */
  g_assert_cmpint (deliver_async (self, NULL, "143 weitere Anträge liegen vor.", &error), ==, 0);
  g_assert_error (error, SPZ_ERROR, SPZ_ERROR_INVALID);
  g_assert_cmpuint (apply_fixture_count (self, SPZ_TYPE_DELIVERY), ==, 0);
  g_assert_cmpint (get_briefing (self)->state, ==, SPZ_BRIEFING_DRAFT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_TEST ("review", test_review);
  ADD_TEST ("gaps", test_gaps);
  ADD_TEST ("time", test_time);
  ADD_TEST ("state", test_state);
  ADD_TEST ("kept", test_kept);
  ADD_TEST ("async", test_async);
  ADD_TEST ("async-refused", test_async_refused);

  return g_test_run ();
}
