/* spz-overview-page.c: what is next
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-overview-page.h"

struct _SpzOverviewPage
{
  SpzPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SpzOverviewPage, spz_overview_page, SPZ_TYPE_PAGE)

static void
spz_overview_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPZ_TYPE_OVERVIEW_PAGE);

  G_OBJECT_CLASS (spz_overview_page_parent_class)->dispose (object);
}

static void
spz_overview_page_class_init (SpzOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = spz_overview_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-overview-page.ui");
}

static void
spz_overview_page_init (SpzOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
