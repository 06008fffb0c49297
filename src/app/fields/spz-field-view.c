/* spz-field-view.c: one action field
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-field-view.h"

#include "spz-combo-binding.h"
#include "spz-feedback.h"
#include "spz-figure-card.h"
#include "spz-line-binding.h"
#include "spz-measure-row.h"
#include "spz-outline-find.h"
#include "spz-outline-view.h"
#include "spz-page.h"
#include "spz-text-binding.h"

struct _SpzFieldView
{
  AdwBin             parent_instance;

  /* Owned */
  SpzProgramme      *programme;
  SpzActionField    *field;
  GListModel        *figure_list;
  GListModel        *measure_list;

  /* Template */
  GtkScrolledWindow *scroller;
  SpzLineText       *title;
  SpzLineText       *summary;
  GtkWidget         *stage;
  GtkWidget         *lead_role;
  SpzOutlineFind    *find;
  SpzOutlineView    *outline;
  GtkFlowBox        *figures;
  GtkWidget         *no_figures;
  GtkListBox        *measures;
  GtkWidget         *no_measures;
  GtkWidget         *add_point_button;
  GtkWidget         *add_figure_button;
  GtkWidget         *add_measure_button;
};

G_DEFINE_FINAL_TYPE (SpzFieldView, spz_field_view, ADW_TYPE_BIN)

static gint64
get_id (SpzFieldView *self)
{
  return spz_record_get_id (SPZ_RECORD (self->field));
}

static GtkWidget *
create_figure (gpointer item,
               gpointer user_data)
{
  SpzFieldView *self = user_data;

  return spz_figure_card_new (self->programme, item);
}

static GtkWidget *
create_measure (gpointer item,
                gpointer user_data)
{
  SpzFieldView *self = user_data;

  return spz_measure_row_new (self->programme, item);
}

static void
update_empty_states (SpzFieldView *self)
{
  gboolean has_figures = self->figure_list != NULL && g_list_model_get_n_items (self->figure_list) > 0;
  gboolean has_measures = self->measure_list != NULL && g_list_model_get_n_items (self->measure_list) > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->figures), has_figures);
  gtk_widget_set_visible (self->no_figures, !has_figures);
  gtk_widget_set_visible (GTK_WIDGET (self->measures), has_measures);
  gtk_widget_set_visible (self->no_measures, !has_measures);
}

static SpzFigureCard *
find_card (SpzFieldView *self,
           gint64        id)
{
  GtkFlowBoxChild *child;

  for (int i = 0; (child = gtk_flow_box_get_child_at_index (self->figures, i)) != NULL; i++)
    {
      if (spz_record_get_id (SPZ_RECORD (spz_figure_card_get_figure (SPZ_FIGURE_CARD (child)))) == id)
        return SPZ_FIGURE_CARD (child);
    }

  return NULL;
}

static void
add_figure_cb (SpzFieldView *self)
{
  GError *error = NULL;
  gint64 id = spz_programme_add (self->programme, SPZ_TYPE_FIGURE, &error,
                                 "action-field", get_id (self),
                                 NULL);

  if (id != 0)
    spz_figure_card_edit (find_card (self, id));
  else
    spz_feedback_report (GTK_WIDGET (self), error);
}

static void
go_to (SpzFieldView *self,
       gpointer      record)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), SPZ_TYPE_PAGE);

  if (page != NULL)
    spz_page_go_to (SPZ_PAGE (page), record);
}

static void
add_measure_cb (SpzFieldView *self)
{
  GError *error = NULL;
  gint64 id = spz_programme_add (self->programme, SPZ_TYPE_MEASURE, &error,
                                 "action-field", get_id (self),
                                 "title", _("New Measure"),
                                 NULL);

  if (id != 0)
    go_to (self, spz_programme_lookup (self->programme, SPZ_TYPE_MEASURE, id));
  else
    spz_feedback_report (GTK_WIDGET (self), error);
}

