/* spz-timeline-row.c: laying out one row
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "spz-timeline-lanes-private.h"
#include "spz-timeline-layout-private.h"
#include "spz-timeline-plan-private.h"

#define MAX_LINES 3

/* All of this works along time: 0 is where the plan begins, whichever side
 * that is on. mirror() turns it into x at the end. */

typedef struct
{
  SpzTimelineLayout *layout;
  SpzTimelineRow    *row;

  /* Owned */
  GArray            *former;     /* the row's bars before, whose texts are used again */
  double            *taken;      /* by lane: up to where something stands */
  guint             *lane_lines; /* by lane: the most lines a label has */
  guint              n_lanes;
} Work;

static void
clear_box (gpointer data)
{
  SpzTimelineBox *box = data;

  g_clear_object (&box->text);
}

static GArray *
new_boxes (void)
{
  GArray *boxes = g_array_new (FALSE, TRUE, sizeof (SpzTimelineBox));

  g_array_set_clear_func (boxes, clear_box);

  return boxes;
}

#define BOX(boxes, i) (&g_array_index ((boxes), SpzTimelineBox, (i)))

static double
along (SpzTimelineLayout *layout,
       SpzDate            date)
{
  return (date - layout->scale.first) * layout->scale.per_day;
}

/* Which bars: the measure's own and those dragged here, without those dragged
 * away, at the dates they are dragged to */

static const SpzTimelineMove *
find_move (SpzTimelineLayout *layout,
           guint              bar)
{
  for (guint i = 0; i < layout->moves->len; i++)
    {
      const SpzTimelineMove *move = &g_array_index (layout->moves, SpzTimelineMove, i);

      if (move->bar == bar)
        return move;
    }

  return NULL;
}

static int
compare_boxes (gconstpointer a,
               gconstpointer b)
{
  const SpzTimelineBox *box_a = a;
  const SpzTimelineBox *box_b = b;

  if (box_a->start != box_b->start)
    return box_a->start < box_b->start ? -1 : 1;
  if (box_a->end != box_b->end)
    return box_a->end < box_b->end ? -1 : 1;
  return (box_a->index > box_b->index) - (box_a->index < box_b->index);
}

static void
collect_bars (Work                     *work,
              const SpzTimelineMeasure *measure)
{
  SpzTimelineLayout *layout = work->layout;
  GArray *boxes = work->row->bars;

  for (guint i = 0; i < measure->n_bars; i++)
    {
      guint index = measure->first_bar + i;
      const SpzTimelineBar *bar = &g_array_index (layout->plan->bars, SpzTimelineBar, index);
      SpzTimelineBox box = { .index = index, .start = bar->start, .end = bar->end };

      if (layout->moves->len == 0 || find_move (layout, index) == NULL)
        g_array_append_val (boxes, box);
    }

  for (guint i = 0; i < layout->moves->len; i++)
    {
      const SpzTimelineMove *move = &g_array_index (layout->moves, SpzTimelineMove, i);
      SpzTimelineBox box = { .index = move->bar, .start = move->start, .end = move->end };

      if (move->measure == work->row->index)
        g_array_append_val (boxes, box);
    }

  if (layout->moves->len > 0)
    g_array_sort (boxes, compare_boxes);
}

static void
assign_lanes (Work *work)
{
  GArray *boxes = work->row->bars;
  g_autofree SpzTimelineInterval *intervals = g_new0 (SpzTimelineInterval, boxes->len + 1);

  for (guint i = 0; i < boxes->len; i++)
    {
      intervals[i].start = BOX (boxes, i)->start;
      intervals[i].end = BOX (boxes, i)->end;
    }
  work->n_lanes = spz_timeline_lanes_assign (intervals, boxes->len);
  work->taken = g_new0 (double, work->n_lanes);
  work->lane_lines = g_new0 (guint, work->n_lanes);

  for (guint i = 0; i < boxes->len; i++)
    {
      SpzTimelineBox *box = BOX (boxes, i);
      double start = along (work->layout, box->start);

      box->lane = intervals[i].lane;
      box->bar.x = start;
      box->bar.width = along (work->layout, box->end + 1) - start;
    }
}

/* Labels */

