/* spz-role-box.c: a role in the chart
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n.h>

#include "spz-role-box.h"

#include "spz-feedback.h"

struct _SpzRoleBox
{
  GtkButton     parent_instance;

  /* Owned */
  SpzProgramme *programme;
  SpzRole      *role;
};

G_DEFINE_FINAL_TYPE (SpzRoleBox, spz_role_box, GTK_TYPE_BUTTON)

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_visible (label, *text != '\0');

  return label;
}

/* Whether @role stands somewhere above @other */
static gboolean
stands_above (SpzRoleBox *self,
              SpzRole    *role,
              SpzRole    *other)
{
  guint steps = spz_record_list_get_size (spz_programme_get_list (self->programme, SPZ_TYPE_ROLE));

  while (other != NULL && steps-- > 0)
    {
      if (other == role)
        return TRUE;

      other = other->reports_to != 0
              ? spz_programme_lookup (self->programme, SPZ_TYPE_ROLE, other->reports_to)
              : NULL;
    }

  return FALSE;
}

static GdkContentProvider *
prepare_cb (SpzRoleBox *self)
{
  return gdk_content_provider_new_typed (SPZ_TYPE_ROLE, self->role);
}

static void
drag_begin_cb (SpzRoleBox    *self,
               GdkDrag       *drag,
               GtkDragSource *source)
{
  g_autoptr(GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 24, 24);
}

static gboolean
drop_cb (SpzRoleBox   *self,
         const GValue *value,
         double        x,
         double        y)
{
  SpzRole *role = g_value_get_object (value);
  g_autoptr(GtkWidget) root = g_object_ref (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
  gint64 id = spz_record_get_id (SPZ_RECORD (self->role));
  GError *error = NULL;

  if (role->reports_to == id || stands_above (self, role, self->role))
    return FALSE;

  if (spz_programme_set (self->programme, role, &error, "reports-to", id, NULL))
    spz_feedback_undo (root);
  else
    spz_feedback_report (root, error);

  return TRUE;
}

static void
add_drag_and_drop (SpzRoleBox *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (SPZ_TYPE_ROLE, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));

  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
describe (SpzRoleBox *self)
{
  SpzRole *superior = self->role->reports_to != 0
                      ? spz_programme_lookup (self->programme, SPZ_TYPE_ROLE, self->role->reports_to)
                      : NULL;
  g_autofree char *text = NULL;

  if (superior != NULL)
    text = g_strdup_printf (_("reports to %s"), superior->title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->role->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "",
                                  -1);
}

static void
spz_role_box_dispose (GObject *object)
{
  SpzRoleBox *self = SPZ_ROLE_BOX (object);

  g_clear_object (&self->role);
  g_clear_object (&self->programme);

  G_OBJECT_CLASS (spz_role_box_parent_class)->dispose (object);
}

static void
spz_role_box_class_init (SpzRoleBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spz_role_box_dispose;
}

static void
spz_role_box_init (SpzRoleBox *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "role-box");
}

/**
 * spz_role_box_new:
 * @programme: the programme
 * @role: one of its roles
 *
 * Creates a box with the role's title, holder and unit as they are now.
 *
 * Returns: (transfer floating): the box
 */
GtkWidget *
spz_role_box_new (SpzProgramme *programme,
                  SpzRole      *role)
{
  SpzRoleBox *self = g_object_new (SPZ_TYPE_ROLE_BOX, NULL);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->programme = g_object_ref (programme);
  self->role = g_object_ref (role);

  gtk_box_append (GTK_BOX (lines), create_label (*role->title != '\0' ? role->title : _("Untitled"), "heading"));
  gtk_box_append (GTK_BOX (lines), create_label (role->holder, "caption"));
  gtk_box_append (GTK_BOX (lines), create_label (role->unit, "caption"));
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (self), lines);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _("Show in the table; drag onto another role to report to it"));

  describe (self);
  if (!spz_programme_get_read_only (programme))
    add_drag_and_drop (self);

  return GTK_WIDGET (self);
}

/**
 * spz_role_box_get_role:
 * @self: a box
 *
 * Gets the role the box shows.
 *
 * Returns: (transfer none): the role
 */
SpzRole *
spz_role_box_get_role (SpzRoleBox *self)
{
  g_return_val_if_fail (SPZ_IS_ROLE_BOX (self), NULL);

  return self->role;
}