static void
measure_activated_cb (SpzFieldView  *self,
                      SpzMeasureRow *row)
{
  go_to (self, spz_measure_row_get_measure (row));
}

static void
bind_lists (SpzFieldView *self)
{
  g_set_object (&self->figure_list,
                G_LIST_MODEL (spz_programme_get_children (self->programme, SPZ_TYPE_FIGURE,
                                                          "action_field", get_id (self))));
  g_set_object (&self->measure_list,
                G_LIST_MODEL (spz_programme_get_children (self->programme, SPZ_TYPE_MEASURE,
                                                          "action_field", get_id (self))));

  gtk_flow_box_bind_model (self->figures, self->figure_list, create_figure, self, NULL);
  gtk_list_box_bind_model (self->measures, self->measure_list, create_measure, self, NULL);
  g_signal_connect_object (self->figure_list, "items-changed",
                           G_CALLBACK (update_empty_states), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->measure_list, "items-changed",
                           G_CALLBACK (update_empty_states), self, G_CONNECT_SWAPPED);
}

static void
bind_fields (SpzFieldView *self)
{
  gboolean editable = !spz_programme_get_read_only (self->programme);

  spz_line_text_bind (self->title, self->programme, self->field, "title");
  spz_line_text_bind (self->summary, self->programme, self->field, "summary");
  spz_text_bind (self->stage, self->programme, self->field, "stage");
  spz_combo_bind_reference (self->lead_role, self->programme, self->field, "lead-role",
                            G_LIST_MODEL (spz_programme_get_list (self->programme, SPZ_TYPE_ROLE)),
                            _("Nobody"));
  gtk_widget_set_visible (self->add_point_button, editable);
  gtk_widget_set_visible (self->add_figure_button, editable);
  gtk_widget_set_visible (self->add_measure_button, editable);
}

static void
release (SpzFieldView *self)
{
  if (self->figure_list != NULL)
    g_signal_handlers_disconnect_by_func (self->figure_list, update_empty_states, self);
  if (self->measure_list != NULL)
    g_signal_handlers_disconnect_by_func (self->measure_list, update_empty_states, self);

  if (self->title != NULL)
    {
      spz_line_text_bind (self->title, NULL, NULL, NULL);
      spz_line_text_bind (self->summary, NULL, NULL, NULL);
      spz_text_unbind (self->stage);
      spz_combo_unbind (self->lead_role);
      spz_outline_find_stop (self->find);
      spz_outline_view_set_owner (self->outline, NULL, NULL);
      gtk_flow_box_bind_model (self->figures, NULL, NULL, NULL, NULL);
      gtk_list_box_bind_model (self->measures, NULL, NULL, NULL, NULL);
    }

  g_clear_object (&self->figure_list);
  g_clear_object (&self->measure_list);
  g_clear_object (&self->field);
  g_clear_object (&self->programme);
}

