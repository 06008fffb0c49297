/* spz-import-apply.c: putting what was read into a programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-import-apply-private.h"

#include "spz-inline.h"
#include "spz-text.h"

#include <glib/gi18n-lib.h>

/* What is known by its title is looked for by its title, and what is there
 * already is brought up to date, so that importing twice changes nothing and
 * importing a newer version adds what is new. */

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
  g_autofree char *plain_a = spz_inline_to_plain (a);
  g_autofree char *plain_b = spz_inline_to_plain (b);
  g_autofree char *folded_a = spz_text_fold (plain_a);
  g_autofree char *folded_b = spz_text_fold (plain_b);

  return g_str_equal (folded_a, folded_b);
}

static char *
make_key (GType       type,
          const char *title)
{
  g_autofree char *folded = spz_text_fold (title);

  return g_strconcat (g_type_name (type), "\n", folded, NULL);
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
  SpzRecordList *list = spz_programme_get_list (self->programme, type);
  g_autofree char *key = make_key (type, title);
  gint64 *id = g_hash_table_lookup (self->fresh, key);

  if (id != NULL)
    return *id;

  for (guint i = 0; i < spz_record_list_get_size (list); i++)
    {
      SpzRecord *record = spz_record_list_get (list, i);

      if (spz_apply_same_title (spz_record_get_title (record), title))
        return spz_record_get_id (record);
    }

  return 0;
}

/**
 * spz_apply_remember:
 * @self: a step under way
 * @type: a type of record
 * @title: a title
 * @id: the id of the row that was added under it
 *
 * Lets spz_apply_find() find a row before the step is committed.
 */
void
spz_apply_remember (SpzApply   *self,
                    GType       type,
                    const char *title,
                    gint64      id)
{
  g_hash_table_insert (self->fresh, make_key (type, title), g_memdup2 (&id, sizeof id));
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
    case SPZ_APPLY_ROLES:
      return g_strdup_printf (ngettext ("%u role", "%u roles", n), n);
    case SPZ_APPLY_TASKS:
      return g_strdup_printf (ngettext ("%u task", "%u tasks", n), n);
    case SPZ_APPLY_FIELDS:
      return g_strdup_printf (ngettext ("%u action field", "%u action fields", n), n);
    case SPZ_APPLY_POINTS:
      return g_strdup_printf (ngettext ("%u point", "%u points", n), n);
    case SPZ_APPLY_MEASURES:
      return g_strdup_printf (ngettext ("%u measure", "%u measures", n), n);
    case SPZ_APPLY_PHASES:
      return g_strdup_printf (ngettext ("%u phase", "%u phases", n), n);
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
  g_autoptr (GString) summary = g_string_new (NULL);

  if (added == NULL && updated == NULL)
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
  if (self->kept > 0)
    {
      g_string_append_c (summary, ' ');
      g_string_append_printf (summary,
                              ngettext ("%u point isn’t in the source and stayed.",
                                        "%u points aren’t in the source and stayed.", self->kept),
                              self->kept);
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
         spz_apply_plan (self, unplaced, error) &&
         (self->import->kind != SPZ_IMPORT_BRIEFING || spz_apply_briefing (self, unplaced, error));
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
  g_autoptr (GHashTable) fresh = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  SpzApply self = { programme, import, fresh };
  gboolean applied;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);

  if (!spz_programme_begin (programme, label, error))
    return NULL;

  applied = apply_all (&self, error);
  g_free (self.block_rank);
  if (!applied)
    {
      spz_programme_rollback (programme);
      return NULL;
    }
  if (!spz_programme_commit (programme, error))
    return NULL;

  return make_summary (&self);
}
