/* spz-timeline-row-labels.c: a place for every label
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "spz-timeline-plan-private.h"
#include "spz-timeline-row-private.h"

#define MAX_LINES   3
#define SHRINK_STEP 0.5

static PangoLayout *
get_whole_text (SpzTimelineRowWork *work,
                SpzTimelineBox     *box,
                const char         *label)
{
  /* A text is used again if it is the same one, in the same size. */
  for (guint i = 0; work->former != NULL && i < work->former->len; i++)
    {
      SpzTimelineBox *former = BOX (work->former, i);

      if (former->index == box->index && former->text != NULL && !former->shrunk &&
          strcmp (pango_layout_get_text (former->text), label) == 0)
        {
          pango_layout_set_width (former->text, -1);
          pango_layout_set_alignment (former->text, PANGO_ALIGN_LEFT);
          return g_steal_pointer (&former->text);
        }
    }

  return spz_timeline_layout_new_text (work->layout, label);
}

/* The natural width of a bar's label; remembered, as it is asked for at every
 * zoom step. */
static double
get_natural_width (SpzTimelineRowWork *work,
                   guint               bar,
                   PangoLayout        *text)
{
  float *width = &work->layout->widths[bar];

  if (*width == 0)
    *width = (float) spz_timeline_text_get_width (text);

  return *width;
}

static void
set_size (PangoLayout *text,
          double       size)
{
  g_autoptr (PangoFontDescription) font =
    pango_font_description_copy (pango_layout_get_font_description (text));

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (text, font);
}

static gboolean
is_break_attribute (PangoAttribute *attribute,
                    gpointer        data)
{
  return attribute->klass->type == PANGO_ATTR_ALLOW_BREAKS;
}

/* Lets lines end after the hyphens of compounds, or not. Without a hyphen
 * nothing changes. */
static void
allow_breaks_at_hyphens (PangoLayout *text,
                         gboolean     allow)
{
  const char *content = pango_layout_get_text (text);
  g_autoptr (PangoAttrList) attributes = NULL;

  if (strchr (content, '-') == NULL)
    return;

  attributes = pango_attr_list_copy (pango_layout_get_attributes (text));
  pango_attr_list_unref (pango_attr_list_filter (attributes, is_break_attribute, NULL));

  for (const char *hyphen = content; !allow && (hyphen = strchr (hyphen, '-')) != NULL; hyphen++)
    {
      PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);
      const char *after = hyphen + 1;

      attribute->start_index = (guint) (hyphen - content);
      attribute->end_index = (guint) ((*after ? g_utf8_next_char (after) : after) - content);
      pango_attr_list_insert (attributes, attribute);
    }

  pango_layout_set_attributes (text, attributes);
}

static gboolean
fits (PangoLayout *text,
      double       width,
      int          max_lines)
{
  return pango_layout_get_line_count (text) <= max_lines &&
         spz_timeline_text_get_width (text) <= width;
}

/* Whether @text fits in @width, on up to @max_lines lines, broken between
 * words only, and within compounds only where it has to be: they are easier to
 * read whole, and to find in a PDF. */
static gboolean
wrap_text (PangoLayout *text,
           double       width,
           int          max_lines)
{
  if (width <= 0)
    return FALSE;

  pango_layout_set_wrap (text, PANGO_WRAP_WORD);
  pango_layout_set_width (text, (int) floor (width * PANGO_SCALE));

  allow_breaks_at_hyphens (text, FALSE);
  if (fits (text, width, max_lines))
    return TRUE;

  allow_breaks_at_hyphens (text, TRUE);
  return fits (text, width, max_lines);
}

static void
accept_text (SpzTimelineRowWork   *work,
             SpzTimelineBox       *box,
             PangoLayout          *text,
             SpzTimelinePlacement  placement,
             double                x)
{
  guint lines = (guint) pango_layout_get_line_count (text);

  box->text = text;
  box->placement = placement;
  box->label.x = x;
  box->label.width = spz_timeline_text_get_width (text);
  box->label.height = spz_timeline_text_get_height (text);
  work->lane_lines[box->lane] = MAX (work->lane_lines[box->lane], lines);
}

