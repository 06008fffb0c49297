/* spz-figure-editor.c: edits a figure and its values
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-figure-editor.h"

#include "spz-audience-button.h"
#include "spz-feedback.h"
#include "spz-figure-mentions.h"
#include "spz-figure-value-row.h"
#include "spz-figures.h"
#include "spz-text-binding.h"

#include <string.h>

struct _SpzFigureEditor
{
  GtkPopover         parent_instance;

  /* Owned */
  SpzProgramme      *programme;
  SpzFigure         *figure;
  GListModel        *values;

  /* Template */
  GtkWidget         *title;
  GtkWidget         *unit;
  GtkSpinButton     *decimals;
  GtkWidget         *symbol;
  GtkWidget         *formula;
  SpzAudienceButton *audience;
  GtkListBox        *value_list;
  AdwActionRow      *result;
  GtkImage          *result_icon;
  GtkWidget         *insert_button;
  GMenu             *others;
  SpzFigureMentions *mentions;
};

G_DEFINE_FINAL_TYPE (SpzFigureEditor, spz_figure_editor, GTK_TYPE_POPOVER)

static GtkWidget *
create_value (gpointer item,
              gpointer user_data)
{
  SpzFigureEditor *self = user_data;

  return spz_figure_value_row_new (self->programme, self->figure, item);
}

static void
add_value_cb (SpzFigureEditor *self)
{
  SpzDate today = spz_programme_get_reference_date (self->programme);
  SpzFigureValue *last = spz_figure_get_value (self->programme, self->figure, today);
  GError *error = NULL;
  gint64 id = spz_programme_add (self->programme, SPZ_TYPE_FIGURE_VALUE, &error,
                                 "figure", spz_record_get_id (SPZ_RECORD (self->figure)),
                                 "date", today,
                                 "value", last != NULL ? last->value : 0.0,
                                 NULL);
  GtkListBoxRow *row;

  if (id == 0)
    {
      spz_feedback_report (GTK_WIDGET (self), error);
      return;
    }

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->value_list, i)) != NULL; i++)
    {
      SpzFigureValue *value = spz_figure_value_row_get_value (SPZ_FIGURE_VALUE_ROW (row));

      if (spz_record_get_id (SPZ_RECORD (value)) == id)
        gtk_widget_grab_focus (GTK_WIDGET (row));
    }
}

static void
decimals_changed_cb (SpzFigureEditor *self)
{
  gint64 decimals = gtk_spin_button_get_value_as_int (self->decimals);
  GError *error = NULL;

  if (self->figure == NULL || self->figure->decimals == decimals)
    return;

  if (!spz_programme_set (self->programme, self->figure, &error, "decimals", decimals, NULL))
    spz_feedback_report (GTK_WIDGET (self), error);
}

static void
show_decimals (SpzFigureEditor *self)
{
  gtk_spin_button_set_value (self->decimals, (double) self->figure->decimals);
}

/* What the formula gives, "483 + 92 + 38 = 613", or what is wrong with it */
static void
show_result (SpzFigureEditor *self)
{
  SpzDate today = spz_programme_get_reference_date (self->programme);
  g_autofree char *arithmetic = spz_figure_format_arithmetic (self->programme, self->figure, today);
  g_autoptr (GError) error = NULL;
  gboolean right = spz_figure_check (self->programme, self->figure, today, &error);
  double number;

  if (right && arithmetic == NULL)
    right = spz_figure_compute (self->programme, self->figure, today, &number, &error);

  gtk_widget_set_visible (GTK_WIDGET (self->result), *self->figure->formula != '\0');
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->result), arithmetic != NULL ? arithmetic : "");
  adw_action_row_set_subtitle (self->result, right ? "" : error->message);
  gtk_image_set_from_icon_name (self->result_icon, right ? "emblem-ok-symbolic" : "dialog-warning-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self->result_icon), right ? "warning" : "success");
  gtk_widget_add_css_class (GTK_WIDGET (self->result_icon), right ? "success" : "warning");
}

static void
list_others (SpzFigureEditor *self)
{
  SpzRecordList *figures = spz_programme_get_list (self->programme, SPZ_TYPE_FIGURE);

  g_menu_remove_all (self->others);
  for (guint i = 0; i < spz_record_list_get_size (figures); i++)
    {
      SpzFigure *figure = spz_record_list_get (figures, i);
      g_autofree char *label = g_strdup_printf ("%s (%s)", figure->title, figure->symbol);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      if (figure == self->figure || *figure->symbol == '\0')
        continue;

      g_menu_item_set_action_and_target (item, "figure-editor.insert", "s", figure->symbol);
      g_menu_append_item (self->others, item);
    }

  gtk_widget_set_sensitive (self->insert_button, g_menu_model_get_n_items (G_MENU_MODEL (self->others)) > 0);
}

static void
changed_cb (SpzFigureEditor *self,
            SpzChanges      *changes)
{
  for (guint i = 0; i < changes->n_items; i++)
    {
      if (g_str_has_prefix (changes->items[i].table, "figure"))
        {
          show_result (self);
          list_others (self);
          return;
        }
    }
}

