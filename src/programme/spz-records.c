/* spz-records.c: the records of a programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-record-private.h"
#include "spz-records.h"

/* From the list of a record's fields, its class */

#define FIELD_TEXT(argument)
#define FIELD_DATE(argument)
#define FIELD_INTEGER(argument)
#define FIELD_REAL(argument)
#define FIELD_BOOLEAN(argument)
#define FIELD_BYTES(argument)
#define FIELD_ENUM(argument)      , .get_enum_type = argument
#define FIELD_REFERENCE(argument) , .target = argument

#define FIELD(TYPE, member, argument)                                         \
  { .name = #member, .type = SPZ_FIELD_##TYPE,                                \
    .offset = G_STRUCT_OFFSET (Record, member) FIELD_##TYPE (argument) },

#define DEFINE_RECORD(Name, name, table, FIELDS)                              \
  G_DEFINE_FINAL_TYPE (Name, name, SPZ_TYPE_RECORD)                           \
                                                                              \
  static void                                                                 \
  name##_class_init (Name##Class *klass)                                      \
  {                                                                           \
    typedef Name Record;                                                      \
    static const SpzField fields[] = { FIELDS (FIELD) };                      \
                                                                              \
    spz_record_class_define (SPZ_RECORD_CLASS (klass), table,                 \
                             fields, G_N_ELEMENTS (fields));                  \
  }                                                                           \
                                                                              \
  static void                                                                 \
  name##_init (Name *self)                                                    \
  {                                                                           \
  }

DEFINE_RECORD (SpzProgrammeInfo, spz_programme_info, "programme", SPZ_PROGRAMME_INFO_FIELDS)
DEFINE_RECORD (SpzRole, spz_role, "role", SPZ_ROLE_FIELDS)
DEFINE_RECORD (SpzTask, spz_task, "task", SPZ_TASK_FIELDS)
DEFINE_RECORD (SpzActionField, spz_action_field, "action_field", SPZ_ACTION_FIELD_FIELDS)
DEFINE_RECORD (SpzPoint, spz_point, "point", SPZ_POINT_FIELDS)
DEFINE_RECORD (SpzFigure, spz_figure, "figure", SPZ_FIGURE_FIELDS)
DEFINE_RECORD (SpzFigureValue, spz_figure_value, "figure_value", SPZ_FIGURE_VALUE_FIELDS)
DEFINE_RECORD (SpzMeasure, spz_measure, "measure", SPZ_MEASURE_FIELDS)
DEFINE_RECORD (SpzPhaseKind, spz_phase_kind, "phase_kind", SPZ_PHASE_KIND_FIELDS)
DEFINE_RECORD (SpzPhase, spz_phase, "phase", SPZ_PHASE_FIELDS)
DEFINE_RECORD (SpzDependency, spz_dependency, "dependency", SPZ_DEPENDENCY_FIELDS)
DEFINE_RECORD (SpzMilestone, spz_milestone, "milestone", SPZ_MILESTONE_FIELDS)
DEFINE_RECORD (SpzPlanVersion, spz_plan_version, "plan_version", SPZ_PLAN_VERSION_FIELDS)
DEFINE_RECORD (SpzVersionPhase, spz_version_phase, "version_phase", SPZ_VERSION_PHASE_FIELDS)
DEFINE_RECORD (SpzVersionMilestone, spz_version_milestone, "version_milestone", SPZ_VERSION_MILESTONE_FIELDS)
DEFINE_RECORD (SpzBody, spz_body, "body", SPZ_BODY_FIELDS)
DEFINE_RECORD (SpzMeeting, spz_meeting, "meeting", SPZ_MEETING_FIELDS)
DEFINE_RECORD (SpzAgendaItem, spz_agenda_item, "agenda_item", SPZ_AGENDA_ITEM_FIELDS)
DEFINE_RECORD (SpzBriefing, spz_briefing, "briefing", SPZ_BRIEFING_FIELDS)
DEFINE_RECORD (SpzBlock, spz_block, "block", SPZ_BLOCK_FIELDS)
DEFINE_RECORD (SpzAssignment, spz_assignment, "assignment", SPZ_ASSIGNMENT_FIELDS)
DEFINE_RECORD (SpzDelivery, spz_delivery, "delivery", SPZ_DELIVERY_FIELDS)

/**
 * spz_record_types:
 *
 * Returns: (array zero-terminated=1) (transfer none): the types of all records
 */
const GType *
spz_record_types (void)
{
  static gsize initialised = 0;
  static GType types[23];

  if (g_once_init_enter (&initialised))
    {
      guint n = 0;

      types[n++] = SPZ_TYPE_PROGRAMME_INFO;
      types[n++] = SPZ_TYPE_ROLE;
      types[n++] = SPZ_TYPE_TASK;
      types[n++] = SPZ_TYPE_ACTION_FIELD;
      types[n++] = SPZ_TYPE_POINT;
      types[n++] = SPZ_TYPE_FIGURE;
      types[n++] = SPZ_TYPE_FIGURE_VALUE;
      types[n++] = SPZ_TYPE_MEASURE;
      types[n++] = SPZ_TYPE_PHASE_KIND;
      types[n++] = SPZ_TYPE_PHASE;
      types[n++] = SPZ_TYPE_DEPENDENCY;
      types[n++] = SPZ_TYPE_MILESTONE;
      types[n++] = SPZ_TYPE_PLAN_VERSION;
      types[n++] = SPZ_TYPE_VERSION_PHASE;
      types[n++] = SPZ_TYPE_VERSION_MILESTONE;
      types[n++] = SPZ_TYPE_BODY;
      types[n++] = SPZ_TYPE_MEETING;
      types[n++] = SPZ_TYPE_AGENDA_ITEM;
      types[n++] = SPZ_TYPE_BRIEFING;
      types[n++] = SPZ_TYPE_BLOCK;
      types[n++] = SPZ_TYPE_ASSIGNMENT;
      types[n++] = SPZ_TYPE_DELIVERY;
      types[n] = G_TYPE_INVALID;
      g_once_init_leave (&initialised, 1);
    }

  return types;
}
