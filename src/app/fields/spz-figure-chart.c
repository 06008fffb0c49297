/* spz-figure-chart.c: a figure's values as a small line
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-figure-chart.h"

#define HEIGHT 28
#define DOT_RADIUS 2.5

/**
 * SpzFigureChart:
 *
 * Draws values over time, without axes: what it shows can be read beside it,
 * and it is hidden from screen readers. Steps are even where dates are absent.
 */
struct _SpzFigureChart
{
  GtkWidget   parent_instance;

  /* Owned */
  GListModel *values;
};

typedef struct
{
  double x;
  double y;
} Point;

G_DEFINE_FINAL_TYPE (SpzFigureChart, spz_figure_chart, GTK_TYPE_WIDGET)

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  const SpzFigureValue *first = *(SpzFigureValue *const *) a;
  const SpzFigureValue *second = *(SpzFigureValue *const *) b;

  return first->date - second->date;
}

static GPtrArray *
collect (SpzFigureChart *self)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; self->values != NULL && i < g_list_model_get_n_items (self->values); i++)
    {
      g_autoptr(SpzFigureValue) value = g_list_model_get_item (self->values, i);

      if (value->date != SPZ_DATE_NONE)
        g_ptr_array_add (sorted, g_steal_pointer (&value));
    }

  g_ptr_array_sort (sorted, compare_dates);

  return sorted;
}

/* Into the unit square, later to the right and more upwards */
static GArray *
normalise (GPtrArray *values)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (Point));
  SpzFigureValue *first = g_ptr_array_index (values, 0);
  SpzFigureValue *last = g_ptr_array_index (values, values->len - 1);
  double span = MAX (1, last->date - first->date);
  double low = first->value;
  double high = first->value;

  for (guint i = 0; i < values->len; i++)
    {
      SpzFigureValue *value = g_ptr_array_index (values, i);

      low = MIN (low, value->value);
      high = MAX (high, value->value);
    }

  for (guint i = 0; i < values->len; i++)
    {
      SpzFigureValue *value = g_ptr_array_index (values, i);
      const Point point = {
        (value->date - first->date) / span,
        high > low ? (high - value->value) / (high - low) : 0.5,
      };

      g_array_append_val (points, point);
    }

  return points;
}

static void
draw (cairo_t  *cr,
      GArray   *points,
      gboolean  mirrored,
      int       width,
      int       height)
{
  const double inset = DOT_RADIUS + 1;

  for (guint i = 0; i < points->len; i++)
    {
      Point *point = &g_array_index (points, Point, i);

      point->x = inset + (mirrored ? 1 - point->x : point->x) * (width - 2 * inset);
      point->y = inset + point->y * (height - 2 * inset);
      cairo_line_to (cr, point->x, point->y);
    }

  cairo_set_line_width (cr, 2);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (cr);

  for (guint i = 0; i < points->len; i++)
    {
      const Point *point = &g_array_index (points, Point, i);

      cairo_arc (cr, point->x, point->y, DOT_RADIUS, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
spz_figure_chart_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  SpzFigureChart *self = SPZ_FIGURE_CHART (widget);
  g_autoptr(GPtrArray) values = collect (self);
  g_autoptr(GArray) points = NULL;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GdkRGBA colour;
  cairo_t *cr;

  if (values->len < 2)
    return;

  points = normalise (values);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_cairo_set_source_rgba (cr, &colour);
  draw (cr, points, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL, width, height);
  cairo_destroy (cr);
}

static void
spz_figure_chart_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 48 : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 120 : HEIGHT;
}

static void
spz_figure_chart_dispose (GObject *object)
{
  spz_figure_chart_set_values (SPZ_FIGURE_CHART (object), NULL);

  G_OBJECT_CLASS (spz_figure_chart_parent_class)->dispose (object);
}

static void
spz_figure_chart_class_init (SpzFigureChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_figure_chart_dispose;
  widget_class->measure = spz_figure_chart_measure;
  widget_class->snapshot = spz_figure_chart_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "figurechart");
}

static void
spz_figure_chart_init (SpzFigureChart *self)
{
}

/**
 * spz_figure_chart_set_values:
 * @self: a chart
 * @values: (nullable): a list of #SpzFigureValue
 *
 * Draws other values. After a value changed in itself the chart has to be
 * redrawn by gtk_widget_queue_draw().
 */
void
spz_figure_chart_set_values (SpzFigureChart *self,
                             GListModel     *values)
{
  g_return_if_fail (SPZ_IS_FIGURE_CHART (self));

  if (self->values == values)
    return;

  if (self->values != NULL)
    g_signal_handlers_disconnect_by_func (self->values, gtk_widget_queue_draw, self);

  g_set_object (&self->values, values);

  if (values != NULL)
    g_signal_connect_object (values, "items-changed",
                             G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);

  gtk_widget_queue_draw (GTK_WIDGET (self));
}
