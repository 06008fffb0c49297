/* spz-outline.c: talking points as an outline
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "spz-outline-private.h"
#include "spz-rank.h"

/* Deeper than anything this program writes: a file of another one, in which
 * points are each other's parents */
#define DEPTH_LIMIT 64

/* The points of an action field or of a block, all levels */
static SpzRecordList *
get_points (SpzProgramme *programme,
            gpointer      owner)
{
  return spz_programme_get_children (programme, SPZ_TYPE_POINT,
                                     SPZ_IS_BLOCK (owner) ? "block" : "action_field",
                                     spz_record_get_id (owner));
}

/* Private: the action field or the block of a point */
SpzRecord *
spz_outline_get_owner (SpzProgramme *programme,
                       SpzPoint     *point)
{
  if (point->block)
    return spz_programme_lookup (programme, SPZ_TYPE_BLOCK, point->block);

  return spz_programme_lookup (programme, SPZ_TYPE_ACTION_FIELD, point->action_field);
}

/* Private: the points beside each other below @parent, in order */
GPtrArray *
spz_outline_get_siblings (SpzProgramme *programme,
                          gpointer      owner,
                          gint64        parent)
{
  SpzRecordList *points = get_points (programme, owner);
  GPtrArray *siblings = g_ptr_array_new ();

  for (guint i = 0; i < spz_record_list_get_size (points); i++)
    {
      SpzPoint *point = spz_record_list_get (points, i);

      if (point->parent == parent)
        g_ptr_array_add (siblings, point);
    }

  return siblings;
}

/* Returns: how many levels there are below @parent */
static guint
append_children (GArray     *items,
                 GHashTable *by_parent,
                 gint64      parent,
                 guint       level)
{
  GPtrArray *children = g_hash_table_lookup (by_parent, &parent);
  guint height = 0;

  for (guint i = 0; children && i < children->len; i++)
    {
      const SpzOutlineItem item = { g_ptr_array_index (children, i), level, 1, i == 0 };
      guint index = items->len;
      guint below;

      g_array_append_val (items, item);
      below = append_children (items, by_parent, spz_record_get_id (SPZ_RECORD (item.point)), level + 1);
      g_array_index (items, SpzOutlineItem, index).height += below;
      height = MAX (height, below + 1);
    }

  return height;
}

/**
 * spz_outline_flatten:
 * @programme: a programme
 * @owner: (type SpzRecord): an action field or a block
 *
 * Returns: (element-type SpzOutlineItem) (transfer full): its points in
 *   reading order
 */
GArray *
spz_outline_flatten (SpzProgramme *programme,
                     gpointer      owner)
{
  SpzRecordList *points = get_points (programme, owner);
  GArray *items = g_array_new (FALSE, FALSE, sizeof (SpzOutlineItem));
  g_autoptr (GHashTable) by_parent = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                            (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < spz_record_list_get_size (points); i++)
    {
      SpzPoint *point = spz_record_list_get (points, i);
      GPtrArray *children = g_hash_table_lookup (by_parent, &point->parent);

      if (children == NULL)
        {
          children = g_ptr_array_new ();
          g_hash_table_insert (by_parent, &point->parent, children);
        }
      g_ptr_array_add (children, point);
    }

  append_children (items, by_parent, 0, 1);

  return items;
}

/**
 * spz_outline_get_level:
 * @programme: a programme
 * @point: a point
 *
 * Returns: its level, from 1
 */
guint
spz_outline_get_level (SpzProgramme *programme,
                       SpzPoint     *point)
{
  guint level = 1;

  while (level < DEPTH_LIMIT && point->parent &&
         (point = spz_programme_lookup (programme, SPZ_TYPE_POINT, point->parent)))
    level++;

  return level;
}

/* Private: the rank between two neighbours; ranks are equal only in files of others */
char *
spz_outline_rank_between (SpzPoint *before,
                          SpzPoint *after)
{
  if (before && after && strcmp (before->position, after->position) >= 0)
    after = NULL;

  return spz_rank_between (before ? before->position : NULL, after ? after->position : NULL);
}

/* Where a new point goes: below @parent, between two ranks */
typedef struct
{
  gint64      parent;
  const char *before;
  const char *after;
} Place;

static const char *
get_position (SpzPoint *point)
{
  return point ? point->position : NULL;
}

/* After @point on its level; where it has children, before the first of them,
 * so that the new point stands right below; without @point, at the end */
