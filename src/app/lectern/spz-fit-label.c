/* spz-fit-label.c: text as large as there is room for it
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-fit-label.h"

/* In pixels. The smallest is no aim but what keeps a text whole that was never
 * meant to be spoken in one go. */
#define DEFAULT_SIZE 64.0
#define SMALLEST_SIZE 6.0
/* How near to the largest size that fits it has to be */
#define PRECISION 0.5

struct _SpzFitLabel
{
  GtkWidget    parent_instance;

  /* Owned */
  PangoLayout *layout;
  char        *hanging; /* what wrapped lines stand clear of, or NULL */

  double       size;   /* wished for */
  double       fitted; /* what the last allocation left of it */
};

G_DEFINE_FINAL_TYPE (SpzFitLabel, spz_fit_label, GTK_TYPE_WIDGET)

/* In Pango units */
static int
measure_hanging (SpzFitLabel                *self,
                 const PangoFontDescription *font)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (pango_layout_get_context (self->layout));
  int width;

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, self->hanging, -1);
  pango_layout_get_size (layout, &width, NULL);

  return width;
}

static void
apply_size (SpzFitLabel *self,
            double       size)
{
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (
    gtk_widget_get_pango_context (GTK_WIDGET (self))));

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (self->layout, font);
  if (self->hanging)
    pango_layout_set_indent (self->layout, -measure_hanging (self, font));
  pango_font_description_free (font);
}

/* Whether it can be shown at @size: no line is wider, and no word cut */
static gboolean
fits (SpzFitLabel *self,
      double       size,
      int          width,
      int          height)
{
  int text_width, text_height;

  apply_size (self, size);
  pango_layout_set_width (self->layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, &text_width, &text_height);

  return text_width <= width && text_height <= height;
}

static void
fit (SpzFitLabel *self,
     int          width,
     int          height)
{
  double low = SMALLEST_SIZE, high = self->size;

  if (fits (self, high, width, height))
    {
      self->fitted = high;
      return;
    }

  while (high - low > PRECISION)
    {
      double middle = (low + high) / 2;

      if (fits (self, middle, width, height))
        low = middle;
      else
        high = middle;
    }

  self->fitted = low;
  fits (self, low, width, height);
}

static void
spz_fit_label_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  /* It takes what it gets */
  *minimum = 0;
  *natural = 0;
}

static void
spz_fit_label_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  fit (SPZ_FIT_LABEL (widget), width, height);
}

static void
spz_fit_label_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  SpzFitLabel *self = SPZ_FIT_LABEL (widget);
  int text_height;

  pango_layout_get_pixel_size (self->layout, NULL, &text_height);
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), 0,
                              MAX (0, (gtk_widget_get_height (widget) - text_height) / 2), self->layout);
}

static void
spz_fit_label_css_changed (GtkWidget         *widget,
                           GtkCssStyleChange *change)
{
  SpzFitLabel *self = SPZ_FIT_LABEL (widget);

  GTK_WIDGET_CLASS (spz_fit_label_parent_class)->css_changed (widget, change);
  pango_layout_context_changed (self->layout);
  gtk_widget_queue_resize (widget);
}

static void
spz_fit_label_direction_changed (GtkWidget        *widget,
                                 GtkTextDirection  previous)
{
  pango_layout_context_changed (SPZ_FIT_LABEL (widget)->layout);
  gtk_widget_queue_resize (widget);
}

static void
spz_fit_label_dispose (GObject *object)
{
  SpzFitLabel *self = SPZ_FIT_LABEL (object);

  g_clear_object (&self->layout);
  g_clear_pointer (&self->hanging, g_free);

  G_OBJECT_CLASS (spz_fit_label_parent_class)->dispose (object);
}

static void
spz_fit_label_class_init (SpzFitLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_fit_label_dispose;

  widget_class->measure = spz_fit_label_measure;
  widget_class->size_allocate = spz_fit_label_size_allocate;
  widget_class->snapshot = spz_fit_label_snapshot;
  widget_class->css_changed = spz_fit_label_css_changed;
  widget_class->direction_changed = spz_fit_label_direction_changed;

  gtk_widget_class_set_css_name (widget_class, "fit-label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
spz_fit_label_init (SpzFitLabel *self)
{
  self->size = DEFAULT_SIZE;
  self->fitted = DEFAULT_SIZE;
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * spz_fit_label_set_markup:
 * @self: a label
 * @markup: Pango markup
 * @hanging: (nullable): the bullet its lines begin with, for wrapped ones to
 *   stand clear of
 *
 * Shows another text.
 */
void
spz_fit_label_set_markup (SpzFitLabel *self,
                          const char  *markup,
                          const char  *hanging)
{
  g_return_if_fail (SPZ_IS_FIT_LABEL (self));

  g_free (self->hanging);
  self->hanging = g_strdup (hanging);
  pango_layout_set_indent (self->layout, 0);
  pango_layout_set_markup (self->layout, markup, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, pango_layout_get_text (self->layout), -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * spz_fit_label_set_size:
 * @self: a label
 * @size: the size of the text where there is room for it, in pixels
 */
void
spz_fit_label_set_size (SpzFitLabel *self,
                        double       size)
{
  g_return_if_fail (SPZ_IS_FIT_LABEL (self));

  self->size = MAX (size, SMALLEST_SIZE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * spz_fit_label_get_fitted:
 * @self: a label
 *
 * Returns: the size the text has, in pixels
 */
double
spz_fit_label_get_fitted (SpzFitLabel *self)
{
  return self->fitted;
}

/**
 * spz_fit_label_get_text:
 * @self: a label
 *
 * Returns: (transfer none): its text, without markup
 */
const char *
spz_fit_label_get_text (SpzFitLabel *self)
{
  return pango_layout_get_text (self->layout);
}

/**
 * spz_fit_label_is_whole:
 * @self: a label that was given a size
 *
 * Returns: whether nothing of the text is cut off
 */
gboolean
spz_fit_label_is_whole (SpzFitLabel *self)
{
  int height;

  pango_layout_get_pixel_size (self->layout, NULL, &height);

  return height <= gtk_widget_get_height (GTK_WIDGET (self));
}
