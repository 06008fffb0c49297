/* spz-window-actions.c: the window's actions
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-window-private.h"

#include "spz-briefings.h"
#include "spz-export.h"
#include "spz-feedback.h"
#include "spz-history-window.h"
#include "spz-print.h"
#include "spz-properties-window.h"
#include "spz-share.h"
#include "spz-timeline-page.h"

#include <glib/gi18n.h>

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  SpzWindow *self = user_data;
  g_autoptr(GError) error = NULL;

  if (!spz_programme_undo (self->programme, &error))
    spz_feedback_report (GTK_WIDGET (self), g_steal_pointer (&error));
}

static void
redo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  SpzWindow *self = user_data;
  g_autoptr(GError) error = NULL;

  if (!spz_programme_redo (self->programme, &error))
    spz_feedback_report (GTK_WIDGET (self), g_steal_pointer (&error));
}

static void
add_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  SpzWindow *self = user_data;

  adw_leaflet_set_visible_child (self->leaflet, self->content);
  spz_page_add (spz_window_get_current_page (self));
}

static void
back_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  spz_window_go_back (user_data);
}

static void
page_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  SpzWindow *self = user_data;
  const char *name = g_variant_get_string (parameter, NULL);

  if (!spz_window_has_page (name) || self->programme == NULL)
    return;

  spz_window_show_page (self, name);
  adw_leaflet_set_visible_child (self->leaflet, self->content);
  gtk_widget_grab_focus (GTK_WIDGET (spz_window_get_current_page (self)));
}

static void
search_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  SpzWindow *self = user_data;
  SpzPage *page = spz_window_get_current_page (self);

  /* Pressed again, it leads on from the page to the programme */
  if (page == NULL || !spz_page_find (page))
    spz_window_start_search (self);
}

static void
menu_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  SpzWindow *self = user_data;

  adw_leaflet_set_visible_child (self->leaflet, self->sidebar);
  gtk_menu_button_popup (self->menu_button);
}

static void
new_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  spz_window_new_programme (user_data);
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  spz_window_open (user_data);
}

static void
open_recent_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  spz_window_open_recent (user_data, g_variant_get_string (parameter, NULL));
}

static void
save_copy_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  spz_window_save_copy (user_data);
}

static void
share_copy_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  SpzWindow *self = user_data;

  spz_share_ask (GTK_WINDOW (self), self->programme);
}

static void
cancel_loading_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  spz_window_cancel_loading (user_data);
}

static void
import_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  spz_window_import (user_data);
}

static void
import_clipboard_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  spz_window_import_clipboard (user_data);
}

/* The latest briefing, or the user is told that there is none. */
static SpzBriefing *
get_latest_briefing (SpzWindow *self)
{
  SpzBriefing *briefing = spz_programme_get_latest_briefing (self->programme);

  if (briefing == NULL)
    spz_window_toast (self, _("There is no briefing yet"));

  return briefing;
}

static void
export_briefing_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  SpzWindow *self = user_data;
  SpzBriefing *briefing = get_latest_briefing (self);

  if (briefing != NULL)
    spz_export_briefing (GTK_WINDOW (self), self->programme, briefing, SPZ_AUDIENCE_PUBLIC,
                         spz_page_layout_for_audience (SPZ_AUDIENCE_PUBLIC));
}

static void
export_plan_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  SpzWindow *self = user_data;
  SpzPage *page = spz_window_get_current_page (self);
  SpzPlanVersion *version = SPZ_IS_TIMELINE_PAGE (page) ? spz_timeline_page_get_version (SPZ_TIMELINE_PAGE (page))
                                                        : NULL;

  spz_export_plan (GTK_WINDOW (self), self->programme, version, SPZ_AUDIENCE_PUBLIC);
}

static void
print_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  SpzWindow *self = user_data;
  SpzPage *page = spz_window_get_current_page (self);
  SpzBriefing *briefing;

  if (page != NULL && spz_page_print (page))
    return;

  briefing = get_latest_briefing (self);
  if (briefing != NULL)
    spz_print_briefing (GTK_WINDOW (self), self->programme, briefing,
                        SPZ_AUDIENCE_PUBLIC, spz_page_layout_for_audience (SPZ_AUDIENCE_PUBLIC));
}

static void
history_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  SpzWindow *self = user_data;

  gtk_window_present (spz_history_window_new (GTK_WINDOW (self), self->programme));
}

static void
properties_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  SpzWindow *self = user_data;

  gtk_window_present (spz_properties_window_new (GTK_WINDOW (self), self->programme));
}

