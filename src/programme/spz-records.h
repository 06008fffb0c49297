/* spz-records.h: the records of a programme
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-base-enums.h"
#include "spz-enums.h"
#include "spz-record.h"
#include "spz-types.h"

G_BEGIN_DECLS

/* One record a table (src/store/migrations), one line a column. Members are
 * read directly (`phase->start`) and never written outside the record. */

/**
 * SpzProgrammeInfo:
 *
 * The one row about the programme as a whole: its title, the organisation,
 * the plan years, the month in which the fiscal year starts, the reference
 * date (Stichtag) it is looked at from, and the plan's title and note.
 */
#define SPZ_PROGRAMME_INFO_FIELDS(X)                       \
  X (TEXT,      title,          _)                         \
  X (TEXT,      organisation,   _)                         \
  X (INTEGER,   first_year,     _)                         \
  X (INTEGER,   last_year,      _)                         \
  X (INTEGER,   fiscal_start,   _)                         \
  X (DATE,      reference_date, _)                         \
  X (TEXT,      plan_title,     _)                         \
  X (TEXT,      plan_note,      _)                         \
  X (TEXT,      uid,            _)                         \
  X (INTEGER,   words_per_minute, _)                       \
  X (TEXT,      letterhead,     _)                         \
  X (BYTES,     logo,           _)
SPZ_DECLARE_RECORD (ProgrammeInfo, programme_info, PROGRAMME_INFO, SPZ_PROGRAMME_INFO_FIELDS)
#define SPZ_TYPE_PROGRAMME_INFO (spz_programme_info_get_type ())

#define SPZ_ROLE_FIELDS(X)                                 \
  X (TEXT,      position,       _)                         \
  X (TEXT,      title,          _)                         \
  X (TEXT,      holder,         _)                         \
  X (TEXT,      unit,           _)                         \
  X (REFERENCE, reports_to,     "role")                    \
  X (TEXT,      uid,            _)
SPZ_DECLARE_RECORD (Role, role, ROLE, SPZ_ROLE_FIELDS)
#define SPZ_TYPE_ROLE (spz_role_get_type ())

#define SPZ_TASK_FIELDS(X)                                 \
  X (REFERENCE, role,           "role")                    \
  X (TEXT,      position,       _)                         \
  X (TEXT,      title,          _)
SPZ_DECLARE_RECORD (Task, task, TASK, SPZ_TASK_FIELDS)
#define SPZ_TYPE_TASK (spz_task_get_type ())

/* Handlungsfeld */
#define SPZ_ACTION_FIELD_FIELDS(X)                         \
  X (TEXT,      position,       _)                         \
  X (TEXT,      title,          _)                         \
  X (TEXT,      stage,          _)                         \
  X (TEXT,      summary,        _)                         \
  X (REFERENCE, lead_role,      "role")
SPZ_DECLARE_RECORD (ActionField, action_field, ACTION_FIELD, SPZ_ACTION_FIELD_FIELDS)
#define SPZ_TYPE_ACTION_FIELD (spz_action_field_get_type ())

/* A talking point, of an action field or of a briefing's own block. `title` is
 * its whole text with inline Markdown; a point without `parent` is level 1. */
#define SPZ_POINT_FIELDS(X)                                \
  X (REFERENCE, action_field,   "action_field")            \
  X (REFERENCE, block,          "block")                   \
  X (REFERENCE, parent,         "point")                   \
  X (TEXT,      position,       _)                         \
  X (TEXT,      title,          _)                         \
  X (ENUM,      style,          spz_point_style_get_type)  \
  X (ENUM,      audience,       spz_audience_get_type)     \
  X (DATE,      since,          _)                         \
  X (REFERENCE, predecessor,    "point")
SPZ_DECLARE_RECORD (Point, point, POINT, SPZ_POINT_FIELDS)
#define SPZ_TYPE_POINT (spz_point_get_type ())

/* A key figure. `formula` adds and divides other figures by their `symbol`. */
#define SPZ_FIGURE_FIELDS(X)                               \
  X (REFERENCE, action_field,   "action_field")            \
  X (TEXT,      position,       _)                         \
  X (TEXT,      title,          _)                         \
  X (TEXT,      symbol,         _)                         \
  X (TEXT,      unit,           _)                         \
  X (INTEGER,   decimals,       _)                         \
  X (TEXT,      formula,        _)                         \
  X (ENUM,      audience,       spz_audience_get_type)
SPZ_DECLARE_RECORD (Figure, figure, FIGURE, SPZ_FIGURE_FIELDS)
#define SPZ_TYPE_FIGURE (spz_figure_get_type ())

#define SPZ_FIGURE_VALUE_FIELDS(X)                         \
  X (REFERENCE, figure,         "figure")                  \
  X (DATE,      date,           _)                         \
  X (REAL,      value,          _)                         \
  X (TEXT,      source,         _)
