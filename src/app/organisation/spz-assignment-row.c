/* spz-assignment-row.c: a work order from a role to a role
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-assignment-row.h"

#include "spz-audience-button.h"
#include "spz-combo-binding.h"
#include "spz-date-row.h"
#include "spz-delete.h"
#include "spz-feedback.h"
#include "spz-line-binding.h"
#include "spz-reorder.h"
#include "spz-text-binding.h"
#include "spz-tooltip.h"

struct _SpzAssignmentRow
{
  GtkListBoxRow      parent_instance;

  /* Owned */
  SpzProgramme      *programme;
  SpzAssignment     *assignment;

  /* Template */
  GtkWidget         *handle;
  GtkCheckButton    *done;
  SpzLineText       *text;
  GtkLabel          *roles;
  GtkLabel          *due_label;
  SpzAudienceButton *audience;
  GtkMenuButton     *edit_button;
  GtkWidget         *from_role;
  GtkWidget         *to_role;
  SpzDateRow        *due;
  GtkWidget         *note;
};

G_DEFINE_FINAL_TYPE (SpzAssignmentRow, spz_assignment_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
get_role_title (SpzAssignmentRow *self,
                gint64            id)
{
  SpzRole *role = id != 0 ? spz_programme_lookup (self->programme, SPZ_TYPE_ROLE, id) : NULL;

  return role != NULL ? role->title : "–";
}

static void
show_due (SpzAssignmentRow *self)
{
  SpzDate due = self->assignment->due;
  gboolean open = self->assignment->state == SPZ_ASSIGNMENT_OPEN;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  if (due != SPZ_DATE_NONE)
    {
      date = spz_date_format (due, SPZ_DATE_STYLE_SHORT);
      /* Translators: an assignment's due date, "until 05.02.2021" */
      text = g_strdup_printf (_("until %s"), date);
    }

  gtk_label_set_label (self->due_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->due_label), text != NULL);

  if (open && due != SPZ_DATE_NONE && due < spz_programme_get_reference_date (self->programme))
    gtk_widget_add_css_class (GTK_WIDGET (self->due_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->due_label), "error");
}

static void
show (SpzAssignmentRow *self)
{
  gboolean is_done = self->assignment->state == SPZ_ASSIGNMENT_DONE;
  g_autofree char *roles =
    g_strdup_printf ("%s → %s",
                     get_role_title (self, self->assignment->from_role),
                     get_role_title (self, self->assignment->to_role));

  gtk_label_set_label (self->roles, roles);
  spz_tooltip_set (GTK_WIDGET (self->text), *self->assignment->note != '\0' ? self->assignment->note : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->roles),
                          self->assignment->from_role != 0 || self->assignment->to_role != 0);
  gtk_check_button_set_active (self->done, is_done);
  if (is_done)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->text), "dim-label");
  show_due (self);
}

static void
changed_cb (SpzAssignmentRow *self,
            SpzChanges       *changes)
{
  for (guint i = 0; i < changes->n_items; i++)
    {
      if (g_str_equal (changes->items[i].table, "role"))
        {
          show (self);
          return;
        }
    }
}

static void
done_toggled_cb (SpzAssignmentRow *self)
{
  SpzAssignmentState state = gtk_check_button_get_active (self->done) ? SPZ_ASSIGNMENT_DONE
                                                                      : SPZ_ASSIGNMENT_OPEN;
  GError *error = NULL;

  if (self->assignment == NULL || self->assignment->state == (int) state)
    return;

  if (!spz_programme_set (self->programme, self->assignment, &error, "state", state, NULL))
    {
      spz_feedback_report (GTK_WIDGET (self), error);
      show (self);
    }
}

static void
delete_cb (SpzAssignmentRow *self)
{
  gtk_menu_button_popdown (self->edit_button);
  spz_delete_record (GTK_WIDGET (self), self->programme, self->assignment);
}

