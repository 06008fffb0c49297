/* bench-preview.c: typing in a long briefing beside its pages
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Types into the middle of a briefing of 500 points, most of which were
 * delivered before, so that each of them has a mark. First with a pause after
 * each letter: how long it takes until the pages beside it were painted anew.
 * Then as fast as anybody types: how long a letter takes to its own frame while
 * the pages follow.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <time.h>

#include "bench-tools.h"
#include "spz-app-fixture.h"
#include "spz-briefing-editor.h"
#include "spz-delivery.h"
#include "spz-page-tools.h"
#include "spz-preview.h"

#define N_POINTS    500u
#define N_KEYS      120u
#define PREVIEW_AIM 100.0
#define FRAME_AIM   16.0

/* In milliseconds */
#define PAUSE       "350"
#define FAST        "40"

typedef struct
{
  double  at;       /* in milliseconds; 0 if no key waits */
  double  work_at;
  GArray *times;
  GArray *work;     /* processor time, which other work on the machine disturbs little */
} Waiting;

typedef struct
{
  Waiting  frame;      /* the first key whose frame was not painted yet */
  Waiting  preview;    /* the first key the pages do not show yet */
  gboolean laid_out;
} Bench;

static double
get_time (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);

  return time.tv_sec * 1000.0 + time.tv_nsec / 1000000.0;
}

static void
waiting_start (Waiting   *self,
               clockid_t  work)
{
  if (self->at != 0)
    return;

  self->at = get_time (CLOCK_MONOTONIC);
  self->work_at = get_time (work);
}

static void
waiting_end (Waiting   *self,
             clockid_t  work)
{
  double time = get_time (CLOCK_MONOTONIC) - self->at;
  double worked = get_time (work) - self->work_at;

  if (self->at == 0)
    return;

  g_array_append_val (self->times, time);
  g_array_append_val (self->work, worked);
  self->at = 0;
}

static void
waiting_reset (Waiting *self)
{
  g_clear_pointer (&self->times, g_array_unref);
  g_clear_pointer (&self->work, g_array_unref);
  self->times = g_array_new (FALSE, FALSE, sizeof (double));
  self->work = g_array_new (FALSE, FALSE, sizeof (double));
}

static gboolean
key_pressed_cb (Bench *bench)
{
  /* The pages are laid out in another thread */
  waiting_start (&bench->frame, CLOCK_THREAD_CPUTIME_ID);
  waiting_start (&bench->preview, CLOCK_PROCESS_CPUTIME_ID);

  return GDK_EVENT_PROPAGATE;
}

static void
laid_out_cb (Bench *bench)
{
  bench->laid_out = TRUE;
}

static void
painted_cb (GdkFrameClock *clock,
            Bench         *bench)
{
  waiting_end (&bench->frame, CLOCK_THREAD_CPUTIME_ID);
  if (bench->laid_out)
    waiting_end (&bench->preview, CLOCK_PROCESS_CPUTIME_ID);
  bench->laid_out = FALSE;
}

static void
fill (SpzProgramme *programme,
      gint64        field)
{
  g_autoptr (GError) error = NULL;
  gint64 parents[4] = { 0 };

  spz_programme_begin (programme, "Fill", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_POINTS; i++)
    {
      guint level = i % 7 == 0 ? 1 : i % 7 < 4 ? 2 : 3;
      g_autofree char *text =
        g_strdup_printf ("Punkt %u: Die **Ausschreibung** des Dokumentenmanagementsystems läuft seit dem "
                         "%u. Februar, der *Zuschlag* wird im Sommer erwartet.", i + 1, i % 28 + 1);

      parents[level] = spz_programme_add (programme, SPZ_TYPE_POINT, &error,
                                          "action-field", field,
                                          "parent", level > 1 ? parents[level - 1] : (gint64) 0,
                                          "title", text,
                                          NULL);
      g_assert_no_error (error);
    }
  spz_programme_commit (programme, &error);
  g_assert_no_error (error);
}

static SpzBriefing *
add_briefing (SpzProgramme *programme,
              gint64        field,
              gint64        predecessor)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  spz_programme_begin (programme, "Briefing", &error);
  id = spz_programme_add (programme, SPZ_TYPE_BRIEFING, &error,
                          "title", "Sprechzettel", "speaker", "StK Märtens", "predecessor", predecessor, NULL);
  spz_programme_add (programme, SPZ_TYPE_BLOCK, &error,
                     "briefing", id, "kind", SPZ_BLOCK_ACTION_FIELD, "action-field", field, NULL);
  spz_programme_commit (programme, &error);
  g_assert_no_error (error);

  return spz_programme_lookup (programme, SPZ_TYPE_BRIEFING, id);
}

