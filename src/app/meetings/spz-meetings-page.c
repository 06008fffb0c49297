/* spz-meetings-page.c: bodies, meetings and agenda items
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-meetings-page.h"

struct _SpzMeetingsPage
{
  SpzPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SpzMeetingsPage, spz_meetings_page, SPZ_TYPE_PAGE)

static void
spz_meetings_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPZ_TYPE_MEETINGS_PAGE);

  G_OBJECT_CLASS (spz_meetings_page_parent_class)->dispose (object);
}

static void
spz_meetings_page_class_init (SpzMeetingsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = spz_meetings_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-meetings-page.ui");
}

static void
spz_meetings_page_init (SpzMeetingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