SPZ_DECLARE_RECORD (FigureValue, figure_value, FIGURE_VALUE, SPZ_FIGURE_VALUE_FIELDS)
#define SPZ_TYPE_FIGURE_VALUE (spz_figure_value_get_type ())

#define SPZ_MEASURE_FIELDS(X)                              \
  X (REFERENCE, action_field,   "action_field")            \
  X (TEXT,      position,       _)                         \
  X (TEXT,      title,          _)                         \
  X (TEXT,      footnote,       _)                         \
  X (ENUM,      audience,       spz_audience_get_type)     \
  X (TEXT,      uid,            _)
SPZ_DECLARE_RECORD (Measure, measure, MEASURE, SPZ_MEASURE_FIELDS)
#define SPZ_TYPE_MEASURE (spz_measure_get_type ())

#define SPZ_PHASE_KIND_FIELDS(X)                           \
  X (TEXT,      position,       _)                         \
  X (TEXT,      title,          _)                         \
  X (TEXT,      short_label,    _)                         \
  X (ENUM,      colour,         spz_colour_get_type)       \
  X (ENUM,      hatch,          spz_hatch_get_type)
SPZ_DECLARE_RECORD (PhaseKind, phase_kind, PHASE_KIND, SPZ_PHASE_KIND_FIELDS)
#define SPZ_TYPE_PHASE_KIND (spz_phase_kind_get_type ())

/* `start` and `end` are both inclusive; `progress` is in per cent. */
#define SPZ_PHASE_FIELDS(X)                                \
  X (REFERENCE, measure,        "measure")                 \
  X (TEXT,      title,          _)                         \
  X (TEXT,      short_label,    _)                         \
  X (REFERENCE, kind,           "phase_kind")              \
  X (DATE,      start,          _)                         \
  X (DATE,      end,            _)                         \
  X (ENUM,      precision,      spz_precision_get_type)    \
  X (ENUM,      certainty,      spz_certainty_get_type)    \
  X (INTEGER,   progress,       _)                         \
  X (REFERENCE, role,           "role")                    \
  X (ENUM,      audience,       spz_audience_get_type)     \
  X (TEXT,      note,           _)                         \
  X (TEXT,      uid,            _)                         \
  X (ENUM,      label_placement, spz_label_placement_get_type)
SPZ_DECLARE_RECORD (Phase, phase, PHASE, SPZ_PHASE_FIELDS)
#define SPZ_TYPE_PHASE (spz_phase_get_type ())

#define SPZ_DEPENDENCY_FIELDS(X)                           \
  X (REFERENCE, predecessor,    "phase")                   \
  X (REFERENCE, successor,      "phase")
SPZ_DECLARE_RECORD (Dependency, dependency, DEPENDENCY, SPZ_DEPENDENCY_FIELDS)
#define SPZ_TYPE_DEPENDENCY (spz_dependency_get_type ())

/* `wording` is the date as it is to be said where it isn't exactly known:
 * "voraussichtlich Ostern 2021". */
#define SPZ_MILESTONE_FIELDS(X)                            \
  X (REFERENCE, measure,        "measure")                 \
  X (TEXT,      title,          _)                         \
  X (DATE,      date,           _)                         \
  X (ENUM,      precision,      spz_precision_get_type)    \
  X (ENUM,      certainty,      spz_certainty_get_type)    \
  X (TEXT,      wording,        _)                         \
  X (ENUM,      kind,           spz_milestone_kind_get_type) \
  X (ENUM,      audience,       spz_audience_get_type)     \
  X (TEXT,      note,           _)                         \
  X (TEXT,      uid,            _)
SPZ_DECLARE_RECORD (Milestone, milestone, MILESTONE, SPZ_MILESTONE_FIELDS)
#define SPZ_TYPE_MILESTONE (spz_milestone_get_type ())

#define SPZ_PLAN_VERSION_FIELDS(X)                         \
  X (TEXT,      title,          _)                         \
  X (TEXT,      occasion,       _)                         \
  X (DATE,      date,           _)                         \
  X (TEXT,      digest,         _)
SPZ_DECLARE_RECORD (PlanVersion, plan_version, PLAN_VERSION, SPZ_PLAN_VERSION_FIELDS)
#define SPZ_TYPE_PLAN_VERSION (spz_plan_version_get_type ())

/* The frozen copies refer to what they were copied from by number only: it
 * may be gone. */
#define SPZ_VERSION_PHASE_FIELDS(X)                        \
  X (REFERENCE, plan_version,   "plan_version")            \
  X (INTEGER,   phase,          _)                         \
  X (TEXT,      measure_title,  _)                         \
  X (TEXT,      title,          _)                         \
  X (DATE,      start,          _)                         \
  X (DATE,      end,            _)                         \
  X (ENUM,      certainty,      spz_certainty_get_type)    \
  X (ENUM,      audience,       spz_audience_get_type)     \
  X (INTEGER,   measure,        _)                         \
  X (ENUM,      precision,      spz_precision_get_type)    \
  X (TEXT,      kind,           _)
