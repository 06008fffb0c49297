/* spz-blocks.c: the parts of a briefing
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "spz-audience.h"
#include "spz-blocks.h"
#include "spz-rank.h"

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

  if (!spz_programme_begin (programme, shown ? _("Point taken in") : _("Point left out"), error))
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

  if (!spz_programme_begin (programme, _("All points taken in"), error))
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
  SpzAudience audience = spz_block_get_audience (programme, block);
  guint omitted_level = G_MAXUINT;

  if (owner == NULL)
    return points;

  items = spz_outline_flatten (programme, owner);
  omitted = collect_omitted (programme, block);
  audiences = g_array_new (FALSE, TRUE, sizeof (SpzAudience));
  g_array_append_val (audiences, audience);

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

static gboolean
copy_points (SpzProgramme  *programme,
             SpzBlock      *block,
             gint64         copy,
             gboolean       carry_forward,
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
                                             "predecessor", carry_forward ? id : (gint64) 0,
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

/**
 * spz_block_copy:
 * @programme: a programme
 * @block: a block
 * @briefing: the id of the briefing the copy is for
 * @position: (nullable): its rank; %NULL for the end
 * @carry_forward: whether its own points say what those of @block said before;
 *   otherwise they are new ones
 * @error: return location for an #SPZ_ERROR
 *
 * Copies a block, with its own points and with what it leaves out. It belongs
 * into a step, which the caller begins.
 *
 * Returns: the id of the copy, or 0 with @error set
 */
gint64
spz_block_copy (SpzProgramme  *programme,
                SpzBlock      *block,
                gint64         briefing,
                const char    *position,
                gboolean       carry_forward,
                GError       **error)
{
  gint64 copy = spz_programme_add (programme, SPZ_TYPE_BLOCK, error,
                                   "briefing", briefing,
                                   "kind", block->kind,
                                   "title", block->title,
                                   "action-field", block->action_field,
                                   "audience", block->audience,
                                   "plan-version", block->plan_version,
                                   position != NULL ? "position" : NULL, position,
                                   NULL);

  if (copy == 0 ||
      (block->kind == SPZ_BLOCK_POINTS && !copy_points (programme, block, copy, carry_forward, error)) ||
      !copy_omissions (programme, block, copy, error))
    return 0;

  return copy;
}

/* A rank for a block before the one at @index */
static char *
make_rank (SpzRecordList *blocks,
           guint          index)
{
  guint n_blocks = spz_record_list_get_size (blocks);
  SpzBlock *before = index > 0 ? spz_record_list_get (blocks, MIN (index, n_blocks) - 1) : NULL;
  SpzBlock *after = index < n_blocks ? spz_record_list_get (blocks, index) : NULL;

  /* Ranks are equal only in files of others */
  if (before != NULL && after != NULL && strcmp (before->position, after->position) >= 0)
    after = NULL;

  return spz_rank_between (before != NULL ? before->position : NULL, after != NULL ? after->position : NULL);
}

/**
 * spz_block_insert:
 * @programme: a programme
 * @briefing: a briefing
 * @index: before which of its blocks; at the end if there are not so many
 * @kind: what it shows
 * @field: the id of an action field, for kinds that show one; or 0
 * @version: the id of a version of the plan to compare with; or 0
 * @error: return location for an #SPZ_ERROR
 *
 * Adds a block where it is wanted. One of own points begins with an empty one,
 * ready to be written in.
 *
 * Returns: the block's id, or 0 with @error set
 */
gint64
spz_block_insert (SpzProgramme  *programme,
                  SpzBriefing   *briefing,
                  guint          index,
                  SpzBlockKind   kind,
                  gint64         field,
                  gint64         version,
                  GError       **error)
{
  gint64 id = spz_record_get_id (SPZ_RECORD (briefing));
  SpzRecordList *blocks = spz_programme_get_children (programme, SPZ_TYPE_BLOCK, "briefing", id);
  g_autofree char *rank = make_rank (blocks, index);
  gint64 block;

  if (!spz_programme_begin (programme, _("Block added"), error))
    return 0;

  block = spz_programme_add (programme, SPZ_TYPE_BLOCK, error,
                             "briefing", id,
                             "position", rank,
                             "kind", kind,
                             "action-field", field,
                             "plan-version", version,
                             NULL);
  if (block == 0 ||
      (kind == SPZ_BLOCK_POINTS &&
       !spz_programme_add (programme, SPZ_TYPE_POINT, error,
                           "block", block,
                           "since", spz_programme_get_reference_date (programme),
                           NULL)))
    {
      spz_programme_rollback (programme);
      return 0;
    }

  return spz_programme_commit (programme, error) ? block : 0;
}

/**
 * spz_block_duplicate:
 * @programme: a programme
 * @block: a block
 * @error: return location for an #SPZ_ERROR
 *
 * Copies a block below itself, as a step of its own.
 *
 * Returns: the id of the copy, or 0 with @error set
 */
gint64
spz_block_duplicate (SpzProgramme  *programme,
                     SpzBlock      *block,
                     GError       **error)
{
  SpzRecordList *blocks = spz_programme_get_children (programme, SPZ_TYPE_BLOCK, "briefing", block->briefing);
  g_autofree char *rank = make_rank (blocks, (guint) spz_record_list_index_of (blocks, SPZ_RECORD (block)) + 1);
  gint64 copy;

  if (!spz_programme_begin (programme, _("Block duplicated"), error))
    return 0;

  copy = spz_block_copy (programme, block, block->briefing, rank, FALSE, error);
  if (copy == 0)
    {
      spz_programme_rollback (programme);
      return 0;
    }

  return spz_programme_commit (programme, error) ? copy : 0;
}

/**
 * spz_block_ends_section:
 * @block: (nullable): the block after another one, if there is one
 *
 * Returns: whether nothing from it on stands under a heading block before it
 */
gboolean
spz_block_ends_section (SpzBlock *block)
{
  return block == NULL || block->kind == SPZ_BLOCK_HEADING || block->kind == SPZ_BLOCK_TIMELINE;
}

/**
 * spz_block_has_own_heading:
 * @block: a block
 *
 * Returns: whether it is written under a heading of its own
 */
gboolean
spz_block_has_own_heading (SpzBlock *block)
{
  switch ((SpzBlockKind) block->kind)
    {
    case SPZ_BLOCK_POINTS:
    case SPZ_BLOCK_ROLES:
      return *block->title != '\0';

    case SPZ_BLOCK_ACTION_FIELD:
    case SPZ_BLOCK_FIGURES:
    case SPZ_BLOCK_DATES:
    case SPZ_BLOCK_CHANGES:
    case SPZ_BLOCK_COMPARISON:
    case SPZ_BLOCK_COMMITMENTS:
    case SPZ_BLOCK_HEADING:
      return TRUE;

    case SPZ_BLOCK_TEXT:
    case SPZ_BLOCK_TIMELINE:
    default:
      return FALSE;
    }
}
