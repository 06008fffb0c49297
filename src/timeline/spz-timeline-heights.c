/* spz-timeline-heights.c: heights of many rows
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-heights-private.h"

/**
 * spz_timeline_heights_init:
 * @self: uninitialised heights
 * @heights: (transfer full) (array length=n): the heights
 * @n: how many rows there are
 */
void
spz_timeline_heights_init (SpzTimelineHeights *self,
                           double             *heights,
                           guint               n)
{
  self->n = n;
  self->heights = heights;
  self->sums = g_new0 (double, n + 1);

  for (guint i = 1; i <= n; i++)
    {
      guint parent = i + (i & -i);

      self->sums[i] += heights[i - 1];
      if (parent <= n)
        self->sums[parent] += self->sums[i];
    }
}

void
spz_timeline_heights_clear (SpzTimelineHeights *self)
{
  g_clear_pointer (&self->heights, g_free);
  g_clear_pointer (&self->sums, g_free);
  self->n = 0;
}

void
spz_timeline_heights_set (SpzTimelineHeights *self,
                          guint               row,
                          double              height)
{
  double change = height - self->heights[row];

  if (change == 0)
    return;

  self->heights[row] = height;
  for (guint i = row + 1; i <= self->n; i += i & -i)
    self->sums[i] += change;
}

/**
 * spz_timeline_heights_get_top:
 * @self: heights
 * @row: a row, or the number of rows
 *
 * Returns: the height of all rows above @row
 */
double
spz_timeline_heights_get_top (const SpzTimelineHeights *self,
                              guint                     row)
{
  double top = 0;

  for (guint i = row; i > 0; i -= i & -i)
    top += self->sums[i];

  return top;
}

/**
 * spz_timeline_heights_find:
 * @self: heights
 * @y: a place
 *
 * Returns: the row at @y, never one without height; the number of rows if @y
 *   lies below all of them, and the first row if it lies above
 */
guint
spz_timeline_heights_find (const SpzTimelineHeights *self,
                           double                    y)
{
  guint row = 0;
  guint step = 1;

  while (step * 2 <= self->n)
    step *= 2;

  for (; step > 0; step /= 2)
    if (row + step <= self->n && self->sums[row + step] <= y)
      {
        row += step;
        y -= self->sums[row];
      }

  return row;
}
