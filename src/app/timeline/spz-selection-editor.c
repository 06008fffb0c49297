/* spz-selection-editor.c: edits what several entries of the plan have in common
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-selection-editor.h"

#include <glib/gi18n.h>

#include "spz-combo-binding.h"
#include "spz-feedback.h"
#include "spz-labels.h"
#include "spz-plan-edit.h"

/* A row for each property that all of the records have, with what they agree
 * on. Where they don't, its first choice says so; it can't be brought back but
 * by undoing. */

#define PROGRESS_STEP 10

struct _SpzSelectionEditor
{
  AdwBin        parent_instance;

  /* Owned */
  SpzProgramme *programme;
  GPtrArray    *records;
  GPtrArray    *fields;   /* Field */

  /* Borrowed */
  GtkListBox   *list;
};

G_DEFINE_FINAL_TYPE (SpzSelectionEditor, spz_selection_editor, ADW_TYPE_BIN)

typedef struct
{
  const char *property;
  const char *title;
  const char *none;      /* of a reference */
  GType     (*get_target) (void);
} Kind;

static const Kind kinds[] = {
  { "kind", N_("Kind"), N_("None"), spz_phase_kind_get_type },
  { "action-field", N_("Action field"), N_("None"), spz_action_field_get_type },
  { "certainty", N_("Certainty"), NULL, NULL },
  { "progress", N_("Progress"), NULL, NULL },
  { "role", N_("Responsible"), N_("Nobody"), spz_role_get_type },
  { "audience", N_("Audience"), NULL, NULL },
};

typedef struct
{
  SpzSelectionEditor *editor; /* borrowed */
  const Kind         *kind;   /* borrowed */
  GType               type;   /* of the property */
  GtkWidget          *row;    /* borrowed */
  GtkStringList      *mixed;  /* borrowed: one word as long as they don't agree */
  GArray             *values; /* gint64, of the choices after that */
  gulong              handler;
} Field;

static void
field_free (gpointer data)
{
  Field *field = data;

  g_array_unref (field->values);
  g_free (field);
}

static gint64
get_value (Field     *field,
           SpzRecord *record)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_object_get_property (G_OBJECT (record), field->kind->property, &value);

  return G_VALUE_HOLDS_ENUM (&value) ? g_value_get_enum (&value) : g_value_get_int64 (&value);
}

static gboolean
find_common (Field  *field,
             gint64 *value)
{
  GPtrArray *records = field->editor->records;

  *value = get_value (field, g_ptr_array_index (records, 0));
  for (guint i = 1; i < records->len; i++)
    if (get_value (field, g_ptr_array_index (records, i)) != *value)
      return FALSE;

  return TRUE;
}

static void
show (Field *field)
{
  gboolean was_mixed = g_list_model_get_n_items (G_LIST_MODEL (field->mixed)) > 0;
  gint64 value;
  guint selected = 0;
  gboolean agree = find_common (field, &value);

  g_signal_handler_block (field->row, field->handler);
  if (agree)
    {
      for (guint i = 0; i < field->values->len; i++)
        if (g_array_index (field->values, gint64, i) == value)
          selected = i + 1;
      agree = selected > 0;
    }
  if (agree && was_mixed)
    gtk_string_list_remove (field->mixed, 0);
  else if (!agree && !was_mixed)
    /* Translators: several entries are selected, and they are not alike */
    gtk_string_list_append (field->mixed, _("Different"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (field->row), agree ? selected - 1 : 0);
  g_signal_handler_unblock (field->row, field->handler);
}

static void
programme_changed_cb (SpzSelectionEditor *self)
{
  /* One that was deleted is about to be no longer selected */
  for (guint i = 0; i < self->records->len; i++)
    {
      SpzRecord *record = g_ptr_array_index (self->records, i);

      if (spz_programme_lookup (self->programme, G_OBJECT_TYPE (record), spz_record_get_id (record)) != record)
        return;
    }

  g_ptr_array_foreach (self->fields, (GFunc) (GCallback) show, NULL);
}

static void
chosen_cb (AdwComboRow *row,
           GParamSpec  *pspec,
           Field       *field)
{
  SpzSelectionEditor *self = field->editor;
  guint n_mixed = g_list_model_get_n_items (G_LIST_MODEL (field->mixed));
  guint selected = adw_combo_row_get_selected (row);
  g_auto (GValue) value = G_VALUE_INIT;
  GError *error = NULL;
  gint64 number;

  if (selected == GTK_INVALID_LIST_POSITION || selected < n_mixed ||
      selected - n_mixed >= field->values->len)
    return;

  number = g_array_index (field->values, gint64, selected - n_mixed);
  g_value_init (&value, field->type);
  if (G_VALUE_HOLDS_ENUM (&value))
    g_value_set_enum (&value, (int) number);
  else
    g_value_set_int64 (&value, number);

  if (!spz_plan_set (self->programme, self->records, field->kind->property, &value, &error))
    {
      spz_feedback_report (GTK_WIDGET (self), error);
      show (field);
    }
}

/* The property's type, if all records have the same one by that name */
static GType
get_common_type (GPtrArray  *records,
                 const char *property)
{
  GType type = G_TYPE_INVALID;

  for (guint i = 0; i < records->len; i++)
    {
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (g_ptr_array_index (records, i)),
                                                        property);

      if (pspec == NULL || (i > 0 && pspec->value_type != type))
        return G_TYPE_INVALID;
      type = pspec->value_type;
    }

  return type;
}

