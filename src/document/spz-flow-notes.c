/* spz-flow-notes.c: footnotes of a column of text
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-flow-private.h"

/* Between a note's edge and its text, in points: room for "99)" */
#define INDENT 17.0

static SpzFlowBlock *
set_note (SpzFlow       *self,
          const SpzNote *note)
{
  double indent = INDENT * self->typography->measures->type;
  PangoLayout *layout = spz_typography_set_text (self->typography, SPZ_TEXT_NOTE, note->text,
                                                 self->width - indent, PANGO_ALIGN_LEFT);
  SpzFlowBlock *block = spz_flow_block_new (SPZ_TEXT_NOTE, layout);

  block->x = indent;

  return block;
}

/* Private: sets the notes of @document, so that it is known how much room they
 * take */
void
spz_flow_add_notes (SpzFlow     *self,
                    SpzDocument *document)
{
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) spz_flow_block_free);
  self->feet = g_ptr_array_new_with_free_func ((GDestroyNotify) spz_flow_block_free);
  for (guint i = 0; i < spz_document_get_n_notes (document); i++)
    g_ptr_array_add (self->notes, set_note (self, spz_document_get_note (document, i)));
}

/* Private: a note for the foot of a page. It is read after the text that
 * refers to it, whose element is @referrer. A note to which several pages refer
 * stands on each of them, with an identifier of its own (PDF/UA-1, 7.9). */
SpzFlowBlock *
spz_flow_add_foot (SpzFlow       *self,
                   const SpzNote *note,
                   SpzTag        *referrer)
{
  SpzFlowBlock *block = set_note (self, note);
  SpzTag *tag = spz_flow_add_tag (self, referrer->parent, "Note");
  g_autofree char *number = spz_typography_get_number (note);

  /* Names in a tree are in the order of their bytes. */
  tag->id = g_strdup_printf ("note-%06u", self->feet->len + 1);
  spz_flow_block_label (block, self->typography, number, spz_flow_add_tag (self, tag, "Lbl"));
  block->tag = spz_flow_add_tag (self, tag, "P");
  g_ptr_array_add (self->feet, block);

  return block;
}

/* Private: finds the numbers of @notes in the text of the block, in which they
 * are in order, each behind a space that doesn't break */
void
spz_flow_block_refer (SpzFlowBlock *self,
                      const GArray *notes)
{
  PangoAttrList *attributes = pango_layout_get_attributes (self->layout);
  PangoAttrIterator *iter = pango_attr_list_get_iterator (attributes);
  const PangoAttribute *last = NULL;
  guint next = 0;

  do
    {
      SpzFlowReference reference = { NULL };
      const PangoAttribute *rise;
      int line;

      if (notes == NULL || next >= notes->len)
        break;
      rise = pango_attr_iterator_get (iter, PANGO_ATTR_RISE);
      if (rise == NULL || rise == last)
        continue;

      last = rise;
      reference.start = (int) rise->start_index;
      reference.end = (int) rise->end_index;
      reference.note = g_array_index (notes, SpzNoteReference, next++).note;
      pango_layout_index_to_line_x (self->layout, reference.start, FALSE, &line, NULL);
      reference.line = (guint) line;
      if (self->references == NULL)
        self->references = g_array_new (FALSE, FALSE, sizeof reference);
      g_array_append_val (self->references, reference);
    }
  while (pango_attr_iterator_next (iter));

  pango_attr_iterator_destroy (iter);
}
