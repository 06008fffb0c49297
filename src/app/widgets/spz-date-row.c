/* spz-date-row.c: a row in which a date is written or picked
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-date-row.h"

#include "spz-calendar-popover.h"
#include "spz-feedback.h"

#include <glib/gi18n.h>

struct _SpzDateRow
{
  AdwEntryRow         parent_instance;

  SpzDate             date;
  SpzDate             fallback; /* shown where there is no date */
  SpzPrecision        precision;
  gboolean            use_end;
  gboolean            day_only;
  gboolean            has_problem;

  /* Owned, while bound */
  SpzProgramme       *programme;
  SpzRecord          *record;
  char               *date_property;
  char               *precision_property;
  gulong              notify_id;
  guint               retry_id;

  /* Borrowed: below the row, as long as what is written can't be taken */
  GtkWidget          *problem;

  /* Borrowed: children */
  SpzCalendarPopover *popover;
  GtkWidget          *button;
};

G_DEFINE_FINAL_TYPE (SpzDateRow, spz_date_row, ADW_TYPE_ENTRY_ROW)

enum {
  PROP_0,
  PROP_DATE,
  PROP_PRECISION,
  PROP_USE_END,
  PROP_DAY_ONLY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
format (SpzDateRow *self)
{
  if (self->date == SPZ_DATE_NONE && self->fallback != SPZ_DATE_NONE)
    return spz_date_format (self->fallback, SPZ_DATE_STYLE_LONG);

  if (self->date == SPZ_DATE_NONE)
    return g_strdup ("");

  if (self->precision == SPZ_PRECISION_DAY)
    return spz_date_format (self->date, SPZ_DATE_STYLE_LONG);

  return spz_date_format_precision (self->date, self->precision);
}

static GtkWidget *
create_problem (const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "error");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (row, "spz-problem");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);

  return row;
}

/* What is wrong stands in a row of its own below, where the eye is; what was
 * written stays, to be mended */
static void
set_problem (SpzDateRow *self,
             const char *text)
{
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (self));

  self->has_problem = text != NULL;
  if (self->problem != NULL)
    {
      gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (self->problem)), self->problem);
      g_clear_weak_pointer (&self->problem);
    }

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               text != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self))),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "",
                                  -1);
  if (text == NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
      return;
    }

  gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  if (GTK_IS_LIST_BOX (list))
    {
      g_set_weak_pointer (&self->problem, create_problem (text));
      gtk_list_box_insert (GTK_LIST_BOX (list), self->problem,
                           gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)) + 1);
    }
  else
    {
      spz_feedback_toast (GTK_WIDGET (self), text);
    }
}

static void
show (SpzDateRow *self)
{
  g_autofree char *text = format (self);

  if (strcmp (text, gtk_editable_get_text (GTK_EDITABLE (self))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self), text);
  set_problem (self, NULL);
}

static void
take (SpzDateRow   *self,
      SpzDate       date,
      SpzPrecision  precision)
{
  gboolean changed = date != self->date || precision != self->precision;

  self->date = date;
  self->precision = precision;
  show (self);

  if (changed)
    {
      g_object_freeze_notify (G_OBJECT (self));
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PRECISION]);
      g_object_thaw_notify (G_OBJECT (self));
    }
}

static void commit (SpzDateRow *self);

static void
retry_cb (gpointer data)
{
  SpzDateRow *self = data;

  self->retry_id = 0;
  if (self->has_problem && self->record != NULL)
    commit (self);
}

static void
read_record (SpzDateRow *self)
{
  int date = SPZ_DATE_NONE;
  SpzPrecision precision = SPZ_PRECISION_DAY;

  g_object_get (self->record, self->date_property, &date, NULL);
  if (self->precision_property != NULL)
    g_object_get (self->record, self->precision_property, &precision, NULL);

  /* What waits for another value of the record may be right now */
  if (self->has_problem)
    {
      self->date = date;
      self->precision = precision;
      if (self->retry_id == 0)
        self->retry_id = g_idle_add_once (retry_cb, self);
      return;
    }

  take (self, date, precision);
}

/* The user's date: into the record if there is one, which comes back as a
 * change, else into the row. */
