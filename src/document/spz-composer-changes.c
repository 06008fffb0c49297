/* spz-composer-changes.c: composing what changed in the plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-composer-private.h"

#include <glib/gi18n-lib.h>

#include "spz-inline.h"
#include "spz-language.h"
#include "spz-plan-changes.h"
#include "spz-plan-versions.h"

/* The measure a change is listed under, "" if none */
static const char *
get_measure (const SpzPlanChange *change)
{
  if (change->type == SPZ_TYPE_MEASURE)
    return change->after.title;

  return change->flags & SPZ_PLAN_CHANGE_REMOVED ? change->before.measure_title
                                                 : change->after.measure_title;
}

static void
add_change (SpzDocumentBuilder  *builder,
            const SpzPlanChange *change)
{
  g_autofree char *sentence = spz_plan_change_dup_sentence (change, FALSE);
  g_autofree char *text = spz_inline_escape (sentence);

  spz_document_builder_add_point (builder, 2, SPZ_POINT_BULLET, text);
}

static void
add_measure (SpzDocumentBuilder *builder,
             const char         *measure)
{
  g_autofree char *text = spz_inline_escape (*measure != '\0' ? measure : _("Without a measure"));

  spz_document_builder_add_point (builder, 1, SPZ_POINT_BULLET, text);
}

static void
add_changes (SpzDocumentBuilder *builder,
             const char         *title,
             SpzPlanVersion     *version,
             GPtrArray          *changes)
{
  g_autofree char *name = spz_plan_version_describe (version);
  /* Translators: heads a list of changes; %s is a version of the plan */
  g_autofree char *heading = title != NULL ? g_strdup (title) : g_strdup_printf (_("Changes since: %s"), name);
  g_autofree char *escaped = spz_inline_escape (heading);
  g_autofree char *summary = spz_plan_changes_dup_summary (changes);

  spz_document_builder_add_heading (builder, 1, escaped);
  spz_document_builder_add_paragraph (builder, summary);

  for (guint i = 0; i < changes->len; i++)
    {
      const SpzPlanChange *change = g_ptr_array_index (changes, i);

      if (i == 0 || !g_str_equal (get_measure (change), get_measure (g_ptr_array_index (changes, i - 1))))
        add_measure (builder, get_measure (change));
      add_change (builder, change);
    }
}

/* Private: what a block compares the plan with: its version of it, or the
 * latest that was kept; %NULL for another kind of block */
SpzPlanVersion *
spz_composer_get_compared (SpzComposer *self,
                           SpzBlock    *block)
{
  SpzPlanVersion *version = spz_programme_lookup (self->programme, SPZ_TYPE_PLAN_VERSION, block->plan_version);

  if (block->kind != SPZ_BLOCK_COMPARISON)
    return NULL;

  return version != NULL ? version : spz_plan_version_get_latest (self->programme);
}

/* Private: what changed in the plan since that */
gboolean
spz_composer_add_comparison (SpzComposer *self,
                             SpzBlock    *block)
{
  SpzPlanVersion *version = spz_composer_get_compared (self, block);
  g_autoptr (GPtrArray) changes = NULL;

  if (version == NULL)
    return FALSE;

  changes = spz_plan_compare (self->programme, version, self->audience);
  add_changes (self->builder, *block->title != '\0' ? block->title : NULL, version, changes);

  return TRUE;
}

/**
 * spz_compose_timeline_since:
 * @programme: a programme
 * @version: a version of its plan
 * @audience: whom the document is for
 *
 * Composes a paper that is the plan with where things were in the version, and
 * after it what changed since.
 *
 * Returns: (transfer full): the document
 */
SpzDocument *
spz_compose_timeline_since (SpzProgramme   *programme,
                            SpzPlanVersion *version,
                            SpzAudience     audience)
{
  g_auto (SpzLanguage) language = { 0 };
  g_autoptr (GPtrArray) changes = NULL;
  SpzDocumentBuilder *builder;

  g_return_val_if_fail (SPZ_IS_PROGRAMME (programme), NULL);
  g_return_val_if_fail (SPZ_IS_PLAN_VERSION (version), NULL);

  spz_language_enter (&language, SPZ_DOCUMENT_LANGUAGE);
  builder = spz_composer_begin_timeline (programme, version, audience);
  changes = spz_plan_compare (programme, version, audience);
  add_changes (builder, NULL, version, changes);

  return spz_document_builder_end (builder);
}
