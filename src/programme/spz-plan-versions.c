/* spz-plan-versions.c: frozen versions of the plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-plan-versions.h"

#include <glib/gi18n-lib.h>

#include "spz-plan-snapshot-private.h"
#include "spz-text.h"

/* What a version keeps of the plan */
static gboolean
freeze (SpzProgramme     *programme,
        gint64            version,
        SpzPlanSnapshot  *snapshot,
        GError          **error)
{
  guint n_phases, n_milestones;
  const SpzPlanPhase *phases = spz_plan_snapshot_get_phases (snapshot, &n_phases);
  const SpzPlanMilestone *milestones = spz_plan_snapshot_get_milestones (snapshot, &n_milestones);
  gboolean kept = TRUE;

  for (guint i = 0; kept && i < n_phases; i++)
    kept = spz_programme_add (programme, SPZ_TYPE_VERSION_PHASE, error,
                              "plan-version", version,
                              "phase", phases[i].id,
                              "measure-title", phases[i].measure_title,
                              "title", phases[i].title,
                              "start", phases[i].start,
                              "end", phases[i].end,
                              "certainty", phases[i].certainty,
                              "audience", phases[i].audience,
                              "measure", phases[i].measure,
                              "precision", phases[i].precision,
                              "kind", phases[i].kind,
                              NULL) != 0;

  for (guint i = 0; kept && i < n_milestones; i++)
    kept = spz_programme_add (programme, SPZ_TYPE_VERSION_MILESTONE, error,
                              "plan-version", version,
                              "milestone", milestones[i].id,
                              "title", milestones[i].title,
                              "date", milestones[i].date,
                              "wording", milestones[i].wording,
                              "audience", milestones[i].audience,
                              "measure", milestones[i].measure,
                              "measure-title", milestones[i].measure_title,
                              "precision", milestones[i].precision,
                              "certainty", milestones[i].certainty,
                              "kind", milestones[i].kind,
                              NULL) != 0;

  return kept;
}

static SpzPlanVersion *
find_by_title (SpzProgramme *programme,
               const char   *title)
{
  SpzRecordList *versions = spz_programme_get_list (programme, SPZ_TYPE_PLAN_VERSION);
  g_autofree char *wanted = spz_text_fold (title);

  for (guint i = 0; i < spz_record_list_get_size (versions); i++)
    {
      SpzPlanVersion *version = spz_record_list_get (versions, i);
      g_autofree char *folded = spz_text_fold (version->title);

      if (g_str_equal (folded, wanted))
        return version;
    }

  return NULL;
}

/* @version is the one that may be called so. */
static gboolean
check_title (SpzProgramme    *programme,
             const char      *title,
             SpzPlanVersion  *version,
             GError         **error)
{
  SpzPlanVersion *other;

  if (*title == '\0')
    {
      g_set_error_literal (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                           _("A version of the plan needs a name. Please give one."));
      return FALSE;
    }

  other = find_by_title (programme, title);
  if (other != NULL && other != version)
    {
      g_set_error (error, SPZ_ERROR, SPZ_ERROR_INVALID,
                   _("There is a version “%s” of the plan already. Please choose another name."), title);
      return FALSE;
    }

  return TRUE;
}

/**
 * spz_plan_version_freeze:
 * @programme: a programme
 * @title: what the version is called: "Stand Januar 2021"
 * @occasion: what it was made for: "beraten im VV"; "" if nothing
 * @date: the occasion's date; %SPZ_DATE_NONE for the reference date
 * @error: return location for an #SPZ_ERROR
 *
 * Keeps the plan as it stands under a name, in one step. Each phase and each
 * milestone is kept for the audience it has now, its measure's included.
 *
 * Returns: the version's id, or 0 with @error set
 */
