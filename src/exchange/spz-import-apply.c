/* spz-import-apply.c: putting what was read into a programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-apply-private.h"

#include "spz-exchange-uid.h"
#include "spz-inline.h"
#include "spz-text.h"

#include <glib/gi18n-lib.h>
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

static char *
make_label (const SpzImport *import)
{
  g_autofree char *date = NULL;

  switch (import->kind)
    {
    case SPZ_IMPORT_TIMELINE:
      return g_strdup (_("Import Timeline"));

    case SPZ_IMPORT_MILESTONES:
      return g_strdup (_("Import Milestones"));

    case SPZ_IMPORT_MEETINGS:
      return g_strdup (_("Import Meetings"));

    case SPZ_IMPORT_BRIEFING:
    case SPZ_IMPORT_ANY:
    default:
      if (import->date == SPZ_DATE_NONE)
        return g_strdup (_("Import Briefing"));
      date = spz_date_format (import->date, SPZ_DATE_STYLE_SHORT);
      /* Translators: a step in the undo menu; %s is a date */
      return g_strdup_printf (_("Import Briefing of %s"), date);
    }
}

static char *
format_count (SpzApplyCount what,
              guint         n)
{
  switch (what)
    {
    case SPZ_APPLY_BRIEFINGS:
      return g_strdup_printf (ngettext ("%u briefing", "%u briefings", n), n);
    case SPZ_APPLY_MEETINGS:
      return g_strdup_printf (ngettext ("%u meeting", "%u meetings", n), n);
    case SPZ_APPLY_AGENDA_ITEMS:
      return g_strdup_printf (ngettext ("%u agenda item", "%u agenda items", n), n);
    case SPZ_APPLY_BODIES:
      return g_strdup_printf (ngettext ("%u committee", "%u committees", n), n);
    case SPZ_APPLY_ROLES:
      return g_strdup_printf (ngettext ("%u role", "%u roles", n), n);
    case SPZ_APPLY_TASKS:
      return g_strdup_printf (ngettext ("%u task", "%u tasks", n), n);
    case SPZ_APPLY_FIELDS:
      return g_strdup_printf (ngettext ("%u action field", "%u action fields", n), n);
    case SPZ_APPLY_POINTS:
      return g_strdup_printf (ngettext ("%u point", "%u points", n), n);
    case SPZ_APPLY_FIGURES:
      return g_strdup_printf (ngettext ("%u key figure", "%u key figures", n), n);
    case SPZ_APPLY_MEASURES:
      return g_strdup_printf (ngettext ("%u measure", "%u measures", n), n);
    case SPZ_APPLY_PHASES:
      return g_strdup_printf (ngettext ("%u phase", "%u phases", n), n);
    case SPZ_APPLY_DEPENDENCIES:
      return g_strdup_printf (ngettext ("%u dependency", "%u dependencies", n), n);
    case SPZ_APPLY_MILESTONES:
    case SPZ_APPLY_N_COUNTS:
    default:
      return g_strdup_printf (ngettext ("%u milestone", "%u milestones", n), n);
    }
}

/* "5 roles, 21 tasks", or NULL if all is 0 */
static char *
join_counts (const guint *counts)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < SPZ_APPLY_N_COUNTS; i++)
    if (counts[i] > 0)
      g_ptr_array_add (parts, format_count (i, counts[i]));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (", ", (char **) parts->pdata);
}

static char *
make_summary (SpzApply *self)
{
  g_autofree char *added = join_counts (self->added);
  g_autofree char *updated = join_counts (self->updated);
  g_autofree char *removed = join_counts (self->removed);
  g_autoptr (GString) summary = g_string_new (NULL);

  if (added == NULL && updated == NULL && removed == NULL)
    g_string_append (summary, _("Nothing new: everything was there already."));
  if (added != NULL)
    /* Translators: %s is a list such as "5 roles, 21 tasks" */
    g_string_append_printf (summary, _("New: %s."), added);
  if (updated != NULL)
    {
      if (summary->len > 0)
        g_string_append_c (summary, ' ');
      /* Translators: %s is a list such as "5 roles, 21 tasks" */
      g_string_append_printf (summary, _("Updated: %s."), updated);
    }
  if (removed != NULL)
    {
      if (summary->len > 0)
        g_string_append_c (summary, ' ');
      /* Translators: %s is a list such as "5 meetings, 1 agenda item" */
      g_string_append_printf (summary, _("Removed: %s."), removed);
    }
  if (self->kept > 0)
    {
      g_string_append_c (summary, ' ');
      g_string_append_printf (summary,
                              ngettext ("%u point isn’t in the source and stayed.",
                                        "%u points aren’t in the source and stayed.", self->kept),
                              self->kept);
    }
  if (self->circular > 0)
    {
      g_string_append_c (summary, ' ');
      g_string_append_printf (summary,
                              ngettext ("%u dependency would close a circle with those of the programme and is left out.",
                                        "%u dependencies would close a circle with those of the programme and are left out.",
                                        self->circular),
                              self->circular);
    }

  return g_string_free (g_steal_pointer (&summary), FALSE);
}

static gboolean
apply_all (SpzApply  *self,
           GError   **error)
{
  g_autoptr (GPtrArray) unplaced = g_ptr_array_new ();

  for (guint i = 0; i < self->import->unplaced->len; i++)
    g_ptr_array_add (unplaced, g_ptr_array_index (self->import->unplaced, i));

  /* What the plan can't take the briefing keeps as text. */
  return spz_apply_roles (self, error) &&
         spz_apply_figures (self, error) &&
         spz_apply_plan (self, unplaced, error) &&
         spz_apply_calendar (self, error) &&
         (self->import->kind != SPZ_IMPORT_BRIEFING || spz_apply_briefing (self, unplaced, error));
}

