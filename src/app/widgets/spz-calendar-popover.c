/* spz-calendar-popover.c: a calendar to pick a day from
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-calendar-popover.h"

#include <glib/gi18n.h>

struct _SpzCalendarPopover
{
  GtkPopover   parent_instance;

  /* Borrowed: children */
  GtkCalendar *calendar;
};

G_DEFINE_FINAL_TYPE (SpzCalendarPopover, spz_calendar_popover, GTK_TYPE_POPOVER)

enum {
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
pick (SpzCalendarPopover *self)
{
  g_autoptr(GDateTime) day = gtk_calendar_get_date (self->calendar);
  int date = spz_date_new (g_date_time_get_year (day),
                           g_date_time_get_month (day),
                           g_date_time_get_day_of_month (day));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PICKED], 0, date);
}

/* "day-selected" also comes when the keyboard or the month arrows move the
 * selection: only a click on a day, Return or the button takes it. */
static void
released_cb (SpzCalendarPopover *self,
             int                 n_press,
             double              x,
             double              y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->calendar), x, y, GTK_PICK_DEFAULT);

  if (picked != NULL && gtk_widget_has_css_class (picked, "day-number"))
    pick (self);
}

static gboolean
key_pressed_cb (SpzCalendarPopover *self,
                guint               keyval)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;

  pick (self);

  return GDK_EVENT_STOP;
}

static void
spz_calendar_popover_class_init (SpzCalendarPopoverClass *klass)
{
  /**
   * SpzCalendarPopover::picked:
   * @self: the popover
   * @date: the day, an #SpzDate
   *
   * The user picked a day.
   */
  signals[PICKED] =
    g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
spz_calendar_popover_init (SpzCalendarPopover *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->calendar));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Calendar"),
                                  -1);

  /* In the capture phase: the calendar claims the press for itself. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->calendar), GTK_EVENT_CONTROLLER (click));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->calendar), keys);
}

/**
 * spz_calendar_popover_new:
 *
 * Makes a calendar to pick a day from.
 *
 * Returns: (transfer none): a popover
 */
GtkWidget *
spz_calendar_popover_new (void)
{
  return g_object_new (SPZ_TYPE_CALENDAR_POPOVER, NULL);
}

/**
 * spz_calendar_popover_set_date:
 * @self: a popover
 * @date: a day; %SPZ_DATE_NONE leaves what is shown
 *
 * Shows the month of @date, with that day selected.
 */
void
spz_calendar_popover_set_date (SpzCalendarPopover *self,
                               SpzDate             date)
{
  g_autoptr(GDateTime) day = NULL;
  int year, month, number;

  g_return_if_fail (SPZ_IS_CALENDAR_POPOVER (self));

  if (date == SPZ_DATE_NONE)
    return;

  spz_date_get (date, &year, &month, &number);
  day = g_date_time_new_local (year, month, number, 12, 0, 0);
  gtk_calendar_select_day (self->calendar, day);
}