static void
add_choice (Field         *field,
            GtkStringList *words,
            const char    *word,
            gint64         value)
{
  gtk_string_list_append (words, word);
  g_array_append_val (field->values, value);
}

static void
list_choices (Field         *field,
              GtkStringList *words)
{
  SpzProgramme *programme = field->editor->programme;

  if (G_TYPE_IS_ENUM (field->type))
    {
      g_autoptr (GEnumClass) enum_class = g_type_class_ref (field->type);

      for (guint i = 0; i < enum_class->n_values; i++)
        add_choice (field, words, spz_enum_get_label (field->type, (int) i), i);
    }
  else if (field->kind->get_target != NULL)
    {
      SpzRecordList *records = spz_programme_get_list (programme, field->kind->get_target ());

      add_choice (field, words, _(field->kind->none), 0);
      for (guint i = 0; i < spz_record_list_get_size (records); i++)
        {
          SpzRecord *record = spz_record_list_get (records, i);

          add_choice (field, words, spz_record_get_title (record), spz_record_get_id (record));
        }
    }
  else
    {
      for (int i = 0; i <= 100; i += PROGRESS_STEP)
        {
          /* Translators: a percentage */
          g_autofree char *word = g_strdup_printf (_("%d %%"), i);

          add_choice (field, words, word, i);
        }
    }
}

static void
add_field (SpzSelectionEditor *self,
           const Kind         *kind)
{
  GType type = get_common_type (self->records, kind->property);
  g_autoptr (GListStore) models = NULL;
  g_autoptr (GtkStringList) words = NULL;
  g_autoptr (GtkStringList) mixed = NULL;
  Field *field;

  if (type == G_TYPE_INVALID)
    return;

  models = g_list_store_new (G_TYPE_LIST_MODEL);
  words = gtk_string_list_new (NULL);
  mixed = gtk_string_list_new (NULL);
  field = g_new0 (Field, 1);
  *field = (Field) { self, kind, type, adw_combo_row_new (), mixed,
                     g_array_new (FALSE, FALSE, sizeof (gint64)), 0 };
  list_choices (field, words);
  g_list_store_append (models, mixed);
  g_list_store_append (models, words);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (field->row), _(kind->title));
  spz_combo_set_choices (field->row,
                         G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&models)))));
  gtk_widget_set_sensitive (field->row, !spz_programme_get_read_only (self->programme));
  field->handler = g_signal_connect (field->row, "notify::selected", G_CALLBACK (chosen_cb), field);
  gtk_list_box_append (self->list, field->row);
  g_ptr_array_add (self->fields, field);
  show (field);
}

static void
spz_selection_editor_dispose (GObject *object)
{
  SpzSelectionEditor *self = SPZ_SELECTION_EDITOR (object);

  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);

      g_clear_signal_handler (&field->handler, field->row);
    }
  g_ptr_array_set_size (self->fields, 0);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_selection_editor_parent_class)->dispose (object);
}

static void
spz_selection_editor_finalize (GObject *object)
{
  g_ptr_array_unref (SPZ_SELECTION_EDITOR (object)->fields);

  G_OBJECT_CLASS (spz_selection_editor_parent_class)->finalize (object);
}

static void
spz_selection_editor_class_init (SpzSelectionEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = spz_selection_editor_dispose;
  object_class->finalize = spz_selection_editor_finalize;
}

static void
spz_selection_editor_init (SpzSelectionEditor *self)
{
  self->fields = g_ptr_array_new_with_free_func (field_free);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

/**
 * spz_selection_editor_new:
 * @programme: the programme
 * @records: (element-type SpzRecord): phases, milestones and measures of it, at
 *   least one
 *
 * Makes an editor of what @records have in common. What is chosen is given to
 * all of them, in one undoable step.
 *
 * Returns: the editor
 */
GtkWidget *
spz_selection_editor_new (SpzProgramme *programme,
                          GPtrArray    *records)
{
  SpzSelectionEditor *self;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (records->len > 0, NULL);

  self = g_object_new (SPZ_TYPE_SELECTION_EDITOR, NULL);
  self->programme = g_object_ref (programme);
  self->records = g_ptr_array_ref (records);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_field (self, &kinds[i]);
  g_signal_connect_object (programme, "changed", G_CALLBACK (programme_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
