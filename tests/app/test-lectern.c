/* test-lectern.c: a briefing, spoken with real keys and a real pointer
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-delivery.h"
#include "spz-fit-label.h"
#include "spz-lectern-text.h"
#include "spz-lectern.h"
#include "spz-page-tools.h"

static SpzBriefing *
add_briefing (SpzAppFixture *self)
{
  g_autoptr (GError) error = NULL;
  gint64 briefing, block;

  spz_programme_begin (self->programme, "Briefing", &error);
  briefing = spz_programme_add (self->programme, SPZ_TYPE_BRIEFING, &error,
                                "title", "Sprechzettel", "speaker", "StK Märtens", NULL);
  block = spz_programme_add (self->programme, SPZ_TYPE_BLOCK, &error,
                             "briefing", briefing, "kind", SPZ_BLOCK_POINTS, "title", "Mobile Arbeit", NULL);
  for (int i = 1; i <= 4; i++)
    {
      g_autofree char *text = g_strdup_printf ("Punkt %d: im **Homeoffice**", i);

      spz_programme_add (self->programme, SPZ_TYPE_POINT, &error, "block", block, "title", text,
                         "audience", i == 2 ? SPZ_AUDIENCE_INTERNAL : SPZ_AUDIENCE_PUBLIC, NULL);
    }
  spz_programme_commit (self->programme, &error);
  g_assert_no_error (error);

  return spz_programme_lookup (self->programme, SPZ_TYPE_BRIEFING, briefing);
}

/* A block of an action field with a point and a figure, which had another value later */
static gint64
add_field (SpzAppFixture *self,
           SpzBriefing   *briefing)
{
  const SpzDate today = spz_programme_get_reference_date (self->programme);
  gint64 field = spz_programme_add (self->programme, SPZ_TYPE_ACTION_FIELD, NULL, "title", "Ämter", NULL);
  gint64 figure = spz_programme_add (self->programme, SPZ_TYPE_FIGURE, NULL, "action-field", field,
                                     "title", "Anträge", "symbol", "gestellt", NULL);
  gint64 point = spz_programme_add (self->programme, SPZ_TYPE_POINT, NULL, "action-field", field,
                                    "title", "Zuvor gesagt: {gestellt}", NULL);

  spz_programme_add (self->programme, SPZ_TYPE_FIGURE_VALUE, NULL, "figure", figure, "date", today,
                     "value", 483.0, NULL);
  spz_programme_add (self->programme, SPZ_TYPE_FIGURE_VALUE, NULL, "figure", figure, "date", today + 10,
                     "value", 500.0, NULL);
  spz_programme_add (self->programme, SPZ_TYPE_BLOCK, NULL, "briefing", spz_record_get_id (SPZ_RECORD (briefing)),
                     "kind", SPZ_BLOCK_ACTION_FIELD, "action-field", field, NULL);

  return point;
}

/* The label that begins so and is seen */
static GtkWidget *
find_label (SpzLectern *lectern,
            const char *text)
{
  for (guint i = 0; i < spz_tool_count (lectern, GTK_TYPE_LABEL); i++)
    {
      GtkLabel *label = spz_tool_find (lectern, GTK_TYPE_LABEL, i);

      if (g_str_has_prefix (gtk_label_get_label (label), text) && gtk_widget_get_mapped (GTK_WIDGET (label)))
        return GTK_WIDGET (label);
    }

  return NULL;
}

static gboolean
shows (SpzLectern *lectern,
       const char *text)
{
  return find_label (lectern, text) != NULL;
}

static gboolean
is_active (gpointer window)
{
  return gtk_window_is_active (window);
}

static SpzLectern *
open_lectern (SpzAppFixture *self,
              SpzBriefing   *briefing,
              SpzAudience    audience)
{
  SpzLectern *lectern = spz_lectern_new (GTK_WINDOW (self->window), self->programme, briefing, audience);

  gtk_window_present (GTK_WINDOW (lectern));
  g_assert_true (spz_app_wait (is_active, lectern));
  spz_app_settle ();

  return lectern;
}

static void
close_lectern (SpzLectern *lectern)
{
  g_object_add_weak_pointer (G_OBJECT (lectern), (gpointer *) &lectern);
  spz_tool_xdo ("key Escape sleep 0.2");
  spz_app_settle ();
  g_assert_null (lectern);
}

static void
assert_key (SpzLectern *lectern,
            const char *keys,
            guint       step)
{
  spz_tool_xdo ("key %s sleep 0.1", keys);
  g_assert_cmpuint (spz_lectern_get_step (lectern), ==, step);
}

