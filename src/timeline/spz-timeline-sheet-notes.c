/* spz-timeline-sheet-notes.c: what is told below a plan on paper
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-sheet-private.h"

#include "spz-timeline-layout-private.h"
#include "spz-timeline-plan-private.h"

/* Notes: labels that stand in the plan as a number or a short one only,
 * footnotes, the note */

/* What a label is spelt out behind: its number, or the short one, which may
 * stand for something else at another measure; NULL where it is whole. */
static char *
make_reference (SpzTimelineLayout    *self,
                const SpzTimelineBox *box,
                const SpzTimelineBar *bar)
{
  if (box->number > 0)
    return g_strdup_printf ("%u", box->number);
  if (box->placement != SPZ_TIMELINE_LABEL_SHORT || spz_timeline_layout_legend_tells (self, bar))
    return NULL;

  return g_strdup_printf ("%s (%s):", pango_layout_get_text (box->text),
                          g_array_index (self->plan->measures, SpzTimelineMeasure, bar->measure).title);
}

static void
append_spelt_out (SpzTimelineLayout *self,
                  guint              row,
                  GString           *notes)
{
  guint n_bars;
  const SpzTimelineBox *boxes = spz_timeline_layout_get_bars (self, row, &n_bars);

  for (guint i = 0; i < n_bars; i++)
    {
      const SpzTimelineBar *bar = &g_array_index (self->plan->bars, SpzTimelineBar, boxes[i].index);
      g_autofree char *reference = make_reference (self, &boxes[i], bar);

      /* No-break spaces keep a number with its label's first word. */
      if (reference != NULL)
        g_string_append_printf (notes, "%s%s\u00a0\u00a0%s", notes->len > 0 ? "   " : "",
                                reference, spz_timeline_layout_get_label (self, bar));
    }
}

static void
append_paragraph (GString    *notes,
                  const char *mark,
                  const char *text)
{
  if (*text == '\0')
    return;

  if (notes->len > 0)
    g_string_append_c (notes, '\n');
  if (mark != NULL)
    g_string_append_printf (notes, "%s\u00a0", mark);
  g_string_append (notes, text);
}

static void
append_footnote (SpzTimelineLayout *self,
                 guint              row,
                 GString           *notes)
{
  const SpzTimelineMeasure *measure;
  g_autofree char *mark = NULL;
  gboolean in_label;
  guint index;

  if (spz_timeline_layout_get_row_type (self, row, &index) != SPZ_TIMELINE_ROW_MEASURE)
    return;

  measure = &g_array_index (self->plan->measures, SpzTimelineMeasure, index);
  mark = spz_timeline_layout_get_mark (self, index, &in_label);
  if (mark == NULL)
    return;

  /* People write the asterisk themselves. */
  append_paragraph (notes,
                    g_str_has_prefix (measure->footnote, mark) ? NULL : mark,
                    measure->footnote);
}

/**
 * spz_timeline_sheet_new_notes:
 * @layout: a layout of which the rows are laid out
 * @first_row: the first row on the page
 * @end_row: one more than the last
 * @width: how wide the notes may be
 *
 * Makes the text below a page: labels that stand in these rows as a number or
 * a short one only, footnotes, and below the last page the plan's note.
 *
 * Returns: (transfer full) (nullable): the text, if there is any
 */
PangoLayout *
spz_timeline_sheet_new_notes (SpzTimelineLayout *layout,
                              guint              first_row,
                              guint              end_row,
                              double             width)
{
  g_autoptr (GString) notes = g_string_new (NULL);
  PangoLayout *text;

  for (guint row = first_row; row < end_row; row++)
    append_spelt_out (layout, row, notes);
  for (guint row = first_row; row < end_row; row++)
    append_footnote (layout, row, notes);
  if (end_row == spz_timeline_layout_get_n_rows (layout))
    append_paragraph (notes, NULL, spz_timeline_plan_get_note (layout->plan));

  if (notes->len == 0)
    return NULL;

  text = spz_timeline_layout_new_text (layout, notes->str);
  pango_layout_set_width (text, (int) (width * PANGO_SCALE));

  return text;
}