static void
user_chose (SpzDateRow   *self,
            SpzDate       date,
            SpzPrecision  precision)
{
  g_autoptr(GError) error = NULL;
  gboolean done;

  if (date == self->date && precision == self->precision)
    {
      show (self);
      return;
    }

  if (self->record == NULL)
    {
      take (self, date, precision);
      return;
    }

  if (self->precision_property != NULL)
    done = spz_programme_set (self->programme, self->record, &error,
                              self->date_property, date,
                              self->precision_property, precision,
                              NULL);
  else
    done = spz_programme_set (self->programme, self->record, &error,
                              self->date_property, date,
                              NULL);

  if (!done)
    set_problem (self, error->message);
}

static void
commit (SpzDateRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  g_autofree char *shown = format (self);
  g_autofree char *typed = g_strstrip (g_strdup (text));
  SpzPrecision precision;
  SpzDate start, end;

  if (strcmp (typed, shown) == 0)
    {
      show (self);
      return;
    }

  if (typed[0] == '\0')
    {
      user_chose (self, SPZ_DATE_NONE, SPZ_PRECISION_DAY);
      return;
    }

  if (!spz_period_parse (typed, &start, &end, &precision) ||
      (self->day_only && precision != SPZ_PRECISION_DAY))
    {
      set_problem (self,
                   self->day_only
                     ? _("Please write a day, such as 8.2.2021")
                     : _("Please write a date, such as 8.2.2021, Q3 2021 or KW 7 2021"));
      return;
    }

  user_chose (self, self->use_end ? end : start, precision);
}

static void
left_cb (SpzDateRow *self)
{
  commit (self);
}

static gboolean
key_pressed_cb (SpzDateRow *self,
                guint       keyval)
{
  g_autofree char *text = NULL;

  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  text = format (self);
  if (strcmp (text, gtk_editable_get_text (GTK_EDITABLE (self))) == 0)
    return GDK_EVENT_PROPAGATE;

  show (self);

  return GDK_EVENT_STOP;
}

static void
popover_shown_cb (SpzDateRow *self)
{
  SpzDate date = self->date != SPZ_DATE_NONE ? self->date : self->fallback;

  if (date == SPZ_DATE_NONE)
    date = self->programme != NULL ? spz_programme_get_reference_date (self->programme)
                                   : spz_date_today ();
  spz_calendar_popover_set_date (self->popover, date);
}

static void
picked_cb (SpzDateRow *self,
           int         date)
{
  user_chose (self, date, SPZ_PRECISION_DAY);
}

static void
unbind (SpzDateRow *self)
{
  if (self->record != NULL)
    g_clear_signal_handler (&self->notify_id, self->record);
  g_clear_handle_id (&self->retry_id, g_source_remove);
  g_clear_object (&self->record);
  g_clear_object (&self->programme);
  g_clear_pointer (&self->date_property, g_free);
  g_clear_pointer (&self->precision_property, g_free);
}

