/* spz-timeline-theme.c: colours, faces and measures of the timeline
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-theme.h"

#include <math.h>

#define N_HUES (SPZ_COLOUR_BROWN + 1)

struct _SpzTimelineTheme
{
  gatomicrefcount       ref_count;

  SpzTimelineStyle      style;
  SpzRgba               colours[SPZ_TIMELINE_N_COLOURS];
  SpzTimelineFill       fills[N_HUES];

  /* Owned */
  PangoFontDescription *font;
};

/* Colours as 0xRRGGBB, and what they are in each style. The fills are tints
 * and shades of GNOME's palette. */

typedef struct
{
  guint32 fill;
  guint32 text;
  guint32 edge;
} FillData;

typedef struct
{
  guint32  colours[SPZ_TIMELINE_N_COLOURS];
  FillData fills[N_HUES];
} StyleData;

static const StyleData style_data[] = {
  [SPZ_TIMELINE_STYLE_LIGHT] = {
    .colours = {
      [SPZ_TIMELINE_COLOUR_BACKGROUND] = 0xffffff,
      [SPZ_TIMELINE_COLOUR_TEXT] = 0x1e1e24,
      [SPZ_TIMELINE_COLOUR_DIM] = 0x5e5c64,
      [SPZ_TIMELINE_COLOUR_GRID] = 0xe9e9eb,
      [SPZ_TIMELINE_COLOUR_GRID_YEAR] = 0xc9c8cc,
      [SPZ_TIMELINE_COLOUR_AXIS] = 0xfafafa,
      [SPZ_TIMELINE_COLOUR_GROUP] = 0xf3f3f5,
      [SPZ_TIMELINE_COLOUR_STRIPE] = 0xededef,
      [SPZ_TIMELINE_COLOUR_TODAY] = 0xc01c28,
      [SPZ_TIMELINE_COLOUR_MILESTONE] = 0x241f31,
      [SPZ_TIMELINE_COLOUR_DEADLINE] = 0x9b1420,
      [SPZ_TIMELINE_COLOUR_OVERDUE] = 0xc01c28,
      [SPZ_TIMELINE_COLOUR_ACCENT] = 0x1c71d8,
    },
    .fills = {
      [SPZ_COLOUR_GREY] = { 0xe4e3e6, 0x1e1e24, 0x77767b },
      [SPZ_COLOUR_BLUE] = { 0xd0e3fa, 0x1e1e24, 0x1c71d8 },
      [SPZ_COLOUR_TEAL] = { 0xc9ecea, 0x1e1e24, 0x12807f },
      [SPZ_COLOUR_GREEN] = { 0xd3efd8, 0x1e1e24, 0x238546 },
      [SPZ_COLOUR_YELLOW] = { 0xfbebb2, 0x1e1e24, 0xa5790a },
      [SPZ_COLOUR_ORANGE] = { 0xffdfc4, 0x1e1e24, 0xc64600 },
      [SPZ_COLOUR_RED] = { 0xfad8d8, 0x1e1e24, 0xc01c28 },
      [SPZ_COLOUR_PURPLE] = { 0xe8dcf5, 0x1e1e24, 0x813d9c },
      [SPZ_COLOUR_BROWN] = { 0xecdfd2, 0x1e1e24, 0x865e3c },
    },
  },

  [SPZ_TIMELINE_STYLE_DARK] = {
    .colours = {
      [SPZ_TIMELINE_COLOUR_BACKGROUND] = 0x1e1e1e,
      [SPZ_TIMELINE_COLOUR_TEXT] = 0xf6f5f4,
      [SPZ_TIMELINE_COLOUR_DIM] = 0xb5b4b8,
      [SPZ_TIMELINE_COLOUR_GRID] = 0x2d2d2f,
      [SPZ_TIMELINE_COLOUR_GRID_YEAR] = 0x4a4a4d,
      [SPZ_TIMELINE_COLOUR_AXIS] = 0x242424,
      [SPZ_TIMELINE_COLOUR_GROUP] = 0x2a2a2b,
      [SPZ_TIMELINE_COLOUR_STRIPE] = 0x2b2b2d,
      [SPZ_TIMELINE_COLOUR_TODAY] = 0xff7b63,
      [SPZ_TIMELINE_COLOUR_MILESTONE] = 0xf6f5f4,
      [SPZ_TIMELINE_COLOUR_DEADLINE] = 0xff938c,
      [SPZ_TIMELINE_COLOUR_OVERDUE] = 0xff7b63,
      [SPZ_TIMELINE_COLOUR_ACCENT] = 0x78aeed,
    },
    .fills = {
      [SPZ_COLOUR_GREY] = { 0x434349, 0xf6f5f4, 0xa4a3a8 },
      [SPZ_COLOUR_BLUE] = { 0x1d4173, 0xf6f5f4, 0x78aeed },
      [SPZ_COLOUR_TEAL] = { 0x0f4b4c, 0xf6f5f4, 0x56c2bd },
      [SPZ_COLOUR_GREEN] = { 0x1c4d2b, 0xf6f5f4, 0x6fce8b },
      [SPZ_COLOUR_YELLOW] = { 0x574308, 0xf6f5f4, 0xe5c04a },
      [SPZ_COLOUR_ORANGE] = { 0x6a320d, 0xf6f5f4, 0xffa75c },
      [SPZ_COLOUR_RED] = { 0x661c22, 0xf6f5f4, 0xf68179 },
      [SPZ_COLOUR_PURPLE] = { 0x472a66, 0xf6f5f4, 0xc7a2e3 },
      [SPZ_COLOUR_BROWN] = { 0x4b3728, 0xf6f5f4, 0xcdab8f },
    },
  },

  [SPZ_TIMELINE_STYLE_LIGHT_HC] = {
    .colours = {
      [SPZ_TIMELINE_COLOUR_BACKGROUND] = 0xffffff,
      [SPZ_TIMELINE_COLOUR_TEXT] = 0x000000,
      [SPZ_TIMELINE_COLOUR_DIM] = 0x2b2a30,
      [SPZ_TIMELINE_COLOUR_GRID] = 0x9a9996,
      [SPZ_TIMELINE_COLOUR_GRID_YEAR] = 0x3d3846,
      [SPZ_TIMELINE_COLOUR_AXIS] = 0xffffff,
      [SPZ_TIMELINE_COLOUR_GROUP] = 0xe6e6e8,
      [SPZ_TIMELINE_COLOUR_STRIPE] = 0x9a9996,
      [SPZ_TIMELINE_COLOUR_TODAY] = 0xa51d2d,
      [SPZ_TIMELINE_COLOUR_MILESTONE] = 0x000000,
      [SPZ_TIMELINE_COLOUR_DEADLINE] = 0x7d0f1a,
      [SPZ_TIMELINE_COLOUR_OVERDUE] = 0xa51d2d,
      [SPZ_TIMELINE_COLOUR_ACCENT] = 0x1a5fb4,
    },
    .fills = {
      [SPZ_COLOUR_GREY] = { 0xefeff0, 0x000000, 0x3d3846 },
      [SPZ_COLOUR_BLUE] = { 0xdcebfd, 0x000000, 0x124a94 },
      [SPZ_COLOUR_TEAL] = { 0xd8f3f1, 0x000000, 0x0a5757 },
      [SPZ_COLOUR_GREEN] = { 0xdff5e3, 0x000000, 0x15602e },
      [SPZ_COLOUR_YELLOW] = { 0xfdf2c8, 0x000000, 0x6e4f00 },
      [SPZ_COLOUR_ORANGE] = { 0xffead8, 0x000000, 0x8a3100 },
      [SPZ_COLOUR_RED] = { 0xfde4e4, 0x000000, 0x8d1520 },
      [SPZ_COLOUR_PURPLE] = { 0xf1e8fa, 0x000000, 0x5b2671 },
      [SPZ_COLOUR_BROWN] = { 0xf3eae1, 0x000000, 0x5c3d23 },
    },
  },

  [SPZ_TIMELINE_STYLE_DARK_HC] = {
    .colours = {
      [SPZ_TIMELINE_COLOUR_BACKGROUND] = 0x000000,
      [SPZ_TIMELINE_COLOUR_TEXT] = 0xffffff,
      [SPZ_TIMELINE_COLOUR_DIM] = 0xdeddda,
      [SPZ_TIMELINE_COLOUR_GRID] = 0x5e5c64,
      [SPZ_TIMELINE_COLOUR_GRID_YEAR] = 0xc0bfbc,
      [SPZ_TIMELINE_COLOUR_AXIS] = 0x000000,
      [SPZ_TIMELINE_COLOUR_GROUP] = 0x1f1f22,
      [SPZ_TIMELINE_COLOUR_STRIPE] = 0x5e5c64,
      [SPZ_TIMELINE_COLOUR_TODAY] = 0xff9a87,
      [SPZ_TIMELINE_COLOUR_MILESTONE] = 0xffffff,
      [SPZ_TIMELINE_COLOUR_DEADLINE] = 0xffb0aa,
      [SPZ_TIMELINE_COLOUR_OVERDUE] = 0xff9a87,
      [SPZ_TIMELINE_COLOUR_ACCENT] = 0x99c1f1,
    },
    .fills = {
      [SPZ_COLOUR_GREY] = { 0x2c2c31, 0xffffff, 0xdeddda },
      [SPZ_COLOUR_BLUE] = { 0x10294d, 0xffffff, 0xa8cdf8 },
      [SPZ_COLOUR_TEAL] = { 0x083233, 0xffffff, 0x8fe3df },
      [SPZ_COLOUR_GREEN] = { 0x10331b, 0xffffff, 0xa0e8b4 },
      [SPZ_COLOUR_YELLOW] = { 0x3b2d03, 0xffffff, 0xf8dc7c },
      [SPZ_COLOUR_ORANGE] = { 0x472006, 0xffffff, 0xffc89a },
      [SPZ_COLOUR_RED] = { 0x451115, 0xffffff, 0xffb1ab },
      [SPZ_COLOUR_PURPLE] = { 0x2f1a45, 0xffffff, 0xdfc6f3 },
      [SPZ_COLOUR_BROWN] = { 0x332419, 0xffffff, 0xe6cdb8 },
    },
  },

  [SPZ_TIMELINE_STYLE_PAPER] = {
    .colours = {
      [SPZ_TIMELINE_COLOUR_BACKGROUND] = 0xffffff,
      [SPZ_TIMELINE_COLOUR_TEXT] = 0x18181c,
      [SPZ_TIMELINE_COLOUR_DIM] = 0x55545b,
      [SPZ_TIMELINE_COLOUR_GRID] = 0xe4e4e7,
      [SPZ_TIMELINE_COLOUR_GRID_YEAR] = 0xb6b5bb,
      [SPZ_TIMELINE_COLOUR_AXIS] = 0xffffff,
      [SPZ_TIMELINE_COLOUR_GROUP] = 0xf1f1f4,
      [SPZ_TIMELINE_COLOUR_STRIPE] = 0xe4e4e7,
      [SPZ_TIMELINE_COLOUR_TODAY] = 0xb3202b,
      [SPZ_TIMELINE_COLOUR_MILESTONE] = 0x18181c,
      [SPZ_TIMELINE_COLOUR_DEADLINE] = 0x9b1420,
      [SPZ_TIMELINE_COLOUR_OVERDUE] = 0xb3202b,
      [SPZ_TIMELINE_COLOUR_ACCENT] = 0x1a5fb4,
    },
    .fills = {
      [SPZ_COLOUR_GREY] = { 0xebeaed, 0x18181c, 0x77767b },
      [SPZ_COLOUR_BLUE] = { 0xdbe9fb, 0x18181c, 0x2a6cc0 },
      [SPZ_COLOUR_TEAL] = { 0xd5f0ee, 0x18181c, 0x12807f },
      [SPZ_COLOUR_GREEN] = { 0xdcf2e0, 0x18181c, 0x238546 },
      [SPZ_COLOUR_YELLOW] = { 0xfcf0c6, 0x18181c, 0xa5790a },
      [SPZ_COLOUR_ORANGE] = { 0xffe7d3, 0x18181c, 0xc64600 },
      [SPZ_COLOUR_RED] = { 0xfbe1e1, 0x18181c, 0xb3202b },
      [SPZ_COLOUR_PURPLE] = { 0xeee5f8, 0x18181c, 0x7c4299 },
      [SPZ_COLOUR_BROWN] = { 0xf1e7dd, 0x18181c, 0x865e3c },
    },
  },
};