SPZ_DECLARE_RECORD (VersionPhase, version_phase, VERSION_PHASE, SPZ_VERSION_PHASE_FIELDS)
#define SPZ_TYPE_VERSION_PHASE (spz_version_phase_get_type ())

#define SPZ_VERSION_MILESTONE_FIELDS(X)                    \
  X (REFERENCE, plan_version,   "plan_version")            \
  X (INTEGER,   milestone,      _)                         \
  X (TEXT,      title,          _)                         \
  X (DATE,      date,           _)                         \
  X (TEXT,      wording,        _)                         \
  X (ENUM,      audience,       spz_audience_get_type)     \
  X (INTEGER,   measure,        _)                         \
  X (TEXT,      measure_title,  _)                         \
  X (ENUM,      precision,      spz_precision_get_type)    \
  X (ENUM,      certainty,      spz_certainty_get_type)    \
  X (ENUM,      kind,           spz_milestone_kind_get_type)
SPZ_DECLARE_RECORD (VersionMilestone, version_milestone, VERSION_MILESTONE, SPZ_VERSION_MILESTONE_FIELDS)
#define SPZ_TYPE_VERSION_MILESTONE (spz_version_milestone_get_type ())

/* A committee, or another body that meets */
#define SPZ_BODY_FIELDS(X)                                 \
  X (TEXT,      position,       _)                         \
  X (TEXT,      title,          _)                         \
  X (TEXT,      short_title,    _)                         \
  X (TEXT,      uid,            _)                         \
  X (INTEGER,   submission_days, _)                        \
  X (INTEGER,   invitation_days, _)
SPZ_DECLARE_RECORD (Body, body, BODY, SPZ_BODY_FIELDS)
#define SPZ_TYPE_BODY (spz_body_get_type ())

/* `time` is the local time "HH:MM" or empty; a meeting without `body` is known
 * by its `title`. */
#define SPZ_MEETING_FIELDS(X)                              \
  X (REFERENCE, body,           "body")                    \
  X (TEXT,      title,          _)                         \
  X (DATE,      date,           _)                         \
  X (ENUM,      precision,      spz_precision_get_type)    \
  X (TEXT,      time,           _)                         \
  X (TEXT,      place,          _)                         \
  X (ENUM,      state,          spz_meeting_state_get_type) \
  X (TEXT,      note,           _)                         \
  X (TEXT,      uid,            _)                         \
  X (DATE,      submission,     _)                         \
  X (DATE,      invitation,     _)
SPZ_DECLARE_RECORD (Meeting, meeting, MEETING, SPZ_MEETING_FIELDS)
#define SPZ_TYPE_MEETING (spz_meeting_get_type ())

#define SPZ_AGENDA_ITEM_FIELDS(X)                          \
  X (REFERENCE, meeting,        "meeting")                 \
  X (TEXT,      position,       _)                         \
  X (TEXT,      number,         _)                         \
  X (TEXT,      title,          _)                         \
  X (BOOLEAN,   is_public,      _)                         \
  X (TEXT,      paper,          _)                         \
  X (TEXT,      uid,            _)                         \
  X (INTEGER,   minutes,        _)
SPZ_DECLARE_RECORD (AgendaItem, agenda_item, AGENDA_ITEM, SPZ_AGENDA_ITEM_FIELDS)
#define SPZ_TYPE_AGENDA_ITEM (spz_agenda_item_get_type ())

/* Sprechzettel */
#define SPZ_BRIEFING_FIELDS(X)                             \
  X (REFERENCE, agenda_item,    "agenda_item")             \
  X (TEXT,      title,          _)                         \
  X (TEXT,      speaker,        _)                         \
  X (TEXT,      function,       _)                         \
  X (REFERENCE, predecessor,    "briefing")                \
  X (ENUM,      state,          spz_briefing_state_get_type)
SPZ_DECLARE_RECORD (Briefing, briefing, BRIEFING, SPZ_BRIEFING_FIELDS)
#define SPZ_TYPE_BRIEFING (spz_briefing_get_type ())

/* A part of a briefing. `title` is the heading, or a text block's text. */
#define SPZ_BLOCK_FIELDS(X)                                \
  X (REFERENCE, briefing,       "briefing")                \
  X (TEXT,      position,       _)                         \
  X (ENUM,      kind,           spz_block_kind_get_type)   \
  X (TEXT,      title,          _)                         \
  X (REFERENCE, action_field,   "action_field")            \
  X (ENUM,      audience,       spz_audience_get_type)     \
  X (REFERENCE, plan_version,   "plan_version")
