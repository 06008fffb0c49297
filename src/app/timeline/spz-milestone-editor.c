/* spz-milestone-editor.c: edits a milestone of the plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-milestone-editor.h"

#include <glib/gi18n.h>

#include "spz-audience-button.h"
#include "spz-combo-binding.h"
#include "spz-conflict-list.h"
#include "spz-date-row.h"
#include "spz-text-binding.h"

struct _SpzMilestoneEditor
{
  AdwBin             parent_instance;

  /* Template */
  GtkWidget         *title;
  SpzDateRow        *date;
  GtkWidget         *precision;
  GtkWidget         *wording;
  GtkWidget         *certainty;
  GtkWidget         *kind;
  GtkWidget         *measure;
  SpzAudienceButton *audience;
  GtkWidget         *note;
  SpzConflictList   *conflicts;
};

G_DEFINE_FINAL_TYPE (SpzMilestoneEditor, spz_milestone_editor, ADW_TYPE_BIN)

static void
spz_milestone_editor_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPZ_TYPE_MILESTONE_EDITOR);

  G_OBJECT_CLASS (spz_milestone_editor_parent_class)->dispose (object);
}

static void
spz_milestone_editor_class_init (SpzMilestoneEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_milestone_editor_dispose;

  g_type_ensure (SPZ_TYPE_AUDIENCE_BUTTON);
  g_type_ensure (SPZ_TYPE_CONFLICT_LIST);
  g_type_ensure (SPZ_TYPE_DATE_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-milestone-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzMilestoneEditor, title);
  gtk_widget_class_bind_template_child (widget_class, SpzMilestoneEditor, date);
  gtk_widget_class_bind_template_child (widget_class, SpzMilestoneEditor, precision);
  gtk_widget_class_bind_template_child (widget_class, SpzMilestoneEditor, wording);
  gtk_widget_class_bind_template_child (widget_class, SpzMilestoneEditor, certainty);
  gtk_widget_class_bind_template_child (widget_class, SpzMilestoneEditor, kind);
  gtk_widget_class_bind_template_child (widget_class, SpzMilestoneEditor, measure);
  gtk_widget_class_bind_template_child (widget_class, SpzMilestoneEditor, audience);
  gtk_widget_class_bind_template_child (widget_class, SpzMilestoneEditor, conflicts);
  gtk_widget_class_bind_template_child (widget_class, SpzMilestoneEditor, note);
}

static void
spz_milestone_editor_init (SpzMilestoneEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_milestone_editor_new:
 * @programme: the programme
 * @milestone: one of its milestones
 *
 * Makes an editor of one milestone.
 *
 * Returns: the editor
 */
GtkWidget *
spz_milestone_editor_new (SpzProgramme *programme,
                          SpzMilestone *milestone)
{
  SpzMilestoneEditor *self = g_object_new (SPZ_TYPE_MILESTONE_EDITOR, NULL);

  spz_text_bind (self->title, programme, milestone, "title");
  spz_text_bind (self->wording, programme, milestone, "wording");
  spz_text_bind (self->note, programme, milestone, "note");
  spz_date_row_bind (self->date, programme, milestone, "date", "precision");
  spz_combo_bind_enum (self->precision, programme, milestone, "precision");
  spz_combo_bind_enum (self->certainty, programme, milestone, "certainty");
  spz_combo_bind_enum (self->kind, programme, milestone, "kind");
  spz_combo_bind_reference (self->measure, programme, milestone, "measure",
                            G_LIST_MODEL (spz_programme_get_list (programme, SPZ_TYPE_MEASURE)),
                            _("The whole programme"));
  spz_audience_button_bind (self->audience, programme, milestone);
  spz_conflict_list_bind (self->conflicts, programme, SPZ_RECORD (milestone));

  return GTK_WIDGET (self);
}
