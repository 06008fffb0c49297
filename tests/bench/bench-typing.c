/* bench-typing.c: keys, and the frames that show them
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * A key counts from when the X server took it, so that what keeps the main
 * loop from looking at it is a part of its time, until the frame that shows it
 * is painted. The toolkit paints no sooner than one interval of the display
 * after the frame before, whoever asked for that one: a key that comes right
 * after a frame waits for its next, in any application. That part, which is
 * known from the two frames, is told apart.
 */

#include "config.h"

#include "bench-typing.h"

#include <stdlib.h>

#include "bench-tools.h"

struct _BenchTyping
{
  /* Owned */
  GArray        *times;
  GArray        *own;      /* without the wait for the display's next interval */
  GArray        *work;     /* processor time of the main thread */

  /* Borrowed */
  GdkFrameClock *clock;

  double         at;       /* when the first key came that was not painted yet; 0 without one */
  double         work_at;
  double         due;      /* the earliest its frame could begin */
  double         frame_at; /* when the last frame began */
};

/* What is typed has no capitals: Shift would be a key of its own */
static const char typed[] = "und die vorbereitung der akte folgt im zweiten halbjahr ";

/* In milliseconds; for how long a key is held, and how long until the next. At
 * random, that keys don't fall into step with the display. */
static const struct
{
  gint32 hold_min, hold_max, rest_min, rest_max;
} cadences[] = {
  [BENCH_HAND] = { 50, 90, 10, 110 },
  [BENCH_REPEAT] = { 8, 16, 16, 26 },
  [BENCH_PAUSES] = { 50, 90, 250, 300 },
};

static double
get_time (void)
{
  return g_get_monotonic_time () / 1000.0;
}

/**
 * bench_get_key_time:
 * @keys: a key controller that handles a key
 *
 * Returns: when the X server took the key, in milliseconds of
 *   g_get_monotonic_time(), which its clock is too
 */
double
bench_get_key_time (GtkEventController *keys)
{
  double now = get_time ();
  guint32 age = (guint32) (gint64) now - gtk_event_controller_get_current_event_time (keys);

  return age < 60 * 1000 ? now - age : now;
}

static double
get_interval (BenchTyping *self)
{
  gint64 interval;

  gdk_frame_clock_get_refresh_info (self->clock, g_get_monotonic_time (), &interval, NULL);

  return (double) interval / 1000;
}

static gboolean
key_pressed_cb (GtkEventController *keys,
                guint               keyval,
                guint               keycode,
                GdkModifierType     state,
                BenchTyping        *self)
{
  /* Where several keys share a frame, the first has waited longest */
  if (self->at > 0)
    return GDK_EVENT_PROPAGATE;

  self->at = bench_get_key_time (keys);
  self->work_at = bench_get_cpu_ms ();
  self->due = MAX (self->at, self->frame_at + get_interval (self));

  return GDK_EVENT_PROPAGATE;
}

static void
before_paint_cb (BenchTyping *self)
{
  self->frame_at = get_time ();
}

static void
append (GArray *values,
        double  value)
{
  g_array_append_val (values, value);
}

static void
after_paint_cb (BenchTyping *self)
{
  double now = get_time ();

  if (!(self->at > 0))
    return;

  append (self->times, now - self->at);
  append (self->own, now - self->due);
  append (self->work, bench_get_cpu_ms () - self->work_at);
  self->at = 0;
}

/**
 * bench_typing_new:
 * @window: (type GtkWindow): a window that is shown
 *
 * Returns: (transfer full): what watches the keys and frames of @window
 */
BenchTyping *
bench_typing_new (GtkWidget *window)
{
  BenchTyping *self = g_new0 (BenchTyping, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->times = g_array_new (FALSE, FALSE, sizeof (double));
  self->own = g_array_new (FALSE, FALSE, sizeof (double));
  self->work = g_array_new (FALSE, FALSE, sizeof (double));
  self->clock = gtk_widget_get_frame_clock (window);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (window, keys);
  g_signal_connect_swapped (self->clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  g_signal_connect_swapped (self->clock, "after-paint", G_CALLBACK (after_paint_cb), self);

  return self;
}

/**
 * bench_typing_free:
 * @self: (transfer full): what watches a window that is still there
 */
void
bench_typing_free (BenchTyping *self)
{
  g_signal_handlers_disconnect_by_data (self->clock, self);
  g_array_unref (self->times);
  g_array_unref (self->own);
  g_array_unref (self->work);
  g_free (self);
}

static char **
create_command (guint        n_keys,
                BenchCadence cadence)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (1848);

  g_strv_builder_add (builder, "xdotool");
  for (guint i = 0; i < n_keys; i++)
    {
      const char letter = typed[i % (sizeof typed - 1)];
      const char key[] = { letter, '\0' };
      const char *name = letter == ' ' ? "space" : key;
      g_autofree char *hold =
        g_strdup_printf ("0.%03d", g_rand_int_range (random, cadences[cadence].hold_min, cadences[cadence].hold_max));
      g_autofree char *rest =
        g_strdup_printf ("0.%03d", g_rand_int_range (random, cadences[cadence].rest_min, cadences[cadence].rest_max));

      g_strv_builder_add_many (builder, "keydown", "--delay", "0", name, "sleep", hold,
                               "keyup", "--delay", "0", name, "sleep", rest, NULL);
    }

  return g_strv_builder_end (builder);
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

/**
 * bench_typing_run:
 * @self: what watches a window
 * @n_keys: how many keys to type, into what has the focus
 * @cadence: how fast
 *
 * Types real keys, which xdotool sends through the X server, and measures them.
 */
void
bench_typing_run (BenchTyping  *self,
                  guint         n_keys,
                  BenchCadence  cadence)
{
  g_auto (GStrv) command = create_command (n_keys, cadence);
  g_autoptr (GSubprocess) xdotool = NULL;
  g_autoptr (GError) error = NULL;
  gboolean over = FALSE;

  g_array_set_size (self->times, 0);
  g_array_set_size (self->own, 0);
  g_array_set_size (self->work, 0);
  self->at = 0;

  xdotool = g_subprocess_newv ((const char *const *) command, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_async (xdotool, NULL, typed_cb, &over);
  while (!over || self->at > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
print (const char *what,
       const char *part,
       GArray     *values)
{
  g_print ("%s, %s: median %.1f ms, p99 %.1f ms", what, part,
           bench_get_quantile (values, 0.5), bench_get_quantile (values, 0.99));
}

/**
 * bench_typing_report:
 * @self: what watches a window
 * @what: what was typed in, and how
 * @aim: what a key should take at most, in milliseconds; 0 where there is no aim
 *
 * Prints how long the keys typed last took.
 */
void
bench_typing_report (BenchTyping *self,
                     const char  *what,
                     double       aim)
{
  if (self->times->len == 0)
    g_error ("%s: no key arrived", what);

  print (what, "key to painted frame", self->times);
  if (aim > 0)
    g_print (" (aim: under %.0f), %u frames\n", aim, self->times->len);
  else
    g_print (", %u frames\n", self->times->len);
  print (what, "without the wait for the display", self->own);
  g_print ("\n");
  print (what, "work of the main thread", self->work);
  g_print ("\n");
}
