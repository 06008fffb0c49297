/* spz-popover-point.c: where a popover points within what is scrolled
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-popover-point.h"

/**
 * spz_popover_point_to:
 * @popover: a popover that has a parent
 * @widget: (nullable): a widget within the same window
 *
 * Lets the popover point to @widget, or to the edge behind which that is
 * scrolled away, so that it always opens where it is seen.
 */
void
spz_popover_point_to (GtkPopover *popover,
                      GtkWidget  *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (popover));
  GtkWidget *scroller = gtk_widget_get_ancestor (parent, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t box, seen;
  GdkRectangle visible;
  int left, top, right, bottom;

  if (widget == NULL || !gtk_widget_compute_bounds (widget, parent, &box) ||
      !gtk_widget_compute_bounds (scroller != NULL ? scroller : parent, parent, &seen))
    return;

  left = (int) seen.origin.x;
  top = (int) seen.origin.y;
  right = left + (int) seen.size.width;
  bottom = top + (int) seen.size.height;
  visible.x = CLAMP ((int) box.origin.x, left, right - 1);
  visible.y = CLAMP ((int) box.origin.y, top, bottom - 1);
  visible.width = CLAMP ((int) box.size.width, 1, right - visible.x);
  visible.height = CLAMP ((int) box.size.height, 1, bottom - visible.y);
  gtk_popover_set_pointing_to (popover, &visible);
}
