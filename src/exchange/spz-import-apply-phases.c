/* spz-import-apply-phases.c: measures, phases and what waits for what into a programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-apply-private.h"

#include "spz-phase-kinds.h"

/* Measures */

static gint64
need_field (SpzApply    *self,
            const char  *title,
            GError     **error)
{
  gint64 id = spz_apply_find (self, SPZ_TYPE_ACTION_FIELD, title);

  if (id != 0)
    return id;

  id = spz_programme_add (self->programme, SPZ_TYPE_ACTION_FIELD, error, "title", title, NULL);
  if (id != 0)
    {
      spz_apply_remember (self, SPZ_TYPE_ACTION_FIELD, title, id);
      self->added[SPZ_APPLY_FIELDS]++;
    }

  return id;
}

/* What another program calls it by now, and where it has put it */
static gboolean
update_measure (SpzApply    *self,
                SpzMeasure  *old,
                const char  *title,
                const char  *uid,
                gint64       field,
                GError     **error)
{
  const char *new_title = *uid == '\0' || spz_apply_same_title (old->title, title) ? old->title : title;
  const char *new_uid = spz_apply_choose_uid (self, old, old->uid, uid);

  if (field == 0)
    field = old->action_field;
  if (g_str_equal (old->title, new_title) && g_str_equal (old->uid, new_uid) && old->action_field == field)
    return TRUE;

  self->updated[SPZ_APPLY_MEASURES]++;

  return spz_programme_set (self->programme, old, error,
                            "title", new_title, "uid", new_uid, "action-field", field, NULL);
}

static gint64
add_measure (SpzApply    *self,
             const char  *title,
             const char  *uid,
             gint64       field,
             GError     **error)
{
  gint64 id = spz_programme_add (self->programme, SPZ_TYPE_MEASURE, error,
                                 "title", title, "uid", uid, "action-field", field, NULL);

  if (id != 0)
    {
      spz_apply_remember (self, SPZ_TYPE_MEASURE, title, id);
      self->added[SPZ_APPLY_MEASURES]++;
    }

  return id;
}

/* One that its source knows by more than its title */
static gint64
need_known_measure (SpzApply    *self,
                    const char  *title,
                    const char  *uid,
                    const char  *field_title,
                    GError     **error)
{
  gint64 *known = g_hash_table_lookup (self->measures, uid);
  SpzMeasure *old;
  gint64 field = 0, id;

  if (known != NULL)
    return *known;
  if (*field_title != '\0')
    {
      field = need_field (self, field_title, error);
      if (field == 0)
        return 0;
    }

  old = spz_apply_find_uid (self, SPZ_TYPE_MEASURE, uid);
  if (old == NULL)
    old = spz_apply_find_free (self, SPZ_TYPE_MEASURE, 0, title, uid);
  if (old != NULL)
    {
      spz_apply_claim (self, old);
      id = update_measure (self, old, title, uid, field, error) ? spz_record_get_id (SPZ_RECORD (old)) : 0;
    }
  else
    id = add_measure (self, title, uid, field, error);
  g_hash_table_insert (self->measures, g_strdup (uid), g_memdup2 (&id, sizeof id));

  return id;
}

/**
 * spz_apply_need_measure:
 * @self: a step under way
 * @title: a measure's title
 * @uid: how its source knows it, or ""
 * @field: the title of its action field, or ""
 * @error: return location for an #SPZ_ERROR
 *
 * Finds a measure by its identifier or its title, or adds it.
 *
 * Returns: its id, or 0
 */
gint64
spz_apply_need_measure (SpzApply    *self,
                        const char  *title,
                        const char  *uid,
                        const char  *field,
                        GError     **error)
{
  gint64 id;

  if (*uid != '\0')
    return need_known_measure (self, title, uid, field, error);

  id = spz_apply_find (self, SPZ_TYPE_MEASURE, title);

  return id != 0 ? id : add_measure (self, title, "", 0, error);
}

/* Phases */

static gint64
guess_kind (SpzApply   *self,
            const char *phase_title)
{
  const SpzUsualKind *kind = spz_usual_kind_guess (phase_title);

  return kind != NULL ? spz_apply_find (self, SPZ_TYPE_PHASE_KIND, kind->title) : 0;
}