gint64
spz_plan_version_freeze (SpzProgramme  *programme,
                         const char    *title,
                         const char    *occasion,
                         SpzDate        date,
                         GError       **error)
{
  g_autofree char *name = spz_text_squeeze (title);
  g_autofree char *short_name = spz_text_ellipsize (name, 40);
  g_autofree char *label = NULL;
  g_autofree char *digest = NULL;
  g_autoptr (SpzPlanSnapshot) snapshot = NULL;
  gint64 id;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), 0);
  g_return_val_if_fail (occasion != NULL, 0);

  if (!check_title (programme, name, NULL, error))
    return 0;

  snapshot = spz_plan_snapshot_new (programme);
  digest = spz_plan_snapshot_dup_digest (snapshot, spz_plan_snapshot_get_form (snapshot));
  /* Translators: a step in the undo menu; %s is the name of a version of the plan */
  label = g_strdup_printf (_("Plan kept as “%s”"), short_name);
  if (!spz_programme_begin (programme, label, error))
    return 0;

  id = spz_programme_add (programme, SPZ_TYPE_PLAN_VERSION, error,
                          "title", name,
                          "occasion", occasion,
                          "date", date != SPZ_DATE_NONE ? date : spz_programme_get_reference_date (programme),
                          "digest", digest,
                          NULL);
  if (id == 0 || !freeze (programme, id, snapshot, error))
    {
      spz_programme_rollback (programme);
      return 0;
    }

  return spz_programme_commit (programme, error) ? id : 0;
}

/**
 * spz_plan_version_rename:
 * @programme: a programme
 * @version: a version of its plan
 * @title: what it is to be called
 * @occasion: what it was made for; "" if nothing
 * @date: the occasion's date, or %SPZ_DATE_NONE
 * @error: return location for an #SPZ_ERROR
 *
 * Corrects what is said of a version, in one step. What was frozen stays.
 *
 * Returns: whether it is called so
 */
gboolean
spz_plan_version_rename (SpzProgramme    *programme,
                         SpzPlanVersion  *version,
                         const char      *title,
                         const char      *occasion,
                         SpzDate          date,
                         GError         **error)
{
  g_autofree char *name = spz_text_squeeze (title);
  g_autofree char *short_name = spz_text_ellipsize (name, 40);
  g_autofree char *label = NULL;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), FALSE);
  g_return_val_if_fail (SPZ_IS_PLAN_VERSION (version), FALSE);
  g_return_val_if_fail (occasion != NULL, FALSE);

  if (!check_title (programme, name, version, error))
    return FALSE;
  if (g_str_equal (version->title, name) && g_str_equal (version->occasion, occasion) && version->date == date)
    return TRUE;

  /* Translators: a step in the undo menu; %s is the name of a version of the plan */
  label = g_strdup_printf (_("Plan version “%s” changed"), short_name);
  if (!spz_programme_begin (programme, label, error))
    return FALSE;
  if (!spz_programme_set (programme, version, error,
                          "title", name,
                          "occasion", occasion,
                          "date", date,
                          NULL))
    {
      spz_programme_rollback (programme);
      return FALSE;
    }

  return spz_programme_commit (programme, error);
}

/**
 * spz_plan_version_remove:
 * @programme: a programme
 * @version: a version of its plan
 * @error: return location for an #SPZ_ERROR
 *
 * Deletes a version. The plan itself stays.
 *
 * Returns: whether it was deleted
 */
gboolean
spz_plan_version_remove (SpzProgramme    *programme,
                         SpzPlanVersion  *version,
                         GError         **error)
{
  g_autofree char *name = spz_text_ellipsize (version->title, 40);
  /* Translators: a step in the undo menu; %s is the name of a version of the plan */
  g_autofree char *label = g_strdup_printf (_("Plan version “%s” deleted"), name);

  if (!spz_programme_begin (programme, label, error))
    return FALSE;
  if (!spz_programme_remove (programme, version, error))
    {
      spz_programme_rollback (programme);
      return FALSE;
    }

  return spz_programme_commit (programme, error);
}

/**
 * spz_plan_version_find:
 * @programme: a programme
 * @title_or_id: a version's title, whatever its case, or its number
 *
 * Returns: (transfer none) (nullable): the version
 */