G_DEFINE_BOXED_TYPE (SpzTimelineTheme, spz_timeline_theme, spz_timeline_theme_ref, spz_timeline_theme_unref)

static SpzRgba
unpack (guint32 rgb)
{
  return (SpzRgba) {
    ((rgb >> 16) & 0xff) / 255.0,
    ((rgb >> 8) & 0xff) / 255.0,
    (rgb & 0xff) / 255.0,
    1.0
  };
}

static SpzRgba
mix (const SpzRgba *a,
     const SpzRgba *b,
     double         share)
{
  return (SpzRgba) {
    a->red + (b->red - a->red) * share,
    a->green + (b->green - a->green) * share,
    a->blue + (b->blue - a->blue) * share,
    1.0
  };
}

static SpzTimelineFill
unpack_fill (const FillData   *data,
             SpzTimelineStyle  style)
{
  gboolean high_contrast = style == SPZ_TIMELINE_STYLE_LIGHT_HC || style == SPZ_TIMELINE_STYLE_DARK_HC;
  SpzTimelineFill fill = { unpack (data->fill), unpack (data->text), unpack (data->edge) };

  /* A quiet outline, but not for who asked for contrast */
  fill.outline = mix (&fill.edge, &fill.fill, high_contrast ? 0 : 0.45);

  return fill;
}