static void
bind (SpzAssignmentRow *self)
{
  GListModel *roles = G_LIST_MODEL (spz_programme_get_list (self->programme, SPZ_TYPE_ROLE));
  gboolean editable = !spz_programme_get_read_only (self->programme);

  spz_line_text_bind (self->text, self->programme, self->assignment, "title");
  spz_audience_button_bind (self->audience, self->programme, self->assignment);
  spz_combo_bind_reference (self->from_role, self->programme, self->assignment, "from-role",
                            roles, _("Nobody"));
  spz_combo_bind_reference (self->to_role, self->programme, self->assignment, "to-role",
                            roles, _("Nobody"));
  spz_text_bind (self->note, self->programme, self->assignment, "note");
  spz_date_row_bind (self->due, self->programme, self->assignment, "due", NULL);
  spz_reorder_attach (GTK_LIST_BOX_ROW (self), self->handle, self->programme,
                      spz_programme_get_list (self->programme, SPZ_TYPE_ASSIGNMENT), self->assignment);
  gtk_widget_set_sensitive (GTK_WIDGET (self->done), editable);
  gtk_widget_set_visible (GTK_WIDGET (self->edit_button), editable);
}

static gboolean
spz_assignment_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SPZ_ASSIGNMENT_ROW (widget)->text));
}

static void
spz_assignment_row_dispose (GObject *object)
{
  SpzAssignmentRow *self = SPZ_ASSIGNMENT_ROW (object);

  if (self->text != NULL)
    {
      spz_line_text_bind (self->text, NULL, NULL, NULL);
      spz_combo_unbind (self->from_role);
      spz_combo_unbind (self->to_role);
      spz_text_unbind (self->note);
    }

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_ASSIGNMENT_ROW);
  g_clear_object (&self->assignment);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_assignment_row_parent_class)->dispose (object);
}

static void
spz_assignment_row_class_init (SpzAssignmentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_assignment_row_dispose;
  widget_class->grab_focus = spz_assignment_row_grab_focus;

  g_type_ensure (SPZ_TYPE_AUDIENCE_BUTTON);
  g_type_ensure (SPZ_TYPE_DATE_ROW);
  g_type_ensure (SPZ_TYPE_LINE_TEXT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-assignment-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzAssignmentRow, handle);
  gtk_widget_class_bind_template_child (widget_class, SpzAssignmentRow, done);
  gtk_widget_class_bind_template_child (widget_class, SpzAssignmentRow, text);
  gtk_widget_class_bind_template_child (widget_class, SpzAssignmentRow, roles);
  gtk_widget_class_bind_template_child (widget_class, SpzAssignmentRow, due_label);
  gtk_widget_class_bind_template_child (widget_class, SpzAssignmentRow, audience);
  gtk_widget_class_bind_template_child (widget_class, SpzAssignmentRow, edit_button);
  gtk_widget_class_bind_template_child (widget_class, SpzAssignmentRow, from_role);
  gtk_widget_class_bind_template_child (widget_class, SpzAssignmentRow, to_role);
  gtk_widget_class_bind_template_child (widget_class, SpzAssignmentRow, due);
  gtk_widget_class_bind_template_child (widget_class, SpzAssignmentRow, note);
  gtk_widget_class_bind_template_callback (widget_class, done_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
spz_assignment_row_init (SpzAssignmentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_assignment_row_new:
 * @programme: the programme
 * @assignment: one of its assignments
 *
 * Creates a row in which the assignment is ticked off and edited.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
spz_assignment_row_new (SpzProgramme  *programme,
                        SpzAssignment *assignment)
{
  SpzAssignmentRow *self = g_object_new (SPZ_TYPE_ASSIGNMENT_ROW, NULL);

  self->programme = g_object_ref (programme);
  self->assignment = g_object_ref (assignment);
  bind (self);
  g_signal_connect_object (assignment, "notify", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (programme, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (programme, "notify::reference-date",
                           G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);

  return GTK_WIDGET (self);
}

/**
 * spz_assignment_row_get_assignment:
 * @self: a row
 *
 * Gets the assignment the row shows.
 *
 * Returns: (transfer none): the assignment
 */
SpzAssignment *
spz_assignment_row_get_assignment (SpzAssignmentRow *self)
{
  g_return_val_if_fail (SPZ_IS_ASSIGNMENT_ROW (self), NULL);

  return self->assignment;
}
