/* spz-version-button.c: the versions of the plan, to choose from
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-version-button.h"

#include "spz-version-list.h"

struct _SpzVersionButton
{
  AdwBin        parent_instance;

  /* Owned */
  SpzProgramme *programme;

  /* Template */
  GtkPopover   *popover;
};

G_DEFINE_FINAL_TYPE (SpzVersionButton, spz_version_button, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_PROGRAMME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
spz_version_button_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PROGRAMME:
      g_value_set_object (value, SPZ_VERSION_BUTTON (object)->programme);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_version_button_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_PROGRAMME:
      if (g_set_object (&SPZ_VERSION_BUTTON (object)->programme, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_version_button_dispose (GObject *object)
{
  SpzVersionButton *self = SPZ_VERSION_BUTTON (object);

  g_clear_object (&self->programme);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPZ_TYPE_VERSION_BUTTON);

  G_OBJECT_CLASS (spz_version_button_parent_class)->dispose (object);
}

static void
spz_version_button_class_init (SpzVersionButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = spz_version_button_get_property;
  object_class->set_property = spz_version_button_set_property;
  object_class->dispose = spz_version_button_dispose;

  properties[PROP_PROGRAMME] =
    g_param_spec_object ("programme", NULL, NULL, SPZ_TYPE_PROGRAMME,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SPZ_TYPE_VERSION_LIST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               SPZ_RESOURCE_PATH "/spz-version-button.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzVersionButton, popover);
}

static void
spz_version_button_init (SpzVersionButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
