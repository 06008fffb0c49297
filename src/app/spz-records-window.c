/* spz-records-window.c: a window in which a few records of one kind are kept
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-records-window.h"

#include <glib/gi18n.h>

#include "spz-feedback.h"
#include "spz-reorder.h"
#include "spz-text-binding.h"

/**
 * SpzRecordsWindow:
 *
 * A list of records that are added, named, reordered by their handle and
 * deleted, each of it an undoable step. What a record has besides is up to the
 * subclass.
 */
typedef struct
{
  /* Owned */
  SpzProgramme    *programme;

  /* Template */
  AdwToastOverlay *toasts;
  GtkStack        *stack;
  GtkListBox      *list;
  GtkWidget       *add_button;
  GtkButton       *empty_button;
  AdwStatusPage   *empty;
} SpzRecordsWindowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SpzRecordsWindow, spz_records_window, ADW_TYPE_WINDOW)

enum
{
  PROP_0,
  PROP_PROGRAMME,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static SpzRecordsWindowPrivate *
get_private (SpzRecordsWindow *self)
{
  return spz_records_window_get_instance_private (self);
}

static SpzRecordList *
get_records (SpzRecordsWindow *self)
{
  return spz_programme_get_list (get_private (self)->programme, SPZ_RECORDS_WINDOW_GET_CLASS (self)->record_type);
}

static void
report (SpzRecordsWindow *self,
        GError           *error)
{
  spz_feedback_toast_on (get_private (self)->toasts, error->message);
  g_error_free (error);
}

static void
undo_action_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SpzRecordsWindow *self = SPZ_RECORDS_WINDOW (widget);
  GError *error = NULL;

  if (!spz_programme_undo (get_private (self)->programme, &error))
    report (self, error);
}

/* The toast stands in this window: the one below it can't be reached */
static void
delete_cb (SpzRecordsWindow *self,
           GtkWidget        *button)
{
  SpzRecordsWindowPrivate *priv = get_private (self);
  SpzRecord *record = g_object_get_data (G_OBJECT (button), "spz-record");
  g_autofree char *text = g_strdup_printf (_("“%s” deleted"), spz_record_get_title (record));
  GError *error = NULL;

  if (!spz_programme_remove (priv->programme, record, &error))
    {
      report (self, error);
      return;
    }

  spz_feedback_undo_on (priv->toasts, priv->programme, text);
}

static GtkWidget *
create_delete_button (SpzRecordsWindow *self,
                      SpzRecord        *record)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  const char *label = _(SPZ_RECORDS_WINDOW_GET_CLASS (self)->delete_label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_sensitive (button, !spz_programme_get_read_only (get_private (self)->programme));
  g_object_set_data_full (G_OBJECT (button), "spz-record", g_object_ref (record), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  SpzRecordsWindow *self = user_data;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *cells = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *handle = spz_reorder_handle_new ();

  gtk_box_append (GTK_BOX (lines), cells);
  gtk_box_append (GTK_BOX (cells), handle);
  SPZ_RECORDS_WINDOW_GET_CLASS (self)->fill_row (self, item, GTK_BOX (cells), GTK_BOX (lines));
  gtk_box_append (GTK_BOX (cells), create_delete_button (self, item));
  gtk_widget_add_css_class (lines, "editable-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), lines);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  spz_reorder_attach (GTK_LIST_BOX_ROW (row), handle, get_private (self)->programme, get_records (self), item);

  return row;
}

static void
update_stack (SpzRecordsWindow *self)
{
  gtk_stack_set_visible_child_name (get_private (self)->stack,
                                    spz_record_list_get_size (get_records (self)) > 0 ? "list" : "empty");
}

/* The name comes after the handle and whatever else stands before it. */
static void
focus_name (GtkListBoxRow *row)
{
  GtkWidget *cells = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));
  GtkWidget *child = gtk_widget_get_first_child (cells);

  while (child != NULL && !GTK_IS_EDITABLE (child))
    child = gtk_widget_get_next_sibling (child);
  if (child != NULL)
    gtk_widget_grab_focus (child);
}

static void
add_cb (SpzRecordsWindow *self)
{
  SpzRecordsWindowClass *klass = SPZ_RECORDS_WINDOW_GET_CLASS (self);
  SpzRecordsWindowPrivate *priv = get_private (self);
  GError *error = NULL;
  gint64 id = klass->add (self, &error);
  SpzRecord *record;

  if (id == 0)
    {
      report (self, error);
      return;
    }

  record = spz_programme_lookup (priv->programme, klass->record_type, id);
  focus_name (gtk_list_box_get_row_at_index (priv->list, (int) spz_record_list_index_of (get_records (self), record)));
}