SpzPlanVersion *
spz_plan_version_find (SpzProgramme *programme,
                       const char   *title_or_id)
{
  SpzPlanVersion *version = find_by_title (programme, title_or_id);
  gint64 id;

  if (version == NULL && g_ascii_string_to_signed (title_or_id, 10, 1, G_MAXINT64, &id, NULL))
    version = spz_programme_lookup (programme, SPZ_TYPE_PLAN_VERSION, id);

  return version;
}

/**
 * spz_plan_version_get_latest:
 * @programme: a programme
 *
 * Returns: (transfer none) (nullable): the version made for the latest date; of
 *   several, the one made last
 */
SpzPlanVersion *
spz_plan_version_get_latest (SpzProgramme *programme)
{
  SpzRecordList *versions = spz_programme_get_list (programme, SPZ_TYPE_PLAN_VERSION);
  SpzPlanVersion *latest = NULL;

  for (guint i = 0; i < spz_record_list_get_size (versions); i++)
    {
      SpzPlanVersion *version = spz_record_list_get (versions, i);

      if (latest == NULL || version->date > latest->date ||
          (version->date == latest->date &&
           spz_record_get_id (SPZ_RECORD (version)) > spz_record_get_id (SPZ_RECORD (latest))))
        latest = version;
    }

  return latest;
}

/**
 * spz_plan_version_is_current:
 * @programme: a programme
 * @version: (nullable): a version of its plan
 *
 * Returns: whether the plan is still as it was kept, as far as it was kept
 */
gboolean
spz_plan_version_is_current (SpzProgramme   *programme,
                             SpzPlanVersion *version)
{
  g_autoptr (SpzPlanSnapshot) snapshot = NULL;
  g_autofree char *digest = NULL;

  if (version == NULL)
    return FALSE;

  snapshot = spz_plan_snapshot_new (programme);
  digest = spz_plan_snapshot_dup_digest (snapshot, spz_plan_form_of_digest (version->digest));

  return g_str_equal (digest, version->digest);
}

/**
 * spz_plan_version_describe:
 * @version: a version of a plan
 *
 * Returns: (transfer full): its name and what it was made for: "Stand Januar
 *   2021, beraten im VV am 19.01.2021"
 */
char *
spz_plan_version_describe (SpzPlanVersion *version)
{
  g_autofree char *date = spz_date_format (version->date, SPZ_DATE_STYLE_SHORT);

  if (version->date == SPZ_DATE_NONE)
    return *version->occasion != '\0' ? g_strdup_printf ("%s, %s", version->title, version->occasion)
                                      : g_strdup (version->title);
  if (*version->occasion == '\0')
    /* Translators: the name of a version of the plan, its date */
    return g_strdup_printf (_("%s, of %s"), version->title, date);

  /* Translators: the name of a version of the plan, its occasion ("discussed
   * in the board"), its date */
  return g_strdup_printf (_("%s, %s on %s"), version->title, version->occasion, date);
}

/**
 * spz_plan_version_is_complete:
 * @version: a version of a plan
 *
 * Returns: whether it keeps how exactly dates are known, and of milestones their
 *   measure, certainty and kind: %FALSE if it was frozen when these weren't kept
 */
gboolean
spz_plan_version_is_complete (SpzPlanVersion *version)
{
  return spz_plan_form_of_digest (version->digest) >= SPZ_PLAN_FORM_DETAILS;
}

/**
 * spz_plan_version_check:
 * @programme: a programme
 * @version: a version of its plan
 * @error: return location for an #SPZ_ERROR
 *
 * Returns: whether the version is what was frozen, by its digest
 */
gboolean
spz_plan_version_check (SpzProgramme    *programme,
                        SpzPlanVersion  *version,
                        GError         **error)
{
  g_autoptr (SpzPlanSnapshot) snapshot = spz_plan_snapshot_new_from_version (programme, version);
  g_autofree char *digest = spz_plan_snapshot_dup_digest (snapshot, spz_plan_snapshot_get_form (snapshot));

  if (g_str_equal (digest, version->digest))
    return TRUE;

  g_set_error (error, SPZ_ERROR, SPZ_ERROR_DAMAGED,
               _("The version “%s” of the plan is not what was kept: somebody changed it outside of this programme. Please take it from a backup copy."),
               version->title);
  return FALSE;
}
