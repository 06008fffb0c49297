/* spz-timeline-checks.c: what holds of every plan that is laid out
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-checks.h"

static gboolean
overlap (const SpzRect *a,
         const SpzRect *b)
{
  const double touch = 0.01;

  return a->x + touch < b->x + b->width && b->x + touch < a->x + a->width &&
         a->y + touch < b->y + b->height && b->y + touch < a->y + a->height;
}

static gboolean
within (const SpzRect *inner,
        const SpzRect *outer)
{
  const double touch = 0.01;

  return inner->x >= outer->x - touch && inner->x + inner->width <= outer->x + outer->width + touch &&
         inner->y >= outer->y - touch && inner->y + inner->height <= outer->y + outer->height + touch;
}

static gboolean
is_inside (const SpzTimelineBox *box)
{
  return box->placement <= SPZ_TIMELINE_LABEL_SHORT;
}

/* A label is in its box, whole, readable, and says what it should. */
static void
check_label (SpzTimelineLayout    *layout,
             const SpzTimelineBox *box)
{
  const SpzTimelineBar *bar = &spz_timeline_plan_get_bars (spz_timeline_layout_get_plan (layout), NULL)[box->index];
  const PangoFontDescription *font;
  PangoRectangle logical;

  g_assert_nonnull (box->text);
  pango_layout_get_extents (box->text, NULL, &logical);
  g_assert_cmpfloat (logical.width / (double) PANGO_SCALE, <=, box->label.width + 0.01);
  g_assert_cmpfloat (logical.height / (double) PANGO_SCALE, <=, box->label.height + 0.01);
  g_assert_cmpint (pango_layout_get_line_count (box->text), <=, 3);
  g_assert_false (pango_layout_is_ellipsized (box->text));
  g_assert_cmpint (pango_layout_get_unknown_glyphs_count (box->text), ==, 0);

  font = pango_layout_get_font_description (box->text);
  g_assert_true (pango_font_description_get_size_is_absolute (font));
  g_assert_cmpint (pango_font_description_get_size (font), >=, (int) (6.5 * PANGO_SCALE));

  if (box->sign.width > 0)
    {
      g_assert_cmpstr (bar->conflict, !=, "");
      g_assert_true (within (&box->sign, &box->bar));
      g_assert_false (overlap (&box->sign, &box->label));
    }

  if (is_inside (box))
    g_assert_true (within (&box->label, &box->bar));
  else if (box->placement != SPZ_TIMELINE_LABEL_NUMBERED)
    g_assert_false (overlap (&box->label, &box->bar));

  if (box->placement == SPZ_TIMELINE_LABEL_NUMBERED)
    g_assert_cmpuint (box->number, >, 0);
  else if (box->placement != SPZ_TIMELINE_LABEL_SHORT)
    g_assert_cmpstr (pango_layout_get_text (box->text), ==, bar->title);
}

/* Lines that are broken begin where time does. */
static void
check_flush (SpzTimelineLayout    *layout,
             const SpzTimelineBox *box)
{
  gboolean rtl = spz_timeline_layout_get_scale (layout)->rtl;
  PangoLayoutIter *iter = pango_layout_get_iter (box->text);
  PangoRectangle all, line;

  pango_layout_get_extents (box->text, NULL, &all);
  do
    {
      pango_layout_iter_get_line_extents (iter, NULL, &line);
      if (rtl)
        g_assert_cmpint (ABS (line.x + line.width - all.x - all.width), <, PANGO_SCALE);
      else
        g_assert_cmpint (ABS (line.x - all.x), <, PANGO_SCALE);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
check_bars (SpzTimelineLayout *layout,
            guint              row,
            double             height,
            guint8            *seen)
{
  const SpzRect chart = { 0, 0, spz_timeline_layout_get_width (layout), height };
  guint n;
  const SpzTimelineBox *boxes = spz_timeline_layout_get_bars (layout, row, &n);

  for (guint i = 0; i < n; i++)
    {
      seen[boxes[i].index]++;
      g_assert_true (within (&boxes[i].bar, &chart));
      check_label (layout, &boxes[i]);
      check_flush (layout, &boxes[i]);
      if (boxes[i].placement != SPZ_TIMELINE_LABEL_NUMBERED)
        g_assert_true (within (&boxes[i].label, &chart));

      for (guint j = 0; j < n; j++)
        {
          if (i == j)
            continue;
          g_assert_false (overlap (&boxes[i].bar, &boxes[j].bar));
          if (boxes[i].placement != SPZ_TIMELINE_LABEL_NUMBERED)
            {
              g_assert_false (overlap (&boxes[i].label, &boxes[j].bar));
              g_assert_false (overlap (&boxes[i].label, &boxes[j].label));
            }
        }
    }
}

static void
check_milestones (SpzTimelineLayout *layout,
                  guint              row,
                  double             height)
{
  const SpzRect chart = { 0, 0, spz_timeline_layout_get_width (layout), height };
  guint n, n_bars;
  const SpzTimelineBox *boxes = spz_timeline_layout_get_milestones (layout, row, &n);
  const SpzTimelineBox *bars = spz_timeline_layout_get_bars (layout, row, &n_bars);

  for (guint i = 0; i < n; i++)
    {
      g_assert_true (within (&boxes[i].bar, &chart));
      g_assert_true (within (&boxes[i].label, &chart));
      for (guint j = 0; j < n; j++)
        {
          g_assert_false (overlap (&boxes[i].label, &boxes[j].bar));
          g_assert_false (i != j && overlap (&boxes[i].label, &boxes[j].label));
        }
      for (guint j = 0; j < n_bars; j++)
        {
          g_assert_false (overlap (&boxes[i].label, &bars[j].bar));
          g_assert_false (overlap (&boxes[i].bar, &bars[j].bar));
        }
    }
}

/**
 * spz_timeline_check_layout:
 * @layout: a layout
 *
 * Fails unless every bar stands once, in a row of its own measure, no label is
 * lost, clipped, or too small to be read, and none is in another's way.
 */
void
spz_timeline_check_layout (SpzTimelineLayout *layout)
{
  guint n_bars;
  g_autofree guint8 *seen = NULL;
  double below = 0;

  spz_timeline_plan_get_bars (spz_timeline_layout_get_plan (layout), &n_bars);
  seen = g_new0 (guint8, n_bars + 1);
  spz_timeline_layout_ensure (layout, 0, G_MAXDOUBLE);
  for (guint row = 0; row < spz_timeline_layout_get_n_rows (layout); row++)
    {
      double y, height;

      spz_timeline_layout_get_row_extents (layout, row, &y, &height);
      g_assert_cmpfloat_with_epsilon (y, below, 1e-6);
      below += height;
      check_bars (layout, row, height, seen);
      check_milestones (layout, row, height);
    }
  g_assert_cmpfloat_with_epsilon (below, spz_timeline_layout_get_height (layout), 1e-6);

  for (guint i = 0; i < n_bars; i++)
    g_assert_cmpuint (seen[i], ==, 1);
}
