/* spz-import-apply-find.c: what a programme has already of what was read
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-apply-private.h"

#include "spz-exchange-uid.h"
#include "spz-inline.h"
#include "spz-text.h"

#include <string.h>

/* What is known by its title is looked for by its title, and what is there
 * already is brought up to date, so that importing twice changes nothing and
 * importing a newer version adds what is new. */

/**
 * spz_apply_is_own:
 * @self: a step under way
 *
 * Returns: whether the source was written by this programme, so that the ids
 *   in it are those of its records
 */
gboolean
spz_apply_is_own (SpzApply *self)
{
  return *self->import->source != '\0' &&
         g_str_equal (self->import->source, spz_programme_get_info (self->programme)->uid);
}

/**
 * spz_apply_fold_title:
 * @title: a title, may have inline Markdown
 *
 * Returns: (transfer full): what is left of it where only its words count
 */
char *
spz_apply_fold_title (const char *title)
{
  g_autofree char *plain = spz_inline_to_plain (title);

  return spz_text_fold (plain);
}

/**
 * spz_apply_same_title:
 * @a: a title, may have inline Markdown
 * @b: another
 *
 * Returns: whether both are the same to a reader
 */
gboolean
spz_apply_same_title (const char *a,
                      const char *b)
{
  g_autofree char *folded_a = spz_apply_fold_title (a);
  g_autofree char *folded_b = spz_apply_fold_title (b);

  return g_str_equal (folded_a, folded_b);
}

static char *
make_key (GType       type,
          const char *title)
{
  g_autofree char *folded = spz_apply_fold_title (title);

  return g_strconcat (g_type_name (type), "\n", folded, NULL);
}

static char *
make_place (GType       type,
            gint64      owner,
            const char *title)
{
  g_autofree char *folded = spz_apply_fold_title (title);

  return g_strdup_printf ("%s\n%" G_GINT64_FORMAT "\n%s", g_type_name (type), owner, folded);
}

/* Once, and not for each that is looked for */
static void
learn_titles (SpzApply *self,
              GType     type)
{
  SpzRecordList *list = spz_programme_get_list (self->programme, type);

  if (!g_hash_table_add (self->titles, (gpointer) g_type_name (type)))
    return;

  for (guint i = 0; i < spz_record_list_get_size (list); i++)
    {
      SpzRecord *record = spz_record_list_get (list, i);
      char *key = make_key (type, spz_record_get_title (record));
      gint64 id = spz_record_get_id (record);

      /* The first of several */
      if (g_hash_table_contains (self->known, key))
        g_free (key);
      else
        g_hash_table_insert (self->known, key, g_memdup2 (&id, sizeof id));
    }
}

/**
 * spz_apply_find:
 * @self: a step under way
 * @type: a type of record
 * @title: a title
 *
 * Finds a row by its title, in the programme or among those just added.
 *
 * Returns: its id, or 0
 */
gint64
spz_apply_find (SpzApply   *self,
                GType       type,
                const char *title)
{
  g_autofree char *key = make_key (type, title);
  gint64 *known;

  learn_titles (self, type);
  known = g_hash_table_lookup (self->known, key);

  return known != NULL ? *known : 0;
}

/**
 * spz_apply_remember:
 * @self: a step under way
 * @type: a type of record
 * @title: a title
 * @id: the id of the row
 *
 * Lets spz_apply_find() find a row at once, and one that was added before the
 * step is committed.
 */
void
spz_apply_remember (SpzApply   *self,
                    GType       type,
                    const char *title,
                    gint64      id)
{
  g_hash_table_insert (self->known, make_key (type, title), g_memdup2 (&id, sizeof id));
}

/* As others know it: by where it came from, or as it was exported */
static void
learn_uids_of (SpzApply   *self,
               GHashTable *records,
               GType       type,
               gpointer    record)
{
  if (type == SPZ_TYPE_MEASURE)
    g_hash_table_insert (records, g_strdup (SPZ_MEASURE (record)->uid), record);
  else if (type == SPZ_TYPE_PHASE)
    g_hash_table_insert (records, g_strdup (SPZ_PHASE (record)->uid), record);
  else
    {
      /* A calendar for the public has it by this one */
      g_hash_table_insert (records, spz_exchange_uid_of_record (self->programme, record), record);
      g_hash_table_insert (records,
                           type == SPZ_TYPE_MEETING ? spz_exchange_uid_of_meeting (self->programme, record)
                                                    : spz_exchange_uid_of_milestone (self->programme, record),
                           record);
    }
}

