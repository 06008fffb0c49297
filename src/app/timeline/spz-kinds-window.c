/* spz-kinds-window.c: the kinds of phases
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-kinds-window.h"

#include "spz-feedback.h"
#include "spz-kind-button.h"
#include "spz-reorder.h"
#include "spz-text-binding.h"

struct _SpzKindsWindow
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

G_DEFINE_FINAL_TYPE (SpzKindsWindow, spz_kinds_window, ADW_TYPE_WINDOW)

static SpzRecordList *
get_kinds (SpzKindsWindow *self)
{
  return spz_programme_get_list (self->programme, SPZ_TYPE_PHASE_KIND);
}

static void
report (SpzKindsWindow *self,
        GError          *error)
{
  spz_feedback_toast_on (self->toasts, error->message);
  g_error_free (error);
}

static void
undo_action_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SpzKindsWindow *self = SPZ_KINDS_WINDOW (widget);
  GError *error = NULL;

  if (!spz_programme_undo (self->programme, &error))
    report (self, error);
}

/* The toast stands in this window: the one below it can't be reached */
static void
delete_cb (SpzKindsWindow *self,
           GtkWidget       *button)
{
  SpzRecord *kind = g_object_get_data (G_OBJECT (button), "spz-kind");
  g_autofree char *text = g_strdup_printf (_("“%s” deleted"), spz_record_get_title (kind));
  GError *error = NULL;

  if (!spz_programme_remove (self->programme, kind, &error))
    {
      report (self, error);
      return;
    }

  spz_feedback_undo_on (self->toasts, self->programme, text);
}

static GtkWidget *
create_entry (SpzKindsWindow *self,
              SpzRecord       *kind,
              const char      *property,
              const char      *name)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (entry, "inline-entry");
  spz_text_bind (entry, self->programme, kind, property);

  return entry;
}

/* How many phases are of the kind; a live list follows them. */
static void
show_uses (GtkLabel   *label,
           guint       position,
           guint       removed,
           guint       added,
           GListModel *phases)
{
  guint n = g_list_model_get_n_items (phases);
  g_autofree char *text = NULL;

  /* Translators: how many phases are of a kind */
  text = n > 0 ? g_strdup_printf (ngettext ("%u phase", "%u phases", n), n) : g_strdup (_("not used"));
  gtk_label_set_text (label, text);
}

static GtkWidget *
create_uses (SpzKindsWindow *self,
             SpzRecord      *kind)
{
  SpzRecordList *phases = spz_programme_get_children (self->programme, SPZ_TYPE_PHASE,
                                                      "kind", spz_record_get_id (kind));
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  g_signal_connect_object (phases, "items-changed", G_CALLBACK (show_uses), label, G_CONNECT_SWAPPED);
  show_uses (GTK_LABEL (label), 0, 0, 0, G_LIST_MODEL (phases));

  return label;
}

static GtkWidget *
create_delete_button (SpzKindsWindow *self,
                      SpzRecord      *kind)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Delete Kind"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Delete Kind"),
                                  -1);
  gtk_widget_set_sensitive (button, !spz_programme_get_read_only (self->programme));
  g_object_set_data_full (G_OBJECT (button), "spz-kind", g_object_ref (kind), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  SpzKindsWindow *self = user_data;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *handle = spz_reorder_handle_new ();
  GtkWidget *title = create_entry (self, item, "title", _("Name of the kind"));
  GtkWidget *short_label = create_entry (self, item, "short-label", _("Short label"));

  gtk_widget_set_hexpand (title, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (short_label), 9);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (short_label), 9);

  gtk_box_append (GTK_BOX (box), handle);
  gtk_box_append (GTK_BOX (box), spz_kind_button_new (self->programme, item));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), short_label);
  gtk_box_append (GTK_BOX (box), create_uses (self, item));
  gtk_box_append (GTK_BOX (box), create_delete_button (self, item));
  gtk_widget_add_css_class (box, "editable-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  spz_reorder_attach (GTK_LIST_BOX_ROW (row), handle, self->programme, get_kinds (self), item);

  return row;
}

