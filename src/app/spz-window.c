/* spz-window.c: a window that shows one programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-window-private.h"

#include "spz-calendar-popover.h"
#include "spz-feedback.h"
#include "spz-settings.h"
#include "spz-writing.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (SpzWindow, spz_window, ADW_TYPE_APPLICATION_WINDOW)

enum {
  PROP_0,
  PROP_PROGRAMME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
refresh_heading (SpzWindow *self)
{
  SpzProgrammeInfo *info = self->programme != NULL ? spz_programme_get_info (self->programme) : NULL;
  const char *title = NULL;
  const char *subtitle = NULL;

  if (info != NULL)
    {
      title = info->title[0] != '\0' ? info->title : _("Untitled Programme");
      subtitle = spz_programme_get_read_only (self->programme) ? _("Read-only") : info->organisation;
    }

  adw_window_title_set_title (self->heading, title != NULL ? title : _("Sprechzettel"));
  adw_window_title_set_subtitle (self->heading, subtitle != NULL ? subtitle : "");
  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : _("Sprechzettel"));
}

static void
refresh_banner (SpzWindow *self)
{
  SpzDate date = SPZ_DATE_NONE;
  g_autofree char *date_text = NULL;
  g_autofree char *text = NULL;

  if (self->programme != NULL && spz_programme_get_info (self->programme)->reference_date != SPZ_DATE_NONE)
    date = spz_programme_get_reference_date (self->programme);

  if (date == SPZ_DATE_NONE || date == spz_date_today ())
    {
      gtk_revealer_set_reveal_child (self->banner, FALSE);
      return;
    }

  date_text = spz_date_format (date, SPZ_DATE_STYLE_LONG);
  /* Translators: %s is a date, "1 February 2021" */
  text = g_strdup_printf (_("As of %s"), date_text);
  gtk_label_set_label (self->banner_label, text);
  gtk_revealer_set_reveal_child (self->banner, TRUE);
}

static void
refresh (SpzWindow *self)
{
  refresh_heading (self);
  refresh_banner (self);
  spz_window_actions_refresh (self);
}

static void
set_reference_date (SpzWindow *self,
                    SpzDate    date)
{
  g_autoptr(GError) error = NULL;

  if (self->programme == NULL)
    return;

  if (!spz_programme_set (self->programme, spz_programme_get_info (self->programme), &error,
                          "reference-date", date,
                          NULL))
    spz_feedback_report (GTK_WIDGET (self), g_steal_pointer (&error));
}

/* Today stays today tomorrow. */
static void
date_picked_cb (SpzWindow *self,
                int        date)
{
  set_reference_date (self, date == spz_date_today () ? SPZ_DATE_NONE : date);
}

static void
today_clicked_cb (SpzWindow *self)
{
  set_reference_date (self, SPZ_DATE_NONE);
}

static void
banner_popover_shown_cb (SpzWindow          *self,
                         SpzCalendarPopover *popover)
{
  if (self->programme != NULL)
    spz_calendar_popover_set_date (popover, spz_programme_get_reference_date (self->programme));
}

/* The popovers are made when they are first wanted: the window comes up
 * sooner. */
static void
create_banner_popover (GtkMenuButton *button,
                       gpointer       user_data)
{
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  popover = spz_calendar_popover_new ();
  g_signal_connect_object (popover, "show",
                           G_CALLBACK (banner_popover_shown_cb), user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "picked",
                           G_CALLBACK (date_picked_cb), user_data, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
}

static void
create_menu_popover (GtkMenuButton *button,
                     gpointer       user_data)
{
  SpzWindow *self = user_data;

  spz_window_refresh_recent (self);
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button,
                                 gtk_popover_menu_new_from_model (G_MENU_MODEL (self->primary_menu)));
}

static void
restore_state (SpzWindow *self)
{
  if (self->settings == NULL)
    return;

  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
save_state (SpzWindow *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->pages);
  int width, height;

  if (self->settings == NULL)
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  if (page != NULL)
    g_settings_set_string (self->settings, "page", page);
}

static gboolean
spz_window_close_request (GtkWindow *window)
{
  save_state (SPZ_WINDOW (window));

  return GTK_WINDOW_CLASS (spz_window_parent_class)->close_request (window);
}

