/* bench-frames.c: what a frame of the plan costs in the window
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * The application's own window, in which the plan has 1400 × 900 pixels, with a
 * real pointer and real keys from xdotool. A drag frame is measured from when
 * the toolkit hands out the pointer's event until the nodes of the whole window
 * are painted; a scroll frame until it has been rendered, as a view that is
 * filled with nothing but a colour is. Times are the main thread's processor
 * time, in which other work of the machine hardly shows; those of steps and
 * typing are by the clock, as the disk has a part in them.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "bench-tools.h"
#include "spz-page.h"
#include "spz-timeline-view.h"
#include "spz-window-private.h"

#define WIDTH     1400
#define HEIGHT    900
#define N_ROUNDS  3
#define N_SCROLLS 120
#define N_STEPS   12
#define N_MODELS  19 /* measures of the example, with which the long plan begins, too */

/* A widget around all of the window, to see when it has been painted */

#define BENCH_TYPE_FRAME (bench_frame_get_type ())
G_DECLARE_FINAL_TYPE (BenchFrame, bench_frame, BENCH, FRAME, GtkWidget)

struct _BenchFrame
{
  GtkWidget  parent_instance;

  GArray    *values;   /* milliseconds, of the frames that were measured */
  double     begin;    /* of the frame under way, or 0 */
  double     cpu;
  gboolean   by_clock;
  gboolean   armed;    /* whether events begin a frame */
  gboolean   changed;  /* whether the plan did */
  gboolean   wait_for_change;
  gboolean   until_rendered;
};

G_DEFINE_FINAL_TYPE (BenchFrame, bench_frame, GTK_TYPE_WIDGET)

static double
get_time (BenchFrame *self)
{
  if (self->by_clock)
    return (double) g_get_monotonic_time () / 1000.0;
  if (self->until_rendered)
    return bench_get_cpu_ms () + bench_get_server_ms ();

  return bench_get_cpu_ms ();
}

static void
begin_frame (BenchFrame *self)
{
  if (self->begin == 0)
    self->begin = get_time (self);
}

static void
end_frame (BenchFrame *self)
{
  double value = get_time (self) - self->begin;

  if (self->begin == 0 || (self->wait_for_change && !self->changed))
    return;

  g_array_append_val (self->values, value);
  self->begin = 0;
  self->changed = FALSE;
}

static void
bench_frame_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  GTK_WIDGET_CLASS (bench_frame_parent_class)->snapshot (widget, snapshot);

  if (!BENCH_FRAME (widget)->until_rendered)
    end_frame (BENCH_FRAME (widget));
}

static void
bench_frame_dispose (GObject *object)
{
  BenchFrame *self = BENCH_FRAME (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->values, g_array_unref);

  G_OBJECT_CLASS (bench_frame_parent_class)->dispose (object);
}

static void
bench_frame_class_init (BenchFrameClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bench_frame_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = bench_frame_snapshot;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static gboolean
event_cb (BenchFrame *self,
          GdkEvent   *event)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (self->armed && (type == GDK_MOTION_NOTIFY || type == GDK_KEY_PRESS))
    begin_frame (self);

  return GDK_EVENT_PROPAGATE;
}

static void
bench_frame_init (BenchFrame *self)
{
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
}

static void
put_around (BenchFrame *self,
            GtkWindow  *window,
            GtkWidget  *child)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  gtk_widget_set_parent (child, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (controller, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}

/* A view with nothing in it */

#define BENCH_TYPE_BLANK (bench_blank_get_type ())
G_DECLARE_FINAL_TYPE (BenchBlank, bench_blank, BENCH, BLANK, GtkWidget)

struct _BenchBlank
{
  GtkWidget parent_instance;

  guint     n_frames;
};

G_DEFINE_FINAL_TYPE (BenchBlank, bench_blank, GTK_TYPE_WIDGET)

static void
bench_blank_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  BenchBlank *self = BENCH_BLANK (widget);
  GdkRGBA colour = { 1, 1, self->n_frames++ % 2 == 0 ? 1 : 0.9f, 1 };

  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
}

static void
bench_blank_class_init (BenchBlankClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = bench_blank_snapshot;
}

static void
bench_blank_init (BenchBlank *self)
{
}

/* The window, in a process of its own */

typedef struct
{
  GtkWindow       *window;
  SpzProgramme    *programme;
  SpzTimelineView *view;
  BenchFrame      *frame;
  GtkWidget       *painted; /* what is scrolled */
  guint            n_left;
} Bench;

