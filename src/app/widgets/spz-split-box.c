/* spz-split-box.c: two widgets beside each other where there is room
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-split-box.h"

/**
 * SpzSplitBox:
 *
 * Two columns, of which the first has a width of its own; in less than the
 * threshold the second stands below the first.
 */
struct _SpzSplitBox
{
  GtkWidget  parent_instance;

  /* Owned */
  GtkWidget *start;
  GtkWidget *end;

  int        start_width;
  int        threshold;
  int        spacing;
};

G_DEFINE_FINAL_TYPE (SpzSplitBox, spz_split_box, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_START,
  PROP_END,
  PROP_START_WIDTH,
  PROP_THRESHOLD,
  PROP_SPACING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
stands_side_by_side (SpzSplitBox *self,
                     int          width)
{
  return width < 0 || width >= self->threshold;
}

static GtkSizeRequestMode
spz_split_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (SpzSplitBox *self,
               int         *minimum,
               int         *natural)
{
  int start_minimum = 0, start_natural = 0;
  int end_minimum = 0, end_natural = 0;

  gtk_widget_measure (self->start, GTK_ORIENTATION_HORIZONTAL, -1, &start_minimum, &start_natural, NULL, NULL);
  gtk_widget_measure (self->end, GTK_ORIENTATION_HORIZONTAL, -1, &end_minimum, &end_natural, NULL, NULL);

  *minimum = MAX (start_minimum, end_minimum);
  *natural = MAX (*minimum, self->start_width + self->spacing + end_natural);
}

static void
measure_height (SpzSplitBox *self,
                int          width,
                int         *minimum,
                int         *natural)
{
  int start_minimum = 0, start_natural = 0;
  int end_minimum = 0, end_natural = 0;

  if (stands_side_by_side (self, width))
    {
      int end_width = width < 0 ? -1 : width - self->start_width - self->spacing;

      gtk_widget_measure (self->start, GTK_ORIENTATION_VERTICAL, self->start_width,
                          &start_minimum, &start_natural, NULL, NULL);
      gtk_widget_measure (self->end, GTK_ORIENTATION_VERTICAL, end_width,
                          &end_minimum, &end_natural, NULL, NULL);
      *minimum = MAX (start_minimum, end_minimum);
      *natural = MAX (start_natural, end_natural);
    }
  else
    {
      gtk_widget_measure (self->start, GTK_ORIENTATION_VERTICAL, width,
                          &start_minimum, &start_natural, NULL, NULL);
      gtk_widget_measure (self->end, GTK_ORIENTATION_VERTICAL, width,
                          &end_minimum, &end_natural, NULL, NULL);
      *minimum = start_minimum + self->spacing + end_minimum;
      *natural = start_natural + self->spacing + end_natural;
    }
}

static void
spz_split_box_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  SpzSplitBox *self = SPZ_SPLIT_BOX (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, minimum, natural);
  else
    measure_height (self, for_size, minimum, natural);
}

static void
spz_split_box_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  SpzSplitBox *self = SPZ_SPLIT_BOX (widget);
  GtkAllocation start = { 0, 0, width, height };
  GtkAllocation end = { 0, 0, width, height };

  if (stands_side_by_side (self, width))
    {
      gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

      start.width = self->start_width;
      end.width = width - start.width - self->spacing;
      start.x = mirrored ? width - start.width : 0;
      end.x = mirrored ? 0 : start.width + self->spacing;
    }
  else
    {
      gtk_widget_measure (self->start, GTK_ORIENTATION_VERTICAL, width, NULL, &start.height, NULL, NULL);
      end.y = start.height + self->spacing;
      end.height = MAX (0, height - end.y);
    }

  gtk_widget_size_allocate (self->start, &start, -1);
  gtk_widget_size_allocate (self->end, &end, -1);
}

static void
spz_split_box_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  SpzSplitBox *self = SPZ_SPLIT_BOX (object);

  switch (prop_id)
    {
    case PROP_START:
      self->start = g_value_get_object (value);
      gtk_widget_insert_after (self->start, GTK_WIDGET (self), NULL);
      break;

    case PROP_END:
      self->end = g_value_get_object (value);
      gtk_widget_insert_before (self->end, GTK_WIDGET (self), NULL);
      break;

    case PROP_START_WIDTH:
      self->start_width = g_value_get_int (value);
      break;

    case PROP_THRESHOLD:
      self->threshold = g_value_get_int (value);
      break;

    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_split_box_dispose (GObject *object)
{
  SpzSplitBox *self = SPZ_SPLIT_BOX (object);

  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);

  G_OBJECT_CLASS (spz_split_box_parent_class)->dispose (object);
}

static void
spz_split_box_class_init (SpzSplitBoxClass *klass)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = spz_split_box_set_property;
  object_class->dispose = spz_split_box_dispose;

  widget_class->get_request_mode = spz_split_box_get_request_mode;
  widget_class->measure = spz_split_box_measure;
  widget_class->size_allocate = spz_split_box_size_allocate;

  properties[PROP_START] = g_param_spec_object ("start", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_END] = g_param_spec_object ("end", NULL, NULL, GTK_TYPE_WIDGET, flags);

  /**
   * SpzSplitBox:start-width:
   *
   * The width of the first column, in pixels.
   */
  properties[PROP_START_WIDTH] = g_param_spec_int ("start-width", NULL, NULL, 0, G_MAXINT, 220, flags);

  /**
   * SpzSplitBox:threshold:
   *
   * The width, in pixels, from which the two stand beside each other.
   */
  properties[PROP_THRESHOLD] = g_param_spec_int ("threshold", NULL, NULL, 0, G_MAXINT, 560, flags);
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 12, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
spz_split_box_init (SpzSplitBox *self)
{
}
