/* spz-kind-button.c: choosing a kind's colour and hatch
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-kind-button.h"

#include <glib/gi18n.h>

#include "spz-feedback.h"
#include "spz-kind-swatch.h"
#include "spz-labels.h"

#define N_COLUMNS 5
#define VALUE_KEY "spz-value"

struct _SpzKindButton
{
  AdwBin         parent_instance;

  /* Owned */
  SpzProgramme  *programme;
  SpzPhaseKind  *kind;

  /* Borrowed */
  GtkWidget     *button;
  GtkWidget     *colours; /* of the popover, once it was opened */
  GtkWidget     *hatches;
};

G_DEFINE_FINAL_TYPE (SpzKindButton, spz_kind_button, ADW_TYPE_BIN)

static int
get_value (GtkWidget *choice)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (choice), VALUE_KEY));
}

static void
chosen_cb (SpzKindButton *self,
           GtkWidget     *choice)
{
  gboolean is_colour = gtk_widget_get_parent (choice) == self->colours;
  int value = get_value (choice);
  GError *error = NULL;

  if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (choice)) ||
      value == (is_colour ? self->kind->colour : self->kind->hatch))
    return;

  if (!spz_programme_set (self->programme, self->kind, &error,
                          is_colour ? "colour" : "hatch", value,
                          NULL))
    spz_feedback_report (GTK_WIDGET (self), error);
}

/* One of them is always chosen, as they are a group */
static void
show_choice (GtkWidget *grid,
             int        value)
{
  for (GtkWidget *choice = gtk_widget_get_first_child (grid);
       choice != NULL;
       choice = gtk_widget_get_next_sibling (choice))
    {
      if (get_value (choice) == value)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (choice), TRUE);
    }
}

static void
update (SpzKindButton *self)
{
  g_autofree char *name = NULL;

  /* Translators: a kind's name, its colour and its hatch */
  name = g_strdup_printf (_("Look of “%s”: %s, %s"), self->kind->title,
                          spz_enum_get_label (SPZ_TYPE_COLOUR, self->kind->colour),
                          spz_enum_get_label (SPZ_TYPE_HATCH, self->kind->hatch));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);

  if (self->colours != NULL)
    {
      show_choice (self->colours, self->kind->colour);
      show_choice (self->hatches, self->kind->hatch);
    }
}

static GtkWidget *
create_choices (SpzKindButton *self,
                GType          type)
{
  g_autoptr(GEnumClass) values = g_type_class_ref (type);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *first = NULL;

  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 3);

  for (guint i = 0; i < values->n_values; i++)
    {
      int value = values->values[i].value;
      const char *name = spz_enum_get_label (type, value);
      GtkWidget *choice = gtk_toggle_button_new ();

      gtk_button_set_child (GTK_BUTTON (choice),
                            type == SPZ_TYPE_COLOUR
                              ? spz_kind_swatch_new (self->kind, value, SPZ_HATCH_NONE)
                              : spz_kind_swatch_new (self->kind, SPZ_KIND_SWATCH_OWN, value));
      gtk_widget_add_css_class (choice, "flat");
      gtk_widget_add_css_class (choice, "swatch");
      gtk_widget_set_tooltip_text (choice, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_object_set_data (G_OBJECT (choice), VALUE_KEY, GINT_TO_POINTER (value));
      if (first == NULL)
        first = choice;
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (choice), GTK_TOGGLE_BUTTON (first));
      g_signal_connect_object (choice, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (GTK_GRID (grid), choice, i % N_COLUMNS, i / N_COLUMNS, 1, 1);
    }

  return grid;
}

static void
append_section (GtkWidget  *box,
                const char *title,
                GtkWidget  *choices)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), choices);
}

static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  SpzKindButton *self = user_data;
  GtkWidget *popover;
  GtkWidget *box;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  popover = gtk_popover_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->colours = create_choices (self, SPZ_TYPE_COLOUR);
  self->hatches = create_choices (self, SPZ_TYPE_HATCH);
  append_section (box, _("Colour"), self->colours);
  append_section (box, _("Hatch, for Black and White"), self->hatches);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
  update (self);
}

static void
spz_kind_button_dispose (GObject *object)
{
  SpzKindButton *self = SPZ_KIND_BUTTON (object);

  self->colours = NULL;
  self->hatches = NULL;
  g_clear_object (&self->programme);
  g_clear_object (&self->kind);

  G_OBJECT_CLASS (spz_kind_button_parent_class)->dispose (object);
}

static void
spz_kind_button_class_init (SpzKindButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spz_kind_button_dispose;
}

static void
spz_kind_button_init (SpzKindButton *self)
{
  self->button = gtk_menu_button_new ();
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "swatch");
  gtk_widget_set_tooltip_text (self->button, _("Choose Colour and Hatch"));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popover_cb, self, NULL);
  adw_bin_set_child (ADW_BIN (self), self->button);
}

/**
 * spz_kind_button_new:
 * @programme: a programme
 * @kind: a kind of phase of it
 *
 * Makes a button that shows how bars of @kind look and lets the user choose
 * another colour and another hatch; each choice is an undoable step.
 *
 * Returns: (transfer none): a button
 */
GtkWidget *
spz_kind_button_new (SpzProgramme *programme,
                     SpzPhaseKind *kind)
{
  SpzKindButton *self;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (SPZ_IS_PHASE_KIND (kind), NULL);

  self = g_object_new (SPZ_TYPE_KIND_BUTTON, NULL);
  self->programme = g_object_ref (programme);
  self->kind = g_object_ref (kind);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button),
                             spz_kind_swatch_new (kind, SPZ_KIND_SWATCH_OWN, SPZ_KIND_SWATCH_OWN));
  gtk_widget_set_sensitive (self->button, !spz_programme_get_read_only (programme));
  g_signal_connect_object (kind, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
