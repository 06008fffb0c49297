/* spz-combo-binding.c: a choice on the screen that edits a record
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-combo-binding.h"

#include "spz-feedback.h"
#include "spz-labels.h"

#define DATA_KEY "spz-combo-binding"

/* Lives as long as its combo, or until it is bound to something else */
typedef struct
{
  /* Borrowed */
  GtkWidget    *combo;

  /* Owned */
  SpzProgramme *programme;
  SpzRecord    *record;
  char         *property;
  GListModel   *choices;

  gboolean      is_enum;
  gulong        record_handler;
  gulong        combo_handler;
  gulong        choices_handler;
} ComboBinding;

static void
combo_binding_free (gpointer data)
{
  ComboBinding *self = data;

  g_clear_signal_handler (&self->record_handler, self->record);
  /* A combo that is being finalized has lost its handlers already */
  if (g_signal_handler_is_connected (self->combo, self->combo_handler))
    g_signal_handler_disconnect (self->combo, self->combo_handler);
  g_clear_signal_handler (&self->choices_handler, self->choices);
  g_clear_object (&self->choices);
  g_clear_object (&self->record);
  g_clear_object (&self->programme);
  g_free (self->property);
  g_free (self);
}

static guint
find_choice (GListModel *choices,
             gint64      id)
{
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (choices, i);

      if (SPZ_IS_RECORD (item) && spz_record_get_id (SPZ_RECORD (item)) == id)
        return i;
    }

  return 0;
}

static void
show (ComboBinding *self)
{
  guint selected;

  if (self->is_enum)
    {
      int value;

      g_object_get (self->record, self->property, &value, NULL);
      selected = (guint) value;
    }
  else
    {
      gint64 id;

      g_object_get (self->record, self->property, &id, NULL);
      selected = find_choice (self->choices, id);
    }

  g_signal_handler_block (self->combo, self->combo_handler);
  g_object_set (self->combo, "selected", selected, NULL);
  g_signal_handler_unblock (self->combo, self->combo_handler);
}

static gboolean
write_choice (ComboBinding  *self,
              guint          selected,
              GError       **error)
{
  g_autoptr(GObject) item = NULL;

  if (self->is_enum)
    return spz_programme_set (self->programme, self->record, error,
                              self->property, (int) selected,
                              NULL);

  item = g_list_model_get_item (self->choices, selected);

  return spz_programme_set (self->programme, self->record, error,
                            self->property,
                            SPZ_IS_RECORD (item) ? spz_record_get_id (SPZ_RECORD (item)) : (gint64) 0,
                            NULL);
}

static void
chosen_cb (ComboBinding *self)
{
  GError *error = NULL;
  guint selected;

  g_object_get (self->combo, "selected", &selected, NULL);
  if (selected == GTK_INVALID_LIST_POSITION)
    return;

  if (!write_choice (self, selected, &error))
    {
      spz_feedback_report (self->combo, error);
      show (self);
    }
}

static char *
get_title (GObject  *item,
           gpointer  user_data)
{
  if (SPZ_IS_RECORD (item))
    return g_strdup (spz_record_get_title (SPZ_RECORD (item)));

  return g_strdup (gtk_string_object_get_string (GTK_STRING_OBJECT (item)));
}

static void
bind (GtkWidget    *combo,
      SpzProgramme *programme,
      SpzRecord    *record,
      const char   *property,
      GListModel   *choices,
      gboolean      is_enum)
{
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);
  ComboBinding *self = g_new0 (ComboBinding, 1);

  spz_combo_unbind (combo);

  spz_combo_set_choices (combo, g_object_ref (choices));
  gtk_widget_set_sensitive (combo, !spz_programme_get_read_only (programme));

  self->combo = combo;
  self->programme = g_object_ref (programme);
  self->record = g_object_ref (record);
  self->property = g_strdup (property);
  self->choices = g_object_ref (choices);
  self->is_enum = is_enum;
  self->record_handler = g_signal_connect_swapped (record, signal, G_CALLBACK (show), self);
  self->combo_handler = g_signal_connect_swapped (combo, "notify::selected",
                                                  G_CALLBACK (chosen_cb), self);
  self->choices_handler = g_signal_connect_data (choices, "items-changed", G_CALLBACK (show),
                                                 self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_object_set_data_full (G_OBJECT (combo), DATA_KEY, self, combo_binding_free);

  show (self);
}

/**
 * spz_combo_bind_reference:
 * @combo: an AdwComboRow or a GtkDropDown
 * @programme: the programme
 * @record: (type SpzRecord): one of its records
 * @property: one of the record's references
 * @choices: the records to choose from
 * @none: what stands for no record
 *
 * Shows which record is referred to, and lets the user choose another; each
 * choice is an undoable step.
 */
