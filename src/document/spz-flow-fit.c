/* spz-flow-fit.c: what of an item has room on a page
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-flow-fit-private.h"

/* A paragraph leaves at least so many lines on either side of a page break. */
#define MIN_LINES 2

/* The line before which @block is to be cut for its lines from @line on to fit
 * into @available; @line if none do. A cut that has to be made at any price
 * (@force) leaves one line at least. */
static guint
fit_block (const SpzFlowBlock *block,
           guint               line,
           double              available,
           gboolean            breakable,
           gboolean            force)
{
  guint n_lines = block->n_lines;
  guint cut = line;

  while (cut < n_lines && block->tops[cut + 1] - block->tops[line] <= available)
    cut++;
  if (cut == n_lines)
    return n_lines;

  if (force)
    return MAX (cut, line + 1);
  if (!breakable)
    return line;

  cut = MIN (cut, n_lines > MIN_LINES ? n_lines - MIN_LINES : 0);

  return cut >= line + MIN_LINES ? cut : line;
}

/* Fits a column from @cursor on; moves @cursor and returns the height used. */
static double
fit_column (const SpzFlowItem *item,
            guint              column,
            SpzFlowCursor     *cursor,
            double             available,
            gboolean           force)
{
  GPtrArray *blocks = item->columns[column];
  double height = 0;

  while (cursor->block[column] < blocks->len)
    {
      const SpzFlowBlock *block = g_ptr_array_index (blocks, cursor->block[column]);
      guint line = cursor->line[column];
      double gap = height > 0 ? block->space_before : 0;
      guint cut = fit_block (block, line, available - height - gap,
                             force || (!item->unbreakable && column == item->n_columns - 1),
                             force && height == 0);

      if (cut == line)
        break;

      height += gap + block->tops[cut] - block->tops[line];
      if (cut < block->n_lines)
        {
          cursor->line[column] = cut;
          break;
        }

      cursor->block[column]++;
      cursor->line[column] = 0;
    }

  return height;
}

static gboolean
column_is_placed (const SpzFlowItem   *item,
                  guint                column,
                  const SpzFlowCursor *cursor)
{
  return cursor->block[column] >= item->columns[column]->len;
}

/* Private: whether all of an item was placed */
gboolean
spz_flow_item_is_placed (const SpzFlowItem   *item,
                         const SpzFlowCursor *cursor)
{
  for (guint i = 0; i < item->n_columns; i++)
    if (!column_is_placed (item, i, cursor))
      return FALSE;

  return TRUE;
}

/* Fits a column of a row: not so that a single line of it is left over. */
static double
fit_cell (const SpzFlowItem *item,
          guint              column,
          SpzFlowCursor     *cursor,
          double             available,
          gboolean           force)
{
  const SpzFlowCursor from = *cursor;
  double height = fit_column (item, column, cursor, available, force);
  GPtrArray *blocks = item->columns[column];
  const SpzFlowBlock *last = g_ptr_array_index (blocks, blocks->len - 1);

  if (force || cursor->block[column] != blocks->len - 1 || cursor->line[column] > 0 ||
      last->n_lines >= MIN_LINES || cursor->block[column] < from.block[column] + 2)
    return height;

  *cursor = from;

  return fit_column (item, column, cursor, height - 0.1, FALSE);
}

/* Private: whether an item goes on from the page before */
gboolean
spz_flow_item_is_continued (const SpzFlowItem   *item,
                            const SpzFlowCursor *from)
{
  guint last = item->n_columns - 1;

  return from->block[last] > 0 || from->line[last] > 0;
}

/* Private: what says in the first column, after a page break, what the rest belongs to */
const SpzFlowBlock *
spz_flow_item_get_continued (const SpzFlowItem   *item,
                             const SpzFlowCursor *from)
{
  return spz_flow_item_is_continued (item, from) && column_is_placed (item, 0, from) ? item->continued : NULL;
}

/* Private: fits an item from @cursor on; moves @cursor. An item is cut only where each
 * of its columns has something on either side or is done. */
SpzFlowFit
spz_flow_item_fit (const SpzFlowItem *item,
                   SpzFlowCursor     *cursor,
                   double             available,
                   gboolean           force,
                   double            *height)
{
  const SpzFlowBlock *continued = spz_flow_item_get_continued (item, cursor);
  SpzFlowCursor next = *cursor;
  gboolean all = TRUE, progress = TRUE, whole = TRUE;

  *height = continued != NULL ? continued->tops[continued->n_lines] : 0;
  for (guint i = 0; i < item->n_columns; i++)
    {
      double used;

      if (column_is_placed (item, i, cursor))
        continue;

      used = fit_cell (item, i, &next, available - 2 * item->padding, force);
      *height = MAX (*height, used);
      if (!column_is_placed (item, i, &next))
        {
          all = FALSE;
          whole = whole && i == item->n_columns - 1;
        }
      if (next.block[i] == cursor->block[i] && next.line[i] == cursor->line[i])
        progress = FALSE;
    }

  *height += 2 * item->padding;
  if (!all && !force && (item->unbreakable || !progress || !whole))
    return SPZ_FLOW_FIT_NONE;

  *cursor = next;

  return all ? SPZ_FLOW_FIT_ALL : SPZ_FLOW_FIT_PART;
}

/* Private: calls @found for the references to notes in the part of an item
 * between two cursors */
void
spz_flow_item_find_references (const SpzFlowItem   *item,
                               const SpzFlowCursor *from,
                               const SpzFlowCursor *to,
                               SpzFlowReferenceFunc found,
                               gpointer             user_data)
{
  for (guint column = 0; column < item->n_columns; column++)
    for (guint i = from->block[column]; i < item->columns[column]->len && i <= to->block[column]; i++)
      {
        const SpzFlowBlock *block = g_ptr_array_index (item->columns[column], i);
        guint first = i == from->block[column] ? from->line[column] : 0;
        guint end = i == to->block[column] ? to->line[column] : block->n_lines;

        for (guint j = 0; block->references != NULL && j < block->references->len; j++)
          {
            const SpzFlowReference *reference = &g_array_index (block->references, SpzFlowReference, j);

            if (reference->line >= first && reference->line < end)
              found (reference, block->tag, user_data);
          }
      }
}

/* Private: cuts an item that would fit, so that its last lines go along with what it
 * announces. */
SpzFlowFit
spz_flow_item_hold_back (const SpzFlowItem   *item,
                         const SpzFlowCursor *from,
                         SpzFlowCursor       *to,
                         double              *height)
{
  const SpzFlowBlock *block;
  guint first = from->line[0];
  guint cut;

  if (item->kind != SPZ_FLOW_TEXT || item->unbreakable)
    return SPZ_FLOW_FIT_NONE;

  block = g_ptr_array_index (item->columns[0], 0);
  if (block->n_lines - first < 2 * MIN_LINES)
    return SPZ_FLOW_FIT_NONE;

  cut = block->n_lines - MIN_LINES;
  *to = (SpzFlowCursor) { 0 };
  to->line[0] = cut;
  *height = block->tops[cut] - block->tops[first] + 2 * item->padding;

  return SPZ_FLOW_FIT_PART;
}