/* Who is responsible, if the programme knows such a role, or who holds it */
static gint64
find_role (SpzApply   *self,
           const char *name)
{
  SpzRecordList *roles = spz_programme_get_list (self->programme, SPZ_TYPE_ROLE);

  if (*name == '\0')
    return 0;

  for (guint i = 0; i < spz_record_list_get_size (roles); i++)
    {
      SpzRole *role = spz_record_list_get (roles, i);

      if (spz_apply_same_title (role->title, name) || spz_apply_same_title (role->holder, name))
        return spz_record_get_id (SPZ_RECORD (role));
    }

  return 0;
}

static gboolean
update_phase (SpzApply              *self,
              SpzPhase              *old,
              const SpzImportPhase  *phase,
              gint64                 measure,
              GError               **error)
{
  gboolean same_days = old->start == phase->start && old->end == phase->end;
  const char *title = spz_apply_same_title (old->title, phase->title) ? old->title : phase->title;
  const char *note = *phase->note != '\0' ? phase->note : old->note;
  const char *uid = spz_apply_choose_uid (self, old, old->uid, phase->uid);
  gint64 progress = phase->progress >= 0 ? phase->progress : old->progress;
  gint64 role = find_role (self, phase->role);

  if (role == 0)
    role = old->role;
  if (same_days && old->measure == measure && g_str_equal (old->title, title) && g_str_equal (old->note, note) &&
      g_str_equal (old->uid, uid) && old->progress == progress && old->role == role)
    return TRUE;

  self->updated[SPZ_APPLY_PHASES]++;

  return spz_programme_set (self->programme, old, error,
                            "measure", measure,
                            "title", title,
                            "start", phase->start,
                            "end", phase->end,
                            /* The same days may be known by their quarter */
                            "precision", same_days ? (SpzPrecision) old->precision : phase->precision,
                            "progress", progress,
                            "role", role,
                            "note", note,
                            "uid", uid,
                            NULL);
}

static gint64
add_phase (SpzApply              *self,
           const SpzImportPhase  *phase,
           gint64                 measure,
           GError               **error)
{
  self->added[SPZ_APPLY_PHASES]++;

  return spz_programme_add (self->programme, SPZ_TYPE_PHASE, error,
                            "measure", measure,
                            "title", phase->title,
                            "kind", guess_kind (self, phase->title),
                            "start", phase->start,
                            "end", phase->end,
                            "precision", phase->precision,
                            "certainty", phase->certainty,
                            "progress", (gint64) MAX (phase->progress, 0),
                            "role", find_role (self, phase->role),
                            "note", phase->note,
                            "uid", phase->uid,
                            NULL);
}

static gboolean
apply_phase (SpzApply              *self,
             const SpzImportPhase  *phase,
             GError               **error)
{
  gint64 measure = spz_apply_need_measure (self, phase->measure, phase->measure_uid, phase->field, error);
  SpzPhase *old;
  gint64 id;

  if (measure == 0)
    return FALSE;
  if (phase->start == SPZ_DATE_NONE)
    return TRUE;

  old = spz_apply_find_uid (self, SPZ_TYPE_PHASE, phase->uid);
  if (old == NULL)
    old = spz_apply_find_free (self, SPZ_TYPE_PHASE, measure, phase->title, phase->uid);
  if (old != NULL)
    {
      spz_apply_claim (self, old);
      id = update_phase (self, old, phase, measure, error) ? spz_record_get_id (SPZ_RECORD (old)) : 0;
    }
  else
    id = add_phase (self, phase, measure, error);
  if (*phase->uid != '\0')
    g_hash_table_insert (self->phases, g_strdup (phase->uid), g_memdup2 (&id, sizeof id));

  return id != 0;
}

/* Dependencies */

typedef struct
{
  gint64   before;
  gint64   after;
  gboolean is_new;
} Edge;

static guint
edge_hash (gconstpointer key)
{
  const Edge *edge = key;

  return g_int64_hash (&edge->before) * 31 + g_int64_hash (&edge->after);
}

static gboolean
edge_equal (gconstpointer a,
            gconstpointer b)
{
  const Edge *first = a, *second = b;

  return first->before == second->before && first->after == second->after;
}

