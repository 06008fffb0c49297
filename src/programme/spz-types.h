/* spz-types.h: the words of the domain that are chosen from a few
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The nicks of these enumerations are what the file stores. */

/**
 * SpzAudience:
 * @SPZ_AUDIENCE_PUBLIC: öffentlich, for everybody
 * @SPZ_AUDIENCE_COMMITTEE: nichtöffentlich, for the members of the committee
 * @SPZ_AUDIENCE_INTERNAL: nur intern, for the programme office
 *
 * Who may see an item, from the widest audience to the narrowest. An output
 * for an audience holds what is for it and for every wider one.
 */
typedef enum
{
  SPZ_AUDIENCE_PUBLIC,
  SPZ_AUDIENCE_COMMITTEE,
  SPZ_AUDIENCE_INTERNAL,
} SpzAudience;

/**
 * SpzCertainty:
 * @SPZ_CERTAINTY_FIRM: decided
 * @SPZ_CERTAINTY_PLANNED: planned, "geplant"
 * @SPZ_CERTAINTY_EXPECTED: expected, "voraussichtlich"
 * @SPZ_CERTAINTY_ONGOING: without an end of its own, "laufend"
 */
typedef enum
{
  SPZ_CERTAINTY_FIRM,
  SPZ_CERTAINTY_PLANNED,
  SPZ_CERTAINTY_EXPECTED,
  SPZ_CERTAINTY_ONGOING,
} SpzCertainty;

/**
 * SpzMilestoneKind:
 * @SPZ_MILESTONE_DECISION: a decision
 * @SPZ_MILESTONE_START: something starts
 * @SPZ_MILESTONE_DEADLINE: a legal deadline
 */
typedef enum
{
  SPZ_MILESTONE_DECISION,
  SPZ_MILESTONE_START,
  SPZ_MILESTONE_DEADLINE,
} SpzMilestoneKind;

typedef enum
{
  SPZ_MEETING_PLANNED,
  SPZ_MEETING_HELD,
  SPZ_MEETING_CANCELLED,
} SpzMeetingState;

/**
 * SpzBriefingState:
 * @SPZ_BRIEFING_DRAFT: being written; refers to live points and figures
 * @SPZ_BRIEFING_READY: written and checked, not yet spoken
 * @SPZ_BRIEFING_DELIVERED: spoken; frozen in a delivery
 */
typedef enum
{
  SPZ_BRIEFING_DRAFT,
  SPZ_BRIEFING_READY,
  SPZ_BRIEFING_DELIVERED,
} SpzBriefingState;

/**
 * SpzBlockKind:
 * @SPZ_BLOCK_HEADING: a heading alone
 * @SPZ_BLOCK_TEXT: a paragraph
 * @SPZ_BLOCK_POINTS: points of the briefing's own, under an optional heading
 * @SPZ_BLOCK_ACTION_FIELD: an action field's points, under its title
 * @SPZ_BLOCK_ROLES: the table of roles and tasks
 * @SPZ_BLOCK_FIGURES: key figures, of one action field or of all
 * @SPZ_BLOCK_DATES: the next dates, as seen from the reference date
 * @SPZ_BLOCK_TIMELINE: the plan, on a landscape page of its own
 * @SPZ_BLOCK_CHANGES: what is new, changed or dropped since the last delivered
 *   briefing, and what moved in the plan
 * @SPZ_BLOCK_COMPARISON: the plan beside a kept version of it
 * @SPZ_BLOCK_COMMITMENTS: what was promised or ordered and is not done yet
 */
typedef enum
{
  SPZ_BLOCK_HEADING,
  SPZ_BLOCK_TEXT,
  SPZ_BLOCK_POINTS,
  SPZ_BLOCK_ACTION_FIELD,
  SPZ_BLOCK_ROLES,
  SPZ_BLOCK_FIGURES,
  SPZ_BLOCK_DATES,
  SPZ_BLOCK_TIMELINE,
  SPZ_BLOCK_CHANGES,
  SPZ_BLOCK_COMPARISON,
  SPZ_BLOCK_COMMITMENTS,
} SpzBlockKind;

/**
 * SpzPointStyle:
 * @SPZ_POINT_BULLET: a talking point
 * @SPZ_POINT_CONCLUSION: a conclusion, drawn from the points before it: "➔ …"
 * @SPZ_POINT_TEXT: a plain paragraph
 */
typedef enum
{
  SPZ_POINT_BULLET,
  SPZ_POINT_CONCLUSION,
  SPZ_POINT_TEXT,
} SpzPointStyle;

/**
 * SpzPromiseEvent:
 * @SPZ_PROMISE_START: that it starts, or takes place
 * @SPZ_PROMISE_END: that it ends, or is due
 *
 * What a point promises of a phase, a milestone or a work order.
 */
typedef enum
{
  SPZ_PROMISE_START,
  SPZ_PROMISE_END,
} SpzPromiseEvent;

/**
 * SpzLabelPlacement:
 * @SPZ_LABEL_AUTOMATIC: the first place in which it fits
 * @SPZ_LABEL_INSIDE: in the bar, wrapped where it must be
 * @SPZ_LABEL_SHORT: the short label, in the bar
 * @SPZ_LABEL_AFTER: beside the bar, where the text goes on
 * @SPZ_LABEL_BEFORE: beside the bar, where the text comes from
 * @SPZ_LABEL_NUMBER: a number in the bar, the label in the legend
 *
 * Where the label of a phase stands.
 */
typedef enum
{
  SPZ_LABEL_AUTOMATIC,
  SPZ_LABEL_INSIDE,
  SPZ_LABEL_SHORT,
  SPZ_LABEL_AFTER,
  SPZ_LABEL_BEFORE,
  SPZ_LABEL_NUMBER,
} SpzLabelPlacement;

typedef enum
{
  SPZ_ASSIGNMENT_OPEN,
  SPZ_ASSIGNMENT_DONE,
} SpzAssignmentState;

/**
 * SpzHatch:
 *
 * The pattern in the band along a bar's lower edge, which tells kinds apart
 * in black and white.
 */
typedef enum
{
  SPZ_HATCH_NONE,
  SPZ_HATCH_SOLID,
  SPZ_HATCH_FORWARD,
  SPZ_HATCH_BACKWARD,
  SPZ_HATCH_CROSS,
  SPZ_HATCH_VERTICAL,
  SPZ_HATCH_DOTS,
} SpzHatch;

/**
 * SpzColour:
 *
 * A hue for a kind of phase. The painter's theme turns it into fills that
 * keep the text readable, in light and dark.
 */
typedef enum
{
  SPZ_COLOUR_GREY,
  SPZ_COLOUR_BLUE,
  SPZ_COLOUR_TEAL,
  SPZ_COLOUR_GREEN,
  SPZ_COLOUR_YELLOW,
  SPZ_COLOUR_ORANGE,
  SPZ_COLOUR_RED,
  SPZ_COLOUR_PURPLE,
  SPZ_COLOUR_BROWN,
} SpzColour;

G_END_DECLS