static PangoLayout *
get_whole_text (Work           *work,
                SpzTimelineBox *box,
                const char     *label)
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
get_natural_width (Work        *work,
                   guint        bar,
                   PangoLayout *text)
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

/* Whether @text fits in @width, on up to @max_lines lines, broken between
 * words only. */
static gboolean
wrap_text (PangoLayout *text,
           double       width,
           int          max_lines)
{
  if (width <= 0)
    return FALSE;

  pango_layout_set_wrap (text, PANGO_WRAP_WORD);
  pango_layout_set_width (text, (int) floor (width * PANGO_SCALE));

  return pango_layout_get_line_count (text) <= max_lines &&
         spz_timeline_text_get_width (text) <= width;
}

static void
accept_text (Work                  *work,
             SpzTimelineBox        *box,
             PangoLayout           *text,
             SpzTimelinePlacement   placement,
             double                 x)
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
place_inside (Work           *work,
              SpzTimelineBox *box,
              PangoLayout    *text,
              double          natural)
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

/* Smaller than the others, but not smaller than may be; and a little closer
 * to the bar's ends. */
static gboolean
place_shrunk (Work           *work,
              SpzTimelineBox *box,
              PangoLayout    *text)
{
  const SpzTimelineMetrics *metrics = &work->layout->metrics;
  double pad = metrics->pad_x * 0.6;
  double inside = box->bar.width - 2 * pad;
  double size = work->layout->min_size;

  if (size <= 0)
    return FALSE;

  size = MIN (size, metrics->em);
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

  set_size (text, metrics->em);
  return FALSE;
}

static gboolean
place_short (Work                 *work,
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
get_room_end (Work  *work,
              guint  i)
{
  GArray *boxes = work->row->bars;
  guint lane = BOX (boxes, i)->lane;

  for (guint j = i + 1; j < boxes->len; j++)
    if (BOX (boxes, j)->lane == lane)
      return BOX (boxes, j)->bar.x;

  return spz_timeline_scale_get_width (&work->layout->scale);
}

static gboolean
place_outside (Work        *work,
               guint        i,
               PangoLayout *text,
               double       natural)
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
place_number (Work           *work,
              SpzTimelineBox *box)
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
place_label (Work  *work,
             guint  i)
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

static void
place_labels (Work *work)
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

/* Gives lanes and what stands in them their places from the top.
 * Returns: the height of all lanes */
static double
stack_lanes (Work   *work,
             double  top)
{
  const SpzTimelineMetrics *metrics = &work->layout->metrics;
  g_autofree double *tops = g_new (double, work->n_lanes + 1);
  GArray *boxes = work->row->bars;
  double y = top;

  for (guint lane = 0; lane < work->n_lanes; lane++)
    {
      guint lines = MAX (work->lane_lines[lane], 1);

      tops[lane] = y;
      y += lines * metrics->line + 2 * metrics->pad_y + metrics->band + metrics->gap;
    }
  tops[work->n_lanes] = y;

  for (guint i = 0; i < boxes->len; i++)
    {
      SpzTimelineBox *box = BOX (boxes, i);

      box->bar.y = tops[box->lane];
      box->bar.height = tops[box->lane + 1] - tops[box->lane] - metrics->gap;
      box->label.y = box->bar.y + (box->bar.height - metrics->band - box->label.height) / 2;
    }

  return y - metrics->gap - top;
}

/* Milestones: marks in a lane above the bars, labels beside them; a label that
 * has no room there goes up, and a line leads to it. */

static gboolean
is_free (GArray *boxes,
         guint   n_placed,
         guint   lane,
         double  x,
         double  width,
         double  gap)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      const SpzTimelineBox *box = BOX (boxes, i);

      if (lane == 0 && x < box->bar.x + box->bar.width + gap / 2 && box->bar.x - gap / 2 < x + width)
        return FALSE;
      if (i < n_placed && box->lane == lane &&
          x < box->label.x + box->label.width + gap && box->label.x - gap < x + width)
        return FALSE;
    }

  return TRUE;
}

