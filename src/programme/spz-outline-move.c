/* spz-outline-move.c: points change their place in an outline
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "spz-outline-private.h"

/* How many levels the subtree of @point has, itself included */
static guint
get_height (SpzProgramme *programme,
            SpzPoint     *point)
{
  SpzRecordList *children = spz_programme_get_children (programme, SPZ_TYPE_POINT, "parent",
                                                        spz_record_get_id (SPZ_RECORD (point)));
  guint height = 0;

  for (guint i = 0; i < spz_record_list_get_size (children); i++)
    height = MAX (height, get_height (programme, spz_record_list_get (children, i)));

  return height + 1;
}

/* Whether @point stands between its new neighbours already */
static gboolean
rank_is_kept (SpzPoint *before,
              SpzPoint *point,
              SpzPoint *after)
{
  return (before == NULL || strcmp (before->position, point->position) < 0) &&
         (after == NULL || strcmp (point->position, after->position) < 0);
}

static SpzPoint *
get_previous_sibling (SpzProgramme *programme,
                      SpzPoint     *point)
{
  g_autoptr (GPtrArray) siblings = spz_outline_get_siblings (programme, spz_outline_get_owner (programme, point), point->parent);
  guint index = 0;

  g_ptr_array_find (siblings, point, &index);

  return index > 0 ? g_ptr_array_index (siblings, index - 1) : NULL;
}

/**
 * spz_outline_item_can_indent:
 * @item: a point's place, as spz_outline_flatten() found it
 *
 * Returns: whether spz_outline_indent() would do anything: there must be a
 *   point before it on its level and room below
 */
gboolean
spz_outline_item_can_indent (const SpzOutlineItem *item)
{
  return !item->first && item->level + item->height <= SPZ_OUTLINE_MAX_LEVEL;
}

/**
 * spz_outline_can_indent:
 * @programme: a programme
 * @point: a point
 *
 * Returns: what spz_outline_item_can_indent() says of the place of @point
 */
gboolean
spz_outline_can_indent (SpzProgramme *programme,
                        SpzPoint     *point)
{
  guint level = spz_outline_get_level (programme, point);

  return get_previous_sibling (programme, point) != NULL &&
         level < SPZ_OUTLINE_MAX_LEVEL &&
         level + get_height (programme, point) <= SPZ_OUTLINE_MAX_LEVEL;
}

/**
 * spz_outline_indent:
 * @programme: a programme
 * @point: a point
 * @error: return location for an #SPZ_ERROR
 *
 * Makes @point, with all below it, the last child of the point before it.
 * Does nothing where spz_outline_can_indent() is %FALSE.
 *
 * Returns: %FALSE only on an error
 */
gboolean
spz_outline_indent (SpzProgramme  *programme,
                    SpzPoint      *point,
                    GError       **error)
{
  g_autoptr (GPtrArray) children = NULL;
  g_autofree char *rank = NULL;
  SpzPoint *parent;
  gint64 id;

  if (!spz_outline_can_indent (programme, point))
    return TRUE;

  parent = get_previous_sibling (programme, point);
  id = spz_record_get_id (SPZ_RECORD (parent));
  children = spz_outline_get_siblings (programme, spz_outline_get_owner (programme, point), id);
  rank = spz_outline_rank_between (children->len ? g_ptr_array_index (children, children->len - 1) : NULL, NULL);

  if (!spz_programme_begin (programme, _("Point indented"), error))
    return FALSE;

  if (!spz_programme_set (programme, point, error, "parent", id, "position", rank, NULL))
    {
      spz_programme_rollback (programme);
      return FALSE;
    }

  return spz_programme_commit (programme, error);
}

/**
 * spz_outline_outdent:
 * @programme: a programme
 * @point: a point
 * @error: return location for an #SPZ_ERROR
 *
 * Puts @point after its parent, on the parent's level. The siblings that
 * followed become its children, so that the reading order stays. Does nothing
 * for a point of level 1.
 *
 * Returns: %FALSE only on an error
 */
