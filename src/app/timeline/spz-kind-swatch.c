/* spz-kind-swatch.c: a sample of a kind of phase
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-kind-swatch.h"

#include <math.h>

#include "spz-timeline-colours.h"
#include "spz-timeline-painter.h"
#include "spz-timeline-plan-builder.h"

struct _SpzKindSwatch
{
  GtkWidget          parent_instance;

  /* Owned */
  SpzPhaseKind      *kind;
  SpzTimelineLayout *layout; /* NULL: the style is to be read anew */

  int                colour;
  int                hatch;
};

G_DEFINE_FINAL_TYPE (SpzKindSwatch, spz_kind_swatch, GTK_TYPE_WIDGET)

/* Of an empty plan: only its fonts and colours are needed */
static SpzTimelineLayout *
get_layout (SpzKindSwatch *self)
{
  g_autoptr(SpzTimelinePlanBuilder) builder = NULL;
  g_autoptr(SpzTimelinePlan) plan = NULL;
  g_autoptr(SpzTimelineTheme) theme = NULL;

  if (self->layout != NULL)
    return self->layout;

  builder = spz_timeline_plan_builder_new ();
  plan = spz_timeline_plan_builder_end (builder);
  theme = spz_timeline_colours_read (GTK_WIDGET (self));
  self->layout = spz_timeline_layout_new (gtk_widget_get_pango_context (GTK_WIDGET (self)),
                                          plan, theme, SPZ_TIMELINE_LAYOUT_DEFAULT);

  return self->layout;
}

static gboolean
is_whole (SpzKindSwatch *self)
{
  return self->colour == SPZ_KIND_SWATCH_OWN && self->hatch == SPZ_KIND_SWATCH_OWN;
}

static void
spz_kind_swatch_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  SpzKindSwatch *self = SPZ_KIND_SWATCH (widget);
  double em = spz_timeline_layout_get_em (get_layout (self));
  double width = is_whole (self) ? 5 * em : 2.4 * em;
  double height = spz_timeline_layout_get_line_height (get_layout (self)) + em * 0.6;

  *minimum = *natural = (int) ceil (orientation == GTK_ORIENTATION_HORIZONTAL ? width : height);
}

static void
spz_kind_swatch_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  SpzKindSwatch *self = SPZ_KIND_SWATCH (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  spz_timeline_paint_swatch (cr, get_layout (self),
                             self->colour != SPZ_KIND_SWATCH_OWN ? self->colour : self->kind->colour,
                             self->hatch != SPZ_KIND_SWATCH_OWN ? self->hatch : self->kind->hatch,
                             is_whole (self) ? self->kind->short_label : "",
                             width, height);
  cairo_destroy (cr);
}

static void
spz_kind_swatch_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (spz_kind_swatch_parent_class)->css_changed (widget, change);

  g_clear_object (&SPZ_KIND_SWATCH (widget)->layout);
  gtk_widget_queue_resize (widget);
}

static void
spz_kind_swatch_dispose (GObject *object)
{
  SpzKindSwatch *self = SPZ_KIND_SWATCH (object);

  g_clear_object (&self->layout);
  g_clear_object (&self->kind);

  G_OBJECT_CLASS (spz_kind_swatch_parent_class)->dispose (object);
}

static void
spz_kind_swatch_class_init (SpzKindSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_kind_swatch_dispose;

  widget_class->measure = spz_kind_swatch_measure;
  widget_class->snapshot = spz_kind_swatch_snapshot;
  widget_class->css_changed = spz_kind_swatch_css_changed;

  /* What it is a sample of is said by the button around it */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
spz_kind_swatch_init (SpzKindSwatch *self)
{
}

/**
 * spz_kind_swatch_new:
 * @kind: a kind of phase
 * @colour: an #SpzColour to show in place of @kind's, or %SPZ_KIND_SWATCH_OWN
 * @hatch: an #SpzHatch to show in place of @kind's, or %SPZ_KIND_SWATCH_OWN
 *
 * Makes a small bar, painted as the plan's are, which follows @kind. As it is
 * itself, it carries the short label.
 *
 * Returns: (transfer none): a swatch
 */
GtkWidget *
spz_kind_swatch_new (SpzPhaseKind *kind,
                     int           colour,
                     int           hatch)
{
  SpzKindSwatch *self;

  g_return_val_if_fail (SPZ_IS_PHASE_KIND (kind), NULL);

  self = g_object_new (SPZ_TYPE_KIND_SWATCH, NULL);
  self->kind = g_object_ref (kind);
  self->colour = colour;
  self->hatch = hatch;
  g_signal_connect_object (kind, "notify", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