static void
update_stack (SpzKindsWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack,
                                    spz_record_list_get_size (get_kinds (self)) > 0 ? "list" : "empty");
}

/* A colour and a hatch that tell the kind apart: the first that are free, or
 * else the ones that are used least */
static void
choose_look (SpzKindsWindow *self,
             int            *colour,
             int            *hatch)
{
  guint colours[SPZ_COLOUR_BROWN + 1] = { 0, };
  guint hatches[SPZ_HATCH_DOTS + 1] = { 0, };
  SpzRecordList *kinds = get_kinds (self);

  for (guint i = 0; i < spz_record_list_get_size (kinds); i++)
    {
      SpzPhaseKind *kind = spz_record_list_get (kinds, i);

      colours[kind->colour]++;
      hatches[kind->hatch]++;
    }

  *colour = *hatch = 0;
  for (guint i = 1; i < G_N_ELEMENTS (colours); i++)
    if (colours[i] < colours[*colour])
      *colour = (int) i;
  for (guint i = 1; i < G_N_ELEMENTS (hatches); i++)
    if (hatches[i] < hatches[*hatch])
      *hatch = (int) i;
}

/* The name comes after the handle and the button with the look. */
static void
focus_title (GtkListBoxRow *row)
{
  GtkWidget *child = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));

  while (child != NULL && !GTK_IS_EDITABLE (child))
    child = gtk_widget_get_next_sibling (child);
  if (child != NULL)
    gtk_widget_grab_focus (child);
}

static void
add_cb (SpzKindsWindow *self)
{
  GError *error = NULL;
  int colour, hatch;
  gint64 id;
  SpzRecord *kind;
  GtkListBoxRow *row;

  choose_look (self, &colour, &hatch);
  id = spz_programme_add (self->programme, SPZ_TYPE_PHASE_KIND, &error,
                          "title", "",
                          "colour", colour,
                          "hatch", hatch,
                          NULL);
  if (id == 0)
    {
      report (self, error);
      return;
    }

  kind = spz_programme_lookup (self->programme, SPZ_TYPE_PHASE_KIND, id);
  row = gtk_list_box_get_row_at_index (self->list, spz_record_list_index_of (get_kinds (self), kind));
  focus_title (row);
}

static void
spz_kinds_window_dispose (GObject *object)
{
  SpzKindsWindow *self = SPZ_KINDS_WINDOW (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);

  adw_window_set_content (ADW_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_KINDS_WINDOW);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_kinds_window_parent_class)->dispose (object);
}

static void
spz_kinds_window_class_init (SpzKindsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_kinds_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-kinds-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzKindsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SpzKindsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SpzKindsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, SpzKindsWindow, add_button);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_install_action (widget_class, "kinds.undo", NULL, undo_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "kinds.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
spz_kinds_window_init (SpzKindsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_kinds_window_new:
 * @programme: a programme
 * @parent: the window it belongs to
 *
 * Makes a window in which the kinds of phases are added, named, given a look,
 * reordered and deleted, each of it an undoable step.
 *
 * Returns: (transfer none): a window that isn't shown yet
 */
GtkWidget *
spz_kinds_window_new (SpzProgramme *programme,
                       GtkWindow    *parent)
{
  SpzKindsWindow *self = g_object_new (SPZ_TYPE_KINDS_WINDOW, "transient-for", parent, NULL);

  self->programme = g_object_ref (programme);
  gtk_widget_set_visible (self->add_button, !spz_programme_get_read_only (programme));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (get_kinds (self)), create_row, self, NULL);
  g_signal_connect_object (get_kinds (self), "items-changed",
                           G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  update_stack (self);

  return GTK_WIDGET (self);
}