gboolean
spz_outline_outdent (SpzProgramme  *programme,
                     SpzPoint      *point,
                     GError       **error)
{
  SpzRecord *owner = spz_outline_get_owner (programme, point);
  SpzPoint *parent = spz_programme_lookup (programme, SPZ_TYPE_POINT, point->parent);
  gint64 id = spz_record_get_id (SPZ_RECORD (point));
  g_autoptr (GPtrArray) siblings = NULL;
  g_autoptr (GPtrArray) uncles = NULL;
  g_autoptr (GPtrArray) children = NULL;
  g_autofree char *rank = NULL;
  const char *last;
  guint index = 0;

  if (parent == NULL)
    return TRUE;

  children = spz_outline_get_siblings (programme, owner, id);
  last = children->len ? SPZ_POINT (g_ptr_array_index (children, children->len - 1))->position : NULL;

  siblings = spz_outline_get_siblings (programme, owner, point->parent);
  g_ptr_array_find (siblings, point, &index);
  g_ptr_array_remove_range (siblings, 0, index + 1);

  uncles = spz_outline_get_siblings (programme, owner, parent->parent);
  g_ptr_array_find (uncles, parent, &index);
  rank = spz_outline_rank_between (parent, spz_outline_nth (uncles, index + 1));

  if (!spz_programme_begin (programme, _("Point outdented"), error))
    return FALSE;

  if (!spz_outline_adopt (programme, siblings, id, last, NULL, SPZ_AUDIENCE_PUBLIC, error) ||
      !spz_programme_set (programme, point, error, "parent", parent->parent, "position", rank, NULL))
    {
      spz_programme_rollback (programme);
      return FALSE;
    }

  return spz_programme_commit (programme, error);
}

/**
 * spz_outline_move:
 * @programme: a programme
 * @point: a point
 * @offset: by how many places among its siblings, negative upwards
 * @error: return location for an #SPZ_ERROR
 *
 * Moves @point with all below it. At an end of its siblings it stays.
 *
 * Returns: %FALSE only on an error
 */
gboolean
spz_outline_move (SpzProgramme  *programme,
                  SpzPoint      *point,
                  int            offset,
                  GError       **error)
{
  g_autoptr (GPtrArray) siblings = spz_outline_get_siblings (programme, spz_outline_get_owner (programme, point), point->parent);
  g_autofree char *rank = NULL;
  guint index = 0;
  int target;

  g_ptr_array_find (siblings, point, &index);
  target = CLAMP ((int) index + offset, 0, (int) siblings->len - 1);
  if (target == (int) index)
    return TRUE;

  g_ptr_array_remove_index (siblings, index);
  rank = spz_outline_rank_between (target > 0 ? g_ptr_array_index (siblings, target - 1) : NULL,
                                   spz_outline_nth (siblings, (guint) target));

  if (!spz_programme_begin (programme, _("Point moved"), error))
    return FALSE;

  if (!spz_programme_set (programme, point, error, "position", rank, NULL))
    {
      spz_programme_rollback (programme);
      return FALSE;
    }

  return spz_programme_commit (programme, error);
}

/* The points in reading order without @point and what is below it, and the
 * index among them of the one @point would be put after, or -1 */
static GArray *
flatten_without (SpzProgramme *programme,
                 SpzPoint     *point,
                 SpzPoint     *above,
                 int          *index)
{
  GArray *items = spz_outline_flatten (programme, spz_outline_get_owner (programme, point));
  guint from = 0;
  guint to;

  while (from < items->len && g_array_index (items, SpzOutlineItem, from).point != point)
    from++;
  for (to = from + 1; to < items->len; to++)
    if (g_array_index (items, SpzOutlineItem, to).level <= g_array_index (items, SpzOutlineItem, from).level)
      break;

  /* Where it is now, if @above is not among those left */
  *index = above ? (int) from - 1 : -1;
  for (guint i = 0; i < items->len && above; i++)
    if (g_array_index (items, SpzOutlineItem, i).point == above && (i < from || i >= to))
      *index = (int) (i < from ? i : i - (to - from));

  if (from < items->len)
    g_array_remove_range (items, from, MIN (to, items->len) - from);

  return items;
}