/* One that follows on what was delivered */
static SpzBriefing *
add_next_briefing (SpzProgramme *programme,
                   gint64        field)
{
  const SpzDeliveryTerms terms = { .recipient = "Ausschuss", .date = spz_date_new (2021, 2, 8) };
  g_autoptr (GError) error = NULL;
  SpzBriefing *former = add_briefing (programme, field, 0);

  spz_briefing_deliver (programme, former, &terms, &error);
  g_assert_no_error (error);

  return add_briefing (programme, field, spz_record_get_id (SPZ_RECORD (former)));
}

static void
typed_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
type (Bench      *bench,
      const char *delay)
{
  g_autoptr (GSubprocess) xdotool = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean over = FALSE;

  while (text->len < N_KEYS)
    g_string_append (text, "und die Vorbereitung der E-Akte folgt ");
  g_string_truncate (text, N_KEYS);

  waiting_reset (&bench->frame);
  waiting_reset (&bench->preview);
  xdotool = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "xdotool", "type", "--delay", delay, text->str, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_async (xdotool, NULL, typed_cb, &over);

  while (!over)
    g_main_context_iteration (NULL, TRUE);
  spz_app_settle ();
}

static void
print (const char *what,
       Waiting    *waiting,
       double      aim)
{
  if (waiting->times->len == 0)
    g_error ("%s: nothing was painted", what);

  g_print ("preview: %s, %u times: median %.1f ms, p99 %.1f ms (aim: under %.0f)\n", what, waiting->times->len,
           bench_get_quantile (waiting->times, 0.5), bench_get_quantile (waiting->times, 0.99), aim);
  g_print ("preview: of that, work: median %.1f ms, p99 %.1f ms\n",
           bench_get_quantile (waiting->work, 0.5), bench_get_quantile (waiting->work, 0.99));
}

static void
watch (Bench         *bench,
       SpzAppFixture *fixture,
       SpzPreview    *preview)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), bench);
  gtk_widget_add_controller (GTK_WIDGET (fixture->window), keys);
  g_signal_connect_swapped (preview, "laid-out", G_CALLBACK (laid_out_cb), bench);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (fixture->window)), "after-paint",
                    G_CALLBACK (painted_cb), bench);
}

int
main (int   argc,
      char *argv[])
{
  SpzAppFixture fixture = { NULL };
  Bench bench = { 0 };
  SpzBriefingEditor *editor;
  SpzBriefing *briefing;
  SpzPoint *point;
  gint64 field;

  spz_app_test_init (&argc, &argv);
  spz_app_fixture_set_up (&fixture, NULL);
  field = spz_record_get_id (spz_tool_record (&fixture, SPZ_TYPE_ACTION_FIELD, 0));
  fill (fixture.programme, field);
  briefing = add_next_briefing (fixture.programme, field);

  /* A blinking caret has frames of its own, sixty a second, and a key would
   * wait for the next of them */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);

  editor = spz_tool_find (spz_tool_show (&fixture, "briefings"), SPZ_TYPE_BRIEFING_EDITOR, 0);
  spz_briefing_editor_set_briefing (editor, fixture.programme, briefing);
  spz_app_settle ();
  point = spz_tool_record (&fixture, SPZ_TYPE_POINT, N_POINTS / 2);
  g_assert_true (spz_briefing_editor_reveal (editor, "point", spz_record_get_id (SPZ_RECORD (point))));
  spz_app_settle ();
  watch (&bench, &fixture, spz_tool_find (editor, SPZ_TYPE_PREVIEW, 0));

  type (&bench, PAUSE);
  print ("key to painted pages, 500 points", &bench.preview, PREVIEW_AIM);
  type (&bench, FAST);
  print ("key to its frame while the pages follow", &bench.frame, FRAME_AIM);
  g_print ("preview: meanwhile the pages were painted %u times for %u keys\n", bench.preview.times->len, N_KEYS);

  g_array_unref (bench.frame.times);
  g_array_unref (bench.frame.work);
  g_array_unref (bench.preview.times);
  g_array_unref (bench.preview.work);
  spz_app_fixture_tear_down (&fixture, NULL);

  return EXIT_SUCCESS;
}
