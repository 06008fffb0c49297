/* spz-figure-card.c: a key figure as a small card
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-figure-card.h"

#include "spz-audience-pill.h"
#include "spz-delete.h"
#include "spz-deliveries.h"
#include "spz-feedback.h"
#include "spz-figure-chart.h"
#include "spz-figure-editor.h"
#include "spz-figures.h"
#include "spz-text.h"
#include "spz-tooltip.h"

#include <math.h>

struct _SpzFigureCard
{
  GtkFlowBoxChild   parent_instance;

  /* Owned */
  SpzProgramme     *programme;
  SpzFigure        *figure;
  SpzRecordList    *values;

  /* Template */
  GtkLabel         *title;
  GtkLabel         *audience;
  GtkLabel         *number;
  GtkLabel         *date;
  GtkLabel         *change;
  GtkWidget        *chart_box;
  SpzFigureChart   *chart;
  GtkLabel         *first;
  GtkLabel         *last;
  GtkWidget        *arithmetic_box;
  GtkLabel         *arithmetic;
  GtkImage         *arithmetic_icon;
  GtkLabel         *wrong;
  GtkMenuButton    *edit_button;
  SpzFigureEditor  *editor;
};

G_DEFINE_FINAL_TYPE (SpzFigureCard, spz_figure_card, GTK_TYPE_FLOW_BOX_CHILD)

static SpzDate
get_as_of (SpzFigureCard *self)
{
  return spz_programme_get_reference_date (self->programme);
}

static void
show_number (SpzFigureCard *self)
{
  SpzFigureValue *value = spz_figure_get_value (self->programme, self->figure, get_as_of (self));
  g_autofree char *number = NULL;
  g_autofree char *date = NULL;
  double amount;

  if (spz_figure_get_number (self->programme, self->figure, get_as_of (self), &amount, NULL))
    number = spz_figure_format_number (self->figure, amount);

  if (value != NULL && value->date != SPZ_DATE_NONE)
    date = spz_date_format (value->date, SPZ_DATE_STYLE_SHORT);

  gtk_label_set_label (self->number, number != NULL ? number : "–");
  gtk_label_set_label (self->date, date != NULL ? date : number == NULL ? _("No value yet") : "");
  spz_tooltip_set (GTK_WIDGET (self->date),
                   value != NULL && *value->source != '\0' ? value->source : NULL);
}

/* Since the last delivery, or, where nothing was delivered, the value before */
static char *
describe_change (SpzFigureCard *self,
                 double        *change)
{
  SpzDelivery *last = spz_deliveries_get_last (self->programme, get_as_of (self));
  g_autofree char *date = NULL;
  SpzDate since;

  if (last != NULL &&
      spz_figure_get_change_since (self->programme, self->figure, get_as_of (self), spz_delivery_get_date (last), change))
    {
      date = spz_date_format (spz_delivery_get_date (last), SPZ_DATE_STYLE_SHORT);
      /* Translators: a figure's change, "since the briefing of 08.02.2021" */
      return g_strdup_printf (_("since the briefing of %s"), date);
    }

  if (!spz_figure_get_change (self->programme, self->figure, get_as_of (self), change, &since))
    return NULL;

  date = spz_date_format (since, SPZ_DATE_STYLE_SHORT);

  /* Translators: a figure's change, "since 19.01.2021" */
  return g_strdup_printf (_("since %s"), date);
}

static void
show_change (SpzFigureCard *self)
{
  g_autofree char *text = NULL;
  double change = 0;
  g_autofree char *since = describe_change (self, &change);

  if (since != NULL && fabs (change) > 0)
    {
      g_autofree char *amount = spz_text_format_number (fabs (change), (int) self->figure->decimals);

      text = g_strconcat (change > 0 ? "+" : "−", amount, NULL);
    }

  gtk_label_set_label (self->change, text != NULL ? text : "");
  spz_tooltip_set (GTK_WIDGET (self->change), since);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->change),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, since != NULL ? since : "", -1);
  gtk_widget_set_visible (GTK_WIDGET (self->change), text != NULL);
}

static void
label_end (SpzFigureCard  *self,
           GtkLabel       *label,
           SpzFigureValue *value)
{
  g_autofree char *number = spz_text_format_number (value->value, (int) self->figure->decimals);
  g_autofree char *date = spz_date_format (value->date, SPZ_DATE_STYLE_SHORT);
  g_autofree char *text = g_strdup_printf ("%s\n%s", number, date);

  gtk_label_set_label (label, text);
}

