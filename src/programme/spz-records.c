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

#define RECORDS(X)                                                                                  \
  X (SpzProgrammeInfo, spz_programme_info, "programme", SPZ_PROGRAMME_INFO_FIELDS)                  \
  X (SpzRole, spz_role, "role", SPZ_ROLE_FIELDS)                                                    \
  X (SpzTask, spz_task, "task", SPZ_TASK_FIELDS)                                                    \
  X (SpzActionField, spz_action_field, "action_field", SPZ_ACTION_FIELD_FIELDS)                     \
  X (SpzPoint, spz_point, "point", SPZ_POINT_FIELDS)                                                \
  X (SpzFigure, spz_figure, "figure", SPZ_FIGURE_FIELDS)                                            \
  X (SpzFigureValue, spz_figure_value, "figure_value", SPZ_FIGURE_VALUE_FIELDS)                     \
  X (SpzMeasure, spz_measure, "measure", SPZ_MEASURE_FIELDS)                                        \
  X (SpzPhaseKind, spz_phase_kind, "phase_kind", SPZ_PHASE_KIND_FIELDS)                             \
  X (SpzPhase, spz_phase, "phase", SPZ_PHASE_FIELDS)                                                \
  X (SpzDependency, spz_dependency, "dependency", SPZ_DEPENDENCY_FIELDS)                            \
  X (SpzMilestone, spz_milestone, "milestone", SPZ_MILESTONE_FIELDS)                                \
  X (SpzPlanVersion, spz_plan_version, "plan_version", SPZ_PLAN_VERSION_FIELDS)                     \
  X (SpzVersionPhase, spz_version_phase, "version_phase", SPZ_VERSION_PHASE_FIELDS)                 \
  X (SpzVersionMilestone, spz_version_milestone, "version_milestone", SPZ_VERSION_MILESTONE_FIELDS) \
  X (SpzBody, spz_body, "body", SPZ_BODY_FIELDS)                                                    \
  X (SpzMeeting, spz_meeting, "meeting", SPZ_MEETING_FIELDS)                                        \
  X (SpzAgendaItem, spz_agenda_item, "agenda_item", SPZ_AGENDA_ITEM_FIELDS)                         \
  X (SpzBriefing, spz_briefing, "briefing", SPZ_BRIEFING_FIELDS)                                    \
  X (SpzBlock, spz_block, "block", SPZ_BLOCK_FIELDS)                                                \
  X (SpzOmission, spz_omission, "omission", SPZ_OMISSION_FIELDS)                                    \
  X (SpzPromise, spz_promise, "promise", SPZ_PROMISE_FIELDS)                                        \
  X (SpzAssignment, spz_assignment, "assignment", SPZ_ASSIGNMENT_FIELDS)                            \
  X (SpzDelivery, spz_delivery, "delivery", SPZ_DELIVERY_FIELDS)                                    \
  X (SpzDeliveryLine, spz_delivery_line, "delivery_line", SPZ_DELIVERY_LINE_FIELDS)                 \
  X (SpzRehearsal, spz_rehearsal, "rehearsal", SPZ_REHEARSAL_FIELDS)

RECORDS (DEFINE_RECORD)

/**
 * spz_record_types:
 *
 * Returns: (array zero-terminated=1) (transfer none): the types of all records
 */
const GType *
spz_record_types (void)
{
#define GET_TYPE(Name, name, table, FIELDS) name##_get_type,
  static GType (* const get_types[]) (void) = { RECORDS (GET_TYPE) };
#undef GET_TYPE
  static GType types[G_N_ELEMENTS (get_types) + 1];
  static gsize initialised = 0;

  if (g_once_init_enter (&initialised))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (get_types); i++)
        types[i] = get_types[i] ();
      g_once_init_leave (&initialised, 1);
    }

  return types;
}
