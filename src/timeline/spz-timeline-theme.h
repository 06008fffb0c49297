/* spz-timeline-theme.h: colours, faces and measures of the timeline
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <pango/pango.h>

#include "spz-types.h"

G_BEGIN_DECLS

/**
 * SpzTimelineStyle:
 * @SPZ_TIMELINE_STYLE_LIGHT: dark text on light, on a screen
 * @SPZ_TIMELINE_STYLE_DARK: light text on dark, on a screen
 * @SPZ_TIMELINE_STYLE_LIGHT_HC: as light, in high contrast
 * @SPZ_TIMELINE_STYLE_DARK_HC: as dark, in high contrast
 * @SPZ_TIMELINE_STYLE_PAPER: for printing; lengths are points
 */
typedef enum
{
  SPZ_TIMELINE_STYLE_LIGHT,
  SPZ_TIMELINE_STYLE_DARK,
  SPZ_TIMELINE_STYLE_LIGHT_HC,
  SPZ_TIMELINE_STYLE_DARK_HC,
  SPZ_TIMELINE_STYLE_PAPER,
} SpzTimelineStyle;

typedef enum
{
  SPZ_TIMELINE_COLOUR_BACKGROUND,
  SPZ_TIMELINE_COLOUR_TEXT,
  SPZ_TIMELINE_COLOUR_DIM,
  SPZ_TIMELINE_COLOUR_GRID,
  SPZ_TIMELINE_COLOUR_GRID_YEAR,
  SPZ_TIMELINE_COLOUR_AXIS,
  SPZ_TIMELINE_COLOUR_GROUP,
  SPZ_TIMELINE_COLOUR_STRIPE,
  SPZ_TIMELINE_COLOUR_TODAY,
  SPZ_TIMELINE_COLOUR_MILESTONE,
  SPZ_TIMELINE_COLOUR_DEADLINE,
  SPZ_TIMELINE_COLOUR_OVERDUE,
  SPZ_TIMELINE_COLOUR_ACCENT,
  SPZ_TIMELINE_N_COLOURS,
} SpzTimelineColour;

typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} SpzRgba;

/**
 * SpzTimelineFill:
 * @fill: the bar
 * @text: text on it, at least 7:1
 * @edge: its hatch, and its outline where that says something
 * @outline: its outline otherwise
 *
 * The colours of one hue.
 */
typedef struct
{
  SpzRgba fill;
  SpzRgba text;
  SpzRgba edge;
  SpzRgba outline;
} SpzTimelineFill;

/**
 * SpzTimelineTheme:
 *
 * How the timeline looks: a value one sets up once and then shares. Not to be
 * changed while a layout uses it; copy it instead.
 */
typedef struct _SpzTimelineTheme SpzTimelineTheme;

#define SPZ_TYPE_TIMELINE_THEME (spz_timeline_theme_get_type ())
GType                       spz_timeline_theme_get_type     (void);

SpzTimelineTheme           *spz_timeline_theme_new          (SpzTimelineStyle            style);
SpzTimelineTheme           *spz_timeline_theme_copy         (SpzTimelineTheme           *self);
SpzTimelineTheme           *spz_timeline_theme_ref          (SpzTimelineTheme           *self);
void                        spz_timeline_theme_unref        (SpzTimelineTheme           *self);

SpzTimelineStyle            spz_timeline_theme_get_style    (SpzTimelineTheme           *self);
const SpzRgba              *spz_timeline_theme_get_colour   (SpzTimelineTheme           *self,
                                                             SpzTimelineColour           colour);
void                        spz_timeline_theme_set_colour   (SpzTimelineTheme           *self,
                                                             SpzTimelineColour           colour,
                                                             const SpzRgba              *rgba);
const SpzTimelineFill      *spz_timeline_theme_get_fill     (SpzTimelineTheme           *self,
                                                             SpzColour                   hue);
const PangoFontDescription *spz_timeline_theme_get_font     (SpzTimelineTheme           *self);
void                        spz_timeline_theme_set_font     (SpzTimelineTheme           *self,
                                                             const PangoFontDescription *font);
double                      spz_rgba_contrast               (const SpzRgba              *a,
                                                             const SpzRgba              *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzTimelineTheme, spz_timeline_theme_unref)

G_END_DECLS
