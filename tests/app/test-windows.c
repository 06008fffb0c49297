/* test-windows.c: every window beside the main one, left and confirmed by real keys
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-archive-window.h"
#include "spz-bodies-window.h"
#include "spz-briefings.h"
#include "spz-changes-window.h"
#include "spz-composer.h"
#include "spz-deliver-window.h"
#include "spz-delivery.h"
#include "spz-freeze-window.h"
#include "spz-history-window.h"
#include "spz-import-source.h"
#include "spz-import-window.h"
#include "spz-kinds-window.h"
#include "spz-lectern.h"
#include "spz-link-window.h"
#include "spz-next-window.h"
#include "spz-page-tools.h"
#include "spz-plan-versions.h"
#include "spz-print-check.h"
#include "spz-print-preview.h"
#include "spz-promise-window.h"
#include "spz-properties-window.h"
#include "spz-version-window.h"
#include "spz-versions-window.h"

static SpzBriefing *
add_briefing (SpzAppFixture *self,
              SpzMeeting    *meeting)
{
  g_autoptr (GError) error = NULL;
  gint64 id = spz_briefing_create (self->programme, meeting, &error);

  g_assert_no_error (error);
  spz_app_settle ();

  return spz_programme_lookup (self->programme, SPZ_TYPE_BRIEFING, id);
}

static SpzPlanVersion *
add_version (SpzAppFixture *self)
{
  const SpzDate today = spz_programme_get_reference_date (self->programme);
  g_autoptr (GError) error = NULL;

  if (spz_plan_version_find (self->programme, "Entwurf") == NULL)
    spz_plan_version_freeze (self->programme, "Entwurf", "Rat", today, &error);
  g_assert_no_error (error);
  spz_app_settle ();

  return spz_plan_version_find (self->programme, "Entwurf");
}

/* Each opens one window over the main one */

static void
open_archive (SpzAppFixture *self)
{
  spz_archive_window_present (GTK_WINDOW (self->window), self->programme, NULL, NULL);
}

static void
open_full_archive (SpzAppFixture *self)
{
  const SpzDeliveryTerms terms = { .recipient = "Rat" };
  g_autoptr (GError) error = NULL;

  spz_briefing_deliver (self->programme, add_briefing (self, NULL), &terms, &error);
  g_assert_no_error (error);
  open_archive (self);
}

/* What is in it goes while it is looked at */
static void
open_emptied_archive (SpzAppFixture *self)
{
  open_full_archive (self);
  spz_app_settle ();
  spz_tool_undo (self);
}

static void
open_bodies (SpzAppFixture *self)
{
  gtk_window_present (GTK_WINDOW (spz_bodies_window_new (self->programme, GTK_WINDOW (self->window))));
}

static void
open_kinds (SpzAppFixture *self)
{
  gtk_window_present (GTK_WINDOW (spz_kinds_window_new (self->programme, GTK_WINDOW (self->window))));
}

static void
open_changes (SpzAppFixture *self)
{
  gtk_window_present (spz_changes_window_new (GTK_WINDOW (self->window), self->programme, add_version (self)));
}

static void
open_version (SpzAppFixture *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  gtk_window_present (spz_version_window_new (GTK_WINDOW (self->window), self->programme, add_version (self),
                                              G_ACTION_GROUP (actions)));
}

static void
open_versions (SpzAppFixture *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  add_version (self);
  gtk_window_present (spz_versions_window_new (GTK_WINDOW (self->window), self->programme, G_ACTION_GROUP (actions)));
}

static void
open_freeze (SpzAppFixture *self)
{
  gtk_window_present (spz_freeze_window_new (GTK_WINDOW (self->window), self->programme));
}

static void
open_rename (SpzAppFixture *self)
{
  gtk_window_present (spz_freeze_window_new_for_version (GTK_WINDOW (self->window), self->programme,
                                                         add_version (self)));
}