/* Where the line begins and where it ends */
static void
show_chart (SpzFigureCard *self)
{
  SpzFigureValue *first = NULL;
  SpzFigureValue *last = NULL;

  for (guint i = 0; i < spz_record_list_get_size (self->values); i++)
    {
      SpzFigureValue *value = spz_record_list_get (self->values, i);

      if (value->date == SPZ_DATE_NONE)
        continue;
      if (first == NULL || value->date < first->date)
        first = value;
      if (last == NULL || value->date >= last->date)
        last = value;
    }

  gtk_widget_set_visible (self->chart_box, first != last);
  if (first != last)
    {
      label_end (self, self->first, first);
      label_end (self, self->last, last);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self->chart));
}

/* In a few words, as there is little room; the whole is said beside the icon */
static char *
describe_break (SpzFigureCard *self)
{
  SpzFigureValue *value = spz_figure_get_value (self->programme, self->figure, get_as_of (self));
  g_autofree char *number = NULL;
  SpzFigure *culprit;
  double expected;

  culprit = spz_figure_find_culprit (self->programme, self->figure, get_as_of (self), &expected);
  if (culprit != NULL)
    {
      number = spz_figure_format_number (culprit, expected);
      /* Translators: a key figure, the value with which the sum would hold */
      return g_strdup_printf (_("“%s” should be %s"), culprit->title, number);
    }

  if (value == NULL)
    return NULL;

  number = spz_figure_format_number (self->figure, value->value);
  /* Translators: the value of a figure that is not what its formula gives */
  return g_strdup_printf (_("%s is recorded"), number);
}

/* "483 + 92 + 38 = 613 ✓", or what does not add up */
static void
show_arithmetic (SpzFigureCard *self)
{
  g_autofree char *text = spz_figure_format_arithmetic (self->programme, self->figure, get_as_of (self));
  g_autoptr(GError) error = NULL;
  gboolean holds = spz_figure_check (self->programme, self->figure, get_as_of (self), &error);
  g_autofree char *wrong = !holds ? describe_break (self) : NULL;
  GtkWidget *icon = GTK_WIDGET (self->arithmetic_icon);

  gtk_widget_set_visible (GTK_WIDGET (self->wrong), wrong != NULL);
  gtk_label_set_label (self->wrong, wrong != NULL ? wrong : "");
  gtk_widget_set_visible (self->arithmetic_box, text != NULL || !holds);
  gtk_label_set_label (self->arithmetic, text != NULL ? text : self->figure->formula);
  gtk_image_set_from_icon_name (self->arithmetic_icon,
                                holds ? "emblem-ok-symbolic" : "dialog-warning-symbolic");
  spz_tooltip_set (self->arithmetic_box, holds ? _("Adds up") : error->message);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, holds ? _("Adds up") : error->message,
                                  -1);
  gtk_widget_remove_css_class (icon, holds ? "warning" : "success");
  gtk_widget_add_css_class (icon, holds ? "success" : "warning");
}

static void
show (SpzFigureCard *self)
{
  const char *title = *self->figure->title != '\0' ? self->figure->title : _("New Figure");

  gtk_label_set_label (self->title, title);
  spz_audience_pill_show (self->audience, (SpzAudience) self->figure->audience);
  show_number (self);
  show_change (self);
  show_arithmetic (self);
  show_chart (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gtk_label_get_label (self->number),
                                  -1);
}

static void
changed_cb (SpzFigureCard *self,
            SpzChanges    *changes)
{
  for (guint i = 0; i < changes->n_items; i++)
    {
      /* A formula's figure changes with the others */
      if (g_str_has_prefix (changes->items[i].table, "figure") ||
          g_str_equal (changes->items[i].table, "delivery"))
        {
          show (self);
          return;
        }
    }
}

static void
move (SpzFigureCard *self,
      int            direction)
{
  SpzRecordList *siblings = spz_programme_get_children (self->programme, SPZ_TYPE_FIGURE,
                                                        "action_field", self->figure->action_field);
  int index = spz_record_list_index_of (siblings, SPZ_RECORD (self->figure)) + direction;
  GError *error = NULL;

  if (index < 0 || index >= (int) spz_record_list_get_size (siblings))
    return;

  if (!spz_programme_move (self->programme, self->figure, siblings, (guint) index, &error))
    spz_feedback_report (GTK_WIDGET (self), error);
}