static gboolean
place_inside (SpzTimelineRowWork *work,
              SpzTimelineBox     *box,
              PangoLayout        *text,
              double              natural)
{
  double inside = box->bar.width - 2 * work->layout->metrics.pad_x;
  double x = box->bar.x + work->layout->metrics.pad_x;

  if (natural <= inside)
    accept_text (work, box, text, SPZ_TIMELINE_LABEL_INSIDE, x);
  else if (wrap_text (text, inside, MAX_LINES))
    accept_text (work, box, text, SPZ_TIMELINE_LABEL_WRAPPED, x);
  else
    return FALSE;

  return TRUE;
}

/* Smaller than the others, as little as is needed and not smaller than may be;
 * and a little closer to the bar's ends. */
static gboolean
place_shrunk (SpzTimelineRowWork *work,
              SpzTimelineBox     *box,
              PangoLayout        *text)
{
  const SpzTimelineMetrics *metrics = &work->layout->metrics;
  double smallest = MIN (work->layout->min_size, metrics->em);
  double pad = metrics->pad_x * 0.6;
  double inside = box->bar.width - 2 * pad;

  if (smallest <= 0)
    return FALSE;

  for (double size = metrics->em; ; size = MAX (size - SHRINK_STEP, smallest))
    {
      set_size (text, size);
      if (wrap_text (text, inside, MAX_LINES))
        {
          box->shrunk = size < metrics->em;
          accept_text (work, box, text,
                       pango_layout_get_line_count (text) > 1 ? SPZ_TIMELINE_LABEL_WRAPPED
                                                              : SPZ_TIMELINE_LABEL_INSIDE,
                       box->bar.x + pad);
          return TRUE;
        }
      if (size <= smallest)
        break;
    }

  set_size (text, metrics->em);
  return FALSE;
}

static gboolean
place_short (SpzTimelineRowWork   *work,
             SpzTimelineBox       *box,
             const SpzTimelineBar *bar)
{
  const SpzTimelineMetrics *metrics = &work->layout->metrics;
  const char *label = bar->short_label;
  g_autoptr (PangoLayout) text = NULL;

  if (work->layout->flags & SPZ_TIMELINE_LAYOUT_WHOLE_LABELS)
    return FALSE;

  if (*label == '\0' && bar->kind != SPZ_TIMELINE_NONE)
    label = g_array_index (work->layout->plan->kinds, SpzTimelineKind, bar->kind).short_label;
  if (*label == '\0')
    return FALSE;

  text = spz_timeline_layout_new_text (work->layout, label);
  if (spz_timeline_text_get_width (text) > box->bar.width - 2 * metrics->pad_x)
    return FALSE;

  accept_text (work, box, g_steal_pointer (&text), SPZ_TIMELINE_LABEL_SHORT,
               box->bar.x + metrics->pad_x);
  return TRUE;
}

/* Where the next bar of the lane begins, or the plan ends. */
static double
get_room_end (SpzTimelineRowWork *work,
              guint               i)
{
  GArray *boxes = work->row->bars;
  guint lane = BOX (boxes, i)->lane;

  for (guint j = i + 1; j < boxes->len; j++)
    if (BOX (boxes, j)->lane == lane)
      return BOX (boxes, j)->bar.x;

  return spz_timeline_scale_get_width (&work->layout->scale);
}

