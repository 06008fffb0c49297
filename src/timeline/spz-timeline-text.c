/* spz-timeline-text.c: text and the lengths that follow from it
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "spz-timeline-layout-private.h"

/* The distance of lines on paper, in em: faces made for screens are wider */
#define PAPER_LINE 1.19

PangoLayout *
spz_timeline_layout_new_text (SpzTimelineLayout *self,
                              const char        *text)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  /* Ligatures join the parts of German compounds, and hide letters from who
   * extracts text from a PDF. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0"));
  if (self->metrics.leading > 0)
    pango_attr_list_insert (attributes, pango_attr_line_height_new (self->metrics.leading));
  pango_layout_set_font_description (layout, self->font);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

void
spz_timeline_text_set_weight (PangoLayout *text,
                              PangoWeight  weight)
{
  g_autoptr (PangoFontDescription) font =
    pango_font_description_copy (pango_layout_get_font_description (text));

  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (text, font);
}

static gboolean
reads_leftwards (PangoDirection direction)
{
  return direction == PANGO_DIRECTION_RTL || direction == PANGO_DIRECTION_WEAK_RTL;
}

/**
 * spz_timeline_text_wrap:
 * @text: a text
 * @width: how wide its lines may be, or -1
 * @rtl: whether they begin at the right
 *
 * Breaks a text into lines that are flush with the side on which time begins,
 * whichever way their words are written: "(Pilote & Prio-Projekte)" keeps its
 * brackets from right to left, too.
 */
void
spz_timeline_text_wrap (PangoLayout *text,
                        double       width,
                        gboolean     rtl)
{
  /* Pango takes the other side where a text runs against its context. */
  gboolean against = reads_leftwards (pango_layout_get_direction (text, 0)) !=
                     reads_leftwards (pango_context_get_base_dir (pango_layout_get_context (text)));

  pango_layout_set_alignment (text, (rtl != FALSE) != against ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_width (text, width < 0 ? -1 : (int) floor (width * PANGO_SCALE));
}

double
spz_timeline_text_get_width (PangoLayout *text)
{
  PangoRectangle logical;

  pango_layout_get_extents (text, NULL, &logical);

  return logical.width / (double) PANGO_SCALE;
}

double
spz_timeline_text_get_height (PangoLayout *text)
{
  PangoRectangle logical;

  pango_layout_get_extents (text, NULL, &logical);

  return logical.height / (double) PANGO_SCALE;
}

static double
get_resolution (PangoContext *context)
{
  double resolution = pango_cairo_context_get_resolution (context);
  PangoFontMap *map = pango_context_get_font_map (context);

  if (resolution <= 0 && PANGO_IS_CAIRO_FONT_MAP (map))
    resolution = pango_cairo_font_map_get_resolution (PANGO_CAIRO_FONT_MAP (map));

  return resolution > 0 ? resolution : 96;
}

/**
 * spz_timeline_layout_measure_font:
 * @self: a layout
 *
 * Takes the theme's font in the context's resolution, and the lengths that
 * follow from it.
 */
void
spz_timeline_layout_measure_font (SpzTimelineLayout *self)
{
  gboolean paper = spz_timeline_theme_get_style (self->theme) == SPZ_TIMELINE_STYLE_PAPER;
  g_autoptr (PangoLayout) probe = NULL;
  SpzTimelineMetrics *metrics = &self->metrics;
  double size;

  g_clear_pointer (&self->font, pango_font_description_free);
  self->font = pango_font_description_copy (spz_timeline_theme_get_font (self->theme));
  size = pango_font_description_get_size (self->font) / (double) PANGO_SCALE;
  if (!pango_font_description_get_size_is_absolute (self->font))
    size *= get_resolution (self->context) / 72;
  pango_font_description_set_absolute_size (self->font, size * PANGO_SCALE);

  /* What a line of text takes, with accents, in the face that is really used */
  metrics->leading = 0;
  probe = spz_timeline_layout_new_text (self, "ÄgQ");
  metrics->em = size;
  metrics->line = spz_timeline_text_get_height (probe);
  if (paper && metrics->line > PAPER_LINE * size)
    {
      metrics->leading = PAPER_LINE * size / metrics->line;
      metrics->line = PAPER_LINE * size;
    }
  metrics->pad_x = size * (paper ? 0.4 : 0.5);
  metrics->pad_y = size * (paper ? 0.1 : 0.2);
  metrics->band = size * (paper ? 0.36 : 0.38);
  metrics->gap = size * (paper ? 0.25 : 0.3);
  metrics->row_pad = size * (paper ? 0.28 : 0.5);
  metrics->column_pad = size * (paper ? 0.4 : 0.9);
  metrics->radius = size * (paper ? 0.22 : 0.35);
  metrics->mark = size * 0.95;
  metrics->hair = paper ? 0.5 : 1;
}