void
spz_combo_bind_reference (GtkWidget    *combo,
                          SpzProgramme *programme,
                          gpointer      record,
                          const char   *property,
                          GListModel   *choices,
                          const char   *none)
{
  g_autoptr(GListStore) models = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr(GtkStringList) first = gtk_string_list_new ((const char *[]) { none, NULL });
  g_autoptr(GtkFlattenListModel) all = NULL;

  g_return_if_fail (GTK_IS_WIDGET (combo));
  g_return_if_fail (SPZ_IS_RECORD (record));

  g_list_store_append (models, first);
  g_list_store_append (models, choices);
  all = gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&models)));

  bind (combo, programme, record, property, G_LIST_MODEL (all), FALSE);
}

/**
 * spz_combo_bind_enum:
 * @combo: an AdwComboRow or a GtkDropDown
 * @programme: the programme
 * @record: (type SpzRecord): one of its records
 * @property: one of the record's enumerations
 *
 * Shows which of a few words is chosen, and lets the user choose another.
 */
void
spz_combo_bind_enum (GtkWidget    *combo,
                     SpzProgramme *programme,
                     gpointer      record,
                     const char   *property)
{
  spz_combo_bind_first (combo, programme, record, property, G_MAXUINT);
}

/**
 * spz_combo_bind_first:
 * @combo: an AdwComboRow or a GtkDropDown
 * @programme: the programme
 * @record: (type SpzRecord): one of its records
 * @property: one of the record's enumerations, which has one of the first values
 * @n_values: how many of its values are offered
 *
 * Does what spz_combo_bind_enum() does where the last values aren't chosen by
 * hand.
 */
void
spz_combo_bind_first (GtkWidget    *combo,
                      SpzProgramme *programme,
                      gpointer      record,
                      const char   *property,
                      guint         n_values)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  g_autoptr(GEnumClass) enum_class = NULL;
  GParamSpec *pspec;

  g_return_if_fail (GTK_IS_WIDGET (combo));
  g_return_if_fail (SPZ_IS_RECORD (record));

  pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (record), property);
  g_return_if_fail (G_IS_PARAM_SPEC_ENUM (pspec));

  enum_class = g_type_class_ref (pspec->value_type);
  for (guint i = 0; i < MIN (enum_class->n_values, n_values); i++)
    gtk_string_list_append (words, spz_enum_get_label (pspec->value_type, (int) i));

  bind (combo, programme, record, property, G_LIST_MODEL (words), TRUE);
}

/**
 * spz_combo_unbind:
 * @combo: an AdwComboRow or a GtkDropDown
 *
 * Lets go of the record @combo is bound to, if any.
 */
void
spz_combo_unbind (GtkWidget *combo)
{
  g_return_if_fail (GTK_IS_WIDGET (combo));

  g_object_set_data (G_OBJECT (combo), DATA_KEY, NULL);
}

/* Of its own a drop-down is as wide as its longest title */
static void
set_up_button_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
set_up_choice_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), check);
  g_object_bind_property (item, "selected", check, "visible", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (item, box);
}

static void
show_choice_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  GtkWidget *child = gtk_list_item_get_child (item);
  g_autofree char *title = get_title (gtk_list_item_get_item (item), NULL);

  gtk_label_set_label (GTK_LABEL (GTK_IS_LABEL (child) ? child : gtk_widget_get_first_child (child)), title);
}

static GtkListItemFactory *
new_factory (GCallback set_up)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", set_up, NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (show_choice_cb), NULL);

  return factory;
}

static void
set_factories (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) button = new_factory (G_CALLBACK (set_up_button_cb));
  g_autoptr (GtkListItemFactory) choice = new_factory (G_CALLBACK (set_up_choice_cb));

  gtk_drop_down_set_factory (drop_down, button);
  gtk_drop_down_set_list_factory (drop_down, choice);
}

/**
 * spz_combo_set_choices:
 * @combo: an AdwComboRow or a GtkDropDown
 * @choices: (transfer full): records and #GtkStringObject
 *
 * Shows what to choose from, records by their title. What is chosen is the
 * caller's to follow.
 */
void
spz_combo_set_choices (GtkWidget  *combo,
                       GListModel *choices)
{
  g_autoptr(GListModel) owned = choices;
  g_autoptr(GtkExpression) expression = NULL;

  g_return_if_fail (GTK_IS_WIDGET (combo));
  g_return_if_fail (G_IS_LIST_MODEL (choices));

  expression = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL,
                                            G_CALLBACK (get_title), NULL, NULL);
  g_object_set (combo,
                "expression", expression,
                "model", choices,
                NULL);
  if (GTK_IS_DROP_DOWN (combo))
    set_factories (GTK_DROP_DOWN (combo));
}