static void
place_milestone_label (Work   *work,
                       GArray *boxes,
                       guint   i)
{
  SpzTimelineBox *box = BOX (boxes, i);
  double gap = work->layout->metrics.gap;
  double room = spz_timeline_scale_get_width (&work->layout->scale);
  double middle = box->bar.x + box->bar.width / 2;

  for (guint lane = 0; ; lane++)
    {
      /* Up there the label begins at the line that leads to it. */
      double reach = lane == 0 ? box->bar.width / 2 + gap : gap;
      double after = middle + reach;
      double before = middle - reach - box->label.width;
      double clamped = CLAMP (middle - box->label.width / 2, 0, MAX (room - box->label.width, 0));

      box->lane = lane;
      if (after + box->label.width <= room &&
          is_free (boxes, i, lane, after, box->label.width, gap))
        {
          box->placement = SPZ_TIMELINE_LABEL_AFTER;
          box->label.x = after;
          return;
        }
      if (before >= 0 && is_free (boxes, i, lane, before, box->label.width, gap))
        {
          box->placement = SPZ_TIMELINE_LABEL_BEFORE;
          box->label.x = before;
          return;
        }
      if (lane > 0 && is_free (boxes, i, lane, clamped, box->label.width, gap))
        {
          box->placement = SPZ_TIMELINE_LABEL_AFTER;
          box->label.x = clamped;
          return;
        }
    }
}

static PangoLayout *
new_milestone_text (Work                       *work,
                    const SpzTimelineMilestone *milestone)
{
  const SpzRgba *dim = spz_timeline_theme_get_colour (work->layout->theme, SPZ_TIMELINE_COLOUR_DIM);
  g_autofree char *label = *milestone->when != '\0'
    ? g_strdup_printf ("%s, %s", milestone->title, milestone->when)
    : g_strdup (milestone->title);
  PangoLayout *text = spz_timeline_layout_new_text (work->layout, label);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_copy (pango_layout_get_attributes (text));
  PangoAttribute *attribute;
  double room = spz_timeline_scale_get_width (&work->layout->scale);

  attribute = pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD);
  attribute->end_index = (guint) strlen (milestone->title);
  pango_attr_list_insert (attributes, attribute);
  attribute = pango_attr_foreground_new ((guint16) (dim->red * 65535),
                                         (guint16) (dim->green * 65535),
                                         (guint16) (dim->blue * 65535));
  attribute->start_index = (guint) strlen (milestone->title);
  pango_attr_list_insert (attributes, attribute);
  pango_layout_set_attributes (text, attributes);

  if (spz_timeline_text_get_width (text) > room)
    {
      pango_layout_set_wrap (text, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_width (text, (int) (room * PANGO_SCALE));
    }

  return text;
}

/* Returns: the height of the milestones' lanes, 0 without any */
static double
place_milestones (Work  *work,
                  guint  first,
                  guint  n)
{
  const SpzTimelineMetrics *metrics = &work->layout->metrics;
  GArray *boxes = work->row->milestones;
  double room = spz_timeline_scale_get_width (&work->layout->scale);
  double lane_height = metrics->line;
  guint n_lanes = 0;

  for (guint i = 0; i < n; i++)
    {
      const SpzTimelineMilestone *milestone =
        &g_array_index (work->layout->plan->milestones, SpzTimelineMilestone, first + i);
      SpzTimelineBox box = { .index = first + i, .start = milestone->date, .end = milestone->date };
      double middle = along (work->layout, milestone->date) + work->layout->scale.per_day / 2;

      /* The mark doesn't leave the plan. */
      middle = CLAMP (middle, metrics->mark / 2, MAX (room - metrics->mark / 2, metrics->mark / 2));
      box.bar = (SpzRect) { middle - metrics->mark / 2, 0, metrics->mark, metrics->mark };
      box.text = new_milestone_text (work, milestone);
      box.label.width = spz_timeline_text_get_width (box.text);
      box.label.height = spz_timeline_text_get_height (box.text);
      lane_height = MAX (lane_height, box.label.height);
      g_array_append_val (boxes, box);
    }

  for (guint i = 0; i < n; i++)
    {
      place_milestone_label (work, boxes, i);
      n_lanes = MAX (n_lanes, BOX (boxes, i)->lane + 1);
    }

  for (guint i = 0; i < n; i++)
    {
      SpzTimelineBox *box = BOX (boxes, i);

      box->label.y = (n_lanes - 1 - box->lane) * lane_height + (lane_height - box->label.height) / 2;
      box->bar.y = (n_lanes - 1) * lane_height + (lane_height - metrics->mark) / 2;
    }

  return n_lanes * lane_height;
}

