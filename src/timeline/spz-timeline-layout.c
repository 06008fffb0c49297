/* spz-timeline-layout.c: where everything of a plan stands
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-layout.h"

#include <string.h>

#include "spz-timeline-layout-private.h"
#include "spz-timeline-plan-private.h"

G_DEFINE_FINAL_TYPE (SpzTimelineLayout, spz_timeline_layout, G_TYPE_OBJECT)

/* Overrides */

static void
spz_timeline_layout_finalize (GObject *object)
{
  SpzTimelineLayout *self = SPZ_TIMELINE_LAYOUT (object);

  spz_timeline_layout_free_rows (self);
  g_clear_pointer (&self->plan, spz_timeline_plan_unref);
  g_clear_pointer (&self->theme, spz_timeline_theme_unref);
  g_clear_pointer (&self->font, pango_font_description_free);
  g_clear_pointer (&self->moves, g_array_unref);
  g_clear_pointer (&self->live, g_array_unref);
  g_clear_pointer (&self->collapsed, g_hash_table_unref);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (spz_timeline_layout_parent_class)->finalize (object);
}

static void
spz_timeline_layout_class_init (SpzTimelineLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spz_timeline_layout_finalize;
}

static void
spz_timeline_layout_init (SpzTimelineLayout *self)
{
  self->max_lines = SPZ_TIMELINE_MAX_LINES;
  self->moves = g_array_new (FALSE, FALSE, sizeof (SpzTimelineMove));
  self->live = g_array_new (FALSE, FALSE, sizeof (guint));
  self->collapsed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->numbers = g_hash_table_new (NULL, NULL);
}

/**
 * spz_timeline_layout_new:
 * @context: makes the text; its resolution says how large a point is
 * @plan: what is laid out
 * @theme: how it looks
 * @flags: how it is laid out
 *
 * Makes a layout whose scale gives a day one pixel, or point. Rows are laid
 * out when they are asked for, so that this costs little however long the
 * plan is; until then their heights are estimates.
 *
 * Returns: (transfer full): the layout, for the thread that @context is for
 */
SpzTimelineLayout *
spz_timeline_layout_new (PangoContext           *context,
                         SpzTimelinePlan        *plan,
                         SpzTimelineTheme       *theme,
                         SpzTimelineLayoutFlags  flags)
{
  SpzTimelineLayout *self = g_object_new (SPZ_TYPE_TIMELINE_LAYOUT, NULL);
  SpzDate first, last;

  self->context = g_object_ref (context);
  self->plan = spz_timeline_plan_ref (plan);
  self->theme = spz_timeline_theme_ref (theme);
  self->flags = flags;

  spz_timeline_plan_get_span (plan, &first, &last);
  spz_timeline_scale_init (&self->scale, first, last, spz_timeline_plan_get_fiscal_start (plan), FALSE);
  spz_timeline_layout_measure_font (self);
  self->column_width = 16 * self->metrics.em;
  spz_timeline_layout_build_rows (self);

  return self;
}

/**
 * spz_timeline_layout_get_plan:
 * @self: a layout
 *
 * Returns: (transfer none): the plan that is laid out
 */
SpzTimelinePlan *
spz_timeline_layout_get_plan (SpzTimelineLayout *self)
{
  return self->plan;
}

/**
 * spz_timeline_layout_set_plan:
 * @self: a layout
 * @plan: another plan, usually the same one after an edit
 *
 * Shows another plan. What is folded stays so, rows keep their heights until
 * they are laid out anew, and the scale's first and last day follow the plan.
 * Moves end.
 */
void
spz_timeline_layout_set_plan (SpzTimelineLayout *self,
                              SpzTimelinePlan   *plan)
{
  g_return_if_fail (SPZ_IS_TIMELINE_LAYOUT (self));
  g_return_if_fail (plan != NULL);

  g_array_set_size (self->moves, 0);
  g_hash_table_remove_all (self->numbers);
  spz_timeline_plan_get_span (plan, &self->scale.first, &self->scale.last);
  self->scale.fiscal_start = spz_timeline_plan_get_fiscal_start (plan);
  spz_timeline_layout_replace_rows (self, plan);
}

/**
 * spz_timeline_layout_get_theme:
 * @self: a layout
 *
 * Returns: (transfer none): its theme
 */
SpzTimelineTheme *
spz_timeline_layout_get_theme (SpzTimelineLayout *self)
{
  return self->theme;
}

/**
 * spz_timeline_layout_set_theme:
 * @self: a layout
 * @theme: a theme, or the same one after the context has changed
 */