static Place
find_place_after (SpzProgramme *programme,
                  gpointer      owner,
                  SpzPoint     *point)
{
  g_autoptr (GPtrArray) siblings = spz_outline_get_siblings (programme, owner, point ? point->parent : 0);
  g_autoptr (GPtrArray) children = NULL;
  Place place = { 0, NULL, NULL };
  guint index = 0;

  if (point == NULL)
    {
      place.before = siblings->len ? get_position (g_ptr_array_index (siblings, siblings->len - 1)) : NULL;
      return place;
    }

  children = spz_outline_get_siblings (programme, owner, spz_record_get_id (SPZ_RECORD (point)));
  if (children->len > 0)
    {
      place.parent = spz_record_get_id (SPZ_RECORD (point));
      place.after = get_position (g_ptr_array_index (children, 0));
    }
  else
    {
      g_ptr_array_find (siblings, point, &index);
      place.parent = point->parent;
      place.before = point->position;
      place.after = get_position (spz_outline_nth (siblings, index + 1));
    }

  if (place.before && place.after && strcmp (place.before, place.after) >= 0)
    place.after = NULL;

  return place;
}

static gint64
add_at (SpzProgramme  *programme,
        gpointer       owner,
        gint64         parent,
        const char    *rank,
        SpzAudience    audience,
        const char    *text,
        GError       **error)
{
  return spz_programme_add (programme, SPZ_TYPE_POINT, error,
                            SPZ_IS_BLOCK (owner) ? "block" : "action-field", spz_record_get_id (owner),
                            "parent", parent,
                            "position", rank,
                            "title", text,
                            "audience", audience,
                            "since", spz_programme_get_reference_date (programme),
                            NULL);
}

/**
 * spz_outline_add:
 * @programme: a programme
 * @owner: (type SpzRecord): an action field or a block
 * @after: (nullable): the point to add after, on its level; %NULL to add at the end
 * @text: the new point's text, inline Markdown
 * @error: return location for an #SPZ_ERROR
 *
 * Adds a point. After a point that has children it becomes the first child, so
 * that it stands right below.
 *
 * Returns: the new point's id, or 0 with @error set
 */
gint64
spz_outline_add (SpzProgramme  *programme,
                 gpointer       owner,
                 SpzPoint      *after,
                 const char    *text,
                 GError       **error)
{
  const Place place = find_place_after (programme, owner, after);
  g_autofree char *rank = spz_rank_between (place.before, place.after);

  return add_at (programme, owner, place.parent, rank,
                 after ? after->audience : SPZ_AUDIENCE_PUBLIC, text, error);
}

/* Where the lines of a level are added: below what, and after which rank */
typedef struct
{
  gint64  parent;
  char   *rank;
} Branch;

static void
branches_clear (Branch *branches)
{
  for (guint i = 0; i < SPZ_OUTLINE_MAX_LEVEL; i++)
    g_clear_pointer (&branches[i].rank, g_free);
}

static gint64
add_line (SpzProgramme          *programme,
          gpointer               owner,
          Branch                *branch,
          const char            *before,
          SpzAudience            audience,
          const SpzOutlineLine  *line,
          GError               **error)
{
  char *rank = spz_rank_between (branch->rank, before);
  gint64 id;

  g_free (branch->rank);
  branch->rank = rank;

  id = add_at (programme, owner, branch->parent, rank, audience, line->text, error);
  if (id != 0 && line->style != SPZ_POINT_BULLET &&
      !spz_programme_set_by_id (programme, SPZ_TYPE_POINT, id, error, "style", line->style, NULL))
    return 0;

  return id;
}

/* @below: whether deeper lines may begin, below @after */
static gint64
add_lines (SpzProgramme          *programme,
           gpointer               owner,
           SpzPoint              *after,
           gboolean               below,
           const SpzOutlineLine  *lines,
           guint                  n_lines,
           GError               **error)
{
  const Place place = find_place_after (programme, owner, after);
  SpzPoint *parent = spz_programme_lookup (programme, SPZ_TYPE_POINT, place.parent);
  guint base = parent ? spz_outline_get_level (programme, parent) : 0;
  Branch branches[SPZ_OUTLINE_MAX_LEVEL] = { { place.parent, g_strdup (place.before) } };
  guint room = base < SPZ_OUTLINE_MAX_LEVEL ? SPZ_OUTLINE_MAX_LEVEL - base : 1;
  guint depth = below && after && place.parent == after->parent ? 1 : 0;
  gint64 id = depth > 0 ? spz_record_get_id (SPZ_RECORD (after)) : 0;

  for (guint i = 0; i < n_lines; i++)
    {
      guint level = CLAMP (lines[i].level, 1, MIN (depth + 1, room));

      if (level > depth && level > 1)
        {
          g_free (branches[level - 1].rank);
          branches[level - 1] = (Branch) { id, NULL };
        }
      depth = level;

      id = add_line (programme, owner, &branches[level - 1], level == 1 ? place.after : NULL,
                     after ? after->audience : SPZ_AUDIENCE_PUBLIC, &lines[i], error);
      if (id == 0)
        break;
    }

  branches_clear (branches);

  return id;
}

