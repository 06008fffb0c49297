/* spz-timeline-colours.c: the timeline's theme from the style sheet
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-colours.h"

#include <string.h>

#include <adwaita.h>

/* What the style sheet names takes the place of the theme's own */
static const struct
{
  SpzTimelineColour  colour;
  const char        *name;
} named[] = {
  { SPZ_TIMELINE_COLOUR_BACKGROUND, "view_bg_color" },
  { SPZ_TIMELINE_COLOUR_ACCENT, "accent_color" },
};

static SpzTimelineStyle
get_style (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? SPZ_TIMELINE_STYLE_DARK_HC : SPZ_TIMELINE_STYLE_LIGHT_HC;

  return dark ? SPZ_TIMELINE_STYLE_DARK : SPZ_TIMELINE_STYLE_LIGHT;
}

/**
 * spz_timeline_colours_read:
 * @widget: a widget
 *
 * Makes the theme that suits the style @widget has now.
 *
 * Returns: (transfer full): a theme
 */
SpzTimelineTheme *
spz_timeline_colours_read (GtkWidget *widget)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  SpzTimelineTheme *theme = spz_timeline_theme_new (get_style ());
  PangoContext *pango_context = gtk_widget_get_pango_context (widget);

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      GdkRGBA colour;

      if (gtk_style_context_lookup_color (context, named[i].name, &colour))
        {
          SpzRgba rgba = { colour.red, colour.green, colour.blue, colour.alpha };

          spz_timeline_theme_set_colour (theme, named[i].colour, &rgba);
        }
    }

  spz_timeline_theme_set_font (theme, pango_context_get_font_description (pango_context));

  return theme;
}

/**
 * spz_timeline_colours_equal:
 * @a: a theme
 * @b: another one
 *
 * Finds out whether two themes look the same.
 *
 * Returns: whether they do
 */
gboolean
spz_timeline_colours_equal (SpzTimelineTheme *a,
                            SpzTimelineTheme *b)
{
  if (spz_timeline_theme_get_style (a) != spz_timeline_theme_get_style (b))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      if (memcmp (spz_timeline_theme_get_colour (a, named[i].colour),
                  spz_timeline_theme_get_colour (b, named[i].colour), sizeof (SpzRgba)) != 0)
        return FALSE;
    }

  return pango_font_description_equal (spz_timeline_theme_get_font (a),
                                       spz_timeline_theme_get_font (b));
}