void
spz_timeline_layout_set_theme (SpzTimelineLayout *self,
                               SpzTimelineTheme  *theme)
{
  g_return_if_fail (SPZ_IS_TIMELINE_LAYOUT (self));

  spz_timeline_theme_ref (theme);
  spz_timeline_theme_unref (self->theme);
  self->theme = theme;

  spz_timeline_layout_measure_font (self);
  spz_timeline_layout_free_rows (self);
  g_hash_table_remove_all (self->numbers);
  spz_timeline_layout_build_rows (self);
}

/**
 * spz_timeline_layout_get_scale:
 * @self: a layout
 *
 * Returns: (transfer none): how days become places; to change it, pass a changed
 *   copy to spz_timeline_layout_set_scale()
 */
const SpzTimelineScale *
spz_timeline_layout_get_scale (SpzTimelineLayout *self)
{
  return &self->scale;
}

/**
 * spz_timeline_layout_set_scale:
 * @self: a layout
 * @scale: the scale, as got from the layout and changed
 */
void
spz_timeline_layout_set_scale (SpzTimelineLayout      *self,
                               const SpzTimelineScale *scale)
{
  g_return_if_fail (SPZ_IS_TIMELINE_LAYOUT (self));

  if (memcmp (&self->scale, scale, sizeof *scale) == 0)
    return;

  self->scale = *scale;
  spz_timeline_layout_invalidate (self);
}

/* Sizes */

/**
 * spz_timeline_layout_get_axis_height:
 * @self: a layout
 *
 * Returns: the height of the axis: two bands
 */
double
spz_timeline_layout_get_axis_height (SpzTimelineLayout *self)
{
  return 2 * self->metrics.line + 4 * self->metrics.pad_y + self->metrics.gap;
}

static double
measure_titles (SpzTimelineLayout *self)
{
  guint n = MIN (self->plan->measures->len, 64);
  double width = 8 * self->metrics.em;

  for (guint i = 0; i < n; i++)
    {
      const SpzTimelineMeasure *measure = &g_array_index (self->plan->measures, SpzTimelineMeasure, i);
      g_autoptr (PangoLayout) text = spz_timeline_layout_new_text (self, measure->title);

      width = MAX (width, spz_timeline_text_get_width (text));
    }

  return width;
}

/**
 * spz_timeline_layout_measure_column:
 * @self: a layout
 * @max_width: the most it may take
 *
 * Measures the longest titles of the plan's beginning.
 *
 * Returns: how wide the column of titles should be
 */
double
spz_timeline_layout_measure_column (SpzTimelineLayout *self,
                                    double             max_width)
{
  if (self->title_width == 0)
    self->title_width = measure_titles (self);

  /* Half a unit more keeps rounding from breaking a line. */
  return MIN (self->title_width + 2 * self->metrics.column_pad + 0.5, max_width);
}

/**
 * spz_timeline_layout_get_column_width:
 * @self: a layout
 *
 * Returns: the width of the column with the measures' titles, in the units of
 *   the theme's font
 */
double
spz_timeline_layout_get_column_width (SpzTimelineLayout *self)
{
  return self->column_width;
}

/**
 * spz_timeline_layout_set_column_width:
 * @self: a layout
 * @width: the width of the column with the measures' titles, in the units of the
 *   theme's font: see spz_timeline_layout_measure_column()
 *
 * Sets the width of the column, and lays out anew what depends on it.
 */
void
spz_timeline_layout_set_column_width (SpzTimelineLayout *self,
                                      double             width)
{
  g_return_if_fail (SPZ_IS_TIMELINE_LAYOUT (self));

  if (self->column_width == width)
    return;

  self->column_width = width;
  spz_timeline_layout_invalidate (self);
}

/**
 * spz_timeline_layout_get_width:
 * @self: a layout
 *
 * Returns: the width of all days, without the column of titles
 */
double
spz_timeline_layout_get_width (SpzTimelineLayout *self)
{
  return spz_timeline_scale_get_width (&self->scale);
}

/**
 * spz_timeline_layout_get_height:
 * @self: a layout
 *
 * Returns: the height of all rows; estimated, where they aren't laid out yet
 */
double
spz_timeline_layout_get_height (SpzTimelineLayout *self)
{
  return spz_timeline_heights_get_top (&self->heights, self->n_rows);
}

/**
 * spz_timeline_layout_get_em:
 * @self: a layout
 *
 * Returns: the size of the text, by which distances are measured
 */
double
spz_timeline_layout_get_em (SpzTimelineLayout *self)
{
  return self->metrics.em;
}

/**
 * spz_timeline_layout_get_line_height:
 * @self: a layout
 *
 * Returns: the height of a line of text
 */
double
spz_timeline_layout_get_line_height (SpzTimelineLayout *self)
{
  return self->metrics.line;
}