static gboolean
place_outside (SpzTimelineRowWork *work,
               guint               i,
               PangoLayout        *text,
               double              natural)
{
  SpzTimelineBox *box = BOX (work->row->bars, i);
  double gap = work->layout->metrics.gap;
  double bar_end = box->bar.x + box->bar.width;
  double after = get_room_end (work, i) - bar_end - 2 * gap;
  double before = box->bar.x - work->taken[box->lane] - 2 * gap;

  pango_layout_set_width (text, -1);
  if (natural <= after)
    {
      accept_text (work, box, text, SPZ_TIMELINE_LABEL_AFTER, bar_end + gap);
      return TRUE;
    }
  if (natural <= before)
    {
      accept_text (work, box, text, SPZ_TIMELINE_LABEL_BEFORE, box->bar.x - gap - natural);
      return TRUE;
    }
  if (wrap_text (text, after, MAX_LINES))
    {
      accept_text (work, box, text, SPZ_TIMELINE_LABEL_AFTER, bar_end + gap);
      return TRUE;
    }
  if (wrap_text (text, before, MAX_LINES))
    {
      accept_text (work, box, text, SPZ_TIMELINE_LABEL_BEFORE,
                   box->bar.x - gap - spz_timeline_text_get_width (text));
      return TRUE;
    }

  return FALSE;
}

static guint
get_number (SpzTimelineLayout *layout,
            guint              bar)
{
  gpointer known = g_hash_table_lookup (layout->numbers, GUINT_TO_POINTER (bar));
  guint number = GPOINTER_TO_UINT (known);

  if (number == 0)
    {
      number = g_hash_table_size (layout->numbers) + 1;
      g_hash_table_insert (layout->numbers, GUINT_TO_POINTER (bar), GUINT_TO_POINTER (number));
    }

  return number;
}

static void
place_number (SpzTimelineRowWork *work,
              SpzTimelineBox     *box)
{
  g_autofree char *label = NULL;
  PangoLayout *text;
  double width;

  box->number = get_number (work->layout, box->index);
  label = g_strdup_printf ("%u", box->number);
  text = spz_timeline_layout_new_text (work->layout, label);
  spz_timeline_text_set_weight (text, PANGO_WEIGHT_BOLD);
  width = spz_timeline_text_get_width (text);
  if (width > box->bar.width && work->layout->min_size > 0)
    {
      set_size (text, MIN (work->layout->min_size, work->layout->metrics.em));
      width = spz_timeline_text_get_width (text);
    }
  accept_text (work, box, text, SPZ_TIMELINE_LABEL_NUMBERED,
               box->bar.x + (box->bar.width - width) / 2);
}

static void
place_label (SpzTimelineRowWork *work,
             guint               i)
{
  SpzTimelineBox *box = BOX (work->row->bars, i);
  const SpzTimelineBar *bar = &g_array_index (work->layout->plan->bars, SpzTimelineBar, box->index);
  const char *label = bar->title;
  g_autoptr (PangoLayout) text = NULL;
  double natural;

  if (*label == '\0' && bar->kind != SPZ_TIMELINE_NONE)
    label = g_array_index (work->layout->plan->kinds, SpzTimelineKind, bar->kind).title;
  if (*label == '\0')
    return;

  text = get_whole_text (work, box, label);
  natural = get_natural_width (work, box->index, text);

  if (place_inside (work, box, text, natural) ||
      place_shrunk (work, box, text))
    text = NULL;
  else if (place_short (work, box, bar))
    return;
  else if (place_outside (work, i, text, natural))
    text = NULL;
  else
    place_number (work, box);
}

/**
 * spz_timeline_row_place_labels:
 * @work: a row whose bars have their lanes
 *
 * Places each bar's label where it fits first: in the bar on one line, or on
 * up to three, or smaller where that is allowed; its short label, where that
 * is allowed; after the bar, or before it; and else a number in the bar.
 */
void
spz_timeline_row_place_labels (SpzTimelineRowWork *work)
{
  GArray *boxes = work->row->bars;

  for (guint i = 0; i < boxes->len; i++)
    {
      SpzTimelineBox *box = BOX (boxes, i);
      double end;

      place_label (work, i);
      end = box->bar.x + box->bar.width;
      if (box->placement == SPZ_TIMELINE_LABEL_AFTER)
        end = box->label.x + box->label.width;
      work->taken[box->lane] = MAX (work->taken[box->lane], end);
    }
}