static void
test_keys (SpzAppFixture *self,
           gconstpointer  data)
{
  SpzLectern *lectern = open_lectern (self, add_briefing (self), SPZ_AUDIENCE_INTERNAL);

  /* A remote presenter, then the keyboard */
  assert_key (lectern, "Next", 1);
  assert_key (lectern, "Prior", 0);
  assert_key (lectern, "Right", 1);
  assert_key (lectern, "space", 2);
  assert_key (lectern, "Left", 1);
  assert_key (lectern, "End", 3);
  assert_key (lectern, "Next", 3);
  assert_key (lectern, "Home", 0);
  assert_key (lectern, "Prior", 0);

  /* While the screen is blank, the first key only lights it again */
  assert_key (lectern, "b", 0);
  assert_key (lectern, "Next", 0);
  assert_key (lectern, "Next", 1);

  close_lectern (lectern);
  g_assert_cmpuint (spz_record_list_get_size (spz_programme_get_list (self->programme, SPZ_TYPE_REHEARSAL)), ==, 0);
}

static void
test_touch (SpzAppFixture *self,
            gconstpointer  data)
{
  SpzLectern *lectern = open_lectern (self, add_briefing (self), SPZ_AUDIENCE_INTERNAL);
  int width = gtk_widget_get_width (GTK_WIDGET (lectern)), height = gtk_widget_get_height (GTK_WIDGET (lectern));

  /* A tap on the greater part leads on, one near the start back */
  spz_tool_xdo ("getactivewindow mousemove --window %%1 %d %d click 1 sleep 0.1", width * 3 / 4, height / 3);
  g_assert_cmpuint (spz_lectern_get_step (lectern), ==, 1);
  spz_tool_xdo ("getactivewindow mousemove --window %%1 %d %d click 1 sleep 0.1", width / 8, height / 3);
  g_assert_cmpuint (spz_lectern_get_step (lectern), ==, 0);

  /* Swiped towards the start: on, wherever the finger was put down */
  spz_tool_xdo ("getactivewindow mousemove --window %%1 %d %d mousedown 1 sleep 0.05 mousemove_relative -- -60 0 "
                "sleep 0.05 mousemove_relative -- -60 5 sleep 0.05 mouseup 1 sleep 0.1", width / 5, height / 3);
  g_assert_cmpuint (spz_lectern_get_step (lectern), ==, 1);
  spz_tool_xdo ("getactivewindow mousemove --window %%1 %d %d mousedown 1 sleep 0.05 mousemove_relative -- 60 0 "
                "sleep 0.05 mousemove_relative -- 60 5 sleep 0.05 mouseup 1 sleep 0.1", width * 3 / 4, height / 3);
  g_assert_cmpuint (spz_lectern_get_step (lectern), ==, 0);

  close_lectern (lectern);
}

/* What is internal isn't in any widget, and the place is kept */
static void
test_audience (SpzAppFixture *self,
               gconstpointer  data)
{
  SpzLectern *lectern = open_lectern (self, add_briefing (self), SPZ_AUDIENCE_INTERNAL);
  GtkDropDown *audience = spz_tool_find (lectern, GTK_TYPE_DROP_DOWN, 0);
  SpzFitLabel *text = spz_tool_find (lectern, SPZ_TYPE_FIT_LABEL, 0);

  assert_key (lectern, "Next", 1);
  g_assert_cmpstr (spz_fit_label_get_text (text), ==, "Punkt 2: im Homeoffice");

  gtk_drop_down_set_selected (audience, SPZ_AUDIENCE_PUBLIC);
  g_assert_cmpuint (spz_lectern_get_step (lectern), ==, 0);
  g_assert_cmpstr (spz_fit_label_get_text (text), ==, "Punkt 1: im Homeoffice");
  assert_key (lectern, "Next", 1);
  g_assert_cmpstr (spz_fit_label_get_text (text), ==, "Punkt 3: im Homeoffice");

  gtk_drop_down_set_selected (audience, SPZ_AUDIENCE_INTERNAL);
  g_assert_cmpuint (spz_lectern_get_step (lectern), ==, 2);

  close_lectern (lectern);
}

