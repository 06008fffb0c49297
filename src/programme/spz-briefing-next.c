/* spz-briefing-next.c: the next briefing from the last one
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "spz-blocks.h"
#include "spz-briefings.h"
#include "spz-promises.h"

static gboolean
copy_blocks (SpzProgramme  *programme,
             SpzBriefing   *predecessor,
             gint64         briefing,
             GError       **error)
{
  SpzRecordList *blocks = spz_programme_get_children (programme, SPZ_TYPE_BLOCK, "briefing",
                                                      spz_record_get_id (SPZ_RECORD (predecessor)));

  for (guint i = 0; i < spz_record_list_get_size (blocks); i++)
    {
      SpzBlock *block = spz_record_list_get (blocks, i);

      /* What was open then is looked at anew */
      if (block->kind == SPZ_BLOCK_COMMITMENTS)
        continue;

      if (spz_block_copy (programme, block, briefing, NULL, TRUE, error) == 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_open_commitments (SpzProgramme *programme,
                      SpzBriefing  *predecessor)
{
  SpzRecordList *assignments = spz_programme_get_list (programme, SPZ_TYPE_ASSIGNMENT);
  g_autoptr (GPtrArray) promises = spz_promises_find_open (programme, predecessor);

  for (guint i = 0; i < spz_record_list_get_size (assignments); i++)
    if (SPZ_ASSIGNMENT (spz_record_list_get (assignments, i))->state == SPZ_ASSIGNMENT_OPEN)
      return TRUE;

  return promises->len > 0;
}

static gint64
add_next (SpzProgramme  *programme,
          SpzBriefing   *predecessor,
          gint64         item,
          GError       **error)
{
  gint64 briefing = spz_programme_add (programme, SPZ_TYPE_BRIEFING, error,
                                       "agenda-item", item,
                                       "title", predecessor->title,
                                       "speaker", predecessor->speaker,
                                       "function", predecessor->function,
                                       "predecessor", spz_record_get_id (SPZ_RECORD (predecessor)),
                                       NULL);

  if (briefing == 0 ||
      (has_open_commitments (programme, predecessor) &&
       !spz_programme_add (programme, SPZ_TYPE_BLOCK, error,
                           "briefing", briefing, "kind", SPZ_BLOCK_COMMITMENTS, NULL)) ||
      !copy_blocks (programme, predecessor, briefing, error))
    return 0;

  return briefing;
}

/**
 * spz_briefing_create_next:
 * @programme: a programme
 * @predecessor: the briefing to begin from
 * @meeting: (nullable): the meeting the next one is for
 * @item: (nullable): which of its agenda items; %NULL for the first, which is
 *   made if there is none
 * @error: return location for an #SPZ_ERROR
 *
 * Makes the next briefing from the last one, in one step: its blocks, its own
 * points, and what its blocks leave out. What was promised or ordered and is
 * not done yet comes first, in a block of its own. Nothing of the predecessor
 * changes.
 *
 * Returns: the briefing's id, or 0 with @error set
 */
gint64
spz_briefing_create_next (SpzProgramme   *programme,
                          SpzBriefing    *predecessor,
                          SpzMeeting     *meeting,
                          SpzAgendaItem  *item,
                          GError        **error)
{
  gint64 item_id = item != NULL ? spz_record_get_id (SPZ_RECORD (item)) : 0;
  gint64 briefing;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), 0);
  g_return_val_if_fail (SPZ_IS_BRIEFING (predecessor), 0);

  if (!spz_programme_begin (programme, _("Next briefing made"), error))
    return 0;

  if ((item == NULL && meeting != NULL &&
       (item_id = spz_meeting_ensure_agenda_item (programme, meeting, error)) == 0) ||
      (briefing = add_next (programme, predecessor, item_id, error)) == 0)
    {
      spz_programme_rollback (programme);
      return 0;
    }

  return spz_programme_commit (programme, error) ? briefing : 0;
}

/* A meeting like the last one: of the same body, or else by the same name, with
 * the same item on its agenda */
static gint64
add_meeting (SpzProgramme  *programme,
             SpzBriefing   *predecessor,
             SpzDate        date,
             SpzPrecision   precision,
             GError       **error)
{
  SpzMeeting *last = spz_briefing_get_meeting (programme, predecessor);
  SpzAgendaItem *item = spz_programme_lookup (programme, SPZ_TYPE_AGENDA_ITEM, predecessor->agenda_item);
  gint64 meeting = spz_programme_add (programme, SPZ_TYPE_MEETING, error,
                                      "body", last != NULL ? last->body : (gint64) 0,
                                      "title", last != NULL ? last->title : "",
                                      "time", last != NULL ? last->time : "",
                                      "place", last != NULL ? last->place : "",
                                      "date", date,
                                      "precision", precision,
                                      NULL);

  if (meeting == 0)
    return 0;

  return spz_programme_add (programme, SPZ_TYPE_AGENDA_ITEM, error,
                            "meeting", meeting,
                            "title", item != NULL ? item->title : spz_programme_get_info (programme)->title,
                            "is-public", item != NULL ? item->is_public : TRUE,
                            "minutes", item != NULL ? item->minutes : (gint64) 0,
                            NULL);
}

/**
 * spz_briefing_create_next_on:
 * @programme: a programme
 * @predecessor: the briefing to begin from
 * @date: when the next meeting of the same body is
 * @precision: how exactly that is known
 * @error: return location for an #SPZ_ERROR
 *
 * Does what spz_briefing_create_next() does, for a meeting that is made with
 * it: of the same body, at the same place, with the same item on its agenda.
 *
 * Returns: the briefing's id, or 0 with @error set
 */
gint64
spz_briefing_create_next_on (SpzProgramme  *programme,
                             SpzBriefing   *predecessor,
                             SpzDate        date,
                             SpzPrecision   precision,
                             GError       **error)
{
  gint64 item, briefing;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), 0);
  g_return_val_if_fail (SPZ_IS_BRIEFING (predecessor), 0);

  if (!spz_programme_begin (programme, _("Next briefing made"), error))
    return 0;

  if ((item = add_meeting (programme, predecessor, date, precision, error)) == 0 ||
      (briefing = add_next (programme, predecessor, item, error)) == 0)
    {
      spz_programme_rollback (programme);
      return 0;
    }

  return spz_programme_commit (programme, error) ? briefing : 0;
}
