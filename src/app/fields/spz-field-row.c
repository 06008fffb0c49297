/* spz-field-row.c: an action field in the list
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-field-row.h"

#include "spz-figures.h"
#include "spz-plan.h"
#include "spz-promises.h"
#include "spz-reorder.h"
#include "spz-tooltip.h"

struct _SpzFieldRow
{
  GtkListBoxRow   parent_instance;

  /* Owned */
  SpzProgramme   *programme;
  SpzActionField *field;

  /* Template */
  GtkLabel       *title;
  GtkLabel       *subtitle;
  GtkWidget      *warning;
  GtkLabel       *count;
  GtkWidget      *handle;
};

G_DEFINE_FINAL_TYPE (SpzFieldRow, spz_field_row, GTK_TYPE_LIST_BOX_ROW)

static SpzRecordList *
get_children (SpzFieldRow *self,
              GType        type)
{
  return spz_programme_get_children (self->programme, type, "action_field",
                                     spz_record_get_id (SPZ_RECORD (self->field)));
}

static gboolean
has_wrong_figure (SpzFieldRow *self)
{
  SpzRecordList *figures = get_children (self, SPZ_TYPE_FIGURE);
  SpzDate as_of = spz_programme_get_reference_date (self->programme);

  for (guint i = 0; i < spz_record_list_get_size (figures); i++)
    {
      if (!spz_figure_check (self->programme, spz_record_list_get (figures, i), as_of, NULL))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_overdue_phase (SpzFieldRow *self)
{
  SpzRecordList *measures = get_children (self, SPZ_TYPE_MEASURE);
  SpzDate as_of = spz_programme_get_reference_date (self->programme);

  for (guint i = 0; i < spz_record_list_get_size (measures); i++)
    {
      gint64 id = spz_record_get_id (spz_record_list_get (measures, i));
      SpzRecordList *phases = spz_programme_get_children (self->programme, SPZ_TYPE_PHASE,
                                                          "measure", id);

      for (guint j = 0; j < spz_record_list_get_size (phases); j++)
        {
          if (spz_phase_get_status (spz_record_list_get (phases, j), as_of) == SPZ_PHASE_OVERDUE)
            return TRUE;
        }
    }

  return FALSE;
}

static gint64
get_field_of (SpzFieldRow *self,
              gpointer     subject)
{
  SpzMeasure *measure = NULL;

  if (SPZ_IS_FIGURE (subject))
    return SPZ_FIGURE (subject)->action_field;
  if (SPZ_IS_PHASE (subject))
    measure = spz_programme_lookup (self->programme, SPZ_TYPE_MEASURE, SPZ_PHASE (subject)->measure);
  else if (SPZ_IS_MILESTONE (subject))
    measure = spz_programme_lookup (self->programme, SPZ_TYPE_MEASURE, SPZ_MILESTONE (subject)->measure);

  return measure != NULL ? measure->action_field : 0;
}

/* Made by one of its points, or of something that is its own */
static gboolean
has_broken_promise (SpzFieldRow *self)
{
  g_autoptr (GPtrArray) broken = spz_promises_find_broken (self->programme);
  gint64 id = spz_record_get_id (SPZ_RECORD (self->field));

  for (guint i = 0; i < broken->len; i++)
    {
      SpzPromise *promise = g_ptr_array_index (broken, i);
      SpzPoint *point = spz_programme_lookup (self->programme, SPZ_TYPE_POINT, promise->point);

      if ((point != NULL && point->action_field == id) ||
          get_field_of (self, spz_promise_get_subject (self->programme, promise)) == id)
        return TRUE;
    }

  return FALSE;
}

/* What wobbles in the field, in words; nothing if nothing does */
static char *
describe_warnings (SpzFieldRow *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) warnings = NULL;

  if (has_broken_promise (self))
    g_strv_builder_add (builder, _("A promise no longer fits the plan"));
  if (has_wrong_figure (self))
    g_strv_builder_add (builder, _("A figure does not add up"));
  if (has_overdue_phase (self))
    g_strv_builder_add (builder, _("A phase is overdue"));
  warnings = g_strv_builder_end (builder);

  return g_strjoinv ("\n", warnings);
}

static void
show (SpzFieldRow *self)
{
  g_autofree char *warnings = describe_warnings (self);
  guint n_points = spz_record_list_get_size (get_children (self, SPZ_TYPE_POINT));
  g_autofree char *count = g_strdup_printf ("%u", n_points);
  g_autofree char *points = g_strdup_printf (ngettext ("%u point", "%u points", n_points), n_points);

  gtk_label_set_label (self->title,
                       *self->field->title != '\0' ? self->field->title : _("Untitled"));
  gtk_label_set_label (self->subtitle, self->field->stage);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *self->field->stage != '\0');
  gtk_label_set_label (self->count, count);
  spz_tooltip_set (GTK_WIDGET (self->count), points);
  gtk_widget_set_visible (self->warning, *warnings != '\0');
  spz_tooltip_set (self->warning, warnings);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->field->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, *warnings != '\0' ? warnings : points,
                                  -1);
}

static void
spz_field_row_dispose (GObject *object)
{
  SpzFieldRow *self = SPZ_FIELD_ROW (object);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_FIELD_ROW);
  g_clear_object (&self->field);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_field_row_parent_class)->dispose (object);
}

static void
spz_field_row_class_init (SpzFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_field_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, SPZ_RESOURCE_PATH "/spz-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzFieldRow, title);
  gtk_widget_class_bind_template_child (widget_class, SpzFieldRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, SpzFieldRow, warning);
  gtk_widget_class_bind_template_child (widget_class, SpzFieldRow, count);
  gtk_widget_class_bind_template_child (widget_class, SpzFieldRow, handle);
}

static void
spz_field_row_init (SpzFieldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_field_row_new:
 * @programme: the programme
 * @field: one of its action fields
 *
 * Creates a row with the field's title, stage and number of points, which says
 * whether something in the field wobbles.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
spz_field_row_new (SpzProgramme   *programme,
                   SpzActionField *field)
{
  SpzFieldRow *self = g_object_new (SPZ_TYPE_FIELD_ROW, NULL);

  self->programme = g_object_ref (programme);
  self->field = g_object_ref (field);

  g_signal_connect_object (programme, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (programme, "notify::reference-date",
                           G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  spz_reorder_attach (GTK_LIST_BOX_ROW (self), self->handle, programme,
                      spz_programme_get_list (programme, SPZ_TYPE_ACTION_FIELD), field);
  show (self);

  return GTK_WIDGET (self);
}

/**
 * spz_field_row_get_field:
 * @self: a row
 *
 * Gets the action field the row shows.
 *
 * Returns: (transfer none): the field
 */
SpzActionField *
spz_field_row_get_field (SpzFieldRow *self)
{
  g_return_val_if_fail (SPZ_IS_FIELD_ROW (self), NULL);

  return self->field;
}
