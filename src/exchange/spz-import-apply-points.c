/* spz-import-apply-points.c: points into an outline that may have some
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <string.h>

#include "spz-figure-texts.h"
#include "spz-import-apply-private.h"
#include "spz-inline.h"
#include "spz-outline.h"
#include "spz-rank.h"
#include "spz-text.h"

/* Points have no titles of their own. One that is there is recognised by its id,
 * if the source is a paper of this programme that has them, or by its text, also
 * after small changes; new ones get their place after the one that is before
 * them in the source. */

/* Two texts of at least so many words, of which so much is common, are the
 * same point. */
#define MIN_WORDS      6
#define MIN_SIMILARITY 0.85

/* Comparing all with all takes long; an outline has some dozens. */
#define MAX_COMPARED   500

typedef struct
{
  gint64    id;
  gint64    parent;
  char     *position;
  char     *text;
  char     *expanded; /* with the figures it mentions, as papers have it */
  SpzPoint *point;
  gboolean  used;
} Known;

typedef struct
{
  SpzApply   *apply;
  const char *reference;
  gint64      owner;
  gboolean    is_own;

  /* Those that were there before, and those added */
  GPtrArray  *known;
  GPtrArray  *fresh;

  /* The last point of each level, and how deep the last one stands */
  Known      *last[SPZ_OUTLINE_MAX_LEVEL + 1];
} Points;

static void
known_free (Known *known)
{
  g_free (known->position);
  g_free (known->text);
  g_free (known->expanded);
  g_free (known);
}

static char *
fold (const char *markdown)
{
  g_autofree char *plain = spz_inline_to_plain (markdown);

  return spz_text_fold (plain);
}

static Known *
add_known (GPtrArray  *array,
           gint64      id,
           gint64      parent,
           const char *position,
           const char *markdown)
{
  Known *known = g_new0 (Known, 1);

  known->id = id;
  known->parent = parent;
  known->position = g_strdup (position);
  known->text = fold (markdown);
  g_ptr_array_add (array, known);

  return known;
}

static void
load_known (Points *self,
            GType   owner_type)
{
  gpointer owner = spz_programme_lookup (self->apply->programme, owner_type, self->owner);
  g_autoptr (GArray) items = NULL;

  if (owner == NULL)
    return;

  items = spz_outline_flatten (self->apply->programme, owner);
  for (guint i = 0; i < items->len; i++)
    {
      SpzPoint *point = g_array_index (items, SpzOutlineItem, i).point;
      Known *known = add_known (self->known, spz_record_get_id (SPZ_RECORD (point)), point->parent,
                                point->position, point->title);
      g_autofree char *expanded = spz_figures_expand (self->apply->programme, point->title,
                                                      spz_programme_get_reference_date (self->apply->programme),
                                                      SPZ_AUDIENCE_INTERNAL);

      known->point = point;
      known->expanded = fold (expanded);
    }
}

/* How much two texts have in common: Dice's coefficient over their words. */
static double
get_similarity (const char *a,
                const char *b)
{
  g_auto (GStrv) words_a = g_strsplit (a, " ", -1);
  g_auto (GStrv) words_b = g_strsplit (b, " ", -1);
  guint n_a = g_strv_length (words_a);
  guint n_b = g_strv_length (words_b);
  guint n_common = 0;

  if (MIN (n_a, n_b) < MIN_WORDS)
    return 0;

  for (guint i = 0; i < n_a; i++)
    for (guint j = 0; j < n_b; j++)
      if (*words_b[j] != '\0' && g_str_equal (words_a[i], words_b[j]))
        {
          *words_b[j] = '\0';
          n_common++;
          break;
        }

  return 2.0 * n_common / (n_a + n_b);
}

static gboolean
has_text (const Known *known,
          const char  *text)
{
  return g_str_equal (known->text, text) || g_strcmp0 (known->expanded, text) == 0;
}