SPZ_DECLARE_RECORD (Block, block, BLOCK, SPZ_BLOCK_FIELDS)
#define SPZ_TYPE_BLOCK (spz_block_get_type ())

/* A work order from a role to a role */
#define SPZ_ASSIGNMENT_FIELDS(X)                           \
  X (TEXT,      position,       _)                         \
  X (REFERENCE, from_role,      "role")                    \
  X (REFERENCE, to_role,        "role")                    \
  X (TEXT,      title,          _)                         \
  X (DATE,      due,            _)                         \
  X (ENUM,      state,          spz_assignment_state_get_type) \
  X (ENUM,      audience,       spz_audience_get_type)     \
  X (TEXT,      note,           _)
SPZ_DECLARE_RECORD (Assignment, assignment, ASSIGNMENT, SPZ_ASSIGNMENT_FIELDS)
#define SPZ_TYPE_ASSIGNMENT (spz_assignment_get_type ())

/* A briefing as it was spoken */
#define SPZ_DELIVERY_FIELDS(X)                             \
  X (REFERENCE, briefing,       "briefing")                \
  X (TEXT,      at,             _)                         \
  X (TEXT,      recipient,      _)                         \
  X (TEXT,      document,       _)                         \
  X (BYTES,     pdf,            _)                         \
  X (TEXT,      digest,         _)                         \
  X (TEXT,      title,          _)                         \
  X (TEXT,      body_title,     _)                         \
  X (DATE,      meeting_date,   _)                         \
  X (TEXT,      speaker,        _)                         \
  X (ENUM,      audience,       spz_audience_get_type)     \
  X (REFERENCE, supersedes,     "delivery")
SPZ_DECLARE_RECORD (Delivery, delivery, DELIVERY, SPZ_DELIVERY_FIELDS)
#define SPZ_TYPE_DELIVERY (spz_delivery_get_type ())

/* A point of an action field that a block leaves out */
#define SPZ_OMISSION_FIELDS(X)                             \
  X (REFERENCE, block,          "block")                   \
  X (REFERENCE, point,          "point")
SPZ_DECLARE_RECORD (Omission, omission, OMISSION, SPZ_OMISSION_FIELDS)
#define SPZ_TYPE_OMISSION (spz_omission_get_type ())

/* What a point says of a phase, a milestone, a figure or a work order: that the
 * `event` lies between `earliest` and `latest`, both inclusive, or that the
 * figure is `value`. `title` is its subject's as it was when it was said; a
 * promise whose subject was deleted stays, with none. */
#define SPZ_PROMISE_FIELDS(X)                              \
  X (REFERENCE, point,          "point")                   \
  X (TEXT,      position,       _)                         \
  X (REFERENCE, phase,          "phase")                   \
  X (REFERENCE, milestone,      "milestone")               \
  X (REFERENCE, figure,         "figure")                  \
  X (REFERENCE, assignment,     "assignment")              \
  X (TEXT,      title,          _)                         \
  X (ENUM,      event,          spz_promise_event_get_type)\
  X (DATE,      earliest,       _)                         \
  X (DATE,      latest,         _)                         \
  X (REAL,      value,          _)
SPZ_DECLARE_RECORD (Promise, promise, PROMISE, SPZ_PROMISE_FIELDS)
#define SPZ_TYPE_PROMISE (spz_promise_get_type ())

/* A line of a delivery. `point` refers to what was spoken by number only: it
 * may be gone. `heading` is what the line stood under. */
#define SPZ_DELIVERY_LINE_FIELDS(X)                        \
  X (REFERENCE, delivery,       "delivery")                \
  X (TEXT,      position,       _)                         \
  X (INTEGER,   point,          _)                         \
  X (TEXT,      heading,        _)                         \
  X (INTEGER,   level,          _)                         \
  X (ENUM,      style,          spz_point_style_get_type)  \
  X (TEXT,      title,          _)                         \
  X (ENUM,      audience,       spz_audience_get_type)
SPZ_DECLARE_RECORD (DeliveryLine, delivery_line, DELIVERY_LINE, SPZ_DELIVERY_LINE_FIELDS)
#define SPZ_TYPE_DELIVERY_LINE (spz_delivery_line_get_type ())

/* How long a briefing took to say */
#define SPZ_REHEARSAL_FIELDS(X)                            \
  X (REFERENCE, briefing,       "briefing")                \
  X (TEXT,      speaker,        _)                         \
  X (TEXT,      at,             _)                         \
  X (INTEGER,   words,          _)                         \
  X (INTEGER,   seconds,        _)
SPZ_DECLARE_RECORD (Rehearsal, rehearsal, REHEARSAL, SPZ_REHEARSAL_FIELDS)
#define SPZ_TYPE_REHEARSAL (spz_rehearsal_get_type ())

const GType *spz_record_types (void);

G_END_DECLS
