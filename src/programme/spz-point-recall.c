/* spz-point-recall.c: saying again what was dropped
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "spz-blocks.h"
#include "spz-point-changes.h"

static SpzRecordList *
get_blocks (SpzProgramme *programme,
            SpzBriefing  *briefing)
{
  return spz_programme_get_children (programme, SPZ_TYPE_BLOCK, "briefing",
                                     spz_record_get_id (SPZ_RECORD (briefing)));
}

/* The block of an action field the point is one of, if the briefing has it */
static SpzBlock *
find_field_block (SpzProgramme *programme,
                  SpzBriefing  *briefing,
                  SpzPoint     *point)
{
  SpzRecordList *blocks = get_blocks (programme, briefing);

  for (guint i = 0; point->action_field != 0 && i < spz_record_list_get_size (blocks); i++)
    {
      SpzBlock *block = spz_record_list_get (blocks, i);

      if (block->kind == SPZ_BLOCK_ACTION_FIELD && block->action_field == point->action_field)
        return block;
    }

  return NULL;
}

/* The block of own points under the same heading, or else the first one */
static SpzBlock *
find_own_block (SpzProgramme *programme,
                SpzBriefing  *briefing,
                const char   *heading)
{
  SpzRecordList *blocks = get_blocks (programme, briefing);
  SpzBlock *first = NULL;

  for (guint i = 0; i < spz_record_list_get_size (blocks); i++)
    {
      SpzBlock *block = spz_record_list_get (blocks, i);

      if (block->kind != SPZ_BLOCK_POINTS)
        continue;
      if (g_strcmp0 (block->title, heading) == 0)
        return block;
      first = first != NULL ? first : block;
    }

  return first;
}

/* A point that was left out is shown again, and so is what it stands under. */
static gboolean
show_again (SpzProgramme  *programme,
            SpzBlock      *block,
            SpzPoint      *point,
            GError       **error)
{
  while (point != NULL)
    {
      if (!spz_block_show_point (programme, block, point, TRUE, error))
        return FALSE;
      point = spz_programme_lookup (programme, SPZ_TYPE_POINT, point->parent);
    }

  return TRUE;
}

static SpzDeliveryLine *
find_line (SpzProgramme *programme,
           SpzDelivery  *delivery,
           gint64        point)
{
  SpzRecordList *lines = spz_programme_get_children (programme, SPZ_TYPE_DELIVERY_LINE, "delivery",
                                                     spz_record_get_id (SPZ_RECORD (delivery)));

  for (guint i = 0; i < spz_record_list_get_size (lines); i++)
    {
      SpzDeliveryLine *line = spz_record_list_get (lines, i);

      if (line->point == point)
        return line;
    }

  return NULL;
}

static gboolean
add_again (SpzProgramme     *programme,
           SpzBriefing      *briefing,
           SpzDeliveryLine  *line,
           GError          **error)
{
  SpzBlock *block = find_own_block (programme, briefing, line->heading);
  SpzPoint *said = spz_programme_lookup (programme, SPZ_TYPE_POINT, line->point);
  gint64 id = block != NULL ? spz_record_get_id (SPZ_RECORD (block)) : 0;

  if (id == 0)
    id = spz_programme_add (programme, SPZ_TYPE_BLOCK, error,
                            "briefing", spz_record_get_id (SPZ_RECORD (briefing)),
                            "kind", SPZ_BLOCK_POINTS,
                            "title", line->heading,
                            NULL);

  return id != 0 &&
         spz_programme_add (programme, SPZ_TYPE_POINT, error,
                            "block", id,
                            "title", line->title,
                            "style", line->style,
                            "audience", line->audience,
                            "since", said != NULL ? said->since : spz_programme_get_reference_date (programme),
                            "predecessor", said != NULL ? line->point : (gint64) 0,
                            NULL) != 0;
}

/**
 * spz_point_change_take_up:
 * @programme: a programme
 * @briefing: the briefing that dropped the point
 * @delivery: the delivery it was said in
 * @point: the id of the point, as it was spoken under
 * @error: return location for an #SPZ_ERROR
 *
 * Says again what was said last time. A point of an action field that was left
 * out is shown again; any other becomes one of the briefing's own, in the words
 * and for the readers it had.
 *
 * Returns: whether it is in the briefing again
 */
gboolean
spz_point_change_take_up (SpzProgramme  *programme,
                          SpzBriefing   *briefing,
                          SpzDelivery   *delivery,
                          gint64         point,
                          GError       **error)
{
  SpzPoint *said = spz_programme_lookup (programme, SPZ_TYPE_POINT, point);
  SpzBlock *block = said != NULL ? find_field_block (programme, briefing, said) : NULL;
  SpzDeliveryLine *line = find_line (programme, delivery, point);

  g_return_val_if_fail (line != NULL, FALSE);

  if (!spz_programme_begin (programme, _("Dropped point taken up"), error))
    return FALSE;

  if (block != NULL ? !show_again (programme, block, said, error)
                    : !add_again (programme, briefing, line, error))
    {
      spz_programme_rollback (programme);
      return FALSE;
    }

  return spz_programme_commit (programme, error);
}
