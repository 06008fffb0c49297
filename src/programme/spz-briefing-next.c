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

/* Copies the points of a block; each knows which one it carries forward. */
static gboolean
copy_points (SpzProgramme  *programme,
             SpzBlock      *block,
             gint64         copy,
             GError       **error)
{
  g_autoptr (GArray) items = spz_outline_flatten (programme, block);
  g_autoptr (GHashTable) copies = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < items->len; i++)
    {
      SpzPoint *point = g_array_index (items, SpzOutlineItem, i).point;
      gint64 id = spz_record_get_id (SPZ_RECORD (point));
      const gint64 *parent = g_hash_table_lookup (copies, &point->parent);
      gint64 point_copy = spz_programme_add (programme, SPZ_TYPE_POINT, error,
                                             "block", copy,
                                             "parent", parent != NULL ? *parent : (gint64) 0,
                                             "position", point->position,
                                             "title", point->title,
                                             "style", point->style,
                                             "audience", point->audience,
                                             "since", point->since,
                                             "predecessor", id,
                                             NULL);

      if (point_copy == 0)
        return FALSE;
      g_hash_table_insert (copies, g_memdup2 (&id, sizeof id), g_memdup2 (&point_copy, sizeof point_copy));
    }

  return TRUE;
}

static gboolean
copy_omissions (SpzProgramme  *programme,
                SpzBlock      *block,
                gint64         copy,
                GError       **error)
{
  SpzRecordList *omissions = spz_programme_get_children (programme, SPZ_TYPE_OMISSION, "block",
                                                         spz_record_get_id (SPZ_RECORD (block)));

  for (guint i = 0; i < spz_record_list_get_size (omissions); i++)
    if (!spz_programme_add (programme, SPZ_TYPE_OMISSION, error,
                            "block", copy,
                            "point", SPZ_OMISSION (spz_record_list_get (omissions, i))->point,
                            NULL))
      return FALSE;

  return TRUE;
}

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
      gint64 copy;

      /* What was open then is looked at anew */
      if (block->kind == SPZ_BLOCK_COMMITMENTS)
        continue;

      copy = spz_programme_add (programme, SPZ_TYPE_BLOCK, error,
                                "briefing", briefing,
                                "kind", block->kind,
                                "title", block->title,
                                "action-field", block->action_field,
                                "audience", block->audience,
                                "plan-version", block->plan_version,
                                NULL);
      if (copy == 0 ||
          (block->kind == SPZ_BLOCK_POINTS && !copy_points (programme, block, copy, error)) ||
          !copy_omissions (programme, block, copy, error))
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

  if (!spz_programme_begin (programme, _("Make Next Briefing"), error))
    return 0;

  if (item == NULL && meeting != NULL && (item_id = spz_meeting_ensure_agenda_item (programme, meeting, error)) == 0)
    goto failed;

  briefing = spz_programme_add (programme, SPZ_TYPE_BRIEFING, error,
                                "agenda-item", item_id,
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
    goto failed;

  return spz_programme_commit (programme, error) ? briefing : 0;

failed:
  spz_programme_rollback (programme);
  return 0;
}