static gboolean
set_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
settle (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add_full (G_PRIORITY_LOW, milliseconds, set_cb, &over, NULL);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
exited_cb (GPid     pid,
           int      status,
           gpointer done)
{
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_spawn_close_pid (pid);
  *(gboolean *) done = TRUE;
}

static void
run_tool (const char *line)
{
  g_autofree char *all = g_strconcat ("xdotool ", line, NULL);
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;
  GPid pid;

  g_assert_true (g_shell_parse_argv (all, NULL, &arguments, &error));
  g_spawn_async (NULL, arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD,
                 NULL, NULL, &pid, &error);
  g_assert_no_error (error);
  g_child_watch_add (pid, exited_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  settle (80);
}

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);

  return found;
}

static void
laid_out_cb (BenchFrame *frame)
{
  frame->changed = TRUE;
}

/* Five years are seen from 2020 on, which is all of the example */
static void
set_scale (Bench *bench)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (bench->view), GTK_TYPE_SCROLLED_WINDOW);
  SpzTimelineLayout *layout = spz_timeline_view_get_layout (bench->view);
  double wanted = (WIDTH - spz_timeline_layout_get_column_width (layout)) / (5 * 365.25);

  spz_timeline_view_zoom (bench->view, wanted / spz_timeline_layout_get_scale (layout)->per_day);
  gtk_adjustment_set_value (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled)), 0);
}

static void
open_window (Bench      *bench,
             const char *file)
{
  GError *error = NULL;
  GtkWidget *content;
  int width, height;

  bench->programme = spz_programme_open (file, SPZ_STORE_OPEN, &error);
  if (bench->programme == NULL)
    g_error ("%s", error->message);

  bench->window = GTK_WINDOW (spz_window_new (NULL));
  content = g_object_ref (adw_application_window_get_content (ADW_APPLICATION_WINDOW (bench->window)));
  bench->frame = g_object_new (BENCH_TYPE_FRAME, NULL);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (bench->window), GTK_WIDGET (bench->frame));
  put_around (bench->frame, bench->window, content);
  g_object_unref (content);

  gtk_window_set_default_size (bench->window, WIDTH + 300, HEIGHT + 60);
  spz_window_set_programme (SPZ_WINDOW (bench->window), bench->programme);
  spz_window_show_page (SPZ_WINDOW (bench->window), "timeline");
  gtk_window_present (bench->window);
  settle (200);

  bench->view = SPZ_TIMELINE_VIEW (find_widget (GTK_WIDGET (bench->window), SPZ_TYPE_TIMELINE_VIEW));
  g_assert_nonnull (bench->view);
  bench->painted = GTK_WIDGET (bench->view);
  gtk_window_get_default_size (bench->window, &width, &height);
  gtk_window_set_default_size (bench->window, width + WIDTH - gtk_widget_get_width (bench->painted),
                               height + HEIGHT - gtk_widget_get_height (bench->painted));
  settle (200);
  g_assert_cmpint (gtk_widget_get_width (bench->painted), ==, WIDTH);
  g_assert_cmpint (gtk_widget_get_height (bench->painted), ==, HEIGHT);

  set_scale (bench);
  g_signal_connect_swapped (bench->view, "laid-out", G_CALLBACK (laid_out_cb), bench->frame);
  settle (200);
}

static void
open_blank (Bench *bench)
{
  bench->window = GTK_WINDOW (adw_application_window_new (NULL));
  bench->frame = g_object_new (BENCH_TYPE_FRAME, NULL);
  bench->painted = g_object_new (BENCH_TYPE_BLANK, NULL);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (bench->window), GTK_WIDGET (bench->frame));
  put_around (bench->frame, bench->window, bench->painted);
  gtk_window_set_default_size (bench->window, WIDTH, HEIGHT);
  gtk_window_present (bench->window);
  settle (400);
}

static GtkAdjustment *
get_adjustment (Bench *bench)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (bench->view), GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
}

/* One that is long enough to be taken anywhere, and for which others wait */
static SpzRecord *
find_phase (Bench     *bench,
            SpzRecord *measure)
{
  SpzRecordList *phases = spz_programme_get_children (bench->programme, SPZ_TYPE_PHASE, "measure",
                                                      spz_record_get_id (measure));

  for (guint i = 0; i < spz_record_list_get_size (phases); i++)
    {
      SpzPhase *phase = spz_record_list_get (phases, i);
      SpzRecordList *followers = spz_programme_get_children (bench->programme, SPZ_TYPE_DEPENDENCY, "predecessor",
                                                             spz_record_get_id (SPZ_RECORD (phase)));

      if (phase->end - phase->start > 300 && phase->start < spz_date_new (2022, 1, 1) &&
          spz_record_list_get_size (followers) > 0)
        return SPZ_RECORD (phase);
    }

  return NULL;
}

/* In the middle of the example's plan */
static SpzMeasure *
find_model (Bench *bench)
{
  SpzRecordList *measures = spz_programme_get_list (bench->programme, SPZ_TYPE_MEASURE);
  guint i = N_MODELS / 2;

  while (find_phase (bench, spz_record_list_get (measures, i)) == NULL)
    i++;

  return spz_record_list_get (measures, i);
}

