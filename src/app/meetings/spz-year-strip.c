/* spz-year-strip.c: the meetings of a year, month by month
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-year-strip.h"

#include "spz-date.h"
#include "spz-meeting-row.h"

#define N_MONTHS 12
#define N_COLUMNS 6
#define MAX_DOTS 3

/**
 * SpzYearStrip:
 *
 * Twelve months as buttons, a dot a meeting. Pressing one emits "open" with
 * the month's first meeting, pressing it again with the next one.
 */
struct _SpzYearStrip
{
  GtkBox        parent_instance;

  /* Owned */
  SpzProgramme *programme;
  SpzMeeting   *meeting;

  int           year;

  /* Template */
  GtkWidget    *earlier;
  GtkWidget    *later;
  GtkLabel     *year_label;
  GtkGrid      *months;

  /* Borrowed: in the grid of months */
  GtkWidget    *buttons[N_MONTHS];
  GtkLabel     *dots[N_MONTHS];
};

G_DEFINE_FINAL_TYPE (SpzYearStrip, spz_year_strip, GTK_TYPE_BOX)

enum { OPEN, N_SIGNALS };

static guint signals[N_SIGNALS];

static SpzRecordList *
get_meetings (SpzYearStrip *self)
{
  return spz_programme_get_list (self->programme, SPZ_TYPE_MEETING);
}

static gboolean
is_in (SpzMeeting *meeting,
       int         year,
       int         month)
{
  int its_year, its_month, its_day;

  if (meeting->date == SPZ_DATE_NONE)
    return FALSE;

  spz_date_get (meeting->date, &its_year, &its_month, &its_day);

  return its_year == year && (month == 0 || its_month == month);
}

/* The first meeting of the month, or the one after the meeting shown */
static SpzMeeting *
find_next (SpzYearStrip *self,
           int           month)
{
  SpzRecordList *meetings = get_meetings (self);
  SpzMeeting *first = NULL;
  gboolean passed = FALSE;

  for (guint i = 0; i < spz_record_list_get_size (meetings); i++)
    {
      SpzMeeting *meeting = spz_record_list_get (meetings, i);

      if (!is_in (meeting, self->year, month))
        continue;
      if (passed)
        return meeting;
      if (first == NULL)
        first = meeting;
      passed = meeting == self->meeting;
    }

  return first;
}

