/* spz-blocks.c: the parts of a briefing
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "spz-blocks.h"

static SpzRecordList *
get_omissions (SpzProgramme *programme,
               SpzBlock     *block)
{
  return spz_programme_get_children (programme, SPZ_TYPE_OMISSION, "block",
                                     spz_record_get_id (SPZ_RECORD (block)));
}

static SpzOmission *
find_omission (SpzProgramme *programme,
               SpzBlock     *block,
               SpzPoint     *point)
{
  SpzRecordList *omissions = get_omissions (programme, block);

  for (guint i = 0; i < spz_record_list_get_size (omissions); i++)
    {
      SpzOmission *omission = spz_record_list_get (omissions, i);

      if (omission->point == spz_record_get_id (SPZ_RECORD (point)))
        return omission;
    }

  return NULL;
}

/**
 * spz_block_get_owner:
 * @programme: a programme
 * @block: a block
 *
 * Returns: (transfer none) (nullable): whose points it shows: itself, an action
 *   field, or nobody's
 */
gpointer
spz_block_get_owner (SpzProgramme *programme,
                     SpzBlock     *block)
{
  if (block->kind == SPZ_BLOCK_POINTS)
    return block;
  if (block->kind == SPZ_BLOCK_ACTION_FIELD)
    return spz_programme_lookup (programme, SPZ_TYPE_ACTION_FIELD, block->action_field);

  return NULL;
}

/**
 * spz_block_shows_point:
 * @programme: a programme
 * @block: a block
 * @point: a point of its action field, or its own
 *
 * Returns: whether the point was not left out; what it stands under may be
 */
gboolean
spz_block_shows_point (SpzProgramme *programme,
                       SpzBlock     *block,
                       SpzPoint     *point)
{
  return find_omission (programme, block, point) == NULL;
}

/**
 * spz_block_show_point:
 * @programme: a programme
 * @block: a block of an action field
 * @point: a point of that field
 * @shown: whether the block is to show it
 * @error: return location for an #SPZ_ERROR
 *
 * Leaves a point out of a block, with all under it, or takes it in again.
 *
 * Returns: whether it is so now
 */
gboolean
spz_block_show_point (SpzProgramme  *programme,
                      SpzBlock      *block,
                      SpzPoint      *point,
                      gboolean       shown,
                      GError       **error)
{
  SpzOmission *omission = find_omission (programme, block, point);

  if (shown == (omission == NULL))
    return TRUE;

  if (!spz_programme_begin (programme, shown ? _("Take Point In") : _("Leave Point Out"), error))
    return FALSE;

  if (shown ? !spz_programme_remove (programme, omission, error)
            : !spz_programme_add (programme, SPZ_TYPE_OMISSION, error,
                                  "block", spz_record_get_id (SPZ_RECORD (block)),
                                  "point", spz_record_get_id (SPZ_RECORD (point)),
                                  NULL))
    {
      spz_programme_rollback (programme);
      return FALSE;
    }

  return spz_programme_commit (programme, error);
}

/**
 * spz_block_show_all_points:
 * @programme: a programme
 * @block: a block of an action field
 * @error: return location for an #SPZ_ERROR
 *
 * Takes in all points that were left out.
 *
 * Returns: whether the block shows them all now
 */
gboolean
spz_block_show_all_points (SpzProgramme  *programme,
                           SpzBlock      *block,
                           GError       **error)
{
  SpzRecordList *omissions = get_omissions (programme, block);

  if (spz_record_list_get_size (omissions) == 0)
    return TRUE;

  if (!spz_programme_begin (programme, _("Take All Points In"), error))
    return FALSE;

  for (guint i = 0; i < spz_record_list_get_size (omissions); i++)
    if (!spz_programme_remove (programme, spz_record_list_get (omissions, i), error))
      {
        spz_programme_rollback (programme);
        return FALSE;
      }

  return spz_programme_commit (programme, error);
}

static GHashTable *
collect_omitted (SpzProgramme *programme,
                 SpzBlock     *block)
{
  SpzRecordList *omissions = get_omissions (programme, block);
  GHashTable *omitted = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < spz_record_list_get_size (omissions); i++)
    g_hash_table_add (omitted, &SPZ_OMISSION (spz_record_list_get (omissions, i))->point);

  return omitted;
}

/**
 * spz_block_get_points:
 * @programme: a programme
 * @block: a block
 *
 * Returns: (transfer full) (element-type SpzBlockPoint): the points it shows,
 *   in reading order, whoever may see them; none for a block without points
 */
GArray *
spz_block_get_points (SpzProgramme *programme,
                      SpzBlock     *block)
{
  gpointer owner = spz_block_get_owner (programme, block);
  GArray *points = g_array_new (FALSE, FALSE, sizeof (SpzBlockPoint));
  g_autoptr (GArray) items = NULL;
  g_autoptr (GHashTable) omitted = NULL;
  g_autoptr (GArray) audiences = NULL; /* of the points it stands under, by level */
  guint omitted_level = G_MAXUINT;

  if (owner == NULL)
    return points;

  items = spz_outline_flatten (programme, owner);
  omitted = collect_omitted (programme, block);
  audiences = g_array_new (FALSE, TRUE, sizeof (SpzAudience));
  g_array_append_val (audiences, block->audience);

  for (guint i = 0; i < items->len; i++)
    {
      const SpzOutlineItem *item = &g_array_index (items, SpzOutlineItem, i);
      gint64 id = spz_record_get_id (SPZ_RECORD (item->point));
      SpzBlockPoint point = { item->point, item->level, (SpzAudience) item->point->audience };

      if (item->level > omitted_level)
        continue;
      omitted_level = g_hash_table_contains (omitted, &id) ? item->level : G_MAXUINT;
      if (omitted_level != G_MAXUINT)
        continue;

      point.audience = MAX (point.audience, g_array_index (audiences, SpzAudience, item->level - 1));
      g_array_set_size (audiences, item->level);
      g_array_append_val (audiences, point.audience);
      g_array_append_val (points, point);
    }

  return points;
}