static void
spz_date_row_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  SpzDateRow *self = SPZ_DATE_ROW (object);

  switch (prop_id)
    {
    case PROP_DATE:
      g_value_set_int (value, self->date);
      break;

    case PROP_PRECISION:
      g_value_set_enum (value, self->precision);
      break;

    case PROP_USE_END:
      g_value_set_boolean (value, self->use_end);
      break;

    case PROP_DAY_ONLY:
      g_value_set_boolean (value, self->day_only);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_date_row_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  SpzDateRow *self = SPZ_DATE_ROW (object);

  switch (prop_id)
    {
    case PROP_DATE:
      take (self, g_value_get_int (value), self->precision);
      break;

    case PROP_PRECISION:
      take (self, self->date, g_value_get_enum (value));
      break;

    case PROP_USE_END:
      self->use_end = g_value_get_boolean (value);
      break;

    case PROP_DAY_ONLY:
      self->day_only = g_value_get_boolean (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_date_row_dispose (GObject *object)
{
  SpzDateRow *self = SPZ_DATE_ROW (object);

  unbind (self);
  g_clear_weak_pointer (&self->problem);

  G_OBJECT_CLASS (spz_date_row_parent_class)->dispose (object);
}

static void
spz_date_row_class_init (SpzDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = spz_date_row_get_property;
  object_class->set_property = spz_date_row_set_property;
  object_class->dispose = spz_date_row_dispose;

  properties[PROP_DATE] =
    g_param_spec_int ("date", NULL, NULL, G_MININT, G_MAXINT, SPZ_DATE_NONE,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PRECISION] =
    g_param_spec_enum ("precision", NULL, NULL, SPZ_TYPE_PRECISION, SPZ_PRECISION_DAY,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_USE_END] =
    g_param_spec_boolean ("use-end", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DAY_ONLY] =
    g_param_spec_boolean ("day-only", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
spz_date_row_init (SpzDateRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->popover = SPZ_CALENDAR_POPOVER (spz_calendar_popover_new ());
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "spz-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), GTK_WIDGET (self->popover));
  gtk_widget_set_tooltip_text (self->button, _("Pick a Day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pick a Day"),
                                  -1);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->button);

  g_signal_connect_object (self->popover, "show", G_CALLBACK (popover_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "entry-activated", G_CALLBACK (commit), NULL);

  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * spz_date_row_new:
 *
 * Makes a row in which a date is written, as people write dates, or picked
 * from a calendar.
 *
 * Returns: (transfer none): a row
 */
GtkWidget *
spz_date_row_new (void)
{
  return g_object_new (SPZ_TYPE_DATE_ROW, NULL);
}

/**
 * spz_date_row_get_date:
 * @self: a row
 *
 * Gets the date.
 *
 * Returns: a date, or %SPZ_DATE_NONE
 */
SpzDate
spz_date_row_get_date (SpzDateRow *self)
{
  g_return_val_if_fail (SPZ_IS_DATE_ROW (self), SPZ_DATE_NONE);

  return self->date;
}

/**
 * spz_date_row_set_date:
 * @self: a row
 * @date: a date, or %SPZ_DATE_NONE
 * @precision: how exactly it is known
 *
 * Shows a date in a row that isn't bound to a record.
 */
void
spz_date_row_set_date (SpzDateRow   *self,
                       SpzDate       date,
                       SpzPrecision  precision)
{
  g_return_if_fail (SPZ_IS_DATE_ROW (self));

  take (self, date, precision);
}

/**
 * spz_date_row_set_fallback:
 * @self: a row
 * @fallback: a date, or %SPZ_DATE_NONE
 *
 * Sets the date that holds, and is shown, as long as no other is given.
 * Erasing what is written goes back to it.
 */
void
spz_date_row_set_fallback (SpzDateRow *self,
                           SpzDate     fallback)
{
  g_return_if_fail (SPZ_IS_DATE_ROW (self));

  if (self->fallback == fallback)
    return;

  self->fallback = fallback;
  if (!self->has_problem)
    show (self);
}

/**
 * spz_date_row_get_has_problem:
 * @self: a row
 *
 * Tells whether what is written can't be taken for now; the row says why.
 *
 * Returns: whether it is still to be mended
 */
gboolean
spz_date_row_get_has_problem (SpzDateRow *self)
{
  g_return_val_if_fail (SPZ_IS_DATE_ROW (self), FALSE);

  return self->has_problem;
}

/**
 * spz_date_row_bind:
 * @self: a row
 * @programme: (nullable): the programme
 * @record: (nullable): a record of it, or %NULL to end a former binding
 * @date_property: (nullable): its property that is a date
 * @precision_property: (nullable): its property that is the date's precision;
 *   without one, only days are accepted
 *
 * Lets the row show and follow a date of @record and lets the user edit it,
 * each time as one undoable step.
 */
void
spz_date_row_bind (SpzDateRow   *self,
                   SpzProgramme *programme,
                   gpointer      record,
                   const char   *date_property,
                   const char   *precision_property)
{
  g_return_if_fail (SPZ_IS_DATE_ROW (self));
  g_return_if_fail (record == NULL || (SPZ_IS_RECORD (record) && date_property != NULL));

  unbind (self);
  if (self->has_problem)
    set_problem (self, NULL);
  if (record == NULL)
    return;

  self->programme = g_object_ref (programme);
  self->record = g_object_ref (record);
  self->date_property = g_strdup (date_property);
  self->precision_property = g_strdup (precision_property);
  if (precision_property == NULL)
    self->day_only = TRUE;

  self->notify_id = g_signal_connect_swapped (record, "notify", G_CALLBACK (read_record), self);
  gtk_editable_set_editable (GTK_EDITABLE (self), !spz_programme_get_read_only (programme));
  gtk_widget_set_sensitive (self->button, !spz_programme_get_read_only (programme));
  read_record (self);
}