/* A full dot a meeting, a hollow one where it was cancelled */
static guint
count_month (SpzYearStrip *self,
             int           month,
             GString      *dots)
{
  SpzRecordList *meetings = get_meetings (self);
  guint n_meetings = 0;

  for (guint i = 0; i < spz_record_list_get_size (meetings); i++)
    {
      SpzMeeting *meeting = spz_record_list_get (meetings, i);

      if (is_in (meeting, self->year, month) && n_meetings++ < MAX_DOTS)
        g_string_append (dots, meeting->state == SPZ_MEETING_CANCELLED ? "◦" : "•");
    }

  return n_meetings;
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_month (SpzYearStrip *self,
            int           month)
{
  GtkWidget *button = self->buttons[month - 1];
  g_autoptr(GString) dots = g_string_new (NULL);
  guint n_meetings = count_month (self, month, dots);
  g_autofree char *name = spz_date_format_precision (spz_date_new (self->year, month, 1), SPZ_PRECISION_MONTH);
  g_autofree char *text = g_strdup_printf (ngettext ("%s: %u meeting", "%s: %u meetings", n_meetings),
                                           name, n_meetings);
  int year, this_month, day;

  spz_date_get (spz_programme_get_reference_date (self->programme), &year, &this_month, &day);
  gtk_label_set_label (self->dots[month - 1], dots->str);
  gtk_widget_set_sensitive (button, n_meetings > 0);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  set_class (button, "today", year == self->year && this_month == month);
  set_class (button, "selected", self->meeting != NULL && is_in (self->meeting, self->year, month));
}

/* The years between which there is something to see: those of the meetings,
 * and the present one */
static void
get_years (SpzYearStrip *self,
           int          *first,
           int          *last)
{
  SpzRecordList *meetings = get_meetings (self);
  int year, month, day;

  spz_date_get (spz_programme_get_reference_date (self->programme), &year, &month, &day);
  *first = *last = year;

  for (guint i = 0; i < spz_record_list_get_size (meetings); i++)
    {
      SpzMeeting *meeting = spz_record_list_get (meetings, i);

      if (meeting->date == SPZ_DATE_NONE)
        continue;
      spz_date_get (meeting->date, &year, &month, &day);
      *first = MIN (*first, year);
      *last = MAX (*last, year);
    }
}

static void
show (SpzYearStrip *self)
{
  g_autofree char *year = g_strdup_printf ("%d", self->year);
  int first, last;

  get_years (self, &first, &last);
  gtk_label_set_label (self->year_label, year);
  gtk_widget_set_sensitive (self->earlier, self->year > first);
  gtk_widget_set_sensitive (self->later, self->year < last);
  for (int month = 1; month <= N_MONTHS; month++)
    show_month (self, month);
}

static void
changed_cb (SpzYearStrip *self,
            SpzChanges   *changes)
{
  for (guint i = 0; i < changes->n_items; i++)
    {
      if (g_str_equal (changes->items[i].table, "meeting"))
        {
          show (self);
          return;
        }
    }
}

static void
earlier_cb (SpzYearStrip *self)
{
  self->year--;
  show (self);
}

static void
later_cb (SpzYearStrip *self)
{
  self->year++;
  show (self);
}

static void
month_clicked_cb (SpzYearStrip *self,
                  GtkWidget    *button)
{
  for (int month = 1; month <= N_MONTHS; month++)
    if (self->buttons[month - 1] == button)
      {
        SpzMeeting *meeting = find_next (self, month);

        if (meeting != NULL)
          g_signal_emit (self, signals[OPEN], 0, meeting);
        return;
      }
}

static void
add_month (SpzYearStrip *self,
           int           month)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (spz_month_get_short_name (month));
  GtkWidget *dots = gtk_label_new (NULL);

  gtk_widget_add_css_class (dots, "dots");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), dots);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "month");
  g_signal_connect_object (button, "clicked", G_CALLBACK (month_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (self->months, button, (month - 1) % N_COLUMNS, (month - 1) / N_COLUMNS, 1, 1);
  self->buttons[month - 1] = button;
  self->dots[month - 1] = GTK_LABEL (dots);
}

static void
spz_year_strip_dispose (GObject *object)
{
  SpzYearStrip *self = SPZ_YEAR_STRIP (object);

  spz_year_strip_set_programme (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_YEAR_STRIP);

  G_OBJECT_CLASS (spz_year_strip_parent_class)->dispose (object);
}

static void
spz_year_strip_class_init (SpzYearStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_year_strip_dispose;

  signals[OPEN] =
    g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, SPZ_TYPE_MEETING);

  gtk_widget_class_set_template_from_resource (widget_class, SPZ_RESOURCE_PATH "/spz-year-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzYearStrip, earlier);
  gtk_widget_class_bind_template_child (widget_class, SpzYearStrip, later);
  gtk_widget_class_bind_template_child (widget_class, SpzYearStrip, year_label);
  gtk_widget_class_bind_template_child (widget_class, SpzYearStrip, months);
  gtk_widget_class_bind_template_callback (widget_class, earlier_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
}

static void
spz_year_strip_init (SpzYearStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (int month = 1; month <= N_MONTHS; month++)
    add_month (self, month);
}

/* What "today" is, is the programme's reference date */
static void
show_today (SpzYearStrip *self)
{
  int month, day;

  spz_date_get (spz_programme_get_reference_date (self->programme), &self->year, &month, &day);
  show (self);
}

/**
 * spz_year_strip_set_programme:
 * @self: a strip
 * @programme: (nullable): a programme, or %NULL to let go of it
 *
 * Shows a programme's meetings, in the year of its reference date.
 */
void
spz_year_strip_set_programme (SpzYearStrip *self,
                              SpzProgramme *programme)
{
  g_return_if_fail (SPZ_IS_YEAR_STRIP (self));

  if (self->programme != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->programme, changed_cb, self);
      g_signal_handlers_disconnect_by_func (self->programme, show_today, self);
    }
  g_clear_object (&self->meeting);
  g_set_object (&self->programme, programme);

  if (programme == NULL)
    return;

  g_signal_connect_object (programme, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (programme, "notify::reference-date",
                           G_CALLBACK (show_today), self, G_CONNECT_SWAPPED);
  show_today (self);
}

/**
 * spz_year_strip_show_meeting:
 * @self: a strip
 * @meeting: (nullable): the meeting to mark the month of
 *
 * Turns to the year of a meeting, and marks its month.
 */
void
spz_year_strip_show_meeting (SpzYearStrip *self,
                             SpzMeeting   *meeting)
{
  int month, day;

  g_return_if_fail (SPZ_IS_YEAR_STRIP (self));

  g_set_object (&self->meeting, meeting);
  if (self->programme == NULL)
    return;

  if (meeting != NULL && meeting->date != SPZ_DATE_NONE)
    spz_date_get (meeting->date, &self->year, &month, &day);
  show (self);
}

/**
 * spz_year_strip_get_year:
 * @self: a strip
 *
 * Returns: the year shown
 */
int
spz_year_strip_get_year (SpzYearStrip *self)
{
  g_return_val_if_fail (SPZ_IS_YEAR_STRIP (self), 0);

  return self->year;
}
