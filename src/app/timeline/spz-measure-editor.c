/* spz-measure-editor.c: edits a measure of the plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-measure-editor.h"

#include <glib/gi18n.h>

#include "spz-audience-button.h"
#include "spz-combo-binding.h"
#include "spz-conflict-list.h"
#include "spz-text-binding.h"

struct _SpzMeasureEditor
{
  AdwBin             parent_instance;

  /* Template */
  GtkWidget         *title;
  GtkWidget         *footnote;
  GtkWidget         *action_field;
  SpzAudienceButton *audience;
  SpzConflictList   *conflicts;
};

G_DEFINE_FINAL_TYPE (SpzMeasureEditor, spz_measure_editor, ADW_TYPE_BIN)

static void
spz_measure_editor_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPZ_TYPE_MEASURE_EDITOR);

  G_OBJECT_CLASS (spz_measure_editor_parent_class)->dispose (object);
}

static void
spz_measure_editor_class_init (SpzMeasureEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_measure_editor_dispose;

  g_type_ensure (SPZ_TYPE_AUDIENCE_BUTTON);
  g_type_ensure (SPZ_TYPE_CONFLICT_LIST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-measure-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzMeasureEditor, title);
  gtk_widget_class_bind_template_child (widget_class, SpzMeasureEditor, footnote);
  gtk_widget_class_bind_template_child (widget_class, SpzMeasureEditor, action_field);
  gtk_widget_class_bind_template_child (widget_class, SpzMeasureEditor, audience);
  gtk_widget_class_bind_template_child (widget_class, SpzMeasureEditor, conflicts);
}

static void
spz_measure_editor_init (SpzMeasureEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_measure_editor_new:
 * @programme: the programme
 * @measure: one of its measures
 *
 * Makes an editor of one measure.
 *
 * Returns: the editor
 */
GtkWidget *
spz_measure_editor_new (SpzProgramme *programme,
                        SpzMeasure   *measure)
{
  SpzMeasureEditor *self = g_object_new (SPZ_TYPE_MEASURE_EDITOR, NULL);

  spz_text_bind (self->title, programme, measure, "title");
  spz_text_bind (self->footnote, programme, measure, "footnote");
  spz_combo_bind_reference (self->action_field, programme, measure, "action-field",
                            G_LIST_MODEL (spz_programme_get_list (programme, SPZ_TYPE_ACTION_FIELD)),
                            _("None"));
  spz_audience_button_bind (self->audience, programme, measure);
  spz_conflict_list_bind (self->conflicts, programme, SPZ_RECORD (measure));

  return GTK_WIDGET (self);
}
