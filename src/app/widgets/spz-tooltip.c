/* spz-tooltip.c: tooltips that follow what they tell about
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-tooltip.h"

/**
 * spz_tooltip_set:
 * @widget: a widget
 * @text: (nullable): what its tooltip says, %NULL or "" for none
 *
 * Sets a tooltip where it differs. The toolkit looks for the tooltip under the
 * pointer, and shows it anew, whenever any widget's is set, were it to the same
 * text; with each key typed that is a frame too many.
 */
void
spz_tooltip_set (GtkWidget  *widget,
                 const char *text)
{
  if (text != NULL && *text == '\0')
    text = NULL;

  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) != 0)
    gtk_widget_set_tooltip_text (widget, text);
}