/* Finishing */

static void
shift_boxes (GArray *boxes,
             double  y)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      BOX (boxes, i)->bar.y += y;
      BOX (boxes, i)->label.y += y;
    }
}

static void
mirror_boxes (SpzTimelineLayout *layout,
              GArray            *boxes)
{
  double width = spz_timeline_scale_get_width (&layout->scale);

  for (guint i = 0; i < boxes->len; i++)
    {
      SpzTimelineBox *box = BOX (boxes, i);

      box->bar.x = width - box->bar.x - box->bar.width;
      box->label.x = width - box->label.x - box->label.width;
    }
}

static void
build_reaches (SpzTimelineRow *row)
{
  guint n = row->bars->len;
  double until = -G_MAXDOUBLE;
  double from = G_MAXDOUBLE;

  g_array_set_size (row->reaches, n);
  for (guint i = 0; i < n; i++)
    {
      const SpzTimelineBox *box = BOX (row->bars, i);

      until = MAX (until, box->bar.x + box->bar.width);
      if (box->text != NULL)
        until = MAX (until, box->label.x + box->label.width);
      g_array_index (row->reaches, SpzTimelineReach, i).until = until;
    }
  for (guint i = n; i-- > 0;)
    {
      const SpzTimelineBox *box = BOX (row->bars, i);

      from = MIN (from, box->bar.x);
      if (box->text != NULL)
        from = MIN (from, box->label.x);
      g_array_index (row->reaches, SpzTimelineReach, i).from = from;
    }
}