static void
spz_records_window_constructed (GObject *object)
{
  SpzRecordsWindow *self = SPZ_RECORDS_WINDOW (object);
  SpzRecordsWindowClass *klass = SPZ_RECORDS_WINDOW_GET_CLASS (self);
  SpzRecordsWindowPrivate *priv = get_private (self);
  gboolean read_only = spz_programme_get_read_only (priv->programme);

  G_OBJECT_CLASS (spz_records_window_parent_class)->constructed (object);

  gtk_window_set_title (GTK_WINDOW (self), _(klass->title));
  gtk_window_set_default_size (GTK_WINDOW (self), klass->width, klass->height);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _(klass->title), -1);
  gtk_widget_set_tooltip_text (priv->add_button, _(klass->add_label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->add_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _(klass->add_label), -1);
  gtk_button_set_label (priv->empty_button, _(klass->add_label));
  gtk_widget_set_visible (priv->add_button, !read_only);
  gtk_widget_set_visible (GTK_WIDGET (priv->empty_button), !read_only);
  adw_status_page_set_icon_name (priv->empty, klass->empty_icon);
  adw_status_page_set_title (priv->empty, _(klass->empty_title));
  adw_status_page_set_description (priv->empty, _(klass->empty_description));

  gtk_list_box_bind_model (priv->list, G_LIST_MODEL (get_records (self)), create_row, self, NULL);
  g_signal_connect_object (get_records (self), "items-changed", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  update_stack (self);
}

static void
spz_records_window_dispose (GObject *object)
{
  SpzRecordsWindow *self = SPZ_RECORDS_WINDOW (object);
  SpzRecordsWindowPrivate *priv = get_private (self);

  /* In GTK 4.8, gtk_widget_dispose_template() knows templates of final classes alone. */
  gtk_list_box_bind_model (priv->list, NULL, NULL, NULL, NULL);
  adw_window_set_content (ADW_WINDOW (self), NULL);
  g_clear_object (&priv->programme);

  G_OBJECT_CLASS (spz_records_window_parent_class)->dispose (object);
}

static void
spz_records_window_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_PROGRAMME:
      get_private (SPZ_RECORDS_WINDOW (object))->programme = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
spz_records_window_class_init (SpzRecordsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = spz_records_window_constructed;
  object_class->dispose = spz_records_window_dispose;
  object_class->set_property = spz_records_window_set_property;

  /**
   * SpzRecordsWindow:programme:
   *
   * The programme the records are of
   */
  properties[PROP_PROGRAMME] =
    g_param_spec_object ("programme", NULL, NULL, SPZ_TYPE_PROGRAMME,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class, SPZ_RESOURCE_PATH "/spz-records-window.ui");
  gtk_widget_class_bind_template_child_private (widget_class, SpzRecordsWindow, toasts);
  gtk_widget_class_bind_template_child_private (widget_class, SpzRecordsWindow, stack);
  gtk_widget_class_bind_template_child_private (widget_class, SpzRecordsWindow, list);
  gtk_widget_class_bind_template_child_private (widget_class, SpzRecordsWindow, add_button);
  gtk_widget_class_bind_template_child_private (widget_class, SpzRecordsWindow, empty_button);
  gtk_widget_class_bind_template_child_private (widget_class, SpzRecordsWindow, empty);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_install_action (widget_class, "records.undo", NULL, undo_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "records.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
spz_records_window_init (SpzRecordsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_records_window_get_programme:
 * @self: a window
 *
 * For subclasses.
 *
 * Returns: (transfer none): the programme the records are of
 */
SpzProgramme *
spz_records_window_get_programme (SpzRecordsWindow *self)
{
  g_return_val_if_fail (SPZ_IS_RECORDS_WINDOW (self), NULL);

  return get_private (self)->programme;
}

/**
 * spz_records_window_create_entry:
 * @self: a window
 * @record: one of its records
 * @property: a text of the record
 * @name: what it is
 *
 * For subclasses: makes an entry that edits a text.
 *
 * Returns: (transfer floating): the entry
 */
GtkWidget *
spz_records_window_create_entry (SpzRecordsWindow *self,
                                 SpzRecord        *record,
                                 const char       *property,
                                 const char       *name)
{
  GtkWidget *entry = gtk_entry_new ();

  g_return_val_if_fail (SPZ_IS_RECORDS_WINDOW (self), entry);

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (entry, "inline-entry");
  spz_text_bind (entry, get_private (self)->programme, record, property);

  return entry;
}
