/* spz-timeline-legend-view.c: what the plan's colours and marks mean
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-legend-view.h"

#include <math.h>

#include <glib/gi18n.h>

#include "spz-timeline-painter.h"

#define MARGIN 12

/* The plan needs the height more: a legend that is longer is scrolled sideways */
#define MAX_LINES 2
#define WIDTH_STEP 16

struct _SpzTimelineLegendView
{
  GtkWidget        parent_instance;

  /* Owned */
  SpzTimelineView *view;

  int              width; /* in which it needs MAX_LINES; 0: to be found anew */
};

enum
{
  PROP_VIEW = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SpzTimelineLegendView, spz_timeline_legend_view, GTK_TYPE_WIDGET)

static SpzTimelineLayout *
get_layout (SpzTimelineLegendView *self)
{
  return self->view != NULL ? spz_timeline_view_get_layout (self->view) : NULL;
}

static double
measure_height (SpzTimelineLayout *layout,
                int                width)
{
  return spz_timeline_paint_legend (NULL, layout, MAX (width - 2 * MARGIN, 1));
}

/* The least width for all of it; it only becomes lower the wider it is */
static int
get_needed_width (SpzTimelineLegendView *self,
                  SpzTimelineLayout     *layout)
{
  double line = measure_height (layout, G_MAXINT16);
  double most = line * (MAX_LINES + 0.5);
  int low = 1, high = 1;

  if (self->width > 0)
    return self->width;

  while (measure_height (layout, high * WIDTH_STEP) > most)
    {
      low = high + 1;
      high *= 2;
    }
  while (low < high)
    {
      int middle = (low + high) / 2;

      if (measure_height (layout, middle * WIDTH_STEP) > most)
        low = middle + 1;
      else
        high = middle;
    }
  self->width = high * WIDTH_STEP;

  return self->width;
}

static void
laid_out_cb (SpzTimelineLegendView *self)
{
  self->width = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_view (SpzTimelineLegendView *self,
          SpzTimelineView       *view)
{
  if (self->view == view)
    return;

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_set_object (&self->view, view);
  if (view != NULL)
    g_signal_connect_swapped (view, "laid-out", G_CALLBACK (laid_out_cb), self);

  laid_out_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

static void
spz_timeline_legend_view_measure (GtkWidget      *widget,
                                  GtkOrientation  orientation,
                                  int             for_size,
                                  int            *minimum,
                                  int            *natural,
                                  int            *minimum_baseline,
                                  int            *natural_baseline)
{
  SpzTimelineLegendView *self = SPZ_TIMELINE_LEGEND_VIEW (widget);
  SpzTimelineLayout *layout = get_layout (self);

  if (layout == NULL)
    {
      *minimum = *natural = 0;
    }
  else if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = get_needed_width (self, layout);
    }
  else
    {
      int width = for_size > 0 ? for_size : get_needed_width (self, layout);

      *minimum = *natural = (int) ceil (measure_height (layout, width)) + MARGIN;
    }
}

static void
spz_timeline_legend_view_snapshot (GtkWidget   *widget,
                                   GtkSnapshot *snapshot)
{
  SpzTimelineLayout *layout = get_layout (SPZ_TIMELINE_LEGEND_VIEW (widget));
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (layout == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_translate (cr, MARGIN, MARGIN / 2.0);
  spz_timeline_paint_legend (cr, layout, MAX (width - 2 * MARGIN, 1));
  cairo_destroy (cr);
}

static GtkSizeRequestMode
spz_timeline_legend_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
spz_timeline_legend_view_get_property (GObject    *object,
                                       guint       prop_id,
                                       GValue     *value,
                                       GParamSpec *pspec)
{
  if (prop_id == PROP_VIEW)
    g_value_set_object (value, SPZ_TIMELINE_LEGEND_VIEW (object)->view);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
spz_timeline_legend_view_set_property (GObject      *object,
                                       guint         prop_id,
                                       const GValue *value,
                                       GParamSpec   *pspec)
{
  if (prop_id == PROP_VIEW)
    set_view (SPZ_TIMELINE_LEGEND_VIEW (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
spz_timeline_legend_view_dispose (GObject *object)
{
  set_view (SPZ_TIMELINE_LEGEND_VIEW (object), NULL);

  G_OBJECT_CLASS (spz_timeline_legend_view_parent_class)->dispose (object);
}

static void
spz_timeline_legend_view_class_init (SpzTimelineLegendViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = spz_timeline_legend_view_get_property;
  object_class->set_property = spz_timeline_legend_view_set_property;
  object_class->dispose = spz_timeline_legend_view_dispose;

  widget_class->get_request_mode = spz_timeline_legend_view_get_request_mode;
  widget_class->measure = spz_timeline_legend_view_measure;
  widget_class->snapshot = spz_timeline_legend_view_snapshot;

  properties[PROP_VIEW] =
    g_param_spec_object ("view", NULL, NULL, SPZ_TYPE_TIMELINE_VIEW,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "timelinelegend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
spz_timeline_legend_view_init (SpzTimelineLegendView *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Legend"),
                                  -1);
}