/* In both plans it is the same phase, with as much around it: the example's own,
 * or that of a measure like the example's in the long plan's middle, brought to
 * the middle of the view. Only what is out of sight differs. */
static SpzRecord *
choose_phase (Bench *bench)
{
  SpzRecordList *measures = spz_programme_get_list (bench->programme, SPZ_TYPE_MEASURE);
  const char *title = find_model (bench)->title;
  GtkAdjustment *adjustment = get_adjustment (bench);
  SpzRecord *phase = NULL;
  GdkRectangle rect;

  for (guint i = spz_record_list_get_size (measures) / 2; phase == NULL; i++)
    {
      SpzMeasure *measure = spz_record_list_get (measures, i);

      if (g_str_equal (measure->title, title))
        phase = find_phase (bench, SPZ_RECORD (measure));
    }

  g_assert_true (spz_timeline_view_select (bench->view, phase));
  g_assert_true (spz_timeline_view_get_record_rect (bench->view, phase, &rect));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + rect.y - HEIGHT / 2);
  settle (200);

  return phase;
}

static void
get_place (Bench     *bench,
           SpzRecord *phase,
           int       *screen_x,
           int       *screen_y)
{
  double x, y, shadow_x, shadow_y;
  GdkRectangle rect;

  g_assert_true (spz_timeline_view_get_record_rect (bench->view, phase, &rect));
  g_assert_true (gtk_widget_translate_coordinates (GTK_WIDGET (bench->view), GTK_WIDGET (bench->window),
                                                   rect.x + rect.width / 2.0, rect.y + rect.height / 2.0,
                                                   &x, &y));
  gtk_native_get_surface_transform (GTK_NATIVE (bench->window), &shadow_x, &shadow_y);
  *screen_x = (int) (x + shadow_x);
  *screen_y = (int) (y + shadow_y);
}

/* There and back and down a few rows, as somebody does who makes up his mind */
static void
drag (Bench *bench)
{
  g_autoptr (GString) moves = g_string_new (NULL);
  int x, y;

  get_place (bench, choose_phase (bench), &x, &y);
  for (int i = 0; i < 160; i++)
    g_string_append_printf (moves, "mousemove %d %d sleep 0.02 ",
                            x + 7 * (i % 80 < 40 ? i % 40 : 40 - i % 40), y + (i < 80 ? 0 : 60));

  {
    g_autofree char *begin = g_strdup_printf ("mousemove %d %d sleep 0.1 mousedown 1 sleep 0.1 "
                                              "mousemove %d %d sleep 0.1 mousemove %d %d sleep 0.3",
                                              x, y, x + 10, y, x + 20, y);
    run_tool (begin);
  }
  bench->frame->armed = TRUE;
  run_tool (moves->str);
  bench->frame->armed = FALSE;
  run_tool ("key Escape sleep 0.1 mouseup 1");
}

/* Scrolling */

static void
after_paint_cb (GdkFrameClock *clock,
                Bench         *bench)
{
  gdk_display_sync (gtk_widget_get_display (bench->painted));
  end_frame (bench->frame);
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  Bench *bench = data;

  if (bench->n_left == 0)
    return G_SOURCE_REMOVE;

  bench->n_left--;
  bench->frame->begin = 0;
  begin_frame (bench->frame);
  if (bench->view != NULL)
    gtk_adjustment_set_value (get_adjustment (bench), gtk_adjustment_get_value (get_adjustment (bench)) + 37);
  else
    gtk_widget_queue_draw (widget);

  return G_SOURCE_CONTINUE;
}

static void
scroll (Bench *bench)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (bench->painted);

  bench->frame->until_rendered = TRUE;
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), bench);
  bench->n_left = N_SCROLLS;
  gtk_widget_add_tick_callback (bench->painted, scroll_cb, bench, NULL);
  while (bench->n_left > 0)
    g_main_context_iteration (NULL, TRUE);
  settle (100);
}

/* Editing and filtering: from the key until the plan is painted as it is then */

static void
press (Bench      *bench,
       const char *keys)
{
  g_autofree char *line = g_strdup_printf ("key %s sleep 0.4", keys);
  guint n_before = bench->frame->values->len;

  bench->frame->armed = bench->frame->wait_for_change = TRUE;
  bench->frame->begin = 0;
  bench->frame->changed = FALSE;
  run_tool (line);
  while (bench->frame->values->len == n_before)
    settle (50);
  bench->frame->armed = FALSE;
}

static void
edit (Bench *bench)
{
  choose_phase (bench);
  gtk_widget_grab_focus (GTK_WIDGET (bench->view));
  bench->frame->by_clock = TRUE;
  for (int i = 0; i < N_STEPS; i++)
    press (bench, "alt+Right");
}