/**
 * spz_outline_add_lines:
 * @programme: a programme
 * @owner: (type SpzRecord): an action field or a block
 * @after: (nullable): the point to add after; %NULL to add at the end
 * @lines: (array length=n_lines): what to add, at least one
 * @n_lines: how many
 * @error: return location for an #SPZ_ERROR
 *
 * Adds a point a line, in their order, where spz_outline_add() would add one;
 * lines of deeper levels go below those before them, as deep as points may
 * nest.
 *
 * Returns: the last point's id, or 0 with @error set
 */
gint64
spz_outline_add_lines (SpzProgramme          *programme,
                       gpointer               owner,
                       SpzPoint              *after,
                       const SpzOutlineLine  *lines,
                       guint                  n_lines,
                       GError               **error)
{
  gint64 id;

  g_return_val_if_fail (lines != NULL && n_lines > 0, 0);

  if (!spz_programme_begin (programme, _("Points added"), error))
    return 0;

  id = add_lines (programme, owner, after, FALSE, lines, n_lines, error);
  if (id == 0)
    {
      spz_programme_rollback (programme);
      return 0;
    }

  return spz_programme_commit (programme, error) ? id : 0;
}

/**
 * spz_outline_paste:
 * @programme: a programme
 * @point: the point that is pasted into
 * @first: (nullable): what becomes of its text, and of its style where that is
 *   not the usual one; %NULL to leave it as it is
 * @lines: (array length=n_lines): what follows it
 * @n_lines: how many
 * @error: return location for an #SPZ_ERROR
 *
 * Changes a point and adds others after it, as spz_outline_add_lines() does;
 * where @first is given, deeper ones may begin below it.
 *
 * Returns: the id of the last of them, or 0 with @error set
 */
gint64
spz_outline_paste (SpzProgramme          *programme,
                   SpzPoint              *point,
                   const SpzOutlineLine  *first,
                   const SpzOutlineLine  *lines,
                   guint                  n_lines,
                   GError               **error)
{
  gint64 id = spz_record_get_id (SPZ_RECORD (point));
  SpzPointStyle style = first && first->style != SPZ_POINT_BULLET ? first->style : (SpzPointStyle) point->style;

  if (!spz_programme_begin (programme, _("Points pasted"), error))
    return 0;

  if (first && !spz_programme_set (programme, point, error, "title", first->text, "style", style, NULL))
    id = 0;
  else if (n_lines > 0)
    id = add_lines (programme, spz_outline_get_owner (programme, point), point, first != NULL, lines, n_lines, error);

  if (id == 0)
    {
      spz_programme_rollback (programme);
      return 0;
    }

  return spz_programme_commit (programme, error) ? id : 0;
}

/**
 * spz_outline_split:
 * @programme: a programme
 * @point: a point
 * @head: what stays of its text, inline Markdown
 * @tail: the text of the new point below it
 * @error: return location for an #SPZ_ERROR
 *
 * Splits a point in two.
 *
 * Returns: the new point's id, or 0 with @error set
 */
gint64
spz_outline_split (SpzProgramme  *programme,
                   SpzPoint      *point,
                   const char    *head,
                   const char    *tail,
                   GError       **error)
{
  gint64 id;

  if (!spz_programme_begin (programme, _("Point split"), error))
    return 0;

  id = spz_outline_add (programme, spz_outline_get_owner (programme, point), point, tail, error);
  if (id == 0 || !spz_programme_set (programme, point, error, "title", head, NULL))
    {
      spz_programme_rollback (programme);
      return 0;
    }

  return spz_programme_commit (programme, error) ? id : 0;
}

/* Private: puts children, in order, between two siblings under @parent. What their
 * former parent kept from an audience is kept from it still. */