static Known *
find_by_id (Points *self,
            gint64  id)
{
  for (guint i = 0; id != 0 && self->is_own && i < self->known->len; i++)
    {
      Known *known = g_ptr_array_index (self->known, i);

      if (!known->used && known->id == id)
        return known;
    }

  return NULL;
}

static Known *
find_known (Points     *self,
            const char *text)
{
  Known *best = NULL;
  double best_similarity = MIN_SIMILARITY;

  for (guint i = 0; i < self->known->len; i++)
    {
      Known *known = g_ptr_array_index (self->known, i);

      if (!known->used && has_text (known, text))
        return known;
    }

  for (guint i = 0; i < MIN (self->known->len, MAX_COMPARED); i++)
    {
      Known *known = g_ptr_array_index (self->known, i);
      double similarity = known->used ? 0 : get_similarity (known->text, text);

      if (similarity >= best_similarity)
        {
          best = known;
          best_similarity = similarity;
        }
    }

  return best;
}

/* The rank after a sibling, before the next one that was there before: what is
 * added is added in order. */
static char *
make_rank (Points     *self,
           gint64      parent,
           const char *after)
{
  const char *next = NULL;

  for (guint i = 0; i < self->known->len; i++)
    {
      const Known *known = g_ptr_array_index (self->known, i);

      if (known->parent == parent && (after == NULL || strcmp (known->position, after) > 0) &&
          (next == NULL || strcmp (known->position, next) < 0))
        next = known->position;
    }

  return spz_rank_between (after, next);
}

static Known *
insert_point (Points                *self,
              const SpzImportPoint  *point,
              GError               **error)
{
  Known *above = self->last[point->level - 1];
  gint64 parent = above != NULL ? above->id : 0;
  Known *before = self->last[point->level];
  g_autofree char *rank = make_rank (self, parent, before != NULL ? before->position : NULL);
  gint64 id;

  id = spz_programme_add (self->apply->programme, SPZ_TYPE_POINT, error,
                          self->reference, self->owner,
                          "parent", parent,
                          "position", rank,
                          "title", point->text,
                          "style", point->style,
                          "audience", point->audience,
                          "since", self->apply->import->date,
                          NULL);
  if (id == 0)
    return NULL;

  self->apply->added[SPZ_APPLY_POINTS]++;

  return add_known (self->fresh, id, parent, rank, point->text);
}

/* Whether two texts have the same words emphasised in the same way */
static gboolean
is_same_markdown (const char *a,
                  const char *b)
{
  g_autoptr (GPtrArray) runs_a = spz_inline_parse (a);
  g_autoptr (GPtrArray) runs_b = spz_inline_parse (b);
  g_autofree char *normal_a = spz_inline_from_runs (runs_a);
  g_autofree char *normal_b = spz_inline_from_runs (runs_b);

  return g_str_equal (normal_a, normal_b);
}

/* Whether the source says what is there. One that mentions figures is the same
 * with their values; changed, it is what the source says. */
static gboolean
is_same_point (Points               *self,
               const Known          *known,
               const SpzImportPoint *point)
{
  g_autofree char *text = fold (point->text);
  g_autofree char *expanded = NULL;

  if (!self->apply->import->has_emphasis)
    return has_text (known, text);

  expanded = spz_figures_expand (self->apply->programme, known->point->title,
                                 spz_programme_get_reference_date (self->apply->programme), SPZ_AUDIENCE_INTERNAL);

  return is_same_markdown (known->point->title, point->text) || is_same_markdown (expanded, point->text);
}

static gboolean
mentions_figures (Points      *self,
                  const Known *known)
{
  g_autofree char *expanded = spz_figures_expand (self->apply->programme, known->point->title,
                                                  spz_programme_get_reference_date (self->apply->programme),
                                                  SPZ_AUDIENCE_INTERNAL);

  return !g_str_equal (expanded, known->point->title);
}

/* The emphasis of a point that is there stays where the source is plain text. So
 * does its audience, as a text without a marker says nothing about it; a marker
 * for a narrower one holds. */
