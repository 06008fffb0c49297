/* spz-labels.c: the domain's words for people
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "spz-inline.h"
#include "spz-labels.h"
#include "spz-records.h"
#include "spz-text.h"

/* How much of a title the undo menu shows */
#define MAX_TITLE_CHARS 40

typedef struct
{
  GType      (*get_type) (void);
  const char  *labels[12]; /* by value */
} EnumLabels;

static const EnumLabels enum_labels[] = {
  { spz_audience_get_type, { N_("Public"), N_("Non-public"), N_("Internal only") } },
  { spz_precision_get_type, { N_("Day"), N_("Week"), N_("Month"), N_("Quarter"), N_("Half-year"), N_("Year") } },
  { spz_certainty_get_type, { N_("Firm"), N_("Planned"), N_("Expected"), N_("Ongoing") } },
  { spz_milestone_kind_get_type, { N_("Decision"), N_("Start"), N_("Legal deadline") } },
  { spz_meeting_state_get_type, { N_("Upcoming"), N_("Held"), N_("Cancelled") } },
  { spz_briefing_state_get_type, { N_("Draft"), N_("Ready"), N_("Delivered") } },
  { spz_block_kind_get_type,
    { N_("Heading"), N_("Text"), N_("Own Points"), N_("Action Field"), N_("Roles and Tasks"),
      N_("Key Figures"), N_("Next Dates"), N_("Timeline"), N_("Changes"), N_("Plan Comparison"),
      N_("Open Commitments") } },
  { spz_point_style_get_type, { N_("Point"), N_("Conclusion"), N_("Paragraph") } },
  { spz_promise_event_get_type, { N_("Start"), N_("End") } },
  { spz_label_placement_get_type,
    { N_("Automatic"), N_("Inside"), N_("Short Label Inside"), N_("After the Bar"), N_("Before the Bar"),
      N_("Number with Legend") } },
  { spz_assignment_state_get_type, { N_("To Do"), N_("Done") } },
  { spz_hatch_get_type,
    { N_("Plain"), N_("Solid"), N_("Rising Lines"), N_("Falling Lines"), N_("Crossed Lines"),
      N_("Vertical Lines"), N_("Dots") } },
  { spz_colour_get_type,
    { N_("Grey"), N_("Blue"), N_("Teal"), N_("Green"), N_("Yellow"), N_("Orange"), N_("Red"),
      N_("Purple"), N_("Brown") } },
};

static const struct
{
  GType      (*get_type) (void);
  const char  *label;
} record_labels[] = {
  { spz_programme_info_get_type, N_("Programme") },
  { spz_role_get_type, N_("Role") },
  { spz_task_get_type, N_("Task") },
  { spz_action_field_get_type, N_("Action Field") },
  { spz_point_get_type, N_("Point") },
  { spz_figure_get_type, N_("Key Figure") },
  { spz_figure_value_get_type, N_("Value") },
  { spz_measure_get_type, N_("Measure") },
  { spz_phase_kind_get_type, N_("Kind of Phase") },
  { spz_phase_get_type, N_("Phase") },
  { spz_dependency_get_type, N_("Dependency") },
  { spz_milestone_get_type, N_("Milestone") },
  { spz_plan_version_get_type, N_("Plan Version") },
  { spz_version_phase_get_type, N_("Phase of a Plan Version") },
  { spz_version_milestone_get_type, N_("Milestone of a Plan Version") },
  { spz_body_get_type, N_("Body") },
  { spz_meeting_get_type, N_("Meeting") },
  { spz_agenda_item_get_type, N_("Agenda Item") },
  { spz_briefing_get_type, N_("Briefing") },
  { spz_block_get_type, N_("Block") },
  { spz_assignment_get_type, N_("Assignment") },
  { spz_delivery_get_type, N_("Delivery") },
  { spz_delivery_line_get_type, N_("Line of a Delivery") },
  { spz_omission_get_type, N_("Omitted Point") },
  { spz_promise_get_type, N_("Promise") },
  { spz_rehearsal_get_type, N_("Rehearsal") },
};

/**
 * spz_enum_get_label:
 * @enum_type: one of the enumerations of spz-types.h, or %SPZ_TYPE_PRECISION
 * @value: one of its values
 *
 * Returns: (transfer none): the word for @value, in the user's language
 */
const char *
spz_enum_get_label (GType enum_type,
                    int   value)
{
  for (guint i = 0; i < G_N_ELEMENTS (enum_labels); i++)
    if (enum_labels[i].get_type () == enum_type)
      {
        g_return_val_if_fail (value >= 0 && value < (int) G_N_ELEMENTS (enum_labels[i].labels), NULL);
        g_return_val_if_fail (enum_labels[i].labels[value] != NULL, NULL);

        return _(enum_labels[i].labels[value]);
      }

  g_return_val_if_reached (NULL);
}

/**
 * spz_record_type_get_label:
 * @type: a record type
 *
 * Returns: (transfer none): the word for such a record, in the user's language
 */
const char *
spz_record_type_get_label (GType type)
{
  for (guint i = 0; i < G_N_ELEMENTS (record_labels); i++)
    if (record_labels[i].get_type () == type)
      return _(record_labels[i].label);

  g_return_val_if_reached (NULL);
}

/**
 * spz_record_type_describe:
 * @type: a record type
 * @title: (nullable): the title of one of its records, inline Markdown
 *
 * Returns: (transfer full): what the undo menu calls the record: its title,
 *   shortened, or what it is where it has none
 */
char *
spz_record_type_describe (GType       type,
                          const char *title)
{
  g_autofree char *plain = title ? spz_inline_to_plain (title) : NULL;

  if (plain == NULL || *plain == '\0')
    return g_strdup (spz_record_type_get_label (type));

  return spz_text_ellipsize (plain, MAX_TITLE_CHARS);
}