/* A point that is changed while it is spoken changes on the screen */
static void
test_live (SpzAppFixture *self,
           gconstpointer  data)
{
  SpzBriefing *briefing = add_briefing (self);
  SpzLectern *lectern = open_lectern (self, briefing, SPZ_AUDIENCE_PUBLIC);
  SpzFitLabel *text = spz_tool_find (lectern, SPZ_TYPE_FIT_LABEL, 0);
  gpointer block = spz_record_list_get (spz_programme_get_children (
    self->programme, SPZ_TYPE_BLOCK, "briefing", spz_record_get_id (SPZ_RECORD (briefing))), 0);
  gpointer point = spz_record_list_get (spz_programme_get_children (
    self->programme, SPZ_TYPE_POINT, "block", spz_record_get_id (block)), 0);
  g_autofree char *long_text = g_strnfill (40 * 60, 'x');
  g_autoptr (GError) error = NULL;
  double usual = spz_fit_label_get_fitted (text);

  for (int i = 0; i < 40; i++)
    long_text[i * 60] = ' ';
  g_assert_true (spz_programme_set (self->programme, point, &error,
                                    "title", long_text, NULL));
  spz_app_settle ();
  spz_tool_xdo ("sleep 0.1");

  /* Forty lines are smaller, and whole */
  g_assert_cmpfloat (spz_fit_label_get_fitted (text), <, usual);
  g_assert_true (spz_fit_label_is_whole (text));

  g_assert_true (spz_programme_remove (self->programme, SPZ_RECORD (briefing), &error));
  spz_app_settle ();
  close_lectern (lectern);
}

/* What was delivered is spoken as it was, and what was not is not */
static void
test_delivered (SpzAppFixture *self,
                gconstpointer  data)
{
  const SpzDeliveryTerms terms = { .recipient = "Rat", .audience = SPZ_AUDIENCE_COMMITTEE };
  g_autoptr (GError) error = NULL;
  SpzBriefing *briefing = add_briefing (self);
  SpzPoint *point;
  SpzLectern *lectern;
  SpzFitLabel *text;
  GtkWidget *figures;
  gint64 id;

  /* An action field goes on changing when the briefing no longer does */
  spz_programme_begin (self->programme, "Feld", &error);
  id = add_field (self, briefing);
  spz_programme_commit (self->programme, &error);
  g_assert_no_error (error);
  point = spz_programme_lookup (self->programme, SPZ_TYPE_POINT, id);

  spz_briefing_deliver (self->programme, briefing, &terms, &error);
  g_assert_no_error (error);
  spz_programme_begin (self->programme, "Danach", &error);
  spz_programme_set (self->programme, point, &error, "title", "Danach geändert", NULL);
  spz_programme_set (self->programme, spz_programme_get_info (self->programme), &error, "reference-date",
                     spz_programme_get_reference_date (self->programme) + 30, NULL);
  spz_programme_commit (self->programme, &error);
  g_assert_no_error (error);

  lectern = open_lectern (self, briefing, SPZ_AUDIENCE_INTERNAL);
  text = spz_tool_find (lectern, SPZ_TYPE_FIT_LABEL, 0);
  g_assert_cmpstr (spz_fit_label_get_text (text), ==, "Punkt 1: im Homeoffice");
  g_assert_true (shows (lectern, "Delivered version for "));
  assert_key (lectern, "Next", 1);
  g_assert_cmpstr (spz_fit_label_get_text (text), ==, "Punkt 3: im Homeoffice");
  assert_key (lectern, "End", 3);
  g_assert_cmpstr (spz_fit_label_get_text (text), ==, "Zuvor gesagt: 483");

  /* The figures at hand are those of the field that is spoken of, on that day */
  g_assert_true (shows (lectern, "483"));
  g_assert_false (shows (lectern, "500"));
  figures = gtk_widget_get_ancestor (find_label (lectern, "483"), GTK_TYPE_SCROLLED_WINDOW);
  g_assert_true (gtk_widget_get_visible (figures));

  /* Not delivered after all, while it is on the screen */
  spz_tool_undo (self);
  g_assert_cmpstr (spz_fit_label_get_text (text), ==, "Zuvor gesagt: 483");
  spz_tool_undo (self);
  g_assert_false (shows (lectern, "Delivered version for "));
  spz_programme_set (self->programme, point, &error, "title", "Wieder offen", NULL);
  spz_app_settle ();
  assert_key (lectern, "End", 4);
  g_assert_cmpstr (spz_fit_label_get_text (text), ==, "Wieder offen");

  close_lectern (lectern);
}

static void
test_time (void)
{
  static const struct { gint64 seconds; const char *text; } times[] = {
    { 0, "0:00" }, { 59, "0:59" }, { 425, "7:05" }, { 3720, "1:02:00" }, { -35, "−0:35" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *text = spz_lectern_format_time (times[i].seconds);

      g_assert_cmpstr (text, ==, times[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  spz_app_test_init (&argc, &argv);

  g_test_add_func ("/lectern/time", test_time);
  spz_app_test ("/lectern/keys", test_keys);
  spz_app_test ("/lectern/touch", test_touch);
  spz_app_test ("/lectern/audience", test_audience);
  spz_app_test ("/lectern/live", test_live);
  spz_app_test ("/lectern/delivered", test_delivered);

  return g_test_run ();
}
