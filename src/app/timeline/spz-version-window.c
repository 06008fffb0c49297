/* spz-version-window.c: the plan as it was kept in a version
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-version-window.h"

#include "spz-composer.h"
#include "spz-pages.h"
#include "spz-plan-versions.h"
#include "spz-preview.h"
#include "spz-print.h"

struct _SpzVersionWindow
{
  AdwWindow       parent_instance;

  /* Owned */
  SpzDocument    *document;

  /* Template */
  AdwWindowTitle *heading;
  GtkWidget      *compare_button;
  SpzPreview     *preview;
};

G_DEFINE_FINAL_TYPE (SpzVersionWindow, spz_version_window, ADW_TYPE_WINDOW)

static void
print_cb (SpzVersionWindow *self)
{
  g_autoptr(SpzPages) pages = NULL;
  SpzPageSetup setup;

  spz_page_setup_init (&setup, SPZ_PAGE_LAYOUT_PLAN);
  pages = spz_pages_new (self->document, &setup);
  spz_print_pages (GTK_WINDOW (self), pages);
}

static void
spz_version_window_dispose (GObject *object)
{
  SpzVersionWindow *self = SPZ_VERSION_WINDOW (object);

  g_clear_pointer (&self->document, spz_document_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_VERSION_WINDOW);

  G_OBJECT_CLASS (spz_version_window_parent_class)->dispose (object);
}

static void
spz_version_window_class_init (SpzVersionWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_version_window_dispose;

  g_type_ensure (SPZ_TYPE_PREVIEW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-version-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzVersionWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, SpzVersionWindow, compare_button);
  gtk_widget_class_bind_template_child (widget_class, SpzVersionWindow, preview);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
spz_version_window_init (SpzVersionWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * spz_version_window_new:
 * @parent: (nullable): the window it belongs to
 * @programme: a programme
 * @version: a version of its plan
 * @actions: what can be done with versions
 *
 * Makes a window that shows the page of the plan as it was kept; nothing in it
 * can be changed.
 *
 * Returns: (transfer none): a window that isn't shown yet
 */
GtkWindow *
spz_version_window_new (GtkWindow      *parent,
                        SpzProgramme   *programme,
                        SpzPlanVersion *version,
                        GActionGroup   *actions)
{
  SpzVersionWindow *self;
  g_autofree char *name = NULL;
  SpzPageSetup setup;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (SPZ_IS_PLAN_VERSION (version), NULL);

  self = g_object_new (SPZ_TYPE_VERSION_WINDOW,
                       "transient-for", parent,
                       "destroy-with-parent", TRUE,
                       NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->compare_button), "x",
                                    spz_record_get_id (SPZ_RECORD (version)));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "version", actions);
  name = spz_plan_version_describe (version);
  gtk_window_set_title (GTK_WINDOW (self), name);
  adw_window_title_set_title (self->heading, version->title);
  adw_window_title_set_subtitle (self->heading, version->occasion);
  self->document = spz_compose_timeline_of_version (programme, version, SPZ_AUDIENCE_INTERNAL);
  spz_page_setup_init (&setup, SPZ_PAGE_LAYOUT_PLAN);
  spz_preview_set_document (self->preview, self->document, &setup);

  return GTK_WINDOW (self);
}