/* After what is there a sum goes on */
static void
insert_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  SpzFigureEditor *self = SPZ_FIGURE_EDITOR (widget);
  GtkEditable *entry = GTK_EDITABLE (self->formula);
  g_autofree char *before = g_strchomp (gtk_editable_get_chars (entry, 0, gtk_editable_get_position (entry)));
  gboolean adds = *before != '\0' && strchr ("+-*/(", before[strlen (before) - 1]) == NULL;
  g_autofree char *text = g_strconcat (adds ? " + " : "", g_variant_get_string (parameter, NULL), NULL);
  int position = gtk_editable_get_position (entry);

  gtk_editable_insert_text (entry, text, -1, &position);
  gtk_widget_grab_focus (self->formula);
  gtk_editable_set_position (entry, position);
}

static void
release (SpzFigureEditor *self)
{
  if (self->figure == NULL)
    return;

  g_signal_handlers_disconnect_by_func (self->figure, show_decimals, self);
  g_signal_handlers_disconnect_by_func (self->programme, changed_cb, self);
  g_signal_handlers_disconnect_by_func (self->programme, show_result, self);
  spz_figure_mentions_set_figure (self->mentions, NULL, NULL);
  spz_text_unbind (self->title);
  spz_text_unbind (self->unit);
  spz_text_unbind (self->symbol);
  spz_text_unbind (self->formula);
  spz_audience_button_bind (self->audience, NULL, NULL);
  gtk_list_box_bind_model (self->value_list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->values);
  g_clear_object (&self->figure);
  g_clear_object (&self->programme);
}

static void
spz_figure_editor_dispose (GObject *object)
{
  SpzFigureEditor *self = SPZ_FIGURE_EDITOR (object);

  release (self);
  gtk_popover_set_child (GTK_POPOVER (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_FIGURE_EDITOR);

  G_OBJECT_CLASS (spz_figure_editor_parent_class)->dispose (object);
}

static void
spz_figure_editor_class_init (SpzFigureEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_figure_editor_dispose;

  g_type_ensure (SPZ_TYPE_AUDIENCE_BUTTON);
  g_type_ensure (SPZ_TYPE_FIGURE_MENTIONS);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-figure-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzFigureEditor, title);
  gtk_widget_class_bind_template_child (widget_class, SpzFigureEditor, unit);
  gtk_widget_class_bind_template_child (widget_class, SpzFigureEditor, decimals);
  gtk_widget_class_bind_template_child (widget_class, SpzFigureEditor, symbol);
  gtk_widget_class_bind_template_child (widget_class, SpzFigureEditor, formula);
  gtk_widget_class_bind_template_child (widget_class, SpzFigureEditor, audience);
  gtk_widget_class_bind_template_child (widget_class, SpzFigureEditor, value_list);
  gtk_widget_class_bind_template_child (widget_class, SpzFigureEditor, result);
  gtk_widget_class_bind_template_child (widget_class, SpzFigureEditor, result_icon);
  gtk_widget_class_bind_template_child (widget_class, SpzFigureEditor, insert_button);
  gtk_widget_class_bind_template_child (widget_class, SpzFigureEditor, others);
  gtk_widget_class_bind_template_child (widget_class, SpzFigureEditor, mentions);
  gtk_widget_class_install_action (widget_class, "figure-editor.insert", "s", insert_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_value_cb);
  gtk_widget_class_bind_template_callback (widget_class, decimals_changed_cb);
}

static void
spz_figure_editor_init (SpzFigureEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_figure_editor_set_figure:
 * @self: an editor
 * @programme: (nullable): the programme
 * @figure: (nullable): one of its figures, or %NULL to let go of it
 *
 * Edits another figure.
 */
void
spz_figure_editor_set_figure (SpzFigureEditor *self,
                              SpzProgramme    *programme,
                              SpzFigure       *figure)
{
  g_return_if_fail (SPZ_IS_FIGURE_EDITOR (self));

  release (self);

  if (figure == NULL)
    return;

  self->programme = g_object_ref (programme);
  self->figure = g_object_ref (figure);
  self->values = G_LIST_MODEL (g_object_ref (spz_programme_get_children (programme, SPZ_TYPE_FIGURE_VALUE, "figure",
                                                                         spz_record_get_id (SPZ_RECORD (figure)))));

  spz_text_bind (self->title, programme, figure, "title");
  spz_text_bind (self->unit, programme, figure, "unit");
  spz_text_bind (self->symbol, programme, figure, "symbol");
  spz_text_bind (self->formula, programme, figure, "formula");
  spz_audience_button_bind (self->audience, programme, figure);
  g_signal_connect_object (figure, "notify::decimals",
                           G_CALLBACK (show_decimals), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (programme, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (programme, "notify::reference-date", G_CALLBACK (show_result), self, G_CONNECT_SWAPPED);
  spz_figure_mentions_set_figure (self->mentions, programme, figure);
  show_decimals (self);
  show_result (self);
  list_others (self);
  gtk_list_box_bind_model (self->value_list, self->values, create_value, self, NULL);
}
