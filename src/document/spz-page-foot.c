/* spz-page-foot.c: notes at the foot of a page
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-page-foot-private.h"

/* Above the rule, between it and the first note, and between notes, in points */
#define ABOVE_RULE 9.0
#define BELOW_RULE 5.0
#define BETWEEN    2.0

#define RULE_WIDTH     120.0
#define RULE_THICKNESS 0.5

/* Lines of a note */
typedef struct
{
  const SpzNote      *note;
  const SpzFlowBlock *block;
  guint               first;
  guint               end;
} Part;

void
spz_page_foot_init (SpzPageFoot *self,
                    SpzPages    *pages)
{
  *self = (SpzPageFoot) { .pages = pages };
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  self->carried = g_array_new (FALSE, FALSE, sizeof (Part));
  self->present = g_ptr_array_new ();
}

void
spz_page_foot_clear (SpzPageFoot *self)
{
  g_array_unref (self->parts);
  g_array_unref (self->carried);
  g_ptr_array_unref (self->present);
}

static double
get_gap (guint n_parts)
{
  return n_parts == 0 ? ABOVE_RULE + BELOW_RULE : BETWEEN;
}

/* Adds the lines of @part that have room; the others go to the next page. */
static void
add_part (SpzPageFoot *self,
          const Part  *part,
          double       room)
{
  const double *tops = part->block->tops;
  double gap = get_gap (self->parts->len);
  Part here = *part, rest = *part;

  while (here.end > here.first && tops[here.end] - tops[here.first] + gap > room)
    here.end--;
  rest.first = here.end;

  if (here.end > here.first)
    {
      g_array_append_val (self->parts, here);
      self->height += gap + tops[here.end] - tops[here.first];
    }
  if (rest.end > rest.first)
    g_array_append_val (self->carried, rest);
  g_ptr_array_add (self->present, (gpointer) part->note);
}

/* Private: begins a page with what the last one had no room for, at most @room
 * points high */
void
spz_page_foot_begin (SpzPageFoot *self,
                     double       room)
{
  g_autoptr (GArray) carried = g_steal_pointer (&self->carried);

  self->carried = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_size (self->parts, 0);
  g_ptr_array_set_size (self->present, 0);
  self->height = 0;
  for (guint i = 0; i < carried->len; i++)
    add_part (self, &g_array_index (carried, Part, i), self->carried->len > 0 ? 0 : room - self->height);
}

/* Private: how much higher the foot is with @notes, each of which counts once */
double
spz_page_foot_measure (SpzPageFoot *self,
                       GPtrArray   *notes)
{
  guint n_parts = self->parts->len;
  double height = 0;

  for (guint i = 0; i < notes->len; i++)
    {
      const SpzNote *note = g_ptr_array_index (notes, i);
      const SpzFlowBlock *block = g_ptr_array_index (self->pages->flow->notes, note->number - 1);
      guint first;

      g_ptr_array_find (notes, note, &first);
      if (first < i || g_ptr_array_find (self->present, note, NULL))
        continue;

      height += get_gap (n_parts++) + block->tops[block->n_lines];
    }

  return height;
}

/* Private: adds the note of @reference, unless it is there. @referrer is the
 * element of the text that refers to it, @room what the page has left. */
void
spz_page_foot_add (SpzPageFoot            *self,
                   const SpzFlowReference *reference,
                   SpzTag                 *referrer,
                   double                  room)
{
  Part part = { reference->note };

  if (g_ptr_array_find (self->present, part.note, NULL))
    return;

  part.block = spz_flow_add_foot (self->pages->flow, part.note, referrer);
  part.end = part.block->n_lines;
  add_part (self, &part, self->carried->len > 0 ? 0 : room);
}

static void
place_lines (SpzPageFoot  *self,
             SpzPaperPage *page,
             const Part   *part,
             double        y)
{
  const SpzFlowBlock *block = part->block;
  double left = self->pages->setup.margin_left;
  gboolean is_part = part->first > 0 || part->end < block->n_lines;
  SpzPiece *piece;

  if (part->first == 0)
    {
      piece = spz_paper_page_add (page, SPZ_PIECE_LABEL, left, y, block->x, block->tops[1]);
      piece->block = block;
      piece->tag = block->label_tag;
    }

  piece = spz_paper_page_add (page, SPZ_PIECE_TEXT, left + block->x, y,
                              pango_units_to_double (pango_layout_get_width (block->layout)),
                              block->tops[part->end] - block->tops[part->first]);
  piece->block = block;
  piece->first_line = part->first;
  piece->n_lines = part->end - part->first;
  piece->tag = is_part ? spz_flow_add_tag (self->pages->flow, block->tag, "Span") : block->tag;
}

/* Private: places the notes on @page, above its lower margin */
void
spz_page_foot_place (SpzPageFoot  *self,
                     SpzPaperPage *page)
{
  SpzPageSetup *setup = &self->pages->setup;
  double y = setup->height - setup->margin_bottom - self->height;

  if (self->parts->len > 0)
    spz_paper_page_add (page, SPZ_PIECE_RULE, setup->margin_left, y + ABOVE_RULE, RULE_WIDTH, RULE_THICKNESS);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      y += get_gap (i);
      place_lines (self, page, part, y);
      y += part->block->tops[part->end] - part->block->tops[part->first];
    }
}