static gboolean
update_point (Points                *self,
              Known                 *known,
              const SpzImportPoint  *point,
              gboolean               is_certain,
              GError               **error)
{
  gboolean is_same_text = is_same_point (self, known, point);
  SpzAudience present = known->point->audience;
  SpzAudience audience = MAX (point->audience, present);
  SpzPointStyle style = is_certain ? point->style : (SpzPointStyle) known->point->style;

  if (is_same_text && audience == present && style == (SpzPointStyle) known->point->style)
    return TRUE;

  self->apply->updated[SPZ_APPLY_POINTS]++;
  if (!is_same_text && mentions_figures (self, known))
    self->apply->numbers++;

  return spz_programme_set (self->apply->programme, known->point, error,
                            "title", is_same_text ? known->point->title : point->text,
                            "audience", audience,
                            "style", style,
                            NULL);
}

/* One that is known for certain stands where the source has it: below another
 * point, or after another than before */
static gboolean
move_point (Points                *self,
            Known                 *known,
            const SpzImportPoint  *point,
            GError               **error)
{
  Known *above = self->last[point->level - 1];
  Known *before = self->last[point->level];
  gint64 parent = above != NULL ? above->id : 0;
  g_autofree char *rank = NULL;

  if (known->parent == parent && (before == NULL || strcmp (before->position, known->position) < 0))
    return TRUE;

  rank = make_rank (self, parent, before != NULL ? before->position : NULL);
  if (!spz_programme_set (self->apply->programme, known->point, error,
                          "parent", parent, "position", rank, NULL))
    return FALSE;

  self->apply->updated[SPZ_APPLY_POINTS]++;
  known->parent = parent;
  g_free (known->position);
  known->position = g_steal_pointer (&rank);

  return TRUE;
}

static gboolean
apply_point (Points                *self,
             const SpzImportPoint  *point,
             GError               **error)
{
  g_autofree char *text = fold (point->text);
  Known *known = find_by_id (self, point->id);
  gboolean is_certain = known != NULL;

  if (known == NULL)
    known = find_known (self, text);
  if (known != NULL)
    {
      if (!update_point (self, known, point, is_certain, error) ||
          (is_certain && !move_point (self, known, point, error)))
        return FALSE;
    }
  else
    {
      known = insert_point (self, point, error);
      if (known == NULL)
        return FALSE;
    }

  known->used = TRUE;
  self->last[point->level] = known;
  for (int i = point->level + 1; i <= SPZ_OUTLINE_MAX_LEVEL; i++)
    self->last[i] = NULL;

  return TRUE;
}

/**
 * spz_apply_points:
 * @self: a step under way
 * @owner_type: %SPZ_TYPE_ACTION_FIELD or %SPZ_TYPE_BLOCK
 * @owner: its id
 * @points: (element-type SpzImportPoint): the points, in order
 * @error: return location for an #SPZ_ERROR
 *
 * Adds points that are new, in their places, and updates those whose text
 * changed a little. Others that are there stay.
 *
 * Returns: whether that worked
 */
gboolean
spz_apply_points (SpzApply   *self,
                  GType       owner_type,
                  gint64      owner,
                  GPtrArray  *points,
                  GError    **error)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func ((GDestroyNotify) known_free);
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func ((GDestroyNotify) known_free);
  Points state = {
    .apply = self,
    .reference = owner_type == SPZ_TYPE_BLOCK ? "block" : "action-field",
    .owner = owner,
    .is_own = spz_apply_is_own (self),
    .known = known,
    .fresh = fresh,
  };

  load_known (&state, owner_type);

  for (guint i = 0; i < points->len; i++)
    if (!apply_point (&state, g_ptr_array_index (points, i), error) || !spz_apply_step (self, error))
      return FALSE;

  for (guint i = 0; i < known->len; i++)
    self->kept += ((Known *) g_ptr_array_index (known, i))->used ? 0 : 1;

  return TRUE;
}
