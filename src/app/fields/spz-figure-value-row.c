/* spz-figure-value-row.c: one value of a figure
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-figure-value-row.h"

#include "spz-delete.h"
#include "spz-feedback.h"
#include "spz-text-binding.h"
#include "spz-text.h"

struct _SpzFigureValueRow
{
  GtkListBoxRow   parent_instance;

  /* Owned */
  SpzProgramme   *programme;
  SpzFigure      *figure;
  SpzFigureValue *value;

  /* Template */
  GtkEditable    *date;
  GtkEditable    *number;
  GtkEditable    *source;
};

G_DEFINE_FINAL_TYPE (SpzFigureValueRow, spz_figure_value_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_wrong (GtkEditable *entry,
           gboolean     wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");

  gtk_accessible_update_state (GTK_ACCESSIBLE (entry),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
show (SpzFigureValueRow *self)
{
  g_autofree char *date = self->value->date != SPZ_DATE_NONE
                          ? spz_date_format (self->value->date, SPZ_DATE_STYLE_SHORT)
                          : g_strdup ("");
  g_autofree char *number = spz_text_format_number (self->value->value, (int) self->figure->decimals);

  gtk_editable_set_text (self->date, date);
  gtk_editable_set_text (self->number, number);
  set_wrong (self->date, FALSE);
  set_wrong (self->number, FALSE);
}

static void
take_date (SpzFigureValueRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->date)));
  SpzDate date = SPZ_DATE_NONE;
  GError *error = NULL;

  set_wrong (self->date, *text != '\0' && !spz_period_parse (text, &date, NULL, NULL));
  if (gtk_widget_has_css_class (GTK_WIDGET (self->date), "error") || date == self->value->date)
    return;

  if (!spz_programme_set (self->programme, self->value, &error, "date", date, NULL))
    spz_feedback_report (GTK_WIDGET (self), error);
}

static void
take_number (SpzFigureValueRow *self)
{
  double number;
  GError *error = NULL;

  set_wrong (self->number, !spz_text_parse_number (gtk_editable_get_text (self->number), &number));
  if (gtk_widget_has_css_class (GTK_WIDGET (self->number), "error") || number == self->value->value)
    return;

  if (!spz_programme_set (self->programme, self->value, &error, "value", number, NULL))
    spz_feedback_report (GTK_WIDGET (self), error);
}

static void
delete_cb (SpzFigureValueRow *self)
{
  spz_delete_record (GTK_WIDGET (self), self->programme, self->value);
}

static gboolean
spz_figure_value_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SPZ_FIGURE_VALUE_ROW (widget)->number));
}

static void
spz_figure_value_row_dispose (GObject *object)
{
  SpzFigureValueRow *self = SPZ_FIGURE_VALUE_ROW (object);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_FIGURE_VALUE_ROW);
  g_clear_object (&self->value);
  g_clear_object (&self->figure);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_figure_value_row_parent_class)->dispose (object);
}

static void
spz_figure_value_row_class_init (SpzFigureValueRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_figure_value_row_dispose;
  widget_class->grab_focus = spz_figure_value_row_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-figure-value-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzFigureValueRow, date);
  gtk_widget_class_bind_template_child (widget_class, SpzFigureValueRow, number);
  gtk_widget_class_bind_template_child (widget_class, SpzFigureValueRow, source);
  gtk_widget_class_bind_template_callback (widget_class, take_date);
  gtk_widget_class_bind_template_callback (widget_class, take_number);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
spz_figure_value_row_init (SpzFigureValueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_figure_value_row_new:
 * @programme: the programme
 * @figure: the figure
 * @value: one of its values
 *
 * Creates a row in which date, value and source are edited.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
spz_figure_value_row_new (SpzProgramme   *programme,
                          SpzFigure      *figure,
                          SpzFigureValue *value)
{
  SpzFigureValueRow *self = g_object_new (SPZ_TYPE_FIGURE_VALUE_ROW, NULL);

  self->programme = g_object_ref (programme);
  self->figure = g_object_ref (figure);
  self->value = g_object_ref (value);

  spz_text_bind (GTK_WIDGET (self->source), programme, value, "source");
  g_signal_connect_object (value, "notify::date", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (value, "notify::value", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (figure, "notify::decimals", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);

  return GTK_WIDGET (self);
}

/**
 * spz_figure_value_row_get_value:
 * @self: a row
 *
 * Gets the value the row edits.
 *
 * Returns: (transfer none): the value
 */
SpzFigureValue *
spz_figure_value_row_get_value (SpzFigureValueRow *self)
{
  g_return_val_if_fail (SPZ_IS_FIGURE_VALUE_ROW (self), NULL);

  return self->value;
}
