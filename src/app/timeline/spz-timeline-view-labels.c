/* spz-timeline-view-labels.c: pinning the labels of what is selected
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-timeline-view-private.h"

#include "spz-feedback.h"
#include "spz-plan-edit.h"

/* A property of the view, so that a menu shows which place is the present one */

/*
 * spz_timeline_view_get_label_placement:
 * @self: a view
 *
 * Returns: (transfer none): where the label of the phase that was selected last
 *   is pinned, as in the file
 */
const char *
spz_timeline_view_get_label_placement (SpzTimelineView *self)
{
  g_autoptr(GEnumClass) placements = g_type_class_ref (SPZ_TYPE_LABEL_PLACEMENT);
  SpzRecord *record = spz_timeline_view_lookup (self, self->cursor);
  int placement = SPZ_IS_PHASE (record) ? (int) SPZ_PHASE (record)->label_placement : SPZ_LABEL_AUTOMATIC;

  return g_enum_get_value (placements, placement)->value_nick;
}

/*
 * spz_timeline_view_set_label_placement:
 * @self: a view
 * @nick: where the labels are to be pinned, as in the file
 *
 * Pins the labels of all selected phases, as one step.
 */
void
spz_timeline_view_set_label_placement (SpzTimelineView *self,
                                       const char      *nick)
{
  g_autoptr(GEnumClass) placements = g_type_class_ref (SPZ_TYPE_LABEL_PLACEMENT);
  const GEnumValue *placement = g_enum_get_value_by_nick (placements, nick);
  g_autoptr(GPtrArray) phases = g_ptr_array_new ();
  g_autoptr(GArray) keys = spz_timeline_view_dup_keys (self);
  g_auto(GValue) value = G_VALUE_INIT;
  GError *error = NULL;

  for (guint i = 0; i < keys->len; i++)
    {
      SpzRecord *record = spz_timeline_view_lookup (self, g_array_index (keys, SpzTimelineKey, i));

      if (SPZ_IS_PHASE (record))
        g_ptr_array_add (phases, record);
    }
  if (placement == NULL || phases->len == 0 || !spz_timeline_view_can_edit (self))
    return;

  g_value_set_enum (g_value_init (&value, SPZ_TYPE_LABEL_PLACEMENT), placement->value);
  if (!spz_plan_set (self->programme, phases, "label-placement", &value, &error))
    spz_feedback_report (GTK_WIDGET (self), error);
}
