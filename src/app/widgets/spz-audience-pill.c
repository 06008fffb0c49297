/* spz-audience-pill.c: whom something is for, where that is not everybody
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-audience-pill.h"

#include "spz-labels.h"
#include "spz-records.h"

/**
 * spz_audience_pill_show:
 * @label: a label
 * @audience: whom something is for
 *
 * Makes the label a pill that names the audience; what is for everybody has
 * none. What is for internal use stands out.
 */
void
spz_audience_pill_show (GtkLabel    *label,
                        SpzAudience  audience)
{
  GtkWidget *widget = GTK_WIDGET (label);

  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_label_set_label (label, spz_enum_get_label (SPZ_TYPE_AUDIENCE, (int) audience));
  gtk_widget_set_visible (widget, audience != SPZ_AUDIENCE_PUBLIC);
  gtk_widget_add_css_class (widget, "pill-label");
  if (audience == SPZ_AUDIENCE_INTERNAL)
    gtk_widget_add_css_class (widget, "internal");
  else
    gtk_widget_remove_css_class (widget, "internal");
}
