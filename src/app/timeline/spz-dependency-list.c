/* spz-dependency-list.c: what a phase waits for, and what waits for it
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-dependency-list.h"

#include <glib/gi18n.h>

#include "spz-dependencies.h"
#include "spz-feedback.h"
#include "spz-inline.h"
#include "spz-phase-chooser.h"
#include "spz-plan.h"

#define DEPENDENCY_KEY "spz-dependency"

struct _SpzDependencyList
{
  AdwBin        parent_instance;

  /* Owned, while bound */
  SpzProgramme *programme;
  SpzPhase     *phase;

  /* Template */
  GtkListBox   *list;
  AdwActionRow *wait_row;
  AdwActionRow *follow_row;
  GtkMenuButton *wait_button;
  GtkMenuButton *follow_button;
  GtkLabel     *problem;
};

G_DEFINE_FINAL_TYPE (SpzDependencyList, spz_dependency_list, ADW_TYPE_BIN)

static void
set_problem (SpzDependencyList *self,
             const char        *text)
{
  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static void
remove_cb (SpzDependencyList *self,
           GtkWidget         *button)
{
  SpzDependency *dependency = g_object_get_data (G_OBJECT (button), DEPENDENCY_KEY);
  GError *error = NULL;

  set_problem (self, NULL);
  /* The button that has the focus is about to go */
  gtk_widget_grab_focus (GTK_WIDGET (self->wait_button));
  if (!spz_dependency_remove (self->programme, dependency, &error))
    spz_feedback_report (GTK_WIDGET (self), error);
}

static GtkWidget *
create_remove_button (SpzDependencyList *self,
                      SpzDependency     *dependency,
                      const char        *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  /* Translators: %s is a phase */
  g_autofree char *label = g_strdup_printf (_("Remove the dependency on “%s”"), title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Remove Dependency"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_sensitive (button, !spz_programme_get_read_only (self->programme));
  g_object_set_data_full (G_OBJECT (button), DEPENDENCY_KEY, g_object_ref (dependency), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
create_row (SpzDependencyList *self,
            SpzDependency     *dependency,
            gboolean           waits)
{
  SpzPhase *other = spz_programme_lookup (self->programme, SPZ_TYPE_PHASE,
                                          waits ? dependency->predecessor : dependency->successor);
  SpzMeasure *measure = spz_programme_lookup (self->programme, SPZ_TYPE_MEASURE, other->measure);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = spz_inline_to_plain (other->title);
  g_autofree char *measure_title = spz_inline_to_plain (measure != NULL ? measure->title : "");
  g_autofree char *period = spz_phase_dup_period (other);
  /* Translators: the phase this one waits for; the phase that waits for this one */
  g_autofree char *text = g_strdup_printf (waits ? _("After “%s”") : _("Before “%s”"), title);
  g_autofree char *detail = other->measure == self->phase->measure
                            ? g_strdup (period)
                            : g_strdup_printf ("%s · %s", measure_title, period);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_remove_button (self, dependency, title));

  return row;
}

static void
insert_rows (SpzDependencyList *self,
             gboolean           waits,
             int               *index)
{
  SpzRecordList *dependencies =
    spz_programme_get_children (self->programme, SPZ_TYPE_DEPENDENCY, waits ? "successor" : "predecessor",
                                spz_record_get_id (SPZ_RECORD (self->phase)));

  for (guint i = 0; i < spz_record_list_get_size (dependencies); i++)
    gtk_list_box_insert (self->list, create_row (self, spz_record_list_get (dependencies, i), waits), (*index)++);
}

static void
update (SpzDependencyList *self)
{
  GtkWidget *row;
  int index = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != GTK_WIDGET (self->wait_row))
    gtk_list_box_remove (self->list, row);

  if (spz_programme_lookup (self->programme, SPZ_TYPE_PHASE,
                            spz_record_get_id (SPZ_RECORD (self->phase))) != self->phase)
    return;

  insert_rows (self, TRUE, &index);
  insert_rows (self, FALSE, &index);
}

static void
programme_changed_cb (SpzDependencyList *self)
{
  set_problem (self, NULL);
  update (self);
}

static void
add_link (SpzDependencyList *self,
          SpzPhase          *predecessor,
          SpzPhase          *successor)
{
  g_autoptr (GError) error = NULL;

  set_problem (self, NULL);
  if (spz_dependency_add (self->programme, predecessor, successor, &error) == 0)
    set_problem (self, error->message);
}

static void
wait_chosen_cb (SpzDependencyList *self,
                SpzPhase          *other)
{
  add_link (self, other, self->phase);
}

static void
follow_chosen_cb (SpzDependencyList *self,
                  SpzPhase          *other)
{
  add_link (self, self->phase, other);
}

/* A list of all phases is made only where it is asked for */
static void
create_wait_popover_cb (GtkMenuButton *button,
                        gpointer       user_data)
{
  SpzDependencyList *self = user_data;
  GtkWidget *chooser;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  chooser = spz_phase_chooser_new (self->programme, self->phase);
  g_signal_connect_object (chooser, "chosen",
                           button == self->wait_button ? G_CALLBACK (wait_chosen_cb) : G_CALLBACK (follow_chosen_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, chooser);
}

static void
spz_dependency_list_dispose (GObject *object)
{
  SpzDependencyList *self = SPZ_DEPENDENCY_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_DEPENDENCY_LIST);
  g_clear_object (&self->phase);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_dependency_list_parent_class)->dispose (object);
}

static void
spz_dependency_list_class_init (SpzDependencyListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_dependency_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-dependency-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzDependencyList, list);
  gtk_widget_class_bind_template_child (widget_class, SpzDependencyList, wait_row);
  gtk_widget_class_bind_template_child (widget_class, SpzDependencyList, follow_row);
  gtk_widget_class_bind_template_child (widget_class, SpzDependencyList, wait_button);
  gtk_widget_class_bind_template_child (widget_class, SpzDependencyList, follow_button);
  gtk_widget_class_bind_template_child (widget_class, SpzDependencyList, problem);
}

static void
spz_dependency_list_init (SpzDependencyList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_menu_button_set_create_popup_func (self->wait_button, create_wait_popover_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->follow_button, create_wait_popover_cb, self, NULL);
}

/**
 * spz_dependency_list_bind:
 * @self: a list
 * @programme: the programme
 * @phase: one of its phases
 *
 * Shows what @phase waits for and what waits for it, and lets the user link
 * and unlink phases; each time as one undoable step.
 */
void
spz_dependency_list_bind (SpzDependencyList *self,
                          SpzProgramme      *programme,
                          SpzPhase          *phase)
{
  gboolean writable = !spz_programme_get_read_only (programme);

  g_return_if_fail (SPZ_IS_DEPENDENCY_LIST (self));
  g_return_if_fail (self->phase == NULL);

  self->programme = g_object_ref (programme);
  self->phase = g_object_ref (phase);
  gtk_widget_set_visible (GTK_WIDGET (self->wait_row), writable);
  gtk_widget_set_visible (GTK_WIDGET (self->follow_row), writable);
  g_signal_connect_object (programme, "changed", G_CALLBACK (programme_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
}
