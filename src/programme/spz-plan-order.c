/* spz-plan-order.c: the order of rows and groups in a plan
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-plan-order.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spz-inline.h"
#include "spz-rank.h"
#include "spz-text.h"

#define MAX_LABEL_CHARS 40

static const char *
get_position (SpzMeasure *measure)
{
  return measure != NULL ? measure->position : NULL;
}

/* A rank for @measure before @before, or last. Where there is no room between
 * two, all get new ranks. */
static char *
make_room (SpzProgramme   *programme,
           SpzRecordList  *siblings,
           SpzMeasure     *measure,
           SpzMeasure     *before,
           GError        **error)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  SpzMeasure *after = NULL;
  guint index;

  for (guint i = 0; i < spz_record_list_get_size (siblings); i++)
    if (spz_record_list_get (siblings, i) != measure)
      g_ptr_array_add (others, spz_record_list_get (siblings, i));

  if (before == NULL || !g_ptr_array_find (others, before, &index))
    {
      before = NULL;
      index = others->len;
    }
  if (index > 0)
    after = g_ptr_array_index (others, index - 1);

  if (after == NULL || before == NULL || strcmp (after->position, before->position) < 0)
    return spz_rank_between (get_position (after), get_position (before));

  for (guint i = 0; i < others->len; i++)
    {
      g_autofree char *rank = spz_rank_nth (i < index ? i : i + 1);

      if (!spz_programme_set (programme, g_ptr_array_index (others, i), error, "position", rank, NULL))
        return NULL;
    }

  return spz_rank_nth (index);
}

static gboolean
move_measure (SpzProgramme  *programme,
              SpzMeasure    *measure,
              gint64         action_field,
              SpzMeasure    *before,
              GError       **error)
{
  SpzRecordList *siblings = spz_programme_get_children (programme, SPZ_TYPE_MEASURE, "action_field", action_field);
  g_autofree char *rank = make_room (programme, siblings, measure, before, error);

  return rank != NULL &&
         spz_programme_set (programme, measure, error, "action-field", action_field, "position", rank, NULL);
}

/**
 * spz_measure_move:
 * @programme: a programme
 * @measure: a measure
 * @action_field: the id of the action field it is to be in, or 0
 * @before: (nullable): the measure of that field it is to stand before; %NULL to
 *   be the last one
 * @error: return location for an #SPZ_ERROR
 *
 * Moves a measure to another place in the plan, in one step.
 *
 * Returns: whether it was moved
 */
gboolean
spz_measure_move (SpzProgramme  *programme,
                  SpzMeasure    *measure,
                  gint64         action_field,
                  SpzMeasure    *before,
                  GError       **error)
{
  SpzRecordList *siblings = spz_programme_get_children (programme, SPZ_TYPE_MEASURE, "action_field", action_field);
  int present = spz_record_list_index_of (siblings, SPZ_RECORD (measure));
  g_autofree char *plain = spz_inline_to_plain (measure->title);
  g_autofree char *title = spz_text_ellipsize (plain, MAX_LABEL_CHARS);
  g_autofree char *label = g_strdup_printf (_("“%s” moved"), title);

  if (before == measure ||
      (present >= 0 && spz_record_list_get (siblings, (guint) present + 1) == (gpointer) before))
    return TRUE;

  if (!spz_programme_begin (programme, label, error))
    return FALSE;
  if (!move_measure (programme, measure, action_field, before, error))
    {
      spz_programme_rollback (programme);
      return FALSE;
    }

  return spz_programme_commit (programme, error);
}

/**
 * spz_action_field_move:
 * @programme: a programme
 * @action_field: an action field
 * @before: (nullable): the one it is to stand before; %NULL to be the last one
 * @error: return location for an #SPZ_ERROR
 *
 * Moves an action field, with its measures, to another place in the plan.
 *
 * Returns: whether it was moved
 */
gboolean
spz_action_field_move (SpzProgramme    *programme,
                       SpzActionField  *action_field,
                       SpzActionField  *before,
                       GError         **error)
{
  SpzRecordList *fields = spz_programme_get_list (programme, SPZ_TYPE_ACTION_FIELD);
  int present = spz_record_list_index_of (fields, SPZ_RECORD (action_field));
  int index = before != NULL ? spz_record_list_index_of (fields, SPZ_RECORD (before))
                             : (int) spz_record_list_get_size (fields);

  g_return_val_if_fail (present >= 0 && index >= 0, FALSE);

  /* Its own place is free then. */
  if (index > present)
    index--;

  return spz_programme_move (programme, action_field, fields, (guint) index, error);
}