static void
open_link (SpzAppFixture *self)
{
  gtk_window_present (spz_link_window_new (GTK_WINDOW (self->window), self->programme,
                                           spz_tool_record (self, SPZ_TYPE_PHASE, 0), TRUE));
}

static void
open_promise (SpzAppFixture *self)
{
  gtk_window_present (spz_promise_window_new (GTK_WINDOW (self->window), self->programme,
                                              spz_tool_record (self, SPZ_TYPE_POINT, 0)));
}

static void
open_next (SpzAppFixture *self)
{
  gtk_window_present (spz_next_window_new (GTK_WINDOW (self->window), self->programme, add_briefing (self, NULL)));
}

static void
open_deliver (SpzAppFixture *self)
{
  SpzBriefing *briefing = add_briefing (self, spz_tool_record (self, SPZ_TYPE_MEETING, 0));

  gtk_window_present (spz_deliver_window_new (GTK_WINDOW (self->window), self->programme, briefing,
                                              SPZ_AUDIENCE_PUBLIC));
}

static void
open_lectern (SpzAppFixture *self)
{
  gtk_window_present (GTK_WINDOW (spz_lectern_new (GTK_WINDOW (self->window), self->programme, add_briefing (self, NULL),
                                                   SPZ_AUDIENCE_PUBLIC)));
}

static void
open_history (SpzAppFixture *self)
{
  gtk_window_present (spz_history_window_new (GTK_WINDOW (self->window), self->programme));
}

static void
open_properties (SpzAppFixture *self)
{
  gtk_window_present (spz_properties_window_new (GTK_WINDOW (self->window), self->programme));
}

static gboolean
has_default (gpointer window)
{
  GtkWidget *widget = gtk_window_get_default_widget (window);

  return widget != NULL && gtk_widget_is_sensitive (widget);
}

static GtkWindow *find_window (SpzAppFixture *self);

static void
open_import (SpzAppFixture *self)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) spz_import_source_free);

  g_ptr_array_add (sources, spz_import_source_new_for_text ("Notiz", "# Mobile Arbeit\n\n- Die Geräte sind da\n"));
  gtk_window_present (spz_import_window_new (GTK_WINDOW (self->window), self->programme, sources));
  g_assert_true (spz_app_wait (has_default, find_window (self)));
}

static void
open_preview (SpzAppFixture *self)
{
  g_autoptr (SpzDocument) document = spz_compose_timeline (self->programme, SPZ_AUDIENCE_PUBLIC);
  SpzPageSetup setup;

  spz_page_setup_init (&setup, SPZ_PAGE_LAYOUT_PLAN);
  gtk_window_present (spz_print_preview_new (GTK_WINDOW (self->window), document, &setup));
}

static void
open_shortcuts (SpzAppFixture *self)
{
  g_assert_true (spz_app_action (self, "show-help-overlay"));
}

typedef struct
{
  const char *name;
  void      (*open)     (SpzAppFixture *self);
  gboolean    confirms; /* by Enter, which closes it */
} Case;

static const Case cases[] = {
  { "archive", open_archive },
  { "archive-full", open_full_archive },
  { "archive-emptied", open_emptied_archive },
  { "bodies", open_bodies },
  { "changes", open_changes },
  { "deliver", open_deliver, TRUE },
  { "freeze", open_freeze, TRUE },
  { "history", open_history },
  { "import", open_import, TRUE },
  { "kinds", open_kinds },
  { "lectern", open_lectern },
  { "link", open_link },
  { "next", open_next, TRUE },
  { "preview", open_preview, TRUE },
  { "promise", open_promise },
  { "properties", open_properties },
  { "rename", open_rename, TRUE },
  { "shortcuts", open_shortcuts },
  { "version", open_version },
  { "versions", open_versions },
};

static GtkWindow *
find_window (SpzAppFixture *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (l->data != self->window && gtk_widget_get_visible (l->data))
      return l->data;

  return NULL;
}

static gboolean
is_active (gpointer self)
{
  GtkWindow *window = find_window (self);

  return window != NULL && gtk_window_is_active (window);
}

