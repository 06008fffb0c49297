/* spz-phase-editor.c: edits a phase of the plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-phase-editor.h"

#include <glib/gi18n.h>

#include "spz-audience-button.h"
#include "spz-combo-binding.h"
#include "spz-conflict-list.h"
#include "spz-date-row.h"
#include "spz-dependency-list.h"
#include "spz-feedback.h"
#include "spz-text-binding.h"

struct _SpzPhaseEditor
{
  AdwBin             parent_instance;

  /* Owned */
  SpzProgramme      *programme;
  SpzPhase          *phase;

  /* Template */
  GtkWidget         *title;
  GtkWidget         *short_label;
  GtkWidget         *label_placement;
  GtkWidget         *kind;
  SpzDateRow        *start;
  SpzDateRow        *end;
  GtkWidget         *precision;
  GtkWidget         *certainty;
  GtkAdjustment     *progress;
  GtkWidget         *role;
  SpzAudienceButton *audience;
  GtkWidget         *note;
  SpzConflictList   *conflicts;
  SpzDependencyList *dependencies;
};

G_DEFINE_FINAL_TYPE (SpzPhaseEditor, spz_phase_editor, ADW_TYPE_BIN)

/* Dragging the slider is one step */
static void
progress_changed_cb (SpzPhaseEditor *self)
{
  gint64 progress = (gint64) gtk_adjustment_get_value (self->progress);
  g_autofree char *label = NULL;
  g_autofree char *key = NULL;
  GError *error = NULL;

  if (self->phase == NULL || self->phase->progress == progress)
    return;

  label = g_strdup_printf (_("Progress of “%s” changed"), self->phase->title);
  key = g_strdup_printf ("phase/%" G_GINT64_FORMAT "/progress",
                         spz_record_get_id (SPZ_RECORD (self->phase)));
  if (!spz_programme_begin_merging (self->programme, label, key, &error))
    {
      spz_feedback_report (GTK_WIDGET (self), error);
      return;
    }

  if (!spz_programme_set (self->programme, self->phase, &error, "progress", progress, NULL))
    {
      spz_programme_rollback (self->programme);
      spz_feedback_report (GTK_WIDGET (self), error);
      return;
    }

  if (!spz_programme_commit (self->programme, &error))
    spz_feedback_report (GTK_WIDGET (self), error);
}

static void
show_progress (SpzPhaseEditor *self)
{
  gtk_adjustment_set_value (self->progress, (double) self->phase->progress);
}

static void
spz_phase_editor_dispose (GObject *object)
{
  SpzPhaseEditor *self = SPZ_PHASE_EDITOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_PHASE_EDITOR);
  g_clear_object (&self->phase);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_phase_editor_parent_class)->dispose (object);
}

static void
spz_phase_editor_class_init (SpzPhaseEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_phase_editor_dispose;

  g_type_ensure (SPZ_TYPE_AUDIENCE_BUTTON);
  g_type_ensure (SPZ_TYPE_CONFLICT_LIST);
  g_type_ensure (SPZ_TYPE_DATE_ROW);
  g_type_ensure (SPZ_TYPE_DEPENDENCY_LIST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-phase-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzPhaseEditor, title);
  gtk_widget_class_bind_template_child (widget_class, SpzPhaseEditor, short_label);
  gtk_widget_class_bind_template_child (widget_class, SpzPhaseEditor, label_placement);
  gtk_widget_class_bind_template_child (widget_class, SpzPhaseEditor, kind);
  gtk_widget_class_bind_template_child (widget_class, SpzPhaseEditor, start);
  gtk_widget_class_bind_template_child (widget_class, SpzPhaseEditor, end);
  gtk_widget_class_bind_template_child (widget_class, SpzPhaseEditor, precision);
  gtk_widget_class_bind_template_child (widget_class, SpzPhaseEditor, certainty);
  gtk_widget_class_bind_template_child (widget_class, SpzPhaseEditor, progress);
  gtk_widget_class_bind_template_child (widget_class, SpzPhaseEditor, role);
  gtk_widget_class_bind_template_child (widget_class, SpzPhaseEditor, audience);
  gtk_widget_class_bind_template_child (widget_class, SpzPhaseEditor, note);
  gtk_widget_class_bind_template_child (widget_class, SpzPhaseEditor, conflicts);
  gtk_widget_class_bind_template_child (widget_class, SpzPhaseEditor, dependencies);
  gtk_widget_class_bind_template_callback (widget_class, progress_changed_cb);
}

static void
spz_phase_editor_init (SpzPhaseEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GListModel *
get_list (SpzPhaseEditor *self,
          GType           type)
{
  return G_LIST_MODEL (spz_programme_get_list (self->programme, type));
}

/**
 * spz_phase_editor_new:
 * @programme: the programme
 * @phase: one of its phases
 *
 * Makes an editor of one phase.
 *
 * Returns: the editor
 */
GtkWidget *
spz_phase_editor_new (SpzProgramme *programme,
                      SpzPhase     *phase)
{
  SpzPhaseEditor *self = g_object_new (SPZ_TYPE_PHASE_EDITOR, NULL);

  self->programme = g_object_ref (programme);
  self->phase = g_object_ref (phase);

  spz_text_bind (self->title, programme, phase, "title");
  spz_text_bind (self->short_label, programme, phase, "short-label");
  spz_text_bind (self->note, programme, phase, "note");
  spz_combo_bind_reference (self->kind, programme, phase, "kind",
                            get_list (self, SPZ_TYPE_PHASE_KIND), _("None"));
  spz_combo_bind_reference (self->role, programme, phase, "role",
                            get_list (self, SPZ_TYPE_ROLE), _("Nobody"));
  spz_combo_bind_enum (self->label_placement, programme, phase, "label-placement");
  spz_combo_bind_enum (self->precision, programme, phase, "precision");
  spz_combo_bind_enum (self->certainty, programme, phase, "certainty");
  spz_date_row_bind (self->start, programme, phase, "start", "precision");
  spz_date_row_bind (self->end, programme, phase, "end", "precision");
  spz_audience_button_bind (self->audience, programme, phase);
  spz_conflict_list_bind (self->conflicts, programme, SPZ_RECORD (phase));
  spz_dependency_list_bind (self->dependencies, programme, phase);
  g_signal_connect_object (phase, "notify::progress",
                           G_CALLBACK (show_progress), self, G_CONNECT_SWAPPED);
  show_progress (self);

  return GTK_WIDGET (self);
}
