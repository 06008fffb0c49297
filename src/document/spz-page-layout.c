/* spz-page-layout.c: the measures of the layouts
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-page-layout-private.h"

#include <glib/gi18n-lib.h>

/* DIN A4, in points */
#define A4_WIDTH  595.276
#define A4_HEIGHT 841.890

/* The original's body is set in 12 on 17 points: 1.0 is as large as that. */
static const SpzPageMeasures layouts[SPZ_N_PAGE_LAYOUTS] =
{
  [SPZ_PAGE_LAYOUT_NOTES] = {
    .nick = "notes", .title = N_("Notes to Speak From"),
    .type = 1.083, .leading = 1.16, .spacing = 1.083,
    .left = 60, .right = 158, .top = 84, .bottom = 52,
    .aside_gap = 20, .aside_margin = 30, .ruling = 27, .has_times = TRUE,
  },
  [SPZ_PAGE_LAYOUT_HANDOUT] = {
    .nick = "handout", .title = N_("Handout"),
    .type = 0.875, .leading = 0.862, .spacing = 0.84,
    .left = 68, .right = 68, .top = 80, .bottom = 54,
  },
  [SPZ_PAGE_LAYOUT_PLAN] = {
    .nick = "plan", .title = N_("Plan Alone"),
    .type = 0.875, .leading = 0.862, .spacing = 0.84,
    .left = 68, .right = 68, .top = 80, .bottom = 54,
    .omits = SPZ_COMPOSE_NO_TEXT,
  },
};

/* Private: what a layout measures */
const SpzPageMeasures *
spz_page_layout_get_measures (SpzPageLayout layout)
{
  g_return_val_if_fail ((guint) layout < SPZ_N_PAGE_LAYOUTS, &layouts[SPZ_PAGE_LAYOUT_HANDOUT]);

  return &layouts[layout];
}

/**
 * spz_page_layout_get_title:
 * @layout: a layout
 *
 * What a layout is called on the screen.
 *
 * Returns: its name
 */
const char *
spz_page_layout_get_title (SpzPageLayout layout)
{
  return _(spz_page_layout_get_measures (layout)->title);
}

/**
 * spz_page_layout_get_nick:
 * @layout: a layout
 *
 * What a layout is called on the command line.
 *
 * Returns: a word
 */
const char *
spz_page_layout_get_nick (SpzPageLayout layout)
{
  return spz_page_layout_get_measures (layout)->nick;
}

/**
 * spz_page_layout_from_nick:
 * @nick: (nullable): a word
 * @layout: (out): the layout that is called so
 *
 * Finds a layout by its word.
 *
 * Returns: %FALSE if none is called so
 */
gboolean
spz_page_layout_from_nick (const char    *nick,
                           SpzPageLayout *layout)
{
  for (guint i = 0; i < SPZ_N_PAGE_LAYOUTS; i++)
    if (g_strcmp0 (nick, layouts[i].nick) == 0)
      {
        *layout = (SpzPageLayout) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * spz_page_layout_for_audience:
 * @audience: whom a paper is for
 *
 * The layout a paper gets unless another one is chosen: what is internal is
 * spoken from, all else is handed out.
 *
 * Returns: the layout
 */
SpzPageLayout
spz_page_layout_for_audience (SpzAudience audience)
{
  return audience == SPZ_AUDIENCE_INTERNAL ? SPZ_PAGE_LAYOUT_NOTES : SPZ_PAGE_LAYOUT_HANDOUT;
}

/**
 * spz_page_layout_get_flags:
 * @layout: a layout
 *
 * What a paper in this layout leaves out.
 *
 * Returns: flags to compose it with
 */
SpzComposeFlags
spz_page_layout_get_flags (SpzPageLayout layout)
{
  return spz_page_layout_get_measures (layout)->omits;
}

/**
 * spz_page_setup_init:
 * @self: (out caller-allocates): a page setup
 * @layout: how the text is to be set
 *
 * Sets up upright A4 with the margins of the layout, and lying A4 for the plan.
 */
void
spz_page_setup_init (SpzPageSetup  *self,
                     SpzPageLayout  layout)
{
  const SpzPageMeasures *measures = spz_page_layout_get_measures (layout);

  *self = (SpzPageSetup) {
    .layout = layout,
    .width = A4_WIDTH,
    .height = A4_HEIGHT,
    .sheet_width = A4_HEIGHT,
    .sheet_height = A4_WIDTH,
    .margin_left = measures->left,
    .margin_right = measures->right,
    .margin_top = measures->top,
    .margin_bottom = measures->bottom,
  };
}