static void
spz_field_view_dispose (GObject *object)
{
  release (SPZ_FIELD_VIEW (object));
  /* Disposing of the template unparents the children that are bound, which
   * a bin doesn't notice of its own. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SPZ_TYPE_FIELD_VIEW);

  G_OBJECT_CLASS (spz_field_view_parent_class)->dispose (object);
}

static void
spz_field_view_class_init (SpzFieldViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_field_view_dispose;

  g_type_ensure (SPZ_TYPE_LINE_TEXT);
  g_type_ensure (SPZ_TYPE_OUTLINE_FIND);
  g_type_ensure (SPZ_TYPE_OUTLINE_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class, SPZ_RESOURCE_PATH "/spz-field-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzFieldView, scroller);
  gtk_widget_class_bind_template_child (widget_class, SpzFieldView, title);
  gtk_widget_class_bind_template_child (widget_class, SpzFieldView, summary);
  gtk_widget_class_bind_template_child (widget_class, SpzFieldView, stage);
  gtk_widget_class_bind_template_child (widget_class, SpzFieldView, lead_role);
  gtk_widget_class_bind_template_child (widget_class, SpzFieldView, find);
  gtk_widget_class_bind_template_child (widget_class, SpzFieldView, outline);
  gtk_widget_class_bind_template_child (widget_class, SpzFieldView, figures);
  gtk_widget_class_bind_template_child (widget_class, SpzFieldView, no_figures);
  gtk_widget_class_bind_template_child (widget_class, SpzFieldView, measures);
  gtk_widget_class_bind_template_child (widget_class, SpzFieldView, no_measures);
  gtk_widget_class_bind_template_child (widget_class, SpzFieldView, add_point_button);
  gtk_widget_class_bind_template_child (widget_class, SpzFieldView, add_figure_button);
  gtk_widget_class_bind_template_child (widget_class, SpzFieldView, add_measure_button);
  gtk_widget_class_bind_template_callback (widget_class, add_figure_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_measure_cb);
  gtk_widget_class_bind_template_callback (widget_class, measure_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, spz_outline_view_add);
}

static void
spz_field_view_init (SpzFieldView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_field_view_set_field:
 * @self: a view
 * @programme: (nullable): the programme
 * @field: (nullable): the action field to show, or %NULL to let go of it
 *
 * Shows another action field, from its beginning.
 */
void
spz_field_view_set_field (SpzFieldView   *self,
                          SpzProgramme   *programme,
                          SpzActionField *field)
{
  g_return_if_fail (SPZ_IS_FIELD_VIEW (self));
  g_return_if_fail (field == NULL || SPZ_IS_PROGRAMME (programme));

  if (self->field == field)
    return;

  release (self);

  if (field == NULL)
    return;

  self->programme = g_object_ref (programme);
  self->field = g_object_ref (field);
  bind_fields (self);
  spz_outline_view_set_owner (self->outline, programme, field);
  bind_lists (self);
  update_empty_states (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/**
 * spz_field_view_focus_title:
 * @self: a view
 *
 * Focuses the title, all of it selected, so that typing replaces it.
 */
void
spz_field_view_focus_title (SpzFieldView *self)
{
  g_return_if_fail (SPZ_IS_FIELD_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->title));
  spz_line_text_select_all (self->title);
}

/**
 * spz_field_view_find:
 * @self: a view
 *
 * Starts to search in the points, if the focus is in what is shown.
 *
 * Returns: whether it did
 */
gboolean
spz_field_view_find (SpzFieldView *self)
{
  g_autoptr (GPtrArray) outlines = g_ptr_array_new ();

  g_return_val_if_fail (SPZ_IS_FIELD_VIEW (self), FALSE);

  if (self->field == NULL || spz_outline_view_get_n_points (self->outline) == 0 ||
      gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL ||
      gtk_widget_get_focus_child (GTK_WIDGET (self->find)) != NULL)
    return FALSE;

  g_ptr_array_add (outlines, self->outline);
  spz_outline_find_start (self->find, outlines);

  return TRUE;
}

/**
 * spz_field_view_reveal:
 * @self: a view
 * @record: a point or a figure of the field shown, or the field itself
 *
 * Focuses what shows @record.
 *
 * Returns: whether it is there
 */
gboolean
spz_field_view_reveal (SpzFieldView *self,
                       SpzRecord    *record)
{
  g_return_val_if_fail (SPZ_IS_FIELD_VIEW (self), FALSE);

  if (SPZ_IS_POINT (record))
    return spz_outline_view_focus_point (self->outline, spz_record_get_id (record), 0);

  if (SPZ_IS_FIGURE (record))
    {
      SpzFigureCard *card = find_card (self, spz_record_get_id (record));

      return card != NULL && gtk_widget_grab_focus (GTK_WIDGET (card));
    }

  return SPZ_IS_ACTION_FIELD (record);
}