static PangoLayout *
new_measure_title (SpzTimelineLayout *layout,
                   guint              measure)
{
  const SpzTimelineMeasure *m = &g_array_index (layout->plan->measures, SpzTimelineMeasure, measure);
  double width = layout->column_width - 2 * layout->metrics.column_pad;
  gboolean in_label;
  g_autofree char *mark = spz_timeline_layout_get_mark (layout, measure, &in_label);
  g_autofree char *title = g_strconcat (m->title, in_label ? NULL : mark, NULL);
  PangoLayout *text = spz_timeline_layout_new_text (layout, title);

  pango_layout_set_wrap (text, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (text, (int) (MAX (width, 1) * PANGO_SCALE));

  return text;
}

static void
layout_measure (SpzTimelineRow    *row,
                SpzTimelineLayout *layout,
                double            *height)
{
  const SpzTimelineMeasure *measure =
    &g_array_index (layout->plan->measures, SpzTimelineMeasure, row->index);
  const SpzTimelineMetrics *metrics = &layout->metrics;
  Work work = { .layout = layout, .row = row, .former = g_steal_pointer (&row->bars) };
  double milestones, content, room;

  row->bars = new_boxes ();
  collect_bars (&work, measure);
  assign_lanes (&work);
  place_labels (&work);
  build_reaches (row);
  milestones = place_milestones (&work, measure->first_milestone, measure->n_milestones);
  content = milestones + stack_lanes (&work, milestones);

  row->title = new_measure_title (layout, row->index);
  room = MAX (content, spz_timeline_text_get_height (row->title));
  *height = room + 2 * metrics->row_pad + layout->spacing;

  row->content_y = (*height - content) / 2;
  shift_boxes (row->bars, row->content_y);
  shift_boxes (row->milestones, row->content_y);

  g_clear_pointer (&work.former, g_array_unref);
  g_free (work.taken);
  g_free (work.lane_lines);
}

static void
layout_milestones (SpzTimelineRow    *row,
                   SpzTimelineLayout *layout,
                   double            *height)
{
  Work work = { .layout = layout, .row = row };
  GArray *all = layout->plan->milestones;
  guint first = all->len;
  double content;

  while (first > 0 &&
         g_array_index (all, SpzTimelineMilestone, first - 1).measure == SPZ_TIMELINE_NONE)
    first--;

  content = place_milestones (&work, first, all->len - first);
  *height = content + 2 * layout->metrics.row_pad;
  row->content_y = layout->metrics.row_pad;
  shift_boxes (row->milestones, row->content_y);
}

static void
layout_group (SpzTimelineRow    *row,
              SpzTimelineLayout *layout,
              double            *height)
{
  const SpzTimelineGroup *group =
    &g_array_index (layout->plan->groups, SpzTimelineGroup, row->index);

  row->title = spz_timeline_layout_new_text (layout, group->title);
  spz_timeline_text_set_weight (row->title, PANGO_WEIGHT_BOLD);
  *height = spz_timeline_text_get_height (row->title) + 1.2 * layout->metrics.row_pad;
}

/**
 * spz_timeline_row_layout:
 * @row: a row
 * @layout: its layout
 * @height: (out): the row's height
 *
 * Finds a place for everything that stands in the row.
 */
void
spz_timeline_row_layout (SpzTimelineRow    *row,
                         SpzTimelineLayout *layout,
                         double            *height)
{
  g_clear_object (&row->title);
  g_clear_pointer (&row->milestones, g_array_unref);
  row->milestones = new_boxes ();
  if (row->bars == NULL)
    row->bars = new_boxes ();
  if (row->reaches == NULL)
    row->reaches = g_array_new (FALSE, FALSE, sizeof (SpzTimelineReach));

  switch (row->type)
    {
    case SPZ_TIMELINE_ROW_MILESTONES:
      layout_milestones (row, layout, height);
      break;
    case SPZ_TIMELINE_ROW_GROUP:
      layout_group (row, layout, height);
      break;
    case SPZ_TIMELINE_ROW_MEASURE:
    default:
      layout_measure (row, layout, height);
      break;
    }

  if (layout->scale.rtl)
    {
      mirror_boxes (layout, row->bars);
      mirror_boxes (layout, row->milestones);
    }
}

void
spz_timeline_row_clear (SpzTimelineRow *row)
{
  g_clear_pointer (&row->bars, g_array_unref);
  g_clear_pointer (&row->milestones, g_array_unref);
  g_clear_pointer (&row->reaches, g_array_unref);
  g_clear_object (&row->title);
}

/**
 * spz_timeline_row_find:
 * @row: a row that is laid out
 * @layout: its layout
 * @x: the left edge of a part of the chart
 * @width: its width
 * @first: (out): the first bar that may be in it
 * @end: (out): one more than the last
 *
 * Looks up what is seen, in O(log n): a bar in between may still lie outside.
 *
 * Returns: whether there is any
 */
gboolean
spz_timeline_row_find (const SpzTimelineRow *row,
                       SpzTimelineLayout    *layout,
                       double                x,
                       double                width,
                       guint                *first,
                       guint                *end)
{
  double from = layout->scale.rtl ? spz_timeline_scale_get_width (&layout->scale) - x - width : x;
  double until = from + width;
  guint low = 0, high = row->reaches->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (row->reaches, SpzTimelineReach, middle).until < from)
        low = middle + 1;
      else
        high = middle;
    }
  *first = low;

  high = row->reaches->len;
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (row->reaches, SpzTimelineReach, middle).from <= until)
        low = middle + 1;
      else
        high = middle;
    }
  *end = low;

  return *first < *end;
}

/**
 * spz_timeline_row_estimate:
 * @layout: a layout
 * @type: a row's type
 * @index: its index among its like
 *
 * Returns: about how high the row will be, for free
 */
double
spz_timeline_row_estimate (SpzTimelineLayout  *layout,
                           SpzTimelineRowType  type,
                           guint               index)
{
  const SpzTimelineMetrics *metrics = &layout->metrics;
  const SpzTimelineMeasure *measure;
  double lane;

  if (type != SPZ_TIMELINE_ROW_MEASURE)
    return metrics->line + 1.2 * metrics->row_pad;

  measure = &g_array_index (layout->plan->measures, SpzTimelineMeasure, index);
  lane = metrics->line + 2 * metrics->pad_y + metrics->band + metrics->gap;

  return measure->n_lanes * lane - metrics->gap + 2 * metrics->row_pad + layout->spacing +
         (measure->n_milestones > 0 ? metrics->line : 0);
}
