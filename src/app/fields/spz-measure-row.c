/* spz-measure-row.c: a measure and its phases in a row
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-measure-row.h"

#include "spz-audience-pill.h"
#include "spz-plan.h"
#include "spz-reorder.h"

/* The timeline shows them all */
#define MAX_PHASES 8

struct _SpzMeasureRow
{
  GtkListBoxRow  parent_instance;

  /* Owned */
  SpzProgramme  *programme;
  SpzMeasure    *measure;

  /* Template */
  GtkWidget     *handle;
  GtkLabel      *title;
  GtkLabel      *audience;
  GtkBox        *phases;
};

G_DEFINE_FINAL_TYPE (SpzMeasureRow, spz_measure_row, GTK_TYPE_LIST_BOX_ROW)

static SpzRecordList *
get_phases (SpzMeasureRow *self)
{
  return spz_programme_get_children (self->programme, SPZ_TYPE_PHASE, "measure",
                                     spz_record_get_id (SPZ_RECORD (self->measure)));
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const SpzPhase *first = *(SpzPhase *const *) a;
  const SpzPhase *second = *(SpzPhase *const *) b;

  return first->start - second->start;
}

static const char *
get_status_class (SpzPhaseStatus status)
{
  switch (status)
    {
    case SPZ_PHASE_RUNNING:
      return "accent";

    case SPZ_PHASE_OVERDUE:
      return "error";

    case SPZ_PHASE_DONE:
      return "dim-label";

    case SPZ_PHASE_AHEAD:
    default:
      return NULL;
    }
}

/* "Q1 bis Q2 2021  Ausschreibung", running ones in the accent colour */
static void
add_phase (SpzMeasureRow *self,
           SpzPhase      *phase)
{
  SpzPhaseStatus status = spz_phase_get_status (phase, spz_programme_get_reference_date (self->programme));
  g_autofree char *period = spz_phase_dup_period (phase);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *when = gtk_label_new (period);
  GtkWidget *audience = gtk_label_new (NULL);
  GtkWidget *title = gtk_label_new (*phase->title != '\0' ? phase->title : phase->short_label);

  gtk_label_set_xalign (GTK_LABEL (when), 0);
  gtk_label_set_width_chars (GTK_LABEL (when), 15);
  gtk_widget_set_valign (when, GTK_ALIGN_START);
  gtk_widget_add_css_class (when, "dim-label");
  gtk_widget_add_css_class (when, "numeric");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_tooltip_text (title, spz_phase_status_get_label (status));
  if (get_status_class (status) != NULL)
    gtk_widget_add_css_class (title, get_status_class (status));

  gtk_widget_add_css_class (box, "caption");
  gtk_box_append (GTK_BOX (box), when);
  gtk_box_append (GTK_BOX (box), title);
  spz_audience_pill_show (GTK_LABEL (audience), (SpzAudience) phase->audience);
  gtk_widget_set_valign (audience, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), audience);
  gtk_box_append (self->phases, box);
}

static void
add_rest (SpzMeasureRow *self,
          guint          n_phases)
{
  g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", n_phases), n_phases);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->phases, label);
}

static void
show_phases (SpzMeasureRow *self)
{
  SpzRecordList *phases = get_phases (self);
  g_autoptr(GPtrArray) sorted = g_ptr_array_new ();
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->phases))) != NULL)
    gtk_box_remove (self->phases, child);

  for (guint i = 0; i < spz_record_list_get_size (phases); i++)
    g_ptr_array_add (sorted, spz_record_list_get (phases, i));
  g_ptr_array_sort (sorted, compare_starts);

  for (guint i = 0; i < MIN (sorted->len, MAX_PHASES); i++)
    add_phase (self, g_ptr_array_index (sorted, i));

  if (sorted->len > MAX_PHASES)
    add_rest (self, sorted->len - MAX_PHASES);

  gtk_widget_set_visible (GTK_WIDGET (self->phases), sorted->len > 0);
}

static void
changed_cb (SpzMeasureRow *self,
            SpzChanges    *changes)
{
  for (guint i = 0; i < changes->n_items; i++)
    {
      if (g_str_equal (changes->items[i].table, "phase"))
        {
          show_phases (self);
          return;
        }
    }
}

static void
show_title (SpzMeasureRow *self)
{
  gtk_label_set_label (self->title,
                       *self->measure->title != '\0' ? self->measure->title : _("Untitled"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_label (self->title), -1);
}

static void
show_audience (SpzMeasureRow *self)
{
  spz_audience_pill_show (self->audience, (SpzAudience) self->measure->audience);
}

static void
spz_measure_row_dispose (GObject *object)
{
  SpzMeasureRow *self = SPZ_MEASURE_ROW (object);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_MEASURE_ROW);
  g_clear_object (&self->measure);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_measure_row_parent_class)->dispose (object);
}

static void
spz_measure_row_class_init (SpzMeasureRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_measure_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-measure-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzMeasureRow, handle);
  gtk_widget_class_bind_template_child (widget_class, SpzMeasureRow, title);
  gtk_widget_class_bind_template_child (widget_class, SpzMeasureRow, audience);
  gtk_widget_class_bind_template_child (widget_class, SpzMeasureRow, phases);
}

static void
spz_measure_row_init (SpzMeasureRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_measure_row_new:
 * @programme: the programme
 * @measure: one of its measures
 *
 * Creates a row with the measure's title and its phases in order of time.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
spz_measure_row_new (SpzProgramme *programme,
                     SpzMeasure   *measure)
{
  SpzMeasureRow *self = g_object_new (SPZ_TYPE_MEASURE_ROW, NULL);

  self->programme = g_object_ref (programme);
  self->measure = g_object_ref (measure);

  g_signal_connect_object (programme, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (programme, "notify::reference-date",
                           G_CALLBACK (show_phases), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (measure, "notify::title",
                           G_CALLBACK (show_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (measure, "notify::audience",
                           G_CALLBACK (show_audience), self, G_CONNECT_SWAPPED);
  spz_reorder_attach (GTK_LIST_BOX_ROW (self), self->handle, programme,
                      spz_programme_get_children (programme, SPZ_TYPE_MEASURE, "action_field",
                                                  measure->action_field),
                      measure);
  show_title (self);
  show_audience (self);
  show_phases (self);

  return GTK_WIDGET (self);
}

/**
 * spz_measure_row_get_measure:
 * @self: a row
 *
 * Gets the measure the row shows.
 *
 * Returns: (transfer none): the measure
 */
SpzMeasure *
spz_measure_row_get_measure (SpzMeasureRow *self)
{
  g_return_val_if_fail (SPZ_IS_MEASURE_ROW (self), NULL);

  return self->measure;
}