/**
 * spz_apply_find_uid:
 * @self: a step under way
 * @type: the type of meetings, milestones, measures or phases
 * @uid: how another program knows a record, or ""
 *
 * Returns: (transfer none) (nullable): the record, if it was there before this
 *   step: what we exported ourselves is known by the identifier it was given
 */
gpointer
spz_apply_find_uid (SpzApply   *self,
                    GType       type,
                    const char *uid)
{
  SpzRecordList *list = spz_programme_get_list (self->programme, type);
  GHashTable *records = g_hash_table_lookup (self->by_uid, g_type_name (type));

  if (*uid == '\0')
    return NULL;

  if (records == NULL)
    {
      records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < spz_record_list_get_size (list); i++)
        learn_uids_of (self, records, type, spz_record_list_get (list, i));
      g_hash_table_insert (self->by_uid, (gpointer) g_type_name (type), records);
    }

  return g_hash_table_lookup (records, uid);
}

static const char *
get_uid (gpointer record)
{
  return SPZ_IS_PHASE (record) ? SPZ_PHASE (record)->uid
       : SPZ_IS_MEASURE (record) ? SPZ_MEASURE (record)->uid
                                 : SPZ_MILESTONE (record)->uid;
}

/* "msproject/0123/7" and "msproject/0123/8" are two tasks of one plan, and
 * never the same, whatever they are called. */
static gboolean
is_of_one_source (const char *uid,
                  const char *other)
{
  const char *end = strrchr (uid, '/');

  return end != NULL && strncmp (uid, other, (gsize) (end + 1 - uid)) == 0;
}

static void
learn_places (SpzApply *self,
              GType     type)
{
  SpzRecordList *list = spz_programme_get_list (self->programme, type);

  if (!g_hash_table_insert (self->by_place, g_strdup (g_type_name (type)), NULL))
    return;

  for (guint i = 0; i < spz_record_list_get_size (list); i++)
    {
      SpzRecord *record = spz_record_list_get (list, i);
      char *key = make_place (type, type == SPZ_TYPE_PHASE ? SPZ_PHASE (record)->measure : 0,
                              spz_record_get_title (record));
      GPtrArray *records = g_hash_table_lookup (self->by_place, key);

      if (records == NULL)
        {
          records = g_ptr_array_new ();
          g_hash_table_insert (self->by_place, key, records);
        }
      else
        g_free (key);
      g_ptr_array_add (records, record);
    }
}

/**
 * spz_apply_find_free:
 * @self: a step under way
 * @type: the type of measures, phases or milestones
 * @owner: the id of a phase's measure, or 0
 * @title: a title
 * @uid: how the source knows what is looked for, or ""
 *
 * Finds a record by its title. There may be several of one title: each is
 * found once, in their order, and one that the source knows as something else
 * isn't.
 *
 * Returns: (transfer none) (nullable): the record, if it was there before this
 *   step and was not claimed in it
 */
gpointer
spz_apply_find_free (SpzApply   *self,
                     GType       type,
                     gint64      owner,
                     const char *title,
                     const char *uid)
{
  g_autofree char *key = make_place (type, owner, title);
  GPtrArray *records;

  learn_places (self, type);
  records = g_hash_table_lookup (self->by_place, key);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);

      if (g_hash_table_contains (self->claimed, record) || is_of_one_source (uid, get_uid (record)))
        continue;
      /* Of thousands of one title the first are not looked at again */
      g_ptr_array_remove_range (records, 0, i);

      return record;
    }

  return NULL;
}

/**
 * spz_apply_claim:
 * @self: a step under way
 * @record: a record
 *
 * Says that a record is something in the source, so that it is nothing else.
 */
void
spz_apply_claim (SpzApply *self,
                 gpointer  record)
{
  g_hash_table_add (self->claimed, record);
}

/**
 * spz_apply_choose_uid:
 * @self: a step under way
 * @record: a record
 * @old: how others know it so far, or ""
 * @other: how the source knows it, or ""
 *
 * Returns: (transfer none): how others know it from now on: one that was given
 *   in an export of ours need not be kept
 */
const char *
spz_apply_choose_uid (SpzApply   *self,
                      gpointer    record,
                      const char *old,
                      const char *other)
{
  g_autofree char *own = spz_exchange_uid_of_record (self->programme, record);

  return *other == '\0' || g_str_equal (own, other) ? old : other;
}
