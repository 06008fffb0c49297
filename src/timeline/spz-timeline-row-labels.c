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

#define SHRINK_STEP 0.5

/* The room at the ends of what was shrunk, as a factor */
#define SHRUNK_PAD 0.6

static SpzTimelineBox *
find_former (SpzTimelineRowWork *work,
             guint               index)
{
  for (guint i = 0; work->former != NULL && i < work->former->len; i++)
    if (BOX (work->former, i)->index == index)
      return BOX (work->former, i);

  return NULL;
}

/* A text is used again if it is the same one, in the same size. */
static PangoLayout *
get_whole_text (SpzTimelineRowWork *work,
                SpzTimelineBox     *box,
                const char         *label)
{
  SpzTimelineBox *former = find_former (work, box->index);

  if (former != NULL && former->text != NULL && !former->shrunk &&
      strcmp (pango_layout_get_text (former->text), label) == 0)
    return g_steal_pointer (&former->text);

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

static int
get_max_lines (SpzTimelineRowWork *work)
{
  return work->layout->max_lines + work->row->more_lines;
}

/* Whether @text fits in @width, on up to @max_lines lines, broken between
 * words only, and within compounds only where it has to be: they are easier to
 * read whole, and to find in a PDF. */
static gboolean
wrap_text (SpzTimelineRowWork *work,
           PangoLayout        *text,
           double              width,
           int                 max_lines)
{
  if (width <= 0)
    return FALSE;

  pango_layout_set_wrap (text, PANGO_WRAP_WORD);
  spz_timeline_text_wrap (text, width, work->layout->scale.rtl);

  allow_breaks_at_hyphens (text, FALSE);
  if (fits (text, width, max_lines))
    return TRUE;

  allow_breaks_at_hyphens (text, TRUE);
  return fits (text, width, max_lines);
}

/* Takes a text as the label, beginning at @x; the box holds it from now on. */
static void
accept_text (SpzTimelineRowWork   *work,
             SpzTimelineBox       *box,
             PangoLayout          *text,
             SpzTimelinePlacement  placement,
             double                x)
{
  guint lines = (guint) pango_layout_get_line_count (text);

  box->text = g_object_ref (text);
  box->placement = placement;
  box->label.x = x;
  box->label.width = spz_timeline_text_get_width (text);
  box->label.height = spz_timeline_text_get_height (text);
  work->lane_lines[box->lane] = MAX (work->lane_lines[box->lane], lines);
}

static SpzTimelinePlacement
get_inside_placement (PangoLayout *text)
{
  return pango_layout_get_line_count (text) > 1 ? SPZ_TIMELINE_LABEL_WRAPPED : SPZ_TIMELINE_LABEL_INSIDE;
}

/* The room in a bar, beside the sign of a conflict */
static double
get_inside (SpzTimelineRowWork   *work,
            const SpzTimelineBox *box,
            double                pad,
            double               *x)
{
  *x = box->bar.x + pad;
  if (box->sign.width > 0)
    *x = box->sign.x + box->sign.width + work->layout->metrics.gap;

  return box->bar.x + box->bar.width - pad - *x;
}

static gboolean
place_inside (SpzTimelineRowWork *work,
              SpzTimelineBox     *box,
              PangoLayout        *text,
              double              natural)
{
  double x, inside = get_inside (work, box, work->layout->metrics.pad_x, &x);

  if (natural <= inside)
    spz_timeline_text_wrap (text, -1, work->layout->scale.rtl);
  else if (!wrap_text (work, text, inside, get_max_lines (work)))
    return FALSE;

  accept_text (work, box, text, get_inside_placement (text), x);

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
  double x, inside = get_inside (work, box, metrics->pad_x * SHRUNK_PAD, &x);

  if (smallest <= 0)
    return FALSE;

  for (double size = metrics->em; ; size = MAX (size - SHRINK_STEP, smallest))
    {
      set_size (text, size);
      if (wrap_text (work, text, inside, get_max_lines (work)))
        {
          box->shrunk = size < metrics->em;
          accept_text (work, box, text, get_inside_placement (text), x);
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
  const char *label = spz_timeline_layout_get_short_label (work->layout, bar);
  g_autoptr (PangoLayout) text = NULL;
  double x, inside = get_inside (work, box, work->layout->metrics.pad_x, &x);

  if (*label == '\0')
    return FALSE;

  text = spz_timeline_layout_new_text (work->layout, label);
  if (spz_timeline_text_get_width (text) > inside)
    return FALSE;

  accept_text (work, box, text, SPZ_TIMELINE_LABEL_SHORT, x);

  return TRUE;
}

static const SpzTimelineBox *
find_neighbour (SpzTimelineRowWork *work,
                guint               i,
                int                 step)
{
  GArray *boxes = work->row->bars;

  for (guint j = i + step; j < boxes->len; j += step)
    if (BOX (boxes, j)->lane == BOX (boxes, i)->lane)
      return BOX (boxes, j);

  return NULL;
}

/* The room after a bar: up to the next bar of the lane or its label, or to
 * where the plan ends */
static double
get_room_after (SpzTimelineRowWork *work,
                guint               i)
{
  const SpzTimelineBox *box = BOX (work->row->bars, i);
  const SpzTimelineBox *next = find_neighbour (work, i, 1);
  double end = spz_timeline_scale_get_width (&work->layout->scale);

  if (next != NULL)
    end = next->text != NULL && next->placement == SPZ_TIMELINE_LABEL_BEFORE ? next->label.x : next->bar.x;

  return end - (box->bar.x + box->bar.width);
}

static double
get_room_before (SpzTimelineRowWork *work,
                 guint               i)
{
  const SpzTimelineBox *former = find_neighbour (work, i, -1);
  double start = 0;

  if (former != NULL)
    start = former->text != NULL && former->placement == SPZ_TIMELINE_LABEL_AFTER
            ? former->label.x + former->label.width
            : former->bar.x + former->bar.width;

  return BOX (work->row->bars, i)->bar.x - start;
}

static gboolean
place_beside (SpzTimelineRowWork   *work,
              guint                 i,
              PangoLayout          *text,
              double                natural,
              SpzTimelinePlacement  side,
              int                   max_lines)
{
  SpzTimelineBox *box = BOX (work->row->bars, i);
  double gap = work->layout->metrics.gap;
  gboolean after = side == SPZ_TIMELINE_LABEL_AFTER;
  double room = (after ? get_room_after (work, i) : get_room_before (work, i)) - 2 * gap;

  if (natural <= room)
    spz_timeline_text_wrap (text, -1, work->layout->scale.rtl);
  else if (max_lines == 1 || !wrap_text (work, text, room, max_lines))
    return FALSE;

  accept_text (work, box, text, side,
               after ? box->bar.x + box->bar.width + gap
                     : box->bar.x - gap - spz_timeline_text_get_width (text));

  return TRUE;
}

static gboolean
place_outside (SpzTimelineRowWork *work,
               guint               i,
               PangoLayout        *text,
               double              natural)
{
  return place_beside (work, i, text, natural, SPZ_TIMELINE_LABEL_AFTER, 1) ||
         place_beside (work, i, text, natural, SPZ_TIMELINE_LABEL_BEFORE, 1) ||
         place_beside (work, i, text, natural, SPZ_TIMELINE_LABEL_AFTER, get_max_lines (work)) ||
         place_beside (work, i, text, natural, SPZ_TIMELINE_LABEL_BEFORE, get_max_lines (work));
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
  g_autoptr (PangoLayout) text = NULL;
  double x, inside, width;

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

  /* A conflict can be seen by the bar's outline, too. */
  if (width > get_inside (work, box, 0, &x))
    box->sign.width = 0;
  inside = get_inside (work, box, 0, &x);
  accept_text (work, box, text, SPZ_TIMELINE_LABEL_NUMBERED, x + (inside - width) / 2);
}

/* Places a label where it is pinned. Numbers are given afterwards, in reading
 * order.
 * Returns: whether there is room for it */
static gboolean
place_pinned (SpzTimelineRowWork   *work,
              guint                 i,
              const SpzTimelineBar *bar,
              PangoLayout          *text,
              double                natural)
{
  SpzTimelineBox *box = BOX (work->row->bars, i);

  switch (bar->label_placement)
    {
    case SPZ_LABEL_INSIDE:
      return place_inside (work, box, text, natural) || place_shrunk (work, box, text);
    case SPZ_LABEL_SHORT:
      return place_short (work, box, bar);
    case SPZ_LABEL_AFTER:
      return place_beside (work, i, text, natural, SPZ_TIMELINE_LABEL_AFTER, get_max_lines (work));
    case SPZ_LABEL_BEFORE:
      return place_beside (work, i, text, natural, SPZ_TIMELINE_LABEL_BEFORE, get_max_lines (work));
    case SPZ_LABEL_NUMBER:
      box->placement = SPZ_TIMELINE_LABEL_NUMBERED;
      return TRUE;
    case SPZ_LABEL_AUTOMATIC:
    default:
      return FALSE;
    }
}

/* Places a label where it fits first. On paper a short one comes last, and
 * only where the legend tells what it is short for. */
static void
place_automatically (SpzTimelineRowWork   *work,
                     guint                 i,
                     const SpzTimelineBar *bar,
                     PangoLayout          *text,
                     double                natural)
{
  SpzTimelineBox *box = BOX (work->row->bars, i);
  gboolean whole = (work->layout->flags & SPZ_TIMELINE_LAYOUT_WHOLE_LABELS) != 0;

  if (place_inside (work, box, text, natural) ||
      place_shrunk (work, box, text) ||
      (!whole && place_short (work, box, bar)) ||
      place_outside (work, i, text, natural) ||
      (whole && spz_timeline_layout_legend_tells (work->layout, bar) && place_short (work, box, bar)))
    return;

  box->placement = SPZ_TIMELINE_LABEL_NUMBERED;
}

/* Whether a label is where it is because of its bar's width alone, and not of
 * what is beside it */
static gboolean
is_in_bar (SpzTimelineRowWork   *work,
           const SpzTimelineBox *box)
{
  if (box->text == NULL || box->displaced)
    return FALSE;

  return box->placement == SPZ_TIMELINE_LABEL_INSIDE || box->placement == SPZ_TIMELINE_LABEL_WRAPPED ||
         (box->placement == SPZ_TIMELINE_LABEL_SHORT && !(work->layout->flags & SPZ_TIMELINE_LAYOUT_WHOLE_LABELS));
}

/* While bars are dragged, those that only move, or stay, keep what is written
 * in them. */
static gboolean
keep_label (SpzTimelineRowWork *work,
            SpzTimelineBox     *box)
{
  SpzTimelineBox *former = work->only_moved ? find_former (work, box->index) : NULL;
  g_autoptr (PangoLayout) text = NULL;
  double x;

  if (former == NULL || !is_in_bar (work, former) ||
      fabs (former->bar.width - box->bar.width) > 0.001 || former->sign.width != box->sign.width)
    return FALSE;

  text = g_steal_pointer (&former->text);
  box->shrunk = former->shrunk;
  get_inside (work, box, work->layout->metrics.pad_x * (box->shrunk ? SHRUNK_PAD : 1), &x);
  accept_text (work, box, text, former->placement, x);

  return TRUE;
}

static void
place_label (SpzTimelineRowWork *work,
             guint               i)
{
  SpzTimelineBox *box = BOX (work->row->bars, i);
  const SpzTimelineBar *bar = &g_array_index (work->layout->plan->bars, SpzTimelineBar, box->index);
  const char *label = spz_timeline_layout_get_label (work->layout, bar);
  g_autoptr (PangoLayout) text = NULL;
  double natural;

  if (*label == '\0' || keep_label (work, box))
    return;

  text = get_whole_text (work, box, label);
  natural = get_natural_width (work, box->index, text);
  if (place_pinned (work, i, bar, text, natural))
    return;

  box->displaced = bar->label_placement != SPZ_LABEL_AUTOMATIC;
  place_automatically (work, i, bar, text, natural);
}

static gboolean
is_pinned (SpzTimelineRowWork *work,
           guint               i)
{
  return g_array_index (work->layout->plan->bars, SpzTimelineBar,
                        BOX (work->row->bars, i)->index).label_placement != SPZ_LABEL_AUTOMATIC;
}

/**
 * spz_timeline_row_place_labels:
 * @work: a row whose bars have their lanes
 *
 * Places each bar's label: where it is pinned, if it fits there, and else where
 * it fits first: in the bar on one line, or on several, or smaller where
 * that is allowed; its short label, where that is allowed; after the bar, or
 * before it; and else a number in the bar. What is pinned has the first choice.
 */
void
spz_timeline_row_place_labels (SpzTimelineRowWork *work)
{
  GArray *boxes = work->row->bars;

  for (guint i = 0; i < boxes->len; i++)
    if (is_pinned (work, i))
      place_label (work, i);
  for (guint i = 0; i < boxes->len; i++)
    if (!is_pinned (work, i))
      place_label (work, i);
  for (guint i = 0; i < boxes->len; i++)
    if (BOX (boxes, i)->placement == SPZ_TIMELINE_LABEL_NUMBERED)
      place_number (work, BOX (boxes, i));
}
