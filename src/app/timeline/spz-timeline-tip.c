/* spz-timeline-tip.c: what is said beside the pointer while something is dragged
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-tip.h"

/* A label whose text changes has the whole window laid out anew, which takes
 * longer than all else in a frame. Nothing stands beside this one that would
 * have to give way: the view places it where the pointer is, in its own size. */

struct _SpzTimelineTip
{
  GtkWidget    parent_instance;

  /* Owned */
  PangoLayout *layout; /* NULL: it was never given a text */
};

G_DEFINE_FINAL_TYPE (SpzTimelineTip, spz_timeline_tip, GTK_TYPE_WIDGET)

static void
spz_timeline_tip_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  SpzTimelineTip *self = SPZ_TIMELINE_TIP (widget);
  GdkRGBA colour;

  if (self->layout == NULL)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  gtk_snapshot_append_layout (snapshot, self->layout, &colour);
}

static void
spz_timeline_tip_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  SpzTimelineTip *self = SPZ_TIMELINE_TIP (widget);

  GTK_WIDGET_CLASS (spz_timeline_tip_parent_class)->css_changed (widget, change);

  if (self->layout != NULL)
    pango_layout_context_changed (self->layout);
}

static void
spz_timeline_tip_finalize (GObject *object)
{
  g_clear_object (&SPZ_TIMELINE_TIP (object)->layout);

  G_OBJECT_CLASS (spz_timeline_tip_parent_class)->finalize (object);
}

static void
spz_timeline_tip_class_init (SpzTimelineTipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = spz_timeline_tip_finalize;
  widget_class->snapshot = spz_timeline_tip_snapshot;
  widget_class->css_changed = spz_timeline_tip_css_changed;

  gtk_widget_class_set_css_name (widget_class, "timelinetip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLTIP);
}

static void
spz_timeline_tip_init (SpzTimelineTip *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * spz_timeline_tip_new:
 *
 * Makes a tip that says nothing yet.
 *
 * Returns: the tip
 */
GtkWidget *
spz_timeline_tip_new (void)
{
  return g_object_new (SPZ_TYPE_TIMELINE_TIP, NULL);
}

/**
 * spz_timeline_tip_get_text:
 * @self: a tip
 *
 * Returns: (transfer none): what it says
 */
const char *
spz_timeline_tip_get_text (SpzTimelineTip *self)
{
  g_return_val_if_fail (SPZ_IS_TIMELINE_TIP (self), "");

  return self->layout != NULL ? pango_layout_get_text (self->layout) : "";
}

/**
 * spz_timeline_tip_set_text:
 * @self: a tip
 * @text: what it says from now on
 *
 * Says something else. Who placed it has to place it anew, with
 * spz_timeline_tip_get_size().
 */
void
spz_timeline_tip_set_text (SpzTimelineTip *self,
                           const char     *text)
{
  g_return_if_fail (SPZ_IS_TIMELINE_TIP (self));

  if (g_str_equal (text, spz_timeline_tip_get_text (self)))
    return;

  if (self->layout == NULL)
    self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_text (self->layout, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * spz_timeline_tip_get_size:
 * @self: a tip
 * @width: (out): how wide it is
 * @height: (out): how high it is
 *
 * Gets the size it needs, with its border.
 */
void
spz_timeline_tip_get_size (SpzTimelineTip *self,
                           int            *width,
                           int            *height)
{
  int text_width = 0, text_height = 0;

  g_return_if_fail (SPZ_IS_TIMELINE_TIP (self));

  /* What there is without the text, of which the toolkit knows nothing */
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, width, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, -1, height, NULL, NULL, NULL);
  if (self->layout != NULL)
    pango_layout_get_pixel_size (self->layout, &text_width, &text_height);
  *width += text_width;
  *height += text_height;
}