gboolean
spz_outline_adopt (SpzProgramme  *programme,
                   GPtrArray     *children,
                   gint64         parent,
                   const char    *before,
                   const char    *after,
                   SpzAudience    audience,
                   GError       **error)
{
  g_autofree char *rank = g_strdup (before);

  for (guint i = 0; i < children->len; i++)
    {
      SpzPoint *child = g_ptr_array_index (children, i);
      char *next = spz_rank_between (rank, after);

      g_free (rank);
      rank = next;
      if (!spz_programme_set (programme, child, error,
                              "parent", parent, "position", rank,
                              "audience", MAX (audience, (SpzAudience) child->audience), NULL))
        return FALSE;
    }

  return TRUE;
}

/**
 * spz_outline_remove:
 * @programme: a programme
 * @point: a point
 * @error: return location for an #SPZ_ERROR
 *
 * Deletes a point alone; its children take its place. To delete it with them
 * use spz_programme_remove().
 *
 * Returns: whether it was deleted
 */
gboolean
spz_outline_remove (SpzProgramme  *programme,
                    SpzPoint      *point,
                    GError       **error)
{
  SpzRecord *owner = spz_outline_get_owner (programme, point);
  gint64 id = spz_record_get_id (SPZ_RECORD (point));
  g_autoptr (GPtrArray) children = spz_outline_get_siblings (programme, owner, id);
  g_autoptr (GPtrArray) siblings = spz_outline_get_siblings (programme, owner, point->parent);
  SpzPoint *next;
  guint index = 0;

  g_ptr_array_find (siblings, point, &index);
  next = spz_outline_nth (siblings, index + 1);

  if (!spz_programme_begin (programme, _("Point deleted"), error))
    return FALSE;

  if (!spz_outline_adopt (programme, children, point->parent, point->position,
                          next ? next->position : NULL, point->audience, error) ||
      !spz_programme_remove (programme, point, error))
    {
      spz_programme_rollback (programme);
      return FALSE;
    }

  return spz_programme_commit (programme, error);
}

/* Of @point and those it stands below, the one beside @other */
static SpzPoint *
get_ancestor_beside (SpzProgramme *programme,
                     SpzPoint     *point,
                     SpzPoint     *other)
{
  for (guint i = 0; point && point->parent != other->parent && i < DEPTH_LIMIT; i++)
    point = spz_programme_lookup (programme, SPZ_TYPE_POINT, point->parent);

  return point && point->parent == other->parent ? point : NULL;
}

/* Deletes @next; what is below it goes where it then stands in reading order */
static gboolean
dissolve (SpzProgramme  *programme,
          SpzPoint      *point,
          SpzPoint      *next,
          GError       **error)
{
  SpzRecord *owner = spz_outline_get_owner (programme, point);
  g_autoptr (GPtrArray) children = spz_outline_get_siblings (programme, owner, spz_record_get_id (SPZ_RECORD (next)));
  g_autoptr (GPtrArray) siblings = NULL;
  SpzPoint *parent = get_ancestor_beside (programme, point, next);
  SpzPoint *last;

  /* It is below @point itself */
  if (parent == NULL)
    return spz_outline_remove (programme, next, error);

  siblings = spz_outline_get_siblings (programme, owner, spz_record_get_id (SPZ_RECORD (parent)));
  last = siblings->len > 0 ? g_ptr_array_index (siblings, siblings->len - 1) : NULL;

  return spz_outline_adopt (programme, children, spz_record_get_id (SPZ_RECORD (parent)),
                            last ? last->position : NULL, NULL, next->audience, error) &&
         spz_programme_remove (programme, next, error);
}

/**
 * spz_outline_join:
 * @programme: a programme
 * @point: a point
 * @next: the point after it in reading order
 * @error: return location for an #SPZ_ERROR
 *
 * Puts the text of @next at the end of that of @point, with a space between
 * them, and deletes @next; what is below it stays. Nothing is shown to more
 * people than before: the narrower audience of the two holds for both.
 *
 * Returns: whether they were joined
 */
gboolean
spz_outline_join (SpzProgramme  *programme,
                  SpzPoint      *point,
                  SpzPoint      *next,
                  GError       **error)
{
  gboolean spaced = *point->title != '\0' && *next->title != '\0';
  g_autofree char *text = g_strconcat (point->title, spaced ? " " : "", next->title, NULL);
  SpzAudience audience = *next->title != '\0' ? MAX (point->audience, next->audience) : point->audience;

  if (!spz_programme_begin (programme, _("Points joined"), error))
    return FALSE;

  if (!spz_programme_set (programme, point, error, "title", text, "audience", audience, NULL) ||
      !dissolve (programme, point, next, error))
    {
      spz_programme_rollback (programme);
      return FALSE;
    }

  return spz_programme_commit (programme, error);
}