static gboolean
is_closed (gpointer self)
{
  return find_window (self) == NULL && gtk_window_is_active (GTK_WINDOW (((SpzAppFixture *) self)->window));
}

static void
open_window (SpzAppFixture *self,
             const Case    *test)
{
  test->open (self);
  g_assert_true (spz_app_wait (is_active, self));
  spz_app_settle ();
}

/* One Escape leaves it, wherever the keyboard is when it opens, and after Tab */
static void
test_escape (SpzAppFixture *self,
             gconstpointer  data)
{
  const Case *test = data;

  open_window (self, test);
  spz_tool_xdo ("key Escape");
  g_assert_true (spz_app_wait (is_closed, self));

  open_window (self, test);
  spz_tool_xdo ("key Tab Escape");
  g_assert_true (spz_app_wait (is_closed, self));
}

/* What has one thing to confirm does so by Enter, from where the keyboard is */
static void
test_enter (SpzAppFixture *self,
            gconstpointer  data)
{
  const Case *test = data;

  open_window (self, test);
  g_assert_true (has_default (find_window (self)));
  spz_tool_xdo ("key Return");
  g_assert_true (spz_app_wait (is_closed, self));
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             char            **answer)
{
  g_free (*answer);
  *answer = g_strdup (response);
}

static gboolean
is_given (gpointer answer)
{
  return *(char **) answer != NULL;
}

/* Where the plan's labels have no room on A4, Enter takes the larger paper; the
 * file chooser is left by Escape. */
static void
test_larger_paper (SpzAppFixture *self,
                   gconstpointer  data)
{
  const SpzDate first = spz_date_new (2021, 2, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = NULL;
  GtkWidget *dialog;

  g_assert_true (spz_programme_begin (self->programme, "Fill", &error));
  for (int i = 0; i < 100; i++)
    {
      gint64 measure = spz_programme_add (self->programme, SPZ_TYPE_MEASURE, &error, "title", "Eine von vielen", NULL);

      for (int j = 0; j < 3; j++)
        spz_programme_add (self->programme, SPZ_TYPE_PHASE, &error,
                           "measure", measure, "title", "Beteiligung der Personalvertretungen",
                           "start", first + 30 * j, "end", first + 30 * j + 29, NULL);
    }
  g_assert_true (spz_programme_commit (self->programme, &error));
  g_assert_no_error (error);

  dialog = spz_print_check_new_plan (GTK_WINDOW (self->window), self->programme, NULL, SPZ_AUDIENCE_PUBLIC);
  g_assert_true (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (dialog), "a3"));
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), &answer);
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (spz_app_wait (is_active, self));
  spz_app_settle ();
  spz_tool_xdo ("key Return");
  g_assert_true (spz_app_wait (is_given, &answer));
  g_assert_cmpstr (answer, ==, "a3");

  g_assert_true (spz_app_wait (is_active, self));
  g_assert_cmpstr (gtk_file_chooser_get_choice (GTK_FILE_CHOOSER (find_window (self)), "paper"), ==, "a3");
  spz_tool_xdo ("key Escape");
  g_assert_true (spz_app_wait (is_closed, self));
}

int
main (int   argc,
      char *argv[])
{
  spz_app_test_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *escape = g_strconcat ("/windows/escape/", cases[i].name, NULL);
      g_autofree char *enter = g_strconcat ("/windows/enter/", cases[i].name, NULL);

      g_test_add (escape, SpzAppFixture, &cases[i], spz_app_fixture_set_up, test_escape, spz_app_fixture_tear_down);
      if (cases[i].confirms)
        g_test_add (enter, SpzAppFixture, &cases[i], spz_app_fixture_set_up, test_enter, spz_app_fixture_tear_down);
    }
  g_test_add ("/windows/enter/larger-paper", SpzAppFixture, NULL, spz_app_fixture_set_up, test_larger_paper,
              spz_app_fixture_tear_down);

  return g_test_run ();
}