static void
reference_date_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  spz_window_choose_reference_date (user_data);
}

static void
example_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  spz_window_show_example (user_data);
}

static void
start_empty_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  SpzWindow *self = user_data;

  spz_window_show_page (self, "fields");
  properties_cb (action, parameter, self);
}

/* Made when it is first wanted: the window comes up sooner. */
static void
shortcuts_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  GtkApplicationWindow *window = user_data;

  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (SPZ_RESOURCE_PATH "/spz-shortcuts.ui");

      gtk_application_window_set_help_overlay (window,
                                               GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder,
                                                                                             "help_overlay")));
    }

  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

static const GActionEntry entries[] = {
  { "undo", undo_cb },
  { "redo", redo_cb },
  { "add", add_cb },
  { "back", back_cb },
  { "page", page_cb, "s" },
  { "search", search_cb },
  { "menu", menu_cb },
  { "new", new_cb },
  { "open", open_cb },
  { "open-recent", open_recent_cb, "s" },
  { "save-copy", save_copy_cb },
  { "share-copy", share_copy_cb },
  { "cancel-loading", cancel_loading_cb },
  { "import", import_cb },
  { "import-clipboard", import_clipboard_cb },
  { "export-briefing", export_briefing_cb },
  { "export-plan", export_plan_cb },
  { "print", print_cb },
  { "history", history_cb },
  { "properties", properties_cb },
  { "reference-date", reference_date_cb },
  { "example", example_cb },
  { "start-empty", start_empty_cb },
  { "show-help-overlay", shortcuts_cb },
};

/* What makes sense only with a programme, and what only with one that can be
 * written */
static const char *const reading_actions[] = {
  "page", "search", "save-copy", "share-copy", "export-briefing", "export-plan", "print", "history",
  "properties",
};
static const char *const writing_actions[] = {
  "import", "import-clipboard", "reference-date", "start-empty",
};

static void
append_step (GMenu      *menu,
             const char *verb,
             const char *step,
             const char *action,
             const char *accel)
{
  g_autofree char *label = NULL;
  g_autoptr(GMenuItem) item = NULL;

  /* Translators: what undo or redo would do, "Undo: Move phase" */
  label = step != NULL ? g_strdup_printf (_("%s: %s"), verb, step) : g_strdup (verb);
  item = g_menu_item_new (label, action);
  g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

/* The menu names the steps. */
static void
refresh_undo_section (SpzWindow  *self,
                      const char *undo,
                      const char *redo)
{
  g_menu_remove_all (self->undo_section);
  append_step (self->undo_section, _("_Undo"), undo, "win.undo", "<Control>z");
  append_step (self->undo_section, _("_Redo"), redo, "win.redo", "<Shift><Control>z");
  g_menu_append (self->undo_section, _("_History…"), "win.history");
}

void
spz_window_set_action_enabled (SpzWindow  *self,
                               const char *name,
                               gboolean    enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_return_if_fail (action != NULL);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
spz_window_actions_init (SpzWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);

  spz_window_set_action_enabled (self, "cancel-loading", FALSE);

  g_signal_connect_object (self->leaflet, "notify::folded",
                           G_CALLBACK (spz_window_actions_refresh), self, G_CONNECT_SWAPPED);
}

/* Lets the actions follow the programme and the page. */
void
spz_window_actions_refresh (SpzWindow *self)
{
  SpzPage *page = spz_window_get_current_page (self);
  gboolean readable = self->programme != NULL;
  gboolean writable = readable && !spz_programme_get_read_only (self->programme);
  const char *undo = NULL;
  const char *redo = NULL;

  if (self->programme != NULL)
    {
      undo = spz_programme_get_undo_label (self->programme);
      redo = spz_programme_get_redo_label (self->programme);
    }

  for (guint i = 0; i < G_N_ELEMENTS (reading_actions); i++)
    spz_window_set_action_enabled (self, reading_actions[i], readable);
  for (guint i = 0; i < G_N_ELEMENTS (writing_actions); i++)
    spz_window_set_action_enabled (self, writing_actions[i], writable);

  spz_window_set_action_enabled (self, "undo", writable && undo != NULL);
  spz_window_set_action_enabled (self, "redo", writable && redo != NULL);
  spz_window_set_action_enabled (self, "add", page != NULL && spz_page_can_add (page));
  spz_window_set_action_enabled (self, "back", adw_leaflet_get_folded (self->leaflet));
  refresh_undo_section (self, undo, redo);
}
