/* test-theme.c: what is painted can be read
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-theme.h"

static void
test_contrast (gconstpointer data)
{
  g_autoptr (SpzTimelineTheme) theme = spz_timeline_theme_new (GPOINTER_TO_INT (data));
  const SpzRgba *background = spz_timeline_theme_get_colour (theme, SPZ_TIMELINE_COLOUR_BACKGROUND);
  const SpzTimelineColour on_background[] = {
    SPZ_TIMELINE_COLOUR_TEXT, SPZ_TIMELINE_COLOUR_MILESTONE, SPZ_TIMELINE_COLOUR_DEADLINE,
  };

  for (SpzColour hue = SPZ_COLOUR_GREY; hue <= SPZ_COLOUR_BROWN; hue++)
    {
      const SpzTimelineFill *fill = spz_timeline_theme_get_fill (theme, hue);

      g_assert_cmpfloat (spz_rgba_contrast (&fill->text, &fill->fill), >=, 7);
      /* Where a bar's end fades, its label stands on the background. */
      g_assert_cmpfloat (spz_rgba_contrast (&fill->text, background), >=, 7);
      /* What isn't text: the hatch on the bar */
      g_assert_cmpfloat (spz_rgba_contrast (&fill->edge, &fill->fill), >=, 3);
    }

  for (guint i = 0; i < G_N_ELEMENTS (on_background); i++)
    g_assert_cmpfloat (spz_rgba_contrast (spz_timeline_theme_get_colour (theme, on_background[i]), background), >=, 7);

  g_assert_cmpfloat (spz_rgba_contrast (spz_timeline_theme_get_colour (theme, SPZ_TIMELINE_COLOUR_DIM), background), >=, 4.5);
  g_assert_cmpfloat (spz_rgba_contrast (spz_timeline_theme_get_colour (theme, SPZ_TIMELINE_COLOUR_TEXT),
                                        spz_timeline_theme_get_colour (theme, SPZ_TIMELINE_COLOUR_GROUP)), >=, 7);
  g_assert_cmpfloat (spz_rgba_contrast (spz_timeline_theme_get_colour (theme, SPZ_TIMELINE_COLOUR_TODAY), background), >=, 3);
}

static void
test_measure (void)
{
  const SpzRgba black = { 0, 0, 0, 1 };
  const SpzRgba white = { 1, 1, 1, 1 };

  g_assert_cmpfloat_with_epsilon (spz_rgba_contrast (&black, &white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (spz_rgba_contrast (&white, &white), 1, 1e-9);
}

static void
test_copy (void)
{
  g_autoptr (SpzTimelineTheme) theme = spz_timeline_theme_new (SPZ_TIMELINE_STYLE_LIGHT);
  g_autoptr (SpzTimelineTheme) copy = spz_timeline_theme_copy (theme);
  const SpzRgba blue = { 0, 0, 1, 1 };

  spz_timeline_theme_set_colour (copy, SPZ_TIMELINE_COLOUR_ACCENT, &blue);
  g_assert_cmpfloat (spz_timeline_theme_get_colour (copy, SPZ_TIMELINE_COLOUR_ACCENT)->blue, ==, 1);
  g_assert_cmpfloat (spz_timeline_theme_get_colour (theme, SPZ_TIMELINE_COLOUR_ACCENT)->blue, <, 1);
  g_assert_true (pango_font_description_equal (spz_timeline_theme_get_font (theme),
                                               spz_timeline_theme_get_font (copy)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/timeline/theme/contrast/light", GINT_TO_POINTER (SPZ_TIMELINE_STYLE_LIGHT), test_contrast);
  g_test_add_data_func ("/timeline/theme/contrast/dark", GINT_TO_POINTER (SPZ_TIMELINE_STYLE_DARK), test_contrast);
  g_test_add_data_func ("/timeline/theme/contrast/light-hc", GINT_TO_POINTER (SPZ_TIMELINE_STYLE_LIGHT_HC), test_contrast);
  g_test_add_data_func ("/timeline/theme/contrast/dark-hc", GINT_TO_POINTER (SPZ_TIMELINE_STYLE_DARK_HC), test_contrast);
  g_test_add_data_func ("/timeline/theme/contrast/paper", GINT_TO_POINTER (SPZ_TIMELINE_STYLE_PAPER), test_contrast);
  g_test_add_func ("/timeline/theme/measure", test_measure);
  g_test_add_func ("/timeline/theme/copy", test_copy);

  return g_test_run ();
}
