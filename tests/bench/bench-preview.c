/* bench-preview.c: typing in a long briefing beside its pages
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Types into the middle of a briefing of 500 points, most of which were
 * delivered before, so that each of them has a mark. First with a pause after
 * each letter: how long it takes until the pages beside it were painted anew.
 * Then in one go: how long a letter takes to its own frame while the pages
 * follow.
 */

#include "config.h"

#include <stdlib.h>
#include <time.h>

#include "bench-tools.h"
#include "bench-typing.h"
#include "spz-app-fixture.h"
#include "spz-briefing-editor.h"
#include "spz-delivery.h"
#include "spz-page-tools.h"
#include "spz-preview.h"

#define N_POINTS    500u
#define N_PAUSES    80u
#define N_KEYS      300u
#define PREVIEW_AIM 100.0
#define FRAME_AIM   16.0

/* The first key the pages do not show yet, and what the pages took so far */
typedef struct
{
  double   at;       /* in milliseconds; 0 if no key waits */
  double   work_at;
  gboolean laid_out;
  GArray  *times;
  GArray  *work;     /* processor time of all threads: pages are laid out in another */
} Pages;

static double
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);

  return time.tv_sec * 1000.0 + time.tv_nsec / 1000000.0;
}

static gboolean
key_pressed_cb (GtkEventController *keys,
                guint               keyval,
                guint               keycode,
                GdkModifierType     state,
                Pages              *pages)
{
  if (pages->at > 0)
    return GDK_EVENT_PROPAGATE;

  pages->at = bench_get_key_time (keys);
  pages->work_at = get_work ();

  return GDK_EVENT_PROPAGATE;
}

static void
laid_out_cb (Pages *pages)
{
  pages->laid_out = TRUE;
}

static void
painted_cb (Pages *pages)
{
  double time = g_get_monotonic_time () / 1000.0 - pages->at;
  double work = get_work () - pages->work_at;

  if (!pages->laid_out)
    return;

  pages->laid_out = FALSE;
  if (!(pages->at > 0))
    return;

  g_array_append_val (pages->times, time);
  g_array_append_val (pages->work, work);
  pages->at = 0;
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
watch (Pages         *pages,
       SpzAppFixture *fixture,
       SpzPreview    *preview)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  pages->times = g_array_new (FALSE, FALSE, sizeof (double));
  pages->work = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), pages);
  gtk_widget_add_controller (GTK_WIDGET (fixture->window), keys);
  g_signal_connect_swapped (preview, "laid-out", G_CALLBACK (laid_out_cb), pages);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (fixture->window)), "after-paint",
                            G_CALLBACK (painted_cb), pages);
}

static void
report (Pages *pages)
{
  if (pages->times->len == 0)
    g_error ("No pages were painted");

  g_print ("preview: key to painted pages, %u points, %u times: median %.1f ms, p99 %.1f ms (aim: under %.0f)\n",
           N_POINTS, pages->times->len, bench_get_quantile (pages->times, 0.5),
           bench_get_quantile (pages->times, 0.99), PREVIEW_AIM);
  g_print ("preview: of that, work: median %.1f ms, p99 %.1f ms\n",
           bench_get_quantile (pages->work, 0.5), bench_get_quantile (pages->work, 0.99));
}

static void
measure (BenchTyping  *typing,
         Pages        *pages,
         const char   *what,
         BenchCadence  cadence,
         double        aim)
{
  g_array_set_size (pages->times, 0);
  bench_typing_run (typing, N_KEYS, cadence);
  bench_typing_report (typing, what, aim);
  g_print ("%s: the pages were painted %u times for %u keys\n", what, pages->times->len, N_KEYS);
}

int
main (int   argc,
      char *argv[])
{
  SpzAppFixture fixture = { NULL };
  Pages pages = { 0 };
  BenchTyping *typing;
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
  watch (&pages, &fixture, spz_tool_find (editor, SPZ_TYPE_PREVIEW, 0));
  typing = bench_typing_new (GTK_WIDGET (fixture.window));

  bench_typing_run (typing, N_PAUSES, BENCH_PAUSES);
  report (&pages);
  measure (typing, &pages, "preview: 500 points by hand", BENCH_HAND, FRAME_AIM);
  measure (typing, &pages, "preview: 500 points as a held key repeats", BENCH_REPEAT, 0);

  spz_app_settle ();
  bench_typing_free (typing);
  g_array_unref (pages.times);
  g_array_unref (pages.work);
  spz_app_fixture_tear_down (&fixture, NULL);

  return EXIT_SUCCESS;
}