static gboolean
find_levels (SpzProgramme *programme,
             SpzPoint     *point,
             GArray       *items,
             int           index,
             guint        *least,
             guint        *most)
{
  guint height = get_height (programme, point);
  guint above = index >= 0 ? g_array_index (items, SpzOutlineItem, index).level : 0;
  guint below = index + 1 < (int) items->len ? g_array_index (items, SpzOutlineItem, index + 1).level : 1;

  if (height > SPZ_OUTLINE_MAX_LEVEL)
    return FALSE;

  *least = below;
  *most = MIN (above + 1, SPZ_OUTLINE_MAX_LEVEL - height + 1);

  return *least <= *most;
}

/**
 * spz_outline_get_levels:
 * @programme: a programme
 * @point: a point
 * @above: (nullable): the point it would be put after in reading order; %NULL
 *   for the beginning; @point or one below it for where it is
 * @least: (out): the least level it can have there
 * @most: (out): the deepest
 *
 * Finds out on which levels a point, with all below it, can stand at a place.
 *
 * Returns: whether on any
 */
gboolean
spz_outline_get_levels (SpzProgramme *programme,
                        SpzPoint     *point,
                        SpzPoint     *above,
                        guint        *least,
                        guint        *most)
{
  int index;
  g_autoptr (GArray) items = flatten_without (programme, point, above, &index);

  return find_levels (programme, point, items, index, least, most);
}

/**
 * spz_outline_place:
 * @programme: a programme
 * @point: a point
 * @above: (nullable): see spz_outline_get_levels()
 * @level: the level, brought into the range that can be
 * @error: return location for an #SPZ_ERROR
 *
 * Puts a point, with all below it, somewhere else in its outline. Does nothing
 * where it cannot stand.
 *
 * Returns: %FALSE only on an error
 */
gboolean
spz_outline_place (SpzProgramme  *programme,
                   SpzPoint      *point,
                   SpzPoint      *above,
                   guint          level,
                   GError       **error)
{
  int index;
  g_autoptr (GArray) items = flatten_without (programme, point, above, &index);
  g_autoptr (GPtrArray) siblings = NULL;
  g_autofree char *rank = NULL;
  SpzPoint *before = NULL;
  gint64 parent = 0;
  guint next = 0;
  guint least, most;

  if (!find_levels (programme, point, items, index, &least, &most))
    return TRUE;

  level = CLAMP (level, least, most);
  for (int i = index; i >= 0 && parent == 0 && level > 0; i--)
    {
      const SpzOutlineItem *item = &g_array_index (items, SpzOutlineItem, i);

      if (item->level == level && before == NULL)
        before = item->point;
      if (item->level < level)
        parent = spz_record_get_id (SPZ_RECORD (item->point));
    }

  siblings = spz_outline_get_siblings (programme, spz_outline_get_owner (programme, point), parent);
  g_ptr_array_remove (siblings, point);
  if (before && g_ptr_array_find (siblings, before, &next))
    next++;
  rank = spz_outline_rank_between (before, spz_outline_nth (siblings, next));

  if (parent == point->parent && rank_is_kept (before, point, spz_outline_nth (siblings, next)))
    return TRUE;

  if (!spz_programme_begin (programme, _("Point moved"), error))
    return FALSE;

  if (!spz_programme_set (programme, point, error, "parent", parent, "position", rank, NULL))
    {
      spz_programme_rollback (programme);
      return FALSE;
    }

  return spz_programme_commit (programme, error);
}
