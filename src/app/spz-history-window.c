/* spz-history-window.c: what was done, when, by whom
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-history-window.h"

#include "spz-feedback.h"

#include <glib/gi18n.h>

#define MAX_ENTRIES 200

struct _SpzHistoryWindow
{
  AdwWindow     parent_instance;

  /* Owned */
  SpzProgramme *programme;

  /* Template */
  GtkStack     *stack;
  GtkListBox   *list;
};

G_DEFINE_FINAL_TYPE (SpzHistoryWindow, spz_history_window, ADW_TYPE_WINDOW)

static GtkWidget *
make_row (const SpzHistoryEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *when = spz_history_dup_when (entry->at);
  g_autofree char *detail = NULL;

  if (entry->undone)
    /* Translators: who did it, when; it is undone at present */
    detail = g_strdup_printf (_("%s, %s, undone"), entry->who, when);
  else
    /* Translators: who did it, when */
    detail = g_strdup_printf (_("%s, %s"), entry->who, when);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), entry->label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  if (entry->undone)
    gtk_widget_add_css_class (row, "dim-label");

  return row;
}

static void
refresh (SpzHistoryWindow *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  entries = spz_programme_get_history (self->programme, MAX_ENTRIES, &error);
  if (entries == NULL)
    {
      spz_feedback_report (GTK_WIDGET (self), g_steal_pointer (&error));
      return;
    }

  for (guint i = 0; i < entries->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (entries, i)));
  gtk_stack_set_visible_child_name (self->stack, entries->len > 0 ? "history" : "nothing");
}

static void
spz_history_window_dispose (GObject *object)
{
  SpzHistoryWindow *self = SPZ_HISTORY_WINDOW (object);

  g_clear_object (&self->programme);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_HISTORY_WINDOW);

  G_OBJECT_CLASS (spz_history_window_parent_class)->dispose (object);
}

static void
spz_history_window_class_init (SpzHistoryWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = spz_history_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-history-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzHistoryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SpzHistoryWindow, list);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK,
                                       "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
}

static void
spz_history_window_init (SpzHistoryWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_history_window_new:
 * @parent: (nullable): the window it belongs to, whose undo and redo it offers
 * @programme: a programme
 *
 * Makes a window that tells what was done to @programme, the last step first.
 *
 * Returns: (transfer none): a window that isn't shown yet
 */
GtkWindow *
spz_history_window_new (GtkWindow    *parent,
                        SpzProgramme *programme)
{
  SpzHistoryWindow *self;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);

  self = g_object_new (SPZ_TYPE_HISTORY_WINDOW,
                       "transient-for", parent,
                       NULL);
  if (G_IS_ACTION_GROUP (parent))
    gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (parent));

  self->programme = g_object_ref (programme);
  g_signal_connect_object (programme, "notify::undo-label",
                           G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (programme, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);

  return GTK_WINDOW (self);
}

/**
 * spz_history_dup_when:
 * @at: when, ISO 8601 in UTC
 *
 * Tells when something was done: today by the time, else by the day.
 *
 * Returns: (transfer full): "today, 14:05" or "1 February 2021"
 */
char *
spz_history_dup_when (const char *at)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) then = g_date_time_new_from_iso8601 (at, utc);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) local = then != NULL ? g_date_time_to_local (then) : NULL;

  if (local == NULL)
    return g_strdup (at);

  if (g_date_time_get_year (local) == g_date_time_get_year (now) &&
      g_date_time_get_day_of_year (local) == g_date_time_get_day_of_year (now))
    /* Translators: a time of today, for g_date_time_format() */
    return g_date_time_format (local, _("today, %H:%M"));

  return spz_date_format (spz_date_new (g_date_time_get_year (local),
                                        g_date_time_get_month (local),
                                        g_date_time_get_day_of_month (local)),
                          SPZ_DATE_STYLE_LONG);
}
