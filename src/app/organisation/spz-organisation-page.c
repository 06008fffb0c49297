/* spz-organisation-page.c: roles, tasks and assignments
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-organisation-page.h"

struct _SpzOrganisationPage
{
  SpzPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SpzOrganisationPage, spz_organisation_page, SPZ_TYPE_PAGE)

static void
spz_organisation_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPZ_TYPE_ORGANISATION_PAGE);

  G_OBJECT_CLASS (spz_organisation_page_parent_class)->dispose (object);
}

static void
spz_organisation_page_class_init (SpzOrganisationPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = spz_organisation_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-organisation-page.ui");
}

static void
spz_organisation_page_init (SpzOrganisationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