static void
spz_window_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PROGRAMME:
      g_value_set_object (value, SPZ_WINDOW (object)->programme);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_window_dispose (GObject *object)
{
  SpzWindow *self = SPZ_WINDOW (object);

  spz_window_cancel_loading (self);

  if (self->pages != NULL)
    spz_window_set_programme (self, NULL);

  spz_writing_forget (spz_writing_get (GTK_WIDGET (self)), self);
  g_clear_object (&self->undo_toast);
  g_clear_object (&self->typing);
  g_clear_object (&self->programme_signals);
  g_clear_object (&self->settings);
  g_clear_object (&self->file);
  g_clear_pointer (&self->wanted_page, g_free);

  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_WINDOW);

  G_OBJECT_CLASS (spz_window_parent_class)->dispose (object);
}

/* Somebody may have changed the file while the user was elsewhere */
static void
is_active_cb (SpzWindow *self)
{
  GError *error = NULL;

  if (gtk_window_is_active (GTK_WINDOW (self)) && self->programme != NULL &&
      !spz_programme_refresh (self->programme, &error))
    spz_feedback_report (GTK_WIDGET (self), error);
}

static void
spz_window_class_init (SpzWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->get_property = spz_window_get_property;
  object_class->dispose = spz_window_dispose;

  window_class->close_request = spz_window_close_request;

  properties[PROP_PROGRAMME] =
    g_param_spec_object ("programme", NULL, NULL, SPZ_TYPE_PROGRAMME,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SpzWindow, states);
  gtk_widget_class_bind_template_child (widget_class, SpzWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, SpzWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SpzWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, SpzWindow, content);
  gtk_widget_class_bind_template_child (widget_class, SpzWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, SpzWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SpzWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, SpzWindow, undo_section);
  gtk_widget_class_bind_template_child (widget_class, SpzWindow, recent_section);
  gtk_widget_class_bind_template_child (widget_class, SpzWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SpzWindow, sidebar_stack);
  gtk_widget_class_bind_template_child (widget_class, SpzWindow, navigation);
  gtk_widget_class_bind_template_child (widget_class, SpzWindow, results);
  gtk_widget_class_bind_template_child (widget_class, SpzWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, SpzWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, SpzWindow, banner_label);
  gtk_widget_class_bind_template_child (widget_class, SpzWindow, banner_button);
  gtk_widget_class_bind_template_callback (widget_class, today_clicked_cb);

  /* Not accelerators of the application: those come before the focused
   * widget, and a text that is being edited has an undo of its own, as the
   * plan moves what is selected by Alt and the arrows. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK,
                                       "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
}

static void
take_words (gpointer data)
{
  SpzWindow *self = data;

  if (self->programme != NULL)
    spz_writing_take_words (spz_writing_get (GTK_WIDGET (self)), self->programme);
}

/* When there is nothing else to do: the window comes up sooner */
static void
queue_words (SpzWindow *self)
{
  SpzWriting *writing = spz_writing_get (GTK_WIDGET (self));

  spz_writing_forget (writing, self);
  spz_writing_queue (writing, take_words, self);
}

static void
names_changed_cb (SpzWindow  *self,
                  SpzChanges *changes)
{
  static const char *const tables[] = { "role", "action_field", "measure", "figure", "body", NULL };

  for (guint i = 0; i < changes->n_items; i++)
    {
      if (g_strv_contains (tables, changes->items[i].table))
        {
          queue_words (self);
          return;
        }
    }
}

static void
spz_window_init (SpzWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = spz_settings_new ();

  self->programme_signals = g_signal_group_new (SPZ_TYPE_PROGRAMME);
  g_signal_group_connect_swapped (self->programme_signals, "changed",
                                  G_CALLBACK (refresh), self);
  g_signal_group_connect_swapped (self->programme_signals, "changed",
                                  G_CALLBACK (names_changed_cb), self);
  g_signal_group_connect_swapped (self->programme_signals, "notify::reference-date",
                                  G_CALLBACK (refresh_banner), self);
  g_signal_group_connect_swapped (self->programme_signals, "notify::undo-label",
                                  G_CALLBACK (spz_window_actions_refresh), self);
  g_signal_group_connect_swapped (self->programme_signals, "notify::redo-label",
                                  G_CALLBACK (spz_window_actions_refresh), self);

  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_popover, self, NULL);
  gtk_menu_button_set_create_popup_func (self->banner_button, create_banner_popover, self, NULL);

  spz_window_pages_init (self);
  spz_window_focus_init (self);
  spz_window_search_init (self);
  spz_window_import_init (self);
  spz_window_actions_init (self);

  g_signal_connect (self, "notify::is-active", G_CALLBACK (is_active_cb), NULL);

  restore_state (self);
  refresh (self);
}

/**
 * spz_window_new:
 * @app: (nullable): the application the window belongs to
 *
 * Makes a window without a programme; see spz_window_load().
 *
 * Returns: (transfer none): a window that isn't shown yet
 */