/**
 * spz_timeline_theme_new:
 * @style: what it is for
 *
 * Returns: (transfer full): the theme of that style, with its colours and a
 *   sans-serif face: 10 points of 96 dpi pixels on a screen, 7.5 pt on paper
 */
SpzTimelineTheme *
spz_timeline_theme_new (SpzTimelineStyle style)
{
  SpzTimelineTheme *self = g_new0 (SpzTimelineTheme, 1);
  const StyleData *data = &style_data[style];

  g_atomic_ref_count_init (&self->ref_count);
  self->style = style;
  for (guint i = 0; i < SPZ_TIMELINE_N_COLOURS; i++)
    self->colours[i] = unpack (data->colours[i]);
  for (guint i = 0; i < N_HUES; i++)
    self->fills[i] = unpack_fill (&data->fills[i], style);
  self->font = pango_font_description_from_string (style == SPZ_TIMELINE_STYLE_PAPER
                                                   ? "Noto Sans, Lato, sans-serif 7.5"
                                                   : "Cantarell, sans-serif 9.5");

  return self;
}

/**
 * spz_timeline_theme_copy:
 * @self: a theme
 *
 * Returns: (transfer full): another theme of the same looks, to be changed
 */
SpzTimelineTheme *
spz_timeline_theme_copy (SpzTimelineTheme *self)
{
  SpzTimelineTheme *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  g_atomic_ref_count_init (&copy->ref_count);
  copy->font = pango_font_description_copy (self->font);

  return copy;
}

