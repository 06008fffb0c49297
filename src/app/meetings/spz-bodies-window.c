/* spz-bodies-window.c: the committees and other bodies that meet
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-bodies-window.h"

#include "spz-feedback.h"
#include "spz-number-binding.h"
#include "spz-reorder.h"
#include "spz-text-binding.h"

/* Before a meeting, as the file has it */
#define MAX_DAYS 366

struct _SpzBodiesWindow
{
  AdwWindow        parent_instance;

  /* Owned */
  SpzProgramme    *programme;

  /* Template */
  AdwToastOverlay *toasts;
  GtkStack        *stack;
  GtkListBox      *list;
  GtkWidget       *add_button;
};

G_DEFINE_FINAL_TYPE (SpzBodiesWindow, spz_bodies_window, ADW_TYPE_WINDOW)

static SpzRecordList *
get_bodies (SpzBodiesWindow *self)
{
  return spz_programme_get_list (self->programme, SPZ_TYPE_BODY);
}

static void
report (SpzBodiesWindow *self,
        GError          *error)
{
  spz_feedback_toast_on (self->toasts, error->message);
  g_error_free (error);
}

/* The toast stands in this window: the one below it can't be reached */
static void
delete_cb (SpzBodiesWindow *self,
           GtkWidget       *button)
{
  SpzRecord *body = g_object_get_data (G_OBJECT (button), "spz-body");
  g_autofree char *text = g_strdup_printf (_("“%s” deleted"), spz_record_get_title (body));
  GError *error = NULL;

  if (!spz_programme_remove (self->programme, body, &error))
    {
      report (self, error);
      return;
    }

  spz_feedback_undo_on (self->toasts, self->programme, text);
}

static GtkWidget *
create_entry (SpzBodiesWindow *self,
              SpzRecord       *body,
              const char      *property,
              const char      *name)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (entry, "inline-entry");
  spz_text_bind (entry, self->programme, body, property);

  return entry;
}

/* "Papers: [14] days before" */
static GtkWidget *
create_rule (SpzBodiesWindow *self,
             SpzRecord       *body,
             const char      *property,
             const char      *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *days = gtk_label_new (_("days before"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 3);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 3);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "–");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (entry, "inline-entry");
  gtk_widget_add_css_class (entry, "number");
  gtk_widget_add_css_class (entry, "numeric");
  gtk_widget_add_css_class (box, "caption");
  gtk_widget_add_css_class (box, "body-rule");
  spz_number_bind (GTK_ENTRY (entry), self->programme, body, property, MAX_DAYS);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), days);

  return box;
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  SpzBodiesWindow *self = user_data;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *handle = spz_reorder_handle_new ();
  GtkWidget *title = create_entry (self, item, "title", _("Name of the body"));
  GtkWidget *short_title = create_entry (self, item, "short-title", _("Short name"));
  GtkWidget *delete_button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_hexpand (title, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (short_title), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (short_title), 8);
  gtk_widget_add_css_class (delete_button, "flat");
  gtk_widget_set_tooltip_text (delete_button, _("Delete Body"));
  gtk_widget_set_sensitive (delete_button, !spz_programme_get_read_only (self->programme));
  g_object_set_data_full (G_OBJECT (delete_button), "spz-body", g_object_ref (item), g_object_unref);
  g_signal_connect_object (delete_button, "clicked", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (box), handle);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), short_title);
  gtk_box_append (GTK_BOX (box), delete_button);
  gtk_box_append (GTK_BOX (column), box);
  gtk_box_append (GTK_BOX (column),
                  create_rule (self, item, "submission-days", _("Papers due")));
  gtk_box_append (GTK_BOX (column),
                  create_rule (self, item, "invitation-days", _("Invitation")));
  gtk_widget_add_css_class (column, "editable-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), column);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  spz_reorder_attach (GTK_LIST_BOX_ROW (row), handle, self->programme, get_bodies (self), item);

  return row;
}

static void
update_stack (SpzBodiesWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack,
                                    spz_record_list_get_size (get_bodies (self)) > 0 ? "list" : "empty");
}

static void
add_cb (SpzBodiesWindow *self)
{
  GError *error = NULL;
  gint64 id = spz_programme_add (self->programme, SPZ_TYPE_BODY, &error,
                                 "title", "",
                                 NULL);
  SpzRecord *body;
  GtkListBoxRow *row;

  if (id == 0)
    {
      report (self, error);
      return;
    }

  body = spz_programme_lookup (self->programme, SPZ_TYPE_BODY, id);
  row = gtk_list_box_get_row_at_index (self->list, spz_record_list_index_of (get_bodies (self), body));
  gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static void
spz_bodies_window_dispose (GObject *object)
{
  SpzBodiesWindow *self = SPZ_BODIES_WINDOW (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);

  adw_window_set_content (ADW_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_BODIES_WINDOW);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_bodies_window_parent_class)->dispose (object);
}

static void
spz_bodies_window_class_init (SpzBodiesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_bodies_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-bodies-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzBodiesWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SpzBodiesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SpzBodiesWindow, list);
  gtk_widget_class_bind_template_child (widget_class, SpzBodiesWindow, add_button);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
spz_bodies_window_init (SpzBodiesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_bodies_window_new:
 * @programme: a programme
 * @parent: the window it belongs to
 *
 * Creates a window in which bodies are added, named, reordered and
 * deleted, each with its rules of what comes how long before a meeting.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
spz_bodies_window_new (SpzProgramme *programme,
                       GtkWindow    *parent)
{
  SpzBodiesWindow *self = g_object_new (SPZ_TYPE_BODIES_WINDOW, "transient-for", parent, NULL);

  self->programme = g_object_ref (programme);
  gtk_widget_set_visible (self->add_button, !spz_programme_get_read_only (programme));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (get_bodies (self)), create_row, self, NULL);
  g_signal_connect_object (get_bodies (self), "items-changed",
                           G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  update_stack (self);

  return GTK_WIDGET (self);
}