SpzWindow *
spz_window_new (SpzApplication *app)
{
  return g_object_new (SPZ_TYPE_WINDOW,
                       "application", app,
                       NULL);
}

/**
 * spz_window_get_file:
 * @self: a window
 *
 * Gets the file that is shown or being read.
 *
 * Returns: (transfer none) (nullable): the file
 */
GFile *
spz_window_get_file (SpzWindow *self)
{
  g_return_val_if_fail (SPZ_IS_WINDOW (self), NULL);

  return self->file;
}

/**
 * spz_window_get_programme:
 * @self: a window
 *
 * Gets the programme that is shown.
 *
 * Returns: (transfer none) (nullable): the programme
 */
SpzProgramme *
spz_window_get_programme (SpzWindow *self)
{
  g_return_val_if_fail (SPZ_IS_WINDOW (self), NULL);

  return self->programme;
}

/**
 * spz_window_set_programme:
 * @self: a window
 * @programme: (nullable): a programme, or %NULL for none
 *
 * Shows another programme in the window.
 */
void
spz_window_set_programme (SpzWindow    *self,
                          SpzProgramme *programme)
{
  g_return_if_fail (SPZ_IS_WINDOW (self));
  g_return_if_fail (programme == NULL || SPZ_IS_PROGRAMME (programme));

  if (!g_set_object (&self->programme, programme))
    return;

  g_signal_group_set_target (self->programme_signals, programme);
  spz_window_pages_refresh (self);

  if (programme != NULL)
    {
      g_autofree char *wanted = g_strdup (self->wanted_page);

      if (wanted == NULL && self->settings != NULL)
        wanted = g_settings_get_string (self->settings, "page");
      spz_window_show_page (self, spz_window_has_page (wanted) ? wanted : "overview");
      /* Who asks for a page wants to see it in a narrow window, too */
      if (self->wanted_page != NULL)
        adw_leaflet_set_visible_child (self->leaflet, self->content);
      gtk_stack_set_visible_child_name (self->states, "programme");
    }

  if (programme != NULL)
    queue_words (self);
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRAMME]);
}

static gboolean
unparent_cb (gpointer user_data)
{
  gtk_widget_unparent (user_data);

  return G_SOURCE_REMOVE;
}

/* Not at once: what the popover was closed by may still be going on. */
static void
date_popover_closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

/* From the banner if there is one, else from where the menu was. */
void
spz_window_choose_reference_date (SpzWindow *self)
{
  GtkWidget *popover;

  if (self->programme == NULL)
    return;

  if (gtk_revealer_get_reveal_child (self->banner))
    {
      adw_leaflet_set_visible_child (self->leaflet, self->content);
      gtk_menu_button_popup (self->banner_button);
      return;
    }

  popover = spz_calendar_popover_new ();
  spz_calendar_popover_set_date (SPZ_CALENDAR_POPOVER (popover),
                                 spz_programme_get_reference_date (self->programme));
  gtk_widget_set_parent (popover, GTK_WIDGET (self->menu_button));
  g_signal_connect_object (popover, "picked", G_CALLBACK (date_picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (popover, "closed", G_CALLBACK (date_popover_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/**
 * spz_window_toast:
 * @self: a window
 * @text: plain text
 *
 * Says something in passing.
 */
void
spz_window_toast (SpzWindow  *self,
                  const char *text)
{
  g_autofree char *markup = NULL;

  g_return_if_fail (SPZ_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  /* A toast's title is markup. */
  markup = g_markup_escape_text (text, -1);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
}

static void
undo_toast_dismissed_cb (SpzWindow *self)
{
  g_clear_object (&self->undo_toast);
}

/**
 * spz_window_toast_undo:
 * @self: a window
 *
 * Says what the last step was, and offers to undo it. The offer goes when
 * another step is done, as it would undo that one.
 */
void
spz_window_toast_undo (SpzWindow *self)
{
  const char *label;
  g_autofree char *markup = NULL;

  g_return_if_fail (SPZ_IS_WINDOW (self));

  label = self->programme != NULL ? spz_programme_get_undo_label (self->programme) : NULL;
  if (label == NULL)
    return;

  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);

  markup = g_markup_escape_text (label, -1);
  self->undo_toast = adw_toast_new (markup);
  adw_toast_set_button_label (self->undo_toast, _("Undo"));
  adw_toast_set_action_name (self->undo_toast, "win.undo");
  adw_toast_set_priority (self->undo_toast, ADW_TOAST_PRIORITY_HIGH);
  g_signal_connect_object (self->undo_toast, "dismissed",
                           G_CALLBACK (undo_toast_dismissed_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->undo_toast));
}