static void
action_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  SpzFigureCard *self = SPZ_FIGURE_CARD (widget);

  if (g_str_equal (name, "figure.delete"))
    {
      gtk_menu_button_popdown (self->edit_button);
      spz_delete_record (widget, self->programme, self->figure);
    }
  else
    {
      move (self, g_str_equal (name, "figure.move-left") ? -1 : 1);
    }
}

static void
spz_figure_card_dispose (GObject *object)
{
  SpzFigureCard *self = SPZ_FIGURE_CARD (object);

  /* GTK 4.8 leaks a popover that goes while it is open */
  if (self->editor != NULL)
    spz_figure_editor_set_figure (self->editor, NULL, NULL);

  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_FIGURE_CARD);
  g_clear_object (&self->values);
  g_clear_object (&self->figure);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_figure_card_parent_class)->dispose (object);
}

static void
spz_figure_card_class_init (SpzFigureCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_figure_card_dispose;

  g_type_ensure (SPZ_TYPE_FIGURE_CHART);
  g_type_ensure (SPZ_TYPE_FIGURE_EDITOR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-figure-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzFigureCard, title);
  gtk_widget_class_bind_template_child (widget_class, SpzFigureCard, audience);
  gtk_widget_class_bind_template_child (widget_class, SpzFigureCard, number);
  gtk_widget_class_bind_template_child (widget_class, SpzFigureCard, date);
  gtk_widget_class_bind_template_child (widget_class, SpzFigureCard, change);
  gtk_widget_class_bind_template_child (widget_class, SpzFigureCard, chart_box);
  gtk_widget_class_bind_template_child (widget_class, SpzFigureCard, chart);
  gtk_widget_class_bind_template_child (widget_class, SpzFigureCard, first);
  gtk_widget_class_bind_template_child (widget_class, SpzFigureCard, last);
  gtk_widget_class_bind_template_child (widget_class, SpzFigureCard, arithmetic_box);
  gtk_widget_class_bind_template_child (widget_class, SpzFigureCard, arithmetic);
  gtk_widget_class_bind_template_child (widget_class, SpzFigureCard, arithmetic_icon);
  gtk_widget_class_bind_template_child (widget_class, SpzFigureCard, wrong);
  gtk_widget_class_bind_template_child (widget_class, SpzFigureCard, edit_button);
  gtk_widget_class_bind_template_child (widget_class, SpzFigureCard, editor);

  gtk_widget_class_install_action (widget_class, "figure.delete", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "figure.move-left", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "figure.move-right", NULL, action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "figure.move-left", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "figure.move-right", NULL);
}

static void
spz_figure_card_init (SpzFigureCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_figure_card_new:
 * @programme: the programme
 * @figure: one of its figures
 *
 * Creates a card with the figure's value as of the reference date, its change,
 * its arithmetic and its values over time; a popover edits them.
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
spz_figure_card_new (SpzProgramme *programme,
                     SpzFigure    *figure)
{
  SpzFigureCard *self = g_object_new (SPZ_TYPE_FIGURE_CARD, NULL);
  gboolean editable = !spz_programme_get_read_only (programme);

  self->programme = g_object_ref (programme);
  self->figure = g_object_ref (figure);
  self->values = g_object_ref (spz_programme_get_children (programme, SPZ_TYPE_FIGURE_VALUE, "figure",
                                                           spz_record_get_id (SPZ_RECORD (figure))));

  spz_figure_chart_set_values (self->chart, G_LIST_MODEL (self->values));
  spz_figure_editor_set_figure (self->editor, programme, figure);
  gtk_widget_set_visible (GTK_WIDGET (self->edit_button), editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "figure.delete", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "figure.move-left", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "figure.move-right", editable);
  g_signal_connect_object (programme, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (programme, "notify::reference-date",
                           G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);

  return GTK_WIDGET (self);
}

/**
 * spz_figure_card_get_figure:
 * @self: a card
 *
 * Gets the figure the card shows.
 *
 * Returns: (transfer none): the figure
 */
SpzFigure *
spz_figure_card_get_figure (SpzFigureCard *self)
{
  g_return_val_if_fail (SPZ_IS_FIGURE_CARD (self), NULL);

  return self->figure;
}

/**
 * spz_figure_card_edit:
 * @self: a card
 *
 * Opens the popover in which the figure and its values are edited.
 */
void
spz_figure_card_edit (SpzFigureCard *self)
{
  g_return_if_fail (SPZ_IS_FIGURE_CARD (self));

  gtk_menu_button_popup (self->edit_button);
}