/**
 * spz_timeline_theme_ref:
 * @self: a theme
 *
 * Returns: (transfer full): the theme, which any thread may read
 */
SpzTimelineTheme *
spz_timeline_theme_ref (SpzTimelineTheme *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * spz_timeline_theme_unref:
 * @self: (transfer full): a theme
 *
 * Releases it, and frees it with the last reference.
 */
void
spz_timeline_theme_unref (SpzTimelineTheme *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    {
      pango_font_description_free (self->font);
      g_free (self);
    }
}

/**
 * spz_timeline_theme_get_style:
 * @self: a theme
 *
 * Returns: what it is made for
 */
SpzTimelineStyle
spz_timeline_theme_get_style (SpzTimelineTheme *self)
{
  return self->style;
}

/**
 * spz_timeline_theme_get_colour:
 * @self: a theme
 * @colour: which
 *
 * Returns: (transfer none): the colour
 */
const SpzRgba *
spz_timeline_theme_get_colour (SpzTimelineTheme  *self,
                               SpzTimelineColour  colour)
{
  return &self->colours[colour];
}

/**
 * spz_timeline_theme_set_colour:
 * @self: a theme nobody else uses yet
 * @colour: which
 * @rgba: the desktop's own, for instance
 */
void
spz_timeline_theme_set_colour (SpzTimelineTheme  *self,
                               SpzTimelineColour  colour,
                               const SpzRgba     *rgba)
{
  self->colours[colour] = *rgba;
}

/**
 * spz_timeline_theme_get_fill:
 * @self: a theme
 * @hue: a kind's hue
 *
 * Returns: (transfer none): the colours of a bar of that hue
 */
const SpzTimelineFill *
spz_timeline_theme_get_fill (SpzTimelineTheme *self,
                             SpzColour         hue)
{
  return &self->fills[MIN ((guint) hue, N_HUES - 1)];
}

/**
 * spz_timeline_theme_get_font:
 * @self: a theme
 *
 * Returns: (transfer none): the face and size of its text
 */
const PangoFontDescription *
spz_timeline_theme_get_font (SpzTimelineTheme *self)
{
  return self->font;
}

/**
 * spz_timeline_theme_set_font:
 * @self: a theme nobody else uses yet
 * @font: the face and size of its text
 */
void
spz_timeline_theme_set_font (SpzTimelineTheme           *self,
                             const PangoFontDescription *font)
{
  pango_font_description_merge (self->font, font, TRUE);
}

static double
get_luminance (const SpzRgba *rgba)
{
  const double channels[] = { rgba->red, rgba->green, rgba->blue };
  const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double luminance = 0;

  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    luminance += weights[i] * (channels[i] <= 0.03928
                               ? channels[i] / 12.92
                               : pow ((channels[i] + 0.055) / 1.055, 2.4));

  return luminance;
}

/**
 * spz_rgba_contrast:
 * @a: a colour
 * @b: another
 *
 * Returns: their contrast as WCAG 2 defines it, from 1 to 21
 */
double
spz_rgba_contrast (const SpzRgba *a,
                   const SpzRgba *b)
{
  double light = get_luminance (a);
  double dark = get_luminance (b);

  return (MAX (light, dark) + 0.05) / (MIN (light, dark) + 0.05);
}
