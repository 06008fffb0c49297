/* spz-window-private.h: what the window's own files share
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-page.h"
#include "spz-window.h"

G_BEGIN_DECLS

struct _SpzWindow
{
  AdwApplicationWindow  parent_instance;

  /* Owned */
  SpzProgramme         *programme;
  GFile                *file;
  GCancellable         *loading;
  GSettings            *settings;
  GSignalGroup         *programme_signals;
  AdwToast             *undo_toast;
  char                 *wanted_page;
  guint                 spinner_source;
  GSignalGroup         *typing;    /* of the text that has the keyboard */
  guint                 scroll_id;

  /* Template */
  AdwToastOverlay      *toasts;
  GtkStack             *states;
  AdwStatusPage        *error_page;
  AdwLeaflet           *leaflet;
  GtkWidget            *sidebar;
  GtkWidget            *content;
  AdwWindowTitle       *heading;
  GtkMenuButton        *menu_button;
  GMenu                *primary_menu;
  GMenu                *undo_section;
  GMenu                *recent_section;
  GtkSearchEntry       *search_entry;
  GtkStack             *sidebar_stack;
  GtkListBox           *navigation;
  GtkListBox           *results;
  GtkStack             *pages;
  GtkRevealer          *banner;
  GtkLabel             *banner_label;
  GtkMenuButton        *banner_button;
};

/* spz-window.c */

void     spz_window_choose_reference_date (SpzWindow *self);

/* spz-window-pages.c */

void     spz_window_pages_init        (SpzWindow  *self);
void     spz_window_pages_refresh     (SpzWindow  *self);
SpzPage *spz_window_get_current_page  (SpzWindow  *self);
void     spz_window_go_back           (SpzWindow  *self);

/* spz-window-actions.c */

void     spz_window_actions_init      (SpzWindow  *self);
void     spz_window_actions_refresh   (SpzWindow  *self);
void     spz_window_set_action_enabled (SpzWindow *self,
                                        const char *name,
                                        gboolean    enabled);

/* spz-window-file.c */

void     spz_window_new_programme     (SpzWindow  *self);
void     spz_window_open              (SpzWindow  *self);
void     spz_window_open_file         (SpzWindow  *self,
                                        GFile      *file);
void     spz_window_open_recent       (SpzWindow  *self,
                                       const char *uri);
void     spz_window_save_copy         (SpzWindow  *self);
void     spz_window_refresh_recent    (SpzWindow  *self);
void     spz_window_show_example      (SpzWindow  *self);
void     spz_window_cancel_loading    (SpzWindow  *self);

/* spz-window-import.c */

void     spz_window_import_init       (SpzWindow  *self);
void     spz_window_import            (SpzWindow  *self);
void     spz_window_import_clipboard  (SpzWindow  *self);

/* spz-window-search.c */

void     spz_window_focus_init        (SpzWindow  *self);
void     spz_window_search_init       (SpzWindow  *self);
void     spz_window_start_search      (SpzWindow  *self);
void     spz_window_stop_search       (SpzWindow  *self);

G_END_DECLS