/* All there are and all there would be, each once */
static GArray *
collect_edges (SpzApply *self)
{
  SpzRecordList *dependencies = spz_programme_get_list (self->programme, SPZ_TYPE_DEPENDENCY);
  guint n_old = spz_record_list_get_size (dependencies);
  GArray *edges = g_array_sized_new (FALSE, FALSE, sizeof (Edge), n_old + self->import->links->len);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (edge_hash, edge_equal, g_free, NULL);

  for (guint i = 0; i < n_old + self->import->links->len; i++)
    {
      Edge edge = { 0 };

      if (i < n_old)
        {
          SpzDependency *old = spz_record_list_get (dependencies, i);

          edge = (Edge) { old->predecessor, old->successor, FALSE };
        }
      else
        {
          const SpzImportLink *link = g_ptr_array_index (self->import->links, i - n_old);
          gint64 *before = g_hash_table_lookup (self->phases, link->predecessor);
          gint64 *after = g_hash_table_lookup (self->phases, link->successor);

          if (before != NULL && after != NULL)
            edge = (Edge) { *before, *after, TRUE };
        }

      if (edge.before != edge.after && g_hash_table_add (seen, g_memdup2 (&edge, sizeof edge)))
        g_array_append_val (edges, edge);
    }

  return edges;
}

static guint
count (GHashTable *counts,
       gint64     *id,
       int         change)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, id)) + (guint) change;

  g_hash_table_insert (counts, id, GUINT_TO_POINTER (n));

  return n;
}

/* The phases that wait, be it by way of others, for one in a circle: what is
 * left when those that wait for nothing are taken away again and again */
static GHashTable *
find_circular (GArray *edges)
{
  GHashTable *waiting = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) followers = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                            (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) ready = g_ptr_array_new ();

  for (guint i = 0; i < edges->len; i++)
    {
      Edge *edge = &g_array_index (edges, Edge, i);
      GPtrArray *after = g_hash_table_lookup (followers, &edge->before);

      if (after == NULL)
        {
          after = g_ptr_array_new ();
          g_hash_table_insert (followers, &edge->before, after);
        }
      g_ptr_array_add (after, &edge->after);
      count (waiting, &edge->after, 1);
    }

  for (guint i = 0; i < edges->len; i++)
    {
      Edge *edge = &g_array_index (edges, Edge, i);

      if (count (waiting, &edge->before, 0) == 0)
        {
          g_hash_table_remove (waiting, &edge->before);
          g_ptr_array_add (ready, &edge->before);
        }
    }

  while (ready->len > 0)
    {
      gint64 *id = g_ptr_array_remove_index_fast (ready, ready->len - 1);
      GPtrArray *after = g_hash_table_lookup (followers, id);

      for (guint i = 0; after != NULL && i < after->len; i++)
        if (count (waiting, g_ptr_array_index (after, i), -1) == 0)
          {
            g_ptr_array_add (ready, g_ptr_array_index (after, i));
            g_hash_table_remove (waiting, g_ptr_array_index (after, i));
          }
      g_hash_table_remove (followers, id);
    }

  return waiting;
}

/* The source has no circles, nor has the programme; both together may. Then
 * what is in the programme already holds. */
static gboolean
apply_links (SpzApply  *self,
             GError   **error)
{
  g_autoptr (GArray) edges = NULL;
  g_autoptr (GHashTable) circular = NULL;

  if (self->import->links->len == 0)
    return TRUE;

  edges = collect_edges (self);
  circular = find_circular (edges);
  for (guint i = 0; i < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i);

      if (!edge->is_new)
        continue;
      if (g_hash_table_contains (circular, &edge->before) && g_hash_table_contains (circular, &edge->after))
        {
          self->circular++;
          continue;
        }
      if (spz_programme_add (self->programme, SPZ_TYPE_DEPENDENCY, error,
                             "predecessor", edge->before, "successor", edge->after, NULL) == 0 ||
          !spz_apply_step (self, error))
        return FALSE;
      self->added[SPZ_APPLY_DEPENDENCIES]++;
    }

  return TRUE;
}

/**
 * spz_apply_phases:
 * @self: a step under way
 * @error: return location for an #SPZ_ERROR
 *
 * Adds measures, phases and dependencies or brings them up to date.
 *
 * Returns: whether that worked
 */
gboolean
spz_apply_phases (SpzApply  *self,
                  GError   **error)
{
  for (guint i = 0; i < self->import->phases->len; i++)
    if (!apply_phase (self, g_ptr_array_index (self->import->phases, i), error) || !spz_apply_step (self, error))
      return FALSE;

  return apply_links (self, error);
}