static void
undo (Bench *bench)
{
  edit (bench);
  g_array_set_size (bench->frame->values, 0);
  for (int i = 0; i < N_STEPS; i++)
    press (bench, "ctrl+z");
}

static void
filter (Bench *bench)
{
  const char *keys[] = { "k", "o", "n", "z", "e", "p", "t", "BackSpace", "BackSpace", "BackSpace" };

  gtk_widget_grab_focus (GTK_WIDGET (bench->view));
  spz_page_find (spz_window_get_current_page (SPZ_WINDOW (bench->window)));
  settle (200);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    press (bench, keys[i]);
}

static const struct
{
  const char *mode;
  void      (*func) (Bench *bench);
} modes[] = {
  { "drag", drag },
  { "scroll", scroll },
  { "edit", edit },
  { "undo", undo },
  { "filter", filter },
};

static int
run_mode (const char *mode,
          const char *file)
{
  Bench bench = { NULL, };

  adw_init ();
  if (file != NULL)
    open_window (&bench, file);
  else
    open_blank (&bench);

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    if (g_str_equal (mode, modes[i].mode))
      modes[i].func (&bench);

  for (guint i = 0; i < bench.frame->values->len; i++)
    g_print ("%.4f\n", g_array_index (bench.frame->values, double, i));

  return EXIT_SUCCESS;
}

/* The report */

typedef struct
{
  const char *self;
  const char *small;
  const char *large;
} Files;

/* By turns, so that whatever else the machine does meets all alike */
static void
measure (const Files *files,
         const char  *mode,
         GArray      *small,
         GArray      *large)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      bench_append (small, bench_run_child (files->self, mode, files->small));
      bench_append (large, bench_run_child (files->self, mode, files->large));
    }
}

static void
report_drag (const Files *files)
{
  g_autoptr (GArray) small = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) large = g_array_new (FALSE, FALSE, sizeof (double));

  measure (files, "drag", small, large);
  g_print ("drag frame, event to painted nodes, ms of processor time: "
           "57 phases median %.2f, p99 %.2f (%u frames); 20,000 phases median %.2f, p99 %.2f (%u frames)\n",
           bench_get_quantile (small, 0.5), bench_get_quantile (small, 0.99), small->len,
           bench_get_quantile (large, 0.5), bench_get_quantile (large, 0.99), large->len);
  bench_report (bench_get_quantile (small, 0.99), 4, "  p99 with 57 phases, ms");
  bench_report (bench_get_quantile (large, 0.99), 4, "  p99 with 20,000 phases, ms");
  bench_report (bench_get_quantile (large, 0.5) / bench_get_quantile (small, 0.5), 1.3, "  ratio of the medians");
}

static void
report_scroll (const Files *files)
{
  const Files with_blank = { files->self, NULL, files->large };
  g_autoptr (GArray) blank = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) large = g_array_new (FALSE, FALSE, sizeof (double));

  measure (&with_blank, "scroll", blank, large);
  g_print ("scroll frame, with rendering, ms of processor time: empty view median %.2f, p99 %.2f; "
           "20,000 phases median %.2f, p99 %.2f\n",
           bench_get_quantile (blank, 0.5), bench_get_quantile (blank, 0.99),
           bench_get_quantile (large, 0.5), bench_get_quantile (large, 0.99));
  bench_report (bench_get_quantile (large, 0.5) / bench_get_quantile (blank, 0.5), 1.6, "  ratio of the medians");
}

/* The longest that the window does not answer */
static void
report_step (const Files *files,
             const char  *mode,
             const char  *text)
{
  g_autoptr (GArray) values = bench_run_child (files->self, mode, files->large);

  bench_report (bench_get_quantile (values, 0.5), 100, "%s with 20,000 phases, key to painted nodes, median ms", text);
  g_print ("  slowest: %.1f ms\n", bench_get_quantile (values, 1));
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *directory = NULL;
  g_autofree char *small = NULL;
  g_autofree char *large = NULL;
  g_autoptr (GError) error = NULL;
  Files files;

  if (argc > 2)
    return run_mode (argv[1], argv[3]);

  directory = g_dir_make_tmp ("spz-bench-XXXXXX", &error);
  g_assert_no_error (error);
  small = bench_create_plan (directory, FALSE);
  large = bench_create_plan (directory, TRUE);
  files = (Files) { argv[0], small, large };

  report_drag (&files);
  report_scroll (&files);
  report_step (&files, "edit", "moving a phase");
  report_step (&files, "undo", "undoing that");
  report_step (&files, "filter", "a letter in the filter, processor time,");

  g_unlink (small);
  g_unlink (large);
  g_rmdir (directory);

  return EXIT_SUCCESS;
}