static void
place_free (gpointer records)
{
  if (records != NULL)
    g_ptr_array_unref (records);
}

static void
apply_init (SpzApply *self)
{
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->titles = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_uid = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref);
  self->by_place = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, place_free);
  self->claimed = g_hash_table_new (NULL, NULL);
  self->measures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->phases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
apply_clear (SpzApply *self)
{
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->titles);
  g_hash_table_unref (self->by_uid);
  g_hash_table_unref (self->by_place);
  g_hash_table_unref (self->claimed);
  g_hash_table_unref (self->measures);
  g_hash_table_unref (self->phases);
  g_free (self->block_rank);
}

/* Does all of it within a step that was begun; says what came of it, or %NULL */
static char *
apply_begun (SpzProgramme     *programme,
             const SpzImport  *import,
             GError          **error)
{
  SpzApply self = { .programme = programme, .import = import };
  gboolean applied;
  char *summary;

  apply_init (&self);
  applied = apply_all (&self, error);
  summary = applied ? make_summary (&self) : NULL;
  apply_clear (&self);

  return summary;
}

/**
 * spz_import_preview:
 * @programme: a programme
 * @import: what spz_import_read() read
 * @error: return location for an #SPZ_ERROR
 *
 * Finds out what spz_import_apply() would do, by doing it and taking it back
 * before anybody sees it.
 *
 * Returns: (transfer full): what would come of it, for people, or %NULL
 */
char *
spz_import_preview (SpzProgramme     *programme,
                    const SpzImport  *import,
                    GError          **error)
{
  char *summary;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);

  if (!spz_programme_begin (programme, _("Import"), error))
    return NULL;

  summary = apply_begun (programme, import, error);
  spz_programme_rollback (programme);

  return summary;
}

/**
 * spz_import_apply:
 * @programme: a programme
 * @import: what spz_import_read() read
 * @error: return location for an #SPZ_ERROR
 *
 * Puts what was read into a programme, as one step that can be undone. Rows
 * that are there already are recognised by their titles and brought up to
 * date, and nothing is deleted: importing the same source again changes
 * nothing. On an error the programme is as before.
 *
 * Returns: (transfer full): what came of it, for people, or %NULL
 */
char *
spz_import_apply (SpzProgramme     *programme,
                  const SpzImport  *import,
                  GError          **error)
{
  g_autofree char *label = make_label (import);
  g_autofree char *summary = NULL;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);

  if (!spz_programme_begin (programme, label, error))
    return NULL;

  summary = apply_begun (programme, import, error);
  if (summary == NULL)
    {
      spz_programme_rollback (programme);
      return NULL;
    }

  return spz_programme_commit (programme, error) ? g_steal_pointer (&summary) : NULL;
}

/* The number of the step that would be undone, 0 if there is none */
static gboolean
get_last_step (SpzProgramme  *programme,
               gint64        *id,
               GError       **error)
{
  g_autoptr (GPtrArray) history = spz_programme_get_history (programme, 0, error);

  if (history == NULL)
    return FALSE;

  *id = 0;
  for (guint i = 0; i < history->len && *id == 0; i++)
    {
      const SpzHistoryEntry *entry = g_ptr_array_index (history, i);

      if (!entry->undone)
        *id = entry->id;
    }

  return TRUE;
}

/* Takes back what became of the step after @last, if anything did */
static void
take_back (SpzProgramme *programme,
           gint64        last)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!get_last_step (programme, &id, &error) ||
      (id != last && !spz_programme_undo (programme, &error)))
    g_message ("Could not take an import back: %s", error->message);
}

static gboolean
apply_merging (SpzProgramme     *programme,
               const SpzImport  *import,
               const char       *label,
               const char       *merge_key,
               GError          **error)
{
  g_autofree char *summary = NULL;

  if (!spz_programme_begin_merging (programme, label, merge_key, error))
    return FALSE;

  summary = spz_import_apply (programme, import, error);
  if (summary == NULL)
    {
      spz_programme_rollback (programme);
      return FALSE;
    }

  return spz_programme_commit (programme, error);
}

/**
 * spz_import_apply_all:
 * @programme: a programme
 * @imports: (element-type SpzImport): what was read, in an order in which a
 *   later one may refer to what an earlier one brings
 * @label: what is done, as the undo menu shows it
 * @error: return location for an #SPZ_ERROR
 *
 * Enters several imports: all of them as one undoable step, or none. Each
 * finds the records that came with those before it.
 *
 * Returns: whether they were entered
 */
gboolean
spz_import_apply_all (SpzProgramme  *programme,
                      GPtrArray     *imports,
                      const char    *label,
                      GError       **error)
{
  g_autofree char *merge_key = NULL;
  gint64 last;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), FALSE);
  g_return_val_if_fail (imports != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  if (!get_last_step (programme, &last, error))
    return FALSE;

  /* Records follow a commit: within one transaction the second import would
   * not find what the first has added, and add it again. */
  merge_key = g_strdup_printf ("import/%" G_GINT64_FORMAT, last);
  for (guint i = 0; i < imports->len; i++)
    {
      if (!apply_merging (programme, g_ptr_array_index (imports, i), label, merge_key, error))
        {
          take_back (programme, last);
          return FALSE;
        }
    }

  return TRUE;
}
