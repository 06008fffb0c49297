/* spz-versions-window.c: the versions of the plan, where the window is narrow
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-versions-window.h"

#include "spz-feedback.h"
#include "spz-version-list.h"

struct _SpzVersionsWindow
{
  AdwWindow        parent_instance;

  /* Template */
  AdwToastOverlay *toasts;
  SpzVersionList  *list;
};

G_DEFINE_FINAL_TYPE (SpzVersionsWindow, spz_versions_window, ADW_TYPE_WINDOW)

static void
spz_versions_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPZ_TYPE_VERSIONS_WINDOW);

  G_OBJECT_CLASS (spz_versions_window_parent_class)->dispose (object);
}

static void
spz_versions_window_class_init (SpzVersionsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_versions_window_dispose;

  g_type_ensure (SPZ_TYPE_VERSION_LIST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-versions-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzVersionsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SpzVersionsWindow, list);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK,
                                       "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
}

static void
spz_versions_window_init (SpzVersionsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_versions_window_new:
 * @parent: (nullable): the window it belongs to, whose undo and redo it offers
 * @programme: a programme
 * @actions: what can be done with versions
 *
 * Makes a window of the versions of the plan.
 *
 * Returns: (transfer none): a window that isn't shown yet
 */
GtkWindow *
spz_versions_window_new (GtkWindow    *parent,
                         SpzProgramme *programme,
                         GActionGroup *actions)
{
  SpzVersionsWindow *self;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);

  self = g_object_new (SPZ_TYPE_VERSIONS_WINDOW,
                       "transient-for", parent,
                       "destroy-with-parent", TRUE,
                       NULL);
  if (G_IS_ACTION_GROUP (parent))
    gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (parent));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "version", actions);
  g_object_set (self->list, "programme", programme, NULL);

  return GTK_WINDOW (self);
}

/**
 * spz_versions_window_offer_undo:
 * @self: a window of versions
 * @programme: their programme
 * @text: what was done by the last step, plain text
 *
 * Says what was done and offers to undo it, where it was done: this window
 * stands before the one it belongs to.
 */
void
spz_versions_window_offer_undo (SpzVersionsWindow *self,
                                SpzProgramme      *programme,
                                const char        *text)
{
  g_return_if_fail (SPZ_IS_VERSIONS_WINDOW (self));

  spz_feedback_undo_on (self->toasts, programme, text);
}
